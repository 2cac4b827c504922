//! Pairs of an original text and its translation, as fingerprints. A pair that the
//! translation log does not have is new, or its original has changed since.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Lang, TranslationState};
use crate::parse::{Kind, Node, RawFile};
use crate::source::{Fingerprint, RelPath, TranslationLog, TranslationRecord};

/// One translation of a file.
#[derive(Clone)]
pub(super) struct FileTranslation<'a> {
    pub(super) lang: Lang,
    /// Who made it, as the file says.
    pub(super) state: TranslationState,
    /// What the log has of this file. `None` if the log does not know the file, or
    /// the file has changed since.
    pub(super) known: Option<&'a TranslationRecord>,
    pub(super) path: &'a RelPath,
}

/// The pairs that were read, next to those in the translation log.
pub(super) struct Pairs {
    log: TranslationLog,
    /// The pairs that were read, by translated file and original text.
    read: RefCell<BTreeMap<RelPath, BTreeMap<String, BTreeSet<Fingerprint>>>>,
    /// The fingerprints of translated files: several readers ask for each.
    files: RefCell<BTreeMap<RelPath, Fingerprint>>,
}

impl Pairs {
    pub(super) fn new(log: &TranslationLog) -> Self {
        Self {
            log: log.clone(),
            read: RefCell::default(),
            files: RefCell::default(),
        }
    }

    /// What the log has of a translation that has not changed since.
    pub(super) fn known(&self, side: &RawFile) -> Option<&TranslationRecord> {
        let known = self.log.get(&side.path)?;
        (known.translation == self.fingerprint(side)).then_some(known)
    }

    /// The fingerprint of all facts and words of a translation. The order of the
    /// entries of a map does not matter.
    pub(super) fn fingerprint(&self, side: &RawFile) -> Fingerprint {
        if let Some(found) = self.files.borrow().get(&side.path) {
            return *found;
        }
        let mut parts = Vec::new();
        gather(&side.facts, &mut parts);
        parts.push(side.words());
        let made = Fingerprint::of(parts);
        self.files.borrow_mut().insert(side.path.clone(), made);
        made
    }

    /// Adds the translation of one text and returns its state: stale if its original
    /// has changed. A machine translation stays one when its original changes.
    pub(super) fn add(
        &self,
        side: &FileTranslation,
        original: &str,
        translation: &str,
    ) -> TranslationState {
        let pair = Fingerprint::of([original, translation]);
        let mut read = self.read.borrow_mut();
        let texts = read.entry(side.path.clone()).or_default();
        let original = original.trim().to_owned();
        texts.entry(original).or_default().insert(pair);
        let old = side.known.is_some_and(|known| !known.texts.contains(&pair));
        match side.state {
            TranslationState::Human | TranslationState::Reviewed if old => TranslationState::Stale,
            state => state,
        }
    }

    /// The pairs of an original text with its translations in `file`. If there is
    /// no translation, the one pair with an empty text.
    pub(super) fn of(&self, file: &RelPath, original: &str) -> BTreeSet<Fingerprint> {
        let read = self.read.borrow();
        let found = read.get(file).and_then(|texts| texts.get(original.trim()));
        let alone = || [Fingerprint::of([original, ""])].into();
        found.cloned().unwrap_or_else(alone)
    }
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
