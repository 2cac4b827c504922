//! What a goal's values are made of: levels, steps and how each was done, items
//! that are learned and those that come next.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::localized_text::Phrase;
use super::super::localizer::{Speaker, Weight, args};
use super::framed;
use super::progress_text::Teller;
use crate::model::{Ladder, Measure, Raw, Text};
use crate::progress::Point;

/// What a goal's values are made of.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Parts {
    /// A list with a number for each.
    List(Levels),
    /// How each step was done.
    Steps(Box<StepGrid>),
    /// What is learned, what comes next, what comes later.
    Items {
        /// One list each.
        groups: Vec<ItemGroup>,
    },
}

/// Levels of a rubric or kinds of help, the lowest first; or steps of a task.
#[derive(Debug, Clone, Serialize)]
pub struct Levels {
    /// The heading.
    pub label: Phrase,
    /// The number of the first.
    pub first: i32,
    /// All of them.
    pub levels: Vec<Level>,
}

/// A level of a rubric or a step of a task.
#[derive(Debug, Clone, Serialize)]
pub struct Level {
    /// What it is.
    pub text: Phrase,
    /// Whether the newest check is at this level.
    pub now: bool,
}

/// Steps of a task by the newest checks.
#[derive(Debug, Clone, Serialize)]
pub struct StepGrid {
    /// The heading.
    pub label: Phrase,
    /// What the table shows.
    pub caption: Phrase,
    /// The days, the newest last.
    pub days: Vec<String>,
    /// One row for each step.
    pub rows: Vec<StepRow>,
    /// "alone"
    pub alone: Phrase,
    /// "with help"
    pub help: Phrase,
}

/// One step.
#[derive(Debug, Clone, Serialize)]
pub struct StepRow {
    /// What it is.
    pub step: Phrase,
    /// The help it needs now; none when it is done alone.
    pub needs: Option<Phrase>,
    /// How it was done on each day.
    pub cells: Vec<StepCell>,
}

/// How a step was done.
#[derive(Debug, Clone, Serialize)]
pub struct StepCell {
    /// Whether it was done without help.
    pub alone: bool,
    /// The same in words, with the kind of help.
    pub words: Phrase,
}

/// Items that stand together.
#[derive(Debug, Clone, Serialize)]
pub struct ItemGroup {
    /// `known`, `next` or `later`.
    pub key: &'static str,
    /// The heading.
    pub label: Phrase,
    /// The items.
    pub items: Vec<Phrase>,
}

/// This many checks fit beside the steps on a small phone.
const GRID_CHECKS: usize = 4;
/// This many items are taught next.
const NEXT_ITEMS: usize = 3;

pub(super) fn parts(teller: &Teller) -> Option<Parts> {
    let measure = &teller.goal.measure;
    match measure {
        Measure::Steps { steps, ladder } => {
            Some(step_grid(teller, steps, ladder.as_ref()).map_or_else(
                || Parts::List(all_steps(teller, steps)),
                |grid| Parts::Steps(Box::new(grid)),
            ))
        }
        Measure::Items { items, .. } => Some(Parts::Items {
            groups: groups(teller, items),
        }),
        _ if measure.ordinal() => Some(Parts::List(levels(teller))),
        _ => None,
    }
}

fn levels(teller: &Teller) -> Levels {
    let (speaker, measure) = (teller.speaker, &teller.goal.measure);
    let newest = teller.progress.newest.as_ref();
    let now = newest.and_then(|point| measure.named(point.value));
    let level = |text: &Text| Level {
        text: speaker.written(text, Weight::Everyday),
        now: now.is_some_and(|now| std::ptr::eq(now, text)),
    };
    let (label, first) = match measure {
        Measure::Prompt { .. } => ("levels-help", 1),
        Measure::GoalAttainment { .. } => ("levels", -2),
        _ => ("levels", 1),
    };
    Levels {
        label: speaker.say(label),
        first,
        levels: measure.names().into_iter().map(level).collect(),
    }
}

