//! A goal's numbers in words: amounts with their units, dates, and the labels of
//! the chart.

use fluent_bundle::FluentArgs;

use super::amount::{Amount, Bound, amount_id, axis_id};
use super::page_text::PageText;
use crate::locale::localized_text::{LocalizedText, strip_markup};
use crate::locale::localizer::{Localizer, MachineTranslation};
use crate::model::{Date, Direction, Goal, Measure, RecordedValue, Today};
use crate::progress::{DataPoint, EvidenceLevel, Portfolio, Progress};

/// A goal more days away than this is not on its chart: a year and a half.
const DAYS_IN_SIGHT: i32 = 550;

/// Words one goal's numbers.
pub(crate) struct ProgressText<'p, 'l> {
    pub(crate) page_text: &'p mut PageText<'l>,
    pub(crate) localizer: &'l Localizer<'l>,
    pub(crate) goal: &'p Goal,
    pub(crate) progress: &'p Progress,
    pub(crate) today: Today<'p>,
    /// Whether nothing more is hoped for: the goal is met, or has ended.
    pub(crate) over: bool,
}

impl<'p, 'l> ProgressText<'p, 'l> {
    pub(crate) fn new(
        portfolio: &Portfolio<'p>,
        page_text: &'p mut PageText<'l>,
        goal: &'p Goal,
        progress: &'p Progress,
    ) -> Self {
        let today = portfolio.today;
        Self {
            localizer: page_text.localizer,
            page_text,
            goal,
            progress,
            today,
            over: portfolio.met(goal) || goal.closed_on(today),
        }
    }

    /// Whether there are too few data points to compare with the baseline.
    pub(crate) fn early(&self) -> bool {
        self.progress.evidence < EvidenceLevel::Some && self.progress.phases.len() < 2
    }

    /// The day of a check, with its year if the checks are from several years.
    pub(crate) fn day(&self, day: Date) -> String {
        let formats = &self.localizer.pack.formats;
        let mut years = self.progress.points().map(|point| point.date.year());
        let first = years.next();
        if years.any(|year| Some(year) != first) {
            formats.date(day)
        } else {
            formats.month_day(day)
        }
    }

    /// Whether the chart reaches as far as the goal. A goal that is years away
    /// would leave no room for the data points.
    pub(crate) fn goal_in_sight(&self) -> bool {
        let away = (self.goal.by - self.goal.baseline.date).get_days();
        !self.over && away <= DAYS_IN_SIGHT
    }

    /// The last day that the chart shows.
    pub(crate) fn last_day(&self) -> Date {
        let newest = self.progress.newest.as_ref().map(|point| point.date);
        let measured = newest
            .unwrap_or_else(|| self.today.date())
            .max(self.goal.baseline.date);
        if self.goal_in_sight() {
            measured.max(self.goal.by)
        } else {
            measured
        }
    }

    pub(crate) fn target(&self) -> Amount {
        self.bound(self.goal.target, self.goal.direction == Direction::Decrease)
    }

