//! `school.yaml` and `staff.yaml`: what all students of a school share.

use std::collections::BTreeMap;

use super::context::Context;
use super::day_checks::too_far;
use super::example::Ids;
use super::fields::{Fields, read_file, yes_or_no};
use super::{library, reader, report_unknown_languages, shared, timetable, translation};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Expected, FarDayProblem, Outcome, nearest};
use crate::input::{self, Reading};
use crate::model::{
    Access, Date, DateOrder, DaySource, DayWatch, DeliveryModel, Digits, Interpreter, Lang,
    Library, Lint, Now, Pause, Person, PersonId, Schedule, School, TimeAxis, TrendMethod,
};
use crate::parse::{Groups, Node};
use crate::schema::{self, choices};
use crate::source::{Spanned, TranslationLog};

/// The language that staff write in: that of `school.yaml`, or English.
#[must_use]
pub fn language(groups: &Groups) -> Lang {
    let school = groups
        .get("school.yaml")
        .and_then(|group| group.original.as_ref());
    let written = school.and_then(|raw| raw.facts.get("language")?.text());
    Lang::new(written.unwrap_or("en"))
}

/// How pages are kept private. `None` if `school.yaml` cannot be read or says something
/// that is none of the choices.
#[must_use]
pub fn access(groups: &Groups) -> Option<Access> {
    let school = groups.get("school.yaml")?.original.as_ref()?;
    let Some(written) = school.facts.get("access").and_then(Node::text) else {
        return school.facts.entries().map(|_| Access::Sealed);
    };
    let found = choices::ACCESS.iter().find(|(word, _)| *word == written);
    found.map(|(_, access)| *access)
}

/// Reads the shared files, as far as they can be read. `school.yaml` decides
/// which day `now` is. Returns `None` if there is no `school.yaml`.
pub fn school(
    groups: &Groups,
    now: &Now,
    translation_log: &TranslationLog,
) -> Outcome<Option<School>> {
    // Discovery has reported a missing or incomplete file.
    let found = groups.get("school.yaml");
    let Some((group, raw)) = found.and_then(|group| Some((group, group.original.as_ref()?))) else {
        return Outcome::new(None, Diagnostics::default());
    };
    let written = |name: &str| raw.facts.get(name).and_then(Node::text);
    let language = language(groups);
    let day = written("today").and_then(|text| input::day(text, None).ok().map(Reading::value));
    let zone = written("timezone").and_then(input::zone);
    let day_of = match (day, zone) {
        (Some(day), _) => DaySource::Written(day),
        (None, Some(zone)) => DaySource::Zone(zone.value().0),
        (None, None) => DaySource::Machine,
    };
    // Shared files are read in every run, so it does not matter until when this holds.
    let watch = DayWatch::new(day_of.at(now));
    let mut context = Context::new(language, watch.today(), translation_log);
    let example = written("example").and_then(yes_or_no);
    context.example = example.is_some_and(Reading::value);
    context.ids = Ids::begun(groups, context.language.as_str(), context.today);
    let school = read_file(&context, &schema::SCHOOL, group, raw, |fields| {
        let library = library::read(&context, groups);
        let staff = staff(&context, groups, &library);
        read(fields, groups, day_of, staff, library)
    });
    let languages = school
        .as_ref()
        .map(|school| school.languages.clone())
        .unwrap_or_default();
    let originals = translation::originals(&context, groups, &languages);
    translation::report_stale(&context, &originals, &languages);
    let found = context.sink.into_collected();
    let mut diagnostics = found.diagnostics;
    if school.is_some() {
        report_unknown_languages(groups, &languages, &mut diagnostics);
    }
    let broken = diagnostics.any_error() || groups.values().any(|group| group.broken);
    let school = school.map(|school| School {
        author_texts: found.texts,
        originals,
        is_complete: !broken,
        ..school
    });
    Outcome::new(school, diagnostics)
}

