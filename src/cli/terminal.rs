use std::borrow::Cow;
use std::io::{self, IsTerminal as _, Write};

use anstream::AutoStream;

use super::Format;

/// Where a command speaks.
pub(super) struct Terminal {
    out: AutoStream<io::Stdout>,
    err: AutoStream<io::Stderr>,
}

impl Terminal {
    pub(super) fn new() -> Self {
        Self {
            out: AutoStream::auto(io::stdout()),
            err: AutoStream::auto(io::stderr()),
        }
    }

    /// The format to use where none was asked for: pictures of lines are for
    /// eyes at a terminal that shows colour.
    pub(super) fn format(asked: Option<Format>) -> Format {
        let plain = !io::stdout().is_terminal()
            || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        asked.unwrap_or(if plain { Format::Plain } else { Format::Human })
    }

    /// Says a line. Where nobody listens any more the work goes on, and ends as
    /// it would have ended.
    pub(super) fn say(&mut self, line: &str) -> io::Result<()> {
        let told = writeln!(self.out, "{}", steady(line));
        match told.and_then(|()| self.out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            told => told,
        }
    }

    /// Says a line that is not the result.
    pub(super) fn error(&mut self, line: &str) {
        // Where nobody listens nothing is left to do.
        let _ = writeln!(self.err, "{}", steady(line));
    }
}

/// `text` without what moves a terminal or turns its words around, whoever wrote
/// it. Colours stay, which are the tool's own; so do line ends and tabs.
fn steady(text: &str) -> Cow<'_, str> {
    if !text.contains(moves) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.find(moves).and_then(|at| rest.split_at_checked(at)) {
        out.push_str(before);
        let kept = colour(from).unwrap_or_default();
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

/// The escape that sets a colour at the front of `text`.
fn colour(text: &str) -> Option<&str> {
    let numbers = text.strip_prefix("\u{1b}[")?;
    let end = numbers.find(|c: char| !c.is_ascii_digit() && c != ';')?;
    numbers.get(end..)?.starts_with('m').then_some(())?;
    text.get(..end + 3)
}

fn moves(character: char) -> bool {
    let control = character.is_control() && !matches!(character, '\n' | '\t');
    control || matches!(u32::from(character), 0x2028..=0x202E | 0x2066..=0x2069)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_moved_by_nothing_but_colours() {
        let check = |text: &str, expected: &str| assert_eq!(steady(text), expected, "{text:?}");
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
