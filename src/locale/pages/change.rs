//! The page of changes of setting, grade, school, or program.

use serde::Serialize;

use super::parts::call::{Call, call};
use super::parts::change::{ChangeView, change};
use super::parts::page_text::PageText;
use super::parts::section::{Section, list, section};
use super::parts::words::{LinkTerms, Links};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::Localizer;
use crate::model::Transition;
use crate::progress::Portfolio;

/// Changes of setting, grade, school or program.
#[derive(Debug, Clone, Serialize)]
pub struct ChangesPage {
    /// The page's name.
    pub title: LocalizedText,
    /// What this page shows.
    pub lead: LocalizedText,
    /// Coming and recent changes.
    pub changes: Vec<ChangeView>,
    /// Older changes.
    pub earlier: Option<Section<Vec<ChangeView>>>,
    /// Whom to call.
    pub call: Section<Call>,
    /// The note about translation, if one is needed.
    pub note: Option<LocalizedText>,
}

impl LinkTerms for ChangesPage {
    fn link(&mut self, links: &mut Links) {
        self.changes.link(links);
        self.earlier.link(links);
    }
}

/// The page; `None` if no change is recorded.
pub(super) fn page(portfolio: &Portfolio, localizer: &Localizer) -> Option<ChangesPage> {
    if portfolio.record.transitions.is_empty() {
        return None;
    }
    let mut page_text = PageText::new(localizer);
    let mut views = |changes: Vec<&Transition>| -> Vec<ChangeView> {
        changes
            .into_iter()
            .map(|one| change(portfolio, &mut page_text, one, false))
            .collect()
    };
    let changes = views(portfolio.transitions_now());
    let earlier = views(portfolio.transitions_before());
    Some(ChangesPage {
        title: localizer.say("page-changes"),
        lead: localizer.say(if changes.is_empty() {
            "changes-none"
        } else {
            "changes-lead"
        }),
        changes,
        earlier: list(localizer, "changes-earlier", earlier),
        call: section(localizer, "call", call(portfolio, localizer)),
        note: page_text.note(),
    })
}
