//! Problems found in a school's files, as plain data.
//!
//! A diagnostic holds a code, positions and values, but no wording. The wording
//! is a message in the language packs and is added where the diagnostic is
//! shown. Each stage collects diagnostics and continues; none returns early
//! with one.

mod code;
mod counts;
mod example;
mod gather;
mod outcome;
mod selector;
mod suggest;

pub use code::{Code, Severity};
pub use counts::Counts;
pub use example::examples;
pub use gather::{Another, More};
pub use outcome::Outcome;
pub(crate) use selector::*;
pub use suggest::nearest;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::source::{Place, RelPath};

/// An argument of a diagnostic's message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Arg {
    /// Text: a name, or what the author wrote.
    Text(String),
    /// A number, so that messages can choose a plural form.
    Number(f64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for Arg {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<usize> for Arg {
    #[allow(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

/// A second position that explains the first, such as "first written here".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Label {
    /// The position.
    pub at: Place,
    /// The message attribute that labels it.
    pub id: Cow<'static, str>,
}

/// A suggested replacement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fix {
    /// The position of the text to replace.
    pub at: Place,
    /// The new text.
    pub text: String,
}

/// One problem, or one thing worth knowing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The kind of problem.
    pub code: Code,
    /// The file it is about, if it has no position in the file.
    pub file: Option<RelPath>,
    /// The position that the author has to change.
    pub at: Option<Place>,
    /// The arguments of its message.
    pub args: BTreeMap<Cow<'static, str>, Arg>,
    /// Further positions that explain it.
    pub labels: Vec<Label>,
    /// The replacement text, if there is exactly one right answer.
    pub fix: Option<Fix>,
    /// Further places with the same cause.
    pub more: More,
}

impl Diagnostic {
    /// A diagnostic about a position in a file.
    #[must_use]
    pub fn at(code: Code, at: &Place) -> Self {
        Self {
            at: Some(at.clone()),
            ..Self::about(code, &at.file)
        }
    }

    /// A diagnostic about a whole file or folder.
    #[must_use]
    pub fn about(code: Code, file: &RelPath) -> Self {
        Self {
            file: Some(file.clone()),
            ..Self::new(code)
        }
    }

    /// A diagnostic that is not about a file.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self {
            code,
            file: None,
            at: None,
            args: BTreeMap::new(),
            labels: Vec::new(),
            fix: None,
            more: More::default(),
        }
    }

    /// Adds a message argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.insert(Cow::Borrowed(name), value.into());
        self
    }

    /// Adds a second position.
    #[must_use]
    pub fn label(mut self, at: &Place, id: &'static str) -> Self {
        self.labels.push(Label {
            at: at.clone(),
            id: Cow::Borrowed(id),
        });
        self
    }

    /// Adds the text that should replace what is at `at`.
    #[must_use]
    pub fn fix(mut self, at: &Place, text: impl Into<String>) -> Self {
        self.fix = Some(Fix {
            at: at.clone(),
            text: text.into(),
        });
        self
    }

    /// The student whose folder it is about; `None` for shared files.
    #[must_use]
    pub fn student(&self) -> Option<&str> {
        let below = self.file.as_ref()?.below("students")?;
        match below.split_once('/') {
            Some((student, _)) => Some(student),
            // A student's folder that cannot be opened, or a link in its place,
            // belongs to that student. A stray file next to the student folders
            // belongs to nobody.
            None => (self.code.severity() >= Severity::Error).then_some(below),
        }
    }

    fn order(&self) -> (Option<&str>, Option<&RelPath>, Option<&Place>, Code) {
        (
            self.student(),
            self.file.as_ref(),
            self.at.as_ref(),
            self.code,
        )
    }
}

/// Diagnostics in the order in which they were found.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds a diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all diagnostics of `other`.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Sorts the diagnostics into the order in which they are always shown
    /// (shared files first, then by student, file and position) and removes
    /// duplicates.
    pub fn sort(&mut self) {
        self.0.sort_by(|a, b| a.order().cmp(&b.order()));
        self.0.dedup();
    }

    /// Those of one student, or those of no student. They have to be sorted.
    #[must_use]
    pub fn of(&self, student: Option<&str>) -> &[Diagnostic] {
        let from = self.0.partition_point(|one| one.student() < student);
        let to = self.0.partition_point(|one| one.student() <= student);
        self.0.get(from..to).unwrap_or_default()
    }

    /// Whether any of them prevents a site from being built.
    #[must_use]
    pub fn any_error(&self) -> bool {
        self.0
            .iter()
            .any(|diagnostic| diagnostic.code.severity() >= Severity::Error)
    }

    /// The files that contain an error.
    pub fn files_with_errors(&self) -> impl Iterator<Item = &RelPath> {
        let errors = self.0.iter();
        let errors = errors.filter(|one| one.code.severity() >= Severity::Error);
        errors.filter_map(|one| one.file.as_ref())
    }

    /// All diagnostics.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// The number of diagnostics with this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.0
            .iter()
            .filter(|diagnostic| diagnostic.code.severity() == severity)
            .count()
    }

    /// Whether there are no diagnostics.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<T: IntoIterator<Item = Diagnostic>>(iter: T) -> Self {
        Self(iter.into_iter().collect())
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, more: T) {
        self.0.extend(more);
    }
}
