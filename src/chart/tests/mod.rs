//! Tests of what cannot be seen in the code.

mod arithmetic;
mod drawing;
mod random;
mod random_chart;
mod text;

use super::layout::{Layout, layout};
use super::{
    BaselineMarker, ChangeLine, Chart, LabeledLine, Marker, PathShape, Setting, ValueAxis, svg,
};

/// Mateo's words a minute.
const FLUENCY: [f64; 10] = [44.0, 42.0, 49.0, 47.0, 52.0, 50.0, 55.0, 53.0, 60.0, 58.0];

/// A tick as English writes it.
fn english(value: f64) -> String {
    format!("{value}")
}

/// The drawing, with ticks in English.
fn drawn(chart: &Chart) -> String {
    svg(chart, "c", "t", &english)
}

/// The layout, with ticks in English.
fn laid_out(chart: &Chart) -> Layout<'_> {
    layout(chart, &english)
}

/// Data points a week apart from day 7 on, in small group.
fn weekly(values: &[f64]) -> Vec<Marker> {
    let days = (1..).map(|week| week * 7);
    let markers = days.zip(values).map(|(day, &value)| Marker {
        day,
        value,
        setting: Setting::SmallGroup,
        open: false,
    });
    markers.collect()
}

/// A chart of these phases, without labels.
fn plain(axis: ValueAxis, phases: Vec<Vec<Marker>>) -> Chart {
    let last = phases.concat().last().map_or(0, |marker| marker.day);
    Chart {
        description: "d".to_owned(),
        rtl: false,
        mirror: false,
        path_shape: PathShape::Straight,
        value_axis: axis,
        days: (0, last),
        months: (0..)
            .map(|month| (month * 30, "Sep".to_owned()))
            .take(4)
            .collect(),
        phases,
        baseline: None,
        goal: None,
        aim_line: None,
        trend_line: None,
        changes: Vec::new(),
        newest_label: None,
    }
}

/// The same chart with every label that a chart can have.
fn full(axis: ValueAxis, phases: Vec<Vec<Marker>>) -> Chart {
    let mut chart = plain(axis, phases);
    let last = chart.days.1;
    chart.baseline = Some(BaselineMarker {
        day: 0,
        value: 43.0,
        label: "43 start".to_owned(),
    });
    chart.aim_line = Some(LabeledLine {
        points: vec![(0, 43.0), (259, 90.0)],
        label: "hoped for".to_owned(),
    });
    chart.trend_line = Some(LabeledLine {
        points: vec![(0, 40.0), (last, 60.0)],
        label: "direction".to_owned(),
    });
    chart.changes = vec![ChangeLine {
        day: last / 2,
        label: "two short circles".to_owned(),
    }];
    chart.newest_label = Some("58".to_owned());
    chart
}
