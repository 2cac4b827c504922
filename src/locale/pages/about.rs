//! The page about these pages.

use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use serde::Serialize;

use super::parts::call::Contact;
use super::parts::page_text::PageText;
use super::parts::partner::host;
use super::parts::passage::{Passage, passage};
use super::parts::section::{Section, list, section};
use super::parts::words::{LinkTerms, Links};

/// What these pages are, what they are not, and where their words come from.
#[derive(Debug, Clone, Serialize)]
pub struct AboutPage {
    /// The page's name.
    pub title: LocalizedText,
    /// The school's way of working, in its own words.
    pub approach: Option<Section<Passage>>,
    /// Where one can read about it.
    pub references: Option<Section<Vec<Contact>>>,
    /// What is kept, what these pages are not, where words come from.
    pub sections: Vec<Section<Vec<LocalizedText>>>,
    /// The note about translation, if one is needed.
    pub note: Option<LocalizedText>,
}

impl LinkTerms for AboutPage {
    fn link(&mut self, links: &mut Links) {
        self.approach.link(links);
        self.sections.link(links);
    }
}

pub(super) fn page(localizer: &Localizer) -> AboutPage {
    let approach = localizer.school.library.about.as_ref();
    let approach = approach.map(|(title, body)| Section {
        label: localizer.written(title, MachineTranslation::Labeled).text,
        // Its note speaks for the heading as well.
        body: passage(localizer, body),
    });
    let mut page_text = PageText::new(localizer);
    AboutPage {
        title: localizer.say("page-about"),
        approach,
        references: references(&mut page_text),
        sections: vec![
            section(localizer, "about-keeps", kept(localizer)),
            section(localizer, "about-not", is_not(localizer)),
            section(localizer, "about-source", source(localizer)),
        ],
        note: page_text.note(),
    }
}

fn references(page_text: &mut PageText) -> Option<Section<Vec<Contact>>> {
    let localizer = page_text.localizer;
    let links = localizer.school.references.iter().map(|one| {
        let name = page_text.everyday(&one.name);
        let host = args([("host", host(&one.url).into())]);
        Contact {
            address: one.url.clone(),
            label: localizer.around_with("about-reference", "what", name, host),
        }
    });
    list(localizer, "about-references", links.collect())
}

fn kept(localizer: &Localizer) -> Vec<LocalizedText> {
    let phone = localizer.telephone(&localizer.school.phone);
    vec![
        localizer.say("about-no-account"),
        localizer.say("about-no-counting"),
        localizer.say_with("about-host", args([("phone", phone)])),
    ]
}

fn is_not(localizer: &Localizer) -> Vec<LocalizedText> {
    let phone = localizer.telephone(&localizer.school.phone);
    vec![
        localizer.say("about-not-iep"),
        localizer.say("about-not-notice"),
        localizer.say("about-not-consent"),
        localizer.say_with("about-papers", args([("phone", phone)])),
    ]
}

/// Who wrote the words and who translated them, as far as it is known.
fn source(localizer: &Localizer) -> Vec<LocalizedText> {
    let (school, own) = (localizer.school, &localizer.pack.lang);
    let written = localizer.language_name(&school.language);
    let mut lines = vec![localizer.say_with("about-written", args([("language", written.into())]))];
    if *own != school.language {
        let read = localizer.language_name(own);
        lines.push(localizer.say_with("about-translated", args([("language", read.into())])));
    }
    lines.push(localizer.say(if localizer.pack.reviewed {
        "about-fixed"
    } else {
        "about-fixed-unreviewed"
    }));
    lines
}
