//! What a service says it replaces has to match the timetable.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Text;
use crate::progress::{SchoolWeek, same_subject};

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let Some(week) = SchoolWeek::of(facts.record, facts.school) else {
        return;
    };
    for service in facts.services() {
        let Some(said) = &service.instead_of else {
            continue;
        };
        let missed: Vec<&Text> = service
            .parts
            .iter()
            .flat_map(|part| week.missed(part))
            .map(|missed| missed.subject)
            .collect();
        let named = missed
            .iter()
            .any(|subject| same_subject(&said.value, subject));
        if !missed.is_empty() && !named {
            let subjects: Vec<&str> = missed.iter().map(|one| one.original.as_str()).collect();
            let note = Diagnostic::at(Code::InsteadOfDiffers, &said.at);
            diagnostics.push(note.with("subjects", subjects.join(", ")));
        }
    }
}
