use super::context::Context;
use super::dated::{Shelf, dated};
use super::goal::report_future;
use super::{picture, prose};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{GoalId, PersonId, Update};
use crate::parse::Groups;

/// The most words of an update that a family reads on a phone in a minute.
const MAX_UPDATE_WORDS: usize = 120;

/// Reads `updates/`; the newest comes first.
pub(super) fn all(context: &Context, groups: &Groups, shelf: &Shelf) -> Vec<Update> {
    let staff = shelf.school.staff_ids();
    let mut updates = Vec::new();
    for (date, group, raw) in dated(context, groups, "updates/", ".md") {
        let Some(fields) = context.fields("update", group, raw) else {
            continue;
        };
        report_future(&fields, Some(&date));
        let words = prose::check(context, group, raw, shelf.folder).words;
        if words > MAX_UPDATE_WORDS {
            #[allow(clippy::cast_precision_loss, reason = "an update is short")]
            let words = words as f64;
            context.report(Diagnostic::at(Code::LongUpdate, &raw.top()).with("words", words));
        }
        let by = fields.reference("by", Code::UnknownPerson, &staff);
        let goals = fields.references("goals", Code::UnknownGoal, shelf.goals);
        let pictures = picture::all(&fields, "photo", shelf.album);
        fields.finish();
        let body = context.words(group, raw);
        updates.push(Update {
            date: date.value,
            by: by.map(|by| PersonId::new(by.value)),
            goals: goals.into_iter().map(|id| GoalId::new(id.value)).collect(),
            body,
            pictures,
        });
    }
    updates.reverse();
    updates
}
