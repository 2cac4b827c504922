//! The day that counts as today, and for how long what was decided with it holds.
//!
//! Most of what a site says does not change overnight: a goal due in May is as open
//! tomorrow as it is today. So that a new day is not a reason to build every site again,
//! code never sees the plain date. It compares days with [`Today`], and [`DayWatch`]
//! notes the first day on which any of these comparisons would turn out differently.

use std::cell::Cell;
use std::cmp::Ordering;

use jiff::Span;

use super::Date;

/// Remembers the first day on which an answer about today would be another one.
#[derive(Debug)]
pub struct DayWatch {
    today: Date,
    first_difference: Cell<Date>,
}

impl DayWatch {
    /// Begins with an answer that never changes.
    #[must_use]
    pub fn new(today: Date) -> Self {
        Self {
            today,
            first_difference: Cell::new(Date::MAX),
        }
    }

    /// Today, for comparisons that are noted here.
    #[must_use]
    pub fn today(&self) -> Today<'_> {
        Today(self)
    }

    /// The first day on which any answer so far may be another one. Until then, all
    /// of them are as they are today.
    #[must_use]
    pub fn first_difference(&self) -> Date {
        self.first_difference.get()
    }

    fn note(&self, day: Date) {
        if day < self.first_difference.get() {
            self.first_difference.set(day);
        }
    }
}

/// The day that counts as today. It compares with dates as a date does; every answer is
/// noted in its [`DayWatch`].
#[derive(Debug, Clone, Copy)]
pub struct Today<'a>(&'a DayWatch);

impl Today<'_> {
    /// The date itself, to be shown or stored. What is made with it holds for today only.
    #[must_use]
    pub fn date(self) -> Date {
        self.counted(|today| (today, 1))
    }

    /// An answer that counts days in a way of its own, such as days with school.
    /// `count` also returns for how many days the answer holds, today included.
    pub fn counted<T>(self, count: impl FnOnce(Date) -> (T, i64)) -> T {
        let (answer, days) = count(self.0.today);
        self.0.note(days_after(self.0.today, days.max(1)));
        answer
    }

    /// The Monday of this week. It holds until the next one.
    #[must_use]
    pub fn monday(self) -> Date {
        self.counted(|today| {
            let passed = i64::from(today.weekday().to_monday_zero_offset());
            (days_after(today, -passed), 7 - passed)
        })
    }

    /// This year. It holds until the next one.
    #[must_use]
    pub fn year(self) -> i16 {
        let year = self.0.today.year();
        if let Ok(next) = Date::new(year.saturating_add(1), 1, 1) {
            self.0.note(next);
        }
        year
    }
}

impl Today<'_> {
    /// Whether `day` is today or before. Once it is, it stays so.
    fn is_reached(self, day: Date) -> bool {
        let is_reached = self.0.today >= day;
        if !is_reached {
            self.0.note(day);
        }
        is_reached
    }
}

impl PartialEq<Date> for Today<'_> {
    fn eq(&self, day: &Date) -> bool {
        self.partial_cmp(day) == Some(Ordering::Equal)
    }
}

impl PartialOrd<Date> for Today<'_> {
    fn partial_cmp(&self, day: &Date) -> Option<Ordering> {
        let is_reached = self.is_reached(*day);
        let is_past = is_reached && self.is_reached(days_after(*day, 1));
        Some(match (is_reached, is_past) {
            (false, _) => Ordering::Less,
            (true, false) => Ordering::Equal,
            (true, true) => Ordering::Greater,
        })
    }

    // Each of these has one day on which its answer changes, not two.

    fn lt(&self, day: &Date) -> bool {
        !self.is_reached(*day)
    }

    fn ge(&self, day: &Date) -> bool {
        self.is_reached(*day)
    }

    fn gt(&self, day: &Date) -> bool {
        self.is_reached(days_after(*day, 1))
    }

    fn le(&self, day: &Date) -> bool {
        !self.is_reached(days_after(*day, 1))
    }
}

