//! Dates, times, numbers, and lists as one language writes them.

use icu::calendar::{Date as IcuDate, Gregorian};
use icu::casemap::TitlecaseMapper;
use icu::casemap::options::{TitlecaseOptions, TrailingCase};
use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};
use icu::datetime::fieldsets;
use icu::datetime::fieldsets::enums::{CalendarPeriodFieldSet as Period, DateFieldSet as Day};
use icu::datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::{LanguageIdentifier, Locale};
use icu::time::Time;

use super::localized_text::is_mark;
use crate::model::{Clock, Date, Digits, Weekday};

type Dates = FixedCalendarDateTimeFormatter<Gregorian, Day>;
type Periods = FixedCalendarDateTimeFormatter<Gregorian, Period>;

/// How a language's people write dates and times, where CLDR has it otherwise.
#[derive(Debug, Default)]
pub(super) struct Habits {
    /// A day with its year: `{month_day} năm {year}`.
    pub(super) date: Option<String>,
    /// A day of the week with its date: `{weekday} {month_day}`.
    pub(super) weekday_date: Option<String>,
    /// The parts of a day, by the hour at which each begins, the last first.
    pub(super) day_parts: Vec<(u8, String)>,
}

/// Dates, numbers and lists of one language, from CLDR. The calendar is always
/// the Gregorian one, as on school papers.
pub struct Formats {
    full: Dates,
    medium: Dates,
    weekday_date: Dates,
    month_day: Dates,
    short_month_day: Dates,
    month_year: Periods,
    month: Periods,
    year: Periods,
    short_month: Periods,
    weekday: Dates,
    time: NoCalendarFormatter<fieldsets::T>,
    decimal: DecimalFormatter,
    list: ListFormatter,
    order: CollatorBorrowed<'static>,
    language: LanguageIdentifier,
    habits: Habits,
}

impl std::fmt::Debug for Formats {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Formats")
    }
}

/// A locale with the digits the school wants.
pub(super) fn locale(cldr: &str, digits: Digits) -> Option<Locale> {
    let extension = match digits {
        Digits::Western => "-u-ca-gregory-nu-latn",
        Digits::Native => "-u-ca-gregory",
    };
    format!("{cldr}{extension}").parse().ok()
}

impl Formats {
    /// The formats of the CLDR locale `cldr`; `None` if it is no tag.
    #[must_use]
    pub fn new(cldr: &str, digits: Digits) -> Option<Self> {
        let locale = locale(cldr, digits)?;
        let date = |set| Dates::try_new((&locale).into(), set).ok();
        let period = |set| Periods::try_new((&locale).into(), set).ok();
        Some(Self {
            full: date(Day::YMD(fieldsets::YMD::long()))?,
            medium: date(Day::YMD(fieldsets::YMD::medium()))?,
            weekday_date: date(Day::MDE(fieldsets::MDE::long()))?,
            month_day: date(Day::MD(fieldsets::MD::long()))?,
            short_month_day: date(Day::MD(fieldsets::MD::medium()))?,
            month_year: period(Period::YM(fieldsets::YM::long()))?,
            month: period(Period::M(fieldsets::M::long()))?,
            year: period(Period::Y(fieldsets::Y::long()))?,
            short_month: period(Period::M(fieldsets::M::medium()))?,
            weekday: date(Day::E(fieldsets::E::long()))?,
            time: NoCalendarFormatter::try_new((&locale).into(), fieldsets::T::hm()).ok()?,
            decimal: DecimalFormatter::try_new(
                (&locale).into(),
                icu::decimal::options::DecimalFormatterOptions::default(),
            )
            .ok()?,
            list: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default())
                .ok()?,
            order: Collator::try_new((&locale).into(), CollatorOptions::default()).ok()?,
            language: locale.id,
            habits: Habits::default(),
        })
    }

    /// The same with the habits of a language.
    #[must_use]
    pub(super) fn with(self, habits: Habits) -> Self {
        Self { habits, ..self }
    }

    /// November 20, 2026
    #[must_use]
    pub fn date(&self, day: Date) -> String {
        let habit = self.habits.date.as_ref();
        habit.map_or_else(|| say(&self.full, day), |habit| self.fill(habit, day))
    }

    /// Nov 20, 2026
    #[must_use]
    pub fn medium_date(&self, day: Date) -> String {
        say(&self.medium, day)
    }

    /// Friday, November 20
    #[must_use]
    pub fn weekday_date(&self, day: Date) -> String {
        let habit = self.habits.weekday_date.as_ref();
        habit.map_or_else(
            || say(&self.weekday_date, day),
            |habit| self.fill(habit, day),
        )
    }

    fn fill(&self, habit: &str, day: Date) -> String {
        habit
            .replace("{weekday}", &say(&self.weekday, day))
            .replace("{month_day}", &self.month_day(day))
            .replace("{year}", &say_period(&self.year, day))
    }

    /// `text` as the beginning of a sentence: its first letter as the language
    /// writes it there.
    #[must_use]
    pub fn sentence(&self, text: &str) -> String {
        let isolate = |c: char| matches!(c, '\u{2066}'..='\u{2069}');
        let first = text.find(|c| !is_mark(c) && !isolate(c));
        let (before, words) = text.split_at(first.unwrap_or(text.len()));
        let mut options = TitlecaseOptions::default();
        options.trailing_case = Some(TrailingCase::Unchanged);
        let words =
            TitlecaseMapper::new().titlecase_segment_to_string(words, &self.language, options);
        format!("{before}{words}")
    }

    /// November 20
    #[must_use]
    pub fn month_day(&self, day: Date) -> String {
        say(&self.month_day, day)
    }

    /// Nov 20
    #[must_use]
    pub fn short_month_day(&self, day: Date) -> String {
        say(&self.short_month_day, day)
    }

    /// November 2026
    #[must_use]
    pub fn month_year(&self, day: Date) -> String {
        say_period(&self.month_year, day)
    }

    /// November
    #[must_use]
    pub fn month(&self, day: Date) -> String {
        say_period(&self.month, day)
    }

    /// Nov; the full name if the short one is a number.
    #[must_use]
    pub fn short_month(&self, day: Date) -> String {
        let short = say_period(&self.short_month, day);
        let spelled = short.chars().any(char::is_alphabetic) || short.contains(char::is_numeric);
        let name = short.trim_end_matches('.');
        if spelled && name.parse::<u8>().is_err() {
            name.to_owned()
        } else {
            self.month(day)
        }
    }

    /// Friday
    #[must_use]
    pub fn weekday(&self, day: Weekday) -> String {
        // 2026-11-02 was a Monday.
        let number = 2 + day as i8;
        Date::new(2026, 11, number)
            .map(|day| say(&self.weekday, day))
            .unwrap_or_default()
    }

    /// Every word that dates can bring to a page.
    #[must_use]
    pub fn vocabulary(&self) -> String {
        let months = (1..=12).filter_map(|month| Date::new(2026, month, 1).ok());
        let mut words: Vec<String> = Vec::new();
        for month in months {
            words.extend([self.month(month), self.short_month(month), self.date(month)]);
        }
        let week = (2..9).filter_map(|day| Date::new(2026, 11, day).ok());
        words.extend(week.map(|day| self.weekday_date(day)));
        words.join(" ")
    }

    /// 3:30 PM
    #[must_use]
    pub fn time(&self, clock: Clock) -> String {
        let time = Time::try_new(clock.hour(), clock.minute(), 0, 0).map_or_else(
            |_| clock.to_string(),
            |time| self.time.format(&time).to_string(),
        );
        let mut parts = self.habits.day_parts.iter();
        let part = parts.find(|(hour, _)| *hour <= clock.hour());
        // By habit, the part of the day comes last.
        match (part, time.rfind(char::is_numeric)) {
            (Some((_, part)), Some(at)) => {
                let digits = time.char_indices().take_while(|(place, _)| *place <= at);
                let digits: String = digits.map(|(_, digit)| digit).collect();
                format!("{digits}\u{a0}{part}")
            }
            _ => time,
        }
    }

    /// A number with at most one decimal.
    #[must_use]
    pub fn number(&self, value: f64) -> String {
        let tenths = (value * 10.0).round();
        if !tenths.is_finite() || tenths.abs() > 1e15 {
            return String::new();
        }
        #[allow(clippy::cast_possible_truncation, reason = "bounded above")]
        let mut decimal = Decimal::from(tenths as i64);
        decimal.multiply_pow10(-1);
        decimal.absolute.trim_end();
        self.decimal.format(&decimal).to_string()
    }

    /// Which of two words comes first in this language's own order.
    #[must_use]
    pub fn compare(&self, one: &str, other: &str) -> std::cmp::Ordering {
        self.order.compare(one, other)
    }

    /// a, b and c
    #[must_use]
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        self.list.format_to_string(items.iter().map(AsRef::as_ref))
    }
}

