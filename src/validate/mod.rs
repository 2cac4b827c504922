//! From trees to facts: this stage reads every field of the format, gives it a type
//! and resolves its references. One run reports the problems of all files.
//!
//! ```text
//! record, school     everything about one student; everything that students share
//! goal, service, …   one file for each kind of thing: which fields it has
//! fields/            the reader of fields
//! context            the settings that values are read with
//! sink, pairs        what was found: problems, texts, pairs of translations
//! ```

mod body;
mod context;
mod dated;
mod day_checks;
mod example;
mod fields;
mod goal;
mod library;
mod meeting;
mod minutes;
mod observation;
mod pairs;
mod part;
mod participant;
mod picture;
mod prose;
mod reader;
mod record;
mod review;
mod school;
mod service;
mod shared;
mod sheet;
mod sink;
mod student;
mod timetable;
mod transition;
mod translation;
mod update;
mod word_list;

pub(crate) use example::Ids;
pub use reader::readers;
pub use record::record;
pub use school::{access, language, school};
pub use student::names;
pub use word_list::word_lists;

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Lang;
use crate::parse::Groups;

/// Whether `tag` is a language, and not some other word between two dots of a file
/// name (`reading.old.yaml`, `reading.ES.yaml`).
fn is_probably_language(tag: &str) -> bool {
    let (first, _) = tag.split_once('-').unwrap_or((tag, ""));
    let two_letters = first.len() == 2 && first.bytes().all(|letter| letter.is_ascii_lowercase());
    two_letters && fields::is_language(tag)
}

/// Reports translations into languages that the school does not offer, because no
/// page shows them. A school that copied all of the library has hundreds of them, so
/// they are one note. A tag that is no language is a mistake: each file is reported.
fn report_unknown_languages(groups: &Groups, languages: &[Lang], diagnostics: &mut Diagnostics) {
    let (not_offered, mistakes): (Vec<_>, Vec<_>) = groups
        .values()
        .flat_map(|group| &group.translations)
        .filter(|(lang, _)| !languages.contains(lang))
        .partition(|(lang, _)| is_probably_language(lang.as_str()));
    for (lang, file) in mistakes {
        let fault = Diagnostic::about(Code::UnknownLanguageFile, &file.path);
        diagnostics.push(fault.with("language", lang.as_str()));
    }
    let Some((_, first)) = not_offered.first() else {
        return;
    };
    let tags: BTreeSet<&str> = not_offered.iter().map(|(lang, _)| lang.as_str()).collect();
    let tags = tags.into_iter().collect::<Vec<_>>();
    let note = Diagnostic::about(Code::LanguagesNotOffered, &first.path)
        .with("count", not_offered.len())
        .with("languages", tags.join(", "));
    diagnostics.push(note);
}
