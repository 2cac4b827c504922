//! What a family would ask about a service and nobody has written yet: one
//! message per service, whatever is missing.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{DeliveryModel, Service};

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    for service in facts.services() {
        let missing = missing(service);
        if !missing.is_empty() {
            let note = Diagnostic::at(Code::ServiceIncomplete, &service.at);
            let note = note.with("service", service.id.as_str());
            diagnostics.push(note.with("fields", missing.join(", ")));
        }
    }
}

fn missing(service: &Service) -> Vec<&'static str> {
    let in_class = service.includes(DeliveryModel::PushIn);
    let elsewhere = service.includes(DeliveryModel::PullOut);
    let why = &service.why;
    let no_why = why.needs.is_none() && why.class.is_none() && why.goals.is_none();
    [
        ("with", in_class && service.with.is_empty()),
        ("since", service.since.is_none()),
        ("looks_like", service.looks_like.is_none()),
        ("why", no_why),
        ("exit", elsewhere && service.exit.is_none()),
        ("return_plan", elsewhere && service.return_plan.is_none()),
    ]
    .into_iter()
    .filter_map(|(field, missing)| missing.then_some(field))
    .collect()
}
