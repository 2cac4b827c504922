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

/// How long a folder may take to answer. A file that a sync program still has
/// to fetch can hold up whoever reads it for as long as it likes.
const PATIENCE: Duration = Duration::from_secs(20);

/// What is said of a folder that has not answered.
const SILENT: &str = "it does not answer";

/// Whether `path` is a folder that can be looked into.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// A school folder on a disk, read part by part: what all students share, and
/// each student's own folder. Links are never followed; what cannot be read is
/// in the snapshot with the reason, and everything else is read on.
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

    /// Where it is.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Which folder it is, where the system knows: another one may be mounted in
    /// its place. Nothing comes back when it is not there.
    #[must_use]
    pub fn identity(&self) -> Option<u64> {
        let root = self.root.clone();
        with_timeout(PATIENCE, move || {
            root.metadata().ok().map(|facts| which(&facts))
        })
        .flatten()
    }

    /// The names of the students' folders, and of whatever else stands in the
    /// place of one.
    ///
    /// # Errors
    /// When the folder cannot be listed, or does not answer.
    pub fn students(&self) -> Result<Vec<String>, Fault> {
        let folder = self.root.join("students");
        let place = folder.clone();
        let fault = |words: &dyn std::fmt::Display| Fault::new("read-folder", &folder, words);
        let names = with_timeout(PATIENCE, move || student_names(&place));
        let names = names.ok_or_else(|| fault(&SILENT))?;
        names.map_err(|error| fault(&error))
    }

    /// Everything outside the students' folders.
    ///
    /// # Errors
    /// When the folder cannot be listed, or does not answer.
    pub fn shared(&self) -> Result<Snapshot, Fault> {
        let part = self.shared_part();
        let read = with_timeout(PATIENCE, move || part.read());
        read.unwrap_or_else(|| Err(Fault::new("read-folder", &self.root, SILENT)))
    }

    /// One student's folder, and what is remembered of its translations.
    #[must_use]
    pub fn student(&self, student: &str) -> Snapshot {
        let part = self.part(student);
        let read = with_timeout(PATIENCE, move || part.read());
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

    /// What a look at one student's folder, or at what all share, says of its
    /// files, without opening one. Nothing comes back when it cannot be listed.
    #[must_use]
    pub fn stamps(&self, student: Option<&str>) -> Option<Stamps> {
        let part = student.map_or_else(|| self.shared_part(), |student| self.part(student));
        with_timeout(PATIENCE, move || part.stamps()).flatten()
    }

    /// One text file, as it is now.
    #[must_use]
    pub fn text(&self, path: &RelPath) -> Option<Bytes> {
        let place = self.root.join(path.as_str());
        with_timeout(PATIENCE, move || read(&place, MAX_FILE_BYTES).ok()).flatten()
    }

    /// The contents of a picture, or of another file that a snapshot names without
    /// them.
    ///
    /// # Errors
    /// Why the file cannot be read now.
    pub fn attachment(&self, path: &RelPath) -> Result<Bytes, ReadError> {
        let place = self.root.join(path.as_str());
        let read = with_timeout(PATIENCE, move || read(&place, MAX_PICTURE_BYTES));
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
fn which(facts: &fs::Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt as _;
    facts.dev().rotate_left(32) ^ facts.ino()
}

#[cfg(not(unix))]
fn which(_: &fs::Metadata) -> u64 {
    0
}

/// What stands in `folder`, but for files and what is hidden. A school without
/// students, or with a link in the place of their folder, has none.
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

/// A part of a school folder.
struct Part {
    root: PathBuf,
    /// Where it begins.
    below: PathBuf,
    /// The one hidden file that is read. Most schools have had no build that
    /// wrote it, or no language to translate into.
    translation_log: Option<RelPath>,
    /// Whether students' folders belong to it.
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
        self.take_memory(&mut snapshot);
        Ok(snapshot)
    }

    fn stamps(&self) -> Option<Stamps> {
        let mut stamps = Stamps::new();
        for entry in self.entries() {
            let entry = entry.ok()?;
            let path = self.relative(entry.path())?;
            // An editor may write such a file all the time, and a disk make or
            // remove one for each file.
            if discover::is_left_behind(&path) {
                continue;
            }
            // One that has gone in between is seen to be gone next time.
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

    fn take_memory(&self, snapshot: &mut Snapshot) {
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

/// The system's own words; where they are is told beside them.
fn of_system(error: walkdir::Error) -> String {
    let words = error.to_string();
    let system = error.into_io_error();
    system.map_or(words, |system| system.to_string())
}

/// A name as it can be written down: what no path of ours may hold is replaced
/// by a sign that stands for nothing, so that nothing is found under it.
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

/// Whether every folder between `root` and `place` is a folder itself, and no
/// link to one elsewhere.
pub(super) fn own_folder(place: &Path, root: &Path) -> bool {
    let folders = place.ancestors().skip(1);
    let mut between = folders.take_while(|folder| *folder != root);
    between.all(|folder| folder.symlink_metadata().is_ok_and(|facts| facts.is_dir()))
}

/// Hidden folders belong to editors, version control and the tool itself.
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
    fn what_does_not_open_is_told_in_the_systems_words_alone() {
        let folder = tempfile::tempdir().unwrap();
        let part = Disk::new(folder.path()).student("ana");
        let words = std::io::Error::from_raw_os_error(2).to_string();
        let expected = [ReadError::Unreadable(words)];
        assert!(part.refused.values().eq(&expected), "{:?}", part.refused);
    }
}
