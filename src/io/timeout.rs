//! Work with a timeout. A sync program that still has to fetch a file, or a share that
//! does not answer, can hold up a read for as long as it likes.

use std::sync::mpsc::channel;
use std::time::Duration;

/// Runs `work` on a background thread. Returns `None` if it takes longer than
/// `timeout`. A thread that waits for the system cannot be stopped, so it goes on
/// without anybody waiting for it.
pub(super) fn with_timeout<T: Send + 'static>(
    timeout: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    let (sender, receiver) = channel();
    let thread = std::thread::Builder::new().spawn(move || {
        // The receiver is gone after the timeout.
        let _ = sender.send(work());
    });
    thread.ok()?;
    receiver.recv_timeout(timeout).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_that_does_not_answer_is_given_up() {
        let long = Duration::from_mins(1);
        assert_eq!(with_timeout(long, || 7), Some(7));
        let never = || std::thread::sleep(Duration::from_mins(10));
        assert_eq!(with_timeout(Duration::from_millis(20), never), None);
    }
}
