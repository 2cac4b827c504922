//! Saving: a file is read, changed, checked, and written, or nothing is.

use jiff::civil::Date;
use serde::Serialize;

use super::{Desk, Form, Said, json};
use crate::build::{self, Shared};
use crate::cli::diagnostics::{Problem, Texts};
use crate::cli::staff_dashboard::quoted;
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::discover;
use crate::edit::Refusal;
use crate::incremental::SharedInputs;
use crate::io::http::Answer;
use crate::io::{self, Saved};
use crate::picture::PreparedPictures;
use crate::source::{Bytes, RelPath, Snapshot};

/// A save that can be taken back.
pub(super) struct Undo {
    file: RelPath,
    /// The file before it. `None` if there was none.
    before: Option<Bytes>,
    /// The hash of the file after it.
    after: String,
    /// The student's name, and the day that it was about.
    about: (String, Date),
}

/// Why nothing was written.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Refused {
    /// What to tell the person who typed.
    pub(super) text: String,
    /// The language of the text, if it may not be that of the page.
    lang: Option<String>,
    /// The field that it is about, if it is about one.
    #[serde(skip)]
    pub(super) field: Option<String>,
}

impl From<String> for Refused {
    fn from(text: String) -> Self {
        Self {
            text,
            lang: None,
            field: None,
        }
    }
}

/// How a save ended, if it did not fail.
pub(super) enum Kept {
    /// The file has what was typed. Holds a new warning about it, if there is one.
    Saved(Option<String>),
    /// It had that before.
    AsBefore,
}

impl Desk {
    /// Changes one file of a student with `make`, unless check would report an error then
    /// that it does not report now.
    ///
    /// # Errors
    /// What to tell the person who typed. Nothing was written.
    pub(super) fn save(
        &mut self,
        (opened, shared): (&SharedInputs, &Shared),
        (student, name, day): (&str, &str, Date),
        file: &RelPath,
        make: impl FnOnce(&[u8]) -> Result<Vec<u8>, Refusal>,
    ) -> Result<Kept, Refused> {
        let snapshot = opened.disk.student(student);
        let before = snapshot.files.get(file).cloned();
        let old = before.as_deref().unwrap_or_default();
        let new = make(old).map_err(|refusal| self.refused(&refusal))?;
        if before.is_some() && new == old {
            return Ok(Kept::AsBefore);
        }
        let found = news(opened, shared, student, snapshot, file, &new);
        let texts = Texts::with(&opened.disk, file, &new);
        let said = |one: &Diagnostic| told(&Problem::of(one, &texts, &self.messages));
        let is_error = |one: &&Diagnostic| one.code.severity() >= Severity::Error;
        if let Some(error) = found.iter().find(is_error) {
            return Err(Refused {
                text: said(error),
                lang: Some(self.messages.language().0),
                field: match error.args.get("field") {
                    Some(Arg::Text(field)) => Some(field.clone()),
                    _ => None,
                },
            });
        }
        let warning = found
            .iter()
            .find(|one| one.code.severity() == Severity::Warning);
        let warning = warning.map(said);
        let hash = before.as_deref().map(io::hash_of_bytes);
        let written = io::save(opened.disk.root(), file, hash.as_deref(), &new);
        match written {
            Ok(Saved::Done) => {
                self.undo.push(Undo {
                    file: file.clone(),
                    before,
                    after: io::hash_of_bytes(&new),
                    about: (name.to_owned(), day),
                });
                Ok(Kept::Saved(warning))
            }
            Ok(Saved::Changed { .. }) => Err(self.messages.say("desk-changed", []).into()),
            Err(fault) => {
                let values = [("on", fault.on.clone()), ("system", fault.system)];
                Err(self.messages.say("desk-not-written", values).into())
            }
        }
    }

    /// Takes the last save back, if the file is still as it was saved.
    pub(super) fn undo(&mut self, opened: &SharedInputs, form: &Form) -> Answer {
        let back = match form.get("back") {
            "files" => format!("/desk/files?student={}", quoted(form.get("student"))),
            page => {
                let page = if page == "friday" { page } else { "numbers" };
                let (day, person) = (form.get("day"), form.get("person"));
                format!("/desk/{page}?day={}&person={}", quoted(day), quoted(person))
            }
        };
        if let Some(last) = self.undo.pop() {
            let root = opened.disk.root();
            let now = opened.disk.text(&last.file);
            let is_as_saved = now.is_some_and(|now| io::hash_of_bytes(&now) == last.after);
            // Somebody else's later change stays. The page shows what is there.
            let _ = match &last.before {
                Some(before) => io::save(root, &last.file, Some(&last.after), before).map(drop),
                None if is_as_saved => io::remove_file(&root.join(last.file.as_str())),
                None => Ok(()),
            };
        }
        Answer::Redirect(back)
    }

    /// What the button that takes a save back says.
    pub(super) fn undo_text(&self, last: &Undo) -> String {
        let (name, day) = &last.about;
        let values = [("name", name.clone()), ("day", self.messages.day(*day))];
        self.messages.say("desk-undo", values)
    }

    fn refused(&self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::Broken(_) => self.messages.say("desk-broken", []),
            Refusal::Letter {
                character,
                encoding,
            } => {
                let letter = ("letter", character.to_string());
                let encoding = ("encoding", (*encoding).to_owned());
                self.messages.say("desk-letter", [letter, encoding])
            }
            _ => self.messages.say("desk-by-hand", []),
        }
    }

    /// What the script of a page is told about a save.
    pub(super) fn reply(&self, kept: Result<Kept, Refused>) -> Answer {
        let (is_saved, text, lang) = match kept {
            Ok(Kept::Saved(None)) => (true, self.messages.say("desk-saved", []), None),
            Ok(Kept::Saved(Some(warning))) => (true, warning, Some(self.messages.language().0)),
            Ok(Kept::AsBefore) => (true, String::new(), None),
            Err(refused) => (false, refused.text, refused.lang),
        };
        json(&Said {
            is_saved,
            text,
            lang,
            undo: self.undo.last().map(|last| self.undo_text(last)),
        })
    }
}

/// What is wrong, and what to write instead.
fn told(problem: &Problem) -> String {
    let help = problem.help.as_deref().unwrap_or_default();
    format!("{} {help}", problem.what).trim().to_owned()
}

/// The diagnostics of a student that a new version of a file brings.
fn news(
    opened: &SharedInputs,
    shared: &Shared,
    student: &str,
    mut snapshot: Snapshot,
    file: &RelPath,
    new: &[u8],
) -> Vec<Diagnostic> {
    let check = |snapshot: &Snapshot| {
        let unit = discover::unit(student, &opened.students, snapshot);
        // Pictures are the same before and after.
        build::one(&unit, shared, &PreparedPictures::default()).diagnostics
    };
    let mut before: Vec<_> = check(&snapshot).iter().map(key).collect();
    snapshot.files.insert(file.clone(), new.into());
    let after = check(&snapshot);
    let is_new = |one: &&Diagnostic| {
        let known = before.iter().position(|known| *known == key(one));
        known.map(|known| before.swap_remove(known)).is_none()
    };
    after.iter().filter(is_new).cloned().collect()
}

/// What makes a diagnostic the same, wherever in the file it is.
fn key(one: &Diagnostic) -> (crate::diagnostic::Code, Option<RelPath>, String) {
    (one.code, one.file.clone(), format!("{:?}", one.args))
}
