//! Words at the ends of the lines, and at the start.

use super::WIDTH;
use super::content::Content;
use super::layout::Label;
use super::lettering::{Block, Face, block};
use super::place::{Field, Point, Wish, push_apart};
use super::plot::{EDGE, Plot};
use super::role::{Anchor, Role};

/// Reach of the start's square from its middle.
pub(super) const START_REACH: f64 = 5.0;

/// Words beside a line's end break past this width: the drawing comes first.
const COLUMN: f64 = 84.0;

/// Between a line's end, where a mark may be, and its words.
const GAP: f64 = 9.5;

/// What the rounding to tenths may take from the edge.
const ROUNDING: f64 = 0.2;

/// Words across a line of change, which they hide in part, cost this much.
const ACROSS: f64 = 12.0;

/// Words wider than this are set inside the plot instead.
const ROOMY: f64 = 100.0;

/// A label that goes elsewhere than beside its line's end must gain this much.
const LEAVE: f64 = 30.0;

/// The words that stand at the end of a line.
pub(super) struct Ends<'a> {
    ends: Vec<End<'a>>,
}

struct End<'a> {
    role: Role,
    at: Point,
    block: Block<'a>,
}

impl<'a> Ends<'a> {
    /// The words a chart has at line ends, the dearest first.
    pub(super) fn of(content: &Content<'a>) -> Ends<'a> {
        let newest = content.newest.map(|(at, words)| (Role::Newest, at, words));
        let lines = [
            (Role::AimWords, &content.aim),
            (Role::TrendWords, &content.trend),
        ];
        let lines = lines.into_iter().filter_map(|(role, line)| {
            let line = line.as_ref()?;
            Some((role, *line.points.last()?, line.label))
        });
        let ends = newest.into_iter().chain(lines);
        Ends {
            ends: ends
                .filter(|(_, _, words)| !words.trim().is_empty())
                .map(|(role, at, words)| End {
                    role,
                    at,
                    block: match role {
                        Role::Newest => block(words, Face::Strong, ROOMY),
                        _ => block(words, Face::Plain, COLUMN),
                    },
                })
                .collect(),
        }
    }

    /// The day each label begins at and the room it asks for.
    pub(super) fn room(&self) -> Vec<(f64, f64)> {
        self.ends
            .iter()
            .filter(|end| end.block.width <= ROOMY)
            .map(|end| (end.at.0, GAP + end.block.width))
            .collect()
    }

    /// Places the words: beside their end if that is clear, or as near as may
    /// be. Gives a leader for each that had to move far.
    pub(super) fn place(
        &self,
        plot: &Plot,
        field: &mut Field,
    ) -> (Vec<Label<'a>>, Vec<(Point, Point)>) {
        let middles = self.middles(plot);
        let (mut labels, mut leaders) = (Vec::new(), Vec::new());
        for (end, middle) in self.ends.iter().zip(middles) {
            let label = end.place(plot, field, middle);
            field.keep_off(label.area);
            leaders.extend(leader(plot.at(end.at), &label));
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
    fn place(&self, plot: &Plot, field: &Field, middle: f64) -> Label<'a> {
        let (x, y) = plot.at(self.at);
        let height = self.block.height();
        let (above, below) = (y - height - GAP, y + GAP);
        let spot = |anchor, x, top, cost| Spot {
            anchor,
            x,
            top,
            cost,
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
        match settle(&self.block, spots, plot, field) {
            Some(spot) => Label::new(self.role, &self.block, spot.anchor, (spot.x, spot.top)),
            None => Label::new(self.role, &self.block, Anchor::Left, (EDGE, above)),
        }
    }
}

/// A line from a line's end to words that no longer stand next to it.
fn leader((x, y): Point, label: &Label) -> Option<(Point, Point)> {
    let area = label.area;
    let near = (area.left - 2.0, y.clamp(area.top + 6.0, area.bottom - 5.0));
    let far = (near.1 - y).abs() > 22.0;
    (label.anchor == Anchor::Left && far).then_some(((x + 3.0, y), near))
}

/// Places the words at the start: above, below or beside its square, off the
/// path.
pub(super) fn start<'a>(
    content: &Content<'a>,
    plot: &Plot,
    field: &mut Field,
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
            };
            let spots = [
                spot(-START_REACH, above, 0.0),
                spot(-START_REACH, below, 0.0),
                spot(10.0, beside, 6.0),
                spot(18.0, beside, 10.0),
                spot(28.0, beside, 20.0),
            ];
            settle(&block, spots, plot, field).map(|spot| (block, spot))
        });
    let (block, spot) = placed.min_by(|a, b| a.1.cost.total_cmp(&b.1.cost))?;
    let label = Label::new(Role::StartWords, &block, spot.anchor, (spot.x, spot.top));
    field.keep_off(label.area);
    Some(label)
}

/// A place for a block: where it is anchored, and how much is against it.
#[derive(Clone, Copy)]
struct Spot {
    anchor: Anchor,
    x: f64,
    top: f64,
    cost: f64,
}

/// The best of some spots, each moved up or down until it is clear.
fn settle(
    block: &Block,
    spots: impl IntoIterator<Item = Spot>,
    plot: &Plot,
    field: &Field,
) -> Option<Spot> {
    let height = block.height();
    let mut best: Option<Spot> = None;
    for wish in spots {
        let left = wish.anchor.left(wish.x, block.width);
        let right = left + block.width;
        let outside = left < EDGE - ROUNDING || right > WIDTH - EDGE + ROUNDING;
        if outside || best.is_some_and(|best| best.cost <= wish.cost) {
            continue;
        }
        let top = field.clear_top((left, right), height, wish.top, plot.height + 3.0 - height);
        let moved = (top - wish.top).abs();
        let cost = wish.cost + moved + ACROSS * field.poles_behind(left, right);
        if best.is_none_or(|best| cost < best.cost) {
            best = Some(Spot { top, cost, ..wish });
        }
    }
    best
}
