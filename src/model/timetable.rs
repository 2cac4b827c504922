//! The lessons of the school's classes.

use super::{Hours, Text, Weekday};
use crate::source::Place;

/// A lesson, or anything else a class does at a set time.
#[derive(Debug, Clone)]
pub struct Block {
    /// The position of its time in the file.
    pub at: Place,
    /// The weekdays.
    pub days: Vec<Weekday>,
    /// The time of day.
    pub hours: Hours,
    /// The name of the lesson.
    pub subject: Text,
    /// Whether it is core instruction that nobody should miss.
    pub core: bool,
    /// The classes that have it; empty means all.
    pub classes: Vec<String>,
}

impl Block {
    /// Whether a class has this lesson. A student without a class has the
    /// lessons of everybody.
    #[must_use]
    pub fn is_for(&self, class: Option<&str>) -> bool {
        let same = |name: &String| class == Some(name.as_str());
        self.classes.is_empty() || self.classes.iter().any(same)
    }
}
