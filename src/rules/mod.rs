//! Judgements over a whole record, one to a file. A rule reads and reports; it
//! changes nothing.

mod family_meeting;
mod first_page;
mod foreign_digits;
mod hidden_characters;
mod level_drop;
mod not_translated;
mod other_student_named;
mod review_complete;
mod review_due;
mod roster;
mod transition_ready;
mod update_late;

pub use roster::Roster;

use crate::diagnostic::Diagnostics;
use crate::model::{Record, School};
use crate::source::RelPath;

/// What a rule may look at.
pub struct Facts<'a> {
    /// What was written about the student.
    pub record: &'a Record,
    /// What all students share.
    pub school: &'a School,
    /// The names of all students.
    pub roster: &'a Roster,
}

impl Facts<'_> {
    /// A file of the student's folder.
    fn file(&self, name: &str) -> Option<RelPath> {
        RelPath::new(&format!("students/{}/{name}", self.record.student.id))
    }
}

type Rule = fn(&Facts, &mut Diagnostics);

const RULES: [Rule; 11] = [
    other_student_named::check,
    hidden_characters::check,
    foreign_digits::check,
    not_translated::check,
    review_complete::check,
    review_due::check,
    update_late::check,
    family_meeting::check,
    transition_ready::check,
    level_drop::check,
    first_page::check,
];

/// Applies every rule.
pub fn check(facts: &Facts, seen: &mut Diagnostics) {
    for rule in RULES {
        rule(facts, seen);
    }
}
