use super::{Date, School};

impl School {
    /// Whether there is school on `day`: a weekday of the school year that is
    /// neither free nor in a pause.
    #[must_use]
    pub fn is_school_day(&self, day: Date) -> bool {
        let weekend = day.weekday().to_monday_zero_offset() > 4;
        let in_year = self
            .year
            .is_none_or(|(from, to)| (from..=to).contains(&day));
        let paused = |pause: &super::Pause| (pause.from..=pause.to).contains(&day);
        !weekend && in_year && !self.no_school.contains(&day) && !self.pauses.iter().any(paused)
    }

    /// School days after `from`, up to and with `to`.
    #[must_use]
    pub fn school_days(&self, from: Date, to: Date) -> usize {
        // Nobody asks about more than a year, and dates of a slip are bounded.
        const LONGEST: usize = 800;
        let days = from.series(jiff::Span::new().days(1)).skip(1).take(LONGEST);
        days.take_while(|day| *day <= to)
            .filter(|day| self.is_school_day(*day))
            .count()
    }
}
