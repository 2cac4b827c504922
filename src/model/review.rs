use std::collections::BTreeMap;

use super::{Date, GoalId, PersonId, Text};
use crate::source::{Place, Spanned};

/// A review of progress.
#[derive(Debug, Clone)]
pub struct Review {
    /// The first line of its file.
    pub at: Place,
    /// The day.
    pub date: Date,
    /// How much it has to say.
    pub kind: ReviewKind,
    /// The first and the last day that it looks back on.
    pub period: Option<(Date, Date)>,
    /// Who was there, in the order in which they were written.
    pub present: Vec<Party>,
    /// What was decided, by goal.
    pub goals: BTreeMap<GoalId, GoalReview>,
    /// The day of the next review.
    pub next_review: Option<Spanned<Date>>,
    /// What else was said, as Markdown; may be empty.
    pub body: Text,
}

/// How much a review has to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewKind {
    /// About every open goal.
    Formal,
    /// About what there is to say.
    Brief,
}

/// Somebody who was there, or who was told.
#[derive(Debug, Clone, PartialEq)]
pub enum Party {
    /// Somebody who works here.
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
    /// Anybody else, in words.
    Other(Text),
}

impl Party {
    /// Whether the student's family is meant.
    #[must_use]
    pub fn is_family(&self) -> bool {
        matches!(self, Self::Family | Self::Mother | Self::Father)
    }
}

/// What a review decided about one goal.
#[derive(Debug, Clone)]
pub struct GoalReview {
    /// The goal's name in the review.
    pub at: Place,
    /// The decision.
    pub decision: Decision,
    /// How the goal stands, in the team's judgment.
    pub status: Option<Status>,
    /// Why.
    pub why: Option<Text>,
    /// What is done differently.
    pub what_changes: Option<Text>,
    /// From when.
    pub from: Option<Date>,
    /// What comes next.
    pub next: Option<Text>,
    /// How it is made sure that the skill stays.
    pub maintain: Option<Maintain>,
}

/// How it is made sure that a skill stays once it is reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Maintain {
    /// The value that is hoped for each time, in the measure's own unit.
    pub floor: f64,
    /// The days on which it is looked at, at least one.
    pub checks: Vec<Date>,
}

/// What can be decided about a goal.
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
    /// The word that teachers write.
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

/// How a goal stands. Recorded by people, never computed.
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
