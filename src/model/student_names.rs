use super::StudentId;

/// How a student is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudentNames {
    /// Who.
    pub student: StudentId,
    /// Every way in which the student's own file says it now.
    pub names: Vec<String>,
    /// Ways in which it was said when the site that stands was made, or since.
    /// No page of others may hold them either; but a name of another student is
    /// no less another's because this one's folder once held it.
    pub earlier: Vec<String>,
}

impl StudentNames {
    /// A student of whom nothing earlier is known.
    #[must_use]
    pub fn now(student: StudentId, names: Vec<String>) -> Self {
        Self {
            student,
            names,
            earlier: Vec::new(),
        }
    }
}
