//! What has a date: updates, reviews, meetings, transitions.

use std::collections::BTreeMap;

use super::context::Context;
use super::fields::Fields;
use super::goal::report_future;
use super::picture::{self, Album};
use super::prose::{self, Folder};
use super::values;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Date, Decision, GoalId, GoalReview, Meeting, MeetingKind, PersonId, Review, School, Status,
    Update,
};
use crate::parse::{Group, Groups, RawFile};
use crate::source::Spanned;

/// What files with a date may refer to.
pub(super) struct Shelf<'a> {
    pub(super) school: &'a School,
    pub(super) goals: &'a [&'a str],
    pub(super) services: &'a [&'a str],
    pub(super) folder: &'a Folder<'a>,
    pub(super) album: &'a Album<'a>,
}

/// The files of one folder, with the day in their names; those whose name is
/// no day are reported.
fn dated<'a>(
    context: &'a Context,
    groups: &'a Groups,
    folder: &'a str,
    ending: &'a str,
) -> impl Iterator<Item = (Spanned<Date>, &'a Group, &'a RawFile)> {
    groups.iter().filter_map(move |(key, group)| {
        let name = key.strip_prefix(folder)?.strip_suffix(ending)?;
        let raw = group.original.as_ref()?;
        match values::date(name) {
            Ok(value) => Some((
                Spanned {
                    value,
                    at: raw.top(),
                },
                group,
                raw,
            )),
            Err(problem) => {
                context.report(problem.diagnostic(&raw.top(), name));
                None
            }
        }
    })
}

/// The most words of an update that a family reads on a phone in a minute.
const MAX_UPDATE_WORDS: usize = 120;

