//! Changes of setting, grade, school, or program.

use super::{Date, DeliveryModel, Participant, ServiceId, Text};
use crate::source::Place;

/// A change of setting, grade, school or program.
#[derive(Debug, Clone)]
pub struct Transition {
    /// The position of the first line of its file.
    pub at: Place,
    /// The effective date.
    pub date: Date,
    /// What changes.
    pub kind: TransitionKind,
    /// The service that changes.
    pub service: Option<ServiceId>,
    /// The arrangement before.
    pub from: Arrangement,
    /// The arrangement after.
    pub to: Arrangement,
    /// The reason.
    pub why: Option<Text>,
    /// What stays the same.
    pub stays_same: Vec<Text>,
    /// Signs that it is going well.
    pub watch_for: Vec<Text>,
    /// The support in the first weeks.
    pub supports_first_weeks: Vec<Text>,
    /// The checklist before the change.
    pub steps: Vec<Step>,
    /// The dates on which the team checks in.
    pub check_on: Vec<Date>,
    /// What is handed off, and to whom.
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

/// The arrangement before or after a transition.
#[derive(Debug, Clone, Default)]
pub struct Arrangement {
    /// The service model.
    pub model: Option<DeliveryModel>,
    /// Sessions per week.
    pub times: Option<u32>,
    /// Minutes per session.
    pub minutes: Option<f64>,
    /// The place.
    pub place: Option<Text>,
    /// The grade as written.
    pub grade: Option<String>,
    /// The school.
    pub school: Option<Text>,
    /// The program.
    pub program: Option<Text>,
    /// The services it consists of, if there are several.
    pub parts: Vec<Arrangement>,
}

/// An item of the checklist.
#[derive(Debug, Clone)]
pub struct Step {
    /// The due date.
    pub by: Option<Date>,
    /// What has to be done.
    pub what: Text,
    /// Whether it is done.
    pub done: bool,
}

/// What is handed off.
#[derive(Debug, Clone, Default)]
pub struct Handoff {
    /// Whether the goals were reviewed with the new team.
    pub goals_reviewed: bool,
    /// Materials that go with the student.
    pub materials: Vec<Text>,
    /// The people who were told.
    pub told: Vec<Notification>,
    /// The people who take over.
    pub receiving: Option<Participant>,
    /// Set if the teacher wrote that everything is done, or that it is not.
    pub done: Option<bool>,
}

/// A record that a person was told about a transition.
#[derive(Debug, Clone)]
pub struct Notification {
    /// The person.
    pub who: Participant,
    /// The date.
    pub when: Option<Date>,
    /// The way, such as a call or a letter.
    pub how: Option<Text>,
}

/// Something that is still open before a transition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenItem {
    /// The goals were not reviewed with the new team.
    Goals,
    /// There is no record that the family was told.
    Family,
    /// It does not say who takes over.
    Receiving,
    /// A checklist item is not done.
    Steps,
    /// The teacher wrote that it is not done.
    Done,
}

impl Transition {
    /// What is still open; empty once the teacher wrote that everything is
    /// done.
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

    /// The first date on which the family was told.
    #[must_use]
    pub fn family_told(&self) -> Option<Date> {
        let told = self.handoff.told.iter();
        told.filter(|told| told.who.is_family())
            .filter_map(|told| told.when)
            .min()
    }
}
