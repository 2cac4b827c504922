//! Example values of a goal's measure.

use crate::model::{Date, Direction, Measure, Tally};

/// How values of a goal's measure are written.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::validate) struct Sample {
    /// A value near a baseline.
    pub(super) value: String,
    /// A target.
    pub(super) target: String,
    /// The name of the criterion that such a target fits.
    pub(in crate::validate) bound: &'static str,
    /// Whether the value is a plain number.
    plain: bool,
    /// The first day of the goal's data, before which it began.
    first: Option<Date>,
}

impl Default for Sample {
    fn default() -> Self {
        Self::new("43", "90")
    }
}

impl Sample {
    fn new(value: &str, target: &str) -> Self {
        Self {
            value: value.to_owned(),
            target: target.to_owned(),
            bound: "at_least",
            plain: value.parse::<f64>().is_ok(),
            first: None,
        }
    }

    /// The examples of a measure. `target` is the one in the goal's file, if any.
    pub(in crate::validate) fn of(
        measure: &Measure,
        direction: Direction,
        target: Option<&str>,
    ) -> Self {
        let less = direction == Direction::Decrease;
        let (value, other) = ends(measure, less);
        let sample = Self::new(&value, &other);
        let target = target.filter(|typed| match measure {
            Measure::Prompt { ladder } => ladder.rank(typed.trim()).is_some(),
            _ => typed.trim().parse::<f64>().is_ok_and(f64::is_finite),
        });
        Self {
            target: target.map_or(sample.target, str::to_owned),
            bound: if less { "at_most" } else { "at_least" },
            ..sample
        }
    }

    /// The same for a goal whose data begins on `first`.
    pub(in crate::validate) fn from(self, first: Option<Date>) -> Self {
        Self { first, ..self }
    }

    /// A day for the baseline: `usual`, or the day before the goal's data.
    pub(super) fn begun(&self, usual: Date) -> Date {
        let before = self.first.and_then(|first| first.yesterday().ok());
        before.map_or(usual, |before| before.min(usual))
    }

    /// What the file has, if it can be a value.
    pub(super) fn value_like(&self, found: &str) -> String {
        let number = found.trim();
        if self.plain && number.parse::<f64>().is_ok_and(f64::is_finite) {
            number.to_owned()
        } else {
            self.value.clone()
        }
    }
}

/// A value near a baseline and a target. `less` if lower values are better.
fn ends(measure: &Measure, less: bool) -> (String, String) {
    let (low, high) = measure.range();
    let pair = |value: &str, target: &str| (value.to_owned(), target.to_owned());
    let whole = |value: f64| format!("{}", value.round());
    match measure {
        Measure::Duration {
            told: Tally::Share, ..
        } if less => pair("30/45", "20"),
        Measure::Duration {
            told: Tally::Share, ..
        } => pair("12/45", "80"),
        Measure::Percent { .. } | Measure::Interval { .. } if less => pair("8/10", "20"),
        Measure::Percent { .. } | Measure::Interval { .. } => pair("4/10", "80"),
        Measure::Rate { .. } if less => pair("20/10", "1"),
        Measure::Rate { .. } => pair("5/10", "2"),
        Measure::WordsPerMinute => pair("43", "90"),
        Measure::Prompt { ladder } => {
            let letter = |rung: Option<&crate::model::PromptLevel>| {
                rung.map_or_else(String::new, |rung| rung.id.clone())
            };
            let (first, last) = (letter(ladder.levels.first()), letter(ladder.levels.last()));
            if less { (last, first) } else { (first, last) }
        }
        _ => {
            let high = high.unwrap_or(12.0);
            let low = if high - low > 2.0 && !measure.ordinal() {
                low + 2.0
            } else {
                low
            };
            if less {
                (whole(high), whole(low))
            } else {
                (whole(low), whole(high))
            }
        }
    }
}
