use std::collections::BTreeMap;

use super::Lang;

/// Who stands behind a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// A person translated it.
    Human,
    /// A person translated it and another one read it.
    Reviewed,
    /// A machine made it and nobody has read it.
    Machine,
    /// A person translated it, but the original has changed since.
    Stale,
}

/// A text in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// The words.
    pub text: String,
    /// Who stands behind them.
    pub state: State,
}

/// Words that a person wrote, in the school's language, with what there is of
/// translations.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// As written, in the school's own language.
    pub original: String,
    /// The same in other languages.
    pub translations: BTreeMap<Lang, Translation>,
}

impl Text {
    /// Words without a translation.
    #[must_use]
    pub fn new(original: impl Into<String>) -> Self {
        Self {
            original: original.into(),
            translations: BTreeMap::new(),
        }
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.original.is_empty()
    }
}
