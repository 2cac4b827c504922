//! Single values as people type them: days, times, numbers, tries, choices.
//!
//! Each reader takes the characters of one value and gives back what they stand
//! for, and whether they were typed as `docs/format.md` says. It knows no file
//! and reports nothing; `validate` does that.

mod zone;

pub use zone::{places, zone};

/// What somebody's characters stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading<T> {
    /// Typed as the documents say.
    Exact(T),
    /// Typed in another way that has this one meaning. It is read, with a note.
    Meant(T),
}

impl<T> Reading<T> {
    /// The value, however it was typed.
    pub fn value(self) -> T {
        match self {
            Self::Exact(value) | Self::Meant(value) => value,
        }
    }
}
