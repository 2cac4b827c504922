//! Repairs of typing mistakes that have only one meaning: a no-break space, the wide
//! colon of an Asian keyboard, no space after a colon. Each is read as it was meant,
//! with a note.

use super::days::{DayLines, Moved};
use super::items::Items;
use crate::diagnostic::RepairKind;
use crate::source::{Span, is_zero_width_space, original_offset};

/// A file's text as it was meant.
#[derive(Debug, Default)]
pub(super) struct Repaired {
    pub(super) text: String,
    /// What was repaired: its place in the original, and its kind.
    pub(super) repairs: Vec<(Span, RepairKind)>,
    /// Lines with a wrong indentation: the place of each in the original, its text
    /// there, and its text as it was meant.
    pub(super) moved: Vec<(Span, String, String)>,
    /// Each part that differs from the original: its range here, its place there.
    parts: Vec<(Span, Span)>,
}

impl Repaired {
    /// A text that needs no repair.
    pub(super) fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }

    /// The offset in the original of an offset in the repaired text.
    pub(super) fn back(&self, at: usize) -> usize {
        original_offset(&self.parts, at, |original| original.start)
    }

    /// Whether anything differs from the original.
    pub(super) fn is_changed(&self) -> bool {
        !self.parts.is_empty()
    }

    fn keep(&mut self, part: &str) {
        self.text.push_str(part);
    }

    /// Writes a line where it was meant to be.
    fn place(&mut self, line: &str, start: usize, moved: &Moved) {
        let from = self.text.len();
        let front = Span::new(start, start + moved.front);
        self.replace(front, &" ".repeat(moved.spaces));
        let rest = moved.colon.map_or(moved.front, |colon| {
            self.keep(line.get(moved.front..colon.start).unwrap_or_default());
            self.replace(colon.shifted(start), ": ");
            colon.end
        });
        self.keep(line.get(rest..).unwrap_or_default());
        if moved.is_day {
            let found = without_remark(line);
            let meant = without_remark(self.text.get(from..).unwrap_or_default());
            let end = start + found.len();
            let at = Span::new(front.end.min(end), end);
            self.moved.push((at, found.to_owned(), meant.to_owned()));
        }
    }

    fn replace(&mut self, original: Span, part: &str) {
        let start = self.text.len();
        self.text.push_str(part);
        self.parts
            .push((Span::new(start, self.text.len()), original));
    }

    fn put(&mut self, original: Span, kind: RepairKind, part: &str) {
        self.replace(original, part);
        if self
            .repairs
            .last()
            .is_none_or(|(last, other)| *other != kind || last.end != original.start)
        {
            self.repairs.push((original, kind));
        } else if let Some((last, _)) = self.repairs.last_mut() {
            last.end = original.end;
        }
    }
}

/// Repairs what is before the first letter of each line and, if `colons`, around its
/// first colon. Returns `None` if there is nothing to repair.
pub(super) fn repair(text: &str, colons: bool) -> Option<Repaired> {
    let mut repaired = Repaired::default();
    let mut block = None;
    let mut start = 0;
    let mut days = DayLines::default();
    let mut items = Items::default();
    for line in text.split_inclusive('\n') {
        let within = block.is_some_and(|level| line.len() - line.trim_start().len() > level);
        if let Some(moved) = (!within).then(|| days.line(line)).flatten() {
            repaired.place(line, start, &moved);
            start += line.len();
            continue;
        }
        let written = margin(&mut repaired, line, start);
        let indent = line.len() - written.len();
        let inside = block.is_some_and(|level| indent > level || written.trim().is_empty());
        if !inside {
            block = opens_block(written).then_some(indent);
        }
        let marker = if inside { None } else { items.marker(written) };
        let (written, indent) = match marker {
            Some(length) => {
                let at = Span::new(start + indent, start + indent + length);
                repaired.put(at, RepairKind::Marker, "- ");
                (written.get(length..).unwrap_or_default(), indent + length)
            }
            None => (written, indent),
        };
        if inside || !colons || !around_colon(&mut repaired, written, start + indent) {
            repaired.keep(written);
        }
        start += line.len();
    }
    (!repaired.repairs.is_empty() || !repaired.moved.is_empty()).then_some(repaired)
}

/// A line without its end and its comment.
fn without_remark(line: &str) -> &str {
    line.split(" #").next().unwrap_or_default().trim_end()
}

/// Writes the space at the front of `line`, and returns the rest.
fn margin<'a>(repaired: &mut Repaired, line: &'a str, start: usize) -> &'a str {
    let rest =
        line.trim_start_matches(|c| c == ' ' || is_no_break_space(c) || is_zero_width_space(c));
    let space = line.strip_suffix(rest).unwrap_or_default();
    if rest.trim().is_empty() {
        repaired.keep(space);
        return rest;
    }
    for (at, character) in space.char_indices() {
        let span = Span::new(start + at, start + at + character.len_utf8());
        match character {
            ' ' => repaired.keep(" "),
            _ if is_zero_width_space(character) => repaired.put(span, RepairKind::Invisible, ""),
            _ => repaired.put(span, RepairKind::Space, " "),
        }
    }
    rest
}

