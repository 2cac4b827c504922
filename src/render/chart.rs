//! Draws a page's charts.

use crate::chart::{self, Chart};
use crate::locale::{Pack, strip_markup};

/// Draws a goal's chart as inline SVG. `id` is unique on the page.
#[must_use]
pub fn svg(chart: &Chart, title: &str, pack: &Pack, id: &str) -> String {
    let number = |value: f64| pack.formats.number(value);
    chart::svg(chart, id, &strip_markup(title), &number)
}
