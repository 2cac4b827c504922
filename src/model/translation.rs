//! Files with text to translate, and the state of their translations.

use std::collections::BTreeMap;

use super::{Date, Lang, TranslationState};
use crate::source::{Place, RelPath, TranslationRecord};

/// A file with text to translate, and its translations.
#[derive(Debug, Clone)]
pub struct Original {
    /// The file.
    pub file: RelPath,
    /// The number of words to translate.
    pub words: usize,
    /// Its translations into the languages the school offers.
    pub translations: BTreeMap<Lang, TranslatedFile>,
}

/// A file that translates another.
#[derive(Debug, Clone)]
pub struct TranslatedFile {
    /// The file.
    pub file: RelPath,
    /// How trustworthy it is; stale if anything in its original is new or has
    /// changed since.
    pub state: TranslationState,
    /// The date on which somebody last compared it with its original.
    pub checked: Option<Date>,
    /// What is new in its original, or has changed since.
    pub changed: Vec<Place>,
    /// The number of those words.
    pub changed_words: usize,
    /// The entry for the translation log.
    pub pair: TranslationRecord,
}
