//! Saving a file of a school folder that was read before. Other people and programs write
//! there too, so what they wrote in the meantime is never replaced.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::atomic::{Readers, beside, make_folders, persist};
use super::part::own_folder;
use super::timeout::with_timeout;
use super::{Fault, plain};
use crate::source::{Bytes, MAX_FILE_BYTES, ReadError, RelPath};

/// How long kinfolio waits for a folder to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// The result of [`save`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// The file has the new bytes.
    Done,
    /// The file is not what was read. Nothing was written.
    Changed {
        /// What it is now. `None` if it is gone.
        now: Option<Bytes>,
    },
}

/// The hash of a file's bytes, for [`save`].
#[must_use]
pub fn hash_of_bytes(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

/// Writes `new` to `path` in the folder `school`, in place of the bytes with the hash
/// `old`. `None` means that there was no file: then its folders are made if necessary. A
/// file that has the new bytes already is left alone.
///
/// The new file is written next to the old one and renamed, so whatever stops the program
/// leaves the one or the other. It keeps the rights of the old one. The file is compared
/// with `old` directly before it is renamed; a program that writes it in that moment, less
/// than a millisecond on a local disk, is not noticed.
///
/// # Errors
/// The system error: a folder or file that may not be written, a share that does not
/// answer. After a share that did not answer, the file may be the old or the new one.
pub fn save(school: &Path, path: &RelPath, old: Option<&str>, new: &[u8]) -> Result<Saved, Fault> {
    let (root, place) = (school.to_path_buf(), school.join(path.as_str()));
    let silent = Fault::new("write", &place, "it does not answer");
    let (old, new) = (old.map(str::to_owned), new.to_vec());
    let saved = with_timeout(PATIENCE, move || put(&root, &place, old.as_deref(), &new));
    saved.unwrap_or(Err(silent))
}

fn put(root: &Path, place: &Path, old: Option<&str>, new: &[u8]) -> Result<Saved, Fault> {
    let fault = |error: std::io::Error| Fault::new("write", place, error);
    if let Err(error) = root.metadata() {
        // A share that is not mounted, and not a school without files.
        return Err(Fault::new("write", root, error));
    }
    if old.is_none() {
        make_folders(root, place, Readers::Everyone).map_err(fault)?;
    }
    if let Some(other) = other_than(place, old, new)? {
        return Ok(other);
    }
    if !own_folder(place, root) {
        return Err(fault(ErrorKind::NotADirectory.into()));
    }
    let file = beside(place, new, Readers::Everyone)?;
    if old.is_some() {
        let rights = fs::symlink_metadata(place).map_err(fault)?.permissions();
        if rights.readonly() {
            // Renaming would replace it all the same.
            return Err(fault(ErrorKind::PermissionDenied.into()));
        }
        file.as_file().set_permissions(rights).map_err(fault)?;
    }
    file.as_file().sync_all().map_err(fault)?;
    if let Some(other) = other_than(place, old, new)? {
        return Ok(other);
    }
    if old.is_some() {
        return persist(file, place).map(|()| Saved::Done);
    }
    match file.persist_noclobber(place) {
        Ok(_) => Ok(Saved::Done),
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => {
            Ok(other_than(place, old, new)?.unwrap_or(Saved::Changed { now: None }))
        }
        Err(error) => Err(fault(error.error)),
    }
}

/// What to answer if the file is not the old one. `None` if it is.
fn other_than(place: &Path, old: Option<&str>, new: &[u8]) -> Result<Option<Saved>, Fault> {
    let now = match plain::read_if_there(place, MAX_FILE_BYTES) {
        Ok(Ok(now)) => Some(now),
        Ok(Err(ReadError::Unreadable(words))) => return Err(Fault::new("write", place, words)),
        Ok(Err(_)) => return Err(Fault::new("write", place, ErrorKind::InvalidInput)),
        Err(_) => None,
    };
    if now.as_ref().is_some_and(|now| **now == *new) {
        return Ok(Some(Saved::Done));
    }
    let hash = now.as_ref().map(|now| hash_of_bytes(now));
    Ok((hash.as_deref() != old).then_some(Saved::Changed { now }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path() -> RelPath {
        RelPath::new("students/ana/student.yaml").unwrap()
    }

    #[test]
    fn only_what_was_read_is_replaced() {
        let check =
            |there: Option<&str>, old: Option<&str>, expected: &Saved, left: Option<&str>| {
                let folder = tempfile::tempdir().unwrap();
                let place = folder.path().join(path().as_str());
                if let Some(there) = there {
                    fs::create_dir_all(place.parent().unwrap()).unwrap();
                    fs::write(&place, there).unwrap();
                }
                let hash = old.map(|old| hash_of_bytes(old.as_bytes()));
                let saved = save(folder.path(), &path(), hash.as_deref(), b"new").unwrap();
                assert_eq!(saved, *expected, "{there:?} {old:?}");
                let found = fs::read_to_string(&place).ok();
                assert_eq!(found.as_deref(), left, "{there:?} {old:?}");
                let beside = place.parent().and_then(|folder| fs::read_dir(folder).ok());
                let count = beside.map_or(0, Iterator::count);
                assert_eq!(count, usize::from(left.is_some()), "{there:?} {old:?}");
            };
        let changed = |now: Option<&str>| Saved::Changed {
            now: now.map(|now| now.as_bytes().into()),
        };
        check(Some("old"), Some("old"), &Saved::Done, Some("new"));
        check(None, None, &Saved::Done, Some("new"));
        check(
            Some("theirs"),
            Some("old"),
            &changed(Some("theirs")),
            Some("theirs"),
        );
        check(
            Some("theirs"),
            None,
            &changed(Some("theirs")),
            Some("theirs"),
        );
        check(None, Some("old"), &changed(None), None);
        check(Some("new"), Some("old"), &Saved::Done, Some("new"));
        check(Some("new"), None, &Saved::Done, Some("new"));
    }

    #[test]
    fn a_folder_that_is_not_there_is_not_made() {
        let folder = tempfile::tempdir().unwrap();
        let gone = folder.path().join("share");
        let fault = save(&gone, &path(), None, b"new").unwrap_err();
        assert_eq!(fault.on, gone.display().to_string());
        assert!(!gone.exists());
    }

    #[test]
    fn one_of_many_writers_wins_and_the_others_are_told() {
        for _ in 0..100 {
            let folder = tempfile::tempdir().unwrap();
            let saved: Vec<Saved> = std::thread::scope(|scope| {
                let save = |one: usize| {
                    let folder = folder.path();
                    scope.spawn(move || save(folder, &path(), None, one.to_string().as_bytes()))
                };
                let all: Vec<_> = (0..8).map(save).collect();
                all.into_iter()
                    .map(|one| one.join().unwrap().unwrap())
                    .collect()
            });
            let done = saved.iter().filter(|one| **one == Saved::Done).count();
            assert_eq!(done, 1, "{saved:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn rights_are_kept_and_respected() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = RelPath::new("school.yaml").unwrap();
        let place = folder.path().join("school.yaml");
        let hash = hash_of_bytes(b"old");
        fs::write(&place, "old").unwrap();
        fs::set_permissions(&place, fs::Permissions::from_mode(0o640)).unwrap();
        let saved = save(folder.path(), &path, Some(&hash), b"new").unwrap();
        let mode = fs::metadata(&place).unwrap().permissions().mode();
        assert_eq!((saved, mode & 0o777), (Saved::Done, 0o640));

        fs::write(&place, "old").unwrap();
        fs::set_permissions(&place, fs::Permissions::from_mode(0o440)).unwrap();
        let fault = save(folder.path(), &path, Some(&hash), b"new").unwrap_err();
        assert_eq!(
            (fault.tried, fault.on),
            ("write", place.display().to_string())
        );
        assert_eq!(fs::read(&place).unwrap(), b"old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn no_link_is_written_through() {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let link = |at: &str| std::os::unix::fs::symlink(elsewhere.path(), folder.path().join(at));
        link("students").unwrap();
        for path in ["students/a.yaml", "students"] {
            let path = RelPath::new(path).unwrap();
            assert!(save(folder.path(), &path, None, b"new").is_err());
        }
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    }
}
