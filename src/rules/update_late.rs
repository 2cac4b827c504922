//! Families get updates as often as the school promises.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Cadence;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let school = facts.school;
    // Updates are late after one and a half times the promised interval,
    // counted in school days, so breaks and days off do not count.
    let most: usize = match school.schedule.updates {
        Some(Cadence::Weekly) => 7,
        Some(Cadence::Monthly) => 30,
        None => return,
    };
    let newest = facts.record.updates.first().map(|update| update.date);
    let Some(last) = newest.or(school.year.map(|(from, _)| from)) else {
        return;
    };
    let is_late = facts.today.counted(|today| {
        let days = school.school_days(last, today);
        // A day adds at most one, and what is late stays late.
        let left = most.saturating_sub(days) + 1;
        let holds = if days > most {
            i64::MAX
        } else {
            i64::try_from(left).unwrap_or(1)
        };
        (days > most, holds)
    });
    let name = newest.map_or_else(
        || "student.yaml".to_owned(),
        |day| format!("updates/{day}.md"),
    );
    if is_late && let Some(file) = facts.file(&name) {
        let fault = Diagnostic::about(Code::UpdateLate, &file);
        let fault = fault.with("any", if newest.is_some() { "yes" } else { "no" });
        diagnostics.push(fault.with("date", last.to_string()));
    }
}
