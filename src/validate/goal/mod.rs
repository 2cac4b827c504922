mod measure;
mod numbers;

pub(in crate::validate) use numbers::report_future;

use super::context::Context;
use super::fields::Fields;
use super::picture::{self, Album};
use super::prose::{self, Folder};
use crate::diagnostic::Code;
use crate::model::{
    Area, Change, ChangeKind, Closed, Date, Goal, GoalId, GoalKind, PersonId, School, Text, TipId,
};
use crate::parse::{Group, Groups, RawFile};
use numbers::Numbers;

const AREAS: [(&str, Area); 8] = [
    ("reading", Area::Reading),
    ("writing", Area::Writing),
    ("math", Area::Math),
    ("communication", Area::Communication),
    ("social", Area::Social),
    ("motor", Area::Motor),
    ("daily-living", Area::DailyLiving),
    ("self-management", Area::SelfManagement),
];
const KINDS: [(&str, GoalKind); 2] = [
    ("mastery", GoalKind::Mastery),
    ("outcome", GoalKind::Outcome),
];
const CHANGES: [(&str, ChangeKind); 5] = [
    ("strategy", ChangeKind::Strategy),
    ("target", ChangeKind::Target),
    ("date", ChangeKind::Date),
    ("setting", ChangeKind::Setting),
    ("measure", ChangeKind::Measure),
];

/// What a goal's fields may refer to.
pub(super) struct Shelf<'a> {
    pub(super) school: &'a School,
    pub(super) tips: &'a [&'a str],
    pub(super) folder: &'a Folder<'a>,
    pub(super) album: &'a Album<'a>,
}

/// Reads every file of `goals/`; the most important goal comes first.
pub(super) fn all(context: &Context, groups: &Groups, shelf: &Shelf) -> Vec<Goal> {
    let mut goals: Vec<(u32, Goal)> = Vec::new();
    for (key, group) in groups {
        let Some(id) = key
            .strip_prefix("goals/")
            .and_then(|name| name.strip_suffix(".yaml"))
        else {
            continue;
        };
        let Some(raw) = &group.original else { continue };
        let Some(fields) = context.fields("goal", group, raw) else {
            continue;
        };
        let priority = fields
            .count("priority")
            .map_or(u32::MAX, |priority| priority.value);
        let more = groups.get(&format!("goals/{id}.md"));
        let more = more.and_then(|group| words(context, group, shelf.folder));
        goals.extend(read(fields, id, shelf, more).map(|goal| (priority, goal)));
    }
    // Files come in the order of their names, which decides between equals.
    goals.sort_by_key(|(priority, _)| *priority);
    goals.into_iter().map(|(_, goal)| goal).collect()
}

fn words(context: &Context, group: &Group, folder: &Folder) -> Option<Text> {
    let raw: &RawFile = group.original.as_ref()?;
    prose::check(context, group, raw, folder);
    context.fields("words", group, raw)?.finish();
    Some(context.words(group, raw))
}

/// Everything is read before anything is given up on, so that one run shows all
/// faults of the file.
fn read(fields: Fields, id: &str, shelf: &Shelf, more: Option<Text>) -> Option<Goal> {
    let staff = shelf.school.staff_ids();
    let title = fields.need_text("title");
    let area = fields.need_choice("area", &AREAS);
    let numbers = Numbers::read(&fields, shelf.school, &title);
    let owners = fields.references("owners", Code::UnknownPerson, &staff);
    let tips = fields.references("tips", Code::UnknownTip, shelf.tips);
    let (iep_ref, iep_text) = iep(&fields);
    let kind = fields.choice("kind", &KINDS).unwrap_or(GoalKind::Mastery);
    let agreed_on = agreed(&fields);
    let texts = ["what", "why", "how_checked"].map(|name| fields.text(name));
    let where_used = fields.texts("where_used");
    let changes = changes(&fields);
    let closed = closed(&fields);
    let work = picture::all(&fields, "work", shelf.album);
    if let Some(standard) = fields.sub("standard", "standard") {
        let _ = (standard.plain("code"), standard.text("plain"));
        standard.finish();
    }
    fields.accept(&["priority", "explainer", "benchmarks", "share"]);
    fields.finish();

    let numbers = numbers?;
    let [what, why, how_checked] = texts;
    Some(Goal {
        id: GoalId::new(id),
        title,
        area: area?,
        kind,
        measure: numbers.measure,
        direction: numbers.direction,
        baseline: numbers.baseline,
        target: numbers.target,
        by: numbers.by,
        mastery: numbers.mastery,
        data: numbers.data,
        owners: owners
            .into_iter()
            .map(|id| PersonId::new(id.value))
            .collect(),
        agreed_on,
        iep_ref,
        iep_text,
        what,
        why,
        how_checked,
        where_used,
        tips: tips.into_iter().map(|id| TipId::new(id.value)).collect(),
        changes,
        closed,
        more,
        work,
    })
}

fn iep(fields: &Fields) -> (Option<String>, Option<Text>) {
    let Some(iep) = fields.sub("iep", "iep") else {
        return (None, None);
    };
    let read = (iep.plain("ref"), iep.text("text"));
    iep.finish();
    read
}

fn agreed(fields: &Fields) -> Option<Date> {
    let map = fields.sub("agreed", "agreed")?;
    let on = map.date("on");
    report_future(&map, on.as_ref());
    map.accept(&["by"]);
    map.finish();
    on.map(|on| on.value)
}

fn changes(fields: &Fields) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for map in fields.items("changes", "change") {
        let date = map.need_date("date");
        let kind = map.need_choice("kind", &CHANGES);
        let (from, to, why) = (map.text("from"), map.text("to"), map.text("why"));
        map.finish();
        if let (Some(date), Some(kind)) = (date, kind) {
            changes.push(Change {
                date: date.value,
                kind,
                from,
                to,
                why,
            });
        }
    }
    changes.sort_by_key(|change| change.date);
    changes
}

fn closed(fields: &Fields) -> Option<Closed> {
    let map = fields.sub("closed", "closed")?;
    let on = map.need_date("on");
    report_future(&map, on.as_ref());
    let outcome = map.need_text("outcome");
    map.finish();
    Some(Closed {
        on: on?.value,
        outcome,
    })
}
