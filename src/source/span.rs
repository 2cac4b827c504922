//! Ranges of text, and where in which file they are.

use serde::{Deserialize, Serialize};

use super::RelPath;

/// A range of bytes in one file's decoded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Span {
    /// The offset of the first byte.
    pub start: usize,
    /// One more than the offset of the last byte.
    pub end: usize,
}

impl Span {
    /// The range from `start` up to, but not including, `end`.
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
    /// The bytes of its text.
    pub span: Span,
}

/// A value, and where its author wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// The place in its file.
    pub at: Place,
}

/// A position as editors show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
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
