//! Supports that are not services, grouped by what they change.

use serde::Serialize;

use super::super::parts::page_text::PageText;
use super::super::parts::words::{LinkTerms, Links};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{MachineTranslation, args};
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

pub(super) fn groups(page_text: &mut PageText, supports: &[Support]) -> Vec<SupportGroup> {
    KINDS
        .into_iter()
        .map(|(kind, label)| SupportGroup {
            label: page_text.localizer.say(label),
            items: supports
                .iter()
                .filter(|support| support.kind == kind)
                .map(|support| view(page_text, support))
                .collect(),
        })
        .filter(|group| !group.items.is_empty())
        .collect()
}

fn view(page_text: &mut PageText, support: &Support) -> SupportView {
    let localizer = page_text.localizer;
    // The heading already says that everybody has it.
    let audience = support.audience.as_ref();
    let audience = audience.filter(|_| support.kind != SupportKind::Universal);
    let audience = audience.map(|audience| &audience.value);
    let more = [
        detail(page_text, "support-for", audience),
        detail(page_text, "support-where", support.place.as_ref()),
        support.fade_by.map(|day| {
            let date = localizer.date(day);
            localizer.say_with("support-fades", args([("date", date.into())]))
        }),
        support
            .family_note
            .as_ref()
            .map(|note| page_text.binding(note)),
    ];
    SupportView {
        text: page_text.binding(&support.text),
        more: more.into_iter().flatten().collect(),
    }
}

fn detail(page_text: &mut PageText, id: &str, words: Option<&Text>) -> Option<LocalizedText> {
    let words = page_text.inside(words?, MachineTranslation::Refused)?;
    Some(
        page_text
            .localizer
            .say_with(id, args([("words", words.into())])),
    )
}
