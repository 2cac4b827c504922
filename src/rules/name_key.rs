//! The form in which names and texts are compared: people write names with and without
//! accents, with several apostrophes, and across lines.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::source::{is_invisible, is_whole_word};

/// The normalized form in which names and texts are compared: letters without
/// diacritics, one kind of apostrophe, single spaces, no emphasis markers.
pub(super) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for character in text.chars() {
        add(&mut key, character);
    }
    key
}

/// Where names are in a normalized text, as whole words. `key` is the normalized form of a
/// name. The longest name that begins at a position wins, and the next one begins after it.
pub(super) fn hits<'n, N>(
    text: &str,
    names: &'n [N],
    key: impl Fn(&N) -> &str,
) -> Vec<(&'n N, Range<usize>)> {
    let mut by_letter: FxHashMap<char, Vec<&N>> = FxHashMap::default();
    for name in names {
        let first = key(name).chars().next().unwrap_or_default();
        by_letter.entry(first).or_default().push(name);
    }
    let mut found = Vec::new();
    let mut next = 0;
    for (start, letter) in text.char_indices() {
        let Some(names) = by_letter.get(&letter).filter(|_| start >= next) else {
            continue;
        };
        let rest = text.get(start..).unwrap_or_default();
        let here = names.iter().filter(|name| {
            let key = key(name);
            rest.starts_with(key) && is_whole_word(text, start, start + key.len())
        });
        if let Some(name) = here.max_by_key(|name| key(name).len()) {
            next = start + key(name).len();
            found.push((*name, start..next));
        }
    }
    found
}

/// For each byte of the normalized form of `text`, its position in `text`.
pub(super) fn places_of(text: &str) -> Vec<usize> {
    let mut key = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        add(&mut key, character);
        places.resize(key.len(), at);
    }
    places
}

fn add(key: &mut String, character: char) {
    compared(character, |part| {
        if part != ' ' || !key.ends_with(' ') {
            key.push(part);
        }
    });
}

/// The characters that are compared in place of one that is written.
#[inline]
pub(super) fn compared(character: char, mut each: impl FnMut(char)) {
    if character.is_ascii_alphanumeric() {
        return each(character);
    }
    match character {
        '*' | '_' | '`' => return,
        '\0'..='\u{7f}' if character.is_whitespace() => return each(' '),
        '\0'..='\u{7f}' => return each(character),
        _ => {}
    }
    let known = (u32::from(character) as usize).checked_sub(FIRST_LETTER);
    match known.and_then(|at| LETTERS.get(at)) {
        Some(Some(part)) => each(*part),
        _ => decomposed(character, each),
    }
}

/// The first character outside ASCII.
const FIRST_LETTER: usize = 0x80;

/// What [`decomposed`] makes of the letters of most languages, if it is one character.
static LETTERS: LazyLock<Vec<Option<char>>> = LazyLock::new(|| {
    let sole = |character: char| {
        let mut parts = Vec::new();
        decomposed(character, |part| parts.push(part));
        <[char; 1]>::try_from(parts).ok().map(|[part]| part)
    };
    let letters = '\u{80}'..'\u{2000}';
    letters.map(sole).collect()
});

fn decomposed(character: char, mut each: impl FnMut(char)) {
    // Diacritics are dropped, so their order does not matter.
    decompose_compatible(character, |part| {
        if !is_combining_mark(part) {
            plain(part).into_iter().for_each(&mut each);
        }
    });
}

fn plain(character: char) -> Option<char> {
    match character {
        // Emphasis markers and invisible characters are dropped, so that a name is
        // found across them.
        '*' | '_' | '`' => None,
        c if is_invisible(c) => None,
        '’' | '‘' | 'ʼ' | '´' => Some('\''),
        '‐' | '‑' | '–' => Some('-'),
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_as_people_write_them() {
        let check = |written: &str, expected: &str| assert_eq!(key(written), expected);
        check("Khôi", "Khoi");
        check("José", "Jose");
        check("D’Angelo", "D'Angelo");
        check("Ben\nOsei", "Ben Osei");
        check("Ben\u{a0}Osei", "Ben Osei");
        check("Ben  Osei", "Ben Osei");
        check("e\u{323}\u{302} ệ", "e e");
        check("**C**leo", "Cleo");
        check("ﻛﻠﻴﻮ", "كليو");
        check("Cl\u{AD}e\u{2060}o\u{FE0F}", "Cleo");
    }

    #[test]
    fn only_whole_words_are_found_and_the_longest_first() {
        let check = |text: &str, names: &[&str], expected: &[&str]| {
            let found = hits(text, names, |name| name);
            let found: Vec<&str> = found.iter().map(|(_, at)| &text[at.clone()]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Ana and Ben", &["Ana", "Ben"], &["Ana", "Ben"]);
        check("Ana Bel sang", &["Ana", "Ana Bel", "Bel"], &["Ana Bel"]);
        check("Banana", &["Ana", "ana"], &[]);
        // A longer name that is not there does not hide one that is.
        check("Ana Bella sang", &["Ana", "Ana Bel"], &["Ana"]);
        check("McAna Bel", &["Ana Bel", "Bel"], &["Bel"]);
        check("🙂🙂", &["🙂"], &["🙂", "🙂"]);
    }
}
