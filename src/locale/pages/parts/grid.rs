//! What a goal's values are made of: levels, steps and how each was done, items
//! that are learned and those that come next.

use std::collections::BTreeSet;

use serde::Serialize;

use super::page_text::PageText;
use super::progress_text::ProgressText;
use crate::locale::localized_text::LocalizedText;
use crate::model::{Measure, PromptHierarchy, RecordedValue, Text};
use crate::progress::DataPoint;

/// What a goal's values are made of.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Parts {
    /// A list with a number for each.
    List(LevelList),
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
pub struct LevelList {
    /// The heading.
    pub label: LocalizedText,
    /// The number of the first.
    pub first: i32,
    /// All of them.
    pub levels: Vec<Level>,
}

/// A level of a rubric or a step of a task.
#[derive(Debug, Clone, Serialize)]
pub struct Level {
    /// What it is.
    pub text: LocalizedText,
    /// Whether the newest check is at this level.
    pub now: bool,
}

/// Steps of a task by the newest checks.
#[derive(Debug, Clone, Serialize)]
pub struct StepGrid {
    /// The heading.
    pub label: LocalizedText,
    /// What the table shows.
    pub caption: LocalizedText,
    /// The days, the newest last.
    pub days: Vec<String>,
    /// One row for each step.
    pub rows: Vec<StepRow>,
    /// "alone"
    pub alone: LocalizedText,
    /// "with help"
    pub help: LocalizedText,
}

/// One step.
#[derive(Debug, Clone, Serialize)]
pub struct StepRow {
    /// What it is.
    pub step: LocalizedText,
    /// The help it needs now; none when it is done alone.
    pub needs: Option<LocalizedText>,
    /// How it was done on each day.
    pub cells: Vec<StepCell>,
}

/// How a step was done.
#[derive(Debug, Clone, Serialize)]
pub struct StepCell {
    /// Whether it was done without help.
    pub alone: bool,
    /// The same in words, with the kind of help.
    pub words: LocalizedText,
}

/// A group of items.
#[derive(Debug, Clone, Serialize)]
pub struct ItemGroup {
    /// `known`, `next` or `later`.
    pub key: &'static str,
    /// The heading.
    pub label: LocalizedText,
    /// The items.
    pub items: Vec<LocalizedText>,
}

/// This many checks fit next to the steps on a small phone.
const GRID_CHECKS: usize = 4;
/// This many items are taught next.
const NEXT_ITEMS: usize = 3;

pub(crate) fn parts(progress_text: &mut ProgressText) -> Option<Parts> {
    let measure = &progress_text.goal.measure;
    match measure {
        Measure::Steps { steps, ladder } => {
            Some(match step_grid(progress_text, steps, ladder.as_ref()) {
                Some(grid) => Parts::Steps(Box::new(grid)),
                None => Parts::List(all_steps(progress_text.page_text, steps)),
            })
        }
        Measure::Items { items, .. } => Some(Parts::Items {
            groups: groups(progress_text, items),
        }),
        _ if measure.ordinal() => Some(Parts::List(levels(progress_text))),
        _ => None,
    }
}

fn levels(progress_text: &mut ProgressText) -> LevelList {
    let measure = &progress_text.goal.measure;
    let newest = progress_text.progress.newest.as_ref();
    let now = newest.and_then(|point| measure.named(point.value));
    let (label, first) = match measure {
        Measure::Prompt { .. } => ("levels-help", 1),
        Measure::GoalAttainment { .. } => ("levels", -2),
        _ => ("levels", 1),
    };
    let levels = measure.names().into_iter().map(|text| Level {
        text: progress_text.page_text.everyday(text),
        now: now.is_some_and(|now| std::ptr::eq(now, text)),
    });
    LevelList {
        levels: levels.collect(),
        label: progress_text.localizer.say(label),
        first,
    }
}

