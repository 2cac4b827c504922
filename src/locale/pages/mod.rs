//! A portfolio in one language: one view for each page, with all text, dates and
//! numbers as its reader sees them. Templates get only these views, so a field is
//! published only because a view names it.
//!
//! Each file has one page. What several pages show is in `parts/`; a page never
//! imports another. Only `print` and `handoff` are made of other finished pages.

mod about;
mod change;
mod finished;
mod goal;
mod handoff;
mod home;
mod index;
mod letter;
mod parts;
mod print;
mod review;
mod shell;
mod staff_summary;
mod support;
mod team;
mod updates;

pub use goal::GoalPage;
pub use handoff::HandoffPage;
pub use letter::{LetterFacts, LetterOpens, LetterPage};
pub use parts::lock::{LockScreen, LockTexts, ReaderEntry, ReaderPage, lock_screens, reader_page};
pub use print::{PrintGoal, PrintPage};
pub use staff_summary::{GoalWords, StaffSummaryText};

use self::about::AboutPage;
use self::change::ChangesPage;
use self::finished::FinishedPage;
use self::home::HomePage;
use self::index::IndexPage;
use self::parts::words::{Explained, Explainer, WordsView};
use self::review::{ReviewPage, ReviewsPage};
use self::shell::Shell;
use self::support::SupportPage;
use self::team::TeamPage;
use self::updates::UpdatesPage;
use super::ShownTexts;
use super::direction::Direction;
use super::glossary::Glossary;
use super::localized_text::LocalizedText;
use super::localizer::Localizer;
use super::pack::{Pack, Packs};
use crate::model::{Lang, PictureSize, School, Student, Today};
use crate::progress::Portfolio;

/// One student's site in one language.
#[derive(Debug)]
pub struct LocalizedSite<'a> {
    /// The language.
    pub pack: &'a Pack,
    /// What every page shows.
    pub shell: Shell,
    /// "Choose a language", for the page that lists them.
    pub choose_language: LocalizedText,
    /// The first page.
    pub index: Explained<IndexPage>,
    /// A page for each goal, most important first.
    pub goals: Vec<Explained<GoalPage>>,
    /// Services and supports.
    pub support: Explained<SupportPage>,
    /// Weekly updates.
    pub updates: Explained<UpdatesPage>,
    /// All reviews.
    pub reviews: ReviewsPage,
    /// A page for each review.
    pub review_pages: Vec<Explained<ReviewPage>>,
    /// Changes of setting, grade, school or program; `None` if none is recorded.
    pub changes: Option<Explained<ChangesPage>>,
    /// Goals that have ended; `None` if there are none.
    pub finished: Option<FinishedPage>,
    /// Tips for home.
    pub home: Explained<HomePage>,
    /// Who does what.
    pub team: TeamPage,
    /// What these pages are.
    pub about: Explained<AboutPage>,
    /// Words to know that these pages use; `None` if they use none.
    pub words: Option<WordsView>,
    /// Everything for paper.
    pub print: PrintPage,
    /// The files of the pictures that these pages show.
    pub pictures: Vec<&'a PictureSize>,
}

/// The site of `portfolio` in `lang`; `None` if there is no pack for it.
#[must_use]
pub fn localized_site<'a>(
    portfolio: &Portfolio<'a>,
    packs: &'a Packs,
    glossary: &Glossary,
    shown: &'a ShownTexts,
    lang: &Lang,
) -> Option<LocalizedSite<'a>> {
    let localizer = Localizer::new(
        packs,
        lang,
        portfolio.school,
        portfolio.today,
        shown,
        &portfolio.record.student,
    )?;
    let localizer = &localizer;
    let index = index::page(portfolio, localizer);
    let goals = goal::pages(portfolio, localizer);
    let home = home::page(portfolio, localizer);
    let support = support::page(portfolio, localizer);
    let team = team::page(portfolio, localizer);
    let print = print::page(
        &print::Finished {
            index: &index,
            goals: &goals,
            home: &home,
            support: &support,
            team: &team,
        },
        localizer,
    );
    let mut explainer = Explainer::new(glossary, localizer);
    let index = explainer.explain(index);
    let goals = goals.into_iter().map(|goal| explainer.explain(goal));
    let goals = goals.collect();
    let support = explainer.explain(support);
    let updates = explainer.explain(updates::page(portfolio, localizer));
    let review_pages = review::pages(portfolio, localizer);
    let review_pages = review_pages.into_iter();
    let review_pages = review_pages.map(|page| explainer.explain(page)).collect();
    let changes = change::page(portfolio, localizer).map(|page| explainer.explain(page));
    let home = explainer.explain(home);
    let about = explainer.explain(about::page(localizer));
    let words = explainer.all();
    Some(LocalizedSite {
        pack: localizer.pack,
        shell: shell::shell(localizer, changes.is_some(), words.is_some()),
        choose_language: localizer.say("choose-language"),
        index,
        goals,
        support,
        updates,
        reviews: review::list_page(portfolio, localizer),
        review_pages,
        changes,
        finished: finished::page(portfolio, localizer),
        home,
        team,
        about,
        words,
        print,
        pictures: portfolio.pictures().flat_map(|one| &one.sizes).collect(),
    })
}

/// What staff hand on about the student of `portfolio`, in the language they
/// write in; `None` if there is no pack for it.
#[must_use]
pub fn handoff(portfolio: &Portfolio, packs: &Packs) -> Option<HandoffPage> {
    let shown = ShownTexts::default();
    let localizer = &for_staff(portfolio, packs, &shown)?;
    let support = support::page(portfolio, localizer);
    let team = team::page(portfolio, localizer);
    Some(handoff::page(portfolio, localizer, support, team))
}

/// What the staff dashboard says about the student of `portfolio`, in the language
/// that staff write in; `None` if there is no pack for it.
#[must_use]
pub fn standing(portfolio: &Portfolio, packs: &Packs) -> Option<StaffSummaryText> {
    let shown = ShownTexts::default();
    let localizer = for_staff(portfolio, packs, &shown)?;
    Some(staff_summary::words(portfolio, &localizer))
}

/// The letter to a reader, in the language `lang` and that of the school; `None` if there
/// is no pack for either.
#[must_use]
pub fn letter(
    facts: &LetterFacts,
    lang: &Lang,
    school: &School,
    today: Today,
    packs: &Packs,
) -> Option<LetterPage> {
    let shown = ShownTexts::default();
    let student = facts.students.first()?;
    let localizer = |lang| Localizer::new(packs, lang, school, today, &shown, student);
    let staff = localizer(&school.language)?;
    let own = localizer(lang).filter(|_| *lang != school.language);
    let localizers: Vec<&Localizer> = own.iter().chain([&staff]).collect();
    Some(letter::page(facts, &localizers, &staff))
}

/// The sentence that tells a reader of news, with the direction of its language; `None` if
/// there is no pack for `lang`.
#[must_use]
pub fn news(
    address: &str,
    lang: &Lang,
    school: &School,
    today: Today,
    packs: &Packs,
    student: &Student,
) -> Option<(Direction, String)> {
    let shown = ShownTexts::default();
    let localizer = Localizer::new(packs, lang, school, today, &shown, student)?;
    Some((localizer.pack.direction, letter::news(&localizer, address)))
}

fn for_staff<'a>(
    portfolio: &Portfolio<'a>,
    packs: &'a Packs,
    shown: &'a ShownTexts,
) -> Option<Localizer<'a>> {
    let school = portfolio.school;
    Localizer::new(
        packs,
        &school.language,
        school,
        portfolio.today,
        shown,
        &portfolio.record.student,
    )
}
