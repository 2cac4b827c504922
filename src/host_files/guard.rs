//! Who may read what in one folder, as every server can express it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::seal::Place;
use crate::source::RelPath;

/// A folder, and who may read it: a student's site, or the page of a reader.
pub struct GuardedFolder {
    /// Its name on the host.
    pub place: Place,
    /// Whom the server asks for a password here. Nobody else gets in.
    pub readers: Vec<FolderReader>,
}

/// A reader of a folder.
#[derive(Clone)]
pub struct FolderReader {
    /// The user name.
    pub user: String,
    /// The password, hashed by bcrypt.
    pub hash: String,
    /// The files that the reader may read. `None` for all.
    pub only: Option<Vec<RelPath>>,
}

/// The same in the order in which rules are written.
pub(super) struct Guard<'a> {
    pub(super) place: &'a str,
    /// User names and hashes.
    pub(super) logins: BTreeMap<&'a str, &'a str>,
    /// Those who may read only some files.
    pub(super) limited: BTreeSet<&'a str>,
    /// These files, each with the limited readers who may read it.
    opened: BTreeMap<&'a RelPath, BTreeSet<&'a str>>,
}

/// A file that limited readers may read.
pub(super) struct OpenedFile<'a> {
    /// Its path in the folder.
    pub(super) path: &'a str,
    /// The path of the folder whose index page it is, with a slash at the end.
    pub(super) index_of: Option<&'a str>,
    /// The limited readers who may not read it, although others may.
    pub(super) refused: Vec<&'a str>,
}

impl<'a> Guard<'a> {
    pub(super) fn new(folder: &'a GuardedFolder) -> Self {
        let mut guard = Self {
            place: folder.place.as_str(),
            logins: BTreeMap::new(),
            limited: BTreeSet::new(),
            opened: BTreeMap::new(),
        };
        for reader in &folder.readers {
            guard.logins.insert(&reader.user, &reader.hash);
            if let Some(only) = &reader.only {
                guard.limited.insert(&reader.user);
                for path in only {
                    guard.opened.entry(path).or_default().insert(&reader.user);
                }
            }
        }
        guard
    }

    /// A password file: a line for each reader. Both nginx and Apache read it.
    pub(super) fn passwords(&self) -> String {
        let mut text = String::new();
        for (user, hash) in &self.logins {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{user}:{hash}");
        }
        text
    }

    /// The limited readers.
    pub(super) fn limited(&self) -> Vec<&'a str> {
        self.limited.iter().copied().collect()
    }

    /// The files that some limited readers may read, in order.
    pub(super) fn opened(&self) -> impl Iterator<Item = OpenedFile<'a>> {
        self.opened.iter().map(|(path, readers)| OpenedFile {
            path: path.as_str(),
            index_of: path.as_str().strip_suffix("index.html"),
            refused: self.limited.difference(readers).copied().collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_refused_to_other_limited_readers() {
        let path = |path: &str| RelPath::new(path).unwrap();
        let reader = |user: &str, only: Option<&[&str]>| FolderReader {
            user: user.to_owned(),
            hash: format!("hash of {user}"),
            only: only.map(|only| only.iter().map(|one| path(one)).collect()),
        };
        let updates = "en/updates/index.html";
        let folder = GuardedFolder {
            place: Place::new(&"a".repeat(26)).unwrap(),
            readers: vec![
                reader("mother", None),
                reader("uncle", Some(&[updates, "pictures/b.jpg"])),
                reader("coach", Some(&[updates])),
            ],
        };
        let guard = Guard::new(&folder);
        assert_eq!(guard.limited(), ["coach", "uncle"]);
        let lines = "coach:hash of coach\nmother:hash of mother\nuncle:hash of uncle\n";
        assert_eq!(guard.passwords(), lines);
        let opened: Vec<(&str, Option<&str>, Vec<&str>)> = guard
            .opened()
            .map(|file| (file.path, file.index_of, file.refused))
            .collect();
        let expected = [
            (updates, Some("en/updates/"), vec![]),
            ("pictures/b.jpg", None, vec!["coach"]),
        ];
        assert_eq!(opened, expected);
    }
}
