//! What changed on the way, and how a goal ended.

use super::numbers::{Numbers, report_future};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Change, ChangeKind, Closed, Date, Text};
use crate::validate::fields::Fields;

const CHANGES: [(&str, ChangeKind); 5] = [
    ("strategy", ChangeKind::Strategy),
    ("target", ChangeKind::Target),
    ("date", ChangeKind::Date),
    ("setting", ChangeKind::Setting),
    ("measure", ChangeKind::Measure),
];

/// The changes of plan, oldest first, and how many steps the list had until
/// each change that says so.
pub(super) fn changes(fields: &Fields) -> (Vec<Change>, Vec<(Date, f64)>) {
    let (mut changes, mut steps_before) = (Vec::new(), Vec::new());
    for map in fields.items("changes", "change") {
        let date = map.need_date("date");
        let kind = map.need_choice("kind", &CHANGES);
        let (from, to, why) = (map.text("from"), map.text("to"), map.text("why"));
        let steps = match kind {
            Some(ChangeKind::Measure) => map.count("steps_before"),
            _ => None,
        };
        map.finish();
        let Some(date) = date.map(|date| date.value) else {
            continue;
        };
        steps_before.extend(steps.map(|steps| (date, f64::from(steps.value))));
        changes.extend(kind.map(|kind| Change {
            date,
            kind,
            from,
            to,
            why,
        }));
    }
    changes.sort_by_key(|change| change.date);
    steps_before.sort_by_key(|(until, _)| *until);
    (changes, steps_before)
}

/// How the goal ended. A family that hears of an end has to hear what came of
/// it, too.
pub(super) fn closed(fields: &Fields, numbers: Option<&Numbers>) -> Option<Closed> {
    let map = fields.sub("closed", "closed")?;
    let on = map.need_date("on");
    report_future(&map, on.as_ref());
    let outcome = map.text("outcome");
    if outcome.as_ref().is_none_or(Text::is_empty) {
        let fault = Diagnostic::at(Code::ClosedWithoutOutcome, map.at()).with("field", "outcome");
        map.missing_as("outcome", map.with_line(fault, "closed", "outcome"));
    }
    map.finish();
    let on = on?;
    let mut later = numbers.into_iter().flat_map(|numbers| &numbers.data);
    if let Some(later) = later.find(|one| one.value.date > on.value) {
        let note = Diagnostic::at(Code::AfterClosing, &later.at);
        let note = note.with("date", later.value.date.to_string());
        fields.report(note.label(&on.at, "closed"));
    }
    Some(Closed {
        on: on.value,
        outcome: outcome?,
    })
}
