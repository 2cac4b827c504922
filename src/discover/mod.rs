//! Sorts the files of the school folder: those that all students share, and one
//! closed set of files for each student.
//!
//! This is where privacy between students begins. Only this module makes a
//! [`UnitSources`], and it puts no file into one that is outside that student's
//! folder. It also reports every file that kinfolio does not read.

mod copies;
mod ignored;
mod message_file;
mod names;
mod other_programs;
mod rejections;
mod sheets;
mod texts;
mod unknown_files;

use ignored::is_ignored;
pub use ignored::is_left_behind;
pub use message_file::MESSAGES;
use rejections::{bad_name, rejection, unreadable_shared_file, unreadable_student_file};

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome};
use crate::model::StudentId;
use crate::source::{
    Bytes, RelPath, Snapshot, SourceFile, TRANSLATION_LOG, TranslationLog, remembers, split_name,
    translation_log_of,
};

/// The files outside `students/`, which every student's site depends on.
#[derive(Debug, Default)]
pub struct SharedSources {
    /// Text files of `school.yaml`, `staff.yaml` and `library/`.
    pub files: Vec<SourceFile>,
    /// Files of `locales/` and `themes/`, which add to the built-in ones.
    pub overrides: Vec<SourceFile>,
    /// The log of their translations.
    pub translation_log: TranslationLog,
    /// Files that are left out because they have errors.
    pub refused: Vec<RelPath>,
}

/// The names of all students' folders, sorted. The key is the name as a disk
/// compares it that ignores case. Clones share one list, because a school is large.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Students(Arc<BTreeMap<Box<str>, Vec<Box<str>>>>);

impl Students {
    /// Takes the names in any order and leaves out folders that the system made.
    pub fn new(names: impl IntoIterator<Item = String>) -> Self {
        let mut students: BTreeMap<Box<str>, Vec<Box<str>>> = BTreeMap::new();
        for name in names.into_iter().filter(|name| !is_ignored(name)) {
            let twins = students.entry(folded(&name).into()).or_default();
            twins.push(name.into());
        }
        for twins in students.values_mut() {
            twins.shrink_to_fit();
            twins.sort_unstable();
        }
        Self(Arc::new(students))
    }

    /// Every name, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.values().flatten().map(|name| &**name)
    }

    /// Whether `name`, as [`folded`] returns it, is the name of a folder other than `own`.
    #[must_use]
    pub fn is_other(&self, name: &str, own: &str) -> bool {
        let twins = self.0.get(name);
        twins.is_some_and(|twins| twins.iter().any(|twin| **twin != *own))
    }

    /// The names that some disks take for `name`, and `name` itself if it is one of these.
    pub fn like(&self, name: &str) -> impl Iterator<Item = &str> {
        let twins = self.0.get(&*folded(name)).into_iter().flatten();
        twins.map(|name| &**name)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Other names that make a difference to what is said about the folder `name`.
    pub fn near(&self, name: &str) -> impl Iterator<Item = &str> {
        [self.twin(name), self.copied(name)].into_iter().flatten()
    }

    /// Another name that some disks take for this one ("Ana" and "ana"). kinfolio
    /// cannot tell which of the two is meant.
    fn twin(&self, name: &str) -> Option<&str> {
        self.like(name).find(|other| *other != name)
    }

    /// The existing folder that `name` is a copy of.
    fn copied(&self, name: &str) -> Option<&str> {
        let plains = copies::of_folder(name).into_iter();
        let mut twins = plains.filter_map(|plain| self.0.get(&*folded(&plain)));
        twins.next()?.first().map(|name| &**name)
    }
}

/// A name as a disk compares it that ignores case and the form of "é".
#[must_use]
pub fn folded(name: &str) -> String {
    // Most names, and a build compares those of all files.
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    name.nfc().collect::<String>().to_lowercase()
}

/// One student's files.
#[derive(Debug)]
pub struct UnitSources {
    student: StudentId,
    files: Vec<SourceFile>,
    attachments: BTreeMap<RelPath, Attachment>,
    translation_log: TranslationLog,
    diagnostics: Diagnostics,
}

/// A picture or another file that texts may name. Its contents are not here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attachment {
    /// A file in the student's folder, with its path on the disk: that one may
    /// write "é" as two characters where texts write one.
    File(RelPath),
    /// Only the placeholder of a sync program is there.
    NotDownloaded,
}

