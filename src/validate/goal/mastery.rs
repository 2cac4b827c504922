//! When a goal counts as reached: named numbers, or the words of an IEP.

use super::doubt::Answered;
use crate::diagnostic::{Code, Diagnostic};
use crate::input::{self, Criterion, Side};
use crate::model::{Direction, Mastery};
use crate::source::{Place, Spanned};
use crate::validate::fields::Fields;
use crate::validate::observation::{self, MeasureReader};

/// Reads `mastery:`, and its value where that is written. A criterion without a
/// value is about the target.
pub(super) fn read(
    fields: &Fields,
    gauge: &MeasureReader,
    direction: Direction,
    target: Option<&Spanned<f64>>,
) -> Option<(Mastery, Answered<f64>)> {
    let node = fields.node("mastery")?;
    let Some(text) = node.text() else {
        return of_map(fields, gauge);
    };
    let at = fields.place(node.span);
    let target = target.map(|target| target.value);
    let words = Words {
        gauge,
        direction,
        target,
    };
    let typed = input::criterion(text);
    let tries = typed.as_ref().filter(|typed| words.may_be_tries(typed));
    let window = tries.and_then(|typed| typed.window);
    let read = typed.as_ref().and_then(|typed| words.read(typed));
    let told = |mastery: &Mastery| told(gauge, mastery);
    if let Some(mastery) = read {
        fields.read_as(&at, text, &told(&mastery));
        let value = Spanned {
            value: mastery.value,
            at,
        };
        return Some((mastery, Answered { value, sure: false }));
    }
    let (times, of) = window.unwrap_or((4, 5));
    let better = Mastery {
        value: target.unwrap_or_default(),
        at_most: direction == Direction::Decrease,
        times,
        of,
        strict: false,
    };
    let fault = Diagnostic::at(Code::CriterionUnread, &at).with("found", text);
    let fault = fault.with("better", told(&better));
    fields.report(match window {
        // As tries of one check it is a value, which one check has to reach.
        Some((part, whole)) => {
            let value = (100.0 * f64::from(part) / f64::from(whole)).round();
            let once = Mastery {
                value,
                times: 1,
                of: 1,
                ..better
            };
            fault.with("problem", "tries").with("second", told(&once))
        }
        None => fault.with("problem", "words"),
    });
    None
}

/// The most checks of a criterion in words; more are no checks.
const MOST_CHECKS: u32 = 20;

/// What words of a criterion are read with.
struct Words<'a> {
    gauge: &'a MeasureReader<'a>,
    direction: Direction,
    target: Option<f64>,
}

impl Words<'_> {
    /// What a criterion says, if it says one thing.
    fn read(&self, typed: &Criterion) -> Option<Mastery> {
        let value = match &typed.value {
            Some(value) => self.gauge.typed_bound(value)?,
            None if self.may_be_tries(typed) || typed.window.is_none() => return None,
            None => self.target?,
        };
        let at_most = match (typed.side, self.direction) {
            (Some(side), _) => side == Side::AtMost,
            (None, Direction::Increase) => false,
            (None, Direction::Decrease) => true,
            (None, Direction::Maintain) => return None,
        };
        let (times, of) = typed.window.unwrap_or((1, 1));
        let (low, high) = self.gauge.measure.range();
        let can_be = value >= low && high.is_none_or(|high| value <= high);
        (can_be && times <= of && of <= MOST_CHECKS).then_some(Mastery {
            value,
            at_most,
            times,
            of,
            strict: false,
        })
    }

    /// Whether `4 of 5`, without a value, may be tries of one check: where tries are counted, and
    /// words say so or it comes to just what is hoped for.
    fn may_be_tries(&self, typed: &Criterion) -> bool {
        let Some((times, of)) = typed.window.filter(|_| typed.value.is_none()) else {
            return false;
        };
        let percent = 100.0 * f64::from(times) / f64::from(of.max(1));
        let hoped = self
            .target
            .is_some_and(|target| (target - percent).abs() < 1.0);
        self.gauge.measure.of_hundred() && times <= of && (typed.of_tries || hoped)
    }
}

/// A criterion, as it may be typed.
fn told(gauge: &MeasureReader, mastery: &Mastery) -> String {
    let side = if mastery.at_most {
        "at_most"
    } else {
        "at_least"
    };
    let value = observation::told(gauge.measure, mastery.value);
    let (times, of) = (mastery.times, mastery.of);
    format!("mastery: {{{side}: {value}, times: {times}, of: {of}}}")
}

fn of_map(fields: &Fields, gauge: &MeasureReader) -> Option<(Mastery, Answered<f64>)> {
    let map = fields.sub("mastery", "mastery")?;
    let least = gauge.bound(&map, "at_least");
    let most = gauge.bound(&map, "at_most");
    if map.node("at_least").is_none() && map.node("at_most").is_none() {
        map.missing(fields.context().sample().bound);
    }
    if let (Some(least), Some(most)) = (&least, &most) {
        let fault = Diagnostic::at(Code::MasteryWindow, &most.at).with("problem", "both");
        map.report(fault.label(&least.at, "other"));
    }
    let at_most = least.is_none();
    let value = least.or(most);
    let (times, of) = (map.count("times"), map.count("of"));
    report_window(&map, times.as_ref(), of.as_ref());
    let strict = map.yes("strict_window").unwrap_or(false);
    let sure = map.yes("sure").unwrap_or(false);
    map.finish();
    let times = times.map_or(1, |times| times.value);
    let value = value?;
    let mastery = Mastery {
        value: value.value,
        at_most,
        times,
        of: of.map_or(times, |of| of.value),
        strict,
    };
    Some((mastery, Answered { value, sure }))
}

/// Reports a criterion that nothing could meet, or anything would.
fn report_window(map: &Fields, times: Option<&Spanned<u32>>, of: Option<&Spanned<u32>>) {
    let fault = |at: &Place, problem: &'static str| {
        Diagnostic::at(Code::MasteryWindow, at).with("problem", problem)
    };
    let none = [times, of].into_iter().flatten();
    for zero in none.filter(|count| count.value == 0) {
        map.report(fault(&zero.at, "zero"));
    }
    let (Some(times), Some(of)) = (times, of) else {
        return;
    };
    if of.value > 0 && times.value > of.value {
        let fault = fault(&times.at, "more").with("times", f64::from(times.value));
        map.report(fault.with("of", f64::from(of.value)).label(&of.at, "other"));
    }
}
