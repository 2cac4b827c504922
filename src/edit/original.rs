//! The bytes of a file, and the text that its reader sees.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;

use super::Refusal;
use crate::source::{Encoding, RawText, Span, decode, raw};

/// A file as it is, and as it is read.
#[derive(Debug)]
pub(super) struct Original<'a> {
    bytes: &'a [u8],
    raw: RawText,
    /// The text that spans are about: letters are composed, lone returns are line feeds.
    pub(super) text: String,
}

impl<'a> Original<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let read = decode(bytes).map_err(|_| Refusal::NotText)?;
        if read.garbled.is_some_and(|garbled| garbled.read.is_none()) {
            return Err(Refusal::NotText);
        }
        let raw = raw(bytes).map_err(|_| Refusal::NotText)?;
        let text = read.text;
        Ok(Self { bytes, raw, text })
    }

    /// The file with `with` in place of `span` of the text.
    pub(super) fn replaced(&self, span: Span, with: &str) -> Result<Vec<u8>, Refusal> {
        let start = self.in_raw(span.start).ok_or(Refusal::NotExact)?;
        let end = self.in_raw(span.end).ok_or(Refusal::NotExact)?;
        let with = with
            .replace("\r\n", "\n")
            .replace('\n', self.line_end(start));
        let encoding = self.raw.encoding;
        let new = encoding.bytes(&with).ok_or_else(|| Refusal::Letter {
            character: encoding.misses(&with).unwrap_or_default(),
            encoding: encoding.name(),
        })?;
        let start = self.in_bytes(start).ok_or(Refusal::NotExact)?;
        let end = self.in_bytes(end).ok_or(Refusal::NotExact)?;
        let part = |range: Range<usize>| self.bytes.get(range).ok_or(Refusal::NotExact);
        Ok([part(0..start)?, &new, part(end..self.bytes.len())?].concat())
    }

    /// The byte in the file of an offset in the raw text.
    fn in_bytes(&self, at: usize) -> Option<usize> {
        let RawText {
            text,
            encoding,
            mark,
        } = &self.raw;
        let before = text.get(..at)?;
        if *encoding == Encoding::Utf8 {
            return Some(mark + at);
        }
        let before = encoding.bytes(before)?;
        let rest = encoding.bytes(text.get(at..)?)?;
        // Some encodings write a letter in more than one way.
        let written = self.bytes.get(*mark..)?;
        let same = written.strip_prefix(before.as_slice()) == Some(rest.as_slice());
        same.then_some(mark + before.len())
    }

    /// The offset in the raw text of an offset in the text.
    fn in_raw(&self, at: usize) -> Option<usize> {
        let raw = self.raw.text.as_str();
        if raw == self.text {
            return Some(at);
        }
        let start = super::lines::start(&self.text, at);
        let number = self.text.get(..start)?.matches('\n').count();
        let own = self.text.get(start..)?.split_inclusive('\n').next();
        let own = own.unwrap_or_default();
        let mut lines = RawLines { rest: raw, at: 0 };
        let (from, line) = lines.nth(number).unwrap_or((raw.len(), ""));
        let inside = at - start;
        let alike = line == own || line.strip_suffix('\r') == own.strip_suffix('\n');
        if alike && line.len() == own.len() {
            return Some(from + inside);
        }
        let (before, after) = own.split_at_checked(inside)?;
        let ends = line.char_indices().map(|(at, _)| at).chain([line.len()]);
        let fits = |end: &usize| {
            let parts = line.split_at_checked(*end);
            parts.is_some_and(|(one, other)| read(one) == before && read(other) == after)
        };
        let mut ends = ends;
        ends.find(fits).map(|end| from + end)
    }

    /// How the line ends that a new line is added after or to.
    fn line_end(&self, at: usize) -> &'static str {
        let raw = self.raw.text.as_str();
        let mut end = None;
        for (start, line) in (RawLines { rest: raw, at: 0 }) {
            if start >= at && end.is_some() {
                break;
            }
            end = end_of(line).or(end);
        }
        end.unwrap_or("\n")
    }
}

/// A part of a line as the reader sees it.
fn read(part: &str) -> String {
    let clean = part.replace('\u{FEFF}', "");
    let clean = match clean.strip_suffix('\r') {
        Some(line) => format!("{line}\n"),
        None => clean,
    };
    clean.nfc().collect()
}

fn end_of(line: &str) -> Option<&'static str> {
    ["\r\n", "\n", "\r"]
        .into_iter()
        .find(|end| line.ends_with(end))
}

/// The lines of a text with their ends. A lone return is one, too.
struct RawLines<'a> {
    rest: &'a str,
    at: usize,
}

impl<'a> Iterator for RawLines<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let end = self.rest.find(['\n', '\r']).map_or(self.rest.len(), |end| {
            let both = self.rest.get(end..).is_some_and(|r| r.starts_with("\r\n"));
            end + 1 + usize::from(both)
        });
        let (line, rest) = self.rest.split_at_checked(end)?;
        let start = self.at;
        self.rest = rest;
        self.at += end;
        Some((start, line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `found` replaced in a file.
    fn replaced(bytes: &[u8], found: &str, with: &str) -> Result<Vec<u8>, Refusal> {
        let original = Original::of(bytes)?;
        let start = original.text.find(found).unwrap();
        original.replaced(Span::new(start, start + found.len()), with)
    }

    #[test]
    fn only_the_bytes_that_are_meant_change() {
        let check = |bytes: &[u8], with: &str, expected: &[u8]| {
            assert_eq!(replaced(bytes, "x", with).as_deref(), Ok(expected));
        };
        check(b"a: x\nb\r\n", "y\nz", b"a: y\nz\nb\r\n");
        check(b"a\r\nx\r\n", "y\nz", b"a\r\ny\r\nz\r\n");
        check(b"a\rx\rb", "y\nz", b"a\ry\rz\rb");
        check(b"x", "y\nz", b"y\nz");
        check(b"\xEF\xBB\xBFx\n", "\u{eb}", b"\xEF\xBB\xBF\xC3\xAB\n");
        check(b"\xFF\xFEx\0\n\0", "y\n", b"\xFF\xFEy\0\n\0\n\0");
        check(
            "Zoe\u{308}: x e\u{308}\r".as_bytes(),
            "\u{eb}",
            "Zoe\u{308}: \u{eb} e\u{308}\r".as_bytes(),
        );
        let old = b"Mu\xF1oz, Jos\xE9: x \xE1rbol\n";
        check(old, "\u{e1}", b"Mu\xF1oz, Jos\xE9: \xE1 \xE1rbol\n");
        let letter = Refusal::Letter {
            character: 'ب',
            encoding: "windows-1252",
        };
        assert_eq!(replaced(old, "x", "ب"), Err(letter));
        assert_eq!(replaced(b"a\0\0b", "x", "").err(), Some(Refusal::NotText));
    }
}
