//! A form for each file of facts of a student, and for each entry of a list such as
//! `services.yaml`.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Context;

use super::saving::Refused;
use super::{Choice, Desk, Form, Wanted};
use crate::build::{self, ReadFiles, Shared};
use crate::cli::staff_dashboard::quoted;
use crate::desk::{self, Control, Shown};
use crate::incremental::SharedInputs;
use crate::io;
use crate::io::http::{Answer, Asked};
use crate::parse::Node;
use crate::schema::{KINDS, Kind, Need, Reference, SeenBy, Value};
use crate::source::RelPath;

const TEXTS: [&str; 5] = [
    "desk-save",
    "desk-in-file",
    "desk-needed",
    "desk-only-staff",
    "desk-one-a-line",
];

/// A file, or an entry of it, in the list of a student.
#[derive(Serialize)]
struct Listed {
    text: String,
    href: String,
}

/// The files of one kind.
#[derive(Serialize)]
struct Listing {
    title: String,
    files: Vec<Listed>,
}

/// A control as the page shows it.
#[derive(Serialize)]
struct Shape {
    name: String,
    label: String,
    help: String,
    depth: usize,
    is_needed: bool,
    is_for_staff: bool,
    /// `line`, `lines`, `area`, `day`, `choice`, `map`, or `file`.
    form: &'static str,
    value: String,
    choices: Vec<Choice>,
    /// What the file has, if somebody else has changed it.
    now: Option<String>,
    said: Option<Refused>,
}

/// What a form is about.
struct About {
    student: String,
    name: String,
    file: RelPath,
    entry: Option<String>,
    kind: &'static Kind,
    controls: Vec<Control>,
    bytes: Vec<u8>,
}

/// What was typed and not saved, and what to say about it.
struct Wrong<'f> {
    typed: &'f Form,
    refused: Refused,
    has_changed: bool,
}

impl Desk {
    /// The files of a student.
    pub(super) fn files(&self, opened: &SharedInputs, shared: &Shared, asked: &Asked) -> Answer {
        let query = Form::of(&asked.query);
        let Some((student, read)) = read(opened, shared, query.get("student")) else {
            return Answer::NotFound;
        };
        let mut listings: BTreeMap<usize, Listing> = BTreeMap::new();
        for (path, group) in &read.groups {
            let Some(raw) = &group.original else { continue };
            let Some((place, kind)) = kind_of(path) else {
                continue;
            };
            let listing = listings.entry(place).or_insert_with(|| Listing {
                title: self.messages.say(&format!("kind-{}", kind.name), []),
                files: Vec::new(),
            });
            let href = format!(
                "/desk/form?student={}&file={}",
                quoted(student),
                quoted(path)
            );
            let Some(_) = kind.entries else {
                let title = raw.facts.get("title").and_then(Node::text);
                let text = title.unwrap_or(path).to_owned();
                listing.files.push(Listed { text, href });
                continue;
            };
            let entries = raw.facts.entries().unwrap_or_default();
            for entry in entries.iter().filter(|entry| entry.key != "format") {
                listing.files.push(Listed {
                    text: entry.key.clone(),
                    href: format!("{href}&entry={}", quoted(&entry.key)),
                });
            }
        }
        let mut context = Context::new();
        let listings: Vec<Listing> = listings.into_values().collect();
        context.insert("listings", &listings);
        context.insert("student", student);
        context.insert("name", &read.record.student.call_name.original);
        context.insert("page", &format!("/view/{}/", quoted(student)));
        context.insert("text", &self.texts(&["desk-page"]));
        context.insert("back", "files");
        self.page(
            "files.html",
            "desk-files",
            &Wanted::in_form(&query, shared),
            context,
        )
    }

    /// The form for a file.
    pub(super) fn form(&self, opened: &SharedInputs, shared: &Shared, asked: &Asked) -> Answer {
        let query = Form::of(&asked.query);
        match about(opened, shared, &query) {
            Some(about) => self.show(shared, &about, &Wanted::in_form(&query, shared), None),
            None => Answer::NotFound,
        }
    }

    fn show(
        &self,
        shared: &Shared,
        about: &About,
        wanted: &Wanted,
        wrong: Option<&Wrong>,
    ) -> Answer {
        let shape = |control: &Control| self.shape(shared, control, wrong);
        let shapes: Vec<Shape> = about.controls.iter().map(shape).collect();
        let is_said = shapes.iter().any(|shape| shape.said.is_some());
        let mut context = Context::new();
        context.insert("controls", &shapes);
        context.insert("student", &about.student);
        context.insert("name", &about.name);
        context.insert(
            "file",
            &about.file.below(&format!("students/{}", about.student)),
        );
        context.insert("entry", &about.entry);
        context.insert("hash", &io::hash_of_bytes(&about.bytes));
        context.insert(
            "said",
            &wrong.filter(|_| !is_said).map(|wrong| &wrong.refused),
        );
        context.insert("text", &self.texts(&TEXTS));
        context.insert(
            "files",
            &format!("/desk/files?student={}", quoted(&about.student)),
        );
        context.insert("back", "form");
        self.page(
            "form.html",
            &format!("kind-{}", about.kind.name),
            wanted,
            context,
        )
    }

