//! Sends files, several folders at once, and each folder in its order.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::contents::Contents;
use super::plan::FolderPlan;
use crate::host::{Host, HostFault, HostFaultKind, Kind};
use crate::source::RelPath;

/// How far a publication has come. Clones count the same one.
#[derive(Debug, Clone, Default)]
pub struct Sending(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    files: AtomicUsize,
    sent: AtomicUsize,
    bytes: AtomicU64,
    is_waiting: AtomicBool,
}

impl Sending {
    /// How many files are to be sent. 0 while it is not known.
    #[must_use]
    pub fn files(&self) -> usize {
        self.0.files.load(Ordering::Relaxed)
    }

    /// How many of them were sent.
    #[must_use]
    pub fn sent(&self) -> usize {
        self.0.sent.load(Ordering::Relaxed)
    }

    /// How many bytes were sent.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.0.bytes.load(Ordering::Relaxed)
    }

    /// Whether it waits for another computer that may be publishing.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.0.is_waiting.load(Ordering::Relaxed)
    }

    pub(super) fn begin(&self, files: usize) {
        self.0.files.store(files, Ordering::Relaxed);
    }

    pub(super) fn wait(&self, is_waiting: bool) {
        self.0.is_waiting.store(is_waiting, Ordering::Relaxed);
    }

    fn count(&self, bytes: usize) {
        self.0.sent.fetch_add(1, Ordering::Relaxed);
        self.0.bytes.fetch_add(bytes as u64, Ordering::Relaxed);
    }
}

/// What happened to one folder.
pub(super) struct FolderSent {
    pub(super) folder: String,
    /// The files that are on the host now.
    pub(super) sent: Vec<RelPath>,
    /// Why the rest was not sent.
    pub(super) stopped: Option<Stopped>,
}

/// Why a folder was not sent completely.
pub(super) enum Stopped {
    /// The host did not take a file.
    Host(HostFault),
    /// A file here changed since it was looked at.
    Changed,
}

/// How many folders may fail one after the other before nothing more is tried.
const FAULTS: usize = 3;

/// Folders that are sent to a host.
pub(super) struct Sender<'a> {
    pub(super) host: &'a dyn Host,
    pub(super) contents: &'a Contents,
    pub(super) sending: &'a Sending,
    /// How many folders are sent at the same time.
    pub(super) jobs: usize,
    /// How often [`Sender::send`] calls back.
    pub(super) turn: Duration,
}

impl Sender<'_> {
    /// Sends `folders`. Calls `report` with each that is done, and with `None` when none was
    /// for a while; `false` stops the rest. Returns the folders that were not begun.
    pub(super) fn send(
        &self,
        folders: &[FolderPlan],
        report: &mut dyn FnMut(Option<FolderSent>) -> bool,
    ) -> usize {
        let open: Mutex<VecDeque<&FolderPlan>> = Mutex::new(folders.iter().collect());
        let is_stopped = AtomicBool::new(false);
        let next = || {
            let mut open = open.lock().unwrap_or_else(PoisonError::into_inner);
            (!is_stopped.load(Ordering::Relaxed))
                .then(|| open.pop_front())
                .flatten()
        };
        std::thread::scope(|scope| {
            let (sender, done) = channel();
            for _ in 0..self.jobs.min(folders.len()) {
                let (sender, next) = (sender.clone(), &next);
                scope.spawn(move || {
                    while let Some(folder) = next() {
                        if sender.send(self.folder(folder)).is_err() {
                            break;
                        }
                    }
                });
            }
            drop(sender);
            let mut faults = 0;
            loop {
                let one = match done.recv_timeout(self.turn) {
                    Ok(one) => Some(one),
                    Err(RecvTimeoutError::Timeout) => None,
                    Err(RecvTimeoutError::Disconnected) => break,
                };
                faults = match one.as_ref().map(|one| &one.stopped) {
                    None | Some(Some(Stopped::Changed)) => faults,
                    Some(None) => 0,
                    Some(Some(Stopped::Host(fault))) if is_for_all(fault.kind) => FAULTS,
                    Some(Some(Stopped::Host(_))) => faults + 1,
                };
                let goes_on = report(one) && faults < FAULTS;
                if !goes_on {
                    is_stopped.store(true, Ordering::Relaxed);
                }
            }
        });
        open.into_inner()
            .unwrap_or_else(PoisonError::into_inner)
            .len()
    }

    fn folder(&self, plan: &FolderPlan) -> FolderSent {
        let mut done = FolderSent {
            folder: plan.folder.clone(),
            sent: Vec::new(),
            stopped: None,
        };
        for path in plan.to_send() {
            match self.file(&plan.folder, path) {
                Ok(()) => done.sent.push(path.clone()),
                Err(stopped) => {
                    done.stopped = Some(stopped);
                    break;
                }
            }
        }
        done
    }

    fn file(&self, folder: &str, path: &RelPath) -> Result<(), Stopped> {
        let bytes = self.contents.bytes(folder, path).ok_or(Stopped::Changed)?;
        let place = on_host(folder, path).ok_or(Stopped::Changed)?;
        let written = self.host.write(&place, &bytes, Kind::of(path));
        written.map_err(Stopped::Host)?;
        self.sending.count(bytes.len());
        Ok(())
    }
}

/// The path of a file on the host.
pub(super) fn on_host(folder: &str, path: &RelPath) -> Option<RelPath> {
    RelPath::new(&format!("{folder}/{}", path.as_str()))
}

/// Whether the next folder would meet the same problem.
fn is_for_all(kind: HostFaultKind) -> bool {
    matches!(kind, HostFaultKind::Full | HostFaultKind::Stranger)
}
