//! Markdown text with a note about its translation, and its original if that is
//! stale.

use serde::Serialize;

use super::translation_note;
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation};
use crate::model::Text;

/// Markdown text with a note about its own translation.
#[derive(Debug, Clone, Serialize)]
pub struct Passage {
    /// The text, as Markdown.
    pub markdown: LocalizedText,
    /// "Not translated yet", "a computer translated this" or "this may be older".
    pub note: Option<LocalizedText>,
    /// The original, where the translation may not say the same.
    pub original: Option<Original>,
}

/// The original wording of a translated text.
#[derive(Debug, Clone, Serialize)]
pub struct Original {
    /// "Show the original".
    pub label: LocalizedText,
    /// The wording, as Markdown.
    pub markdown: LocalizedText,
}

impl Original {
    /// The original wording of `text`.
    pub(crate) fn new(localizer: &Localizer, text: &Text) -> Self {
        Self {
            label: localizer.say("see-original"),
            markdown: localizer.original(text),
        }
    }
}

/// A passage for which a machine's translation may be shown.
pub(crate) fn passage(localizer: &Localizer, text: &Text) -> Passage {
    passage_of(localizer, text, MachineTranslation::Labeled)
}

pub(crate) fn passage_of(
    localizer: &Localizer,
    text: &Text,
    machine: MachineTranslation,
) -> Passage {
    let written = localizer.written(text, machine);
    let doubtful = written.gaps.machine || written.gaps.stale;
    Passage {
        markdown: written.text,
        note: translation_note::under_passage(localizer, written.gaps),
        original: doubtful.then(|| Original::new(localizer, text)),
    }
}
