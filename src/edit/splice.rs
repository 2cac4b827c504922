//! One place in a text, and what to write there.

use crate::source::Span;

/// One place in a text, and what to write there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Splice {
    pub(super) at: Span,
    /// Lines end with a line feed, whatever the file has.
    pub(super) with: String,
}

impl Splice {
    pub(super) fn replace(at: Span, with: impl Into<String>) -> Self {
        let with = with.into();
        Self { at, with }
    }

    pub(super) fn insert(at: usize, with: impl Into<String>) -> Self {
        Self::replace(Span::new(at, at), with)
    }

    pub(super) fn remove(start: usize, end: usize) -> Self {
        Self::replace(Span::new(start, end), "")
    }

    /// The same splice without what is the same before and after it.
    pub(super) fn trimmed(self, text: &str) -> Self {
        let old = text.get(self.at.start..self.at.end).unwrap_or_default();
        if old.is_empty() || self.with.is_empty() {
            return self;
        }
        let new = if old.contains("\r\n") {
            self.with.replace('\n', "\r\n")
        } else {
            self.with.clone()
        };
        let same = |pair: &(char, char)| pair.0 == pair.1;
        let front = old.chars().zip(new.chars()).take_while(same);
        let front: usize = front.map(|(c, _)| c.len_utf8()).sum();
        let rest = (old.get(front..), new.get(front..));
        let (Some(rest), Some(with)) = rest else {
            return self;
        };
        let back = rest.chars().rev().zip(with.chars().rev()).take_while(same);
        let back: usize = back.map(|(c, _)| c.len_utf8()).sum();
        let with = with.get(..with.len() - back).unwrap_or_default().to_owned();
        let at = Span::new(self.at.start + front, self.at.end - back);
        Self { at, with }
    }
}
