//! Whether a folder is whole just now. A sync program copies file by file, and a
//! parser cannot tell half a file from a short one.

use std::collections::BTreeMap;
use std::time::Duration;

use super::sites::Settings;
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

/// Whether nothing was written within `settle`. A time far in the future is that
/// of another clock and says nothing.
pub(super) fn is_quiet(stamps: &Stamps, settle: Duration) -> bool {
    let now = io::moment_before(Duration::ZERO);
    let settle = i64::try_from(settle.as_nanos()).unwrap_or(i64::MAX);
    let (from, to) = (now.saturating_sub(settle), now.saturating_add(settle));
    let just_now = |stamp: &io::Stamp| stamp.is_newer(from) && !stamp.is_newer(to);
    !stamps.values().any(just_now)
}

/// Reads a student's folder with the stamps that its files had before. Nothing
/// comes back while it is being written to.
pub(super) fn read(disk: &Disk, student: &str, settle: Duration) -> Option<(Stamps, Snapshot)> {
    let Some(before) = disk.stamps(Some(student)) else {
        // It cannot be listed; the snapshot tells why.
        let snapshot = disk.student(student);
        let told = !snapshot.refused.is_empty();
        return told.then(|| (Stamps::new(), snapshot));
    };
    if !is_quiet(&before, settle) {
        return None;
    }
    let snapshot = disk.student(student);
    let after = disk.stamps(Some(student));
    (after.as_ref() == Some(&before)).then_some((before, snapshot))
}

/// What makes a student's files look like half of what was meant, compared with
/// those that the last good site was made from.
pub(super) fn doubt(
    good: &Good,
    sources: &Stamps,
    student: &str,
    settings: &Settings,
) -> Option<Diagnostic> {
    let folder = format!("students/{student}");
    let own = good.iter();
    let own: Good = own
        .filter(|(path, _)| path.below(&folder).is_some())
        .map(|(path, size)| (path.clone(), *size))
        .collect();
    let gone = own.keys().filter(|path| !sources.contains_key(path));
    let gone = gone.count();
    let half = own.len() >= FEW && gone * 2 > own.len();
    let half = half.then_some((folder.as_str(), gone, own.len()));
    let vanished = half.or_else(|| emptied(&own, sources, &|_| false));
    let meant = settings.removals.contains(&io::site_name(student));
    if let Some(vanished) = vanished.filter(|_| !meant) {
        let file = RelPath::new(&format!("{folder}/student.yaml"))?;
        return Some(gone_at_once(&file, vanished, student));
    }
    shrank(&own, sources, settings)
}

/// The same of the files that all students share.
pub(super) fn shared_doubt(
    good: &Good,
    sources: &Stamps,
    settings: &Settings,
) -> Option<Diagnostic> {
    let wanted = |folder: &str| settings.removals.contains(folder);
    if let Some(vanished) = emptied(good, sources, &wanted) {
        let file = RelPath::new(vanished.0)?;
        return Some(gone_at_once(&file, vanished, vanished.0));
    }
    shrank(good, sources, settings)
}

/// A folder that had files and now has none, with how many are gone, and how
/// many there were.
fn emptied<'a>(
    good: &'a Good,
    sources: &Stamps,
    wanted: &dyn Fn(&str) -> bool,
) -> Option<(&'a str, usize, usize)> {
    let mut before: BTreeMap<&str, usize> = BTreeMap::new();
    for folder in good.keys().filter_map(RelPath::folder) {
        *before.entry(folder).or_default() += 1;
    }
    let holds = |folder: &str| sources.keys().any(|path| path.below(folder).is_some());
    let mut empty = before.into_iter().filter(|(_, count)| *count >= FEW);
    let found = empty.find(|(folder, _)| !holds(folder) && !wanted(folder));
    found.map(|(folder, count)| (folder, count, count))
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
fn shrank(good: &Good, sources: &Stamps, settings: &Settings) -> Option<Diagnostic> {
    let long_ago = io::moment_before(LONG);
    let shrank = good.iter().find(|(path, size)| {
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
    ["yaml", "md", "csv"]
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
