//! Readers: `guardians` in `student.yaml`, and `families.yaml`.

use super::context::Context;
use super::fields::{Fields, read_file};
use crate::diagnostic::{Code, Diagnostic, Expected};
use crate::model::{
    FamilyReader, Lang, Reader, ReaderId, School, SitePart, Student, StudentId, Today,
};
use crate::parse::{Groups, Kind};
use crate::schema;
use crate::source::Place;

/// The guardians of a student.
pub(super) fn guardians(fields: &mut Fields, student: &StudentId, school: &School) -> Vec<Reader> {
    let mut readers: Vec<Reader> = Vec::new();
    for node in fields.short_list("guardians", &[]) {
        let at = fields.place(node.span);
        let read = match &node.kind {
            Kind::Map(entries) => {
                fields.untranslated(&schema::GUARDIAN, at.clone(), entries, |map| {
                    let id = map.plain("id")?;
                    let id = ReaderId::of_student(student, &id);
                    Some(reader(map, id, at, &school.languages))
                })
            }
            _ => node.text().map(|id| Reader {
                id: ReaderId::of_student(student, id.trim()),
                at,
                language: None,
                parts: None,
                until: None,
            }),
        };
        let Some(read) = read else {
            if node.entries().is_none() {
                fields.report_type_error("guardians", Expected::Id, &node);
            }
            continue;
        };
        if let Some(first) = readers.iter().find(|one| one.id == read.id) {
            // Only the word in the file, without the student's folder.
            let word = read.id.as_str().rsplit('/').next().unwrap_or_default();
            let fault = Diagnostic::at(Code::ReaderTwice, &read.at).with("reader", word);
            fields.report(fault.label(&first.at, "earlier"));
            continue;
        }
        readers.push(read);
    }
    readers
}

/// Reads `families.yaml`: readers who may open the pages of several students.
pub(super) fn families(
    context: &Context,
    groups: &Groups,
    languages: &[Lang],
) -> Vec<FamilyReader> {
    let families = groups.get("families.yaml").and_then(|group| {
        let raw = group.original.as_ref()?;
        read_file(context, &schema::FAMILIES, group, raw, |fields| {
            fields.each(|id, map| {
                let reader_id = ReaderId::of_family(&id.value);
                FamilyReader {
                    reader: reader(map, reader_id, id.at, languages),
                    students: students(map),
                }
            })
        })
    });
    families.unwrap_or_default()
}

fn students(fields: &mut Fields) -> Vec<(StudentId, Place)> {
    let nodes = fields.short_list("students", &[]);
    let mut students: Vec<(StudentId, Place)> = Vec::new();
    for node in nodes {
        let Some(text) = node.text() else {
            fields.report_type_error("students", Expected::Id, &node);
            continue;
        };
        let student = StudentId::new(text.trim());
        if students.iter().all(|(one, _)| *one != student) {
            students.push((student, fields.place(node.span)));
        }
    }
    students
}

fn reader(fields: &mut Fields, id: ReaderId, at: Place, languages: &[Lang]) -> Reader {
    fields.check_example();
    Reader {
        language: language(fields, languages),
        parts: parts(fields),
        until: fields.date("until").map(|day| day.value),
        id,
        at,
    }
}

/// The reader's language. One that the school does not offer is no reason to keep a
/// family out.
fn language(fields: &mut Fields, languages: &[Lang]) -> Option<Lang> {
    let read = fields.languages("language").into_iter().next()?;
    if languages.contains(&read.value) {
        return Some(read.value);
    }
    let known: Vec<&str> = languages.iter().map(Lang::as_str).collect();
    let fault = Diagnostic::at(Code::ReaderLanguage, &read.at).with("found", read.value.as_str());
    fields.report(fault.with("choices", known.join(", ")));
    None
}

/// The parts of the site that the reader may open. A word that is none is an error: who
/// was limited by a court must not see more because of a typing mistake.
fn parts(fields: &mut Fields) -> Option<Vec<SitePart>> {
    let choices: Vec<(&str, SitePart)> = SitePart::ALL
        .iter()
        .map(|part| (part.folder(), *part))
        .collect();
    if !fields.has("pages") {
        return None;
    }
    let nodes = fields.short_list("pages", &[]);
    let mut parts: Vec<SitePart> = nodes
        .iter()
        .filter_map(|node| fields.choice_of("pages", node, &choices))
        .collect();
    parts.sort_unstable();
    parts.dedup();
    Some(parts)
}

/// The readers of a student's site on a day: the guardians, and those of
/// `families.yaml`.
pub fn readers<'a>(
    student: &'a Student,
    school: &'a School,
    today: Today<'a>,
) -> impl Iterator<Item = &'a Reader> {
    let families = school.families.iter();
    let families = families.filter(|family| family.reads(&student.id));
    student
        .guardians
        .iter()
        .chain(families.map(|family| &family.reader))
        .filter(move |reader| reader.is_active(&today))
}
