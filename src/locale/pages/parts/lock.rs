//! The screen in front of sealed pages, the controls at the end of each, and the list of
//! students of a reader who has several.

use std::collections::BTreeMap;

use fluent::FluentArgs;
use serde::Serialize;

use crate::locale::direction::Direction;
use crate::locale::localized_text::plain;
use crate::locale::pack::{Pack, Packs};
use crate::model::{Lang, School};

/// The messages of `lock.ftl` in one language, by their ids without `lock-` and with `_`
/// for `-`.
pub type LockTexts = BTreeMap<String, String>;

/// The messages of `lock.ftl`.
const IDS: [&str; 36] = [
    "again",
    "browser",
    "closed",
    "code",
    "controls",
    "cut",
    "forget",
    "group-1",
    "group-2",
    "group-3",
    "group-4",
    "group-5",
    "group-6",
    "help",
    "https",
    "https-link",
    "intro",
    "languages",
    "locked",
    "no-match",
    "no-script",
    "open",
    "opened",
    "opening",
    "remember",
    "remember-failed",
    "remember-note",
    "remembered",
    "renewed",
    "replaced",
    "students",
    "title",
    "too-few",
    "too-many",
    "top",
    "top-title",
];

/// The screen in one language.
#[derive(Debug, Clone, Serialize)]
pub struct LockScreen {
    /// The language's tag.
    pub lang: String,
    /// Which way it is written.
    pub dir: Direction,
    /// The language's own name for itself.
    pub autonym: String,
    /// What the screen says.
    pub texts: LockTexts,
}

/// What is in front of the pages of `languages`: one screen for each language that there
/// is a pack for, each once.
#[must_use]
pub fn lock_screens(languages: &[Lang], packs: &Packs) -> Vec<LockScreen> {
    let mut screens: Vec<LockScreen> = Vec::new();
    for pack in languages.iter().filter_map(|lang| packs.get(lang)) {
        if screens
            .iter()
            .all(|screen| screen.lang != pack.lang.as_str())
        {
            screens.push(LockScreen {
                lang: pack.lang.to_string(),
                dir: pack.direction,
                autonym: pack.autonym.clone(),
                texts: lock_texts(pack, packs),
            });
        }
    }
    screens
}

/// The messages of `lock.ftl` in the language of `pack`. One that it lacks is in the
/// language that stands in for it.
pub(in crate::locale::pages) fn lock_texts(pack: &Pack, packs: &Packs) -> LockTexts {
    let chain = packs.chain(&pack.lang);
    let text = |id: &&str| {
        let message = format!("lock-{id}");
        let mut found = chain.iter();
        let text = found.find_map(|pack| pack.message(&message, &FluentArgs::new()))?;
        Some((id.replace('-', "_"), plain(&text)))
    };
    IDS.iter().filter_map(text).collect()
}

/// The students whose pages one reader may open.
#[derive(Debug, Clone, Serialize)]
pub struct ReaderPage {
    /// The language's tag.
    pub lang: String,
    /// Which way it is written.
    pub dir: Direction,
    /// The school.
    pub school: String,
    /// The students, in the order of their folders.
    pub students: Vec<ReaderEntry>,
    /// The messages of `lock.ftl`.
    pub texts: LockTexts,
}

/// A student in the list.
#[derive(Debug, Clone, Serialize)]
pub struct ReaderEntry {
    /// The name by which the student is called.
    pub name: String,
    /// The address of the student's first page.
    pub href: String,
}

/// The list in the language `lang`. `None` if there is no pack for it.
#[must_use]
pub fn reader_page(
    lang: &Lang,
    students: Vec<ReaderEntry>,
    school: &School,
    packs: &Packs,
) -> Option<ReaderPage> {
    let pack = packs.get(lang)?;
    Some(ReaderPage {
        lang: pack.lang.to_string(),
        dir: pack.direction,
        school: school.name.in_language(lang).to_owned(),
        students,
        texts: lock_texts(pack, packs),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::built_in;
    use crate::model::Digits;

    #[test]
    fn every_message_of_the_screen_is_used() {
        let files = built_in();
        let packs = Packs::load(&files, &[], Digits::Western);
        let packs = packs.into_value(&mut crate::diagnostic::Diagnostics::default());
        let english = packs.get(&Lang::new("en")).unwrap();
        let texts = lock_texts(english, &packs);
        assert_eq!(texts.len(), IDS.len());
        let file = files
            .iter()
            .find(|file| file.path.as_str() == "locales/en/lock.ftl");
        let ids = file
            .unwrap()
            .text
            .lines()
            .filter_map(|line| line.strip_prefix("lock-"));
        let ids: Vec<&str> = ids
            .filter_map(|line| Some(line.split_once(" =")?.0))
            .collect();
        assert!(ids.iter().all(|id| IDS.contains(id)), "{ids:?}");
        assert_eq!(ids.len(), IDS.len());
    }
}
