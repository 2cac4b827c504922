//! Planned and provided minutes of services.

use std::collections::BTreeMap;

use super::{Date, ServiceId};
use crate::source::Place;

/// Planned and provided minutes of one service in one week.
#[derive(Debug, Clone)]
pub struct WeekMinutes {
    /// The position of the row.
    pub at: Place,
    /// The Monday of the week.
    pub week: Date,
    /// The service.
    pub service: ServiceId,
    /// The planned minutes.
    pub planned: u32,
    /// The provided minutes.
    pub given: u32,
    /// The missed minutes by reason.
    pub reasons: BTreeMap<Reason, u32>,
}

/// Why minutes were not provided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// There was no school.
    NoSchool,
    /// The adult was absent.
    StaffAway,
    /// The student was absent.
    StudentAway,
    /// Anything else.
    Other,
}
