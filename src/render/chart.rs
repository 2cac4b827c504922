//! From what the edition says of a chart to what the drawing needs.

use crate::chart::{Aim, Change, Chart, Mark, Setting, Shape, Start, Trend, ValueAxis};
use crate::locale::{ChartView, Direction, Edition, GoalPage, bold_off};
use crate::model::{Measure, Setting as Place};

pub(super) fn svg(view: &ChartView, goal: &GoalPage, edition: &Edition) -> String {
    let title = bold_off(&goal.title.text);
    let number = |value: f64| edition.pack.formats.number(value);
    let chart = Chart {
        id: "chart",
        title: &title,
        description: &view.description,
        rtl: edition.pack.direction == Direction::Rtl,
        mirror: view.mirror,
        shape: if view.measure.ordinal() {
            Shape::Steps
        } else {
            Shape::Path
        },
        value_axis: axis(&view.measure),
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

fn axis(measure: &Measure) -> ValueAxis {
    match measure {
        Measure::Percent { .. } | Measure::Interval { .. } => ValueAxis::Percent,
        Measure::Score { min, max, .. } => ValueAxis::Range {
            min: *min,
            max: *max,
        },
        Measure::Level { levels, .. } => ValueAxis::Levels {
            lowest: 1,
            highest: i32::try_from(levels.len()).unwrap_or(1),
        },
        Measure::Steps { steps, .. } => {
            let highest = f64::from(u32::try_from(steps.len()).unwrap_or(1));
            ValueAxis::Range {
                min: 0.0,
                max: highest,
            }
        }
        _ => ValueAxis::FromZero,
    }
}
