//! Labels of the newest data point, the lines, the baseline and the goal.
//!
//! Each label has a few [`Candidate`] positions. [`best_position`] moves each of
//! them up or down until it is free, adds up its cost in user units, and takes
//! the cheapest.

use super::WIDTH;
use super::label::{Anchor, Label};
use super::obstacles::{Obstacles, Point, PreferredBox, Rect, Segment, push_apart};
use super::plot::{EDGE, Plot};
use super::plot_data::PlotData;
use super::role::Role;
use super::text_layout::{Face, TextBlock, block, stacked};

/// Half of the side of the baseline's square, with its line.
pub(super) const BASELINE_RADIUS: f64 = 5.0;

/// Radius of the goal's ring, with its line.
pub(super) const GOAL_RADIUS: f64 = 6.0;

/// A label next to a line's end that is wider is broken into lines.
const MAX_WIDTH: f64 = 84.0;

/// A label at the goal that is wider is broken into lines.
const MAX_GOAL_WIDTH: f64 = 128.0;

/// A label that is wider is set inside the plot instead of next to it.
const MAX_MARGIN_WIDTH: f64 = 100.0;

/// Distance between a line's end, where a marker may be, and its label.
const GAP: f64 = 9.5;

/// Distance between a line and a label along it.
const LINE_GAP: f64 = 4.0;

/// A label farther from what it names gets a leader.
const LEADER_DISTANCE: f64 = 22.0;

/// What rounding to tenths may take from the edge.
const ROUNDING: f64 = 0.2;

/// Cost of a label that is not next to its line's end.
const MOVED_COST: f64 = 30.0;

/// Cost of a label across a change line, which it hides in part.
const CHANGE_LINE_COST: f64 = 12.0;

/// Cost of a leader.
const LEADER_COST: f64 = 10.0;

/// Cost of each thing that a leader runs through.
const CROSSING_COST: f64 = 60.0;

/// Positions tried for a label along the aim line, as a share of the days shown.
const AIM_POSITIONS: [f64; 9] = [0.6, 0.55, 0.7, 0.45, 0.8, 0.35, 0.9, 0.25, 0.15];

/// The labels at the ends of lines, most important first.
pub(super) struct EndLabels<'a> {
    labels: Vec<EndLabel<'a>>,
}

struct EndLabel<'a> {
    role: Role,
    /// Day and value of the end.
    end: Point,
    /// Halfway along a trend line, where its label may be as well.
    halfway: Option<Point>,
    block: TextBlock<'a>,
}

