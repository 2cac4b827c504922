//! Everything that is written about one student, put together.

use std::collections::BTreeMap;

use super::context::Context;
use super::example::Ids;
use super::picture::ImageContext;
use super::prose::{self, Folder};
use super::student::{names, student};
use super::{
    dated, goal, library, meeting, minutes, report_unknown_languages, review, service, transition,
    update,
};
use crate::diagnostic::{Code, Diagnostic, Outcome};
use crate::discover::UnitSources;
use crate::model::{Record, School, Service, Text, Tip, TipId};
use crate::parse::Groups;
use crate::picture::PreparedPictures;

/// Reads everything that is written about one student. Where something is wrong in
/// a way that a family would see, what could be read comes back and is not whole;
/// nothing comes back when nobody can tell whose it is.
pub fn record(
    unit: &UnitSources,
    groups: &Groups,
    pictures: &PreparedPictures,
    school: &School,
) -> Outcome<Option<Record>> {
    let mut context = Context::new(
        school.language.clone(),
        school.today,
        unit.translation_log(),
    );
    context.sheet_dates = school.sheet_dates;
    context.example = school.example;
    context.own_names = names(groups, "");
    context.year = school.year;
    context.ids = own_ids(unit, groups, school);
    report_sheets_alone(&context, unit, groups);
    let found = read(&context, unit, groups, pictures, school);
    let shown = found.as_ref().map(|record| &*record.student.home_languages);
    let shown = shown.unwrap_or(&school.languages).to_owned();
    let aside = context.aside.take();
    let (mut diagnostics, written, originals) = context.finish(groups, &school.languages, &shown);
    report_unknown_languages(groups, &school.languages, &mut diagnostics);
    let whole = !diagnostics.any_error() && groups.values().all(|group| !group.broken);
    let found = found.map(|record| Record {
        written,
        aside,
        originals,
        whole,
        ..record
    });
    Outcome::new(found, diagnostics)
}

/// The short names that lines to write are made of.
fn own_ids(unit: &UnitSources, groups: &Groups, school: &School) -> Ids {
    let services = groups.get("services.yaml");
    let services = services.and_then(|group| group.original.as_ref()?.facts.entries());
    let services = services.unwrap_or_default().iter();
    let services = services.filter(|entry| entry.key != "format");
    let goals = goal_ids(unit, groups).into_iter();
    let mut ids = Ids::of(school);
    ids.goals.extend(goals.map(str::to_owned));
    ids.services.extend(services.map(|entry| entry.key.clone()));
    let own = self::ids(groups, "tips/", ".md");
    ids.tips.extend(own.into_iter().map(str::to_owned));
    ids
}

/// Numbers without a goal would be lost without a word.
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
    let album = ImageContext {
        unit,
        prepared: pictures,
        // What a broken file says of consent is not known; that it is broken
        // has been said.
        consent: student.as_ref().is_none_or(|student| student.photo_consent),
    };
    let own = own_tips(context, groups, &folder);
    let mut tips = school.library.tips.clone();
    tips.extend(own.clone());
    let tip_ids: Vec<&str> = tips.keys().map(TipId::as_str).collect();
    let shelf = goal::References {
        school,
        tips: &tip_ids,
        folder: &folder,
        album: &album,
    };
    let goals = goal::all(context, groups, &shelf);

    let goal_ids = goal_ids(unit, groups);
    let services = services(context, groups, school, &goal_ids).unwrap_or_default();
    let service_ids: Vec<&str> = services.iter().map(|service| service.id.as_str()).collect();
    let shelf = dated::References {
        school,
        goals: &goal_ids,
        read_goals: &goals,
        services: &service_ids,
        folder: &folder,
        album: &album,
    };
    let minutes = minutes::all(context, groups, &service_ids);
    let updates = update::all(context, groups, &shelf);
    let reviews = review::all(context, groups, &shelf);
    let meetings = meeting::all(context, groups, school);
    let transitions = transition::all(context, groups, &shelf);
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
        written: Vec::new(),
        aside: Vec::new(),
        originals: Vec::new(),
        whole: false,
    })
}

fn services(
    context: &Context,
    groups: &Groups,
    school: &School,
    goals: &[&str],
) -> Option<Vec<Service>> {
    let group = groups.get("services.yaml")?;
    let fields = context.fields("services", group, group.original.as_ref()?)?;
    Some(service::all(&fields, school, goals))
}

/// References name files, so that a goal with a fault in it is still known.
fn goal_ids<'a>(unit: &'a UnitSources, groups: &'a Groups) -> Vec<&'a str> {
    let mut known = ids(groups, "goals/", ".yaml");
    let unread = unit
        .diagnostics()
        .iter()
        .filter_map(|one| one.file.as_ref());
    let unread = unread.filter_map(|file| file.below(&unit.folder())?.strip_prefix("goals/"));
    let endings = |name: &'a str| name.strip_suffix(".yaml").or(name.strip_suffix(".yml"));
    known.extend(unread.filter_map(endings));
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
    context.fields("words", group, raw)?.finish();
    Some(context.words(group, raw))
}
