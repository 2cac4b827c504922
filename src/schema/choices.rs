//! Fields that take one of some words: the words, and what they mean.

use std::fmt::Debug;

use crate::model::{
    Access, Area, Cadence, ChangeKind, CoTeach, DateOrder, Decision, DeliveryModel, Digits,
    Direction, Every, GoalKind, MeetingKind, Per, Pronouns, Reason, ReviewKind, Routine,
    ServiceKind, Setting, SitePart, Status, Strictness, SupportKind, Tally, TimeAxis, TimeUnit,
    TransitionKind, TranslationState, TrendMethod, VoiceKind, WordKind,
};

/// Some words, of which a field takes one.
pub trait Choices: Debug + Sync {
    /// The words, in the order in which messages list them.
    fn words(&self) -> Vec<&'static str>;
}

impl<T: Debug + Sync, const N: usize> Choices for [(&'static str, T); N] {
    fn words(&self) -> Vec<&'static str> {
        self.iter().map(|(word, _)| *word).collect()
    }
}

impl Choices for [SitePart; 10] {
    fn words(&self) -> Vec<&'static str> {
        self.iter().map(|part| part.folder()).collect()
    }
}

impl<const N: usize> Choices for [&'static str; N] {
    fn words(&self) -> Vec<&'static str> {
        self.to_vec()
    }
}

/// How a student is spoken of.
pub const PRONOUNS: [(&str, Pronouns); 3] = [
    ("she", Pronouns::She),
    ("he", Pronouns::He),
    ("they", Pronouns::They),
];
/// How a student said something.
pub const VOICES: [(&str, VoiceKind); 3] = [
    ("said", VoiceKind::Said),
    ("wrote", VoiceKind::Wrote),
    ("drew", VoiceKind::Drew),
];
/// Ways of delivering a service.
pub const MODELS: [(&str, DeliveryModel); 4] = [
    ("push-in", DeliveryModel::PushIn),
    ("pull-out", DeliveryModel::PullOut),
    ("blended", DeliveryModel::Blended),
    ("consult", DeliveryModel::Consult),
];
/// Who can open pages.
pub const ACCESS: [(&str, Access); 2] = [
    ("sealed", Access::Sealed),
    ("host-login", Access::HostLogin),
];
/// Formulas for trend lines.
pub const TRENDS: [(&str, TrendMethod); 4] = [
    ("theil-sen", TrendMethod::TheilSen),
    ("ols", TrendMethod::LeastSquares),
    ("tukey", TrendMethod::Tukey),
    ("none", TrendMethod::Off),
];
/// Orders of day and month in data sheets.
pub const DATES: [(&str, DateOrder); 2] = [
    ("day-first", DateOrder::DayFirst),
    ("month-first", DateOrder::MonthFirst),
];
/// How strictly wording is checked.
pub const STRICTNESS: [(&str, Strictness); 3] = [
    ("off", Strictness::Off),
    ("warn", Strictness::Warn),
    ("stop", Strictness::CommandError),
];
/// Which digits pages have.
pub const DIGITS: [(&str, Digits); 2] = [("western", Digits::Western), ("native", Digits::Native)];
/// The direction of time on right-to-left pages.
pub const AXES: [(&str, TimeAxis); 2] = [("keep", TimeAxis::Keep), ("mirror", TimeAxis::Mirror)];
/// Areas of goals.
pub const AREAS: [(&str, Area); 8] = [
    ("reading", Area::Reading),
    ("writing", Area::Writing),
    ("math", Area::Math),
    ("communication", Area::Communication),
    ("social", Area::Social),
    ("motor", Area::Motor),
    ("daily-living", Area::DailyLiving),
    ("self-management", Area::SelfManagement),
];
/// What a goal is for.
pub const GOAL_KINDS: [(&str, GoalKind); 2] = [
    ("mastery", GoalKind::Mastery),
    ("outcome", GoalKind::Outcome),
];
/// What changed in a plan.
pub const CHANGE_KINDS: [(&str, ChangeKind); 5] = [
    ("strategy", ChangeKind::Strategy),
    ("target", ChangeKind::Target),
    ("date", ChangeKind::Date),
    ("setting", ChangeKind::Setting),
    ("measure", ChangeKind::Measure),
];
/// Where the numbers of a goal are to go.
pub const DIRECTIONS: [(&str, Direction); 3] = [
    ("increase", Direction::Increase),
    ("decrease", Direction::Decrease),
    ("maintain", Direction::Maintain),
];
/// What a duration is told as.
pub const TOLD: [(&str, Tally); 3] = [
    ("total", Tally::Total),
    ("mean", Tally::Mean),
    ("share", Tally::Share),
];
/// Where a data point comes from.
pub const SETTINGS: [(&str, Setting); 3] = [
    ("small-group", Setting::SmallGroup),
    ("class", Setting::Class),
    ("elsewhere", Setting::Elsewhere),
];
/// Kinds of supports.
pub const SUPPORT_KINDS: [(&str, SupportKind); 4] = [
    ("universal", SupportKind::Universal),
    ("accommodation", SupportKind::Accommodation),
    ("scaffold", SupportKind::Scaffold),
    ("modification", SupportKind::Modification),
];
/// Times of the day at home.
pub const ROUTINES: [(&str, Routine); 13] = [
    ("morning", Routine::Morning),
    ("breakfast", Routine::Breakfast),
    ("car", Routine::Car),
    ("after-school", Routine::AfterSchool),
    ("shop", Routine::Shop),
    ("cooking", Routine::Cooking),
    ("dinner", Routine::Dinner),
    ("after-dinner", Routine::AfterDinner),
    ("bath", Routine::Bath),
    ("bedtime", Routine::Bedtime),
    ("play", Routine::Play),
    ("weekend", Routine::Weekend),
    ("any", Routine::Any),
];
/// Kinds of services.
pub const SERVICE_KINDS: [(&str, ServiceKind); 9] = [
    ("reading", ServiceKind::Reading),
    ("writing", ServiceKind::Writing),
    ("speech-language", ServiceKind::SpeechLanguage),
    ("occupational", ServiceKind::Occupational),
    ("physical", ServiceKind::Physical),
    ("math", ServiceKind::Math),
    ("counseling", ServiceKind::Counseling),
    ("classroom-support", ServiceKind::ClassroomSupport),
    ("study-skills", ServiceKind::StudySkills),
];
/// Ways of teaching together.
pub const COTEACH: [(&str, CoTeach); 5] = [
    ("one-teach-one-assist", CoTeach::OneTeachOneAssist),
    ("station", CoTeach::Station),
    ("parallel", CoTeach::Parallel),
    ("alternative", CoTeach::Alternative),
    ("team", CoTeach::Team),
];
/// What a frequency counts in.
pub const PERS: [(&str, Per); 3] = [
    ("day", Per::Day),
    ("week", Per::Week),
    ("month", Per::Month),
];
/// Ways of delivering one part of a blended service.
pub const PART_MODELS: [(&str, DeliveryModel); 2] = [
    ("push-in", DeliveryModel::PushIn),
    ("pull-out", DeliveryModel::PullOut),
];
/// Kinds of reviews.
pub const REVIEW_KINDS: [(&str, ReviewKind); 2] =
    [("formal", ReviewKind::Formal), ("brief", ReviewKind::Brief)];
