//! What follows from the facts: baselines, lines, directions, what is live
//! today. Arithmetic only; families are told none of it as a verdict.

mod aim;
mod calendar;
mod changes;
mod portfolio;
mod series;
mod standing;
mod trend;

pub use aim::AimLine;
pub use changes::{PhaseChange, Turn};
pub use portfolio::{Portfolio, portfolio};
pub use series::{Point, Progress, Stage};
pub use standing::{GoalStanding, Standing};
pub use trend::{Heading, Trend, least_squares, theil_sen, trend, tukey};
