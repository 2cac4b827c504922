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
    read: RefCell<BTreeMap<(RelPath, Fingerprint), BTreeSet<Fingerprint>>>,
}

impl Pairs {
    pub(super) fn new(log: &TranslationLog) -> Self {
        Self {
            log: log.clone(),
            read: RefCell::default(),
        }
    }

    /// What the log has of a translation that has not changed since.
    pub(super) fn known(&self, side: &RawFile) -> Option<&TranslationRecord> {
        let known = self.log.get(&side.path)?;
        (known.translation == fingerprint(side)).then_some(known)
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
        let key = (side.path.clone(), Fingerprint::of([original]));
        self.read.borrow_mut().entry(key).or_default().insert(pair);
        let old = side.known.is_some_and(|known| !known.texts.contains(&pair));
        match side.state {
            TranslationState::Human | TranslationState::Reviewed if old => TranslationState::Stale,
            state => state,
        }
    }

    /// The pairs of an original text with its translations in `file`. If there is
    /// no translation, the one pair with an empty text.
    pub(super) fn of(&self, file: &RelPath, original: &str) -> BTreeSet<Fingerprint> {
        let key = (file.clone(), Fingerprint::of([original]));
        let alone = || [Fingerprint::of([original, ""])].into();
        self.read.borrow().get(&key).cloned().unwrap_or_else(alone)
    }
}

/// The fingerprint of all facts and words of a translation. The order of the
/// entries of a map does not matter.
pub(super) fn fingerprint(side: &RawFile) -> Fingerprint {
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
