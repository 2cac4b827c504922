//! Who the student is, in people's own words.

use serde::Serialize;

use super::page_text::PageText;
use super::passage::{Passage, passage};
use super::section::{Section, list, section};
use super::words::{LinkTerms, Links};
use crate::locale::localized_text::LocalizedText;
use crate::model::{Ask, Text, VoiceKind};
use crate::progress::Portfolio;

/// Who the student is.
#[derive(Debug, Clone, Serialize)]
pub struct StudentView {
    /// What the student does well.
    pub strengths: Option<Section<Vec<LocalizedText>>>,
    /// The student's own words.
    pub voice: Option<Section<LocalizedText>>,
    /// What the family hopes for.
    pub hopes: Option<Section<LocalizedText>>,
    /// What the family asked for.
    pub asks: Option<Section<Vec<Asked>>>,
    /// A few lines about the student.
    pub about: Option<Section<Passage>>,
}

impl StudentView {
    /// Whether there is nothing to show.
    pub(crate) fn is_empty(&self) -> bool {
        let Self {
            strengths,
            voice,
            hopes,
            asks,
            about,
        } = self;
        strengths.is_none()
            && voice.is_none()
            && hopes.is_none()
            && asks.is_none()
            && about.is_none()
    }
}

impl LinkTerms for StudentView {
    fn link(&mut self, links: &mut Links) {
        self.about.link(links);
    }
}

/// Something the family asked for, and what the school did.
#[derive(Debug, Clone, Serialize)]
pub struct Asked {
    /// "You asked: …"
    pub ask: LocalizedText,
    /// "What we did: …"
    pub did: Option<LocalizedText>,
}

/// Who the student is. The lines about the student have a note of their own.
pub(crate) fn student(portfolio: &Portfolio, page_text: &mut PageText) -> StudentView {
    let localizer = page_text.localizer;
    let student = &portfolio.record.student;
    let about = portfolio.record.about.as_ref();
    let hopes = student.hopes.as_ref();
    let asks = student.asks.iter().map(|one| asked(page_text, one));
    let asks = list(localizer, "asks", asks.collect());
    StudentView {
        strengths: strengths(portfolio, page_text),
        voice: voice(portfolio, page_text),
        hopes: hopes.map(|text| section(localizer, "hopes", page_text.everyday(text))),
        asks,
        about: about.map(|about| section(localizer, "about", passage(localizer, about))),
    }
}

/// What the student does well.
pub(crate) fn strengths(
    portfolio: &Portfolio,
    page_text: &mut PageText,
) -> Option<Section<Vec<LocalizedText>>> {
    let strengths = portfolio.record.student.strengths.iter();
    let lines = strengths.map(|text| page_text.everyday(text)).collect();
    list(page_text.localizer, "doing-well", lines)
}

/// What the student said, wrote or drew.
pub(crate) fn voice(
    portfolio: &Portfolio,
    page_text: &mut PageText,
) -> Option<Section<LocalizedText>> {
    let voice = portfolio.record.student.voice.as_ref()?;
    let label = match voice.kind {
        VoiceKind::Said => "voice",
        VoiceKind::Wrote => "voice-wrote",
        VoiceKind::Drew => "voice-drew",
    };
    let words = page_text.everyday(&voice.text);
    Some(section(page_text.localizer, label, words))
}

fn asked(page_text: &mut PageText, ask: &Ask) -> Asked {
    let localizer = page_text.localizer;
    let mut around = |id: &str, text: &Text| {
        let what = page_text.everyday(text);
        localizer.around(id, "what", what)
    };
    Asked {
        ask: around("you-asked", &ask.ask),
        did: ask.did.as_ref().map(|did| around("we-did", did)),
    }
}
