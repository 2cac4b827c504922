//! The headings of columns, as trackers, forms and people write them.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are those of the fields")]
pub enum Heading {
    /// The day of the check.
    Date,
    /// The day on which a form was sent: the day of the check, if no other column has
    /// it.
    Sent,
    Week,
    Service,
    Planned,
    Given,
    NoSchool,
    StaffAway,
    StudentAway,
    Other,
    /// The value, in the form of the measure.
    Value,
    /// Words read correctly in a minute, without errors.
    WordsRight,
    Attempted,
    Correct,
    /// How many were wrong: errors while reading, or wrong answers.
    Errors,
    Total,
    Percent,
    Yes,
    Count,
    Minutes,
    Seconds,
    /// How long something took.
    Lasted,
    Session,
    Level,
    Code,
    Items,
    Setting,
    /// Whether a person confirmed an unusual number.
    Sure,
    By,
    /// A note for the family.
    Note,
    /// A note for staff only.
    StaffNote,
    /// The student.
    Student,
    /// What a form or a tracker needs for itself: a running number, an address.
    Aside,
    /// One try or one step of several. Holds its number.
    Nth(u16),
    /// Words in a minute, or words read. Unclear whether errors are among them.
    WordsOpen,
    /// A time of day, or how long something took.
    TimeOpen,
}

/// Headings by what their column holds, one kind a line, in lower case, without accents
/// and with one space between words.
const TABLE: &str = include_str!("headings.txt");

static NAMES: LazyLock<HashMap<&'static str, Heading>> = LazyLock::new(|| rows().collect());

/// Every heading of the table with its meaning.
fn rows() -> impl Iterator<Item = (&'static str, Heading)> {
    let lines = TABLE.lines().filter_map(|line| line.split_once(": "));
    lines.flat_map(|(kind, names)| {
        let kind = KINDS.iter().find(|(name, _)| *name == kind);
        let names = names.split(", ");
        names.filter_map(move |name| Some((name, kind?.1)))
    })
}

/// The kinds by their names in the table.
const KINDS: [(&str, Heading); 35] = [
    ("Date", Heading::Date),
    ("Sent", Heading::Sent),
    ("Week", Heading::Week),
    ("Service", Heading::Service),
    ("Planned", Heading::Planned),
    ("Given", Heading::Given),
    ("NoSchool", Heading::NoSchool),
    ("StaffAway", Heading::StaffAway),
    ("StudentAway", Heading::StudentAway),
    ("Other", Heading::Other),
    ("Value", Heading::Value),
    ("WordsRight", Heading::WordsRight),
    ("Attempted", Heading::Attempted),
    ("Correct", Heading::Correct),
    ("Errors", Heading::Errors),
    ("Total", Heading::Total),
    ("Percent", Heading::Percent),
    ("Yes", Heading::Yes),
    ("Count", Heading::Count),
    ("Minutes", Heading::Minutes),
    ("Seconds", Heading::Seconds),
    ("Lasted", Heading::Lasted),
    ("Session", Heading::Session),
    ("Level", Heading::Level),
    ("Code", Heading::Code),
    ("Items", Heading::Items),
    ("Setting", Heading::Setting),
    ("Sure", Heading::Sure),
    ("By", Heading::By),
    ("Note", Heading::Note),
    ("StaffNote", Heading::StaffNote),
    ("Student", Heading::Student),
    ("Aside", Heading::Aside),
    ("WordsOpen", Heading::WordsOpen),
    ("TimeOpen", Heading::TimeOpen),
];

/// Words before a heading that add no meaning.
const BEFORE: [&str; 17] = [
    "number of ",
    "number ",
    "total number of ",
    "num ",
    "no ",
    "nr ",
    "# of ",
    "# ",
    "how many ",
    "the ",
    "your ",
    "numero de ",
    "cantidad de ",
    "n ",
    "cuantas ",
    "cuantos ",
    "عدد ",
];

/// Words before the number of a try or a step.
const NTH: [&str; 20] = [
    "trial",
    "try",
    "attempt",
    "step",
    "item",
    "opportunity",
    "opp",
    "t",
    "question",
    "q",
    "word",
    "intento",
    "paso",
    "ensayo",
    "pregunta",
    "محاولة",
    "المحاولة",
    "خطوة",
    "lan",
    "buoc",
];

