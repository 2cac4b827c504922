//! A portfolio told in one language: one view for each page, with every word,
//! date and number as its reader sees it. Templates get these and nothing else,
//! so a field is published only because a view names it.

mod about;
mod agreement;
mod amount;
mod change;
mod finished;
mod goal;
mod grid;
mod guide;
mod handoff;
mod home;
mod index;
mod key;
mod meeting;
mod numbers;
mod partner;
mod picture;
mod print;
mod reach;
mod review;
mod sentence;
mod shell;
mod span;
mod standing;
mod support;
mod team;
mod updates;
mod words;

pub use about::AboutPage;
pub use agreement::{Iep, Keeping};
pub use change::{ChangeView, ChangesPage, ComingChange, GoalNumbers, StepView};
pub use finished::{Ending, FinishedGoal, FinishedPage};
pub use goal::{Decided, GoalPage};
pub use grid::{ItemGroup, Level, Levels, Parts, StepCell, StepGrid, StepRow};
pub use guide::{GuideItem, GuideView};
pub use handoff::{HandoffChange, HandoffGoal, HandoffPage, ToldRow, ToldTable};
pub use home::{HomePage, TipView};
pub use index::{Asked, Call, GoalCard, IndexPage, StatusView, StudentView};
pub use key::KeyItem;
pub use meeting::{MeetingView, MeetingsView};
pub use numbers::{ChartView, MarkView, NumbersView, Row, Table};
pub use partner::{PartnerView, PartnersView};
pub use picture::{PictureView, SizeView};
pub use print::{PrintGoal, PrintPage};
pub use reach::Letter;
pub use review::{
    GoalDecided, NextReview, ReviewLink, ReviewPage, ReviewsPage, Verdict, VerdictTable,
};
pub use shell::{NavItem, Shell};
pub use standing::{GoalWords, StandingWords};
pub use support::{
    Bar, BarPiece, DayItem, DayView, Fact, MinutesRow, MinutesView, ServiceView, SupportGroup,
    SupportPage, SupportView,
};
pub use team::{Contact, PersonView, TeamPage};
pub use updates::{GoalLink, UpdateView, UpdatesPage};
pub use words::{TermView, WordsView};

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::glossary::Glossary;
use super::pack::{Pack, Packs};
use super::phrase::Phrase;
use super::speaker::{Foreign, Speaker, Weight};
use crate::model::{Lang, PictureSize, Text};
use crate::progress::Portfolio;

/// One student's site in one language.
#[derive(Debug)]
pub struct Edition<'a> {
    /// The language.
    pub pack: &'a Pack,
    /// What every page shows.
    pub shell: Shell,
    /// "Choose a language", for the page that lists them.
    pub choose_language: Phrase,
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
    /// Changes of setting, grade, school or program, if any are written down.
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
pub fn edition<'a>(
    portfolio: &Portfolio<'a>,
    packs: &'a Packs,
    glossary: &Glossary,
    lang: &Lang,
) -> Option<Edition<'a>> {
    let speaker = Speaker::new(packs, lang, portfolio.school, &portfolio.record.student)?;
    let mut edition = Edition {
        pack: speaker.pack,
        shell: shell::shell(portfolio, &speaker),
        choose_language: speaker.say("choose-language"),
        index: index::page(portfolio, &speaker),
        goals: goal::pages(portfolio, &speaker),
        support: support::page(portfolio, &speaker),
        updates: updates::page(portfolio, &speaker),
        reviews: review::list(portfolio, &speaker),
        review_pages: review::pages(portfolio, &speaker),
        changes: change::page(portfolio, &speaker),
        finished: finished::page(portfolio, &speaker),
        home: home::page(portfolio, &speaker),
        team: team::page(portfolio, &speaker),
        about: about::page(&speaker),
        print: None,
        words: None,
        pictures: portfolio.pictures().flat_map(|one| &one.sizes).collect(),
    };
    // On paper no word leads anywhere: this page is made before words are linked.
    edition.print = Some(print::page(&edition, &speaker));
    edition.link(&mut words::Reader::new(glossary, &speaker));
    Some(edition)
}

