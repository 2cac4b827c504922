//! Frequencies of services: `2 x weekly`, `twice a week`, `daily`.

use super::plain::{is_digits, pieces, plain};
use super::words::count_word;
use crate::model::{Frequency, Per};

/// How often, and for how many minutes each time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Often {
    /// How often.
    pub frequency: Frequency,
    /// The minutes of each time. `None` if the text does not say.
    pub minutes: Option<u32>,
}

/// Words for what a frequency counts in; with one of the second kind it is once
/// unless a number says otherwise.
const PERS: [(&str, Per, bool); 17] = [
    ("day", Per::Day, false),
    ("week", Per::Week, false),
    ("wk", Per::Week, false),
    ("month", Per::Month, false),
    ("mo", Per::Month, false),
    ("día", Per::Day, false),
    ("dia", Per::Day, false),
    ("semana", Per::Week, false),
    ("mes", Per::Month, false),
    ("daily", Per::Day, true),
    ("weekly", Per::Week, true),
    ("monthly", Per::Month, true),
    ("diario", Per::Day, true),
    ("semanal", Per::Week, true),
    ("everyday", Per::Day, true),
    ("wkly", Per::Week, true),
    ("mensual", Per::Month, true),
];

/// Words that add no meaning.
const BETWEEN: [&str; 22] = [
    "x", "times", "time", "per", "a", "an", "each", "every", "/", "in", "for", "the", ",", "of",
    "sessions", "session", "days", "veces", "vez", "por", "a la", "al",
];
const MINUTES: [&str; 6] = ["min", "mins", "minutes", "minute", "min.", "minutos"];

/// Reads a frequency. Returns `None` if the text has no meaning, or several.
#[must_use]
pub fn often(text: &str) -> Option<Often> {
    let plain = plain(text)?;
    let pieces: Vec<&str> = pieces(&plain);
    let words: Vec<&str> = pieces
        .iter()
        .flat_map(|piece| piece.split_inclusive('/'))
        .flat_map(|piece| match piece.strip_suffix('/') {
            Some("") | None => vec![piece],
            Some(word) => vec![word, "/"],
        })
        .map(|word| word.trim_matches([',', '.', '-']))
        .filter(|word| !word.is_empty())
        .collect();
    let (mut times, mut per, mut minutes) = (None, None, None);
    let mut once = false;
    for (place, word) in words.iter().enumerate() {
        let next = words.get(place + 1).copied().unwrap_or_default();
        if is_digits(word) || count_word(word).is_some() {
            let number: u32 = count_word(word).or_else(|| word.parse().ok())?;
            let slot = if MINUTES.contains(&next) {
                &mut minutes
            } else {
                &mut times
            };
            if slot.replace(number).is_some() {
                return None;
            }
        } else if let Some((_, found, one)) = PERS.iter().find(|(name, _, _)| name == word) {
            if per.replace(*found).is_some() {
                return None;
            }
            once = *one
                || place
                    .checked_sub(1)
                    .and_then(|before| words.get(before))
                    .is_some_and(|before| matches!(*before, "each" | "every" | "a" | "per"));
        } else if !BETWEEN.contains(word) && !MINUTES.contains(word) {
            return None;
        }
    }
    let times = times.or(once.then_some(1)).filter(|times| *times > 0)?;
    Some(Often {
        frequency: Frequency { times, per: per? },
        minutes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_often_is_read_as_people_write_it() {
        let check = |text: &str, times: u32, per: Per, minutes: Option<u32>| {
            let frequency = Frequency { times, per };
            assert_eq!(often(text), Some(Often { frequency, minutes }), "{text}");
        };
        for text in [
            "2 x weekly",
            "2x weekly",
            "twice a week",
            "2 times per week",
            "2 times a week",
            "2x/week",
            "2/week",
            "2 x / wk",
            "Two times each week",
            "2 sessions per week",
            "2 days a week",
            "twice weekly",
            "2 veces por semana",
            "dos veces por semana",
        ] {
            check(text, 2, Per::Week, None);
        }
        check("daily", 1, Per::Day, None);
        check("every day", 1, Per::Day, None);
        check("weekly", 1, Per::Week, None);
        check("once a month", 1, Per::Month, None);
        check("2 x 30 minutes weekly", 2, Per::Week, Some(30));
        check("30 min, 2x/week", 2, Per::Week, Some(30));
        for text in [
            "",
            "2",
            "often",
            "2-3 times a week",
            "week",
            "2 hours a week",
            "as needed",
            "0 times a week",
            "5 days",
        ] {
            assert_eq!(often(text), None, "{text}");
        }
    }
}
