//! Standard output and standard error, as wide as the terminal is.

use std::borrow::Cow;
use std::io::{self, IsTerminal as _, Write};

use anstream::AutoStream;
use terminal_size::{Width, terminal_size_of};

use super::Format;
use super::wrap::wrapped;
use crate::source::moves_terminal;

/// Output of a command: standard output and standard error.
pub(super) struct Terminal {
    out: AutoStream<io::Stdout>,
    err: AutoStream<io::Stderr>,
    /// The width in columns if standard output is a terminal.
    columns: Option<usize>,
    columns_of_err: Option<usize>,
}

/// Excerpts of source lines need at least this many columns.
const OF_PICTURES: usize = 50;

impl Terminal {
    pub(super) fn new() -> Self {
        Self {
            out: AutoStream::auto(io::stdout()),
            err: AutoStream::auto(io::stderr()),
            columns: columns(terminal_size_of(io::stdout())),
            columns_of_err: columns(terminal_size_of(io::stderr())),
        }
    }

    /// The width of the terminal in columns; `None` if the output goes to a
    /// file or pipe.
    pub(super) fn columns(&self) -> Option<usize> {
        self.columns
    }

    /// The format to use if none was given: excerpts of source lines on a
    /// terminal that is wide enough, sentences otherwise.
    pub(super) fn format(asked: Option<Format>) -> Format {
        let columns = columns(terminal_size_of(io::stdout()));
        let picture = columns.is_some_and(|columns| columns >= OF_PICTURES);
        asked.unwrap_or(if picture {
            Format::Human
        } else {
            Format::Plain
        })
    }

    /// Prints sentences, wrapped to the width of the terminal.
    pub(super) fn say(&mut self, text: &str) -> io::Result<()> {
        match self.columns {
            Some(columns) => self.show(&wrapped(text, columns)),
            None => self.show(text),
        }
    }

    /// Prints lines as they are. If the reader has closed the pipe, the command
    /// continues and exits as it would have.
    pub(super) fn show(&mut self, lines: &str) -> io::Result<()> {
        let told = writeln!(self.out, "{}", sanitize_terminal(lines));
        match told.and_then(|()| self.out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            told => told,
        }
    }

    /// Prints a line to standard error.
    pub(super) fn error(&mut self, text: &str) {
        let text = match self.columns_of_err {
            Some(columns) => Cow::Owned(wrapped(text, columns)),
            None => Cow::Borrowed(text),
        };
        // If standard error is closed, there is no way left to report it.
        let _ = writeln!(self.err, "{}", sanitize_terminal(&text));
    }

    /// Prints a line and waits for the Enter key.
    pub(super) fn hold(&mut self, line: &str) {
        self.error(line);
        if io::stdin().is_terminal() {
            let _ = io::stdin().read_line(&mut String::new());
        }
    }
}

/// The width of the terminal that shows standard error. `None` if it goes to a file or
/// pipe, or if the terminal cannot replace a line.
pub(super) fn columns_for_progress() -> Option<usize> {
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    columns(terminal_size_of(io::stderr())).filter(|_| !is_dumb)
}

/// The width of a terminal of `size`, unless `COLUMNS` is set.
fn columns(size: Option<(Width, terminal_size::Height)>) -> Option<usize> {
    let (Width(real), _) = size?;
    let set = std::env::var("COLUMNS").ok();
    let set = set.and_then(|set| set.parse().ok());
    let columns = set.unwrap_or(usize::from(real));
    (columns > 0).then_some(columns)
}

/// `text` without control sequences that move the cursor or reverse the text
/// direction, whoever wrote it. Color sequences, which are kinfolio's own, line
/// breaks and tabs remain.
fn sanitize_terminal(text: &str) -> Cow<'_, str> {
    if !text.contains(moves_terminal) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest
        .find(moves_terminal)
        .and_then(|at| rest.split_at_checked(at))
    {
        out.push_str(before);
        let kept = color(from).unwrap_or_default();
        out.push_str(kept);
        let mut after = from.get(kept.len()..).unwrap_or_default().chars();
        if kept.is_empty() && after.next().is_some() {
            out.push(char::REPLACEMENT_CHARACTER);
        }
        rest = after.as_str();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The escape sequence at the start of `text` that sets a color.
fn color(text: &str) -> Option<&str> {
    let numbers = text.strip_prefix("\u{1b}[")?;
    let end = numbers.find(|c: char| !c.is_ascii_digit() && c != ';')?;
    numbers.get(end..)?.starts_with('m').then_some(())?;
    text.get(..end + 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_moved_by_nothing_but_colors() {
        let check =
            |text: &str, expected: &str| assert_eq!(sanitize_terminal(text), expected, "{text:?}");
        check("a\tb\nc", "a\tb\nc");
        check("\u{1b}[1;31mred\u{1b}[0m", "\u{1b}[1;31mred\u{1b}[0m");
        check("\u{1b}[2Ja", "\u{fffd}[2Ja");
        check("\u{1b}]0;title\u{7}a", "\u{fffd}]0;title\u{fffd}a");
        check("\u{9b}2Ja", "\u{fffd}2Ja");
        check("a\rb\u{8}c\u{7f}", "a\u{fffd}b\u{fffd}c\u{fffd}");
        check("a\u{202e}b\u{2066}", "a\u{fffd}b\u{fffd}");
        check("\u{1b}", "\u{fffd}");
    }
}
