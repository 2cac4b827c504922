//! Plain forms of the characters that keyboards and programs write.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::source::is_invisible;

/// The most characters of a single value. A longer text is no value, and is not read.
const MOST_CHARACTERS: usize = 80;

/// The text with plain digits, dashes, quotes and spaces, in lower case and trimmed.
/// `None` if it is too long for a single value.
pub(super) fn plain(text: &str) -> Option<String> {
    let text = text.trim();
    if text.chars().count() > MOST_CHARACTERS {
        return None;
    }
    let plain: String = text.chars().filter_map(character).collect();
    Some(plain.to_lowercase().trim().to_owned())
}

/// The plain form of a character. `None` if it is invisible.
fn character(c: char) -> Option<char> {
    Some(match c {
        c if c.is_ascii_graphic() => c,
        c if is_invisible(c) => return None,
        // Fullwidth forms of Asian keyboards.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFF01 + 0x21).unwrap_or(c),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2032}' => '\'',
        '\u{201C}' | '\u{201D}' | '\u{2033}' => '"',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{066A}' => '%',
        '\u{066B}' => '.',
        c if c.is_whitespace() => ' ',
        c => digit(c).unwrap_or(c),
    })
}

/// The plain form of an Arabic, Persian or Devanagari digit.
fn digit(c: char) -> Option<char> {
    let zeros = ['\u{0660}', '\u{06F0}', '\u{0966}'];
    let value = zeros.iter().find_map(|zero| {
        let value = u32::from(c).checked_sub(u32::from(*zero))?;
        (value < 10).then_some(value)
    })?;
    char::from_digit(value, 10)
}

/// The text without accents, so that `miércoles` and `miercoles` are one word.
pub(super) fn unaccented(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let letters = text.nfd().filter(|c| !is_combining_mark(*c));
    letters.collect()
}

/// Whether a text is digits and nothing else.
pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `text` cut where digits begin and end, without spaces: `18th sep.` is `18`,
/// `th`, `sep.`.
pub(super) fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    for word in text.split_whitespace() {
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            let digits = first.is_ascii_digit();
            let end = rest.find(|c: char| c.is_ascii_digit() != digits);
            let (piece, tail) = rest.split_at(end.unwrap_or(rest.len()));
            pieces.push(piece);
            rest = tail;
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_other_keyboards_are_plain() {
        let check = |text: &str, expected: &str| {
            assert_eq!(plain(text).as_deref(), Some(expected), "{text}");
        };
        check(" １２：３０ ", "12:30");
        check("٨ من ١٠", "8 من 10");
        check("3:30\u{a0}PM", "3:30 pm");
        check("2026\u{2011}09\u{2011}18", "2026-09-18");
        check("\u{200f}٥٫٥", "5.5");
        check("٨٠٪", "80%");
        assert_eq!(plain(&"1".repeat(81)), None);
    }

    #[test]
    fn digits_and_letters_are_pieces() {
        assert_eq!(
            pieces("18th of sep. 2026"),
            ["18", "th", "of", "sep.", "2026"]
        );
        assert_eq!(pieces("15h30"), ["15", "h", "30"]);
        assert_eq!(pieces(""), [""; 0]);
    }
}
