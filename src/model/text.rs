//! Text in the school's language, with its translations.

use std::collections::BTreeMap;

use super::Lang;

/// How trustworthy a translation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TranslationState {
    /// A person translated it.
    Human,
    /// A person translated it and another person reviewed it.
    Reviewed,
    /// A machine translated it and nobody has read it.
    Machine,
    /// A person translated it, but the original has changed since.
    Stale,
}

/// A text in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// The text.
    pub text: String,
    /// How trustworthy it is.
    pub state: TranslationState,
}

/// A text that a person wrote in the school's language, with its translations.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The text in the school's language.
    pub original: String,
    /// The translations, by language.
    pub translations: BTreeMap<Lang, Translation>,
}

impl Text {
    /// A text without translations.
    #[must_use]
    pub fn new(original: impl Into<String>) -> Self {
        Self {
            original: original.into(),
            translations: BTreeMap::new(),
        }
    }

    /// The text in a language; the original if it is not translated.
    #[must_use]
    pub fn in_language(&self, lang: &Lang) -> &str {
        let translation = self.translations.get(lang);
        translation.map_or(&self.original, |translation| &translation.text)
    }

    /// Whether the text is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.original.is_empty()
    }
}
