//! Services outside class may not replace core instruction in reading, writing
//! or math unless the team has decided so and says why.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Block, DeliveryModel, Part, Service};
use crate::progress::SchoolWeek;
use crate::source::Place;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let Some(week) = SchoolWeek::of(facts.record, facts.school) else {
        return;
    };
    let mut found = Diagnostics::default();
    let services = facts
        .services()
        .filter(|service| service.core_exception.is_none());
    for service in services {
        for part in service
            .parts
            .iter()
            .filter(|part| part.model == DeliveryModel::PullOut)
        {
            if part.has_hours() {
                by_hours(&week, part, &mut found);
            } else {
                by_name(&week, service, part, &mut found);
            }
        }
    }
    let line = facts.line(EXCEPTION, None);
    let told = |one: Diagnostic| one.with("example", line.as_str());
    diagnostics.extend(found.into_iter().map(told));
}

/// The team's decision to allow it.
const EXCEPTION: &str = "core_exception: {reason: …, decided: @past}";

fn by_hours(week: &SchoolWeek, part: &Part, diagnostics: &mut Diagnostics) {
    for missed in week.missed(part).into_iter().filter(|missed| missed.core) {
        if let Some(block) = week.block_of(missed.subject) {
            diagnostics.push(fault(&part.at, block, missed.minutes).with("per", "week"));
        }
    }
}

/// A service without a schedule states what it replaces.
fn by_name(week: &SchoolWeek, service: &Service, part: &Part, diagnostics: &mut Diagnostics) {
    let Some(said) = &service.instead_of else {
        return;
    };
    if let Some(block) = week.named(&said.value, true) {
        let minutes = part.minutes.unwrap_or_default();
        diagnostics.push(fault(&said.at, block, minutes).with("per", "time"));
    }
}

fn fault(at: &Place, block: &Block, minutes: u32) -> Diagnostic {
    let fault = Diagnostic::at(Code::CoreMissed, at);
    let fault = fault.with("subject", block.subject.original.as_str());
    let fault = fault.with("minutes", f64::from(minutes));
    fault.label(&block.at, "lesson")
}
