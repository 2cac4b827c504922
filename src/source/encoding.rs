//! Characters back to the bytes of a file, in the encoding that the file has.

use encoding_rs::Encoding as Table;

/// How the characters of a file are written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, the lower byte first.
    Utf16Le,
    /// UTF-16, the higher byte first.
    Utf16Be,
    /// UTF-32, the lowest byte first.
    Utf32Le,
    /// UTF-32, the highest byte first.
    Utf32Be,
    /// An encoding from before Unicode.
    Legacy(&'static Table),
}

/// The characters of a file exactly as they are in it: no letter is composed, and no line
/// end is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawText {
    /// The characters, without a byte-order mark at the start.
    pub text: String,
    /// How they are written.
    pub encoding: Encoding,
    /// How many bytes of byte-order mark come first.
    pub mark: usize,
}

impl Encoding {
    /// The bytes of `text`. `None` if this encoding has no bytes for one of its characters.
    #[must_use]
    pub fn bytes(self, text: &str) -> Option<Vec<u8>> {
        match self {
            Self::Utf8 => Some(text.as_bytes().to_vec()),
            Self::Utf16Le => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            Self::Utf16Be => Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
            Self::Utf32Le => Some(units(text).flat_map(u32::to_le_bytes).collect()),
            Self::Utf32Be => Some(units(text).flat_map(u32::to_be_bytes).collect()),
            Self::Legacy(table) => {
                let (bytes, _, is_lossy) = table.encode(text);
                (!is_lossy).then(|| bytes.into_owned())
            }
        }
    }

    /// The first character of `text` that this encoding has no bytes for.
    #[must_use]
    pub fn misses(self, text: &str) -> Option<char> {
        let mut buffer = [0; 4];
        let mut fits = |one: &char| self.bytes(one.encode_utf8(&mut buffer)).is_some();
        text.chars().find(|one| !fits(one))
    }

    /// Its usual name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Utf32Le | Self::Utf32Be => "UTF-32",
            Self::Legacy(table) => table.name(),
        }
    }
}

fn units(text: &str) -> impl Iterator<Item = u32> {
    text.chars().map(u32::from)
}

#[cfg(test)]
mod tests {
    use super::super::raw;

    #[test]
    fn bytes_come_back_as_they_were() {
        for bytes in [
            b"a\r\nb\r".as_slice(),
            b"\xEF\xBB\xBFZo\xC3\xAB\xEF\xBB\xBF",
            "Zoe\u{308}".as_bytes(),
            b"a\0b\0\n\0",
            b"\xFE\xFF\0a\0b",
            b"\xFF\xFE\0\0a\0\0\0",
            b"\0\0\xFE\xFF\0\0\0a",
            b"Mu\xF1oz, Jos\xE9: \xE1rbol\n",
        ] {
            let raw = raw(bytes).unwrap();
            let written = raw.encoding.bytes(&raw.text).unwrap();
            assert_eq!(bytes[raw.mark..], written, "{raw:?}");
        }
    }

    #[test]
    fn a_letter_that_does_not_fit_is_named() {
        let old = raw(b"Mu\xF1oz, Jos\xE9: \xE1rbol\n").unwrap().encoding;
        assert_eq!(old.misses("á ب"), Some('ب'));
        assert_eq!(old.misses("á"), None);
        assert_eq!(old.name(), "windows-1252");
    }
}
