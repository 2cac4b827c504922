//! Suggestions for misspelled names.

use strsim::damerau_levenshtein;

/// The entry of `known` that `typed` was probably meant to be.
///
/// At most a third of the letters may differ (one letter in a short word). The
/// distance is Damerau-Levenshtein: swapping two adjacent letters counts as one
/// difference.
///
/// ```
/// use kinfolio::diagnostic::nearest;
///
/// assert_eq!(nearest("pronuns", ["name", "pronouns"]), Some("pronouns"));
/// assert_eq!(nearest("colour", ["name", "pronouns"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase().replace([' ', '-'], "_");
    let allowed = (typed.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|name| (damerau_levenshtein(&typed, &name.replace('-', "_")), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found() {
        let known = ["target", "title", "baseline", "at_least", "push-in"];
        let check = |typed, expected| assert_eq!(nearest(typed, known), expected, "{typed}");
        check("taget", Some("target"));
        check("Target", Some("target"));
        check("base line", Some("baseline"));
        check("at-least", Some("at_least"));
        check("push_in", Some("push-in"));
        check("colour", None);
        check("", None);
    }
}