pub(super) fn updates(context: &Context, groups: &Groups, shelf: &Shelf) -> Vec<Update> {
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

const DECISIONS: [(&str, Decision); 6] = [
    ("continue", Decision::Continue),
    ("adjust", Decision::Adjust),
    ("raise", Decision::Raise),
    ("transition", Decision::Transition),
    ("met", Decision::Met),
    ("end", Decision::End),
];
const STATUSES: [(&str, Status); 7] = [
    ("met", Status::Met),
    ("ahead", Status::Ahead),
    ("on-path", Status::OnPath),
    ("changing", Status::Changing),
    ("steady", Status::Steady),
    ("early", Status::Early),
    ("paused", Status::Paused),
];

pub(super) fn reviews(context: &Context, groups: &Groups, shelf: &Shelf) -> Vec<Review> {
    let mut reviews = Vec::new();
    for (date, group, raw) in dated(context, groups, "reviews/", ".md") {
        let Some(fields) = context.fields("review", group, raw) else {
            continue;
        };
        report_future(&fields, Some(&date));
        prose::check(context, group, raw, shelf.folder);
        // Read for the rules about words; the text itself has no page yet.
        let _ = context.prose(group, raw);
        let _ = fields.choice("kind", &[("formal", ()), ("brief", ())]);
        if let Some(period) = fields.sub("period", "period") {
            let _ = period.period();
            period.finish();
        }
        let goals = goal_reviews(&fields, shelf.goals);
        let _ = fields.date("next_review");
        fields.accept(&["present"]);
        fields.finish();
        reviews.push(Review {
            date: date.value,
            goals,
        });
    }
    reviews.reverse();
    reviews
}

fn goal_reviews(fields: &Fields, known: &[&str]) -> BTreeMap<GoalId, GoalReview> {
    let Some(map) = fields.sub("goals", "review-goals") else {
        return BTreeMap::new();
    };
    let mut goals = BTreeMap::new();
    for (id, goal) in map.each("decision") {
        report_unknown(fields, &id, Code::UnknownGoal, known);
        let decision = goal.need_choice("decision", &DECISIONS);
        let review = GoalReview {
            // A missing decision has been reported, and no site is made.
            decision: decision.unwrap_or(Decision::Continue),
            status: goal.choice("status", &STATUSES),
            why: goal.text("why"),
            what_changes: goal.text("what_changes"),
            from: goal.date("from").map(|date| date.value),
            next: goal.text("next"),
        };
        goal.accept(&["maintain"]);
        goal.finish();
        goals.insert(GoalId::new(id.value), review);
    }
    goals
}

fn report_unknown(fields: &Fields, id: &Spanned<String>, code: Code, known: &[&str]) {
    if known.contains(&id.value.as_str()) {
        return;
    }
    let guess = crate::diagnostic::nearest(&id.value, known.iter().copied());
    let fault = Diagnostic::at(code, &id.at)
        .with("field", "goals")
        .with("found", id.value.as_str());
    let fault = fault
        .with("nearest", guess.unwrap_or_default())
        .with("choices", known.join(", "));
    fields.report(match guess {
        Some(guess) => fault.fix(&id.at, guess),
        None => fault,
    });
}

const MEETINGS: [(&str, MeetingKind); 4] = [
    ("planning", MeetingKind::Planning),
    ("family", MeetingKind::Family),
    ("iep", MeetingKind::Iep),
    ("review", MeetingKind::Review),
];

pub(super) fn meetings(context: &Context, groups: &Groups, school: &School) -> Vec<Meeting> {
    let Some(group) = groups.get("meetings.yaml") else {
        return Vec::new();
    };
    let Some(fields) = group
        .original
        .as_ref()
        .and_then(|raw| context.fields("meetings", group, raw))
    else {
        return Vec::new();
    };
    let staff = school.staff_ids();
    let mut meetings: Vec<Meeting> = Vec::new();
    for (_, fields) in fields.each("meeting") {
        let date = fields.need_date("date");
        let kind = fields.need_choice("kind", &MEETINGS);
        let who = fields.references("who", Code::UnknownPerson, &staff);
        let time = fields.time("time");
        let place = fields.text("where");
        let family_invited = fields.yes("family_invited").unwrap_or(false);
        let interpreter = interpreter(&fields);
        fields.accept(&["every", "notes"]);
        fields.finish();
        let (Some(date), Some(kind)) = (date, kind) else {
            continue;
        };
        let who = who.into_iter().map(|id| PersonId::new(id.value)).collect();
        meetings.push(Meeting {
            date: date.value,
            time,
            kind,
            place,
            who,
            family_invited,
            interpreter,
        });
    }
    meetings.sort_by(|a, b| (a.date, &a.time).cmp(&(b.date, &b.time)));
    meetings
}

/// `yes`, `no`, or the language that the interpreter speaks.
fn interpreter(fields: &Fields) -> bool {
    let Some(node) = fields.node("interpreter") else {
        return false;
    };
    match node.text().map(str::to_lowercase).as_deref() {
        Some("yes" | "true") => true,
        Some("no" | "false" | "none") => false,
        Some(tag) if values::is_language(tag) => true,
        _ => {
            fields.wrong("interpreter", "language", node);
            false
        }
    }
}

/// Transitions have no page yet; their facts and words are checked so that
/// nothing has to be typed twice.
pub(super) fn transitions(context: &Context, groups: &Groups, shelf: &Shelf) {
    let kinds = [
        ("setting", ()),
        ("grade", ()),
        ("school", ()),
        ("programme", ()),
    ];
    for (_, group, raw) in dated(context, groups, "transitions/", ".yaml") {
        let Some(fields) = context.fields("transition", group, raw) else {
            continue;
        };
        let _ = fields.need_choice("kind", &kinds);
        let _ = fields.reference("service", Code::UnknownService, shelf.services);
        let _ = fields.text("why");
        for name in ["stays_same", "watch_for", "supports_first_weeks"] {
            let _ = fields.texts(name);
        }
        let _ = super::school::dates(&fields, "check_on");
        fields.accept(&["from", "to", "steps", "handoff"]);
        fields.finish();
    }
}
