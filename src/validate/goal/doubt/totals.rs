//! Totals that may be typing mistakes: how many tries, intervals or minutes.

use super::lines::NumberPlace;
use super::{Holder, Whole, corrected, far, sure};
use crate::diagnostic::{Code, Diagnostic, TotalSpan};
use crate::model::{Measure, RecordedValue};
use crate::source::Place;
use crate::validate::context::Context;
use crate::validate::observation::rounded;

impl Whole<'_> {
    /// Reports an unusual total: 8/100 where all others are out of 10.
    pub(super) fn totals(&self, context: &Context) {
        let tries = self.tries();
        let wholes: Vec<f64> = tries.iter().map(|tries| tries.whole).collect();
        let varied = far::usual(&wholes, 0.0, 20.0);
        let same = match self.measure {
            // Steps that were fewer once are counted by the list of their time.
            Measure::Steps { .. } => return,
            Measure::Percent { total, .. } | Measure::Interval { total, .. } => {
                total.or_else(|| far::shared(&wholes))
            }
            // Minutes may well be another number each time: that is what a rate, or
            // a share, is for.
            _ => None,
        };
        for tries in tries.iter().filter(|tries| !tries.sure) {
            let odd = match same {
                Some(usual) => far::other_size(tries.whole, usual),
                None => varied.is_some_and(|usual| tries.whole > usual.bound),
            };
            if odd {
                let usual = varied.map_or((0.0, 0.0), |usual| (usual.low, usual.high));
                context.report(self.other_total(tries, same, usual));
            }
        }
    }

    fn tries(&self) -> Vec<Tries<'_>> {
        let (begun, seen) = (self.probes(), self.checks());
        let probes = begun
            .into_iter()
            .map(|one| (&one.value, &one.at, self.begun.sure, Some("baseline")));
        let checks = seen
            .into_iter()
            .map(|one| (&one.value.raw, &one.at, one.value.sure, None));
        let tries = probes
            .chain(checks)
            .filter_map(|(raw, at, sure, holder)| match raw {
                RecordedValue::Fraction { part, whole } => Some(Tries {
                    part: *part,
                    whole: *whole,
                    at,
                    sure,
                    holder,
                }),
                _ => None,
            });
        tries.collect()
    }

    fn other_total(&self, tries: &Tries, same: Option<f64>, usual: (f64, f64)) -> Diagnostic {
        let (low, high) = same.map_or(usual, |usual| (usual, usual));
        let found = format!("{}/{}", rounded(tries.part), rounded(tries.whole));
        let fault = Diagnostic::at(Code::OtherTotal, tries.at)
            .with("found", found)
            .select(if high - low < 0.5 {
                TotalSpan::Same
            } else {
                TotalSpan::Range
            })
            .with("low", rounded(low))
            .with("high", rounded(high));
        let meant = same.filter(|usual| tries.part <= *usual);
        let written = NumberPlace::new(self.files, tries.at);
        let old = tries.whole.to_string();
        let line = meant.and_then(|meant| written.corrected(&old, &meant.to_string()));
        let new = meant.filter(|_| line.is_some());
        sure(corrected(fault, line, new), &written, tries.holder)
    }
}

/// How many tries there were, and how many went right.
struct Tries<'a> {
    part: f64,
    whole: f64,
    at: &'a Place,
    sure: bool,
    holder: Holder,
}
