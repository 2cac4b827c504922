//! From days and values to user units, through one plotters coordinate.

use plotters::coord::types::RangedCoordf64;
use plotters::prelude::{Cartesian2d, CoordTranslate as _};

use super::WIDTH;
use super::content::Content;
use super::markup::Tenths;
use super::obstacles::{Point, count};

/// Days across, values up.
pub(super) type Coord = Cartesian2d<RangedCoordf64, RangedCoordf64>;

/// Room between the edge of the plot and the first and last day.
const INSET: f64 = 7.0;

/// No label is nearer to the edge of the view box.
pub(super) const EDGE: f64 = 2.0;

/// The plot, with its upper edge at y = 0 and time from left to right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plot {
    /// Left edge: where the value axis ends.
    pub(super) left: f64,
    /// Right edge: where the words at the line ends begin.
    pub(super) right: f64,
    /// Height.
    pub(super) height: f64,
    days: (f64, f64),
    values: (f64, f64),
}

impl Plot {
    /// A plot beside tick labels of this width, with all `ends` (the day a
    /// label begins at, and the room it asks for) inside the view box.
    pub(super) fn new(content: &Content, ticks: f64, ends: &[(f64, f64)]) -> Plot {
        let (first, last) = content.days;
        let left = EDGE + ticks + 6.0;
        let room = WIDTH - left - 2.0 * INSET;
        let margin = ends.iter().map(|&(day, wide)| {
            // Solved for the margin that puts the label's end on the edge.
            let share = (day - first) / (last - first);
            room - (WIDTH - EDGE - wide - left - INSET) / share.max(0.01)
        });
        Plot {
            left,
            right: WIDTH - margin.fold(8.0, f64::max).min(room - 60.0),
            height: height(content),
            days: content.days,
            values: (content.scale.low, content.scale.high),
        }
    }

    /// Where a day and value lie.
    pub(super) fn at(&self, point: Point) -> Point {
        let (x, y) = self.coord(0.0, false).translate(&point);
        (f64::from(x) / 10.0, f64::from(y) / 10.0)
    }

    /// Where a value lies.
    pub(super) fn y(&self, value: f64) -> f64 {
        self.at((self.days.0, value)).1
    }

    /// Where a day lies.
    pub(super) fn x(&self, day: f64) -> f64 {
        self.at((day, self.values.0)).0
    }

    /// The coordinate to draw with, `top` units down the view box; in tenths.
    pub(super) fn coord(&self, top: f64, mirror: bool) -> Coord {
        let tenths = |length: f64| Tenths::of(length).0;
        let (left, right) = (tenths(self.left + INSET), tenths(self.right - INSET));
        let across = if mirror {
            let width = tenths(WIDTH);
            (width - left)..(width - right)
        } else {
            left..right
        };
        Coord::new(
            self.days.0..self.days.1,
            self.values.0..self.values.1,
            (across, tenths(top + self.height)..tenths(top)),
        )
    }
}

/// Height by the number of marks, not by the screen, so that a slope looks no
/// steeper than it is: 0.14 of the width a mark (Radley, Dart, Wright 2018), for
/// as many marks as the days shown have room for at the pace so far.
fn height(content: &Content) -> f64 {
    let (first, last) = content.days;
    let newest = content.marks.iter().map(|mark| f64::from(mark.day));
    let measured = (newest.fold(first, f64::max) - first).max(1.0);
    let marks = count(content.marks.len()) * (last - first) / measured;
    (WIDTH / (0.14 * marks)).clamp(160.0, 240.0)
}
