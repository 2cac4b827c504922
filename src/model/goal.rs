use super::{Date, GoalId, Measure, Participant, PersonId, Picture, RecordedValue, Text, TipId};

/// A skill a student works on.
#[derive(Debug, Clone)]
pub struct Goal {
    /// The file's name.
    pub id: GoalId,
    /// The skill in the student's own kind of words.
    pub title: Text,
    /// What field it belongs to.
    pub area: Area,
    /// Whether it checks this skill or the outcome of a year.
    pub kind: GoalKind,
    /// What is counted.
    pub measure: Measure,
    /// Which way is better.
    pub direction: Direction,
    /// Where it began.
    pub baseline: Baseline,
    /// The value hoped for, in the measure's own unit.
    pub target: f64,
    /// The day it is hoped for.
    pub by: Date,
    /// When it counts as reached.
    pub mastery: Option<Mastery>,
    /// Who works on it.
    pub owners: Vec<PersonId>,
    /// When and with whom it was agreed.
    pub agreed: Agreed,
    /// The number the goal has in the IEP.
    pub iep_ref: Option<String>,
    /// The IEP's own wording.
    pub iep_text: Option<Text>,
    /// What the student will do.
    pub what: Option<Text>,
    /// Why it matters in life.
    pub why: Option<Text>,
    /// How it is checked, and what that is like.
    pub how_checked: Option<Text>,
    /// Where it is of use.
    pub where_used: Vec<Text>,
    /// The kind of goal it is, in the library.
    pub explainer: Option<String>,
    /// At-home tips.
    pub tips: Vec<TipId>,
    /// Changes of plan, oldest first.
    pub changes: Vec<Change>,
    /// Set when the goal has ended.
    pub closed: Option<Closed>,
    /// Observations by date; those of one day in the order of the file.
    pub data: Vec<Observation>,
    /// The standard of the class it belongs to, in plain words.
    pub standard: Option<Text>,
    /// What most children of the class are expected to reach; empty unless the
    /// team chose to share it.
    pub benchmarks: Vec<Benchmark>,
    /// More about this goal, in the school's own words.
    pub more: Option<Text>,
    /// Pages of the student's own work.
    pub work: Vec<Picture>,
}

impl Goal {
    /// Whether the goal has ended on `day` or before.
    #[must_use]
    pub fn closed_on(&self, day: Date) -> bool {
        self.closed.as_ref().is_some_and(|closed| closed.on <= day)
    }

    /// Whether a review on `day` has something to say about the goal: it was
    /// agreed before that day and had not ended.
    #[must_use]
    pub fn open_before(&self, day: Date) -> bool {
        let begun = self.agreed.on.unwrap_or(self.baseline.date);
        begun < day && self.closed.as_ref().is_none_or(|closed| closed.on >= day)
    }
}

/// Fields of learning.
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

/// What a goal's numbers stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoalKind {
    /// The skill that is being taught now.
    Mastery,
    /// What a year of teaching should lead to.
    Outcome,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    Increase,
    /// Less is better.
    Decrease,
    /// Staying is good.
    Maintain,
}

/// Where a goal began.
#[derive(Debug, Clone)]
pub struct Baseline {
    /// The day of the last baseline probe; lines begin here.
    pub date: Date,
    /// One value for each probe, at least one.
    pub values: Vec<RecordedValue>,
    /// A few words about it.
    pub note: Option<Text>,
}

/// When a goal counts as reached: at least (or at most) `value`, on `times` of
/// the last `of` checks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mastery {
    /// The value to reach, in the measure's own unit.
    pub value: f64,
    /// Whether checks have to stay at or below it.
    pub at_most: bool,
    /// How many checks have to reach it …
    pub times: u32,
    /// … of how many in a row.
    pub of: u32,
    /// Whether that many have to be there before it can be met.
    pub strict: bool,
}

/// One result from one day.
#[derive(Debug, Clone)]
pub struct Observation {
    /// The day.
    pub date: Date,
    /// What was counted, as it was typed.
    pub raw: RecordedValue,
    /// Where it was seen.
    pub setting: Setting,
    /// A few words for the family.
    pub note: Option<Text>,
    /// Whether a person has said that an odd number is right.
    pub sure: bool,
}

/// Where something was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// In a small group, or nothing was said.
    SmallGroup,
    /// With the whole class.
    Class,
    /// Anywhere else.
    Elsewhere,
}

/// A change of plan.
#[derive(Debug, Clone)]
pub struct Change {
    /// The day it starts.
    pub date: Date,
    /// What is changed.
    pub kind: ChangeKind,
    /// What it was before.
    pub from: Option<Text>,
    /// What it is now.
    pub to: Option<Text>,
    /// Why.
    pub why: Option<Text>,
}

/// What a change changes.
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
    /// The day.
    pub on: Date,
    /// What came of it.
    pub outcome: Text,
}

/// When and with whom a goal was agreed.
#[derive(Debug, Clone, Default)]
pub struct Agreed {
    /// The day.
    pub on: Option<Date>,
    /// Who agreed, in the order of the file.
    pub by: Vec<Participant>,
}

/// What most children of the class are expected to reach by a day.
#[derive(Debug, Clone)]
pub struct Benchmark {
    /// The day.
    pub date: Date,
    /// The value, in the measure's own unit.
    pub expected: f64,
    /// Who says so.
    pub source: Text,
    /// What it means, in plain words.
    pub plain: Option<Text>,
}
