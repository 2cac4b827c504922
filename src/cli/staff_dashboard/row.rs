//! One row per student: progress, open tasks, and problems.

use std::collections::BTreeSet;

use crate::build::{self, Built, Shared};
use crate::cli::diagnostics::{Messages, Problem, Texts};
use crate::cli::reader_status::StudentStatus;
use crate::cli::readers::all_readers;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::incremental::SharedInputs;
use crate::keyring::Keyring;
use crate::locale::StaffSummaryText;
use crate::model::{Access, PersonId, School, Student, StudentId, StudentNames};
use crate::progress::{GoalSummary, StaffSummary};

/// One student on the staff dashboard.
pub(super) struct Row {
    /// The folder name.
    pub(super) student: String,
    /// The name everybody uses; the folder name if it could not be read.
    pub(super) name: String,
    /// The name of the case manager.
    pub(super) case_manager: String,
    /// The status of goals and services; `None` if the files could not be read
    /// completely.
    pub(super) standing: Option<StaffSummary>,
    /// The same as text.
    pub(super) words: StaffSummaryText,
    /// The open tasks.
    pub(super) needs: BTreeSet<Need>,
    /// All problems, in file order.
    pub(super) problems: Vec<Problem>,
    /// Who may open the pages. `None` if that is not known here, or if the host asks
    /// readers to log in.
    pub(super) access: Option<StudentStatus>,
}

/// The kinds of open tasks, most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Need {
    /// Errors hold the site back.
    Fault,
    /// An update is late.
    Update,
    /// A review is due or overdue.
    Review,
    /// A goal needs data points.
    Numbers,
    /// Minutes were not provided as planned.
    Minutes,
    /// A decision differs from what the data show.
    Differs,
    /// Nobody can open the pages.
    NoReader,
    /// A reader has no letter that works.
    Letters,
    /// Another warning.
    Look,
    /// Text waits for a translation.
    Translation,
}

impl Need {
    /// All kinds.
    pub(super) const ALL: [Self; 10] = [
        Self::Fault,
        Self::Update,
        Self::Review,
        Self::Numbers,
        Self::Minutes,
        Self::Differs,
        Self::NoReader,
        Self::Letters,
        Self::Look,
        Self::Translation,
    ];

    /// The name in pages, CSV and JSON.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Fault => "fault",
            Self::Update => "update",
            Self::Review => "review",
            Self::Numbers => "numbers",
            Self::Minutes => "minutes",
            Self::Differs => "differs",
            Self::NoReader => "no-reader",
            Self::Letters => "letters",
            Self::Look => "look",
            Self::Translation => "translation",
        }
    }

    /// The label.
    pub(super) fn label(self, messages: &Messages) -> String {
        messages.say(
            match self {
                Self::Fault => "need-fault",
                Self::Update => "need-update",
                Self::Review => "need-review",
                Self::Numbers => "need-numbers",
                Self::Minutes => "need-minutes",
                Self::Differs => "need-differs",
                Self::NoReader => "need-no-reader",
                Self::Letters => "need-letters",
                Self::Look => "need-look",
                Self::Translation => "need-translation",
            },
            [],
        )
    }

    /// The task that a diagnostic stands for; `None` for notes that need no
    /// action.
    fn of(diagnostic: &Diagnostic) -> Option<Self> {
        match (diagnostic.code, diagnostic.code.severity()) {
            (Code::UpdateLate, _) => Some(Self::Update),
            (Code::ReviewDue | Code::ReviewOverdue, _) => Some(Self::Review),
            (Code::LittleGiven, _) => Some(Self::Minutes),
            (Code::NoReader, _) => Some(Self::NoReader),
            (Code::NotTranslated | Code::StaleTranslation, _) => Some(Self::Translation),
            (_, Severity::Error | Severity::Bug) => Some(Self::Fault),
            (_, Severity::Warning) => Some(Self::Look),
            (_, Severity::Note) => None,
        }
    }
}

/// The place of a student among all: the most urgent tasks first, then by name.
pub(super) type Order = (Need, String, String);

impl Row {
    /// Where the row belongs.
    pub(super) fn order(&self) -> Order {
        let first = self.needs.first().copied().unwrap_or(Need::Translation);
        (first, self.name.clone(), self.student.clone())
    }
}

/// What was found of one student.
pub(super) struct Found<'a> {
    /// The folder name.
    student: &'a str,
    /// As in [`Built`].
    summary: Option<&'a StaffSummary>,
    /// The same as text.
    words: Option<&'a StaffSummaryText>,
    /// The student, if the files could be read completely.
    family: Option<&'a Student>,
    /// The diagnostics about the student's own files.
    own: &'a [Diagnostic],
}

impl<'a> Found<'a> {
    /// What was found of a student with these diagnostics.
    pub(super) fn of<T>(unit: &'a Built<T>, own: &'a [Diagnostic]) -> Self {
        Self {
            student: unit.student.as_str(),
            summary: unit.summary.as_ref(),
            words: unit.summary_text.as_ref(),
            family: unit.family.as_ref().map(|family| &family.student),
            own,
        }
    }
}

