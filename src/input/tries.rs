//! Correct tries out of all tries: `8/10`, and other ways to write it.

use super::number::{number, percent};
use super::plain::{pieces, plain};
use super::words::month;
use super::{NotANumber, Reading};

/// Correct tries out of all tries.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tries {
    /// The correct tries.
    pub part: f64,
    /// All tries.
    pub whole: f64,
}

/// Why some characters are not tries.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NotTries {
    /// Nothing like tries.
    Shape,
    /// One of the two numbers is not certain.
    Number(NotANumber),
    /// A day, which Excel makes of tries in a cell: `10-Aug` was 8/10. Holds the smaller
    /// number as the part.
    Excel(Tries),
    /// A percent next to the tries that is not theirs. Holds the tries.
    Percent(Tries),
}

/// What may be between the two numbers.
const BETWEEN: [&str; 9] = [
    "out of", "of the", "of", "de", "from", "/", "trên", "trong", "من",
];
/// What may follow them.
const BEHIND: [&str; 16] = [
    "correct",
    "right",
    "tries",
    "trials",
    "times",
    "attempts",
    "opportunities",
    "opps",
    "questions",
    "problems",
    "items",
    "words",
    "probes",
    "correctas",
    "veces",
    "intentos",
];

/// Reads tries: `8/10`, `8 of 10`, `8 out of 10 correct`, `8/10 (80%)`, `+-++`.
///
/// # Errors
///
/// Returns why the characters are not tries.
pub fn tries(text: &str) -> Result<Reading<Tries>, NotTries> {
    let plain = plain(text).ok_or(NotTries::Shape)?;
    if let Some(tries) = signs(text) {
        return Ok(Reading::Meant(tries));
    }
    if let Some(tries) = excel(&plain) {
        return Err(NotTries::Excel(tries));
    }
    let (words, beside) = apart(&plain);
    let mut words = words.trim();
    for word in BEHIND {
        words = words.strip_suffix(word).unwrap_or(words).trim_end();
    }
    let (part, whole) = BETWEEN
        .iter()
        .find_map(|sign| words.split_once(sign))
        .ok_or(NotTries::Shape)?;
    let side = |text: &str| number(text).map_err(NotTries::Number);
    // Words next to one number only are something else.
    let (part, whole) = match (side(part), side(whole)) {
        (Ok(part), Ok(whole)) => (part.value(), whole.value()),
        (Err(NotTries::Number(NotANumber::Shape)), _)
        | (_, Err(NotTries::Number(NotANumber::Shape))) => return Err(NotTries::Shape),
        (Err(fault), _) | (_, Err(fault)) => return Err(fault),
    };
    let tries = Tries { part, whole };
    if let Some(beside) = beside
        && (100.0 * part / whole - beside).abs() > 1.0
    {
        return Err(NotTries::Percent(tries));
    }
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | '-' | ' ');
    Ok(if text.trim().chars().all(digits) {
        Reading::Exact(tries)
    } else {
        Reading::Meant(tries)
    })
}

/// The percent next to tries: `8/10 (80%)`, `8/10 = 80%`, `80% (8/10)`.
fn apart(text: &str) -> (&str, Option<f64>) {
    let sides = |sign| {
        let (first, second) = text.split_once(sign)?;
        Some((first, second.trim_end_matches(')')))
    };
    let Some((first, second)) = sides('(').or_else(|| sides('=')) else {
        return (text, None);
    };
    let known = |text: &str| percent(text).ok().map(Reading::value);
    match (known(first), known(second)) {
        (None, Some(percent)) => (first, Some(percent)),
        (Some(percent), None) => (second, Some(percent)),
        _ => (text, None),
    }
}

/// A mark for each of two or more tries: `+-++`, `✓ ✗ ✓`. Dashes alone are none, because
/// they may also be a day without a check.
fn signs(text: &str) -> Option<Tries> {
    let signs = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, ',' | '|' | '\u{FE0E}' | '\u{FE0F}'));
    let read = signs
        .map(|c| Some((c, sign(c)?)))
        .collect::<Option<Vec<(char, bool)>>>()
        .filter(|read| read.len() > 1)?;
    let dashes = read.iter().all(|(c, _)| plain_dash(*c));
    let count = |right: bool| {
        let signs = read.iter().filter(|(_, sign)| *sign || !right);
        f64::from(u32::try_from(signs.count()).unwrap_or(u32::MAX))
    };
    (!dashes).then(|| Tries {
        part: count(true),
        whole: count(false),
    })
}

