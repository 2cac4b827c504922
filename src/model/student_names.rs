//! The names of a student, now and before.

use super::StudentId;

/// The names of one student.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudentNames {
    /// The student.
    pub student: StudentId,
    /// Every form of the name in the student's own file now.
    pub names: Vec<String>,
    /// Forms that were used when the current site was built, or since. Other
    /// students' pages may not contain these either. A former name does not
    /// give this student the right to show it if another student has it now.
    pub earlier: Vec<String>,
}

impl StudentNames {
    /// Names of a student without a history.
    #[must_use]
    pub fn now(student: StudentId, names: Vec<String>) -> Self {
        Self {
            student,
            names,
            earlier: Vec::new(),
        }
    }
}
