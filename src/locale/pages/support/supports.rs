use serde::Serialize;

use super::super::parts::words::{LinkTerms, Links};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{Support, SupportKind, Text};

/// Supports of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct SupportGroup {
    /// Whom they are for, and what they change.
    pub label: LocalizedText,
    /// What they are.
    pub items: Vec<SupportView>,
}

impl LinkTerms for SupportGroup {
    fn link(&mut self, links: &mut Links) {
        for support in &mut self.items {
            support.text.link(links);
            support.more.link(links);
        }
    }
}

/// One support.
#[derive(Debug, Clone, Serialize)]
pub struct SupportView {
    /// What it is.
    pub text: LocalizedText,
    /// For whom, where, until when, and what it means for what is taught.
    pub more: Vec<LocalizedText>,
}

const KINDS: [(SupportKind, &str); 4] = [
    (SupportKind::Accommodation, "supports-accommodation"),
    (SupportKind::Scaffold, "supports-scaffold"),
    (SupportKind::Modification, "supports-modification"),
    (SupportKind::Universal, "supports-universal"),
];

pub(super) fn groups(localizer: &Localizer, supports: &[Support]) -> Vec<SupportGroup> {
    let groups = KINDS.into_iter().map(|(kind, label)| SupportGroup {
        label: localizer.say(label),
        items: supports
            .iter()
            .filter(|support| support.kind == kind)
            .map(|support| view(localizer, support))
            .collect(),
    });
    groups.filter(|group| !group.items.is_empty()).collect()
}

fn view(localizer: &Localizer, support: &Support) -> SupportView {
    let text = localizer.written(&support.text, MachineTranslation::Binding);
    // The heading already says that everybody has it.
    let audience = support.audience.as_ref();
    let audience = audience.filter(|_| support.kind != SupportKind::Universal);
    let about = [
        audience.and_then(|audience| detail(localizer, "support-for", &audience.value)),
        support
            .place
            .as_ref()
            .and_then(|place| detail(localizer, "support-where", place)),
    ];
    let fading = support.fade_by.map(|day| {
        let date = localizer.date(day);
        localizer.say_with("support-fades", args([("date", date.into())]))
    });
    let note = support.family_note.as_ref();
    let note = note.map(|note| localizer.written(note, MachineTranslation::Binding));
    SupportView {
        text,
        more: about.into_iter().chain([fading, note]).flatten().collect(),
    }
}

fn detail(localizer: &Localizer, id: &str, words: &Text) -> Option<LocalizedText> {
    let words = localizer.inside(words, MachineTranslation::Binding)?;
    Some(localizer.say_with(id, args([("words", words.into())])))
}
