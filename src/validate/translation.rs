//! Which translations are older than their originals.
//!
//! Only texts are compared. A translation does not become stale when a number, a date
//! or the order of lines changes.

use std::collections::BTreeMap;

use super::context::{Context, place};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{AuthorText, Date, Lang, Original, TranslatedFile, TranslationState};
use crate::parse::{Groups, RawFile};
use crate::source::{Fingerprint, RelPath, Spanned, TranslationRecord};

/// Every file of `groups` that has text to translate, with its translations into
/// `languages`. Call it when all of `groups` has been read.
pub(super) fn originals(context: &Context, groups: &Groups, languages: &[Lang]) -> Vec<Original> {
    let written = context.sink.texts();
    let mut texts: BTreeMap<&RelPath, Vec<&AuthorText>> = BTreeMap::new();
    let has_words = |text: &&AuthorText| text.translatable && !text.text.trim().is_empty();
    for text in written.iter().filter(has_words) {
        texts.entry(&text.at.file).or_default().push(text);
    }
    let mut originals = Vec::new();
    for group in groups.values() {
        let Some(raw) = &group.original else { continue };
        let Some(texts) = texts.get(&raw.path) else {
            continue;
        };
        let translations = group
            .translations
            .iter()
            .filter(|(lang, _)| languages.contains(lang))
            .map(|(lang, side)| (lang.clone(), translated(context, texts, side)))
            .collect();
        originals.push(Original {
            file: raw.path.clone(),
            words: texts.iter().map(|text| count(&text.text)).sum(),
            translations,
        });
    }
    originals
}

fn count(words: &str) -> usize {
    words.split_whitespace().count()
}

/// One translation of a file. If the log does not know the file, or the translation
/// has changed since, it is up to date and its pairs go into the log. Otherwise the
/// log stays as it is, and every pair that it does not have makes the file stale.
fn translated(context: &Context, texts: &[&AuthorText], side: &RawFile) -> TranslatedFile {
    let known = context.pairs.known(side);
    let pairs: Vec<_> = texts
        .iter()
        .map(|text| (text, context.pairs.of(&side.path, &text.text)))
        .collect();
    let is_new = |pair: &Fingerprint| known.is_some_and(|known| !known.texts.contains(pair));
    let changed: Vec<_> = pairs
        .iter()
        .filter(|(_, pairs)| pairs.iter().any(is_new))
        .map(|(text, _)| text)
        .collect();
    let state = if changed.is_empty() {
        context.state(side)
    } else {
        TranslationState::Stale
    };
    let now = || TranslationRecord {
        translation: context.pairs.fingerprint(side),
        texts: pairs.iter().flat_map(|(_, pairs)| pairs.clone()).collect(),
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

/// The day in `checked`. Reports one that is after today.
fn checked(context: &Context, side: &RawFile) -> Option<Date> {
    let node = side.facts.get("checked")?;
    let at = place(side, node.span);
    let text = node.text().unwrap_or_default();
    let value = context.day(&at, text)?;
    context.report_future(Some(&Spanned { value, at }));
    Some(value)
}

/// The most changed texts that one warning shows. More than an edit or two is a new
/// file, and a list of all its texts would not help.
const MAX_LABELS: usize = 3;

/// Warns of translations into `languages` that are older than their originals.
pub(super) fn report_stale(context: &Context, originals: &[Original], languages: &[Lang]) {
    let files = originals.iter().flat_map(|file| &file.translations);
    for (lang, file) in files.filter(|(lang, _)| languages.contains(lang)) {
        if file.state != TranslationState::Stale {
            continue;
        }
        let fault = Diagnostic::about(Code::StaleTranslation, &file.file)
            .with("file", file.file.file_name())
            .with("language", lang.as_str())
            .with("count", file.changed.len())
            .with("today", context.today.date().to_string());
        let labels = file.changed.iter().take(MAX_LABELS);
        context.report(labels.fold(fault, |fault, at| fault.label(at, "changed")));
    }
}
