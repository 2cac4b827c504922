pub(super) mod agreement;

use fluent_bundle::FluentArgs;
use serde::Serialize;

use self::agreement::{Iep, Keeping};
use super::finished::Ending;
use super::home::{self, TipView};
use super::index::StatusView;
use super::numbers::{self, NumbersView};
use super::parts::picture::{self, PictureView};
use super::parts::progress_text::ProgressText;
use super::parts::words::{LinkTerms, Links, WordsView};
use super::{Passage, Section, finished, framed, index, list, note, passage, section, support};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{Date, Decision, Goal, GoalReview, Text};
use crate::progress::{ChangeCause, PhaseChange, Portfolio, Progress};

/// The page of one goal.
#[derive(Debug, Clone, Serialize)]
pub struct GoalPage {
    /// The goal's folder.
    pub id: String,
    /// The skill in plain words.
    pub title: LocalizedText,
    /// The status the team recorded.
    pub status: Option<StatusView>,
    /// How it ended, when it has.
    pub end: Option<Ending>,
    /// Why it matters.
    pub why: Option<Section<LocalizedText>>,
    /// What this kind of goal is about: a question and its answer.
    pub explainer: Option<Section<Passage>>,
    /// What is hoped for, and when it counts as met.
    pub what: Option<Section<Vec<LocalizedText>>>,
    /// Where it helps in life.
    pub where_used: Option<Section<Vec<LocalizedText>>>,
    /// Where the student is now.
    pub numbers: NumbersView,
    /// How it is checked.
    pub how_checked: Option<Section<LocalizedText>>,
    /// Services that work on it.
    pub helps: Option<Section<Vec<LocalizedText>>>,
    /// Changes of plan, newest first.
    pub changed: Option<Section<Vec<LocalizedText>>>,
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
    pub benchmarks: Option<Section<Vec<LocalizedText>>>,
    /// The goal in the IEP.
    pub iep: Option<Iep>,
    /// When it was agreed, and who works on it.
    pub footing: Vec<LocalizedText>,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<LocalizedText>,
    /// Words to know, where it uses any.
    pub words: Option<WordsView>,
}

impl LinkTerms for GoalPage {
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
    pub label: LocalizedText,
    /// The decision.
    pub decision: LocalizedText,
    /// Why, and what comes next.
    pub lines: Vec<LocalizedText>,
    /// When.
    pub date: LocalizedText,
    /// The review's folder.
    pub review: String,
    /// Said when the words are not in the reader's language.
    pub note: Option<LocalizedText>,
}

impl LinkTerms for Decided {
    fn link(&mut self, links: &mut Links) {
        self.lines.link(links);
    }
}

pub(super) fn pages(portfolio: &Portfolio, localizer: &Localizer) -> Vec<GoalPage> {
    portfolio
        .open_goals()
        .chain(portfolio.finished_goals())
        .map(|(goal, progress)| page(portfolio, localizer, goal, progress))
        .collect()
}

/// What the student will do, when it counts as reached, and what of the class's
/// work it is.
fn what(progress_text: &ProgressText) -> Vec<LocalizedText> {
    let (localizer, goal) = (progress_text.localizer, progress_text.goal);
    let own = goal.what.as_ref();
    let own = own.map(|text| localizer.written(text, MachineTranslation::Everyday));
    own.into_iter()
        .chain(progress_text.mastery())
        .chain(agreement::standard(localizer, goal))
        .collect()
}