/// What a review decides about a goal.
pub const DECISIONS: [(&str, Decision); 6] = [
    ("continue", Decision::Continue),
    ("adjust", Decision::Adjust),
    ("raise", Decision::Raise),
    ("transition", Decision::Transition),
    ("met", Decision::Met),
    ("end", Decision::End),
];
/// How a goal is going, as a team says it.
pub const STATUSES: [(&str, Status); 7] = [
    ("met", Status::Met),
    ("ahead", Status::Ahead),
    ("on-path", Status::OnPath),
    ("changing", Status::Changing),
    ("steady", Status::Steady),
    ("early", Status::Early),
    ("paused", Status::Paused),
];
/// Kinds of meetings.
pub const MEETING_KINDS: [(&str, MeetingKind); 4] = [
    ("planning", MeetingKind::Planning),
    ("family", MeetingKind::Family),
    ("iep", MeetingKind::Iep),
    ("review", MeetingKind::Review),
];
/// How often a meeting recurs.
pub const EVERY: [(&str, Every); 3] = [
    ("week", Every::Week),
    ("two-weeks", Every::TwoWeeks),
    ("month", Every::Month),
];
/// What changes for a student.
pub const TRANSITION_KINDS: [(&str, TransitionKind); 4] = [
    ("setting", TransitionKind::Setting),
    ("grade", TransitionKind::Grade),
    ("school", TransitionKind::School),
    ("program", TransitionKind::Program),
];
/// Whether people in a picture agreed. The value says whether it can be shown.
pub const FACES: [(&str, bool); 3] = [("none", true), ("ok", true), ("not-ok", false)];
/// Why minutes were not provided.
pub const REASONS: [(&str, Reason); 4] = [
    ("no_school", Reason::NoSchool),
    ("staff_away", Reason::StaffAway),
    ("student_away", Reason::StudentAway),
    ("other", Reason::Other),
];
/// Kinds of wording that is checked. A word that is `fine` is on no list.
pub const WORD_KINDS: [(&str, Option<WordKind>); 12] = [
    ("label", Some(WordKind::Label)),
    ("deficit", Some(WordKind::Deficit)),
    ("jargon", Some(WordKind::Jargon)),
    ("vague", Some(WordKind::Vague)),
    ("vague-decision", Some(WordKind::VagueDecision)),
    ("cost", Some(WordKind::Cost)),
    ("home-language", Some(WordKind::HomeLanguage)),
    ("staff-private", Some(WordKind::StaffPrivate)),
    ("claim", Some(WordKind::Claim)),
    ("gendered", Some(WordKind::Gendered)),
    ("remark", Some(WordKind::Remark)),
    ("fine", None),
];
/// Who made a translation.
pub const TRANSLATION_STATES: [(&str, TranslationState); 3] = [
    ("human", TranslationState::Human),
    ("reviewed", TranslationState::Reviewed),
    ("machine", TranslationState::Machine),
];

/// Units of time.
pub const TIME_UNITS: [(&str, TimeUnit); 2] = [
    ("seconds", TimeUnit::Seconds),
    ("minutes", TimeUnit::Minutes),
];
/// How often families get an update.
pub const CADENCES: [(&str, Cadence); 2] =
    [("weekly", Cadence::Weekly), ("monthly", Cadence::Monthly)];
/// How intervals are counted. No page tells it yet.
pub const METHODS: [(&str, ()); 3] = [("partial", ()), ("whole", ()), ("momentary", ())];
/// Days of the week.
pub const WEEKDAYS: [(&str, ()); 7] = [
    ("mon", ()),
    ("tue", ()),
    ("wed", ()),
    ("thu", ()),
    ("fri", ()),
    ("sat", ()),
    ("sun", ()),
];
/// Kinds of measures.
pub const MEASURES: [&str; 13] = [
    "words-per-minute",
    "percent",
    "level",
    "duration",
    "latency",
    "count",
    "rate",
    "steps",
    "prompt",
    "items",
    "goal-attainment",
    "interval",
    "score",
];
/// The kinds of files in `library/measures/`.
pub const MEASURE_FILES: [(&str, ()); 1] = [("ladder", ())];
