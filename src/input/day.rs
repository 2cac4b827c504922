//! Days: `2026-09-18`, and how people and programs write them.

use jiff::civil::{Date, Weekday};

use super::Reading;
use super::plain::{is_digits, pieces, plain};
use super::words::{month, weekday};

/// The first and the last day of a school year.
pub type Period = (Date, Date);

/// The order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    /// The day, then the month.
    DayFirst,
    /// The month, then the day.
    MonthFirst,
}

impl Order {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::DayFirst, Self::MonthFirst];
}

/// Why some characters are not a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotADay {
    /// Nothing like a day.
    Shape,
    /// There is no such month.
    Month,
    /// The month has fewer days. Holds how many it has.
    Day(i8),
    /// It can be either of these two days, the earlier one first.
    Order(Date, Date),
    /// It has no year, and is not a day of the school year.
    Year,
    /// It is another day of the week than it says. Holds the day.
    Weekday(Date),
}

/// The numbers of a day, as far as their order is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Parts {
    /// A month and a day.
    Known(i8, i8),
    /// Two numbers in either order.
    Open(i8, i8),
}

/// A day as it is written, before it is known which number is the month and which year
/// it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypedDay {
    parts: Parts,
    year: Option<i16>,
    weekday: Option<Weekday>,
    exact: bool,
}

/// Reads a day. `year` is the school year, for days without one.
///
/// # Errors
///
/// Returns why the characters are not a day.
pub fn day(text: &str, year: Option<Period>) -> Result<Reading<Date>, NotADay> {
    let typed = TypedDay::of(text)?;
    let mut days = Vec::new();
    let mut fault = None;
    for order in Order::ALL {
        match typed.in_order(order, year) {
            Ok(day) => days.push(day),
            // If both orders fail, the one with a month that exists is more helpful.
            Err(problem) if fault.is_none_or(|fault| fault == NotADay::Month) => {
                fault = Some(problem);
            }
            Err(_) => {}
        }
    }
    days.sort_unstable();
    days.dedup();
    match days.as_slice() {
        [] => Err(fault.unwrap_or(NotADay::Shape)),
        [day] if typed.exact => Ok(Reading::Exact(*day)),
        [day] => Ok(Reading::Meant(*day)),
        [first, second, ..] => Err(NotADay::Order(*first, *second)),
    }
}

impl TypedDay {
    /// Reads the parts of a day.
    ///
    /// # Errors
    ///
    /// Returns [`NotADay::Shape`] if the characters are nothing like a day.
    pub fn of(text: &str) -> Result<Self, NotADay> {
        let plain = plain(text).ok_or(NotADay::Shape)?;
        let typed = date_of(&plain).and_then(typed).ok_or(NotADay::Shape)?;
        Ok(Self {
            exact: is_exact(text.trim()),
            ..typed
        })
    }

    /// Whether it is written as `2026-09-18`.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.exact
    }

    /// Whether it has a year.
    #[must_use]
    pub fn has_year(&self) -> bool {
        self.year.is_some()
    }

    /// The day that this is if its numbers are in `order`. `year` is the school year, for
    /// days without one.
    ///
    /// # Errors
    ///
    /// Returns why there is no such day.
    pub fn in_order(&self, order: Order, year: Option<Period>) -> Result<Date, NotADay> {
        let (month, day) = match (self.parts, order) {
            (Parts::Known(month, day), _)
            | (Parts::Open(month, day), Order::MonthFirst)
            | (Parts::Open(day, month), Order::DayFirst) => (month, day),
        };
        let date = match self.year {
            Some(year) => date(year, month, day)?,
            None => in_year(month, day, year)?,
        };
        match self.weekday {
            Some(weekday) if date.weekday() != weekday => Err(NotADay::Weekday(date)),
            _ => Ok(date),
        }
    }
}

fn date(year: i16, month: i8, day: i8) -> Result<Date, NotADay> {
    let first = Date::new(year, month, 1).map_err(|_| NotADay::Month)?;
    Date::new(year, month, day).map_err(|_| NotADay::Day(first.days_in_month()))
}

