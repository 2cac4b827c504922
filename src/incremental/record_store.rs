//! Where the build records are: one private file for each student, in a folder of
//! the user's own, because they hold names and texts of students. They are written
//! after the site, and a lost one costs a build and nothing else.

use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::site_store::site_name;
use crate::io::{self, Fault};

/// The largest record that is read. What is remembered of a host has 230 bytes for each
/// file on it; the others are small.
const MAX_RECORD_BYTES: u64 = 256 * 1024 * 1024;

/// The folder of the build records for the sites in `out`. It is in `named` if the
/// user named a folder, and in the system's place for state otherwise. `None` if
/// there is no such place.
pub(super) fn folder_for(named: Option<&Path>, out: &Path) -> Option<PathBuf> {
    let base = named.map(Path::to_path_buf).or_else(io::state_folder)?;
    let out = io::real(out);
    Some(base.join(hex(out.as_os_str().as_encoded_bytes())))
}

/// Reads and writes build records.
#[derive(Debug)]
pub(super) struct RecordStore {
    folder: Option<PathBuf>,
}

impl RecordStore {
    /// The store in `folder`. Without a folder it has no record and keeps none.
    pub(super) fn new(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// Its folder, if that is inside one of `places` or the other way around:
    /// other people could read the records there.
    pub(super) fn exposed(&self, places: &[&Path]) -> Option<&Path> {
        let folder = self.folder.as_deref()?;
        places
            .iter()
            .any(|place| io::overlap(place, folder))
            .then_some(folder)
    }

    /// The record called `name`, usually a student's folder.
    pub(super) fn read(&self, name: &str) -> Option<Vec<u8>> {
        let bytes = io::read_bytes(&self.place(name)?, MAX_RECORD_BYTES)?;
        Some(bytes.to_vec())
    }

    /// Writes a record.
    ///
    /// # Errors
    /// The system error, or that there is no folder for records. The next build
    /// then makes the site again.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Fault> {
        let Some(place) = self.place(name) else {
            return Err(Fault::new("no-ledger", Path::new(""), ""));
        };
        let folder = self.folder.as_deref().unwrap_or(Path::new(""));
        let written = io::private_folder(folder).and_then(|()| io::private_file(&place, bytes));
        written.map_err(|fault| Fault {
            tried: "ledger",
            ..fault
        })
    }

    /// Removes a record.
    pub(super) fn forget(&self, name: &str) {
        if let Some(place) = self.place(name) {
            // A record that stays does no harm: its pages are not there.
            let _ = io::remove_file(&place);
        }
    }

    /// Removes the temporary files that an interrupted run left.
    pub(super) fn sweep(&self) {
        if let Some(folder) = &self.folder {
            io::sweep(folder);
        }
    }

    /// The file of a record. Its name is a hash of the site's name, because a disk
    /// may ignore what tells two folders apart, and may write accents in two ways.
    pub(super) fn place(&self, name: &str) -> Option<PathBuf> {
        let file = format!("{}.json", hex(site_name(name).as_bytes()));
        Some(self.folder.as_ref()?.join(file))
    }
}

/// A hash that is a valid file name on every disk.
fn hex(bytes: &[u8]) -> String {
    let mut name = HEXLOWER.encode(&Sha256::digest(bytes));
    name.truncate(24);
    name
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at the disk")]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_record_is_private_and_can_be_removed() {
        let place = tempfile::tempdir().unwrap();
        let store = RecordStore::new(Some(place.path().join("work")));
        assert_eq!(store.read("ana"), None);
        store.write("ana", b"a").unwrap();
        store.write("Ana", b"b").unwrap();
        assert_eq!(store.read("ana").as_deref(), Some(&b"a"[..]));
        assert_eq!(store.read("Ana").as_deref(), Some(&b"b"[..]));
        store.forget("ana");
        assert_eq!(store.read("ana"), None);
        assert!(store.exposed(&[place.path()]).is_some());
        assert!(store.exposed(&[&place.path().join("public")]).is_none());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            let folder = place.path().join("work");
            assert_eq!(mode(&folder), 0o700);
            let file = fs::read_dir(&folder).unwrap().next().unwrap().unwrap();
            assert_eq!(mode(&file.path()), 0o600);
        }
    }

    #[test]
    fn without_a_folder_there_are_no_records() {
        let store = RecordStore::new(None);
        assert_eq!(store.write("ana", b"a").unwrap_err().tried, "no-ledger");
        assert_eq!(store.read("ana"), None);
        assert!(store.exposed(&[Path::new("/")]).is_none());
    }

    #[test]
    fn each_folder_of_sites_has_its_own_records() {
        let named = Some(Path::new("/w"));
        let one = folder_for(named, Path::new("/a")).unwrap();
        assert!(one.starts_with("/w"));
        assert_ne!(Some(one), folder_for(named, Path::new("/b")));
    }
}
