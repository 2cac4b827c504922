//! Lines of a Markdown text, and the spaces around their words.

use crate::source::is_zero_width;

/// One line of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// The byte where it begins.
    pub(super) start: usize,
    /// Its text, without the line end.
    pub(super) text: &'a str,
}

/// The lines of `text`.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let at = start;
        start += line.len();
        let line = line.strip_suffix('\n').unwrap_or(line);
        Line {
            start: at,
            text: line.strip_suffix('\r').unwrap_or(line),
        }
    })
}

/// A line without the spaces and characters of no width around it.
pub(super) fn unpadded(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || is_zero_width(c))
}

/// Whether a character is a space that Markdown does not count as one: a no-break space,
/// a wide space.
pub(super) fn is_other_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, ' ' | '\t' | '\n' | '\r')
}
