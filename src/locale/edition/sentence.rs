//! Amounts and sentences about a goal's numbers, in things: "58 words in a
//! minute. In September: 43."

use fluent_bundle::{FluentArgs, FluentValue};

use super::super::phrase::{Phrase, bold_off};
use super::super::speaker::{Speaker, Weight};
use crate::model::{Date, Direction, Goal, Measure, Raw, Text, TimeUnit};
use crate::progress::{Heading, Point, Progress, Stage};

/// Tells one goal's numbers.
pub(super) struct Teller<'a, 's> {
    pub(super) speaker: &'s Speaker<'a>,
    pub(super) goal: &'s Goal,
    pub(super) progress: &'s Progress,
    pub(super) today: Date,
}

/// A value and, where tries were counted, out of how many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    value: f64,
    of: Option<f64>,
}

impl Teller<'_, '_> {
    fn args(&self, amount: Amount) -> FluentArgs<'static> {
        let mut args = FluentArgs::new();
        args.set("n", self.speaker.number(amount.value));
        if let Some(of) = amount.of {
            args.set("of", self.speaker.number(of));
        }
        args
    }

    /// What was counted on one day, or hoped for.
    fn amount_of(&self, value: f64, raw: Option<&Raw>) -> Amount {
        match (&self.goal.measure, raw) {
            (
                Measure::Percent { .. } | Measure::Interval { .. },
                Some(Raw::Fraction { part, whole }),
            ) => Amount {
                value: *part,
                of: Some(*whole),
            },
            (
                Measure::Percent {
                    total: Some(total), ..
                }
                | Measure::Interval {
                    total: Some(total), ..
                },
                None,
            ) => Amount {
                value: (value * total / 100.0).round(),
                of: Some(*total),
            },
            (Measure::Level { .. } | Measure::Steps { .. }, _) => Amount {
                value,
                of: self.goal.measure.range().1,
            },
            (Measure::Percent { .. } | Measure::Interval { .. }, _) => Amount {
                value: value.round(),
                of: None,
            },
            _ => Amount { value, of: None },
        }
    }

    fn unit(&self) -> Option<&Text> {
        match &self.goal.measure {
            Measure::Percent { unit, .. }
            | Measure::Count { unit, .. }
            | Measure::Rate { unit }
            | Measure::Interval { unit, .. }
            | Measure::Score { unit, .. } => unit.as_ref(),
            _ => None,
        }
    }

    /// "58 words in a minute": the value as a thing, with its unit.
    pub(super) fn amount(&self, amount: Amount) -> String {
        let mut args = self.args(amount);
        let unit = self
            .unit()
            .and_then(|unit| self.speaker.inside(unit, Weight::Everyday));
        let id = match (&self.goal.measure, amount.of, unit.is_some()) {
            (Measure::WordsPerMinute, ..) => "amount-words",
            (Measure::Interval { .. }, Some(_), false) => "amount-checks",
            (Measure::Percent { .. } | Measure::Interval { .. }, Some(_), true) => {
                "amount-fraction-unit"
            }
            (Measure::Percent { .. }, Some(_), false) => "amount-fraction",
            (Measure::Percent { .. } | Measure::Interval { .. }, None, true) => {
                "amount-percent-unit"
            }
            (Measure::Percent { .. } | Measure::Interval { .. }, None, false) => "amount-percent",
            (Measure::Count { window, .. }, _, unit) => {
                if let Some(window) = window {
                    args.set("window", self.speaker.number(*window));
                }
                match (unit, window.is_some()) {
                    (true, true) => "amount-count-unit-window",
                    (true, false) => "amount-count-unit",
                    (false, true) => "amount-count-window",
                    (false, false) => "amount-count",
                }
            }
            (Measure::Rate { .. }, _, true) => "amount-rate-unit",
            (Measure::Rate { .. }, _, false) => "amount-rate",
            (
                Measure::Duration {
                    unit: TimeUnit::Minutes,
                }
                | Measure::Latency {
                    unit: TimeUnit::Minutes,
                    ..
                },
                ..,
            ) => "amount-minutes",
            (Measure::Duration { .. } | Measure::Latency { .. }, ..) => "amount-seconds",
            (Measure::Level { .. }, ..) => "amount-level",
            (Measure::Steps { .. }, ..) => "amount-steps",
            (Measure::Score { .. }, _, true) => "amount-score-unit",
            (Measure::Score { .. }, _, false) => "amount-score",
        };
        if let Some(unit) = unit {
            args.set("unit", unit);
        }
        self.speaker.text(id, args)
    }

    /// "43": the value alone. `like` is what it is compared with: out of the
    /// same number, that number is not said again.
    pub(super) fn short(&self, amount: Amount, like: Amount) -> String {
        let level = matches!(self.goal.measure, Measure::Level { .. });
        let percent = matches!(
            self.goal.measure,
            Measure::Percent { .. } | Measure::Interval { .. }
        );
        let id = match amount.of {
            _ if level => "short-level",
            None if percent => "short-percent",
            Some(_) if amount.of != like.of => "short-fraction",
            _ => "short-number",
        };
        self.speaker.text(id, self.args(amount))
    }

    pub(super) fn start(&self) -> Amount {
        let typed = self.progress.start_raw.as_ref();
        if typed.is_none() && self.fixed_total().is_none() {
            // The middle of two probes was never typed, so there is no "of".
            return Amount {
                value: self.progress.start,
                of: None,
            };
        }
        self.amount_of(self.progress.start, typed)
    }

    pub(super) fn at(&self, point: &Point) -> Amount {
        self.amount_of(point.value, Some(&point.raw))
    }

    fn when(
        &self,
        point: &Point,
    ) -> (
        FluentValue<'static>,
        FluentValue<'static>,
        FluentValue<'static>,
    ) {
        let (start, formats) = (self.goal.baseline.date, &self.speaker.pack.formats);
        let same_month = (start.year(), start.month()) == (point.date.year(), point.date.month());
        let (when, month) = match (same_month, start.year() == point.date.year()) {
            (true, _) => ("start", formats.month(start)),
            (false, true) => ("month", formats.month(start)),
            (false, false) => ("year", formats.month_year(start)),
        };
        (
            when.into(),
            month.into(),
            FluentValue::from(f64::from(start.month())),
        )
    }

    /// Whether it is too soon to tell then from now.
    pub(super) fn early(&self) -> bool {
        self.progress.stage < Stage::Some && self.progress.phases.len() < 2
    }

    /// The sentence of the index page.
    pub(super) fn now(&self) -> Phrase {
        let Some(newest) = &self.progress.newest else {
            return self.speaker.say("none");
        };
        let amount = self.at(newest);
        let mut args = FluentArgs::new();
        args.set("amount", self.amount(amount));
        if self.early() {
            return self.speaker.say_with("few", args);
        }
        let (when, month, month_number) = self.when(newest);
        args.set("when", when);
        args.set("month", month);
        args.set("month-number", month_number);
        args.set("before", self.short(self.start(), amount));
        match self.level_name(newest.value) {
            Some(level) => {
                args.set("level", level);
                self.speaker.say_with("now-level", args)
            }
            None => self.speaker.say_with("now", args),
        }
    }

    fn level_name(&self, value: f64) -> Option<String> {
        let Measure::Level { levels, .. } = &self.goal.measure else {
            return None;
        };
        let rank = (1_u32..)
            .zip(levels)
            .find(|(rank, _)| (f64::from(*rank) - value).abs() < 0.5)?
            .1;
        self.speaker.inside(rank, Weight::Everyday)
    }

    /// The lines above the chart: from where to where, and what is hoped for.
    pub(super) fn caption(&self) -> Vec<Phrase> {
        let Some(newest) = &self.progress.newest else {
            return vec![self.speaker.say("none")];
        };
        let amount = self.at(newest);
        let mut lines = Vec::new();
        if self.early() {
            lines.push(self.now());
        } else {
            lines.push(self.then_and_now(newest, amount));
        }
        if !self.goal.closed_on(self.today) {
            lines.push(self.hope(newest, amount));
        }
        if let Some((_, heading)) = self.progress.trend {
            lines.push(self.speaker.say(match heading {
                Heading::Up => "heading-up",
                Heading::Down => "heading-down",
                Heading::Steady => "heading-steady",
                Heading::Unclear => "heading-unclear",
            }));
        }
        lines
    }

    fn then_and_now(&self, newest: &Point, amount: Amount) -> Phrase {
        let (when, month, month_number) = self.when(newest);
        let mut args = FluentArgs::new();
        args.set("start", bold_off(&self.amount(self.start())));
        args.set("now", self.short(amount, self.start()));
        let same_month = matches!(&when, FluentValue::String(when) if when == "start");
        args.set("month", month);
        args.set("month-number", month_number);
        args.set("now-month", self.speaker.pack.formats.month(newest.date));
        args.set("now-month-number", f64::from(newest.date.month()));
        self.speaker.say_with(
            if same_month {
                "caption-start"
            } else {
                "caption"
            },
            args,
        )
    }

    fn hope(&self, newest: &Point, amount: Amount) -> Phrase {
        let mut args = FluentArgs::new();
        args.set("target", self.short(self.target(), amount));
        args.set("by", self.speaker.date(self.goal.by));
        let aim = self
            .progress
            .aim
            .as_ref()
            .filter(|_| self.progress.stage >= Stage::Some && newest.date < self.goal.by);
        let Some(aim) = aim else {
            return self.speaker.say_with("hope", args);
        };
        // As fine as the numbers it lies between.
        let fine = self.goal.target.fract() != 0.0 || self.progress.start.fract() != 0.0;
        let counted = self.fixed_total().is_some();
        let value = aim.at(newest.date);
        let value = if fine || counted {
            value
        } else {
            value.round()
        };
        let hoped = self.amount_of(value, None);
        args.set("aim", self.short(hoped, amount));
        self.speaker.say_with("hoped", args)
    }

    pub(super) fn target(&self) -> Amount {
        self.bound(self.goal.target, self.goal.direction == Direction::Decrease)
    }

    /// A value to reach. Out of a fixed number of tries it is told as the first
    /// whole number that reaches it.
    fn bound(&self, value: f64, at_most: bool) -> Amount {
        let Some(total) = self.fixed_total() else {
            return self.amount_of(value, None);
        };
        let tries = value * total / 100.0;
        let whole = if at_most {
            (tries + 1e-9).floor()
        } else {
            (tries - 1e-9).ceil()
        };
        Amount {
            value: whole,
            of: Some(total),
        }
    }

    /// How many tries every check has, when that is always the same.
    fn fixed_total(&self) -> Option<f64> {
        match &self.goal.measure {
            Measure::Percent { total, .. } | Measure::Interval { total, .. } => *total,
            _ => None,
        }
    }

    /// When the goal counts as met.
    pub(super) fn mastery(&self) -> Option<Phrase> {
        let mastery = self.goal.mastery?;
        let mut args = FluentArgs::new();
        args.set(
            "target",
            bold_off(&self.amount(self.bound(mastery.value, mastery.at_most))),
        );
        args.set("times", f64::from(mastery.times));
        args.set("of", f64::from(mastery.of));
        let once = mastery.of <= 1;
        Some(
            self.speaker
                .say_with(if once { "mastery-once" } else { "mastery" }, args),
        )
    }

    /// One cell of the table of numbers.
    pub(super) fn cell(&self, point: &Point) -> String {
        let amount = self.amount_of(point.value, Some(&point.raw));
        let unlike = Amount {
            value: 0.0,
            of: None,
        };
        let short = self.short(amount, unlike);
        if !point.open {
            return short;
        }
        let mut args = FluentArgs::new();
        args.set("amount", short);
        self.speaker.text("value-capped", args)
    }

    /// The newest value, as the chart prints it.
    pub(super) fn newest_label(&self) -> Option<String> {
        let newest = self.progress.newest.as_ref()?;
        let amount = self.at(newest);
        Some(match amount.of {
            // The axis of percents does not say out of how many.
            Some(_) if self.goal.measure.range().1 == Some(100.0) => self.short(
                amount,
                Amount {
                    value: 0.0,
                    of: None,
                },
            ),
            _ => self.speaker.pack.formats.number(amount.value),
        })
    }

    /// "43 start", as the chart prints it.
    pub(super) fn start_label(&self) -> String {
        let start = self.start();
        let number = match start.of {
            Some(_) if self.goal.measure.range().1 == Some(100.0) => self.short(
                start,
                Amount {
                    value: 0.0,
                    of: None,
                },
            ),
            None if self.goal.measure.range().1 == Some(100.0) => self.short(start, start),
            _ => self.speaker.pack.formats.number(start.value),
        };
        let mut args = FluentArgs::new();
        args.set("value", number);
        bold_off(&self.speaker.text("chart-start", args))
    }

    /// What the value axis counts.
    pub(super) fn axis(&self) -> Phrase {
        let mut args = FluentArgs::new();
        let unit = self
            .unit()
            .and_then(|unit| self.speaker.inside(unit, Weight::Everyday));
        let id = match &self.goal.measure {
            Measure::WordsPerMinute => "axis-words",
            Measure::Percent { .. } | Measure::Interval { .. } if unit.is_some() => {
                "axis-percent-unit"
            }
            Measure::Percent { .. } | Measure::Interval { .. } => "axis-percent",
            Measure::Level { .. } => "axis-level",
            Measure::Steps { .. } => "axis-steps",
            Measure::Duration {
                unit: TimeUnit::Minutes,
            }
            | Measure::Latency {
                unit: TimeUnit::Minutes,
                ..
            } => "axis-minutes",
            Measure::Duration { .. } | Measure::Latency { .. } => "axis-seconds",
            Measure::Count { .. } if unit.is_some() => "axis-count-unit",
            Measure::Count {
                window: Some(window),
                ..
            } => {
                args.set("window", self.speaker.number(*window));
                "axis-count-window"
            }
            Measure::Count { .. } => "axis-count",
            Measure::Rate { .. } => "axis-rate",
            Measure::Score { .. } => {
                if let Some(unit) = unit {
                    return Phrase::own(unit);
                }
                "axis-score"
            }
        };
        if let Some(unit) = unit {
            args.set("unit", unit);
        }
        self.speaker.say_with(id, args)
    }

    /// The last day that the chart shows.
    pub(super) fn last_day(&self) -> Date {
        let newest = self.progress.newest.as_ref().map(|point| point.date);
        newest.unwrap_or(self.today).max(self.goal.baseline.date)
    }
}
