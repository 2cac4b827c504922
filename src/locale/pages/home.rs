//! The page of things to do at home.

use serde::Serialize;

use super::parts::partner::{PartnersView, partners};
use super::parts::tip::{self, TipView};
use super::parts::words::{LinkTerms, Links};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::Localizer;
use crate::progress::Portfolio;

/// Everything to do at home.
#[derive(Debug, Clone, Serialize)]
pub struct HomePage {
    /// The page's name.
    pub title: LocalizedText,
    /// One is enough.
    pub lead: LocalizedText,
    /// Live tips, in the order of a day.
    pub tips: Vec<TipView>,
    /// Who else helps.
    pub partners: Option<PartnersView>,
}

impl LinkTerms for HomePage {
    fn link(&mut self, links: &mut Links) {
        self.tips.link(links);
    }
}

pub(super) fn page(portfolio: &Portfolio, localizer: &Localizer) -> HomePage {
    let mut tips = portfolio.live_tips();
    tips.sort_by_key(|tip| tip.routine);
    HomePage {
        title: localizer.say("page-home"),
        lead: localizer.say(if tips.is_empty() {
            "home-none"
        } else {
            "home-lead"
        }),
        tips: tips
            .into_iter()
            .map(|one| tip::tip(portfolio, localizer, one, true))
            .collect(),
        partners: partners(localizer),
    }
}
