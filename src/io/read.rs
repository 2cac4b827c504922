//! Reads a school folder, part by part.
//!
//! A disk can fail in the middle of a build, and a folder may be on a network or
//! managed by a sync program. So nothing here gives up: a file that cannot be read
//! is in the snapshot with the reason, links are never followed, and every call
//! ends within [`TIMEOUT`].

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use walkdir::{DirEntry, WalkDir};

use super::Fault;
use super::plain::read;
use super::stamp::{Stamp, Stamps};
use super::timeout::with_timeout;
use crate::build::SchoolFolder;
use crate::discover;
use crate::picture::PictureSource;
use crate::source::{
    Bytes, MAX_FILE_BYTES, MAX_PICTURE_BYTES, ReadError, RelPath, Snapshot, TRANSLATION_LOG,
    translation_log_of,
};

/// How long one call may take. A file that a sync program still has to download can
/// block whoever opens it without limit.
const TIMEOUT: Duration = Duration::from_secs(20);

/// The error message for a folder that has not answered in time.
const NO_ANSWER: &str = "it does not answer";

/// Whether `path` is a folder.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// A school folder on a disk. The files that all students share and each student's
/// folder are read one by one.
#[derive(Debug, Clone)]
pub struct Disk {
    root: PathBuf,
}

impl Disk {
    /// The school folder at `root`.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        let root = root.to_path_buf();
        Self { root }
    }

    /// The path of the school folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Identifies the folder, on systems that can: another one may be mounted in its
    /// place. Returns `None` if it is not there.
    #[must_use]
    pub fn identity(&self) -> Option<u64> {
        let root = self.root.clone();
        with_timeout(TIMEOUT, move || {
            root.metadata().ok().map(|facts| identity(&facts))
        })
        .flatten()
    }

    /// The names of the students' folders, and of anything else that is in place of
    /// one, such as a link.
    ///
    /// # Errors
    /// If `students/` cannot be listed in time.
    pub fn students(&self) -> Result<Vec<String>, Fault> {
        let folder = self.root.join("students");
        let place = folder.clone();
        let fault = |words: &dyn std::fmt::Display| Fault::new("read-folder", &folder, words);
        let names = with_timeout(TIMEOUT, move || student_names(&place));
        let names = names.ok_or_else(|| fault(&NO_ANSWER))?;
        names.map_err(|error| fault(&error))
    }

    /// Reads everything outside the students' folders.
    ///
    /// # Errors
    /// If the folder cannot be listed in time.
    pub fn shared(&self) -> Result<Snapshot, Fault> {
        let part = self.shared_part();
        let read = with_timeout(TIMEOUT, move || part.read());
        read.unwrap_or_else(|| Err(Fault::new("read-folder", &self.root, NO_ANSWER)))
    }

    /// Reads one student's folder, and that student's translation log.
    #[must_use]
    pub fn student(&self, student: &str) -> Snapshot {
        let part = self.part(student);
        let read = with_timeout(TIMEOUT, move || part.read());
        let reason = match read {
            Some(Ok(snapshot)) => return snapshot,
            Some(Err(_)) if student.contains(char::REPLACEMENT_CHARACTER) => ReadError::BadName,
            Some(Err(fault)) => ReadError::Unreadable(fault.system),
            None => ReadError::NoAnswer,
        };
        let mut snapshot = Snapshot::default();
        if let Some(folder) = RelPath::new(&format!("students/{student}")) {
            snapshot.refused.insert(folder, reason);
        }
        snapshot
    }

    /// The size and times of each file of one student, or of those that all share,
    /// without opening one. Returns `None` if they cannot be listed.
    #[must_use]
    pub fn stamps(&self, student: Option<&str>) -> Option<Stamps> {
        let part = student.map_or_else(|| self.shared_part(), |student| self.part(student));
        with_timeout(TIMEOUT, move || part.stamps()).flatten()
    }

    /// Reads one text file. Returns `None` if it cannot be read.
    #[must_use]
    pub fn text(&self, path: &RelPath) -> Option<Bytes> {
        let place = self.root.join(path.as_str());
        with_timeout(TIMEOUT, move || read(&place, MAX_FILE_BYTES).ok()).flatten()
    }

    /// Reads a picture, or another file that a snapshot only names.
    ///
    /// # Errors
    /// Why the file cannot be read now.
    pub fn attachment(&self, path: &RelPath) -> Result<Bytes, ReadError> {
        let place = self.root.join(path.as_str());
        let read = with_timeout(TIMEOUT, move || read(&place, MAX_PICTURE_BYTES));
        read.unwrap_or(Err(ReadError::NoAnswer))
    }

    fn shared_part(&self) -> Part {
        Part {
            root: self.root.clone(),
            below: self.root.clone(),
            translation_log: RelPath::new(TRANSLATION_LOG),
            students: false,
        }
    }

    fn part(&self, student: &str) -> Part {
        Part {
            root: self.root.clone(),
            below: self.root.join("students").join(student),
            translation_log: translation_log_of(student),
            students: true,
        }
    }
}

