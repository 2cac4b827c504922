//! `services.yaml`: the services of a student's plan.

use super::fields::Fields;
use super::part::{self, Times};
use crate::diagnostic::{Code, Diagnostic, PartsProblem};
use crate::model::{
    CoreException, Date, DeliveryModel, GoalId, Part, PersonId, School, Service, ServiceId,
    ServiceKind, Text, Why,
};
use crate::schema::choices;
use crate::source::Spanned;

/// Reads `services.yaml`.
pub(super) fn all(fields: &mut Fields, school: &School, goals: &[&str]) -> Vec<Service> {
    fields.each(|id, fields| read(id, fields, school, goals))
}

fn read(id: Spanned<String>, fields: &mut Fields, school: &School, goals: &[&str]) -> Service {
    let staff = school.staff_ids();
    let kind = fields.choice("kind", &choices::SERVICE_KINDS);
    // A missing kind or model is an error, so no page shows what stands in for it.
    let model = fields.choice("model", &choices::MODELS);
    let parts = parts(fields, model.unwrap_or(DeliveryModel::Consult), &staff);
    let with = fields.references("with", Code::UnknownPerson, &staff);
    let (since, until) = days_of_service(fields);
    let service = Service {
        id: ServiceId::new(id.value),
        at: id.at,
        kind: kind.unwrap_or(ServiceKind::Reading),
        model: model.unwrap_or(DeliveryModel::Consult),
        parts,
        with: with.into_iter().map(|id| PersonId::new(id.value)).collect(),
        coteach: fields.choice("coteach", &choices::COTEACH),
        during: fields.text("during"),
        group_size: fields.count("group_size").map(|size| size.value),
        since,
        until,
        instead_of: fields.placed_text("instead_of"),
        core_exception: core_exception(fields),
        return_plan: fields.text("return_plan"),
        goals: goals_of(fields, goals),
        looks_like: looks_like(fields),
        materials: fields.texts("materials"),
        peers: fields.text("peers"),
        why: why(fields),
        exit: fields.text("exit"),
        track_minutes: fields.yes("track_minutes").unwrap_or(true),
        iep_minutes: fields.count("iep_minutes"),
    };
    if fields.list("goals").is_empty() && service.includes(DeliveryModel::PullOut) {
        let at = fields.key_place("goals");
        let fault = Diagnostic::at(Code::ServiceWithoutGoals, &at).with("field", "goals");
        fields.report(fields.with_line(fault, "goals"));
    }
    service
}

/// The one part of a service, or those of a blended service. What is written next to
/// `parts` counts for each part that does not say it.
fn parts(fields: &mut Fields, model: DeliveryModel, staff: &[&str]) -> Vec<Part> {
    let whole = Times::read(fields, staff);
    let blended = model == DeliveryModel::Blended;
    let mut all_say_who = true;
    let parts = fields.items("parts", |map| {
        all_say_who &= map.has("who");
        if blended {
            return part::read(map, &whole, staff);
        }
        // These parts should not be here at all, which is reported below.
        map.ignore_all();
        None
    });
    if !fields.has("who") && (parts.is_empty() || !all_say_who) {
        fields.missing("who");
    }
    let at = fields.key_place("parts");
    let fault = |problem| Diagnostic::at(Code::BlendedParts, &at).select(problem);
    if !blended {
        if fields.has("parts") {
            fields.report(fault(PartsProblem::NotBlended));
        }
        return vec![whole.part(fields, model)];
    }
    let parts: Vec<Part> = parts.into_iter().flatten().collect();
    let has = |model| parts.iter().any(|part| part.model == model);
    if !has(DeliveryModel::PushIn) || !has(DeliveryModel::PullOut) {
        fields.report(fault(PartsProblem::OneKind));
    }
    parts
}

fn days_of_service(fields: &mut Fields) -> (Option<Date>, Option<Date>) {
    let (since, until) = (fields.date("since"), fields.date("until"));
    if let (Some(since), Some(until)) = (&since, &until)
        && until.value < since.value
    {
        let fault = Diagnostic::at(Code::DatesReversed, &until.at);
        fields.report(fault.label(&since.at, "earlier"));
    }
    (since.map(|day| day.value), until.map(|day| day.value))
}

fn goals_of(fields: &mut Fields, known: &[&str]) -> Vec<GoalId> {
    let goals = fields.references("goals", Code::UnknownGoal, known);
    goals.into_iter().map(|id| GoalId::new(id.value)).collect()
}

/// The most words that a family has to read before the facts.
const MAX_LOOKS_WORDS: usize = 40;

fn looks_like(fields: &mut Fields) -> Option<Text> {
    let looks = fields.placed_text("looks_like")?;
    let words = looks.value.original.split_whitespace().count();
    if words > MAX_LOOKS_WORDS {
        let fault = Diagnostic::at(Code::LongLooksLike, &fields.key_place("looks_like"));
        fields.report(fault.with("words", words));
    }
    Some(looks.value)
}

fn core_exception(fields: &mut Fields) -> Option<CoreException> {
    fields.sub("core_exception", |map| {
        let reason = map.need_text("reason");
        let decided = map.date("decided")?.value;
        Some(CoreException { reason, decided })
    })?
}

fn why(fields: &mut Fields) -> Why {
    let why = fields.sub("why", |map| Why {
        needs: map.text("needs"),
        class: map.text("class"),
        goals: map.text("goals"),
    });
    why.unwrap_or_default()
}
