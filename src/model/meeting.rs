use super::{Clock, Date, Lang, PersonId, Text};
use crate::source::Place;

/// A meeting, past or coming.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// Its short name in `meetings.yaml`.
    pub at: Place,
    /// The day; of meetings that come again, the first.
    pub date: Date,
    /// How often it comes again.
    pub every: Option<Every>,
    /// When it begins.
    pub time: Option<Clock>,
    /// What it is for.
    pub kind: MeetingKind,
    /// Where.
    pub place: Option<Text>,
    /// Who comes.
    pub who: Vec<PersonId>,
    /// Whether the family is asked to come.
    pub family_invited: bool,
    /// Whether an interpreter comes.
    pub interpreter: Interpreting,
}

/// How often a meeting comes again.
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
    /// Nobody interprets, and that is meant.
    Declined,
    /// Somebody comes, and speaks this language if one was named.
    Booked(Option<Lang>),
}

/// What a meeting is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the field's own")]
pub enum MeetingKind {
    Planning,
    Family,
    Iep,
    Review,
}
