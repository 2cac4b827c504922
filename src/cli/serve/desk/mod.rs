//! The desk: forms that write the files of a school folder, for teachers who do not want to
//! open them.

mod forms;
mod friday;
mod numbers;
mod saving;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;
use tera::{Context, Tera};

use crate::build::{self, ReadFiles, Shared};
use crate::cli::CommandError;
use crate::cli::diagnostics::Messages;
use crate::incremental::SharedInputs;
use crate::input::{self, Reading};
use crate::io::http::{Answer, Asked, secret};
use saving::Undo;

const TEMPLATES: [(&str, &str); 8] = [
    ("desk.html", include_str!("desk.html")),
    ("head.html", include_str!("head.html")),
    ("choose.html", include_str!("choose.html")),
    ("undo.html", include_str!("undo.html")),
    ("numbers.html", include_str!("numbers.html")),
    ("friday.html", include_str!("friday.html")),
    ("files.html", include_str!("files.html")),
    ("form.html", include_str!("form.html")),
];

/// The texts that every page of the desk has.
const LABELS: [&str; 5] = [
    "desk-pages",
    "desk-students",
    "desk-numbers",
    "desk-friday",
    "desk-needs",
];

/// The forms of one school.
pub(super) struct Desk {
    opened: Option<Arc<SharedInputs>>,
    /// A random text in each form, so that no other site can send one.
    secret: String,
    undo: Vec<Undo>,
    messages: Messages,
    engine: Tera,
}

/// What a form sends: names and values, in order.
pub(super) struct Form(Vec<(String, String)>);

/// A page that was asked for.
struct Wanted {
    day: Date,
    /// The person whose students are shown. Empty: all students.
    person: String,
}

/// A choice in a list.
#[derive(Serialize)]
struct Choice {
    value: String,
    text: String,
    is_chosen: bool,
}

impl Form {
    fn of(text: &str) -> Self {
        let fields = form_urlencoded::parse(text.as_bytes());
        Self(fields.into_owned().collect())
    }

    fn get(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default().trim()
    }

    /// The value of a field. `None` if the form does not have it.
    fn find(&self, name: &str) -> Option<&str> {
        let mut found = self.0.iter().filter(|(field, _)| field == name);
        found.next().map(|(_, value)| value.as_str())
    }

    fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        let found = self.0.iter().filter(move |(field, _)| field == name);
        found.map(|(_, value)| value.trim())
    }
}

impl Desk {
    pub(super) fn new() -> Result<Self, CommandError> {
        let mut engine = Tera::new();
        // The templates are part of this program, and a test renders each page.
        let _ = engine.add_raw_templates(TEMPLATES);
        Ok(Self {
            opened: None,
            secret: secret()?,
            undo: Vec::new(),
            messages: Messages::of_tool(),
            engine,
        })
    }

    /// Takes the shared files as they are now.
    pub(super) fn update(&mut self, opened: Arc<SharedInputs>, messages: Messages) {
        self.opened = Some(opened);
        self.messages = messages;
    }

    /// The answer to a request below `/desk/`. `None` if it is for no page of the desk.
    pub(super) fn answer(&mut self, page: &str, asked: &Asked) -> Answer {
        let Some(opened) = self.opened.clone() else {
            return Answer::Redirect("/".to_owned());
        };
        let Some(shared) = &opened.shared else {
            // The list of students says what is wrong with the shared files.
            return Answer::Redirect("/".to_owned());
        };
        let form = asked.form.as_deref().map(Form::of);
        if form
            .as_ref()
            .is_some_and(|form| form.get("secret") != self.secret)
        {
            return self.said("desk-again");
        }
        match (page, form) {
            ("numbers", None) => self.numbers(&opened, shared, &Wanted::of(asked, shared)),
            ("numbers", Some(form)) => self.save_numbers(&opened, shared, &form),
            ("friday", None) => self.friday(&opened, shared, &Wanted::of(asked, shared)),
            ("friday", Some(form)) => self.save_update(&opened, shared, &form),
            ("files", None) => self.files(&opened, shared, asked),
            ("form", None) => self.form(&opened, shared, asked),
            ("form", Some(form)) => self.save_form(&opened, shared, &form),
            ("undo", Some(form)) => self.undo(&opened, &form),
            _ => Answer::NotFound,
        }
    }

