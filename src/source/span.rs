use serde::{Deserialize, Serialize};

use super::RelPath;

/// A byte range of one file's decoded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// From `start` up to, not including, `end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end: end.max(start),
        }
    }

    /// The same range in a file in which this text begins at byte `offset`.
    #[must_use]
    pub fn shifted(self, offset: usize) -> Self {
        Self::new(self.start + offset, self.end + offset)
    }
}

/// A range in a named file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The file.
    pub file: RelPath,
    /// The bytes of it that are meant.
    pub span: Span,
}

/// A value together with where its author wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub at: Place,
}

/// A position as editors count it, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Finds the line and column of byte `offset` in `text`.
#[must_use]
pub fn line_column(text: &str, offset: usize) -> LineColumn {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    LineColumn {
        line: before.matches('\n').count() + 1,
        column: before
            .get(line_start..)
            .map_or(0, |rest| rest.chars().count())
            + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let check = |text: &str, offset, line, column| {
            assert_eq!(
                line_column(text, offset),
                LineColumn { line, column },
                "{text:?} {offset}"
            );
        };
        check("abc", 0, 1, 1);
        check("abc\ndef", 4, 2, 1);
        check("Zoë: x", 6, 1, 6);
        check("a\r\nb", 3, 2, 1);
        check("", 0, 1, 1);
    }
}
