//! A portfolio told in one language: one view for each page, with every word,
//! date and number as its reader sees it. Templates get these and nothing else,
//! so a field is published only because a view names it.

mod about;
mod change;
mod chart_guide;
mod chart_key;
mod finished;
mod goal;
mod handoff;
mod home;
mod index;
mod numbers;
mod parts;
mod print;
mod review;
mod shell;
mod staff_summary;
mod support;
mod team;
mod updates;

pub use about::AboutPage;
pub use change::{ChangeView, ChangesPage, ComingChange, GoalNumbers, StepView};
pub use chart_guide::{GuideItem, GuideView};
pub use chart_key::KeyItem;
pub use finished::{Ending, FinishedGoal, FinishedPage};
pub use goal::agreement::{Iep, Keeping};
pub use goal::{Decided, GoalPage};
pub use handoff::{HandoffChange, HandoffGoal, HandoffPage, ToldRow, ToldTable};
pub use home::{HomePage, TipView};
pub use index::{Asked, Call, GoalCard, IndexPage, StatusView, StudentView};
pub use numbers::{ChartView, MarkView, NumbersView, Row, Table};
pub use parts::contact_links::Letter;
pub use parts::grid::{ItemGroup, Level, Levels, Parts, StepCell, StepGrid, StepRow};
pub use parts::meeting::{MeetingView, MeetingsView};
pub use parts::partner::{PartnerView, PartnersView};
pub use parts::picture::{PictureView, SizeView};
pub use parts::words::{TermView, WordsView};
pub use print::{PrintGoal, PrintPage};
pub use review::{
    GoalDecided, NextReview, ReviewLink, ReviewPage, ReviewsPage, Verdict, VerdictTable,
};
pub use shell::{NavItem, Shell};
pub use staff_summary::{GoalWords, StaffSummaryText};
pub use support::{
    Bar, BarPiece, DayItem, DayView, Fact, MinutesRow, MinutesView, ServiceView, SupportGroup,
    SupportPage, SupportView,
};
pub use team::{Contact, PersonView, TeamPage};
pub use updates::{GoalLink, UpdateView, UpdatesPage};

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::glossary::Glossary;
use super::localized_text::LocalizedText;
use super::localizer::{Localizer, MachineTranslation, TranslationGaps};
use super::pack::{Pack, Packs};
use crate::model::{Lang, PictureSize, Text};
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
    pub index: IndexPage,
    /// A page for each goal, most important first.
    pub goals: Vec<GoalPage>,
    /// Services and supports.
    pub support: SupportPage,
    /// Weekly updates.
    pub updates: UpdatesPage,
    /// All reviews.
    pub reviews: ReviewsPage,
    /// A page for each review.
    pub review_pages: Vec<ReviewPage>,
    /// Changes of setting, grade, school or programme, if any are written down.
    pub changes: Option<ChangesPage>,
    /// Goals that have ended, if any have.
    pub finished: Option<FinishedPage>,
    /// Tips for home.
    pub home: HomePage,
    /// Who does what.
    pub team: TeamPage,
    /// What these pages are.
    pub about: AboutPage,
    /// Words to know that these pages use.
    pub words: Option<WordsView>,
    /// Everything for paper.
    pub print: Option<PrintPage>,
    /// The files of the pictures that these pages show.
    pub pictures: Vec<&'a PictureSize>,
}

/// Tells `portfolio` in `lang`; nothing when there is no pack for it.
#[must_use]
pub fn localized_site<'a>(
    portfolio: &Portfolio<'a>,
    packs: &'a Packs,
    glossary: &Glossary,
    lang: &Lang,
) -> Option<LocalizedSite<'a>> {
    let localizer = Localizer::new(packs, lang, portfolio.school, &portfolio.record.student)?;
    let mut localized_site = LocalizedSite {
        pack: localizer.pack,
        shell: shell::shell(portfolio, &localizer),
        choose_language: localizer.say("choose-language"),
        index: index::page(portfolio, &localizer),
        goals: goal::pages(portfolio, &localizer),
        support: support::page(portfolio, &localizer),
        updates: updates::page(portfolio, &localizer),
        reviews: review::list(portfolio, &localizer),
        review_pages: review::pages(portfolio, &localizer),
        changes: change::page(portfolio, &localizer),
        finished: finished::page(portfolio, &localizer),
        home: home::page(portfolio, &localizer),
        team: team::page(portfolio, &localizer),
        about: about::page(&localizer),
        print: None,
        words: None,
        pictures: portfolio.pictures().flat_map(|one| &one.sizes).collect(),
    };
    // On paper no word leads anywhere: this page is made before words are linked.
    localized_site.print = Some(print::page(&localized_site, &localizer));
    localized_site.link(&mut parts::words::Reader::new(glossary, &localizer));
    Some(localized_site)
}

