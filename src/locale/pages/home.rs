use serde::Serialize;

use super::super::localized_text::Phrase;
use super::super::localizer::{Speaker, Weight, args};
use super::partner::{self, PartnersView};
use super::words::{Links, Running, WordsView};
use super::{Passage, note, passage};
use crate::model::{Routine, Text, Tip};
use crate::progress::Portfolio;

/// Everything to do at home.
#[derive(Debug, Clone, Serialize)]
pub struct HomePage {
    /// The page's name.
    pub title: Phrase,
    /// One is enough.
    pub lead: Phrase,
    /// Live tips, in the order of a day.
    pub tips: Vec<TipView>,
    /// Who else helps.
    pub partners: Option<PartnersView>,
    /// Words to know, where it uses any.
    pub words: Option<WordsView>,
}

impl Running for HomePage {
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
    pub title: Phrase,
    /// When, how long, how often.
    pub facts: Vec<Phrase>,
    /// What one needs.
    pub needs: Option<Phrase>,
    /// What to do.
    pub body: Passage,
    /// Signs that it goes well, and when to stop.
    pub signs: Vec<Phrase>,
    /// Goals it helps with.
    pub goals: Vec<Phrase>,
}

impl Running for TipView {
    fn link(&mut self, links: &mut Links) {
        self.body.link(links);
    }
}

pub(super) fn page(portfolio: &Portfolio, speaker: &Speaker) -> HomePage {
    let mut tips = portfolio.live_tips();
    tips.sort_by_key(|tip| tip.routine);
    HomePage {
        title: speaker.say("page-home"),
        lead: speaker.say(if tips.is_empty() {
            "home-none"
        } else {
            "home-lead"
        }),
        tips: tips
            .into_iter()
            .map(|tip| self::tip(portfolio, speaker, tip, true))
            .collect(),
        partners: partner::views(speaker),
        words: None,
    }
}

/// One tip; `with_goals` names the goals it helps with.
pub(super) fn tip(
    portfolio: &Portfolio,
    speaker: &Speaker,
    tip: &Tip,
    with_goals: bool,
) -> TipView {
    let (mut view, foreign) = speaker.apart(|| around(portfolio, speaker, tip, with_goals));
    // Where the steps have a note of their own, it is said once.
    view.body.note = view.body.note.or_else(|| note(speaker, foreign));
    view
}

fn around(portfolio: &Portfolio, speaker: &Speaker, tip: &Tip, with_goals: bool) -> TipView {
    let words = |text: &Text| speaker.written(text, Weight::Everyday);
    let framing = |id: &str, text: &Text| {
        let words = words(text);
        if words.mark.is_some() {
            return words;
        }
        speaker.say_with(id, args([("what", words.text.into())]))
    };
    let minutes = tip.minutes.map(|minutes| {
        speaker.say_with("tip-minutes", args([("minutes", speaker.number(minutes))]))
    });
    let facts = [
        Some(speaker.say(routine(tip.routine))),
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
        let title = speaker.inside(&goal.title, Weight::Everyday)?;
        Some(speaker.say_with("tip-goal", args([("goal", title.into())])))
    });
    TipView {
        id: tip.id.to_string(),
        title,
        facts: facts.into_iter().flatten().collect(),
        needs,
        signs: good.into_iter().chain(stop).collect(),
        goals: goals.collect(),
        body: passage(speaker, &tip.body),
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
