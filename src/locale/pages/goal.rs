use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::super::localized_text::Phrase;
use super::super::localizer::{Speaker, Weight, args};
use super::agreement::{Iep, Keeping};
use super::finished::Ending;
use super::home::{self, TipView};
use super::index::StatusView;
use super::numbers::{self, NumbersView};
use super::picture::{self, PictureView};
use super::progress_text::Teller;
use super::words::{Links, Running, WordsView};
use super::{
    Passage, Section, agreement, finished, framed, index, list, note, passage, section, support,
};
use crate::model::{Date, Decision, Goal, GoalReview, Text};
use crate::progress::{PhaseChange, Portfolio, Progress, Turn};

/// The page of one goal.
#[derive(Debug, Clone, Serialize)]
pub struct GoalPage {
    /// The goal's folder.
    pub id: String,
    /// The skill in plain words.
    pub title: Phrase,
    /// The status the team recorded.
    pub status: Option<StatusView>,
    /// How it ended, when it has.
    pub end: Option<Ending>,
    /// Why it matters.
    pub why: Option<Section<Phrase>>,
    /// What this kind of goal is about: a question and its answer.
    pub explainer: Option<Section<Passage>>,
    /// What is hoped for, and when it counts as met.
    pub what: Option<Section<Vec<Phrase>>>,
    /// Where it helps in life.
    pub where_used: Option<Section<Vec<Phrase>>>,
    /// Where the student is now.
    pub numbers: NumbersView,
    /// How it is checked.
    pub how_checked: Option<Section<Phrase>>,
    /// Services that work on it.
    pub helps: Option<Section<Vec<Phrase>>>,
    /// Changes of plan, newest first.
    pub changed: Option<Section<Vec<Phrase>>>,
    /// What the team decided.
    pub decision: Option<Decided>,
    /// More about the goal.
    pub more: Option<Section<Passage>>,
    /// Pages of the student's own work.
    pub work: Option<Section<Vec<PictureView>>>,
    /// Tips for home.
    pub tips: Option<Section<Vec<TipView>>>,
    /// How it is made sure that the skill stays.
    pub keeping: Option<Section<Keeping>>,
    /// What is expected of most children of the class.
    pub benchmarks: Option<Section<Vec<Phrase>>>,
    /// The goal in the IEP.
    pub iep: Option<Iep>,
    /// When it was agreed, and who works on it.
    pub footing: Vec<Phrase>,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<Phrase>,
    /// Words to know, where it uses any.
    pub words: Option<WordsView>,
}

impl Running for GoalPage {
    fn link(&mut self, links: &mut Links) {
        self.why.link(links);
        self.explainer.link(links);
        self.what.link(links);
        self.how_checked.link(links);
        self.helps.link(links);
        self.changed.link(links);
        self.decision.link(links);
        self.keeping.link(links);
        self.where_used.link(links);
        self.more.link(links);
        self.tips.link(links);
        self.iep.link(links);
    }
}

/// What a review decided.
#[derive(Debug, Clone, Serialize)]
pub struct Decided {
    /// "Our decision".
    pub label: Phrase,
    /// The decision.
    pub decision: Phrase,
    /// Why, and what comes next.
    pub lines: Vec<Phrase>,
    /// When.
    pub date: Phrase,
    /// The review's folder.
    pub review: String,
    /// Said when the words are not in the reader's language.
    pub note: Option<Phrase>,
}

impl Running for Decided {
    fn link(&mut self, links: &mut Links) {
        self.lines.link(links);
    }
}

pub(super) fn pages(portfolio: &Portfolio, speaker: &Speaker) -> Vec<GoalPage> {
    portfolio
        .open_goals()
        .chain(portfolio.finished_goals())
        .map(|(goal, progress)| page(portfolio, speaker, goal, progress))
        .collect()
}

/// What the student will do, when it counts as reached, and what of the class's
/// work it is.
fn what(teller: &Teller) -> Vec<Phrase> {
    let (speaker, goal) = (teller.speaker, teller.goal);
    let own = goal.what.as_ref();
    let own = own.map(|text| speaker.written(text, Weight::Everyday));
    own.into_iter()
        .chain(teller.mastery())
        .chain(agreement::standard(speaker, goal))
        .collect()
}

