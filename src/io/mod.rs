//! Everything that touches the machine: files, the clock, the network. Whatever is
//! in here may fail because of the system, and returns a [`Fault`] then. It knows
//! where a school keeps its files, but not what they mean, and nothing about sites.

#![expect(clippy::disallowed_methods, reason = "this is the module for it")]

mod atomic;
mod browser;
mod clock;
mod files;
pub mod http;
mod lock;
mod message_file;
mod part;
mod plain;
mod progress;
mod questions;
mod read;
mod save;
mod stamp;
mod stopwatch;
mod timeout;
pub mod watch;
mod who;

pub use atomic::{
    Readers, Replaced, new_file, private_file, private_folder, replace_file, replace_files, sweep,
};
pub use browser::{PrintProblem, find_browser, print_to_pdf};
pub use clock::{now, time_of_day, until_now};
pub use files::{
    files_below, is_private, is_same_folder, names_in, overlap, real, remove_file,
    remove_with_empty_folders,
};
pub use lock::{Holder, Lock, Locked};
pub use message_file::{Kept, SIGN, hash_of_message_file, hash_of_messages, keep_messages};
pub use plain::read_bytes;
pub use progress::Progress;
pub use read::{Disk, is_folder};
pub use save::{Saved, hash_of_bytes, save};
pub use stamp::{Stamp, Stamps, moment_before};
pub use stopwatch::{Stage, Stopwatch};
pub use who::{computer, user};

use std::fmt;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;

/// A system error.
#[derive(Debug, Clone)]
pub struct Fault {
    /// What kinfolio tried to do, as the name of a message.
    pub tried: &'static str,
    /// The file or address that it tried this with.
    pub on: String,
    /// The system's own message.
    pub system: String,
}

impl Fault {
    pub(crate) fn new(tried: &'static str, path: &Path, system: impl fmt::Display) -> Self {
        Self {
            tried,
            on: path.display().to_string(),
            system: system.to_string(),
        }
    }
}

/// The file that makes a folder a school folder, and another common spelling of it.
const SCHOOL: [&str; 2] = ["school.yaml", "school.yml"];

/// The school folder to work on: the one named, or else the current folder or
/// `content/` in it. `None` if it has no `school.yaml`.
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

/// The school folders directly in `folder`, sorted by name.
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

/// Whether `folder` exists and is not empty.
#[must_use]
pub fn is_used(folder: &Path) -> bool {
    let inside = std::fs::read_dir(folder);
    inside.is_ok_and(|mut inside| inside.next().is_some())
}

/// A text that differs for every build of this program: its version and the stamp
/// of its file. A site that another program made is built again.
#[must_use]
pub fn program() -> String {
    let stamp = std::env::current_exe()
        .ok()
        .and_then(|place| Some(Stamp::of(&place.metadata().ok()?)));
    format!("{} {stamp:?}", env!("CARGO_PKG_VERSION"))
}

/// The folder that the system has for the settings of this program
/// (`CONFIGURATION_DIRECTORY` of a service, `XDG_CONFIG_HOME` and its like of a person).
/// `None` if there is no such folder.
#[must_use]
pub fn config_folder() -> Option<PathBuf> {
    let service = std::env::var_os("CONFIGURATION_DIRECTORY").map(PathBuf::from);
    let person = || {
        let places = etcetera::choose_base_strategy().ok()?;
        Some(places.config_dir().join("kinfolio"))
    };
    [service, person()]
        .into_iter()
        .flatten()
        .find(|place| place.is_absolute())
}

/// The folder that the system has for the state of this program
/// (`STATE_DIRECTORY` of a service, `XDG_STATE_HOME` and its like of a person).
/// `None` if there is no such folder, or if its path is relative: the place would
/// depend on the folder in which the program was started.
#[must_use]
pub fn state_folder() -> Option<PathBuf> {
    let service = std::env::var_os("STATE_DIRECTORY").map(PathBuf::from);
    let person = || {
        let places = etcetera::choose_base_strategy().ok()?;
        let state = places.state_dir().unwrap_or_else(|| places.data_dir());
        Some(state.join("kinfolio"))
    };
    [service, person()]
        .into_iter()
        .flatten()
        .find(|place| place.is_absolute())
}
