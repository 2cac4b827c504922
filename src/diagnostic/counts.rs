//! How many diagnostics there are, for whoever does not need each of them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Code, Diagnostic, Severity};
use crate::source::RelPath;

/// The number of diagnostics by severity, and what they mean for a site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Errors, kinfolio's own among them.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
    /// The files with errors.
    pub broken: BTreeSet<RelPath>,
    /// Whether one of them is over as soon as files are no longer being written.
    pub passes: bool,
    /// Whether running the command again later may help.
    pub later: bool,
}

impl Counts {
    /// Adds one diagnostic.
    pub fn add(&mut self, one: &Diagnostic) {
        match one.code.severity() {
            Severity::Note => self.notes += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Error | Severity::Bug => {
                self.errors += 1;
                self.broken.extend(one.file.clone());
            }
        }
        self.passes |= one.code.passes();
        self.later |= one.code.passes() || one.code == Code::NoAnswer;
    }

    /// Errors and warnings together.
    #[must_use]
    pub fn problems(&self) -> usize {
        self.errors + self.warnings
    }
}

impl<'a> FromIterator<&'a Diagnostic> for Counts {
    fn from_iter<T: IntoIterator<Item = &'a Diagnostic>>(diagnostics: T) -> Self {
        let mut counts = Self::default();
        diagnostics.into_iter().for_each(|one| counts.add(one));
        counts
    }
}