impl<'a> EndLabels<'a> {
    /// The labels that a chart has at the ends of lines.
    pub(super) fn of(data: &PlotData<'a>) -> EndLabels<'a> {
        let newest = data.newest.map(|(end, label)| EndLabel {
            role: Role::NewestLabel,
            end,
            halfway: None,
            block: block(label, Face::Strong, MAX_MARGIN_WIDTH),
        });
        // At the goal, the aim line's label would be in the way of the goal's.
        let aim_line = data.aim_line.as_ref().filter(|_| data.goal.is_none());
        let lines = [
            (Role::AimLabel, aim_line),
            (Role::TrendLabel, data.trend_line.as_ref()),
        ];
        let lines = lines.into_iter().filter_map(|(role, line)| {
            let line = line.filter(|line| !line.label.trim().is_empty())?;
            let (first, last) = (line.points.first()?, line.points.last()?);
            let halfway = (
                f64::midpoint(first.0, last.0),
                f64::midpoint(first.1, last.1),
            );
            Some(EndLabel {
                role,
                end: *last,
                halfway: (role == Role::TrendLabel).then_some(halfway),
                block: block(line.label, Face::Plain, MAX_WIDTH),
            })
        });
        EndLabels {
            labels: newest.into_iter().chain(lines).collect(),
        }
    }

    /// The day each label begins at and the width it needs in the margin. Empty
    /// for a chart with a goal: its lines end inside the plot.
    pub(super) fn widths(&self, data: &PlotData) -> Vec<(f64, f64)> {
        self.labels
            .iter()
            .filter(|label| data.goal.is_none() && label.block.width <= MAX_MARGIN_WIDTH)
            .map(|label| (label.end.0, GAP + label.block.width))
            .collect()
    }

    /// Places the labels: next to their line's end if that is free, otherwise as
    /// near as possible. Returns a leader for each that had to move far.
    pub(super) fn place(
        &self,
        plot: &Plot,
        obstacles: &mut Obstacles,
    ) -> (Vec<Label<'a>>, Vec<Segment>) {
        let (mut labels, mut leaders) = (Vec::new(), Vec::new());
        for (end_label, middle) in self.labels.iter().zip(self.middles(plot)) {
            let (label, leader) = end_label.place(plot, obstacles, middle);
            obstacles.add(label.area);
            leaders.extend(leader);
            labels.push(label);
        }
        (labels, leaders)
    }

    /// The preferred middle of each label: the height of its line's end, except
    /// for labels of one column, which push each other apart.
    fn middles(&self, plot: &Plot) -> Vec<f64> {
        let farthest = self
            .labels
            .iter()
            .map(|label| plot.x(label.end.0))
            .fold(0.0, f64::max);
        let in_column =
            |label: &&EndLabel| plot.x(label.end.0) + GAP + label.block.width > farthest;
        let column: Vec<PreferredBox> = self
            .labels
            .iter()
            .filter(in_column)
            .map(|label| PreferredBox {
                middle: plot.y(label.end.1),
                height: label.block.height(),
                weight: if label.role == Role::NewestLabel {
                    4.0
                } else {
                    1.0
                },
            })
            .collect();
        let mut pushed = push_apart(&column).into_iter();
        let middle = |label: &EndLabel| {
            let preferred = plot.y(label.end.1);
            if in_column(&label) {
                pushed.next().unwrap_or(preferred)
            } else {
                preferred
            }
        };
        self.labels.iter().map(middle).collect()
    }
}

impl<'a> EndLabel<'a> {
    /// Places the label, with its middle at `middle` if that is free.
    fn place(
        &self,
        plot: &Plot,
        obstacles: &Obstacles,
        middle: f64,
    ) -> (Label<'a>, Option<Segment>) {
        let (x, y) = plot.at(self.end);
        let height = self.block.height();
        let (above, below) = (y - height - GAP, y + GAP);
        let candidate = |anchor, x, top, cost| Candidate {
            anchor,
            x,
            top,
            cost,
            named_y: Some(y),
        };
        let at_end = [
            candidate(Anchor::Left, x + GAP, middle - height / 2.0, 0.0),
            candidate(Anchor::Middle, x, above, MOVED_COST),
            candidate(Anchor::Middle, x, below, MOVED_COST),
            candidate(Anchor::Right, x + 4.0, above, MOVED_COST * 1.5),
            candidate(Anchor::Right, x + 4.0, below, MOVED_COST * 1.5),
            // There is always room at the edge.
            candidate(Anchor::Right, WIDTH - EDGE, above, MOVED_COST * 9.0),
        ];
        let at_halfway = self.halfway.iter().flat_map(|&halfway| {
            let (x, y) = plot.at(halfway);
            let candidate = |anchor, top| Candidate {
                anchor,
                x,
                top,
                cost: MOVED_COST * 0.8,
                named_y: Some(y),
            };
            [
                candidate(Anchor::Right, y - height - LINE_GAP),
                candidate(Anchor::Left, y - height - LINE_GAP),
                candidate(Anchor::Left, y + LINE_GAP),
                candidate(Anchor::Right, y + LINE_GAP),
            ]
        });
        let candidates = at_end.into_iter().chain(at_halfway);
        if let Some((position, leader)) = best_position(&self.block, candidates, plot, obstacles) {
            return (position.label(self.role, &self.block), leader);
        }
        let corner = (EDGE, above);
        let label = Label::new(self.role, &self.block, Anchor::Left, corner);
        (label, None)
    }
}

/// Places the label of the baseline above, below or next to its square.
pub(super) fn baseline_label<'a>(
    data: &PlotData<'a>,
    plot: &Plot,
    obstacles: &mut Obstacles,
) -> Option<Label<'a>> {
    let (baseline, text) = data.baseline.filter(|(_, text)| !text.trim().is_empty())?;
    let (x, y) = plot.at(baseline);
    let placed =
        [(WIDTH, 0.0), (MAX_WIDTH, 8.0)]
            .into_iter()
            .filter_map(|(max_width, width_cost)| {
                let block = block(text, Face::Plain, max_width);
                let height = block.height();
                let (above, below) = (
                    y - BASELINE_RADIUS - 3.0 - height,
                    y + BASELINE_RADIUS + 3.0,
                );
                let beside = y - height / 2.0;
                let last = WIDTH - EDGE - block.width;
                let candidate = |across: f64, top, cost| Candidate {
                    anchor: Anchor::Left,
                    x: (x + across).min(last).max(EDGE),
                    top,
                    cost: width_cost + cost,
                    named_y: None,
                };
                let candidates = [
                    candidate(-BASELINE_RADIUS, above, 0.0),
                    candidate(-BASELINE_RADIUS, below, 0.0),
                    candidate(10.0, beside, 6.0),
                    candidate(18.0, beside, 10.0),
                    candidate(28.0, beside, 20.0),
                ];
                best_position(&block, candidates, plot, obstacles)
                    .map(|(position, _)| (block, position))
            });
    let (block, position) = placed.min_by(|(_, a), (_, b)| a.cost.total_cmp(&b.cost))?;
    let label = position.label(Role::BaselineLabel, &block);
    obstacles.add(label.area);
    Some(label)
}

