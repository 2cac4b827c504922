use super::context::Context;
use super::fields::Fields;
use super::values;
use crate::diagnostic::{Code, Diagnostic};
use crate::input::synonyms;
use crate::model::{Date, Every, Interpreting, Lang, Meeting, MeetingKind, PersonId, School};
use crate::parse::Groups;
use crate::source::Spanned;

const KINDS: [(&str, MeetingKind); 4] = [
    ("planning", MeetingKind::Planning),
    ("family", MeetingKind::Family),
    ("iep", MeetingKind::Iep),
    ("review", MeetingKind::Review),
];
const EVERY: [(&str, Every); 3] = [
    ("week", Every::Week),
    ("two-weeks", Every::TwoWeeks),
    ("month", Every::Month),
];

/// Reads `meetings.yaml`; meetings come in the order of their days.
pub(super) fn all(context: &Context, groups: &Groups, school: &School) -> Vec<Meeting> {
    let fields = groups.get("meetings.yaml").and_then(|group| {
        let raw = group.original.as_ref()?;
        context.fields("meetings", group, raw)
    });
    let Some(fields) = fields else {
        return Vec::new();
    };
    let staff = school.staff_ids();
    let entries = fields.each("meeting").into_iter();
    let mut meetings: Vec<Meeting> = entries
        .filter_map(|(id, fields)| read(&id, fields, &staff))
        .collect();
    meetings.sort_by_key(|meeting| (meeting.date, meeting.time));
    meetings
}

fn read(id: &Spanned<String>, fields: Fields, staff: &[&str]) -> Option<Meeting> {
    let date = fields.need_date("date");
    let kind = fields.need_choice("kind", &KINDS);
    let every = fields.choice("every", &EVERY);
    let who = fields.references("who", Code::UnknownPerson, staff);
    let invited = fields.yes("family_invited");
    let (time, place) = (fields.time("time"), fields.text("where"));
    let interpreter = interpreter(&fields);
    if let (Some(true), None, Some(date)) = (fields.yes("next"), every, &date) {
        report_past(&fields, date);
    }
    fields.accept(&["notes"]);
    fields.finish();
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
        let fault = Diagnostic::at(Code::PastMeetingNext, &date.at);
        fields.report(
            fault
                .with("date", date.value.to_string())
                .with("today", today.to_string()),
        );
    }
}

/// `yes`, `no`, or the language that the interpreter speaks.
fn interpreter(fields: &Fields) -> Interpreting {
    let Some(node) = fields.node("interpreter") else {
        return Interpreting::Unsaid;
    };
    match node.text().map(str::to_lowercase).as_deref() {
        Some("yes" | "true") => Interpreting::Booked(None),
        Some("no" | "false" | "none") => Interpreting::Declined,
        Some(tag) if values::is_language(tag) => {
            let written = node.text().unwrap_or_default();
            Interpreting::Booked(Some(Lang::new(written)))
        }
        Some(name) => {
            let Some(tag) = synonyms::language(name) else {
                fields.wrong("interpreter", "language", node);
                return Interpreting::Unsaid;
            };
            let found = node.text().unwrap_or_default();
            fields.read_as(&fields.place(node.span), found, tag);
            Interpreting::Booked(Some(Lang::new(tag)))
        }
        None => {
            fields.wrong("interpreter", "language", node);
            Interpreting::Unsaid
        }
    }
}
