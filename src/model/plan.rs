use std::collections::BTreeMap;

use super::{Date, GoalId, PersonId, Picture, Text, TipId};

/// Something to do at home.
#[derive(Debug, Clone)]
pub struct Tip {
    /// The file's name.
    pub id: TipId,
    /// What it is called.
    pub title: Text,
    /// What to do, as Markdown.
    pub body: Text,
    /// When in the day it fits.
    pub routine: Routine,
    /// Minutes it takes.
    pub minutes: Option<f64>,
    /// How often.
    pub times: Option<Text>,
    /// What one needs.
    pub materials: Option<Text>,
    /// The sign that it goes well.
    pub good_if: Option<Text>,
    /// When to stop.
    pub stop_if: Option<Text>,
    /// First day it is shown.
    pub from: Option<Date>,
    /// Last day it is shown.
    pub until: Option<Date>,
}

/// Parts of a family's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Routine {
    Morning,
    Breakfast,
    Car,
    AfterSchool,
    Shop,
    Cooking,
    Dinner,
    AfterDinner,
    Bath,
    Bedtime,
    Play,
    Weekend,
    Any,
}

/// A weekly update.
#[derive(Debug, Clone)]
pub struct Update {
    /// The day of the file's name.
    pub date: Date,
    /// Who wrote it.
    pub by: Option<PersonId>,
    /// Goals it speaks of.
    pub goals: Vec<GoalId>,
    /// The words, as Markdown.
    pub body: Text,
    /// Photos and pages of the student's own work.
    pub pictures: Vec<Picture>,
}

/// A review of progress.
#[derive(Debug, Clone)]
pub struct Review {
    /// The day.
    pub date: Date,
    /// What was decided, by goal.
    pub goals: BTreeMap<GoalId, GoalReview>,
}

/// What a review decided about one goal.
#[derive(Debug, Clone)]
pub struct GoalReview {
    /// The decision.
    pub decision: Decision,
    /// How the goal stands, in the team's judgement.
    pub status: Option<Status>,
    /// Why.
    pub why: Option<Text>,
    /// What is done differently.
    pub what_changes: Option<Text>,
    /// From when.
    pub from: Option<Date>,
    /// What comes next.
    pub next: Option<Text>,
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

/// A meeting, past or coming.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// The day.
    pub date: Date,
    /// When it begins, `HH:MM`.
    pub time: Option<String>,
    /// What it is for.
    pub kind: MeetingKind,
    /// Where.
    pub place: Option<Text>,
    /// Who comes.
    pub who: Vec<PersonId>,
    /// Whether the family is asked to come.
    pub family_invited: bool,
    /// Whether an interpreter comes.
    pub interpreter: bool,
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
