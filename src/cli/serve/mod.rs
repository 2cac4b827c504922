//! The preview: sites from memory, and a frame around them that shows problems
//! and follows each save. The pages in the frame are byte for byte those that
//! `build` writes.

pub(super) mod begin;
mod preview;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use percent_encoding::percent_decode_str;

use super::args::Serve;
use super::diagnostics::Messages;
use super::school::{self, Compiled};
use super::terminal::Terminal;
use super::{CLEAN, CommandError};
use crate::incremental::{FolderWatcher, PreviewBuilder, WatchEvent, WatchTiming};
use crate::io::http::{Answer, Loopback};
use crate::io::{self, Disk, Fault};
use crate::model::StudentId;
use preview::Preview;

const PORT: u16 = 4321;

/// A page follows a save at once; a share that tells of none, soon.
const PACE: WatchTiming = WatchTiming {
    quiet: Duration::from_millis(150),
    longest: Duration::from_secs(2),
    look: Duration::from_secs(5),
};

/// Builds, serves and follows until the program is ended.
pub(super) fn run(options: &Serve, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let folder = school::find(options.folder.as_deref(), "serve")?;
    let server = listen(options.port)?;
    show(&folder, &server, options.open, terminal)
}

/// Listens on `port`. Where none was asked for and another preview has the usual
/// one, any that is free will do.
fn listen(port: Option<u16>) -> Result<Loopback, Fault> {
    match (port, Loopback::listen(port.unwrap_or(PORT))) {
        (None, Err(fault)) if fault.tried == "listen-taken" => Loopback::listen(0),
        (_, server) => server,
    }
}

/// Shows the school in `folder`; in the browser where it is to be opened.
fn show(
    folder: &Path,
    server: &Loopback,
    opened: bool,
    terminal: &mut Terminal,
) -> Result<u8, CommandError> {
    let disk = Disk::new(folder);
    let mut follow = FolderWatcher::new(&disk, PACE, false)?;
    // Where the system tells of no saves, they are noticed a little later.
    let _ = follow.begin();
    let preview = Mutex::new(Preview::new());
    let pages = Pages::default();
    let mut drafts = PreviewBuilder::new(&disk);
    refresh(&mut drafts, None, &preview)?;
    let address = format!("http://{}/", server.address());
    let at = [("address", address.clone())];
    terminal.say(&words(&drafts).say("serving", at))?;
    terminal.say(&words(&drafts).say("serving-hint", []))?;
    if opened {
        open(&address);
    }
    std::thread::scope(|threads| {
        threads.spawn(|| server.serve(|path| answer(path, &preview, &pages)));
        loop {
            let students = match follow.wait() {
                WatchEvent::End => return,
                WatchEvent::Gone => {
                    let gone = words(&drafts).say("preview-gone", []);
                    tell(Some(gone), &preview, &pages);
                    continue;
                }
                WatchEvent::All => None,
                WatchEvent::Students(students) => Some(students),
            };
            let _ = follow.begin();
            let (done, milliseconds) =
                io::until_now(|| refresh(&mut drafts, students.as_ref(), &preview));
            let took = u64::try_from(milliseconds).unwrap_or(u64::MAX);
            follow.looked(Duration::from_millis(took), false);
            // A folder that cannot be read just now keeps its pages.
            let (changed, trouble) = match done {
                Ok(changed) => (changed, None),
                Err(fault) => (false, Some(unread(&fault, &words(&drafts)))),
            };
            tell(trouble, &preview, &pages);
            if changed {
                reload(&pages);
                let took = [("milliseconds", milliseconds.to_string())];
                // Pages follow on, whether or not anybody reads the terminal.
                let _ = terminal.say(&words(&drafts).say("rebuilt", took));
            }
        }
    });
    Ok(CLEAN)
}

/// Pages that are open in a browser, to be told when to look again.
type Pages = Mutex<Vec<Sender<String>>>;

fn reload(pages: &Pages) {
    lock(pages).retain(|page| page.send("saved".to_owned()).is_ok());
}

/// Shows what keeps pages from following saves, or that nothing does any more.
fn tell(trouble: Option<String>, preview: &Mutex<Preview>, pages: &Pages) {
    if lock(preview).trouble(trouble) {
        reload(pages);
    }
}

/// A folder that cannot be read, in words for the preview.
fn unread(fault: &Fault, words: &Messages) -> String {
    let values = [("on", fault.on.clone()), ("system", fault.system.clone())];
    words.say("preview-unread", values)
}

/// A thread that panicked while it held the lock has left nothing half done
/// that the next build would not mend.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes anew what has changed and tells whether anything had.
fn refresh(
    drafts: &mut PreviewBuilder,
    students: Option<&BTreeSet<String>>,
    preview: &Mutex<Preview>,
) -> Result<bool, Fault> {
    let made = Mutex::new(Vec::new());
    let keep = |student: &StudentId, bundle| lock(&made).push((student.to_string(), bundle));
    let changed = drafts.refresh(students, keep)?;
    if let Some(opened) = drafts.opened().filter(|_| changed) {
        let compiled = Compiled::new(opened, drafts.units());
        let made = made.into_inner().unwrap_or_else(PoisonError::into_inner);
        lock(preview).update(&compiled, made, words(drafts));
    }
    Ok(changed)
}

/// The words of the language that staff write in.
fn words(drafts: &PreviewBuilder) -> Messages {
    let opened = drafts.opened();
    let shared = opened.as_ref().and_then(|opened| opened.shared.as_ref());
    Messages::new(shared.map_or("en", |shared| shared.school.language.as_str()))
}

fn answer(path: &str, preview: &Mutex<Preview>, pages: &Pages) -> Answer {
    if path == "/events" {
        let (sender, receiver) = channel();
        lock(pages).push(sender);
        return Answer::Events(receiver);
    }
    // A button of the page before this one that was pressed twice.
    if matches!(path, "/begin" | "/open") {
        return Answer::Redirect("/".to_owned());
    }
    lock(preview).answer(&decoded(path))
}

/// `%C3%AB` in an address is `ë` in a folder's name.
fn decoded(path: &str) -> String {
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}

/// Opens the browser, where the system knows how; the address is on the
/// terminal anyway.
fn open(address: &str) {
    let (opener, before): (_, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        // The first word after `start` would be the title of a window.
        ("cmd", &["/c", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let quiet = std::process::Stdio::null;
    let _ = std::process::Command::new(opener)
        .args(before)
        .arg(address)
        .stdin(quiet())
        .stdout(quiet())
        .stderr(quiet())
        .spawn();
}
