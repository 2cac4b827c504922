//! Messages for teachers, where they work: a file in each student's folder, and one
//! next to `school.yaml` about the shared files.

use super::diagnostics::{self, Messages, Reader, Texts};
use crate::diagnostic::{Diagnostic, Severity};
use crate::discover::MESSAGES;
use crate::incremental::{MessageFile, MessageRecord, SharedInputs, SiteBuilder, StudentReport};
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

    fn add(&mut self, done: Result<Kept, Fault>, path: &RelPath, has_text: bool) {
        match done {
            Ok(Kept::NotOurs) if has_text => self.foreign.push(path.to_string()),
            Ok(Kept::Done | Kept::NotOurs) => {}
            Err(fault) => drop(self.fault.get_or_insert(fault)),
        }
    }
}

/// Keeps message files up to date. While the shared files have errors, not all problems
/// of students are known, so only the file about the shared files is written then.
pub(super) struct MessageFiles {
    record: MessageRecord,
    is_changed: bool,
    prevented: Prevented,
}

/// What was done for one student: the file to record, and the result if it was written.
struct Done {
    file: Option<MessageFile>,
    written: Option<(Result<Kept, Fault>, bool)>,
}

impl MessageFiles {
    /// `sites` know what the files were last made from.
    pub(super) fn new(sites: &SiteBuilder) -> Self {
        Self {
            record: sites.message_record(),
            is_changed: false,
            prevented: Prevented::default(),
        }
    }

    /// A run with these inputs begins.
    pub(super) fn begin(&mut self, inputs: &SharedInputs, messages: &Messages) {
        let (language, _) = messages.language();
        self.record.begin(inputs, &language);
    }

    /// Writes the files of some students: those whose texts may be other ones, and those
    /// that somebody has edited or deleted.
    pub(super) fn keep(
        &mut self,
        inputs: &SharedInputs,
        reports: &[StudentReport],
        messages: &Messages,
    ) {
        // Files that are just being changed have not been checked.
        let reports: Vec<&StudentReport> =
            reports.iter().filter(|one| !one.counts().passes).collect();
        let record = &self.record;
        let work = |report: &&StudentReport| {
            let path = RelPath::of_student(report.student(), MESSAGES)?;
            let done = keep(inputs, report, &path, record, messages)?;
            Some((path, done))
        };
        let done = inputs.disk.work_on_each(&reports, work);
        for (report, (path, done)) in reports
            .iter()
            .zip(done)
            .filter_map(|(report, done)| Some((report, done?)))
        {
            if let Some((written, has_text)) = done.written {
                self.prevented.add(written, &path, has_text);
                self.is_changed = true;
                self.record.note(report.student(), done.file);
            }
        }
    }

    /// Writes the file about the shared files, and the record. Returns what prevented
    /// files in this run.
    pub(super) fn end(
        &mut self,
        shared: Option<&[Diagnostic]>,
        inputs: &SharedInputs,
        sites: &SiteBuilder,
        messages: &Messages,
    ) -> Prevented {
        if let (Some(shared), Some(path)) = (shared, RelPath::new(MESSAGES)) {
            let text = text(inputs, None, shared, messages);
            let written = io::keep_messages(inputs.disk.root(), &path, text.as_deref());
            self.prevented.add(written, &path, text.is_some());
        }
        // Without the record, the next run makes the texts again and nothing is lost.
        if self.is_changed && sites.keep_message_record(&self.record).is_ok() {
            self.is_changed = false;
        }
        std::mem::take(&mut self.prevented)
    }
}

/// Keeps the file of one student. `None` if the diagnostics cannot be read.
fn keep(
    inputs: &SharedInputs,
    report: &StudentReport,
    path: &RelPath,
    record: &MessageRecord,
    messages: &Messages,
) -> Option<Done> {
    let school = inputs.disk.root();
    let made_from = report.fingerprint();
    let there = made_from.and_then(|made_from| {
        let hash = io::hash_of_message_file(school, path).ok()?;
        Some(MessageFile::new(made_from, hash.as_deref()))
    });
    if there.is_some_and(|there| record.knows(report.student(), there)) {
        return Some(Done {
            file: None,
            written: None,
        });
    }
    let diagnostics = report.diagnostics()?;
    let student = Some(report.student());
    let text = text(inputs, student, diagnostics.of(student), messages);
    let written = io::keep_messages(school, path, text.as_deref());
    let hash = text.as_deref().map(io::hash_of_messages);
    let file = made_from.map(|made_from| MessageFile::new(made_from, hash.as_deref()));
    let is_done = matches!(written, Ok(Kept::Done));
    Some(Done {
        file: file.filter(|_| is_done),
        written: Some((written, text.is_some())),
    })
}

/// The text of a message file. `None` if there is nothing to report.
fn text(
    inputs: &SharedInputs,
    student: Option<&str>,
    diagnostics: &[Diagnostic],
    messages: &Messages,
) -> Option<String> {
    let open = |one: &&Diagnostic| one.code.severity() >= Severity::Warning && !one.code.passes();
    let open: Vec<&Diagnostic> = diagnostics.iter().filter(open).collect();
    if open.is_empty() || !inputs.writes_messages() {
        return None;
    }
    let reader = Reader {
        student,
        folders: &inputs.students,
        name_index: inputs.name_index(),
    };
    Some(diagnostics::letter(
        &open,
        &reader,
        &Texts::on(&inputs.disk),
        messages,
    ))
}
