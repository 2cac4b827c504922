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

impl Routine {
    /// Whether a family that reads of it in the afternoon can do it that evening.
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
