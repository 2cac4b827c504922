//! What a school has written about one student, as facts: typed, complete,
//! with references resolved. Knows no language, no HTML and no file.

mod goal;
mod id;
mod measure;
mod picture;
mod plan;
mod school;
mod service;
mod student;
mod text;

pub use goal::{
    Area, Baseline, Change, ChangeKind, Closed, Direction, Goal, GoalKind, Mastery, Observation,
    Setting,
};
pub use id::{GoalId, Lang, PersonId, ServiceId, StudentId, TipId};
pub use measure::{Measure, Raw, TimeUnit, median, same};
pub use picture::{Picture, PictureSize};
pub use plan::{Decision, GoalReview, Meeting, MeetingKind, Review, Routine, Status, Tip, Update};
pub use school::{
    DateOrder, Digits, Interpreter, Library, Pause, Person, Role, School, TimeAxis, TrendMethod,
};
pub use service::{
    Frequency, Model, Per, Service, ServiceKind, Support, SupportKind, Weekday, Why,
};
pub use student::{Member, Pronouns, Record, Student, Written};
pub use text::{State, Text, Translation};

/// Dates are calendar days; the tool knows no time zone.
pub use jiff::civil::Date;