fn all_steps(page_text: &mut PageText, steps: &[Text]) -> LevelList {
    let levels = steps.iter().map(|text| Level {
        text: page_text.everyday(text),
        now: false,
    });
    LevelList {
        levels: levels.collect(),
        label: page_text.localizer.say("steps"),
        first: 1,
    }
}

/// The newest checks of the current list that record how each step was done.
fn step_grid(
    progress_text: &mut ProgressText,
    steps: &[Text],
    ladder: Option<&PromptHierarchy>,
) -> Option<StepGrid> {
    let localizer = progress_text.localizer;
    let lettered = |point: &DataPoint| match &point.raw {
        RecordedValue::Letters(letters) => {
            (letters.len() == steps.len()).then(|| (point.date, letters.clone()))
        }
        _ => None,
    };
    let checks: Vec<_> = progress_text
        .progress
        .points()
        .filter_map(lettered)
        .collect();
    let newest = checks.get(checks.len().saturating_sub(GRID_CHECKS)..)?;
    if newest.is_empty() {
        return None;
    }
    let row = |(place, text): (usize, &Text)| {
        let letters = newest.iter().filter_map(|(_, letters)| letters.get(place));
        let cells: Vec<StepCell> = letters
            .map(|letter| cell(progress_text, ladder, letter))
            .collect();
        let now = cells.last().filter(|cell| !cell.alone && ladder.is_some());
        StepRow {
            step: progress_text.page_text.everyday(text),
            needs: now.map(|cell| localizer.around("step-now", "help", cell.words.clone())),
            cells,
        }
    };
    Some(StepGrid {
        rows: steps.iter().enumerate().map(row).collect(),
        label: localizer.say("steps"),
        caption: localizer.say("steps-caption"),
        days: newest
            .iter()
            .map(|(day, _)| localizer.pack.formats.short_month_day(*day))
            .collect(),
        alone: localizer.say("step-alone"),
        help: localizer.say("step-help"),
    })
}

fn cell(
    progress_text: &mut ProgressText,
    ladder: Option<&PromptHierarchy>,
    letter: &str,
) -> StepCell {
    let alone = progress_text.goal.measure.alone(letter);
    let rung = ladder.and_then(|ladder| ladder.rung(letter));
    let words = match rung {
        Some(rung) if !alone => progress_text.page_text.everyday(rung.plain()),
        _ => progress_text
            .localizer
            .say(if alone { "step-alone" } else { "step-help" }),
    };
    StepCell { alone, words }
}

/// Items by whether they are learned, according to the newest check that names
/// them.
fn groups(progress_text: &mut ProgressText, items: &[Text]) -> Vec<ItemGroup> {
    let page_text = &mut *progress_text.page_text;
    let named = |point: &DataPoint| match &point.raw {
        RecordedValue::Items(places) => Some(places.clone()),
        _ => None,
    };
    let seen: Vec<BTreeSet<usize>> = progress_text.progress.points().filter_map(named).collect();
    let Some(learned) = seen.last() else {
        return vec![group(page_text, "later", "items-all", items.iter())];
    };
    let all = || items.iter().enumerate();
    let known = all().filter(|(place, _)| learned.contains(place));
    let open = || all().filter(|(place, _)| !learned.contains(place));
    let texts = |(_, text)| text;
    let (next, later) = (open().take(NEXT_ITEMS), open().skip(NEXT_ITEMS));
    let groups = [
        group(page_text, "known", "items-known", known.map(texts)),
        group(page_text, "next", "items-next", next.map(texts)),
        group(page_text, "later", "items-later", later.map(texts)),
    ];
    let filled = |group: &ItemGroup| !group.items.is_empty();
    groups.into_iter().filter(filled).collect()
}

fn group<'t>(
    page_text: &mut PageText,
    key: &'static str,
    label: &str,
    items: impl Iterator<Item = &'t Text>,
) -> ItemGroup {
    ItemGroup {
        key,
        label: page_text.localizer.say(label),
        items: items.map(|text| page_text.everyday(text)).collect(),
    }
}