impl UnitSources {
    /// The student these files belong to.
    #[must_use]
    pub fn student(&self) -> &StudentId {
        &self.student
    }

    /// The student's folder, from the school folder: `students/ana`.
    #[must_use]
    pub fn folder(&self) -> String {
        format!("students/{}", self.student)
    }

    /// Text files, by path.
    #[must_use]
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// Pictures and other files that texts may name, by their paths as texts
    /// write them.
    #[must_use]
    pub fn attachments(&self) -> &BTreeMap<RelPath, Attachment> {
        &self.attachments
    }

    /// The picture that a text names from the student's folder
    /// (`files/tower.jpg`) or by its file name alone. Returns `None` if there is
    /// no such file.
    #[must_use]
    pub fn picture(&self, named: &str) -> Option<(&RelPath, &Attachment)> {
        let named = named.strip_prefix("files/").unwrap_or(named);
        let path = RelPath::new(&format!("{}/files/{named}", self.folder()))?;
        self.attachments.get_key_value(&path)
    }

    /// Whether the file at `path` is one of these, and not a copy or an unknown
    /// file.
    #[must_use]
    pub fn uses(&self, path: &RelPath) -> bool {
        let path = in_any_form(path);
        let mut files = self.files.iter();
        files.any(|file| in_any_form(&file.path) == path)
            || self.attachments.contains_key(path.as_ref())
    }

    /// The log of this student's translations.
    #[must_use]
    pub fn translation_log(&self) -> &TranslationLog {
        &self.translation_log
    }

    /// What was reported while this student's files were sorted.
    #[must_use]
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }
}

/// Sorts the files that all students share.
pub fn shared(snapshot: &Snapshot, students: &Students) -> Outcome<SharedSources> {
    let mut diagnostics = Diagnostics::default();
    let mut shared = SharedSources::default();
    let files = snapshot.files.iter();
    for (path, bytes) in
        files.filter(|(path, _)| owner(path).is_none() && !is_translation_log(path))
    {
        take_shared_file(&mut shared, path, bytes, snapshot, &mut diagnostics);
    }
    let others = snapshot.others.iter();
    for path in others.filter(|path| owner(path).is_none()) {
        let kind = names::kind_of_shared_file(path);
        diagnostics.extend(rejection(kind, path, snapshot, names::kind_of_shared_file));
    }
    let refused = snapshot.refused.iter();
    for (path, error) in refused.filter(|(path, _)| refused_owner(path).is_none()) {
        diagnostics.extend(unreadable_shared_file(path, error));
    }
    texts::refuse_twins(&shared.files, &mut diagnostics);
    shared.translation_log =
        translation_log(snapshot, RelPath::new(TRANSLATION_LOG), &mut diagnostics);
    shared.translation_log.retain(|path| owner(path).is_none());
    let school = RelPath::new("school.yaml");
    let is_missing = |school: &RelPath| {
        let reported = diagnostics
            .iter()
            .any(|one| one.file.as_ref() == Some(school));
        let mut taken = shared.files.iter();
        !reported && !taken.any(|file| split_name(file.path.as_str()).0 == school.as_str())
    };
    if let Some(school) = school.filter(is_missing) {
        diagnostics.push(Diagnostic::about(Code::MissingFile, &school));
    }
    let mut diagnostics = unknown_files::gathered(diagnostics, snapshot);
    shared.refused = diagnostics.files_with_errors().cloned().collect();
    if students.0.is_empty() {
        diagnostics.push(Diagnostic::new(Code::NoStudents));
    }
    Outcome::new(shared, diagnostics)
}

/// Sorts the files of one student. `snapshot` may hold more than those.
#[must_use]
pub fn unit(student: &str, all: &Students, snapshot: &Snapshot) -> UnitSources {
    let mut unit = empty_unit(student, all);
    let own = |path: &RelPath| owner(path) == Some(student);
    for (path, bytes) in snapshot.files.iter().filter(|(path, _)| own(path)) {
        take_student_file(&mut unit, path, bytes, snapshot);
    }
    for path in snapshot.others.iter().filter(|path| own(path)) {
        take_other_file(&mut unit, path, snapshot);
    }
    let refused = snapshot.refused.iter();
    for (path, error) in refused.filter(|(path, _)| refused_owner(path) == Some(student)) {
        let below = path.below(&unit.folder()).unwrap_or_default();
        let fault = unreadable_student_file(path, below, error);
        unit.diagnostics.extend(fault);
    }
    refuse_clash(&mut unit, all);
    texts::refuse_twins(&unit.files, &mut unit.diagnostics);
    unit.diagnostics = unknown_files::gathered(std::mem::take(&mut unit.diagnostics), snapshot);
    unit.translation_log =
        translation_log(snapshot, translation_log_of(student), &mut unit.diagnostics);
    unit.translation_log.retain(own);
    unit
}

