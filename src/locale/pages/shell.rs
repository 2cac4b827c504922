use serde::Serialize;

use super::super::localized_text::Phrase;
use super::super::localizer::{Speaker, args};
use crate::locale::Direction;
use crate::progress::Portfolio;

/// What every page of an edition shows.
#[derive(Debug, Clone, Serialize)]
pub struct Shell {
    /// The language's tag.
    pub lang: String,
    /// Which way it is written.
    pub dir: Direction,
    /// The school.
    pub school: String,
    /// "Skip to the page".
    pub skip: Phrase,
    /// "Language".
    pub language_menu: Phrase,
    /// "More pages".
    pub page_menu: Phrase,
    /// "Mateo's page".
    pub back: Phrase,
    /// Pages besides the first and the goals.
    pub nav: Vec<NavItem>,
    /// What stands at the foot of each page.
    pub footer: Vec<Phrase>,
}

/// One entry in the list of pages.
#[derive(Debug, Clone, Serialize)]
pub struct NavItem {
    /// The page's folder.
    pub page: &'static str,
    /// Its name.
    pub title: Phrase,
}

/// The list of pages: each one's folder and the message that names it.
const PAGES: &[[&str; 2]] = &[
    ["support", "page-support"],
    ["updates", "page-updates"],
    ["reviews", "page-reviews"],
    ["changes", "page-changes"],
    ["home", "page-home"],
    ["team", "page-team"],
    ["words", "page-words"],
    ["print", "page-print"],
    ["about", "page-about"],
];

pub(super) fn shell(portfolio: &Portfolio, speaker: &Speaker) -> Shell {
    let changing = !portfolio.record.transitions.is_empty();
    let pages = PAGES
        .iter()
        .filter(|[page, ..]| changing || *page != "changes");
    let item = |[page, title]: &[&'static str; 2]| NavItem {
        page,
        title: speaker.say(title),
    };
    Shell {
        lang: speaker.pack.lang.to_string(),
        dir: speaker.pack.direction,
        school: speaker.proper(&speaker.school.name),
        skip: speaker.say("skip"),
        language_menu: speaker.say("language-menu"),
        page_menu: speaker.say("page-menu"),
        back: speaker.say("back-to-index"),
        nav: pages.map(item).collect(),
        footer: footer(speaker),
    }
}

fn footer(speaker: &Speaker) -> Vec<Phrase> {
    let school = speaker.school;
    let mut lines = vec![speaker.say_with(
        "footer-record",
        args([("phone", speaker.telephone(&school.phone))]),
    )];
    if !speaker.pack.reviewed {
        let phone = school
            .interpreter
            .as_ref()
            .map_or(&school.phone, |line| &line.phone);
        lines.push(speaker.say_with(
            "footer-unreviewed",
            args([("phone", speaker.telephone(phone))]),
        ));
    }
    lines
}
