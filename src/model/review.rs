//! Reviews of progress, and what the team decided.

use std::collections::BTreeMap;

use super::{Date, GoalId, PersonId, Text};
use crate::source::{Place, Spanned};

/// A review of progress.
#[derive(Debug, Clone)]
pub struct Review {
    /// The position of the first line of its file.
    pub at: Place,
    /// The date.
    pub date: Date,
    /// The kind of review.
    pub kind: ReviewKind,
    /// The first and last day of the period it covers.
    pub period: Option<(Date, Date)>,
    /// The participants, in file order.
    pub present: Vec<Participant>,
    /// The decisions, by goal.
    pub goals: BTreeMap<GoalId, GoalReview>,
    /// The date of the next review.
    pub next_review: Option<Spanned<Date>>,
    /// Further notes, as Markdown; may be empty.
    pub body: Text,
}

/// Kinds of reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewKind {
    /// Formal: every open goal gets a decision.
    Formal,
    /// A quick check-in.
    Brief,
}

/// A person who took part or was told.
#[derive(Debug, Clone, PartialEq)]
pub enum Participant {
    /// A staff member.
    Person(PersonId),
    /// The family.
    Family,
    /// The student's mother.
    Mother,
    /// The student's father.
    Father,
    /// The student.
    Student,
    /// An interpreter.
    Interpreter,
    /// Someone else, in words.
    Other(Text),
}

impl Participant {
    /// Whether this is the student's family.
    #[must_use]
    pub fn is_family(&self) -> bool {
        matches!(self, Self::Family | Self::Mother | Self::Father)
    }
}

/// A review's decision about one goal.
#[derive(Debug, Clone)]
pub struct GoalReview {
    /// The goal's title in the review.
    pub at: Place,
    /// The decision.
    pub decision: Decision,
    /// The status of the goal, in the team's judgment.
    pub status: Option<Status>,
    /// The reason.
    pub why: Option<Text>,
    /// What changes.
    pub what_changes: Option<Text>,
    /// The day from which it changes.
    pub from: Option<Date>,
    /// The next step.
    pub next: Option<Text>,
    /// The plan to maintain the skill.
    pub maintain: Option<Maintain>,
}

/// A maintenance plan: checks that a skill lasts after mastery.
#[derive(Debug, Clone, PartialEq)]
pub struct Maintain {
    /// The value expected at each check, in the unit of the measure.
    pub floor: f64,
    /// The dates of the checks; at least one.
    pub checks: Vec<Date>,
}

/// The decisions a team can make about a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the field's own")]
pub enum Decision {
    Continue,
    Adjust,
    Raise,
    Transition,
    Met,
    End,
}

impl Decision {
    /// The word teachers write.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Continue => "continue",
            Self::Adjust => "adjust",
            Self::Raise => "raise",
            Self::Transition => "transition",
            Self::Met => "met",
            Self::End => "end",
        }
    }
}

/// The status of a goal. Recorded by people, never computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the field's own")]
pub enum Status {
    Met,
    Ahead,
    OnPath,
    Changing,
    Steady,
    Early,
    Paused,
}
