//! From a localized page's view of a chart to the input of the drawing.

use crate::chart::{Aim, Change, Chart, Goal, Mark, Setting, Shape, Start, Trend, ValueAxis};
use crate::locale::{ChartView, Direction, Pack, strip_markup};
use crate::model::{Measure, Setting as Place};

/// Draws a goal's chart called `title`; `name` is its own on the page.
#[must_use]
pub fn svg(view: &ChartView, title: &str, pack: &Pack, name: &str) -> String {
    let title = strip_markup(title);
    let number = |value: f64| pack.formats.number(value);
    let chart = Chart {
        id: name,
        title: &title,
        description: &view.description,
        rtl: pack.direction == Direction::Rtl,
        mirror: view.mirror,
        shape: shape(&view.measure),
        value_axis: axis(view),
        days: view.days,
        months: view.months.clone(),
        phases: view
            .phases
            .iter()
            .map(|phase| phase.iter().map(mark).collect())
            .collect(),
        start: Some(Start {
            day: view.start.0,
            value: view.start.1,
            label: view.start.2.clone(),
        }),
        goal: view.goal.clone().map(|(day, value, label, when)| Goal {
            day,
            value,
            label,
            when,
        }),
        aim: view
            .aim
            .clone()
            .map(|(points, label)| Aim { points, label }),
        trend: view
            .trend
            .clone()
            .map(|(points, label)| Trend { points, label }),
        changes: view
            .changes
            .iter()
            .map(|(day, label)| Change {
                day: *day,
                label: label.clone(),
            })
            .collect(),
        newest: view.newest.clone(),
        number: &number,
    };
    crate::chart::svg(&chart)
}

fn mark(mark: &crate::locale::MarkView) -> Mark {
    let setting = match mark.setting {
        Place::SmallGroup => Setting::SmallGroup,
        Place::Class => Setting::Class,
        Place::Elsewhere => Setting::Elsewhere,
    };
    Mark {
        day: mark.day,
        value: mark.value,
        setting,
        open: mark.open,
    }
}

/// What is learned one by one, and what is only an order, goes in steps.
fn shape(measure: &Measure) -> Shape {
    if measure.ordinal() || matches!(measure, Measure::Items { .. }) {
        Shape::Steps
    } else {
        Shape::Path
    }
}

fn axis(view: &ChartView) -> ValueAxis {
    let measure = &view.measure;
    match (measure, measure.range()) {
        _ if measure.of_hundred() => ValueAxis::Percent,
        (_, (low, Some(high))) if measure.ordinal() => ValueAxis::Levels {
            lowest: whole(low),
            highest: whole(high),
        },
        (Measure::Steps { .. }, (min, Some(max))) => ValueAxis::Range {
            min,
            // The list may have been longer once.
            max: view
                .phases
                .iter()
                .flatten()
                .map(|mark| mark.value)
                .fold(max, f64::max),
        },
        (Measure::Items { .. } | Measure::Score { .. }, (min, Some(max))) => {
            ValueAxis::Range { min, max }
        }
        _ => ValueAxis::FromZero,
    }
}

/// Ranks are whole and small.
#[allow(clippy::cast_possible_truncation, reason = "saturates")]
fn whole(rank: f64) -> i32 {
    rank as i32
}
