//! Somebody can open the pages: with sealed pages, only readers can, and a family
//! without one gets no letter.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::model::{Access, School, StudentId, StudentNames};
use crate::validate::readers;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let student = &facts.record.student;
    if facts.school.access == Access::HostLogin || !student.publish {
        return;
    }
    if readers(student, facts.school, facts.today).next().is_some() {
        return;
    }
    let file = facts.file("student.yaml");
    diagnostics.extend(file.map(|file| Diagnostic::about(Code::NoReader, &file)));
}

/// The students of `families.yaml` have folders.
pub(super) fn check_shared(
    school: &School,
    students: &[StudentNames],
    diagnostics: &mut Diagnostics,
) {
    let known = || students.iter().map(|one| one.student.as_str());
    let named = school.families.iter().flat_map(|family| &family.students);
    let is_missing = |student: &StudentId| {
        let mut all = students.iter();
        !all.any(|one| one.student.is_same_folder(student))
    };
    for (student, at) in named.filter(|(student, _)| is_missing(student)) {
        let nearest = nearest(student.as_str(), known()).unwrap_or_default();
        let fault = Diagnostic::at(Code::UnknownStudent, at).with("found", student.as_str());
        diagnostics.push(fault.with("nearest", nearest));
    }
}
