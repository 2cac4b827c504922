//! Reports when something in a folder was saved.
//!
//! Events of the system are quick but not reliable: shares and synced folders send
//! none, queues overflow, watches run out. To be certain, the caller also scans the
//! folder now and then.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::Fault;

/// What happened in a watched folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// These places were written to.
    Saved(Vec<PathBuf>),
    /// Something was written to, but the system cannot say where.
    Lost,
    /// Nothing was written to within the time to wait.
    Quiet,
    /// A person or the system asked the program to stop.
    End,
}

/// Receives news from a watched folder.
pub struct ChangeListener {
    sender: Sender<News>,
    receiver: Receiver<News>,
    watcher: Option<RecommendedWatcher>,
}

impl Default for ChangeListener {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self {
            sender,
            receiver,
            watcher: None,
        }
    }
}

impl ChangeListener {
    /// Begins to watch `folder` and everything below it. An earlier watch ends.
    ///
    /// # Errors
    /// The system error, for example if the system has no more watches to give, or if
    /// the folder is not there.
    pub fn begin(&mut self, folder: &Path) -> Result<(), Fault> {
        self.watcher = None;
        let sender = self.sender.clone();
        let tell = move |event: notify::Result<Event>| {
            let news = match event {
                Ok(event) if event.need_rescan() => News::Lost,
                // Reading a file is an event, too. Building would lead to building.
                Ok(event) if matches!(event.kind, EventKind::Access(_)) => return,
                Ok(event) => News::Saved(event.paths),
                Err(_) => News::Lost,
            };
            // The receiver is gone only when the program ends.
            let _ = sender.send(news);
        };
        let fault = |error| Fault::new("watch", folder, error);
        let mut watcher = notify::recommended_watcher(tell).map_err(fault)?;
        watcher
            .watch(folder, RecursiveMode::Recursive)
            .map_err(fault)?;
        self.watcher = Some(watcher);
        Ok(())
    }

    /// Lets a signal of the system or of a person end a wait.
    ///
    /// # Errors
    /// The system error if it cannot report signals.
    pub fn end_when_asked(&self) -> Result<(), Fault> {
        let sender = self.sender.clone();
        let handler = move || {
            let _ = sender.send(News::End);
        };
        let set = ctrlc::set_handler(handler);
        set.map_err(|error| Fault::new("signals", Path::new("-"), error))
    }

    /// Waits for news, but not longer than `timeout`.
    #[must_use]
    pub fn wait(&self, timeout: Duration) -> News {
        match self.receiver.recv_timeout(timeout) {
            Ok(news) => news,
            Err(RecvTimeoutError::Timeout) => News::Quiet,
            Err(RecvTimeoutError::Disconnected) => News::End,
        }
    }
}

/// A moment to measure time from. Setting the computer's clock does not change it.
#[derive(Debug, Clone, Copy)]
pub struct Since(Instant);

impl Since {
    /// This moment.
    #[must_use]
    pub fn now() -> Self {
        Self(Instant::now())
    }

    /// How long ago it was.
    #[must_use]
    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

/// Whether the system does not report what other computers and programs write here:
/// on a network share, or in a folder that a program provides.
#[must_use]
pub fn is_remote(folder: &Path) -> bool {
    kind_of_disk(folder).is_some_and(|kind| REMOTE.contains(&kind))
}

/// Whether the times of files here may come from another clock, or from the files
/// that they are copies of.
#[must_use]
pub fn has_own_clock(folder: &Path) -> bool {
    let fat = || kind_of_disk(folder).is_some_and(|kind| FAT.contains(&kind));
    cfg!(windows) || is_remote(folder) || fat()
}

/// The numbers that Linux has for FAT and exFAT.
const FAT: [u64; 2] = [0x4D44, 0x2011_BAB0];

/// The numbers that Linux has for NFS, SMB (three), FUSE, 9P, AFS, Ceph and Coda.
const REMOTE: [u64; 9] = [
    0x6969,
    0x517B,
    0xFF53_4D42,
    0xFE53_4D42,
    0x6573_5546,
    0x0102_1997,
    0x5346_414F,
    0x00C3_6400,
    0x7375_7245,
];

#[cfg(target_os = "linux")]
fn kind_of_disk(folder: &Path) -> Option<u64> {
    let facts = rustix::fs::statfs(folder).ok()?;
    u64::try_from(facts.f_type).ok()
}

#[cfg(not(target_os = "linux"))]
fn kind_of_disk(_: &Path) -> Option<u64> {
    None
}
