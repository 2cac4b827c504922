//! Bytes of a file to text, in any encoding that teachers' programs write.

use super::encoding::{Encoding, RawText};
use super::legacy;
use super::mojibake::{self, Garbled};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Bytes in no encoding that kinfolio reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadEncoding {
    /// Offset in the file of the first byte that does not fit.
    pub offset: usize,
    /// That byte.
    pub byte: u8,
}

/// The text of a file, and how it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// The name of the encoding, if it is one from before Unicode.
    pub taken_for: Option<&'static str>,
    /// What another program had garbled before it was saved. `None` if nothing
    /// looks garbled.
    pub garbled: Option<Garbled>,
}

/// Decodes UTF-8, UTF-16, UTF-32, or an older encoding if it is certain which. A
/// lone carriage return (old Mac files) becomes a line feed, and letters are
/// composed (NFC).
///
/// ```
/// use kinfolio::source::decode;
///
/// let excel = [0xFF, 0xFE, b'Z', 0, 0xF6, 0];
/// assert_eq!(decode(&excel).map(|read| read.text), Ok("Z\u{f6}".to_owned()));
/// ```
///
/// # Errors
/// The first byte that fits no encoding.
pub fn decode(bytes: &[u8]) -> Result<Decoded, BadEncoding> {
    if let Some(text) = plain(bytes) {
        return Ok(Decoded {
            text: text.to_owned(),
            taken_for: None,
            garbled: None,
        });
    }
    let raw = raw(bytes)?;
    let (text, taken_for) = match raw.encoding {
        Encoding::Legacy(encoding) => (raw.text.nfc().collect(), Some(encoding.name())),
        // Byte-order marks inside come from files that were joined.
        _ if raw.text.contains('\u{FEFF}') => (raw.text.replace('\u{FEFF}', ""), None),
        _ => (raw.text, None),
    };
    let mut text = if text.contains('\r') {
        lone_returns(&text)
    } else {
        text
    };
    let garbled = mojibake::repair(&mut text);
    // From here on the same letters are the same bytes, whichever form the author's
    // system writes.
    let text = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text,
        _ => text.nfc().collect(),
    };
    Ok(Decoded {
        text,
        taken_for,
        garbled,
    })
}

/// The characters of a file exactly as they are in it, for whoever changes the file.
///
/// # Errors
/// The first byte that fits no encoding.
pub fn raw(bytes: &[u8]) -> Result<RawText, BadEncoding> {
    unicode(bytes).or_else(|bad| {
        let (text, encoding) = legacy::guess(bytes).ok_or(bad)?;
        Ok(RawText {
            text,
            encoding: Encoding::Legacy(encoding),
            mark: 0,
        })
    })
}

/// A text that needs no decoding: ASCII, without the two characters that are never meant.
fn plain(bytes: &[u8]) -> Option<&str> {
    let is_plain = bytes.is_ascii() && memchr::memchr2(0, b'\r', bytes).is_none();
    is_plain.then(|| std::str::from_utf8(bytes).ok()).flatten()
}

/// Whether a file has not finished downloading: it has no bytes, or a run of zeros
/// where a sync program has not put the contents yet.
#[must_use]
pub fn is_cloud_placeholder(bytes: &[u8]) -> bool {
    let zeros = |part: &[u8]| part.iter().all(|byte| *byte == 0);
    zeros(bytes) || (bytes.contains(&0) && bytes.windows(HOLE).any(zeros))
}

/// How many zeros in a row are missing contents. UTF-32 has up to three.
const HOLE: usize = 8;

fn unicode(bytes: &[u8]) -> Result<RawText, BadEncoding> {
    use Encoding::{Utf8, Utf16Be, Utf16Le, Utf32Be, Utf32Le};
    let (encoding, mark) = match bytes {
        [0xFF, 0xFE, 0, 0, ..] => (Utf32Le, 4),
        [0, 0, 0xFE, 0xFF, ..] => (Utf32Be, 4),
        [0xFF, 0xFE, ..] => (Utf16Le, 2),
        [0xFE, 0xFF, ..] => (Utf16Be, 2),
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        _ if memchr::memchr(0, bytes).is_none() => (Utf8, 0),
        _ if zeros_at(bytes, 1) => (Utf16Le, 0),
        _ if zeros_at(bytes, 0) => (Utf16Be, 0),
        _ => (Utf8, 0),
    };
    let rest = bytes.get(mark..).unwrap_or_default();
    let text = match encoding {
        Utf32Le => utf32(rest, u32::from_le_bytes)?,
        Utf32Be => utf32(rest, u32::from_be_bytes)?,
        Utf16Le => utf16(rest, mark, u16::from_le_bytes)?,
        Utf16Be => utf16(rest, mark, u16::from_be_bytes)?,
        _ => utf8(rest, mark)?.to_owned(),
    };
    // A replacement character: another program has already lost a letter.
    let zero = memchr::memchr(0, text.as_bytes());
    let replaced = text.find('\u{FFFD}');
    let lost = zero.map(|at| (at, 0)).into_iter();
    match lost.chain(replaced.map(|at| (at, 0xEF))).min() {
        Some((offset, byte)) => Err(BadEncoding { offset, byte }),
        None => Ok(RawText {
            text,
            encoding,
            mark,
        }),
    }
}

