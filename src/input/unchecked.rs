//! What people write for a day on which nothing was checked.

use super::plain::{plain, unaccented};

/// Words that are the whole value, without accents.
const ALONE: [&str; 25] = [
    "-",
    "--",
    "---",
    "x",
    ".",
    "..",
    "...",
    "?",
    "/",
    "na",
    "n/a",
    "n.a.",
    "n/d",
    "none",
    "null",
    "ab",
    "abs",
    "nt",
    "dnt",
    "away",
    "closed",
    "sub",
    "substitute",
    "skipped",
    "missed",
];

/// Words that a reason may follow: `absent (dentist)`.
const BEGINNINGS: [&str; 40] = [
    "absent",
    "absence",
    "excused",
    "sick",
    "ill",
    "out sick",
    "not here",
    "not in school",
    "not at school",
    "no school",
    "no class",
    "holiday",
    "snow day",
    "field trip",
    "assembly",
    "early release",
    "half day",
    "vacation",
    "canceled",
    "cancelled",
    "no data",
    "no probe",
    "no check",
    "not checked",
    "not tested",
    "not taken",
    "not given",
    "not assessed",
    "not done",
    "not administered",
    "did not test",
    "ausente",
    "falto",
    "enfermo",
    "enferma",
    "no hubo clases",
    "غايب",
    "غايبة",
    "لم يحضر",
    "vang",
];

/// What spreadsheets write if a formula has nothing to count.
const FORMULA_FAULTS: [&str; 7] = [
    "#div/0!", "#n/a", "#value!", "#ref!", "#name?", "#num!", "#null!",
];

/// Whether a value says that nothing was checked: `absent`, `n/a`, `-`, `no school`,
/// `#DIV/0!`. A text with a number in it is doubtful, and is none of these. If `x` may be
/// a code of the measure, the caller has to look for codes first.
#[must_use]
pub fn is_not_checked(text: &str) -> bool {
    let Some(plain) = plain(text) else {
        return false;
    };
    let word = unaccented(&plain);
    if ALONE.contains(&word.as_str()) || FORMULA_FAULTS.contains(&word.as_str()) {
        return true;
    }
    let begins = BEGINNINGS.iter().any(|begin| {
        let rest = word.strip_prefix(begin);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    begins && !word.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_without_a_check_is_known() {
        let check = |text: &str, expected: bool| {
            assert_eq!(is_not_checked(text), expected, "{text}");
        };
        for text in [
            "absent",
            "Absent",
            "ABS",
            "absent (dentist)",
            "absent - sick",
            "n/a",
            "N/A",
            "NA",
            "-",
            "\u{2013}",
            "\u{2014}",
            "x",
            "no school",
            "No School!",
            "#DIV/0!",
            "#N/A",
            "Snow day",
            "ausente",
            "faltó",
            "vắng",
            "غائب",
            "not checked",
            "sub",
        ] {
            check(text, true);
        }
        for text in [
            "",
            "0",
            "8/10",
            "absent, 7/10 on Friday",
            "substitutes x for y 3 times",
            "breakfast",
            "subtraction",
            "A",
            "sickly",
            "8",
            "no",
            "xx",
        ] {
            check(text, false);
        }
    }
}
