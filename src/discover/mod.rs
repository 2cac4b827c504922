//! Sorts the files of the school folder: what all students share, and one
//! closed set of files for each student.
//!
//! Only this module makes a [`UnitSources`], and it puts nothing into one that
//! does not stand in that student's own folder.

mod names;

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome};
use crate::model::StudentId;
use crate::source::{
    Bytes, Deferred, MEMORY, Memory, Refusal, RelPath, Snapshot, SourceFile, decode,
};

/// What there is to build.
#[derive(Debug)]
pub struct Plan {
    /// Files that every student's site depends on.
    pub shared: SharedSources,
    /// One entry for each student folder, by id.
    pub units: Vec<UnitSources>,
}

/// The files outside `students/`.
#[derive(Debug, Default)]
pub struct SharedSources {
    /// Text files of `school.yaml`, `staff.yaml` and `library/`.
    pub files: Vec<SourceFile>,
    /// Files of `locales/` and `themes/`, which add to the built-in ones.
    pub overrides: Vec<SourceFile>,
    /// What was remembered of their translations.
    pub memory: Memory,
}

/// One student's files.
#[derive(Debug)]
pub struct UnitSources {
    student: StudentId,
    files: Vec<SourceFile>,
    attachments: BTreeMap<RelPath, Deferred>,
    memory: Memory,
    seen: Diagnostics,
}

impl UnitSources {
    /// Whose files these are.
    #[must_use]
    pub fn student(&self) -> &StudentId {
        &self.student
    }

    /// The folder in the school folder.
    #[must_use]
    pub fn folder(&self) -> String {
        format!("students/{}", self.student)
    }

    /// Text files, by path.
    #[must_use]
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// Pictures and other files that texts may point at.
    #[must_use]
    pub fn attachments(&self) -> &BTreeMap<RelPath, Deferred> {
        &self.attachments
    }

    /// What was remembered of this student's translations.
    #[must_use]
    pub fn memory(&self) -> &Memory {
        &self.memory
    }

    /// What was seen while sorting this student's files.
    #[must_use]
    pub fn seen(&self) -> &Diagnostics {
        &self.seen
    }
}

/// Sorts `snapshot`. Faults in a student's own files stay with that unit; the
/// outcome's diagnostics are about what is shared.
pub fn plan(snapshot: &Snapshot) -> Outcome<Plan> {
    let mut seen = Diagnostics::default();
    let mut shared = SharedSources::default();
    let mut units: BTreeMap<&str, UnitSources> = BTreeMap::new();
    for (path, bytes) in snapshot.files.iter().filter(|(path, _)| !is_memory(path)) {
        match owner(path) {
            Some(student) => {
                let unit = units.entry(student).or_insert_with(|| empty_unit(student));
                take_student_file(unit, path, bytes);
            }
            None => take_shared_file(&mut shared, path, bytes, &mut seen),
        }
    }
    for (path, file) in &snapshot.others {
        match owner(path) {
            Some(student) => {
                let unit = units.entry(student).or_insert_with(|| empty_unit(student));
                take_other_file(unit, path, file);
            }
            None => seen.append(left_out(names::kind_of_shared_file(path))),
        }
    }
    for (path, refusal) in &snapshot.refused {
        // A link in the place of a student's folder is that student's fault.
        match owner(path).or(path.below("students")) {
            Some(student) => {
                let unit = units.entry(student).or_insert_with(|| empty_unit(student));
                unit.seen.append(refused_student_file(unit, path, refusal));
            }
            None => seen.append(refused_shared_file(path, refusal)),
        }
    }
    let mut units: Vec<_> = units.into_values().collect();
    refuse_clashes(&mut units);
    shared.memory = share_out(snapshot, &mut units, &mut seen);
    if units.is_empty() {
        seen.push(Diagnostic::new(Code::NoStudents));
    }
    Outcome::new(Plan { shared, units }, seen)
}

fn is_memory(path: &RelPath) -> bool {
    path.as_str() == MEMORY
}

/// Gives every unit what is remembered of its own translations; what is left is
/// shared. What is remembered of students without a folder is forgotten.
fn share_out(snapshot: &Snapshot, units: &mut [UnitSources], seen: &mut Diagnostics) -> Memory {
    let mut files = snapshot.files.iter();
    let found = files.find(|(path, _)| is_memory(path));
    let refused = snapshot.refused.keys().find(|path| is_memory(path));
    let read = found.map(|(path, bytes)| (path, Memory::read(bytes)));
    let mut memory = match (read, refused) {
        (Some((_, Some(memory))), _) => memory,
        (Some((path, None)), _) | (None, Some(path)) => {
            seen.push(Diagnostic::about(Code::MemoryBroken, path));
            Memory::default()
        }
        (None, None) => Memory::default(),
    };
    for unit in units {
        let folder = unit.folder();
        unit.memory = memory.take(|path| path.below(&folder).is_some());
    }
    memory.take(|path| path.below("students").is_none())
}