fn all_steps(teller: &Teller, steps: &[Text]) -> Levels {
    let speaker = teller.speaker;
    let level = |text: &Text| Level {
        text: speaker.written(text, Weight::Everyday),
        now: false,
    };
    Levels {
        label: speaker.say("steps"),
        first: 1,
        levels: steps.iter().map(level).collect(),
    }
}

/// The newest checks of the list as it is now that say how each step was done.
fn step_grid(teller: &Teller, steps: &[Text], ladder: Option<&Ladder>) -> Option<StepGrid> {
    let speaker = teller.speaker;
    let lettered = |point: &Point| match &point.raw {
        Raw::Letters(letters) => {
            (letters.len() == steps.len()).then_some((point.date, letters.clone()))
        }
        _ => None,
    };
    let checks: Vec<_> = teller.progress.points().filter_map(lettered).collect();
    let newest = checks.get(checks.len().saturating_sub(GRID_CHECKS)..)?;
    let cell = |letter: &String| cell(teller, ladder, letter);
    let row = |(place, text): (usize, &Text)| {
        let letters = newest.iter().filter_map(|(_, letters)| letters.get(place));
        let cells: Vec<StepCell> = letters.map(cell).collect();
        let now = cells.last().filter(|cell| !cell.alone && ladder.is_some());
        StepRow {
            step: speaker.written(text, Weight::Everyday),
            needs: now.map(|cell| {
                let help = args([("help", cell.words.text.clone().into())]);
                framed(speaker, "step-now", help, cell.words.clone())
            }),
            cells,
        }
    };
    (!newest.is_empty()).then(|| StepGrid {
        label: speaker.say("steps"),
        caption: speaker.say("steps-caption"),
        days: newest
            .iter()
            .map(|(day, _)| speaker.pack.formats.short_month_day(*day))
            .collect(),
        rows: steps.iter().enumerate().map(row).collect(),
        alone: speaker.say("step-alone"),
        help: speaker.say("step-help"),
    })
}

fn cell(teller: &Teller, ladder: Option<&Ladder>, letter: &str) -> StepCell {
    let speaker = teller.speaker;
    let alone = teller.goal.measure.alone(letter);
    let rung = ladder.and_then(|ladder| ladder.rung(letter));
    let words = match rung {
        Some(rung) if !alone => speaker.written(rung.plain(), Weight::Everyday),
        _ => speaker.say(if alone { "step-alone" } else { "step-help" }),
    };
    StepCell { alone, words }
}

/// Items by whether they are learned, as the newest check that names them says.
fn groups(teller: &Teller, items: &[Text]) -> Vec<ItemGroup> {
    let speaker = teller.speaker;
    let named = |point: &Point| match &point.raw {
        Raw::Items(places) => Some(places.clone()),
        _ => None,
    };
    let seen: Vec<BTreeSet<usize>> = teller.progress.points().filter_map(named).collect();
    let Some(learned) = seen.last() else {
        return vec![group(speaker, "later", "items-all", items.iter())];
    };
    let all = || items.iter().enumerate();
    let known = all().filter(|(place, _)| learned.contains(place));
    let open = || all().filter(|(place, _)| !learned.contains(place));
    let texts = |(_, text)| text;
    let groups = [
        group(speaker, "known", "items-known", known.map(texts)),
        group(
            speaker,
            "next",
            "items-next",
            open().take(NEXT_ITEMS).map(texts),
        ),
        group(
            speaker,
            "later",
            "items-later",
            open().skip(NEXT_ITEMS).map(texts),
        ),
    ];
    let filled = |group: &ItemGroup| !group.items.is_empty();
    groups.into_iter().filter(filled).collect()
}

fn group<'t>(
    speaker: &Speaker,
    key: &'static str,
    label: &str,
    items: impl Iterator<Item = &'t Text>,
) -> ItemGroup {
    ItemGroup {
        key,
        label: speaker.say(label),
        items: items
            .map(|text| speaker.written(text, Weight::Everyday))
            .collect(),
    }
}