/// Whether bytes are UTF-16 without a byte-order mark: about every other one is
/// zero, and all of these are at odd offsets (1) or all at even ones (0).
fn zeros_at(bytes: &[u8], parity: usize) -> bool {
    let zeros = bytes.iter().enumerate().filter(|(_, byte)| **byte == 0);
    let mut there = 0;
    let all = zeros.inspect(|_| there += 1);
    let one_sided = all.fold(true, |fits, (at, _)| fits && at & 1 == parity);
    one_sided && bytes.len().is_multiple_of(2) && there * 4 > bytes.len()
}

fn utf32(bytes: &[u8], unit: fn([u8; 4]) -> u32) -> Result<String, BadEncoding> {
    let (units, rest) = bytes.as_chunks::<4>();
    let bad = |index: usize, byte: u8| BadEncoding {
        offset: 4 + index * 4,
        byte,
    };
    if let [odd, ..] = rest {
        return Err(bad(units.len(), *odd));
    }
    let characters = units.iter().enumerate();
    characters
        .map(|(index, bytes)| char::from_u32(unit(*bytes)).ok_or(bad(index, bytes[0])))
        .collect()
}

fn utf8(bytes: &[u8], skipped: usize) -> Result<&str, BadEncoding> {
    std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        BadEncoding {
            offset: offset + skipped,
            byte: bytes.get(offset).copied().unwrap_or(0),
        }
    })
}

/// Decodes UTF-16; `skipped` is the length of the byte-order mark before `bytes`.
fn utf16(bytes: &[u8], skipped: usize, unit: fn([u8; 2]) -> u16) -> Result<String, BadEncoding> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if let [odd, ..] = rest {
        return Err(BadEncoding {
            offset: skipped + bytes.len() - 1,
            byte: *odd,
        });
    }
    let mut text = String::with_capacity(bytes.len());
    for (index, unit) in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).enumerate() {
        match unit {
            Ok(character) => text.push(character),
            Err(_) => {
                return Err(BadEncoding {
                    offset: skipped + index * 2,
                    byte: 0xD8,
                });
            }
        }
    }
    Ok(text)
}

/// Replaces each return that is not part of `\r\n`: old Macs ended lines with it.
fn lone_returns(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let lone = character == '\r' && rest.peek() != Some(&'\n');
        out.push(if lone { '\n' } else { character });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Result<&str, (usize, u8)>) {
        let found = decode(bytes).map_err(|bad| (bad.offset, bad.byte));
        let found = found.as_ref().map(|found| &*found.text).map_err(|e| *e);
        assert_eq!(found, expected, "{bytes:?}");
    }

    #[test]
    fn encodings_people_use() {
        check(b"abc", Ok("abc"));
        check(b"\xEF\xBB\xBFabc", Ok("abc"));
        check("Zoë".as_bytes(), Ok("Zoë"));
        check(b"\xFF\xFEa\0b\0", Ok("ab"));
        check(b"\xFE\xFF\0a\0b", Ok("ab"));
        check(b"a\rb", Ok("a\nb"));
        check("Zoe\u{308}".as_bytes(), Ok("Zoë"));
        check(b"a\r\nb", Ok("a\r\nb"));
    }

    #[test]
    fn unicode_in_all_its_ways() {
        check(b"a\0b\0\n\0", Ok("ab\n"));
        check(b"\0a\0b", Ok("ab"));
        check(b"\xFF\xFE\0\0a\0\0\0", Ok("a"));
        check(b"\0\0\xFE\xFF\0\0\0a", Ok("a"));
        check(b"\0\0\xFE\xFF\0\0\0", Err((4, 0)));
        check(b"abc\0", Err((3, 0)));
        check("Zo\u{FFFD}".as_bytes(), Err((2, 0xEF)));
        check("Ana\u{FEFF}\nBen".as_bytes(), Ok("Ana\nBen"));
    }

    #[test]
    fn a_hole_is_no_text() {
        let check =
            |bytes: &[u8], expected: bool| assert_eq!(is_cloud_placeholder(bytes), expected);
        check(b"", true);
        check(&[0; 3], true);
        check(b"name: Ana\0\0\0\0\0\0\0\0", true);
        check(b"name: A\0na", false);
        check(b"name: Ana", false);
        check(b"\xFF\xFE\0\0a\0\0\0\n\0\0\0", false);
    }

    #[test]
    fn other_encodings_name_their_byte() {
        check(b"\xEF\xBB\xBFZo\xC3", Err((5, 0xC3)));
        check(b"a\0b", Err((1, 0)));
        check(b"\xFF\xFEa", Err((2, b'a')));
    }
}
