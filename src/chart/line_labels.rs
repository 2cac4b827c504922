//! Words at the ends of the lines, at the start, at the goal and on the way there.

use super::WIDTH;
use super::content::Content;
use super::layout::Label;
use super::obstacles::{Obstacles, Point, Rect, Wish, push_apart};
use super::plot::{EDGE, Plot};
use super::role::{Anchor, Role};
use super::text_layout::{Block, Face, block, stacked};

/// Reach of the start's square from its middle.
pub(super) const START_REACH: f64 = 5.0;

/// Reach of the goal's ring from its middle.
pub(super) const GOAL_REACH: f64 = 6.0;

/// Words beside a line's end break past this width: the drawing comes first.
const COLUMN: f64 = 84.0;

/// Between a line's end, where a mark may be, and its words.
const GAP: f64 = 9.5;

/// What the rounding to tenths may take from the edge.
const ROUNDING: f64 = 0.2;

/// Words across a line of change, which they hide in part, cost this much.
const ACROSS: f64 = 12.0;

/// Words at the goal break past this width: nothing stands beside them.
const GOAL_COLUMN: f64 = 128.0;

/// Words that need a line to what they name cost this much more,
const LEADER_COST: f64 = 10.0;

/// and this much for each thing the line runs through.
const CROSSING_COST: f64 = 60.0;

/// Words wider than this are set inside the plot instead.
const ROOMY: f64 = 100.0;

/// Between a line and words along it.
const LINE_GAP: f64 = 4.0;

/// Words farther than this from what they name are led to it by a line.
const LEADER_FROM: f64 = 22.0;

/// Where on the way to the goal, as a share of it, words may stand.
const STATIONS: [f64; 9] = [0.6, 0.55, 0.7, 0.45, 0.8, 0.35, 0.9, 0.25, 0.15];

/// A label that goes elsewhere than beside its line's end must gain this much.
const LEAVE: f64 = 30.0;

/// The words that stand at the end of a line.
pub(super) struct Ends<'a> {
    ends: Vec<End<'a>>,
}

struct End<'a> {
    role: Role,
    at: Point,
    /// Half of the way along a trend, where its words may stand as well.
    half: Option<Point>,
    block: Block<'a>,
}

