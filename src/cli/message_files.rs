//! Messages for teachers, where they work: a file in each student's folder, and one
//! next to `school.yaml` about the shared files.

use super::diagnostics::{self, Messages, Reader, Texts};
use super::school::CompiledSchool;
use crate::diagnostic::{Diagnostic, Severity};
use crate::discover::MESSAGES;
use crate::io::{self, Fault, Kept};
use crate::source::RelPath;

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
pub(super) fn keep<T>(
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
    let texts = Texts::of(compiled);
    let mut prevented = Prevented::default();
    let disk = &compiled.opened.disk;
    let kept = disk.work_on_each(&readers, |student| {
        let text = text(compiled, *student, &texts, messages);
        let path = match student {
            Some(student) => RelPath::of_student(student, MESSAGES),
            None => RelPath::new(MESSAGES),
        }?;
        let kept = io::keep_messages(disk.root(), &path, text.as_deref());
        Some((path, text.is_some(), kept))
    });
    for (path, has_text, kept) in kept.into_iter().flatten() {
        match kept {
            Ok(Kept::NotOurs) if has_text => prevented.foreign.push(path.to_string()),
            Ok(Kept::Done | Kept::NotOurs) => {}
            Err(fault) => drop(prevented.fault.get_or_insert(fault)),
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
    let open = |one: &&Diagnostic| {
        let is_reported = one.code.severity() >= Severity::Warning && !one.code.passes();
        is_reported && one.student() == student
    };
    let open: Vec<&Diagnostic> = compiled.diagnostics.iter().filter(open).collect();
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
