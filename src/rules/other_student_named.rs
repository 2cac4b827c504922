//! Another student's name in a text is seen by a family it is not meant for. So
//! is one in a file's name or a key: it becomes part of an address.

use std::collections::BTreeSet;

use super::Facts;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::RelPath;

pub(super) fn check(facts: &Facts, seen: &mut Diagnostics) {
    let student = &facts.record.student;
    let others = |words: &str| {
        facts
            .roster
            .others_in(words, &student.id, &student.may_mention)
    };
    for written in &facts.record.written {
        for name in others(&written.text) {
            let fault = Diagnostic::at(Code::OtherStudentNamed, &written.place_of(&name));
            seen.push(fault.with("name", name));
        }
    }
    // A sheet of several pages is said once.
    let mut sheets = BTreeSet::new();
    for written in &facts.record.aside {
        let name = others(&written.text).into_iter().next();
        if let Some(name) = name.filter(|_| sheets.insert(&written.at.file)) {
            let fault = Diagnostic::at(Code::SheetOtherStudent, &written.place_of(&name));
            seen.push(
                fault
                    .with("problem", "named")
                    .with("cell", "")
                    .with("column", ""),
            );
        }
    }
    let goals = facts.record.goals.iter();
    let goals = goals.map(|goal| (format!("goals/{}.yaml", goal.id), goal.id.as_str()));
    let services = facts.record.services.iter();
    let services = services.map(|service| ("services.yaml".to_owned(), service.id.as_str()));
    let tips = facts.record.tips.keys();
    let tips = tips.map(|id| (format!("tips/{id}.md"), id.as_str()));
    for (file, id) in goals.chain(services).chain(tips) {
        let Some(file) = RelPath::new(&format!("students/{}/{file}", student.id)) else {
            continue;
        };
        for name in others(&id.replace(['-', '_'], " ").to_uppercase()) {
            let fault = Diagnostic::about(Code::OtherStudentNamed, &file);
            seen.push(fault.with("name", name));
        }
    }
}
