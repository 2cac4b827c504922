//! Numbers and days of a goal that may be typing mistakes. Each is a question to a
//! person: no page is built until the answer is there, another number or `sure: true`.
//!
//! The readers report numbers that are out of range; this folder compares all numbers of
//! a goal. It skips ordered levels, which have no size, and percents, steps and items,
//! which cannot be larger than their total: it compares the totals instead.

mod days;
mod far;
mod lines;
mod totals;

use crate::diagnostic::{Code, Diagnostic, FarDayProblem, OverLimitProblem, SureForm};
use crate::model::{Date, Measure, RecordedValue, Tally, TimeUnit, median};
use crate::parse::RawFile;
use crate::source::{Place, Spanned};
use crate::validate::context::Context;
use crate::validate::day_checks::{is_far, too_far};
use crate::validate::observation::{DatedValue, rounded};
use lines::{NumberPlace, Sure};

/// The most words a minute without a question. In grade 6, where the norms of oral
/// reading end, one child in ten reads more than 204 in spring (Hasbrouck and Tindal
/// 2017); adults read 183 aloud on average (Brysbaert 2019).
const WORDS_A_MINUTE: f64 = 250.0;
/// The most probes of a baseline that are compared. No goal begins with more.
const PROBES: usize = 50;
/// The minutes of a day, which is the longest a check can take.
const MINUTES_A_DAY: f64 = 1_440.0;

/// Everything that is compared.
pub(super) struct Whole<'a> {
    /// The goal's own file and its sheets.
    pub(super) files: &'a [&'a RawFile],
    pub(super) measure: &'a Measure,
    pub(super) begun: &'a Begun,
    pub(super) target: &'a Answered<f64>,
    /// The value of the criterion.
    pub(super) mastery: Option<&'a Answered<f64>>,
    pub(super) by: &'a Spanned<Date>,
    pub(super) data: &'a [DatedValue],
    /// The days under `data:`, each with its place.
    pub(super) typed: &'a [Spanned<Date>],
}

/// The baseline of a goal.
pub(super) struct Begun {
    /// The day of the baseline.
    pub(super) date: Spanned<Date>,
    /// The day of its first probe.
    pub(super) first: Date,
    pub(super) probes: Vec<Spanned<RecordedValue>>,
    pub(super) sure: bool,
}

/// A value, and whether a person confirmed it with `sure: true`.
pub(super) struct Answered<T> {
    pub(super) value: Spanned<T>,
    pub(super) sure: bool,
}

/// The field whose map holds `sure: true`. `None` for the value itself.
type Holder = Option<&'static str>;

/// Reports everything that may be a typing mistake.
pub(super) fn report(context: &Context, whole: &Whole) {
    whole.days(context);
    if whole.has_size() {
        whole.sizes(context);
    }
    whole.totals(context);
}

