use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::super::phrase::Phrase;
use super::super::speaker::{Speaker, Weight, args};
use super::home::{self, TipView};
use super::index::StatusView;
use super::numbers::{self, NumbersView};
use super::picture::{self, PictureView};
use super::sentence::Teller;
use super::{Passage, Section, index, list, note, passage, section, support};
use crate::model::{Date, Decision, Goal, GoalReview, Text};
use crate::progress::{Portfolio, Progress};

/// The page of one goal.
#[derive(Debug, Clone, Serialize)]
pub struct GoalPage {
    /// The goal's folder.
    pub id: String,
    /// The skill in plain words.
    pub title: Phrase,
    /// The status the team recorded.
    pub status: Option<StatusView>,
    /// Why it matters.
    pub why: Option<Section<Phrase>>,
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
    /// The IEP's own wording.
    pub iep: Option<Section<Phrase>>,
    /// When it was agreed, and who works on it.
    pub footing: Vec<Phrase>,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<Phrase>,
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
    /// Said when the words are not in the reader's language.
    pub note: Option<Phrase>,
}

pub(super) fn pages(portfolio: &Portfolio, speaker: &Speaker) -> Vec<GoalPage> {
    portfolio
        .open_goals()
        .map(|(goal, progress)| page(portfolio, speaker, goal, progress))
        .collect()
}

fn page(portfolio: &Portfolio, speaker: &Speaker, goal: &Goal, progress: &Progress) -> GoalPage {
    let today = portfolio.today();
    let teller = Teller {
        speaker,
        goal,
        progress,
        today,
    };
    // Passages and decisions say it themselves; they come first, so that what
    // is left in the speaker's memory is about the rest of the page.
    let decision = portfolio
        .review(goal)
        .map(|(date, review)| decided(speaker, date, review));
    let more = goal.more.as_ref();
    let more = more.map(|text| section(speaker, "goal-more", passage(speaker, text)));
    let tips = tips(portfolio, speaker, goal);
    speaker.take_foreign();
    let words = |text: &Text| speaker.written(text, Weight::Everyday);
    let line = |label, text: &Option<Text>| {
        text.as_ref()
            .map(|text| section(speaker, label, words(text)))
    };
    let what: Vec<Phrase> = goal
        .what
        .as_ref()
        .map(words)
        .into_iter()
        .chain(teller.mastery())
        .collect();
    let mut page = GoalPage {
        id: goal.id.to_string(),
        title: words(&goal.title),
        status: index::status(portfolio, speaker, goal),
        why: line("goal-why", &goal.why),
        what: (!what.is_empty()).then(|| section(speaker, "goal-what", what)),
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
        changed: list(speaker, "goal-changed", changes(speaker, goal, today)),
        decision,
        more,
        work: list(speaker, "goal-work", picture::views(speaker, &goal.work)),
        tips: list(speaker, "goal-home", tips),
        iep: iep(speaker, goal),
        footing: footing(speaker, goal),
        note: None,
    };
    page.note = note(speaker, speaker.take_foreign());
    page
}

fn tips(portfolio: &Portfolio, speaker: &Speaker, goal: &Goal) -> Vec<TipView> {
    let live = portfolio.live_tips().into_iter();
    live.filter(|tip| goal.tips.contains(&tip.id))
        .map(|tip| home::tip(portfolio, speaker, tip, false))
        .collect()
}

fn decided(speaker: &Speaker, date: Date, review: &GoalReview) -> Decided {
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
        date: speaker.say_with("decided", args([("date", speaker.date(date).into())])),
        note: note(speaker, speaker.take_foreign()),
    }
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

fn changes(speaker: &Speaker, goal: &Goal, today: Date) -> Vec<Phrase> {
    let mut lines = Vec::new();
    for change in goal
        .changes
        .iter()
        .rev()
        .filter(|change| change.date <= today)
    {
        let words = |text: &Text| speaker.written(text, Weight::Binding);
        if let Some(to) = change.to.as_ref().map(words) {
            let mut args = args([
                ("date", speaker.date(change.date).into()),
                ("to", to.text.clone().into()),
            ]);
            let from = change
                .from
                .as_ref()
                .map(words)
                .filter(|from| from.mark.is_none());
            let id = if from.is_some() {
                "change-from-to"
            } else {
                "change"
            };
            if let Some(from) = from {
                args.set("from", from.text);
            }
            lines.push(framed(speaker, id, args, to));
        }
        lines.extend(change.why.as_ref().map(words));
    }
    lines
}

fn iep(speaker: &Speaker, goal: &Goal) -> Option<Section<Phrase>> {
    let text = goal.iep_text.as_ref()?;
    Some(section(
        speaker,
        "goal-iep",
        speaker.written(text, Weight::Binding),
    ))
}

fn footing(speaker: &Speaker, goal: &Goal) -> Vec<Phrase> {
    let names: Vec<String> = goal
        .owners
        .iter()
        .filter_map(|id| speaker.school.staff.get(id))
        .map(|person| speaker.proper(&person.name))
        .collect();
    let mut lines = Vec::new();
    if !names.is_empty() {
        let id = if names.len() == 1 {
            "goal-owner"
        } else {
            "goal-owners"
        };
        let people = speaker.pack.formats.list(&names);
        lines.push(speaker.say_with(id, args([("people", people.into())])));
    }
    if let Some(day) = goal.agreed_on {
        lines.push(speaker.say_with("goal-agreed", args([("date", speaker.date(day).into())])));
    }
    lines
}
