//! Slips of the hand that can be read in one way only: a space that does not
//! break, the wide colon of an Asian keyboard, no space after a colon. They are
//! read as they were meant, and said.

use super::days::{DayLines, Moved};
use super::items::Items;
use crate::source::{Span, original_offset};

/// A file's text as it was meant.
#[derive(Default)]
pub(super) struct Mended {
    /// The text.
    pub(super) text: String,
    /// What was a slip: its place in the original, and its kind.
    pub(super) slips: Vec<(Span, &'static str)>,
    /// Lines that stood at the wrong indentation: the place of each in the
    /// original, what it is there, and as it was meant.
    pub(super) moved: Vec<(Span, String, String)>,
    /// Each part that is not as in the original: its range here, its place there.
    parts: Vec<(Span, Span)>,
}

impl Mended {
    /// A text without a slip.
    pub(super) fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }

    /// The offset in the original of an offset in the mended text.
    pub(super) fn back(&self, at: usize) -> usize {
        original_offset(&self.parts, at, |original| original.start)
    }

    fn keep(&mut self, part: &str) {
        self.text.push_str(part);
    }

    /// Puts a line where it was meant to be.
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

    fn put(&mut self, original: Span, kind: &'static str, part: &str) {
        self.replace(original, part);
        if self
            .slips
            .last()
            .is_none_or(|(last, other)| *other != kind || last.end != original.start)
        {
            self.slips.push((original, kind));
        } else if let Some((last, _)) = self.slips.last_mut() {
            last.end = original.end;
        }
    }
}

/// Mends what stands before the first letter of a line, and around the first
/// colon of those lines that need it (`colons`). Nothing comes back where there
/// is no slip.
pub(super) fn mend(text: &str, colons: bool) -> Option<Mended> {
    let mut mended = Mended::default();
    let mut block = None;
    let mut start = 0;
    let mut days = DayLines::default();
    let mut items = Items::default();
    for line in text.split_inclusive('\n') {
        let within = block.is_some_and(|level| line.len() - line.trim_start().len() > level);
        if let Some(moved) = (!within).then(|| days.line(line)).flatten() {
            mended.place(line, start, &moved);
            start += line.len();
            continue;
        }
        let written = margin(&mut mended, line, start);
        let indent = line.len() - written.len();
        let inside = block.is_some_and(|level| indent > level || written.trim().is_empty());
        if !inside {
            block = opens_block(written).then_some(indent);
        }
        let sign = if inside { None } else { items.sign(written) };
        let (written, indent) = match sign {
            Some(length) => {
                let at = Span::new(start + indent, start + indent + length);
                mended.put(at, "marker", "- ");
                (written.get(length..).unwrap_or_default(), indent + length)
            }
            None => (written, indent),
        };
        if inside || !colons || !around_colon(&mut mended, written, start + indent) {
            mended.keep(written);
        }
        start += line.len();
    }
    (!mended.slips.is_empty() || !mended.moved.is_empty()).then_some(mended)
}

/// A line without its end and without what a reader of YAML passes over.
fn without_remark(line: &str) -> &str {
    line.split(" #").next().unwrap_or_default().trim_end()
}

/// Puts the space at the front of `line` and gives back the rest.
fn margin<'a>(mended: &mut Mended, line: &'a str, start: usize) -> &'a str {
    let rest = line.trim_start_matches(|c| c == ' ' || is_no_break_space(c) || is_zero_width(c));
    let space = line.strip_suffix(rest).unwrap_or_default();
    if rest.trim().is_empty() {
        mended.keep(space);
        return rest;
    }
    for (at, sign) in space.char_indices() {
        let span = Span::new(start + at, start + at + sign.len_utf8());
        match sign {
            ' ' => mended.keep(" "),
            _ if is_zero_width(sign) => mended.put(span, "unseen", ""),
            _ => mended.put(span, "space", " "),
        }
    }
    rest
}

/// Mends `key：value`, `key:value` and `key: “value”`; says whether it did.
fn around_colon(mended: &mut Mended, written: &str, start: usize) -> bool {
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
        ('：', _) => "colon",
        (_, Some("")) if value.starts_with("//") || value.trim().is_empty() => return false,
        (_, Some("")) => "gap",
        (_, Some(space)) if space.contains(is_no_break_space) => "space",
        _ => return curly(mended, written, value, start),
    };
    mended.keep(written.get(..key_end).unwrap_or_default());
    mended.put(gap, kind, ": ");
    mended.keep(value);
    true
}

/// Curly quotes around a value that needs quotes.
fn curly(mended: &mut Mended, written: &str, value: &str, start: usize) -> bool {
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
    mended.keep(written.get(..front).unwrap_or_default());
    mended.put(open, "quotes", "\"");
    mended.keep(inner);
    mended.put(Span::new(end - '”'.len_utf8(), end), "quotes", "\"");
    mended.keep(value.get(whole.len()..).unwrap_or_default());
    true
}

/// Whether the lines after this one are words as they stand.
fn opens_block(written: &str) -> bool {
    let head = written
        .trim_end()
        .trim_end_matches(['-', '+', '1', '2', '3', '4']);
    [": |", ": >", "- |", "- >"]
        .iter()
        .any(|sign| head.ends_with(sign))
}

/// A space that does not break; phones and word processors write it.
fn is_no_break_space(character: char) -> bool {
    matches!(character, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// A character of no width.
pub(super) fn is_zero_width(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_with_one_reading_are_mended() {
        let check = |text: &str, expected: &str, kinds: &[&str]| {
            let mended = mend(text, true);
            let found = mended.as_ref().map_or(text, |mended| &mended.text);
            let slips = mended.iter().flat_map(|mended| &mended.slips);
            let slips: Vec<&str> = slips.map(|(_, kind)| *kind).collect();
            assert_eq!((found, slips.as_slice()), (expected, kinds), "{text:?}");
        };
        check("a: 1\nb: 2\n", "a: 1\nb: 2\n", &[]);
        check("a:\n\u{a0}\u{a0}b: 1\n", "a:\n  b: 1\n", &["space"]);
        check("a：1\n", "a: 1\n", &["colon"]);
        check("- a： 1\n", "- a: 1\n", &["colon"]);
        check("a:1\n", "a: 1\n", &["gap"]);
        check("a:\u{a0}1\n", "a: 1\n", &["space"]);
        check("\u{200b}a: 1\n", "a: 1\n", &["unseen"]);
        check("a: “b: c”\n", "a: \"b: c\"\n", &["quotes", "quotes"]);
        check(
            "a: |\n  b:c\n  d：e\nf:g\n",
            "a: |\n  b:c\n  d：e\nf: g\n",
            &["gap"],
        );
        check("a:\n  • b\n", "a:\n  - b\n", &["marker"]);
        check("a:\n-b\n-c\n", "a:\n- b\n- c\n", &["marker", "marker"]);
        check("https://a.example\n", "https://a.example\n", &[]);
        check("12:30\n", "12:30\n", &[]);
        check("a: “he said \"x\": y”\n", "a: “he said \"x\": y”\n", &[]);
    }

    #[test]
    fn places_lead_back() {
        let text = "a：1\n\u{a0}b:2\nc: 3\n";
        let mended = mend(text, true).unwrap();
        for sign in ["1", "2", "c", "3", "b"] {
            let at = mended.text.find(sign).unwrap();
            assert_eq!(mended.back(at), text.find(sign).unwrap(), "{sign}");
        }
    }
}
