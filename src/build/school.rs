//! Reads and compiles every student, each from only that student's files.

use rayon::prelude::*;

use super::{Built, Shared, names, one, pictures};
use crate::diagnostic::Diagnostics;
use crate::discover::{self, Students};
use crate::model::{Access, StudentId, StudentNames};
use crate::parse;
use crate::picture::PictureSource;
use crate::render::Bundle;
use crate::source::{Bytes, RelPath, Snapshot};
use crate::validate;

/// A school folder, on a disk or in memory.
pub trait SchoolFolder: PictureSource {
    /// Reads one student's files, and the translation log of that student.
    fn student(&self, student: &str) -> Snapshot;

    /// Reads one text file. Returns `None` if it cannot be read.
    fn text(&self, path: &RelPath) -> Option<Bytes>;

    /// Is told that one more student is compiled, for whoever shows how far a run is.
    fn student_done(&self) {}
}

/// All names of one student. They are needed for every student before the first one
/// is compiled, so only `student.yaml` is read. If there is no file of that name,
/// another one may be meant, and the folder is read.
pub fn names_of(folder: &impl SchoolFolder, student: &str, students: &Students) -> StudentNames {
    let file = RelPath::new(&format!("students/{student}/student.yaml"));
    let read = file.and_then(|file| Some((folder.text(&file)?, file)));
    let snapshot = match read {
        Some((bytes, file)) => Snapshot {
            files: [(file, bytes)].into(),
            ..Snapshot::default()
        },
        None => folder.student(student),
    };
    let unit = discover::unit(student, students, &snapshot);
    StudentNames::now(unit.student().clone(), names(&unit))
}

/// How the pages of a school are kept private, before the other shared files are read.
/// `None` if `school.yaml` does not say.
pub fn access(folder: &impl SchoolFolder, students: &Students) -> Option<Access> {
    let named = ["school.yaml", "school.yml"].into_iter();
    let (file, bytes) = named
        .filter_map(RelPath::new)
        .find_map(|file| Some((file.clone(), folder.text(&file)?)))?;
    let snapshot = Snapshot {
        files: [(file, bytes)].into(),
        ..Snapshot::default()
    };
    let sources = discover::shared(&snapshot, students).into_value(&mut Diagnostics::default());
    let groups = parse::files(&sources.files, "", &sources.refused);
    validate::access(&groups.into_value(&mut Diagnostics::default()))
}

/// Reads and compiles every student, on all cores. The results are in the order
/// of `students`. Each site goes to `finish` as soon as it is made and is then
/// forgotten, so that the sites of a school are never in memory together.
pub fn school<T: Send>(
    folder: &impl SchoolFolder,
    students: &Students,
    shared: &Shared,
    finish: impl Fn(&StudentId, Bundle) -> T + Sync,
) -> Vec<Built<T>> {
    let names: Vec<&str> = students.iter().collect();
    some(folder, &names, students, shared, finish)
}

/// Reads and compiles those of `students` who are called `names`, on all cores, as
/// [`school`] does. The results are in the order of `names`.
pub fn some<T: Send>(
    folder: &impl SchoolFolder,
    names: &[&str],
    students: &Students,
    shared: &Shared,
    finish: impl Fn(&StudentId, Bundle) -> T + Sync,
) -> Vec<Built<T>> {
    names
        .par_iter()
        .map(|name| {
            let built = student(folder, name, students, shared, &finish);
            folder.student_done();
            built
        })
        .collect()
}

/// Reads and compiles one student, and gives the site to `finish`.
pub fn student<T>(
    folder: &impl SchoolFolder,
    student: &str,
    students: &Students,
    shared: &Shared,
    finish: impl FnOnce(&StudentId, Bundle) -> T,
) -> Built<T> {
    let unit = discover::unit(student, students, &folder.student(student));
    let pictures = pictures(&unit, shared, folder);
    one(&unit, shared, &pictures).map_site(|bundle| finish(unit.student(), bundle))
}
