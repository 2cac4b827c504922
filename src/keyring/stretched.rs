//! Stretched codes, kept next to the keyring: stretching one takes a tenth of a second.
//! Somebody who has them can open pages, so they are encrypted with a key that only the
//! keyring has.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use data_encoding::BASE64;

use crate::io::{self, Fault};
use crate::seal::{Key, ReaderKeys, Root, Rounds, SchoolSeal};

/// How the name of the file ends. It can be deleted at any time.
const ENDING: &str = "stretched";

/// The largest file that is read: a school of a hundred thousand readers.
const LARGEST: u64 = 32 * 1024 * 1024;

/// Codes that were stretched before, by a fingerprint of their readers' keys.
pub struct StretchedCodes {
    place: PathBuf,
    root: Root,
    school: SchoolSeal,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    codes: BTreeMap<String, String>,
    has_changed: bool,
}

impl StretchedCodes {
    /// Those next to the keyring at `keyring`, whose root is `root`.
    #[must_use]
    pub fn beside(keyring: &Path, root: &Root) -> Self {
        let place = keyring.with_extension(ENDING);
        let bytes = io::read_bytes(&place, LARGEST);
        let bytes = bytes.and_then(|bytes| root.open_cache(&bytes));
        let codes = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Self {
            place,
            root: root.clone(),
            school: root.school(),
            known: Mutex::new(Known {
                codes: codes.unwrap_or_default(),
                has_changed: false,
            }),
        }
    }

    /// The stretched code of a reader. The first time this takes a tenth of a second;
    /// other threads are not held up.
    #[must_use]
    pub fn of(&self, reader: &ReaderKeys) -> Key {
        let name = reader.fingerprint();
        let found = self.lock().codes.get(&name).cloned();
        let found = found.and_then(|text| Key::of(&BASE64.decode(text.as_bytes()).ok()?));
        if let Some(key) = found {
            return key;
        }
        let key = reader.code.stretch(&self.school.salt, Rounds::default());
        let mut known = self.lock();
        known.codes.insert(name, BASE64.encode(key.bytes()));
        known.has_changed = true;
        key
    }

    /// Writes what was stretched since, for the next run.
    ///
    /// # Errors
    /// The system error. Nothing depends on this file.
    pub fn keep(&self) -> Result<(), Fault> {
        let mut known = self.lock();
        if !std::mem::take(&mut known.has_changed) {
            return Ok(());
        }
        let bytes = serde_json::to_vec(&known.codes).unwrap_or_default();
        io::private_file(&self.place, &self.root.seal_cache(&bytes))
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretched_codes_are_kept_for_this_keyring_alone() {
        let folder = tempfile::tempdir().unwrap();
        let keyring = folder.path().join("keyring.json");
        let root = Root::new(Key::new([3; 32]));
        let codes = StretchedCodes::beside(&keyring, &root);
        let reader = root.reader("ana/mother", 0);
        let stretched = codes.of(&reader);
        codes.keep().unwrap();
        let file = folder.path().join("keyring.stretched");
        let file = io::read_bytes(&file, LARGEST).unwrap();
        let shown = BASE64.encode(stretched.bytes());
        for secret in [stretched.bytes().as_slice(), shown.as_bytes()] {
            assert!(!file.windows(secret.len()).any(|part| part == secret));
        }
        let known = |root: &Root| StretchedCodes::beside(&keyring, root).lock().codes.len();
        assert_eq!(known(&root), 1);
        assert_eq!(known(&Root::new(Key::new([4; 32]))), 0);
    }
}