impl Edition<'_> {
    /// Explains at the foot of each page the words to know that stand in it.
    fn link(&mut self, reader: &mut words::Reader) {
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
    let speaker = Speaker::new(packs, &school.language, school, &portfolio.record.student)?;
    Some(handoff::page(portfolio, &speaker))
}

/// What the staff board says of the student of `portfolio`, in the language they
/// write in; nothing when there is no pack for it.
#[must_use]
pub fn standing(portfolio: &Portfolio, packs: &Packs) -> Option<StandingWords> {
    let school = portfolio.school;
    let speaker = Speaker::new(packs, &school.language, school, &portfolio.record.student)?;
    Some(standing::words(portfolio, &speaker))
}

/// Words in Markdown, with what a reader has to know about them.
#[derive(Debug, Clone, Serialize)]
pub struct Passage {
    /// The words, as Markdown.
    pub markdown: Phrase,
    /// "Not translated yet", "a computer translated this" or "this may be older".
    pub note: Option<Phrase>,
    /// The first words where the translation may not say the same, with the words
    /// to open them.
    pub original: Option<Original>,
}

/// The first wording of a passage.
#[derive(Debug, Clone, Serialize)]
pub struct Original {
    /// "Show the original".
    pub label: Phrase,
    /// The words, as Markdown.
    pub markdown: Phrase,
}

fn passage(speaker: &Speaker, text: &Text) -> Passage {
    passage_of(speaker, text, Weight::Everyday)
}

fn passage_of(speaker: &Speaker, text: &Text, weight: Weight) -> Passage {
    let (markdown, foreign) = speaker.apart(|| speaker.written(text, weight));
    let original = (foreign.machine || foreign.stale).then(|| Original {
        label: speaker.say("see-original"),
        markdown: speaker.original(text),
    });
    Passage {
        markdown,
        note: said_of(speaker, foreign, &OF_A_PASSAGE),
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
fn note(speaker: &Speaker, foreign: Foreign) -> Option<Phrase> {
    said_of(speaker, foreign, &OF_PARTS)
}

fn said_of(speaker: &Speaker, foreign: Foreign, notes: &Notes) -> Option<Phrase> {
    let untranslated = || speaker.not_translated(notes.not_translated, notes.not_translated_plain);
    let all = [
        foreign.untranslated.then(untranslated),
        foreign.machine.then(|| speaker.say(notes.machine)),
        foreign.stale.then(|| speaker.stale(notes.stale)),
    ];
    all.into_iter().flatten().reduce(|said, more| {
        // Sentences of two languages do not share a paragraph.
        if said.mark == more.mark {
            let text = format!("{} {}", said.text, more.text);
            Phrase { text, ..said }
        } else {
            said
        }
    })
}

/// A message around words. Foreign words stand alone instead: half a sentence
/// in each language helps nobody.
fn framed<'s>(speaker: &'s Speaker, id: &str, args: FluentArgs<'s>, words: Phrase) -> Phrase {
    if words.mark.is_some() {
        words
    } else {
        speaker.say_with(id, args)
    }
}

/// A heading and the words under it.
#[derive(Debug, Clone, Serialize)]
pub struct Section<T> {
    /// The heading.
    pub label: Phrase,
    /// What stands under it.
    pub body: T,
}

fn section<T>(speaker: &Speaker, label: &str, body: T) -> Section<T> {
    Section {
        label: speaker.say(label),
        body,
    }
}

/// A section with a list; none where the list is empty.
fn list<T>(speaker: &Speaker, label: &str, items: Vec<T>) -> Option<Section<Vec<T>>> {
    (!items.is_empty()).then(|| section(speaker, label, items))
}
