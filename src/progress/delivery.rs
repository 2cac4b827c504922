//! Service minutes: planned and provided.

use std::collections::BTreeMap;

use crate::model::{Reason, Record, Service, WeekMinutes};

/// Staff are asked to check a service with a smaller percentage of its planned
/// minutes provided.
pub const MIN_PERCENT: f64 = 85.0;
/// Fewest weeks to judge by.
const MIN_WEEKS: usize = 4;
/// How many of the newest weeks to judge by: about a quarter of a school year.
const NEWEST_WEEKS: usize = 10;

/// Minutes of one service over several weeks, planned and provided.
#[derive(Debug, Clone)]
pub struct Delivery<'a> {
    /// Planned minutes.
    pub planned: u32,
    /// Provided minutes.
    pub given: u32,
    /// Missed minutes by reason.
    pub by_reason: BTreeMap<Reason, u32>,
    /// The weeks, oldest first.
    pub weeks: Vec<&'a WeekMinutes>,
}

impl<'a> Delivery<'a> {
    /// All weeks of `service`; `None` if none is recorded.
    #[must_use]
    pub fn of(record: &'a Record, service: &Service) -> Option<Self> {
        let of_service = |week: &&WeekMinutes| week.service == service.id;
        Self::over(record.minutes.iter().filter(of_service).collect())
    }

    fn over(weeks: Vec<&'a WeekMinutes>) -> Option<Self> {
        let mut by_reason = BTreeMap::new();
        for (reason, minutes) in weeks.iter().flat_map(|week| &week.reasons) {
            *by_reason.entry(*reason).or_default() += minutes;
        }
        let sum = |minutes: fn(&WeekMinutes) -> u32| weeks.iter().map(|week| minutes(week)).sum();
        let (planned, given) = (sum(|week| week.planned), sum(|week| week.given));
        (!weeks.is_empty()).then_some(Self {
            planned,
            given,
            by_reason,
            weeks,
        })
    }

    /// 100 · provided / planned; `None` if nothing was planned.
    #[must_use]
    pub fn percent(&self) -> Option<f64> {
        let planned = f64::from(self.planned);
        (self.planned > 0).then(|| 100.0 * f64::from(self.given) / planned)
    }

    /// The newest weeks only, up to ten.
    #[must_use]
    pub fn newest(&self) -> Option<Self> {
        let first = self.weeks.len().saturating_sub(NEWEST_WEEKS);
        Self::over(self.weeks.get(first..)?.to_vec())
    }

    /// Whether fewer than 85 percent of the planned minutes were provided, over at
    /// least four weeks.
    #[must_use]
    pub fn too_little(&self) -> bool {
        let little = self.percent().is_some_and(|percent| percent < MIN_PERCENT);
        little && self.weeks.len() >= MIN_WEEKS
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Date, ServiceId};
    use crate::source::{Place, RelPath, Span};
    use jiff::civil::date;

    fn week(day: Date, planned: u32, given: u32, reasons: &[(Reason, u32)]) -> WeekMinutes {
        WeekMinutes {
            at: Place {
                file: RelPath::new("minutes.csv").unwrap(),
                span: Span::default(),
            },
            week: day,
            service: ServiceId::new("ot"),
            planned,
            given,
            reasons: reasons.iter().copied().collect(),
        }
    }

    fn weeks(planned: u32, given: &[u32]) -> Vec<WeekMinutes> {
        let first = date(2026, 9, 14);
        let days = first.series(jiff::Span::new().days(7));
        let weeks = days.zip(given);
        weeks
            .map(|(day, given)| week(day, planned, *given, &[]))
            .collect()
    }

    #[test]
    fn sums_and_reasons() {
        let (near, far) = (date(2026, 9, 21), date(2026, 9, 14));
        let rows = [
            week(far, 100, 75, &[(Reason::NoSchool, 25)]),
            week(
                near,
                100,
                50,
                &[(Reason::NoSchool, 20), (Reason::StaffAway, 30)],
            ),
        ];
        let delivery = Delivery::over(rows.iter().collect()).unwrap();
        assert_eq!((delivery.planned, delivery.given), (200, 125));
        assert_eq!(delivery.percent(), Some(62.5));
        let reasons = [(Reason::NoSchool, 45), (Reason::StaffAway, 30)];
        assert_eq!(delivery.by_reason, BTreeMap::from(reasons));
    }

    #[test]
    fn too_little_needs_four_weeks_and_less_than_85_percent() {
        let check = |planned: u32, given: &[u32], expected: bool| {
            let rows = weeks(planned, given);
            let delivery = Delivery::over(rows.iter().collect()).unwrap();
            assert_eq!(delivery.too_little(), expected, "{given:?}");
        };
        check(20, &[0, 20, 20], false);
        check(20, &[0, 20, 20, 20], true);
        check(20, &[8, 20, 20, 20], false);
        check(0, &[0, 0, 0, 0], false);
    }

    #[test]
    fn old_weeks_leave() {
        let mut given = vec![0; 5];
        given.extend([20; 10]);
        let rows = weeks(20, &given);
        let delivery = Delivery::over(rows.iter().collect()).unwrap();
        assert_eq!(delivery.newest().unwrap().percent(), Some(100.0));
        assert!(Delivery::over(Vec::new()).is_none());
    }
}
