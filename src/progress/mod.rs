//! What follows from the facts: baselines, lines, directions, what is live
//! today. Arithmetic only; families are told none of it as a verdict.

mod aim;
mod calendar;
mod changes;
mod portfolio;
mod readings;
mod series;
mod standing;
mod trend;

pub use aim::AimLine;
pub use changes::{PhaseChange, Turn};
pub use portfolio::{Portfolio, portfolio};
pub use readings::{Reading, Readings, TrendReading, all_on_one_side, sides};
pub use series::{Point, Progress, Stage};
pub use standing::{GoalStanding, Standing};
pub use trend::{Fit, Heading, Trend, fit, least_squares, theil_sen, trend, tukey};
