//! Text in an encoding from before Unicode.
//!
//! A wrong guess puts a wrong letter into a child's name. So the decoded text has
//! to look like words. If it does not, the teacher has to save the file again.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, IBM866, WINDOWS_1252};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text of bytes that are not Unicode, exactly as it is in them, and their encoding.
/// Returns `None` unless that is certain.
pub(super) fn guess(bytes: &[u8]) -> Option<(String, &'static Encoding)> {
    let marked = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if marked || bytes.contains(&0) || is_damaged_utf8(bytes) {
        return None;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let raw = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let text: String = raw.nfc().collect();
    (are_words(&text) && is_enough(encoding, &text)).then(|| (raw.into_owned(), encoding))
}

/// Whether this is UTF-8 that was cut off inside a letter, or that has a few other
/// bytes in it. Each of its letters would be decoded as two wrong ones. By chance,
/// some bytes of Chinese and Japanese are valid UTF-8, too.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let fitting: usize = bytes
        .utf8_chunks()
        .flat_map(|chunk| chunk.valid().chars())
        .filter(|c| !c.is_ascii())
        .map(char::len_utf8)
        .sum();
    let cut = std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none());
    (cut && fitting > 0) || fitting * 2 > high
}

/// Whether there are enough letters to tell one encoding from another. Western
/// letters have the same bytes in nearly all of them.
fn is_enough(encoding: &'static Encoding, text: &str) -> bool {
    let mut letters: Vec<char> = text
        .chars()
        .filter(|c| c.is_alphabetic() && !c.is_ascii())
        .collect();
    if encoding == WINDOWS_1252 {
        return letters.iter().all(|c| WESTERN.contains(*c));
    }
    // Nearly every byte is a letter in this encoding of DOS.
    if encoding == IBM866 {
        return false;
    }
    let count = letters.len();
    letters.sort_unstable();
    letters.dedup();
    count >= 8 && letters.len() >= 5
}

/// Letters of Spanish, French, Portuguese, Italian and German. Other letters with
/// these bytes are far more often from another encoding.
const WESTERN: &str = "áéíóúüñçàèìòùâêîôûäöëïßãõœªºÁÉÍÓÚÜÑÇÀÈÌÒÙÂÊÎÔÛÄÖËÏÃÕŒ";

/// Whether a text is made of words: no word mixes two scripts, has capitals inside,
/// or has other characters inside than the apostrophe of "don’t".
fn are_words(text: &str) -> bool {
    let fine = text.chars().all(|c| !is_unlikely(c));
    let characters: Vec<char> = text.chars().collect();
    let triples = characters.windows(3);
    let between = triples.clone().all(|triple| match triple {
        [before, inner, after] => fits_between(*before, *inner, *after),
        _ => true,
    });
    fine && between && apostrophes_fit(text) && text.split(|c| !is_letter(c)).all(is_word)
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c)
}

/// Whether this is a control character, an unassigned one, or a symbol that is in
/// a school's text only because of a wrong encoding.
fn is_unlikely(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    control
        || matches!(
            c,
            '\u{E000}'..='\u{F8FF}' | '\u{FFFD}' | '¤' | '¦' | 'ˆ' | '˜' | '†' | '‡' | '‰' | 'ƒ'
        )
}

/// Whether a character may be between these two.
fn fits_between(before: char, inner: char, after: char) -> bool {
    if inner.is_ascii() {
        return true;
    }
    if is_letter(inner) {
        // "bats,Ó she": on old Macs this byte is a quotation mark.
        return !(is_latin(inner) && matches!(before, ',' | ';' | '!' | '?' | '.'));
    }
    match inner {
        '’' => true,
        _ if !is_latin(before) => true,
        '”' | '»' | '…' | '™' | '®' | '©' | '–' | '—' | '\u{A0}' => !is_latin(after),
        _ => false,
    }
}

/// Whether every apostrophe is in a contraction or in a name such as O’Brien. On
/// old Macs the same byte is í.
fn apostrophes_fit(text: &str) -> bool {
    text.match_indices('’').all(|(at, sign)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + sign.len()..).unwrap_or_default();
        let rest: String = after.chars().take_while(|c| is_letter(*c)).collect();
        let name = before.is_some_and(char::is_uppercase) && rest.starts_with(char::is_uppercase);
        let inside = before.is_some_and(is_letter);
        !inside || name || ["", "s", "t", "m", "d", "re", "ve", "ll"].contains(&&*rest)
    })
}

/// Whether a run of letters is written as words are: `ana`, `Ana` or `ANA`.
fn is_word(word: &str) -> bool {
    if word.is_ascii() {
        return true;
    }
    let scripts: Vec<Script> = word.chars().filter_map(Script::of).collect();
    if scripts.contains(&Script::Latin) && scripts.contains(&Script::Other) {
        return false;
    }
    let mut letters = word.chars();
    let first = letters.next();
    let rest = letters.as_str();
    let lower = !rest.chars().any(char::is_uppercase);
    let upper = !word.chars().any(char::is_lowercase);
    let alone = rest.is_empty() && first.is_some_and(|c| matches!(c, 'Ð' | 'Ñ' | 'Þ'));
    // On old Macs this byte is ú.
    let ligatures = word.match_indices('œ').all(|(at, sign)| {
        let next = word.get(at + sign.len()..).unwrap_or_default();
        next.starts_with(['u', 'i', 'e'])
    });
    (lower || upper) && !alone && ligatures
}

/// Kinds of scripts that do not mix inside one word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    /// Also in names of things in scripts without spaces.
    Latin,
    /// Cyrillic, Greek, Arabic, Hebrew and others that do not mix with Latin.
    Other,
    /// Scripts without spaces, in which a foreign word may follow directly.
    Wide,
}

impl Script {
    fn of(c: char) -> Option<Self> {
        match c {
            _ if is_combining_mark(c) => None,
            _ if is_latin(c) => Some(Self::Latin),
            '\u{0E00}'..='\u{0EFF}' | '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{FFFF}' => {
                Some(Self::Wide)
            }
            _ => Some(Self::Other),
        }
    }
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || (c.is_alphabetic() && matches!(c, '\u{AA}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}'))
}
