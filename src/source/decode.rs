use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Bytes that are in no encoding the tool reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadEncoding {
    /// Offset of the first byte that does not fit, in the file as it is.
    pub offset: usize,
    /// That byte.
    pub byte: u8,
}

/// Turns a file's bytes into text: UTF-8 with or without a byte-order mark,
/// UTF-16 with one. A lone carriage return (old Mac files) becomes a line feed,
/// and letters are composed (NFC).
///
/// # Errors
/// Names the first byte that fits neither encoding.
pub fn decode(bytes: &[u8]) -> Result<String, BadEncoding> {
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, 3)?.to_owned(),
        _ => utf8(bytes, 0)?.to_owned(),
    };
    if let Some(nul) = text.find('\0') {
        return Err(BadEncoding {
            offset: nul,
            byte: 0,
        });
    }
    let text = if text.contains('\r') {
        lone_returns(&text)
    } else {
        text
    };
    // The same letters are the same bytes from here on, however the author's
    // system composes them.
    Ok(match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text,
        _ => text.nfc().collect(),
    })
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

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, BadEncoding> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if let [odd, ..] = rest {
        return Err(BadEncoding {
            offset: bytes.len() + 1,
            byte: *odd,
        });
    }
    let mut text = String::with_capacity(bytes.len());
    for (index, unit) in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).enumerate() {
        match unit {
            Ok(character) => text.push(character),
            Err(_) => {
                return Err(BadEncoding {
                    offset: 2 + index * 2,
                    byte: 0xD8,
                });
            }
        }
    }
    Ok(text)
}

/// A return that is not part of `\r\n` ended a line on old Macs.
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
        assert_eq!(found.as_deref().map_err(|e| *e), expected, "{bytes:?}");
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
    fn other_encodings_name_their_byte() {
        check(b"Zo\xEB", Err((2, 0xEB)));
        check(b"\xEF\xBB\xBFZo\xEB", Err((5, 0xEB)));
        check(b"a\0b", Err((1, 0)));
        check(b"\xFF\xFEa", Err((2, b'a')));
    }
}
