//! Messages where teachers are: a file in each student's folder, and one beside
//! `school.yaml` for what all students share.

use super::diagnostics::{self, Messages, Reader, Texts};
use super::school::Compiled;
use crate::diagnostic::{Diagnostic, Severity};
use crate::discover::MESSAGES;
use crate::io::{self, Fault, Kept};
use crate::source::RelPath;

/// What there is to tell whoever runs the program.
#[derive(Default)]
pub(super) struct Told {
    /// The first thing that the machine refused.
    pub(super) fault: Option<Fault>,
    /// Files of somebody else that stand in the place of ours.
    pub(super) strange: Vec<String>,
}

impl Told {
    /// The same in sentences.
    pub(super) fn lines(&self, words: &Messages) -> Vec<String> {
        let strange = self.strange.iter();
        let strange = strange.map(|file| words.say("letter-not-ours", [("file", file.clone())]));
        strange
            .chain(self.fault.iter().map(|fault| words.fault(fault)))
            .collect()
    }
}

/// Keeps the files of those whose folders were looked at, and, where the `whole`
/// school was, that of what all students share. While that is broken, nobody
/// knows all that is open in students' own folders: their files stay.
pub(super) fn keep<T>(compiled: &Compiled<T>, whole: bool, words: &Messages) -> Told {
    let units = compiled.units.iter().flatten();
    let students = units.map(|unit| unit.student.as_str());
    // What is just being changed is not all there is to say.
    let students = students.filter(|student| !compiled.waits(student));
    let mut readers: Vec<Option<&str>> = students.map(Some).collect();
    readers.extend(whole.then_some(None));
    let texts = Texts::of(compiled);
    let mut told = Told::default();
    for student in readers {
        let text = text(compiled, student, &texts, words);
        let path = match student {
            Some(student) => RelPath::of_student(student, MESSAGES),
            None => RelPath::new(MESSAGES),
        };
        let Some(path) = path else {
            continue;
        };
        let school = compiled.opened.disk.root();
        match io::keep_messages(school, &path, text.as_deref()) {
            Ok(Kept::NotOurs) if text.is_some() => told.strange.push(path.to_string()),
            Ok(Kept::Done | Kept::NotOurs) => {}
            Err(fault) => drop(told.fault.get_or_insert(fault)),
        }
    }
    told
}

/// What stands in such a file; nothing where all is well.
fn text<T>(
    compiled: &Compiled<T>,
    student: Option<&str>,
    texts: &Texts,
    words: &Messages,
) -> Option<String> {
    let open = |one: &&Diagnostic| {
        let told = one.code.severity() >= Severity::Warning && !one.code.passes();
        told && one.student() == student
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
    Some(diagnostics::letter(&open, &reader, texts, words))
}