/// The student in whose folder `path` stands.
fn owner(path: &RelPath) -> Option<&str> {
    path.below("students")?
        .split_once('/')
        .map(|(student, _)| student)
}

fn empty_unit(student: &str) -> UnitSources {
    let mut seen = Diagnostics::default();
    if !names::is_id(student)
        && let Some(folder) = RelPath::new(&format!("students/{student}/student.yaml"))
    {
        let fault = Diagnostic::about(Code::BadName, &folder);
        seen.push(
            fault
                .with("name", student)
                .with("better", names::as_id(student)),
        );
    }
    UnitSources {
        student: StudentId::new(student),
        files: Vec::new(),
        attachments: BTreeMap::new(),
        memory: Memory::default(),
        seen,
    }
}

fn take_student_file(unit: &mut UnitSources, path: &RelPath, bytes: &Bytes) {
    let below = path.below(&unit.folder()).unwrap_or_default().to_owned();
    match names::kind_of_student_file(path, &below) {
        names::Kind::Text => take_text(path, bytes, &mut unit.files, &mut unit.seen),
        names::Kind::Attachment => {
            let file = Deferred::ready(bytes.clone());
            unit.attachments.insert(path.clone(), file);
        }
        names::Kind::Litter => {}
        names::Kind::LeftOut(fault) => unit.seen.push(fault),
    }
}

/// A file without words: a picture, or something that has no place here.
fn take_other_file(unit: &mut UnitSources, path: &RelPath, file: &Deferred) {
    let below = path.below(&unit.folder()).unwrap_or_default().to_owned();
    match names::kind_of_student_file(path, &below) {
        names::Kind::Attachment => {
            unit.attachments.insert(path.clone(), file.clone());
        }
        kind => unit.seen.append(left_out(kind)),
    }
}

fn left_out(kind: names::Kind) -> Diagnostics {
    match kind {
        names::Kind::LeftOut(fault) => [fault].into_iter().collect(),
        _ => Diagnostics::default(),
    }
}

fn take_shared_file(
    shared: &mut SharedSources,
    path: &RelPath,
    bytes: &Bytes,
    seen: &mut Diagnostics,
) {
    match names::kind_of_shared_file(path) {
        names::Kind::Text => {
            let overrides = path.below("locales").or(path.below("themes")).is_some();
            let into = if overrides {
                &mut shared.overrides
            } else {
                &mut shared.files
            };
            take_text(path, bytes, into, seen);
        }
        names::Kind::Attachment | names::Kind::Litter => {}
        names::Kind::LeftOut(fault) => seen.push(fault),
    }
}

fn take_text(path: &RelPath, bytes: &Bytes, into: &mut Vec<SourceFile>, seen: &mut Diagnostics) {
    match decode(bytes) {
        Ok(text) if text.trim().is_empty() => {
            seen.push(Diagnostic::about(Code::EmptyFile, path));
        }
        Ok(text) => into.push(SourceFile {
            path: path.clone(),
            text: text.into(),
        }),
        Err(bad) => {
            let fault = Diagnostic::about(Code::BadEncoding, path);
            #[allow(
                clippy::cast_precision_loss,
                reason = "files are far smaller than 2^52 bytes"
            )]
            let offset = (bad.offset + 1) as f64;
            seen.push(
                fault
                    .with("offset", offset)
                    .with("byte", format!("{:02X}", bad.byte)),
            );
        }
    }
}

fn refused_student_file(unit: &UnitSources, path: &RelPath, refusal: &Refusal) -> Diagnostics {
    let below = path.below(&unit.folder()).unwrap_or_default();
    // A picture that is too large stops no page; a link in its place would.
    let fault = match (names::kind_of_student_file(path, below), refusal) {
        (names::Kind::Litter, _) | (names::Kind::Attachment, Refusal::TooLarge(_)) => None,
        _ => Some(refused(path, refusal)),
    };
    fault.into_iter().collect()
}

/// Folders that cannot be missed: with a link in their place everything below
/// them would silently be gone.
const WHOLE_FOLDERS: [&str; 4] = ["students", "library", "locales", "themes"];

