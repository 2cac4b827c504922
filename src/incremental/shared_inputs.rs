use rayon::prelude::*;

use crate::build::{self, Built, Shared};
use crate::diagnostic::Diagnostics;
use crate::discover::{self, Students, UnitSources};
use crate::io::{self, Disk, Fault};
use crate::model::{StudentId, StudentNames};
use crate::render::Bundle;
use crate::rules::NameIndex;
use crate::source::Snapshot;

/// A school folder on a disk with everything that all students share read.
/// Students' own files are read one by one.
pub struct SharedInputs {
    /// The folder.
    pub disk: Disk,
    /// Names of the students' folders.
    pub students: Students,
    /// How each student is called, those among them whose folders are gone while
    /// their sites stay.
    pub names: Vec<StudentNames>,
    /// The files that all students share.
    pub snapshot: Snapshot,
    /// What they come to; nothing when they are broken.
    pub shared: Option<Shared>,
    /// As much of it as can be read, when they are.
    part: Option<Shared>,
    /// What was seen in them.
    pub diagnostics: Diagnostics,
}

impl SharedInputs {
    /// Reads what all students share.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn read(disk: &Disk) -> Result<Self, Fault> {
        let students = Students::new(disk.students()?);
        let folders: Vec<&str> = students.iter().collect();
        let names = folders.par_iter();
        let names = names
            .map(|student| build::names_of(disk, student, &students))
            .collect();
        Self::with(disk, students.clone(), names)
    }

    /// The same where it is known how the students are called.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn with(disk: &Disk, students: Students, names: Vec<StudentNames>) -> Result<Self, Fault> {
        let snapshot = disk.shared()?;
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

    /// Whether it is still the day at the school on which this was read.
    #[must_use]
    pub(super) fn is_of_today(&self) -> bool {
        let school = self.shared.as_ref().map(|shared| &shared.school);
        school.is_none_or(|school| school.day_of.at(&io::now()) == school.today)
    }

    /// Whether a student was called so when the names that no other page may hold
    /// were gathered.
    #[must_use]
    pub(super) fn knows(&self, student: &StudentId, names: &[String]) -> bool {
        let mut known = self.names.iter();
        known.any(|called| called.student == *student && called.names == names)
    }

    /// Reads one student's files.
    #[must_use]
    pub fn unit(&self, student: &str) -> UnitSources {
        discover::unit(student, &self.students, &self.disk.student(student))
    }

    /// What can be seen of every student while what they share is broken: no site
    /// can be made, but what is wrong can be told.
    #[must_use]
    pub fn look(&self) -> Diagnostics {
        let Some(part) = &self.part else {
            return Diagnostics::default();
        };
        let looks = build::school(&self.disk, &self.students, part, |_, _| ());
        looks
            .into_iter()
            .flat_map(|built| built.diagnostics)
            .collect()
    }

    /// The names of all students, as far as they are known while what they share
    /// is broken.
    #[must_use]
    pub fn name_index(&self) -> Option<&NameIndex> {
        let shared = self.shared.as_ref().or(self.part.as_ref());
        shared.map(|shared| &shared.name_index)
    }

    /// Whether what is to be put right is told in the school folder, too.
    #[must_use]
    pub fn tells(&self) -> bool {
        let shared = self.shared.as_ref().or(self.part.as_ref());
        shared.is_none_or(|shared| shared.school.messages)
    }

    /// Compiles every student, on all cores; each site goes to `finish` as soon
    /// as it is made. Nothing comes back when what they share is broken.
    pub fn compile<T: Send>(
        &self,
        finish: impl Fn(&StudentId, Bundle) -> T + Sync,
    ) -> Option<Vec<Built<T>>> {
        let shared = self.shared.as_ref()?;
        Some(build::school(&self.disk, &self.students, shared, finish))
    }
}
