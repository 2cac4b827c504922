//! The days of meetings that repeat.

use crate::model::{Date, Every, School, Today};

/// The next school day, today included, of a meeting that repeats from `first`
/// on. Returns `None` if there is none within 600 repetitions.
pub(super) fn next_day(first: Date, every: Every, school: &School, today: Today) -> Option<Date> {
    // Weekly meetings from up to eleven years ago still have a next day.
    const MAX_REPETITIONS: i64 = 600;
    let span = |count: i64| match every {
        Every::Week => jiff::Span::new().days(7 * count),
        Every::TwoWeeks => jiff::Span::new().days(14 * count),
        Every::Month => jiff::Span::new().months(count),
    };
    (0..MAX_REPETITIONS)
        .filter_map(|count| first.checked_add(span(count)).ok())
        .skip_while(|day| today > *day)
        .find(|day| school.is_school_day(*day))
}
