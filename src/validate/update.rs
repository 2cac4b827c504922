//! Updates: short texts for the family, one a day.

use super::context::Context;
use super::dated::{self, References, dated};
use super::fields::read_file;
use super::{picture, prose};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{GoalId, PersonId, Update};
use crate::parse::{Group, Groups, RawFile};
use crate::schema;

/// Reads `updates/`, the newest first, without those that wait for their day.
pub(super) fn all(context: &Context, groups: &Groups, references: &References) -> Vec<Update> {
    let staff = references.school.staff_ids();
    let mut updates = Vec::new();
    for (date, group, raw) in dated(context, groups, "updates/", ".md") {
        let update = read_file(context, &schema::UPDATE, group, raw, |fields| {
            let waits = dated::waits(context, "update", &date);
            report_length(context, group, raw, references);
            let by = fields.reference("by", Code::UnknownPerson, &staff);
            let goals = fields.references("goals", Code::UnknownGoal, references.goals);
            let pictures = picture::all(fields, "photo", references.images);
            let update = Update {
                date: date.value,
                by: by.map(|by| PersonId::new(by.value)),
                goals: goals.into_iter().map(|id| GoalId::new(id.value)).collect(),
                body: context.words(group, raw),
                pictures,
            };
            (!waits).then_some(update)
        });
        updates.extend(update.flatten());
    }
    updates.reverse();
    updates
}

/// Checks the text, and reports one that is longer than the school wants.
fn report_length(context: &Context, group: &Group, raw: &RawFile, references: &References) {
    let words = prose::check(context, group, raw, references.folder).words;
    let most = references.school.lint.update_words;
    if u32::try_from(words).is_ok_and(|words| words <= most) {
        return;
    }
    let fault = Diagnostic::at(Code::LongUpdate, &raw.top())
        .with("words", words)
        .with("most", most);
    context.report(fault);
}
