use serde::Serialize;

use super::parts::partner::{self, PartnersView};
use super::parts::words::{LinkTerms, Links, WordsView};
use super::{Passage, note, passage};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{Routine, Text, Tip};
use crate::progress::Portfolio;

/// Everything to do at home.
#[derive(Debug, Clone, Serialize)]
pub struct HomePage {
    /// The page's name.
    pub title: LocalizedText,
    /// One is enough.
    pub lead: LocalizedText,
    /// Live tips, in the order of a day.
    pub tips: Vec<TipView>,
    /// Who else helps.
    pub partners: Option<PartnersView>,
    /// Words to know, where it uses any.
    pub words: Option<WordsView>,
}

impl LinkTerms for HomePage {
    fn link(&mut self, links: &mut Links) {
        self.tips.link(links);
    }
}

/// One thing to do.
#[derive(Debug, Clone, Serialize)]
pub struct TipView {
    /// The tip's name, for links.
    pub id: String,
    /// What it is called.
    pub title: LocalizedText,
    /// When, how long, how often.
    pub facts: Vec<LocalizedText>,
    /// What one needs.
    pub needs: Option<LocalizedText>,
    /// What to do.
    pub body: Passage,
    /// Signs that it goes well, and when to stop.
    pub signs: Vec<LocalizedText>,
    /// Goals it helps with.
    pub goals: Vec<LocalizedText>,
}

impl LinkTerms for TipView {
    fn link(&mut self, links: &mut Links) {
        self.body.link(links);
    }
}

pub(super) fn page(portfolio: &Portfolio, localizer: &Localizer) -> HomePage {
    let mut tips = portfolio.live_tips();
    tips.sort_by_key(|tip| tip.routine);
    HomePage {
        title: localizer.say("page-home"),
        lead: localizer.say(if tips.is_empty() {
            "home-none"
        } else {
            "home-lead"
        }),
        tips: tips
            .into_iter()
            .map(|tip| self::tip(portfolio, localizer, tip, true))
            .collect(),
        partners: partner::views(localizer),
        words: None,
    }
}

/// One tip; `with_goals` names the goals it helps with.
pub(super) fn tip(
    portfolio: &Portfolio,
    localizer: &Localizer,
    tip: &Tip,
    with_goals: bool,
) -> TipView {
    let (mut view, foreign) = localizer.apart(|| around(portfolio, localizer, tip, with_goals));
    // Where the steps have a note of their own, it is said once.
    view.body.note = view.body.note.or_else(|| note(localizer, foreign));
    view
}

fn around(portfolio: &Portfolio, localizer: &Localizer, tip: &Tip, with_goals: bool) -> TipView {
    let words = |text: &Text| localizer.written(text, MachineTranslation::Everyday);
    let framing = |id: &str, text: &Text| {
        let words = words(text);
        if words.mark.is_some() {
            return words;
        }
        localizer.say_with(id, args([("what", words.text.into())]))
    };
    let minutes = tip.minutes.map(|minutes| {
        localizer.say_with(
            "tip-minutes",
            args([("minutes", localizer.number(minutes))]),
        )
    });
    let facts = [
        Some(localizer.say(routine(tip.routine))),
        minutes,
        tip.times.as_ref().map(words),
    ];
    let good = tip.good_if.as_ref().map(|text| framing("tip-good", text));
    let stop = tip.stop_if.as_ref().map(|text| framing("tip-stop", text));
    let title = words(&tip.title);
    let needs = tip
        .materials
        .as_ref()
        .map(|text| framing("tip-needs", text));
    let goals = portfolio
        .open_goals()
        .filter(|(goal, _)| with_goals && goal.tips.contains(&tip.id));
    let goals = goals.filter_map(|(goal, _)| {
        let title = localizer.inside(&goal.title, MachineTranslation::Everyday)?;
        Some(localizer.say_with("tip-goal", args([("goal", title.into())])))
    });
    TipView {
        id: tip.id.to_string(),
        title,
        facts: facts.into_iter().flatten().collect(),
        needs,
        signs: good.into_iter().chain(stop).collect(),
        goals: goals.collect(),
        body: passage(localizer, &tip.body),
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
