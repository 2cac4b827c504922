use serde::Serialize;

use super::super::localized_text::Phrase;
use super::super::localizer::{Speaker, Weight, args};
use super::partner::host;
use super::team::Contact;
use super::words::{Links, Running, WordsView};
use super::{Passage, Section, note, passage, section};

/// What these pages are, what they are not, and where their words come from.
#[derive(Debug, Clone, Serialize)]
pub struct AboutPage {
    /// The page's name.
    pub title: Phrase,
    /// The school's way of working, in its own words.
    pub approach: Option<Section<Passage>>,
    /// Where one can read about it.
    pub references: Option<Section<Vec<Contact>>>,
    /// What is kept, what these pages are not, where words come from.
    pub sections: Vec<Section<Vec<Phrase>>>,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<Phrase>,
    /// Words to know, where it uses any.
    pub words: Option<WordsView>,
}

impl Running for AboutPage {
    fn link(&mut self, links: &mut Links) {
        self.approach.link(links);
        self.sections.link(links);
    }
}

pub(super) fn page(speaker: &Speaker) -> AboutPage {
    let approach = speaker.school.library.about.as_ref();
    let approach = approach.map(|(title, body)| {
        let body = passage(speaker, body);
        Section {
            label: speaker.written(title, Weight::Everyday),
            body,
        }
    });
    // The passage has said it.
    speaker.take_foreign();
    AboutPage {
        title: speaker.say("page-about"),
        approach,
        references: references(speaker),
        sections: vec![
            section(speaker, "about-keeps", kept(speaker)),
            section(speaker, "about-not", is_not(speaker)),
            section(speaker, "about-source", source(speaker)),
        ],
        note: note(speaker, speaker.take_foreign()),
        words: None,
    }
}

fn references(speaker: &Speaker) -> Option<Section<Vec<Contact>>> {
    let links = speaker.school.references.iter().map(|one| {
        let name = speaker.written(&one.name, Weight::Everyday);
        let args = args([
            ("what", name.text.clone().into()),
            ("host", host(&one.url).into()),
        ]);
        Contact {
            address: one.url.clone(),
            label: super::framed(speaker, "about-reference", args, name),
        }
    });
    super::list(speaker, "about-references", links.collect())
}

fn kept(speaker: &Speaker) -> Vec<Phrase> {
    let phone = speaker.telephone(&speaker.school.phone);
    vec![
        speaker.say("about-no-account"),
        speaker.say("about-no-counting"),
        speaker.say_with("about-host", args([("phone", phone)])),
    ]
}

fn is_not(speaker: &Speaker) -> Vec<Phrase> {
    let phone = speaker.telephone(&speaker.school.phone);
    vec![
        speaker.say("about-not-iep"),
        speaker.say("about-not-notice"),
        speaker.say("about-not-consent"),
        speaker.say_with("about-papers", args([("phone", phone)])),
    ]
}

/// Who wrote the words and who translated them, as far as it is known.
fn source(speaker: &Speaker) -> Vec<Phrase> {
    let (school, own) = (speaker.school, &speaker.pack.lang);
    let written = speaker.language_name(&school.language);
    let mut lines = vec![speaker.say_with("about-written", args([("language", written.into())]))];
    if *own != school.language {
        let read = speaker.language_name(own);
        lines.push(speaker.say_with("about-translated", args([("language", read.into())])));
    }
    lines.push(speaker.say(if speaker.pack.reviewed {
        "about-fixed"
    } else {
        "about-fixed-unreviewed"
    }));
    lines
}