/// The day of the school year with this month and day.
fn in_year(month: i8, day: i8, year: Option<Period>) -> Result<Date, NotADay> {
    // A leap year has every day that any year has.
    date(2028, month, day)?;
    let (from, to) = year.ok_or(NotADay::Year)?;
    let mut days = (from.year()..=to.year())
        .filter_map(|year| Date::new(year, month, day).ok())
        .filter(|day| (from..=to).contains(day));
    match (days.next(), days.next()) {
        (Some(day), None) => Ok(day),
        _ => Err(NotADay::Year),
    }
}

fn is_exact(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    matches!(parts.as_slice(), [year, month, day]
        if [(year, 4), (month, 2), (day, 2)]
            .iter()
            .all(|(part, length)| part.len() == *length && is_digits(part)))
}

/// The characters without a time of day after them: `9/5/2026 10:32:11`.
fn date_of(text: &str) -> Option<&str> {
    let Some(colon) = text.find(':') else {
        return Some(text);
    };
    let (before, _) = text.split_at(colon);
    let hour = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let time = text.get(hour.len()..)?;
    let date = hour.strip_suffix('t').unwrap_or(hour).trim_end();
    is_time(time).then_some(date.strip_suffix(',').unwrap_or(date))
}

/// Whether this is a time as programs write it: `10:32:11`, `10:32 am`,
/// `10:32:11.000z`, `10:32:11 am gmt-5`.
fn is_time(text: &str) -> bool {
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.')));
    let (time, zone) = text.split_at(end.unwrap_or(text.len()));
    let parts = time.split([':', '.']);
    let numbers = parts.clone().count();
    let zone = zone
        .trim()
        .trim_start_matches(['a', 'p'])
        .trim_start_matches(['m', '.', ' ']);
    let is_zone = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | ':');
    (2..=4).contains(&numbers)
        && parts.clone().all(is_digits)
        && zone.chars().count() <= 10
        && zone.chars().all(is_zone)
}

/// Reads a day of numbers with separators, or of words.
fn typed(text: &str) -> Option<TypedDay> {
    let first = text.split([' ', ',']).next()?;
    let named = weekday(first).filter(|_| first.chars().all(|c| c.is_alphabetic() || c == '.'));
    let rest = text.get(first.len()..)?.trim_start_matches([',', ' ']);
    // `mar` is a month, and a day of the week; with a month behind it, the latter.
    if let Some(weekday) = named
        && let Some(typed) = numbers(rest).or_else(|| worded(rest))
    {
        return Some(TypedDay {
            weekday: Some(weekday),
            ..typed
        });
    }
    numbers(text).or_else(|| worded(text))
}

fn of(parts: Parts, year: Option<i16>) -> TypedDay {
    TypedDay {
        parts,
        year,
        weekday: None,
        exact: false,
    }
}

/// Two or three numbers with one separator between them, or eight digits.
fn numbers(text: &str) -> Option<TypedDay> {
    let small = |part: &str| part.parse::<i8>().ok().filter(|_| part.len() <= 2);
    if text.len() == 8 && is_digits(text) {
        let (year, rest) = text.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        let year: i16 = year.parse().ok().filter(|year| is_near(*year))?;
        return Some(of(Parts::Known(small(month)?, small(day)?), Some(year)));
    }
    let sign = text.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let text = text.trim_end_matches('.');
    let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
    if !parts.iter().all(|part| is_digits(part)) {
        return None;
    }
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => {
            let parts = Parts::Known(small(month)?, small(day)?);
            Some(of(parts, year.parse().ok()))
        }
        // `27-05-28` may begin with its year.
        [first, _, year] if sign == '-' && year.len() == 2 && small(first)? >= 20 => None,
        [first, second, year] => Some(of(
            Parts::Open(small(first)?, small(second)?),
            Some(full_year(year)?),
        )),
        // `11.27` is a number, and `11-27` a range.
        [first, second] if sign == '/' => {
            Some(of(Parts::Open(small(first)?, small(second)?), None))
        }
        _ => None,
    }
}

