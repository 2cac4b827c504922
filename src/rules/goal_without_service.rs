//! Every goal has a service with somebody's time.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    if facts.record.services.is_empty() {
        return;
    }
    for goal in facts.open_goals() {
        let named = facts
            .services()
            .any(|service| service.goals.contains(&goal.id));
        if let Some(file) = facts.goal_file(&goal.id).filter(|_| !named) {
            let note = Diagnostic::about(Code::GoalWithoutService, &file);
            diagnostics.push(note.with("goal", goal.id.as_str()));
        }
    }
}
