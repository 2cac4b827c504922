//! The drawings: one child's path as an inline SVG that a page can theme.
//!
//! [`svg`] draws a goal's chart, [`spark()`] the small line of the index page.
//! Both are total (no input makes them fail) and deterministic (the same input
//! gives the same bytes). Plotters owns the coordinates, the choice of ticks
//! and the shapes; `backend` writes them as SVG whose looks come from
//! classes alone. What is ours is the lettering: every label stands next to
//! what it names, and `place` keeps labels off the path and off each other.
//!
//! Lengths are user units of a view box that is [`WIDTH`] wide. A page shows
//! it 280 to 420 CSS px wide, so the 14.5 unit lettering is never under 12 px.

mod backend;
mod changes;
mod content;
mod draw;
mod glyph_width;
mod layout;
mod line_labels;
mod markup;
mod months;
mod obstacles;
mod plot;
mod role;
mod scale;
mod spark;
#[cfg(test)]
mod tests;
mod text_layout;

pub use spark::spark;

/// Width of every chart's view box.
pub const WIDTH: f64 = 328.0;

/// One chart: the facts in days and values, and every word in the reader's
/// language.
pub struct Chart<'a> {
    /// Unique on the page; the title and description get ids made from it.
    pub id: &'a str,
    /// Short name, plain text.
    pub title: &'a str,
    /// What the chart shows, with its numbers, plain text.
    pub description: &'a str,
    /// The labels are in a script that runs right to left.
    pub rtl: bool,
    /// Time runs right to left, the value axis stands on the right.
    pub mirror: bool,
    /// How the marks of a phase are joined.
    pub shape: Shape,
    /// Range and ticks of the values.
    pub value_axis: ValueAxis,
    /// First and last day shown (day numbers). Widened where a mark, the start
    /// or the goal lies outside: no datum is ever left out.
    pub days: (i32, i32),
    /// Months in order: the day each begins on, and its short name. One that
    /// begins before the first day shown is named at the left edge.
    pub months: Vec<(i32, String)>,
    /// The marks in date order, one `Vec` a phase: the path is broken between.
    pub phases: Vec<Vec<Mark>>,
    /// Where it all began.
    pub start: Option<Start>,
    /// The goal: a value and the day by which it is hoped for.
    pub goal: Option<Goal>,
    /// The hoped-for line; none for ordered levels, which have no slope.
    pub aim: Option<Aim>,
    /// The direction so far; none for ordered levels.
    pub trend: Option<Trend>,
    /// Days on which the help changed; those outside the days are not drawn.
    pub changes: Vec<Change>,
    /// Label of the newest mark, such as "58".
    pub newest: Option<String>,
    /// Writes a tick in the reader's digits.
    pub number: &'a dyn Fn(f64) -> String,
}

/// How the marks of a phase are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Dots and a thin line, through the median of a day with several marks.
    Path,
    /// A staircase: a level, or what is learned, holds until the next mark.
    Steps,
}

/// Range and ticks of the values; no axis is ever broken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ValueAxis {
    /// 0 to 100, always.
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
    /// Named levels, each with its own line and number.
    Levels {
        /// Rank of the first level.
        lowest: i32,
        /// Rank of the last level.
        highest: i32,
    },
}

/// One observation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Day number.
    pub day: i32,
    /// Value in the unit of the axis. One that is not a number is not drawn.
    pub value: f64,
    /// Where it was seen; decides the shape of the mark.
    pub setting: Setting,
    /// With help, or cut short: drawn hollow.
    pub open: bool,
}

/// Where an observation was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A circle.
    SmallGroup,
    /// A square.
    Class,
    /// A diamond.
    Elsewhere,
}

/// The baseline: a hollow square.
#[derive(Clone, Debug)]
pub struct Start {
    /// Day number.
    pub day: i32,
    /// Median of the baseline.
    pub value: f64,
    /// Such as "43 start".
    pub label: String,
}

/// What is hoped for, and by when: a ring with a dot at the end of the hoped-for
/// line.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Day number.
    pub day: i32,
    /// The value to reach.
    pub value: f64,
    /// Such as "goal 90".
    pub label: String,
    /// The day in words, such as "May 28".
    pub when: String,
}

/// The hoped-for line: dashed, labeled where it leaves the chart, or along its
/// way where it ends at the goal.
#[derive(Clone, Debug)]
pub struct Aim {
    /// Corners as day and value; cut to the days shown.
    pub points: Vec<(i32, f64)>,
    /// Such as "hoped for".
    pub label: String,
}

/// The direction of the newest phase: thin, solid, cut at the newest mark.
#[derive(Clone, Debug)]
pub struct Trend {
    /// Both ends as day and value.
    pub points: [(i32, f64); 2],
    /// Such as "direction".
    pub label: String,
}

/// A change of help: an upright line with its words at the top.
#[derive(Clone, Debug)]
pub struct Change {
    /// Day number.
    pub day: i32,
    /// The change in family words.
    pub label: String,
}

/// Draws a chart as an inline `<svg class="chart">`.
#[must_use]
pub fn svg(chart: &Chart) -> String {
    let layout = layout::layout(chart);
    // Too many marks for a ring of paper around each.
    let dense = if layout.reach < 3.5 { " dense" } else { "" };
    let id = markup::escape(chart.id);
    let mut out = String::with_capacity(3072);
    for part in ["<svg class=\"chart", dense, "\" viewBox=\"0 0 "] {
        out.push_str(part);
    }
    markup::Tenths::of(WIDTH).write(&mut out);
    out.push(' ');
    markup::Tenths::of(layout.height).write(&mut out);
    let title = &*markup::escape(chart.title);
    let description = &*markup::escape(chart.description);
    for part in [
        "\" role=\"img\" aria-labelledby=\"",
        &id,
        "-t\" aria-describedby=\"",
        &id,
        "-d\"><title id=\"",
        &id,
        "-t\">",
        title,
        "</title><desc id=\"",
        &id,
        "-d\">",
        description,
        "</desc>",
    ] {
        out.push_str(part);
    }
    draw::draw(&layout, chart, &mut out);
    out.push_str("</svg>");
    out
}
