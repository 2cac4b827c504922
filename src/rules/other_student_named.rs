//! Another student's name in a text is seen by a family it is not meant for.

use super::Facts;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

pub(super) fn check(facts: &Facts, seen: &mut Diagnostics) {
    let student = &facts.record.student;
    for written in &facts.record.written {
        for name in facts
            .roster
            .others_in(&written.text, &student.id, &student.may_mention)
        {
            let fault = Diagnostic::at(Code::OtherStudentNamed, &written.at);
            seen.push(fault.with("name", name));
        }
    }
}