/// The meaning of a heading.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Meaning {
    /// What its column holds.
    pub heading: Heading,
    /// Whether it is the name that `docs/format.md` has.
    pub exact: bool,
    /// The total of each row, if the heading has one: “Correct (out of 10)”.
    pub total: Option<f64>,
}

/// Reads a heading. Returns `None` if it is unknown.
#[must_use]
pub fn heading(text: &str) -> Option<Meaning> {
    // A form's question may be long, but is not endless.
    if text.chars().count() > 120 {
        return None;
    }
    let plain = plain(text);
    let (words, total) = without_total(&plain);
    let bare = without_brackets(words);
    let found = known(words)
        .or_else(|| known(&bare))
        .or_else(|| nth(&bare).map(Heading::Nth))
        .or_else(|| known(without_filler(&bare)));
    let heading = found?;
    let own = field(heading).map(|field| field.replace('_', " "));
    let exact = own.is_some_and(|own| own == words) || words == "wcpm";
    let exact = exact && total.is_none();
    Some(Meaning {
        heading,
        exact,
        total,
    })
}

/// The name of the field that a column is read as. `None` if it is no field.
#[must_use]
pub fn field(heading: Heading) -> Option<&'static str> {
    Some(match heading {
        Heading::Date | Heading::Sent => "date",
        Heading::Week => "week",
        Heading::Service => "service",
        Heading::Planned => "planned",
        Heading::Given => "given",
        Heading::NoSchool => "no_school",
        Heading::StaffAway => "staff_away",
        Heading::StudentAway => "student_away",
        Heading::Other => "other",
        Heading::Value | Heading::WordsRight | Heading::Lasted => "value",
        Heading::Attempted => "attempted",
        Heading::Correct => "correct",
        Heading::Errors => "errors",
        Heading::Total => "total",
        Heading::Percent => "percent",
        Heading::Yes => "yes",
        Heading::Count => "count",
        Heading::Minutes => "minutes",
        Heading::Seconds => "seconds",
        Heading::Session => "session",
        Heading::Level => "level",
        Heading::Code => "code",
        Heading::Items => "items",
        Heading::Setting => "setting",
        Heading::Sure => "sure",
        Heading::By => "by",
        Heading::Note => "note",
        Heading::StaffNote => "staff_note",
        Heading::Student
        | Heading::Aside
        | Heading::Nth(_)
        | Heading::WordsOpen
        | Heading::TimeOpen => return None,
    })
}

/// The entry of the table with this name.
fn known(words: &str) -> Option<Heading> {
    NAMES.get(words).copied()
}

