//! Everyone who may open pages, as `student.yaml` and `families.yaml` name them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::diagnostics::Messages;
use super::school;
use super::terminal::Terminal;
use super::{CLEAN, CONTENT, CommandError};
use crate::build::{self, Shared};
use crate::diagnostic::nearest;
use crate::incremental::SharedInputs;
use crate::io::Disk;
use crate::keyring::Keyring;
use crate::model::{Date, Lang, Reader, ReaderId, School, Student};

/// A school, and its students as far as their files say who may open their pages.
pub(super) struct SchoolReaders {
    pub(super) folder: PathBuf,
    pub(super) shared: Shared,
    pub(super) messages: Messages,
    /// The names of all students with a folder.
    pub(super) folders: Vec<String>,
    /// The students whose `student.yaml` could be read.
    pub(super) students: Vec<Student>,
}

/// A reader, and the students whose pages this reader may open.
pub(super) struct ReaderOfStudents<'a> {
    pub(super) reader: &'a Reader,
    pub(super) students: Vec<&'a Student>,
}

impl SchoolReaders {
    /// Reads the school in `folder`.
    ///
    /// # Errors
    /// That the shared files have errors, or the system error.
    pub(super) fn read(folder: &Path) -> Result<Self, CommandError> {
        let disk = Disk::new(folder);
        let mut inputs = SharedInputs::read(&disk)?;
        let Some(shared) = inputs.shared.take() else {
            let messages = Messages::of_tool();
            return Err(CommandError::Said(messages.say("readers-nothing", [])));
        };
        let folders: Vec<&str> = inputs.students.iter().collect();
        let read = |student: &&str| build::read_student(&inputs.unit(student), &shared);
        let students = disk.work_on_each(&folders, read);
        Ok(Self {
            folder: folder.to_path_buf(),
            messages: Messages::new(shared.school.language.as_str()),
            folders: folders.into_iter().map(str::to_owned).collect(),
            students: students.into_iter().flatten().collect(),
            shared,
        })
    }

    /// The day that counts as today.
    pub(super) fn today(&self) -> Date {
        self.shared.school.today
    }

    /// The students whose `student.yaml` could not be read.
    pub(super) fn unread(&self) -> Vec<&str> {
        let read: BTreeSet<&str> = self.students.iter().map(|one| one.id.as_str()).collect();
        let all = self.folders.iter().map(String::as_str);
        all.filter(|student| !read.contains(student)).collect()
    }

    /// Says which students could not be read, and returns the exit code for that.
    pub(super) fn report_unread(&self, terminal: &mut Terminal) -> u8 {
        let unread = self.unread();
        if unread.is_empty() {
            return CLEAN;
        }
        let list = [("list", unread.join(", "))];
        terminal.error(&self.messages.say("readers-unread", list));
        CONTENT
    }

    /// Everyone who is named as a reader, also those whose last day has passed.
    pub(super) fn all(&self) -> Vec<ReaderOfStudents<'_>> {
        all_readers(&self.shared.school, &self.students)
    }

    /// The reader called `asked`.
    ///
    /// # Errors
    /// That there is none.
    pub(super) fn named(&self, asked: &str) -> Result<ReaderOfStudents<'_>, CommandError> {
        let all = self.all();
        let names: Vec<String> = all.iter().map(|one| one.reader.id.to_string()).collect();
        let mut all = all.into_iter();
        let found = all.find(|one| one.reader.id.as_str() == asked);
        found.ok_or_else(|| {
            let guess = nearest(asked, names.iter().map(String::as_str));
            let values = [
                ("reader", asked.to_owned()),
                ("nearest", guess.unwrap_or_default().to_owned()),
                ("list", names.join(", ")),
            ];
            CommandError::Said(self.messages.say("reader-unknown", values))
        })
    }

    /// Fails if `asked` is not the name of a student's folder.
    pub(super) fn need_student(&self, asked: &str) -> Result<(), CommandError> {
        school::need_student(&self.folders, asked)
    }

    /// The folders of the students whose pages a reader may open, as a list.
    pub(super) fn students_of(&self, reader: &ReaderId) -> String {
        let all = self.all().into_iter();
        let own = all.filter(|one| one.reader.id == *reader);
        let students = own.flat_map(|one| one.students);
        let students: Vec<&str> = students.map(|student| student.id.as_str()).collect();
        students.join(", ")
    }
}

/// Everyone whom the files of `students` and `families.yaml` name as a reader.
pub(super) fn all_readers<'a>(
    school: &'a School,
    students: &'a [Student],
) -> Vec<ReaderOfStudents<'a>> {
    let guardians = students.iter().flat_map(|student| {
        let guardians = student.guardians.iter();
        guardians.map(move |reader| ReaderOfStudents {
            reader,
            students: vec![student],
        })
    });
    let families = school.families.iter().map(|family| ReaderOfStudents {
        reader: &family.reader,
        students: students
            .iter()
            .filter(|student| family.reads(&student.id))
            .collect(),
    });
    guardians.chain(families).collect()
}

impl<'a> ReaderOfStudents<'a> {
    /// The language of the reader.
    pub(super) fn language(&self, shared: &'a Shared) -> &'a Lang {
        let student = self.students.first();
        let home = || student?.home_languages.first();
        let asked = self.reader.language.as_ref().or_else(home);
        let known = asked.filter(|lang| shared.packs.get(lang).is_some());
        known.unwrap_or(&shared.school.language)
    }

    /// The reader with the students whose pages can be opened today. `None` if there are
    /// none, or if the reader may open nothing.
    pub(super) fn open(self, keyring: &Keyring, today: Date) -> Option<Self> {
        if !self.reader.is_active(&today) || keyring.revoked(&self.reader.id).is_some() {
            return None;
        }
        let students = self.students.into_iter();
        let students: Vec<&Student> = students
            .filter(|student| student.publish && keyring.retired(student.id.as_str()).is_none())
            .collect();
        (!students.is_empty()).then_some(Self {
            reader: self.reader,
            students,
        })
    }
}
