//! `student.yaml`: who a student is, and who works with the student.

use super::context::Context;
use super::fields::{Fields, IdOrMap, TextOrMap, read_file};
use super::{library, reader};
use crate::diagnostic::{Code, Diagnostic, Expected};
use crate::discover::UnitSources;
use crate::model::{
    Ask, AuthorText, Lang, Member, PersonId, Pronouns, School, Student, Support, Text, Translation,
    TranslationState, Voice, VoiceKind,
};
use crate::parse::{Groups, Kind, Node};
use crate::schema::{self, choices};
use crate::source::{Place, RelPath, Spanned};

/// Reads `student.yaml`. Returns `None` if it is missing or broken.
pub(super) fn student(
    context: &Context,
    unit: &UnitSources,
    groups: &Groups,
    school: &School,
) -> Option<Student> {
    let Some(group) = groups.get("student.yaml") else {
        report_missing(context, unit);
        return None;
    };
    let raw = group.original.as_ref()?;
    read_file(context, &schema::STUDENT, group, raw, |fields| {
        read(fields, unit, school)
    })
}

/// Reports that there is no `student.yaml`, unless discovery has already reported the
/// file, or a link in place of the folder.
fn report_missing(context: &Context, unit: &UnitSources) {
    let reported = unit.diagnostics().iter().any(|one| {
        one.file.as_ref().is_some_and(|file| {
            file.file_name() == "student.yaml" || file.as_str() == unit.folder()
        })
    });
    let file = RelPath::new(&format!("{}/student.yaml", unit.folder()));
    if let Some(file) = file.filter(|_| !reported) {
        context.report(Diagnostic::about(Code::MissingFile, &file));
    }
}

fn read(fields: &mut Fields, unit: &UnitSources, school: &School) -> Student {
    let staff = school.staff_ids();
    let case_manager = fields.reference("case_manager", Code::UnknownPerson, &staff);
    let name = name(fields, "name");
    let call_name = if fields.has("call_name") {
        name_map(fields, "call_name")
    } else {
        name.clone()
    };
    let (hopes, asks, family_words) = family(fields);
    let last_day = fields.date("expires");
    let expired = last_day.is_some_and(|day| day.value < fields.context().today);
    let student = Student {
        id: unit.student().clone(),
        name,
        call_name,
        pronouns: fields
            .choice("pronouns", &choices::PRONOUNS)
            .unwrap_or(Pronouns::They),
        grade: fields.plain("grade"),
        class: fields.text("class"),
        guardians: reader::guardians(fields, unit.student(), school),
        home_languages: home_languages(fields, school),
        interpreter: fields.yes("interpreter").unwrap_or(false),
        strengths: fields.texts("strengths"),
        voice: voice(fields),
        hopes,
        asks,
        case_manager: PersonId::new(case_manager.map(|id| id.value).unwrap_or_default()),
        team: team(fields, &staff),
        supports: supports(fields, school),
        photo_consent: photo_consent(fields),
        show_label: fields.yes("show_label").unwrap_or(false),
        family_words,
        publish: fields.yes("publish").unwrap_or(true) && !expired,
        may_mention: fields
            .list("may_mention")
            .iter()
            .filter_map(|node| node.text())
            .map(str::to_owned)
            .collect(),
    };
    report_real_in_example(fields, school);
    student
}

/// Reports a real student in an invented school, whose facts the family would read.
fn report_real_in_example(fields: &mut Fields, school: &School) {
    if school.example && fields.yes("example") != Some(true) {
        let fault = Diagnostic::about(Code::StudentInExample, fields.file());
        fields.report(fault.with("name", school.name.original.as_str()));
    }
}

fn voice(fields: &mut Fields) -> Option<Voice> {
    if fields.node("voice")?.text().is_none() {
        return fields.sub("voice", |map| Voice {
            text: map.need_text("text"),
            kind: map
                .choice("kind", &choices::VOICES)
                .unwrap_or(VoiceKind::Said),
        });
    }
    let kind = VoiceKind::Said;
    fields.text("voice").map(|text| Voice { text, kind })
}

fn photo_consent(fields: &mut Fields) -> bool {
    let photo = fields.sub("consent", |consent| {
        let _ = consent.yes("audio");
        consent.yes("photo")
    });
    photo.flatten().unwrap_or(false)
}

fn name(fields: &mut Fields, field: &'static str) -> Text {
    let name = name_map(fields, field);
    if name.is_empty() {
        fields.missing(field);
    }
    name
}

/// A name: one text, or a map by language for other scripts. A name needs no
/// translation, so its language is undetermined.
fn name_map(fields: &mut Fields, field: &'static str) -> Text {
    let Some(node) = fields.node(field) else {
        return Text::default();
    };
    let context = fields.context();
    let file = fields.file();
    let add_to_sink = |at: &Node, name: &str| {
        context.sink.add_text(AuthorText {
            at: Place {
                file: file.clone(),
                span: at.span,
            },
            back: None,
            lang: Lang::new("und"),
            text: name.to_owned(),
            translatable: false,
            what: "student",
            field,
        });
    };
    let Kind::Map(entries) = &node.kind else {
        let name = fields.plain(field).unwrap_or_default();
        add_to_sink(node, &name);
        return Text::new(name);
    };
    let own = context.language.as_str();
    let mut written: Vec<(&str, &str)> = Vec::new();
    for entry in entries {
        let Some(name) = entry.value.text().map(str::trim) else {
            fields.report_type_error(field, Expected::Text, &entry.value);
            continue;
        };
        add_to_sink(&entry.value, name);
        written.push((&entry.key, name));
    }
    let original = written
        .iter()
        .find(|(lang, _)| *lang == own)
        .or(written.first())
        .map(|(_, name)| *name);
    let mut text = Text::new(original.unwrap_or_default());
    for (lang, name) in written.into_iter().filter(|(lang, _)| *lang != own) {
        let translation = Translation {
            text: name.to_owned(),
            state: TranslationState::Reviewed,
        };
        text.translations.insert(Lang::new(lang), translation);
    }
    text
}