impl<'a> Ends<'a> {
    /// The words a chart has at line ends, the dearest first.
    pub(super) fn of(content: &Content<'a>) -> Ends<'a> {
        let newest = content.newest;
        let newest = newest.map(|(at, words)| (Role::Newest, at, None, words));
        // At the goal the line's own words would be in the way of the goal's.
        let aim = content.aim.as_ref().filter(|_| content.goal.is_none());
        let lines = [
            (Role::AimWords, aim),
            (Role::TrendWords, content.trend.as_ref()),
        ];
        let lines = lines.into_iter().filter_map(|(role, line)| {
            let line = line?;
            let (first, last) = (line.points.first()?, line.points.last()?);
            let half = (
                f64::midpoint(first.0, last.0),
                f64::midpoint(first.1, last.1),
            );
            let half = (role == Role::TrendWords).then_some(half);
            Some((role, *last, half, line.label))
        });
        let ends = newest.into_iter().chain(lines);
        Ends {
            ends: ends
                .filter(|(.., words)| !words.trim().is_empty())
                .map(|(role, at, half, words)| End {
                    role,
                    at,
                    half,
                    block: match role {
                        Role::Newest => block(words, Face::Strong, ROOMY),
                        _ => block(words, Face::Plain, COLUMN),
                    },
                })
                .collect(),
        }
    }

    /// The day each label begins at and the room it asks for: none on the way to
    /// a goal, for the way is long and words find a place along it.
    pub(super) fn room(&self, content: &Content) -> Vec<(f64, f64)> {
        self.ends
            .iter()
            .filter(|end| content.goal.is_none() && end.block.width <= ROOMY)
            .map(|end| (end.at.0, GAP + end.block.width))
            .collect()
    }

    /// Places the words: beside their end if that is clear, or as near as may
    /// be. Gives a leader for each that had to move far.
    pub(super) fn place(
        &self,
        plot: &Plot,
        field: &mut Obstacles,
    ) -> (Vec<Label<'a>>, Vec<(Point, Point)>) {
        let middles = self.middles(plot);
        let (mut labels, mut leaders) = (Vec::new(), Vec::new());
        for (end, middle) in self.ends.iter().zip(middles) {
            let (label, leader) = end.place(plot, field, middle);
            field.keep_off(label.area);
            leaders.extend(leader);
            labels.push(label);
        }
        (labels, leaders)
    }

    /// Where the middle of each label should be: at its line's end, but for
    /// those of one column that push each other away.
    fn middles(&self, plot: &Plot) -> Vec<f64> {
        let farthest = self
            .ends
            .iter()
            .map(|end| plot.x(end.at.0))
            .fold(0.0, f64::max);
        let in_column = |end: &&End| plot.x(end.at.0) + GAP + end.block.width > farthest;
        let column = self.ends.iter().filter(in_column).map(|end| Wish {
            middle: plot.at(end.at).1,
            height: end.block.height(),
            weight: if end.role == Role::Newest { 4.0 } else { 1.0 },
        });
        let mut pushed = push_apart(&column.collect::<Vec<Wish>>()).into_iter();
        let middle = |end: &End| {
            let own = plot.at(end.at).1;
            if in_column(&end) {
                pushed.next().unwrap_or(own)
            } else {
                own
            }
        };
        self.ends.iter().map(middle).collect()
    }
}

impl<'a> End<'a> {
    fn place(
        &self,
        plot: &Plot,
        field: &Obstacles,
        middle: f64,
    ) -> (Label<'a>, Option<(Point, Point)>) {
        let (x, y) = plot.at(self.at);
        let height = self.block.height();
        let (above, below) = (y - height - GAP, y + GAP);
        let spot = |anchor, x, top, cost| Spot {
            anchor,
            x,
            top,
            cost,
            named: Some((x, y)),
        };
        let spots = [
            spot(Anchor::Left, x + GAP, middle - height / 2.0, 0.0),
            spot(Anchor::Middle, x, above, LEAVE),
            spot(Anchor::Middle, x, below, LEAVE),
            spot(Anchor::Right, x + 4.0, above, LEAVE * 1.5),
            spot(Anchor::Right, x + 4.0, below, LEAVE * 1.5),
            // Whatever else happens, there is room at the edge.
            spot(Anchor::Right, WIDTH - EDGE, above, LEAVE * 9.0),
        ];
        let beside_half = self.half.iter().flat_map(|&half| {
            let (x, y) = plot.at(half);
            let beside = |anchor, top| Spot {
                anchor,
                x,
                top,
                cost: LEAVE * 0.8,
                named: Some((x, y)),
            };
            [
                beside(Anchor::Right, y - height - LINE_GAP),
                beside(Anchor::Left, y - height - LINE_GAP),
                beside(Anchor::Left, y + LINE_GAP),
                beside(Anchor::Right, y + LINE_GAP),
            ]
        });
        let spots = spots.into_iter().chain(beside_half);
        if let Some((spot, leader)) = settle(&self.block, spots, plot, field) {
            return (spot.label(self.role, &self.block), leader);
        }
        let corner = (EDGE, above);
        let label = Label::new(self.role, &self.block, Anchor::Left, corner);
        (label, None)
    }
}

/// A line to words that no longer stand next to what they name.
fn leader(named: Point, anchor: Anchor, area: Rect) -> Option<(Point, Point)> {
    let (x, y) = named;
    let (from, to) = if anchor == Anchor::Left && area.left > x {
        let side = y.clamp(area.top + 6.0, area.bottom - 5.0);
        ((x + 3.0, y), (area.left - 2.0, side))
    } else {
        let edge = if area.top > y { area.top } else { area.bottom };
        ((x, y), (x.clamp(area.left, area.right), edge))
    };
    ((from.1 - to.1).abs() > LEADER_FROM).then_some((from, to))
}

/// Places the words at the start: above, below or beside its square, off the
/// path.
pub(super) fn start<'a>(
    content: &Content<'a>,
    plot: &Plot,
    field: &mut Obstacles,
) -> Option<Label<'a>> {
    let (at, words) = content
        .start
        .filter(|(_, words)| !words.trim().is_empty())?;
    let (x, y) = plot.at(at);
    let placed = [(WIDTH, 0.0), (COLUMN, 8.0)]
        .into_iter()
        .filter_map(|(limit, cost)| {
            let block = block(words, Face::Plain, limit);
            let height = block.height();
            let (above, below) = (y - START_REACH - 3.0 - height, y + START_REACH + 3.0);
            let beside = y - height / 2.0;
            let last = WIDTH - EDGE - block.width;
            let spot = |across: f64, top, more| Spot {
                anchor: Anchor::Left,
                x: (x + across).min(last).max(EDGE),
                top,
                cost: cost + more,
                named: None,
            };
            let spots = [
                spot(-START_REACH, above, 0.0),
                spot(-START_REACH, below, 0.0),
                spot(10.0, beside, 6.0),
                spot(18.0, beside, 10.0),
                spot(28.0, beside, 20.0),
            ];
            settle(&block, spots, plot, field).map(|(spot, _)| (block, spot))
        });
    let (block, spot) = placed.min_by(|a, b| a.1.cost.total_cmp(&b.1.cost))?;
    let label = spot.label(Role::StartWords, &block);
    field.keep_off(label.area);
    Some(label)
}

