//! What a keyring holds, and what can be done to keys.

use std::collections::{BTreeMap, BTreeSet};

use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use crate::model::{Date, ReaderId};
use crate::seal::{Key, Root, SchoolSeal, Turn};

/// The version of the file.
const FORMAT: u32 = 1;

/// The secret of a school, and what was done to its keys.
#[derive(Clone)]
pub struct Keyring {
    root: Root,
    facts: Facts,
}

/// The file, besides the secret.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Facts {
    format: u32,
    /// The school's name, so that people can tell two keyrings apart.
    school: String,
    /// The day on which it was made.
    made: Option<Date>,
    /// The secret, in base64.
    root: String,
    /// How often all sites got new keys.
    turn: Turn,
    /// How often single students' sites got new keys besides.
    students: BTreeMap<String, Turn>,
    /// How often single readers got a new code and link.
    readers: BTreeMap<String, Turn>,
    /// Readers who may open nothing anymore.
    revoked: BTreeMap<String, Date>,
    /// Students whose pages nobody opens anymore.
    retired: BTreeMap<String, Date>,
    /// When letters were made.
    letters: BTreeMap<String, Printed>,
}

/// When a letter was made, and for which code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Printed {
    /// The day.
    on: Date,
    /// The reader's turn: a letter of another turn opens nothing.
    turn: Turn,
}

impl Keyring {
    /// A new keyring with this secret.
    #[must_use]
    pub fn new(secret: Key, school: &str, today: Date) -> Self {
        let root = BASE64.encode(secret.bytes());
        Self {
            root: Root::new(secret),
            facts: Facts {
                format: FORMAT,
                school: school.to_owned(),
                made: Some(today),
                root,
                ..Facts::default()
            },
        }
    }

    /// Reads the bytes of a keyring's file. `None` if they are damaged or of another
    /// version.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let facts: Facts = serde_json::from_slice(bytes).ok()?;
        if facts.format != FORMAT {
            return None;
        }
        let secret = BASE64.decode(facts.root.as_bytes()).ok()?;
        Some(Self {
            root: Root::new(Key::of(&secret)?),
            facts,
        })
    }

    /// The bytes of the file.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(&self.facts).unwrap_or_default()
    }

    /// The root of all keys.
    #[must_use]
    pub fn root(&self) -> &Root {
        &self.root
    }

    /// What is public about the school.
    #[must_use]
    pub fn school(&self) -> SchoolSeal {
        self.root.school()
    }

    /// The school's name when the keyring was made.
    #[must_use]
    pub fn school_name(&self) -> &str {
        &self.facts.school
    }

    /// The day on which it was made.
    #[must_use]
    pub fn made(&self) -> Option<Date> {
        self.facts.made
    }

    /// The turn of a student's site.
    #[must_use]
    pub fn site_turn(&self, student: &str) -> Turn {
        let own = self.facts.students.get(&one_form(student));
        self.facts.turn + own.copied().unwrap_or_default()
    }

    /// The turn of a reader.
    #[must_use]
    pub fn reader_turn(&self, reader: &ReaderId) -> Turn {
        let turn = self.facts.readers.get(reader.as_str());
        turn.copied().unwrap_or_default()
    }

    /// When a reader was revoked. `None` if the reader may open pages.
    #[must_use]
    pub fn revoked(&self, reader: &ReaderId) -> Option<Date> {
        self.facts.revoked.get(reader.as_str()).copied()
    }

    /// The students whose pages nobody opens anymore.
    pub fn all_retired(&self) -> impl Iterator<Item = &str> {
        self.facts.retired.keys().map(String::as_str)
    }

    /// When a student was retired. `None` if the pages can be opened.
    #[must_use]
    pub fn retired(&self, student: &str) -> Option<Date> {
        self.facts.retired.get(&one_form(student)).copied()
    }

    /// The readers who were revoked.
    pub fn all_revoked(&self) -> impl Iterator<Item = &str> {
        self.facts.revoked.keys().map(String::as_str)
    }

    /// The last letter of a reader. `None` if none was made, or if it opens nothing any
    /// more.
    #[must_use]
    pub fn letter(&self, reader: &ReaderId) -> Option<Date> {
        let printed = self.facts.letters.get(reader.as_str())?;
        (printed.turn == self.reader_turn(reader)).then_some(printed.on)
    }

    /// Gives a student's site new keys. Letters stay valid.
    pub fn rotate(&mut self, student: &str) {
        *self.facts.students.entry(one_form(student)).or_default() += 1;
    }

    /// Gives all sites new keys. Letters stay valid.
    pub fn rotate_all(&mut self) {
        self.facts.turn += 1;
    }

    /// Takes a reader's code and link out of use.
    pub fn revoke(&mut self, reader: &ReaderId, today: Date) {
        let reader = reader.as_str().to_owned();
        self.facts.revoked.entry(reader).or_insert(today);
    }

    /// Gives a reader a new code and link, and lets the reader open pages again.
    pub fn reissue(&mut self, reader: &ReaderId) {
        self.facts.revoked.remove(reader.as_str());
        let turn = self.facts.readers.entry(reader.as_str().to_owned());
        *turn.or_default() += 1;
    }

    /// Closes a student's pages for good. They get other keys if they ever come back.
    pub fn retire(&mut self, student: &str, today: Date) {
        self.rotate(student);
        let student = one_form(student);
        self.facts.retired.entry(student).or_insert(today);
    }

    /// Opens the pages of a student who was retired, with other keys than before. Returns
    /// whether the student was.
    pub fn reopen(&mut self, student: &str) -> bool {
        self.facts.retired.remove(&one_form(student)).is_some()
    }

    /// Records that a letter was made.
    pub fn note_letter(&mut self, reader: &ReaderId, today: Date) {
        let turn = self.reader_turn(reader);
        let printed = Printed { on: today, turn };
        self.facts
            .letters
            .insert(reader.as_str().to_owned(), printed);
    }

    /// Whether this keyring, perhaps a backup, knows less than `newer`: keys that were
    /// renewed since, or readers and students that were closed since. Used again, it
    /// would let somebody in.
    #[must_use]
    pub fn is_behind(&self, newer: &Self) -> bool {
        let students: BTreeSet<&String> = newer.facts.students.keys().collect();
        let readers: BTreeSet<&String> = newer.facts.readers.keys().collect();
        self.facts.turn < newer.facts.turn
            || students
                .iter()
                .any(|student| self.site_turn(student) < newer.site_turn(student))
            || readers.iter().any(|reader| {
                let turn = |facts: &Facts| facts.readers.get(*reader).copied().unwrap_or_default();
                turn(&self.facts) < turn(&newer.facts)
            })
            || lacks(&self.facts.revoked, &newer.facts.revoked)
            || lacks(&self.facts.retired, &newer.facts.retired)
    }
}

