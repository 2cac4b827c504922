//! Readers: the people who may open a student's pages when these are sealed.

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;

use super::{Date, Lang, StudentId};
use crate::source::Place;

/// The name of a reader in the keyring: `mateo/mother` for a guardian in `student.yaml`,
/// `rosa-rivera` for a reader in `families.yaml`. No two readers have the same one,
/// because no key of a YAML file that is read has a slash. Accents are in one form (NFC)
/// however a disk or a file writes them: keys follow from the name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReaderId(String);

impl ReaderId {
    /// A guardian whom only this student's file names.
    #[must_use]
    pub fn of_student(student: &StudentId, guardian: &str) -> Self {
        Self::named(&format!("{student}/{guardian}"))
    }

    /// A reader of `families.yaml`.
    #[must_use]
    pub fn of_family(reader: &str) -> Self {
        Self::named(reader)
    }

    /// The reader whom commands and the keyring call `name`.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self(name.nfc().collect())
    }

    /// Whether this is a guardian, whom only one student's file names.
    #[must_use]
    pub fn is_of_one_student(&self) -> bool {
        self.0.contains('/')
    }

    /// The name as commands and the keyring write it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ReaderId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Someone with a code and a link of their own.
#[derive(Debug, Clone)]
pub struct Reader {
    /// The reader's name in the keyring.
    pub id: ReaderId,
    /// Where it is written.
    pub at: Place,
    /// The language of the letter and of the first page. `None` for the first of the
    /// student's home languages.
    pub language: Option<Lang>,
    /// The parts of the site that the reader may open. `None` for all.
    pub parts: Option<Vec<SitePart>>,
    /// The last day on which the reader may open anything.
    pub until: Option<Date>,
}

impl Reader {
    /// Whether the reader may open pages today: a plain date, or a [`Today`] that notes
    /// for how long the answer holds.
    ///
    /// [`Today`]: super::Today
    #[must_use]
    pub fn is_active(&self, today: &impl PartialOrd<Date>) -> bool {
        self.until.is_none_or(|last| *today <= last)
    }
}

/// A reader of `families.yaml`, and the students whose pages the reader may open.
#[derive(Debug, Clone)]
pub struct FamilyReader {
    /// The reader.
    pub reader: Reader,
    /// The students' folders, each with its place in the file.
    pub students: Vec<(StudentId, Place)>,
}

impl FamilyReader {
    /// Whether the reader may open the pages of `student`.
    #[must_use]
    pub fn reads(&self, student: &StudentId) -> bool {
        self.students
            .iter()
            .any(|(one, _)| one.is_same_folder(student))
    }
}

/// A part of a site that a reader may be limited to. The first page and the page for
/// paper show something of every part, so they are in none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are those of the pages")]
pub enum SitePart {
    Goals,
    Support,
    Updates,
    Reviews,
    Changes,
    Finished,
    Home,
    Team,
    Words,
    About,
}

impl SitePart {
    /// Every part, in the order in which they are opened first.
    pub const ALL: [Self; 10] = [
        Self::Updates,
        Self::Home,
        Self::Goals,
        Self::Support,
        Self::Reviews,
        Self::Changes,
        Self::Finished,
        Self::Team,
        Self::Words,
        Self::About,
    ];

    /// The folder of its pages in a site, and the word for it in files.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::Goals => "goals",
            Self::Support => "support",
            Self::Updates => "updates",
            Self::Reviews => "reviews",
            Self::Changes => "changes",
            Self::Finished => "finished",
            Self::Home => "home",
            Self::Team => "team",
            Self::Words => "words",
            Self::About => "about",
        }
    }
}

/// How the pages of a school are kept private.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// The pages are encrypted, and readers have codes and links.
    Sealed,
    /// The host asks readers to log in, and the pages are plain.
    HostLogin,
}
