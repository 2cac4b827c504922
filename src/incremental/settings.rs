use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

/// How sites are to be written.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The folder that holds a folder for each student's site.
    pub out: PathBuf,
    /// Where the ledger is kept, if not in the user's own place for such things.
    pub work: Option<PathBuf>,
    /// How long a file has to be left alone before it is read.
    pub settle: Duration,
    /// Whether everything is made anew, changed or not.
    pub all: bool,
    /// How often a folder that is being written to is looked at again before it
    /// is left alone.
    pub rounds: usize,
    /// Students whose sites, or most of whose files, are gone because somebody
    /// wants that.
    pub removals: BTreeSet<String>,
}