    fn args(amount: Amount) -> FluentArgs<'static> {
        let mut args = FluentArgs::new();
        args.set("n", Localizer::number(amount.value));
        let bound = match amount.bound {
            Bound::Exact => "exact",
            Bound::Least => "least",
            Bound::Most => "most",
        };
        args.set("bound", bound);
        if let Some(of) = amount.of {
            args.set("of", Localizer::number(of));
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

    /// What an ordered value means, if this language has words for it.
    pub(crate) fn named(&mut self, value: f64) -> Option<String> {
        let text = self.goal.measure.named(value)?;
        self.page_text.inside(text, MachineTranslation::Labeled)
    }

    /// The name of a value that pages show by name and not by number.
    fn name_for(&mut self, value: f64) -> Option<String> {
        if !self.by_name() {
            return None;
        }
        self.named(value)
    }

    /// What is counted, if this language has words for it.
    fn unit(&mut self) -> Option<String> {
        let unit = match &self.goal.measure {
            Measure::Percent { unit, .. }
            | Measure::Count { unit, .. }
            | Measure::Rate { unit }
            | Measure::Interval { unit, .. }
            | Measure::Items { unit, .. }
            | Measure::Score { unit, .. } => unit.as_ref(),
            _ => None,
        };
        self.page_text.inside(unit?, MachineTranslation::Labeled)
    }

    /// Whether pages show values by name and not by number.
    pub(crate) fn by_name(&self) -> bool {
        matches!(
            self.goal.measure,
            Measure::Prompt { .. } | Measure::GoalAttainment { .. }
        )
    }

    /// "58 words in a minute": the value as a thing, with its unit, within a
    /// sentence.
    pub(crate) fn amount(&mut self, amount: Amount) -> String {
        self.placed(amount, "inside")
    }

    /// The same where a sentence begins with it.
    pub(crate) fn first(&mut self, amount: Amount) -> String {
        self.placed(amount, "first")
    }

    fn placed(&mut self, amount: Amount, place: &'static str) -> String {
        let mut args = Self::args(amount);
        if let Some(level) = self.name_for(amount.value) {
            args.set("level", level);
            return self.localizer.text("amount-named", args);
        }
        args.set("place", place);
        let unit = self.unit();
        let id = amount_id(&self.goal.measure, amount.of.is_some(), unit.is_some());
        if let Measure::Count {
            window: Some(window),
            ..
        } = &self.goal.measure
        {
            args.set("window", Localizer::number(*window));
        }
        if let Some(unit) = unit {
            args.set("unit", unit);
        }
        self.localizer.text(id, args)
    }

    /// "43": the value alone. `like` is the amount it is compared with: if both
    /// are out of the same number, this one does not repeat it.
    pub(crate) fn short(&mut self, amount: Amount, like: Amount) -> String {
        let mut args = Self::args(amount);
        if let Some(level) = self.name_for(amount.value) {
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
    fn in_full(&mut self, amount: Amount) -> String {
        self.short(amount, Amount::new(0.0, None))
    }

    pub(crate) fn start(&self) -> Amount {
        let entered = self.progress.start_raw.as_ref();
        if entered.is_none() && self.fixed_total().is_none() {
            // The median of several probes has no "of" that the teacher entered.
            return self.amount_of(self.progress.start, None);
        }
        self.amount_of(self.progress.start, entered)
    }

    pub(crate) fn at(&self, point: &DataPoint) -> Amount {
        self.amount_of(point.value, Some(&point.raw))
    }

    /// A value to reach. Out of a fixed number of tries it is the first whole
    /// number that reaches it.
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

    /// A value from which on all are good enough: "or more", "or fewer". No such
    /// words if the scale ends at it.
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

    /// The target in a sentence that does not say that less is better: "20 or
    /// less".
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
    pub(crate) fn cell(&mut self, point: &DataPoint) -> String {
        if let Some(level) = self.name_for(point.value) {
            return level;
        }
        let amount = self.at(point);
        let short = self.in_full(amount);
        if !point.open {
            return short;
        }
        let mut args = FluentArgs::new();
        args.set("amount", short);
        self.localizer.text("value-capped", args)
    }

    /// The newest value, as the chart prints it.
    pub(crate) fn newest_label(&mut self) -> Option<String> {
        let newest = self.progress.newest.as_ref()?;
        let amount = self.at(newest);
        Some(match amount.of {
            // The axis of percents does not say out of how many.
            Some(_) if self.goal.measure.of_hundred() => self.in_full(amount),
            _ => self.localizer.pack.formats.number(amount.value),
        })
    }

    /// "43 start", as the chart prints it.
    pub(crate) fn start_label(&mut self) -> String {
        let start = self.start();
        self.on_chart("chart-start", start)
    }

    /// "goal 90", as the chart prints it.
    pub(crate) fn goal_label(&mut self) -> String {
        let target = self.target();
        self.on_chart("chart-goal", target)
    }

    fn on_chart(&mut self, id: &str, amount: Amount) -> String {
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
    pub(crate) fn axis(&mut self) -> LocalizedText {
        let mut args = FluentArgs::new();
        let unit = self.unit();
        let id = axis_id(&self.goal.measure, unit.is_some());
        match &self.goal.measure {
            Measure::Score { .. } if unit.is_some() => {
                return LocalizedText::own(unit.unwrap_or_default());
            }
            Measure::Count {
                window: Some(window),
                ..
            } => args.set("window", Localizer::number(*window)),
            _ => {}
        }
        if let Some(unit) = unit {
            args.set("unit", unit);
        }
        self.localizer.say_with(id, args)
    }
}
