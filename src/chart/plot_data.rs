//! A chart's data as it is drawn: finite, sorted and inside the axes.

use super::obstacles::Point;
use super::scale::{MAX_VALUE, Scale};
use super::{Chart, LabeledLine, Marker, PathShape};
use crate::model::median;

/// A line inside the days shown. Its points are days and values.
#[derive(Clone, Debug)]
pub(super) struct ClippedLine<'a> {
    /// Corners in order of days, at least one.
    pub(super) points: Vec<Point>,
    /// The label at its end or along it.
    pub(super) label: &'a str,
}

impl ClippedLine<'_> {
    /// The value on a day; before the first corner the first one's, after the
    /// last corner the last one's.
    pub(super) fn at(&self, day: f64) -> f64 {
        let pairs = self.points.iter().zip(self.points.iter().skip(1));
        let mut value = self.points.first().map_or(0.0, |point| point.1);
        for (a, b) in pairs {
            let share = ((day - a.0) / (b.0 - a.0).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0);
            if day >= a.0 {
                value = a.1 + (b.1 - a.1) * share;
            }
        }
        value
    }
}

/// A chart's data without anything that cannot be drawn. Points are days and
/// values.
#[derive(Clone, Debug)]
pub(super) struct PlotData<'a> {
    /// First and last day shown.
    pub(super) days: (f64, f64),
    /// The value axis.
    pub(super) scale: Scale,
    /// Every data point.
    pub(super) markers: Vec<Marker>,
    /// The line through the data points, one for each phase.
    pub(super) paths: Vec<Vec<Point>>,
    /// The baseline and its label.
    pub(super) baseline: Option<(Point, &'a str)>,
    /// The goal, its label and its date.
    pub(super) goal: Option<(Point, [&'a str; 2])>,
    /// The aim line.
    pub(super) aim_line: Option<ClippedLine<'a>>,
    /// The trend line.
    pub(super) trend_line: Option<ClippedLine<'a>>,
    /// Days of phase changes with their labels, in order.
    pub(super) changes: Vec<(f64, &'a str)>,
    /// The newest point of the path and its label.
    pub(super) newest: Option<(Point, &'a str)>,
}

impl<'a> PlotData<'a> {
    /// Takes from a chart what can be drawn.
    pub(super) fn of(chart: &'a Chart) -> PlotData<'a> {
        let phases: Vec<Vec<Marker>> = chart.phases.iter().map(|phase| drawable(phase)).collect();
        let markers = phases.concat();
        let baseline = chart
            .baseline
            .as_ref()
            .filter(|baseline| is_drawable(baseline.value));
        let goal = chart.goal.as_ref().filter(|goal| is_drawable(goal.value));
        let ends = [
            baseline.map(|baseline| baseline.day),
            goal.map(|goal| goal.day),
        ];
        let days = days(chart, &markers, ends);
        let last_marker = markers
            .iter()
            .map(|marker| f64::from(marker.day))
            .fold(days.0, f64::max);
        let aim_line = chart.aim_line.as_ref().and_then(|line| clip(line, days));
        let trend_line = chart
            .trend_line
            .as_ref()
            .and_then(|line| clip(line, (days.0, last_marker)));
        let paths: Vec<Vec<Point>> = phases
            .iter()
            .map(|phase| path(phase, chart.path_shape))
            .collect();
        let newest = paths.iter().rev().find_map(|path| path.last().copied());
        let newest_label = chart.newest_label.as_deref();
        let mut data = PlotData {
            days,
            scale: Scale::of(chart.value_axis, &[]),
            newest: newest.zip(newest_label.filter(|label| !label.trim().is_empty())),
            baseline: baseline.map(|baseline| {
                let at = (f64::from(baseline.day), baseline.value);
                (at, baseline.label.as_str())
            }),
            goal: goal.map(|goal| {
                let at = (f64::from(goal.day), goal.value);
                (at, [goal.label.as_str(), goal.date.as_str()])
            }),
            changes: changes(chart, days),
            markers,
            paths,
            aim_line,
            trend_line,
        };
        data.rescale(chart);
        data
    }

    /// Chooses the scale by all that is drawn, and brings everything inside it.
    fn rescale(&mut self, chart: &Chart) {
        let lines = self
            .aim_line
            .iter()
            .chain(&self.trend_line)
            .flat_map(|line| &line.points);
        let values: Vec<f64> = lines
            // A line may lead below zero; the axis does not follow it there.
            .map(|point| point.1.max(0.0))
            .chain(self.baseline.iter().map(|(point, _)| point.1))
            .chain(self.goal.iter().map(|(point, _)| point.1.max(0.0)))
            .chain(self.markers.iter().map(|marker| marker.value))
            .collect();
        self.scale = Scale::of(chart.value_axis, &values);
        let scale = &self.scale;
        let clamp = |point: &mut Point| point.1 = scale.clamp(point.1);
        self.aim_line
            .iter_mut()
            .chain(&mut self.trend_line)
            .flat_map(|line| &mut line.points)
            .for_each(clamp);
        self.paths.iter_mut().flatten().for_each(clamp);
        self.markers
            .iter_mut()
            .for_each(|marker| marker.value = scale.clamp(marker.value));
        self.baseline.iter_mut().for_each(|(point, _)| clamp(point));
        self.goal.iter_mut().for_each(|(point, _)| clamp(point));
        self.newest.iter_mut().for_each(|(point, _)| clamp(point));
    }
}

fn is_drawable(value: f64) -> bool {
    value.abs() <= MAX_VALUE
}

fn drawable(phase: &[Marker]) -> Vec<Marker> {
    let mut markers: Vec<Marker> = phase
        .iter()
        .filter(|marker| is_drawable(marker.value))
        .copied()
        .collect();
    markers.sort_by_key(|marker| marker.day);
    markers
}

/// The days shown: wide enough for every marker, and always more than one day.
fn days(chart: &Chart, markers: &[Marker], ends: [Option<i32>; 2]) -> (f64, f64) {
    let (a, b) = (f64::from(chart.days.0), f64::from(chart.days.1));
    let (first, last) = markers
        .iter()
        .map(|marker| marker.day)
        .chain(ends.into_iter().flatten())
        .map(f64::from)
        .fold((a.min(b), a.max(b)), |(first, last), day| {
            (first.min(day), last.max(day))
        });
    if first < last {
        (first, last)
    } else {
        (first - 3.0, last + 3.0)
    }
}

fn changes(chart: &Chart, (first, last): (f64, f64)) -> Vec<(f64, &str)> {
    let mut changes: Vec<(f64, &str)> = chart
        .changes
        .iter()
        .map(|change| (f64::from(change.day), change.label.as_str()))
        .filter(|&(day, _)| first <= day && day <= last)
        .collect();
    changes.sort_by(|a, b| a.0.total_cmp(&b.0));
    changes
}

/// The line of a phase: through the median of each day.
fn path(phase: &[Marker], shape: PathShape) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::with_capacity(phase.len());
    for day in phase.chunk_by(|a, b| a.day == b.day) {
        let values: Vec<f64> = day.iter().map(|marker| marker.value).collect();
        let (Some(first), Some(value)) = (day.first(), median(&values)) else {
            continue;
        };
        let point = (f64::from(first.day), value);
        if shape == PathShape::Steps
            && let Some(&(_, level)) = points.last()
        {
            points.push((point.0, level));
        }
        points.push(point);
    }
    points
}

/// The part of a line between two days; `None` if there is none.
fn clip(line: &LabeledLine, (first, last): (f64, f64)) -> Option<ClippedLine<'_>> {
    let mut corners: Vec<Point> = line
        .points
        .iter()
        .filter(|(_, value)| is_drawable(*value))
        .map(|&(day, value)| (f64::from(day), value))
        .collect();
    corners.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut points: Vec<Point> = Vec::with_capacity(corners.len());
    for (&a, &b) in corners.iter().zip(corners.iter().skip(1)) {
        if a.0 < b.0 && a.0 < last && b.0 > first {
            let at = |day: f64| (day, a.1 + (b.1 - a.1) * (day - a.0) / (b.0 - a.0));
            if points.is_empty() {
                points.push(at(a.0.max(first)));
            }
            points.push(at(b.0.min(last)));
        }
    }
    (!points.is_empty()).then_some(ClippedLine {
        points,
        label: &line.label,
    })
}