impl PictureSource for Disk {
    fn read(&self, path: &RelPath) -> Result<Bytes, ReadError> {
        self.attachment(path)
    }
}

impl SchoolFolder for Disk {
    fn student(&self, student: &str) -> Snapshot {
        Self::student(self, student)
    }

    fn text(&self, path: &RelPath) -> Option<Bytes> {
        Self::text(self, path)
    }
}

#[cfg(unix)]
fn identity(facts: &fs::Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt as _;
    facts.dev().rotate_left(32) ^ facts.ino()
}

#[cfg(not(unix))]
fn identity(_: &fs::Metadata) -> u64 {
    0
}

/// Everything in `folder`, except for files and hidden folders. Empty if there is
/// no such folder, or a link in its place.
fn student_names(folder: &Path) -> std::io::Result<Vec<String>> {
    match folder.symlink_metadata() {
        Ok(facts) if facts.is_dir() => {}
        Ok(_) => return Ok(Vec::new()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = as_written(&entry.file_name());
        if !name.starts_with('.') && !entry.file_type()?.is_file() {
            names.push(name);
        }
    }
    Ok(names)
}

/// A part of a school folder: one student's folder, or everything else.
struct Part {
    root: PathBuf,
    /// The folder that is read.
    below: PathBuf,
    /// The path of the translation log, the only hidden file that is read. Schools
    /// without translations have none.
    translation_log: Option<RelPath>,
    /// Whether this is a student's folder. The shared part leaves those out.
    students: bool,
}

impl Part {
    fn read(&self) -> Result<Snapshot, Fault> {
        let mut snapshot = Snapshot::default();
        for entry in self.entries() {
            match entry {
                Ok(entry) => self.take(&mut snapshot, &entry),
                Err(error) if error.depth() == 0 => {
                    return Err(Fault::new("read-folder", &self.below, of_system(error)));
                }
                Err(error) => {
                    let path = error.path().and_then(|path| self.relative(path));
                    if let Some(path) = path {
                        let reason = ReadError::Unreadable(of_system(error));
                        snapshot.refused.insert(path, reason);
                    }
                }
            }
        }
        self.take_translation_log(&mut snapshot);
        Ok(snapshot)
    }

    fn stamps(&self) -> Option<Stamps> {
        let mut stamps = Stamps::new();
        for entry in self.entries() {
            let entry = entry.ok()?;
            let path = self.relative(entry.path())?;
            // Editors and network disks write such files all the time.
            if discover::is_left_behind(&path) {
                continue;
            }
            // A file that has just been removed is missing next time, too.
            if let Ok(facts) = entry.path().symlink_metadata() {
                stamps.insert(path, Stamp::of(&facts));
            }
        }
        if let Some(path) = &self.translation_log
            && let Ok(facts) = self.root.join(path.as_str()).symlink_metadata()
        {
            stamps.insert(path.clone(), Stamp::of(&facts));
        }
        Some(stamps)
    }

    fn entries(&self) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
        let students = self.root.join("students");
        let shared = !self.students;
        let walk = WalkDir::new(&self.below)
            .follow_links(false)
            .follow_root_links(false)
            .sort_by_file_name();
        let open = move |entry: &DirEntry| {
            let student = shared && entry.path().parent() == Some(&students);
            is_open(entry) && (!student || entry.file_type().is_file())
        };
        let entries = walk.into_iter().filter_entry(open);
        entries.filter(|entry| !matches!(entry, Ok(entry) if entry.file_type().is_dir()))
    }

    fn relative(&self, path: &Path) -> Option<RelPath> {
        let below = path.strip_prefix(&self.root).ok()?;
        let parts: Vec<_> = below.iter().map(as_written).collect();
        RelPath::new(&parts.join("/"))
    }

    fn take(&self, snapshot: &mut Snapshot, entry: &DirEntry) {
        let Some(path) = self.relative(entry.path()) else {
            return;
        };
        if self.root.join(path.as_str()) != entry.path() {
            snapshot.refused.insert(path, ReadError::BadName);
            return;
        }
        if !entry.file_type().is_file() {
            snapshot.refused.insert(path, ReadError::NotAFile);
            return;
        }
        let place = entry.path().to_path_buf();
        if is_text(&place) {
            keep(snapshot, path, read(&place, MAX_FILE_BYTES));
        } else {
            snapshot.others.insert(path);
        }
    }

    fn take_translation_log(&self, snapshot: &mut Snapshot) {
        let Some(path) = &self.translation_log else {
            return;
        };
        let place = self.root.join(path.as_str());
        if place.symlink_metadata().is_err() {
            return;
        }
        let bytes = if own_folder(&place, &self.root) {
            read(&place, MAX_FILE_BYTES)
        } else {
            Err(ReadError::NotAFile)
        };
        keep(snapshot, path.clone(), bytes);
    }
}