/// Repairs `key：value`, `key:value` and `key: “value”`. Returns whether it did.
fn around_colon(repaired: &mut Repaired, written: &str, start: usize) -> bool {
    let entry = written.trim_start_matches(['-', ' ']);
    let key = entry.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '_');
    let key_end = written.len() - key.len();
    if key.len() == entry.len() {
        return false;
    }
    let Some(colon) = key.chars().next().filter(|c| matches!(c, ':' | '：')) else {
        return false;
    };
    let rest = key.get(colon.len_utf8()..).unwrap_or_default();
    let value = rest.trim_start_matches(|c| c == ' ' || is_no_break_space(c));
    let gap = Span::new(start + key_end, start + written.len() - value.len());
    let kind = match (colon, rest.strip_suffix(value)) {
        ('：', _) => RepairKind::Colon,
        (_, Some("")) if value.starts_with("//") || value.trim().is_empty() => return false,
        (_, Some("")) => RepairKind::Gap,
        (_, Some(space)) if space.contains(is_no_break_space) => RepairKind::Space,
        _ => return curly(repaired, written, value, start),
    };
    repaired.keep(written.get(..key_end).unwrap_or_default());
    repaired.put(gap, kind, ": ");
    repaired.keep(value);
    true
}

/// Curly quotes around a value that needs quotes.
fn curly(repaired: &mut Repaired, written: &str, value: &str, start: usize) -> bool {
    let whole = value.trim_end();
    let inner = whole
        .strip_prefix(['“', '”', '„'])
        .and_then(|rest| rest.strip_suffix(['”', '“']));
    let Some(inner) = inner.filter(|inner| !inner.contains(['"', '\\', '“', '”'])) else {
        return false;
    };
    let front = written.len() - value.len();
    let open = Span::new(start + front, start + front + '“'.len_utf8());
    let end = start + front + whole.len();
    repaired.keep(written.get(..front).unwrap_or_default());
    repaired.put(open, RepairKind::Quotes, "\"");
    repaired.keep(inner);
    repaired.put(
        Span::new(end - '”'.len_utf8(), end),
        RepairKind::Quotes,
        "\"",
    );
    repaired.keep(value.get(whole.len()..).unwrap_or_default());
    true
}

/// Whether the lines after this one are a block of text.
fn opens_block(written: &str) -> bool {
    let head = written
        .trim_end()
        .trim_end_matches(['-', '+', '1', '2', '3', '4']);
    [": |", ": >", "- |", "- >"]
        .iter()
        .any(|sign| head.ends_with(sign))
}

/// Whether a character is a no-break space, as phones and word processors write it.
fn is_no_break_space(character: char) -> bool {
    matches!(character, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

#[cfg(test)]
mod tests {
    use RepairKind::{Colon, Gap, Invisible, Marker, Quotes, Space};

    use super::*;

    #[test]
    fn mistakes_with_one_meaning_are_repaired() {
        let check = |text: &str, expected: &str, kinds: &[RepairKind]| {
            let repaired = repair(text, true);
            let found = repaired.as_ref().map_or(text, |repaired| &repaired.text);
            let repairs: Vec<RepairKind> = repaired
                .iter()
                .flat_map(|repaired| &repaired.repairs)
                .map(|(_, kind)| *kind)
                .collect();
            assert_eq!((found, repairs.as_slice()), (expected, kinds), "{text:?}");
        };
        check("a: 1\nb: 2\n", "a: 1\nb: 2\n", &[]);
        check("a:\n\u{a0}\u{a0}b: 1\n", "a:\n  b: 1\n", &[Space]);
        check("a：1\n", "a: 1\n", &[Colon]);
        check("- a： 1\n", "- a: 1\n", &[Colon]);
        check("a:1\n", "a: 1\n", &[Gap]);
        check("a:\u{a0}1\n", "a: 1\n", &[Space]);
        check("\u{200b}a: 1\n", "a: 1\n", &[Invisible]);
        check("a: “b: c”\n", "a: \"b: c\"\n", &[Quotes, Quotes]);
        check(
            "a: |\n  b:c\n  d：e\nf:g\n",
            "a: |\n  b:c\n  d：e\nf: g\n",
            &[Gap],
        );
        check("a:\n  • b\n", "a:\n  - b\n", &[Marker]);
        check("a:\n-b\n-c\n", "a:\n- b\n- c\n", &[Marker, Marker]);
        check("https://a.example\n", "https://a.example\n", &[]);
        check("12:30\n", "12:30\n", &[]);
        check("a: “he said \"x\": y”\n", "a: “he said \"x\": y”\n", &[]);
    }

    #[test]
    fn places_lead_back() {
        let text = "a：1\n\u{a0}b:2\nc: 3\n";
        let repaired = repair(text, true).unwrap();
        for word in ["1", "2", "c", "3", "b"] {
            let at = repaired.text.find(word).unwrap();
            assert_eq!(repaired.back(at), text.find(word).unwrap(), "{word}");
        }
    }
}
