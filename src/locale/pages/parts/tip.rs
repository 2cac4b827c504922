//! An at-home tip.

use serde::Serialize;

use super::page_text::PageText;
use super::passage::{Passage, passage};
use super::words::{LinkTerms, Links};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{Routine, Text, Tip};
use crate::progress::Portfolio;

/// One thing to do at home.
#[derive(Debug, Clone, Serialize)]
pub struct TipView {
    /// The tip's name, for links.
    pub id: String,
    /// The tip's title.
    pub title: LocalizedText,
    /// When, how long, how often.
    pub facts: Vec<LocalizedText>,
    /// What the family needs for it.
    pub needs: Option<LocalizedText>,
    /// What to do.
    pub body: Passage,
    /// Signs that it is going well, and when to stop.
    pub signs: Vec<LocalizedText>,
    /// Goals it helps with.
    pub goals: Vec<LocalizedText>,
}

impl LinkTerms for TipView {
    fn link(&mut self, links: &mut Links) {
        self.body.link(links);
    }
}

/// One tip, with a note of its own; `with_goals` names the goals it helps with.
pub(crate) fn tip(
    portfolio: &Portfolio,
    localizer: &Localizer,
    tip: &Tip,
    with_goals: bool,
) -> TipView {
    let mut page_text = PageText::new(localizer);
    let around = |page_text: &mut PageText, id: &str, text: Option<&Text>| {
        let what = page_text.everyday(text?);
        Some(localizer.around(id, "what", what))
    };
    let minutes = tip.minutes.map(|minutes| {
        let minutes = Localizer::number(minutes);
        localizer.say_with("tip-minutes", args([("minutes", minutes)]))
    });
    let facts = [
        Some(localizer.say(routine(tip.routine))),
        minutes,
        tip.times.as_ref().map(|times| page_text.everyday(times)),
    ];
    let signs = [
        around(&mut page_text, "tip-good", tip.good_if.as_ref()),
        around(&mut page_text, "tip-stop", tip.stop_if.as_ref()),
    ];
    let needs = around(&mut page_text, "tip-needs", tip.materials.as_ref());
    let goals = portfolio
        .open_goals()
        .filter(|(goal, _)| with_goals && goal.tips.contains(&tip.id))
        .filter_map(|(goal, _)| {
            let title = page_text.inside(&goal.title, MachineTranslation::Labeled)?;
            Some(localizer.say_with("tip-goal", args([("goal", title.into())])))
        })
        .collect();
    let title = page_text.everyday(&tip.title);
    let body = passage(localizer, &tip.body);
    TipView {
        id: tip.id.to_string(),
        title,
        facts: facts.into_iter().flatten().collect(),
        needs,
        signs: signs.into_iter().flatten().collect(),
        goals,
        // Where the steps have a note, it speaks for the tip as well.
        body: Passage {
            note: body.note.or_else(|| page_text.note()),
            ..body
        },
    }
}

fn routine(routine: Routine) -> &'static str {
    match routine {
        Routine::Morning => "routine-morning",
        Routine::Breakfast => "routine-breakfast",
        Routine::Car => "routine-car",
        Routine::AfterSchool => "routine-after-school",
        Routine::Shop => "routine-shop",
        Routine::Cooking => "routine-cooking",
        Routine::Dinner => "routine-dinner",
        Routine::AfterDinner => "routine-after-dinner",
        Routine::Bath => "routine-bath",
        Routine::Bedtime => "routine-bedtime",
        Routine::Play => "routine-play",
        Routine::Weekend => "routine-weekend",
        Routine::Any => "routine-any",
    }
}
