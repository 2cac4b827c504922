use std::collections::BTreeMap;

use super::context::Context;
use super::dated::too_far;
use super::example::Ids;
use super::fields::Fields;
use super::{library, report_unknown_languages, shared, timetable};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome, nearest};
use crate::input::{self, Reading};
use crate::model::{
    Cadence, Date, DateOrder, DeliveryModel, Digits, Interpreter, Lang, Library, Lint, Now, Pause,
    Person, PersonId, Schedule, School, Strictness, TimeAxis, Today, TrendMethod,
};
use crate::parse::{Groups, Node};
use crate::source::{Spanned, TranslationLog};

pub(super) const MODELS: [(&str, DeliveryModel); 4] = [
    ("push-in", DeliveryModel::PushIn),
    ("pull-out", DeliveryModel::PullOut),
    ("blended", DeliveryModel::Blended),
    ("consult", DeliveryModel::Consult),
];

/// The language that staff write in, as far as `school.yaml` says.
#[must_use]
pub fn language(groups: &Groups) -> Lang {
    let school = groups.get("school.yaml");
    let school = school.and_then(|group| group.original.as_ref());
    let written = school.and_then(|raw| raw.facts.get("language")?.text());
    Lang::new(written.unwrap_or("en"))
}

/// Reads what all students share at the moment `now`, as far as it can be read.
/// Which day that is, `school.yaml` says; `translation_log` is what was remembered of
/// translations.
pub fn school(
    groups: &Groups,
    now: &Now,
    translation_log: &TranslationLog,
) -> Outcome<Option<School>> {
    // Sorting the files has said so where it is missing or half there.
    let found = groups.get("school.yaml");
    let Some((group, raw)) = found.and_then(|group| Some((group, group.original.as_ref()?))) else {
        return Outcome::new(None, Diagnostics::default());
    };
    let written = |name: &str| raw.facts.get(name).and_then(Node::text);
    let language = language(groups);
    let day = written("today").and_then(|text| input::day(text, None).ok().map(Reading::value));
    let zone = written("timezone").and_then(input::zone);
    let day_of = match (day, zone) {
        (Some(day), _) => Today::Written(day),
        (None, Some(zone)) => Today::Zone(zone.value().0),
        (None, None) => Today::Machine,
    };
    let mut context = Context::new(language, day_of.at(now), translation_log);
    let example = written("example").and_then(super::values::yes_or_no);
    context.example = example.is_some_and(Reading::value);
    context.ids = Ids::begun(groups, context.language.as_str(), context.today);
    let mut school = context.fields("school", group, raw).map(|fields| {
        let library = library::read(&context, groups);
        let staff = staff(&context, groups, &library);
        read(fields, day_of, staff, library)
    });
    let languages = school.as_ref().map(|school| &*school.languages);
    let languages = languages.unwrap_or_default().to_owned();
    let (mut diagnostics, written, originals) = context.finish(groups, &languages, &languages);
    if let Some(school) = &mut school {
        school.written = written;
        report_unknown_languages(groups, &languages, &mut diagnostics);
    }
    let broken = diagnostics.any_error() || groups.values().any(|group| group.broken);
    let school = school.map(|school| School {
        originals,
        whole: !broken,
        ..school
    });
    Outcome::new(school, diagnostics)
}

