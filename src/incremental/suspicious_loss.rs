//! Files that look like half of what was meant: most of them are gone, or a text has
//! just lost most of its bytes, compared with the last good build. A share that was
//! unmounted or a sync program that copies file by file leaves a folder like that,
//! and the pages made from it would look complete.

use std::collections::BTreeMap;
use std::time::Duration;

use super::Settings;
use super::site_store::site_name;
use crate::diagnostic::{Code, Diagnostic};
use crate::io::{self, Stamp, Stamps};
use crate::source::RelPath;

/// How long kinfolio waits for the rest of a text that has lost most of its bytes.
const TEXT_WAIT: Duration = Duration::from_mins(1);

/// A text of fewer bytes than this may lose most of them in normal editing.
const SHORT: u64 = 400;

/// A folder of fewer files than this may lose most of them in normal work.
const FEW: usize = 4;

/// The files that the last good site was made from, and their sizes in bytes.
pub(super) type LastGoodFiles = BTreeMap<RelPath, u64>;

/// Why files look incomplete, with the diagnostic that says so.
#[derive(Debug)]
pub(super) enum Loss {
    /// Most files of the last good build are missing.
    MostlyMissing(Diagnostic),
    /// A text has just lost most of its bytes.
    TextShrank(Diagnostic),
}

impl Loss {
    pub(super) fn into_diagnostic(self) -> Diagnostic {
        match self {
            Self::MostlyMissing(diagnostic) | Self::TextShrank(diagnostic) => diagnostic,
        }
    }
}

/// Compares one student's files with those of the last good build.
///
/// If files were missing before (`awaiting_files`), nearly all of them have to be
/// back, because a sync program brings them back one by one.
pub(super) fn of_student(
    student: &str,
    last_good: &LastGoodFiles,
    awaiting_files: bool,
    now: &Stamps,
    settings: &Settings,
) -> Option<Loss> {
    let folder = format!("students/{student}");
    let own: LastGoodFiles = last_good
        .iter()
        .filter(|(path, _)| path.below(&folder).is_some())
        .map(|(path, size)| (path.clone(), *size))
        .collect();
    let gone = own.keys().filter(|path| !now.contains_key(path)).count();
    let most_are_gone = own.len() >= FEW && gone * 2 > own.len();
    let missing = most_are_gone
        .then_some(Missing {
            folder: &folder,
            gone,
            before: own.len(),
        })
        .or_else(|| emptied_folder(&own, awaiting_files, now, &|_| false));
    let is_confirmed = settings.removals.contains(&site_name(student));
    if let Some(missing) = missing.filter(|_| !is_confirmed) {
        let file = RelPath::of_student(student, "student.yaml")?;
        return Some(missing.at(&file, student));
    }
    shrunk_text(&own, now, settings)
}

/// Compares the files that all students share with those of the last good build.
pub(super) fn of_shared_files(
    last_good: &LastGoodFiles,
    awaiting_files: bool,
    now: &Stamps,
    settings: &Settings,
) -> Option<Loss> {
    let is_confirmed = |folder: &str| settings.removals.contains(folder);
    if let Some(missing) = emptied_folder(last_good, awaiting_files, now, &is_confirmed) {
        let file = RelPath::new(missing.folder)?;
        return Some(missing.at(&file, missing.folder));
    }
    shrunk_text(last_good, now, settings)
}

/// A folder from which files are missing.
struct Missing<'a> {
    folder: &'a str,
    gone: usize,
    before: usize,
}

impl Missing<'_> {
    /// The diagnostic about `file`; `confirm` is what a teacher confirms if the
    /// files were removed on purpose.
    fn at(&self, file: &RelPath, confirm: &str) -> Loss {
        Loss::MostlyMissing(
            Diagnostic::about(Code::FilesVanished, file)
                .with("folder", self.folder)
                .with("gone", number(self.gone))
                .with("before", number(self.before))
                .with("student", confirm),
        )
    }
}

/// A folder that had files and has none now, or, if kinfolio is waiting for files,
/// not nearly all of them.
fn emptied_folder<'a>(
    last_good: &'a LastGoodFiles,
    awaiting_files: bool,
    now: &Stamps,
    is_confirmed: &dyn Fn(&str) -> bool,
) -> Option<Missing<'a>> {
    let mut folders: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for path in last_good.keys() {
        if let Some(folder) = path.folder() {
            let (gone, before) = folders.entry(folder).or_default();
            *before += 1;
            *gone += usize::from(!now.contains_key(path));
        }
    }
    let holds_any = |folder: &str| now.keys().any(|path| path.below(folder).is_some());
    folders
        .into_iter()
        .map(|(folder, (gone, before))| Missing {
            folder,
            gone,
            before,
        })
        .find(|missing| {
            let is_lost = if awaiting_files {
                missing.gone * 10 > missing.before
            } else {
                !holds_any(missing.folder)
            };
            is_lost && missing.before >= FEW && !is_confirmed(missing.folder)
        })
}

/// A text that has just lost most of its bytes.
fn shrunk_text(last_good: &LastGoodFiles, now: &Stamps, settings: &Settings) -> Option<Loss> {
    if settings.settle.is_zero() {
        return None;
    }
    let long_ago = io::moment_before(TEXT_WAIT);
    let (path, before, now) = last_good
        .iter()
        .filter(|(path, _)| is_text(path))
        .filter_map(|(path, before)| Some((path, *before, now.get(path)?)))
        .find(|(_, before, now)| {
            *before >= SHORT && now.size() * 5 < before * 2 && now.is_newer(long_ago)
        })?;
    Some(Loss::TextShrank(
        Diagnostic::about(Code::TextShrank, path)
            .with("before", bytes(before))
            .with("now", bytes(now.size())),
    ))
}

/// The sizes of files.
pub(super) fn sizes(stamps: &Stamps) -> LastGoodFiles {
    let size = |(path, stamp): (&RelPath, &Stamp)| (path.clone(), stamp.size());
    stamps.iter().map(size).collect()
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
