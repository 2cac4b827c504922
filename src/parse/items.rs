//! List items that begin with another marker than a hyphen and a space, as keyboards
//! and word processors write them.

/// Characters that mark an item instead of a hyphen.
const MARKERS: &[char] = &[
    '•', '●', '○', '◦', '▪', '■', '‣', '·', '–', '—', '―', '−', '‐', '‑', '－', '*', '+',
];

/// Follows the lines of a file, to know where an item may be.
#[derive(Debug, Default)]
pub(super) struct Items {
    /// Whether the line before names a field without a value, or is an item.
    open: bool,
}

impl Items {
    /// The length of the marker at the start of a line that is not `- `. `None` if there
    /// is none.
    pub(super) fn marker(&mut self, line: &str) -> Option<usize> {
        let words = line.trim_end();
        if words.is_empty() || words.starts_with('#') {
            return None;
        }
        let marker = marker(words).filter(|_| self.open);
        self.open = marker.is_some() || words.starts_with("- ") || words.ends_with([':', '：']);
        marker
    }
}

fn marker(words: &str) -> Option<usize> {
    let first = words.chars().next()?;
    let rest = words.get(first.len_utf8()..)?;
    let value = rest.trim_start();
    let length = words.len() - value.len();
    let spaced = value.len() < rest.len();
    let fits = match first {
        // Negative numbers, and the `---` that begins another file.
        '-' => {
            let gap = rest.strip_suffix(value)?;
            !gap.starts_with(' ') && (spaced || value.starts_with(char::is_alphabetic))
        }
        '*' | '+' => spaced,
        _ => MARKERS.contains(&first),
    };
    (fits && !value.is_empty()).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_begin_with_many_markers() {
        let check = |line: &str, expected: Option<usize>| {
            let mut items = Items { open: true };
            assert_eq!(items.marker(line), expected, "{line}");
        };
        check("• art", Some("• ".len()));
        check("— art", Some("— ".len()));
        check("–art", Some("–".len()));
        check("-art", Some(1));
        check("-\u{a0}art", Some("-\u{a0}".len()));
        check("* art", Some(2));
        check("- art", None);
        check("-5", None);
        check("---", None);
        check("*art*", None);
        check("art", None);
    }

    #[test]
    fn items_stand_below_a_field() {
        let mut items = Items::default();
        assert_eq!(items.marker("— no item"), None);
        assert_eq!(items.marker("strengths:"), None);
        assert_eq!(items.marker("-art"), Some(1));
        assert_eq!(items.marker("-music"), Some(1));
        assert_eq!(items.marker("next: 1"), None);
        assert_eq!(items.marker("-art"), None);
    }
}
