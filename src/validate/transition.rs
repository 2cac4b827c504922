use super::context::Context;
use super::dated::{self, References, dated};
use super::fields::Fields;
use super::school::MODELS;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Arrangement, Date, Handoff, Notification, Participant, ServiceId, Step, Transition,
    TransitionKind,
};
use crate::parse::Groups;
use crate::source::Spanned;

const KINDS: [(&str, TransitionKind); 4] = [
    ("setting", TransitionKind::Setting),
    ("grade", TransitionKind::Grade),
    ("school", TransitionKind::School),
    ("program", TransitionKind::Program),
];

/// Reads `transitions/`; the earliest comes first.
pub(super) fn all(context: &Context, groups: &Groups, shelf: &References) -> Vec<Transition> {
    let files = dated(context, groups, "transitions/", ".yaml");
    files
        .filter_map(|(date, group, raw)| {
            let fields = context.fields("transition", group, raw)?;
            Some(read(fields, &date, shelf))
        })
        .collect()
}

fn read(fields: Fields, date: &Spanned<Date>, shelf: &References) -> Transition {
    let staff = shelf.school.staff_ids();
    let kind = fields.need_choice("kind", &KINDS);
    let service = fields.reference("service", Code::UnknownService, shelf.services);
    let [from, to] = ["from", "to"].map(|name| side(&fields, name));
    let transition = Transition {
        at: date.at.clone(),
        date: date.value,
        // A missing kind has been reported, and no site is made.
        kind: kind.unwrap_or(TransitionKind::Setting),
        service: service.map(|id| ServiceId::new(id.value)),
        from,
        to,
        why: fields.text("why"),
        stays_same: fields.texts("stays_same"),
        watch_for: fields.texts("watch_for"),
        supports_first_weeks: fields.texts("supports_first_weeks"),
        steps: fields
            .items("steps", "step")
            .into_iter()
            .map(step)
            .collect(),
        check_on: checks(&fields, date),
        handoff: handoff(&fields, &staff),
    };
    fields.finish();
    transition
}

fn side(fields: &Fields, name: &'static str) -> Arrangement {
    if fields.node(name).is_none() {
        fields.missing(name);
    }
    fields
        .sub(name, "arrangement")
        .map(arrangement)
        .unwrap_or_default()
}

fn arrangement(fields: Fields) -> Arrangement {
    let arrangement = Arrangement {
        model: fields.choice("model", &MODELS),
        times: fields.count("times").map(|times| times.value),
        minutes: fields.number("minutes").map(|minutes| minutes.value),
        place: fields.text("where"),
        grade: fields.plain("grade"),
        school: fields.text("school"),
        program: fields.text("program"),
        parts: fields
            .items("parts", "arrangement")
            .into_iter()
            .map(arrangement)
            .collect(),
    };
    fields.finish();
    arrangement
}

fn step(fields: Fields) -> Step {
    let step = Step {
        by: fields.date("by").map(|date| date.value),
        what: fields.need_text("what"),
        done: fields.yes("done").unwrap_or(false),
    };
    fields.finish();
    step
}

fn checks(fields: &Fields, date: &Spanned<Date>) -> Vec<Date> {
    let nodes = fields.list("check_on").into_iter();
    let days: Vec<Spanned<Date>> = nodes.filter_map(|node| fields.date_of(node)).collect();
    for day in days.iter().filter(|day| day.value < date.value) {
        let fault = Diagnostic::at(Code::CheckTooEarly, &day.at);
        fields.report(
            fault
                .with("found", day.value.to_string())
                .with("date", date.value.to_string()),
        );
    }
    let mut days: Vec<Date> = days.into_iter().map(|day| day.value).collect();
    days.sort_unstable();
    days
}

fn handoff(fields: &Fields, staff: &[&str]) -> Handoff {
    let Some(map) = fields.sub("handoff", "handoff") else {
        return Handoff::default();
    };
    let handoff = Handoff {
        goals_reviewed: map.yes("goals_reviewed").unwrap_or(false),
        materials: map.texts("materials"),
        told: map
            .items("told", "told")
            .into_iter()
            .filter_map(|fields| told(fields, staff))
            .collect(),
        receiving: one_party(&map, "receiving", staff),
        done: map.yes("done"),
    };
    map.finish();
    handoff
}

fn told(fields: Fields, staff: &[&str]) -> Option<Notification> {
    if fields.node("who").is_none() {
        fields.missing("who");
    }
    let who = one_party(&fields, "who", staff);
    let (when, how) = (fields.date("when"), fields.text("how"));
    super::goal::report_future(&fields, when.as_ref());
    fields.finish();
    Some(Notification {
        who: who?,
        when: when.map(|date| date.value),
        how,
    })
}

fn one_party(fields: &Fields, name: &'static str, staff: &[&str]) -> Option<Participant> {
    let text = fields.text(name)?;
    let node = fields.node(name)?;
    Some(dated::party(fields, name, node, text, staff))
}
