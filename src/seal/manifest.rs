//! The key and the place of the manifest: the list of what is published, which lies on
//! the host next to the sites. Only the school can read or change it.

use super::key::{Key, name_of};
use super::object::{Address, Kind};
use super::root::{Root, SchoolSeal};
use crate::source::RelPath;

/// What a school's manifest is sealed with. Its file has a name that only the school can
/// know, because its size says about how many sites there are.
pub struct ManifestKey {
    school: SchoolSeal,
    name: String,
    key: Key,
}

/// The place of the manifest, for what it is bound to. No folder is called like this.
const PLACE: &str = "manifest";

impl Root {
    /// The key of the school's manifest.
    #[must_use]
    pub fn manifest(&self) -> ManifestKey {
        ManifestKey {
            school: self.school(),
            name: name_of(&self.secret().derive_bytes(&[b"kinfolio/1 manifest name"])),
            key: self.secret().derive(&[b"kinfolio/1 manifest"]),
        }
    }
}

impl ManifestKey {
    /// Its path on the host.
    #[must_use]
    pub fn path(&self) -> Option<RelPath> {
        RelPath::new(&format!("{}.bin", self.name))
    }

    /// Compresses, pads, and encrypts `list`.
    #[must_use]
    pub fn seal(&self, list: &[u8]) -> Vec<u8> {
        let address = self.address();
        address.seal(&address.key(&self.key), Kind::Manifest, list)
    }

    /// Opens what [`ManifestKey::seal`] made. `None` if it was changed, or if it is
    /// another school's.
    #[must_use]
    pub fn open(&self, sealed: &[u8]) -> Option<Vec<u8>> {
        let address = self.address();
        let (kind, list) = address.open(&address.key(&self.key), sealed)?;
        (kind == Kind::Manifest).then_some(list)
    }

    /// The public name of the school.
    #[must_use]
    pub fn school(&self) -> &str {
        &self.school.id
    }

    fn address(&self) -> Address<'_> {
        Address {
            school: &self.school,
            place: PLACE,
            name: &self.name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_school_opens_its_manifest() {
        let key = |byte| Root::new(Key::new([byte; 32])).manifest();
        let sealed = key(1).seal(b"{}");
        assert_eq!(key(1).open(&sealed).as_deref(), Some(&b"{}"[..]));
        assert_eq!(key(2).open(&sealed), None);
        assert_ne!(key(1).path(), key(2).path());
    }
}
