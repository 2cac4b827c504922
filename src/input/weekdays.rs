//! Days of the week: `mon`, and ways to write several of them.

use super::Reading;
use super::plain::plain;
use super::words::weekday;
use crate::model::Weekday;

const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Mon, "mon"),
    (Weekday::Tue, "tue"),
    (Weekday::Wed, "wed"),
    (Weekday::Thu, "thu"),
    (Weekday::Fri, "fri"),
    (Weekday::Sat, "sat"),
    (Weekday::Sun, "sun"),
];

/// Words for every school day.
const ALL: [&str; 11] = [
    "daily",
    "every day",
    "everyday",
    "each day",
    "all days",
    "every school day",
    "weekdays",
    "all week",
    "todos los días",
    "a diario",
    "diario",
];

/// Reads one day of the week or several: `mon`, `Monday`, `Mon-Thu`,
/// `mon, tue`, `M W F`, `daily`. They come in the order of the week.
#[must_use]
pub fn weekdays(text: &str) -> Option<Reading<Vec<Weekday>>> {
    let plain = plain(text)?;
    if let Some((day, _)) = WEEK.iter().find(|(_, word)| *word == text.trim()) {
        return Some(Reading::Exact(vec![*day]));
    }
    if ALL.contains(&plain.as_str()) {
        return Some(Reading::Meant(span(Weekday::Mon, Weekday::Fri)?));
    }
    let mut days = Vec::new();
    for part in plain.split([',', ';', '/', '&', '+']) {
        days.extend(stretch(part.trim())?);
    }
    days.sort_unstable();
    days.dedup();
    (!days.is_empty()).then_some(Reading::Meant(days))
}

/// Days as a list in YAML has them: `mon, tue`.
#[must_use]
pub fn told(days: &[Weekday]) -> String {
    let words: Vec<&str> = WEEK
        .iter()
        .filter(|(day, _)| days.contains(day))
        .map(|(_, word)| *word)
        .collect();
    words.join(", ")
}

/// `mon-thu`, `monday through thursday`, or days one after the other.
fn stretch(text: &str) -> Option<Vec<Weekday>> {
    let between = [" through ", " thru ", " to ", " a ", " hasta ", "-"];
    let ends = between.iter().find_map(|sign| text.split_once(sign));
    if let Some((first, last)) = ends {
        // `Mon-Wed-Fri` are three days.
        if last.contains('-') {
            return text.split('-').map(|word| one(word.trim())).collect();
        }
        return span(one(first.trim())?, one(last.trim())?);
    }
    let mut days = Vec::new();
    let words = text.split_whitespace();
    for word in words.filter(|word| !matches!(*word, "and" | "y")) {
        match one(word) {
            Some(day) => days.push(day),
            None => days.extend(letters(word)?),
        }
    }
    (!days.is_empty()).then_some(days)
}

fn span(first: Weekday, last: Weekday) -> Option<Vec<Weekday>> {
    let days: Vec<Weekday> = WEEK
        .iter()
        .map(|(day, _)| *day)
        .filter(|day| (first..=last).contains(day))
        .collect();
    (!days.is_empty()).then_some(days)
}

fn one(word: &str) -> Option<Weekday> {
    if let Some(day) = weekday(word) {
        let place = usize::try_from(day.to_monday_zero_offset()).ok()?;
        return WEEK.get(place).map(|(day, _)| *day);
    }
    match word {
        "m" => Some(Weekday::Mon),
        "t" | "tu" => Some(Weekday::Tue),
        "w" | "we" => Some(Weekday::Wed),
        "r" | "th" => Some(Weekday::Thu),
        "f" | "fr" => Some(Weekday::Fri),
        _ => None,
    }
}

/// `mwf`, `mtwthf`: one letter a day, two for Thursday.
fn letters(word: &str) -> Option<Vec<Weekday>> {
    let (mut days, mut rest) = (Vec::new(), word);
    while !rest.is_empty() {
        let length = if rest.starts_with("th") || rest.starts_with("tu") {
            2
        } else {
            1
        };
        let (head, tail) = rest.split_at_checked(length)?;
        let day = one(head)?;
        if days.last().is_some_and(|last| *last >= day) {
            return None;
        }
        days.push(day);
        rest = tail;
    }
    Some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_week_are_read_as_people_write_them() {
        let check = |text: &str, expected: &str| {
            let read = weekdays(text).map(|read| told(&read.value()));
            assert_eq!(read.as_deref(), Some(expected), "{text}");
        };
        for text in [
            "mon, tue, wed, thu",
            "Mon-Thu",
            "Mon \u{2013} Thu",
            "Monday through Thursday",
            "M-Th",
            "mtwth",
            "M T W Th",
            "MTWR",
            "Mon/Tue/Wed/Thu",
            "lunes a jueves",
        ] {
            check(text, "mon, tue, wed, thu");
        }
        for text in [
            "M W F",
            "MWF",
            "m/w/f",
            "Mon, Wed & Fri",
            "Mondays, Wednesdays and Fridays",
            "lun, mié y vie",
            "Mon-Wed-Fri",
        ] {
            check(text, "mon, wed, fri");
        }
        check("T/Th", "tue, thu");
        check("TTh", "tue, thu");
        check("Monday", "mon");
        check("daily", "mon, tue, wed, thu, fri");
        assert_eq!(weekdays("mon"), Some(Reading::Exact(vec![Weekday::Mon])));
        for text in [
            "",
            "soon",
            "Fri-Mon",
            "S",
            "some Mondays",
            "mon,",
            "FM",
            "2 days",
        ] {
            assert_eq!(weekdays(text), None, "{text}");
        }
    }
}
