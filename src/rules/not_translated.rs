//! A file has no translation into a language the family reads. The page shows
//! the original and says so; this note tells the teacher.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::progress::translations;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let languages = &facts.record.student.home_languages;
    let files = translations(&facts.record.originals, languages, &facts.school.language);
    for file in files.into_iter().filter(|file| file.state.is_none()) {
        let note = Diagnostic::about(Code::NotTranslated, &file.file);
        diagnostics.push(
            note.with("language", file.lang.as_str())
                .with("file", file.translation),
        );
    }
}
