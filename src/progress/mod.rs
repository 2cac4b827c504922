//! What follows from the facts: baselines, lines, directions, what is live
//! today. Arithmetic only; families are told none of it as a verdict.

mod aim;
mod calendar;
mod changes;
mod clash;
mod current_services;
mod decision_rules;
mod delivery;
mod maintenance;
mod mastery;
mod portfolio;
mod series;
mod staff_summary;
mod timetable;
mod translations;
mod trend;

pub use aim::AimLine;
pub use changes::{ChangeCause, PhaseChange};
pub use clash::{Clash, Engagement, clashes, two_places};
pub use current_services::current_services;
pub use decision_rules::{Reading, Readings, TrendReading, all_on_one_side, sides};
pub use delivery::{Delivery, ENOUGH, FEWEST_WEEKS};
pub use maintenance::{Kept, KeptCheck};
pub use mastery::CriterionStanding;
pub use portfolio::{Portfolio, portfolio};
pub use series::{EvidenceLevel, Point, Progress};
pub use staff_summary::{GoalStanding, MinutesStanding, StaffSummary};
pub use timetable::{Missed, SchoolWeek, Share, minutes_a_week, same_subject};
pub use translations::{TranslationState, shared_translations, translations};
pub use trend::{
    Fit, Trend, TrendDirection, fit, interval, least_squares, theil_sen, trend, tukey,
};
