//! This week's numbers: one grid for the students of a person.

use jiff::civil::Date;
use serde::Serialize;
use tera::Context;

use super::saving::{Kept, Refused};
use super::{Choice, Desk, Form, Wanted, students};
use crate::build::{self, Shared};
use crate::desk::{self, GoalLine, OnDay, Typed};
use crate::incremental::SharedInputs;
use crate::io::http::Answer;
use crate::schema::choices::SETTINGS;

const TEXTS: [&str; 13] = [
    "desk-day",
    "desk-person",
    "desk-show",
    "desk-goal",
    "desk-before",
    "desk-value",
    "desk-where",
    "desk-save",
    "desk-numbers-lead",
    "desk-details",
    "desk-no-goals",
    "desk-kept",
    "desk-lost",
];

/// The students with their goals.
#[derive(Serialize)]
struct Group {
    name: String,
    href: String,
    rows: Vec<Row>,
}

/// A goal.
#[derive(Serialize)]
struct Row {
    /// `student/goal`.
    id: String,
    title: String,
    newest: Vec<String>,
    /// What is in the cell. `None` if a cell cannot show it.
    value: Option<String>,
    /// What is in the file.
    was: String,
    /// What a person types for this measure.
    example: String,
    settings: Vec<Choice>,
    /// What to say about what was typed.
    said: Option<Refused>,
}

/// One cell that was sent.
struct Cell<'f> {
    id: &'f str,
    typed: Typed,
    /// What the page had in the cell.
    was: &'f str,
}

/// A cell that was not saved: its id, what was typed, and what to say.
type Wrong = (String, String, Refused);

impl Desk {
    pub(super) fn numbers(
        &self,
        opened: &SharedInputs,
        shared: &Shared,
        wanted: &Wanted,
    ) -> Answer {
        self.grid(opened, shared, wanted, &[])
    }

    fn grid(
        &self,
        opened: &SharedInputs,
        shared: &Shared,
        wanted: &Wanted,
        wrong: &[Wrong],
    ) -> Answer {
        let students = students(opened, shared, &wanted.person);
        let group = |student: &super::Student| {
            let lines = desk::lines(&student.read, wanted.day);
            let rows = lines.iter();
            let rows = rows.map(|line| self.row(&student.folder, line, wrong));
            Group {
                name: student.name.clone(),
                href: format!(
                    "/view/{}/",
                    crate::cli::staff_dashboard::quoted(&student.folder)
                ),
                rows: rows.collect(),
            }
        };
        let groups: Vec<Group> = students.iter().map(group).collect();
        let groups: Vec<Group> = groups
            .into_iter()
            .filter(|one| !one.rows.is_empty())
            .collect();
        let mut context = Context::new();
        context.insert("groups", &groups);
        context.insert("people", &self.people(shared, wanted));
        context.insert("text", &self.texts(&TEXTS));
        context.insert("back", "numbers");
        // No data point is from a day to come.
        context.insert("today", &shared.school.today.to_string());
        self.page("numbers.html", "desk-numbers", wanted, context)
    }

    fn row(&self, student: &str, line: &GoalLine, wrong: &[Wrong]) -> Row {
        let id = format!("{student}/{}", line.goal);
        let newest = line.newest.iter().map(|(day, value)| {
            let values = [("day", self.messages.day(*day)), ("value", value.clone())];
            self.messages.say("desk-newest", values)
        });
        let (value, setting) = match &line.on_day {
            OnDay::Nothing => (Some(String::new()), None),
            OnDay::Typed(typed) => (Some(typed.value.clone()), typed.setting.clone()),
            OnDay::Details => (None, None),
        };
        let wrong = wrong.iter().find(|(wrong, ..)| *wrong == id);
        let settings = SETTINGS
            .iter()
            .enumerate()
            .map(|(index, (word, _))| Choice {
                value: (*word).to_owned(),
                text: self.messages.say(&format!("desk-setting-{word}"), []),
                is_chosen: setting
                    .as_deref()
                    .map_or(index == 0, |setting| setting == *word),
            });
        Row {
            title: line.title.clone(),
            newest: newest.collect(),
            was: value.clone().unwrap_or_default(),
            value: value.map(|value| wrong.map_or(value, |(_, typed, _)| typed.clone())),
            example: self
                .messages
                .say(&format!("desk-example-{}", line.measure), []),
            settings: settings.collect(),
            said: wrong.map(|(.., refused)| refused.clone()),
            id,
        }
    }

    /// Saves each cell that was changed.
    pub(super) fn save_numbers(
        &mut self,
        opened: &SharedInputs,
        shared: &Shared,
        form: &Form,
    ) -> Answer {
        let wanted = Wanted::in_form(form, shared);
        let ids: Vec<&str> = form.all("goal").collect();
        let cells = ids.into_iter().map(|id| {
            let value = |name: &str| form.get(&format!("{name}:{id}"));
            let usual = SETTINGS.first().map_or("", |(word, _)| *word);
            let setting = Some(value("where")).filter(|word| !word.is_empty() && *word != usual);
            Cell {
                id,
                typed: Typed {
                    value: value("value").to_owned(),
                    setting: setting.map(str::to_owned),
                },
                was: value("was"),
            }
        });
        let is_script = form.get("script") == "yes";
        let mut wrong = Vec::new();
        for cell in cells {
            let kept = self.save_cell(opened, shared, wanted.day, &cell);
            if is_script {
                return self.reply(kept);
            }
            if let Err(refused) = kept {
                wrong.push((cell.id.to_owned(), cell.typed.value.clone(), refused));
            }
        }
        self.grid(opened, shared, &wanted, &wrong)
    }

    fn save_cell(
        &mut self,
        opened: &SharedInputs,
        shared: &Shared,
        day: Date,
        cell: &Cell,
    ) -> Result<Kept, Refused> {
        let gone = |desk: &Self| Refused::from(desk.messages.say("desk-gone", []));
        let (student, goal) = cell.id.split_once('/').ok_or_else(|| gone(self))?;
        let student = opened.students.iter().find(|known| *known == student);
        let student = student.ok_or_else(|| gone(self))?;
        let read = build::read_files(&opened.unit(student), shared).ok_or_else(|| gone(self))?;
        let lines = desk::lines(&read, day);
        let line = lines.into_iter().find(|line| line.goal == goal);
        let line = line.ok_or_else(|| gone(self))?;
        let now = match &line.on_day {
            OnDay::Nothing => Typed::default(),
            OnDay::Typed(typed) => typed.clone(),
            OnDay::Details => return Err(self.messages.say("desk-details", []).into()),
        };
        if now == cell.typed {
            return Ok(Kept::AsBefore);
        }
        if now.value != cell.was {
            let values = [("now", now.value), ("typed", cell.typed.value.clone())];
            return Err(self.messages.say("desk-changed-cell", values).into());
        }
        let group = read.groups.get(&format!("goals/{goal}.yaml"));
        let raw = group.and_then(|group| group.original.as_ref());
        let facts = raw.map(|raw| raw.facts.clone()).ok_or_else(|| gone(self))?;
        let name = read.record.student.call_name.original.clone();
        self.save(
            (opened, shared),
            (student, &name, day),
            &line.file,
            |bytes| desk::with_number(&line, bytes, &facts, day, &cell.typed),
        )
    }
}
