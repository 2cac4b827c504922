use std::collections::BTreeSet;

use serde::Serialize;

use super::home::TipView;
use super::index::StudentView;
use super::{GoalPage, IndexPage, LocalizedSite, Section, SupportPage, TeamPage};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, args};

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
    /// Tips for home that stand on no sheet before.
    pub tips: Option<Section<Vec<TipView>>>,
    /// Who the student is, where anything is written about that.
    pub student: Option<StudentView>,
    /// Services and supports.
    pub support: SupportPage,
    /// Whom to call.
    pub team: TeamPage,
}

/// A goal on a sheet of its own.
#[derive(Debug, Clone, Serialize)]
pub struct PrintGoal {
    /// The goal, with at most one tip.
    pub goal: GoalPage,
    /// Its tips that are printed on another sheet.
    pub elsewhere: Vec<LocalizedText>,
}

pub(super) fn page(localized_site: &LocalizedSite, localizer: &Localizer) -> PrintPage {
    let front = localized_site.index.clone();
    let tonight = front.tonight.iter().map(|tip| tip.body.id.clone());
    let mut printed: BTreeSet<String> = tonight.collect();
    let open = localized_site
        .goals
        .iter()
        .filter(|goal| goal.end.is_none());
    let goals = open
        .map(|goal| sheet(goal.clone(), &mut printed, localizer))
        .collect();
    let mut tips = localized_site.home.tips.clone();
    tips.retain(|tip| !printed.contains(&tip.id));
    PrintPage {
        title: localizer.say("page-print"),
        how: localizer.say("print-how"),
        goals,
        tips: (!tips.is_empty()).then(|| Section {
            label: localized_site.home.title.clone(),
            body: tips,
        }),
        student: front.student.is_told().then(|| front.student.clone()),
        support: localized_site.support.clone(),
        team: localized_site.team.clone(),
        front,
    }
}

/// The sheet of `goal`: its first tip that is not in `printed` stands on it, and
/// its other tips are only named.
fn sheet(mut goal: GoalPage, printed: &mut BTreeSet<String>, localizer: &Localizer) -> PrintGoal {
    let mut elsewhere = Vec::new();
    if let Some(tips) = &mut goal.tips {
        let here = tips.body.iter().find(|tip| !printed.contains(&tip.id));
        let here = here.map(|tip| tip.id.clone());
        tips.body.retain(|tip| {
            let stays = here.as_ref() == Some(&tip.id);
            if !stays {
                elsewhere.push(named(tip, localizer));
            }
            stays
        });
        printed.extend(here);
    }
    PrintGoal { goal, elsewhere }
}

fn named(tip: &TipView, localizer: &Localizer) -> LocalizedText {
    let args = args([("tip", tip.title.text.clone().into())]);
    super::framed(localizer, "print-tip", args, tip.title.clone())
}
