//! Days as authors write them, and the checks that every day goes through.

use super::context::Context;
use crate::diagnostic::{Code, DateProblem, Diagnostic, FarDayProblem};
use crate::input::{self, NotADay, Reading};
use crate::model::{Date, School, Today, days_after};
use crate::source::{Place, Spanned};

impl Context<'_> {
    /// The day that `text` is. Reports a text that is none.
    pub(super) fn day(&self, at: &Place, text: &str) -> Option<Date> {
        match input::day(text, self.year) {
            Ok(Reading::Exact(day)) => Some(day),
            Ok(Reading::Meant(day)) => {
                self.read_as(at, text, &day.to_string());
                Some(day)
            }
            Err(problem) => {
                self.report(self.no_day(problem, at, text));
                None
            }
        }
    }

    /// What to report of a text that is not a day.
    pub(super) fn no_day(&self, problem: NotADay, at: &Place, found: &str) -> Diagnostic {
        let fault = Diagnostic::at(Code::BadDate, at).with("found", found);
        match problem {
            NotADay::Shape => fault.select(DateProblem::Shape),
            NotADay::Month => fault.select(DateProblem::Month),
            NotADay::Day(days) => fault.select(DateProblem::Day).with("days", f64::from(days)),
            NotADay::Order(first, second) => fault
                .select(DateProblem::Order)
                .with("first", first.to_string())
                .with("second", second.to_string()),
            NotADay::Year => fault
                .select(DateProblem::Year)
                .with("first", self.newest(found).to_string()),
            NotADay::Weekday(day) => fault
                .select(DateProblem::Weekday)
                .with("first", day.to_string()),
        }
    }

    /// The last day until today that a text without a year can be.
    fn newest(&self, text: &str) -> Date {
        let today = self.today.date();
        let read = input::day(text, Some((days_after(today, -364), today)));
        read.map_or(today, Reading::value)
    }

    /// Reports a day of an observation that nobody can have made: one after today, or
    /// one without school.
    pub(super) fn check_day(&self, school: &School, day: &Spanned<Date>) {
        self.report_future(Some(day));
        let pause = |pause: &crate::model::Pause| (pause.from..=pause.to).contains(&day.value);
        if school.no_school.contains(&day.value) || school.pauses.iter().any(pause) {
            let warning = Diagnostic::at(Code::NoSchoolDay, &day.at);
            self.report(warning.with("date", day.value.to_string()));
        }
    }

    /// Reports a day after today.
    pub(super) fn report_future(&self, day: Option<&Spanned<Date>>) {
        if let Some(day) = day.filter(|day| day.value > self.today) {
            let fault = Diagnostic::at(Code::FutureDate, &day.at)
                .with("date", day.value.to_string())
                .with("today", self.today.date().to_string());
            self.report(fault);
        }
    }
}

/// Whether a day is too far from today to be in a child's time at school: 2062 for
/// 2026, or a year of birth for this year.
pub(super) fn is_far(day: Date, today: Today) -> bool {
    const YEARS_BACK: i16 = 25;
    const YEARS_AHEAD: i16 = 10;
    let years = day.year() - today.year();
    !(-YEARS_BACK..=YEARS_AHEAD).contains(&years)
}

/// What to report of a day that is too far from another one, or from today.
pub(super) fn too_far(day: &Spanned<Date>, problem: FarDayProblem) -> Diagnostic {
    Diagnostic::at(Code::DayTooFar, &day.at)
        .select(problem)
        .with("date", day.value.to_string())
}
