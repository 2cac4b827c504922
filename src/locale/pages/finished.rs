//! The page of goals that have ended.

use serde::Serialize;

use super::parts::ending::{Ending, ending};
use super::parts::page_text::PageText;
use super::parts::progress_text::ProgressText;
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::Localizer;
use crate::model::Goal;
use crate::progress::{Portfolio, Progress};

/// Goals that have ended.
#[derive(Debug, Clone, Serialize)]
pub struct FinishedPage {
    /// The page's name.
    pub title: LocalizedText,
    /// What this page shows.
    pub lead: LocalizedText,
    /// The goals, the newest first.
    pub goals: Vec<FinishedGoal>,
    /// The note about translation, if one is needed.
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

/// The page; `None` if no goal has ended.
pub(super) fn page(portfolio: &Portfolio, localizer: &Localizer) -> Option<FinishedPage> {
    let mut page_text = PageText::new(localizer);
    let mut goals: Vec<(&Goal, &Progress)> = portfolio.finished_goals().collect();
    goals.sort_by_key(|(goal, _)| std::cmp::Reverse(goal.closed.as_ref().map(|end| end.on)));
    let goals: Vec<FinishedGoal> = goals
        .into_iter()
        .filter_map(|(goal, progress)| one(portfolio, &mut page_text, goal, progress))
        .collect();
    (!goals.is_empty()).then(|| FinishedPage {
        title: localizer.say("page-finished"),
        lead: localizer.say("finished-lead"),
        goals,
        note: page_text.note(),
    })
}

fn one(
    portfolio: &Portfolio,
    page_text: &mut PageText,
    goal: &Goal,
    progress: &Progress,
) -> Option<FinishedGoal> {
    Some(FinishedGoal {
        id: goal.id.to_string(),
        title: page_text.everyday(&goal.title),
        end: ending(portfolio, page_text, goal)?,
        sentence: ProgressText::new(portfolio, page_text, goal, progress).now(),
    })
}
