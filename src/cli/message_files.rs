//! Messages for teachers, where they work: a file in each student's folder, and one
//! next to `school.yaml` about the shared files.

use rayon::prelude::*;

use super::diagnostics::{self, Messages, Reader, Texts};
use super::school::CompiledSchool;
use crate::diagnostic::{Diagnostic, Severity};
use crate::discover::MESSAGES;
use crate::io::{self, Fault, Kept};
use crate::source::RelPath;

/// How many message files are in memory at a time, and are compared with those in the
/// school folder together.
const BATCH: usize = 64;

/// What prevented message files, for the person who runs the program.
#[derive(Default)]
pub(super) struct Prevented {
    /// The first system error.
    pub(super) fault: Option<Fault>,
    /// Files of others in the place of message files.
    pub(super) foreign: Vec<String>,
}

impl Prevented {
    /// The same in sentences.
    pub(super) fn lines(&self, messages: &Messages) -> Vec<String> {
        self.foreign
            .iter()
            .map(|file| messages.say("letter-not-ours", [("file", file.clone())]))
            .chain(self.fault.iter().map(|fault| messages.fault(fault)))
            .collect()
    }
}

/// Writes the message files of the students that were checked, and, if the complete
/// school was checked, the one about the shared files. While the shared files have
/// errors, not all problems of students are known, so their message files stay.
pub(super) fn keep<T: Sync>(
    compiled: &CompiledSchool<T>,
    is_complete: bool,
    messages: &Messages,
) -> Prevented {
    let mut readers: Vec<Option<&str>> = compiled
        .results
        .iter()
        .flatten()
        .map(|unit| unit.student.as_str())
        // Files that are just being changed have not been checked.
        .filter(|student| !compiled.waits(student))
        .map(Some)
        .collect();
    readers.extend(is_complete.then_some(None));
    let mut prevented = Prevented::default();
    let disk = &compiled.opened.disk;
    for readers in readers.chunks(BATCH) {
        let written: Vec<(RelPath, Option<String>)> = readers
            .par_iter()
            .filter_map(|student| {
                let path = match student {
                    Some(student) => RelPath::of_student(student, MESSAGES),
                    None => RelPath::new(MESSAGES),
                };
                Some((
                    path?,
                    text(compiled, *student, &Texts::of(compiled), messages),
                ))
            })
            .collect();
        let kept = disk.work_on_each(&written, |(path, text)| {
            io::keep_messages(disk.root(), path, text.as_deref())
        });
        for ((path, text), kept) in written.iter().zip(kept) {
            match kept {
                Ok(Kept::NotOurs) if text.is_some() => prevented.foreign.push(path.to_string()),
                Ok(Kept::Done | Kept::NotOurs) => {}
                Err(fault) => drop(prevented.fault.get_or_insert(fault)),
            }
        }
    }
    prevented
}

/// The text of a message file. `None` if there is nothing to report.
fn text<T>(
    compiled: &CompiledSchool<T>,
    student: Option<&str>,
    texts: &Texts,
    messages: &Messages,
) -> Option<String> {
    let open = |one: &&Diagnostic| one.code.severity() >= Severity::Warning && !one.code.passes();
    let all = compiled.diagnostics.of(student).iter();
    let open: Vec<&Diagnostic> = all.filter(open).collect();
    if open.is_empty() || !compiled.opened.writes_messages() {
        return None;
    }
    let reader = Reader {
        student,
        folders: &compiled.students,
        name_index: compiled.opened.name_index(),
    };
    Some(diagnostics::letter(&open, &reader, texts, messages))
}
