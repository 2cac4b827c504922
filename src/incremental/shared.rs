//! What all students share, as it was when sites were last made with it.

use serde::{Deserialize, Serialize};

use super::{Settings, SharedInputs, stability};
use crate::diagnostic::Code;
use crate::io::{self, Fault, Ledger, Stamps};

/// Under what it is written down; no student can be called so.
const NAME: &str = "/shared";

/// What is known of it.
#[derive(Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Known {
    /// The files that sites were last made with.
    pub(super) stamps: Stamps,
    /// Whether files of it were missed then.
    awaiting_files: bool,
}

pub(super) fn known(ledger: &Ledger) -> Known {
    let bytes = ledger.read(NAME);
    let known = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    known.unwrap_or_default()
}

/// Keeps all sites as they are where what they share looks like half of what was
/// meant. What cannot be read is told as that.
///
/// # Errors
/// What the machine refused when that was to be kept for later.
pub(super) fn doubt(
    opened: &mut SharedInputs,
    stamps: &Stamps,
    ledger: &Ledger,
    settings: &Settings,
) -> Result<(), Fault> {
    if !opened.snapshot.refused.is_empty() || !io::has_sites(&settings.out) {
        return Ok(());
    }
    let Known {
        stamps: before,
        awaiting_files,
    } = known(ledger);
    let last_good = stability::sizes(&before);
    let Some(doubt) = stability::shared_doubt(&last_good, awaiting_files, stamps, settings) else {
        return Ok(());
    };
    // A text that shrank is there: only files are missed.
    let awaiting_files = awaiting_files || doubt.code == Code::FilesVanished;
    opened.diagnostics.push(doubt);
    opened.shared = None;
    let known = Known {
        stamps: before,
        awaiting_files,
    };
    write(&known, ledger)
}

/// Writes down that sites were made with files of these `stamps`.
///
/// # Errors
/// What the machine refused.
pub(super) fn write_down(stamps: &Stamps, ledger: &Ledger) -> Result<(), Fault> {
    let made = Known {
        stamps: stamps.clone(),
        awaiting_files: false,
    };
    write(&made, ledger)
}

fn write(what: &Known, ledger: &Ledger) -> Result<(), Fault> {
    let bytes = serde_json::to_vec(what).unwrap_or_default();
    if ledger.read(NAME).as_ref() == Some(&bytes) {
        return Ok(());
    }
    ledger.write(NAME, &bytes)
}
