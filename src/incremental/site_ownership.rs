//! Whose sites a folder holds, and why kinfolio cannot write there now.

use std::path::PathBuf;

use super::observe::Workspace;
use crate::discover::Students;
use crate::io::{self, Disk, Fault, Holder, Lock, Locked};
use crate::keyring::KeyringFault;

/// Why kinfolio cannot write sites now.
#[derive(Debug)]
pub enum Refused {
    /// A system error.
    Fault(Fault),
    /// Another process is writing there.
    Held(Option<Holder>),
    /// The folder for the build records is one that other people can read.
    Open(PathBuf),
    /// The keyring of the school is not used.
    Keyring(KeyringFault),
    /// Plain pages would go into a folder of sealed sites.
    SealedThere,
    /// The sites there belong to another school.
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

/// Takes the lock on the folder of sites, and removes what an interrupted run left.
pub(super) fn take(workspace: &Workspace) -> Result<Lock, Refused> {
    let out = &workspace.settings.out;
    let lock = match Lock::take(out)? {
        Locked::Ours(lock) => lock,
        Locked::Held(holder) => return Err(Refused::Held(holder)),
    };
    if lock.was_left {
        io::sweep(out);
        io::sweep(workspace.disk.root());
        workspace.records.sweep();
    }
    Ok(lock)
}

/// The name of the record of the school folder. No student's folder can have it.
const NAME: &str = "/school";

/// Refuses sites that were last made from another folder, if at least half of them
/// belong to no student of this one. A school that was moved or renamed still has
/// its students, and one that has new students still has its folder.
pub(super) fn same_school(workspace: &Workspace, students: &Students) -> Result<(), Refused> {
    let recorded = workspace.records.read(NAME);
    let Some(school) = recorded.filter(|school| *school != folder_of(&workspace.disk)) else {
        return Ok(());
    };
    if students.is_empty() {
        return Ok(());
    }
    let settings = &workspace.settings;
    let all = workspace.folders.sites().len();
    let mut foreign = workspace.folders.without_folder(students);
    foreign.retain(|site| !settings.removals.contains(site));
    if foreign.is_empty() || foreign.len() * 2 < all {
        return Ok(());
    }
    Err(Refused::OtherSchool {
        school: String::from_utf8_lossy(&school).into_owned(),
        mark: workspace.records.place(NAME).unwrap_or_default(),
    })
}

/// Records from which folder the sites are made, if that has changed.
///
/// # Errors
/// The system error.
pub(super) fn record_school(workspace: &Workspace) -> Result<(), Fault> {
    let here = folder_of(&workspace.disk);
    if workspace.records.read(NAME).as_ref() == Some(&here) {
        return Ok(());
    }
    workspace.records.write(NAME, &here)
}

fn folder_of(disk: &Disk) -> Vec<u8> {
    let place = io::real(disk.root());
    place.display().to_string().into_bytes()
}
