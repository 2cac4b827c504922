//! What will really be drawn: finite, in order, inside the axes.

use super::obstacles::Point;
use super::scale::{HUGE, Scale};
use super::{Chart, Mark, Shape};

/// A line with the words at its end; points are days and values.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// Corners in order of days, at least one.
    pub(super) points: Vec<Point>,
    /// The words at its end.
    pub(super) label: &'a str,
}

impl Line<'_> {
    /// The value on a day; before the first and after the last corner, theirs.
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

/// A chart's data without anything that could not be drawn.
#[derive(Clone, Debug)]
pub(super) struct Content<'a> {
    /// First and last day shown.
    pub(super) days: (f64, f64),
    /// The value axis.
    pub(super) scale: Scale,
    /// Every mark.
    pub(super) marks: Vec<Mark>,
    /// The path, one line a phase.
    pub(super) paths: Vec<Vec<Point>>,
    /// Baseline and its words.
    pub(super) start: Option<(Point, &'a str)>,
    /// The goal, what is hoped for and by when.
    pub(super) goal: Option<(Point, [&'a str; 2])>,
    /// The hoped-for line.
    pub(super) aim: Option<Line<'a>>,
    /// The direction so far.
    pub(super) trend: Option<Line<'a>>,
    /// Days of change with their words, in order.
    pub(super) changes: Vec<(f64, &'a str)>,
    /// The newest point of the path and its words.
    pub(super) newest: Option<(Point, &'a str)>,
}

impl<'a> Content<'a> {
    /// Takes from a chart what can be drawn.
    pub(super) fn of(chart: &'a Chart<'a>) -> Content<'a> {
        let phases: Vec<Vec<Mark>> = chart.phases.iter().map(|phase| drawable(phase)).collect();
        let marks = phases.concat();
        let start = chart
            .start
            .as_ref()
            .filter(|start| drawable_value(start.value));
        let goal = chart
            .goal
            .as_ref()
            .filter(|goal| drawable_value(goal.value));
        let ends = [start.map(|start| start.day), goal.map(|goal| goal.day)];
        let days = days(chart, &marks, ends);
        let last_mark = marks
            .iter()
            .map(|mark| f64::from(mark.day))
            .fold(days.0, f64::max);
        let aim = chart.aim.as_ref();
        let aim = aim.and_then(|aim| line(&aim.points, days, &aim.label));
        let trend = chart.trend.as_ref();
        let trend = trend.and_then(|trend| line(&trend.points, (days.0, last_mark), &trend.label));
        let paths: Vec<Vec<Point>> = phases
            .iter()
            .map(|phase| path(phase, chart.shape))
            .collect();
        let newest = paths.iter().rev().find_map(|path| path.last().copied());
        let mut content = Content {
            days,
            scale: Scale::of(chart.value_axis, &[]),
            newest: newest.zip(words(chart.newest.as_deref())),
            start: start.map(|start| ((f64::from(start.day), start.value), start.label.as_str())),
            goal: goal.map(|goal| {
                let at = (f64::from(goal.day), goal.value);
                (at, [goal.label.as_str(), goal.when.as_str()])
            }),
            changes: changes(chart, days),
            marks,
            paths,
            aim,
            trend,
        };
        content.rescale(chart);
        content
    }

    /// Chooses the scale by all that is drawn, and brings all inside.
    fn rescale(&mut self, chart: &Chart) {
        let lines = self
            .aim
            .iter()
            .chain(&self.trend)
            .flat_map(|line| &line.points);
        let values: Vec<f64> = lines
            // A line may point below nothing; no axis follows it there.
            .map(|point| point.1.max(0.0))
            .chain(self.start.iter().map(|(point, _)| point.1))
            .chain(self.goal.iter().map(|(point, _)| point.1.max(0.0)))
            .chain(self.marks.iter().map(|mark| mark.value))
            .collect();
        self.scale = Scale::of(chart.value_axis, &values);
        let scale = &self.scale;
        let inside = |point: &mut Point| point.1 = scale.clamp(point.1);
        self.aim
            .iter_mut()
            .chain(&mut self.trend)
            .flat_map(|line| &mut line.points)
            .for_each(inside);
        self.paths.iter_mut().flatten().for_each(inside);
        self.marks
            .iter_mut()
            .for_each(|mark| mark.value = scale.clamp(mark.value));
        self.start.iter_mut().for_each(|(point, _)| inside(point));
        self.goal.iter_mut().for_each(|(point, _)| inside(point));
        self.newest.iter_mut().for_each(|(point, _)| inside(point));
    }
}

fn drawable_value(value: f64) -> bool {
    value.abs() <= HUGE
}

fn drawable(phase: &[Mark]) -> Vec<Mark> {
    let mut marks: Vec<Mark> = phase
        .iter()
        .filter(|mark| drawable_value(mark.value))
        .copied()
        .collect();
    marks.sort_by_key(|mark| mark.day);
    marks
}

fn words(label: Option<&str>) -> Option<&str> {
    label.filter(|label| !label.trim().is_empty())
}

/// The days shown, wide enough for every mark and never a single instant.
fn days(chart: &Chart, marks: &[Mark], ends: [Option<i32>; 2]) -> (f64, f64) {
    let (a, b) = (f64::from(chart.days.0), f64::from(chart.days.1));
    let drawn = marks
        .iter()
        .map(|mark| mark.day)
        .chain(ends.into_iter().flatten())
        .map(f64::from);
    let (first, last) = drawn.fold((a.min(b), a.max(b)), |(first, last), day| {
        (first.min(day), last.max(day))
    });
    if first < last {
        (first, last)
    } else {
        (first - 3.0, last + 3.0)
    }
}

fn changes<'a>(chart: &'a Chart<'a>, (first, last): (f64, f64)) -> Vec<(f64, &'a str)> {
    let mut changes: Vec<(f64, &str)> = chart
        .changes
        .iter()
        .map(|change| (f64::from(change.day), change.label.as_str()))
        .filter(|&(day, _)| first <= day && day <= last)
        .collect();
    changes.sort_by(|a, b| a.0.total_cmp(&b.0));
    changes
}

/// The path of a phase: through the median of each day.
fn path(phase: &[Mark], shape: Shape) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::with_capacity(phase.len());
    for day in phase.chunk_by(|a, b| a.day == b.day) {
        let Some(first) = day.first() else { continue };
        let here = (f64::from(first.day), median(day));
        if shape == Shape::Steps
            && let Some(&(_, level)) = points.last()
        {
            points.push((here.0, level));
        }
        points.push(here);
    }
    points
}

fn median(marks: &[Mark]) -> f64 {
    let mut values: Vec<f64> = marks.iter().map(|mark| mark.value).collect();
    values.sort_by(f64::total_cmp);
    let (low, high) = (
        values.get((values.len().max(1) - 1) / 2),
        values.get(values.len() / 2),
    );
    low.zip(high)
        .map_or(0.0, |(low, high)| f64::midpoint(*low, *high))
}

/// The part of a line between two days.
fn line<'a>(points: &[(i32, f64)], (first, last): (f64, f64), label: &'a str) -> Option<Line<'a>> {
    let mut corners: Vec<Point> = points
        .iter()
        .filter(|(_, value)| drawable_value(*value))
        .map(|&(day, value)| (f64::from(day), value))
        .collect();
    corners.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut shown: Vec<Point> = Vec::with_capacity(corners.len());
    for (&a, &b) in corners.iter().zip(corners.iter().skip(1)) {
        if a.0 < b.0 && a.0 < last && b.0 > first {
            let at = |day: f64| (day, a.1 + (b.1 - a.1) * (day - a.0) / (b.0 - a.0));
            if shown.is_empty() {
                shown.push(at(a.0.max(first)));
            }
            shown.push(at(b.0.min(last)));
        }
    }
    (!shown.is_empty()).then_some(Line {
        points: shown,
        label,
    })
}
