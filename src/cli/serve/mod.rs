//! The preview: pages from memory, and a frame around them that shows problems and
//! follows each save. The pages in the frame are byte for byte those that `build`
//! writes.

pub(super) mod begin;
mod desk;
mod preview;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use percent_encoding::percent_decode_str;

use super::args::Serve;
use super::diagnostics::Messages;
use super::school::{self, CompiledSchool};
use super::terminal::Terminal;
use super::{CLEAN, CommandError};
use crate::incremental::{FolderWatcher, PreviewBuilder, WatchEvent, WatchTiming};
use crate::io::http::{Answer, Asked, Loopback};
use crate::io::{self, Disk, Fault};
use crate::model::StudentId;
use desk::Desk;
use preview::Preview;

const PORT: u16 = 4321;

/// A page follows a save immediately, or within seconds if the system reports none.
const TIMING: WatchTiming = WatchTiming {
    quiet: Duration::from_millis(150),
    longest: Duration::from_secs(2),
    look: Duration::from_secs(5),
};

/// Builds, serves and follows until you stop the program.
pub(super) fn run(options: &Serve, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let folder = school::find(options.folder.as_deref(), "serve")?;
    let server = listen(options.port)?;
    show(&folder, &server, options.open, terminal)
}

/// Listens on `port`. If none was asked for and another preview has the usual one, any
/// free port will do.
pub(super) fn listen(port: Option<u16>) -> Result<Loopback, Fault> {
    match (port, Loopback::listen(port.unwrap_or(PORT))) {
        (None, Err(fault)) if fault.tried == "listen-taken" => Loopback::listen(0),
        (_, server) => server,
    }
}

/// Shows the school in `folder`, and opens the browser if `opened` says so.
fn show(
    folder: &Path,
    server: &Loopback,
    opened: bool,
    terminal: &mut Terminal,
) -> Result<u8, CommandError> {
    let disk = Disk::new(folder);
    let mut watcher = FolderWatcher::new(&disk, TIMING, false)?;
    // Without reports of the system, scans notice saves a little later.
    let _ = watcher.begin();
    let preview = Mutex::new(Preview::new());
    let forms = Mutex::new(Desk::new()?);
    let pages = Pages::default();
    let mut builder = PreviewBuilder::new(&disk);
    refresh(&mut builder, None, &preview, &forms)?;
    let address = format!("http://{}/", server.address());
    let at = [("address", address.clone())];
    terminal.say(&messages(&builder).say("serving", at))?;
    terminal.say(&messages(&builder).say("serving-hint", []))?;
    if opened {
        open(&address);
    }
    std::thread::scope(|threads| {
        threads.spawn(|| server.serve(|asked| answer(asked, &preview, &forms, &pages)));
        loop {
            let students = match watcher.wait() {
                WatchEvent::End => return,
                WatchEvent::Gone => {
                    let gone = messages(&builder).say("preview-gone", []);
                    tell(Some(gone), &preview, &pages);
                    continue;
                }
                WatchEvent::All => None,
                WatchEvent::Students(students) => Some(students),
            };
            let _ = watcher.begin();
            let (done, milliseconds) =
                io::until_now(|| refresh(&mut builder, students.as_ref(), &preview, &forms));
            let took = u64::try_from(milliseconds).unwrap_or(u64::MAX);
            watcher.looked(Duration::from_millis(took), false);
            // If the folder cannot be read just now, its pages stay.
            let (changed, trouble) = match done {
                Ok(changed) => (changed, None),
                Err(fault) => (false, Some(unread(&fault, &messages(&builder)))),
            };
            tell(trouble, &preview, &pages);
            if changed {
                reload(&pages);
                let took = [("milliseconds", milliseconds.to_string())];
                // The terminal may be closed; the pages still watcher.
                let _ = terminal.say(&messages(&builder).say("rebuilt", took));
            }
        }
    });
    Ok(CLEAN)
}

/// Pages that are open in a browser, which reload after each save.
type Pages = Mutex<Vec<Sender<String>>>;

fn reload(pages: &Pages) {
    lock(pages).retain(|page| page.send("saved".to_owned()).is_ok());
}

/// Shows what prevents that pages follow saves, or that this is over.
fn tell(trouble: Option<String>, preview: &Mutex<Preview>, pages: &Pages) {
    if lock(preview).trouble(trouble) {
        reload(pages);
    }
}

/// The text about a folder that cannot be read.
fn unread(fault: &Fault, messages: &Messages) -> String {
    let values = [("on", fault.on.clone()), ("system", fault.system.clone())];
    messages.say("preview-unread", values)
}

/// Locks a mutex. The next build replaces whatever a thread that panicked has left.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Builds what has changed. Returns whether anything has.
fn refresh(
    builder: &mut PreviewBuilder,
    students: Option<&BTreeSet<String>>,
    preview: &Mutex<Preview>,
    desk: &Mutex<Desk>,
) -> Result<bool, Fault> {
    let made = Mutex::new(Vec::new());
    let keep = |student: &StudentId, bundle| lock(&made).push((student.to_string(), bundle));
    let changed = builder.refresh(students, keep)?;
    if let Some(opened) = builder.opened().filter(|_| changed) {
        let compiled = CompiledSchool::new(opened, builder.results());
        let made = made.into_inner().unwrap_or_else(PoisonError::into_inner);
        lock(preview).update(&compiled, made, messages(builder));
        lock(desk).update(compiled.opened, messages(builder));
    }
    Ok(changed)
}

/// The messages in the language that staff write in.
fn messages(builder: &PreviewBuilder) -> Messages {
    let opened = builder.opened();
    let shared = opened.as_ref().and_then(|opened| opened.shared.as_ref());
    Messages::new(shared.map_or("en", |shared| shared.school.language.as_str()))
}

fn answer(asked: &Asked, preview: &Mutex<Preview>, desk: &Mutex<Desk>, pages: &Pages) -> Answer {
    let path = asked.path.as_str();
    if path == "/events" {
        let (sender, receiver) = channel();
        lock(pages).push(sender);
        return Answer::Events(receiver);
    }
    // The button of an earlier page was pressed twice.
    if matches!(path, "/begin" | "/open") {
        return Answer::Redirect("/".to_owned());
    }
    if let Some(page) = path.strip_prefix("/desk/") {
        return lock(desk).answer(page, asked);
    }
    lock(preview).answer(&decoded(path))
}

/// The path that an address means: `%C3%AB` is `ë`.
fn decoded(path: &str) -> String {
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}

/// Opens the browser. The address is on the terminal if that fails.
pub(super) fn open(address: &str) {
    let _ = open::that_detached(address);
}
