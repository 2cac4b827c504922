//! Transitions: changes of setting, grade, school or program.

use super::context::Context;
use super::dated::{References, dated};
use super::fields::{Fields, read_file};
use super::participant;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Arrangement, Date, Handoff, Notification, ServiceId, Step, Transition, TransitionKind,
};
use crate::parse::Groups;
use crate::schema::{self, choices};
use crate::source::Spanned;

/// Reads `transitions/`, the earliest first.
pub(super) fn all(context: &Context, groups: &Groups, references: &References) -> Vec<Transition> {
    let files = dated(context, groups, "transitions/", ".yaml");
    files
        .filter_map(|(date, group, raw)| {
            read_file(context, &schema::TRANSITION, group, raw, |fields| {
                read(fields, &date, references)
            })
        })
        .collect()
}

fn read(fields: &mut Fields, date: &Spanned<Date>, references: &References) -> Transition {
    let staff = references.school.staff_ids();
    let kind = fields.choice("kind", &choices::TRANSITION_KINDS);
    let service = fields.reference("service", Code::UnknownService, references.services);
    let [from, to] = ["from", "to"].map(|name| side(fields, name));
    Transition {
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
        steps: fields.items("steps", step),
        check_on: checks(fields, date),
        handoff: handoff(fields, &staff),
    }
}

fn side(fields: &mut Fields, name: &'static str) -> Arrangement {
    fields.need(name);
    let side = fields.sub(name, arrangement);
    side.unwrap_or_default()
}

fn arrangement(fields: &mut Fields) -> Arrangement {
    Arrangement {
        model: fields.choice("model", &choices::MODELS),
        times: fields.count("times").map(|times| times.value),
        minutes: fields.number("minutes").map(|minutes| minutes.value),
        place: fields.text("where"),
        grade: fields.plain("grade"),
        school: fields.text("school"),
        program: fields.text("program"),
        parts: fields.items("parts", arrangement),
    }
}

fn step(fields: &mut Fields) -> Step {
    Step {
        by: fields.date("by").map(|date| date.value),
        what: fields.need_text("what"),
        done: fields.yes("done").unwrap_or(false),
    }
}

/// The days on which the team checks how the change goes, the earliest first.
fn checks(fields: &mut Fields, date: &Spanned<Date>) -> Vec<Date> {
    let days = fields.dates("check_on");
    for day in days.iter().filter(|day| day.value < date.value) {
        let fault = Diagnostic::at(Code::CheckTooEarly, &day.at)
            .with("found", day.value.to_string())
            .with("date", date.value.to_string());
        fields.report(fault);
    }
    let mut days: Vec<Date> = days.into_iter().map(|day| day.value).collect();
    days.sort_unstable();
    days
}

fn handoff(fields: &mut Fields, staff: &[&str]) -> Handoff {
    let handoff = fields.sub("handoff", |map| Handoff {
        goals_reviewed: map.yes("goals_reviewed").unwrap_or(false),
        materials: map.texts("materials"),
        told: map
            .items("told", |map| notification(map, staff))
            .into_iter()
            .flatten()
            .collect(),
        receiving: participant::one(map, "receiving", staff),
        done: map.yes("done"),
    });
    handoff.unwrap_or_default()
}

fn notification(fields: &mut Fields, staff: &[&str]) -> Option<Notification> {
    let who = participant::one(fields, "who", staff);
    let (when, how) = (fields.date("when"), fields.text("how"));
    fields.context().report_future(when.as_ref());
    Some(Notification {
        who: who?,
        when: when.map(|date| date.value),
        how,
    })
}