/// The message of the system alone, without the path that `walkdir` adds.
fn of_system(error: walkdir::Error) -> String {
    let words = error.to_string();
    let system = error.into_io_error();
    system.map_or(words, |system| system.to_string())
}

/// A name as text. Characters that a [`RelPath`] cannot hold are replaced, so that
/// no file is found under it.
fn as_written(name: &OsStr) -> String {
    let name = name.to_string_lossy();
    name.replace('\\', char::REPLACEMENT_CHARACTER.encode_utf8(&mut [0; 4]))
}

fn keep(snapshot: &mut Snapshot, path: RelPath, bytes: Result<Bytes, ReadError>) {
    match bytes {
        Ok(bytes) => drop(snapshot.files.insert(path, bytes)),
        Err(reason) => drop(snapshot.refused.insert(path, reason)),
    }
}

/// Whether every folder between `root` and `place` is a real folder, not a link.
pub(super) fn own_folder(place: &Path, root: &Path) -> bool {
    let folders = place.ancestors().skip(1);
    let mut between = folders.take_while(|folder| *folder != root);
    between.all(|folder| folder.symlink_metadata().is_ok_and(|facts| facts.is_dir()))
}

/// Whether an entry is read: hidden folders belong to editors, version control and
/// kinfolio itself.
fn is_open(entry: &DirEntry) -> bool {
    let hidden = entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
    !(hidden && entry.file_type().is_dir())
}

fn is_text(place: &Path) -> bool {
    matches!(
        place.extension().and_then(|e| e.to_str()),
        Some("yaml" | "yml" | "md" | "csv" | "tsv" | "ftl" | "html" | "css")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_cannot_be_opened_has_the_message_of_the_system() {
        let folder = tempfile::tempdir().unwrap();
        let part = Disk::new(folder.path()).student("ana");
        let words = std::io::Error::from_raw_os_error(2).to_string();
        let expected = [ReadError::Unreadable(words)];
        assert!(part.refused.values().eq(&expected), "{:?}", part.refused);
    }
}
