use serde::Serialize;

use super::super::localized_text::Phrase;
use super::super::localizer::{Speaker, Weight, args};
use super::note;
use super::progress_text::Teller;
use crate::model::Goal;
use crate::progress::{Portfolio, Progress};

/// Goals that have ended.
#[derive(Debug, Clone, Serialize)]
pub struct FinishedPage {
    /// The page's name.
    pub title: Phrase,
    /// What stands here.
    pub lead: Phrase,
    /// The goals, the newest first.
    pub goals: Vec<FinishedGoal>,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<Phrase>,
}

/// A goal that has ended.
#[derive(Debug, Clone, Serialize)]
pub struct FinishedGoal {
    /// The goal's folder.
    pub id: String,
    /// The skill in plain words.
    pub title: Phrase,
    /// How and when it ended.
    pub end: Ending,
    /// From where to where.
    pub sentence: Phrase,
}

/// How a goal ended.
#[derive(Debug, Clone, Serialize)]
pub struct Ending {
    /// When, and whether it was met.
    pub when: Phrase,
    /// What came of it.
    pub outcome: Phrase,
}

/// The page; nothing where no goal has ended.
pub(super) fn page(portfolio: &Portfolio, speaker: &Speaker) -> Option<FinishedPage> {
    speaker.take_foreign();
    let mut goals: Vec<(&Goal, &Progress)> = portfolio.finished_goals().collect();
    goals.sort_by_key(|(goal, _)| std::cmp::Reverse(goal.closed.as_ref().map(|end| end.on)));
    let goals: Vec<FinishedGoal> = goals
        .into_iter()
        .filter_map(|(goal, progress)| one(portfolio, speaker, goal, progress))
        .collect();
    (!goals.is_empty()).then(|| FinishedPage {
        title: speaker.say("page-finished"),
        lead: speaker.say("finished-lead"),
        goals,
        note: note(speaker, speaker.take_foreign()),
    })
}

fn one(
    portfolio: &Portfolio,
    speaker: &Speaker,
    goal: &Goal,
    progress: &Progress,
) -> Option<FinishedGoal> {
    let teller = Teller::new(portfolio, speaker, goal, progress);
    Some(FinishedGoal {
        id: goal.id.to_string(),
        title: speaker.written(&goal.title, Weight::Everyday),
        end: ending(portfolio, speaker, goal)?,
        sentence: teller.now(),
    })
}

/// How `goal` ended; nothing while it is worked on.
pub(super) fn ending(portfolio: &Portfolio, speaker: &Speaker, goal: &Goal) -> Option<Ending> {
    let closed = goal
        .closed
        .as_ref()
        .filter(|end| end.on <= portfolio.today())?;
    let id = if portfolio.met(goal) {
        "finished-met"
    } else {
        "finished-on"
    };
    let date = speaker.date(closed.on);
    Some(Ending {
        when: speaker.say_with(id, args([("date", date.into())])),
        outcome: speaker.written(&closed.outcome, Weight::Binding),
    })
}
