//! What follows from the facts: baselines, lines, directions, what is live
//! today. Arithmetic only; families are told none of it as a verdict.

mod aim;
mod arranged;
mod calendar;
mod changes;
mod clash;
mod delivery;
mod keeping;
mod mastery;
mod portfolio;
mod readings;
mod series;
mod standing;
mod timetable;
mod translations;
mod trend;

pub use aim::AimLine;
pub use arranged::arranged;
pub use changes::{PhaseChange, Turn};
pub use clash::{Clash, Engagement, clashes, two_places};
pub use delivery::{Delivery, ENOUGH, FEWEST_WEEKS};
pub use keeping::{Kept, KeptCheck};
pub use mastery::CriterionStanding;
pub use portfolio::{Portfolio, portfolio};
pub use readings::{Reading, Readings, TrendReading, all_on_one_side, sides};
pub use series::{Point, Progress, Stage};
pub use standing::{GoalStanding, MinutesStanding, Standing};
pub use timetable::{Missed, SchoolWeek, Share, minutes_a_week, same_subject};
pub use translations::{TranslationState, shared_translations, translations};
pub use trend::{Fit, Heading, Trend, fit, interval, least_squares, theil_sen, trend, tukey};
