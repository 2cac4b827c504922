//! The staff dashboard and `kinfolio report`: the status of every student, open
//! tasks and all problems. One set of rows, shown as a table, CSV, JSON or web
//! pages. Nothing here is ever part of a family's site.

mod goal;
mod json;
mod page;
mod place;
mod readers;
mod reading;
mod row;
mod sheet;
mod table;

pub(super) use place::{DashboardPlace, quoted};
pub(super) use row::name;
pub use sheet::inert_cell;

use std::path::Path;

use super::args::{Report, ReportFormat};
use super::diagnostics::{Messages, Problem, Texts};
use super::school::{self, CompiledSchool};
use super::terminal::Terminal;
use super::{CLEAN, CONTENT, CommandError, keys, pass_phrase};
use crate::keyring::{Keyring, KeyringFault};
use crate::model::Access;
use crate::render::Bundle;

/// Runs `kinfolio report`; writes nothing.
pub(super) fn run(options: &Report, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let folder = school::find(options.folder.as_deref(), "report")?;
    let mut compiled = school::compile(&folder, |_, _| ())?;
    if let Some(student) = &options.student {
        compiled.only(student)?;
    }
    let messages = Messages::new(&compiled.language);
    let keyring = keyring(&compiled, &folder, options, &messages, terminal);
    let rows = row::rows(&compiled, keyring.as_ref(), &messages);
    let shown = match options.format {
        ReportFormat::Table => table::render(&rows, terminal.columns(), &messages),
        ReportFormat::Csv => sheet::render(&rows, &messages),
        ReportFormat::Json => json::render(&rows),
    };
    terminal.show(shown.trim_end())?;
    Ok(if compiled.diagnostics.any_error() {
        CONTENT
    } else {
        CLEAN
    })
}

/// The keyring of the school. If only its pass phrase is missing, that is said, and the
/// report does without it.
fn keyring<T>(
    compiled: &CompiledSchool<T>,
    folder: &Path,
    options: &Report,
    messages: &Messages,
    terminal: &mut Terminal,
) -> Option<Keyring> {
    let school = compiled.school();
    school.filter(|school| school.access == Access::Sealed)?;
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
    let shared = compiled.opened.shared.as_ref()?;
    let texts = Texts::of(compiled);
    let diagnostics = compiled
        .diagnostics
        .iter()
        .filter(|one| one.student().is_none());
    let problems: Vec<Problem> = diagnostics
        .map(|one| Problem::of(one, &texts, messages))
        .collect();
    let rows = row::rows(compiled, keyring, messages);
    let pack = shared.packs.get(&shared.school.language)?;
    let printer = page::Printer::new(&shared.school, pack, messages, site);
    Some(printer.pages(&rows, &problems, keyring.is_some()))
}