impl Whole<'_> {
    /// Whether a number is in range. One that is not is reported already, and says
    /// nothing about the others.
    fn can_be(&self, raw: &RecordedValue) -> bool {
        let (low, high) = self.measure.range();
        let value = self.value(raw);
        let turned = matches!(raw, RecordedValue::Words { errors, .. } if *errors < 0.0);
        value.is_finite() && !turned && value >= low && high.is_none_or(|high| value <= high)
    }

    fn probes(&self) -> Vec<&Spanned<RecordedValue>> {
        let probes = self.begun.probes.iter();
        probes.filter(|one| self.can_be(&one.value)).collect()
    }

    fn checks(&self) -> Vec<&DatedValue> {
        let checks = self.data.iter();
        checks.filter(|one| self.can_be(&one.value.raw)).collect()
    }

    // Days.

    fn days(&self, context: &Context) {
        let today = context.today;
        let mut days: Vec<&DatedValue> = Vec::new();
        for seen in self.data.iter().filter(|seen| seen.value.date <= today) {
            if days
                .last()
                .is_none_or(|last| last.value.date != seen.value.date)
            {
                days.push(seen);
            }
        }
        let start = &self.begun.date;
        let seen: Vec<Date> = days.iter().map(|one| one.value.date).collect();
        let mut others = seen.clone();
        others.push(start.value);
        others.sort_unstable();
        for one in days {
            let day = one.value.date;
            if day < self.begun.first && start.value <= today {
                let meant = days::in_another_year(day, &others, today)
                    .filter(|meant| *meant >= self.begun.first);
                let fault = Diagnostic::at(Code::BeforeBaseline, self.place_of(one));
                let fault = dated(fault, day, meant).with("start", start.value.to_string());
                context.report(fault.label(&start.at, "start"));
            } else if !one.value.sure
                && let Some(meant) = days::alone(day, &others, today)
            {
                context.report(self.alone(day, meant, self.place_of(one), None));
            }
        }
        let meant = days::alone(start.value, &seen, today);
        if let Some(meant) = meant.filter(|_| !self.begun.sure) {
            context.report(self.alone(start.value, meant, &start.at, Some("baseline")));
        }
        self.report_by(context);
    }

    /// Where a day is: its key under `data:`, or its row of a sheet.
    fn place_of<'s>(&'s self, seen: &'s DatedValue) -> &'s Place {
        let mut typed = self.typed.iter();
        let key = typed.find(|day| day.value == seen.value.date && day.at.file == seen.at.file);
        key.map_or(&seen.at, |day| &day.at)
    }

    fn alone(&self, day: Date, meant: Date, at: &Place, holder: Holder) -> Diagnostic {
        let fault = dated(Diagnostic::at(Code::DayAlone, at), day, Some(meant));
        // The day is the key of what is sure.
        let mut data = self.data.iter();
        let seen = data
            .find(|seen| seen.value.date == day)
            .filter(|_| holder.is_none());
        let value = seen.map_or(at, |seen| &seen.at);
        sure(fault, &NumberPlace::new(self.files, value), holder)
    }

    /// Reports a goal of more than five years, which has a mistake in a year: goals of an
    /// IEP are annual (34 CFR 300.320(a)(2)).
    fn report_by(&self, context: &Context) {
        const YEARS: i16 = 5;
        let (start, by) = (&self.begun.date, self.by);
        let years = by.value.year() - start.value.year();
        if years > YEARS && !is_far(by.value, context.today) {
            let fault = too_far(by, FarDayProblem::Goal).with("other", start.value.to_string());
            context.report(fault);
        }
    }

    // Sizes.

    /// Whether values of this measure have a size, so that one can be too large.
    fn has_size(&self) -> bool {
        match self.measure {
            Measure::Duration { told, .. } => *told != Tally::Share,
            Measure::Count { .. }
            | Measure::Rate { .. }
            | Measure::WordsPerMinute
            | Measure::Latency { .. }
            | Measure::Score { .. } => true,
            _ => false,
        }
    }

    /// How much larger than usual a number has to be at least, to be too large.
    fn slack(&self) -> f64 {
        match self.measure {
            Measure::Rate { .. } => 4.0,
            _ => 20.0,
        }
    }

    /// The largest value without a question, whatever the other values are.
    fn limit(&self) -> Option<(f64, OverLimitProblem)> {
        match self.measure {
            Measure::WordsPerMinute => Some((WORDS_A_MINUTE, OverLimitProblem::Words)),
            Measure::Duration { unit, .. } | Measure::Latency { unit, .. } => Some(match unit {
                TimeUnit::Minutes => (MINUTES_A_DAY, OverLimitProblem::Day),
                TimeUnit::Seconds => (MINUTES_A_DAY * 60.0, OverLimitProblem::Day),
            }),
            _ => None,
        }
    }

    fn value(&self, raw: &RecordedValue) -> f64 {
        self.measure.value(raw)
    }

    fn sizes(&self, context: &Context) {
        let (begun, seen) = (self.probes(), self.checks());
        let probes: Vec<f64> = begun.iter().map(|one| self.value(&one.value)).collect();
        let checks: Vec<f64> = seen.iter().map(|one| self.value(&one.value.raw)).collect();
        let all = [&*probes, &*checks].concat();
        let largest = ends(&all).1;
        let hoped = if self.is_far_target(largest) {
            0.0
        } else {
            self.target.value.value
        };
        // A value that a person confirmed counts as usual.
        let sure = seen.iter().zip(&checks).filter(|(one, _)| one.value.sure);
        let known = sure.map(|(_, value)| *value).fold(hoped, f64::max);
        let probes_open = begun.iter().enumerate().filter(|_| !self.begun.sure);
        for (index, probe) in probes_open.take(PROBES) {
            let middle = median(&without(&probes, index));
            let usual = middle.and_then(|middle| far::usual(&all, known.max(middle), self.slack()));
            self.ask_of(context, &probe.value, &probe.at, usual, Some("baseline"));
        }
        let known = known.max(median(&probes).unwrap_or_default());
        let usual = far::usual(&all, known, self.slack());
        let lost = far::lost_a_digit(&all).filter(|_| self.loses_digits());
        for (seen, value) in seen
            .iter()
            .zip(&checks)
            .filter(|(seen, _)| !seen.value.sure)
        {
            let (raw, at) = (&seen.value.raw, &seen.at);
            match lost.filter(|(number, ..)| (number - value).abs() < 1e-9) {
                Some((_, low, high)) => {
                    let high = usual.map_or(high, |usual| usual.high);
                    context.report(self.far(raw, at, low, high, None));
                }
                None => self.ask_of(context, raw, at, usual, None),
            }
        }
        self.bounds(context, largest, hoped);
    }

    fn loses_digits(&self) -> bool {
        matches!(
            self.measure,
            Measure::WordsPerMinute | Measure::Score { .. }
        )
    }

    /// Reports one number that is far from the others, or over the measure's limit.
    fn ask_of(
        &self,
        context: &Context,
        raw: &RecordedValue,
        at: &Place,
        usual: Option<far::Usual>,
        holder: Holder,
    ) {
        let value = self.value(raw);
        if let Some(usual) = usual.filter(|usual| value > usual.bound) {
            let fits = |meant: f64| meant >= usual.low / 2.0 && meant <= usual.high * 2.0;
            let fault = self.far(raw, at, usual.low, usual.high, holder);
            context.report(self.meant(fault, raw, at, fits));
        } else if let Some((limit, problem)) = self.limit().filter(|(limit, _)| value > *limit) {
            let fault = over(at, value, limit, problem);
            let fault = self.meant(fault, raw, at, |meant| meant <= limit);
            context.report(sure(fault, &NumberPlace::new(self.files, at), holder));
        }
    }

    fn far(
        &self,
        raw: &RecordedValue,
        at: &Place,
        low: f64,
        high: f64,
        holder: Holder,
    ) -> Diagnostic {
        let fault = Diagnostic::at(Code::NumberFar, at)
            .with("found", rounded(self.value(raw)))
            .with("low", rounded(low))
            .with("high", rounded(high))
            .with("better", "");
        sure(fault, &NumberPlace::new(self.files, at), holder)
    }

    /// Adds the line that was probably meant.
    fn meant(
        &self,
        fault: Diagnostic,
        raw: &RecordedValue,
        at: &Place,
        fits: impl Fn(f64) -> bool,
    ) -> Diagnostic {
        let parts = typed_numbers(raw);
        let meant = parts.iter().enumerate().find_map(|(index, number)| {
            let mut slips = far::slips(*number).into_iter();
            let slip = slips.find(|slip| fits(self.value(&with_number(raw, index, *slip))))?;
            Some((*number, slip))
        });
        let written = NumberPlace::new(self.files, at);
        let line =
            meant.and_then(|(old, new)| written.corrected(&old.to_string(), &new.to_string()));
        corrected(fault, line, meant.map(|(_, new)| new))
    }

    fn is_far_target(&self, largest: f64) -> bool {
        const TIMES: f64 = 10.0;
        const MORE: f64 = 50.0;
        !self.target.sure && self.target.value.value > TIMES * largest + MORE
    }

    /// Checks the target and the mastery criterion, for 900 instead of 90.
    fn bounds(&self, context: &Context, largest: f64, hoped: f64) {
        let target = &self.target.value;
        let limit = self.limit();
        let usual = far::Usual {
            low: 0.0,
            high: largest.max(hoped),
            bound: 4.0 * largest.max(hoped) + self.slack(),
        };
        let raw = |value: f64| RecordedValue::Number(value);
        let over = |value: f64| limit.is_some_and(|(limit, _)| value > limit);
        if self.is_far_target(largest) {
            let usual = far::Usual {
                bound: 0.0,
                ..usual
            };
            self.ask_of_bound(context, &raw(target.value), &target.at, usual, None);
        } else if !self.target.sure && over(target.value) {
            self.ask_of(context, &raw(target.value), &target.at, None, None);
        }
        let Some(mastery) = self.mastery.filter(|mastery| !mastery.sure) else {
            return;
        };
        let (value, at) = (mastery.value.value, &mastery.value.at);
        if value > usual.bound {
            self.ask_of_bound(context, &raw(value), at, usual, Some("mastery"));
        }
    }

    /// Reports a bound that is far from the values. A target may be larger than all
    /// values, but not by a digit.
    fn ask_of_bound(
        &self,
        context: &Context,
        raw: &RecordedValue,
        at: &Place,
        usual: far::Usual,
        holder: Holder,
    ) {
        let fault = self.far(raw, at, usual.low, usual.high, holder);
        let fits = |meant: f64| meant <= 4.0 * usual.high + self.slack();
        context.report(self.meant(fault, raw, at, fits));
    }
}

