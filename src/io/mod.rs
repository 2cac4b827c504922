//! The door to the machine: files, the clock, the network. Everything here may
//! fail because of the machine, and says so in a [`Fault`].

#![expect(clippy::disallowed_methods, reason = "this is the door")]

mod clock;
pub mod http;
mod ledger;
mod lock;
mod message_file;
mod plain;
mod read;
mod staged;
mod stamp;
mod timeout;
pub mod watch;
mod write;

pub use clock::{now, time_of_day, until_now};
pub use ledger::{Ledger, program, work_folder};
pub use lock::{Holder, Lock, Locked};
pub use message_file::{Kept, SIGN, keep_messages};
pub use read::{Disk, is_folder};
pub use staged::{new_file, private_file, sweep};
pub use stamp::{Stamp, Stamps, moment_before};
pub use write::{
    Placed, Written, are_two_sites, forget, has_site, has_sites, is_as_written, leftover_sites,
    near_sites, overlap, page, private_folder, real, remember, site, site_name, take_down,
};

use std::fmt;
use std::path::{Path, PathBuf};

/// Something the machine refused to do.
#[derive(Debug, Clone)]
pub struct Fault {
    /// What was tried; the name of a message.
    pub tried: &'static str,
    /// With which file or address.
    pub on: String,
    /// The system's own words.
    pub system: String,
}

impl Fault {
    fn new(tried: &'static str, path: &Path, system: impl fmt::Display) -> Self {
        Self {
            tried,
            on: path.display().to_string(),
            system: system.to_string(),
        }
    }
}

/// The file that makes a folder a school's, and how its name is often written.
const SCHOOL: [&str; 2] = ["school.yaml", "school.yml"];

/// The school folder to work on: the one named, or this one, or `content/` in
/// this one. Nothing comes back when none of them has a `school.yaml`.
#[must_use]
pub fn school_folder(named: Option<&Path>) -> Option<PathBuf> {
    let candidates = match named {
        Some(folder) => vec![folder.to_path_buf()],
        None => vec![PathBuf::from("."), PathBuf::from("content")],
    };
    candidates
        .into_iter()
        .find(|folder| SCHOOL.iter().any(|name| folder.join(name).is_file()))
}

/// The school folders that lie directly in `folder`, by name.
#[must_use]
pub fn schools_in(folder: &Path) -> Vec<PathBuf> {
    let inside = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let inside = inside.filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'));
    let mut schools: Vec<PathBuf> = inside
        .filter_map(|entry| school_folder(Some(&entry.path())))
        .collect();
    schools.sort();
    schools
}

/// Whether something is in `folder` already.
#[must_use]
pub fn is_used(folder: &Path) -> bool {
    let inside = std::fs::read_dir(folder);
    inside.is_ok_and(|mut inside| inside.next().is_some())
}