/// Makes the rows of a school, one at a time.
pub(super) struct Rows<'a> {
    pub(super) inputs: &'a SharedInputs,
    pub(super) keyring: Option<&'a Keyring>,
    pub(super) messages: &'a Messages,
    /// As [`relatives`] returns them.
    pub(super) relatives: &'a [Student],
}

/// The students whom a reader of several may read, as far as they can be read. Who reads
/// one of them depends on the others. Empty if that is not shown.
pub(super) fn relatives(inputs: &SharedInputs, keyring: Option<&Keyring>) -> Vec<Student> {
    let shared = inputs.shared.as_ref();
    let Some(shared) = shared.filter(|shared| is_shown(shared) && keyring.is_some()) else {
        return Vec::new();
    };
    let families = &shared.school.families;
    let is_read = |student: &&str| {
        families
            .iter()
            .any(|family| family.reads(&StudentId::new(*student)))
    };
    let students: Vec<&str> = inputs.students.iter().filter(is_read).collect();
    let read = |student: &&str| build::read_student(&inputs.unit(student), shared);
    let students = inputs.disk.work_on_each(&students, read);
    students.into_iter().flatten().collect()
}

/// Whether readers need letters. If the host asks them to log in, they do not.
fn is_shown(shared: &Shared) -> bool {
    shared.school.access == Access::Sealed
}

impl Rows<'_> {
    /// The row of one student.
    pub(super) fn row(&self, found: &Found, texts: &Texts) -> Row {
        let Found { student, own, .. } = *found;
        // While the shared files have errors, only the diagnostics count.
        let is_read = self.inputs.shared.is_some();
        let standing = found.summary.filter(|_| is_read).cloned();
        let access = self.access(student, found.family);
        let school = self.inputs.shared.as_ref().map(|shared| &shared.school);
        let manager = standing.as_ref().map(|standing| &standing.case_manager);
        let problems = own.iter();
        Row {
            student: student.to_owned(),
            name: name(self.inputs, student, standing.as_ref(), None),
            case_manager: manager.map(|id| person(school, id)).unwrap_or_default(),
            needs: own
                .iter()
                .filter_map(Need::of)
                .chain(standing.iter().flat_map(needs_of))
                .chain(access.iter().flat_map(needs_of_readers))
                .collect(),
            problems: problems
                .map(|one| Problem::of(one, texts, self.messages))
                .collect(),
            words: found.words.cloned().unwrap_or_default(),
            access,
            standing,
        }
    }

    /// Who may open the student's pages. `None` if that is not known here, or if the host
    /// asks readers to log in.
    fn access(&self, student: &str, family: Option<&Student>) -> Option<StudentStatus> {
        let shared = self.inputs.shared.as_ref();
        let shared = shared.filter(|shared| is_shown(shared))?;
        let keyring = self.keyring?;
        let own = match family {
            Some(own) => own.clone(),
            // Other files than student.yaml may have errors.
            None => build::read_student(&self.inputs.unit(student), shared)?,
        };
        let families = shared.school.families.iter();
        let families: Vec<_> = families.filter(|family| family.reads(&own.id)).collect();
        let is_with = |other: &&Student| families.iter().any(|family| family.reads(&other.id));
        let mut together: Vec<Student> = self.relatives.iter().filter(is_with).cloned().collect();
        if !together.iter().any(|one| one.id == own.id) {
            together.push(own.clone());
        }
        let all = all_readers(&shared.school, &together);
        Some(StudentStatus::of(&own, &all, keyring, shared))
    }
}

/// The name everybody uses, as `summary` has it. If the files have errors: the name that
/// was `known` before, or what can be read of it.
pub(in crate::cli) fn name(
    inputs: &SharedInputs,
    student: &str,
    summary: Option<&StaffSummary>,
    known: Option<&str>,
) -> String {
    if let Some(summary) = summary {
        return summary.name.clone();
    }
    if let Some(known) = known {
        return known.to_owned();
    }
    // The full name, so that part of it is not mistaken for another name.
    let longest = |called: &'_ StudentNames| {
        let names = called.names.iter();
        names.max_by_key(|name| name.chars().count()).cloned()
    };
    let called = inputs.called(&StudentId::new(student));
    called
        .and_then(longest)
        .unwrap_or_else(|| student.to_owned())
}

fn needs_of(standing: &StaffSummary) -> impl Iterator<Item = Need> {
    let waits = standing
        .goals
        .iter()
        .any(|goal| goal.weeks_waiting.is_some());
    let differs = standing.goals.iter().any(GoalSummary::differs);
    let numbers = waits.then_some(Need::Numbers);
    numbers.into_iter().chain(differs.then_some(Need::Differs))
}

fn needs_of_readers(access: &StudentStatus) -> impl Iterator<Item = Need> {
    let nobody = access.has_nobody().then_some(Need::NoReader);
    let letters = access.to_print().next().map(|_| Need::Letters);
    nobody.into_iter().chain(letters)
}

fn person(school: Option<&School>, id: &PersonId) -> String {
    let person = school.and_then(|school| school.staff.get(id));
    person.map_or_else(|| id.to_string(), |person| person.name.original.clone())
}
