//! Which days stand alone. Arithmetic only.
//!
//! A year is mistyped more often than a month, above all in January. A day in
//! another year shows by standing far from every other day of its goal. Goals run
//! from one school year into the next, though, and sheets have holes in summer, so
//! a hole by itself is no sign: the day has to lie outside of the school year, or
//! belong among the others once its year is changed.

use crate::model::Date;

/// Days without a check after which one outside of the school year stands alone.
/// Two months: a summer's first and last checks lie nearer to a school year.
const OUTSIDE: i32 = 60;
/// Days after which one in the wrong year does. Five months: more than a summer,
/// and more than a quarter, for goals that are checked four times a year.
const WRONG_YEAR: i32 = 150;
/// How many years a slip may be off: 2016 for 2026 is one.
const YEARS: i16 = 10;

/// A day that stands alone.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Alone {
    /// The same day in the year in which the others are, where it fits there.
    pub(super) likely: Option<Date>,
}

/// Days from one to the other, whichever comes first.
fn apart(one: Date, other: Date) -> i32 {
    (one - other).get_days().abs()
}

fn nearest(day: Date, others: &[Date]) -> Option<i32> {
    let other_days = others.iter().filter(|other| **other != day);
    other_days.map(|other| apart(day, *other)).min()
}

/// Whether `day` stands far from all `others`, in a way that is no pause.
pub(super) fn alone(
    day: Date,
    others: &[Date],
    year: Option<(Date, Date)>,
    today: Date,
) -> Option<Alone> {
    let gap = nearest(day, others)?;
    let outside = year.is_some_and(|(from, to)| !(from..=to).contains(&day));
    let likely = if gap > OUTSIDE {
        in_another_year(day, others, today)
    } else {
        None
    };
    let alone = (outside && gap > OUTSIDE) || (gap > WRONG_YEAR && likely.is_some());
    alone.then_some(Alone { likely })
}

/// The same day in the nearest year in which it stands among the others.
pub(super) fn in_another_year(day: Date, others: &[Date], today: Date) -> Option<Date> {
    let years = (1..=YEARS).flat_map(|by| [by, -by]);
    let moved = years.filter_map(|by| {
        let year = day.year().checked_add(by)?;
        Date::new(year, day.month(), day.day()).ok()
    });
    let mut fits = moved.filter(|moved| {
        *moved <= today && others.iter().any(|other| apart(*moved, *other) <= OUTSIDE)
    });
    fits.next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_in_another_year_stands_alone() {
        let year = Some((date(2026, 8, 31), date(2027, 6, 11)));
        let fall = [date(2026, 9, 11), date(2026, 9, 18), date(2026, 11, 13)];
        let check = |day: Date, others: &[Date], year, expected: Option<Option<Date>>| {
            let found = alone(day, others, year, date(2026, 11, 20));
            assert_eq!(found.map(|alone| alone.likely), expected, "{day}");
        };
        check(date(2026, 11, 20), &fall, year, None);
        let meant = Some(Some(date(2026, 9, 25)));
        check(date(2025, 9, 25), &fall, year, meant);
        check(date(2025, 9, 25), &fall, None, meant);
        check(date(2016, 9, 25), &fall, None, meant);
        // A goal of last spring, checked again in fall: a summer lies between.
        let spring = [date(2026, 4, 10), date(2026, 5, 8), date(2026, 6, 5)];
        check(date(2026, 9, 4), &spring, year, None);
        check(date(2026, 7, 10), &spring, year, None);
        check(date(2026, 5, 22), &spring, year, None);
        // Checked four times a year, through two years.
        let quarters = [date(2025, 8, 24), date(2025, 11, 24), date(2026, 8, 24)];
        check(date(2026, 11, 20), &quarters, None, None);
        // Half a year of nothing is a pause, as long as no other year fits better.
        check(date(2026, 2, 10), &[date(2026, 11, 10)], None, None);
        check(date(2026, 2, 10), &[], year, None);
    }
}
