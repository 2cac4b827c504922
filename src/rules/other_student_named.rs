//! Another student's name in a text would be seen by the wrong family. The same
//! goes for file names and keys, because they become part of an address.

use std::collections::BTreeSet;

use super::name_index::Named;
use super::{NameIndex, RuleContext, WordCollector};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Record, School};
use crate::source::RelPath;

/// Adds the words of all texts in which names are searched for, and those of the
/// student's own name, which another student may have, too.
pub fn collect_words(record: &Record, words: &mut WordCollector) {
    words.add(&record.student.name.original);
    for written in record.author_texts.iter().chain(&record.aside) {
        words.add(&written.text);
    }
    for (_, id) in keys(record) {
        words.add(&spoken(id));
    }
}

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let others = |words: &str| facts.name_search.in_text(words);
    for written in &facts.record.author_texts {
        for named in others(&written.text) {
            let at = written.place_at(named.start, named.end);
            diagnostics.push(of_author(&named, facts.name_index, |code| {
                Diagnostic::at(code, &at)
            }));
        }
    }
    // A sheet that appears on several pages is reported once.
    let mut sheets = BTreeSet::new();
    for written in &facts.record.aside {
        let named = others(&written.text).into_iter().next();
        if let Some(named) = named.filter(|_| sheets.insert(&written.at.file)) {
            let at = written.place_at(named.start, named.end);
            let fault = Diagnostic::at(Code::SheetOtherStudent, &at);
            diagnostics.push(
                fault
                    .with("problem", "named")
                    .with("cell", "")
                    .with("column", ""),
            );
        }
    }
    for (file, id) in keys(facts.record) {
        let Some(file) = RelPath::new(&format!("students/{}/{file}", facts.record.student.id))
        else {
            continue;
        };
        for named in others(&spoken(id)) {
            diagnostics.push(of_author(&named, facts.name_index, |code| {
                Diagnostic::about(code, &file)
            }));
        }
    }
}

/// The keys that become part of an address, and the files that they are in.
fn keys(record: &Record) -> impl Iterator<Item = (String, &str)> {
    let goals = record.goals.iter();
    let goals = goals.map(|goal| (format!("goals/{}.yaml", goal.id), goal.id.as_str()));
    let services = record.services.iter();
    let services = services.map(|service| ("services.yaml".to_owned(), service.id.as_str()));
    let tips = record.tips.keys();
    let tips = tips.map(|id| (format!("tips/{id}.md"), id.as_str()));
    goals.chain(services).chain(tips)
}

/// A key as words.
fn spoken(id: &str) -> String {
    id.replace(['-', '_'], " ").to_uppercase()
}

/// The diagnostic for a name in an author's text.
fn of_author(named: &Named, name_index: &NameIndex, at: impl Fn(Code) -> Diagnostic) -> Diagnostic {
    if named.is_sure {
        let what = if named.is_word { "word" } else { "name" };
        let fault = at(Code::OtherStudentNamed).with("name", named.name.as_str());
        return fault.with("what", what);
    }
    name_index.question(at(Code::NameOrWord), &named.name)
}

/// The `not_names` answers are accepted only for names that a word list
/// contains; otherwise an answer could let a real name through.
pub(super) fn check_answers(
    school: &School,
    name_index: &NameIndex,
    diagnostics: &mut Diagnostics,
) {
    let answers = school.names_that_are_words.iter();
    for answer in answers.filter(|answer| !name_index.is_word(&answer.value)) {
        let fault = Diagnostic::at(Code::NoEverydayWord, &answer.at);
        let fault = fault.with("name", answer.value.as_str());
        let small = answer.value.to_lowercase();
        let language = school.language.as_str();
        diagnostics.push(fault.with("better", small).with("language", language));
    }
}
