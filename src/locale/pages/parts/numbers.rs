//! A goal's data points as a page shows them: the caption, the chart and the
//! table.

use serde::Serialize;

use super::chart_guide::{self, GuideView};
use super::chart_key::KeyItem;
use super::goal_chart;
use super::grid::{self, Parts};
use super::progress_text::ProgressText;
use crate::chart::Chart;
use crate::locale::localized_text::LocalizedText;

/// The section "Where she is now": the chart, its caption and its numbers.
#[derive(Debug, Clone, Serialize)]
pub struct NumbersView {
    /// "Where she is now".
    pub label: LocalizedText,
    /// The chart's message, one line each.
    pub caption: Vec<LocalizedText>,
    /// What the value axis counts.
    pub axis: LocalizedText,
    /// The chart; `None` until there is something to draw.
    #[serde(skip)]
    pub chart: Option<Chart>,
    /// All data points; `None` if there are none.
    pub table: Option<Table>,
    /// What the shapes on the chart stand for; empty if there is only one.
    pub key: Vec<KeyItem>,
    /// How to read the chart; `None` without a chart.
    pub guide: Option<GuideView>,
    /// The teacher's note about the baseline.
    pub began: Option<LocalizedText>,
    /// Levels, steps or items, for measures that have them.
    pub parts: Option<Parts>,
}

/// The table of data points.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// "All the numbers".
    pub label: LocalizedText,
    /// Headings of the first columns: date and result.
    pub columns: [LocalizedText; 2],
    /// Heading of the setting; `None` if all data points are from one setting.
    pub setting: Option<LocalizedText>,
    /// One row for each data point, newest last.
    pub rows: Vec<Row>,
}

/// One data point in the table.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// The date as text.
    pub date: String,
    /// The result with its unit.
    pub value: String,
    /// The setting; `None` if all data points are from one setting.
    pub setting: Option<LocalizedText>,
    /// The teacher's note.
    pub note: Option<LocalizedText>,
}

pub(crate) fn view(progress_text: &mut ProgressText) -> NumbersView {
    let caption = progress_text.caption();
    let chart = goal_chart::chart(progress_text, &caption);
    NumbersView {
        label: progress_text.localizer.say("goal-now"),
        axis: progress_text.axis(),
        guide: chart
            .as_ref()
            .map(|chart| chart_guide::guide(progress_text, chart)),
        chart,
        table: table(progress_text),
        key: progress_text.key(),
        began: began(progress_text),
        parts: grid::parts(progress_text),
        caption,
    }
}

fn began(progress_text: &mut ProgressText) -> Option<LocalizedText> {
    let note = progress_text.goal.baseline.note.as_ref()?;
    let note = progress_text.page_text.everyday(note);
    Some(
        progress_text
            .localizer
            .around("baseline-note", "note", note),
    )
}

fn table(progress_text: &mut ProgressText) -> Option<Table> {
    let localizer = progress_text.localizer;
    let notes = progress_text.goal.data.iter().map(|one| one.note.as_ref());
    let with_settings = progress_text.in_several_settings();
    // Data points are in the order of the observations that they come from.
    let rows: Vec<Row> = progress_text
        .progress
        .points()
        .zip(notes)
        .map(|(point, note)| Row {
            date: progress_text.day(point.date),
            value: progress_text.cell(point),
            setting: with_settings.then(|| progress_text.setting(point.setting)),
            note: note.map(|note| progress_text.page_text.everyday(note)),
        })
        .collect();
    let column = |id| localizer.say(id);
    (!rows.is_empty()).then(|| Table {
        label: localizer.say("all-numbers"),
        columns: ["column-date", "column-value"].map(column),
        setting: with_settings.then(|| column("column-setting")),
        rows,
    })
}
