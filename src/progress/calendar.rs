use crate::model::{Date, Every, School};

/// The first day from today on, on which a meeting that began on `first` comes
/// again and on which there is school.
pub(super) fn next_day(first: Date, every: Every, school: &School) -> Option<Date> {
    // A meeting of several years ago that comes every week is still found.
    const LONGEST: i64 = 600;
    let span = |count: i64| match every {
        Every::Week => jiff::Span::new().days(7 * count),
        Every::TwoWeeks => jiff::Span::new().days(14 * count),
        Every::Month => jiff::Span::new().months(count),
    };
    let days = (0..LONGEST).filter_map(|count| first.checked_add(span(count)).ok());
    let mut coming = days.skip_while(|day| *day < school.today);
    coming.find(|day| school.is_school_day(*day))
}
