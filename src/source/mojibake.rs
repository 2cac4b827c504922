//! Letters that another program has garbled: it took UTF-8 for an older encoding
//! and saved what it read, such as `ZoÃ«`.

use encoding_rs::WINDOWS_1252;

/// Garbled letters in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Garbled {
    /// The first garbled word, as it is in the file.
    pub found: String,
    /// The same word, repaired. `None` if that is not certain: then the text is
    /// unchanged.
    pub read: Option<String>,
}

/// How many times a text may have been garbled: a program that does it once does
/// it on every save.
const MOST_TIMES: usize = 2;

/// Repairs garbled letters in `text`. Returns `None` if nothing looks garbled.
pub(super) fn repair(text: &mut String) -> Option<Garbled> {
    let mut first = None;
    for _ in 0..MOST_TIMES {
        let Some(read) = read(text) else { break };
        let found = first.get_or_insert_with(|| Garbled {
            found: word(text, read.place).to_owned(),
            read: None,
        });
        if !read.sure {
            found.read = None;
            return first;
        }
        found.read = Some(word(&read.text, read.place).to_owned());
        *text = read.text;
    }
    first
}

struct Read {
    text: String,
    /// The offset of the first garbled letter, in both texts.
    place: usize,
    /// Whether nothing else in the text looks garbled.
    sure: bool,
}

/// The text as it was before one garbling. Returns `None` if nothing looks garbled.
fn read(text: &str) -> Option<Read> {
    if !text.contains(begins) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut place = None;
    let mut strong = false;
    let mut left = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some((letter, length, is_strong)) = begins(c).then(|| letter(rest)).flatten() {
            strong |= is_strong;
            place.get_or_insert(out.len());
            out.push(letter);
            rest = rest.get(length..).unwrap_or_default();
        } else {
            left |= matches!(c, 'Ã' | 'Â' | '€' | '\u{80}'..='\u{9f}');
            out.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        }
    }
    let place = place.filter(|_| strong)?;
    Some(Read {
        text: out,
        place,
        sure: !left,
    })
}

/// Whether `c` may be the first byte of a letter in UTF-8.
fn begins(c: char) -> bool {
    matches!(c, '\u{c2}'..='\u{f4}')
}

/// The letter whose bytes in UTF-8 became the first characters of `text`, the
/// length of these, and whether they can be nothing else: "IRMÃ”" is Portuguese.
fn letter(text: &str) -> Option<(char, usize, bool)> {
    let mut bytes = Vec::with_capacity(4);
    let mut length = 0;
    for c in text.chars().take(4) {
        bytes.push(byte(c)?);
        length += c.len_utf8();
        if let Ok(found) = std::str::from_utf8(&bytes) {
            let found = found.chars().next().filter(|c| !c.is_ascii())?;
            let after_words = matches!(c, '”' | '’' | '»' | '…' | '–' | '—' | '“' | '‘');
            let control = found.is_control();
            return (!control).then_some((found, length, bytes.len() > 2 || !after_words));
        }
    }
    None
}

/// The byte of `c` in the encoding that UTF-8 was taken for.
fn byte(c: char) -> Option<u8> {
    if c.is_ascii() {
        return None;
    }
    if matches!(c, '\u{80}'..='\u{ff}') {
        return u8::try_from(u32::from(c)).ok();
    }
    let mut buffer = [0; 4];
    let (bytes, _, lost) = WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
    match bytes.as_ref() {
        [byte] if !lost => Some(*byte),
        _ => None,
    }
}

/// The word at the offset `place`.
fn word(text: &str, place: usize) -> &str {
    let (before, after) = text.split_at(text.floor_char_boundary(place));
    let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let end = after
        .find(|c: char| c.is_ascii_whitespace())
        .unwrap_or(after.len());
    let start = text.ceil_char_boundary(start);
    text.get(start..place + end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn garbled_letters_are_repaired_if_that_is_certain() {
        let check = |written: &str, expected: &str, sure: Option<bool>| {
            let mut text = written.to_owned();
            let found = repair(&mut text);
            let found = found.map(|found| found.read.is_some());
            assert_eq!((text.as_str(), found), (expected, sure), "{written}");
        };
        check("ZoÃ« reads", "Zoë reads", Some(true));
        check("Itâ€™s â€œfineâ€\u{9d}", "It’s “fine”", Some(true));
        check("leyÃ³ una pÃ¡gina", "leyó una página", Some(true));
        check("20\u{c2}\u{a0}words", "20\u{a0}words", Some(true));
        check("Ø§Ù„ÙŠÙˆÙ…", "اليوم", Some(true));
        check("ZoÃƒÂ«", "Zoë", Some(true));
        check("“Zoë” and ZoÃ«", "“Zoë” and Zoë", Some(true));
        check("ZoÃ« and Ã", "ZoÃ« and Ã", Some(false));
        for fine in [
            "Zoë",
            "IRMÃ”",
            "“À”",
            "Khôi đọc sách, ÂM NHẠC",
            "© 2026, 5 °C, ½",
            "他读书。",
            "اليوم",
            "naïve – façade…",
        ] {
            check(fine, fine, None);
        }
    }
}
