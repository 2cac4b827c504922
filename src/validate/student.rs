//! `student.yaml`: who a student is, and whom to call.

use super::context::Context;
use super::fields::{Fields, Item, TextOrMap};
use super::library;
use crate::diagnostic::{Code, Diagnostic};
use crate::discover::UnitSources;
use crate::model::{
    Ask, Lang, Member, PersonId, Pronouns, School, State, Student, Support, Text, Translation,
    Voice, VoiceKind, Written,
};
use crate::parse::{Groups, Kind, Node};
use crate::source::{RelPath, Spanned};

const PRONOUNS: [(&str, Pronouns); 3] = [
    ("she", Pronouns::She),
    ("he", Pronouns::He),
    ("they", Pronouns::They),
];

pub(super) fn student(
    context: &Context,
    unit: &UnitSources,
    groups: &Groups,
    school: &School,
) -> Option<Student> {
    let Some(group) = groups.get("student.yaml") else {
        // A file that discovery already spoke of (empty, unreadable), or a
        // link in the place of the folder, is not also missing.
        let said = unit.diagnostics().iter().any(|one| {
            one.file.as_ref().is_some_and(|file| {
                file.file_name() == "student.yaml" || file.as_str() == unit.folder()
            })
        });
        let file = RelPath::new(&format!("{}/student.yaml", unit.folder())).filter(|_| !said);
        if let Some(file) = file {
            context.report(Diagnostic::about(Code::MissingFile, &file));
        }
        return None;
    };
    let fields = context.fields("student", group, group.original.as_ref()?)?;
    let staff = school.staff_ids();
    let case_manager = fields.reference("case_manager", Code::UnknownPerson, &staff);
    if fields.node("case_manager").is_none() {
        fields.missing("case_manager");
    }
    let name = name(&fields, "name");
    let call_name = if fields.node("call_name").is_some() {
        name_map(&fields, "call_name")
    } else {
        name.clone()
    };
    let (hopes, asks, family_words) = family(&fields);
    let last_day = fields.date("expires");
    let expired = last_day.is_some_and(|day| day.value < context.today);
    let student = Student {
        id: unit.student().clone(),
        name,
        call_name,
        pronouns: fields
            .need_choice("pronouns", &PRONOUNS)
            .unwrap_or(Pronouns::They),
        grade: fields.plain("grade"),
        class: fields.text("class"),
        home_languages: home_languages(&fields, school),
        interpreter: fields.yes("interpreter").unwrap_or(false),
        strengths: fields.texts("strengths"),
        voice: voice(&fields),
        hopes,
        asks,
        case_manager: PersonId::new(case_manager.map(|id| id.value).unwrap_or_default()),
        team: team(&fields, &staff),
        supports: supports(&fields, school),
        photo_consent: photo_consent(&fields),
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
    report_real_in_example(&fields, school);
    fields.accept(&["sort", "guardians"]);
    fields.finish();
    Some(student)
}

/// A real family would read the facts of an invented school.
fn report_real_in_example(fields: &Fields, school: &School) {
    if school.example && fields.yes("example") != Some(true) {
        let fault = Diagnostic::about(Code::StudentInExample, fields.file());
        fields.report(fault.with("name", school.name.original.as_str()));
    }
}

const VOICES: [(&str, VoiceKind); 3] = [
    ("said", VoiceKind::Said),
    ("wrote", VoiceKind::Wrote),
    ("drew", VoiceKind::Drew),
];

fn voice(fields: &Fields) -> Option<Voice> {
    let map = |map: Fields| {
        let text = map.need_text("text");
        let kind = map.choice("kind", &VOICES).unwrap_or(VoiceKind::Said);
        map.finish();
        Voice { text, kind }
    };
    if fields.node("voice")?.text().is_none() {
        return fields.sub("voice", "voice").map(map);
    }
    let kind = VoiceKind::Said;
    fields.text("voice").map(|text| Voice { text, kind })
}

fn photo_consent(fields: &Fields) -> bool {
    let Some(consent) = fields.sub("consent", "consent") else {
        return false;
    };
    let photo = consent.yes("photo").unwrap_or(false);
    let _ = consent.yes("audio");
    consent.finish();
    photo
}

fn name(fields: &Fields, field: &'static str) -> Text {
    let name = name_map(fields, field);
    if name.is_empty() {
        fields.missing(field);
    }
    name
}

/// A name is one text, or a map by language for other scripts. It is in no
/// language: nothing about it waits for a translation.
fn name_map(fields: &Fields, field: &'static str) -> Text {
    let Some(node) = fields.node(field) else {
        return Text::default();
    };
    let remember = |at: &Node, name: &str| {
        fields.context().note_words(Written {
            at: fields.place(at.span),
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
        remember(node, &name);
        return Text::new(name);
    };
    let own = fields.context().language.as_str();
    let mut written: Vec<(&str, &str)> = Vec::new();
    for entry in entries {
        let Some(name) = entry.value.text().map(str::trim) else {
            fields.wrong(field, "text", &entry.value);
            continue;
        };
        remember(&entry.value, name);
        written.push((&entry.key, name));
    }
    let original = written.iter().find(|(lang, _)| *lang == own);
    let original = original.or(written.first()).map(|(_, name)| *name);
    let mut text = Text::new(original.unwrap_or_default());
    for (lang, name) in written.into_iter().filter(|(lang, _)| *lang != own) {
        let translation = Translation {
            text: name.to_owned(),
            state: State::Reviewed,
        };
        text.translations.insert(Lang::new(lang), translation);
    }
    text
}

fn home_languages(fields: &Fields, school: &School) -> Vec<Lang> {
    let mut languages = Vec::new();
    for Spanned { value, at } in fields.languages("home_languages") {
        if languages.contains(&value) {
            continue;
        }
        if school.languages.contains(&value) {
            languages.push(value);
        } else {
            let known: Vec<&str> = school.languages.iter().map(Lang::as_str).collect();
            let fault = Diagnostic::at(Code::UnknownLanguage, &at).with("found", value.as_str());
            fields.report(fault.with("choices", known.join(", ")));
        }
    }
    if fields.node("home_languages").is_none() {
        fields.missing("home_languages");
    }
    languages
}

fn family(fields: &Fields) -> (Option<Text>, Vec<Ask>, Vec<String>) {
    let Some(family) = fields.sub("family", "family") else {
        return (None, Vec::new(), Vec::new());
    };
    let hopes = family.text("hopes");
    let asks = family.words_or_maps("asks", "ask").into_iter().map(ask);
    let asks = asks.collect();
    let words = family_words(&family);
    family.finish();
    (hopes, asks, words)
}

/// `words: {autistic: true}`: what the family itself says.
fn family_words(family: &Fields) -> Vec<String> {
    let Some(node) = family.node("words") else {
        return Vec::new();
    };
    let Kind::Map(entries) = &node.kind else {
        family.wrong("words", "map", node);
        return Vec::new();
    };
    let mut words = Vec::new();
    for entry in entries {
        match entry.value.text() {
            Some("true" | "yes") => words.push(entry.key.to_lowercase()),
            Some("false" | "no") => {}
            _ => family.wrong("words", "yes-no", &entry.value),
        }
    }
    words
}

fn ask(item: TextOrMap) -> Ask {
    let map = match item {
        TextOrMap::Words(ask) => return Ask { ask, did: None },
        TextOrMap::Map(map) => map,
    };
    let ask = Ask {
        ask: map.need_text("ask"),
        did: map.text("did"),
    };
    map.finish();
    ask
}

fn team(fields: &Fields, staff: &[&str]) -> Vec<Member> {
    let mut team = Vec::new();
    for map in fields.items("team", "member") {
        if map.node("person").is_none() {
            map.missing("person");
        }
        let person = map.reference("person", Code::UnknownPerson, staff);
        let does = map.text("does");
        map.finish();
        team.extend(person.map(|person| Member {
            person: PersonId::new(person.value),
            does,
        }));
    }
    team
}

/// Library ids and supports written out, in one list.
fn supports(fields: &Fields, school: &School) -> Vec<Support> {
    let known: Vec<&str> = school.library.supports.keys().map(String::as_str).collect();
    let mut supports = Vec::new();
    for item in fields.mixed("supports", "support", Code::UnknownSupport, &known) {
        match item {
            Item::Reference(id) => supports.extend(school.library.supports.get(&id.value).cloned()),
            Item::Map(map) => supports.extend(library::support(map)),
        }
    }
    supports
}

/// Every way a student's name is written, for the search for names in other
/// students' texts. `text` is the whole of `student.yaml`: where it is broken,
/// its lines are searched as they are, because a fault in one child's file must
/// not open the others' pages to her name.
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
        // Nobody said what the child is called: it may be the first word of the
        // name or, where the family's name comes first, the last.
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
