use serde::Serialize;

use super::note;
use super::parts::progress_text::ProgressText;
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::Goal;
use crate::progress::{Portfolio, Progress};

/// Goals that have ended.
#[derive(Debug, Clone, Serialize)]
pub struct FinishedPage {
    /// The page's name.
    pub title: LocalizedText,
    /// What stands here.
    pub lead: LocalizedText,
    /// The goals, the newest first.
    pub goals: Vec<FinishedGoal>,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<LocalizedText>,
}

/// A goal that has ended.
#[derive(Debug, Clone, Serialize)]
pub struct FinishedGoal {
    /// The goal's folder.
    pub id: String,
    /// The skill in plain words.
    pub title: LocalizedText,
    /// How and when it ended.
    pub end: Ending,
    /// From where to where.
    pub sentence: LocalizedText,
}

/// How a goal ended.
#[derive(Debug, Clone, Serialize)]
pub struct Ending {
    /// When, and whether it was met.
    pub when: LocalizedText,
    /// What came of it.
    pub outcome: LocalizedText,
}

/// The page; nothing where no goal has ended.
pub(super) fn page(portfolio: &Portfolio, localizer: &Localizer) -> Option<FinishedPage> {
    localizer.take_foreign();
    let mut goals: Vec<(&Goal, &Progress)> = portfolio.finished_goals().collect();
    goals.sort_by_key(|(goal, _)| std::cmp::Reverse(goal.closed.as_ref().map(|end| end.on)));
    let goals: Vec<FinishedGoal> = goals
        .into_iter()
        .filter_map(|(goal, progress)| one(portfolio, localizer, goal, progress))
        .collect();
    (!goals.is_empty()).then(|| FinishedPage {
        title: localizer.say("page-finished"),
        lead: localizer.say("finished-lead"),
        goals,
        note: note(localizer, localizer.take_foreign()),
    })
}

fn one(
    portfolio: &Portfolio,
    localizer: &Localizer,
    goal: &Goal,
    progress: &Progress,
) -> Option<FinishedGoal> {
    let progress_text = ProgressText::new(portfolio, localizer, goal, progress);
    Some(FinishedGoal {
        id: goal.id.to_string(),
        title: localizer.written(&goal.title, MachineTranslation::Everyday),
        end: ending(portfolio, localizer, goal)?,
        sentence: progress_text.now(),
    })
}

/// How `goal` ended; nothing while it is worked on.
pub(super) fn ending(portfolio: &Portfolio, localizer: &Localizer, goal: &Goal) -> Option<Ending> {
    let closed = goal
        .closed
        .as_ref()
        .filter(|end| end.on <= portfolio.today())?;
    let id = if portfolio.met(goal) {
        "finished-met"
    } else {
        "finished-on"
    };
    let date = localizer.date(closed.on);
    Some(Ending {
        when: localizer.say_with(id, args([("date", date.into())])),
        outcome: localizer.written(&closed.outcome, MachineTranslation::Binding),
    })
}
