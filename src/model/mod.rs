//! What a school wrote, as typed facts with resolved references and their
//! positions in files. No page wording, no HTML; reads no file.

mod calendar;
mod clock;
mod day_source;
mod goal;
mod id;
mod library;
mod lint;
mod measure;
mod meeting;
mod minutes;
mod picture;
mod plan;
mod prompt_hierarchy;
mod reader;
mod review;
mod school;
mod service;
mod student;
mod student_names;
mod text;
mod timetable;
mod today;
mod transition;
mod translation;

pub use clock::{Clock, Hours};
pub use day_source::{DaySource, Now};
pub use goal::{
    Agreed, Area, Baseline, Benchmark, Change, ChangeKind, Closed, Direction, Goal, GoalKind,
    Mastery, Observation, Setting,
};
pub use id::{GoalId, Lang, PersonId, ServiceId, StudentId, TipId};
pub use library::{Explainer, Partner, Reference, Term};
pub use lint::{Lint, Strictness, WordKind, WordList, WordLists, Wording};
pub use measure::{Measure, RecordedValue, Tally, TimeUnit, median};
pub use meeting::{Every, Interpreting, Meeting, MeetingKind};
pub use minutes::{Reason, WeekMinutes};
pub use picture::{Picture, PictureSize};
pub use plan::{Routine, Tip, Update};
pub use prompt_hierarchy::{PromptHierarchy, PromptLevel};
pub use reader::{Access, FamilyReader, Reader, ReaderId, SitePart};
pub use review::{Decision, GoalReview, Maintain, Participant, Review, ReviewKind, Status};
pub use school::{
    Cadence, DateOrder, Digits, Interpreter, Library, Pause, Person, PublishTo, Role, Schedule,
    School, TimeAxis, TrendMethod,
};
pub use service::{
    CoTeach, CoreException, DeliveryModel, Frequency, Part, Per, Service, ServiceKind, Support,
    SupportKind, Weekday, Why,
};
pub use student::{Ask, AuthorText, Member, Pronouns, Record, Student, Voice, VoiceKind};
pub use student_names::StudentNames;
pub use text::{Text, Translation, TranslationState};
pub use timetable::Block;
pub use today::{DayWatch, Today, days_after};
pub use transition::{
    Arrangement, Handoff, Notification, OpenItem, Step, Transition, TransitionKind,
};
pub use translation::{Original, TranslatedFile};

/// Dates are calendar days; the tool knows no time zone.
pub use jiff::civil::Date;
