//! Goals: what a student works on, and the numbers that show how it goes.

mod agreement;
mod changes;
mod days;
mod doubt;
mod mastery;
mod measure;
mod numbers;
mod sheet;

use super::context::Context;
use super::example::Sample;
use super::fields::{Fields, read_file};
use super::picture::{self, ImageContext};
use super::prose::{self, Folder};
use crate::diagnostic::Code;
use crate::model::{Goal, GoalId, GoalKind, PersonId, School, Text, TipId};
use crate::parse::{Group, Groups, RawFile};
use crate::schema::{self, choices};
use numbers::{Numbers, NumbersContext};

/// The file name extensions of data sheets.
pub(super) const SHEETS: [&str; 2] = ["csv", "tsv"];

/// What a goal's fields may refer to.
pub(super) struct References<'a> {
    pub(super) school: &'a School,
    pub(super) tips: &'a [&'a str],
    pub(super) folder: &'a Folder<'a>,
    pub(super) images: &'a ImageContext<'a>,
}

/// Reads every file of `goals/`, the most important goal first.
pub(super) fn all(context: &Context, groups: &Groups, references: &References) -> Vec<Goal> {
    let mut goals: Vec<(u32, Goal)> = Vec::new();
    for (key, group) in groups {
        let name = key.strip_prefix("goals/");
        let Some(id) = name.and_then(|name| name.strip_suffix(".yaml")) else {
            continue;
        };
        let Some(raw) = &group.original else { continue };
        let goal = read_file(context, &schema::GOAL, group, raw, |fields| {
            context.set_sample(Sample::default());
            let priority = fields
                .count("priority")
                .map_or(u32::MAX, |priority| priority.value);
            let more = groups.get(&format!("goals/{id}.md"));
            let sheets = SHEETS.into_iter().filter_map(|ending| {
                let group = groups.get(&format!("goals/{id}.{ending}"))?;
                group.original.as_ref()
            });
            let files = Files {
                goal: raw,
                sheets: sheets.collect(),
                more: more.and_then(|group| words(context, group, references.folder)),
            };
            read(fields, id, references, files).map(|goal| (priority, goal))
        });
        goals.extend(goal.flatten());
    }
    // Files come in the order of their names, which decides between equals.
    goals.sort_by_key(|(priority, _)| *priority);
    goals.into_iter().map(|(_, goal)| goal).collect()
}

/// The files of one goal.
struct Files<'a> {
    goal: &'a RawFile,
    sheets: Vec<&'a RawFile>,
    /// The text of the Markdown file with the same name.
    more: Option<Text>,
}

fn words(context: &Context, group: &Group, folder: &Folder) -> Option<Text> {
    let raw: &RawFile = group.original.as_ref()?;
    prose::check(context, group, raw, folder);
    read_file(context, &schema::TEXT, group, raw, |_| {
        context.words(group, raw)
    })
}

/// Reads one goal. Returns `None` if something that a goal needs is missing, but only
/// after reading all of it, so that one run reports all problems of the file.
fn read(fields: &mut Fields, id: &str, references: &References, files: Files) -> Option<Goal> {
    let staff = references.school.staff_ids();
    let title = fields.need_text("title");
    let area = fields.choice("area", &choices::AREAS);
    let (changes, steps_before) = changes::changes(fields);
    let numbers_context = NumbersContext {
        school: references.school,
        goal: files.goal,
        sheets: files.sheets,
        steps_before: &steps_before,
    };
    let numbers = Numbers::read(fields, &numbers_context, &title);
    let owners = fields.references("owners", Code::UnknownPerson, &staff);
    let tips = fields.references("tips", Code::UnknownTip, references.tips);
    let explainer = explainer(fields, references.school);
    let (iep_ref, iep_text) = agreement::iep(fields);
    let kind = fields
        .choice("kind", &choices::GOAL_KINDS)
        .unwrap_or(GoalKind::Mastery);
    let agreed = agreement::agreed(fields, &staff);
    let texts = ["what", "why", "how_checked"].map(|name| fields.text(name));
    let where_used = fields.texts("where_used");
    let closed = changes::closed(fields, numbers.as_ref());
    let work = picture::all(fields, "work", references.images);
    let standard = agreement::standard(fields);
    let benchmarks = agreement::benchmarks(fields, numbers.as_ref());

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

fn explainer(fields: &mut Fields, school: &School) -> Option<String> {
    let known: Vec<&str> = school
        .library
        .explainers
        .keys()
        .map(String::as_str)
        .collect();
    let id = fields.reference("explainer", Code::UnknownExplainer, &known);
    id.map(|id| id.value)
}