/// What would not have been read anyway stops nobody.
fn refused_shared_file(path: &RelPath, refusal: &Refusal) -> Diagnostics {
    let fault = match names::kind_of_shared_file(path) {
        names::Kind::Text => Some(refused(path, refusal)),
        names::Kind::LeftOut(_) if WHOLE_FOLDERS.contains(&path.as_str()) => {
            Some(refused(path, refusal))
        }
        names::Kind::LeftOut(fault) => Some(fault),
        names::Kind::Attachment | names::Kind::Litter => None,
    };
    fault.into_iter().collect()
}

fn refused(path: &RelPath, refusal: &Refusal) -> Diagnostic {
    match refusal {
        Refusal::NotAFile => Diagnostic::about(Code::NotAFile, path),
        Refusal::TooLarge(bytes) => {
            #[allow(clippy::cast_precision_loss, reason = "only shown, in megabytes")]
            let megabytes = (*bytes as f64 / 1_048_576.0).round();
            Diagnostic::about(Code::TooLarge, path).with("megabytes", megabytes)
        }
        Refusal::Unreadable(words) => {
            Diagnostic::about(Code::Unreadable, path).with("system", words.as_str())
        }
        Refusal::BadName => {
            let name = path.file_name();
            let fault = Diagnostic::about(Code::BadName, path);
            fault.with("name", name).with("better", names::as_id(name))
        }
    }
}

/// Two folders that one disk would hold as one ("Ana" and "ana") are both
/// refused: which of them is meant cannot be known.
fn refuse_clashes(units: &mut [UnitSources]) {
    let folded = |unit: &UnitSources| {
        unit.student
            .as_str()
            .nfc()
            .collect::<String>()
            .to_lowercase()
    };
    let mut holders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for unit in units.iter() {
        holders
            .entry(folded(unit))
            .or_default()
            .push(unit.student.to_string());
    }
    for unit in units {
        let twins = holders.get(&folded(unit)).map_or(&[][..], Vec::as_slice);
        let Some(other) = twins
            .iter()
            .find(|twin| twin.as_str() != unit.student.as_str())
        else {
            continue;
        };
        if let Some(file) = RelPath::new(&format!("{}/student.yaml", unit.folder())) {
            let fault = Diagnostic::about(Code::NamesClash, &file);
            unit.seen.push(
                fault
                    .with("name", unit.student.as_str())
                    .with("other", other.as_str()),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan_of(paths: &[(&str, &[u8])]) -> (Plan, Diagnostics) {
        let mut snapshot = Snapshot::default();
        for (path, bytes) in paths {
            snapshot
                .files
                .insert(RelPath::new(path).unwrap(), Bytes::from(*bytes));
        }
        let mut seen = Diagnostics::default();
        let plan = plan(&snapshot).into_value(&mut seen);
        (plan, seen)
    }

    #[test]
    fn a_unit_holds_only_its_own_folder() {
        let (plan, _) = plan_of(&[
            ("school.yaml", b"name: x"),
            ("students/ana/student.yaml", b"name: Ana"),
            ("students/ben/student.yaml", b"name: Ben"),
            ("students/ben/files/tower.jpg", b"\xFF\xD8"),
        ]);
        assert_eq!(plan.shared.files.len(), 1);
        for unit in &plan.units {
            let folder = unit.folder();
            assert!(
                unit.files()
                    .iter()
                    .all(|file| file.path.below(&folder).is_some())
            );
        }
        assert_eq!(plan.units.len(), 2);
    }

    #[test]
    fn strange_files_are_said_once_and_stay_with_their_student() {
        let check = |path: &str, bytes: &[u8], expected: &[&str]| {
            let (plan, seen) = plan_of(&[(path, bytes), ("students/ben/student.yaml", b"name: B")]);
            let own = plan.units.iter().flat_map(|unit| unit.seen().iter());
            let found: Vec<_> = own.chain(seen.iter()).map(|one| one.code.name()).collect();
            assert_eq!(found, expected, "{path}");
        };
        check("students/ana/student.yaml", b"", &["empty-file"]);
        check(
            "students/ana/student.yaml",
            b"name: Zo\xEB",
            &["bad-encoding"],
        );
        check("students/ana/.DS_Store", b"x", &[]);
        check("students/ana/~$about.md", b"x", &[]);
        check("students/ana/notes.docx", b"x", &["unknown-file"]);
        check(
            "students/ana/goals/x (conflicted copy).yaml",
            b"x",
            &["conflicted-copy"],
        );
        check("students/ana/goals/.x.yaml.icloud", b"x", &["placeholder"]);
        check("students/ana/goals/Reading Aloud.yaml", b"x", &["bad-name"]);
        check(
            "students/Ben/student.yaml",
            b"name: B",
            &["names-clash", "names-clash"],
        );
        check("students/a b/student.yaml", b"name: B", &["bad-name"]);
    }
}