/// A folder's name with accents in one form (NFC), however a disk writes them.
fn one_form(student: &str) -> String {
    student.nfc().collect()
}

fn lacks(these: &BTreeMap<String, Date>, others: &BTreeMap<String, Date>) -> bool {
    others.keys().any(|key| !these.contains_key(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::StudentId;

    fn keyring() -> Keyring {
        Keyring::new(Key::new([4; 32]), "Larch Lane School", day())
    }

    fn day() -> Date {
        Date::constant(2026, 11, 20)
    }

    #[test]
    fn a_keyring_can_be_read_back() {
        let mut keyring = keyring();
        let mother = ReaderId::named("mother");
        keyring.reissue(&mother);
        keyring.note_letter(&mother, day());
        keyring.rotate("ana");
        let read = Keyring::read(&keyring.bytes()).unwrap();
        assert_eq!(read.facts, keyring.facts);
        assert_eq!(read.school(), keyring.school());
        assert_eq!(read.letter(&mother), Some(day()));
        let bytes = keyring.bytes();
        for length in 0..bytes.len() {
            assert!(Keyring::read(&bytes[..length]).is_none(), "{length}");
        }
        assert!(Keyring::read(b"{}").is_none());
        let newer = String::from_utf8(bytes)
            .unwrap()
            .replace("\"format\": 1", "\"format\": 2");
        assert!(Keyring::read(newer.as_bytes()).is_none());
    }

    #[test]
    fn a_letter_counts_until_it_is_replaced() {
        let mut keyring = keyring();
        let mother = ReaderId::named("mother");
        keyring.note_letter(&mother, day());
        assert_eq!(keyring.letter(&mother), Some(day()));
        keyring.reissue(&mother);
        assert_eq!(keyring.letter(&mother), None);
    }

    #[test]
    fn a_name_may_be_written_in_two_forms() {
        let (composed, split) = ("jos\u{e9}", "jose\u{301}");
        let mut keyring = keyring();
        keyring.retire(split, day());
        assert_eq!(keyring.retired(composed), Some(day()));
        assert_eq!(keyring.site_turn(composed), 1);
        assert_eq!(keyring.site_turn(split), 1);
        assert!(keyring.reopen(composed));
        assert_eq!(
            keyring.root().site_place(composed),
            keyring.root().site_place(split)
        );
        let [one, other] = [composed, split]
            .map(|student| ReaderId::of_student(&StudentId::new(student), "mother"));
        assert_eq!(one, other);
    }

    #[test]
    fn a_student_who_comes_back_gets_other_keys() {
        let mut keyring = keyring();
        assert!(!keyring.reopen("ana"));
        let turn = keyring.site_turn("ana");
        keyring.retire("ana", day());
        assert_eq!(keyring.retired("ana"), Some(day()));
        assert!(keyring.reopen("ana"));
        assert_eq!(keyring.retired("ana"), None);
        assert_ne!(keyring.site_turn("ana"), turn);
    }

    #[test]
    fn an_old_backup_is_noticed() {
        let old = keyring();
        let check = |change: fn(&mut Keyring), behind: bool| {
            let mut newer = old.clone();
            change(&mut newer);
            assert_eq!(old.is_behind(&newer), behind);
            assert!(!newer.is_behind(&old));
        };
        check(|_| (), false);
        check(|keyring| keyring.rotate("ana"), true);
        check(Keyring::rotate_all, true);
        check(|keyring| keyring.reissue(&ReaderId::named("m")), true);
        check(|keyring| keyring.revoke(&ReaderId::named("m"), day()), true);
        check(|keyring| keyring.retire("ana", day()), true);
        check(
            |keyring| keyring.note_letter(&ReaderId::named("m"), day()),
            false,
        );
    }
}
