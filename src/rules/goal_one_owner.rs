//! A goal that is worked on in class has two owners: the specialist and the
//! classroom teacher.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::DeliveryModel;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    for goal in facts.open_goals().filter(|goal| goal.owners.len() == 1) {
        let mut in_class = facts
            .services()
            .filter(|service| service.includes(DeliveryModel::PushIn));
        let in_class = in_class.any(|service| service.goals.contains(&goal.id));
        if let Some(file) = facts.goal_file(&goal.id).filter(|_| in_class) {
            let note = Diagnostic::about(Code::GoalOneOwner, &file);
            let line = facts.line("owners: [@both]", Some(goal));
            diagnostics.push(note.with("goal", goal.id.as_str()).with("example", line));
        }
    }
}
