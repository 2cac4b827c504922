use super::fields::Fields;
use super::part::{self, Times};
use super::school::MODELS;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    CoTeach, CoreException, Date, DeliveryModel, GoalId, Part, PersonId, School, Service,
    ServiceId, ServiceKind, Text, Why,
};
use crate::source::Spanned;

const KINDS: [(&str, ServiceKind); 9] = [
    ("reading", ServiceKind::Reading),
    ("writing", ServiceKind::Writing),
    ("speech-language", ServiceKind::SpeechLanguage),
    ("occupational", ServiceKind::Occupational),
    ("physical", ServiceKind::Physical),
    ("math", ServiceKind::Math),
    ("counseling", ServiceKind::Counseling),
    ("classroom-support", ServiceKind::ClassroomSupport),
    ("study-skills", ServiceKind::StudySkills),
];
const COTEACH: [(&str, CoTeach); 5] = [
    ("one-teach-one-assist", CoTeach::OneTeachOneAssist),
    ("station", CoTeach::Station),
    ("parallel", CoTeach::Parallel),
    ("alternative", CoTeach::Alternative),
    ("team", CoTeach::Team),
];

/// Reads `services.yaml`.
pub(super) fn all(fields: &Fields, school: &School, goals: &[&str]) -> Vec<Service> {
    let services = fields.each("service").into_iter();
    services
        .map(|(id, fields)| read(id, fields, school, goals))
        .collect()
}

fn read(id: Spanned<String>, fields: Fields, school: &School, goals: &[&str]) -> Service {
    let staff = school.staff_ids();
    let kind = fields.need_choice("kind", &KINDS);
    // Where one of these is missing, that has been reported and no site is
    // made; reading goes on for the other faults.
    let model = fields.need_choice("model", &MODELS);
    let parts = parts(&fields, model.unwrap_or(DeliveryModel::Consult), &staff);
    let with = fields.references("with", Code::UnknownPerson, &staff);
    let (since, until) = days_of_service(&fields);
    let service = Service {
        id: ServiceId::new(id.value),
        at: id.at,
        kind: kind.unwrap_or(ServiceKind::Reading),
        model: model.unwrap_or(DeliveryModel::Consult),
        parts,
        with: with.into_iter().map(|id| PersonId::new(id.value)).collect(),
        coteach: fields.choice("coteach", &COTEACH),
        during: fields.text("during"),
        group_size: fields.count("group_size").map(|size| size.value),
        since,
        until,
        instead_of: fields.placed_text("instead_of"),
        core_exception: core_exception(&fields),
        return_plan: fields.text("return_plan"),
        goals: goals_of(&fields, goals),
        looks_like: looks_like(&fields),
        materials: fields.texts("materials"),
        peers: fields.text("peers"),
        why: why(&fields),
        exit: fields.text("exit"),
        track_minutes: fields.yes("track_minutes").unwrap_or(true),
        iep_minutes: fields.count("iep_minutes"),
    };
    if fields.list("goals").is_empty() && service.includes(DeliveryModel::PullOut) {
        let at = fields.key_place("goals");
        let fault = Diagnostic::at(Code::ServiceWithoutGoals, &at);
        fields.report(fields.with_line(fault.with("field", "goals"), "service", "goals"));
    }
    fields.finish();
    service
}

/// One part, or those of a blended service. What stands beside `parts` counts
/// for each part that says nothing else.
fn parts(fields: &Fields, model: DeliveryModel, staff: &[&str]) -> Vec<Part> {
    let whole = Times::read(fields, staff);
    let maps = fields.items("parts", "part");
    let in_parts = !maps.is_empty() && maps.iter().all(|map| map.node("who").is_some());
    if fields.node("who").is_none() && !in_parts {
        fields.missing("who");
    }
    if model != DeliveryModel::Blended {
        if fields.node("parts").is_some() {
            let at = fields.key_place("parts");
            fields.report(Diagnostic::at(Code::BlendedParts, &at).with("problem", "not-blended"));
        }
        return vec![whole.part(fields, model)];
    }
    let parts: Vec<Part> = maps
        .into_iter()
        .filter_map(|map| part::read(map, &whole, staff))
        .collect();
    let has = |model| parts.iter().any(|part| part.model == model);
    if !has(DeliveryModel::PushIn) || !has(DeliveryModel::PullOut) {
        let at = fields.key_place("parts");
        fields.report(Diagnostic::at(Code::BlendedParts, &at).with("problem", "one-kind"));
    }
    parts
}

fn days_of_service(fields: &Fields) -> (Option<Date>, Option<Date>) {
    let (since, until) = (fields.date("since"), fields.date("until"));
    if let (Some(since), Some(until)) = (&since, &until)
        && until.value < since.value
    {
        let fault = Diagnostic::at(Code::DatesReversed, &until.at);
        fields.report(fault.label(&since.at, "earlier"));
    }
    (since.map(|day| day.value), until.map(|day| day.value))
}

fn goals_of(fields: &Fields, known: &[&str]) -> Vec<GoalId> {
    let goals = fields.references("goals", Code::UnknownGoal, known);
    goals.into_iter().map(|id| GoalId::new(id.value)).collect()
}

/// The most words that a family reads before the facts.
const MAX_LOOKS_WORDS: usize = 40;

fn looks_like(fields: &Fields) -> Option<Text> {
    let looks = fields.placed_text("looks_like")?;
    let words = looks.value.original.split_whitespace().count();
    if words > MAX_LOOKS_WORDS {
        #[allow(clippy::cast_precision_loss, reason = "a sentence is short")]
        let words = words as f64;
        let fault = Diagnostic::at(Code::LongLooksLike, &fields.key_place("looks_like"));
        fields.report(fault.with("words", words));
    }
    Some(looks.value)
}

fn core_exception(fields: &Fields) -> Option<CoreException> {
    let map = fields.sub("core_exception", "core-exception")?;
    let reason = map.need_text("reason");
    let decided = map.need_date("decided");
    map.finish();
    Some(CoreException {
        reason,
        decided: decided?.value,
    })
}

fn why(fields: &Fields) -> Why {
    let Some(map) = fields.sub("why", "why") else {
        return Why::default();
    };
    let why = Why {
        needs: map.text("needs"),
        class: map.text("class"),
        goals: map.text("goals"),
    };
    map.finish();
    why
}
