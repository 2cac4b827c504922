//! How long something lasted: `4:30`, `00:03:20`, `4 min 30 s`.

use super::Reading;
use super::number::number;
use super::plain::{is_digits, pieces, plain};

/// Why some characters are not a duration.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NotLasting {
    /// Nothing like one.
    Shape,
    /// `4:30:00`, which Excel makes of 4:30, minutes and seconds. Holds both readings in
    /// seconds: that of a stopwatch, and the literal one.
    Excel(f64, f64),
}

const UNITS: [(&str, f64); 22] = [
    ("h", 3600.0),
    ("hr", 3600.0),
    ("hrs", 3600.0),
    ("hour", 3600.0),
    ("hours", 3600.0),
    ("hora", 3600.0),
    ("horas", 3600.0),
    ("m", 60.0),
    ("min", 60.0),
    ("mins", 60.0),
    ("minute", 60.0),
    ("minutes", 60.0),
    ("minuto", 60.0),
    ("minutos", 60.0),
    ("'", 60.0),
    ("s", 1.0),
    ("sec", 1.0),
    ("secs", 1.0),
    ("second", 1.0),
    ("seconds", 1.0),
    ("segundos", 1.0),
    ("\"", 1.0),
];

/// Reads a duration, in seconds. A number alone is none, because its unit is the goal's.
///
/// # Errors
///
/// Returns why the characters are not a duration.
pub fn lasting(text: &str) -> Result<Reading<f64>, NotLasting> {
    let plain = plain(text).ok_or(NotLasting::Shape)?;
    if plain.contains(':') {
        return stopwatch(&plain).map(Reading::Meant);
    }
    let seconds = with_units(&plain).ok_or(NotLasting::Shape)?;
    Ok(Reading::Meant(seconds))
}

/// `4:30`, `00:03:20`, `0:04:30.5`.
fn stopwatch(text: &str) -> Result<f64, NotLasting> {
    let part = |text: &str, most: f64| {
        let digits = text.split('.').all(is_digits) && text.split('.').count() <= 2;
        let value: Option<f64> = text.parse().ok();
        value
            .filter(|value| digits && *value < most)
            .ok_or(NotLasting::Shape)
    };
    let parts: Vec<&str> = text.split(':').collect();
    match parts.as_slice() {
        [minutes, seconds] if is_digits(minutes) && seconds.len() >= 2 => {
            Ok(part(minutes, 1000.0)? * 60.0 + part(seconds, 60.0)?)
        }
        [hours, minutes, seconds] if is_digits(hours) && is_digits(minutes) => {
            let (hours, minutes) = (part(hours, 24.0)?, part(minutes, 60.0)?);
            let seconds = part(seconds, 60.0)?;
            let total = hours * 3600.0 + minutes * 60.0 + seconds;
            if hours > 0.0 && seconds == 0.0 {
                return Err(NotLasting::Excel(hours * 60.0 + minutes, total));
            }
            Ok(total)
        }
        _ => Err(NotLasting::Shape),
    }
}

/// `4 min 30 s`, `4m30s`, `90 s`, `4.5 minutes`, `1 hr and 5 min`: each unit
/// smaller than the one before it.
fn with_units(text: &str) -> Option<f64> {
    let (mut total, mut last, mut digits) = (0.0, f64::INFINITY, String::new());
    for piece in pieces(text) {
        let word = piece.trim_end_matches(['.', ',']);
        if is_digits(word) || (piece == "." && is_digits(&digits)) {
            digits.push_str(piece);
        } else if word.is_empty() || (matches!(word, "and" | "y") && digits.is_empty()) {
        } else {
            let (_, unit) = UNITS.iter().find(|(name, _)| *name == word)?;
            let value = number(&digits).ok()?.value();
            if *unit >= last {
                return None;
            }
            total += value * unit;
            last = *unit;
            digits.clear();
        }
    }
    (digits.is_empty() && last.is_finite()).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_read_as_people_write_them() {
        let check = |text: &str, expected: f64| {
            assert_eq!(lasting(text), Ok(Reading::Meant(expected)), "{text}");
        };
        check("4:30", 270.0);
        check("00:03:20", 200.0);
        check("0:04:30.5", 270.5);
        check("0:45", 45.0);
        check("90:00", 5400.0);
        check("1:02:03", 3723.0);
        check("4 min 30 s", 270.0);
        check("4 min. 30 sec.", 270.0);
        check("4m30s", 270.0);
        check("4'30\"", 270.0);
        check("4\u{2032}30\u{2033}", 270.0);
        check("4.5 minutes", 270.0);
        check("90 s", 90.0);
        check("1 hr and 5 min", 3900.0);
        check("٤:٣٠", 270.0);
        check("2 minutos", 120.0);
    }

    #[test]
    fn what_is_not_a_length_of_time_says_why() {
        let check = |text: &str, expected: NotLasting| {
            assert_eq!(lasting(text), Err(expected), "{text}");
        };
        check("4:30:00", NotLasting::Excel(270.0, 16200.0));
        for text in [
            "",
            "12",
            "4:75",
            "4:3",
            ":30",
            "4:",
            "1:2:3:4",
            "30 s 4 min",
            "4 min 30",
            "4 words",
            "4:30 pm",
            "-4:30",
            "min",
            "a while",
        ] {
            check(text, NotLasting::Shape);
        }
    }
}
