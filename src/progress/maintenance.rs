//! Maintenance checks: whether a skill lasts after the goal is met.

use super::point::DataPoint;
use crate::model::{Date, Maintain, days_after};

/// A planned maintenance check of a skill that was mastered.
#[derive(Debug, Clone)]
pub struct MaintenanceCheck {
    /// The planned day.
    pub planned: Date,
    /// The result.
    pub result: MaintenanceResult,
}

/// The result of a maintenance check.
#[derive(Debug, Clone)]
pub enum MaintenanceResult {
    /// The check took place.
    Checked(DataPoint),
    /// The check can still take place on time.
    Planned,
    /// No data point is near the planned day.
    Missed,
}

/// A data point counts for a planned day if it is at most this many days late.
const MAX_LATE_DAYS: i64 = 10;

/// The result of each planned day. `points` holds one data point a day, the oldest
/// first.
pub(super) fn checks(
    maintain: &Maintain,
    points: &[DataPoint],
    today: impl PartialOrd<Date> + Copy,
) -> Vec<MaintenanceCheck> {
    let result = |planned: Date| {
        let in_time = |day: Date| (planned..=days_after(planned, MAX_LATE_DAYS)).contains(&day);
        match points.iter().find(|point| in_time(point.date)) {
            Some(point) => MaintenanceResult::Checked(point.clone()),
            None if today <= days_after(planned, MAX_LATE_DAYS) => MaintenanceResult::Planned,
            None => MaintenanceResult::Missed,
        }
    };
    let check = |planned: &Date| MaintenanceCheck {
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
        let points = [date(2026, 12, 13), date(2026, 12, 16)].map(|day| DataPoint {
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
            let found = checks(&maintain, &points, today).pop().unwrap();
            let result = match found.result {
                MaintenanceResult::Checked(point) => point.date.to_string(),
                MaintenanceResult::Planned => "planned".to_owned(),
                MaintenanceResult::Missed => "missed".to_owned(),
            };
            assert_eq!(result, expected, "{planned}");
        };
        let today = date(2027, 1, 20);
        check(date(2026, 12, 14), today, "2026-12-16");
        check(date(2026, 12, 6), today, "2026-12-13");
        check(date(2026, 12, 20), today, "missed");
        check(date(2027, 1, 12), today, "planned");
        check(date(2027, 2, 8), today, "planned");
    }
}
