//! The shared inputs: the school, its staff, library, languages and theme, and
//! how every student is called.

use std::sync::Arc;

use super::shared_history::SharedHistory;
use crate::build::{self, Built, Shared, TrackedInputs};
use crate::diagnostic::Diagnostics;
use crate::discover::{self, Students, UnitSources};
use crate::io::{self, Disk, Fault};
use crate::model::{StudentId, StudentNames};
use crate::render::Bundle;
use crate::rules::NameIndex;
use crate::source::Snapshot;

/// A school folder with everything that all students share, read. Each student's own
/// files are read when they are needed.
pub struct SharedInputs {
    /// The school folder.
    pub disk: Disk,
    /// The names of the students' folders.
    pub students: Students,
    /// How each student is called, including students whose folders are gone while
    /// their sites stay. By folder.
    pub names: Arc<[StudentNames]>,
    /// The files that all students share.
    pub snapshot: Snapshot,
    /// What these files say. `None` if they have errors.
    pub shared: Option<Shared>,
    /// The part that can be read if they have errors.
    part: Option<Shared>,
    /// The diagnostics of these files.
    pub diagnostics: Diagnostics,
}

/// How many students are built, and reported, together: enough that all cores have work
/// until the end, and few enough that their reports take little memory.
pub(super) fn at_a_time() -> usize {
    64.max(16 * rayon::current_num_threads())
}

/// Shared inputs without errors, so that sites can be made with them.
#[derive(Clone, Copy)]
pub(super) struct CompleteInputs<'a> {
    /// All of the inputs.
    pub(super) inputs: &'a SharedInputs,
    /// What the files say.
    pub(super) shared: &'a Shared,
    /// When each part of them last changed.
    pub(super) history: &'a SharedHistory,
}

/// The shared inputs of a run, kept for the next one.
#[derive(Clone)]
pub(super) struct KeptInputs {
    /// The inputs.
    pub(super) inputs: Arc<SharedInputs>,
    /// When each part of them last changed.
    history: Arc<SharedHistory>,
    /// The inputs in parts. `None` if they have errors.
    tracked: Option<TrackedInputs>,
}

impl KeptInputs {
    /// Keeps `inputs`, with their history up to the last run. `advance` adds what is now.
    pub(super) fn new(
        inputs: SharedInputs,
        mut history: SharedHistory,
        advance: impl FnOnce(&mut SharedHistory, &TrackedInputs),
    ) -> Self {
        let tracked = inputs.tracked();
        if let Some(tracked) = &tracked {
            advance(&mut history, tracked);
        }
        Self {
            inputs: Arc::new(inputs),
            history: Arc::new(history),
            tracked,
        }
    }

    /// When each part of them last changed.
    pub(super) fn history(&self) -> &SharedHistory {
        &self.history
    }

    /// The inputs, if they have no errors.
    pub(super) fn complete(&self) -> Option<CompleteInputs<'_>> {
        Some(CompleteInputs {
            inputs: &self.inputs,
            shared: self.inputs.shared.as_ref()?,
            history: &self.history,
        })
    }

    /// Whether these inputs are what `other` is.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let today = |kept: &Self| {
            let shared = kept.inputs.shared.as_ref();
            shared.map(|shared| shared.school.today)
        };
        self.tracked == other.tracked
            && today(self) == today(other)
            && (self.tracked.is_some() || self.inputs.diagnostics == other.inputs.diagnostics)
    }
}

impl SharedInputs {
    /// Reads the shared files.
    ///
    /// # Errors
    /// The system error if the school folder cannot be read.
    pub fn read(disk: &Disk) -> Result<Self, Fault> {
        let students = Students::new(disk.students()?);
        let folders: Vec<&str> = students.iter().collect();
        let names_of = |student: &&str| build::names_of(disk, student, &students);
        let names = disk.work_on_each(&folders, names_of);
        Self::with(disk, students.clone(), names)
    }

    /// Reads the shared files, if the students' `names` are known already.
    ///
    /// # Errors
    /// The system error if the school folder cannot be read.
    pub fn with(
        disk: &Disk,
        students: Students,
        mut names: Vec<StudentNames>,
    ) -> Result<Self, Fault> {
        let snapshot = disk.shared()?;
        names.sort_by(|one, other| one.student.cmp(&other.student));
        let names: Arc<[StudentNames]> = names.into();
        let mut diagnostics = Diagnostics::default();
        let shared = Shared::read(&snapshot, &students, &names, io::now());
        let shared = shared.into_value(&mut diagnostics);
        let (shared, part) = match shared {
            Some(part) if part.is_part() => (None, Some(part)),
            shared => (shared, None),
        };
        Ok(Self {
            disk: disk.clone(),
            students,
            names,
            snapshot,
            shared,
            part,
            diagnostics: diagnostics.gathered(),
        })
    }

    /// The inputs in parts that can change one by one. `None` if they have errors.
    fn tracked(&self) -> Option<TrackedInputs> {
        let mut tracked = self.shared.as_ref()?.tracked(&self.snapshot);
        // Another program may make other sites of the same files.
        tracked.rest = format!("{} {}", io::program(), tracked.rest);
        Some(tracked)
    }

    /// Whether these inputs still count for a run in which a student is called
    /// `now`: it is the same day at the school, and no page of another student has
    /// to be checked for a new name.
    #[must_use]
    pub(super) fn are_valid_for(&self, now: &StudentNames) -> bool {
        let is_same_day = self
            .shared
            .as_ref()
            .is_none_or(|shared| shared.school.day_of.at(&io::now()) == shared.school.today);
        is_same_day && self.called(&now.student) == Some(now)
    }

