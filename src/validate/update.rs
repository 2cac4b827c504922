use super::context::Context;
use super::dated::{self, References, dated};
use super::{picture, prose};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{GoalId, PersonId, Update};
use crate::parse::Groups;

/// Reads `updates/`; the newest comes first. One that waits for its day is not among
/// them.
pub(super) fn all(context: &Context, groups: &Groups, shelf: &References) -> Vec<Update> {
    let staff = shelf.school.staff_ids();
    let mut updates = Vec::new();
    for (date, group, raw) in dated(context, groups, "updates/", ".md") {
        let Some(fields) = context.fields("update", group, raw) else {
            continue;
        };
        let waits = dated::waits(&fields, "update", &date);
        let words = prose::check(context, group, raw, shelf.folder).words;
        let words = u32::try_from(words).unwrap_or(u32::MAX);
        let most = shelf.school.lint.update_words;
        if words > most {
            let fault = Diagnostic::at(Code::LongUpdate, &raw.top());
            context.report(
                fault
                    .with("words", f64::from(words))
                    .with("most", f64::from(most)),
            );
        }
        let by = fields.reference("by", Code::UnknownPerson, &staff);
        let goals = fields.references("goals", Code::UnknownGoal, shelf.goals);
        let pictures = picture::all(&fields, "photo", shelf.album);
        fields.finish();
        let body = context.words(group, raw);
        let update = Update {
            date: date.value,
            by: by.map(|by| PersonId::new(by.value)),
            goals: goals.into_iter().map(|id| GoalId::new(id.value)).collect(),
            body,
            pictures,
        };
        updates.extend((!waits).then_some(update));
    }
    updates.reverse();
    updates
}
