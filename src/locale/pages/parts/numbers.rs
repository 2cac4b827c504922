//! A goal's numbers as a page shows them: the chart's facts and the table.

use serde::Serialize;

use super::chart_guide::{self, GuideView};
use super::chart_key::KeyItem;
use super::chart_view::{ChartView, MarkView};
use super::dates::day_number;
use super::grid::{self, Parts};
use super::progress_text::ProgressText;
use super::service;
use crate::locale::Direction;
use crate::locale::localized_text::{LocalizedText, strip_markup};
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{Date, TimeAxis};
use crate::progress::{ChangeCause, EvidenceLevel, PhaseChange, Point, Trend, TrendDirection};

/// Where the student is now: the chart, its message and its numbers.
#[derive(Debug, Clone, Serialize)]
pub struct NumbersView {
    /// "Where she is now".
    pub label: LocalizedText,
    /// The chart's message, line by line.
    pub caption: Vec<LocalizedText>,
    /// What the value axis counts.
    pub axis: LocalizedText,
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
    pub began: Option<LocalizedText>,
    /// Levels, steps or items, where the measure has them.
    pub parts: Option<Parts>,
}

/// The numbers behind the chart.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// "All the numbers".
    pub label: LocalizedText,
    /// Headings of the first columns: date and result.
    pub columns: [LocalizedText; 2],
    /// Heading of where it was seen, if that was in several places.
    pub setting: Option<LocalizedText>,
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
    pub setting: Option<LocalizedText>,
    /// A few words about it.
    pub note: Option<LocalizedText>,
}

pub(crate) fn view(progress_text: &mut ProgressText) -> NumbersView {
    let caption = progress_text.caption();
    let chart = chart(progress_text, &caption);
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
    // Dots come in the order of the observations.
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

/// What the drawing adds to its message, which stands above it in words.
fn described(progress_text: &mut ProgressText, caption: &[LocalizedText]) -> String {
    let mut points: Vec<Point> = progress_text.progress.points().cloned().collect();
    let days = points.first().zip(points.last());
    let days =
        days.map(|(first, last)| (progress_text.day(first.date), progress_text.day(last.date)));
    points.sort_by(|one, other| one.value.total_cmp(&other.value));
    let ends = points.first().zip(points.last());
    let Some(((from, to), (low, high))) = days.zip(ends) else {
        let lines: Vec<String> = caption
            .iter()
            .map(|line| strip_markup(&line.text))
            .collect();
        return lines.join(" ");
    };
    let values = args([
        ("count", points.len().into()),
        ("from", from.into()),
        ("to", to.into()),
        ("low", progress_text.cell(low).into()),
        ("high", progress_text.cell(high).into()),
    ]);
    strip_markup(&progress_text.localizer.text("chart-points", values))
}

/// The facts of the chart; `caption` is its message.
fn chart(progress_text: &mut ProgressText, caption: &[LocalizedText]) -> Option<ChartView> {
    let (localizer, goal, progress) = (
        progress_text.localizer,
        progress_text.goal,
        progress_text.progress,
    );
    if progress.stage == EvidenceLevel::None && progress.newest.is_none() {
        return None;
    }
    let (first, last) = (goal.baseline.date, progress_text.last_day());
    let label = |id| strip_markup(&localizer.say(id).text);
    let mark = |point: &Point| MarkView {
        day: day_number(point.date),
        value: point.value,
        setting: point.setting,
        open: point.open,
    };
    let changes = progress
        .changes
        .iter()
        .map(|one| change(progress_text, one))
        .collect();
    Some(ChartView {
        measure: goal.measure.clone(),
        description: described(progress_text, caption),
        days: (day_number(first), day_number(last)),
        months: months(localizer, first, last),
        phases: progress
            .phases
            .iter()
            .map(|phase| phase.iter().map(mark).collect())
            .collect(),
        start: (
            day_number(first),
            progress.start,
            progress_text.start_label(),
        ),
        goal: progress_text.goal_in_sight().then(|| {
            let when = localizer.pack.formats.month_day(goal.by);
            (
                day_number(goal.by),
                goal.target,
                progress_text.goal_label(),
                when,
            )
        }),
        aim: aim(progress_text),
        trend: trend_ends(progress_text).map(|ends| (ends, label("chart-trend"))),
        changes,
        newest: progress_text.newest_label(),
        mirror: localizer.school.time_axis == TimeAxis::Mirror
            && localizer.pack.direction == Direction::Rtl,
    })
}

/// The day of a change and its label. A drawing cannot mark text in another
/// language: such a change has no label, and the page names it below.
fn change(progress_text: &mut ProgressText, change: &PhaseChange) -> (i32, String) {
    let label = match &change.turn {
        ChangeCause::Words { to, .. } => to
            .as_ref()
            .and_then(|text| {
                progress_text
                    .page_text
                    .inside(text, MachineTranslation::Labeled)
            })
            .unwrap_or_default(),
        ChangeCause::Setting { to, .. } => service::chart_label(progress_text.localizer, *to).text,
    };
    (day_number(change.date), label)
}

/// The line to the goal; for a goal that is over, the value that was the goal.
fn aim(progress_text: &mut ProgressText) -> Option<(Vec<(i32, f64)>, String)> {
    let (goal, last) = (progress_text.goal, progress_text.last_day());
    if progress_text.over {
        let level = [goal.baseline.date, last].map(|day| (day_number(day), goal.target));
        return Some((level.to_vec(), progress_text.goal_label()));
    }
    let line = progress_text
        .progress
        .aim
        .as_ref()
        .filter(|_| !progress_text.early())?;
    let corners = line.corners(last).into_iter();
    let corners = corners.map(|(day, value)| (day_number(day), value));
    let label = strip_markup(&progress_text.localizer.say("chart-aim").text);
    Some((corners.collect(), label))
}

fn trend_ends(progress_text: &mut ProgressText) -> Option<[(i32, f64); 2]> {
    // A line would say what the sentence denies.
    let clear = |(_, heading): &(Trend, TrendDirection)| *heading != TrendDirection::Unclear;
    let (trend, _) = progress_text.progress.trend.filter(clear)?;
    let phase = progress_text.progress.phases.last()?;
    let origin = day_number(progress_text.goal.baseline.date);
    let (low, high) = progress_text.goal.measure.range();
    let end = |day: Date| {
        let day = day_number(day);
        let value = trend.intercept + trend.slope * f64::from(day - origin) / 7.0;
        (day, value.clamp(low, high.unwrap_or(f64::MAX)))
    };
    Some([end(phase.first()?.date), end(phase.last()?.date)])
}

fn months(localizer: &Localizer, first: Date, last: Date) -> Vec<(i32, String)> {
    let mut month = first.first_of_month();
    let mut months = Vec::new();
    while month <= last {
        months.push((day_number(month), localizer.pack.formats.short_month(month)));
        let Ok(next) = month.last_of_month().tomorrow() else {
            break;
        };
        month = next;
    }
    months
}
