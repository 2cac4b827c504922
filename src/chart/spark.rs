//! The small line of the index page: the data points, the newest one, and the
//! height of the goal.

use plotters::prelude::CoordTranslate as _;

use super::obstacles::Point;
use super::plot::Coord;
use super::role::Role;
use super::scale::MAX_VALUE;
use super::svg_writer::SvgWriter;

/// Draws the values by day, and the goal as a dashed line at its height, as a
/// decorative `<svg class="spark">` of 104 by 36 units. Returns an empty string
/// if there is no value to draw.
#[must_use]
pub fn spark(values: &[(i32, f64)], goal: Option<f64>, mirror: bool) -> String {
    let mut points: Vec<Point> = values
        .iter()
        .filter(|(_, value)| value.abs() <= MAX_VALUE)
        .map(|&(day, value)| (f64::from(day), value))
        .collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    let Some(newest) = points.last() else {
        return String::new();
    };
    let goal = goal.filter(|goal| goal.abs() <= MAX_VALUE);
    let coord = coord(&points, goal, mirror);
    let mut out = String::with_capacity(400);
    out.push_str("<svg class=\"spark\" viewBox=\"0 0 104 36\" aria-hidden=\"true\">");
    let mut writer = SvgWriter::new(&mut out);
    if let (Some(goal), [first, .., last]) = (goal, points.as_slice()) {
        let level = [(first.0, goal), (last.0, goal)];
        writer.series(Role::AimLine, &level, coord.clone());
    }
    if points.len() > 1 {
        writer.series(Role::Path, &points, coord.clone());
    }
    writer.circle(Role::Marker, coord.translate(newest), 40);
    writer.finish();
    out.push_str("</svg>");
    out
}

/// A coordinate system in which the values fill the height. Differences of less
/// than a quarter of the highest value do not: they stay small.
fn coord(points: &[Point], goal: Option<f64>, mirror: bool) -> Coord {
    let values = points.iter().map(|point| point.1).chain(goal);
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    let quarter = low.abs().max(high.abs()).max(1.0) * 0.25;
    let spare = (quarter - (high - low)).max(0.0) / 2.0;
    let first = points.first().map_or(0.0, |point| point.0);
    let last = points.last().map_or(1.0, |point| point.0).max(first + 1.0);
    // Tenths of a unit, from the first day to the last and from low to high.
    let (left, right, top, bottom) = (60, 980, 60, 300);
    let across = if mirror { right..left } else { left..right };
    Coord::new(
        first..last,
        (low - spare)..(high + spare),
        (across, bottom..top),
    )
}
