//! How far a run has come, for whoever shows what it is waiting for.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use super::questions::Question;

/// How many answers a school folder has given, and how many students are done. Clones
/// count the same run.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    listed: AtomicUsize,
    looked: AtomicUsize,
    read: AtomicUsize,
    students: AtomicUsize,
    done: AtomicUsize,
    is_waiting: AtomicBool,
}

impl Progress {
    /// How many folders were listed.
    #[must_use]
    pub fn folders_listed(&self) -> usize {
        self.0.listed.load(Ordering::Relaxed)
    }

    /// How many files were looked at without opening them.
    #[must_use]
    pub fn files_looked_at(&self) -> usize {
        self.0.looked.load(Ordering::Relaxed)
    }

    /// How many files were read.
    #[must_use]
    pub fn files_read(&self) -> usize {
        self.0.read.load(Ordering::Relaxed)
    }

    /// How many students the run is about. 0 while it is not known who has changed.
    #[must_use]
    pub fn students(&self) -> usize {
        self.0.students.load(Ordering::Relaxed)
    }

    /// How many of the students are done.
    #[must_use]
    pub fn students_done(&self) -> usize {
        self.0.done.load(Ordering::Relaxed)
    }

    /// Whether the run is waiting for files that are being written.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.0.is_waiting.load(Ordering::Relaxed)
    }

    /// Notes that work on so many students begins.
    pub(crate) fn begin_students(&self, students: usize) {
        self.0.done.store(0, Ordering::Relaxed);
        self.0.students.store(students, Ordering::Relaxed);
    }

    /// Notes that one more student is done.
    pub(crate) fn student_done(&self) {
        self.0.done.fetch_add(1, Ordering::Relaxed);
    }

    /// Waits for files that are being written.
    pub(crate) fn wait(&self, time: Duration) {
        self.0.is_waiting.store(true, Ordering::Relaxed);
        thread::sleep(time);
        self.0.is_waiting.store(false, Ordering::Relaxed);
    }

    pub(super) fn count(&self, question: Question) {
        let counter = match question {
            Question::List => &self.0.listed,
            Question::Look => &self.0.looked,
            Question::Read => &self.0.read,
        };
        counter.fetch_add(1, Ordering::Relaxed);
    }
}
