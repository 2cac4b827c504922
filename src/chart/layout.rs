//! Places everything before anything is drawn.
//!
//! The upper edge of the plot is at y = 0 and time runs from left to right;
//! [`super::draw`] moves the result down and mirrors it. Labels that can move
//! least are placed first: ticks, the goal, line ends, the baseline, the aim
//! line, phase changes, months.

use std::borrow::Cow;

use super::Chart;
use super::change_labels::ChangeLabels;
use super::label::{Anchor, Label};
use super::line_labels::{self, EndLabels};
use super::months::MonthAxis;
use super::obstacles::{Obstacles, Point, Rect, Segment, to_f64};
use super::plot::Plot;
use super::plot_data::PlotData;
use super::role::Role;
use super::text_layout::{Face, width};

/// A chart, laid out.
pub(super) struct Layout<'a> {
    /// What is drawn.
    pub(super) data: PlotData<'a>,
    /// The plot.
    pub(super) plot: Plot,
    /// Y of the upper edge of the plot in the view box.
    pub(super) top: f64,
    /// Height of the view box.
    pub(super) height: f64,
    /// All text.
    pub(super) labels: Vec<Label<'a>>,
    /// X of each month that begins inside the plot.
    pub(super) month_ticks: Vec<f64>,
    /// X and upper end of each change line.
    pub(super) change_lines: Vec<Point>,
    /// Lines from what is named to labels that had to move away.
    pub(super) leaders: Vec<Segment>,
    /// Radius of a marker.
    pub(super) radius: f64,
}

/// Finds a place for everything; `number` writes the ticks.
pub(super) fn layout<'a>(chart: &'a Chart, number: &dyn Fn(f64) -> String) -> Layout<'a> {
    let data = PlotData::of(chart);
    let numbers: Vec<String> = data.scale.ticks.iter().map(|&tick| number(tick)).collect();
    let widest = numbers
        .iter()
        .map(|number| width(number, Face::Plain))
        .fold(0.0, f64::max);
    let ends = EndLabels::of(&data);
    let plot = Plot::new(&data, widest, &ends.widths(&data));
    let radius = radius(&data, &plot);

    let mut labels = ticks(&data, &plot, numbers);
    let mut obstacles = obstacles(&data, &plot, radius);
    for label in &labels {
        obstacles.add(label.area);
    }
    labels.extend(line_labels::goal_label(&data, &plot, &mut obstacles));
    let (end_labels, mut leaders) = ends.place(&plot, &mut obstacles);
    labels.extend(end_labels);
    labels.extend(line_labels::baseline_label(&data, &plot, &mut obstacles));
    let (aim_label, leader) = line_labels::aim_label(&data, &plot, &mut obstacles);
    labels.extend(aim_label);
    leaders.extend(leader);
    let changes = ChangeLabels::place(&data, &plot, &labels);
    labels.extend(changes.labels);
    let months = MonthAxis::of(chart, &data, &plot);
    labels.extend(months.labels);

    let above = labels
        .iter()
        .map(|label| label.area.top)
        .fold(-6.0, f64::min);
    let top = 2.0 - above;
    Layout {
        height: (top + months.bottom).ceil(),
        data,
        plot,
        top,
        labels,
        month_ticks: months.ticks,
        change_lines: changes.lines,
        leaders,
        radius,
    }
}

/// Fewer markers than this are never small.
const FEW_MARKERS: usize = 4;

/// Radius of the markers: smaller where they would run into each other.
fn radius(data: &PlotData, plot: &Plot) -> f64 {
    let (first, last) = data
        .markers
        .iter()
        .map(|marker| f64::from(marker.day))
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(first, last), day| {
            (first.min(day), last.max(day))
        });
    let count = data.markers.len();
    if count < FEW_MARKERS {
        return 4.2;
    }
    let distance = (plot.x(last) - plot.x(first)) / to_f64(count - 1);
    (distance * 0.45).clamp(2.6, 4.2)
}

fn ticks<'a>(data: &PlotData, plot: &Plot, numbers: Vec<String>) -> Vec<Label<'a>> {
    let right = plot.left - 6.0;
    let tick = |(&tick, number): (&f64, String)| {
        let middle = plot.y(tick);
        Label {
            role: Role::Tick,
            anchor: Anchor::Right,
            area: Rect {
                left: right - width(&number, Face::Plain),
                top: middle - 6.5,
                right,
                bottom: middle + 6.5,
            },
            lines: vec![Cow::Owned(number)],
            base: middle + 5.2,
            leading: 0.0,
        }
    };
    data.scale.ticks.iter().zip(numbers).map(tick).collect()
}

/// Every line and marker, for labels to keep off.
fn obstacles(data: &PlotData, plot: &Plot, radius: f64) -> Obstacles {
    let mut obstacles = Obstacles::default();
    let lines = data
        .aim_line
        .iter()
        .chain(&data.trend_line)
        .map(|line| &line.points);
    for line in data.paths.iter().chain(lines) {
        let line: Vec<Point> = line.iter().map(|&point| plot.at(point)).collect();
        obstacles.add_line(&line);
    }
    for marker in &data.markers {
        let center = plot.at((f64::from(marker.day), marker.value));
        obstacles.add(Rect::around(center, radius));
    }
    if let Some((baseline, _)) = data.baseline {
        let center = plot.at(baseline);
        obstacles.add(Rect::around(center, line_labels::BASELINE_RADIUS));
    }
    if let Some((goal, _)) = data.goal {
        obstacles.add(Rect::around(plot.at(goal), line_labels::GOAL_RADIUS));
    }
    for &(day, _) in &data.changes {
        obstacles.add_change_line(plot.x(day));
    }
    obstacles
}
