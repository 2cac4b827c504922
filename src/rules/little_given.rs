//! Planned minutes that were not provided. This is for staff: families see the
//! numbers and the reasons without a judgment.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::progress::Delivery;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    for service in facts.services() {
        let Some(delivery) = Delivery::of(facts.record, service).and_then(|all| all.newest())
        else {
            continue;
        };
        if let (true, Some(percent), Some(last)) = (
            delivery.too_little(),
            delivery.percent(),
            delivery.weeks.last(),
        ) {
            let note = Diagnostic::at(Code::LittleGiven, &last.at);
            let note = note.with("service", service.id.as_str());
            let note = note.with("planned", f64::from(delivery.planned));
            let note = note.with("given", f64::from(delivery.given));
            diagnostics.push(note.with("percent", percent.floor()));
        }
    }
}
