//! Whether files are being written just now. A sync program copies file by file,
//! and a parser cannot tell half a file from a short one.

use std::time::Duration;

use crate::io::{self, Disk, Stamp, Stamps};
use crate::source::Snapshot;

/// How kinfolio can tell that no program is writing.
#[derive(Debug, Clone, Copy)]
pub(super) struct StabilityCheck {
    /// How long a file must not have been written.
    pub(super) settle: Duration,
    /// Whether only two checks tell, that far apart, because the times on this disk
    /// are those of another clock.
    pub(super) twice: bool,
}

impl StabilityCheck {
    /// The check for the school folder on `disk`.
    pub(super) fn of(disk: &Disk, settle: Duration) -> Self {
        Self {
            settle,
            twice: io::watch::has_own_clock(disk.root()),
        }
    }

    /// Whether files with these stamps are complete. `earlier` are the stamps of a
    /// check that is at least the settle time ago. A time far in the future comes
    /// from another clock and does not tell.
    pub(super) fn is_settled(self, stamps: &Stamps, earlier: Option<&Stamps>) -> bool {
        if self.settle.is_zero() {
            return true;
        }
        if self.twice {
            return earlier == Some(stamps);
        }
        let now = io::moment_before(Duration::ZERO);
        let settle = i64::try_from(self.settle.as_nanos()).unwrap_or(i64::MAX);
        let (from, to) = (now.saturating_sub(settle), now.saturating_add(settle));
        let is_recent = |stamp: &Stamp| stamp.is_newer(from) && !stamp.is_newer(to);
        !stamps.values().any(is_recent)
    }

    /// How often to check files that are being written, if `wanted` times are asked
    /// for.
    pub(super) fn rounds(self, wanted: usize) -> usize {
        let least = if self.twice && !self.settle.is_zero() {
            2
        } else {
            1
        };
        wanted.max(least)
    }

    /// Reads a student's folder. Returns the stamps from before with it.
    ///
    /// # Errors
    /// The stamps of a folder that is being written to, if it can be listed.
    pub(super) fn read(
        self,
        disk: &Disk,
        student: &str,
        earlier: Option<&Stamps>,
    ) -> Result<(Stamps, Snapshot), Option<Stamps>> {
        let Some(before) = disk.stamps(Some(student)) else {
            // The folder cannot be listed. The snapshot says why.
            let snapshot = disk.student(student);
            let has_reason = !snapshot.refused.is_empty();
            return has_reason.then(|| (Stamps::new(), snapshot)).ok_or(None);
        };
        if !self.is_settled(&before, earlier) {
            return Err(Some(before));
        }
        let snapshot = disk.student(student);
        match disk.stamps(Some(student)) {
            Some(after) if after == before => Ok((before, snapshot)),
            after => Err(after),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::RelPath;

    #[test]
    fn two_checks_tell_if_a_clock_does_not() {
        let now = io::moment_before(Duration::ZERO);
        let file = |written: i64, done: i64| {
            let second = 1_000_000_000;
            let stamp = io::Stamp::from((7, now + written * second, now + done * second, 1));
            Stamps::from([(RelPath::new("a.md").unwrap(), stamp)])
        };
        let check = |stamps: &Stamps, earlier: Option<&Stamps>, expected: [bool; 2]| {
            let settle = Duration::from_secs(2);
            let settled = [false, true]
                .map(|twice| StabilityCheck { settle, twice }.is_settled(stamps, earlier));
            assert_eq!(settled, expected, "{stamps:?}");
            let settle = Duration::ZERO;
            assert!(
                StabilityCheck {
                    settle,
                    twice: true
                }
                .is_settled(stamps, None)
            );
        };
        let (old, new) = (file(-60, -60), file(-60, -1));
        check(&old, None, [true, false]);
        check(&old, Some(&old), [true, true]);
        check(&new, Some(&old), [false, false]);
        // Copied just now, with the time of another clock.
        check(&file(5, -1), None, [false, false]);
        check(&file(-3600, -1), None, [false, false]);
        // The clock of the disk itself is another one.
        let ahead = file(600, 600);
        check(&ahead, Some(&ahead), [true, true]);
        check(&ahead, Some(&file(601, 601)), [true, false]);
    }
}
