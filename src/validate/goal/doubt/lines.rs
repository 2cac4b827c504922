//! The lines that answer a question about a number: the line that was probably meant, and
//! the same line confirmed with `sure: true`.

use crate::parse::RawFile;
use crate::source::{Place, Span};

/// The place of a number.
pub(super) struct NumberPlace<'a> {
    /// The text of the file.
    text: &'a str,
    /// The number, or the map or row that has it.
    at: &'a Place,
    sheet: bool,
}

/// How a person can confirm a number.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Sure {
    /// By this line instead.
    Line(String),
    /// By one more line in the same map.
    Below,
    /// By a word in a column of the sheet.
    Column,
}

impl<'a> NumberPlace<'a> {
    pub(super) fn new(files: &[&'a RawFile], at: &'a Place) -> Self {
        let file = files.iter().find(|file| file.path == at.file);
        Self {
            text: file.map_or("", |file| &file.text),
            at,
            sheet: at.file.is_sheet(),
        }
    }

    /// The range of the line, without a comment.
    fn line(&self) -> Span {
        let start = self.at.span.start;
        let before = self.text.get(..start).unwrap_or_default();
        let begin = before.rfind('\n').map_or(0, |at| at + 1);
        let rest = self.text.get(start..).unwrap_or_default();
        let end = rest.find('\n').map_or(self.text.len(), |at| start + at);
        let line = self.text.get(begin..end).unwrap_or_default();
        let words = if self.sheet {
            line
        } else {
            line.split_once(" #").map_or(line, |(words, _)| words)
        };
        Span::new(begin, begin + words.trim_end().len())
    }

    fn get(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The line with `new` instead of the number `old`, and the place of `old`. `None` if
    /// it is not there, or twice.
    pub(super) fn corrected(&self, old: &str, new: &str) -> Option<(String, Place)> {
        let line = self.line();
        let from = self.at.span.start;
        let part = self.get(from, line.end);
        let of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-');
        let mut found = part.match_indices(old).filter(|(at, _)| {
            let before = part.get(..*at).and_then(|text| text.chars().next_back());
            let after = part
                .get(at + old.len()..)
                .and_then(|text| text.chars().next());
            !before.is_some_and(of_number) && !after.is_some_and(of_number)
        });
        let (at, _) = found.next()?;
        if found.next().is_some() {
            return None;
        }
        let span = Span::new(from + at, from + at + old.len());
        let words = [
            self.get(line.start, span.start),
            new,
            self.get(span.end, line.end),
        ];
        let file = self.at.file.clone();
        Some((words.concat().trim_start().to_owned(), Place { file, span }))
    }

    /// How to confirm the number: in its own place or, for one of several numbers of a map,
    /// in the map under `key`.
    pub(super) fn sure(&self, key: Option<&str>) -> Sure {
        const WORD: &str = "sure: true";
        if self.sheet {
            return Sure::Column;
        }
        let (line, from) = (self.line(), self.at.span.start);
        let before = self.get(line.start, from);
        // The place of a map is that of its first key.
        let in_map = self.get(self.at.span.end, line.end).starts_with(':');
        let braces = match key {
            Some(key) => before.trim_start().starts_with(&format!("{key}: {{")),
            None => in_map && before.trim_end().ends_with('{'),
        };
        if braces {
            let part = self.get(from, line.end);
            let end = key.map_or_else(|| part.find('}'), |_| part.rfind('}'));
            return end.map_or(Sure::Below, |end| {
                let words = self.get(line.start, from + end).trim();
                let rest = self.get(from + end, line.end);
                Sure::Line(format!("{words}, {WORD}{rest}"))
            });
        }
        if key.is_some() || in_map {
            return Sure::Below;
        }
        let end = self.end_of_value(line.end);
        let (value, rest) = (self.get(from, end), self.get(end, line.end));
        let before = before.trim_start();
        Sure::Line(format!("{before}{{value: {value}, {WORD}}}{rest}"))
    }

    /// Where a value that is not a map ends: at the end of its list or its characters.
    fn end_of_value(&self, line_end: usize) -> usize {
        let from = self.at.span.start;
        let part = self.get(from, line_end);
        let list = part.starts_with('[').then(|| part.find(']')).flatten();
        list.map_or(self.at.span.end.min(line_end), |at| from + at + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::RelPath;

    /// Runs `work` on the place of `at` in `text`.
    fn look<T>(name: &str, text: &str, at: &str, work: impl Fn(&NumberPlace) -> T) -> T {
        let path = RelPath::new(name).unwrap();
        let file = RawFile {
            text: text.into(),
            ..RawFile::empty(path.clone())
        };
        let start = text.find(at).unwrap();
        let span = Span::new(start, start + at.len());
        let place = Place { file: path, span };
        work(&NumberPlace::new(&[&file], &place))
    }

    #[test]
    fn the_line_as_it_was_meant() {
        let check = |name: &str, text: &str, at: &str, old: &str, expected: Option<&str>| {
            let found = look(name, text, at, |written| written.corrected(old, "59"));
            let line = found.map(|(line, _)| line);
            assert_eq!(line.as_deref(), expected, "{text}");
        };
        let yaml = "data:\n  2026-09-18: 44\n  2026-09-25: 590 # hm\n";
        check("a.yaml", yaml, "590", "590", Some("2026-09-25: 59"));
        let map = "  2026-09-25: {attempted: 590, errors: 5}\n";
        let meant = "2026-09-25: {attempted: 59, errors: 5}";
        check("a.yaml", map, "attempted", "590", Some(meant));
        check("a.yaml", "  2026-09-25: [590, 590]", "[590", "590", None);
        check("a.yaml", "  2026-09-25: 1590", "1590", "590", None);
        let sheet = "date,value,note\n2026-09-25,590,#1\n";
        check(
            "a.csv",
            sheet,
            "2026-09-25,590",
            "590",
            Some("2026-09-25,59,#1"),
        );
    }

    #[test]
    fn the_line_as_it_stands_and_sure() {
        let check = |text: &str, at: &str, key: Option<&str>, expected: Sure| {
            let found = look("a.yaml", text, at, |written| written.sure(key));
            assert_eq!(found, expected, "{text}");
        };
        let line = |text: &str| Sure::Line(text.to_owned());
        check(
            "  2026-09-25: 590 # hm",
            "590",
            None,
            line("2026-09-25: {value: 590, sure: true}"),
        );
        check(
            "  2026-09-25: {attempted: 590, errors: 5}",
            "attempted",
            None,
            line("2026-09-25: {attempted: 590, errors: 5, sure: true}"),
        );
        check(
            "  2026-09-25: [44, 590]",
            "590",
            None,
            line("2026-09-25: [44, {value: 590, sure: true}]"),
        );
        check(
            "baseline: {date: 2026-09-11, values: [41, 460, 43]}",
            "460",
            Some("baseline"),
            line("baseline: {date: 2026-09-11, values: [41, 460, 43], sure: true}"),
        );
        check("  values: [41, 460]", "460", Some("baseline"), Sure::Below);
        check("    attempted: 590\n", "attempted", None, Sure::Below);
        for (name, text) in [
            ("a.csv", "date,value\n2026-09-25,590"),
            ("a.tsv", "date\tvalue\n2026-09-25\t590"),
        ] {
            let column = look(name, text, "2026-09-25", |written| written.sure(None));
            assert_eq!(column, Sure::Column, "{name}");
        }
    }
}
