//! One row per student: progress, open tasks, and problems.

use std::collections::{BTreeMap, BTreeSet};

use crate::build;
use crate::cli::diagnostics::{Messages, Problem, Texts};
use crate::cli::reader_status::StudentStatus;
use crate::cli::readers::all_readers;
use crate::cli::school::CompiledSchool;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::keyring::Keyring;
use crate::locale::StaffSummaryText;
use crate::model::{Access, PersonId, School, Student, StudentNames};
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

/// One row per student: the most urgent tasks first, then by name.
pub(super) fn rows<T>(
    compiled: &CompiledSchool<T>,
    keyring: Option<&Keyring>,
    messages: &Messages,
) -> Vec<Row> {
    let texts = Texts::of(compiled);
    let mut access = access(compiled, keyring);
    let students = compiled.students.iter();
    let mut rows: Vec<Row> = students
        .map(|student| {
            let access = access.remove(student);
            row(compiled, student, access, &texts, messages)
        })
        .collect();
    rows.sort_by(|a, b| {
        let first = |row: &Row| row.needs.first().copied().unwrap_or(Need::Translation);
        (first(a), &a.name, &a.student).cmp(&(first(b), &b.name, &b.student))
    });
    rows
}

/// Who may open which student's pages, by the student's folder. Empty if that is not
/// known here, or if the host asks readers to log in.
fn access<T>(
    compiled: &CompiledSchool<T>,
    keyring: Option<&Keyring>,
) -> BTreeMap<String, StudentStatus> {
    let shared = compiled.opened.shared.as_ref();
    let shared = shared.filter(|shared| shared.school.access == Access::Sealed);
    let Some((shared, keyring)) = shared.zip(keyring) else {
        return BTreeMap::new();
    };
    let units = compiled.results.iter().flatten();
    let students = units.filter_map(|unit| match &unit.family {
        Some(family) => Some(family.student.clone()),
        // Other files than student.yaml may have errors.
        None => build::read_student(&compiled.opened.unit(unit.student.as_str()), shared),
    });
    let students: Vec<Student> = students.collect();
    let all = all_readers(&shared.school, &students);
    let status = |student| StudentStatus::of(student, &all, keyring, shared);
    let students = students.iter();
    students
        .map(|student| (student.id.to_string(), status(student)))
        .collect()
}

fn row<T>(
    compiled: &CompiledSchool<T>,
    student: &str,
    access: Option<StudentStatus>,
    texts: &Texts,
    messages: &Messages,
) -> Row {
    let own = compiled.diagnostics.of(Some(student));
    let mut results = compiled.results.iter().flatten();
    let unit = results.find(|unit| unit.student.as_str() == student);
    let standing = unit.and_then(|unit| unit.summary.clone());
    let said = unit.and_then(|unit| unit.summary_text.clone());
    let manager = standing.as_ref().map(|standing| &standing.case_manager);
    Row {
        student: student.to_owned(),
        name: name(compiled, student, None),
        case_manager: manager
            .map(|id| person(compiled.school(), id))
            .unwrap_or_default(),
        needs: own
            .iter()
            .filter_map(Need::of)
            .chain(standing.iter().flat_map(needs_of))
            .chain(access.iter().flat_map(needs_of_readers))
            .collect(),
        problems: own
            .iter()
            .map(|one| Problem::of(one, texts, messages))
            .collect(),
        words: said.unwrap_or_default(),
        access,
        standing,
    }
}

/// The name everybody uses. If the files have errors: the name that was `known`
/// before, or what can be read of it.
pub(in crate::cli) fn name<T>(
    compiled: &CompiledSchool<T>,
    student: &str,
    known: Option<&str>,
) -> String {
    let mut results = compiled.results.iter().flatten();
    let unit = results.find(|unit| unit.student.as_str() == student);
    let standing = unit.and_then(|unit| unit.summary.as_ref());
    if let Some(standing) = standing {
        return standing.name.clone();
    }
    if let Some(known) = known {
        return known.to_owned();
    }
    let mut names = compiled.opened.names.iter();
    let called = names.find(|called| called.student.as_str() == student);
    // The full name, so that part of it is not mistaken for another name.
    let longest = |called: &'_ StudentNames| {
        let names = called.names.iter();
        names.max_by_key(|name| name.chars().count()).cloned()
    };
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
