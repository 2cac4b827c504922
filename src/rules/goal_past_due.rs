//! A goal whose target date has passed needs a new date or an outcome.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::days_after;

/// Weeks the team has to decide what comes next.
const DAYS: i64 = 28;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    for goal in facts.open_goals() {
        if facts.today <= days_after(goal.by, DAYS) {
            continue;
        }
        let Some(file) = facts.goal_file(&goal.id) else {
            continue;
        };
        let next = goal.by.checked_add(jiff::Span::new().years(1));
        let next = next.map(|day| day.to_string());
        let fault = Diagnostic::about(Code::GoalPastDue, &file);
        let fault = fault.with("goal", goal.title.original.as_str());
        let fault = fault.with("date", goal.by.to_string());
        diagnostics.push(fault.with("better", next.unwrap_or_default()));
    }
}
