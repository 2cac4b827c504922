//! The preview: sites from memory, and a frame around them that shows problems
//! and follows each save. The pages in the frame are byte for byte those that
//! `build` writes.

mod preview;

use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};

use super::args::Serve;
use super::report::Words;
use super::terminal::Terminal;
use super::{CLEAN, Stop, school};
use crate::io::http::{Answer, Loopback};
use crate::io::{self, watch};
use preview::Preview;

const PORT: u16 = 4321;

/// Builds, serves and follows until the program is ended.
pub(super) fn run(options: &Serve, terminal: &mut Terminal) -> Result<u8, Stop> {
    let folder = school::find(options.folder.as_deref())?;
    let server = Loopback::listen(options.port.unwrap_or(PORT))?;
    let watched = watch::watch(&folder)?;
    let preview = Mutex::new(Preview::default());
    let pages: Mutex<Vec<Sender<String>>> = Mutex::default();
    let words = refresh(&folder, &preview)?;
    let address = format!("http://{}/", server.address());
    terminal.say(&words.say("serving", [("address", address.clone())]))?;
    terminal.say(&words.say("serving-hint", []))?;
    if options.open {
        open(&address);
    }
    std::thread::scope(|threads| {
        threads.spawn(|| server.serve(|path| answer(path, &preview, &pages)));
        for () in &watched.changes {
            let (done, milliseconds) = io::until_now(|| refresh(&folder, &preview));
            // A folder that cannot be read just now keeps its pages.
            let Ok(words) = done else { continue };
            lock(&pages).retain(|page| page.send("saved".to_owned()).is_ok());
            let took = [("milliseconds", milliseconds.to_string())];
            // Pages follow on, whether or not anybody reads the terminal.
            let _ = terminal.say(&words.say("rebuilt", took));
        }
    });
    Ok(CLEAN)
}

/// A thread that panicked while it held the lock has left nothing half done
/// that the next build would not mend.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn refresh(folder: &Path, preview: &Mutex<Preview>) -> Result<Words, Stop> {
    let compiled = school::compile(folder, |_, bundle| bundle)?;
    let words = Words::new(&compiled.language);
    lock(preview).update(compiled, &words);
    Ok(words)
}

fn answer(path: &str, preview: &Mutex<Preview>, pages: &Mutex<Vec<Sender<String>>>) -> Answer {
    if path == "/events" {
        let (sender, receiver) = channel();
        lock(pages).push(sender);
        return Answer::Events(receiver);
    }
    lock(preview).answer(&decoded(path))
}

/// `%C3%AB` in an address is `ë` in a folder's name.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let hex = (byte == b'%').then(|| {
            let digits = [rest.clone().next()?, rest.clone().nth(1)?];
            u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()
        });
        if let Some(Some(value)) = hex {
            bytes.push(value);
            rest.nth(1);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Opens the browser, where the system knows how; the address is on the
/// terminal anyway.
fn open(address: &str) {
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let quiet = std::process::Stdio::null;
    let _ = std::process::Command::new(opener)
        .arg(address)
        .stdout(quiet())
        .stderr(quiet())
        .spawn();
}