fn read(
    fields: Fields,
    day_of: Today,
    staff: BTreeMap<PersonId, Person>,
    library: Library,
) -> School {
    let context = fields.context();
    let _ = fields.date("today");
    check_timezone(&fields);
    let language = context.language.clone();
    let languages = languages(&fields, &language);
    let school = School {
        name: fields.need_text("name"),
        phone: need_plain(&fields, "phone"),
        text_phone: fields.text_phone("text_phone"),
        email: fields.plain("email"),
        language,
        languages,
        example: fields.yes("example").unwrap_or(false),
        messages: fields.yes("messages").unwrap_or(true),
        today: context.today,
        day_of,
        year: fields.sub("year", "year").and_then(|year| {
            let period = year.period();
            check_year(&year, period);
            year.finish();
            period
        }),
        no_school: dates(&fields, "no_school").into_iter().collect(),
        pauses: fields
            .items("pauses", "pause")
            .into_iter()
            .filter_map(pause)
            .collect(),
        schedule: fields
            .sub("schedule", "schedule")
            .map(schedule)
            .unwrap_or_default(),
        interpreter: fields.sub("interpreter", "interpreter").map(interpreter),
        trend: fields
            .choice("trend", &TRENDS)
            .unwrap_or(TrendMethod::TheilSen),
        digits: fields.choice("digits", &DIGITS).unwrap_or(Digits::Western),
        time_axis: time_axis(&fields),
        timetable: timetable::all(&fields),
        words: words(&fields),
        sheet_dates: fields.choice("dates", &DATES).unwrap_or(DateOrder::Iso),
        names_that_are_words: names_that_are_words(&fields),
        lint: fields.sub("lint", "lint").map(lint).unwrap_or_default(),
        written: Vec::new(),
        staff,
        references: shared::references(&fields),
        library,
        originals: Vec::new(),
        whole: false,
    };
    if fields.choice("access", &[("sealed", true), ("host-login", false)]) == Some(true) {
        fields.report(Diagnostic::at(Code::NotYet, &fields.key_place("access")));
    }
    if let Some(retention) = fields.sub("retention", "retention") {
        let _ = retention.date("until");
        retention.finish();
    }
    fields.accept(&["publish", "theme"]);
    fields.finish();
    school
}

/// A school year of more than a year has a slip in one of its years.
fn check_year(year: &Fields, period: Option<(Date, Date)>) {
    const LONGEST: i32 = 400;
    let Some((from, to)) = period.filter(|(from, to)| (*to - *from).get_days() > LONGEST) else {
        return;
    };
    let at = year.value_place("to");
    let fault = too_far(&Spanned { value: to, at }, "year");
    year.report(fault.with("other", from.to_string()));
}

/// Reports a time zone that was read as it was meant, or that is none.
fn check_timezone(fields: &Fields) {
    let Some(node) = fields.node("timezone") else {
        return;
    };
    let (at, found) = (fields.place(node.span), node.text().unwrap_or_default());
    match input::zone(found) {
        Some(Reading::Exact(_)) => {}
        Some(Reading::Meant((_, name))) => {
            let read_as = Diagnostic::at(Code::ReadAs, &at).with("found", found);
            fields.report(read_as.with("read", name.as_str()).fix(&at, name));
        }
        None => {
            let places = input::places();
            let city = |name: &str| name.rsplit('/').next().unwrap_or_default().to_lowercase();
            let small = found.to_lowercase().replace(' ', "_");
            let typed = city(&small);
            let cities: Vec<String> = places.iter().map(|name| city(name)).collect();
            let guess = nearest(&typed, cities.iter().map(String::as_str));
            let guess = guess.and_then(|guess| places.iter().find(|name| city(name) == guess));
            let fault = Diagnostic::at(Code::UnknownTimezone, &at).with("found", found);
            let nearest = guess.cloned().unwrap_or_default();
            fields.report(fault.with("nearest", nearest));
        }
    }
}

