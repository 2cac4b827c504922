use std::sync::mpsc::channel;
use std::time::Duration;

/// Does `work` on a thread of its own, and waits for `most` at most. Nothing
/// comes back when it takes longer: a thread that the system holds up in a read
/// cannot be ended, so it is left to itself.
pub(super) fn with_timeout<T: Send + 'static>(
    most: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    let (sender, receiver) = channel();
    let thread = std::thread::Builder::new().spawn(move || {
        // Whoever waited may have given up.
        let _ = sender.send(work());
    });
    thread.ok()?;
    receiver.recv_timeout(most).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_answer_holds_up_nobody() {
        let long = Duration::from_mins(1);
        assert_eq!(with_timeout(long, || 7), Some(7));
        let never = || std::thread::sleep(Duration::from_mins(10));
        assert_eq!(with_timeout(Duration::from_millis(20), never), None);
    }
}
