//! Numbers and days of a goal that may be slips. Each is a question to a person: no
//! page is made until it is answered, with another number or with `sure: true`.
//!
//! Numbers that cannot be are errors where they are read; here all numbers of a goal
//! are looked at together. Ordered levels are never asked about, because levels
//! have no size; nor are percents, steps and items, which cannot be larger than
//! their whole: there the whole itself is looked at.

mod days;
mod far;
mod lines;
mod totals;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Date, Measure, RecordedValue, Tally, TimeUnit, median};
use crate::parse::RawFile;
use crate::source::{Place, Spanned};
use crate::validate::dated::{is_far, too_far};
use crate::validate::fields::Fields;
use crate::validate::observation::{Seen, rounded};
use lines::{Sure, Written};

/// Words a minute over which a number is asked about. In grade 6, where norms of
/// reading out loud end, one child in ten reads more than 204 in spring (Hasbrouck
/// and Tindal 2017); adults read 183 out loud on average (Brysbaert 2019).
const WORDS_A_MINUTE: f64 = 250.0;
/// Nobody begins a goal with more probes than this.
const PROBES: usize = 50;
/// A check is of one day.
const MINUTES_A_DAY: f64 = 1_440.0;

/// Everything that is looked at together.
pub(super) struct Whole<'a> {
    /// The goal's file and its sheet, as they are written.
    pub(super) files: &'a [&'a RawFile],
    pub(super) measure: &'a Measure,
    pub(super) begun: &'a Begun,
    pub(super) target: &'a Answered<f64>,
    /// The value of the criterion.
    pub(super) mastery: Option<&'a Answered<f64>>,
    pub(super) by: &'a Spanned<Date>,
    pub(super) data: &'a [Seen],
    /// The days under `data:`, where each stands.
    pub(super) typed: &'a [Spanned<Date>],
}

/// Where a goal began, with its places.
pub(super) struct Begun {
    /// The day of the baseline.
    pub(super) date: Spanned<Date>,
    /// The day of its first probe.
    pub(super) first: Date,
    pub(super) probes: Vec<Spanned<RecordedValue>>,
    pub(super) sure: bool,
}

/// A value, and whether a person has said that it is right as it is.
pub(super) struct Answered<T> {
    pub(super) value: Spanned<T>,
    pub(super) sure: bool,
}

/// Where `sure: true` is written.
type Holder = Option<&'static str>;

/// Reports everything that may be a slip.
pub(super) fn report(fields: &Fields, whole: &Whole) {
    whole.days(fields);
    if whole.has_size() {
        whole.sizes(fields);
    }
    whole.totals(fields);
}

