//! A family reads a language that a file has no translation for: the page shows
//! the original and says so, and the teacher may want to know.

use std::collections::BTreeSet;

use super::Facts;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Lang;
use crate::source::RelPath;

pub(super) fn check(facts: &Facts, seen: &mut Diagnostics) {
    let own = &facts.school.language;
    let files = |lang: &Lang| -> BTreeSet<&RelPath> {
        facts
            .record
            .written
            .iter()
            .filter(|written| written.lang == *lang)
            .map(|written| &written.at.file)
            .collect()
    };
    let originals = files(own);
    for lang in facts
        .record
        .student
        .home_languages
        .iter()
        .filter(|lang| *lang != own)
    {
        let translations = files(lang);
        for original in &originals {
            let Some((stem, ending)) = original.as_str().rsplit_once('.') else {
                continue;
            };
            let wanted = RelPath::new(&format!("{stem}.{lang}.{ending}"));
            if let Some(wanted) = wanted.filter(|wanted| !translations.contains(wanted)) {
                let note = Diagnostic::about(Code::NotTranslated, original);
                seen.push(
                    note.with("language", lang.as_str())
                        .with("file", wanted.file_name()),
                );
            }
        }
    }
}