/// Places the goal's label and date above or below its ring.
pub(super) fn goal_label<'a>(
    data: &PlotData<'a>,
    plot: &Plot,
    obstacles: &mut Obstacles,
) -> Option<Label<'a>> {
    let (goal, texts) = data.goal?;
    let block = stacked(texts, Face::Plain, MAX_GOAL_WIDTH);
    let (x, y) = plot.at(goal);
    let (above, below) = (
        y - GOAL_RADIUS - 4.0 - block.height(),
        y + GOAL_RADIUS + 4.0,
    );
    let right = (x + GOAL_RADIUS + GAP).min(WIDTH - EDGE);
    let candidate = |anchor, x, top, cost| Candidate {
        anchor,
        x,
        top,
        cost,
        named_y: Some(y),
    };
    let candidates = [
        candidate(Anchor::Middle, x, above, 0.0),
        candidate(Anchor::Middle, x, below, 0.0),
        candidate(Anchor::Right, right, above, 0.0),
        candidate(Anchor::Right, right, below, 0.0),
        candidate(Anchor::Right, WIDTH - EDGE, above, MOVED_COST),
    ];
    let (position, _) = best_position(&block, candidates, plot, obstacles)?;
    let label = position.label(Role::GoalLabel, &block);
    obstacles.add(label.area);
    Some(label)
}

/// Places the label of an aim line that ends at the goal: along the line, rather
/// after the newest data point than before it.
pub(super) fn aim_label<'a>(
    data: &PlotData<'a>,
    plot: &Plot,
    obstacles: &mut Obstacles,
) -> (Option<Label<'a>>, Option<Segment>) {
    let line = data
        .aim_line
        .as_ref()
        .filter(|line| data.goal.is_some() && !line.label.trim().is_empty());
    let Some(line) = line else {
        return (None, None);
    };
    let block = block(line.label, Face::Plain, MAX_WIDTH);
    let height = block.height();
    let (first, last) = data.days;
    let newest = data.newest.map_or(first, |(point, _)| point.0);
    let candidates = AIM_POSITIONS.into_iter().flat_map(|share| {
        let day = first + (last - first) * share;
        let (x, y) = plot.at((day, line.at(day)));
        let before_newest = if day < newest { MOVED_COST } else { 0.0 };
        let candidate = |anchor, top| Candidate {
            anchor,
            x,
            top,
            // A little past the middle, if everything else is equal.
            cost: before_newest + (share - 0.6).abs() * MOVED_COST,
            named_y: Some(y),
        };
        let (above, below) = (y - height - LINE_GAP, y + LINE_GAP);
        [
            candidate(Anchor::Left, above),
            candidate(Anchor::Left, below),
            candidate(Anchor::Right, above),
            candidate(Anchor::Right, below),
        ]
    });
    let Some((position, leader)) = best_position(&block, candidates, plot, obstacles) else {
        return (None, None);
    };
    let label = position.label(Role::AimLabel, &block);
    obstacles.add(label.area);
    (Some(label), leader)
}

/// A possible position of a block of text.
#[derive(Clone, Copy)]
struct Candidate {
    anchor: Anchor,
    /// X of the anchor.
    x: f64,
    /// Y of the upper edge.
    top: f64,
    /// What speaks against it; the lowest cost wins.
    cost: f64,
    /// Y of what the label names, where a leader may lead to it.
    named_y: Option<f64>,
}

impl Candidate {
    fn label<'a>(&self, role: Role, block: &TextBlock<'a>) -> Label<'a> {
        Label::new(role, block, self.anchor, (self.x, self.top))
    }
}

/// The cheapest of several positions after each is moved up or down until it is
/// free, with a leader if the label is then far from what it names. `None` if
/// the block is wider than the view box at each of them.
fn best_position(
    block: &TextBlock,
    candidates: impl IntoIterator<Item = Candidate>,
    plot: &Plot,
    obstacles: &Obstacles,
) -> Option<(Candidate, Option<Segment>)> {
    let height = block.height();
    let mut best: Option<(Candidate, Option<Segment>)> = None;
    for candidate in candidates {
        let left = candidate.anchor.left(candidate.x, block.width);
        let right = left + block.width;
        let outside = left < EDGE - ROUNDING || right > WIDTH - EDGE + ROUNDING;
        if outside || best.is_some_and(|(best, _)| best.cost <= candidate.cost) {
            continue;
        }
        let lowest = plot.height + 3.0 - height;
        let top = obstacles.clear_top((left, right), height, candidate.top, lowest);
        let area = Rect {
            left,
            top,
            right,
            bottom: top + height,
        };
        let leader = candidate
            .named_y
            .and_then(|y| leader((candidate.x, y), area));
        let leader_cost = leader.map_or(0.0, |leader| {
            LEADER_COST + CROSSING_COST * obstacles.crossed_by(leader)
        });
        let moved = (top - candidate.top).abs();
        let hidden = CHANGE_LINE_COST * obstacles.change_lines_behind(left, right);
        let cost = candidate.cost + moved + leader_cost + hidden;
        if best.is_none_or(|(best, _)| cost < best.cost) {
            let position = Candidate {
                top,
                cost,
                ..candidate
            };
            best = Some((position, leader));
        }
    }
    best
}

/// An upright line from a point to a label above or below it; `None` if the label
/// is near enough to do without.
fn leader((x, y): Point, area: Rect) -> Option<Segment> {
    let edge = if area.top > y { area.top } else { area.bottom };
    ((y - edge).abs() > LEADER_DISTANCE).then_some(((x, y), (x, edge)))
}
