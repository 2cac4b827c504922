//! The root of a school's keys, and the keys of its students and readers.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use super::code::Code;
use super::key::{Key, name_of};
use super::link::LinkSecret;
use crate::source::RelPath;

/// The name of a folder on the host: a student's site or the folder of a reader. It says
/// nothing about whose it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place(String);

impl Place {
    /// The place with this name. `None` if no place can have it.
    #[must_use]
    pub fn new(name: &str) -> Option<Self> {
        super::key::bytes_of(name)?;
        Some(Self(name.to_owned()))
    }

    /// Its name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A folder's name with accents in one form (NFC): disks write them in two.
fn one_form(student: &str) -> String {
    student.nfc().collect()
}

/// How often keys were made anew for a student or a reader.
pub type Turn = u32;

/// What every sealed file of a school says about it: nothing that names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolSeal {
    /// The name of the school in the format.
    pub id: String,
    /// The salt for stretching codes.
    pub salt: [u8; 16],
}

/// What the key for the technician's own computer is for.
const CACHE: &[u8] = b"kinfolio/1 cache";

/// The secret that all keys of a school follow from.
#[derive(Clone)]
pub struct Root(Key);

/// The keys of one student's site.
#[derive(Clone)]
pub struct SiteKeys {
    /// Its folder on the host.
    pub place: Place,
    /// Opens every page and picture.
    pub key: Key,
    /// Gives files their names.
    names: Key,
}

/// What belongs to one reader.
#[derive(Clone)]
pub struct ReaderKeys {
    /// The reader's folder on the host.
    pub place: Place,
    /// Opens the list of what the reader may open.
    pub key: Key,
    /// What the reader types.
    pub code: Code,
    /// What is in the reader's link.
    pub link: LinkSecret,
    /// What the hash of the reader's password begins with.
    salt: [u8; 16],
}

impl Root {
    /// The root with this secret.
    #[must_use]
    pub fn new(secret: Key) -> Self {
        Self(secret)
    }

    /// Its secret, for the keyring's file.
    #[must_use]
    pub fn secret(&self) -> &Key {
        &self.0
    }

    /// What is public about the school.
    #[must_use]
    pub fn school(&self) -> SchoolSeal {
        SchoolSeal {
            id: name_of(&self.0.derive_bytes(&[b"kinfolio/1 school"])),
            salt: self.0.derive_bytes(&[b"kinfolio/1 salt"]),
        }
    }

    /// Encrypts what the technician's computer keeps next to the keyring. Nothing that is
    /// published is encrypted with this key.
    #[must_use]
    pub fn seal_cache(&self, bytes: &[u8]) -> Vec<u8> {
        self.cache_key().seal(CACHE, bytes)
    }

    /// Decrypts what [`Root::seal_cache`] made. `None` if it was changed, or if it belongs
    /// to another root.
    #[must_use]
    pub fn open_cache(&self, sealed: &[u8]) -> Option<Vec<u8>> {
        self.cache_key().open(CACHE, sealed)
    }

    fn cache_key(&self) -> Key {
        self.0.derive(&[CACHE])
    }

    /// The folder of a student's site on the host. It never changes.
    #[must_use]
    pub fn site_place(&self, student: &str) -> Place {
        let student = one_form(student);
        let info: [&[u8]; 2] = [b"kinfolio/1 site folder", student.as_bytes()];
        Place(name_of(&self.0.derive_bytes(&info)))
    }

    /// The keys of a student's site, which `readers` may open. Another set of readers, or
    /// another turn of one of them, gives another key: who was taken off the list cannot
    /// open what is made from then on.
    #[must_use]
    pub fn site(&self, student: &str, turn: Turn, readers: &BTreeMap<String, Turn>) -> SiteKeys {
        let (student, turn) = (&*one_form(student), turn.to_string());
        let turns: Vec<(&String, String)> = readers
            .iter()
            .map(|(reader, turn)| (reader, turn.to_string()))
            .collect();
        let mut info: Vec<&[u8]> = vec![b"kinfolio/1 site", student.as_bytes(), turn.as_bytes()];
        for (reader, turn) in &turns {
            info.extend([reader.as_bytes(), turn.as_bytes()]);
        }
        let names: [&[u8]; 3] = [b"kinfolio/1 names", student.as_bytes(), turn.as_bytes()];
        SiteKeys {
            place: self.site_place(student),
            key: self.0.derive(&info),
            names: self.0.derive(&names),
        }
    }