impl LocalizedSite<'_> {
    /// Explains at the foot of each page the words to know that stand in it.
    fn link(&mut self, reader: &mut parts::words::Reader) {
        self.index.words = reader.page(&mut self.index);
        for goal in &mut self.goals {
            goal.words = reader.page(goal);
        }
        self.support.words = reader.page(&mut self.support);
        self.updates.words = reader.page(&mut self.updates);
        for review in &mut self.review_pages {
            review.words = reader.page(review);
        }
        if let Some(changes) = &mut self.changes {
            changes.words = reader.page(changes);
        }
        self.home.words = reader.page(&mut self.home);
        self.about.words = reader.page(&mut self.about);
        self.words = reader.all();
        let known = self.words.is_some();
        self.shell.nav.retain(|item| known || item.page != "words");
    }
}

/// What staff hand on about the student of `portfolio`, in the language they
/// write in; nothing when there is no pack for it.
#[must_use]
pub fn handoff(portfolio: &Portfolio, packs: &Packs) -> Option<HandoffPage> {
    let school = portfolio.school;
    let localizer = Localizer::new(packs, &school.language, school, &portfolio.record.student)?;
    Some(handoff::page(portfolio, &localizer))
}

/// What the staff board says of the student of `portfolio`, in the language they
/// write in; nothing when there is no pack for it.
#[must_use]
pub fn standing(portfolio: &Portfolio, packs: &Packs) -> Option<StaffSummaryText> {
    let school = portfolio.school;
    let localizer = Localizer::new(packs, &school.language, school, &portfolio.record.student)?;
    Some(staff_summary::words(portfolio, &localizer))
}

/// Words in Markdown, with what a reader has to know about them.
#[derive(Debug, Clone, Serialize)]
pub struct Passage {
    /// The words, as Markdown.
    pub markdown: LocalizedText,
    /// "Not translated yet", "a computer translated this" or "this may be older".
    pub note: Option<LocalizedText>,
    /// The first words where the translation may not say the same, with the words
    /// to open them.
    pub original: Option<Original>,
}

/// The first wording of a passage.
#[derive(Debug, Clone, Serialize)]
pub struct Original {
    /// "Show the original".
    pub label: LocalizedText,
    /// The words, as Markdown.
    pub markdown: LocalizedText,
}

fn passage(localizer: &Localizer, text: &Text) -> Passage {
    passage_of(localizer, text, MachineTranslation::Everyday)
}

fn passage_of(localizer: &Localizer, text: &Text, weight: MachineTranslation) -> Passage {
    let (markdown, foreign) = localizer.apart(|| localizer.written(text, weight));
    let original = (foreign.machine || foreign.stale).then(|| Original {
        label: localizer.say("see-original"),
        markdown: localizer.original(text),
    });
    Passage {
        markdown,
        note: said_of(localizer, foreign, &OF_A_PASSAGE),
        original,
    }
}

/// The messages that say what is not in the reader's language as it should be.
struct Notes {
    not_translated: &'static str,
    not_translated_plain: &'static str,
    machine: &'static str,
    stale: &'static str,
}

/// They stand right under a passage: "This part …".
const OF_A_PASSAGE: Notes = Notes {
    not_translated: "not-translated",
    not_translated_plain: "not-translated-plain",
    machine: "machine-translated",
    stale: "translation-stale",
};

/// They stand above many texts, of which some are marked: "Parts marked …".
const OF_PARTS: Notes = Notes {
    not_translated: "not-translated-parts",
    not_translated_plain: "not-translated-parts-plain",
    machine: "machine-translated-parts",
    stale: "translation-stale-parts",
};

/// What has to be said of a group of texts that are not all as the page's
/// language should have them.
fn note(localizer: &Localizer, foreign: TranslationGaps) -> Option<LocalizedText> {
    said_of(localizer, foreign, &OF_PARTS)
}

fn said_of(
    localizer: &Localizer,
    foreign: TranslationGaps,
    notes: &Notes,
) -> Option<LocalizedText> {
    let untranslated =
        || localizer.not_translated(notes.not_translated, notes.not_translated_plain);
    let all = [
        foreign.untranslated.then(untranslated),
        foreign.machine.then(|| localizer.say(notes.machine)),
        foreign.stale.then(|| localizer.stale(notes.stale)),
    ];
    all.into_iter().flatten().reduce(|said, more| {
        // Sentences of two languages do not share a paragraph.
        if said.mark == more.mark {
            let text = format!("{} {}", said.text, more.text);
            LocalizedText { text, ..said }
        } else {
            said
        }
    })
}

/// A message around words. Foreign words stand alone instead: half a sentence
/// in each language helps nobody.
fn framed<'s>(
    localizer: &'s Localizer,
    id: &str,
    args: FluentArgs<'s>,
    words: LocalizedText,
) -> LocalizedText {
    if words.mark.is_some() {
        words
    } else {
        localizer.say_with(id, args)
    }
}

/// A heading and the words under it.
#[derive(Debug, Clone, Serialize)]
pub struct Section<T> {
    /// The heading.
    pub label: LocalizedText,
    /// What stands under it.
    pub body: T,
}

fn section<T>(localizer: &Localizer, label: &str, body: T) -> Section<T> {
    Section {
        label: localizer.say(label),
        body,
    }
}

/// A section with a list; none where the list is empty.
fn list<T>(localizer: &Localizer, label: &str, items: Vec<T>) -> Option<Section<Vec<T>>> {
    (!items.is_empty()).then(|| section(localizer, label, items))
}
