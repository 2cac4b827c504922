//! Amounts: what was counted, as a thing. "58 words in a minute", "6 of 8
//! steps alone", "a point or a look".

use fluent_bundle::FluentArgs;

use super::progress_text::ProgressText;
use crate::locale::localized_text::{LocalizedText, strip_markup};
use crate::locale::localizer::MachineTranslation;
use crate::model::{Direction, Measure, RecordedValue, Tally, Text, TimeUnit};
use crate::progress::Point;

/// A value and, where tries were counted, out of how many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Amount {
    pub(crate) value: f64,
    pub(crate) of: Option<f64>,
    /// Which other values are as good: "or more", "or fewer".
    pub(crate) bound: Bound,
}

/// Whether a value stands for itself or for all from it on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bound {
    Exact,
    Least,
    Most,
}

impl Amount {
    fn new(value: f64, of: Option<f64>) -> Self {
        Self {
            value,
            of,
            bound: Bound::Exact,
        }
    }
}

impl ProgressText<'_, '_> {
    fn args(&self, amount: Amount) -> FluentArgs<'static> {
        let mut args = FluentArgs::new();
        args.set("n", self.localizer.number(amount.value));
        let bound = match amount.bound {
            Bound::Exact => "exact",
            Bound::Least => "least",
            Bound::Most => "most",
        };
        args.set("bound", bound);
        if let Some(of) = amount.of {
            args.set("of", self.localizer.number(of));
        }
        args
    }

    /// What was counted on one day, or hoped for.
    pub(crate) fn amount_of(&self, value: f64, raw: Option<&RecordedValue>) -> Amount {
        let measure = &self.goal.measure;
        let whole = measure.range().1;
        let of = match (measure, raw) {
            // The list may have been another one on that day.
            (Measure::Steps { .. }, Some(RecordedValue::Letters(letters))) => {
                u32::try_from(letters.len()).ok().map(f64::from)
            }
            (Measure::Steps { .. }, Some(RecordedValue::Fraction { whole, .. })) => Some(*whole),
            (_, Some(RecordedValue::Fraction { part, whole })) if measure.of_hundred() => {
                return Amount::new(*part, Some(*whole));
            }
            _ if measure.of_hundred() => match self.fixed_total() {
                Some(total) if raw.is_none() => {
                    return Amount::new((value * total / 100.0).round(), Some(total));
                }
                _ => return Amount::new(value.round(), None),
            },
            (
                Measure::Level { .. }
                | Measure::Prompt { .. }
                | Measure::Steps { .. }
                | Measure::Items { .. },
                _,
            ) => whole,
            _ => None,
        };
        Amount::new(value, of)
    }

    fn unit(&self) -> Option<&Text> {
        match &self.goal.measure {
            Measure::Percent { unit, .. }
            | Measure::Count { unit, .. }
            | Measure::Rate { unit }
            | Measure::Interval { unit, .. }
            | Measure::Items { unit, .. }
            | Measure::Score { unit, .. } => unit.as_ref(),
            _ => None,
        }
    }

    /// What an ordered value means, where this language has words for it.
    pub(crate) fn named(&self, value: f64) -> Option<String> {
        let text = self.goal.measure.named(value)?;
        self.localizer.inside(text, MachineTranslation::Everyday)
    }

    /// Whether values are told by their words and not by their number.
    pub(crate) fn by_name(&self) -> bool {
        matches!(
            self.goal.measure,
            Measure::Prompt { .. } | Measure::GoalAttainment { .. }
        )
    }

    /// "58 words in a minute": the value as a thing, with its unit, within a
    /// sentence.
    pub(crate) fn amount(&self, amount: Amount) -> String {
        self.placed(amount, "inside")
    }

    /// The same where a sentence begins with it.
    pub(crate) fn first(&self, amount: Amount) -> String {
        self.placed(amount, "first")
    }

    fn placed(&self, amount: Amount, place: &'static str) -> String {
        let mut args = self.args(amount);
        if let Some(level) = self.named(amount.value).filter(|_| self.by_name()) {
            args.set("level", level);
            return self.localizer.text("amount-named", args);
        }
        args.set("place", place);
        let unit = self
            .unit()
            .and_then(|unit| self.localizer.inside(unit, MachineTranslation::Everyday));
        let id = amount_id(&self.goal.measure, amount.of.is_some(), unit.is_some());
        if let Measure::Count {
            window: Some(window),
            ..
        } = &self.goal.measure
        {
            args.set("window", self.localizer.number(*window));
        }
        if let Some(unit) = unit {
            args.set("unit", unit);
        }
        self.localizer.text(id, args)
    }

    /// "43": the value alone. `like` is what it is compared with: out of the
    /// same number, that number is not said again.
    pub(crate) fn short(&self, amount: Amount, like: Amount) -> String {
        let mut args = self.args(amount);
        if let Some(level) = self.named(amount.value).filter(|_| self.by_name()) {
            args.set("level", level);
            return self.localizer.text("short-named", args);
        }
        let id = match amount.of {
            _ if self.goal.measure.ordinal() => "short-level",
            None if self.goal.measure.of_hundred() => "short-percent",
            Some(_) if amount.of != like.of => "short-fraction",
            _ if amount.bound == Bound::Exact => "short-number",
            _ => match self.goal.measure {
                Measure::Duration { .. } | Measure::Latency { .. } | Measure::Score { .. } => {
                    "short-extent"
                }
                _ => "short-count",
            },
        };
        self.localizer.text(id, args)
    }

    /// "43", "9 of 20": the value alone, compared with nothing.
    fn in_full(&self, amount: Amount) -> String {
        self.short(amount, Amount::new(0.0, None))
    }

    pub(crate) fn start(&self) -> Amount {
        let typed = self.progress.start_raw.as_ref();
        if typed.is_none() && self.fixed_total().is_none() {
            // The middle of two probes was never typed, so there is no "of".
            return self.amount_of(self.progress.start, None);
        }
        self.amount_of(self.progress.start, typed)
    }

    pub(crate) fn at(&self, point: &Point) -> Amount {
        self.amount_of(point.value, Some(&point.raw))
    }

    /// A value to reach. Out of a fixed number of tries it is told as the first
    /// whole number that reaches it.
    pub(crate) fn bound(&self, value: f64, at_most: bool) -> Amount {
        let Some(total) = self.fixed_total() else {
            return self.amount_of(value, None);
        };
        let tries = value * total / 100.0;
        let whole = if at_most {
            (tries + 1e-9).floor()
        } else {
            (tries - 1e-9).ceil()
        };
        Amount::new(whole, Some(total))
    }

    /// A value from which on all are good enough, "or more", "or fewer": no such
    /// words where the scale ends at it.
    pub(crate) fn criterion(&self, value: f64, at_most: bool) -> Amount {
        let amount = self.bound(value, at_most);
        let (low, high) = self.goal.measure.range();
        let bound = if at_most {
            Some(Bound::Most).filter(|_| value > low)
        } else {
            Some(Bound::Least).filter(|_| high.is_none_or(|high| value < high))
        };
        Amount {
            bound: bound.unwrap_or(Bound::Exact),
            ..amount
        }
    }

    /// The target as it is hoped for: "20 or less", where nothing else says that
    /// less is better.
    pub(crate) fn hoped_for(&self) -> Amount {
        match self.goal.direction {
            Direction::Decrease => self.criterion(self.goal.target, true),
            _ => self.target(),
        }
    }

    /// How many tries every check has, when that is always the same.
    pub(crate) fn fixed_total(&self) -> Option<f64> {
        match &self.goal.measure {
            Measure::Percent { total, .. } | Measure::Interval { total, .. } => *total,
            _ => None,
        }
    }

    /// One cell of the table of numbers.
    pub(crate) fn cell(&self, point: &Point) -> String {
        if let Some(level) = self.named(point.value).filter(|_| self.by_name()) {
            return level;
        }
        let short = self.in_full(self.at(point));
        if !point.open {
            return short;
        }
        let mut args = FluentArgs::new();
        args.set("amount", short);
        self.localizer.text("value-capped", args)
    }

    /// The newest value, as the chart prints it.
    pub(crate) fn newest_label(&self) -> Option<String> {
        let newest = self.progress.newest.as_ref()?;
        let amount = self.at(newest);
        Some(match amount.of {
            // The axis of percents does not say out of how many.
            Some(_) if self.goal.measure.of_hundred() => self.in_full(amount),
            _ => self.localizer.pack.formats.number(amount.value),
        })
    }

    /// "43 start", as the chart prints it.
    pub(crate) fn start_label(&self) -> String {
        self.on_chart("chart-start", self.start())
    }

    /// "goal 90", as the chart prints it.
    pub(crate) fn goal_label(&self) -> String {
        self.on_chart("chart-goal", self.target())
    }

    fn on_chart(&self, id: &str, amount: Amount) -> String {
        let number = if self.goal.measure.of_hundred() {
            self.in_full(amount)
        } else {
            self.localizer.pack.formats.number(amount.value)
        };
        let mut args = FluentArgs::new();
        args.set("value", number);
        strip_markup(&self.localizer.text(id, args))
    }

    /// What the value axis counts.
    pub(crate) fn axis(&self) -> LocalizedText {
        let mut args = FluentArgs::new();
        let unit = self
            .unit()
            .and_then(|unit| self.localizer.inside(unit, MachineTranslation::Everyday));
        let id = axis_id(&self.goal.measure, unit.is_some());
        match &self.goal.measure {
            Measure::Score { .. } if unit.is_some() => {
                return LocalizedText::own(unit.unwrap_or_default());
            }
            Measure::Count {
                window: Some(window),
                ..
            } => args.set("window", self.localizer.number(*window)),
            _ => {}
        }
        if let Some(unit) = unit {
            args.set("unit", unit);
        }
        self.localizer.say_with(id, args)
    }
}

/// The message of an amount: `of` when it is out of a number, `unit` when the
/// school has words for what is counted.
fn amount_id(measure: &Measure, of: bool, unit: bool) -> &'static str {
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
fn axis_id(measure: &Measure, unit: bool) -> &'static str {
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