fn plain_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn sign(c: char) -> Option<bool> {
    match c {
        '+' | '\u{FF0B}' | '✓' | '✔' | '√' | '☑' | '✅' => Some(true),
        '✗' | '✘' | '✕' | '✖' | '×' | '❌' | '☒' => Some(false),
        c if plain_dash(c) => Some(false),
        _ => None,
    }
}

/// Reads a cell with one try: a mark, `1` or `0`, yes or no.
#[must_use]
pub fn one_try(text: &str) -> Option<bool> {
    let plain = plain(text)?;
    match plain.as_str() {
        "1" | "y" | "yes" | "correct" | "right" | "c" | "true" | "sí" | "si" => Some(true),
        "0" | "n" | "no" | "incorrect" | "wrong" | "i" | "false" => Some(false),
        _ => {
            let mut signs = text.trim().chars().filter(|c| *c != '\u{FE0F}');
            let (first, second) = (signs.next()?, signs.next());
            sign(first).filter(|_| second.is_none())
        }
    }
}

/// `10-aug` and `aug-32` are days and months to Excel, and were 8/10 and 8/32.
fn excel(text: &str) -> Option<Tries> {
    let pieces: Vec<&str> = pieces(text);
    let (word, day) = match pieces.as_slice() {
        [day, word] if word.starts_with('-') => (word, day),
        [word, day] if word.ends_with('-') => (word, day),
        _ => return None,
    };
    let month = f64::from(month(word.trim_matches('-'))?);
    let day: f64 = day.parse().ok()?;
    Some(Tries {
        part: month.min(day),
        whole: month.max(day),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const EIGHT: Tries = Tries {
        part: 8.0,
        whole: 10.0,
    };

    #[test]
    fn tries_are_read_as_people_write_them() {
        let check = |text: &str, expected: Reading<Tries>| {
            assert_eq!(tries(text), Ok(expected), "{text}");
        };
        let of = |part, whole| Reading::Meant(Tries { part, whole });
        check("8/10", Reading::Exact(EIGHT));
        check("8 / 10", Reading::Exact(EIGHT));
        check("7.5/10", Reading::Exact(Tries { part: 7.5, ..EIGHT }));
        for text in [
            "8 of 10",
            "8 out of 10",
            "8 OUT OF 10",
            "8 of the 10",
            "8 de 10",
            "8\u{2044}10",
            "٨ من ١٠",
            "8 trên 10",
            "8/10 correct",
            "8 of 10 trials",
            "8/10 (80%)",
            "8/10 = 80 %",
            "80% (8/10)",
        ] {
            check(text, Reading::Meant(EIGHT));
        }
        check("+-++", of(3.0, 4.0));
        check("+ - + +", of(3.0, 4.0));
        check("✓✗✓", of(2.0, 3.0));
        check("✔️, ❌", of(1.0, 2.0));
        check("+\u{2013}+\u{2013}", of(2.0, 4.0));
        check("++", of(2.0, 2.0));
        check("✗✗", of(0.0, 2.0));
    }

    #[test]
    fn what_is_not_tries_says_why() {
        let check = |text: &str, expected: NotTries| {
            assert_eq!(tries(text), Err(expected), "{text}");
        };
        check("10-Aug", NotTries::Excel(EIGHT));
        check("08-oct", NotTries::Excel(EIGHT));
        check(
            "Aug-32",
            NotTries::Excel(Tries {
                part: 8.0,
                whole: 32.0,
            }),
        );
        check(
            "7/10 (80%)",
            NotTries::Percent(Tries { part: 7.0, ..EIGHT }),
        );
        for text in [
            "",
            "8",
            "80%",
            "-",
            "--",
            "8/",
            "/10",
            "8 of ten",
            "most of 10",
            "absent",
            "+1",
            "-1",
            "8 or 10",
            "FP",
            "x",
            "8/10/2026",
        ] {
            check(text, NotTries::Shape);
        }
        let comma = NotANumber::Comma {
            point: 7.5,
            thousands: None,
        };
        check("7,5/10", NotTries::Number(comma));
    }

    #[test]
    fn one_cell_may_hold_one_try() {
        let check = |text: &str, expected: Option<bool>| {
            assert_eq!(one_try(text), expected, "{text}");
        };
        check("+", Some(true));
        check("✔️", Some(true));
        check("1", Some(true));
        check("Yes", Some(true));
        check("-", Some(false));
        check("0", Some(false));
        check("x", None);
        check("", None);
        check("2", None);
    }
}
