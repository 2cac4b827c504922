//! The page for printing, made of the other pages.

use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::Localizer;
use std::collections::BTreeSet;

use serde::Serialize;

use super::parts::section::Section;
use super::parts::student::StudentView;
use super::parts::tip::TipView;
use super::{GoalPage, HomePage, IndexPage, SupportPage, TeamPage};

/// What a family may want on paper: the first page for the refrigerator, then a
/// sheet for each goal. Made of the other pages, so that paper and screen say
/// the same.
#[derive(Debug, Clone, Serialize)]
pub struct PrintPage {
    /// The page's name.
    pub title: LocalizedText,
    /// How to get it onto paper.
    pub how: LocalizedText,
    /// The five answers.
    pub front: IndexPage,
    /// Open goals, most important first.
    pub goals: Vec<PrintGoal>,
    /// Tips for home that are on no earlier sheet.
    pub tips: Option<Section<Vec<TipView>>>,
    /// Who the student is, where anything is written about that.
    pub student: Option<StudentView>,
    /// Services and supports.
    pub support: SupportPage,
    /// Whom to call.
    pub team: TeamPage,
}

/// A goal on its own sheet.
#[derive(Debug, Clone, Serialize)]
pub struct PrintGoal {
    /// The goal, with at most one tip.
    pub goal: GoalPage,
    /// Its tips that are printed on another sheet.
    pub elsewhere: Vec<LocalizedText>,
}

/// Finished pages of one site, before words to know are linked: a link leads
/// nowhere on paper.
pub(super) struct Finished<'p> {
    pub(super) index: &'p IndexPage,
    pub(super) goals: &'p [GoalPage],
    pub(super) home: &'p HomePage,
    pub(super) support: &'p SupportPage,
    pub(super) team: &'p TeamPage,
}

pub(super) fn page(pages: &Finished, localizer: &Localizer) -> PrintPage {
    let front = pages.index.clone();
    let tonight = front.tonight.iter().map(|tip| tip.body.id.clone());
    let mut printed: BTreeSet<String> = tonight.collect();
    let open = pages.goals.iter().filter(|goal| goal.end.is_none());
    let goals = open
        .map(|goal| sheet(goal.clone(), &mut printed, localizer))
        .collect();
    let mut tips = pages.home.tips.clone();
    tips.retain(|tip| !printed.contains(&tip.id));
    let student = (!front.student.is_empty()).then(|| front.student.clone());
    PrintPage {
        title: localizer.say("page-print"),
        how: localizer.say("print-how"),
        goals,
        tips: (!tips.is_empty()).then(|| Section {
            label: pages.home.title.clone(),
            body: tips,
        }),
        student,
        support: pages.support.clone(),
        team: pages.team.clone(),
        front,
    }
}

/// The sheet of `goal`, with its first tip that is not yet `printed` and the names
/// of the others.
fn sheet(mut goal: GoalPage, printed: &mut BTreeSet<String>, localizer: &Localizer) -> PrintGoal {
    let mut elsewhere = Vec::new();
    if let Some(tips) = &mut goal.tips {
        let here = tips.body.iter().find(|tip| !printed.contains(&tip.id));
        let here = here.map(|tip| tip.id.clone());
        tips.body.retain(|tip| {
            let stays = here.as_ref() == Some(&tip.id);
            if !stays {
                elsewhere.push(localizer.around("print-tip", "tip", tip.title.clone()));
            }
            stays
        });
        printed.extend(here);
    }
    PrintGoal { goal, elsewhere }
}
