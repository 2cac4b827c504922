//! Two students with exactly the same name: one folder may have begun as a copy
//! of the other and show one child's plan as another's. Reported once, for the
//! second student.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let student = &facts.record.student;
    let name = &student.name.original;
    let Some(other) = facts.name_index.namesake(name, &student.id) else {
        return;
    };
    let mut texts = facts.record.author_texts.iter();
    let Some(written) = texts.find(|written| written.text == *name) else {
        return;
    };
    let fault = Diagnostic::at(Code::SameName, &written.place_of(name));
    diagnostics.push(
        fault
            .with("name", name.as_str())
            .with("other", other.as_str()),
    );
}
