use std::collections::BTreeMap;

use super::{Date, Lang, State};
use crate::source::{Place, RelPath, TranslationRecord};

/// A file with words that can be translated, and its translations.
#[derive(Debug, Clone)]
pub struct Original {
    /// The file.
    pub file: RelPath,
    /// How many words it has to translate.
    pub words: usize,
    /// Its translations into languages that the school offers.
    pub translations: BTreeMap<Lang, TranslatedFile>,
}

/// A file that translates another.
#[derive(Debug, Clone)]
pub struct TranslatedFile {
    /// The file.
    pub file: RelPath,
    /// Who stands behind it; stale where anything in its original is new or has
    /// changed since.
    pub state: State,
    /// The day on which somebody last compared it with its original.
    pub checked: Option<Date>,
    /// What is new in its original, or has changed since.
    pub changed: Vec<Place>,
    /// How many words that is.
    pub changed_words: usize,
    /// What to remember of it.
    pub pair: TranslationRecord,
}
