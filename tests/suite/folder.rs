//! A school folder in memory, read and compiled by the functions that the program
//! uses for one on a disk.

use std::collections::{BTreeMap, BTreeSet};

use kinfolio::build::{self, SchoolFolder, Shared};
use kinfolio::diagnostic::{Diagnostics, Outcome};
use kinfolio::discover::{self, Students, UnitSources};
use kinfolio::model::{Date, Now, StudentNames};
use kinfolio::picture::{PictureSource, PreparedPictures};
use kinfolio::source::{Bytes, ReadError, RelPath, Snapshot, translation_log_of};

/// The day on which tests read a school that names none.
pub(crate) const TODAY: Date = Date::constant(2026, 11, 20);

/// A school folder.
#[derive(Clone, Default)]
pub(crate) struct Folder {
    /// Its files.
    pub(crate) snapshot: Snapshot,
    /// The contents of those that the snapshot only names.
    pub(crate) attachments: BTreeMap<RelPath, Bytes>,
}

impl Folder {
    /// Files by path; those with a path that no school folder has are left out.
    pub(crate) fn of(files: &BTreeMap<String, Vec<u8>>) -> Self {
        let files = files
            .iter()
            .filter_map(|(path, bytes)| Some((RelPath::new(path)?, bytes.as_slice().into())));
        let snapshot = Snapshot {
            files: files.collect(),
            ..Snapshot::default()
        };
        Self {
            snapshot,
            ..Self::default()
        }
    }

    pub(crate) fn students(&self) -> Students {
        let snapshot = &self.snapshot;
        let files = snapshot.files.keys().chain(&snapshot.others);
        let inside = files.filter_map(|path| Some(path.below("students")?.split_once('/')?.0));
        let refused = snapshot.refused.keys();
        let refused = refused.filter_map(|path| path.below("students")?.split('/').next());
        let names: BTreeSet<&str> = inside.chain(refused).collect();
        Students::new(names.into_iter().map(str::to_owned))
    }

    pub(crate) fn unit(&self, student: &str) -> UnitSources {
        discover::unit(student, &self.students(), &self.student(student))
    }

    pub(crate) fn units(&self) -> Vec<UnitSources> {
        let students = self.students();
        students.iter().map(|student| self.unit(student)).collect()
    }

    pub(crate) fn names(&self) -> Vec<StudentNames> {
        let students = self.students();
        let names = students
            .iter()
            .map(|student| build::names_of(self, student, &students));
        names.collect()
    }

    /// What all students share, or what can be read of it.
    pub(crate) fn shared_at(&self, now: impl Into<Now>) -> Outcome<Option<Shared>> {
        let snapshot = self.snapshot_of_shared();
        Shared::read(&snapshot, &self.students(), &self.names().into(), now)
    }

    /// The files outside the students' folders.
    pub(crate) fn snapshot_of_shared(&self) -> Snapshot {
        let mut snapshot = self.snapshot.clone();
        let own = |path: &RelPath| path.below("students").is_some_and(|own| own.contains('/'));
        snapshot.files.retain(|path, _| !own(path));
        snapshot.others.retain(|path| !own(path));
        snapshot.refused.retain(|path, _| !own(path));
        snapshot
    }

    /// What all students share, if it has no errors.
    pub(crate) fn shared(&self) -> Option<Shared> {
        let shared = self.shared_at(TODAY);
        let shared = shared.into_value(&mut Diagnostics::default());
        shared.filter(|shared| !shared.is_part())
    }

    /// The pictures that a student's texts name.
    pub(crate) fn pictures(&self, unit: &UnitSources, shared: &Shared) -> PreparedPictures {
        build::pictures(unit, shared, self)
    }
}

impl PictureSource for Folder {
    fn read(&self, path: &RelPath) -> Result<Bytes, ReadError> {
        let bytes = self.attachments.get(path);
        let bytes = bytes.or_else(|| self.snapshot.files.get(path));
        bytes.cloned().ok_or(ReadError::NotAFile)
    }
}

impl SchoolFolder for Folder {
    fn student(&self, student: &str) -> Snapshot {
        let folder = format!("students/{student}");
        let log = translation_log_of(student);
        let own = |path: &RelPath| {
            path.below(&folder).is_some() || path.as_str() == folder || Some(path) == log.as_ref()
        };
        let mut snapshot = self.snapshot.clone();
        snapshot.files.retain(|path, _| own(path));
        snapshot.others.retain(own);
        snapshot.refused.retain(|path, _| own(path));
        snapshot
    }

    fn text(&self, path: &RelPath) -> Option<Bytes> {
        self.snapshot.files.get(path).cloned()
    }
}
