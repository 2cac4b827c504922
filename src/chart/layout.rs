//! Everything's place, before anything is drawn.
//!
//! Laid out with the upper edge of the plot at y = 0 and time from left to
//! right; [`super::draw`] moves it down and mirrors it. Labels are placed in
//! the order of how little they may move: ticks, line ends, start, changes.

use std::borrow::Cow;

use super::Chart;
use super::changes::{self, Flags};
use super::content::Content;
use super::line_labels::{self, Ends};
use super::months::{self, Months};
use super::obstacles::{Obstacles, Point, Rect, count};
use super::plot::Plot;
use super::role::{Anchor, Role};
use super::text_layout::{Block, Face, width};

/// Lines of words with a place.
#[derive(Clone, Debug)]
pub(super) struct Label<'a> {
    /// Decides the looks.
    pub(super) role: Role,
    /// Which side of the box the lines are set against.
    pub(super) anchor: Anchor,
    /// The lines, top to bottom.
    pub(super) lines: Vec<Cow<'a, str>>,
    /// Base line of the first.
    pub(super) base: f64,
    /// From one base line to the next.
    pub(super) leading: f64,
    /// The room they take.
    pub(super) area: Rect,
}

impl<'a> Label<'a> {
    /// A block with its upper corner on the anchored side at a place.
    pub(super) fn new(role: Role, block: &Block<'a>, anchor: Anchor, (x, top): Point) -> Label<'a> {
        let left = anchor.left(x, block.width);
        Label {
            role,
            anchor,
            lines: block
                .lines
                .iter()
                .map(|&line| Cow::Borrowed(line))
                .collect(),
            base: top + block.rise,
            leading: block.leading,
            area: Rect {
                left,
                top,
                right: left + block.width,
                bottom: top + block.height(),
            },
        }
    }

    /// Where the lines are anchored.
    pub(super) fn x(&self) -> f64 {
        match self.anchor {
            Anchor::Left => self.area.left,
            Anchor::Middle => f64::midpoint(self.area.left, self.area.right),
            Anchor::Right => self.area.right,
        }
    }
}

/// A chart, laid out.
pub(super) struct Layout<'a> {
    /// What is drawn.
    pub(super) content: Content<'a>,
    /// The plot.
    pub(super) plot: Plot,
    /// Y of the upper edge of the plot in the view box.
    pub(super) top: f64,
    /// Height of the view box.
    pub(super) height: f64,
    /// Every word and number.
    pub(super) labels: Vec<Label<'a>>,
    /// X of each month that begins inside the plot.
    pub(super) month_ticks: Vec<f64>,
    /// X and upper end of each pole.
    pub(super) poles: Vec<Point>,
    /// From line ends to labels that had to move away.
    pub(super) leaders: Vec<(Point, Point)>,
    /// Reach of a mark from its middle.
    pub(super) reach: f64,
}

/// Finds a place for everything.
pub(super) fn layout<'a>(chart: &'a Chart<'a>) -> Layout<'a> {
    let content = Content::of(chart);
    let numbers: Vec<String> = content
        .scale
        .ticks
        .iter()
        .map(|&tick| (chart.number)(tick))
        .collect();
    let widest = numbers
        .iter()
        .map(|number| width(number, Face::Plain))
        .fold(0.0, f64::max);
    let ends = Ends::of(&content);
    let plot = Plot::new(&content, widest, &ends.room(&content));
    let reach = reach(&content, &plot);

    let mut labels = ticks(&content, &plot, numbers);
    let mut field = obstacles(&content, &plot, reach);
    for label in &labels {
        field.keep_off(label.area);
    }
    labels.extend(line_labels::goal_words(&content, &plot, &mut field));
    let (words, mut leaders) = ends.place(&plot, &mut field);
    labels.extend(words);
    labels.extend(line_labels::start(&content, &plot, &mut field));
    let (words, leader) = line_labels::aim_words(&content, &plot, &mut field);
    labels.extend(words);
    leaders.extend(leader);
    let Flags { words, poles } = changes::flags(&content, &plot, &labels);
    labels.extend(words);
    let Months {
        words,
        ticks,
        bottom,
    } = months::months(chart, &content, &plot);
    labels.extend(words);

    let above = labels
        .iter()
        .map(|label| label.area.top)
        .fold(-6.0, f64::min);
    let top = 2.0 - above;
    Layout {
        height: (top + bottom).ceil(),
        content,
        plot,
        top,
        labels,
        month_ticks: ticks,
        poles,
        leaders,
        reach,
    }
}

/// Fewer marks than this are never small.
const FEW: usize = 4;

/// Marks shrink where they would run into each other.
fn reach(content: &Content, plot: &Plot) -> f64 {
    let days = content.marks.iter().map(|mark| f64::from(mark.day));
    let (first, last) = days.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), day| {
        (a.min(day), b.max(day))
    });
    let marks = content.marks.len();
    if marks < FEW {
        return 4.2;
    }
    let apart = (plot.x(last) - plot.x(first)) / count(marks - 1);
    (apart * 0.45).clamp(2.6, 4.2)
}

fn ticks<'a>(content: &Content, plot: &Plot, numbers: Vec<String>) -> Vec<Label<'a>> {
    let ticks = content.scale.ticks.iter().zip(numbers);
    ticks
        .map(|(&tick, number)| {
            let middle = plot.y(tick);
            let right = plot.left - 6.0;
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
        })
        .collect()
}

/// All that is drawn in ink, for the words to keep off.
fn obstacles(content: &Content, plot: &Plot, reach: f64) -> Obstacles {
    let mut field = Obstacles::default();
    let lines = content
        .aim
        .iter()
        .chain(&content.trend)
        .map(|line| &line.points);
    for line in content.paths.iter().chain(lines) {
        let line: Vec<Point> = line.iter().map(|&point| plot.at(point)).collect();
        field.keep_off_line(&line);
    }
    for mark in &content.marks {
        let middle = plot.at((f64::from(mark.day), mark.value));
        field.keep_off(Rect::around(middle, reach));
    }
    if let Some((start, _)) = content.start {
        field.keep_off(Rect::around(plot.at(start), line_labels::START_REACH));
    }
    if let Some((goal, _)) = content.goal {
        field.keep_off(Rect::around(plot.at(goal), line_labels::GOAL_REACH));
    }
    for &(day, _) in &content.changes {
        field.mind_pole(plot.x(day));
    }
    field
}
