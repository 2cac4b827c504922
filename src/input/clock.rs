//! Times of day: `"15:30"`, and other ways to write them.

use super::Reading;
use super::plain::{is_digits, plain};
use crate::model::Clock;

/// Why some characters are not a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotATime {
    /// Nothing like a time.
    Shape,
    /// A number that no time has.
    Range,
    /// A time without am or pm that would be at night. Holds the same time after noon.
    Bare(Clock),
    /// A time at night. Holds the time twelve hours later.
    Night(Clock),
}

/// The half of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// What people write after a time for the half of the day.
const HALVES: [(&str, Half); 26] = [
    ("am", Half::Morning),
    ("a.m.", Half::Morning),
    ("a.m", Half::Morning),
    ("a. m.", Half::Morning),
    ("a m", Half::Morning),
    ("a", Half::Morning),
    ("in the morning", Half::Morning),
    ("de la mañana", Half::Morning),
    ("sáng", Half::Morning),
    ("ص", Half::Morning),
    ("صباحا", Half::Morning),
    ("صباحًا", Half::Morning),
    ("pm", Half::Afternoon),
    ("p.m.", Half::Afternoon),
    ("p.m", Half::Afternoon),
    ("p. m.", Half::Afternoon),
    ("p m", Half::Afternoon),
    ("p", Half::Afternoon),
    ("in the afternoon", Half::Afternoon),
    ("in the evening", Half::Afternoon),
    ("de la tarde", Half::Afternoon),
    ("chiều", Half::Afternoon),
    ("tối", Half::Afternoon),
    ("م", Half::Afternoon),
    ("مساء", Half::Afternoon),
    ("مساءً", Half::Afternoon),
];

const NOON: [&str; 4] = ["noon", "12 noon", "mediodía", "midday"];

/// Reads a time of day.
///
/// # Errors
///
/// Returns why the characters are not a time at which a school may be open.
pub fn clock(text: &str) -> Result<Reading<Clock>, NotATime> {
    let plain = plain(text).ok_or(NotATime::Shape)?;
    if NOON.contains(&plain.as_str()) {
        return at(12, 0).map(Reading::Meant);
    }
    let (time, half) = half(&plain);
    let (hour, minute) = digits(time).ok_or(NotATime::Shape)?;
    let hour = match half {
        None => hour,
        Some(_) if hour == 0 => return Err(NotATime::Range),
        Some(Half::Morning) if hour > 12 => return Err(NotATime::Range),
        Some(Half::Morning) => hour % 12,
        Some(Half::Afternoon) if hour > 12 => hour,
        Some(Half::Afternoon) => hour % 12 + 12,
    };
    let clock = at(hour, minute)?;
    let later = Clock::new((hour + 12) % 24, minute).unwrap_or(clock);
    if half.is_none() && clock.minutes() < SCHOOL.0 {
        return Err(NotATime::Bare(later));
    }
    if !(NIGHT.0..=NIGHT.1).contains(&clock.minutes()) {
        return Err(NotATime::Night(later));
    }
    Ok(if is_exact(text.trim()) {
        Reading::Exact(clock)
    } else {
        Reading::Meant(clock)
    })
}

/// The minutes of a day between which a school may be open.
const SCHOOL: (u32, u32) = (6 * 60 + 30, 20 * 60);
/// The minutes of a day outside which no school is open.
const NIGHT: (u32, u32) = (5 * 60, 22 * 60);

/// Whether schools are rarely open at a time: before 6:30 or after 20:00.
#[must_use]
pub fn is_unusual(clock: Clock) -> bool {
    !(SCHOOL.0..=SCHOOL.1).contains(&clock.minutes())
}

fn at(hour: u8, minute: u8) -> Result<Clock, NotATime> {
    Clock::new(hour, minute).ok_or(NotATime::Range)
}

fn is_exact(text: &str) -> bool {
    let parts = text.split_once(':');
    parts.is_some_and(|(hour, minute)| {
        is_digits(hour) && is_digits(minute) && hour.len() <= 2 && minute.len() == 2
    })
}

/// A text without its half of the day, and that half.
fn half(text: &str) -> (&str, Option<Half>) {
    let found = HALVES.iter().find_map(|(word, half)| {
        let time = text.strip_suffix(word)?.trim_end();
        time.ends_with(|c: char| c.is_ascii_digit() || c == 'h')
            .then_some((time, Some(*half)))
    });
    found.unwrap_or((text, None))
}

