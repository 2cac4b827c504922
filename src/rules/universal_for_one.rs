//! A support that everyone in class has is not described as one child's.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::SupportKind;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let student = &facts.record.student;
    let names = [&student.name.original, &student.call_name.original];
    let supports = student.supports.iter();
    for support in supports.filter(|support| support.kind == SupportKind::Universal) {
        let audience = support.audience.as_ref();
        let own =
            audience.filter(|who| names.iter().any(|name| who.value.original.contains(*name)));
        if let Some(own) = own {
            diagnostics.push(Diagnostic::at(Code::UniversalForOne, &own.at));
        }
    }
}
