//! Draws a page's charts.

use crate::chart::{Chart, Drawing};
use crate::locale::{Pack, strip_markup};

/// Draws a goal's chart as inline SVG. `id` is unique on the page.
#[must_use]
pub fn svg(chart: &Chart, title: &str, pack: &Pack, id: &str) -> String {
    drawing(chart, pack).svg(id, &strip_markup(title))
}

/// Draws a goal's chart once for several pages.
pub(super) fn drawing(chart: &Chart, pack: &Pack) -> Drawing {
    Drawing::of(chart, &|value: f64| pack.formats.number(value))
}
