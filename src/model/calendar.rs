//! School days: which days there is school, and how many lie between two days.

use super::{Date, School};

impl School {
    /// Whether there is school on `day`: a weekday of the school year that is
    /// not a day off and not in a break.
    #[must_use]
    pub fn is_school_day(&self, day: Date) -> bool {
        let weekend = day.weekday().to_monday_zero_offset() > 4;
        let in_year = self
            .year
            .is_none_or(|(from, to)| (from..=to).contains(&day));
        let paused = |pause: &super::Pause| (pause.from..=pause.to).contains(&day);
        !weekend && in_year && !self.no_school.contains(&day) && !self.pauses.iter().any(paused)
    }

    /// The number of school days after `from`, up to and including `to`.
    #[must_use]
    pub fn school_days(&self, from: Date, to: Date) -> usize {
        // No rule asks about more than a year; the limit bounds dates with
        // typing mistakes.
        const LONGEST: usize = 800;
        let days = from.series(jiff::Span::new().days(1)).skip(1).take(LONGEST);
        days.take_while(|day| *day <= to)
            .filter(|day| self.is_school_day(*day))
            .count()
    }
}
