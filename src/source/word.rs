/// Whether the characters from `start` to `end` are a word of their own in
/// `text`. Arabic writes "and", "to", "with" and the article onto the word that
/// follows.
#[must_use]
pub fn is_whole_word(text: &str, start: usize, end: usize) -> bool {
    const JOINED: &str = "وفبكلا";
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let mut letters = before.chars().rev().take_while(|c| c.is_alphanumeric());
    let joined = letters.clone().count() <= 4 && letters.all(|letter| JOINED.contains(letter));
    joined && !after.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_alone() {
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