    /// A result without a page, for the script of a page.
    fn said(&self, id: &str) -> Answer {
        json(&Said {
            is_saved: false,
            text: self.messages.say(id, []),
            lang: None,
            undo: None,
        })
    }

    fn page(&self, template: &str, title: &str, wanted: &Wanted, mut context: Context) -> Answer {
        let (lang, dir) = self.messages.language_of("desk-pages");
        let label = |id: &str| (id.replace('-', "_"), self.messages.say(id, []));
        let labels: BTreeMap<String, String> = LABELS.into_iter().map(label).collect();
        context.insert("lang", &lang);
        context.insert("dir", dir);
        context.insert("label", &labels);
        context.insert("title", &self.messages.say(title, []));
        context.insert("secret", &self.secret);
        context.insert("day", &wanted.day.to_string());
        context.insert("person", &wanted.person);
        context.insert("undo", &self.undo.last().map(|last| self.undo_text(last)));
        let rendered = self.engine.render(template, &context);
        Answer::Body {
            content_type: "text/html; charset=utf-8",
            bytes: rendered
                .unwrap_or_else(|error| error.to_string())
                .into_bytes(),
        }
    }

    /// The texts of a page, by the name that its template has for them.
    fn texts(&self, ids: &[&str]) -> BTreeMap<String, String> {
        let text = |id: &&str| (id.replace('-', "_"), self.messages.say(id, []));
        ids.iter().map(text).collect()
    }

    /// The staff of the school, for a list.
    fn people(&self, shared: &Shared, wanted: &Wanted) -> Vec<Choice> {
        let all = Choice {
            value: String::new(),
            text: self.messages.say("desk-all-students", []),
            is_chosen: wanted.person.is_empty(),
        };
        let people = shared.school.staff.iter().map(|(id, person)| Choice {
            value: id.to_string(),
            text: person.name.original.clone(),
            is_chosen: id.as_str() == wanted.person,
        });
        std::iter::once(all).chain(people).collect()
    }
}

/// What the script of a page is told after it sent something.
#[derive(Serialize)]
struct Said {
    is_saved: bool,
    /// What to say about it. Empty: nothing.
    text: String,
    /// The language of the text, if it may not be that of the page.
    lang: Option<String>,
    /// What the button says that takes the last save back.
    undo: Option<String>,
}

fn json(said: &impl Serialize) -> Answer {
    Answer::Body {
        content_type: "application/json",
        bytes: serde_json::to_vec(said).unwrap_or_default(),
    }
}

impl Wanted {
    fn of(asked: &Asked, shared: &Shared) -> Self {
        Self::in_form(&Form::of(&asked.query), shared)
    }

    fn in_form(form: &Form, shared: &Shared) -> Self {
        let day = input::day(form.get("day"), None).ok().map(Reading::value);
        Self {
            day: day.unwrap_or(shared.school.today),
            person: form.get("person").to_owned(),
        }
    }
}

/// A student whose files can be read.
struct Student {
    folder: String,
    name: String,
    read: ReadFiles,
}

/// The students of a person, as case manager, as owner of a goal, or in a service; or all.
fn students(opened: &SharedInputs, shared: &Shared, person: &str) -> Vec<Student> {
    let read = |folder: &str| {
        let read = build::read_files(&opened.unit(folder), shared)?;
        let name = read.record.student.call_name.original.clone();
        Some(Student {
            folder: folder.to_owned(),
            name,
            read,
        })
    };
    let mut students: Vec<Student> = opened.students.iter().filter_map(read).collect();
    students.retain(|student| person.is_empty() || is_of(&student.read, person));
    students.sort_by(|one, other| one.name.cmp(&other.name));
    students
}

fn is_of(read: &ReadFiles, person: &str) -> bool {
    let record = &read.record;
    let mut owners = record.goals.iter().flat_map(|goal| &goal.owners);
    let parts = record.services.iter().flat_map(|service| &service.parts);
    let mut who = parts.flat_map(|part| &part.who);
    record.student.case_manager.as_str() == person
        || owners.any(|id| id.as_str() == person)
        || who.any(|id| id.as_str() == person)
}
