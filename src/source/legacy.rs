//! Letters saved in one of the ways from before UTF-8.
//!
//! A wrong guess puts a wrong letter into a child's name, so what comes of a
//! guess has to look like words: whatever does not is left to a person.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, IBM866, WINDOWS_1252};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text of bytes that are no UTF-8, and what their encoding is called.
/// Nothing comes back where that is not sure.
pub(super) fn guess(bytes: &[u8]) -> Option<(String, &'static str)> {
    let marked = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if marked || bytes.contains(&0) || is_damaged_utf8(bytes) {
        return None;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let text: String = text.nfc().collect();
    (are_words(&text) && is_enough(encoding, &text)).then(|| (text, encoding.name()))
}

/// UTF-8 that was cut off inside a letter, or in which somebody pasted a few
/// other bytes: its own letters would come out as two wrong ones each. By chance,
/// some bytes of Chinese or Japanese fit, too.
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

/// Whether there are letters enough to tell one encoding from another. Western
/// letters have one place in nearly all of them.
fn is_enough(encoding: &'static Encoding, text: &str) -> bool {
    let mut letters: Vec<char> = text
        .chars()
        .filter(|c| c.is_alphabetic() && !c.is_ascii())
        .collect();
    if encoding == WINDOWS_1252 {
        return letters.iter().all(|c| WESTERN.contains(*c));
    }
    // Any bytes at all are letters in DOS.
    if encoding == IBM866 {
        return false;
    }
    let count = letters.len();
    letters.sort_unstable();
    letters.dedup();
    count >= 8 && letters.len() >= 5
}

/// Letters of Spanish, French, Portuguese, Italian and German. Others at the
/// same bytes are far more often letters of another encoding.
const WESTERN: &str = "áéíóúüñçàèìòùâêîôûäöëïßãõœªºÁÉÍÓÚÜÑÇÀÈÌÒÙÂÊÎÔÛÄÖËÏÃÕŒ";

/// Whether a text is made of words: no letters of two scripts in one, no
/// capitals inside, no signs inside but the apostrophe of "don’t".
fn are_words(text: &str) -> bool {
    let fine = text.chars().all(|c| !is_no_writing(c));
    let characters: Vec<char> = text.chars().collect();
    let triples = characters.windows(3);
    let signs = triples.clone().all(|triple| match triple {
        [before, sign, after] => fits_between(*before, *sign, *after),
        _ => true,
    });
    fine && signs && follows_rules_of_signs(text) && text.split(|c| !is_letter(c)).all(is_word)
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c)
}

/// Controls, places without a meaning, and signs that only a wrong encoding
/// brings into a school's words.
fn is_no_writing(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    control
        || matches!(
            c,
            '\u{E000}'..='\u{F8FF}' | '\u{FFFD}' | '¤' | '¦' | 'ˆ' | '˜' | '†' | '‡' | '‰' | 'ƒ'
        )
}

/// Whether a sign may stand where it does.
fn fits_between(before: char, sign: char, after: char) -> bool {
    if sign.is_ascii() {
        return true;
    }
    if is_letter(sign) {
        // "bats,Ó she" is a quotation mark of an old Mac.
        return !(is_latin(sign) && matches!(before, ',' | ';' | '!' | '?' | '.'));
    }
    match sign {
        '’' => true,
        _ if !is_latin(before) => true,
        '”' | '»' | '…' | '™' | '®' | '©' | '–' | '—' | '\u{A0}' => !is_latin(after),
        _ => false,
    }
}

/// What stands after an apostrophe inside a word in English, and names such as
/// O’Brien. On old Macs the same byte is í.
fn follows_rules_of_signs(text: &str) -> bool {
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

/// Kinds of writing that do not meet inside one word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    /// Also in names of things in any other writing without spaces.
    Latin,
    /// Cyrillic, Greek, Arabic, Hebrew and others that leave Latin alone.
    Other,
    /// Writing without spaces, in which a foreign word may stand.
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
