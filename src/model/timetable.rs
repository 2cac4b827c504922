use super::{Hours, Text, Weekday};
use crate::source::Place;

/// A lesson, or anything else that a class does at set times.
#[derive(Debug, Clone)]
pub struct Block {
    /// Where its first hour stands.
    pub at: Place,
    /// On which days.
    pub days: Vec<Weekday>,
    /// From when to when.
    pub hours: Hours,
    /// What it is.
    pub subject: Text,
    /// Whether nobody should miss it.
    pub core: bool,
    /// Classes that have it; everybody where none is named.
    pub classes: Vec<String>,
}

impl Block {
    /// Whether a class has it. A student without a class has what everybody has.
    #[must_use]
    pub fn is_for(&self, class: Option<&str>) -> bool {
        let same = |name: &String| class == Some(name.as_str());
        self.classes.is_empty() || self.classes.iter().any(same)
    }
}
