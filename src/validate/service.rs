use super::fields::Fields;
use super::school::MODELS;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Frequency, GoalId, Model, Per, PersonId, School, Service, ServiceId, ServiceKind, Weekday, Why,
};
use crate::source::Spanned;

const KINDS: [(&str, ServiceKind); 8] = [
    ("reading", ServiceKind::Reading),
    ("speech-language", ServiceKind::SpeechLanguage),
    ("occupational", ServiceKind::Occupational),
    ("physical", ServiceKind::Physical),
    ("math", ServiceKind::Math),
    ("counselling", ServiceKind::Counselling),
    ("classroom-support", ServiceKind::ClassroomSupport),
    ("study-skills", ServiceKind::StudySkills),
];
const DAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// Reads `services.yaml`.
pub(super) fn all(fields: &Fields, school: &School, goals: &[&str]) -> Vec<Service> {
    let services = fields.each("service").into_iter();
    services
        .map(|(id, fields)| read(&id, fields, school, goals))
        .collect()
}

fn read(id: &Spanned<String>, fields: Fields, school: &School, goals: &[&str]) -> Service {
    let staff = school.staff_ids();
    let people = |name| {
        let found = fields.references(name, Code::UnknownPerson, &staff);
        found
            .into_iter()
            .map(|id| PersonId::new(id.value))
            .collect::<Vec<_>>()
    };
    let kind = fields.need_choice("kind", &KINDS);
    let model = fields.need_choice("model", &MODELS);
    let who = people("who");
    if fields.node("who").is_none() {
        fields.missing("who");
    }
    let with = people("with");
    let goals = fields.references("goals", Code::UnknownGoal, goals);
    let days = fields.list("days").into_iter();
    let (since, until) = (fields.date("since"), fields.date("until"));
    if let (Some(since), Some(until)) = (&since, &until)
        && until.value < since.value
    {
        let fault = Diagnostic::at(Code::DatesReversed, &until.at);
        fields.report(fault.label(&since.at, "earlier"));
    }
    let service = Service {
        id: ServiceId::new(id.value.clone()),
        // Where one of these is missing, that has been reported and no site is
        // made; reading goes on for the other faults.
        kind: kind.unwrap_or(ServiceKind::Reading),
        model: model.unwrap_or(Model::PushIn),
        who,
        with,
        place: fields.text("where"),
        during: fields.text("during"),
        days: days
            .filter_map(|node| fields.choice_of("days", node, &DAYS))
            .collect(),
        time: fields.time("start").zip(fields.time("end")),
        frequency: frequency(&fields),
        minutes: fields.number("minutes").map(|minutes| minutes.value),
        group_size: fields.count("group_size").map(|size| size.value),
        since: since.map(|date| date.value),
        until: until.map(|date| date.value),
        instead_of: fields.text("instead_of"),
        goals: goals.into_iter().map(|id| GoalId::new(id.value)).collect(),
        looks_like: fields.text("looks_like"),
        why: why(&fields),
        exit: fields.text("exit"),
    };
    let _ = fields.texts("materials");
    let _ = (fields.text("return_plan"), fields.yes("track_minutes"));
    fields.accept(&["coteach", "core_exception", "parts"]);
    fields.finish();
    service
}

fn frequency(fields: &Fields) -> Option<Frequency> {
    let map = fields.sub("frequency", "frequency")?;
    let times = map.count("times");
    let per = map.need_choice(
        "per",
        &[
            ("day", Per::Day),
            ("week", Per::Week),
            ("month", Per::Month),
        ],
    );
    if times.is_none() && map.node("times").is_none() {
        map.missing("times");
    }
    map.finish();
    Some(Frequency {
        times: times?.value,
        per: per?,
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
