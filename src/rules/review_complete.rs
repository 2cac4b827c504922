//! A formal review covers every goal that was open on its date and none that
//! had ended (34 CFR 300.320(a)(3): reports on every annual goal).

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Goal, Review, ReviewKind};

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    for review in &facts.record.reviews {
        missing(facts, review, diagnostics);
        ended(facts, review, diagnostics);
    }
}

fn missing(facts: &RuleContext, review: &Review, diagnostics: &mut Diagnostics) {
    if review.kind != ReviewKind::Formal {
        return;
    }
    let open = facts
        .record
        .goals
        .iter()
        .filter(|goal| goal.open_before(review.date));
    let undecided: Vec<&str> = open
        .filter(|goal| !review.goals.contains_key(&goal.id))
        .map(|goal| goal.id.as_str())
        .collect();
    if !undecided.is_empty() {
        let fault = Diagnostic::at(Code::ReviewIncomplete, &review.at);
        let fault = fault.with("count", undecided.len());
        diagnostics.push(fault.with("goals", undecided.join(", ")));
    }
}

fn ended(facts: &RuleContext, review: &Review, diagnostics: &mut Diagnostics) {
    let end = |goal: &Goal| goal.closed.as_ref().map(|closed| closed.on);
    for goal in &facts.record.goals {
        let Some(entry) = review.goals.get(&goal.id) else {
            continue;
        };
        if let Some(end) = end(goal).filter(|end| *end < review.date) {
            let fault = Diagnostic::at(Code::DecidedAfterEnd, &entry.at);
            let fault = fault.with("goal", goal.id.as_str());
            diagnostics.push(fault.with("date", end.to_string()));
        }
    }
}