/// A heading in lower case without accents, with one space between words and without
/// punctuation but `#`, `%` and what a total needs.
fn plain(text: &str) -> String {
    let folded = text.nfkd().filter(|c| !is_combining_mark(*c));
    let signs = folded
        .filter(|c| !matches!(c, '\'' | '’' | 'ـ'))
        .map(|c| match c {
            'đ' | 'Đ' => 'd',
            '#' | '%' | '(' | ')' | '/' => c,
            c if c.is_alphanumeric() => c,
            _ => ' ',
        });
    let small = signs.collect::<String>().to_lowercase();
    let spaced = small.replace('#', " # ").replace('(', " (");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A heading and the total at its end: `correct (out of 10)`, `score / 20`.
fn without_total(words: &str) -> (&str, Option<f64>) {
    let inside = words.trim_end_matches(')').trim_end();
    let digits = inside.len() - inside.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (front, number) = inside.split_at(inside.len() - digits);
    let total = number.parse::<f64>().ok().filter(|total| *total > 0.0);
    let front = front.trim_end();
    for mark in ["out of", "/", "of", "de", "من", "tren"] {
        let Some(rest) = front.strip_suffix(mark) else {
            continue;
        };
        let whole = mark == "/" || rest.ends_with([' ', '(']);
        let rest = rest.trim_end_matches([' ', '(']);
        if whole && total.is_some() && !rest.is_empty() {
            return (rest, total);
        }
    }
    (words, None)
}

/// What is outside parentheses: `date (mm/dd/yyyy)` is `date`.
fn without_brackets(words: &str) -> String {
    let front = words.split('(').next().unwrap_or_default().trim();
    let bare = if front.is_empty() { words } else { front };
    bare.replace(['(', ')', '/'], " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn without_filler(words: &str) -> &str {
    let mut fillers = BEFORE.iter();
    fillers
        .find_map(|filler| words.strip_prefix(filler))
        .unwrap_or(words)
}

/// Which try or step a column holds: `Trial 3`, `T3`, `3`.
fn nth(words: &str) -> Option<u16> {
    let digits = words.len() - words.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (front, number) = words.split_at(words.len() - digits);
    let front = front.trim_end_matches([' ', '#']);
    let named = front.is_empty() || NTH.contains(&front);
    number
        .parse()
        .ok()
        .filter(|number| named && (1..=200).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_names() {
        let check = |text: &str, expected: Heading| {
            assert_eq!(
                heading(text).map(|found| found.heading),
                Some(expected),
                "{text}"
            );
        };
        check("date", Heading::Date);
        check("Date of probe", Heading::Date);
        check("Date (mm/dd/yyyy)", Heading::Date);
        check("Today's Date", Heading::Date);
        check("Fecha", Heading::Date);
        check("Ngày", Heading::Date);
        check("التّاريخ", Heading::Date);
        check("Timestamp", Heading::Sent);
        check("Marca temporal", Heading::Sent);
        check("Score", Heading::Value);
        check("Puntaje", Heading::Value);
        check("WCPM", Heading::WordsRight);
        check("Words Read Correctly (per minute)", Heading::WordsRight);
        check("# Correct", Heading::Correct);
        check("Number correct", Heading::Correct);
        check("Correctas", Heading::Correct);
        check("Out of", Heading::Total);
        check("# of trials", Heading::Total);
        check("% Correct", Heading::Percent);
        check("Miscues", Heading::Errors);
        check("Comments", Heading::StaffNote);
        check("Notas", Heading::StaffNote);
        check("Ghi chú", Heading::StaffNote);
        check("Staff note", Heading::StaffNote);
        check("staff_note", Heading::StaffNote);
        check("Student's Name", Heading::Student);
        check("Email Address", Heading::Aside);
        check("Trial 3", Heading::Nth(3));
        check("3", Heading::Nth(3));
        check("WPM", Heading::WordsOpen);
        check("Time", Heading::TimeOpen);
        check("Student away", Heading::StudentAway);
        check("How many times?", Heading::Count);
    }

    #[test]
    fn what_is_no_heading_is_left_alone() {
        for text in [
            "mood",
            "",
            "2026-09-18",
            "0",
            "300",
            "9/18/2026",
            "44",
            "47,5",
        ] {
            let found = heading(text);
            let number = matches!(found.map(|found| found.heading), Some(Heading::Nth(_)));
            assert!(found.is_none() || number, "{text}: {found:?}");
        }
    }

    #[test]
    fn a_heading_may_say_how_many_there_were() {
        let check = |text: &str, named: Heading, total: Option<f64>| {
            let found = heading(text).unwrap();
            assert_eq!((found.heading, found.total), (named, total), "{text}");
        };
        check("Correct (out of 10)", Heading::Correct, Some(10.0));
        check("Score /20", Heading::Value, Some(20.0));
        check("Correct out of 8", Heading::Correct, Some(8.0));
        check("Aciertos (de 5)", Heading::Correct, Some(5.0));
        check("Out of", Heading::Total, None);
        check("Trial 10", Heading::Nth(10), None);
    }

    #[test]
    fn the_names_of_the_format_are_exact() {
        for name in [
            "date",
            "Staff note",
            "staff_note",
            "correct",
            "Attempted",
            "WCPM",
            "percent",
        ] {
            assert!(heading(name).unwrap().exact, "{name}");
        }
        for name in [
            "Fecha",
            "Score",
            "Timestamp",
            "% Correct",
            "Comments",
            "Correct (out of 10)",
        ] {
            assert!(!heading(name).unwrap().exact, "{name}");
        }
    }

    #[test]
    fn no_heading_has_two_meanings() {
        let mut all: Vec<&str> = rows().map(|(name, _)| name).collect();
        assert!(all.len() > 400, "{}", all.len());
        for name in &all {
            assert_eq!(plain(name), *name, "as it is compared");
        }
        all.sort_unstable();
        let twins: Vec<_> = all.windows(2).filter(|two| two[0] == two[1]).collect();
        assert!(twins.is_empty(), "{twins:?}");
    }
}
