use super::aim::days;
use super::series::Point;
use crate::model::{Date, Maintain};

/// A day on which a skill that was reached is looked at again.
#[derive(Debug, Clone)]
pub struct KeptCheck {
    /// The day that was planned.
    pub planned: Date,
    /// What came of it.
    pub result: Kept,
}

/// What came of a look at a skill that was reached.
#[derive(Debug, Clone)]
pub enum Kept {
    /// It was seen.
    Seen(Point),
    /// The day, or the days after it, are still to come.
    Planned,
    /// Nobody wrote anything down.
    Unseen,
}

/// A check counts for a planned day when it is no more than this many days
/// late.
const LATE_DAYS: f64 = 10.0;

/// What came of each planned day; `seen` holds one value a day, the oldest
/// first.
pub(super) fn checks(maintain: &Maintain, seen: &[Point], today: Date) -> Vec<KeptCheck> {
    let result = |planned: Date| {
        let in_time = |day: Date| (0.0..=LATE_DAYS).contains(&days(planned, day));
        match seen.iter().find(|point| in_time(point.date)) {
            Some(point) => Kept::Seen(point.clone()),
            None if days(planned, today) <= LATE_DAYS => Kept::Planned,
            None => Kept::Unseen,
        }
    };
    let check = |planned: &Date| KeptCheck {
        planned: *planned,
        result: result(*planned),
    };
    maintain.checks.iter().map(check).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{RecordedValue, Setting};
    use jiff::civil::date;

    #[test]
    fn a_check_belongs_to_the_day_it_was_planned_for() {
        let seen = [date(2026, 12, 13), date(2026, 12, 16)].map(|day| Point {
            date: day,
            value: 90.0,
            raw: RecordedValue::Number(90.0),
            setting: Setting::Class,
            open: false,
        });
        let check = |planned: Date, today: Date, expected: &str| {
            let maintain = Maintain {
                floor: 90.0,
                checks: vec![planned],
            };
            let found = checks(&maintain, &seen, today).pop().unwrap();
            let told = match found.result {
                Kept::Seen(point) => point.date.to_string(),
                Kept::Planned => "planned".to_owned(),
                Kept::Unseen => "unseen".to_owned(),
            };
            assert_eq!(told, expected, "{planned}");
        };
        let today = date(2027, 1, 20);
        check(date(2026, 12, 14), today, "2026-12-16");
        check(date(2026, 12, 6), today, "2026-12-13");
        check(date(2026, 12, 20), today, "unseen");
        check(date(2027, 1, 12), today, "planned");
        check(date(2027, 2, 8), today, "planned");
    }
}
