//! Diagnostics put into words: with the lines they are about, in sentences, or
//! as JSON.

mod human;
mod json;
mod plain;
mod problem;
mod words;

pub(super) use problem::Problem;
pub(super) use words::Words;

use std::collections::BTreeMap;

use super::school::Compiled;
use super::terminal::Terminal;
use super::{Format, Stop};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{LineColumn, RelPath, decode, line_column};

/// The texts that places point into.
#[derive(Default)]
pub(super) struct Texts(BTreeMap<RelPath, String>);

impl Texts {
    /// Decodes the files that `compiled`'s diagnostics are about.
    pub(super) fn of<T>(compiled: &Compiled<T>) -> Self {
        let mut texts = BTreeMap::new();
        for diagnostic in compiled.seen.iter() {
            let labels = diagnostic.labels.iter().map(|label| &label.at.file);
            for file in diagnostic.at.iter().map(|at| &at.file).chain(labels) {
                if texts.contains_key(file) {
                    continue;
                }
                let bytes = compiled.snapshot.files.get(file);
                if let Some(text) = bytes.and_then(|bytes| decode(bytes).ok()) {
                    texts.insert(file.clone(), text);
                }
            }
        }
        Self(texts)
    }

    fn get(&self, file: &RelPath) -> Option<&str> {
        self.0.get(file).map(String::as_str)
    }

    /// Line and column of a diagnostic.
    pub(super) fn position(&self, diagnostic: &Diagnostic) -> Option<LineColumn> {
        let at = diagnostic.at.as_ref()?;
        Some(line_column(self.get(&at.file)?, at.span.start))
    }
}

/// Shows what was seen from `least` on.
pub(super) fn show<T>(
    compiled: &Compiled<T>,
    least: Severity,
    format: Format,
    words: &Words,
    terminal: &mut Terminal,
) -> Result<(), Stop> {
    let texts = Texts::of(compiled);
    for diagnostic in compiled
        .seen
        .iter()
        .filter(|one| one.code.severity() >= least)
    {
        let shown = match format {
            Format::Human => human::render(diagnostic, &texts, words),
            Format::Plain => plain::render(diagnostic, &texts, words),
            Format::Json => json::render(diagnostic, &texts, words),
        };
        terminal.say(&shown)?;
    }
    Ok(())
}

/// One line with the numbers of what was seen.
pub(super) fn count<T>(
    compiled: &Compiled<T>,
    words: &Words,
    terminal: &mut Terminal,
) -> Result<(), Stop> {
    let of = |severity| compiled.seen.count(severity);
    let numbers = [
        ("errors", of(Severity::Error) + of(Severity::Bug)),
        ("warnings", of(Severity::Warning)),
        ("notes", of(Severity::Note)),
    ];
    terminal.say(&words.count("counted", &numbers, []))?;
    Ok(())
}
