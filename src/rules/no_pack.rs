//! A family reads a language that kinfolio has no language pack for: the site
//! leaves that language out, and the teacher should know.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let Some(file) = facts.file("student.yaml") else {
        return;
    };
    let languages = facts.record.student.home_languages.iter();
    for lang in languages.filter(|lang| !facts.languages.contains(lang)) {
        let fault = Diagnostic::about(Code::NoPack, &file);
        diagnostics.push(fault.with("language", lang.as_str()));
    }
}
