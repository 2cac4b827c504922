//! What this computer remembers of one host: which files are there. Losing it costs a
//! run in which folders are sent again, and nothing else.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::contents::Hashes;
use super::plan::is_ours;
use crate::io::Stamp;
use crate::model::Date;
use crate::source::RelPath;

/// The version of this format. A memory of another version counts as lost.
const FORMAT: u32 = 1;

/// What is known of a host.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Memory {
    format: u32,
    /// The last run of this computer that wrote a claim.
    run: String,
    /// The last day on which this computer published.
    day: Option<Date>,
    /// The folders on the host.
    folders: BTreeMap<String, KnownFolder>,
    /// The hashes of files on this computer, with the stamps for which they hold.
    hashes: BTreeMap<String, (Stamp, String)>,
}

/// What is known of a folder on the host.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownFolder {
    /// What the manifest says of the folder if nobody else has written it since.
    state: String,
    /// The files that are there.
    files: Hashes,
}

impl Memory {
    /// Reads a memory. One that is damaged is empty.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let memory = serde_json::from_slice(bytes).ok();
        let memory = memory.filter(|memory: &Self| memory.format == FORMAT);
        memory.unwrap_or_else(|| Self {
            format: FORMAT,
            ..Self::default()
        })
    }

    /// The memory as it is written.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// The last day on which this computer published.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.day
    }

    /// Notes that this computer has published today.
    pub fn set_day(&mut self, today: Date) {
        self.day = Some(today);
    }

    /// The files of a folder on the host, if the manifest calls its state `state`.
    pub(super) fn files(&self, folder: &str, state: &str) -> Option<&Hashes> {
        let known = self.folders.get(folder)?;
        (known.state == state).then_some(&known.files)
    }

    /// Whether a folder that `run` writes has these files, and no others of kinfolio.
    pub(super) fn has_exactly(&self, folder: &str, run: &str, files: &Hashes) -> bool {
        let known = self.files(folder, run).into_iter().flatten();
        let ours = known.filter(|(path, _)| is_ours(path));
        ours.eq(files)
    }

    /// Notes that this computer is about to claim the host.
    pub(super) fn claim(&mut self, run: &str) {
        run.clone_into(&mut self.run);
    }

    /// Whether `run` was the last one of this computer.
    pub(super) fn is_own(&self, run: &str) -> bool {
        self.run == run
    }

    /// Notes that `run` writes a folder that has had `files` until now.
    pub(super) fn begin(&mut self, folder: &str, run: &str, files: Hashes) {
        self.end(folder, run, files);
    }

    /// Notes that a file was sent.
    pub(super) fn sent(&mut self, folder: &str, path: &RelPath, hash: &str) {
        if let Some(known) = self.folders.get_mut(folder) {
            known.files.insert(path.clone(), hash.to_owned());
        }
    }

    /// Notes that a file was removed.
    pub(super) fn removed(&mut self, folder: &str, path: &RelPath) {
        if let Some(known) = self.folders.get_mut(folder) {
            known.files.remove(path);
        }
    }

    /// Notes what a folder has now, and what the manifest will say.
    pub(super) fn end(&mut self, folder: &str, state: &str, files: Hashes) {
        let state = state.to_owned();
        self.folders
            .insert(folder.to_owned(), KnownFolder { state, files });
    }

    /// Forgets a folder that is not on the host anymore.
    pub(super) fn forget(&mut self, folder: &str) {
        self.folders.remove(folder);
    }

    /// The hash of a file here that has this stamp.
    pub(super) fn hash(&self, at: &str, stamp: &Stamp) -> Option<&str> {
        let (known, hash) = self.hashes.get(at)?;
        (known == stamp).then_some(hash)
    }

    /// Remembers a hash.
    pub(super) fn keep_hash(&mut self, at: String, stamp: Stamp, hash: &str) {
        self.hashes.insert(at, (stamp, hash.to_owned()));
    }

    /// Forgets all hashes, before those of the files that are there now are kept.
    pub(super) fn forget_hashes(&mut self) {
        self.hashes.clear();
    }
}
