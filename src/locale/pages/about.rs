use serde::Serialize;

use super::parts::partner::host;
use super::parts::words::{LinkTerms, Links, WordsView};
use super::team::Contact;
use super::{Passage, Section, note, passage, section};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};

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
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<LocalizedText>,
    /// Words to know, where it uses any.
    pub words: Option<WordsView>,
}

impl LinkTerms for AboutPage {
    fn link(&mut self, links: &mut Links) {
        self.approach.link(links);
        self.sections.link(links);
    }
}

pub(super) fn page(localizer: &Localizer) -> AboutPage {
    let approach = localizer.school.library.about.as_ref();
    let approach = approach.map(|(title, body)| {
        let body = passage(localizer, body);
        Section {
            label: localizer.written(title, MachineTranslation::Everyday),
            body,
        }
    });
    // The passage has said it.
    localizer.take_foreign();
    AboutPage {
        title: localizer.say("page-about"),
        approach,
        references: references(localizer),
        sections: vec![
            section(localizer, "about-keeps", kept(localizer)),
            section(localizer, "about-not", is_not(localizer)),
            section(localizer, "about-source", source(localizer)),
        ],
        note: note(localizer, localizer.take_foreign()),
        words: None,
    }
}

fn references(localizer: &Localizer) -> Option<Section<Vec<Contact>>> {
    let links = localizer.school.references.iter().map(|one| {
        let name = localizer.written(&one.name, MachineTranslation::Everyday);
        let args = args([
            ("what", name.text.clone().into()),
            ("host", host(&one.url).into()),
        ]);
        Contact {
            address: one.url.clone(),
            label: super::framed(localizer, "about-reference", args, name),
        }
    });
    super::list(localizer, "about-references", links.collect())
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
