use super::{Date, GoalId, Hours, PersonId, ServiceId, Text};
use crate::source::{Place, Spanned};

/// Help that somebody gives at set times.
#[derive(Debug, Clone)]
pub struct Service {
    /// The key in `services.yaml`.
    pub id: ServiceId,
    /// Where that key stands.
    pub at: Place,
    /// What kind of help.
    pub kind: ServiceKind,
    /// In class, in a small group, both, or advice.
    pub model: Model,
    /// What it is made of: one part, or several where it is blended.
    pub parts: Vec<Part>,
    /// Together with whom.
    pub with: Vec<PersonId>,
    /// How two adults share the teaching.
    pub coteach: Option<CoTeach>,
    /// In which lesson.
    pub during: Option<Text>,
    /// Children in the group, this one too.
    pub group_size: Option<u32>,
    /// First day.
    pub since: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
    /// What the class does meanwhile.
    pub instead_of: Option<Spanned<Text>>,
    /// Why it may take the place of a core lesson.
    pub core_exception: Option<CoreException>,
    /// How the student comes back into the lesson.
    pub return_plan: Option<Text>,
    /// Goals it works on.
    pub goals: Vec<GoalId>,
    /// What one would see.
    pub looks_like: Option<Text>,
    /// What is used.
    pub materials: Vec<Text>,
    /// What classmates have to do with it.
    pub peers: Option<Text>,
    /// Why this choice.
    pub why: Why,
    /// The sign that it can change.
    pub exit: Option<Text>,
    /// Whether minutes are noted week by week.
    pub track_minutes: bool,
    /// Minutes a week that the IEP promises.
    pub iep_minutes: Option<Spanned<u32>>,
}

impl Service {
    /// Whether it is given on `day`.
    #[must_use]
    pub fn on(&self, day: Date) -> bool {
        self.since.is_none_or(|since| since <= day) && !self.ended(day)
    }

    /// Whether its last day lies before `day`.
    #[must_use]
    pub fn ended(&self, day: Date) -> bool {
        self.until.is_some_and(|until| until < day)
    }

    /// Whether any part of it is given in this way.
    #[must_use]
    pub fn includes(&self, model: Model) -> bool {
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

/// One way in which a service is given.
#[derive(Debug, Clone)]
pub struct Part {
    /// Where its hours stand, or else the part itself.
    pub at: Place,
    /// In class, in a small group, or advice; never both.
    pub model: Model,
    /// Who gives it.
    pub who: Vec<PersonId>,
    /// In which room.
    pub place: Option<Text>,
    /// On which days.
    pub days: Vec<Weekday>,
    /// From when to when.
    pub hours: Option<Hours>,
    /// How often; only advice may come without.
    pub frequency: Option<Frequency>,
    /// Minutes each time; only advice may come without.
    pub minutes: Option<u32>,
}

impl Part {
    /// Whether it is known when in the week it is.
    #[must_use]
    pub fn has_hours(&self) -> bool {
        self.hours.is_some() && !self.days.is_empty()
    }
}

/// Why a lesson that everybody needs may be missed.
#[derive(Debug, Clone)]
pub struct CoreException {
    /// Why.
    pub reason: Text,
    /// The day on which the team decided it.
    pub decided: Date,
}

/// How two adults share the teaching of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoTeach {
    /// One teaches, the other helps.
    OneTeachOneAssist,
    /// Children go from table to table.
    Station,
    /// Each teaches one half of the class.
    Parallel,
    /// One teaches the class, the other a few children.
    Alternative,
    /// Both teach together.
    Team,
}

/// Kinds of help.
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

/// Where help is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Model {
    /// In the student's own class.
    PushIn,
    /// In a small group elsewhere.
    PullOut,
    /// Both.
    Blended,
    /// Advice to the class teacher.
    Consult,
}

/// How often, such as 4 times a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frequency {
    /// How many times …
    pub times: u32,
    /// … in what.
    pub per: Per,
}

/// A span of time that a frequency counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Per {
    Day,
    Week,
    Month,
}

/// School days.
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

/// Why a kind of help was chosen.
#[derive(Debug, Clone, Default)]
pub struct Why {
    /// What the student needs.
    pub needs: Option<Text>,
    /// How it fits the class.
    pub class: Option<Text>,
    /// How it serves the goals.
    pub goals: Option<Text>,
}

/// Something that helps without being a service.
#[derive(Debug, Clone)]
pub struct Support {
    /// Whom it is for, and what it changes.
    pub kind: SupportKind,
    /// What it is.
    pub text: Text,
    /// Where it is used.
    pub place: Option<Text>,
    /// For whom, in words.
    pub audience: Option<Spanned<Text>>,
    /// The day by which it should be needed no more.
    pub fade_by: Option<Date>,
    /// What it means for what is taught, in words for the family.
    pub family_note: Option<Text>,
}

/// What a support changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SupportKind {
    /// Everybody in class has it.
    Universal,
    /// It changes how this student learns or shows it.
    Accommodation,
    /// Help that is taken away bit by bit.
    Scaffold,
    /// It changes what is taught.
    Modification,
}
