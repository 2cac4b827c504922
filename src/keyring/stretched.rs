//! Stretched codes, kept next to the keyring: stretching one takes a tenth of a second.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use data_encoding::BASE64;

use crate::io::{self, Fault};
use crate::seal::{Key, ReaderKeys, Rounds, SchoolSeal};

/// The name of the file. It can be deleted at any time.
const NAME: &str = "stretched-codes.json";

/// The largest file that is read: a school of a hundred thousand readers.
const LARGEST: u64 = 32 * 1024 * 1024;

/// Codes that were stretched before, by a fingerprint of their readers' keys.
pub struct StretchedCodes {
    place: PathBuf,
    school: SchoolSeal,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    codes: BTreeMap<String, String>,
    has_changed: bool,
}

impl StretchedCodes {
    /// Those next to the keyring at `keyring`.
    #[must_use]
    pub fn beside(keyring: &Path, school: SchoolSeal) -> Self {
        let place = keyring.with_file_name(NAME);
        let bytes = io::read_bytes(&place, LARGEST);
        let codes = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Self {
            place,
            school,
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
        io::private_file(&self.place, &bytes)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
