//! Translations beside their originals: which of them are older.
//!
//! What is compared is words. A number, a date or an order of lines that changes
//! makes no translation older.

use std::collections::BTreeMap;

use super::context::{Context, place};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Date, Lang, Original, State, TranslatedFile, Written};
use crate::parse::{Groups, Kind, Node, RawFile};
use crate::source::{Fingerprint, RelPath, TranslationRecord};

/// Every file of `groups` with words to translate. `written` is what was read
/// from them, `languages` those whose translations anybody may see.
pub(super) fn originals(
    context: &Context,
    groups: &Groups,
    written: &[Written],
    languages: &[Lang],
) -> Vec<Original> {
    let mut texts: BTreeMap<&RelPath, Vec<&Written>> = BTreeMap::new();
    let has_words = |text: &&Written| text.translatable && !text.text.trim().is_empty();
    for text in written.iter().filter(has_words) {
        texts.entry(&text.at.file).or_default().push(text);
    }
    let mut originals = Vec::new();
    for group in groups.values() {
        let Some(raw) = &group.original else { continue };
        let Some(texts) = texts.get(&raw.path) else {
            continue;
        };
        let offered = group.translations.iter();
        let offered = offered.filter(|(lang, _)| languages.contains(lang));
        let translations =
            offered.map(|(lang, side)| (lang.clone(), translated(context, texts, side)));
        originals.push(Original {
            file: raw.path.clone(),
            words: texts.iter().map(|text| count(&text.text)).sum(),
            translations: translations.collect(),
        });
    }
    originals
}

fn count(words: &str) -> usize {
    words.split_whitespace().count()
}

/// A pair that was never seen, or whose translation has changed, is as it should
/// be and is remembered so. Otherwise what is remembered stays, and every text
/// that it does not know is new, or older than its original.
fn translated(context: &Context, texts: &[&Written], side: &RawFile) -> TranslatedFile {
    let known = context.known(side);
    let prints = texts
        .iter()
        .map(|text| (text, context.prints(&side.path, &text.text)));
    let prints: Vec<_> = prints.collect();
    let is_new = |print: &Fingerprint| known.is_some_and(|known| !known.texts.contains(print));
    let changed = prints
        .iter()
        .filter(|(_, prints)| prints.iter().any(is_new));
    let changed: Vec<_> = changed.map(|(text, _)| text).collect();
    let state = if changed.is_empty() {
        context.state(side)
    } else {
        State::Stale
    };
    let now = || TranslationRecord {
        translation: print(side),
        texts: prints
            .iter()
            .flat_map(|(_, prints)| prints.clone())
            .collect(),
    };
    TranslatedFile {
        file: side.path.clone(),
        state,
        checked: checked(context, side),
        changed_words: changed.iter().map(|text| count(&text.text)).sum(),
        changed: changed.iter().map(|text| text.at.clone()).collect(),
        pair: known.cloned().unwrap_or_else(now),
    }
}

/// The day in `checked`.
fn checked(context: &Context, side: &RawFile) -> Option<Date> {
    let node = side.facts.get("checked")?;
    let at = place(side, node.span);
    let text = node.text().unwrap_or_default();
    let day = context.day(&at, text)?;
    if day > context.today {
        let fault = Diagnostic::at(Code::FutureDate, &at).with("date", day.to_string());
        context.report(fault.with("today", context.today.to_string()));
    }
    Some(day)
}

/// How many of the changed texts are shown: one edit, not a whole new file.
const MAX_LABELS: usize = 3;

/// Warns of translations into `languages` that are older than their originals.
pub(super) fn report_stale(context: &Context, originals: &[Original], languages: &[Lang]) {
    let files = originals.iter().flat_map(|file| &file.translations);
    for (lang, file) in files.filter(|(lang, _)| languages.contains(lang)) {
        if file.state != State::Stale {
            continue;
        }
        #[allow(clippy::cast_precision_loss, reason = "a file holds few texts")]
        let count = file.changed.len() as f64;
        let fault = Diagnostic::about(Code::StaleTranslation, &file.file)
            .with("file", file.file.file_name())
            .with("language", lang.as_str())
            .with("count", count)
            .with("today", context.today.to_string());
        let labels = file.changed.iter().take(MAX_LABELS);
        context.report(labels.fold(fault, |fault, at| fault.label(at, "changed")));
    }
}

/// Stands for all that a translation says, in whatever order.
pub(super) fn print(side: &RawFile) -> Fingerprint {
    let mut parts = Vec::new();
    gather(&side.facts, &mut parts);
    parts.push(side.words());
    Fingerprint::of(parts)
}

fn gather<'a>(node: &'a Node, parts: &mut Vec<&'a str>) {
    match &node.kind {
        Kind::Empty => parts.push("~"),
        Kind::Scalar(scalar) => parts.push(&scalar.text),
        Kind::List(items) => {
            parts.push("[");
            for item in items {
                gather(item, parts);
            }
            parts.push("]");
        }
        Kind::Map(entries) => {
            let mut entries: Vec<_> = entries.iter().collect();
            entries.sort_by_key(|entry| &entry.key);
            parts.push("{");
            for entry in entries {
                parts.push(&entry.key);
                gather(&entry.value, parts);
            }
            parts.push("}");
        }
    }
}
