//! What a school has written about one student, as facts: typed, complete,
//! with references resolved. Knows no language, no HTML and no file.

mod calendar;
mod goal;
mod id;
mod measure;
mod meeting;
mod picture;
mod plan;
mod review;
mod school;
mod service;
mod student;
mod text;
mod transition;

pub use goal::{
    Area, Baseline, Change, ChangeKind, Closed, Direction, Goal, GoalKind, Mastery, Observation,
    Setting,
};
pub use id::{GoalId, Lang, PersonId, ServiceId, StudentId, TipId};
pub use measure::{Measure, Raw, TimeUnit, median, same};
pub use meeting::{Every, Interpreting, Meeting, MeetingKind};
pub use picture::{Picture, PictureSize};
pub use plan::{Routine, Tip, Update};
pub use review::{Decision, GoalReview, Party, Review, ReviewKind, Status};
pub use school::{
    Cadence, DateOrder, Digits, Interpreter, Library, Pause, Person, Role, Schedule, School,
    TimeAxis, TrendMethod,
};
pub use service::{
    Frequency, Model, Per, Service, ServiceKind, Support, SupportKind, Weekday, Why,
};
pub use student::{Ask, Member, Pronouns, Record, Student, Written};
pub use text::{State, Text, Translation};
pub use transition::{Arrangement, Handoff, OpenItem, Step, Told, Transition, TransitionKind};

/// Dates are calendar days; the tool knows no time zone.
pub use jiff::civil::Date;
