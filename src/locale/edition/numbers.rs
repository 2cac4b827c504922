//! A goal's numbers as a page shows them: the chart's facts and the table.

use serde::Serialize;

use super::super::phrase::{Phrase, bold_off};
use super::super::speaker::{Speaker, Weight};
use super::sentence::Teller;
use super::{Section, change, list};
use crate::locale::Direction;
use crate::model::{Date, Measure, Setting, Text, TimeAxis};
use crate::progress::{Heading, PhaseChange, Point, Stage, Trend, Turn};

/// Where the student is now: the chart, its message and its numbers.
#[derive(Debug, Clone, Serialize)]
pub struct NumbersView {
    /// "Where she is now".
    pub label: Phrase,
    /// The chart's message, line by line.
    pub caption: Vec<Phrase>,
    /// What the value axis counts.
    pub axis: Phrase,
    /// The chart, once there is something to draw.
    #[serde(skip)]
    pub chart: Option<ChartView>,
    /// All numbers.
    pub table: Option<Table>,
    /// Levels or steps, where the measure has them.
    pub parts: Option<Section<Vec<Level>>>,
}

/// A level of a rubric or a step of a task.
#[derive(Debug, Clone, Serialize)]
pub struct Level {
    /// What it is.
    pub text: Phrase,
    /// Whether the newest check is at this level.
    pub now: bool,
}

/// The numbers behind the chart.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// "All the numbers".
    pub label: Phrase,
    /// Headings of the columns: date, result and, where there are any, notes.
    pub columns: Vec<Phrase>,
    /// One row for each check, newest last.
    pub rows: Vec<Row>,
}

/// One check.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// The day.
    pub date: String,
    /// The result.
    pub value: String,
    /// A few words about it.
    pub note: Option<Phrase>,
}

/// What the chart is drawn from: days as numbers, words as this language has
/// them.
#[derive(Debug, Clone)]
pub struct ChartView {
    /// The goal's measure.
    pub measure: Measure,
    /// The message, for readers who do not see the drawing.
    pub description: String,
    /// First and last day.
    pub days: (i32, i32),
    /// Each month's first day and name.
    pub months: Vec<(i32, String)>,
    /// Dots, in phases.
    pub phases: Vec<Vec<MarkView>>,
    /// Day, value and label of the baseline.
    pub start: (i32, f64, String),
    /// Corners and label of the hoped-for line.
    pub aim: Option<(Vec<(i32, f64)>, String)>,
    /// Ends and label of the trend.
    pub trend: Option<([(i32, f64); 2], String)>,
    /// Changes of plan: day and words.
    pub changes: Vec<(i32, String)>,
    /// The newest value.
    pub newest: Option<String>,
    /// Whether time runs right to left.
    pub mirror: bool,
}

/// One dot.
#[derive(Debug, Clone, Copy)]
pub struct MarkView {
    /// The day.
    pub day: i32,
    /// The value.
    pub value: f64,
    /// Where it was seen.
    pub setting: Setting,
    /// Whether it is drawn open.
    pub open: bool,
}

pub(super) fn view(teller: &Teller) -> NumbersView {
    let caption = teller.caption();
    NumbersView {
        label: teller.speaker.say("goal-now"),
        axis: teller.axis(),
        chart: chart(teller, &caption),
        table: table(teller),
        parts: parts(teller),
        caption,
    }
}

fn parts(teller: &Teller) -> Option<Section<Vec<Level>>> {
    let speaker = teller.speaker;
    let newest = teller.progress.newest.as_ref().map(|point| point.value);
    let (label, texts, ranked) = match &teller.goal.measure {
        Measure::Level { levels, .. } => ("levels", levels, true),
        Measure::Steps { steps, .. } => ("steps", steps, false),
        _ => return None,
    };
    let level = |(rank, text): (u32, &Text)| Level {
        text: speaker.written(text, Weight::Everyday),
        now: ranked && newest.is_some_and(|value| (value - f64::from(rank)).abs() < 0.5),
    };
    list(speaker, label, (1_u32..).zip(texts).map(level).collect())
}

