use super::series::Point;
use crate::model::{Date, Mastery};

/// The day on which a goal counts as reached: the earliest check i for which
/// at least `times` of the last min(`of`, i) meet the criterion. With a strict
/// window there have to be `of` checks before.
///
/// `seen` holds one value a day, the oldest first. It is for staff: families
/// read what people decided.
pub(super) fn reached_on(mastery: &Mastery, seen: &[Point]) -> Option<Date> {
    let reached = |count: usize| {
        let window = Window::of(mastery, seen.get(..count)?);
        let last = seen.get(..count)?.last()?;
        window.meets(mastery).then_some(last.date)
    };
    (1..=seen.len()).find_map(reached)
}

/// The last checks, as many as a criterion looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Window {
    /// How many there are.
    checks: usize,
    /// How many of them meet it.
    met: usize,
}

impl Window {
    fn of(mastery: &Mastery, seen: &[Point]) -> Self {
        let meets = |point: &&Point| {
            if mastery.at_most {
                point.value <= mastery.value
            } else {
                point.value >= mastery.value
            }
        };
        let last = seen.iter().rev().take(mastery.of as usize);
        Self {
            checks: last.clone().count(),
            met: last.filter(meets).count(),
        }
    }

    fn meets(self, mastery: &Mastery) -> bool {
        let whole = !mastery.strict || self.checks == mastery.of as usize;
        whole && self.checks > 0 && self.met >= mastery.times as usize
    }
}

/// How the goal's own criterion stands, for staff.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CriterionStanding {
    /// What has to be met.
    pub criterion: Mastery,
    /// How many of the last checks there are, at most as many as it looks at.
    pub checks: usize,
    /// How many of these meet it.
    pub met: usize,
    /// Whether that is enough today.
    pub now: bool,
    /// The first day on which it was enough.
    pub reached_on: Option<Date>,
}

impl CriterionStanding {
    /// Looks at `seen`, one value a day, the oldest first.
    pub(super) fn of(criterion: &Mastery, seen: &[Point]) -> Self {
        let window = Window::of(criterion, seen);
        Self {
            criterion: *criterion,
            checks: window.checks,
            met: window.met,
            now: window.meets(criterion),
            reached_on: reached_on(criterion, seen),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{RecordedValue, Setting};
    use jiff::civil::date;

    fn on(values: &[f64], mastery: Mastery) -> Option<i8> {
        reached_on(&mastery, &seen(values)).map(Date::day)
    }

    fn seen(values: &[f64]) -> Vec<Point> {
        let point = |(day, value): (i8, &f64)| Point {
            date: date(2026, 10, day),
            value: *value,
            raw: RecordedValue::Number(*value),
            setting: Setting::SmallGroup,
            open: false,
        };
        (1..).zip(values).map(point).collect()
    }

    #[test]
    fn the_last_checks_say_how_it_stands() {
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
            let found = CriterionStanding::of(&mastery, &seen(values));
            assert_eq!((found.met, found.checks, found.now), expected, "{values:?}");
        };
        check(four_of_five, &[80., 90., 70., 85., 100.], (4, 5, true));
        check(four_of_five, &[80., 90., 70., 85., 60.], (3, 5, false));
        // It was met once, and is not now.
        let lost = [80., 90., 85., 100., 60., 70., 50.];
        check(four_of_five, &lost, (2, 5, false));
        let found = CriterionStanding::of(&four_of_five, &seen(&lost));
        assert_eq!(found.reached_on, Some(date(2026, 10, 4)));
        // Four good checks at the very start.
        check(four_of_five, &[80., 90., 85., 100.], (4, 4, true));
        check(strict, &[80., 90., 85., 100.], (4, 4, false));
        check(strict, &[80., 90., 85., 100., 0.], (4, 5, true));
        check(few, &[9., 2., 1., 2., 0.], (4, 5, true));
        check(four_of_five, &[], (0, 0, false));
    }

    #[test]
    fn the_earliest_check_that_meets_it_counts() {
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
