//! Teachers' text on one part of a page, with what its translations lack.

use super::translation_note;
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, TextWithGaps, TranslationGaps};
use crate::model::Text;

/// Collects the text that teachers wrote for one part of a page. It remembers
/// what this text lacks in the reader's language, for the note of that part.
pub(crate) struct PageText<'l> {
    pub(crate) localizer: &'l Localizer<'l>,
    gaps: TranslationGaps,
}

impl<'l> PageText<'l> {
    pub(crate) fn new(localizer: &'l Localizer<'l>) -> Self {
        Self {
            localizer,
            gaps: TranslationGaps::default(),
        }
    }

    /// Text for which a machine's translation may be shown.
    pub(crate) fn everyday(&mut self, text: &Text) -> LocalizedText {
        self.add(self.localizer.written(text, MachineTranslation::Labeled))
    }

    /// Text for which only a person's translation may be shown.
    pub(crate) fn binding(&mut self, text: &Text) -> LocalizedText {
        self.add(self.localizer.written(text, MachineTranslation::Refused))
    }

    /// Text to put into a sentence of the reader's language. Returns `None` if
    /// there is only text in another language: it could not be marked inside the
    /// sentence.
    pub(crate) fn inside(&mut self, text: &Text, machine: MachineTranslation) -> Option<String> {
        let written = self.localizer.written(text, machine);
        if written.text.mark.is_some() {
            return None;
        }
        Some(self.add(written).text)
    }

    fn add(&mut self, written: TextWithGaps) -> LocalizedText {
        self.gaps = self.gaps.and(written.gaps);
        written.text
    }

    /// The note to show once above this part, if its text has gaps.
    pub(crate) fn note(self) -> Option<LocalizedText> {
        translation_note::above_parts(self.localizer, self.gaps)
    }
}
