use serde::Serialize;

use super::super::phrase::Phrase;
use super::super::speaker::Speaker;
use super::{Edition, GoalPage, HomePage, SupportPage, TeamPage};

/// Everything that a family may want on the refrigerator, a goal to a sheet of
/// paper. Made of the other pages, so that paper and screen say the same.
#[derive(Debug, Clone, Serialize)]
pub struct PrintPage {
    /// The page's name.
    pub title: Phrase,
    /// How to get it onto paper.
    pub how: Phrase,
    /// What everybody calls the student.
    pub name: String,
    /// The week it is about.
    pub week: Phrase,
    /// Open goals, most important first.
    pub goals: Vec<GoalPage>,
    /// Services and supports.
    pub support: SupportPage,
    /// Tips for home.
    pub home: HomePage,
    /// Whom to call.
    pub team: TeamPage,
}

pub(super) fn page(edition: &Edition, speaker: &Speaker) -> PrintPage {
    let open = edition.goals.iter().filter(|goal| goal.end.is_none());
    PrintPage {
        title: speaker.say("page-print"),
        how: speaker.say("print-how"),
        name: edition.index.name.clone(),
        week: edition.index.week.clone(),
        goals: open.cloned().collect(),
        support: edition.support.clone(),
        home: edition.home.clone(),
        team: edition.team.clone(),
    }
}
