//! Friday: a short update for each family of a person's students.

use serde::Serialize;
use tera::Context;

use super::saving::{Kept, Refused};
use super::{Choice, Desk, Form, Student, Wanted, students};
use crate::build::{self, Shared};
use crate::cli::staff_dashboard::quoted;
use crate::desk::{self, UpdateDraft};
use crate::incremental::SharedInputs;
use crate::io::http::Answer;

const TEXTS: [&str; 10] = [
    "desk-day",
    "desk-person",
    "desk-show",
    "desk-friday-lead",
    "desk-update",
    "desk-about-goals",
    "desk-by",
    "desk-save",
    "desk-page",
    "desk-lost",
];

/// A student with the update of a day.
#[derive(Serialize)]
struct Card {
    student: String,
    name: String,
    page: String,
    text: String,
    /// The text in the file.
    was: String,
    goals: Vec<Choice>,
    people: Vec<Choice>,
    /// How many words families are to read at most.
    words: String,
    languages: String,
    said: Option<Refused>,
}

/// What was typed for a student and not saved, and what to say about it.
type Wrong = (String, UpdateDraft, Refused);

impl Desk {
    pub(super) fn friday(&self, opened: &SharedInputs, shared: &Shared, wanted: &Wanted) -> Answer {
        self.cards(opened, shared, wanted, None)
    }

    fn cards(
        &self,
        opened: &SharedInputs,
        shared: &Shared,
        wanted: &Wanted,
        wrong: Option<&Wrong>,
    ) -> Answer {
        let students = students(opened, shared, &wanted.person);
        let card = |student: &Student| self.card(shared, student, wanted, wrong);
        let cards: Vec<Card> = students.iter().map(card).collect();
        let mut context = Context::new();
        context.insert("cards", &cards);
        context.insert("people", &self.people(shared, wanted));
        context.insert("text", &self.texts(&TEXTS));
        context.insert("back", "friday");
        self.page("friday.html", "desk-friday", wanted, context)
    }

    fn card(
        &self,
        shared: &Shared,
        student: &Student,
        wanted: &Wanted,
        wrong: Option<&Wrong>,
    ) -> Card {
        let wrong = wrong.filter(|(folder, ..)| *folder == student.folder);
        let in_file = desk::draft(&student.read, wanted.day);
        let was = in_file.as_ref().map(|draft| draft.text.clone());
        let draft = match wrong {
            Some((_, typed, _)) => typed.clone(),
            None => in_file.unwrap_or_else(|| UpdateDraft {
                by: wanted.person.clone(),
                ..UpdateDraft::default()
            }),
        };
        let goals = desk::lines(&student.read, wanted.day);
        let goals = goals.into_iter().map(|line| Choice {
            is_chosen: draft.goals.contains(&line.goal),
            value: line.goal,
            text: line.title,
        });
        let people = shared.school.staff.iter().map(|(id, person)| Choice {
            value: id.to_string(),
            text: person.name.original.clone(),
            is_chosen: id.as_str() == draft.by,
        });
        let languages = &student.read.record.student.home_languages;
        let languages: Vec<String> = languages
            .iter()
            .map(|lang| self.messages.autonym(lang.as_str()))
            .collect();
        let most = shared.school.lint.update_words;
        let languages = [("languages", languages.join(", "))];
        Card {
            student: student.folder.clone(),
            name: student.name.clone(),
            page: format!("/site/{}/", quoted(&student.folder)),
            text: draft.text,
            was: was.unwrap_or_default(),
            goals: goals.collect(),
            people: people.collect(),
            words: self
                .messages
                .say("desk-words", [("most", most.to_string())]),
            languages: self.messages.say("desk-languages", languages),
            said: wrong.map(|(.., refused)| refused.clone()),
        }
    }

    /// Saves the update of one student.
    pub(super) fn save_update(
        &mut self,
        opened: &SharedInputs,
        shared: &Shared,
        form: &Form,
    ) -> Answer {
        let wanted = Wanted::in_form(form, shared);
        let typed = UpdateDraft {
            text: form.get("text").replace("\r\n", "\n"),
            by: form.get("by").to_owned(),
            goals: form.all("about").map(str::to_owned).collect(),
        };
        let student = form.get("student").to_owned();
        let kept = self.save_draft(opened, shared, &wanted, &student, &typed, form.get("was"));
        if form.get("script") == "yes" {
            return self.reply(kept);
        }
        let wrong = kept.err().map(|refused| (student, typed, refused));
        self.cards(opened, shared, &wanted, wrong.as_ref())
    }

    fn save_draft(
        &mut self,
        opened: &SharedInputs,
        shared: &Shared,
        wanted: &Wanted,
        student: &str,
        typed: &UpdateDraft,
        was: &str,
    ) -> Result<Kept, Refused> {
        let gone = |desk: &Self| Refused::from(desk.messages.say("desk-gone", []));
        let student = opened.students.iter().find(|known| *known == student);
        let student = student.ok_or_else(|| gone(self))?;
        let read = build::read_files(&opened.unit(student), shared).ok_or_else(|| gone(self))?;
        let old = desk::draft(&read, wanted.day);
        if old.is_none() && typed.text.is_empty() {
            return Ok(Kept::AsBefore);
        }
        let old = old.unwrap_or_default();
        if old.text != was.replace("\r\n", "\n") {
            let now = [("now", old.text)];
            return Err(self.messages.say("desk-changed-text", now).into());
        }
        if typed.text.is_empty() {
            return Err(self.messages.say("desk-empty", []).into());
        }
        let file = desk::update_file(student, wanted.day).ok_or_else(|| gone(self))?;
        let name = read.record.student.call_name.original.clone();
        self.save(
            (opened, shared),
            (student, &name, wanted.day),
            &file,
            |bytes| desk::with_update(&file, bytes, &old, typed),
        )
    }
}
