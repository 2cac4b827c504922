//! The progress line: how far a long run has come, on a terminal only.

use std::cell::LazyCell;
use std::io::{self, Write as _};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use textwrap::core::display_width;

use super::diagnostics::Messages;
use super::terminal::columns_for_progress;
use crate::io::{Progress, watch::Since};
use crate::publish::Sending;

/// A run that takes less time needs no line.
const LONG: Duration = Duration::from_secs(1);

/// How long the line stays as it is.
const TURN: Duration = Duration::from_millis(200);

/// A line on standard error that shows a run until this is dropped. Dropping it erases
/// the line: do that before anything else is printed, or print with [`Self::without`], so
/// that lines do not mix.
pub(super) struct ProgressLine {
    /// `None` if standard error is not a terminal.
    thread: Option<(Sender<()>, JoinHandle<()>)>,
    shown: Shown,
}

/// The text that is on the terminal now. Who locks it, prints.
type Shown = Arc<Mutex<String>>;

impl ProgressLine {
    /// Shows a build as soon as it has taken a while.
    pub(super) fn begin(progress: Progress) -> Self {
        let mut students_begun = None;
        Self::of(move |messages| {
            if progress.students() > 0 {
                students_begun.get_or_insert_with(Since::now);
            }
            let spent = students_begun.map(Since::elapsed);
            text(&progress, spent.unwrap_or_default(), messages)
        })
    }

    /// Shows a publication as soon as it has taken a while.
    pub(super) fn of_sending(sending: Sending) -> Self {
        Self::of(move |messages| text_of_sending(&sending, messages))
    }

    fn of(text: impl FnMut(&Messages) -> String + Send + 'static) -> Self {
        let shown = Shown::default();
        let thread = columns_for_progress().and_then(|_| {
            let (sender, stopped) = channel();
            let shown = Arc::clone(&shown);
            let show = move || show(text, &shown, &stopped);
            // Without another thread the run goes on, only unseen.
            let thread = thread::Builder::new().spawn(show).ok()?;
            Some((sender, thread))
        });
        Self { thread, shown }
    }

    /// Calls `print` while the line is erased. Then the line comes back.
    pub(super) fn without<T>(&self, print: impl FnOnce() -> T) -> T {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        replace(&mut shown, "");
        print()
    }
}

impl Drop for ProgressLine {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.thread.take() {
            drop(stop);
            // It only shows what happens, so it cannot make a run fail.
            let _ = thread.join();
        }
    }
}

/// Shows `text` until the other end of `stopped` is dropped.
fn show(mut text: impl FnMut(&Messages) -> String, shown: &Shown, stopped: &Receiver<()>) {
    // Short runs do not pay for reading them.
    let messages = LazyCell::new(Messages::of_tool);
    let begun = Since::now();
    let replace_by = |text: &str| {
        let mut shown = shown.lock().unwrap_or_else(PoisonError::into_inner);
        replace(&mut shown, text);
    };
    while stopped.recv_timeout(TURN) == Err(RecvTimeoutError::Timeout) {
        if begun.elapsed() >= LONG
            && let Some(columns) = columns_for_progress()
        {
            replace_by(&fitting(&text(&messages), columns));
        }
    }
    replace_by("");
}

/// Replaces the line `shown` on the terminal. Spaces do it on every terminal, which
/// control sequences do not.
fn replace(shown: &mut String, text: &str) {
    if *shown != text {
        let rest = display_width(shown).saturating_sub(display_width(text));
        let back = if text.is_empty() { "\r" } else { "" };
        let mut err = io::stderr().lock();
        let written = write!(err, "\r{text}{:rest$}{back}", "");
        // If standard error is closed, nobody is looking.
        let _ = written.and_then(|()| err.flush());
        text.clone_into(shown);
    }
}

/// As much of `text` as can stand in one line. The last column stays free, because some
/// terminals begin a new line there.
fn fitting(text: &str, columns: usize) -> String {
    let mut line = String::new();
    for character in text.chars() {
        line.push(character);
        if display_width(&line) >= columns {
            line.pop();
            break;
        }
    }
    line
}

/// What a run is doing, `spent` after the work on students began.
fn text(progress: &Progress, spent: Duration, messages: &Messages) -> String {
    if progress.is_waiting() {
        return messages.say("progress-waiting", []);
    }
    let students = progress.students();
    if students == 0 {
        let counts = [
            ("folders", progress.folders_listed()),
            ("looked", progress.files_looked_at()),
            ("read", progress.files_read()),
        ];
        return messages.count("progress-reading", &counts, []);
    }
    let done = progress.students_done().min(students);
    let (id, left) = match seconds_left(spent, done, students) {
        None => ("progress-students", ("seconds", 0)),
        // To five seconds, because a guess is not better than that.
        Some(seconds) if seconds < 90 => {
            let seconds = (seconds + 1).next_multiple_of(5);
            ("progress-seconds", ("seconds", seconds))
        }
        Some(seconds) => ("progress-minutes", ("minutes", seconds.div_ceil(60))),
    };
    let counts = [("done", done), ("students", students), left];
    messages.count(id, &counts, [])
}

/// What a publication is doing.
fn text_of_sending(sending: &Sending, messages: &Messages) -> String {
    if sending.is_waiting() {
        return messages.say("progress-other-publisher", []);
    }
    let files = sending.files();
    if files == 0 {
        return messages.say("progress-host", []);
    }
    let kilobytes = usize::try_from(sending.bytes() / 1000).unwrap_or(usize::MAX);
    let counts = [
        ("done", sending.sent().min(files)),
        ("files", files),
        ("kilobytes", kilobytes),
    ];
    messages.count("progress-sending", &counts, [])
}

/// How many seconds a run still takes if it goes on as it did. `None` if it is too early
/// to tell, or if nothing is left.
fn seconds_left(spent: Duration, done: usize, students: usize) -> Option<usize> {
    if spent < LONG || done == 0 || done == students {
        return None;
    }
    let spent = usize::try_from(spent.as_millis()).ok()?;
    let left = students.checked_sub(done)?;
    Some(spent.checked_mul(left)? / done / 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_says_what_it_waits_for_and_how_long_it_takes() {
        let messages = Messages::of_tool();
        let check = |seconds: u64, done: usize, students: usize, expected: &str| {
            let progress = Progress::default();
            progress.begin_students(students);
            for _ in 0..done {
                progress.student_done();
            }
            let text = text(&progress, Duration::from_secs(seconds), &messages);
            assert_eq!(text, expected);
        };
        let reading = "Reading the school folder. Folders: 0, files checked: 0, files read: 0";
        check(0, 0, 0, reading);
        check(30, 0, 50, "Students done: 0 of 50");
        check(0, 20, 50, "Students done: 20 of 50");
        check(60, 50, 50, "Students done: 50 of 50");
        let left = |left: &str| format!("Students done: 10 of 50. About {left} left.");
        check(1, 10, 50, &left("5 seconds"));
        check(10, 10, 50, &left("45 seconds"));
        check(22, 10, 50, &left("90 seconds"));
        check(23, 10, 50, &left("2 minutes"));
        check(60, 10, 50, &left("4 minutes"));
    }

    #[test]
    fn a_line_is_one_line() {
        let check = |columns: usize, expected: &str| {
            assert_eq!(fitting("Khôi 学校", columns), expected, "{columns}");
        };
        check(80, "Khôi 学校");
        check(10, "Khôi 学校");
        check(9, "Khôi 学");
        check(3, "Kh");
        check(0, "");
    }
}