impl Whole<'_> {
    /// Whether a number can be at all. One that cannot has been reported, and says
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

    fn checks(&self) -> Vec<&Seen> {
        let checks = self.data.iter();
        checks.filter(|one| self.can_be(&one.value.raw)).collect()
    }

    // Days.

    fn days(&self, fields: &Fields) {
        let today = fields.context().today;
        let mut days: Vec<&Seen> = Vec::new();
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
                let meant = days::in_another_year(day, &others, today);
                let meant = meant.filter(|meant| *meant >= self.begun.first);
                let fault = Diagnostic::at(Code::BeforeBaseline, self.place_of(one));
                let fault = dated(fault, day, meant).with("start", start.value.to_string());
                fields.report(fault.label(&start.at, "start"));
            } else if !one.value.sure
                && let Some(meant) = days::alone(day, &others, today)
            {
                fields.report(self.alone(day, meant, self.place_of(one), None));
            }
        }
        let meant = days::alone(start.value, &seen, today);
        if let Some(meant) = meant.filter(|_| !self.begun.sure) {
            fields.report(self.alone(start.value, meant, &start.at, Some("baseline")));
        }
        self.report_by(fields);
    }

    /// The day itself under `data:`, the row in a sheet.
    fn place_of<'s>(&'s self, seen: &'s Seen) -> &'s Place {
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
        sure(fault, &Written::new(self.files, value), holder)
    }

    /// A goal of an IEP is an annual one (34 CFR 300.320(a)(2)); one that goes on
    /// for five years has a slip in its year.
    fn report_by(&self, fields: &Fields) {
        const YEARS: i16 = 5;
        let (start, by) = (&self.begun.date, self.by);
        let years = by.value.year() - start.value.year();
        if years > YEARS && !is_far(by.value, fields.context().today) {
            let fault = too_far(by, "goal").with("other", start.value.to_string());
            fields.report(fault);
        }
    }

    // Sizes.

    /// Whether values of this measure can be far from each other.
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

    /// What a number has to be more besides, to be far.
    fn slack(&self) -> f64 {
        match self.measure {
            Measure::Rate { .. } => 4.0,
            _ => 20.0,
        }
    }

    /// More than this is asked about, whatever the other numbers are.
    fn limit(&self) -> Option<(f64, &'static str)> {
        match self.measure {
            Measure::WordsPerMinute => Some((WORDS_A_MINUTE, "words")),
            Measure::Duration { unit, .. } | Measure::Latency { unit, .. } => Some(match unit {
                TimeUnit::Minutes => (MINUTES_A_DAY, "day"),
                TimeUnit::Seconds => (MINUTES_A_DAY * 60.0, "day"),
            }),
            _ => None,
        }
    }

    fn value(&self, raw: &RecordedValue) -> f64 {
        self.measure.value(raw)
    }

    fn sizes(&self, fields: &Fields) {
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
        // What a person has answered is usual from then on.
        let sure = seen.iter().zip(&checks).filter(|(one, _)| one.value.sure);
        let known = sure.map(|(_, value)| *value).fold(hoped, f64::max);
        let probes_open = begun.iter().enumerate().filter(|_| !self.begun.sure);
        for (index, probe) in probes_open.take(PROBES) {
            let middle = median(&without(&probes, index));
            let usual = middle.and_then(|middle| far::usual(&all, known.max(middle), self.slack()));
            self.ask_of(fields, &probe.value, &probe.at, usual, Some("baseline"));
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
                    fields.report(self.far(raw, at, low, high, None));
                }
                None => self.ask_of(fields, raw, at, usual, None),
            }
        }
        self.bounds(fields, largest, hoped);
    }

    fn loses_digits(&self) -> bool {
        matches!(
            self.measure,
            Measure::WordsPerMinute | Measure::Score { .. }
        )
    }

    /// Asks about one number that is far, or over the limit of the measure.
    fn ask_of(
        &self,
        fields: &Fields,
        raw: &RecordedValue,
        at: &Place,
        usual: Option<far::Usual>,
        holder: Holder,
    ) {
        let value = self.value(raw);
        if let Some(usual) = usual.filter(|usual| value > usual.bound) {
            let fits = |meant: f64| meant >= usual.low / 2.0 && meant <= usual.high * 2.0;
            let fault = self.far(raw, at, usual.low, usual.high, holder);
            fields.report(self.meant(fault, raw, at, fits));
        } else if let Some((limit, problem)) = self.limit().filter(|(limit, _)| value > *limit) {
            let fault = over(at, value, limit, problem);
            let fault = self.meant(fault, raw, at, |meant| meant <= limit);
            fields.report(sure(fault, &Written::new(self.files, at), holder));
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
        sure(fault, &Written::new(self.files, at), holder)
    }

    /// Adds the line as it was probably meant.
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
        let written = Written::new(self.files, at);
        let line =
            meant.and_then(|(old, new)| written.corrected(&old.to_string(), &new.to_string()));
        corrected(fault, line, meant.map(|(_, new)| new))
    }

    fn is_far_target(&self, largest: f64) -> bool {
        const TIMES: f64 = 10.0;
        const MORE: f64 = 50.0;
        !self.target.sure && self.target.value.value > TIMES * largest + MORE
    }

    /// The target and the criterion: 900 for 90.
    fn bounds(&self, fields: &Fields, largest: f64, hoped: f64) {
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
            self.ask_of_bound(fields, &raw(target.value), &target.at, usual, None);
        } else if !self.target.sure && over(target.value) {
            self.ask_of(fields, &raw(target.value), &target.at, None, None);
        }
        let Some(mastery) = self.mastery.filter(|mastery| !mastery.sure) else {
            return;
        };
        let (value, at) = (mastery.value.value, &mastery.value.at);
        if value > usual.bound {
            self.ask_of_bound(fields, &raw(value), at, usual, Some("mastery"));
        }
    }

    /// What is hoped for may be more than what was seen, but not by a digit.
    fn ask_of_bound(
        &self,
        fields: &Fields,
        raw: &RecordedValue,
        at: &Place,
        usual: far::Usual,
        holder: Holder,
    ) {
        let fault = self.far(raw, at, usual.low, usual.high, holder);
        let fits = |meant: f64| meant <= 4.0 * usual.high + self.slack();
        fields.report(self.meant(fault, raw, at, fits));
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

fn over(at: &Place, found: f64, limit: f64, problem: &'static str) -> Diagnostic {
    Diagnostic::at(Code::OverLimit, at)
        .with("problem", problem)
        .with("found", rounded(found))
        .with("high", rounded(limit))
        .with("better", "")
}

/// The numbers of an observation that a finger may have slipped on.
fn typed_numbers(raw: &RecordedValue) -> Vec<f64> {
    /// Nobody writes down more episodes of a day by hand.
    const EPISODES: usize = 50;
    match raw {
        RecordedValue::Number(number) => vec![*number],
        RecordedValue::Fraction { part, whole } => vec![*part, *whole],
        RecordedValue::Words { attempted, .. } => vec![*attempted],
        RecordedValue::Episodes(episodes) => episodes.iter().copied().take(EPISODES).collect(),
        RecordedValue::Letters(_) | RecordedValue::Items(_) => Vec::new(),
    }
}

/// The same observation with `number` in the place of the one at `index`.
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

/// Adds the corrected line, or the `new` number alone where the line is not plain.
fn corrected(fault: Diagnostic, line: Option<(String, Place)>, new: Option<f64>) -> Diagnostic {
    let new = new.map(|new| new.to_string()).unwrap_or_default();
    match line {
        Some((line, at)) => fault.with("better", line).fix(&at, new),
        None => fault.with("better", new),
    }
}

/// Adds how a person says that it is right as it stands.
fn sure(fault: Diagnostic, written: &Written, holder: Holder) -> Diagnostic {
    match written.sure(holder) {
        Sure::Line(line) => fault.with("form", "line").with("sure", line),
        Sure::Below => fault.with("form", "below").with("sure", "sure: true"),
        Sure::Column => fault.with("form", "column").with("sure", "yes"),
    }
}

fn dated(fault: Diagnostic, day: Date, meant: Option<Date>) -> Diagnostic {
    let meant = meant.map(|meant| meant.to_string());
    let fault = fault.with("date", day.to_string());
    fault.with("better", meant.unwrap_or_default())
}
