//! The staff dashboard and `kinfolio report`: the status of every student, open
//! tasks and all problems. One set of rows, shown as a table, CSV, JSON or web
//! pages. Nothing here is ever part of a family's site.

mod goal;
mod json;
mod page;
mod place;
mod readers;
mod reading;
mod report;
mod row;
mod sheet;
mod table;

pub(super) use place::{DashboardPlace, DashboardWriter, quoted};
pub(super) use row::name;
pub use sheet::inert_cell;

use std::path::Path;

use page::{List, Printer};
use report::ReportWriter;
use row::{Found, Rows};

use super::args::Report;
use super::build_report::messages_of;
use super::diagnostics::{Messages, Problem, Texts};
use super::progress_line::ProgressLine;
use super::school::{self, CompiledSchool};
use super::terminal::Terminal;
use super::{CLEAN, CONTENT, CommandError, keys, pass_phrase};
use crate::build::Built;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::incremental::SharedInputs;
use crate::io::Disk;
use crate::keyring::{Keyring, KeyringFault};
use crate::model::Access;
use crate::render::Bundle;

/// Runs `kinfolio report`; writes nothing.
pub(super) fn run(options: &Report, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let folder = school::find(options.folder.as_deref(), "report")?;
    let disk = Disk::new(&folder);
    let line = ProgressLine::begin(disk.progress());
    let inputs = SharedInputs::read(&disk)?;
    let only = options.student.as_deref();
    if let Some(student) = only {
        let students: Vec<String> = inputs.students.iter().map(str::to_owned).collect();
        school::need_student(&students, student)?;
    }
    let messages = messages_of(&inputs);
    let keyring = line.without(|| keyring(&inputs, &folder, options, &messages, terminal));
    let relatives = row::relatives(&inputs, keyring.as_ref());
    let mut shared = SharedFindings::of(&inputs);
    let mut report = ReportWriter::new(options.format);
    let mut any_error = false;
    inputs.compile_some(|mut units| {
        let rows = Rows {
            inputs: &inputs,
            keyring: keyring.as_ref(),
            messages: &messages,
            relatives: &relatives,
        };
        let texts = Texts::on(&inputs.disk);
        let mut some = Vec::new();
        for unit in &mut units {
            let own = shared.take(unit);
            if only.is_none_or(|only| unit.student.as_str() == only) {
                any_error |= own.any_error();
                let own = own.of(only.or(Some(unit.student.as_str())));
                some.push(rows.row(&Found::of(unit, own), &texts));
            }
        }
        line.without(|| report.add(&some, &messages, terminal))
    })?;
    drop(line);
    report.end(&messages, terminal)?;
    any_error |= shared.about_shared.any_error();
    Ok(if any_error { CONTENT } else { CLEAN })
}

/// The diagnostics that are not about one student's own files, while the students of a
/// school come one after the other.
pub(super) struct SharedFindings {
    /// Those of the shared files.
    about_shared: Diagnostics,
    /// Those of students' files that were found with the shared files. Sorted.
    of_students: Diagnostics,
}

impl SharedFindings {
    /// Begins with what was found in the shared files themselves.
    pub(super) fn of(inputs: &SharedInputs) -> Self {
        let all = inputs.diagnostics.iter().cloned();
        let (of_students, about_shared): (Vec<_>, Vec<_>) =
            all.partition(|one| one.student().is_some());
        let mut of_students: Diagnostics = of_students.into_iter().collect();
        of_students.sort();
        Self {
            about_shared: about_shared.into_iter().collect(),
            of_students,
        }
    }

    /// Takes the diagnostics of one student, and returns those about that student's own
    /// files, sorted.
    pub(super) fn take<T>(&mut self, unit: &mut Built<T>) -> Diagnostics {
        let student = Some(unit.student.as_str());
        let found = std::mem::take(&mut unit.diagnostics).into_iter();
        let (own, others): (Vec<Diagnostic>, Vec<Diagnostic>) =
            found.partition(|one| one.student() == student);
        self.about_shared.extend(others);
        let with_shared = self.of_students.of(student).iter().cloned();
        let mut own: Diagnostics = own.into_iter().chain(with_shared).collect();
        own.sort();
        own
    }

    /// The problems of the shared files. Several students may show the same.
    fn problems(mut self, texts: &Texts, messages: &Messages) -> Vec<Problem> {
        self.about_shared.sort();
        let shared = self.about_shared.of(None).iter();
        shared
            .map(|one| Problem::of(one, texts, messages))
            .collect()
    }
}

/// The keyring of the school. If only its pass phrase is missing, that is said, and the
/// report does without it.
fn keyring(
    inputs: &SharedInputs,
    folder: &Path,
    options: &Report,
    messages: &Messages,
    terminal: &mut Terminal,
) -> Option<Keyring> {
    let shared = inputs.shared.as_ref();
    shared.filter(|shared| shared.school.access == Access::Sealed)?;
    let opened = keys::try_open(&pass_phrase::keyrings(), folder, options.keys.as_deref());
    let said = |fault: &KeyringFault| {
        if fault.problem.is_about_phrase() {
            terminal.error(&keys::problem(fault, messages));
        }
    };
    opened.inspect_err(said).ok().map(|file| file.keyring)
}

/// The pages of the staff dashboard: one with all students, and one per student.
/// Empty if the shared files have errors, because then no student can be read.
/// `site` returns the address of a family's page relative to a student's page
/// here. Without a `keyring`, who may open a student's pages is left out.
pub(super) fn pages<T>(
    compiled: &CompiledSchool<T>,
    keyring: Option<&Keyring>,
    messages: &Messages,
    site: &dyn Fn(&str) -> Option<String>,
) -> Option<Bundle> {
    let inputs = &compiled.opened;
    let printer = printer(inputs, messages, site)?;
    let rows = Rows {
        inputs,
        keyring,
        messages,
        relatives: &row::relatives(inputs, keyring),
    };
    let texts = Texts::of(compiled);
    let mut bundle = Bundle::new();
    let mut list = List::default();
    for unit in compiled.results.iter().flatten() {
        let own = compiled.diagnostics.of(Some(unit.student.as_str()));
        let found = Found::of(unit, own);
        printer.add(rows.row(&found, &texts), &mut list, &mut bundle);
    }
    let shared = compiled.diagnostics.of(None).iter();
    let shared: Vec<Problem> = shared
        .map(|one| Problem::of(one, &texts, messages))
        .collect();
    printer.end(list, &shared, keyring.is_some(), &mut bundle);
    Some(bundle)
}

/// What makes the pages. `None` if the shared files have errors.
fn printer<'a>(
    inputs: &'a SharedInputs,
    messages: &'a Messages,
    site: &'a dyn Fn(&str) -> Option<String>,
) -> Option<Printer<'a>> {
    let shared = inputs.shared.as_ref()?;
    let pack = shared.packs.get(&shared.school.language)?;
    Some(Printer::new(&shared.school, pack, messages, site))
}
