//! Judgements over a whole record, one to a file. A rule reads and reports; it
//! changes nothing.

mod foreign_digits;
mod hidden_characters;
mod not_translated;
mod other_student_named;
mod roster;

pub use roster::Roster;

use crate::diagnostic::Diagnostics;
use crate::model::{Record, School};

/// What a rule may look at.
pub struct Facts<'a> {
    /// What was written about the student.
    pub record: &'a Record,
    /// What all students share.
    pub school: &'a School,
    /// The names of all students.
    pub roster: &'a Roster,
}

type Rule = fn(&Facts, &mut Diagnostics);

const RULES: [Rule; 4] = [
    other_student_named::check,
    hidden_characters::check,
    foreign_digits::check,
    not_translated::check,
];

/// Applies every rule.
pub fn check(facts: &Facts, seen: &mut Diagnostics) {
    for rule in RULES {
        rule(facts, seen);
    }
}
