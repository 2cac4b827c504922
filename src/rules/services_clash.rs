//! A student cannot be in two places at the same time.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::progress::schedule_conflicts;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    for clash in schedule_conflicts(&facts.record.services) {
        if clash.second.0.ended(facts.today) || clash.first.0.ended(facts.today) {
            continue;
        }
        let fault = Diagnostic::at(Code::ServicesClash, &clash.second.1.at);
        let fault = fault.with("example", facts.line("until: @past", None));
        let fault = fault.with("service", clash.second.0.id.as_str());
        let fault = fault.with("other", clash.first.0.id.as_str());
        diagnostics.push(fault.label(&clash.first.1.at, "other"));
    }
}