/// Places what is hoped for and by when above or below the goal's ring.
pub(super) fn goal_words<'a>(
    content: &Content<'a>,
    plot: &Plot,
    field: &mut Obstacles,
) -> Option<Label<'a>> {
    let (at, words) = content.goal?;
    let block = stacked(words, Face::Plain, GOAL_COLUMN);
    let (x, y) = plot.at(at);
    let (above, below) = (y - GOAL_REACH - 4.0 - block.height(), y + GOAL_REACH + 4.0);
    let edge = (x + GOAL_REACH + GAP).min(WIDTH - EDGE);
    let spot = |anchor, x, top, cost| Spot {
        anchor,
        x,
        top,
        cost,
        named: Some((x, y)),
    };
    let spots = [
        spot(Anchor::Middle, x, above, 0.0),
        spot(Anchor::Middle, x, below, 0.0),
        spot(Anchor::Right, edge, above, 0.0),
        spot(Anchor::Right, edge, below, 0.0),
        spot(Anchor::Right, WIDTH - EDGE, above, LEAVE),
    ];
    let (spot, _) = settle(&block, spots, plot, field)?;
    let label = spot.label(Role::GoalWords, &block);
    field.keep_off(label.area);
    Some(label)
}

/// Places the words of a hoped-for line that ends at the goal: along its way,
/// where there is room for them, rather past the newest mark than before it.
pub(super) fn aim_words<'a>(
    content: &Content<'a>,
    plot: &Plot,
    field: &mut Obstacles,
) -> (Option<Label<'a>>, Option<(Point, Point)>) {
    let line = content.aim.as_ref().filter(|_| content.goal.is_some());
    let Some(line) = line.filter(|line| !line.label.trim().is_empty()) else {
        return (None, None);
    };
    let block = block(line.label, Face::Plain, COLUMN);
    let height = block.height();
    let newest = content.newest.map_or(content.days.0, |(at, _)| at.0);
    let spots = STATIONS.into_iter().flat_map(|station| {
        let day = content.days.0 + (content.days.1 - content.days.0) * station;
        let (x, y) = plot.at((day, line.at(day)));
        let before = if day < newest { LEAVE } else { 0.0 };
        let beside = |anchor, top| Spot {
            anchor,
            x,
            top,
            // In the middle of the way, if nothing else is against it.
            cost: before + (station - 0.6).abs() * LEAVE,
            named: Some((x, y)),
        };
        let (above, below) = (y - height - LINE_GAP, y + LINE_GAP);
        [
            beside(Anchor::Left, above),
            beside(Anchor::Left, below),
            beside(Anchor::Right, above),
            beside(Anchor::Right, below),
        ]
    });
    let Some((spot, leader)) = settle(&block, spots, plot, field) else {
        return (None, None);
    };
    let label = spot.label(Role::AimWords, &block);
    field.keep_off(label.area);
    (Some(label), leader)
}

/// A place for a block: where it is anchored, and how much is against it.
#[derive(Clone, Copy)]
struct Spot {
    anchor: Anchor,
    x: f64,
    top: f64,
    cost: f64,
    /// What the words name, where a line may lead to it.
    named: Option<Point>,
}

impl Spot {
    /// The words, set here.
    fn label<'a>(&self, role: Role, block: &Block<'a>) -> Label<'a> {
        Label::new(role, block, self.anchor, (self.x, self.top))
    }
}

/// The best of some spots, each moved up or down until it is clear, with the
/// line to what the words name, should that be far.
fn settle(
    block: &Block,
    spots: impl IntoIterator<Item = Spot>,
    plot: &Plot,
    field: &Obstacles,
) -> Option<(Spot, Option<(Point, Point)>)> {
    let height = block.height();
    let mut best: Option<(Spot, Option<(Point, Point)>)> = None;
    for wish in spots {
        let left = wish.anchor.left(wish.x, block.width);
        let right = left + block.width;
        let outside = left < EDGE - ROUNDING || right > WIDTH - EDGE + ROUNDING;
        if outside || best.is_some_and(|(best, _)| best.cost <= wish.cost) {
            continue;
        }
        let top = field.clear_top((left, right), height, wish.top, plot.height + 3.0 - height);
        let area = Rect {
            left,
            top,
            right,
            bottom: top + height,
        };
        let leader = wish.named.and_then(|at| leader(at, wish.anchor, area));
        let led = leader.map_or(0.0, |line| {
            LEADER_COST + CROSSING_COST * field.crossed_by(line)
        });
        let moved = (top - wish.top).abs();
        let cost = wish.cost + moved + led + ACROSS * field.poles_behind(left, right);
        if best.is_none_or(|(best, _)| cost < best.cost) {
            best = Some((Spot { top, cost, ..wish }, leader));
        }
    }
    best
}