fn read(
    fields: &mut Fields,
    groups: &Groups,
    day_of: DaySource,
    staff: BTreeMap<PersonId, Person>,
    library: Library,
) -> School {
    let context = fields.context();
    let _ = fields.date("today");
    check_timezone(fields);
    let languages = languages(fields, &context.language);
    let families = reader::families(context, groups, &languages);
    School {
        name: fields.need_text("name"),
        phone: need_plain(fields, "phone"),
        text_phone: fields.text_phone("text_phone"),
        email: fields.plain("email"),
        language: context.language.clone(),
        languages,
        example: fields.yes("example").unwrap_or(false),
        messages: fields.yes("messages").unwrap_or(true),
        today: context.today.date(),
        day_of,
        year: fields.sub("year", year).flatten(),
        no_school: dates(fields, "no_school").into_iter().collect(),
        pauses: fields
            .items("pauses", pause)
            .into_iter()
            .flatten()
            .collect(),
        schedule: fields.sub("schedule", schedule).unwrap_or_default(),
        interpreter: fields.sub("interpreter", interpreter),
        trend: fields
            .choice("trend", &choices::TRENDS)
            .unwrap_or(TrendMethod::TheilSen),
        digits: fields
            .choice("digits", &choices::DIGITS)
            .unwrap_or(Digits::Western),
        time_axis: time_axis(fields),
        timetable: timetable::all(fields),
        words: words(fields),
        sheet_dates: fields
            .choice("dates", &choices::DATES)
            .unwrap_or(DateOrder::Iso),
        names_that_are_words: names_that_are_words(fields),
        lint: fields.sub("lint", lint).unwrap_or_default(),
        author_texts: Vec::new(),
        access: fields
            .choice("access", &choices::ACCESS)
            .unwrap_or(Access::Sealed),
        address: shared::address(fields),
        publish: fields.sub("publish", shared::publish_to).flatten(),
        retention: fields
            .sub("retention", |map| map.date("until"))
            .flatten()
            .map(|until| until.value),
        families,
        staff,
        references: shared::references(fields),
        library,
        originals: Vec::new(),
        is_complete: false,
    }
}

/// The school year. One of much more than a year has a mistake in one of its years.
fn year(fields: &mut Fields) -> Option<(Date, Date)> {
    const LONGEST: i32 = 400;
    let (from, to) = fields.period()?;
    if (to - from).get_days() > LONGEST {
        let at = fields.value_place("to");
        let fault = too_far(&Spanned { value: to, at }, FarDayProblem::Year);
        fields.report(fault.with("other", from.to_string()));
    }
    Some((from, to))
}

/// Reports a time zone that is read as another name, or that is none.
fn check_timezone(fields: &mut Fields) {
    let Some(node) = fields.node("timezone") else {
        return;
    };
    let (at, found) = (fields.place(node.span), node.text().unwrap_or_default());
    match input::zone(found) {
        Some(Reading::Exact(_)) => {}
        Some(Reading::Meant((_, name))) => fields.read_as(&at, found, &name),
        None => {
            let places = input::places();
            let city = |name: &str| name.rsplit('/').next().unwrap_or_default().to_lowercase();
            let small = found.to_lowercase().replace(' ', "_");
            let typed = city(&small);
            let cities: Vec<String> = places.iter().map(|name| city(name)).collect();
            let guess = nearest(&typed, cities.iter().map(String::as_str))
                .and_then(|guess| places.iter().find(|name| city(name) == guess));
            let fault = Diagnostic::at(Code::UnknownTimezone, &at).with("found", found);
            let nearest = guess.cloned().unwrap_or_default();
            fields.report(fault.with("nearest", nearest));
        }
    }
}

/// The languages that the school offers, its own among them, each once.
fn languages(fields: &mut Fields, own: &Lang) -> Vec<Lang> {
    let _ = fields.languages("language");
    let mut languages: Vec<Lang> = Vec::new();
    for tag in fields.languages("languages") {
        if !languages.contains(&tag.value) {
            languages.push(tag.value);
        }
    }
    if !languages.contains(own) {
        languages.insert(0, own.clone());
    }
    languages
}

