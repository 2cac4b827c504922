//! Charts of one goal's data points, as inline SVG that a page can theme.
//!
//! [`svg`] draws a goal's chart; [`spark()`] draws the small line of the index
//! page. Both accept any input without failing, and the same input always gives
//! the same bytes. plotters maps days and values to coordinates, chooses the
//! ticks and lays out the line series. `svg_writer` writes all shapes with
//! classes only, so the style sheet decides how they look. `layout` places the
//! text: each label is next to what it names, and `obstacles` keeps labels off
//! the lines and off each other.
//!
//! ```text
//! Chart → plot_data (finite, sorted, clipped) → layout (positions) → draw (SVG)
//! ```
//!
//! Lengths are user units of a view box that is [`WIDTH`] wide. A page shows it
//! 280 to 420 CSS px wide, so the 14.5 unit text is never smaller than 12 px.

mod change_labels;
mod draw;
mod glyph_width;
mod label;
mod layout;
mod line_labels;
mod markup;
mod months;
mod obstacles;
mod plot;
mod plot_data;
mod role;
mod scale;
mod spark;
mod svg_writer;
#[cfg(test)]
mod tests;
mod text_layout;

pub use spark::spark;

use crate::model::Setting;

/// Width of every chart's view box.
pub const WIDTH: f64 = 328.0;

/// What to draw: numbers as days and values, text in the reader's language.
///
/// A day is a number that grows by one each day; where it starts to count does
/// not matter. Values are in the unit of the value axis.
#[derive(Clone, Debug)]
pub struct Chart {
    /// What the chart shows, with its numbers, as plain text for readers who do
    /// not see it.
    pub description: String,
    /// Whether the labels are in a script that runs right to left.
    pub rtl: bool,
    /// Whether time runs right to left, with the value axis on the right.
    pub mirror: bool,
    /// How the data points of a phase are joined.
    pub path_shape: PathShape,
    /// Range and ticks of the values.
    pub value_axis: ValueAxis,
    /// First and last day shown. Widened to include every marker, the baseline
    /// and the goal: no data point is ever left out.
    pub days: (i32, i32),
    /// Months in order: the day each begins on, and its short name. A month that
    /// begins before the first day shown is named at the left edge.
    pub months: Vec<(i32, String)>,
    /// The data points in date order, one `Vec` for each phase. The line through
    /// them is broken between phases.
    pub phases: Vec<Vec<Marker>>,
    /// The baseline.
    pub baseline: Option<BaselineMarker>,
    /// The goal: a value, and the day to reach it by.
    pub goal: Option<GoalMarker>,
    /// The aim line, dashed. `None` for ordered levels, which have no slope.
    /// Labeled along its way when it ends at the goal, at its end otherwise.
    pub aim_line: Option<LabeledLine>,
    /// The trend line of the newest phase, cut at the newest marker. `None` for
    /// ordered levels.
    pub trend_line: Option<LabeledLine>,
    /// Phase changes. Those outside the days shown are not drawn.
    pub changes: Vec<ChangeLine>,
    /// Label of the newest marker, such as "58".
    pub newest_label: Option<String>,
}

/// How the data points of a phase are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathShape {
    /// Straight from day to day, through the median of a day with several data
    /// points.
    Straight,
    /// A staircase: a level, or what is learned, holds until the next data point.
    Steps,
}

/// Range and ticks of the values. No axis is ever broken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ValueAxis {
    /// Always 0 to 100.
    Percent,
    /// 0 to a round number above everything drawn.
    FromZero,
    /// A declared range, such as a test's.
    Range {
        /// Lowest possible value.
        min: f64,
        /// Highest possible value.
        max: f64,
    },
    /// Ordered levels, each with its own line and number.
    Levels {
        /// Rank of the first level.
        lowest: i32,
        /// Rank of the last level.
        highest: i32,
    },
}

/// One data point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marker {
    /// The day.
    pub day: i32,
    /// The value. A value that is not a finite number is not drawn.
    pub value: f64,
    /// Decides the shape: a circle in a small group, a square in class, a
    /// diamond elsewhere.
    pub setting: Setting,
    /// Whether the true value may be beyond this one. Drawn hollow.
    pub open: bool,
}

/// The baseline: a hollow square.
#[derive(Clone, Debug)]
pub struct BaselineMarker {
    /// The day.
    pub day: i32,
    /// Median of the baseline probes.
    pub value: f64,
    /// Such as "43 start".
    pub label: String,
}

/// The goal: a ring with a dot at the end of the aim line.
#[derive(Clone, Debug)]
pub struct GoalMarker {
    /// The day.
    pub day: i32,
    /// The value to reach.
    pub value: f64,
    /// Such as "goal 90".
    pub label: String,
    /// The date as text, such as "May 28".
    pub date: String,
}

/// A line with a label.
#[derive(Clone, Debug)]
pub struct LabeledLine {
    /// Corners as day and value. Cut to the days shown.
    pub points: Vec<(i32, f64)>,
    /// Such as "hoped for".
    pub label: String,
}

/// A phase change: an upright line with its label at the top.
#[derive(Clone, Debug)]
pub struct ChangeLine {
    /// The first day of the new phase.
    pub day: i32,
    /// What changed, in family words.
    pub label: String,
}

/// Draws a chart as an inline `<svg class="chart">`.
///
/// `id` is unique on the page; the title and the description get ids made from
/// it. `title` is plain text. `number` writes a tick in the reader's digits.
#[must_use]
pub fn svg(chart: &Chart, id: &str, title: &str, number: &dyn Fn(f64) -> String) -> String {
    Drawing::of(chart, number).svg(id, title)
}

/// A chart that has been drawn, and can be on several pages.
pub struct Drawing {
    description: String,
    height: f64,
    /// Whether there are too many markers for a ring of background around each.
    is_dense: bool,
    shapes: String,
}

impl Drawing {
    /// Draws `chart`. `number` writes a tick in the reader's digits.
    #[must_use]
    pub fn of(chart: &Chart, number: &dyn Fn(f64) -> String) -> Self {
        let layout = layout::layout(chart, number);
        let mut shapes = String::with_capacity(3072);
        draw::draw(&layout, chart, &mut shapes);
        Self {
            description: chart.description.clone(),
            height: layout.height,
            is_dense: layout.radius < 3.5,
            shapes,
        }
    }

    /// The drawing as [`svg()`] returns it.
    #[must_use]
    pub fn svg(&self, id: &str, title: &str) -> String {
        let dense = if self.is_dense { " dense" } else { "" };
        let id = markup::escape(id);
        let mut out = String::with_capacity(self.shapes.len() + 1024);
        for part in ["<svg class=\"chart", dense, "\" viewBox=\"0 0 "] {
            out.push_str(part);
        }
        markup::Tenths::of(WIDTH).write(&mut out);
        out.push(' ');
        markup::Tenths::of(self.height).write(&mut out);
        for part in [
            "\" role=\"img\" aria-labelledby=\"",
            &id,
            "-t\" aria-describedby=\"",
            &id,
            "-d\"><title id=\"",
            &id,
            "-t\">",
            &markup::escape(title),
            "</title><desc id=\"",
            &id,
            "-d\">",
            &markup::escape(&self.description),
            "</desc>",
            &self.shapes,
            "</svg>",
        ] {
            out.push_str(part);
        }
        out
    }
}