fn without(numbers: &[f64], index: usize) -> Vec<f64> {
    let others = numbers.iter().enumerate().filter(|(at, _)| *at != index);
    others.map(|(_, number)| *number).collect()
}

fn ends(numbers: &[f64]) -> (f64, f64) {
    let low = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    (low, numbers.iter().copied().fold(0.0, f64::max))
}

fn over(at: &Place, found: f64, limit: f64, problem: OverLimitProblem) -> Diagnostic {
    Diagnostic::at(Code::OverLimit, at)
        .select(problem)
        .with("found", rounded(found))
        .with("high", rounded(limit))
        .with("better", "")
}

/// The numbers of a value that may have a typing mistake.
fn typed_numbers(raw: &RecordedValue) -> Vec<f64> {
    /// The most episodes that are checked. Nobody writes down more of one day.
    const EPISODES: usize = 50;
    match raw {
        RecordedValue::Number(number) => vec![*number],
        RecordedValue::Fraction { part, whole } => vec![*part, *whole],
        RecordedValue::Words { attempted, .. } => vec![*attempted],
        RecordedValue::Episodes(episodes) => episodes.iter().copied().take(EPISODES).collect(),
        RecordedValue::Letters(_) | RecordedValue::Items(_) => Vec::new(),
    }
}

