//! Single values as people write them: days, times, numbers, tries, choices.
//!
//! Each reader takes the characters of one value. It returns the value, and whether it
//! is written as `docs/format.md` says, or an error with everything that a message
//! needs. A reader knows no file and reports nothing; `validate` does that.

mod clock;
mod criterion;
mod day;
mod heading;
mod lasting;
mod number;
mod often;
mod plain;
pub mod synonyms;
mod tries;
mod unchecked;
pub mod weekdays;
mod words;
mod zone;

pub use clock::{NotATime, clock, is_unusual};
pub use criterion::{Criterion, Side, criterion};
pub use day::{NotADay, Order, Period, TypedDay, day};
pub use heading::{Heading, Meaning, field, heading};
pub use lasting::{NotLasting, lasting};
pub use number::{NotANumber, count, number, percent};
pub use often::{Often, often};
pub use tries::{NotTries, Tries, one_try, tries};
pub use unchecked::is_not_checked;
pub use weekdays::weekdays;
pub use zone::{places, zone};

/// The value that some characters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading<T> {
    /// Written as the documents say.
    Exact(T),
    /// Written in another way that can only mean this value. It is read, with a note.
    Meant(T),
}

impl<T> Reading<T> {
    /// The value, however it is written.
    pub fn value(self) -> T {
        match self {
            Self::Exact(value) | Self::Meant(value) => value,
        }
    }

    /// The same reading, with the value that `change` returns.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Reading<U> {
        match self {
            Self::Exact(value) => Reading::Exact(change(value)),
            Self::Meant(value) => Reading::Meant(change(value)),
        }
    }

    /// Whether it is written in another way than the documents say.
    pub fn is_meant(&self) -> bool {
        matches!(self, Self::Meant(_))
    }
}
