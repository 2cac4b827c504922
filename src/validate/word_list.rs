//! `locales/<tag>/lint.yaml`: wordings that somebody has something to say about.

use super::context::Context;
use super::fields::Fields;
use crate::diagnostic::{Diagnostics, Outcome};
use crate::model::{Date, Lang, WordKind, WordList, WordLists, Wording};
use crate::parse::{self, Node};
use crate::source::{SourceFile, TranslationLog};

/// Reads the lists that ship with the tool, and those of the school. Words of a
/// school's list leave every other, whatever its own says about them.
pub fn word_lists(built_in: &[SourceFile], own: &[SourceFile]) -> Outcome<WordLists> {
    let mut diagnostics = Diagnostics::default();
    let mut lists = WordLists::new();
    for files in [built_in, own] {
        let of_words = |file: &&SourceFile| file.path.file_name() == "lint.yaml";
        let files: Vec<SourceFile> = files.iter().filter(of_words).cloned().collect();
        let groups = parse::files(&files, "locales", []).into_value(&mut diagnostics);
        for (key, group) in &groups {
            let (Some(raw), Some((tag, _))) = (&group.original, key.split_once('/')) else {
                continue;
            };
            let context = Context::new(Lang::new(tag), Date::ZERO, &TranslationLog::default());
            if let Some(fields) = context.fields("word-list", group, raw) {
                add(lists.entry(Lang::new(tag)).or_default(), fields);
            }
            diagnostics.append(context.finish(&groups, &[], &[]).0);
        }
    }
    Outcome::new(lists, diagnostics)
}

/// `fine` words are on no list.
const KINDS: [(&str, Option<WordKind>); 12] = [
    ("label", Some(WordKind::Label)),
    ("deficit", Some(WordKind::Deficit)),
    ("jargon", Some(WordKind::Jargon)),
    ("vague", Some(WordKind::Vague)),
    ("vague-decision", Some(WordKind::VagueDecision)),
    ("cost", Some(WordKind::Cost)),
    ("home-language", Some(WordKind::HomeLanguage)),
    ("staff-private", Some(WordKind::StaffPrivate)),
    ("claim", Some(WordKind::Claim)),
    ("gendered", Some(WordKind::Gendered)),
    ("remark", Some(WordKind::Remark)),
    ("fine", None),
];

fn add(list: &mut WordList, fields: Fields) {
    if let Some(words) = fields.count("sentence_words") {
        list.sentence_words = Some(words.value);
    }
    let mut added = Vec::new();
    for entry in fields.items("entries", "wording") {
        if entry.node("words").is_none() {
            entry.missing("words");
        }
        let words = small(&entry, "words");
        let kind = entry.need_choice("kind", &KINDS);
        let wording = |kind| Wording {
            kind,
            words: words.clone(),
            instead: entry.plain("instead"),
            unless: small(&entry, "unless"),
        };
        for known in &mut list.wordings {
            known.words.retain(|word| !words.contains(word));
        }
        added.extend(kind.flatten().map(wording));
        entry.accept(&["instead", "unless"]);
        entry.finish();
    }
    list.wordings.extend(added);
    list.names.extend(small(&fields, "names"));
    list.months.extend(small(&fields, "months"));
    list.before_months.extend(small(&fields, "before_months"));
    fields.finish();
}

/// The words of a list, in small letters.
fn small(fields: &Fields, name: &'static str) -> Vec<String> {
    let words = fields.list(name).into_iter().filter_map(Node::text);
    words
        .map(|word| word.trim().to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}