    /// Whether a student had these names when the names of all were gathered.
    #[must_use]
    pub(super) fn knows(&self, student: &StudentId, names: &[String]) -> bool {
        self.called(student)
            .is_some_and(|known| known.names == names)
    }

    /// How a student was called when the names of all were gathered.
    #[must_use]
    pub fn called(&self, student: &StudentId) -> Option<&StudentNames> {
        let place = self
            .names
            .binary_search_by(|known| known.student.cmp(student));
        self.names.get(place.ok()?)
    }

    /// Reads one student's files.
    #[must_use]
    pub fn unit(&self, student: &str) -> UnitSources {
        discover::unit(student, &self.students, &self.disk.student(student))
    }

    /// The diagnostics of all students while the shared files have errors. No site
    /// can be made then, but teachers can fix their own files. Empty otherwise.
    #[must_use]
    pub fn student_diagnostics(&self) -> Diagnostics {
        let Some(part) = &self.part else {
            return Diagnostics::default();
        };
        self.compile_with(part, |_, _| ())
            .into_iter()
            .flat_map(|built| built.diagnostics)
            .collect()
    }

    /// The names of all students, as far as they are known while the shared files
    /// have errors.
    #[must_use]
    pub fn name_index(&self) -> Option<&NameIndex> {
        let shared = self.shared.as_ref().or(self.part.as_ref());
        shared.map(|shared| &shared.name_index)
    }

    /// Whether kinfolio writes messages for teachers into the school folder.
    #[must_use]
    pub fn writes_messages(&self) -> bool {
        let shared = self.shared.as_ref().or(self.part.as_ref());
        shared.is_none_or(|shared| shared.school.messages)
    }

    /// Compiles every student, on all cores. Each site goes to `finish` as soon as it
    /// is made. `None` if the shared files have errors.
    pub fn compile<T: Send>(
        &self,
        finish: impl Fn(&StudentId, Bundle) -> T + Sync,
    ) -> Option<Vec<Built<T>>> {
        let shared = self.shared.as_ref()?;
        Some(self.compile_with(shared, finish))
    }

    /// Compiles every student, some at a time, and gives the results to `take` in the order
    /// in which students are shown: the results of a school are never in memory together.
    /// While the shared files have errors, only the diagnostics count, and they are what
    /// [`Self::student_diagnostics`] returns.
    ///
    /// # Errors
    /// That of `take`.
    pub fn compile_some<E>(
        &self,
        mut take: impl FnMut(Vec<Built<()>>) -> Result<(), E>,
    ) -> Result<(), E> {
        let shared = self.shared.as_ref().or(self.part.as_ref());
        let mut students: Vec<&str> = self.students.iter().collect();
        students.sort_unstable();
        self.disk.progress().begin_students(students.len());
        for some in students.chunks(at_a_time()) {
            take(if let Some(shared) = shared {
                build::some(&self.disk, some, &self.students, shared, |_, _| ())
            } else {
                let students = some.iter().map(|student| StudentId::new(*student));
                students.map(Built::nothing).collect()
            })?;
        }
        Ok(())
    }

    /// Compiles every student as [`Self::compile_some`] does, and gives the diagnostics to
    /// `take`: those of shared files, and of students in the order in which they are shown.
    ///
    /// # Errors
    /// That of `take`.
    pub fn check<E>(&self, mut take: impl FnMut(Diagnostics) -> Result<(), E>) -> Result<(), E> {
        self.compile_some(|built| {
            let mut diagnostics: Diagnostics = built
                .into_iter()
                .flat_map(|built| built.diagnostics)
                .collect();
            diagnostics.sort();
            take(diagnostics)
        })
    }

    fn compile_with<T: Send>(
        &self,
        shared: &Shared,
        finish: impl Fn(&StudentId, Bundle) -> T + Sync,
    ) -> Vec<Built<T>> {
        let progress = self.disk.progress();
        progress.begin_students(self.students.iter().count());
        build::school(&self.disk, &self.students, shared, finish)
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the school is on the disk")]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::*;

    #[test]
    fn a_check_holds_the_diagnostics_of_some_students_only() {
        let place = tempfile::tempdir().unwrap();
        let count = 2 * at_a_time() + 1;
        let mut expected = Vec::new();
        for number in 0..count {
            // In the order in which diagnostics are sorted, capitals come first.
            let name = format!("{}{number:04}", if number % 2 == 0 { 's' } else { 'S' });
            let folder = place.path().join("students").join(&name);
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join("student.yaml"), "nonsense: 1").unwrap();
            expected.push(name);
        }
        expected.sort();
        fs::write(place.path().join("school.yaml"), "name: Elm School").unwrap();
        let inputs = SharedInputs::read(&Disk::new(place.path())).unwrap();
        let mut seen: Vec<String> = Vec::new();
        let done: Result<(), ()> = inputs.check(|found| {
            let some: BTreeSet<&str> = found.iter().filter_map(|one| one.student()).collect();
            assert!(some.len() <= at_a_time(), "{}", some.len());
            seen.extend(some.into_iter().map(str::to_owned));
            Ok(())
        });
        assert_eq!(done, Ok(()));
        assert_eq!(seen, expected);
    }
}
