use super::{Date, Model, Party, ServiceId, Text};
use crate::source::Place;

/// A change of setting, grade, school or program.
#[derive(Debug, Clone)]
pub struct Transition {
    /// The first line of its file.
    pub at: Place,
    /// The day it takes effect.
    pub date: Date,
    /// What changes.
    pub kind: TransitionKind,
    /// The service that changes.
    pub service: Option<ServiceId>,
    /// How it was.
    pub from: Arrangement,
    /// How it will be.
    pub to: Arrangement,
    /// Why.
    pub why: Option<Text>,
    /// What stays the same.
    pub stays_same: Vec<Text>,
    /// Signs that it goes well.
    pub watch_for: Vec<Text>,
    /// Help in the first weeks.
    pub supports_first_weeks: Vec<Text>,
    /// What has to be done until then.
    pub steps: Vec<Step>,
    /// Days on which the team looks how it is going.
    pub check_on: Vec<Date>,
    /// What is handed on, and to whom.
    pub handoff: Handoff,
}

/// What a transition changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the field's own")]
pub enum TransitionKind {
    Setting,
    Grade,
    School,
    Program,
}

/// How things are before or after a transition.
#[derive(Debug, Clone, Default)]
pub struct Arrangement {
    /// In class, in a small group, both, or advice.
    pub model: Option<Model>,
    /// How many times a week.
    pub times: Option<u32>,
    /// Minutes each time.
    pub minutes: Option<f64>,
    /// Where.
    pub place: Option<Text>,
    /// The grade, as written.
    pub grade: Option<String>,
    /// The school.
    pub school: Option<Text>,
    /// The program.
    pub program: Option<Text>,
    /// What it is made of, where it has several parts.
    pub parts: Vec<Arrangement>,
}

/// Something that has to be done.
#[derive(Debug, Clone)]
pub struct Step {
    /// Until when.
    pub by: Option<Date>,
    /// What.
    pub what: Text,
    /// Whether it is done.
    pub done: bool,
}

/// What is handed on.
#[derive(Debug, Clone, Default)]
pub struct Handoff {
    /// Whether the goals were looked through.
    pub goals_reviewed: bool,
    /// Things that go with the student.
    pub materials: Vec<Text>,
    /// Who was told.
    pub told: Vec<Told>,
    /// Who takes over.
    pub receiving: Option<Party>,
    /// Set when somebody wrote that all of it is done, or that it is not.
    pub done: Option<bool>,
}

/// Somebody who was told about a transition.
#[derive(Debug, Clone)]
pub struct Told {
    /// Who.
    pub who: Party,
    /// When.
    pub when: Option<Date>,
    /// How.
    pub how: Option<Text>,
}

/// Something about a change that is still to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenItem {
    /// Nobody has looked through the goals.
    Goals,
    /// Nobody wrote down that the family was told.
    Family,
    /// It does not say who takes over.
    Receiving,
    /// A step is not done.
    Steps,
    /// Somebody wrote that it is not done.
    Done,
}

impl Transition {
    /// What is still to be done; nothing once somebody wrote that all of it is.
    #[must_use]
    pub fn open_items(&self) -> Vec<OpenItem> {
        let handoff = &self.handoff;
        if handoff.done == Some(true) {
            return Vec::new();
        }
        let items = [
            (OpenItem::Goals, !handoff.goals_reviewed),
            (OpenItem::Family, self.family_told().is_none()),
            (OpenItem::Receiving, handoff.receiving.is_none()),
            (OpenItem::Steps, self.steps.iter().any(|step| !step.done)),
            (OpenItem::Done, handoff.done == Some(false)),
        ];
        let open = items.into_iter().filter(|(_, open)| *open);
        open.map(|(item, _)| item).collect()
    }

    /// The first day on which somebody of the family was told.
    #[must_use]
    pub fn family_told(&self) -> Option<Date> {
        let told = self.handoff.told.iter();
        told.filter(|told| told.who.is_family())
            .filter_map(|told| told.when)
            .min()
    }
}
