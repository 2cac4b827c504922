//! The small line of the index page: the path alone, where it is now, and how
//! high the goal is.

use plotters::prelude::{Circle, DrawingAreaErrorKind, IntoDrawingArea as _, LineSeries};
use std::convert::Infallible;

use super::backend::Svg;
use super::plot::Coord;
use super::role::Role;
use super::scale::HUGE;

/// Draws the values by day, and the goal as a dashed line at its height, as a
/// decorative `<svg class="spark">` of 104 by 36 units; empty when there is no
/// value to draw.
#[must_use]
pub fn spark(values: &[(i32, f64)], goal: Option<f64>, mirror: bool) -> String {
    let mut points: Vec<(f64, f64)> = values
        .iter()
        .filter(|(_, value)| value.abs() <= HUGE)
        .map(|&(day, value)| (f64::from(day), value))
        .collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    let goal = goal.filter(|goal| goal.abs() <= HUGE);
    if points.is_empty() {
        return String::new();
    }
    let mut out = String::with_capacity(400);
    out.push_str("<svg class=\"spark\" viewBox=\"0 0 104 36\" aria-hidden=\"true\">");
    // The backend cannot fail, and nothing else here can either.
    let _ = draw(&points, goal, mirror, &mut out);
    out.push_str("</svg>");
    out
}

fn draw(
    points: &[(f64, f64)],
    goal: Option<f64>,
    mirror: bool,
    out: &mut String,
) -> Result<(), DrawingAreaErrorKind<Infallible>> {
    let page = Svg::new(out, (1040, 360)).into_drawing_area();
    let plot = page.apply_coord_spec(coord(points, goal, mirror));
    if let (Some(goal), [first, .., last]) = (goal, points) {
        let level = [(first.0, goal), (last.0, goal)];
        for line in LineSeries::new(level, Role::Aim.line()) {
            plot.draw(&line)?;
        }
    }
    if points.len() > 1 {
        for line in LineSeries::new(points.iter().copied(), Role::Path.line()) {
            plot.draw(&line)?;
        }
    }
    if let Some(&newest) = points.last() {
        plot.draw(&Circle::new(newest, 40, Role::Mark.filled()))?;
    }
    page.present()
}

/// Fills the height with the values, but not with noise: ups and downs of less
/// than a quarter of the highest value stay small.
fn coord(points: &[(f64, f64)], goal: Option<f64>, mirror: bool) -> Coord {
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
