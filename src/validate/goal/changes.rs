//! Phase changes of a goal, and how a goal ended.

use super::numbers::Numbers;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Change, ChangeKind, Closed, Date, Text};
use crate::schema::choices;
use crate::validate::fields::Fields;

/// The phase changes, the oldest first, and how many steps a task had until a change
/// that says so.
pub(super) fn changes(fields: &mut Fields) -> (Vec<Change>, Vec<(Date, f64)>) {
    let mut steps_before = Vec::new();
    let changes = fields.items("changes", |map| {
        let date = map.date("date");
        let kind = map.choice("kind", &choices::CHANGE_KINDS);
        let (from, to, why) = (map.text("from"), map.text("to"), map.text("why"));
        let steps = match kind {
            Some(ChangeKind::Measure) => map.count("steps_before"),
            _ => None,
        };
        let date = date?.value;
        steps_before.extend(steps.map(|steps| (date, f64::from(steps.value))));
        Some(Change {
            date,
            kind: kind?,
            from,
            to,
            why,
        })
    });
    let mut changes: Vec<Change> = changes.into_iter().flatten().collect();
    changes.sort_by_key(|change| change.date);
    steps_before.sort_by_key(|(until, _)| *until);
    (changes, steps_before)
}

/// How the goal ended. A family that reads about the end needs the outcome too.
pub(super) fn closed(fields: &mut Fields, numbers: Option<&Numbers>) -> Option<Closed> {
    let (on, outcome) = fields.sub("closed", |map| {
        let on = map.date("on");
        map.context().report_future(on.as_ref());
        let outcome = map.text("outcome");
        if outcome.as_ref().is_none_or(Text::is_empty) {
            let fault =
                Diagnostic::at(Code::ClosedWithoutOutcome, map.at()).with("field", "outcome");
            map.missing_as("outcome", map.with_line(fault, "outcome"));
        }
        Some((on?, outcome))
    })??;
    let mut data = numbers.into_iter().flat_map(|numbers| &numbers.data);
    if let Some(later) = data.find(|one| one.value.date > on.value) {
        let note = Diagnostic::at(Code::AfterClosing, &later.at)
            .with("date", later.value.date.to_string())
            .label(&on.at, "closed");
        fields.report(note);
    }
    Some(Closed {
        on: on.value,
        outcome: outcome?,
    })
}
