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
mod record;
mod review;
mod school;
mod service;
mod shared;
mod sheet;
mod student;
mod timetable;
mod transition;
mod translation;
mod update;
mod values;
mod word_list;

pub(crate) use example::Ids;
pub use record::record;
pub use school::{language, school};
pub use student::names;
pub use word_list::word_lists;

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Lang;
use crate::parse::Groups;

/// Whether `tag` is a language as file names have it, and not some other word
/// between two dots (`reading.old.yaml`, `reading.ES.yaml`).
fn is_probably_language(tag: &str) -> bool {
    let (first, _) = tag.split_once('-').unwrap_or((tag, ""));
    let two_letters = first.len() == 2 && first.bytes().all(|letter| letter.is_ascii_lowercase());
    two_letters && values::is_language(tag)
}

/// Translations into languages the school does not offer are never shown; the
/// teacher should know. A school that took over the whole library has hundreds of
/// them, so they are one note; what stands in the place of a language and is
/// none is a slip, and said of each file.
fn report_unknown_languages(groups: &Groups, languages: &[Lang], diagnostics: &mut Diagnostics) {
    let translations = groups.values().flat_map(|group| &group.translations);
    let unknown = translations.filter(|(lang, _)| !languages.contains(lang));
    let (left_out, slips): (Vec<_>, Vec<_>) =
        unknown.partition(|(lang, _)| is_probably_language(lang.as_str()));
    for (lang, file) in slips {
        let fault = Diagnostic::about(Code::UnknownLanguageFile, &file.path);
        diagnostics.push(fault.with("language", lang.as_str()));
    }
    let Some((_, first)) = left_out.first() else {
        return;
    };
    let tags: BTreeSet<&str> = left_out.iter().map(|(lang, _)| lang.as_str()).collect();
    let tags: Vec<&str> = tags.into_iter().collect();
    let count = f64::from(u32::try_from(left_out.len()).unwrap_or(u32::MAX));
    let note = Diagnostic::about(Code::LanguagesNotOffered, &first.path);
    diagnostics.push(note.with("count", count).with("languages", tags.join(", ")));
}
