//! Services: support given at set times, and supports that are not services.

use super::{Date, GoalId, Hours, PersonId, ServiceId, Text};
use crate::source::{Place, Spanned};

/// A service: help given at set times.
#[derive(Debug, Clone)]
pub struct Service {
    /// The key in `services.yaml`.
    pub id: ServiceId,
    /// The position of the key.
    pub at: Place,
    /// The kind of service.
    pub kind: ServiceKind,
    /// The delivery model.
    pub model: DeliveryModel,
    /// The parts: one, or several for a blended service.
    pub parts: Vec<Part>,
    /// The co-teachers.
    pub with: Vec<PersonId>,
    /// The co-teaching approach.
    pub coteach: Option<CoTeach>,
    /// The lesson in which it is given.
    pub during: Option<Text>,
    /// Students in the group, including this one.
    pub group_size: Option<u32>,
    /// The first day.
    pub since: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
    /// What the class does during that time.
    pub instead_of: Option<Spanned<Text>>,
    /// Why it may replace core instruction.
    pub core_exception: Option<CoreException>,
    /// How the student comes back into the lesson.
    pub return_plan: Option<Text>,
    /// The goals it works on.
    pub goals: Vec<GoalId>,
    /// What a visitor would see.
    pub looks_like: Option<Text>,
    /// The materials.
    pub materials: Vec<Text>,
    /// What classmates have to do with it.
    pub peers: Option<Text>,
    /// The reason for this choice.
    pub why: Why,
    /// The sign that it can change.
    pub exit: Option<Text>,
    /// Whether minutes are recorded week by week.
    pub track_minutes: bool,
    /// Minutes per week in the IEP.
    pub iep_minutes: Option<Spanned<u32>>,
}

impl Service {
    /// Whether it is given on `day`.
    #[must_use]
    pub fn on(&self, day: impl PartialOrd<Date> + Copy) -> bool {
        self.since.is_none_or(|since| day >= since) && !self.ended(day)
    }

    /// Whether its last day is before `day`.
    #[must_use]
    pub fn ended(&self, day: impl PartialOrd<Date> + Copy) -> bool {
        self.until.is_some_and(|until| day > until)
    }

    /// Whether any part is given with this model.
    #[must_use]
    pub fn includes(&self, model: DeliveryModel) -> bool {
        self.parts.iter().any(|part| part.model == model)
    }

    /// Everybody who gives it, each once.
    #[must_use]
    pub fn who(&self) -> Vec<PersonId> {
        let mut people: Vec<PersonId> = Vec::new();
        for person in self.parts.iter().flat_map(|part| &part.who) {
            if !people.contains(person) {
                people.push(person.clone());
            }
        }
        people
    }
}

/// A part of a service.
#[derive(Debug, Clone)]
pub struct Part {
    /// The position of its schedule, or of the part itself.
    pub at: Place,
    /// The delivery model; never blended.
    pub model: DeliveryModel,
    /// The people who give it.
    pub who: Vec<PersonId>,
    /// The room.
    pub place: Option<Text>,
    /// The weekdays.
    pub days: Vec<Weekday>,
    /// The time of day.
    pub hours: Option<Hours>,
    /// How often; only a consult service may have none.
    pub frequency: Option<Frequency>,
    /// Minutes per session; only a consult service may have none.
    pub minutes: Option<u32>,
}

impl Part {
    /// Whether its time in the week is known.
    #[must_use]
    pub fn has_hours(&self) -> bool {
        self.hours.is_some() && !self.days.is_empty()
    }
}

/// The team's decision that core instruction may be missed.
#[derive(Debug, Clone)]
pub struct CoreException {
    /// The reason.
    pub reason: Text,
    /// The date of the decision.
    pub decided: Date,
}

/// Co-teaching approaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoTeach {
    /// One teaches, one assists.
    OneTeachOneAssist,
    /// Station teaching: students move from table to table.
    Station,
    /// Parallel teaching: each teaches half of the class.
    Parallel,
    /// Alternative teaching: one teaches the class, the other a small group.
    Alternative,
    /// Team teaching: both teach together.
    Team,
}

/// Kinds of services.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the field's own")]
pub enum ServiceKind {
    Reading,
    Writing,
    SpeechLanguage,
    Occupational,
    Physical,
    Math,
    Counseling,
    ClassroomSupport,
    StudySkills,
}

/// Service delivery models.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeliveryModel {
    /// Push-in: in the student's class.
    PushIn,
    /// Pull-out: in a small group elsewhere.
    PullOut,
    /// Blended: both.
    Blended,
    /// Consult: advice to the classroom teacher.
    Consult,
}

/// A frequency, such as 4 times a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frequency {
    /// The number of times
    pub times: u32,
    /// in this period.
    pub per: Per,
}

/// The period of a frequency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Per {
    Day,
    Week,
    Month,
}

/// The weekdays with school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// The reason for a service model.
#[derive(Debug, Clone, Default)]
pub struct Why {
    /// What the student needs.
    pub needs: Option<Text>,
    /// How it fits the class.
    pub class: Option<Text>,
    /// How it serves the goals.
    pub goals: Option<Text>,
}

/// A support that is not a service.
#[derive(Debug, Clone)]
pub struct Support {
    /// Who it is for and what it changes.
    pub kind: SupportKind,
    /// The support.
    pub text: Text,
    /// Where it is used.
    pub place: Option<Text>,
    /// Who it is for, in words.
    pub audience: Option<Spanned<Text>>,
    /// The date by which it should be faded.
    pub fade_by: Option<Date>,
    /// What it means for what is taught, in words for the family.
    pub family_note: Option<Text>,
}

/// What a support changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SupportKind {
    /// Universal: everyone in class has it.
    Universal,
    /// Accommodation: how this student learns or shows learning.
    Accommodation,
    /// Scaffold: help that is faded.
    Scaffold,
    /// Modification: what is taught.
    Modification,
}