/// Those that the school offers, its own among them, each once.
fn languages(fields: &Fields, own: &Lang) -> Vec<Lang> {
    if fields.node("language").is_some() {
        let _ = fields.languages("language");
    }
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

const TRENDS: [(&str, TrendMethod); 4] = [
    ("theil-sen", TrendMethod::TheilSen),
    ("ols", TrendMethod::LeastSquares),
    ("tukey", TrendMethod::Tukey),
    ("none", TrendMethod::Off),
];
const DATES: [(&str, DateOrder); 2] = [
    ("day-first", DateOrder::DayFirst),
    ("month-first", DateOrder::MonthFirst),
];
const STRICTNESS: [(&str, Strictness); 3] = [
    ("off", Strictness::Off),
    ("warn", Strictness::Warn),
    ("stop", Strictness::CommandError),
];
const DIGITS: [(&str, Digits); 2] = [("western", Digits::Western), ("native", Digits::Native)];

pub(super) fn need_plain(fields: &Fields, name: &'static str) -> String {
    let text = fields.plain(name).filter(|text| !text.is_empty());
    if text.is_none() && fields.node(name).is_none_or(|node| node.text().is_some()) {
        fields.missing(name);
    }
    text.unwrap_or_default()
}

pub(super) fn dates(fields: &Fields, name: &'static str) -> Vec<Date> {
    let nodes = fields.list(name);
    nodes
        .into_iter()
        .filter_map(|node| fields.date_of(node))
        .map(|date| date.value)
        .collect()
}

fn names_that_are_words(fields: &Fields) -> Vec<Spanned<String>> {
    let nodes = fields.list("names_that_are_words").into_iter();
    let names = nodes.filter_map(|node| {
        let name = node.text().map(str::trim);
        if name.is_none() {
            fields.wrong("names_that_are_words", "text", node);
        }
        Some(Spanned {
            value: name?.to_owned(),
            at: fields.place(node.span),
        })
    });
    names.collect()
}

fn lint(fields: Fields) -> Lint {
    let usual = Lint::default();
    let lint = Lint {
        words: fields.choice("words", &STRICTNESS).unwrap_or(usual.words),
        reading_grade: fields
            .number("reading_grade")
            .map_or(usual.reading_grade, |grade| grade.value),
        reading_stop: fields.number("reading_stop").map(|grade| grade.value),
        update_words: fields
            .count("update_words")
            .map_or(usual.update_words, |words| words.value),
    };
    fields.finish();
    lint
}

fn pause(fields: Fields) -> Option<Pause> {
    let period = fields.period();
    let name = fields.need_text("name");
    fields.finish();
    let (from, to) = period?;
    Some(Pause { from, to, name })
}

fn schedule(fields: Fields) -> Schedule {
    let cadences = [("weekly", Cadence::Weekly), ("monthly", Cadence::Monthly)];
    let mut schedule = Schedule {
        updates: fields.choice("updates", &cadences),
        reviews: dates(&fields, "reviews"),
    };
    schedule.reviews.sort_unstable();
    fields.finish();
    schedule
}

fn interpreter(fields: Fields) -> Interpreter {
    let interpreter = Interpreter {
        phone: need_plain(&fields, "phone"),
        free: fields.yes("free").unwrap_or(true),
    };
    let _ = fields.languages("languages");
    fields.finish();
    interpreter
}

fn time_axis(fields: &Fields) -> TimeAxis {
    let Some(charts) = fields.sub("charts", "charts") else {
        return TimeAxis::Keep;
    };
    let axis = charts.choice(
        "rtl",
        &[("keep", TimeAxis::Keep), ("mirror", TimeAxis::Mirror)],
    );
    charts.finish();
    axis.unwrap_or(TimeAxis::Keep)
}

fn words(fields: &Fields) -> BTreeMap<DeliveryModel, crate::model::Text> {
    let Some(words) = fields.sub("words", "words") else {
        return BTreeMap::new();
    };
    let found = MODELS
        .iter()
        .filter_map(|(name, model)| Some((*model, words.text(name)?)))
        .collect();
    words.finish();
    found
}

fn staff(context: &Context, groups: &Groups, library: &Library) -> BTreeMap<PersonId, Person> {
    let Some(group) = groups.get("staff.yaml") else {
        return BTreeMap::new();
    };
    let Some(fields) = group
        .original
        .as_ref()
        .and_then(|raw| context.fields("staff", group, raw))
    else {
        return BTreeMap::new();
    };
    let roles: Vec<&str> = library.roles.keys().map(String::as_str).collect();
    let people = fields.each("person").into_iter().map(|(id, person)| {
        let role = person.reference("role", Code::UnknownRole, &roles);
        let role = role.and_then(|role| library.roles.get(&role.value).cloned());
        let read = Person {
            name: person.need_text("name"),
            role: role.unwrap_or_default(),
            phone: person.plain("phone"),
            text_phone: person.text_phone("text_phone"),
            email: person.plain("email"),
            hours: person.text("hours"),
            languages: person
                .languages("languages")
                .into_iter()
                .map(|tag| tag.value)
                .collect(),
        };
        context.check_example(&person);
        person.finish();
        (PersonId::new(id.value), read)
    });
    people.collect()
}

impl School {
    /// The ids of everybody who works here.
    #[must_use]
    pub fn staff_ids(&self) -> Vec<&str> {
        self.staff.keys().map(PersonId::as_str).collect()
    }
}
