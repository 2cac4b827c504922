//! Lines of a text that may end in any way.

/// Where the line with byte `at` begins.
pub(super) fn start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or(text);
    before.rfind('\n').map_or(0, |newline| newline + 1)
}

/// Where the line with byte `at` ends, before its line end.
pub(super) fn end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let Some(newline) = rest.find('\n') else {
        return text.len();
    };
    let line = rest.get(..newline).unwrap_or_default();
    at + line.strip_suffix('\r').unwrap_or(line).len()
}

/// Where the next line begins. `None` if there is none.
pub(super) fn next(text: &str, at: usize) -> Option<usize> {
    let newline = text.get(at..)?.find('\n')?;
    let next = at + newline + 1;
    (next < text.len()).then_some(next)
}

/// The line that begins at `start`, without its line end.
pub(super) fn line(text: &str, start: usize) -> &str {
    text.get(start..end(text, start)).unwrap_or_default()
}

/// The column of byte `at`, counted in bytes from 0.
pub(super) fn column(text: &str, at: usize) -> usize {
    at - start(text, at)
}

/// Whether there are only spaces before byte `at` of its line.
pub(super) fn is_first(text: &str, at: usize) -> bool {
    let before = text.get(start(text, at)..at);
    before.is_some_and(|before| before.trim().is_empty())
}

/// The column of a comment that has a line of its own. `None` for any other line.
pub(super) fn comment_column(line: &str) -> Option<usize> {
    let words = line.trim_start();
    words.starts_with('#').then(|| line.len() - words.len())
}

/// The end of what ends in the line with byte `at` and begins in column `column`: its line
/// end, or that of comments below it that are further to the right.
pub(super) fn own_end(text: &str, at: usize, column: usize) -> usize {
    let mut own = end(text, at);
    let mut from = at;
    while let Some(start) = next(text, from) {
        let line = line(text, start);
        match comment_column(line) {
            Some(other) if other > column => own = end(text, start),
            None if line.trim().is_empty() => {}
            _ => break,
        }
        from = start;
    }
    own
}

/// The start of the first comment directly above the line with byte `at`, in the same
/// column, or else of that line. Comments at the top of what begins after byte `top` are
/// not included.
pub(super) fn own_start(text: &str, at: usize, top: usize) -> usize {
    let column = column(text, at);
    let first = start(text, at);
    let mut own = first;
    while own > top {
        let above = start(text, own.saturating_sub(1));
        if comment_column(line(text, above)) != Some(column) || above < top {
            break;
        }
        own = above;
    }
    // Nothing but this comment is above.
    let rest = text.get(top..own).unwrap_or_default();
    let is_top = rest.lines().all(|line| {
        let words = line.trim();
        words.is_empty() || words.starts_with('#')
    });
    if is_top { first } else { own }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_any_way() {
        let text = "a\r\nbc\nd";
        assert_eq!((start(text, 4), end(text, 4)), (3, 5));
        assert_eq!((start(text, 1), end(text, 0)), (0, 1));
        assert_eq!((next(text, 4), next(text, 6)), (Some(6), None));
        assert_eq!(line(text, 6), "d");
    }

    #[test]
    fn comments_further_to_the_right_belong_to_what_is_above() {
        let check = |text: &str, expected: &str| {
            assert_eq!(&text[..own_end(text, 0, 0)], expected, "{text:?}");
        };
        check("a: 1 # b\n# c\n", "a: 1 # b");
        check("a: 1\n  # b\n\n  # c\n\n# d\n", "a: 1\n  # b\n\n  # c");
        check("a:\n\nb:\n", "a:");
    }
}
