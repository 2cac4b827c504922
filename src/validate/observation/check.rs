//! Values that are out of the range of their measure.

use super::MeasureReader;
use super::value::report_letter;
use crate::diagnostic::{Code, Diagnostic, RangeProblem};
use crate::model::{Date, Measure, RecordedValue};
use crate::source::Place;
use crate::validate::fields::Fields;

/// A value as messages show it: rounded, or the code of its prompt level.
pub(in crate::validate) fn told(measure: &Measure, value: f64) -> String {
    if let Measure::Prompt { ladder } = measure {
        let mut levels = (1_u32..).zip(&ladder.levels);
        if let Some((_, level)) = levels.find(|(rank, _)| (f64::from(*rank) - value).abs() < 0.5) {
            return level.id.clone();
        }
    }
    rounded(value)
}

pub(in crate::validate) fn rounded(value: f64) -> String {
    format!("{}", (value * 10.0).round() / 10.0)
}

impl MeasureReader<'_> {
    /// How many steps there were on `date`, if not as many as now.
    fn steps_on(&self, date: Date) -> Option<f64> {
        let mut past = self.steps_before.iter().filter(|(until, _)| date < *until);
        past.next().map(|(_, steps)| *steps)
    }

    /// Reports a value that is out of range. Returns the value; if the task had another
    /// number of steps on that day, as a fraction of that number.
    pub(super) fn checked(
        &self,
        fields: &Fields,
        date: Date,
        raw: RecordedValue,
        at: &Place,
    ) -> RecordedValue {
        let steps = matches!(self.measure, Measure::Steps { .. });
        let before = self.steps_on(date).filter(|_| steps);
        let raw = match (raw, before) {
            (RecordedValue::Number(part), Some(whole)) => RecordedValue::Fraction { part, whole },
            (raw, _) => raw,
        };
        match &raw {
            RecordedValue::Fraction { part, whole } => {
                let bounded = !matches!(self.measure, Measure::Rate { .. });
                report_part(fields, *part, *whole, bounded, at);
            }
            RecordedValue::Words {
                attempted,
                errors,
                seconds,
            } => {
                if *seconds <= 0.0 {
                    fields.report(fault(RangeProblem::Whole, *seconds, at));
                } else if *errors < 0.0 || errors > attempted {
                    let high = rounded(*attempted);
                    fields.report(fault(RangeProblem::Part, *errors, at).with("high", high));
                }
            }
            RecordedValue::Letters(letters) => self.check_letters(fields, letters, before, at),
            RecordedValue::Number(_) | RecordedValue::Episodes(_) | RecordedValue::Items(_) => {
                let value = self.measure.value(&raw);
                if self.measure.is_whole_numbers() && value.fract() != 0.0 {
                    fields.report(fault(RangeProblem::Fraction, value, at));
                }
                report_range(fields, self.measure, value, at);
            }
        }
        raw
    }

    /// Reports codes that are not in the prompt hierarchy, and a number of codes that is
    /// not the number of steps.
    fn check_letters(&self, fields: &Fields, letters: &[String], before: Option<f64>, at: &Place) {
        if let Measure::Steps {
            ladder: Some(ladder),
            ..
        } = self.measure
        {
            let strange = |code: &&String| ladder.rank(code).is_none();
            if let Some(strange) = letters.iter().find(strange) {
                report_letter(fields, "data", ladder, strange, at);
            }
        }
        let high = before.or(self.measure.range().1);
        let length = f64::from(u32::try_from(letters.len()).unwrap_or(u32::MAX));
        if let Some(high) = high.filter(|high| (high - length).abs() > 0.5) {
            let fault = Diagnostic::at(Code::OutOfRange, at)
                .select(RangeProblem::Letters)
                .with("found", letters.concat())
                .with("high", rounded(high));
            fields.report(fault);
        }
    }
}

fn fault(problem: RangeProblem, found: f64, at: &Place) -> Diagnostic {
    Diagnostic::at(Code::OutOfRange, at)
        .select(problem)
        .with("found", rounded(found))
}

/// Reports a fraction whose part is below 0 or, if `bounded`, above its whole.
fn report_part(fields: &Fields, part: f64, whole: f64, bounded: bool, at: &Place) {
    if whole <= 0.0 {
        fields.report(fault(RangeProblem::Whole, whole, at));
    } else if part < 0.0 || (bounded && part > whole) {
        fields.report(fault(RangeProblem::Part, part, at).with("high", rounded(whole)));
    }
}

/// Reports a value outside its measure's range.
pub(super) fn report_range(fields: &Fields, measure: &Measure, value: f64, at: &Place) {
    let (low, high) = measure.range();
    if value >= low && high.is_none_or(|high| value <= high) {
        return;
    }
    let fault = match high {
        Some(high) => fault(RangeProblem::Between, value, at).with("high", rounded(high)),
        None => fault(RangeProblem::Below, value, at),
    };
    fields.report(fault.with("low", rounded(low)));
}
