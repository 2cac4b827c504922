//! Mastery criteria in the wording of an IEP: `80% on 4 of 5 probes`,
//! `3 consecutive sessions`.

use super::plain::{is_digits, plain};
use super::words::count_word;

/// The parts of a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// The value to reach, as it is written. `None` if the criterion has none.
    pub value: Option<String>,
    /// Which side of the value counts. `None` if no words say it.
    pub side: Option<Side>,
    /// On how many checks, out of how many in a row.
    pub window: Option<(u32, u32)>,
    /// Whether the window may be the tries of one check: `4 of 5 trials`.
    pub of_tries: bool,
}

/// Which side of a value counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Side {
    AtLeast,
    AtMost,
}

/// Words for checks.
const CHECKS: [&str; 20] = [
    "checks",
    "check",
    "probes",
    "probe",
    "sessions",
    "session",
    "days",
    "data",
    "points",
    "observations",
    "measurements",
    "occasions",
    "times",
    "collections",
    "readings",
    "sesiones",
    "días",
    "pruebas",
    "assessments",
    "weekly",
];
/// Words for what one check counts.
const TRIES: [&str; 9] = [
    "trials",
    "trial",
    "opportunities",
    "opportunity",
    "tries",
    "attempts",
    "problems",
    "questions",
    "intentos",
];
/// Words between a value and a window.
const BETWEEN: [&str; 15] = [
    "on", "in", "for", "across", "over", "at", "with", "during", "accuracy", "correct", "the",
    "of", "en", "and", "a",
];
const SIDES: [(&str, Side); 24] = [
    ("at least", Side::AtLeast),
    ("at or above", Side::AtLeast),
    ("minimum of", Side::AtLeast),
    ("a minimum of", Side::AtLeast),
    (">=", Side::AtLeast),
    ("≥", Side::AtLeast),
    ("or more", Side::AtLeast),
    ("or better", Side::AtLeast),
    ("or higher", Side::AtLeast),
    ("or above", Side::AtLeast),
    ("or greater", Side::AtLeast),
    ("and above", Side::AtLeast),
    ("al menos", Side::AtLeast),
    ("at most", Side::AtMost),
    ("at or below", Side::AtMost),
    ("no more than", Side::AtMost),
    ("maximum of", Side::AtMost),
    ("<=", Side::AtMost),
    ("≤", Side::AtMost),
    ("or fewer", Side::AtMost),
    ("or less", Side::AtMost),
    ("or lower", Side::AtMost),
    ("or below", Side::AtMost),
    ("como máximo", Side::AtMost),
];

/// Reads a criterion. Returns `None` if some words have no meaning here.
#[must_use]
pub fn criterion(text: &str) -> Option<Criterion> {
    let plain = plain(text)?.trim_end_matches('.').replace(',', " ");
    let words: Vec<&str> = plain.split_whitespace().collect();
    let (front, window, of_tries) = window(&words);
    let mut front = front;
    while let Some((last, rest)) = front.split_last()
        && BETWEEN.contains(last)
    {
        front = rest;
    }
    let joined = front.join(" ");
    let (value, side) = side(&joined);
    let value = Some(value.to_owned()).filter(|value| !value.is_empty());
    if value.is_none() && window.is_none() {
        return None;
    }
    Some(Criterion {
        value,
        side,
        window,
        of_tries,
    })
}

/// The words before the window, and the window at the end.
fn window<'w>(words: &'w [&'w str]) -> (&'w [&'w str], Option<(u32, u32)>, bool) {
    let tries = words.iter().any(|word| TRIES.contains(word));
    let end = words
        .iter()
        .rposition(|word| !CHECKS.contains(word) && !TRIES.contains(word));
    let head = words
        .get(..end.map_or(0, |end| end + 1))
        .unwrap_or_default();
    let found = in_a_row(words).or_else(|| {
        let (last, rest) = head.split_last()?;
        if let Some((part, whole)) = last.split_once('/') {
            return Some((rest, (number(part)?, number(whole)?)));
        }
        if *last == "consecutive" || *last == "consecutivas" {
            let (count, rest) = rest.split_last()?;
            let count = number(count)?;
            return Some((rest, (count, count)));
        }
        let whole = number(last)?;
        let (of, rest) = rest.split_last()?;
        let rest = match (*of, rest.split_last()) {
            ("of", Some((&"out", rest))) => rest,
            ("of" | "de", _) => rest,
            _ => return None,
        };
        let (part, rest) = rest.split_last()?;
        Some((rest, (number(part)?, whole)))
    });
    match found {
        Some((front, window)) => (front, Some(window), tries),
        None => (words, None, false),
    }
}

/// `3 in a row`, `3 sessions in a row`.
fn in_a_row<'w>(words: &'w [&'w str]) -> Option<(&'w [&'w str], (u32, u32))> {
    let head = words.strip_suffix(&["in", "a", "row"])?;
    let end = head.iter().rposition(|word| !CHECKS.contains(word))?;
    let (count, rest) = head.get(..=end)?.split_last()?;
    let count = number(count)?;
    Some((rest, (count, count)))
}

fn number(word: &str) -> Option<u32> {
    let digits = word.parse().ok().filter(|_| is_digits(word));
    digits
        .or_else(|| count_word(word))
        .filter(|count| *count > 0)
}

/// A value without the words for its side.
fn side(text: &str) -> (&str, Option<Side>) {
    let found = SIDES.iter().find_map(|(words, side)| {
        let rest = text
            .strip_prefix(words)
            .or_else(|| text.strip_suffix(words))?;
        Some((rest.trim(), Some(*side)))
    });
    found.unwrap_or((text, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn criteria_are_taken_apart() {
        let check = |text: &str, value: Option<&str>, window: Option<(u32, u32)>| {
            let read = criterion(text);
            let found = read
                .as_ref()
                .map(|read| (read.value.as_deref(), read.window));
            assert_eq!(found, Some((value, window)), "{text}");
        };
        check("80% on 4 of 5 probes", Some("80%"), Some((4, 5)));
        check(
            "80% accuracy on 4 out of 5 probes",
            Some("80%"),
            Some((4, 5)),
        );
        check("80% in 4/5 sessions", Some("80%"), Some((4, 5)));
        check(
            "80% across 3 consecutive sessions.",
            Some("80%"),
            Some((3, 3)),
        );
        check(
            "90 words in 4 of 5 sessions",
            Some("90 words"),
            Some((4, 5)),
        );
        check(
            "90 words per minute on four of five checks",
            Some("90 words per minute"),
            Some((4, 5)),
        );
        check("4 of 5", None, Some((4, 5)));
        check("4/5", None, Some((4, 5)));
        check("3 consecutive sessions", None, Some((3, 3)));
        check("three consecutive data points", None, Some((3, 3)));
        check("3 in a row", None, Some((3, 3)));
        check("80% 3 sessions in a row", Some("80%"), Some((3, 3)));
        check("90", Some("90"), None);
        check("at least 90", Some("90"), None);
        check("level 3", Some("level 3"), None);
        check("as often as possible", Some("as often as possible"), None);
    }

    #[test]
    fn sides_and_tries_are_known() {
        let read = criterion("2 or fewer in 4 of 5 sessions").unwrap();
        assert_eq!(
            (read.value.as_deref(), read.side),
            (Some("2"), Some(Side::AtMost))
        );
        assert!(criterion("4 of 5 trials").unwrap().of_tries);
        assert!(!criterion("4 of 5 sessions").unwrap().of_tries);
        assert_eq!(criterion(""), None);
    }
}
