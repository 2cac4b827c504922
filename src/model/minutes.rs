use std::collections::BTreeMap;

use super::{Date, ServiceId};
use crate::source::Place;

/// What was planned and what was given of one service in one week.
#[derive(Debug, Clone)]
pub struct WeekMinutes {
    /// Where its row stands.
    pub at: Place,
    /// The Monday of the week.
    pub week: Date,
    /// Of which service.
    pub service: ServiceId,
    /// Minutes that should have been.
    pub planned: u32,
    /// Minutes that were.
    pub given: u32,
    /// Minutes that were not, by why.
    pub reasons: BTreeMap<Reason, u32>,
}

/// Why minutes were not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// There was no school.
    NoSchool,
    /// The adult was not there.
    StaffAway,
    /// The student was not there.
    StudentAway,
    /// Anything else.
    Other,
}
