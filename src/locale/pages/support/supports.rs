use serde::Serialize;

use super::super::super::localized_text::Phrase;
use super::super::super::localizer::{Speaker, Weight, args};
use super::super::words::{Links, Running};
use crate::model::{Support, SupportKind, Text};

/// Supports of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct SupportGroup {
    /// Whom they are for, and what they change.
    pub label: Phrase,
    /// What they are.
    pub items: Vec<SupportView>,
}

impl Running for SupportGroup {
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
    pub text: Phrase,
    /// For whom, where, until when, and what it means for what is taught.
    pub more: Vec<Phrase>,
}

const KINDS: [(SupportKind, &str); 4] = [
    (SupportKind::Accommodation, "supports-accommodation"),
    (SupportKind::Scaffold, "supports-scaffold"),
    (SupportKind::Modification, "supports-modification"),
    (SupportKind::Universal, "supports-universal"),
];

pub(super) fn groups(speaker: &Speaker, supports: &[Support]) -> Vec<SupportGroup> {
    let groups = KINDS.into_iter().map(|(kind, label)| SupportGroup {
        label: speaker.say(label),
        items: supports
            .iter()
            .filter(|support| support.kind == kind)
            .map(|support| view(speaker, support))
            .collect(),
    });
    groups.filter(|group| !group.items.is_empty()).collect()
}

fn view(speaker: &Speaker, support: &Support) -> SupportView {
    let text = speaker.written(&support.text, Weight::Binding);
    // The heading already says that everybody has it.
    let audience = support.audience.as_ref();
    let audience = audience.filter(|_| support.kind != SupportKind::Universal);
    let about = [
        audience.and_then(|audience| detail(speaker, "support-for", &audience.value)),
        support
            .place
            .as_ref()
            .and_then(|place| detail(speaker, "support-where", place)),
    ];
    let fading = support.fade_by.map(|day| {
        let date = speaker.date(day);
        speaker.say_with("support-fades", args([("date", date.into())]))
    });
    let note = support.family_note.as_ref();
    let note = note.map(|note| speaker.written(note, Weight::Binding));
    SupportView {
        text,
        more: about.into_iter().chain([fading, note]).flatten().collect(),
    }
}

fn detail(speaker: &Speaker, id: &str, words: &Text) -> Option<Phrase> {
    let words = speaker.inside(words, Weight::Binding)?;
    Some(speaker.say_with(id, args([("words", words.into())])))
}
