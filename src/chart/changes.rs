//! Words at the top of the lines of change, like flags on poles.

use super::WIDTH;
use super::content::Content;
use super::layout::Label;
use super::obstacles::{Obstacles, Point, Rect};
use super::plot::{EDGE, Plot};
use super::role::{Anchor, Role};
use super::text_layout::{Block, Face, block};

/// A flag breaks its words past this width.
const FLAG: f64 = 120.0;

/// From a pole to its words.
const GAP: f64 = 4.0;

/// So many poles are tried with their flags on either side.
const TRIED: usize = 4;

/// The words at the changes, and the poles.
pub(super) struct Flags<'a> {
    /// The words.
    pub(super) words: Vec<Label<'a>>,
    /// X and upper end of each pole.
    pub(super) poles: Vec<Point>,
}

/// A pole with its flag as it would fly right and left, where there is room.
struct Pole<'a> {
    x: f64,
    flags: [Option<Block<'a>>; 2],
}

impl<'a> Pole<'a> {
    fn new(x: f64, words: &'a str) -> Pole<'a> {
        let flag = |room: f64| {
            let flag = block(words, Face::Plain, room.min(FLAG));
            (!words.trim().is_empty() && flag.width <= room).then_some(flag)
        };
        Pole {
            x,
            flags: [flag(WIDTH - EDGE - x - GAP), flag(x - GAP - EDGE)],
        }
    }

    /// The flag on the wanted side, or else on the other.
    fn flag(&self, left: bool) -> Option<(Anchor, &Block<'a>)> {
        let [right, left_flag] = &self.flags;
        let right = right.as_ref().map(|flag| (Anchor::Left, flag));
        let left_flag = left_flag.as_ref().map(|flag| (Anchor::Right, flag));
        if left {
            left_flag.or(right)
        } else {
            right.or(left_flag)
        }
    }
}

/// Places the words above the plot, each beside its own pole, as low and with
/// as few crossings as there are.
pub(super) fn flags<'a>(content: &Content<'a>, plot: &Plot, placed: &[Label]) -> Flags<'a> {
    let poles: Vec<Pole> = content
        .changes
        .iter()
        .map(|&(day, words)| Pole::new(plot.x(day), words))
        .collect();
    let mut field = Obstacles::default();
    for label in placed.iter().filter(|label| label.area.top < 0.0) {
        field.keep_off(label.area);
    }
    let tries = (0..1usize << poles.len().min(TRIED)).flat_map(|sides| {
        // Flags that fly right nest with the first highest, those that fly
        // left with the last.
        let last_first = hoist(poles.iter().enumerate().rev(), sides, &field);
        let first_first = hoist(poles.iter().enumerate(), sides, &field);
        [last_first, first_first]
    });
    let best = tries.min_by(|a, b| a.cost.total_cmp(&b.cost));
    best.map_or_else(
        || Flags {
            words: Vec::new(),
            poles: Vec::new(),
        },
        |best| best.flags,
    )
}

struct Hoisted<'a> {
    flags: Flags<'a>,
    cost: f64,
}

/// Hoists the flags in the order given; `sides` has a bit for each that is to
/// fly left.
fn hoist<'p, 'a: 'p>(
    poles: impl Iterator<Item = (usize, &'p Pole<'a>)>,
    sides: usize,
    field: &Obstacles,
) -> Hoisted<'a> {
    let mut field = field.clone();
    let (mut words, mut tops, mut cost) = (Vec::new(), Vec::new(), 0.0);
    for (at, pole) in poles {
        let left = sides >> (at % TRIED) & 1 == 1;
        let Some((anchor, flag)) = pole.flag(left) else {
            tops.push((pole.x, 0.0));
            continue;
        };
        let (corner, turned) = match anchor {
            Anchor::Right => (pole.x - GAP, 6.0),
            _ => (pole.x + GAP, 0.0),
        };
        let edge = anchor.left(corner, flag.width);
        let lowest = -5.0 - flag.height();
        let top = field.clear_top((edge, edge + flag.width), flag.height(), lowest, lowest);
        let label = Label::new(Role::ChangeWords, flag, anchor, (corner, top));
        let mast = Rect {
            left: pole.x - 0.5,
            top: top + 2.0,
            right: pole.x + 0.5,
            bottom: 0.0,
        };
        cost += turned - top + 1000.0 * field.touched_by(&mast);
        field.keep_off(label.area);
        field.keep_off(mast);
        tops.push((pole.x, mast.top));
        words.push(label);
    }
    let flags = Flags { words, poles: tops };
    Hoisted { flags, cost }
}
