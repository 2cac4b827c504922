//! Amounts: a value with its bounds, and the messages that word it.

use crate::model::{Measure, Tally, TimeUnit};

/// A value and, where tries were counted, out of how many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Amount {
    pub(crate) value: f64,
    pub(crate) of: Option<f64>,
    /// Which other values are as good: "or more", "or fewer".
    pub(crate) bound: Bound,
}

/// Whether only the value itself is meant, or also all above or below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bound {
    Exact,
    Least,
    Most,
}

impl Amount {
    pub(crate) fn new(value: f64, of: Option<f64>) -> Self {
        Self {
            value,
            of,
            bound: Bound::Exact,
        }
    }
}

/// The message that words an amount: with `of` if it is out of a number, with
/// `unit` if the school names what is counted.
pub(crate) fn amount_id(measure: &Measure, of: bool, unit: bool) -> &'static str {
    let lasting = |unit: &TimeUnit, minutes, seconds| match unit {
        TimeUnit::Minutes => minutes,
        TimeUnit::Seconds => seconds,
    };
    match (measure, of, unit) {
        (Measure::WordsPerMinute, ..) => "amount-words",
        (Measure::Interval { .. }, true, false) => "amount-checks",
        (
            Measure::Percent { .. } | Measure::Interval { .. } | Measure::Items { .. },
            true,
            true,
        ) => "amount-fraction-unit",
        (Measure::Percent { .. }, true, false) => "amount-fraction",
        (Measure::Percent { .. } | Measure::Interval { .. }, false, true) => "amount-percent-unit",
        (Measure::Percent { .. } | Measure::Interval { .. }, false, false) => "amount-percent",
        (Measure::Items { .. }, ..) => "amount-items",
        (Measure::Count { window, .. }, _, unit) => match (unit, window.is_some()) {
            (true, true) => "amount-count-unit-window",
            (true, false) => "amount-count-unit",
            (false, true) => "amount-count-window",
            (false, false) => "amount-count",
        },
        (Measure::Rate { .. }, _, true) => "amount-rate-unit",
        (Measure::Rate { .. }, _, false) => "amount-rate",
        (Measure::Duration { unit, told }, of, _) => match (told, of) {
            (Tally::Share, true) => lasting(unit, "amount-share-minutes", "amount-share-seconds"),
            (Tally::Share, false) => "amount-share",
            (Tally::Mean, _) => lasting(unit, "amount-minutes-each", "amount-seconds-each"),
            (Tally::Total, _) => lasting(unit, "amount-minutes", "amount-seconds"),
        },
        (Measure::Latency { unit, .. }, ..) => lasting(unit, "amount-minutes", "amount-seconds"),
        (Measure::Level { .. } | Measure::Prompt { .. }, ..) => "amount-level",
        (Measure::GoalAttainment { .. }, ..) => "amount-level-alone",
        (Measure::Steps { .. }, ..) => "amount-steps",
        (Measure::Score { .. }, _, true) => "amount-score-unit",
        (Measure::Score { .. }, _, false) => "amount-score",
    }
}

/// The message that names the value axis.
pub(crate) fn axis_id(measure: &Measure, unit: bool) -> &'static str {
    match measure {
        Measure::WordsPerMinute => "axis-words",
        Measure::Percent { .. } | Measure::Interval { .. } if unit => "axis-percent-unit",
        Measure::Percent { .. } | Measure::Interval { .. } => "axis-percent",
        Measure::Level { .. } => "axis-level",
        Measure::Prompt { .. } => "axis-prompt",
        Measure::GoalAttainment { .. } => "axis-attainment",
        Measure::Steps { .. } => "axis-steps",
        Measure::Items { .. } | Measure::Count { .. } if unit => "axis-count-unit",
        Measure::Items { .. } => "axis-items",
        Measure::Count {
            window: Some(_), ..
        } => "axis-count-window",
        Measure::Count { .. } => "axis-count",
        Measure::Rate { .. } => "axis-rate",
        Measure::Duration { unit, told } => match (told, unit) {
            (Tally::Share, _) => "axis-share",
            (Tally::Mean, TimeUnit::Minutes) => "axis-minutes-each",
            (Tally::Mean, TimeUnit::Seconds) => "axis-seconds-each",
            (Tally::Total, TimeUnit::Minutes) => "axis-minutes",
            (Tally::Total, TimeUnit::Seconds) => "axis-seconds",
        },
        Measure::Latency {
            unit: TimeUnit::Minutes,
            ..
        } => "axis-minutes",
        Measure::Latency { .. } => "axis-seconds",
        Measure::Score { .. } => "axis-score",
    }
}