/// The same value with `number` instead of the one at `index`.
fn with_number(raw: &RecordedValue, index: usize, number: f64) -> RecordedValue {
    match raw.clone() {
        RecordedValue::Fraction { whole, .. } if index == 0 => RecordedValue::Fraction {
            part: number,
            whole,
        },
        RecordedValue::Fraction { part, .. } => RecordedValue::Fraction {
            part,
            whole: number,
        },
        RecordedValue::Words {
            errors, seconds, ..
        } => RecordedValue::Words {
            attempted: number,
            errors,
            seconds,
        },
        RecordedValue::Episodes(mut episodes) => {
            if let Some(episode) = episodes.get_mut(index) {
                *episode = number;
            }
            RecordedValue::Episodes(episodes)
        }
        RecordedValue::Number(_) | RecordedValue::Letters(_) | RecordedValue::Items(_) => {
            RecordedValue::Number(number)
        }
    }
}

/// Adds the corrected line, or only the `new` number if the line is not simple.
fn corrected(fault: Diagnostic, line: Option<(String, Place)>, new: Option<f64>) -> Diagnostic {
    let new = new.map(|new| new.to_string()).unwrap_or_default();
    match line {
        Some((line, at)) => fault.with("better", line).fix(&at, new),
        None => fault.with("better", new),
    }
}

/// Adds how a person can confirm the value.
fn sure(fault: Diagnostic, written: &NumberPlace, holder: Holder) -> Diagnostic {
    match written.sure(holder) {
        Sure::Line(line) => fault.select(SureForm::Line).with("sure", line),
        Sure::Below => fault.select(SureForm::Below).with("sure", "sure: true"),
        Sure::Column => fault.select(SureForm::Column).with("sure", "yes"),
    }
}

fn dated(fault: Diagnostic, day: Date, meant: Option<Date>) -> Diagnostic {
    let meant = meant.map(|meant| meant.to_string());
    let fault = fault.with("date", day.to_string());
    fault.with("better", meant.unwrap_or_default())
}
