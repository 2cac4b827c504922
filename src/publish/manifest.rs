//! The manifest: what was published, and who is publishing. It lies on the host, sealed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::seal::ManifestKey;

/// The version of this format.
const FORMAT: u32 = 1;

/// What is on the host.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    format: u32,
    /// Counts the runs that changed something.
    pub(super) number: u64,
    /// When the last of them ended, as `YYYY-MM-DD HH:MM:SS` of its computer. Empty if
    /// none did.
    pub(super) ended: String,
    /// The state of each folder: the hash of its files, or the name of the run that did
    /// not end with it.
    pub(super) folders: BTreeMap<String, String>,
    /// The run that is publishing.
    pub(super) claim: Option<Claim>,
}

/// A run that is publishing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Claim {
    /// A random name.
    pub(super) run: String,
    /// The name of the computer.
    pub(super) computer: String,
    /// Counts the renewals.
    pub(super) beat: u64,
}

impl Manifest {
    /// The manifest of an empty host.
    pub(super) fn new() -> Self {
        Self {
            format: FORMAT,
            ..Self::default()
        }
    }

    /// Opens a manifest. `None` if it is damaged, another school's, or of another version.
    pub(super) fn open(sealed: &[u8], key: &ManifestKey) -> Option<Self> {
        let manifest: Self = serde_json::from_slice(&key.open(sealed)?).ok()?;
        (manifest.format == FORMAT).then_some(manifest)
    }

    /// The bytes for the host.
    pub(super) fn seal(&self, key: &ManifestKey) -> Vec<u8> {
        key.seal(&serde_json::to_vec(self).unwrap_or_default())
    }

    /// Whether `run` is the one that is publishing.
    pub(super) fn is_claimed_by(&self, run: &str) -> bool {
        self.claim.as_ref().is_some_and(|claim| claim.run == run)
    }
}
