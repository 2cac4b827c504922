//! Everything about one student, read from all files of the student's folder.

use std::collections::BTreeMap;

use super::context::Context;
use super::example::Ids;
use super::fields::read_file;
use super::picture::ImageContext;
use super::prose::{self, Folder};
use super::student::{names, student};
use super::{
    dated, goal, library, meeting, minutes, report_unknown_languages, review, service, transition,
    translation, update,
};
use crate::diagnostic::{Code, Diagnostic, Outcome};
use crate::discover::UnitSources;
use crate::model::{Record, School, Service, Text, Tip, TipId, Today};
use crate::parse::Groups;
use crate::picture::PreparedPictures;
use crate::schema;

/// Reads everything about one student. If a file has an error, the record holds what
/// could be read, and is not `whole`. Returns `None` if `student.yaml` cannot be read.
pub fn record(
    unit: &UnitSources,
    groups: &Groups,
    pictures: &PreparedPictures,
    school: &School,
    today: Today,
) -> Outcome<Option<Record>> {
    let mut context = Context::new(school.language.clone(), today, unit.translation_log());
    context.sheet_dates = school.sheet_dates;
    context.example = school.example;
    context.own_names = names(groups, "");
    context.year = school.year;
    context.ids = own_ids(unit, groups, school, today);
    report_sheets_alone(&context, unit, groups);
    let found = read(&context, unit, groups, pictures, school);
    let shown = found
        .as_ref()
        .map_or(&school.languages, |record| &record.student.home_languages)
        .clone();
    let originals = translation::originals(&context, groups, &school.languages);
    translation::report_stale(&context, &originals, &shown);
    let collected = context.sink.into_collected();
    let mut diagnostics = collected.diagnostics;
    report_unknown_languages(groups, &school.languages, &mut diagnostics);
    let whole = !diagnostics.any_error() && groups.values().all(|group| !group.broken);
    let found = found.map(|record| Record {
        author_texts: collected.texts,
        aside: collected.aside,
        originals,
        is_complete: whole,
        ..record
    });
    Outcome::new(found, diagnostics)
}

/// Short names for example lines: those of the school, and the student's own.
fn own_ids(unit: &UnitSources, groups: &Groups, school: &School, today: Today) -> Ids {
    let owned = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let services = groups
        .get("services.yaml")
        .and_then(|group| group.original.as_ref()?.facts.entries())
        .unwrap_or_default()
        .iter()
        .filter(|entry| entry.key != "format");
    let mut ids = Ids::of(school, today);
    ids.goals.extend(owned(goal_ids(unit, groups)));
    ids.services.extend(services.map(|entry| entry.key.clone()));
    ids.tips.extend(owned(self::ids(groups, "tips/", ".md")));
    ids
}

/// Reports sheets without a goal, whose numbers would silently get lost.
fn report_sheets_alone(context: &Context, unit: &UnitSources, groups: &Groups) {
    let known = goal_ids(unit, groups);
    let sheets = goal::SHEETS.into_iter().flat_map(|ending| {
        let ids = ids(groups, "goals/", &format!(".{ending}"));
        ids.into_iter().map(move |id| (id, ending))
    });
    for (id, ending) in sheets.filter(|(id, _)| !known.contains(id)) {
        let sheet = groups.get(&format!("goals/{id}.{ending}"));
        if let Some(raw) = sheet.and_then(|sheet| sheet.original.as_ref()) {
            context.report(Diagnostic::about(Code::SheetAlone, &raw.path).with("goal", id));
        }
    }
}

fn read(
    context: &Context,
    unit: &UnitSources,
    groups: &Groups,
    pictures: &PreparedPictures,
    school: &School,
) -> Option<Record> {
    let root = unit.folder();
    let folder = Folder {
        root: &root,
        attachments: unit.attachments(),
    };
    let student = student(context, unit, groups, school);
    let images = ImageContext {
        unit,
        prepared: pictures,
        // If `student.yaml` is broken, that is reported and consent is not known.
        consent: student.as_ref().is_none_or(|student| student.photo_consent),
    };
    let own = own_tips(context, groups, &folder);
    let mut tips = school.library.tips.clone();
    tips.extend(own.clone());
    let tip_ids: Vec<&str> = tips.keys().map(TipId::as_str).collect();
    let references = goal::References {
        school,
        tips: &tip_ids,
        folder: &folder,
        images: &images,
    };
    let goals = goal::all(context, groups, &references);

    let goal_ids = goal_ids(unit, groups);
    let services = services(context, groups, school, &goal_ids).unwrap_or_default();
    let service_ids: Vec<&str> = services.iter().map(|service| service.id.as_str()).collect();
    let references = dated::References {
        school,
        goals: &goal_ids,
        read_goals: &goals,
        services: &service_ids,
        folder: &folder,
        images: &images,
    };
    let minutes = minutes::all(context, groups, &service_ids);
    let updates = update::all(context, groups, &references);
    let reviews = review::all(context, groups, &references);
    let meetings = meeting::all(context, groups, school);
    let transitions = transition::all(context, groups, &references);
    let about = about(context, groups, &folder);

    let named =
        |id: &TipId| own.contains_key(id) || goals.iter().any(|goal| goal.tips.contains(id));
    let tips = tips.into_iter().filter(|(id, _)| named(id)).collect();
    let student = student?;
    Some(Record {
        student,
        about,
        goals,
        services,
        minutes,
        tips,
        updates,
        reviews,
        meetings,
        transitions,
        author_texts: Vec::new(),
        aside: Vec::new(),
        originals: Vec::new(),
        is_complete: false,
    })
}

fn services(
    context: &Context,
    groups: &Groups,
    school: &School,
    goals: &[&str],
) -> Option<Vec<Service>> {
    let group = groups.get("services.yaml")?;
    let raw = group.original.as_ref()?;
    read_file(context, &schema::SERVICES, group, raw, |fields| {
        service::all(fields, school, goals)
    })
}

/// The short names of goals. References name files, so a goal with an error in its
/// file is known too.
fn goal_ids<'a>(unit: &'a UnitSources, groups: &'a Groups) -> Vec<&'a str> {
    let mut known = ids(groups, "goals/", ".yaml");
    let unread = unit
        .diagnostics()
        .iter()
        .filter_map(|one| {
            one.file
                .as_ref()?
                .below(&unit.folder())?
                .strip_prefix("goals/")
        })
        .filter_map(|name| name.strip_suffix(".yaml").or(name.strip_suffix(".yml")));
    known.extend(unread);
    known
}

fn ids<'a>(groups: &'a Groups, folder: &str, ending: &str) -> Vec<&'a str> {
    let names = groups.keys().filter_map(|key| key.strip_prefix(folder));
    names.filter_map(|name| name.strip_suffix(ending)).collect()
}

fn own_tips(context: &Context, groups: &Groups, folder: &Folder) -> BTreeMap<TipId, Tip> {
    let mut tips = BTreeMap::new();
    for id in ids(groups, "tips/", ".md") {
        let Some(group) = groups.get(&format!("tips/{id}.md")) else {
            continue;
        };
        let tip = group
            .original
            .as_ref()
            .and_then(|raw| library::tip(context, group, raw, id, folder));
        tips.extend(tip.map(|tip| (tip.id.clone(), tip)));
    }
    tips
}

fn about(context: &Context, groups: &Groups, folder: &Folder) -> Option<Text> {
    let group = groups.get("about.md")?;
    let raw = group.original.as_ref()?;
    prose::check(context, group, raw, folder);
    read_file(context, &schema::TEXT, group, raw, |_| {
        context.words(group, raw)
    })
}
