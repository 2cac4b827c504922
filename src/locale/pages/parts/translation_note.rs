//! Notes that tell readers which text is not translated, was translated by a
//! machine, or may be out of date.

use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, TranslationGaps};

/// The messages of a note.
struct Messages {
    /// Where an interpreter is free.
    not_translated: &'static str,
    not_translated_plain: &'static str,
    machine: &'static str,
    stale: &'static str,
}

/// "This part …"
const UNDER_PASSAGE: Messages = Messages {
    not_translated: "not-translated",
    not_translated_plain: "not-translated-plain",
    machine: "machine-translated",
    stale: "translation-stale",
};

/// "Parts marked …"
const ABOVE_PARTS: Messages = Messages {
    not_translated: "not-translated-parts",
    not_translated_plain: "not-translated-parts-plain",
    machine: "machine-translated-parts",
    stale: "translation-stale-parts",
};

/// The note right under one passage; `None` if it has no gaps.
pub(crate) fn under_passage(localizer: &Localizer, gaps: TranslationGaps) -> Option<LocalizedText> {
    note(localizer, gaps, &UNDER_PASSAGE)
}

/// The note above several texts, of which some have gaps; `None` if none has.
pub(crate) fn above_parts(localizer: &Localizer, gaps: TranslationGaps) -> Option<LocalizedText> {
    note(localizer, gaps, &ABOVE_PARTS)
}

fn note(
    localizer: &Localizer,
    gaps: TranslationGaps,
    messages: &Messages,
) -> Option<LocalizedText> {
    let untranslated =
        || localizer.not_translated(messages.not_translated, messages.not_translated_plain);
    let all = [
        gaps.untranslated.then(untranslated),
        gaps.machine.then(|| localizer.say(messages.machine)),
        gaps.stale.then(|| localizer.stale(messages.stale)),
    ];
    all.into_iter().flatten().reduce(|said, more| {
        // Sentences of two languages do not share a paragraph.
        if said.mark == more.mark {
            let text = format!("{} {}", said.text, more.text);
            LocalizedText { text, ..said }
        } else {
            said
        }
    })
}
