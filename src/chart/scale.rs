//! The value axis: its range and its few ticks.

use plotters::coord::ranged1d::BoldPoints;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::Ranged as _;

use super::ValueAxis;

/// Larger values cannot come from a classroom, and are too large to calculate
/// with.
pub(super) const MAX_VALUE: f64 = 1e9;

/// Range and ticks of the values.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    /// Value at the lower edge.
    pub(super) low: f64,
    /// Value at the upper edge.
    pub(super) high: f64,
    /// Values with a line and a number, ascending.
    pub(super) ticks: Vec<f64>,
}

impl Scale {
    /// The scale of `axis` if these values are drawn on it.
    pub(super) fn of(axis: ValueAxis, values: &[f64]) -> Scale {
        match axis {
            ValueAxis::Percent => Scale {
                low: 0.0,
                high: 100.0,
                ticks: vec![0.0, 50.0, 100.0],
            },
            ValueAxis::Range { min, max } if min < max && min.abs().max(max.abs()) <= MAX_VALUE => {
                range(min, max)
            }
            // An invalid range: the chart is still drawn.
            ValueAxis::FromZero | ValueAxis::Range { .. } => from_zero(values),
            ValueAxis::Levels { lowest, highest } => levels(lowest, highest),
        }
    }

    /// The nearest value inside the range.
    pub(super) fn clamp(&self, value: f64) -> f64 {
        value.max(self.low).min(self.high)
    }
}

fn from_zero(values: &[f64]) -> Scale {
    let most = values.iter().copied().fold(0.0, f64::max);
    let bottom = values.iter().copied().fold(0.0, f64::min);
    let all_whole = values.iter().all(|value| value.fract() == 0.0);
    let mut step = step(bottom, if most > bottom { most } else { 1.0 });
    if all_whole {
        step = step.max(1.0);
    }
    let (first, last) = ((bottom / step).floor(), (most / step).ceil().max(1.0));
    Scale {
        low: first * step,
        high: last * step,
        ticks: multiples(first, last, step),
    }
}

fn range(min: f64, max: f64) -> Scale {
    let step = step(min, max);
    let count = (max - min) / step;
    let ticks = if count.fract() == 0.0 {
        multiples(0.0, count, step)
            .iter()
            .map(|tick| min + tick)
            .collect()
    } else {
        let inner = multiples((min / step).ceil(), (max / step).floor(), step);
        let is_apart = |tick: &f64| (tick - min).min(max - tick) >= step * 0.5;
        std::iter::once(min)
            .chain(inner.into_iter().filter(is_apart))
            .chain([max])
            .collect()
    };
    Scale {
        low: min,
        high: max,
        ticks,
    }
}

fn levels(lowest: i32, highest: i32) -> Scale {
    let (first, last) = (
        f64::from(lowest.min(highest)),
        f64::from(highest.max(lowest)),
    );
    let step = ((last - first) / 12.0).ceil().max(1.0);
    Scale {
        low: first - 0.35,
        high: last + 0.35,
        ticks: multiples(0.0, ((last - first) / step).floor(), step)
            .iter()
            .map(|rank| first + rank)
            .collect(),
    }
}

/// The distance between ticks that plotters chooses for about four of them.
fn step(low: f64, high: f64) -> f64 {
    let points = RangedCoordf64::from(low..high).key_points(BoldPoints(4));
    match points.as_slice() {
        [first, second, ..] => second - first,
        _ => high - low,
    }
}

fn multiples(first: f64, last: f64, step: f64) -> Vec<f64> {
    // A step below one is one over a whole number; dividing by that keeps
    // 0.15 from coming out as 0.15000000000000002.
    let parts = (1.0 / step).round().max(1.0);
    let mut ticks = Vec::new();
    let mut index = first;
    while index <= last && ticks.len() < 64 {
        ticks.push(if step < 1.0 {
            index / parts
        } else {
            index * step
        });
        index += 1.0;
    }
    ticks
}
