//! Questions to the disk of a school folder: many at a time if it answers slowly.
//!
//! A share answers a few hundred questions a second if they are asked one after the
//! other, because each one travels. Most of that is waiting, so [`AT_ONCE`] questions
//! are on their way together. A disk that answers at once is asked by one thread for
//! each core: more threads would only take memory.

use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use rayon::prelude::*;

use super::progress::Progress;
use super::watch::Since;

/// The most questions that are on their way to a slow disk at a time. More would not
/// be quicker: the small servers of schools answer about as many together.
pub(super) const AT_ONCE: usize = 32;

/// A disk that takes longer than this to open a folder is slow.
const SLOW: Duration = Duration::from_millis(1);

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Question {
    /// What is in a folder.
    List,
    /// The size and times of a file, or what kind of thing it is.
    Look,
    /// The contents of a file.
    Read,
}

/// Everything that asks one disk, with what is known of its answers.
#[derive(Debug, Clone, Default)]
pub(super) struct Questions {
    /// The answers to all questions.
    pub(super) progress: Progress,
    /// The number of answers to the questions about one part of the folder.
    pub(super) answers: Arc<AtomicUsize>,
    pace: Arc<Pace>,
    #[cfg(test)]
    pub(super) slow_disk: Option<Arc<slow_disk::SlowDisk>>,
}

/// How quickly a disk answers, and how many threads wait for it.
#[derive(Debug, Default)]
struct Pace {
    is_slow: AtomicBool,
    waiting: AtomicUsize,
}

/// Threads that may ask, besides the one that has them.
struct Helpers<'a> {
    pace: &'a Pace,
    count: usize,
}

impl Drop for Helpers<'_> {
    fn drop(&mut self) {
        self.pace.waiting.fetch_sub(self.count, Ordering::Relaxed);
    }
}

impl Pace {
    /// As many helpers as are free, and at most `most`. A folder that never answers
    /// keeps its helpers; then the others have fewer, but they go on.
    fn helpers(&self, most: usize) -> Helpers<'_> {
        let mut count = 0;
        let _ = self
            .waiting
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |waiting| {
                count = most.min((AT_ONCE - 1).saturating_sub(waiting));
                Some(waiting + count)
            });
        Helpers { pace: self, count }
    }
}

impl Questions {
    /// The questions about one part of the folder, with a number of answers of its own.
    pub(super) fn of_part(&self) -> Self {
        Self {
            answers: Arc::default(),
            ..self.clone()
        }
    }

    /// Asks one question and counts the answer.
    pub(super) fn ask<T>(&self, question: Question, answer: impl FnOnce() -> T) -> T {
        let begun = Since::now();
        #[cfg(test)]
        let _asked = self.slow_disk.as_ref().map(|disk| disk.ask(question));
        let answer = answer();
        if question == Question::List {
            let is_slow = begun.elapsed() > SLOW;
            self.pace.is_slow.store(is_slow, Ordering::Relaxed);
        }
        self.progress.count(question);
        self.answers.fetch_add(1, Ordering::Relaxed);
        answer
    }

    /// Asks about each of `items` and returns the answers in the same order: many at a
    /// time if the disk is slow, otherwise one after the other.
    pub(super) fn each<T: Sync, R: Send>(
        &self,
        items: &[T],
        ask: impl Fn(&T) -> R + Sync,
    ) -> Vec<R> {
        let helpers = self.helpers(items.len());
        if helpers.count == 0 {
            return items.iter().map(ask).collect();
        }
        with_threads(helpers.count, items, &ask)
    }

    /// Does `work`, which asks the disk, for each of `items`, and returns the results
    /// in the same order. There are more threads than cores if the disk is slow.
    pub(super) fn work_on_each<T: Sync, R: Send>(
        &self,
        items: &[T],
        work: impl Fn(&T) -> R + Sync + Send,
    ) -> Vec<R> {
        let helpers = self.helpers(items.len());
        if helpers.count == 0 {
            return items.par_iter().map(&work).collect();
        }
        with_threads(helpers.count, items, &work)
    }

    /// Threads to wait for the answers about `items` things. None if the disk is quick.
    fn helpers(&self, items: usize) -> Helpers<'_> {
        let is_slow = self.pace.is_slow.load(Ordering::Relaxed);
        let most = if is_slow { items.saturating_sub(1) } else { 0 };
        self.pace.helpers(most)
    }
}

/// Does `work` for each of `items`, on this thread and on `helpers` more. The next free
/// thread takes the next item.
fn with_threads<T: Sync, R: Send>(
    helpers: usize,
    items: &[T],
    work: &(impl Fn(&T) -> R + Sync),
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let run = || {
        let mut done = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(number) else {
                return done;
            };
            done.push((number, work(item)));
        }
    };
    let mut done = thread::scope(|scope| {
        // If the system has no more threads to give, those that run do all of the work.
        let start = |_| thread::Builder::new().spawn_scoped(scope, run).ok();
        let threads: Vec<_> = (0..helpers).filter_map(start).collect();
        let mut done = run();
        for thread in threads {
            done.extend(thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

/// A disk that answers slowly and counts what it is asked.
#[cfg(test)]
pub(super) mod slow_disk {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, Mutex};
    use std::thread;
    use std::time::Duration;

    use super::{Question, SLOW};

    #[derive(Debug, Default)]
    pub(in super::super) struct SlowDisk {
        pub(in super::super) asked: Mutex<Vec<Question>>,
        now: AtomicUsize,
        pub(in super::super) most_at_once: AtomicUsize,
        pub(in super::super) delay: Duration,
    }

    pub(super) struct Asked(Arc<SlowDisk>);

    impl Drop for Asked {
        fn drop(&mut self) {
            self.0.now.fetch_sub(1, Ordering::SeqCst);
        }
    }

    impl SlowDisk {
        pub(in super::super) fn new() -> Arc<Self> {
            let delay = SLOW * 20;
            Arc::new(Self {
                delay,
                ..Self::default()
            })
        }

        /// Notes a question and lets it wait.
        pub(super) fn ask(self: &Arc<Self>, question: Question) -> Asked {
            self.asked.lock().unwrap().push(question);
            let now = self.now.fetch_add(1, Ordering::SeqCst) + 1;
            self.most_at_once.fetch_max(now, Ordering::SeqCst);
            thread::sleep(self.delay);
            Asked(Arc::clone(self))
        }

        /// How many folders were listed, files looked at, and files read since the
        /// last time.
        pub(in super::super) fn counts(&self) -> [usize; 3] {
            let asked = std::mem::take(&mut *self.asked.lock().unwrap());
            let count = |kind| asked.iter().filter(|asked| **asked == kind).count();
            [Question::List, Question::Look, Question::Read].map(count)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_keep_their_order_on_any_number_of_threads() {
        let items: Vec<usize> = (0..100).collect();
        let doubled: Vec<usize> = items.iter().map(|item| item * 2).collect();
        for helpers in [0, 1, 7, 200] {
            assert_eq!(with_threads(helpers, &items, &|item| item * 2), doubled);
        }
    }

    #[test]
    fn helpers_are_shared_and_come_back() {
        let pace = Pace::default();
        let most = AT_ONCE - 1;
        let first = pace.helpers(20);
        let second = pace.helpers(20);
        let third = pace.helpers(20);
        let counts = [first.count, second.count, third.count];
        assert_eq!(counts, [20, most - 20, 0]);
        drop(second);
        assert_eq!(pace.helpers(100).count, most - 20);
        drop(first);
        assert_eq!(pace.helpers(100).count, most);
    }
}
