//! What is here: the files that may be published, each with a hash of its contents.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::memory::Memory;
use crate::incremental::BuiltFolder;
use crate::io::{self, Stamp};
use crate::source::{MAX_PICTURE_BYTES, RelPath};

/// The hashes of files, by their path in a folder.
pub(super) type Hashes = BTreeMap<RelPath, String>;

/// The folders that are to be on the host.
#[derive(Debug, Default)]
pub struct Contents {
    /// The folder that holds them on this computer.
    place: PathBuf,
    /// The folders, by name.
    pub(super) folders: BTreeMap<String, LocalFolder>,
}

/// One of these folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LocalFolder {
    /// The student whose site it is. `None` for the folder of a reader.
    pub(super) student: Option<String>,
    /// The folders of the sites whose keys are in it, for the folder of a reader. Not all
    /// of them need be in [`Contents`].
    pub(super) sites: Vec<String>,
    /// The contents of its files.
    pub(super) files: Hashes,
    /// The sizes of its files.
    pub(super) sizes: BTreeMap<RelPath, u64>,
}

impl Contents {
    /// Hashes the files of `folders`, which are in `place`. Files that are as `memory`
    /// knows them are not read again.
    ///
    /// Returns the names of folders with a file that cannot be read, too.
    #[must_use]
    pub fn read(
        place: &Path,
        folders: Vec<BuiltFolder>,
        memory: &mut Memory,
    ) -> (Self, Vec<String>) {
        let known = &*memory;
        let read = |folder: BuiltFolder| {
            let hash = |(path, stamp): (&RelPath, &Stamp)| {
                let at = format!("{}/{path}", folder.name, path = path.as_str());
                let hash = known.hash(&at, stamp).map_or_else(
                    || hash_of_file(&place.join(&at), stamp),
                    |known| Some(known.to_owned()),
                );
                Some((path.clone(), hash?))
            };
            let hashes: Option<Hashes> = folder.files.iter().map(hash).collect();
            (folder, hashes)
        };
        let read: Vec<(BuiltFolder, Option<Hashes>)> = folders.into_par_iter().map(read).collect();
        let mut unreadable = Vec::new();
        let mut contents = Self {
            place: place.to_path_buf(),
            folders: BTreeMap::new(),
        };
        memory.forget_hashes();
        for (folder, hashes) in read {
            let Some(files) = hashes else {
                unreadable.push(folder.student.unwrap_or(folder.name));
                continue;
            };
            for (path, stamp) in &folder.files {
                if let Some(hash) = files.get(path) {
                    memory.keep_hash(format!("{}/{}", folder.name, path.as_str()), *stamp, hash);
                }
            }
            let sizes = folder.files.iter();
            let sizes = sizes.map(|(path, stamp)| (path.clone(), stamp.size()));
            let local = LocalFolder {
                student: folder.student,
                sites: folder.sites,
                files,
                sizes: sizes.collect(),
            };
            contents.folders.insert(folder.name, local);
        }
        (contents, unreadable)
    }

    /// The student whose site is in a folder.
    #[must_use]
    pub fn student_in(&self, folder: &str) -> Option<&str> {
        self.folders.get(folder)?.student.as_deref()
    }

    /// Whether all of these folders are to be on the host.
    pub(super) fn has_all(&self, folders: &[String]) -> bool {
        folders.iter().all(|name| self.folders.contains_key(name))
    }

    /// The bytes of a file. `None` if they are not those that were hashed.
    pub(super) fn bytes(&self, folder: &str, path: &RelPath) -> Option<Vec<u8>> {
        let expected = self.folders.get(folder)?.files.get(path)?;
        let place = self.place.join(folder).join(path.as_str());
        let bytes = io::read_bytes(&place, MAX_PICTURE_BYTES)?;
        (hash(&bytes) == *expected).then(|| bytes.to_vec())
    }
}

impl LocalFolder {
    /// One hash for all of its files.
    pub(super) fn state(&self) -> String {
        state_of(&self.files)
    }

    /// The size of a file.
    pub(super) fn size(&self, path: &RelPath) -> u64 {
        self.sizes.get(path).copied().unwrap_or_default()
    }
}

/// One hash for the files of a folder.
pub(super) fn state_of(files: &Hashes) -> String {
    let mut all = Sha256::new();
    for (path, hash) in files {
        // No path and no hash has a line break.
        all.update(format!("{}\n{hash}\n", path.as_str()));
    }
    short(&all.finalize())
}

fn hash_of_file(place: &Path, stamp: &Stamp) -> Option<String> {
    let bytes = io::read_bytes(place, MAX_PICTURE_BYTES)?;
    // A file that changes meanwhile is read again by the next run.
    let is_same = Stamp::at(place)? == *stamp;
    is_same.then(|| hash(&bytes))
}

fn hash(bytes: &[u8]) -> String {
    short(&Sha256::digest(bytes))
}

/// Half of a hash is enough to tell versions of a file apart.
fn short(hash: &[u8]) -> String {
    HEXLOWER.encode(hash.get(..16).unwrap_or(hash))
}
