//! Whose sites a folder holds, and why none can be written there.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::Settings;
use crate::io::{self, Disk, Fault, Holder, Ledger, Lock, Locked};

/// Why no site can be written now.
#[derive(Debug)]
pub enum Refused {
    /// The machine refused something.
    Fault(Fault),
    /// Somebody else is writing there.
    Held(Option<Holder>),
    /// The ledger would lie where others can read it.
    Open(PathBuf),
    /// The sites there are another school's.
    OtherSchool {
        /// The school folder that they were made from.
        school: String,
        /// The file that says so.
        mark: PathBuf,
    },
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Takes the right to write, and clears away what a run that was stopped has
/// left.
pub(super) fn take(disk: &Disk, settings: &Settings, ledger: &Ledger) -> Result<Lock, Refused> {
    let lock = match Lock::take(&settings.out)? {
        Locked::Ours(lock) => lock,
        Locked::Held(holder) => return Err(Refused::Held(holder)),
    };
    if lock.was_left {
        io::sweep(&settings.out);
        io::sweep(disk.root());
        ledger.sweep();
    }
    Ok(lock)
}

/// Under what it is written down; no student can be called so.
const NAME: &str = "/school";

/// Refuses sites that were last made from another folder and at least half of
/// which are of nobody in this one. A school that was moved or renamed still has
/// its students, and one that has new students still has its folder.
pub(super) fn same_school(
    disk: &Disk,
    students: &BTreeSet<&str>,
    settings: &Settings,
    ledger: &Ledger,
) -> Result<(), Refused> {
    let known = ledger.read(NAME).filter(|known| *known != place_of(disk));
    let Some(known) = known.filter(|_| !students.is_empty()) else {
        return Ok(());
    };
    let all = io::leftover_sites(&settings.out, &BTreeSet::new()).len();
    let mut strange = io::leftover_sites(&settings.out, students);
    strange.retain(|site| !settings.removals.contains(site));
    if strange.is_empty() || strange.len() * 2 < all {
        return Ok(());
    }
    Err(Refused::OtherSchool {
        school: String::from_utf8_lossy(&known).into_owned(),
        mark: ledger.place(NAME).unwrap_or_default(),
    })
}

/// Writes down from which folder the sites are made, if that has changed.
///
/// # Errors
/// What the machine refused.
pub(super) fn write_down(disk: &Disk, ledger: &Ledger) -> Result<(), Fault> {
    let here = place_of(disk);
    if ledger.read(NAME).as_ref() == Some(&here) {
        return Ok(());
    }
    ledger.write(NAME, &here)
}

fn place_of(disk: &Disk) -> Vec<u8> {
    let place = io::real(disk.root());
    place.display().to_string().into_bytes()
}
