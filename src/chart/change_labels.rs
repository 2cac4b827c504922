//! Labels of phase changes, above the plot at the top of their lines.

use super::WIDTH;
use super::label::{Anchor, Label};
use super::obstacles::{Obstacles, Point, Rect};
use super::plot::{EDGE, Plot};
use super::plot_data::PlotData;
use super::role::Role;
use super::text_layout::{Face, TextBlock, block};

/// A label wider than this is broken into lines.
const MAX_WIDTH: f64 = 120.0;

/// Distance from a line to its label.
const GAP: f64 = 4.0;

/// For this many changes both sides of the line are tried.
const MAX_TRIED: usize = 4;

/// The labels of phase changes, and their lines.
#[derive(Default)]
pub(super) struct ChangeLabels<'a> {
    /// The labels.
    pub(super) labels: Vec<Label<'a>>,
    /// X and upper end of each line.
    pub(super) lines: Vec<Point>,
}

impl<'a> ChangeLabels<'a> {
    /// Places each label above the plot next to its own line, as low and with
    /// as few crossings as possible.
    pub(super) fn place(data: &PlotData<'a>, plot: &Plot, placed: &[Label]) -> ChangeLabels<'a> {
        let changes: Vec<Change> = data
            .changes
            .iter()
            .map(|&(day, label)| Change::new(plot.x(day), label))
            .collect();
        let mut obstacles = Obstacles::default();
        for label in placed.iter().filter(|label| label.area.top < 0.0) {
            obstacles.add(label.area);
        }
        (0..1usize << changes.len().min(MAX_TRIED))
            .flat_map(|sides| {
                // Labels on the right nest with the first one highest, labels
                // on the left with the last one highest.
                let last_first = arrange(changes.iter().enumerate().rev(), sides, &obstacles);
                let first_first = arrange(changes.iter().enumerate(), sides, &obstacles);
                [last_first, first_first]
            })
            .min_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, labels)| labels)
            .unwrap_or_default()
    }
}

/// A phase change with its label as it would be set on the right and on the
/// left of its line; `None` where there is no room.
struct Change<'a> {
    x: f64,
    right: Option<TextBlock<'a>>,
    left: Option<TextBlock<'a>>,
}

impl<'a> Change<'a> {
    fn new(x: f64, label: &'a str) -> Change<'a> {
        let set = |room: f64| {
            let block = block(label, Face::Plain, room.min(MAX_WIDTH));
            (!label.trim().is_empty() && block.width <= room).then_some(block)
        };
        Change {
            x,
            right: set(WIDTH - EDGE - x - GAP),
            left: set(x - GAP - EDGE),
        }
    }

    /// The label on the wanted side, or else on the other.
    fn label(&self, on_left: bool) -> Option<(Anchor, &TextBlock<'a>)> {
        let right = self.right.as_ref().map(|block| (Anchor::Left, block));
        let left = self.left.as_ref().map(|block| (Anchor::Right, block));
        if on_left {
            left.or(right)
        } else {
            right.or(left)
        }
    }
}

/// Places the labels in the given order and adds up how bad that is; bit n of
/// `sides` is set if the label of change n goes on the left.
fn arrange<'c, 'a: 'c>(
    changes: impl Iterator<Item = (usize, &'c Change<'a>)>,
    sides: usize,
    obstacles: &Obstacles,
) -> (f64, ChangeLabels<'a>) {
    let mut obstacles = obstacles.clone();
    let (mut labels, mut lines, mut cost) = (Vec::new(), Vec::new(), 0.0);
    for (index, change) in changes {
        let on_left = sides >> (index % MAX_TRIED) & 1 == 1;
        let Some((anchor, block)) = change.label(on_left) else {
            lines.push((change.x, 0.0));
            continue;
        };
        let (x, side_cost) = match anchor {
            Anchor::Right => (change.x - GAP, 6.0),
            _ => (change.x + GAP, 0.0),
        };
        let left = anchor.left(x, block.width);
        let lowest = -5.0 - block.height();
        let top = obstacles.clear_top((left, left + block.width), block.height(), lowest, lowest);
        let label = Label::new(Role::ChangeLabel, block, anchor, (x, top));
        let line = Rect {
            left: change.x - 0.5,
            top: top + 2.0,
            right: change.x + 0.5,
            bottom: 0.0,
        };
        cost += side_cost - top + 1000.0 * obstacles.touched_by(&line);
        obstacles.add(label.area);
        obstacles.add(line);
        lines.push((change.x, line.top));
        labels.push(label);
    }
    (cost, ChangeLabels { labels, lines })
}
