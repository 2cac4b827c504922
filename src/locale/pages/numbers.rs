//! A goal's numbers as a page shows them: the chart's facts and the table.

use serde::Serialize;

use super::super::localized_text::{Phrase, bold_off};
use super::super::localizer::{Speaker, Weight, args};
use super::chart_guide::{self, GuideView};
use super::chart_key::KeyItem;
use super::grid::{self, Parts};
use super::progress_text::Teller;
use super::{change, framed};
use crate::locale::Direction;
use crate::model::{Date, Measure, Setting, TimeAxis};
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
    /// What the shapes on the chart stand for, where that is not plain.
    pub key: Vec<KeyItem>,
    /// How to read the chart, for whoever asks.
    pub guide: Option<GuideView>,
    /// A few words about the baseline.
    pub began: Option<Phrase>,
    /// Levels, steps or items, where the measure has them.
    pub parts: Option<Parts>,
}

/// The numbers behind the chart.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// "All the numbers".
    pub label: Phrase,
    /// Headings of the first columns: date and result.
    pub columns: [Phrase; 2],
    /// Heading of where it was seen, if that was in several places.
    pub setting: Option<Phrase>,
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
    /// Where it was seen.
    pub setting: Option<Phrase>,
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
    /// Day, value, label and day in words of the goal, while it is hoped for.
    pub goal: Option<(i32, f64, String, String)>,
    /// Corners and label of the hoped-for line; of a goal that is over, the value
    /// that was the goal, all along.
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
    let chart = chart(teller, &caption);
    NumbersView {
        label: teller.speaker.say("goal-now"),
        axis: teller.axis(),
        guide: chart
            .as_ref()
            .map(|chart| chart_guide::guide(teller, chart)),
        chart,
        table: table(teller),
        key: teller.key(),
        began: began(teller),
        parts: grid::parts(teller),
        caption,
    }
}

fn began(teller: &Teller) -> Option<Phrase> {
    let note = teller.goal.baseline.note.as_ref()?;
    let note = teller.speaker.written(note, Weight::Everyday);
    let args = args([("note", note.text.clone().into())]);
    Some(framed(teller.speaker, "baseline-note", args, note))
}

fn table(teller: &Teller) -> Option<Table> {
    let speaker = teller.speaker;
    let notes = teller.goal.data.iter().map(|one| one.note.as_ref());
    let with_settings = teller.in_several_settings();
    // Dots come in the order of the observations.
    let rows: Vec<Row> = teller
        .progress
        .points()
        .zip(notes)
        .map(|(point, note)| Row {
            date: teller.day(point.date),
            value: teller.cell(point),
            setting: with_settings.then(|| teller.setting(point.setting)),
            note: note.map(|note| speaker.written(note, Weight::Everyday)),
        })
        .collect();
    let column = |id| speaker.say(id);
    (!rows.is_empty()).then(|| Table {
        label: speaker.say("all-numbers"),
        columns: ["column-date", "column-value"].map(column),
        setting: with_settings.then(|| column("column-setting")),
        rows,
    })
}

/// Days since the beginning of 1970.
pub(super) fn day_number(day: Date) -> i32 {
    (day - Date::constant(1970, 1, 1)).get_days()
}

/// What the drawing adds to its message, which stands above it in words.
fn described(teller: &Teller, caption: &[Phrase]) -> String {
    let mut points: Vec<Point> = teller.progress.points().cloned().collect();
    let days = points.first().zip(points.last());
    let days = days.map(|(first, last)| (teller.day(first.date), teller.day(last.date)));
    points.sort_by(|one, other| one.value.total_cmp(&other.value));
    let ends = points.first().zip(points.last());
    let Some(((from, to), (low, high))) = days.zip(ends) else {
        let lines: Vec<String> = caption.iter().map(|line| bold_off(&line.text)).collect();
        return lines.join(" ");
    };
    let values = args([
        ("count", points.len().into()),
        ("from", from.into()),
        ("to", to.into()),
        ("low", teller.cell(low).into()),
        ("high", teller.cell(high).into()),
    ]);
    bold_off(&teller.speaker.text("chart-points", values))
}

/// The facts of the chart; `caption` is its message.
fn chart(teller: &Teller, caption: &[Phrase]) -> Option<ChartView> {
    let (speaker, goal, progress) = (teller.speaker, teller.goal, teller.progress);
    if progress.stage == Stage::None && progress.newest.is_none() {
        return None;
    }
    let (first, last) = (goal.baseline.date, teller.last_day());
    let label = |id| bold_off(&speaker.say(id).text);
    let mark = |point: &Point| MarkView {
        day: day_number(point.date),
        value: point.value,
        setting: point.setting,
        open: point.open,
    };
    let change = |change: &PhaseChange| {
        let words = match &change.turn {
            // A drawing cannot mark words of another language: they stand below it.
            Turn::Words { to, .. } => to
                .as_ref()
                .and_then(|text| speaker.inside(text, Weight::Everyday))
                .unwrap_or_default(),
            Turn::Setting { to, .. } => change::short(speaker, *to).text,
        };
        (day_number(change.date), words)
    };
    Some(ChartView {
        measure: goal.measure.clone(),
        description: described(teller, caption),
        days: (day_number(first), day_number(last)),
        months: months(speaker, first, last),
        phases: progress
            .phases
            .iter()
            .map(|phase| phase.iter().map(mark).collect())
            .collect(),
        start: (day_number(first), progress.start, teller.start_label()),
        goal: teller.goal_in_sight().then(|| {
            let when = speaker.pack.formats.month_day(goal.by);
            (day_number(goal.by), goal.target, teller.goal_label(), when)
        }),
        aim: aim(teller),
        trend: trend_ends(teller).map(|ends| (ends, label("chart-trend"))),
        changes: progress.changes.iter().map(change).collect(),
        newest: teller.newest_label(),
        mirror: speaker.school.time_axis == TimeAxis::Mirror
            && speaker.pack.direction == Direction::Rtl,
    })
}

/// The line to the goal; for a goal that is over, the value that was the goal.
fn aim(teller: &Teller) -> Option<(Vec<(i32, f64)>, String)> {
    let (goal, last) = (teller.goal, teller.last_day());
    if teller.over {
        let level = [goal.baseline.date, last].map(|day| (day_number(day), goal.target));
        return Some((level.to_vec(), teller.goal_label()));
    }
    let line = teller.progress.aim.as_ref().filter(|_| !teller.early())?;
    let corners = line.corners(last).into_iter();
    let corners = corners.map(|(day, value)| (day_number(day), value));
    let label = bold_off(&teller.speaker.say("chart-aim").text);
    Some((corners.collect(), label))
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