fn say(formatter: &Dates, day: Date) -> String {
    gregorian(day)
        .map(|day| formatter.format(&day).to_string())
        .unwrap_or_default()
}

fn say_period(formatter: &Periods, day: Date) -> String {
    gregorian(day)
        .map(|day| formatter.format(&day).to_string())
        .unwrap_or_default()
}

fn gregorian(day: Date) -> Option<IcuDate<Gregorian>> {
    let small = |number: i8| u8::try_from(number).ok();
    IcuDate::try_new_gregorian(
        i32::from(day.year()),
        small(day.month())?,
        small(day.day())?,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_are_spelled() {
        let check = |cldr: &str, full: &str, month: &str, short: &str, time: &str| {
            let formats = Formats::new(cldr, Digits::Western).unwrap();
            let day = date(2026, 9, 5);
            let time_found = formats
                .time(Clock::new(15, 30).unwrap())
                .replace('\u{202f}', " ");
            let found = (
                formats.date(day),
                formats.month(day),
                formats.short_month(day),
                time_found,
            );
            let expected = (
                full.to_owned(),
                month.to_owned(),
                short.to_owned(),
                time.to_owned(),
            );
            assert_eq!(found, expected, "{cldr}");
        };
        check("en-US", "September 5, 2026", "September", "Sep", "3:30 PM");
        check(
            "es-US",
            "5 de septiembre de 2026",
            "septiembre",
            "sep",
            "3:30 p.m.",
        );
        check("ar", "5 سبتمبر 2026", "سبتمبر", "سبتمبر", "3:30 م");
        check("vi", "5 tháng 9 2026", "Tháng 9", "Tháng 9", "15:30");
    }

    #[test]
    fn numbers_have_at_most_one_decimal() {
        let check = |cldr: &str, digits, value: f64, expected: &str| {
            assert_eq!(
                Formats::new(cldr, digits).unwrap().number(value),
                expected,
                "{cldr} {value}"
            );
        };
        check("en-US", Digits::Western, 58.0, "58");
        check("en-US", Digits::Western, 53.846, "53.8");
        check("en-US", Digits::Western, -2.0, "-2");
        check("vi", Digits::Western, 1.5, "1,5");
        check("ar", Digits::Western, 58.0, "58");
        check("ar-EG", Digits::Native, 58.0, "٥٨");
        check("en-US", Digits::Western, f64::NAN, "");
    }
}
