//! The mastery criterion: a value to reach on several of the last days with data.

use super::point::DataPoint;
use crate::model::{Date, Mastery};

/// The day on which a goal counts as mastered: the earliest day i on which at
/// least `times` of the last min(`of`, i) days meet the criterion. A strict
/// criterion needs `of` days. Returns `None` if there is no such day.
///
/// `points` holds one data point a day, the oldest first. The result is for
/// staff; families read what the team decided.
pub(super) fn reached_on(mastery: &Mastery, points: &[DataPoint]) -> Option<Date> {
    let reached = |count: usize| {
        let days = points.get(..count)?;
        let last = days.last()?;
        Window::of(mastery, days)
            .meets(mastery)
            .then_some(last.date)
    };
    (1..=points.len()).find_map(reached)
}

/// The last days with data, as many as the criterion takes into account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Window {
    /// How many days there are.
    checks: usize,
    /// How many of them meet the criterion.
    met: usize,
}

impl Window {
    fn of(mastery: &Mastery, points: &[DataPoint]) -> Self {
        let meets = |point: &&DataPoint| {
            if mastery.at_most {
                point.value <= mastery.value
            } else {
                point.value >= mastery.value
            }
        };
        let last = points.iter().rev().take(mastery.of as usize);
        Self {
            checks: last.clone().count(),
            met: last.filter(meets).count(),
        }
    }

    fn meets(self, mastery: &Mastery) -> bool {
        let is_full = !mastery.strict || self.checks == mastery.of as usize;
        is_full && self.checks > 0 && self.met >= mastery.times as usize
    }
}

/// Progress toward the goal's mastery criterion, for staff.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CriterionProgress {
    /// The criterion.
    pub criterion: Mastery,
    /// How many of the last days count; at most as many as the criterion names.
    pub checks: usize,
    /// How many of them meet the criterion.
    pub met: usize,
    /// Whether the criterion is met today.
    pub now: bool,
    /// The first day on which the criterion was met.
    pub reached_on: Option<Date>,
}

impl CriterionProgress {
    /// `points` holds one data point a day, the oldest first.
    pub(super) fn of(criterion: &Mastery, points: &[DataPoint]) -> Self {
        let window = Window::of(criterion, points);
        Self {
            criterion: *criterion,
            checks: window.checks,
            met: window.met,
            now: window.meets(criterion),
            reached_on: reached_on(criterion, points),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{RecordedValue, Setting};
    use jiff::civil::date;

    fn on(values: &[f64], mastery: Mastery) -> Option<i8> {
        reached_on(&mastery, &daily(values)).map(Date::day)
    }

    fn daily(values: &[f64]) -> Vec<DataPoint> {
        let point = |(day, value): (i8, &f64)| DataPoint {
            date: date(2026, 10, day),
            value: *value,
            raw: RecordedValue::Number(*value),
            setting: Setting::SmallGroup,
            open: false,
        };
        (1..).zip(values).map(point).collect()
    }

    #[test]
    fn the_last_days_decide() {
        let four_of_five = Mastery {
            value: 80.0,
            at_most: false,
            times: 4,
            of: 5,
            strict: false,
        };
        let strict = Mastery {
            strict: true,
            ..four_of_five
        };
        let few = Mastery {
            value: 2.0,
            at_most: true,
            ..four_of_five
        };
        let check = |mastery: Mastery, values: &[f64], expected: (usize, usize, bool)| {
            let found = CriterionProgress::of(&mastery, &daily(values));
            assert_eq!((found.met, found.checks, found.now), expected, "{values:?}");
        };
        check(four_of_five, &[80., 90., 70., 85., 100.], (4, 5, true));
        check(four_of_five, &[80., 90., 70., 85., 60.], (3, 5, false));
        // The criterion was met before, but is not met now.
        let lost = [80., 90., 85., 100., 60., 70., 50.];
        check(four_of_five, &lost, (2, 5, false));
        let found = CriterionProgress::of(&four_of_five, &daily(&lost));
        assert_eq!(found.reached_on, Some(date(2026, 10, 4)));
        // Only four days, all good.
        check(four_of_five, &[80., 90., 85., 100.], (4, 4, true));
        check(strict, &[80., 90., 85., 100.], (4, 4, false));
        check(strict, &[80., 90., 85., 100., 0.], (4, 5, true));
        check(few, &[9., 2., 1., 2., 0.], (4, 5, true));
        check(four_of_five, &[], (0, 0, false));
    }

    #[test]
    fn the_earliest_day_that_meets_the_criterion_counts() {
        let three_of_four = Mastery {
            value: 90.0,
            at_most: false,
            times: 3,
            of: 4,
            strict: false,
        };
        let strict = Mastery {
            strict: true,
            ..three_of_four
        };
        let at_most = Mastery {
            value: 20.0,
            at_most: true,
            ..three_of_four
        };
        let check = |mastery, values: &[f64], expected: Option<i8>| {
            assert_eq!(on(values, mastery), expected, "{values:?}");
        };
        check(three_of_four, &[90., 95., 100.], Some(3));
        check(strict, &[90., 95., 100.], None);
        check(strict, &[90., 95., 100., 10.], Some(4));
        check(three_of_four, &[90., 10., 95., 10., 95.], None);
        check(three_of_four, &[90., 10., 95., 95., 10.], Some(4));
        check(at_most, &[20., 21., 12., 3.], Some(4));
        check(three_of_four, &[], None);
    }
}
