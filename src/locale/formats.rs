use icu::calendar::{Date as IcuDate, Gregorian};
use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};
use icu::datetime::fieldsets;
use icu::datetime::fieldsets::enums::{CalendarPeriodFieldSet as Period, DateFieldSet as Day};
use icu::datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::Locale;
use icu::time::Time;

use crate::model::{Clock, Date, Digits, Weekday};

type Dates = FixedCalendarDateTimeFormatter<Gregorian, Day>;
type Periods = FixedCalendarDateTimeFormatter<Gregorian, Period>;

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
    short_month: Periods,
    weekday: Dates,
    time: NoCalendarFormatter<fieldsets::T>,
    decimal: DecimalFormatter,
    list: ListFormatter,
    order: CollatorBorrowed<'static>,
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
    /// The formats of the CLDR locale `cldr`; nothing where it is no tag.
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
        })
    }

    /// November 20, 2026
    #[must_use]
    pub fn date(&self, day: Date) -> String {
        say(&self.full, day)
    }

    /// Nov 20, 2026
    #[must_use]
    pub fn medium_date(&self, day: Date) -> String {
        say(&self.medium, day)
    }

    /// Friday, November 20
    #[must_use]
    pub fn weekday_date(&self, day: Date) -> String {
        say(&self.weekday_date, day)
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

    /// Nov; the whole name where the short one is a number.
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
        Time::try_new(clock.hour(), clock.minute(), 0, 0).map_or_else(
            |_| clock.to_string(),
            |time| self.time.format(&time).to_string(),
        )
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
