//! Maps days and values to user units with a plotters coordinate system.

use plotters::coord::types::RangedCoordf64;
use plotters::prelude::{Cartesian2d, CoordTranslate as _};

use super::WIDTH;
use super::markup::Tenths;
use super::obstacles::{Point, to_f64};
use super::plot_data::PlotData;

/// Days across, values up, in tenths of a user unit.
pub(super) type Coord = Cartesian2d<RangedCoordf64, RangedCoordf64>;

/// Distance between the edge of the plot and the first and last day.
const INSET: f64 = 7.0;

/// Smallest distance of a label from the edge of the view box.
pub(super) const EDGE: f64 = 2.0;

/// The plot, with its upper edge at y = 0 and time from left to right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plot {
    /// Left edge: where the value axis ends.
    pub(super) left: f64,
    /// Right edge: where the labels at the line ends begin.
    pub(super) right: f64,
    /// Height.
    pub(super) height: f64,
    days: (f64, f64),
    values: (f64, f64),
}

impl Plot {
    /// A plot next to tick labels of this width. It leaves room for all `ends`:
    /// the day a label begins at, and the label's width.
    pub(super) fn new(data: &PlotData, ticks: f64, ends: &[(f64, f64)]) -> Plot {
        let (first, last) = data.days;
        let left = EDGE + ticks + 6.0;
        let room = WIDTH - left - 2.0 * INSET;
        let margin = ends.iter().map(|&(day, width)| {
            // Solved for the margin that puts the label's end on the edge.
            let share = (day - first) / (last - first);
            room - (WIDTH - EDGE - width - left - INSET) / share.max(0.01)
        });
        Plot {
            left,
            right: WIDTH - margin.fold(8.0, f64::max).min(room - 60.0),
            height: height(data),
            days: data.days,
            values: (data.scale.low, data.scale.high),
        }
    }

    /// Position of a day and value.
    pub(super) fn at(&self, point: Point) -> Point {
        let (x, y) = self.coord(0.0, false).translate(&point);
        (f64::from(x) / 10.0, f64::from(y) / 10.0)
    }

    /// Y of a value.
    pub(super) fn y(&self, value: f64) -> f64 {
        self.at((self.days.0, value)).1
    }

    /// X of a day.
    pub(super) fn x(&self, day: f64) -> f64 {
        self.at((day, self.values.0)).0
    }

    /// The coordinate system to draw with, `top` units down the view box.
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

/// Height of the plot. It depends on the number of data points, not on the
/// screen, so that a slope looks no steeper than it is: each data point gets
/// 0.14 of the height in width (Radley, Dart and Wright 2018). It is counted for as
/// many data points as the days shown have room for at the current pace.
fn height(data: &PlotData) -> f64 {
    let (first, last) = data.days;
    let newest = data
        .markers
        .iter()
        .map(|marker| f64::from(marker.day))
        .fold(first, f64::max);
    let measured = (newest - first).max(1.0);
    let expected = to_f64(data.markers.len()) * (last - first) / measured;
    (WIDTH / (0.14 * expected)).clamp(160.0, 240.0)
}
