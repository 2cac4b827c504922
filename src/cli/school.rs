//! The way that every command begins: find the folder, read it, sort it.

use std::path::{Path, PathBuf};

use super::Stop;
use super::report::Words;
use crate::build::{self, Built, Shared};
use crate::diagnostic::{Diagnostics, nearest};
use crate::discover::{self, Plan};
use crate::io;
use crate::model::{School, StudentId};
use crate::render::Bundle;
use crate::source::{Memory, Snapshot};

/// A school folder, read and compiled; `T` is what was made of each site.
pub(super) struct Compiled<T> {
    /// What was read, for the lines that problems point at.
    pub(super) snapshot: Snapshot,
    /// What came of each student; nothing when what they share is broken.
    pub(super) units: Option<Vec<Built<T>>>,
    /// Names of all students with a folder.
    pub(super) students: Vec<String>,
    /// What they share; nothing when it is broken.
    pub(super) school: Option<School>,
    /// What to remember of translations; nothing when what students share is
    /// broken.
    pub(super) memory: Option<Memory>,
    /// The language that staff write in.
    pub(super) language: String,
    /// Everything that was seen, in order.
    pub(super) seen: Diagnostics,
}

/// The school folder to work on.
pub(super) fn find(named: Option<&Path>) -> Result<PathBuf, Stop> {
    io::school_folder(named).ok_or_else(|| {
        let words = Words::of_tool();
        Stop::Said(match named {
            Some(folder) => words.say(
                "no-school-folder",
                [("folder", folder.display().to_string())],
            ),
            None => words.say("no-school-folder-here", []),
        })
    })
}

/// Reads and compiles `folder`; each site goes to `finish` as soon as it is made.
pub(super) fn compile<T: Send>(
    folder: &Path,
    finish: impl Fn(&StudentId, Bundle) -> T + Sync,
) -> Result<Compiled<T>, Stop> {
    let snapshot = io::snapshot(folder)?;
    let mut seen = Diagnostics::default();
    let plan: Plan = discover::plan(&snapshot).into_value(&mut seen);
    let shared = Shared::read(&plan, io::today()).into_value(&mut seen);
    let shared = shared.filter(|_| !seen.any_error());
    let language = shared
        .as_ref()
        .map_or("en", |shared| shared.school.language.as_str())
        .to_owned();
    let mut units = shared
        .as_ref()
        .map(|shared| build::all(&plan, shared, finish));
    let mut memory = shared.as_ref().map(Shared::memory);
    for unit in units.iter_mut().flatten() {
        seen.append(std::mem::take(&mut unit.seen));
        if let Some(memory) = &mut memory {
            memory.append(std::mem::take(&mut unit.memory));
        }
    }
    seen.sort();
    let students = plan
        .units
        .iter()
        .map(|unit| unit.student().to_string())
        .collect();
    Ok(Compiled {
        snapshot,
        units,
        students,
        memory,
        school: shared.map(|shared| shared.school),
        language,
        seen,
    })
}

/// Stops where `asked` is the name of no student's folder.
pub(super) fn need_student(students: &[String], asked: &str) -> Result<(), Stop> {
    if students.iter().any(|student| student == asked) {
        Ok(())
    } else {
        Err(no_student(students, asked))
    }
}

/// What is said then.
pub(super) fn no_student(students: &[String], asked: &str) -> Stop {
    let guess = nearest(asked, students.iter().map(String::as_str));
    let values = [
        ("student", asked.to_owned()),
        ("nearest", guess.unwrap_or_default().to_owned()),
        ("list", students.join(", ")),
    ];
    Stop::Said(Words::of_tool().say("no-student", values))
}

impl<T> Compiled<T> {
    /// Whether a student's own files have errors.
    pub(super) fn has_errors(&self, student: &str) -> bool {
        let own = self
            .seen
            .iter()
            .filter(|one| one.student() == Some(student));
        own.cloned().collect::<Diagnostics>().any_error()
    }
}
