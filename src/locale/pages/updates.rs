//! The page of weekly updates.

use serde::Serialize;

use super::parts::update::{UpdateView, update};
use super::parts::words::{LinkTerms, Links};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::Localizer;
use crate::progress::Portfolio;

/// What happened, week by week.
#[derive(Debug, Clone, Serialize)]
pub struct UpdatesPage {
    /// The page's name.
    pub title: LocalizedText,
    /// The order they come in.
    pub lead: LocalizedText,
    /// Updates, newest first.
    pub updates: Vec<UpdateView>,
}

impl LinkTerms for UpdatesPage {
    fn link(&mut self, links: &mut Links) {
        self.updates.link(links);
    }
}

pub(super) fn page(portfolio: &Portfolio, localizer: &Localizer) -> UpdatesPage {
    let updates: Vec<UpdateView> = portfolio
        .updates()
        .map(|one| update(portfolio, localizer, one))
        .collect();
    UpdatesPage {
        title: localizer.say("page-updates"),
        lead: localizer.say(if updates.is_empty() {
            "no-updates"
        } else {
            "updates-lead"
        }),
        updates,
    }
}
