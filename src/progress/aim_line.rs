//! The aim line: the straight line from the baseline to the target, as used in
//! curriculum-based measurement. It is level during school breaks.

use crate::model::{Date, Pause};

/// The straight line from the baseline to the target.
///
/// With the baseline B on day d₀ and the target T on day d₁, the value on day d is
/// A(d) = B + (T − B)·(d − d₀)/(d₁ − d₀), and T after d₁. Values are in the
/// measure's unit. Days inside pauses count neither in the numerator nor in the
/// denominator, so the line is level there.
#[derive(Debug, Clone)]
pub struct AimLine {
    /// Day and value of the baseline.
    start: (Date, f64),
    /// Day and value of the target.
    end: (Date, f64),
    /// First and last day of each pause that overlaps the line, cut to the line,
    /// merged and in order.
    pauses: Vec<(Date, Date)>,
}

/// Days from one date to another; negative if `to` is earlier.
pub(super) fn days(from: Date, to: Date) -> f64 {
    f64::from((to - from).get_days())
}

/// Weeks from one date to another, with fractions.
pub(super) fn weeks(from: Date, to: Date) -> f64 {
    days(from, to) / 7.0
}

impl AimLine {
    /// The line from `start` to `end`. Returns `None` if no day outside the pauses
    /// is between them, so that the line would have no slope.
    #[must_use]
    pub fn new(start: (Date, f64), end: (Date, f64), pauses: &[Pause]) -> Option<Self> {
        let mut pauses: Vec<_> = pauses
            .iter()
            .filter(|pause| pause.to > start.0 && pause.from < end.0)
            .map(|pause| (pause.from.max(start.0), pause.to.min(end.0)))
            .collect();
        pauses.sort_unstable();
        pauses.dedup_by(|later, first| {
            let overlap = later.0 <= first.1;
            if overlap {
                first.1 = first.1.max(later.1);
            }
            overlap
        });
        let line = Self { start, end, pauses };
        (line.elapsed(end.0) > 0.0).then_some(line)
    }

    /// Days since the start that are in no pause, weekends included.
    fn elapsed(&self, day: Date) -> f64 {
        let day = day.clamp(self.start.0, self.end.0);
        let paused: f64 = self
            .pauses
            .iter()
            .filter(|(from, _)| day >= *from)
            // A pause includes its first and its last day.
            .map(|(from, to)| days(*from, day.min(*to)) + 1.0)
            .sum();
        (days(self.start.0, day) - paused).max(0.0)
    }

    /// The expected value on `day`.
    #[must_use]
    pub fn at(&self, day: Date) -> f64 {
        let (start, end) = (self.start.1, self.end.1);
        start + (end - start) * self.elapsed(day) / self.elapsed(self.end.0)
    }

    /// Expected change in a week without a pause.
    #[must_use]
    pub fn slope(&self) -> f64 {
        7.0 * (self.end.1 - self.start.1) / self.elapsed(self.end.0)
    }

    /// The corners of the line up to `until`, as day and value.
    #[must_use]
    pub fn corners(&self, until: Date) -> Vec<(Date, f64)> {
        let until = until.clamp(self.start.0, self.end.0);
        let edges = self.pauses.iter().flat_map(|(from, to)| [*from, *to]);
        let inside = edges.filter(|day| *day > self.start.0 && *day < until);
        let mut dates: Vec<Date> = [self.start.0].into_iter().chain(inside).collect();
        dates.push(until);
        dates.dedup();
        dates.into_iter().map(|day| (day, self.at(day))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;
    use jiff::civil::date;

    fn pause(from: Date, to: Date) -> Pause {
        Pause {
            from,
            to,
            name: Text::default(),
        }
    }

    #[test]
    fn the_line_is_level_in_a_pause() {
        let start = (date(2026, 9, 1), 0.0);
        let end = (date(2026, 9, 21), 10.0);
        let line = AimLine::new(start, end, &[pause(date(2026, 9, 6), date(2026, 9, 15))]).unwrap();
        let check = |day: i8, expected: f64| {
            let found = line.at(date(2026, 9, day));
            assert!((found - expected).abs() < 1e-9, "{day}: {found}");
        };
        check(1, 0.0);
        check(5, 4.0);
        check(6, 4.0);
        check(15, 4.0);
        check(16, 5.0);
        check(21, 10.0);
    }

    #[test]
    fn the_line_is_flat_after_its_end() {
        let line = AimLine::new((date(2026, 9, 11), 43.0), (date(2027, 5, 28), 90.0), &[]).unwrap();
        assert!((line.at(date(2026, 11, 20)) - 55.70).abs() < 0.005);
        assert!((line.at(date(2027, 8, 1)) - 90.0).abs() < 1e-9);
        assert!(AimLine::new((date(2027, 1, 1), 1.0), (date(2027, 1, 1), 2.0), &[]).is_none());
    }
}