fn page(portfolio: &Portfolio, speaker: &Speaker, goal: &Goal, progress: &Progress) -> GoalPage {
    let teller = Teller::new(portfolio, speaker, goal, progress);
    // Passages and decisions say it themselves; they come first, so that what
    // is left in the speaker's memory is about the rest of the page.
    let decision = portfolio
        .review(goal)
        .map(|(date, review)| decided(speaker, date, review));
    let more = goal.more.as_ref();
    let more = more.map(|text| section(speaker, "goal-more", passage(speaker, text)));
    let tips = tips(portfolio, speaker, goal);
    let explainer = explainer(speaker, goal);
    speaker.take_foreign();
    let words = |text: &Text| speaker.written(text, Weight::Everyday);
    let line = |label, text: &Option<Text>| {
        text.as_ref()
            .map(|text| section(speaker, label, words(text)))
    };
    let mut page = GoalPage {
        id: goal.id.to_string(),
        title: words(&goal.title),
        status: index::status(portfolio, speaker, goal),
        end: finished::ending(portfolio, speaker, goal),
        why: line("goal-why", &goal.why),
        explainer,
        what: list(speaker, "goal-what", what(&teller)),
        where_used: list(
            speaker,
            "goal-where-used",
            goal.where_used.iter().map(words).collect(),
        ),
        numbers: numbers::view(&teller),
        how_checked: line("goal-how-checked", &goal.how_checked),
        helps: list(
            speaker,
            "goal-helps",
            support::lines_for(portfolio, speaker, goal),
        ),
        changed: list(speaker, "goal-changed", changes(speaker, progress)),
        decision,
        more,
        work: list(speaker, "goal-work", picture::views(speaker, &goal.work)),
        tips: list(speaker, "goal-home", tips),
        keeping: agreement::keeping(portfolio, &teller, progress),
        benchmarks: agreement::benchmarks(&teller),
        iep: agreement::iep(speaker, goal),
        footing: agreement::footing(speaker, goal),
        note: None,
        words: None,
    };
    page.note = note(speaker, speaker.take_foreign());
    page
}

fn explainer(speaker: &Speaker, goal: &Goal) -> Option<Section<Passage>> {
    let explainer = speaker
        .school
        .library
        .explainers
        .get(goal.explainer.as_ref()?)?;
    let title = speaker.written(&explainer.title, Weight::Everyday);
    let args = args([("title", title.text.clone().into())]);
    Some(Section {
        label: framed(speaker, "explainer", args, title),
        body: passage(speaker, &explainer.body),
    })
}

fn tips(portfolio: &Portfolio, speaker: &Speaker, goal: &Goal) -> Vec<TipView> {
    let live = portfolio.live_tips().into_iter();
    live.filter(|tip| goal.tips.contains(&tip.id))
        .map(|tip| home::tip(portfolio, speaker, tip, false))
        .collect()
}

pub(super) fn decided(speaker: &Speaker, date: Date, review: &GoalReview) -> Decided {
    speaker.take_foreign();
    let words = |text: &Text| speaker.written(text, Weight::Binding);
    let decision = match review.decision {
        Decision::Continue => "decision-continue",
        Decision::Adjust => "decision-adjust",
        Decision::Raise => "decision-raise",
        Decision::Transition => "decision-transition",
        Decision::Met => "decision-met",
        Decision::End => "decision-end",
    };
    let mut lines: Vec<Phrase> = review.why.as_ref().map(words).into_iter().collect();
    let inserted = |id: &str, text: &Text, from: Option<Date>| {
        let what = words(text);
        let mut args = FluentArgs::new();
        args.set("what", what.text.clone());
        if let Some(from) = from {
            args.set("date", speaker.date(from));
        }
        framed(speaker, id, args, what)
    };
    if let Some(text) = &review.what_changes {
        lines.push(match review.from {
            Some(from) => inserted("decision-from", text, Some(from)),
            None => words(text),
        });
    }
    if let Some(text) = &review.next {
        lines.push(inserted("decision-next", text, None));
    }
    Decided {
        label: speaker.say("goal-decision"),
        decision: speaker.say(decision),
        lines,
        review: date.to_string(),
        date: speaker.say_with("decided", args([("date", speaker.date(date).into())])),
        note: note(speaker, speaker.take_foreign()),
    }
}

/// Changes of plan up to today, the newest first, each with its reason.
fn changes(speaker: &Speaker, progress: &Progress) -> Vec<Phrase> {
    let mut lines = Vec::new();
    for change in progress.changes.iter().rev() {
        let (from, to) = turn(speaker, &change.turn);
        lines.extend(to.map(|to| changed(speaker, change, from, to)));
        let why = change.why.as_ref();
        lines.extend(why.map(|why| speaker.written(why, Weight::Binding)));
    }
    lines
}

/// Before and now, in words.
fn turn(speaker: &Speaker, turn: &Turn) -> (Option<Phrase>, Option<Phrase>) {
    let words = |text: &Text| speaker.written(text, Weight::Binding);
    match turn {
        Turn::Words { from, to } => (from.as_ref().map(words), to.as_ref().map(words)),
        Turn::Setting { from, to } => {
            let named = |model: &Option<_>| model.map(|model| support::model(speaker, model));
            (named(from), named(to))
        }
    }
}

fn changed(speaker: &Speaker, change: &PhaseChange, from: Option<Phrase>, to: Phrase) -> Phrase {
    let mut args = args([
        ("date", speaker.date(change.date).into()),
        ("to", to.text.clone().into()),
    ]);
    let from = from.filter(|from| from.mark.is_none());
    let id = if from.is_some() {
        "change-from-to"
    } else {
        "change"
    };
    if let Some(from) = from {
        args.set("from", from.text);
    }
    framed(speaker, id, args, to)
}
