//! Support at school: who helps, where and when, what it means for the week,
//! and what else helps.

mod card;
mod minutes;
mod supports;
mod week;

use serde::Serialize;

use self::card::ServiceView;
use self::minutes::MinutesView;
use self::supports::SupportGroup;
use self::week::DayView;
use super::parts::page_text::PageText;
use super::parts::section::{Section, list};
use super::parts::words::{LinkTerms, Links};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::Localizer;
use crate::progress::Portfolio;

/// Who helps, when, and what it looks like.
#[derive(Debug, Clone, Serialize)]
pub struct SupportPage {
    /// The page's name.
    pub title: LocalizedText,
    /// How much of the week is spent with the class.
    pub share: Option<LocalizedText>,
    /// The week at a glance.
    pub week: Option<Section<Vec<DayView>>>,
    /// Lessons of which nothing is missed.
    pub never_missed: Option<Section<LocalizedText>>,
    /// Services that are given now.
    pub services: Vec<ServiceView>,
    /// Where there are none.
    pub no_services: Option<LocalizedText>,
    /// Planned and given minutes.
    pub minutes: Option<Section<Vec<MinutesView>>>,
    /// What else helps, by whom it is for.
    pub supports: Option<Section<Vec<SupportGroup>>>,
    /// The note about translation, if one is needed.
    pub note: Option<LocalizedText>,
}

impl LinkTerms for SupportPage {
    fn link(&mut self, links: &mut Links) {
        self.services.link(links);
        self.supports.link(links);
    }
}

pub(super) fn page(portfolio: &Portfolio, localizer: &Localizer) -> SupportPage {
    let mut page_text = PageText::new(localizer);
    let services: Vec<ServiceView> = portfolio
        .services()
        .map(|service| card::view(portfolio, &mut page_text, service))
        .collect();
    let days = week::days(portfolio, localizer);
    let minutes = minutes::views(portfolio, localizer);
    let groups = supports::groups(&mut page_text, &portfolio.record.student.supports);
    SupportPage {
        title: localizer.say("page-support"),
        share: week::share(portfolio, localizer),
        week: list(localizer, "week", days),
        never_missed: week::never_missed(portfolio, &mut page_text),
        no_services: services.is_empty().then(|| localizer.say("no-services")),
        services,
        minutes: list(localizer, "minutes", minutes),
        supports: list(localizer, "supports", groups),
        note: page_text.note(),
    }
}