fn is_translation_log(path: &RelPath) -> bool {
    path.as_str() == TRANSLATION_LOG || remembers(path).is_some()
}

/// The translation log in the file at `place`. It is empty if there is none.
fn translation_log(
    snapshot: &Snapshot,
    place: Option<RelPath>,
    diagnostics: &mut Diagnostics,
) -> TranslationLog {
    let Some(place) = place else {
        return TranslationLog::default();
    };
    let read = snapshot
        .files
        .get(&place)
        .map(|bytes| TranslationLog::read(bytes));
    match (read, snapshot.refused.contains_key(&place)) {
        (Some(Some(translation_log)), _) => translation_log,
        (None, false) => TranslationLog::default(),
        (Some(None), _) | (None, true) => {
            diagnostics.push(Diagnostic::about(Code::TranslationLogBroken, &place));
            TranslationLog::default()
        }
    }
}

/// The student in whose folder `path` is.
fn owner(path: &RelPath) -> Option<&str> {
    path.below("students")?
        .split_once('/')
        .map(|(student, _)| student)
}

/// The student whom an unreadable path belongs to. A link in place of a student's
/// folder belongs to that student.
fn refused_owner(path: &RelPath) -> Option<&str> {
    owner(path).or(path.below("students"))
}

fn empty_unit(student: &str, all: &Students) -> UnitSources {
    let mut diagnostics = Diagnostics::default();
    if let Some(file) = RelPath::new(&format!("students/{student}/student.yaml")) {
        if let Some(plain) = all.copied(student) {
            let fault = Diagnostic::about(Code::FolderCopy, &file).with("name", student);
            diagnostics.push(fault.with("other", plain));
        } else if !names::is_id(student) {
            diagnostics.push(bad_name(&file, student, &names::as_id(student)));
        }
    }
    UnitSources {
        student: StudentId::new(student),
        files: Vec::new(),
        attachments: BTreeMap::new(),
        translation_log: TranslationLog::default(),
        diagnostics,
    }
}

fn take_student_file(unit: &mut UnitSources, path: &RelPath, bytes: &Bytes, snapshot: &Snapshot) {
    let kind_of = student_kinds(unit.folder());
    let kind = texts::unless_copied(kind_of(path), path, bytes, snapshot, &kind_of);
    match kind {
        names::Kind::Text => texts::take(path, bytes, &mut unit.files, &mut unit.diagnostics),
        names::Kind::Attachment => attach(unit, path),
        kind => unit
            .diagnostics
            .extend(rejection(kind, path, snapshot, kind_of)),
    }
}

/// Takes a file that is not text: a picture, or a file that does not belong here.
fn take_other_file(unit: &mut UnitSources, path: &RelPath, snapshot: &Snapshot) {
    let kind_of = student_kinds(unit.folder());
    match kind_of(path) {
        names::Kind::Attachment => attach(unit, path),
        kind => {
            if let names::Kind::StandIn(Code::Placeholder, Some(plain)) = &kind
                && matches!(kind_of(plain), names::Kind::Attachment)
            {
                let place = unit.attachments.entry(in_any_form(plain).into_owned());
                place.or_insert(Attachment::NotDownloaded);
            }
            unit.diagnostics
                .extend(rejection(kind, path, snapshot, kind_of));
        }
    }
}

fn attach(unit: &mut UnitSources, path: &RelPath) {
    let file = Attachment::File(path.clone());
    unit.attachments
        .insert(in_any_form(path).into_owned(), file);
}

/// What the files in one student's folder are.
fn student_kinds(folder: String) -> impl Fn(&RelPath) -> names::Kind {
    move |path| names::kind_of_student_file(path, path.below(&folder).unwrap_or_default())
}

/// The path of a picture as texts write it, whichever form of "é" the disk uses.
fn in_any_form(path: &RelPath) -> Cow<'_, RelPath> {
    if path.as_str().is_ascii() {
        return Cow::Borrowed(path);
    }
    let composed: String = path.as_str().nfc().collect();
    RelPath::new(&composed).map_or(Cow::Borrowed(path), Cow::Owned)
}

