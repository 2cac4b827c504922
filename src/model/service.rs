use super::{Date, GoalId, PersonId, ServiceId, Text};

/// Help that somebody gives at set times.
#[derive(Debug, Clone)]
pub struct Service {
    /// The key in `services.yaml`.
    pub id: ServiceId,
    /// What kind of help.
    pub kind: ServiceKind,
    /// In class, in a small group, both, or advice.
    pub model: Model,
    /// Who gives it.
    pub who: Vec<PersonId>,
    /// Together with whom.
    pub with: Vec<PersonId>,
    /// In which room.
    pub place: Option<Text>,
    /// In which lesson.
    pub during: Option<Text>,
    /// On which days.
    pub days: Vec<Weekday>,
    /// From when to when, `HH:MM`.
    pub time: Option<(String, String)>,
    /// How often.
    pub frequency: Option<Frequency>,
    /// Minutes each time.
    pub minutes: Option<f64>,
    /// Children in the group.
    pub group_size: Option<u32>,
    /// First day.
    pub since: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
    /// What the class does meanwhile.
    pub instead_of: Option<Text>,
    /// Goals it works on.
    pub goals: Vec<GoalId>,
    /// What one would see.
    pub looks_like: Option<Text>,
    /// Why this choice.
    pub why: Why,
    /// The sign that it can change.
    pub exit: Option<Text>,
}

/// Kinds of help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the field's own")]
pub enum ServiceKind {
    Reading,
    SpeechLanguage,
    Occupational,
    Physical,
    Math,
    Counselling,
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
