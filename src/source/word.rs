//! Where words begin and end.

/// How many letters may be written together with the next word.
pub const MOST_JOINED: usize = 4;

/// Whether this letter may be written together with the next word.
#[must_use]
pub fn is_joined(letter: char) -> bool {
    matches!(letter, 'و' | 'ف' | 'ب' | 'ك' | 'ل' | 'ا')
}

/// Whether the bytes from `start` to `end` of `text` are a complete word. In Arabic
/// "and", "to", "with" and the article are written together with the next word.
#[must_use]
pub fn is_whole_word(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let mut letters = before.chars().rev().take_while(|c| c.is_alphanumeric());
    let joined = letters.clone().count() <= MOST_JOINED && letters.all(is_joined);
    joined && !after.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_words_are_no_words() {
        let check = |text: &str, word: &str, expected| {
            let start = text.find(word).unwrap();
            let found = is_whole_word(text, start, start + word.len());
            assert_eq!(found, expected, "{text}");
        };
        check("Sami ran", "Sami", true);
        check("Samira ran", "Sami", false);
        check("mySami", "Sami", false);
        check("قال وسامي", "سامي", true);
        check("قال ولسامي", "سامي", true);
        check("حسامي", "سامي", false);
    }
}
