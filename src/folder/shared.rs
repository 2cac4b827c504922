//! What all students share, as it was when sites were last made with it.

use super::Opened;
use super::quiet::{self, Good};
use super::sites::Settings;
use crate::io::{self, Fault, Ledger, Stamps};

/// Under what it is written down; no student can be called so.
const NAME: &str = "/shared";

/// Keeps all sites as they are where what they share looks like half of what was
/// meant. What cannot be read is told as that.
pub(super) fn doubt(opened: &mut Opened, stamps: &Stamps, ledger: &Ledger, settings: &Settings) {
    if !opened.snapshot.refused.is_empty() || !io::has_sites(&settings.out) {
        return;
    }
    let known = ledger.read(NAME);
    let good: Option<Good> = known.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let good = good.unwrap_or_default();
    if let Some(doubt) = quiet::shared_doubt(&good, stamps, settings) {
        opened.seen.push(doubt);
        opened.shared = None;
    }
}

/// Writes it down, if it has changed.
///
/// # Errors
/// What the machine refused.
pub(super) fn write_down(stamps: &Stamps, ledger: &Ledger) -> Result<(), Fault> {
    let bytes = serde_json::to_vec(&quiet::sizes(stamps)).unwrap_or_default();
    if ledger.read(NAME).as_ref() == Some(&bytes) {
        return Ok(());
    }
    ledger.write(NAME, &bytes)
}
