//! Stamps: what the system says of a file without opening it.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::source::RelPath;

/// What the system says of a file without opening it. Two equal stamps of one place
/// mean the same bytes, unless the file was written twice within one tick of the
/// disk's clock: see [`Stamp::is_newer`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Row", into = "Row")]
pub struct Stamp {
    /// Its size in bytes.
    size: u64,
    /// When its content was written, in nanoseconds since 1970.
    modified: i64,
    /// When anything about it changed, in nanoseconds since 1970. Programs cannot set
    /// this time. 0 if the system has no such time.
    changed: i64,
    /// The number of the file on the disk, which changes if another file is renamed
    /// over it. 0 if the system has no such number.
    file: u64,
}

/// A stamp in a build record. It is short because a school has many.
type Row = (u64, i64, i64, u64);

impl From<Row> for Stamp {
    fn from((size, modified, changed, file): Row) -> Self {
        Self {
            size,
            modified,
            changed,
            file,
        }
    }
}

impl From<Stamp> for Row {
    fn from(stamp: Stamp) -> Self {
        (stamp.size, stamp.modified, stamp.changed, stamp.file)
    }
}

/// The stamps of files, by path.
pub type Stamps = BTreeMap<RelPath, Stamp>;

impl Stamp {
    pub(super) fn of(facts: &Metadata) -> Self {
        let (changed, file) = identity(facts);
        Self {
            size: facts.len(),
            modified: facts.modified().map_or(0, nanoseconds),
            changed,
            file,
        }
    }

    /// The stamp of what is at `place`. Links are not followed. `None` if there is
    /// nothing.
    #[must_use]
    pub fn at(place: &Path) -> Option<Self> {
        place.symlink_metadata().ok().map(|facts| Self::of(&facts))
    }

    /// Its size in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Whether its content is that of `other`, if the file may have been copied or
    /// may have got other access rights.
    #[must_use]
    pub fn has_content_of(&self, other: &Self) -> bool {
        (self.size, self.modified) == (other.size, other.modified)
    }

    /// Whether it was written at `time` (nanoseconds since 1970) or later. A program
    /// that copies a file may set when it was written, but not when that was done.
    #[must_use]
    pub fn is_newer(&self, time: i64) -> bool {
        let done = if self.changed == 0 {
            self.modified
        } else {
            self.changed
        };
        done >= time
    }
}

#[cfg(unix)]
fn identity(facts: &Metadata) -> (i64, u64) {
    use std::os::unix::fs::MetadataExt as _;
    let seconds = facts.ctime().saturating_mul(1_000_000_000);
    (seconds.saturating_add(facts.ctime_nsec()), facts.ino())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (i64, u64) {
    (0, 0)
}

fn nanoseconds(time: SystemTime) -> i64 {
    let since = |duration: Duration| i64::try_from(duration.as_nanos()).unwrap_or(i64::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => since(after),
        Err(before) => -since(before.duration()),
    }
}

/// The present moment minus `before`, in nanoseconds since 1970.
#[must_use]
pub fn moment_before(before: Duration) -> i64 {
    let now = SystemTime::now();
    nanoseconds(now.checked_sub(before).unwrap_or(now))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_saving_changes_the_stamp() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a.md");
        let stamp = || Stamp::of(&place.symlink_metadata().unwrap());
        std::fs::write(&place, "one").unwrap();
        let first = stamp();
        assert_eq!(first, stamp());
        assert_eq!(first.size(), 3);

        // Another file under the same name, of the same size and age.
        let beside = folder.path().join("b.md");
        std::fs::write(&beside, "two").unwrap();
        let age = place.metadata().unwrap().modified().unwrap();
        let file = std::fs::File::options().write(true).open(&beside).unwrap();
        file.set_modified(age).unwrap();
        std::fs::rename(&beside, &place).unwrap();
        assert_ne!(first, stamp());
    }

    #[test]
    fn stamps_are_written_and_read() {
        let stamp = Stamp::from((7, -1, i64::MAX, 9));
        let text = serde_json::to_string(&stamp).unwrap();
        assert_eq!(text, "[7,-1,9223372036854775807,9]");
        assert_eq!(serde_json::from_str::<Stamp>(&text).unwrap(), stamp);
        assert!(stamp.is_newer(0));
        assert!(!Stamp::from((7, 5, 6, 9)).is_newer(7));
        assert!(!Stamp::from((7, 8, 6, 9)).is_newer(7));
        assert!(Stamp::from((7, 8, 0, 9)).is_newer(7));
    }
}
