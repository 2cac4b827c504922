//! Whether a folder is whole just now. A sync program copies file by file, and a
//! parser cannot tell half a file from a short one.

use std::collections::BTreeMap;
use std::time::Duration;

use super::Settings;
use crate::diagnostic::{Code, Diagnostic};
use crate::io::{self, Disk, Stamps};
use crate::source::{RelPath, Snapshot};

/// How long a text that has lost most of its words is left alone.
const LONG: Duration = Duration::from_mins(1);

/// A text of fewer bytes may well lose most of them.
const SHORT: u64 = 400;

/// The files that the last good site was made from, and their sizes in bytes.
pub(super) type Good = BTreeMap<RelPath, u64>;

/// With fewer files before, most of them may well go at once.
const FEW: usize = 4;

/// How it is told that nobody is writing.
#[derive(Debug, Clone, Copy)]
pub(super) struct StabilityCheck {
    /// How long a file has to be left alone.
    pub(super) settle: Duration,
    /// Whether only two looks tell, so long apart: the disk's clock is not ours.
    pub(super) twice: bool,
}

impl StabilityCheck {
    /// Whether files with these stamps are left alone; `earlier` are those of a
    /// look that is long enough ago. A time far in the future is that of another
    /// clock and says nothing.
    pub(super) fn is_over(self, stamps: &Stamps, earlier: Option<&Stamps>) -> bool {
        if self.settle.is_zero() {
            return true;
        }
        if self.twice {
            return earlier == Some(stamps);
        }
        let now = io::moment_before(Duration::ZERO);
        let settle = i64::try_from(self.settle.as_nanos()).unwrap_or(i64::MAX);
        let (from, to) = (now.saturating_sub(settle), now.saturating_add(settle));
        let just_now = |stamp: &io::Stamp| stamp.is_newer(from) && !stamp.is_newer(to);
        !stamps.values().any(just_now)
    }

    /// How often to look at what is being written, of `rounds` that are wanted.
    pub(super) fn looks(self, rounds: usize) -> usize {
        let least = if self.twice && !self.settle.is_zero() {
            2
        } else {
            1
        };
        rounds.max(least)
    }

    /// Reads a student's folder with the stamps that its files had before.
    ///
    /// # Errors
    /// The stamps of a folder that is being written to, where they are known.
    pub(super) fn read(
        self,
        disk: &Disk,
        student: &str,
        earlier: Option<&Stamps>,
    ) -> Result<(Stamps, Snapshot), Option<Stamps>> {
        let Some(before) = disk.stamps(Some(student)) else {
            // It cannot be listed; the snapshot tells why.
            let snapshot = disk.student(student);
            let told = !snapshot.refused.is_empty();
            return told.then(|| (Stamps::new(), snapshot)).ok_or(None);
        };
        if !self.is_over(&before, earlier) {
            return Err(Some(before));
        }
        let snapshot = disk.student(student);
        match disk.stamps(Some(student)) {
            Some(after) if after == before => Ok((before, snapshot)),
            after => Err(after),
        }
    }
}

/// What makes a student's files look like half of what was meant, compared with
/// those that the last good site was made from.
///
/// `awaiting_files` says that files were missed before: then nearly all have to be there
/// again, because a sync program brings them back one by one.
pub(super) fn doubt(
    last_good: &Good,
    awaiting_files: bool,
    sources: &Stamps,
    student: &str,
    settings: &Settings,
) -> Option<Diagnostic> {
    let folder = format!("students/{student}");
    let own = last_good.iter();
    let own: Good = own
        .filter(|(path, _)| path.below(&folder).is_some())
        .map(|(path, size)| (path.clone(), *size))
        .collect();
    let gone = own.keys().filter(|path| !sources.contains_key(path));
    let gone = gone.count();
    let half = own.len() >= FEW && gone * 2 > own.len();
    let half = half.then_some((folder.as_str(), gone, own.len()));
    let vanished = half.or_else(|| emptied(&own, awaiting_files, sources, &|_| false));
    let meant = settings.removals.contains(&io::site_name(student));
    if let Some(vanished) = vanished.filter(|_| !meant) {
        let file = RelPath::new(&format!("{folder}/student.yaml"))?;
        return Some(gone_at_once(&file, vanished, student));
    }
    shrank(&own, sources, settings)
}