fn take_shared_file(
    shared: &mut SharedSources,
    path: &RelPath,
    bytes: &Bytes,
    snapshot: &Snapshot,
    diagnostics: &mut Diagnostics,
) {
    let kind_of = names::kind_of_shared_file;
    match texts::unless_copied(kind_of(path), path, bytes, snapshot, &kind_of) {
        names::Kind::Text => {
            let overrides = path.below("locales").or(path.below("themes")).is_some();
            let into = if overrides {
                &mut shared.overrides
            } else {
                &mut shared.files
            };
            texts::take(path, bytes, into, diagnostics);
        }
        kind => diagnostics.extend(rejection(kind, path, snapshot, kind_of)),
    }
}

fn refuse_clash(unit: &mut UnitSources, all: &Students) {
    let own = unit.student.as_str();
    let file = RelPath::new(&format!("{}/student.yaml", unit.folder()));
    if let (Some(twin), Some(file)) = (all.twin(own), file) {
        let fault = Diagnostic::about(Code::NamesClash, &file);
        unit.diagnostics
            .push(fault.with("name", own).with("other", twin));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const STUDENTS: [&str; 2] = ["ana", "ben"];

    fn snapshot_of(paths: &[(&str, &[u8])]) -> Snapshot {
        let mut snapshot = Snapshot::default();
        for (path, bytes) in paths {
            let path = RelPath::new(path).unwrap();
            snapshot.files.insert(path, Bytes::from(*bytes));
        }
        snapshot
    }

    #[test]
    fn a_unit_holds_only_its_own_folder() {
        let snapshot = snapshot_of(&[
            ("school.yaml", b"name: x"),
            ("students/ana/student.yaml", b"name: Ana"),
            ("students/ben/student.yaml", b"name: Ben"),
            ("students/ben/files/tower.jpg", b"\xFF\xD8"),
        ]);
        let students = Students::new(STUDENTS.map(str::to_owned));
        let shared = shared(&snapshot, &students).into_value(&mut Diagnostics::default());
        assert_eq!(shared.files.len(), 1);
        for student in students.iter() {
            let unit = unit(student, &students, &snapshot);
            let folder = unit.folder();
            let mut paths = unit.files().iter().map(|file| &file.path);
            assert!(paths.all(|path| path.below(&folder).is_some()));
        }
    }

    #[test]
    fn strange_files_are_said_once_and_stay_with_their_student() {
        let check = |path: &str, bytes: &[u8], expected: &[&str]| {
            let snapshot = snapshot_of(&[
                ("school.yaml", b"name: S"),
                ("students/ben/student.yaml", b"name: B"),
                (path, bytes),
            ]);
            let names = snapshot.files.keys().filter_map(owner).map(str::to_owned);
            let students = Students::new(names.collect::<BTreeSet<_>>());
            let units = students.iter().map(|name| unit(name, &students, &snapshot));
            let mut diagnostics: Diagnostics =
                units.flat_map(|unit| unit.diagnostics().clone()).collect();
            let _ = shared(&snapshot, &students).into_value(&mut diagnostics);
            let found: Vec<_> = diagnostics.iter().map(|one| one.code.name()).collect();
            assert_eq!(found, expected, "{path}");
        };
        check("students/ana/student.yaml", b"", &["not-synced"]);
        check("students/ana/student.yaml", b" \n", &["empty-file"]);
        check(
            "students/ana/student.yaml",
            b"name: Zo\xEB",
            &["old-encoding"],
        );
        check(
            "students/ana/student.yaml",
            b"name: Zo\xC3",
            &["bad-encoding"],
        );
        check("students/ana/.DS_Store", b"x", &[]);
        check("students/ana/~$about.md", b"x", &[]);
        check("students/ana/notes.docx", b"x", &["unknown-file"]);
        check(
            "students/ana/goals/x (conflicted copy).yaml",
            b"x",
            &["copy-alone"],
        );
        check("students/ana/files/.x.jpg.icloud", b"x", &["placeholder"]);
        check(
            "students/ana/goals/.x.yaml.icloud",
            b"x",
            &["placeholder-alone"],
        );
        check("students/ana/goals/Reading Aloud.yaml", b"x", &["bad-name"]);
        check(
            "students/Ben/student.yaml",
            b"name: B",
            &["names-clash", "names-clash"],
        );
        check("students/a b/student.yaml", b"name: B", &["bad-name"]);
    }
}
