//! What the commands let a user choose about a build.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::io::Stopwatch;
use crate::keyring::Keyrings;

/// How sites are to be written.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The folder that holds a folder for each student's site.
    pub out: PathBuf,
    /// The folder for build records, if not the system's place for such things.
    pub work: Option<PathBuf>,
    /// The keyring, if not in the system's place for such things.
    pub keys: Option<PathBuf>,
    /// Opens the keyring.
    pub keyrings: Arc<Keyrings>,
    /// Whether pages are plain even if the school's are sealed.
    pub plain: bool,
    /// How long a file must not have been written before kinfolio reads it.
    pub settle: Duration,
    /// Whether every site is built, changed or not.
    pub all: bool,
    /// How often kinfolio checks a folder that is being written to before it leaves
    /// it alone.
    pub rounds: usize,
    /// Counts how long each stage takes.
    pub stopwatch: Stopwatch,
    /// The sites and shared folders whose removal was confirmed.
    pub removals: BTreeSet<String>,
}
