use serde::Serialize;

use super::super::phrase::Phrase;
use super::super::speaker::{Speaker, args};
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
    /// What it is about.
    pub about: Phrase,
}

/// The list of pages: each one's folder, and the messages that name it and say
/// what it is about.
const PAGES: &[[&str; 3]] = &[
    ["support", "page-support", "about-support"],
    ["updates", "page-updates", "about-updates"],
    ["reviews", "page-reviews", "about-reviews"],
    ["changes", "page-changes", "about-changes"],
    ["home", "page-home", "about-home"],
    ["team", "page-team", "about-team"],
    ["words", "page-words", "about-words"],
    ["print", "page-print", "about-print"],
    ["about", "page-about", "about-about"],
];

pub(super) fn shell(portfolio: &Portfolio, speaker: &Speaker) -> Shell {
    let changing = !portfolio.record.transitions.is_empty();
    let pages = PAGES
        .iter()
        .filter(|[page, ..]| changing || *page != "changes");
    let item = |[page, title, about]: &[&'static str; 3]| NavItem {
        page,
        title: speaker.say(title),
        about: speaker.say(about),
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
        args([("phone", school.phone.as_str().into())]),
    )];
    if !speaker.pack.reviewed {
        let phone = school
            .interpreter
            .as_ref()
            .map_or(&school.phone, |line| &line.phone);
        lines.push(speaker.say_with(
            "footer-unreviewed",
            args([("phone", phone.as_str().into())]),
        ));
    }
    lines
}
