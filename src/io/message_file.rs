//! Messages for teachers in the school folder: a plain file that only kinfolio writes
//! and removes.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use super::atomic::{Readers, beside, persist};
use super::part::own_folder;
use super::save::hash_of_bytes;
use super::timeout::with_timeout;
use super::{Fault, plain};
use crate::source::{MAX_FILE_BYTES, ReadError, RelPath};

/// The first line of every such file. A file without it belongs to someone else.
pub const SIGN: &str = "MESSAGES FROM KINFOLIO";

/// The byte order mark. Without it, Notepad and the previews of a Mac take a text for
/// one in a legacy encoding.
const MARK: &str = "\u{FEFF}";

/// How long kinfolio waits for a folder to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// The result of [`keep_messages`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// The file is as it should be.
    Done,
    /// A file of someone else, or a link, is in its place.
    NotOurs,
}

/// Writes `text` to `path` in the school folder, or removes the file if there is no
/// text. Leaves a file alone that is as it should be, or that kinfolio did not write.
/// Makes no folder.
///
/// # Errors
/// The system error. Nothing else needs this file.
pub fn keep_messages(school: &Path, path: &RelPath, text: Option<&str>) -> Result<Kept, Fault> {
    let (root, place) = (school.to_path_buf(), school.join(path.as_str()));
    let text = text.map(windows);
    let kept = with_timeout(PATIENCE, move || keep(&root, &place, text.as_deref()));
    kept.unwrap_or_else(|| Err(silent(&school.join(path.as_str()))))
}

/// The hash of the file that [`keep_messages`] makes of `text`.
#[must_use]
pub fn hash_of_messages(text: &str) -> String {
    hash_of_bytes(windows(text).as_bytes())
}

/// The hash of what is at `path` in the school folder. `None` if nothing is there.
///
/// # Errors
/// If that cannot be told.
pub fn hash_of_message_file(school: &Path, path: &RelPath) -> Result<Option<String>, ReadError> {
    let place = school.join(path.as_str());
    let read = with_timeout(PATIENCE, move || {
        plain::read_if_there(&place, MAX_FILE_BYTES)
    });
    match read.ok_or(ReadError::NoAnswer)? {
        Ok(bytes) => Ok(Some(hash_of_bytes(&bytes?))),
        Err(_) => Ok(None),
    }
}

/// The text with line ends that every version of Notepad shows.
fn windows(text: &str) -> String {
    MARK.to_owned() + &text.replace('\n', "\r\n")
}

fn silent(place: &Path) -> Fault {
    Fault::new("messages", place, "it does not answer")
}

fn keep(root: &Path, place: &Path, text: Option<&str>) -> Result<Kept, Fault> {
    let fault = |error: std::io::Error| Fault::new("messages", place, error);
    if !own_folder(place, root) {
        return Ok(Kept::Done);
    }
    match plain::read_if_there(place, MAX_FILE_BYTES) {
        Err(_) if text.is_none() => return Ok(Kept::Done),
        Err(_) => {}
        Ok(Ok(old)) => {
            if text.is_some_and(|text| text.as_bytes() == &*old) {
                return Ok(Kept::Done);
            }
            if !is_ours(&old) {
                return Ok(Kept::NotOurs);
            }
        }
        Ok(Err(ReadError::Unreadable(words))) => {
            return Err(Fault::new("messages", place, words));
        }
        Ok(Err(_)) => return Ok(Kept::NotOurs),
    }
    let Some(text) = text else {
        return match fs::remove_file(place) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(fault(error)),
            _ => Ok(Kept::Done),
        };
    };
    let written = beside(place, text.as_bytes(), Readers::Everyone);
    let written = written.and_then(|file| persist(file, place));
    written.map(|()| Kept::Done).map_err(|error| Fault {
        tried: "messages",
        ..error
    })
}

fn is_ours(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(MARK.as_bytes()).unwrap_or(bytes);
    let first = text.split(|byte| *byte == b'\n').next();
    first.is_some_and(|line| line.trim_ascii() == SIGN.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = "MESSAGES FROM KINFOLIO\n\nOne.\n";

    #[test]
    fn only_a_plain_file_of_kinfolio_is_written_and_removed() {
        let check =
            |there: Option<&str>, text: Option<&str>, kept: Kept, expected: Option<&str>| {
                let folder = tempfile::tempdir().unwrap();
                let path = RelPath::new("ana/MESSAGES.txt").unwrap();
                let place = folder.path().join(path.as_str());
                fs::create_dir(folder.path().join("ana")).unwrap();
                if let Some(there) = there {
                    fs::write(&place, there).unwrap();
                }
                let found = keep_messages(folder.path(), &path, text).unwrap();
                assert_eq!(found, kept, "{there:?} {text:?}");
                let left = fs::read_to_string(&place).ok();
                assert_eq!(left.as_deref(), expected, "{there:?} {text:?}");
                let files = fs::read_dir(folder.path().join("ana")).unwrap().count();
                assert_eq!(files, usize::from(expected.is_some()));
            };
        let (ours, written) = (Some(OURS), windows(OURS));
        let written = Some(written.as_str());
        let own = Some("Buy glue.\n");
        check(None, None, Kept::Done, None);
        check(None, ours, Kept::Done, written);
        check(written, None, Kept::Done, None);
        check(written, ours, Kept::Done, written);
        // Someone has added a word, or another program has changed the line ends.
        check(
            Some("MESSAGES FROM KINFOLIO\nold\n"),
            ours,
            Kept::Done,
            written,
        );
        check(own, ours, Kept::NotOurs, own);
        check(own, None, Kept::NotOurs, own);
        check(Some(""), ours, Kept::NotOurs, Some(""));
    }

    #[test]
    fn a_file_that_is_as_it_should_be_is_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        let path = RelPath::new("MESSAGES.txt").unwrap();
        let stamp = || {
            let facts = folder.path().join("MESSAGES.txt").symlink_metadata();
            super::super::Stamp::of(&facts.unwrap())
        };
        keep_messages(folder.path(), &path, Some(OURS)).unwrap();
        let first = stamp();
        keep_messages(folder.path(), &path, Some(OURS)).unwrap();
        assert_eq!(stamp(), first);
    }

    #[cfg(unix)]
    #[test]
    fn no_link_is_followed_and_no_folder_is_made() {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let root = folder.path();
        let link = |to: &Path, at: &str| std::os::unix::fs::symlink(to, root.join(at)).unwrap();
        let target = elsewhere.path().join("MESSAGES.txt");
        fs::write(&target, OURS).unwrap();
        fs::create_dir(root.join("ana")).unwrap();
        link(&target, "ana/MESSAGES.txt");
        link(elsewhere.path(), "ben");
        fs::create_dir_all(root.join("cleo/MESSAGES.txt")).unwrap();
        let check = |at: &str, expected: Kept| {
            let path = RelPath::new(&format!("{at}/MESSAGES.txt")).unwrap();
            for text in [None, Some("MESSAGES FROM KINFOLIO\nnew\n")] {
                assert_eq!(keep_messages(root, &path, text).unwrap(), expected, "{at}");
            }
        };
        check("ana", Kept::NotOurs);
        check("ben", Kept::Done);
        check("cleo", Kept::NotOurs);
        check("gone", Kept::Done);
        assert_eq!(fs::read_to_string(&target).unwrap(), OURS);
        assert!(!root.join("gone").exists());
    }
}
