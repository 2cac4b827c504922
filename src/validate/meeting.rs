//! `meetings.yaml`: meetings, and who comes to them.

use super::context::Context;
use super::fields::{Fields, is_language, read_file};
use crate::diagnostic::{Code, Diagnostic, Expected};
use crate::input::synonyms;
use crate::model::{Date, Interpreting, Lang, Meeting, MeetingKind, PersonId, School};
use crate::parse::Groups;
use crate::schema::{self, choices};
use crate::source::Spanned;

/// Reads `meetings.yaml`, the earliest meeting first.
pub(super) fn all(context: &Context, groups: &Groups, school: &School) -> Vec<Meeting> {
    let staff = school.staff_ids();
    let meetings = groups.get("meetings.yaml").and_then(|group| {
        let raw = group.original.as_ref()?;
        read_file(context, &schema::MEETINGS, group, raw, |fields| {
            fields.each(|id, fields| read(&id, fields, &staff))
        })
    });
    let mut meetings: Vec<Meeting> = meetings.into_iter().flatten().flatten().collect();
    meetings.sort_by_key(|meeting| (meeting.date, meeting.time));
    meetings
}

fn read(id: &Spanned<String>, fields: &mut Fields, staff: &[&str]) -> Option<Meeting> {
    let date = fields.date("date");
    let kind = fields.choice("kind", &choices::MEETING_KINDS);
    let every = fields.choice("every", &choices::EVERY);
    let who = fields.references("who", Code::UnknownPerson, staff);
    let invited = fields.yes("family_invited");
    let (time, place) = (fields.time("time"), fields.text("where"));
    let interpreter = interpreter(fields);
    if let (Some(true), None, Some(date)) = (fields.yes("next"), every, &date) {
        report_past(fields, date);
    }
    let kind = kind?;
    Some(Meeting {
        at: id.at.clone(),
        date: date?.value,
        every,
        time: time.map(|time| time.value),
        kind,
        place,
        who: who.into_iter().map(|id| PersonId::new(id.value)).collect(),
        family_invited: invited.unwrap_or(kind != MeetingKind::Planning),
        interpreter,
    })
}

fn report_past(fields: &Fields, date: &Spanned<Date>) {
    let today = fields.context().today;
    if date.value < today {
        let fault =
            Diagnostic::at(Code::PastMeetingNext, &date.at).with("date", date.value.to_string());
        fields.report(fault);
    }
}

/// Whether an interpreter comes: `yes`, `no`, or the interpreter's language.
fn interpreter(fields: &mut Fields) -> Interpreting {
    let Some(node) = fields.node("interpreter") else {
        return Interpreting::Unsaid;
    };
    match node.text().map(str::to_lowercase).as_deref() {
        Some("yes" | "true") => Interpreting::Booked(None),
        Some("no" | "false" | "none") => Interpreting::Declined,
        Some(tag) if is_language(tag) => {
            let written = node.text().unwrap_or_default();
            Interpreting::Booked(Some(Lang::new(written)))
        }
        Some(name) => {
            let Some(tag) = synonyms::language(name) else {
                fields.report_type_error("interpreter", Expected::Language, node);
                return Interpreting::Unsaid;
            };
            let found = node.text().unwrap_or_default();
            fields.read_as(&fields.place(node.span), found, tag);
            Interpreting::Booked(Some(Lang::new(tag)))
        }
        None => {
            fields.report_type_error("interpreter", Expected::Language, node);
            Interpreting::Unsaid
        }
    }
}
