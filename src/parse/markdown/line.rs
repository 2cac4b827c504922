//! Lines of a text, and the signs around their words that nobody sees.

/// One line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// Where it begins.
    pub(super) start: usize,
    /// What stands on it, without its end.
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

/// The words of a line without what is only space around them.
pub(super) fn unpadded(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || is_zero_width(c))
}

/// A character of no width.
pub(super) fn is_zero_width(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
    )
}

/// A space that is none to Markdown: programs write it so that a line does not
/// break, or as wide as a letter.
pub(super) fn is_no_break_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, ' ' | '\t' | '\n' | '\r')
}
