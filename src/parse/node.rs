use crate::source::Span;

/// A piece of YAML and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Its bytes in the file. Of a map or a list: the first line is enough to
    /// point at, so the span may end before the last entry.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// The shapes of YAML that a school folder uses.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Nothing was written (or `~`).
    Empty,
    /// A word, a number, a date: always the author's own characters.
    Scalar(Scalar),
    /// `[a, b]` or lines that begin with `-`.
    List(Vec<Node>),
    /// `key: value` entries in the order in which they were written.
    Map(Vec<Entry>),
}

/// One value as it was typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Scalar {
    /// Its characters; quotes and escapes are resolved.
    pub text: String,
    /// Whether it stood without quotes.
    pub plain: bool,
}

/// One `key: value`.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

impl Node {
    /// The characters of a scalar.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// The entries of a map; nothing was written counts as an empty map.
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
