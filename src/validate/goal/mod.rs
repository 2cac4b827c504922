mod agreement;
mod changes;
mod days;
mod doubt;
mod mastery;
mod measure;
mod numbers;
mod sheet;

pub(in crate::validate) use numbers::report_future;

use super::context::Context;
use super::example::Sample;
use super::fields::Fields;
use super::picture::{self, ImageContext};
use super::prose::{self, Folder};
use crate::diagnostic::Code;
use crate::model::{Area, Goal, GoalId, GoalKind, PersonId, School, Text, TipId};
use crate::parse::{Group, Groups, RawFile};
use numbers::{Numbers, NumbersContext};

pub(super) const AREAS: [(&str, Area); 8] = [
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

/// The endings of sheets.
pub(super) const SHEETS: [&str; 2] = ["csv", "tsv"];

/// What a goal's fields may refer to.
pub(super) struct References<'a> {
    pub(super) school: &'a School,
    pub(super) tips: &'a [&'a str],
    pub(super) folder: &'a Folder<'a>,
    pub(super) album: &'a ImageContext<'a>,
}

/// Reads every file of `goals/`; the most important goal comes first.
pub(super) fn all(context: &Context, groups: &Groups, shelf: &References) -> Vec<Goal> {
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
        context.set_sample(Sample::default());
        let priority = fields
            .count("priority")
            .map_or(u32::MAX, |priority| priority.value);
        let more = groups.get(&format!("goals/{id}.md"));
        let more = more.and_then(|group| words(context, group, shelf.folder));
        let sheets = SHEETS.into_iter().filter_map(|ending| {
            let group = groups.get(&format!("goals/{id}.{ending}"))?;
            group.original.as_ref()
        });
        let files = Files {
            goal: raw,
            sheets: sheets.collect(),
            more,
        };
        goals.extend(read(fields, id, shelf, files).map(|goal| (priority, goal)));
    }
    // Files come in the order of their names, which decides between equals.
    goals.sort_by_key(|(priority, _)| *priority);
    goals.into_iter().map(|(_, goal)| goal).collect()
}

/// The files of one goal.
struct Files<'a> {
    goal: &'a RawFile,
    sheets: Vec<&'a RawFile>,
    /// More about it, in words.
    more: Option<Text>,
}

fn words(context: &Context, group: &Group, folder: &Folder) -> Option<Text> {
    let raw: &RawFile = group.original.as_ref()?;
    prose::check(context, group, raw, folder);
    context.fields("words", group, raw)?.finish();
    Some(context.words(group, raw))
}

/// Everything is read before anything is given up on, so that one run shows all
/// faults of the file.
fn read(fields: Fields, id: &str, shelf: &References, files: Files) -> Option<Goal> {
    let staff = shelf.school.staff_ids();
    let title = fields.need_text("title");
    let area = fields.need_choice("area", &AREAS);
    let (changes, steps_before) = changes::changes(&fields);
    let beside = NumbersContext {
        school: shelf.school,
        goal: files.goal,
        sheets: files.sheets,
        steps_before: &steps_before,
    };
    let numbers = Numbers::read(&fields, &beside, &title);
    let owners = fields.references("owners", Code::UnknownPerson, &staff);
    let tips = fields.references("tips", Code::UnknownTip, shelf.tips);
    let explainer = explainer(&fields, shelf.school);
    let (iep_ref, iep_text) = agreement::iep(&fields);
    let kind = fields.choice("kind", &KINDS).unwrap_or(GoalKind::Mastery);
    let agreed = agreement::agreed(&fields, &staff);
    let texts = ["what", "why", "how_checked"].map(|name| fields.text(name));
    let where_used = fields.texts("where_used");
    let closed = changes::closed(&fields, numbers.as_ref());
    let work = picture::all(&fields, "work", shelf.album);
    let standard = agreement::standard(&fields);
    let benchmarks = agreement::benchmarks(&fields, numbers.as_ref());
    fields.accept(&["priority"]);
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
        data: numbers.data.into_iter().map(|one| one.value).collect(),
        owners: owners
            .into_iter()
            .map(|id| PersonId::new(id.value))
            .collect(),
        agreed,
        iep_ref,
        iep_text,
        what,
        why,
        how_checked,
        where_used,
        explainer,
        tips: tips.into_iter().map(|id| TipId::new(id.value)).collect(),
        changes,
        closed,
        standard,
        benchmarks,
        more: files.more,
        work,
    })
}

fn explainer(fields: &Fields, school: &School) -> Option<String> {
    let known = school.library.explainers.keys();
    let known: Vec<&str> = known.map(String::as_str).collect();
    let id = fields.reference("explainer", Code::UnknownExplainer, &known);
    id.map(|id| id.value)
}
