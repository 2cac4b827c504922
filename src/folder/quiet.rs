//! Whether a folder is whole just now. A sync program copies file by file, and a
//! parser cannot tell half a file from a short one.

use std::time::Duration;

use super::entry::Entry;
use super::sites::Settings;
use crate::diagnostic::{Code, Diagnostic};
use crate::io::{self, Disk, Stamps};
use crate::source::{RelPath, Snapshot};

/// How long a text that has lost most of its words is left alone.
const LONG: Duration = Duration::from_mins(1);

/// A text of fewer bytes may well lose most of them.
const SHORT: u64 = 400;

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
        return Some((Stamps::new(), disk.student(student)));
    };
    if !is_quiet(&before, settle) {
        return None;
    }
    let snapshot = disk.student(student);
    let after = disk.stamps(Some(student));
    (after.as_ref() == Some(&before)).then_some((before, snapshot))
}

/// What makes these files look like half of what was meant, compared with those
/// that the last good site was made from.
pub(super) fn doubt(
    known: &Entry,
    sources: &Stamps,
    student: &str,
    settings: &Settings,
) -> Option<Diagnostic> {
    let folder = format!("students/{student}");
    let before = known.good.iter();
    let before: Vec<_> = before
        .filter(|(path, _)| path.below(&folder).is_some())
        .collect();
    let gone = before
        .iter()
        .filter(|(path, _)| !sources.contains_key(path));
    let gone = gone.count();
    let wanted = settings.removals.contains(student);
    if before.len() >= FEW && gone * 2 > before.len() && !wanted {
        let file = RelPath::new(&format!("{folder}/student.yaml"))?;
        let fault = Diagnostic::about(Code::FilesVanished, &file);
        let fault = fault.with("student", student).with("gone", number(gone));
        return Some(fault.with("before", number(before.len())));
    }
    let long_ago = io::moment_before(LONG);
    let shrank = before.into_iter().find(|(path, size)| {
        let lost = |now: u64| **size >= SHORT && now * 5 < **size * 2;
        let stamp = sources.get(path);
        is_text(path) && stamp.is_some_and(|now| lost(now.size()) && now.is_newer(long_ago))
    });
    let (path, size) = shrank.filter(|_| !settings.settle.is_zero())?;
    let fault = Diagnostic::about(Code::TextShrank, path);
    let now = sources.get(path).map_or(0, io::Stamp::size);
    Some(fault.with("before", bytes(*size)).with("now", bytes(now)))
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