fn home_languages(fields: &mut Fields, school: &School) -> Vec<Lang> {
    let mut languages = Vec::new();
    for Spanned { value, at } in fields.languages("home_languages") {
        if languages.contains(&value) {
            continue;
        }
        if school.languages.contains(&value) {
            languages.push(value);
        } else {
            let known: Vec<&str> = school.languages.iter().map(Lang::as_str).collect();
            let fault = Diagnostic::at(Code::UnknownLanguage, &at)
                .with("found", value.as_str())
                .with("choices", known.join(", "));
            fields.report(fault);
        }
    }
    languages
}

fn family(fields: &mut Fields) -> (Option<Text>, Vec<Ask>, Vec<String>) {
    let family = fields.sub("family", |family| {
        let hopes = family.text("hopes");
        let asks = family.texts_or_maps("asks", ask);
        (hopes, asks, family_words(family))
    });
    family.unwrap_or_default()
}

/// `words: {autistic: true}`: the words that the family itself uses, in lower case.
fn family_words(family: &mut Fields) -> Vec<String> {
    let Some(node) = family.node("words") else {
        return Vec::new();
    };
    let Kind::Map(entries) = &node.kind else {
        family.report_type_error("words", Expected::Map, node);
        return Vec::new();
    };
    let mut words = Vec::new();
    for entry in entries {
        match entry.value.text() {
            Some("true" | "yes") => words.push(entry.key.to_lowercase()),
            Some("false" | "no") => {}
            _ => family.report_type_error("words", Expected::YesNo, &entry.value),
        }
    }
    words
}

fn ask(item: TextOrMap) -> Ask {
    match item {
        TextOrMap::Text(ask) => Ask { ask, did: None },
        TextOrMap::Map(map) => Ask {
            ask: map.need_text("ask"),
            did: map.text("did"),
        },
    }
}

fn team(fields: &mut Fields, staff: &[&str]) -> Vec<Member> {
    let team = fields.items("team", |map| {
        let person = map.reference("person", Code::UnknownPerson, staff);
        let does = map.text("does");
        Some(Member {
            person: PersonId::new(person?.value),
            does,
        })
    });
    team.into_iter().flatten().collect()
}

/// Supports of the library, by short name, and supports written out, in one list.
fn supports(fields: &mut Fields, school: &School) -> Vec<Support> {
    let library = &school.library.supports;
    let known: Vec<&str> = library.keys().map(String::as_str).collect();
    let known = (Code::UnknownSupport, &*known);
    let supports = fields.ids_or_maps("supports", known, |item| match item {
        IdOrMap::Id(id) => library.get(&id.value).cloned(),
        IdOrMap::Map(map) => library::support(map),
    });
    supports.into_iter().flatten().collect()
}

/// Every form of a student's name, to look for in other students' texts. `text` is
/// that of `student.yaml`: if the file is broken, this function searches its lines,
/// because a mistake in one file must not let the name onto other students' pages.
#[must_use]
pub fn names(groups: &Groups, text: &str) -> Vec<String> {
    let facts = groups
        .get("student.yaml")
        .and_then(|group| group.original.as_ref());
    let mut names: Vec<String> = Vec::new();
    for field in ["name", "call_name"] {
        match facts
            .and_then(|facts| facts.facts.get(field))
            .map(|node| &node.kind)
        {
            Some(Kind::Scalar(scalar)) => names.push(scalar.text.clone()),
            Some(Kind::Map(entries)) => {
                let written = entries.iter().filter_map(|entry| entry.value.text());
                names.extend(written.map(str::to_owned));
            }
            _ => {}
        }
    }
    if facts.is_none() {
        let lines = text
            .lines()
            .filter_map(|line| line.trim().split_once("name:"));
        let quotes: &[char] = &['"', '\'', ' ', '\t', '“', '”'];
        names.extend(lines.map(|(_, name)| name.trim_matches(quotes).to_owned()));
    }
    if facts.is_none_or(|facts| facts.facts.get("call_name").is_none()) {
        // The child may be called by the first word of the name or, if the family's
        // name comes first, by the last.
        let parts = |name: &String| {
            let mut words = name.split_whitespace();
            [
                words.next().map(str::to_owned),
                words.next_back().map(str::to_owned),
            ]
        };
        let called: Vec<String> = names.iter().flat_map(parts).flatten().collect();
        names.extend(called);
    }
    for name in &mut names {
        *name = name.trim().to_owned();
    }
    names.retain(|name| name.chars().count() > 1);
    names.sort_unstable();
    names.dedup();
    names
}
