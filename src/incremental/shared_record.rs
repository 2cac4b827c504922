//! The build record of the files that all students share, and the check whether they
//! look complete.

use serde::{Deserialize, Serialize};

use super::record_store::RecordStore;
use super::site_store;
use super::suspicious_loss::{self, Loss};
use super::{Settings, SharedInputs};
use crate::io::{Fault, Stamps};

/// The name of this record. No student's folder can have it.
const NAME: &str = "/shared";

/// What is recorded of the shared files.
#[derive(Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SharedRecord {
    /// The files that sites were last made with.
    pub(super) stamps: Stamps,
    /// Whether files have been missing since.
    awaiting_files: bool,
}

impl SharedRecord {
    /// The record of files that sites have been made with.
    pub(super) fn of(stamps: Stamps) -> Self {
        Self {
            stamps,
            awaiting_files: false,
        }
    }

    /// The last record. Empty if there is none.
    pub(super) fn read(records: &RecordStore) -> Self {
        records
            .read(NAME)
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Writes the record if it has changed.
    ///
    /// # Errors
    /// The system error.
    pub(super) fn write(&self, records: &RecordStore) -> Result<(), Fault> {
        let bytes = serde_json::to_vec(self).unwrap_or_default();
        if records.read(NAME).as_ref() == Some(&bytes) {
            return Ok(());
        }
        records.write(NAME, &bytes)
    }
}

/// Keeps all sites as they are if the shared files look incomplete: takes the shared
/// part out of `inputs` and adds the diagnostic. Files that cannot be read have their
/// own diagnostics.
///
/// # Errors
/// The system error when this is recorded.
pub(super) fn hold_if_incomplete(
    inputs: &mut SharedInputs,
    now: &Stamps,
    records: &RecordStore,
    settings: &Settings,
) -> Result<(), Fault> {
    if !inputs.snapshot.refused.is_empty() || !site_store::has_sites(&settings.out) {
        return Ok(());
    }
    let mut record = SharedRecord::read(records);
    let last_good = suspicious_loss::sizes(&record.stamps);
    let loss = suspicious_loss::of_shared_files(&last_good, record.awaiting_files, now, settings);
    let Some(loss) = loss else {
        return Ok(());
    };
    record.awaiting_files |= matches!(loss, Loss::MostlyMissing(_));
    inputs.diagnostics.push(loss.into_diagnostic());
    inputs.shared = None;
    record.write(records)
}