    /// The folder of a reader on the host. It never changes.
    #[must_use]
    pub fn reader_place(&self, reader: &str) -> Place {
        let info: [&[u8]; 2] = [b"kinfolio/1 reader folder", reader.as_bytes()];
        Place(name_of(&self.0.derive_bytes(&info)))
    }

    /// The keys of a reader.
    #[must_use]
    pub fn reader(&self, reader: &str, turn: Turn) -> ReaderKeys {
        let turn = turn.to_string();
        let info = |purpose: &'static str| [purpose.as_bytes(), reader.as_bytes(), turn.as_bytes()];
        ReaderKeys {
            place: self.reader_place(reader),
            key: self.0.derive(&info("kinfolio/1 reader")),
            code: Code::from_random(&self.0.derive_bytes(&info("kinfolio/1 code"))),
            link: LinkSecret::new(self.0.derive_bytes(&info("kinfolio/1 link"))),
            salt: self.0.derive_bytes(&info("kinfolio/1 login salt")),
        }
    }
}

impl ReaderKeys {
    pub(super) fn login_salt(&self) -> [u8; 16] {
        self.salt
    }

    /// A name for these keys that tells nothing about them. Another turn has another one.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        name_of(&self.key.derive_bytes(&[b"kinfolio/1 fingerprint"]))
    }
}

/// What the first page of a site and the list of a reader are called.
pub(super) const INDEX: &str = "index";

impl SiteKeys {
    /// The name of the file on the host for the page or picture at `path`.
    #[must_use]
    pub fn file(&self, path: &RelPath) -> String {
        super::addresses::file_name(path, self)
    }

    /// A name for these keys that tells nothing about them.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        name_of(&self.key.derive_bytes(&[b"kinfolio/1 fingerprint"]))
    }

    /// The name of the object that is at `path` in a site that is not sealed.
    #[must_use]
    pub fn name(&self, path: &str) -> String {
        if path == "index.html" {
            return INDEX.to_owned();
        }
        let mac = self.names.mac(&[path.as_bytes()]);
        name_of(&std::array::from_fn(|at| {
            mac.get(at).copied().unwrap_or_default()
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root() -> Root {
        Root::new(Key::new([1; 32]))
    }

    fn readers(list: &[(&str, Turn)]) -> BTreeMap<String, Turn> {
        let owned = |(name, turn): &(&str, Turn)| ((*name).to_owned(), *turn);
        list.iter().map(owned).collect()
    }

    #[test]
    fn a_site_key_follows_from_who_may_read() {
        let key =
            |turn, list: &[(&str, Turn)]| *root().site("ana", turn, &readers(list)).key.bytes();
        let both = key(0, &[("ana/mother", 0), ("ana/father", 0)]);
        assert_eq!(both, key(0, &[("ana/father", 0), ("ana/mother", 0)]));
        assert_ne!(both, key(0, &[("ana/mother", 0)]));
        assert_ne!(both, key(0, &[("ana/mother", 1), ("ana/father", 0)]));
        assert_ne!(both, key(1, &[("ana/mother", 0), ("ana/father", 0)]));
    }

    #[test]
    fn addresses_stay() {
        let one = root().site("ana", 0, &readers(&[("ana/mother", 0)]));
        let other = root().site("ana", 0, &readers(&[("ana/mother", 1)]));
        assert_eq!(one.place, other.place);
        let path = "es/index.html";
        assert_eq!(one.name(path), other.name(path));
        assert_ne!(one.name(path), one.name("en/index.html"));
        assert_eq!(one.name("index.html"), "index");
        let renewed = root().site("ana", 1, &readers(&[("ana/mother", 0)]));
        assert_eq!(one.place, renewed.place);
        assert_ne!(one.name(path), renewed.name(path));
        assert_ne!(root().site_place("ana"), root().reader_place("ana"));
    }

    #[test]
    fn a_letter_that_is_made_again_is_the_same() {
        let one = root().reader("ana/mother", 0);
        let again = root().reader("ana/mother", 0);
        let replaced = root().reader("ana/mother", 1);
        assert_eq!(one.code.to_string(), again.code.to_string());
        assert_ne!(one.code.to_string(), replaced.code.to_string());
        assert_eq!(one.place, replaced.place);
        assert_ne!(one.link.fragment(), replaced.link.fragment());
    }
}
