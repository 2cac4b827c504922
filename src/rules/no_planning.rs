//! Co-teachers have planning time together.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{DeliveryModel, Meeting, MeetingKind, days_after};

/// Days within which a planning meeting is expected.
const DAYS: i64 = 30;

/// The example meeting that the message suggests.
const LINE: &str = "planning-@past: {date: @past, kind: planning, who: [@both]}";

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let today = facts.today;
    // Recurring meetings come at least once a month.
    let lately = |one: &Meeting| one.date <= today && today <= days_after(one.date, DAYS);
    let again = |one: &Meeting| one.every.is_some() && one.date <= today;
    let mut meetings = facts.record.meetings.iter();
    if meetings.any(|one| one.kind == MeetingKind::Planning && (lately(one) || again(one))) {
        return;
    }
    let mut services = facts.services().filter(|service| service.on(today));
    if let Some(service) = services.find(|service| service.includes(DeliveryModel::PushIn)) {
        let note = Diagnostic::at(Code::NoPlanning, &service.at);
        let line = facts.line(LINE, None);
        diagnostics.push(
            note.with("service", service.id.as_str())
                .with("example", line),
        );
    }
}
