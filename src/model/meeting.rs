//! Meetings of the team and with the family.

use super::{Clock, Date, Lang, PersonId, Text};
use crate::source::Place;

/// A meeting, past or coming.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// The key in `meetings.yaml`.
    pub at: Place,
    /// The date; for recurring meetings, the first.
    pub date: Date,
    /// How often it recurs.
    pub every: Option<Every>,
    /// The start time.
    pub time: Option<Clock>,
    /// The purpose.
    pub kind: MeetingKind,
    /// The place.
    pub place: Option<Text>,
    /// The participants.
    pub who: Vec<PersonId>,
    /// Whether the family is invited.
    pub family_invited: bool,
    /// Whether there is an interpreter.
    pub interpreter: Interpreting,
}

/// How often a meeting recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Every {
    Week,
    TwoWeeks,
    Month,
}

/// What was written about an interpreter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Interpreting {
    /// Nothing.
    Unsaid,
    /// No interpreter, on purpose.
    Declined,
    /// An interpreter comes, for this language if one was named.
    Booked(Option<Lang>),
}

/// The purpose of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the field's own")]
pub enum MeetingKind {
    Planning,
    Family,
    Iep,
    Review,
}
