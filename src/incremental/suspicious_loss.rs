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

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn settings(confirmed: &[&str]) -> Settings {
        Settings {
            keys: None,
            keyrings: std::sync::Arc::default(),
            stopwatch: crate::io::Stopwatch::default(),
            plain: false,
            out: PathBuf::new(),
            work: None,
            settle: Duration::from_secs(2),
            all: false,
            rounds: 1,
            removals: confirmed.iter().map(|&one| one.to_owned()).collect(),
        }
    }

    /// Files of Ana that were written `seconds` ago: `about.md=900` has 900 bytes.
    fn files(list: &str, seconds: u64) -> Stamps {
        let written = io::moment_before(Duration::from_secs(seconds));
        list.split_whitespace()
            .map(|file| {
                let (name, size) = file.split_once('=').unwrap_or((file, "9"));
                let path = RelPath::of_student("ana", name).unwrap();
                let size = size.parse().unwrap();
                (path, Stamp::from((size, written, written, 1)))
            })
            .collect()
    }

    #[test]
    fn files_that_vanish_together_look_like_a_loss() {
        let check = |before: &str, now: &str, awaiting_files: bool, confirmed: &[&str]| {
            let before = sizes(&files(before, 0));
            let now = files(now, 0);
            let settings = settings(confirmed);
            let loss = of_student("ana", &before, awaiting_files, &now, &settings);
            matches!(loss, Some(Loss::MostlyMissing(_)))
        };
        let (few, many) = ("a b c", "a b c d e f g h i j k l");
        let goals = "goals/1 goals/2 goals/3 goals/4";
        let all = format!("{many} {goals}");
        assert!(!check(few, "", false, &[]));
        assert!(!check("a b c d", "a b", false, &[]));
        assert!(check("a b c d", "a", false, &[]));
        assert!(!check("a b c d", "a", false, &["ana"]));
        assert!(check("a b c d", "a", false, &["ben"]));
        // A folder is empty now.
        assert!(check(&all, many, false, &[]));
        assert!(!check(&all, &format!("{many} goals/1"), false, &[]));
        assert!(!check(&all, &format!("{many} goals/5"), false, &[]));
        // Once files are missing, nearly all have to be back.
        assert!(check(&all, &format!("{many} goals/1 goals/2"), true, &[]));
        assert!(!check(&all, &all, true, &[]));
    }

    #[test]
    fn a_text_that_has_just_shrunk_looks_like_a_loss() {
        let check = |before: &str, now: &str, seconds: u64| {
            let before = sizes(&files(before, 0));
            let now = files(now, seconds);
            let loss = of_student("ana", &before, false, &now, &settings(&[]));
            matches!(loss, Some(Loss::TextShrank(_)))
        };
        assert!(check("a.md=900", "a.md=300", 1));
        assert!(!check("a.md=900", "a.md=400", 1));
        assert!(!check("a.md=300", "a.md=1", 1), "a short text");
        assert!(!check("a.jpg=900", "a.jpg=1", 1), "not a text");
        assert!(!check("a.md=900", "a.md=300", 90), "a minute ago");
        assert!(!check("a.md=900", "", 1), "removed");
    }

    #[test]
    fn shared_folders_are_compared_one_by_one() {
        let shared = |list: &[&str]| -> Stamps {
            let stamp = Stamp::from((9, 0, 0, 1));
            let path = |path: &&str| (RelPath::new(path).unwrap(), stamp);
            list.iter().map(path).collect()
        };
        let tips = [
            "library/tips/a.md",
            "library/tips/b.md",
            "library/tips/c.md",
        ];
        let four = [&tips[..], &["library/tips/d.md"]].concat();
        let check = |before: &[&str], confirmed: &[&str]| {
            let before = sizes(&shared(before));
            let now = shared(&["school.yaml"]);
            of_shared_files(&before, false, &now, &settings(confirmed)).is_some()
        };
        assert!(!check(&tips, &[]));
        assert!(check(&four, &[]));
        assert!(!check(&four, &["library/tips"]));
    }
}
