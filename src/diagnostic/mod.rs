//! What kinfolio saw in a school's files, as plain data.
//!
//! A diagnostic holds a code, places and values, and no words: the words are
//! messages in the language packs and are put to it at the edge, where it is
//! shown. Stages collect diagnostics and go on; none of them throws one.

mod code;
mod example;
mod gather;
mod outcome;
mod selector;
mod suggest;

pub use code::{Code, Severity};
pub use example::examples;
pub use gather::{Another, More};
pub use outcome::Outcome;
pub(crate) use selector::*;
pub use suggest::nearest;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::source::{Place, RelPath};

/// A value put into a diagnostic's message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Arg {
    /// Words of the author, or a name.
    Text(String),
    /// A number, so that messages can choose a plural.
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

/// A second place that explains the first ("first written here").
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Label {
    /// Where.
    pub at: Place,
    /// The name of the message attribute with its words.
    pub words: Cow<'static, str>,
}

/// Text to write instead.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fix {
    /// What it replaces.
    pub at: Place,
    /// The replacement.
    pub text: String,
}

/// One fault, or one thing worth knowing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What kind of thing this is.
    pub code: Code,
    /// The file it is about, when there is no place in it to show.
    pub file: Option<RelPath>,
    /// Where its author can put it right.
    pub at: Option<Place>,
    /// Values for its message.
    pub args: BTreeMap<Cow<'static, str>, Arg>,
    /// Further places.
    pub labels: Vec<Label>,
    /// What to write instead, if that is certain.
    pub fix: Option<Fix>,
    /// Further places with the same cause.
    pub more: More,
}

impl Diagnostic {
    /// A diagnostic about a place in a file.
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

    /// A diagnostic about nothing in the folder.
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

    /// Adds a value for the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.insert(Cow::Borrowed(name), value.into());
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn label(mut self, at: &Place, words: &'static str) -> Self {
        self.labels.push(Label {
            at: at.clone(),
            words: Cow::Borrowed(words),
        });
        self
    }

    /// Adds what to write instead of what stands at `at`.
    #[must_use]
    pub fn fix(mut self, at: &Place, text: impl Into<String>) -> Self {
        self.fix = Some(Fix {
            at: at.clone(),
            text: text.into(),
        });
        self
    }

    /// The student whose folder it is about; nothing when it is shared.
    #[must_use]
    pub fn student(&self) -> Option<&str> {
        let below = self.file.as_ref()?.below("students")?;
        match below.split_once('/') {
            Some((student, _)) => Some(student),
            // A folder that does not open, or a link in its place, is that
            // student's; a stray file beside the folders is nobody's.
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

/// Diagnostics in the order in which they were seen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all of `other`.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Puts them in the one order in which they are always shown: shared files
    /// first, then by student, file and place. Twins are dropped.
    pub fn sort(&mut self) {
        self.0.sort_by(|a, b| a.order().cmp(&b.order()));
        self.0.dedup();
    }

    /// Whether anything here keeps a site from being made.
    #[must_use]
    pub fn any_error(&self) -> bool {
        self.0
            .iter()
            .any(|diagnostic| diagnostic.code.severity() >= Severity::Error)
    }

    /// Files with something wrong in them that keeps a site from being made.
    pub fn held(&self) -> impl Iterator<Item = &RelPath> {
        let errors = self.0.iter();
        let errors = errors.filter(|one| one.code.severity() >= Severity::Error);
        errors.filter_map(|one| one.file.as_ref())
    }

    /// Every diagnostic.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// How many have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.0
            .iter()
            .filter(|diagnostic| diagnostic.code.severity() == severity)
            .count()
    }

    /// Whether there is nothing to say.
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