fn need_plain(fields: &mut Fields, name: &'static str) -> String {
    let text = fields.plain(name).filter(|text| !text.is_empty());
    if text.is_none() && fields.node(name).is_none_or(|node| node.text().is_some()) {
        fields.missing(name);
    }
    text.unwrap_or_default()
}

fn dates(fields: &mut Fields, name: &'static str) -> Vec<Date> {
    let days = fields.dates(name).into_iter();
    days.map(|day| day.value).collect()
}

fn names_that_are_words(fields: &mut Fields) -> Vec<Spanned<String>> {
    let nodes = fields.list("names_that_are_words").into_iter();
    let names = nodes.filter_map(|node| {
        let name = node.text().map(str::trim);
        if name.is_none() {
            fields.report_type_error("names_that_are_words", Expected::Text, node);
        }
        Some(Spanned {
            value: name?.to_owned(),
            at: fields.place(node.span),
        })
    });
    names.collect()
}

fn lint(fields: &mut Fields) -> Lint {
    let usual = Lint::default();
    Lint {
        words: fields
            .choice("words", &choices::STRICTNESS)
            .unwrap_or(usual.words),
        reading_grade: fields
            .number("reading_grade")
            .map_or(usual.reading_grade, |grade| grade.value),
        reading_stop: fields.number("reading_stop").map(|grade| grade.value),
        update_words: fields
            .count("update_words")
            .map_or(usual.update_words, |words| words.value),
    }
}

fn pause(fields: &mut Fields) -> Option<Pause> {
    let period = fields.period();
    let name = fields.need_text("name");
    let (from, to) = period?;
    Some(Pause { from, to, name })
}

fn schedule(fields: &mut Fields) -> Schedule {
    let mut schedule = Schedule {
        updates: fields.choice("updates", &choices::CADENCES),
        reviews: dates(fields, "reviews"),
    };
    schedule.reviews.sort_unstable();
    schedule
}

fn interpreter(fields: &mut Fields) -> Interpreter {
    let _ = fields.languages("languages");
    Interpreter {
        phone: need_plain(fields, "phone"),
        free: fields.yes("free").unwrap_or(true),
    }
}

fn time_axis(fields: &mut Fields) -> TimeAxis {
    let axis = fields.sub("charts", |charts| charts.choice("rtl", &choices::AXES));
    axis.flatten().unwrap_or(TimeAxis::Keep)
}

fn words(fields: &mut Fields) -> BTreeMap<DeliveryModel, crate::model::Text> {
    let words = fields.sub("words", |map| {
        let models = choices::MODELS.iter();
        let words = models.filter_map(|(name, model)| Some((*model, map.text(name)?)));
        words.collect()
    });
    words.unwrap_or_default()
}

fn staff(context: &Context, groups: &Groups, library: &Library) -> BTreeMap<PersonId, Person> {
    let roles: Vec<&str> = library.roles.keys().map(String::as_str).collect();
    let people = groups.get("staff.yaml").and_then(|group| {
        let raw = group.original.as_ref()?;
        read_file(context, &schema::STAFF, group, raw, |fields| {
            fields.each(|id, person| {
                (
                    PersonId::new(id.value),
                    read_person(person, &roles, library),
                )
            })
        })
    });
    people.into_iter().flatten().collect()
}

fn read_person(fields: &mut Fields, roles: &[&str], library: &Library) -> Person {
    fields.check_example();
    let role = fields
        .reference("role", Code::UnknownRole, roles)
        .and_then(|role| library.roles.get(&role.value).cloned());
    Person {
        name: fields.need_text("name"),
        role: role.unwrap_or_default(),
        phone: fields.plain("phone"),
        text_phone: fields.text_phone("text_phone"),
        email: fields.plain("email"),
        hours: fields.text("hours"),
        languages: fields
            .languages("languages")
            .into_iter()
            .map(|tag| tag.value)
            .collect(),
    }
}

impl School {
    /// The short names of all staff.
    #[must_use]
    pub fn staff_ids(&self) -> Vec<&str> {
        self.staff.keys().map(PersonId::as_str).collect()
    }
}
