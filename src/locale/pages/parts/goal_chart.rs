//! A goal's data points as a chart to draw: labels in the page's language, and
//! the axis, the lines and the shape that fit the measure.

use super::dates::day_number;
use super::page_text::PageText;
use super::progress_text::ProgressText;
use super::service;
use crate::chart::{
    BaselineMarker, ChangeLine, Chart, GoalMarker, LabeledLine, Marker, PathShape, ValueAxis,
};
use crate::locale::Direction;
use crate::locale::localized_text::{LocalizedText, strip_markup};
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{Date, Measure, TimeAxis};
use crate::progress::{
    ChangeCause, DataPoint, EvidenceLevel, PhaseChange, Progress, TrendDirection,
};

/// The goal's chart; `None` if there is no data point yet. `caption` is the
/// message above it.
pub(crate) fn chart(progress_text: &mut ProgressText, caption: &[LocalizedText]) -> Option<Chart> {
    let (localizer, goal, progress) = (
        progress_text.localizer,
        progress_text.goal,
        progress_text.progress,
    );
    if progress.evidence == EvidenceLevel::None && progress.newest.is_none() {
        return None;
    }
    let (first, last) = (goal.baseline.date, progress_text.last_day());
    let rtl = localizer.pack.direction == Direction::Rtl;
    Some(Chart {
        description: description(progress_text, caption),
        rtl,
        mirror: rtl && localizer.school.time_axis == TimeAxis::Mirror,
        path_shape: path_shape(&goal.measure),
        value_axis: value_axis(&goal.measure, progress),
        days: (day_number(first), day_number(last)),
        months: months(localizer, first, last),
        phases: progress
            .phases
            .iter()
            .map(|phase| phase.iter().map(marker).collect())
            .collect(),
        baseline: Some(BaselineMarker {
            day: day_number(first),
            value: progress.start,
            label: progress_text.start_label(),
        }),
        goal: progress_text.goal_in_sight().then(|| GoalMarker {
            day: day_number(goal.by),
            value: goal.target,
            label: progress_text.goal_label(),
            date: localizer.pack.formats.month_day(goal.by),
        }),
        aim_line: aim_line(progress_text),
        trend_line: trend_line(progress_text),
        changes: progress
            .changes
            .iter()
            .map(|change| change_line(progress_text.page_text, change))
            .collect(),
        newest_label: progress_text.newest_label(),
    })
}

fn marker(point: &DataPoint) -> Marker {
    Marker {
        day: day_number(point.date),
        value: point.value,
        setting: point.setting,
        open: point.open,
    }
}

/// Ordered levels, and items that are learned one by one, go in steps.
fn path_shape(measure: &Measure) -> PathShape {
    if measure.ordinal() || matches!(measure, Measure::Items { .. }) {
        PathShape::Steps
    } else {
        PathShape::Straight
    }
}

/// The whole range of the measure if it has one, otherwise from zero.
fn value_axis(measure: &Measure, progress: &Progress) -> ValueAxis {
    match (measure, measure.range()) {
        _ if measure.of_hundred() => ValueAxis::Percent,
        (_, (low, Some(high))) if measure.ordinal() => ValueAxis::Levels {
            lowest: rank(low),
            highest: rank(high),
        },
        (Measure::Steps { .. }, (min, Some(max))) => ValueAxis::Range {
            min,
            // An earlier version of the task may have had more steps.
            max: progress
                .points()
                .map(|point| point.value)
                .fold(max, f64::max),
        },
        (Measure::Items { .. } | Measure::Score { .. }, (min, Some(max))) => {
            ValueAxis::Range { min, max }
        }
        _ => ValueAxis::FromZero,
    }
}

/// Ranks are small whole numbers.
#[allow(clippy::cast_possible_truncation, reason = "saturates")]
fn rank(value: f64) -> i32 {
    value as i32
}

/// What the drawing adds to its caption, for readers who do not see it.
fn description(progress_text: &mut ProgressText, caption: &[LocalizedText]) -> String {
    let points = || progress_text.progress.points();
    let by_value = |one: &&DataPoint, other: &&DataPoint| one.value.total_cmp(&other.value);
    let dates = points().next().zip(points().last());
    // The first of the lowest, and the last of the highest values.
    let values = points().min_by(by_value).zip(points().max_by(by_value));
    let Some(((first, last), (low, high))) = dates.zip(values) else {
        let lines: Vec<String> = caption
            .iter()
            .map(|line| strip_markup(&line.text))
            .collect();
        return lines.join(" ");
    };
    let args = args([
        ("count", points().count().into()),
        ("from", progress_text.day(first.date).into()),
        ("to", progress_text.day(last.date).into()),
        ("low", progress_text.cell(low).into()),
        ("high", progress_text.cell(high).into()),
    ]);
    strip_markup(&progress_text.localizer.text("chart-points", args))
}

/// The aim line; for a goal that is over, a level line at its target. `None` for
/// ordered levels, and while there are too few data points to compare.
fn aim_line(progress_text: &mut ProgressText) -> Option<LabeledLine> {
    let (goal, last) = (progress_text.goal, progress_text.last_day());
    if progress_text.over {
        let ends = [goal.baseline.date, last].map(|day| (day_number(day), goal.target));
        return Some(LabeledLine {
            points: ends.to_vec(),
            label: progress_text.goal_label(),
        });
    }
    let aim = progress_text.progress.aim.as_ref();
    let aim = aim.filter(|_| !progress_text.early())?;
    Some(LabeledLine {
        points: aim
            .corners(last)
            .into_iter()
            .map(|(day, value)| (day_number(day), value))
            .collect(),
        label: strip_markup(&progress_text.localizer.say("chart-aim").text),
    })
}

/// The trend of the current phase. `None` if there is no trend, or if its
/// direction is unclear: the line would contradict the caption.
fn trend_line(progress_text: &ProgressText) -> Option<LabeledLine> {
    let (trend, direction) = progress_text.progress.trend?;
    if direction == TrendDirection::Unclear {
        return None;
    }
    let phase = progress_text.progress.phases.last()?;
    let origin = day_number(progress_text.goal.baseline.date);
    let (low, high) = progress_text.goal.measure.range();
    let end = |point: &DataPoint| {
        let day = day_number(point.date);
        let value = trend.intercept + trend.slope * f64::from(day - origin) / 7.0;
        (day, value.clamp(low, high.unwrap_or(f64::MAX)))
    };
    Some(LabeledLine {
        points: vec![end(phase.first()?), end(phase.last()?)],
        label: strip_markup(&progress_text.localizer.say("chart-trend").text),
    })
}

fn change_line(page_text: &mut PageText, change: &PhaseChange) -> ChangeLine {
    let label = match &change.cause {
        // A drawing cannot mark text of another language. The page has that text
        // below the chart.
        ChangeCause::Words { to, .. } => to
            .as_ref()
            .and_then(|text| page_text.inside(text, MachineTranslation::Labeled))
            .unwrap_or_default(),
        ChangeCause::Setting { to, .. } => service::chart_label(page_text.localizer, *to).text,
    };
    ChangeLine {
        day: day_number(change.date),
        label,
    }
}

/// The first day and the short name of each month from `first` to `last`.
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
