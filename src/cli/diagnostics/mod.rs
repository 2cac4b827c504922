//! Renders diagnostics: with source lines, as sentences, as JSON, or as a file
//! for teachers.

mod excerpt;
mod first_problems;
mod human;
mod json;
mod message_file;
mod messages;
mod plain;
mod problem;
mod students;

pub(super) use first_problems::{FirstProblems, SHOWN};
pub(super) use message_file::{Reader, letter};
pub(super) use messages::Messages;
pub use messages::one_line;
pub(super) use problem::{Problem, Problems, TEMPLATE as PROBLEMS};
pub(super) use students::SchoolCounts;

use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use rayon::prelude::*;

use super::school::CompiledSchool;
use super::terminal::Terminal;
use super::wrap::wrapped;
use super::{CommandError, Format};
use crate::diagnostic::{Diagnostic, Severity};
use crate::io::Disk;
use crate::source::{LineColumn, Place, RelPath, decode, line_column};

/// The texts that diagnostics point into, read on demand. Only the last few are
/// kept, because diagnostics come file by file and a school is large.
pub(super) struct Texts<'a> {
    disk: &'a Disk,
    kept: RefCell<VecDeque<(RelPath, Option<Rc<str>>)>>,
}

/// The number of texts to keep; more than one diagnostic points into.
const KEPT: usize = 8;

impl<'a> Texts<'a> {
    /// Texts of the folder of `compiled`.
    pub(super) fn of<T>(compiled: &'a CompiledSchool<T>) -> Self {
        Self::on(&compiled.opened.disk)
    }

    /// Texts of the school folder on `disk`.
    pub(super) fn on(disk: &'a Disk) -> Self {
        Self {
            disk,
            kept: RefCell::default(),
        }
    }

    /// Texts on `disk`, with another version of one file.
    pub(super) fn with(disk: &'a Disk, file: &RelPath, bytes: &[u8]) -> Self {
        let texts = Self::on(disk);
        let text = decode(bytes).ok();
        let text = text.map(|decoded| Rc::from(decoded.text));
        texts.kept.borrow_mut().push_front((file.clone(), text));
        texts
    }

    fn get(&self, file: &RelPath) -> Option<Rc<str>> {
        let mut kept = self.kept.borrow_mut();
        if let Some((_, text)) = kept.iter().find(|(known, _)| known == file) {
            return text.clone();
        }
        let bytes = self.disk.text(file);
        let text = bytes.and_then(|bytes| decode(&bytes).ok());
        let text = text.map(|decoded| Rc::from(decoded.text));
        kept.truncate(KEPT - 1);
        kept.push_front((file.clone(), text.clone()));
        text
    }

    /// The line and column of a diagnostic.
    pub(super) fn position(&self, diagnostic: &Diagnostic) -> Option<LineColumn> {
        self.position_of(diagnostic.at.as_ref()?)
    }

    /// The line and column of a position.
    fn position_of(&self, at: &Place) -> Option<LineColumn> {
        Some(line_column(&self.get(&at.file)?, at.span.start))
    }
}

/// How many diagnostics are rendered together, on all cores.
const BATCH: usize = 512;

/// Prints the diagnostics of severity `least` or higher. The reason is printed
/// only the first time.
pub(super) fn show<T>(
    compiled: &CompiledSchool<T>,
    least: Severity,
    format: Format,
    messages: &Messages,
    terminal: &mut Terminal,
) -> Result<(), CommandError> {
    let diagnostics = compiled.diagnostics.iter();
    let diagnostics: Vec<&Diagnostic> = diagnostics
        .filter(|one| one.code.severity() >= least)
        .collect();
    show_each(
        &diagnostics,
        &mut PrintedReasons::default(),
        &compiled.opened.disk,
        format,
        messages,
        terminal,
    )
}

/// The reasons that have been printed.
#[derive(Default)]
pub(super) struct PrintedReasons(BTreeSet<String>);

/// Prints these diagnostics about the school folder on `disk`, as [`show`] does. The reasons
/// in `printed` are not printed again.
pub(super) fn show_each(
    diagnostics: &[&Diagnostic],
    printed: &mut PrintedReasons,
    disk: &Disk,
    format: Format,
    messages: &Messages,
    terminal: &mut Terminal,
) -> Result<(), CommandError> {
    let columns = terminal.columns();
    for some in diagnostics.chunks(BATCH) {
        let reasons: Vec<Option<String>> = match format {
            Format::Json => vec![None; some.len()],
            _ => some.par_iter().map(|one| messages.why(one)).collect(),
        };
        let reasons = reasons
            .into_iter()
            .map(|why| why.filter(|why| printed.0.insert(why.clone())));
        let some: Vec<(&Diagnostic, Option<String>)> = some.iter().copied().zip(reasons).collect();
        // Diagnostics of one file are next to each other, and share its text.
        let rendered = some.par_chunks(BATCH / 8).flat_map_iter(|some| {
            let texts = Texts::on(disk);
            let render = |(one, why): &(&Diagnostic, Option<String>)| match format {
                Format::Json => json::render(one, &texts, messages),
                Format::Human => {
                    let remarks = remarks(one, why.clone(), &texts, messages);
                    human::render(one, &remarks, columns, &texts, messages)
                }
                Format::Plain => {
                    let remarks = remarks(one, why.clone(), &texts, messages);
                    let text = plain::render(one, &remarks, &texts, messages);
                    match columns {
                        Some(columns) => wrapped(&text, columns),
                        None => text,
                    }
                }
            };
            some.iter().map(render).collect::<Vec<_>>()
        });
        // Many at once, because a line for each would be a question to the system.
        terminal.show(&rendered.collect::<Vec<String>>().join("\n"))?;
    }
    Ok(())
}

/// What is printed below a message, each with its name: further places, why it
/// matters, what to write.
type Remarks = Vec<(String, String)>;

fn remarks(
    diagnostic: &Diagnostic,
    why: Option<String>,
    texts: &Texts,
    messages: &Messages,
) -> Remarks {
    let all = [
        ("more", messages.more(diagnostic, texts)),
        ("why", why),
        ("help", messages.help(diagnostic)),
    ];
    let said = all
        .into_iter()
        .filter_map(|(name, text)| Some((name, text?)));
    said.map(|(name, text)| (messages.say(name, []), text))
        .collect()
}

/// A diagnostic as sentences.
pub(super) fn line(one: &Diagnostic, texts: &Texts, messages: &Messages) -> String {
    let remarks = remarks(one, messages.why(one), texts, messages);
    plain::render(one, &remarks, texts, messages)
}

/// Prints a line for each student with problems, and the totals.
pub(super) fn end(
    counts: &SchoolCounts,
    messages: &Messages,
    terminal: &mut Terminal,
) -> Result<(), CommandError> {
    for line in students::lines(counts, messages) {
        terminal.say(&line)?;
    }
    let numbers = [
        ("errors", counts.total(|of| of.errors)),
        ("warnings", counts.total(|of| of.warnings)),
        ("notes", counts.total(|of| of.notes)),
    ];
    terminal.say(&messages.count("counted", &numbers, []))?;
    Ok(())
}
