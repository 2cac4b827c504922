//! From trees to facts: every field of the format is read here, typed, and its
//! references are resolved. All faults of all files come out of one run.

mod advice;
mod context;
mod dated;
mod example;
mod fields;
mod goal;
mod library;
mod meeting;
mod minutes;
mod nested;
mod observation;
mod part;
mod picture;
mod prose;
mod review;
mod school;
mod service;
mod shared;
mod student;
mod timetable;
mod transition;
mod translation;
mod update;
mod values;
mod word_list;

pub(crate) use example::Ids;
pub use school::school;
pub use student::{names, record};
pub use word_list::word_lists;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Lang;
use crate::parse::Groups;

/// Translations into languages the school does not offer are never shown; the
/// teacher should know.
fn report_unknown_languages(groups: &Groups, languages: &[Lang], seen: &mut Diagnostics) {
    for group in groups.values() {
        for (lang, file) in group
            .translations
            .iter()
            .filter(|(lang, _)| !languages.contains(lang))
        {
            let note = Diagnostic::about(Code::UnknownLanguageFile, &file.path);
            seen.push(note.with("language", lang.as_str()));
        }
    }
}
