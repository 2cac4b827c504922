//! What follows from the facts: baselines, aim lines, trends, phases, decision
//! rules, and what is current today. Arithmetic only, without text. Family pages
//! show none of the decision rules.

mod aim_line;
mod calendar;
mod current_services;
mod decision_rules;
mod delivery;
mod goal_progress;
mod maintenance;
mod mastery;
mod phase_changes;
mod point;
mod portfolio;
mod schedule_conflicts;
mod school_week;
mod staff_summary;
mod translations;
mod trend;

pub use aim_line::AimLine;
pub use current_services::current_services;
pub use decision_rules::{DecisionRules, Recommendation, TrendRule, all_on_one_side, sides};
pub use delivery::{Delivery, MIN_PERCENT};
pub use goal_progress::{EvidenceLevel, Progress};
pub use maintenance::{MaintenanceCheck, MaintenanceResult};
pub use mastery::CriterionProgress;
pub use phase_changes::{ChangeCause, PhaseChange};
pub use point::DataPoint;
pub use portfolio::{Portfolio, portfolio};
pub use schedule_conflicts::{Assignment, ScheduleConflict, double_bookings, schedule_conflicts};
pub use school_week::{MissedSubject, SchoolWeek, TimeInClass, minutes_a_week, same_subject};
pub use staff_summary::{GoalSummary, MinutesSummary, StaffSummary};
pub use translations::{TranslationStatus, shared_translations, translations};
pub use trend::{
    Fit, Trend, TrendDirection, fit, interval, least_squares, theil_sen, trend, tukey,
};