/// What may follow the digits without a meaning.
const HOURS: [&str; 6] = ["hrs", "hrs.", "hours", "uhr", "h", "giờ"];

/// An hour and a minute: `15:30`, `15.30`, `15h30`, `15 h 30`, `1530`, `15h`, `3`.
fn digits(text: &str) -> Option<(u8, u8)> {
    let short = HOURS.iter().find_map(|word| text.strip_suffix(word));
    let text = short.unwrap_or(text).trim_end();
    let sign = text.find([':', '.', 'h']);
    let (hour, minute) = match sign {
        Some(at) => {
            let (hour, rest) = text.split_at(at);
            let minute = rest.get(1..)?.trim();
            // Programs add seconds, which are always 0.
            (hour.trim(), minute.strip_suffix(":00").unwrap_or(minute))
        }
        None if matches!(text.len(), 3 | 4) => text.split_at_checked(text.len() - 2)?,
        None => (text, "00"),
    };
    let two = is_digits(hour) && hour.len() <= 2 && is_digits(minute) && minute.len() == 2;
    if !two {
        return None;
    }
    Some((hour.parse().ok()?, minute.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Clock {
        let (hour, minute) = text.split_once(':').unwrap();
        Clock::new(hour.parse().unwrap(), minute.parse().unwrap()).unwrap()
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        let check = |text: &str, expected: Result<Reading<Clock>, NotATime>| {
            assert_eq!(clock(text), expected, "{text}");
        };
        for text in ["15:30", "9:05", "09:05", "6:30", "12:15", "20:00"] {
            check(text, Ok(Reading::Exact(time(text))));
        }
        for (text, expected) in [
            ("3:30 pm", "15:30"),
            ("3:30 PM", "15:30"),
            ("3:30PM", "15:30"),
            ("3.30pm", "15:30"),
            ("3 p.m.", "15:00"),
            ("3:30 p. m.", "15:30"),
            ("3:30\u{a0}p.m.", "15:30"),
            ("3:30p", "15:30"),
            ("3pm", "15:00"),
            ("330pm", "15:30"),
            ("3:30 in the afternoon", "15:30"),
            ("3:30 de la tarde", "15:30"),
            ("٣:٣٠ م", "15:30"),
            ("12:30 pm", "12:30"),
            ("12 pm", "12:00"),
            ("noon", "12:00"),
            ("9:15 am", "9:15"),
            ("9.15 a.m.", "9:15"),
            ("15h30", "15:30"),
            ("15 h 30", "15:30"),
            ("15h", "15:00"),
            ("15:30h", "15:30"),
            ("15:30 hrs", "15:30"),
            ("15.30", "15:30"),
            ("15:30:00", "15:30"),
            ("1530", "15:30"),
            ("0915", "9:15"),
            ("930", "9:30"),
            ("9", "9:00"),
            ("15:30 pm", "15:30"),
            ("１５：３０", "15:30"),
            ("5:45 am", "5:45"),
        ] {
            check(text, Ok(Reading::Meant(time(expected))));
        }
    }

    #[test]
    fn no_time_is_one_at_night_in_silence() {
        let check = |text: &str, expected: NotATime| {
            assert_eq!(clock(text), Err(expected), "{text}");
        };
        check("3:30", NotATime::Bare(time("15:30")));
        check("03:30", NotATime::Bare(time("15:30")));
        check("1:10", NotATime::Bare(time("13:10")));
        check("3.30", NotATime::Bare(time("15:30")));
        check("3", NotATime::Bare(time("15:00")));
        check("330", NotATime::Bare(time("15:30")));
        check("6:29", NotATime::Bare(time("18:29")));
        check("0:30", NotATime::Bare(time("12:30")));
        check("3:30 am", NotATime::Night(time("15:30")));
        check("12:30 am", NotATime::Night(time("12:30")));
        check("23:00", NotATime::Night(time("11:00")));
        check("24:00", NotATime::Range);
        check("9:75", NotATime::Range);
        check("15:30 am", NotATime::Range);
        for text in [
            "",
            "9:5",
            "soon",
            "pm",
            "9:00-9:45",
            "15:30:27",
            "9:15 or 9:30",
            "-3:30",
        ] {
            check(text, NotATime::Shape);
        }
    }

    #[test]
    fn hours_outside_those_of_schools_are_unusual() {
        let check = |text: &str, expected: bool| {
            assert_eq!(is_unusual(time(text)), expected, "{text}");
        };
        check("6:29", true);
        check("6:30", false);
        check("20:00", false);
        check("20:30", true);
    }
}