fn page(
    portfolio: &Portfolio,
    localizer: &Localizer,
    goal: &Goal,
    progress: &Progress,
) -> GoalPage {
    let progress_text = ProgressText::new(portfolio, localizer, goal, progress);
    // Passages and decisions say it themselves; they come first, so that what
    // is left in the speaker's memory is about the rest of the page.
    let decision = portfolio
        .review(goal)
        .map(|(date, review)| decided(localizer, date, review));
    let more = goal.more.as_ref();
    let more = more.map(|text| section(localizer, "goal-more", passage(localizer, text)));
    let tips = tips(portfolio, localizer, goal);
    let explainer = explainer(localizer, goal);
    localizer.take_foreign();
    let words = |text: &Text| localizer.written(text, MachineTranslation::Everyday);
    let line = |label, text: &Option<Text>| {
        text.as_ref()
            .map(|text| section(localizer, label, words(text)))
    };
    let mut page = GoalPage {
        id: goal.id.to_string(),
        title: words(&goal.title),
        status: index::status(portfolio, localizer, goal),
        end: finished::ending(portfolio, localizer, goal),
        why: line("goal-why", &goal.why),
        explainer,
        what: list(localizer, "goal-what", what(&progress_text)),
        where_used: list(
            localizer,
            "goal-where-used",
            goal.where_used.iter().map(words).collect(),
        ),
        numbers: numbers::view(&progress_text),
        how_checked: line("goal-how-checked", &goal.how_checked),
        helps: list(
            localizer,
            "goal-helps",
            support::lines_for(portfolio, localizer, goal),
        ),
        changed: list(localizer, "goal-changed", changes(localizer, progress)),
        decision,
        more,
        work: list(
            localizer,
            "goal-work",
            picture::views(localizer, &goal.work),
        ),
        tips: list(localizer, "goal-home", tips),
        keeping: agreement::keeping(portfolio, &progress_text, progress),
        benchmarks: agreement::benchmarks(&progress_text),
        iep: agreement::iep(localizer, goal),
        footing: agreement::footing(localizer, goal),
        note: None,
        words: None,
    };
    page.note = note(localizer, localizer.take_foreign());
    page
}

fn explainer(localizer: &Localizer, goal: &Goal) -> Option<Section<Passage>> {
    let explainer = localizer
        .school
        .library
        .explainers
        .get(goal.explainer.as_ref()?)?;
    let title = localizer.written(&explainer.title, MachineTranslation::Everyday);
    let args = args([("title", title.text.clone().into())]);
    Some(Section {
        label: framed(localizer, "explainer", args, title),
        body: passage(localizer, &explainer.body),
    })
}

fn tips(portfolio: &Portfolio, localizer: &Localizer, goal: &Goal) -> Vec<TipView> {
    let live = portfolio.live_tips().into_iter();
    live.filter(|tip| goal.tips.contains(&tip.id))
        .map(|tip| home::tip(portfolio, localizer, tip, false))
        .collect()
}

pub(super) fn decided(localizer: &Localizer, date: Date, review: &GoalReview) -> Decided {
    localizer.take_foreign();
    let words = |text: &Text| localizer.written(text, MachineTranslation::Binding);
    let decision = match review.decision {
        Decision::Continue => "decision-continue",
        Decision::Adjust => "decision-adjust",
        Decision::Raise => "decision-raise",
        Decision::Transition => "decision-transition",
        Decision::Met => "decision-met",
        Decision::End => "decision-end",
    };
    let mut lines: Vec<LocalizedText> = review.why.as_ref().map(words).into_iter().collect();
    let inserted = |id: &str, text: &Text, from: Option<Date>| {
        let what = words(text);
        let mut args = FluentArgs::new();
        args.set("what", what.text.clone());
        if let Some(from) = from {
            args.set("date", localizer.date(from));
        }
        framed(localizer, id, args, what)
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
        label: localizer.say("goal-decision"),
        decision: localizer.say(decision),
        lines,
        review: date.to_string(),
        date: localizer.say_with("decided", args([("date", localizer.date(date).into())])),
        note: note(localizer, localizer.take_foreign()),
    }
}

/// Changes of plan up to today, the newest first, each with its reason.
fn changes(localizer: &Localizer, progress: &Progress) -> Vec<LocalizedText> {
    let mut lines = Vec::new();
    for change in progress.changes.iter().rev() {
        let (from, to) = turn(localizer, &change.turn);
        lines.extend(to.map(|to| changed(localizer, change, from, to)));
        let why = change.why.as_ref();
        lines.extend(why.map(|why| localizer.written(why, MachineTranslation::Binding)));
    }
    lines
}

/// Before and now, in words.
fn turn(
    localizer: &Localizer,
    turn: &ChangeCause,
) -> (Option<LocalizedText>, Option<LocalizedText>) {
    let words = |text: &Text| localizer.written(text, MachineTranslation::Binding);
    match turn {
        ChangeCause::Words { from, to } => (from.as_ref().map(words), to.as_ref().map(words)),
        ChangeCause::Setting { from, to } => {
            let named = |model: &Option<_>| model.map(|model| support::model(localizer, model));
            (named(from), named(to))
        }
    }
}

fn changed(
    localizer: &Localizer,
    change: &PhaseChange,
    from: Option<LocalizedText>,
    to: LocalizedText,
) -> LocalizedText {
    let mut args = args([
        ("date", localizer.date(change.date).into()),
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
    framed(localizer, id, args, to)
}
