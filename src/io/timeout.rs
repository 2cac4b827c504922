//! Work with a timeout. A sync program that still has to fetch a file, or a share that
//! does not answer, can hold up a read for as long as it likes.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// Runs `work` on a background thread. Returns `None` if it takes longer than
/// `timeout`. A thread that waits for the system cannot be stopped, so it goes on
/// without anybody waiting for it.
pub(super) fn with_timeout<T: Send + 'static>(
    timeout: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    while_it_answers(timeout, &AtomicUsize::new(0), work)
}

/// The same for work that asks many questions and counts the `answers`. Returns `None`
/// if there was no answer for as long as `timeout`: a slow share is not a dead one.
pub(super) fn while_it_answers<T: Send + 'static>(
    timeout: Duration,
    answers: &AtomicUsize,
    work: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    let (sender, receiver) = channel();
    let thread = std::thread::Builder::new().spawn(move || {
        // The receiver is gone after the timeout.
        let _ = sender.send(work());
    });
    thread.ok()?;
    let mut before = 0;
    loop {
        match receiver.recv_timeout(timeout) {
            Ok(result) => return Some(result),
            Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) => {
                let now = answers.load(Ordering::Relaxed);
                if now == before {
                    return None;
                }
                before = now;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn work_that_does_not_answer_is_given_up() {
        let long = Duration::from_mins(1);
        assert_eq!(with_timeout(long, || 7), Some(7));
        let never = || std::thread::sleep(Duration::from_mins(10));
        assert_eq!(with_timeout(Duration::from_millis(20), never), None);
    }

    #[test]
    fn work_that_answers_slowly_is_waited_for() {
        let check = |answers_come: bool, expected: Option<()>| {
            let answers = Arc::new(AtomicUsize::new(0));
            let counted = Arc::clone(&answers);
            let work = move || {
                for _ in 0..20 {
                    std::thread::sleep(Duration::from_millis(20));
                    counted.fetch_add(usize::from(answers_come), Ordering::Relaxed);
                }
            };
            let found = while_it_answers(Duration::from_millis(100), &answers, work);
            assert_eq!(found, expected);
        };
        check(true, Some(()));
        check(false, None);
    }
}