impl PartialEq<Today<'_>> for Date {
    fn eq(&self, today: &Today) -> bool {
        today == self
    }
}

impl PartialOrd<Today<'_>> for Date {
    fn partial_cmp(&self, today: &Today) -> Option<Ordering> {
        today.partial_cmp(self).map(Ordering::reverse)
    }

    fn lt(&self, today: &Today) -> bool {
        today > self
    }

    fn ge(&self, today: &Today) -> bool {
        today <= self
    }

    fn gt(&self, today: &Today) -> bool {
        today < self
    }

    fn le(&self, today: &Today) -> bool {
        today >= self
    }
}

/// The day this many days after `day`; the last day there is, if that is too late.
#[must_use]
pub fn days_after(day: Date, days: i64) -> Date {
    // As many days as a calendar of ten thousand years has.
    const MOST: i64 = 3_652_059;
    day.saturating_add(Span::new().days(days.clamp(-MOST, MOST)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = Date::constant(2026, 11, 20);

    #[test]
    fn an_answer_holds_until_it_would_be_another_one() {
        let check = |ask: fn(Today) -> bool, expected: Date| {
            let watch = DayWatch::new(TODAY);
            let answer = ask(watch.today());
            assert_eq!(watch.first_difference(), expected);
            // As it is said, so it is: on every day before, and not before today.
            let answers = TODAY
                .series(Span::new().days(1))
                .take_while(|day| *day < expected);
            for day in answers.take(400) {
                let watch = DayWatch::new(day);
                assert_eq!(ask(watch.today()), answer, "{day}");
            }
            // And on the day itself it is another one.
            let watch = DayWatch::new(expected);
            assert!(
                expected == Date::MAX || ask(watch.today()) != answer,
                "{expected}"
            );
        };
        check(|today| today > date(2026, 11, 1), Date::MAX);
        check(|today| today >= TODAY, Date::MAX);
        check(|today| today > TODAY, date(2026, 11, 21));
        check(|today| today <= TODAY, date(2026, 11, 21));
        check(|today| today < date(2026, 12, 1), date(2026, 12, 1));
        check(|today| today >= date(2026, 12, 1), date(2026, 12, 1));
        check(|today| today > date(2026, 12, 1), date(2026, 12, 2));
        check(|today| date(2026, 12, 1) <= today, date(2026, 12, 1));
        check(|today| date(2026, 12, 1) > today, date(2026, 12, 1));
        check(|today| date(2026, 12, 1) < today, date(2026, 12, 2));
        check(|today| date(2026, 12, 1) >= today, date(2026, 12, 2));
        check(|today| today == date(2026, 12, 1), date(2026, 12, 1));
        check(|today| date(2026, 12, 1) == today, date(2026, 12, 1));
        check(|today| today == TODAY, date(2026, 11, 21));
        check(|today| today.date() == TODAY, date(2026, 11, 21));
        check(
            |today| today.monday() == date(2026, 11, 16),
            date(2026, 11, 23),
        );
        check(|today| today.year() == 2026, date(2027, 1, 1));
        check(
            |today| today.counted(|day| (day > TODAY, 1)),
            date(2026, 11, 21),
        );
    }

    #[test]
    fn days_are_added_up_to_the_last_one() {
        let check = |days, expected: Date| assert_eq!(days_after(TODAY, days), expected, "{days}");
        check(11, date(2026, 12, 1));
        check(-20, date(2026, 10, 31));
        check(i64::MAX, Date::MAX);
    }

    #[test]
    fn the_nearest_day_counts() {
        let watch = DayWatch::new(TODAY);
        let _ = watch.today() > date(2027, 5, 28);
        let _ = watch.today() > date(2026, 12, 24);
        let _ = watch.today() > date(2026, 1, 1);
        assert_eq!(watch.first_difference(), date(2026, 12, 25));
    }
}
