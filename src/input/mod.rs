//! Single values as people type them: days, times, numbers, tries, choices.
//!
//! Each reader takes the characters of one value and gives back what they stand
//! for, and whether they were typed as `docs/format.md` says. Where nothing
//! comes back, the error says why, with what a message needs. A reader knows no
//! file and reports nothing; `validate` does that.

mod clock;
mod criterion;
mod day;
mod lasting;
mod number;
mod often;
mod plain;
pub mod synonyms;
mod tries;
mod unchecked;
pub mod weekdays;
mod words;

pub use clock::{NotATime, clock, is_unusual};
pub use criterion::{Criterion, Side, criterion};
pub use day::{NotADay, Order, Period, TypedDay, day};
pub use lasting::{NotLasting, lasting};
pub use number::{NotANumber, count, number, percent};
pub use often::{Often, often};
pub use tries::{NotTries, Tries, one_try, tries};
pub use unchecked::is_not_checked;
pub use weekdays::weekdays;

mod heading;

pub use heading::{Heading, Meaning, field, heading};

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

    /// The same about what `change` makes of the value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Reading<U> {
        match self {
            Self::Exact(value) => Reading::Exact(change(value)),
            Self::Meant(value) => Reading::Meant(change(value)),
        }
    }

    /// Whether it was typed in another way than the documents say.
    pub fn is_meant(&self) -> bool {
        matches!(self, Self::Meant(_))
    }
}
