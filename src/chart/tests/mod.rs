//! What no reading of the code can promise.

mod arithmetic;
mod dice;
mod drawing;
mod generated;
mod words;

use super::{Aim, Change, Chart, Mark, Setting, Shape, Start, Trend, ValueAxis};

/// Mateo's words a minute.
const FLUENCY: [f64; 10] = [44.0, 42.0, 49.0, 47.0, 52.0, 50.0, 55.0, 53.0, 60.0, 58.0];

/// A tick as English writes it.
fn english(value: f64) -> String {
    format!("{value}")
}

/// Marks a week apart from day 7 on, in small group.
fn weekly(values: &[f64]) -> Vec<Mark> {
    let days = (1..).map(|week| week * 7);
    let marks = days.zip(values).map(|(day, &value)| Mark {
        day,
        value,
        setting: Setting::SmallGroup,
        open: false,
    });
    marks.collect()
}

/// A chart of these phases, with nothing said at any end.
fn plain(axis: ValueAxis, phases: Vec<Vec<Mark>>) -> Chart<'static> {
    let last = phases.concat().last().map_or(0, |mark| mark.day);
    Chart {
        id: "c",
        title: "t",
        description: "d",
        rtl: false,
        mirror: false,
        shape: Shape::Path,
        value_axis: axis,
        days: (0, last),
        months: (0..)
            .map(|month| (month * 30, "Sep".to_owned()))
            .take(4)
            .collect(),
        phases,
        start: None,
        goal: None,
        aim: None,
        trend: None,
        changes: Vec::new(),
        newest: None,
        number: &english,
    }
}

/// The same with every word there can be.
fn full(axis: ValueAxis, phases: Vec<Vec<Mark>>) -> Chart<'static> {
    let mut chart = plain(axis, phases);
    let last = chart.days.1;
    chart.start = Some(Start {
        day: 0,
        value: 43.0,
        label: "43 start".to_owned(),
    });
    chart.aim = Some(Aim {
        points: vec![(0, 43.0), (259, 90.0)],
        label: "hoped for".to_owned(),
    });
    chart.trend = Some(Trend {
        points: [(0, 40.0), (last, 60.0)],
        label: "direction".to_owned(),
    });
    chart.changes = vec![Change {
        day: last / 2,
        label: "two short circles".to_owned(),
    }];
    chart.newest = Some("58".to_owned());
    chart
}
