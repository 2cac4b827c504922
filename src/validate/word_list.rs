//! `locales/<tag>/lint.yaml`: the wordings that rules look for in texts.

use super::context::Context;
use super::fields::{Fields, read_file};
use crate::diagnostic::{Diagnostics, Outcome};
use crate::model::{Date, DayWatch, Lang, WordList, WordLists, Wording};
use crate::parse::{self, Node};
use crate::schema::{self, choices};
use crate::source::{SourceFile, TranslationLog};

/// Reads the lists that come with kinfolio, and those of the school. A word of a
/// school's list is removed from every other list.
pub fn word_lists(built_in: &[SourceFile], own: &[SourceFile]) -> Outcome<WordLists> {
    let mut diagnostics = Diagnostics::default();
    let mut lists = WordLists::new();
    for files in [built_in, own] {
        let is_list = |file: &&SourceFile| file.path.file_name() == "lint.yaml";
        let files: Vec<SourceFile> = files.iter().filter(is_list).cloned().collect();
        let groups = parse::files(&files, "locales", []).into_value(&mut diagnostics);
        for (key, group) in &groups {
            let (Some(raw), Some((tag, _))) = (&group.original, key.split_once('/')) else {
                continue;
            };
            // A word list has no days.
            let watch = DayWatch::new(Date::ZERO);
            let context = Context::new(Lang::new(tag), watch.today(), &TranslationLog::default());
            read_file(&context, &schema::WORD_LIST, group, raw, |fields| {
                add(lists.entry(Lang::new(tag)).or_default(), fields);
            });
            diagnostics.append(context.sink.into_collected().diagnostics);
        }
    }
    Outcome::new(lists, diagnostics)
}

fn add(list: &mut WordList, fields: &mut Fields) {
    if let Some(words) = fields.count("sentence_words") {
        list.sentence_words = Some(words.value);
    }
    let mut added = Vec::new();
    fields.items("entries", |entry| {
        let words = small(entry, "words");
        let kind = entry.choice("kind", &choices::WORD_KINDS);
        for known in &mut list.wordings {
            known.words.retain(|word| !words.contains(word));
        }
        if let Some(kind) = kind.flatten() {
            added.push(Wording {
                kind,
                words,
                instead: entry.plain("instead"),
                unless: small(entry, "unless"),
            });
        }
    });
    list.wordings.extend(added);
    list.names.extend(small(fields, "names"));
    list.months.extend(small(fields, "months"));
    list.before_months.extend(small(fields, "before_months"));
}

/// The words of a list, in lower case.
fn small(fields: &mut Fields, name: &'static str) -> Vec<String> {
    let words = fields.list(name).into_iter().filter_map(Node::text);
    words
        .map(|word| word.trim().to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}