fn table(teller: &Teller) -> Option<Table> {
    let speaker = teller.speaker;
    let mut notes = std::collections::VecDeque::new();
    for observation in &teller.goal.data {
        notes.push_back(
            observation
                .note
                .as_ref()
                .map(|note| speaker.written(note, Weight::Everyday)),
        );
    }
    let with_notes = notes.iter().any(Option::is_some);
    let rows: Vec<Row> = teller
        .progress
        .points()
        .map(|point| Row {
            date: speaker.pack.formats.month_day(point.date),
            value: teller.cell(point),
            note: notes.pop_front().flatten(),
        })
        .collect();
    let columns = ["column-date", "column-value", "column-note"]
        .into_iter()
        .take(2 + usize::from(with_notes));
    (!rows.is_empty()).then(|| Table {
        label: speaker.say("all-numbers"),
        columns: columns.map(|id| speaker.say(id)).collect(),
        rows,
    })
}

/// Days since the beginning of 1970.
pub(super) fn day_number(day: Date) -> i32 {
    (day - Date::constant(1970, 1, 1)).get_days()
}

/// The facts of the chart; `caption` is its message.
fn chart(teller: &Teller, caption: &[Phrase]) -> Option<ChartView> {
    let (speaker, goal, progress) = (teller.speaker, teller.goal, teller.progress);
    if progress.stage == Stage::None && progress.newest.is_none() {
        return None;
    }
    let (first, last) = (goal.baseline.date, teller.last_day());
    let line = progress.aim.as_ref().filter(|_| !teller.early());
    let label = |id| bold_off(&speaker.say(id).text);
    let description: Vec<String> = caption.iter().map(|line| bold_off(&line.text)).collect();
    let mark = |point: &Point| MarkView {
        day: day_number(point.date),
        value: point.value,
        setting: point.setting,
        open: point.open,
    };
    let change = |change: &PhaseChange| {
        let words = match &change.turn {
            Turn::Words { to, .. } => to
                .as_ref()
                .map(|text| speaker.written(text, Weight::Everyday).text)
                .unwrap_or_default(),
            Turn::Setting { to, .. } => change::short(speaker, *to).text,
        };
        (day_number(change.date), words)
    };
    Some(ChartView {
        measure: goal.measure.clone(),
        description: description.join(" "),
        days: (day_number(first), day_number(last)),
        months: months(speaker, first, last),
        phases: progress
            .phases
            .iter()
            .map(|phase| phase.iter().map(mark).collect())
            .collect(),
        start: (day_number(first), progress.start, teller.start_label()),
        aim: line.map(|aim| {
            let corners = aim
                .corners(last)
                .into_iter()
                .map(|(day, value)| (day_number(day), value));
            (corners.collect(), label("chart-aim"))
        }),
        trend: trend_ends(teller).map(|ends| (ends, label("chart-trend"))),
        changes: progress.changes.iter().map(change).collect(),
        newest: teller.newest_label(),
        mirror: speaker.school.time_axis == TimeAxis::Mirror
            && speaker.pack.direction == Direction::Rtl,
    })
}

fn trend_ends(teller: &Teller) -> Option<[(i32, f64); 2]> {
    // A line would say what the sentence denies.
    let clear = |(_, heading): &(Trend, Heading)| *heading != Heading::Unclear;
    let (trend, _) = teller.progress.trend.filter(clear)?;
    let phase = teller.progress.phases.last()?;
    let origin = day_number(teller.goal.baseline.date);
    let (low, high) = teller.goal.measure.range();
    let end = |day: Date| {
        let day = day_number(day);
        let value = trend.intercept + trend.slope * f64::from(day - origin) / 7.0;
        (day, value.clamp(low, high.unwrap_or(f64::MAX)))
    };
    Some([end(phase.first()?.date), end(phase.last()?.date)])
}

fn months(speaker: &Speaker, first: Date, last: Date) -> Vec<(i32, String)> {
    let mut month = first.first_of_month();
    let mut months = Vec::new();
    while month <= last {
        months.push((day_number(month), speaker.pack.formats.short_month(month)));
        let Ok(next) = month.last_of_month().tomorrow() else {
            break;
        };
        month = next;
    }
    months
}