/// The same of the files that all students share.
pub(super) fn shared_doubt(
    last_good: &Good,
    awaiting_files: bool,
    sources: &Stamps,
    settings: &Settings,
) -> Option<Diagnostic> {
    let wanted = |folder: &str| settings.removals.contains(folder);
    if let Some(vanished) = emptied(last_good, awaiting_files, sources, &wanted) {
        let file = RelPath::new(vanished.0)?;
        return Some(gone_at_once(&file, vanished, vanished.0));
    }
    shrank(last_good, sources, settings)
}

/// A folder that had files and now has none, or, once it is `awaiting_files`, not nearly
/// all; with how many are gone, and how many there were.
fn emptied<'a>(
    last_good: &'a Good,
    awaiting_files: bool,
    sources: &Stamps,
    wanted: &dyn Fn(&str) -> bool,
) -> Option<(&'a str, usize, usize)> {
    let mut folders: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for path in last_good.keys() {
        if let Some(folder) = path.folder() {
            let (gone, before) = folders.entry(folder).or_default();
            *before += 1;
            *gone += usize::from(!sources.contains_key(path));
        }
    }
    let holds = |folder: &str| sources.keys().any(|path| path.below(folder).is_some());
    let mut folders = folders.into_iter().filter(|(folder, (gone, before))| {
        let lost = if awaiting_files {
            gone * 10 > *before
        } else {
            !holds(folder)
        };
        lost && *before >= FEW && !wanted(folder)
    });
    folders
        .next()
        .map(|(folder, (gone, before))| (folder, gone, before))
}

fn gone_at_once(
    file: &RelPath,
    (folder, gone, before): (&str, usize, usize),
    confirm: &str,
) -> Diagnostic {
    let fault = Diagnostic::about(Code::FilesVanished, file);
    let fault = fault.with("folder", folder).with("gone", number(gone));
    fault
        .with("before", number(before))
        .with("student", confirm)
}

/// A text that has just lost most of its words.
fn shrank(last_good: &Good, sources: &Stamps, settings: &Settings) -> Option<Diagnostic> {
    let long_ago = io::moment_before(LONG);
    let shrank = last_good.iter().find(|(path, size)| {
        let lost = |now: u64| **size >= SHORT && now * 5 < **size * 2;
        let stamp = sources.get(path);
        is_text(path) && stamp.is_some_and(|now| lost(now.size()) && now.is_newer(long_ago))
    });
    let (path, size) = shrank.filter(|_| !settings.settle.is_zero())?;
    let fault = Diagnostic::about(Code::TextShrank, path);
    let now = sources.get(path).map_or(0, io::Stamp::size);
    Some(fault.with("before", bytes(*size)).with("now", bytes(now)))
}

/// The files with their sizes.
pub(super) fn sizes(stamps: &Stamps) -> Good {
    let files = stamps.iter();
    files
        .map(|(path, stamp)| (path.clone(), stamp.size()))
        .collect()
}

fn is_text(path: &RelPath) -> bool {
    ["yaml", "yml", "md", "csv", "tsv"]
        .iter()
        .any(|ending| path.has_ending(ending))
}

#[expect(clippy::cast_precision_loss, reason = "only shown")]
fn number(count: usize) -> f64 {
    count as f64
}

#[expect(clippy::cast_precision_loss, reason = "only shown")]
fn bytes(size: u64) -> f64 {
    size as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_looks_tell_where_a_clock_does_not() {
        let now = io::moment_before(Duration::ZERO);
        let file = |written: i64, done: i64| {
            let second = 1_000_000_000;
            let stamp = io::Stamp::from((7, now + written * second, now + done * second, 1));
            Stamps::from([(RelPath::new("a.md").unwrap(), stamp)])
        };
        let check = |stamps: &Stamps, earlier: Option<&Stamps>, expected: [bool; 2]| {
            let settle = Duration::from_secs(2);
            let over = [false, true]
                .map(|twice| StabilityCheck { settle, twice }.is_over(stamps, earlier));
            assert_eq!(over, expected, "{stamps:?}");
            let settle = Duration::ZERO;
            assert!(
                StabilityCheck {
                    settle,
                    twice: true
                }
                .is_over(stamps, None)
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
