//! Words that tell a family nothing by themselves: "making progress". They are
//! data, one list for each language that has one.

use super::fields::Fields;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Written;

const LISTS: [(&str, &str); 2] = [
    ("en", include_str!("../../locales/en/vague.txt")),
    ("es", include_str!("../../locales/es/vague.txt")),
];

/// Reports a vague phrase in the words of `name` when no number stands beside
/// it (Arizona Department of Education on 34 CFR 300.320(a)(3): "some progress"
/// gives no objective measure and does not inform parents).
pub(super) fn check(fields: &Fields, name: &'static str) {
    let Some(node) = fields.node(name) else {
        return;
    };
    let context = fields.context();
    let words = node.text().unwrap_or_default();
    let Some(phrase) = phrase_in(words, context.language.as_str()) else {
        return;
    };
    let written = Written {
        at: fields.place(node.span),
        lang: context.language.clone(),
        text: words.to_owned(),
        translatable: true,
    };
    let fault = Diagnostic::at(Code::VagueReview, &written.place_of(phrase));
    fields.report(fault.with("phrase", phrase));
}

/// The first vague phrase in `words`, as it stands there; nothing where a number
/// says more.
fn phrase_in<'w>(words: &'w str, language: &str) -> Option<&'w str> {
    if words.chars().any(char::is_numeric) {
        return None;
    }
    let language = language.split('-').next().unwrap_or(language);
    let (_, list) = LISTS.iter().find(|(lang, _)| *lang == language)?;
    let lower = words.to_lowercase();
    let phrases = list.lines().map(str::trim);
    let found = phrases.filter(|phrase| !phrase.is_empty() && !phrase.starts_with('#'));
    let (start, length) = found
        .filter_map(|phrase| Some((whole(&lower, phrase)?, phrase.len())))
        .min()?;
    // Small letters may be longer than capitals; then the whole text is shown.
    Some(words.get(start..start + length).unwrap_or(words))
}

/// Where `phrase` stands in `words` with nothing grown onto it.
fn whole(words: &str, phrase: &str) -> Option<usize> {
    let letter = |c: char| c.is_alphanumeric();
    let stands = |start: &usize| {
        let before = words.get(..*start).unwrap_or_default();
        let after = words.get(start + phrase.len()..).unwrap_or_default();
        !before.ends_with(letter) && !after.starts_with(letter)
    };
    words
        .match_indices(phrase)
        .map(|(start, _)| start)
        .find(stands)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vague_words_need_a_number() {
        let check = |words: &str, language: &str, expected: Option<&str>| {
            assert_eq!(phrase_in(words, language), expected, "{words}");
        };
        check("She is making progress.", "en", Some("making progress"));
        check("Making progress: 4 of 5.", "en", None);
        check("Some progress, as expected.", "en", Some("Some progress"));
        check("It went as expected.", "en-US", Some("as expected"));
        check("Unmaking progressions", "en", None);
        check("Va progresando.", "es", Some("Va progresando"));
        check("Making progress.", "vi", None);
        check("From three words to five.", "en", None);
    }
}
