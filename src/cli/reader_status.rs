//! Who may open which student's pages, and who has a letter. It holds nothing secret.

use serde::Serialize;

use super::diagnostics::Messages;
use super::readers::ReaderOfStudents;
use crate::build::Shared;
use crate::keyring::Keyring;
use crate::model::{Date, SitePart, Student};

/// A student, and everyone who is named as a reader.
#[derive(Debug, Serialize)]
pub(super) struct StudentStatus {
    pub(super) student: String,
    pub(super) publish: bool,
    /// The day on which the pages were closed to everyone.
    pub(super) retired: Option<String>,
    pub(super) readers: Vec<ReaderStatus>,
    #[serde(skip)]
    pub(super) retired_on: Option<Date>,
}

/// A reader of one student.
#[derive(Debug, Serialize)]
pub(super) struct ReaderStatus {
    pub(super) reader: String,
    pub(super) language: String,
    /// The parts that the reader may open; all if there are none.
    pub(super) pages: Option<Vec<&'static str>>,
    until: Option<String>,
    /// Whether the last day has passed.
    ended: bool,
    revoked: Option<String>,
    /// The day of the last letter that works.
    letter: Option<String>,
    /// Whether the reader can open this student's pages today, with a letter.
    #[serde(skip)]
    may_open: bool,
    #[serde(skip)]
    days: Days,
}

/// The same days, to be shown in the language of staff.
#[derive(Debug)]
struct Days {
    until: Option<Date>,
    revoked: Option<Date>,
    letter: Option<Date>,
}

impl StudentStatus {
    /// The readers of `student` among `all` of the school.
    pub(super) fn of(
        student: &Student,
        all: &[ReaderOfStudents],
        keyring: &Keyring,
        shared: &Shared,
    ) -> Self {
        let reads = |one: &&ReaderOfStudents| one.students.iter().any(|of| of.id == student.id);
        let retired_on = keyring.retired(student.id.as_str());
        let readers = all.iter().filter(reads);
        Self {
            student: student.id.to_string(),
            publish: student.publish,
            retired: text(retired_on),
            readers: readers
                .map(|one| ReaderStatus::of(one, student, keyring, shared))
                .collect(),
            retired_on,
        }
    }

    /// Whether the pages are there for readers, whoever they are.
    fn is_open(&self) -> bool {
        self.publish && self.retired_on.is_none()
    }

    /// Whether nobody can open pages that somebody should.
    pub(super) fn has_nobody(&self) -> bool {
        self.is_open() && !self.readers.iter().any(|reader| reader.may_open)
    }

    /// The readers for whom a letter is to be printed.
    pub(super) fn to_print(&self) -> impl Iterator<Item = &ReaderStatus> {
        self.readers.iter().filter(|reader| reader.is_to_print())
    }
}

impl ReaderStatus {
    fn of(one: &ReaderOfStudents, student: &Student, keyring: &Keyring, shared: &Shared) -> Self {
        let reader = one.reader;
        let today = shared.school.today;
        let of_student = ReaderOfStudents {
            reader,
            students: vec![student],
        };
        let revoked = keyring.revoked(&reader.id);
        let days = Days {
            until: reader.until,
            revoked,
            letter: keyring.letter(&reader.id).filter(|_| revoked.is_none()),
        };
        let parts = reader.parts.as_ref();
        Self {
            reader: reader.id.to_string(),
            language: one.language(shared).to_string(),
            pages: parts.map(|parts| parts.iter().map(|part: &SitePart| part.folder()).collect()),
            until: text(days.until),
            ended: !reader.is_active(&today),
            revoked: text(days.revoked),
            letter: text(days.letter),
            may_open: of_student.open(keyring, today).is_some(),
            days,
        }
    }

    /// Whether the reader can open pages as soon as there is a letter.
    pub(super) fn is_to_print(&self) -> bool {
        self.may_open && self.days.letter.is_none()
    }

    /// The parts of the site that the reader may open, by their folders.
    pub(super) fn parts(&self, messages: &Messages) -> String {
        let pages = self.pages.as_ref().map(|pages| pages.join(", "));
        pages.unwrap_or_else(|| messages.say("status-all", []))
    }

    /// The reader's last day; nothing if there is none.
    pub(super) fn last_day(&self, messages: &Messages) -> String {
        day(self.days.until, messages)
    }

    /// What can be said of the reader's letter.
    pub(super) fn letter(&self, messages: &Messages) -> String {
        let (id, of) = match &self.days {
            Days {
                revoked: Some(day), ..
            } => ("status-revoked", Some(*day)),
            days if self.ended => ("status-ended", days.until),
            Days {
                letter: Some(day), ..
            } => ("status-letter", Some(*day)),
            _ => ("status-no-letter", None),
        };
        messages.say(id, [("day", day(of, messages))])
    }
}

/// A day in the language of staff; nothing if there is none.
pub(super) fn day(day: Option<Date>, messages: &Messages) -> String {
    day.map(|day| messages.day(day)).unwrap_or_default()
}

fn text(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}
