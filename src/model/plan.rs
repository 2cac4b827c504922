//! At-home tips and weekly updates.

use super::{Date, GoalId, PersonId, Picture, Text, TipId};

/// An at-home tip.
#[derive(Debug, Clone)]
pub struct Tip {
    /// The file name.
    pub id: TipId,
    /// The title.
    pub title: Text,
    /// What to do, as Markdown.
    pub body: Text,
    /// The times of day it fits.
    pub routine: Routine,
    /// The minutes it takes.
    pub minutes: Option<f64>,
    /// How often to do it.
    pub times: Option<Text>,
    /// What the family needs.
    pub materials: Option<Text>,
    /// The sign that it is going well.
    pub good_if: Option<Text>,
    /// When to stop.
    pub stop_if: Option<Text>,
    /// The first day it is shown.
    pub from: Option<Date>,
    /// The last day it is shown.
    pub until: Option<Date>,
}

/// Times of a family's day.
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

impl Routine {
    /// Whether a family that reads it in the afternoon can do it the same
    /// evening.
    #[must_use]
    pub fn of_an_evening(self) -> bool {
        match self {
            Self::Cooking
            | Self::Dinner
            | Self::AfterDinner
            | Self::Bath
            | Self::Bedtime
            | Self::Play
            | Self::Any => true,
            Self::Morning
            | Self::Breakfast
            | Self::Car
            | Self::AfterSchool
            | Self::Shop
            | Self::Weekend => false,
        }
    }
}

/// A weekly update.
#[derive(Debug, Clone)]
pub struct Update {
    /// The date in the file name.
    pub date: Date,
    /// The author.
    pub by: Option<PersonId>,
    /// The goals it is about.
    pub goals: Vec<GoalId>,
    /// The text, as Markdown.
    pub body: Text,
    /// Photos of the student's work.
    pub pictures: Vec<Picture>,
}
