//! What every page has: title, navigation, and footer.

use serde::Serialize;

use super::parts::lock::{LockTexts, lock_texts};
use crate::locale::direction::Direction;
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, args};
use crate::model::Access;

/// What every page of a localized site shows.
#[derive(Debug, Clone, Serialize)]
pub struct Shell {
    /// The language's tag.
    pub lang: String,
    /// Which way it is written.
    pub dir: Direction,
    /// The school.
    pub school: String,
    /// "Skip to the page".
    pub skip: LocalizedText,
    /// "Language".
    pub language_menu: LocalizedText,
    /// "More pages".
    pub page_menu: LocalizedText,
    /// "Mateo's page".
    pub back: LocalizedText,
    /// Pages other than the first and the goals.
    pub nav: Vec<NavItem>,
    /// The lines at the foot of each page.
    pub footer: Vec<LocalizedText>,
    /// What the controls of sealed pages say. `None` if pages are not sealed.
    pub lock: Option<LockTexts>,
}

/// One entry in the list of pages.
#[derive(Debug, Clone, Serialize)]
pub struct NavItem {
    /// The page's folder.
    pub page: &'static str,
    /// Its name.
    pub title: LocalizedText,
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

/// The shell of a site that has pages of changes and of words to know only if
/// the student has `changes` and its pages use `words`.
pub(super) fn shell(localizer: &Localizer, changes: bool, words: bool) -> Shell {
    let pages = PAGES.iter().filter(|[page, ..]| match *page {
        "changes" => changes,
        "words" => words,
        _ => true,
    });
    let item = |[page, title]: &[&'static str; 2]| NavItem {
        page,
        title: localizer.say(title),
    };
    Shell {
        lang: localizer.pack.lang.to_string(),
        dir: localizer.pack.direction,
        school: localizer.proper(&localizer.school.name),
        skip: localizer.say("skip"),
        language_menu: localizer.say("language-menu"),
        page_menu: localizer.say("page-menu"),
        back: localizer.say("back-to-index"),
        nav: pages.map(item).collect(),
        footer: footer(localizer),
        lock: (localizer.school.access == Access::Sealed)
            .then(|| lock_texts(localizer.pack, localizer.packs())),
    }
}

fn footer(localizer: &Localizer) -> Vec<LocalizedText> {
    let school = localizer.school;
    let mut lines = vec![localizer.say_with(
        "footer-record",
        args([("phone", localizer.telephone(&school.phone))]),
    )];
    if !localizer.pack.reviewed {
        let phone = school
            .interpreter
            .as_ref()
            .map_or(&school.phone, |line| &line.phone);
        lines.push(localizer.say_with(
            "footer-unreviewed",
            args([("phone", localizer.telephone(phone))]),
        ));
    }
    lines
}
