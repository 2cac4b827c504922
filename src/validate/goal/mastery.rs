//! The mastery criterion of a goal: named numbers, or the wording of an IEP.

use super::doubt::Answered;
use crate::diagnostic::{Code, CriterionProblem, Diagnostic, MasteryProblem};
use crate::input::{self, Criterion, Side};
use crate::model::{Direction, Mastery};
use crate::source::{Place, Spanned};
use crate::validate::fields::Fields;
use crate::validate::observation::{self, MeasureReader};

/// Reads `mastery:`, and the value in it. A criterion without a value is about the
/// target.
pub(super) fn read(
    fields: &mut Fields,
    reader: &MeasureReader,
    direction: Direction,
    target: Option<&Spanned<f64>>,
) -> Option<(Mastery, Answered<f64>)> {
    let node = fields.node("mastery")?;
    let Some(text) = node.text() else {
        return of_map(fields, reader);
    };
    let at = fields.place(node.span);
    let target = target.map(|target| target.value);
    let words = Words {
        reader,
        direction,
        target,
    };
    let typed = input::criterion(text);
    let tries = typed.as_ref().filter(|typed| words.may_be_tries(typed));
    let window = tries.and_then(|typed| typed.window);
    let read = typed.as_ref().and_then(|typed| words.read(typed));
    let written = |mastery: &Mastery| as_written(reader, mastery);
    if let Some(mastery) = read {
        fields.read_as(&at, text, &written(&mastery));
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
    let fault = Diagnostic::at(Code::CriterionUnread, &at)
        .with("found", text)
        .with("better", written(&better));
    fields.report(match window {
        // Tries of one check are a value, which one check has to reach.
        Some((part, whole)) => {
            let value = (100.0 * f64::from(part) / f64::from(whole)).round();
            let once = Mastery {
                value,
                times: 1,
                of: 1,
                ..better
            };
            fault
                .select(CriterionProblem::Tries)
                .with("second", written(&once))
        }
        None => fault.select(CriterionProblem::Words),
    });
    None
}

/// The most checks of a criterion in words. A larger number is something else.
const MOST_CHECKS: u32 = 20;

/// What the words of a criterion are read with.
struct Words<'a> {
    reader: &'a MeasureReader<'a>,
    direction: Direction,
    target: Option<f64>,
}

impl Words<'_> {
    /// What a criterion means. `None` if it can mean several things.
    fn read(&self, typed: &Criterion) -> Option<Mastery> {
        let value = match &typed.value {
            Some(value) => self.reader.typed_bound(value)?,
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
        let (low, high) = self.reader.measure.range();
        let can_be = value >= low && high.is_none_or(|high| value <= high);
        (can_be && times <= of && of <= MOST_CHECKS).then_some(Mastery {
            value,
            at_most,
            times,
            of,
            strict: false,
        })
    }

    /// Whether `4 of 5`, without a value, may be tries of one check: the measure counts
    /// tries, and the words say so or the percent is just the target.
    fn may_be_tries(&self, typed: &Criterion) -> bool {
        let Some((times, of)) = typed.window.filter(|_| typed.value.is_none()) else {
            return false;
        };
        let percent = 100.0 * f64::from(times) / f64::from(of.max(1));
        let is_target = self
            .target
            .is_some_and(|target| (target - percent).abs() < 1.0);
        self.reader.measure.of_hundred() && times <= of && (typed.of_tries || is_target)
    }
}

/// A criterion as the format has it.
fn as_written(reader: &MeasureReader, mastery: &Mastery) -> String {
    let side = if mastery.at_most {
        "at_most"
    } else {
        "at_least"
    };
    let value = observation::told(reader.measure, mastery.value);
    let (times, of) = (mastery.times, mastery.of);
    format!("mastery: {{{side}: {value}, times: {times}, of: {of}}}")
}

fn of_map(fields: &mut Fields, reader: &MeasureReader) -> Option<(Mastery, Answered<f64>)> {
    fields.sub("mastery", |map| {
        let least = reader.bound(map, "at_least");
        let most = reader.bound(map, "at_most");
        if !map.has("at_least") && !map.has("at_most") {
            map.missing(map.context().sample().bound);
        }
        if let (Some(least), Some(most)) = (&least, &most) {
            let fault = Diagnostic::at(Code::MasteryWindow, &most.at)
                .select(MasteryProblem::Both)
                .label(&least.at, "other");
            map.report(fault);
        }
        let at_most = least.is_none();
        let value = least.or(most);
        let (times, of) = (map.count("times"), map.count("of"));
        report_window(map, times.as_ref(), of.as_ref());
        let strict = map.yes("strict_window").unwrap_or(false);
        let sure = map.yes("sure").unwrap_or(false);
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
    })?
}

/// Reports a criterion that nothing could meet, or that everything would.
fn report_window(map: &Fields, times: Option<&Spanned<u32>>, of: Option<&Spanned<u32>>) {
    let fault = |at: &Place, problem| Diagnostic::at(Code::MasteryWindow, at).select(problem);
    let counts = [times, of].into_iter().flatten();
    for zero in counts.filter(|count| count.value == 0) {
        map.report(fault(&zero.at, MasteryProblem::Zero));
    }
    let (Some(times), Some(of)) = (times, of) else {
        return;
    };
    if of.value > 0 && times.value > of.value {
        let fault = fault(&times.at, MasteryProblem::More)
            .with("times", times.value)
            .with("of", of.value)
            .label(&of.at, "other");
        map.report(fault);
    }
}