    fn shape(&self, shared: &Shared, control: &Control, wrong: Option<&Wrong>) -> Shape {
        let field = control.field;
        let id = format!(
            "field-{}-{}",
            control.kind.name,
            field.name.replace('_', "-")
        );
        let typed = wrong.and_then(|wrong| wrong.typed.find(&format!("f:{}", control.name)));
        let in_file = match &control.shown {
            Shown::One(text) | Shown::Lines(text) => text.clone(),
            Shown::Map | Shown::InFile => String::new(),
        };
        let value = typed.map_or_else(|| in_file.clone(), str::to_owned);
        let has_changed = wrong.is_some_and(|wrong| wrong.has_changed) && value != in_file;
        let is_wrong = |wrong: &&Wrong| wrong.refused.field.as_deref() == Some(field.name);
        let choices = choices(shared, control, &value);
        Shape {
            label: self.messages.say(&id, []),
            help: self.messages.say(&format!("{id}.help"), []),
            depth: control.depth,
            is_needed: field.need == Need::Required,
            is_for_staff: matches!(field.seen_by, SeenBy::Staff),
            form: match (&control.shown, field.value) {
                (Shown::Map, _) => "map",
                (Shown::InFile, _) => "file",
                (Shown::Lines(_), _) => "lines",
                (Shown::One(_), Value::Text) => "area",
                (Shown::One(_), _) if !choices.is_empty() => "choice",
                (Shown::One(text), Value::Day) if text.is_empty() || is_iso(text) => "day",
                (Shown::One(_), _) => "line",
            },
            value,
            choices,
            now: has_changed.then_some(in_file),
            said: wrong.filter(is_wrong).map(|wrong| wrong.refused.clone()),
            name: control.name.clone(),
        }
    }

    /// Saves a form.
    pub(super) fn save_form(
        &mut self,
        opened: &SharedInputs,
        shared: &Shared,
        form: &Form,
    ) -> Answer {
        let wanted = Wanted::in_form(form, shared);
        let Some(about) = about(opened, shared, form) else {
            return Answer::NotFound;
        };
        if io::hash_of_bytes(&about.bytes) != form.get("hash") {
            let wrong = Wrong {
                typed: form,
                refused: self.messages.say("desk-changed-form", []).into(),
                has_changed: true,
            };
            return self.show(shared, &about, &wanted, Some(&wrong));
        }
        let typed = |name: &str| {
            let typed = form.find(&format!("f:{name}"))?;
            Some(typed.replace("\r\n", "\n"))
        };
        let kept = self.save(
            (opened, shared),
            (&about.student, &about.name, wanted.day),
            &about.file,
            |bytes| {
                desk::with_form(
                    &about.file,
                    bytes,
                    about.entry.as_deref(),
                    &about.controls,
                    typed,
                )
            },
        );
        match kept {
            Ok(_) => Answer::Redirect(format!("/desk/files?student={}", quoted(&about.student))),
            Err(refused) => {
                let wrong = Wrong {
                    typed: form,
                    refused,
                    has_changed: false,
                };
                self.show(shared, &about, &wanted, Some(&wrong))
            }
        }
    }
}

/// A student of this school, and the files.
fn read<'s>(
    opened: &'s SharedInputs,
    shared: &Shared,
    student: &str,
) -> Option<(&'s str, ReadFiles)> {
    let student = opened.students.iter().find(|known| *known == student)?;
    Some((student, build::read_files(&opened.unit(student), shared)?))
}

/// What a form is about. `None` if there is no such file, or no form for it.
fn about(opened: &SharedInputs, shared: &Shared, form: &Form) -> Option<About> {
    let (student, read) = read(opened, shared, form.get("student"))?;
    let group = read.groups.get(form.get("file"))?;
    let (_, kind) = kind_of(form.get("file"))?;
    let raw = group.original.as_ref()?;
    let (kind, map, entry) = match kind.entries {
        None => (kind, &raw.facts, None),
        Some(inside) => {
            let entry = form.get("entry");
            (inside, raw.facts.get(entry)?, Some(entry.to_owned()))
        }
    };
    Some(About {
        name: read.record.student.call_name.original.clone(),
        controls: desk::controls(kind, Some(map)),
        bytes: opened.disk.text(&raw.path)?.to_vec(),
        file: raw.path.clone(),
        student: student.to_owned(),
        entry,
        kind,
    })
}

/// The kind of a student's YAML file, and its place in the list of all kinds. `path` is in
/// the student's folder.
fn kind_of(path: &str) -> Option<(usize, &'static Kind)> {
    let fits = |pattern: &&str| {
        let Some(pattern) = pattern.strip_prefix("students/*/") else {
            return false;
        };
        let is_yaml = pattern.rsplit('.').next() == Some("yaml");
        is_yaml
            && match pattern.split_once('*') {
                None => pattern == path,
                Some((start, end)) => path.starts_with(start) && path.ends_with(end),
            }
    };
    let mut all = KINDS.iter().copied().enumerate();
    all.find(|(_, kind): &(usize, &Kind)| !kind.is_rows && kind.files.iter().any(fits))
}

/// What a list offers. Empty if the field is no list. What the file has is among it.
fn choices(shared: &Shared, control: &Control, value: &str) -> Vec<Choice> {
    let word = |word: &str| (word.to_owned(), word.to_owned());
    let mut all: Vec<(String, String)> = match control.field.value {
        Value::Choice(words) => words.words().into_iter().map(word).collect(),
        Value::YesNo => ["yes", "no"].map(word).to_vec(),
        Value::Reference(Reference::Person) => {
            let staff = shared.school.staff.iter();
            let staff = staff.map(|(id, one)| (id.to_string(), one.name.original.clone()));
            staff.collect()
        }
        _ => return Vec::new(),
    };
    all.insert(0, (String::new(), String::new()));
    if !all.iter().any(|(known, _)| known == value) {
        all.push(word(value));
    }
    let all = all.into_iter().map(|(known, text)| Choice {
        is_chosen: known == value,
        value: known,
        text,
    });
    all.collect()
}

/// Whether a day is written as a browser's calendar writes it.
fn is_iso(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok()
}
