//! Languages: packs of messages and rules, and a student's portfolio in one of
//! them. Knows no HTML.

mod built_in;
mod direction;
mod formats;
mod glossary;
mod lint;
mod localized_text;
mod localizer;
mod pack;
mod pages;
mod shown_texts;
mod telephone;

pub(crate) use built_in::is_for_staff;
pub use built_in::{STAFF_FILES, built_in};
pub use direction::Direction;
pub use formats::Formats;
pub use glossary::Glossary;
pub use localized_text::{LocalizedText, TERM, TERM_END, plain, strip_markup, term_id};
pub use pack::{Pack, Packs};
pub use pages::{
    GoalPage, GoalWords, HandoffPage, LetterFacts, LetterOpens, LetterPage, LocalizedSite,
    LockScreen, LockTexts, PrintGoal, PrintPage, ReaderEntry, ReaderPage, StaffSummaryText,
    handoff, letter, localized_site, lock_screens, news, reader_page, standing,
};
pub use shown_texts::{ShownTexts, pack_key, text_key};
pub use telephone::telephone;
