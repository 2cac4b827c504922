//! What every command begins with: find the school folder, read it, compile it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::CommandError;
use super::diagnostics::Messages;
use super::progress_line::ProgressLine;
use crate::build::Built;
use crate::diagnostic::{Diagnostics, Severity, nearest};
use crate::incremental::SharedInputs;
use crate::io::{self, Disk};
use crate::model::{School, StudentId};
use crate::render::Bundle;

/// A school folder, read and compiled. `T` is what was made of each site.
pub(super) struct CompiledSchool<T> {
    /// The shared inputs, and the folder, for the lines that diagnostics show.
    pub(super) opened: Arc<SharedInputs>,
    /// The result of each student. `None` if the shared files have errors.
    pub(super) results: Option<Vec<Built<T>>>,
    /// The names of all students with a folder.
    pub(super) students: Vec<String>,
    /// The language that staff write in.
    pub(super) language: String,
    /// All diagnostics, sorted.
    pub(super) diagnostics: Diagnostics,
}

/// The school folder to work on. `command` is for the message if there is none.
pub(super) fn find(named: Option<&Path>, command: &str) -> Result<PathBuf, CommandError> {
    io::school_folder(named).ok_or_else(|| {
        let messages = Messages::of_tool();
        let command = ("command", command.to_owned());
        CommandError::Said(match named {
            Some(folder) => {
                let folder = ("folder", folder.display().to_string());
                messages.say("no-school-folder", [folder, command])
            }
            None => messages.say("no-school-folder-here", [command]),
        })
    })
}

/// Reads and compiles `folder`. Each site goes to `finish` as soon as it is made.
pub(super) fn compile<T: Send>(
    folder: &Path,
    finish: impl Fn(&StudentId, Bundle) -> T + Sync,
) -> Result<CompiledSchool<T>, CommandError> {
    let disk = Disk::new(folder);
    let _line = ProgressLine::begin(disk.progress());
    let opened = SharedInputs::read(&disk)?;
    let results = opened.compile(finish);
    Ok(CompiledSchool::new(Arc::new(opened), results))
}

/// Fails if `asked` is not the name of a student's folder.
pub(super) fn need_student(students: &[String], asked: &str) -> Result<(), CommandError> {
    if students.iter().any(|student| student == asked) {
        Ok(())
    } else {
        Err(no_student(students, asked))
    }
}

/// The message for a student who has no folder.
pub(super) fn no_student(students: &[String], asked: &str) -> CommandError {
    let guess = nearest(asked, students.iter().map(String::as_str));
    let values = [
        ("student", asked.to_owned()),
        ("nearest", guess.unwrap_or_default().to_owned()),
        ("list", students.join(", ")),
    ];
    CommandError::Said(Messages::of_tool().say("no-student", values))
}

impl<T> CompiledSchool<T> {
    /// Gathers the diagnostics of the shared files and of each student.
    pub(super) fn new(opened: Arc<SharedInputs>, mut results: Option<Vec<Built<T>>>) -> Self {
        let mut diagnostics = opened.diagnostics.clone();
        if results.is_none() {
            diagnostics.append(opened.student_diagnostics());
        }
        for unit in results.iter_mut().flatten() {
            diagnostics.append(std::mem::take(&mut unit.diagnostics));
        }
        diagnostics.sort();
        let school = opened.shared.as_ref().map(|shared| &shared.school);
        let language = school.map_or("en", |school| school.language.as_str());
        Self {
            results,
            students: opened.students.iter().map(str::to_owned).collect(),
            language: language.to_owned(),
            diagnostics,
            opened,
        }
    }

    /// The school. `None` if the shared files have errors.
    pub(super) fn school(&self) -> Option<&School> {
        let shared = self.opened.shared.as_ref();
        shared.map(|shared| &shared.school)
    }

    /// Whether a student's own files have errors.
    pub(super) fn has_errors(&self, student: &str) -> bool {
        let mut own = self.diagnostics.of(Some(student)).iter();
        own.any(|one| one.code.severity() >= Severity::Error)
    }
}
