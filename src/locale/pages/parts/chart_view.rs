use crate::model::{Measure, Setting};

/// What the chart is drawn from: days as numbers, words as this language has
/// them.
#[derive(Debug, Clone)]
pub struct ChartView {
    /// The goal's measure.
    pub measure: Measure,
    /// The message, for readers who do not see the drawing.
    pub description: String,
    /// First and last day.
    pub days: (i32, i32),
    /// Each month's first day and name.
    pub months: Vec<(i32, String)>,
    /// Dots, in phases.
    pub phases: Vec<Vec<MarkView>>,
    /// Day, value and label of the baseline.
    pub start: (i32, f64, String),
    /// Day, value, label and day in words of the goal, while it is hoped for.
    pub goal: Option<(i32, f64, String, String)>,
    /// Corners and label of the hoped-for line; of a goal that is over, the value
    /// that was the goal, all along.
    pub aim: Option<(Vec<(i32, f64)>, String)>,
    /// Ends and label of the trend.
    pub trend: Option<([(i32, f64); 2], String)>,
    /// Changes of plan: day and words.
    pub changes: Vec<(i32, String)>,
    /// The newest value.
    pub newest: Option<String>,
    /// Whether time runs right to left.
    pub mirror: bool,
}

/// One dot.
#[derive(Debug, Clone, Copy)]
pub struct MarkView {
    /// The day.
    pub day: i32,
    /// The value.
    pub value: f64,
    /// Where it was seen.
    pub setting: Setting,
    /// Whether it is drawn open.
    pub open: bool,
}
