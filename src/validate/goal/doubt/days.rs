//! Days that are far from all other days of their goal. Arithmetic only.
//!
//! People mistype a year more often than a month, above all in January. A day in the wrong
//! year is far from every other day of its goal. But goals run from one school year into
//! the next, and data has gaps in summer, so neither a gap nor a day outside the school
//! year is enough: with another year, the day has to be close to the others.

use crate::model::Date;

/// How many days from all others a day has to be. Four months are more than a summer, and
/// more than a quarter, for goals that are checked four times a year.
const ALONE: i32 = 120;
/// How many days from another day it may be in another year.
const AMONG: i32 = 60;
/// How many years a mistake may be off: 2016 for 2026 is 10.
const YEARS: i16 = 10;

/// The days between two days, in either order.
fn apart(one: Date, other: Date) -> i32 {
    (one - other).get_days().abs()
}

/// The days to the nearest of `others`, which are sorted.
fn nearest(day: Date, others: &[Date]) -> Option<i32> {
    let mut before = others
        .iter()
        .take(others.partition_point(|other| *other < day));
    let mut after = others
        .iter()
        .skip(others.partition_point(|other| *other <= day));
    let both = [before.next_back(), after.next()];
    both.into_iter()
        .flatten()
        .map(|other| apart(day, *other))
        .min()
}

/// The day that was probably meant: `day` in another year, if it is far from all `others`,
/// which are sorted, and close to them in that year.
pub(super) fn alone(
    day: Date,
    others: &[Date],
    today: impl PartialOrd<Date> + Copy,
) -> Option<Date> {
    let gap = nearest(day, others)?;
    in_another_year(day, others, today).filter(|_| gap > ALONE)
}

/// The same day in the nearest year in which it is close to the others.
pub(super) fn in_another_year(
    day: Date,
    others: &[Date],
    today: impl PartialOrd<Date> + Copy,
) -> Option<Date> {
    let years = (1..=YEARS).flat_map(|by| [by, -by]);
    let moved = years.filter_map(|by| {
        let year = day.year().checked_add(by)?;
        Date::new(year, day.month(), day.day()).ok()
    });
    let mut fits = moved.filter(|moved| {
        let near = others.binary_search(moved).is_ok()
            || nearest(*moved, others).is_some_and(|days| days <= AMONG);
        near && today >= *moved
    });
    fits.next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_in_another_year_stands_alone() {
        let fall = [date(2026, 9, 11), date(2026, 9, 18), date(2026, 11, 13)];
        let check = |day: Date, others: &[Date], expected: Option<Date>| {
            assert_eq!(alone(day, others, date(2026, 11, 20)), expected, "{day}");
        };
        check(date(2026, 11, 20), &fall, None);
        let meant = Some(date(2026, 9, 25));
        check(date(2025, 9, 25), &fall, meant);
        check(date(2016, 9, 25), &fall, meant);
        // A goal of last spring, checked again in fall: a summer lies between.
        let spring = [date(2026, 3, 13), date(2026, 5, 29)];
        check(date(2026, 9, 18), &spring, None);
        check(date(2026, 7, 10), &spring, None);
        check(date(2026, 5, 22), &spring, None);
        // Checked four times a year, through two years.
        let quarters = [date(2025, 8, 24), date(2025, 11, 24), date(2026, 8, 24)];
        check(date(2026, 11, 20), &quarters, None);
        check(
            date(2025, 11, 24),
            &[date(2025, 8, 24), date(2026, 11, 20)],
            None,
        );
        // Half a year of nothing is a pause, as long as no other year fits better.
        check(date(2026, 2, 10), &[date(2026, 11, 10)], None);
        check(date(2026, 2, 10), &[], None);
    }
}
