//! A section with a heading. A list without entries has no section.

use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::Localizer;
use serde::Serialize;

/// A heading and what is under it.
#[derive(Debug, Clone, Serialize)]
pub struct Section<T> {
    /// The heading.
    pub label: LocalizedText,
    /// The content under the heading.
    pub body: T,
}

/// A section whose heading is the message `label`.
pub(crate) fn section<T>(localizer: &Localizer, label: &str, body: T) -> Section<T> {
    Section {
        label: localizer.say(label),
        body,
    }
}

/// A section with a list; `None` if the list is empty.
pub(crate) fn list<T>(
    localizer: &Localizer,
    label: &str,
    items: Vec<T>,
) -> Option<Section<Vec<T>>> {
    (!items.is_empty()).then(|| section(localizer, label, items))
}
