//! Goals: the skill, the baseline, the target, and the data points as written.

use super::{Date, GoalId, Measure, Participant, PersonId, Picture, RecordedValue, Text, TipId};

/// A goal: a skill that the student works on.
#[derive(Debug, Clone)]
pub struct Goal {
    /// The file name.
    pub id: GoalId,
    /// The skill in plain words.
    pub title: Text,
    /// The area of learning.
    pub area: Area,
    /// Whether it measures one skill or the outcome of a year.
    pub kind: GoalKind,
    /// What is measured.
    pub measure: Measure,
    /// The direction that is better.
    pub direction: Direction,
    /// The baseline.
    pub baseline: Baseline,
    /// The target, in the unit of the measure.
    pub target: f64,
    /// The target date.
    pub by: Date,
    /// The mastery criterion.
    pub mastery: Option<Mastery>,
    /// The people who work on it.
    pub owners: Vec<PersonId>,
    /// When and with whom it was agreed.
    pub agreed: Agreed,
    /// The number of the goal in the IEP.
    pub iep_ref: Option<String>,
    /// The wording in the IEP.
    pub iep_text: Option<Text>,
    /// What the student will do.
    pub what: Option<Text>,
    /// Why it matters.
    pub why: Option<Text>,
    /// How progress is measured, in words for the family.
    pub how_checked: Option<Text>,
    /// Where the skill helps.
    pub where_used: Vec<Text>,
    /// The id of the library's explanation of this kind of goal.
    pub explainer: Option<String>,
    /// At-home tips.
    pub tips: Vec<TipId>,
    /// Changes of plan, oldest first.
    pub changes: Vec<Change>,
    /// Set when the goal has ended.
    pub closed: Option<Closed>,
    /// Data points by date; those of one day in file order.
    pub data: Vec<Observation>,
    /// The grade-level standard it belongs to, in plain words.
    pub standard: Option<Text>,
    /// What most students of the class are expected to reach; empty unless the
    /// team chose to share it.
    pub benchmarks: Vec<Benchmark>,
    /// More about this goal, in the school's own words.
    pub more: Option<Text>,
    /// Photos of the student's work.
    pub work: Vec<Picture>,
}

impl Goal {
    /// Whether the goal ended on or before `day`.
    #[must_use]
    pub fn closed_on(&self, day: impl PartialOrd<Date> + Copy) -> bool {
        self.closed.as_ref().is_some_and(|closed| day >= closed.on)
    }

    /// Whether a review on `day` covers the goal: it was agreed before that day
    /// and had not ended.
    #[must_use]
    pub fn open_before(&self, day: Date) -> bool {
        let begun = self.agreed.on.unwrap_or(self.baseline.date);
        begun < day && self.closed.as_ref().is_none_or(|closed| closed.on >= day)
    }
}

/// Areas of learning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the field's own")]
pub enum Area {
    Reading,
    Writing,
    Math,
    Communication,
    Social,
    Motor,
    DailyLiving,
    SelfManagement,
}

/// What a goal's data stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoalKind {
    /// The skill that is taught now.
    Mastery,
    /// The outcome of a year of teaching.
    Outcome,
}

/// The direction that is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Higher is better.
    Increase,
    /// Lower is better.
    Decrease,
    /// Staying at the level is good.
    Maintain,
}

/// A goal's baseline.
#[derive(Debug, Clone)]
pub struct Baseline {
    /// The date of the last baseline probe, where lines begin.
    pub date: Date,
    /// One value per probe; at least one.
    pub values: Vec<RecordedValue>,
    /// A note for the family.
    pub note: Option<Text>,
}

/// The mastery criterion: at least (or at most) `value` on `times` of the last
/// `of` data points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mastery {
    /// The value, in the unit of the measure.
    pub value: f64,
    /// Whether data points have to be at or below the value.
    pub at_most: bool,
    /// How many data points have to meet it,
    pub times: u32,
    /// of how many in a row.
    pub of: u32,
    /// Whether there have to be that many before it can be met.
    pub strict: bool,
}

/// The result of one check on one day.
#[derive(Debug, Clone)]
pub struct Observation {
    /// The date.
    pub date: Date,
    /// The result as it was written.
    pub raw: RecordedValue,
    /// The setting.
    pub setting: Setting,
    /// A note for the family.
    pub note: Option<Text>,
    /// Whether the teacher confirmed that an unusual value is right.
    pub sure: bool,
}

/// The setting in which a data point was collected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// In a small group; also if nothing was written.
    SmallGroup,
    /// With the whole class.
    Class,
    /// Anywhere else.
    Elsewhere,
}

/// A change of plan (a phase change).
#[derive(Debug, Clone)]
pub struct Change {
    /// The day it starts.
    pub date: Date,
    /// What changes.
    pub kind: ChangeKind,
    /// The plan before.
    pub from: Option<Text>,
    /// The plan from then on.
    pub to: Option<Text>,
    /// The reason.
    pub why: Option<Text>,
}

/// What a change of plan is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the field's own")]
pub enum ChangeKind {
    Strategy,
    Target,
    Date,
    Setting,
    Measure,
}

/// How a goal ended.
#[derive(Debug, Clone)]
pub struct Closed {
    /// The date.
    pub on: Date,
    /// The outcome.
    pub outcome: Text,
}

/// When and with whom a goal was agreed.
#[derive(Debug, Clone, Default)]
pub struct Agreed {
    /// The date.
    pub on: Option<Date>,
    /// The participants, in file order.
    pub by: Vec<Participant>,
}

/// A benchmark: what most students of the class are expected to reach by a
/// date.
#[derive(Debug, Clone)]
pub struct Benchmark {
    /// The date.
    pub date: Date,
    /// The value, in the unit of the measure.
    pub expected: f64,
    /// Its source.
    pub source: Text,
    /// What it means, in plain words.
    pub plain: Option<Text>,
}
