//! A tree of YAML values that know their places.

use crate::source::Span;

/// A YAML value and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Its bytes in the file. The span of a map or a list may end before the last entry,
    /// because its first line is enough to point at.
    pub span: Span,
    /// The value.
    pub kind: Kind,
}

/// The kinds of YAML value that a school folder uses.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// No value, or `~`.
    Empty,
    /// A word, a number, a day: always as the author wrote it.
    Scalar(Scalar),
    /// `[a, b]` or lines that begin with `-`.
    List(Vec<Node>),
    /// `key: value` entries, in the order of the file.
    Map(Vec<Entry>),
}

/// One value as the author wrote it.
#[derive(Debug, Clone, PartialEq)]
pub struct Scalar {
    /// Its characters, with quotes and escapes resolved.
    pub text: String,
    /// Whether it is written without quotes.
    pub plain: bool,
}

/// One `key: value`.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// The place of the key.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

impl Node {
    /// The characters of a scalar. `None` for any other value.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// The entries of a map. No value counts as an empty map; a scalar or a list is
    /// `None`.
    #[must_use]
    pub fn entries(&self) -> Option<&[Entry]> {
        match &self.kind {
            Kind::Map(entries) => Some(entries),
            Kind::Empty => Some(&[]),
            _ => None,
        }
    }

    /// The value under `key` in a map.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        let entry = self.entries()?.iter().find(|entry| entry.key == key)?;
        Some(&entry.value)
    }
}