/// A year of two or four digits.
fn full_year(text: &str) -> Option<i16> {
    let year: i16 = text.parse().ok()?;
    match text.len() {
        // Others are more likely a day, in an order of another kind.
        2 => Some(2000 + year).filter(|year| (2020..2050).contains(year)),
        4 => Some(year),
        _ => None,
    }
}

/// Whether a year can be in a school's files.
fn is_near(year: i16) -> bool {
    (2000..2100).contains(&year)
}

/// Words that may stand between the parts of a day.
const BETWEEN: [&str; 18] = [
    ",", ".", "-", "/", "of", "the", "de", "del", "el", "st", "nd", "rd", "th", "º", "ngày", "năm",
    "日", "ngay",
];

/// A day with the name of its month: `18 sept. 2026`, `september 18th`,
/// `18 tháng 9 năm 2026`, `2026年9月18日`.
fn worded(text: &str) -> Option<TypedDay> {
    let mut named = None;
    let mut next_is_month = false;
    // How many numbers are before the month.
    let mut before = 0;
    let mut numbers: Vec<&str> = Vec::new();
    for piece in pieces(text) {
        let word = piece.trim_matches(['.', ',', '-', '/']);
        if is_digits(word) && next_is_month {
            named = Some(word.parse().ok().filter(|_| named.is_none())?);
            next_is_month = false;
        } else if is_digits(word) {
            numbers.push(word);
        } else if word.is_empty() || BETWEEN.contains(&word) {
        } else if word == "tháng" || (word == "年" && numbers.len() == 1) {
            next_is_month = true;
        } else if word == "月" && named.is_some() {
        } else {
            named = Some(month(word).filter(|_| named.is_none())?);
            before = numbers.len();
        }
    }
    let month = named?;
    let (day, year) = match numbers.as_slice() {
        [day] => (*day, None),
        [year, day] if year.len() == 4 => (*day, Some(*year)),
        // `Sept. 18-25` is a week, `18-Sep-25` a day.
        [day, year] if year.len() == 4 || before == 1 => (*day, Some(*year)),
        _ => return None,
    };
    let day = day.parse().ok().filter(|_| day.len() <= 2)?;
    let year = match year {
        Some(year) => Some(full_year(year)?),
        None => None,
    };
    Some(of(Parts::Known(month, day), year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn school_year() -> Period {
        (iso("2026-08-17"), iso("2027-06-11"))
    }

    #[test]
    fn days_are_read_where_there_is_one() {
        let check = |text: &str, expected: &str| {
            assert_eq!(
                day(text, Some(school_year())),
                Ok(Reading::Meant(iso(expected))),
                "{text}"
            );
        };
        assert_eq!(
            day(" 2026-09-18 ", None),
            Ok(Reading::Exact(iso("2026-09-18")))
        );
        for (text, expected) in [
            ("2026-9-8", "2026-09-08"),
            ("2026/09/18", "2026-09-18"),
            ("2026.9.18", "2026-09-18"),
            ("20260918", "2026-09-18"),
            ("18.9.2026", "2026-09-18"),
            ("18.9.2026.", "2026-09-18"),
            ("11/24/2026", "2026-11-24"),
            ("24/11/2026", "2026-11-24"),
            ("11-24-2026", "2026-11-24"),
            ("11/24/26", "2026-11-24"),
            ("11-24-26", "2026-11-24"),
            ("9/9/2026", "2026-09-09"),
            ("18 Sep 2026", "2026-09-18"),
            ("18-Sep-26", "2026-09-18"),
            ("Sept. 18 2026", "2026-09-18"),
            ("Sept. 18th, 2026", "2026-09-18"),
            ("September 18, 2026", "2026-09-18"),
            ("the 18th of September 2026", "2026-09-18"),
            ("2026 Sep 18", "2026-09-18"),
            ("18 de septiembre de 2026", "2026-09-18"),
            ("18 de sept. del 2026", "2026-09-18"),
            ("18 سبتمبر 2026", "2026-09-18"),
            ("١٨ سبتمبر ٢٠٢٦", "2026-09-18"),
            ("18 tháng 9 năm 2026", "2026-09-18"),
            ("ngày 18 tháng 9, 2026", "2026-09-18"),
            ("2026年9月18日", "2026-09-18"),
            ("２０２６-０９-１８", "2026-09-18"),
            ("2026\u{2011}09\u{2011}18", "2026-09-18"),
            ("Friday, September 18, 2026", "2026-09-18"),
            ("Fri 9/18/2026", "2026-09-18"),
            ("Thu 9/10/2026", "2026-09-10"),
            ("viernes 18 de septiembre de 2026", "2026-09-18"),
            ("mar 10 nov 2026", "2026-11-10"),
            ("9/18/2026 10:32:11", "2026-09-18"),
            ("9/18/2026, 10:32 AM", "2026-09-18"),
            ("2026-09-18T10:32:11.000Z", "2026-09-18"),
            ("2026/09/18 10:32:11 AM GMT-5", "2026-09-18"),
            ("2026-09-18 00:00", "2026-09-18"),
            ("Sept. 18", "2026-09-18"),
            ("11/27", "2026-11-27"),
            ("1/27", "2027-01-27"),
            ("18-Aug", "2026-08-18"),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn what_is_not_one_day_says_why() {
        let check = |text: &str, expected: NotADay| {
            assert_eq!(day(text, Some(school_year())), Err(expected), "{text}");
        };
        let either = |first, second| NotADay::Order(iso(first), iso(second));
        check("9/10/2026", either("2026-09-10", "2026-10-09"));
        check("9/5/2026 10:32:11", either("2026-05-09", "2026-09-05"));
        check("9/10", either("2026-09-10", "2026-10-09"));
        check("2026-02-30", NotADay::Day(28));
        check("30 Feb 2026", NotADay::Day(28));
        check("2026-13-01", NotADay::Month);
        check("14/13/2026", NotADay::Month);
        check("31/11/2026", NotADay::Day(30));
        check(
            "Monday, September 18, 2026",
            NotADay::Weekday(iso("2026-09-18")),
        );
        check("July 4", NotADay::Year);
        check("10-Aug", NotADay::Year);
        check("Mar-40", NotADay::Day(31));
        for text in [
            "",
            "-",
            "8",
            "8.10",
            "11-27",
            "next week",
            "27-05-28",
            "26-Sep-18",
            "9/18/19",
            "26-9-18",
            "Sept. 18-25",
            "18-25 Sept. 2026",
            "September 2026",
            "Sept. 18?",
            "11/24/206",
            "9/18/2026 - 9/25/2026",
            "11.27",
            "18 Sep Oct 2026",
            "2026",
            "absent",
            "1/2/3/4",
            "9/18/2026 10:32 and more words",
            "🙂",
            "202609181",
            "10:30",
            "99999999999",
        ] {
            check(text, NotADay::Shape);
        }
        assert_eq!(day("Sept. 18", None), Err(NotADay::Year));
    }

    #[test]
    fn a_column_can_settle_the_order() {
        let check = |text: &str, expected: [Option<&str>; 2]| {
            let typed = TypedDay::of(text).unwrap();
            let found = Order::ALL.map(|order| typed.in_order(order, Some(school_year())).ok());
            assert_eq!(found, expected.map(|day| day.map(iso)), "{text}");
        };
        check("9/10/2026", [Some("2026-10-09"), Some("2026-09-10")]);
        check("9/18/2026", [None, Some("2026-09-18")]);
        check("18/9/2026", [Some("2026-09-18"), None]);
        check("2026-09-10", [Some("2026-09-10"), Some("2026-09-10")]);
        check("7/8", [None, None]);
        check("9/8", [None, Some("2026-09-08")]);
    }
}
