//! The first page answers a parent's questions: how is it going, what is new,
//! what can we do at home, when do we meet, whom do we call. Tells the teacher
//! which of these has no answer yet.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::progress::portfolio;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let Some(file) = facts.file("student.yaml") else {
        return;
    };
    let portfolio = portfolio(facts.record, facts.school, facts.today);
    let manager = facts.school.staff.get(&facts.record.student.case_manager);
    let reached = |person: &crate::model::Person| {
        [&person.phone, &person.text_phone, &person.email]
            .iter()
            .any(|way| way.is_some())
    };
    let answers = [
        ("goals", portfolio.open_goals().next().is_some()),
        ("update", portfolio.updates().next().is_some()),
        ("tip", !portfolio.live_tips().is_empty()),
        (
            "date",
            portfolio.next_meeting().is_some() || portfolio.next_review().is_some(),
        ),
        ("contact", manager.is_some_and(reached)),
    ];
    for (what, _) in answers.into_iter().filter(|(_, answered)| !answered) {
        let line = match what {
            "tip" => facts.line("tips: [@tip]", None),
            "update" => facts.line("updates/@today.md", None),
            _ => String::new(),
        };
        let note = Diagnostic::about(Code::FirstPageGap, &file).with("what", what);
        diagnostics.push(note.with("example", line));
    }
}
