//! One part of a school folder, listed or read: a student's folder, or everything
//! that is in none.

use std::ffi::OsStr;
use std::fs::{self, DirEntry, FileType};
use std::io;
use std::path::{Path, PathBuf};

use super::Fault;
use super::plain::read;
use super::questions::{Question, Questions};
use super::stamp::{Stamp, Stamps};
use crate::discover;
use crate::source::{Bytes, MAX_FILE_BYTES, ReadError, RelPath, Snapshot};

/// A part of a school folder: one student's folder, or everything else.
pub(super) struct Part {
    /// The school folder.
    pub(super) root: PathBuf,
    /// The folder that is read.
    pub(super) below: PathBuf,
    /// The path of the translation log, the only hidden file that is read. Schools
    /// without translations have none.
    pub(super) translation_log: Option<RelPath>,
    /// Whether this is a student's folder. The shared part leaves those out.
    pub(super) students: bool,
    /// The questions about this part.
    pub(super) questions: Questions,
}

/// Something in the part that is no folder.
struct Entry {
    place: PathBuf,
    kind: FileType,
}

/// A file or a folder about which the system has no answer.
type NoAnswer = (PathBuf, io::Error);

/// What is known of one entry after it was read.
enum ReadEntry {
    /// A file, or why it cannot be read.
    File(RelPath, Result<Bytes, ReadError>),
    /// A file that a snapshot only names.
    Other(RelPath),
}

impl Part {
    /// Reads the files.
    pub(super) fn read(&self) -> Result<Snapshot, Fault> {
        let mut snapshot = Snapshot::default();
        let entries = self.each_entry(|entry| self.read_entry(entry));
        let entries = entries.map_err(|error| Fault::new("read-folder", &self.below, error))?;
        for entry in entries {
            match entry {
                Ok(Some(ReadEntry::File(path, bytes))) => keep(&mut snapshot, path, bytes),
                Ok(Some(ReadEntry::Other(path))) => drop(snapshot.others.insert(path)),
                Ok(None) => {}
                Err((place, error)) => {
                    if let Some(path) = self.relative(&place) {
                        let reason = ReadError::Unreadable(error.to_string());
                        snapshot.refused.insert(path, reason);
                    }
                }
            }
        }
        self.take_translation_log(&mut snapshot);
        Ok(snapshot)
    }

    /// The stamps of the files. `None` if they cannot be listed.
    pub(super) fn stamps(&self) -> Option<Stamps> {
        let mut stamps = Stamps::new();
        let entries = self.each_entry(|entry| {
            let path = self.relative(&entry.place)?;
            // Editors and network disks write such files all the time.
            let is_looked_at = !discover::is_left_behind(&path);
            let stamp = is_looked_at.then(|| self.stamp(&entry.place)).flatten();
            Some((path, stamp))
        });
        for entry in entries.ok()? {
            // A file that has just been removed is missing next time, too.
            if let (path, Some(stamp)) = entry.ok()?? {
                stamps.insert(path, stamp);
            }
        }
        if let Some(path) = &self.translation_log
            && let Some(stamp) = self.stamp(&self.root.join(path.as_str()))
        {
            stamps.insert(path.clone(), stamp);
        }
        Some(stamps)
    }

    /// The stamp of a file, from the file itself: on some disks the list of a folder
    /// has old sizes and times. Shares that sent them with the list answer this
    /// without asking again, so a file is looked at right after its folder is listed.
    fn stamp(&self, place: &Path) -> Option<Stamp> {
        self.questions.ask(Question::Look, || Stamp::at(place))
    }

    /// Asks about everything that is no folder, folder by folder.
    ///
    /// # Errors
    /// The system error if the folder of this part cannot be listed.
    fn each_entry<T: Send>(
        &self,
        ask: impl Fn(&Entry) -> T + Sync,
    ) -> io::Result<Vec<Result<T, NoAnswer>>> {
        let below = || fs::symlink_metadata(&self.below);
        let kind = self.questions.ask(Question::Look, below)?.file_type();
        if !kind.is_dir() {
            let place = self.below.clone();
            return Ok(vec![Ok(ask(&Entry { place, kind }))]);
        }
        let mut answers = Vec::new();
        let mut folders = vec![self.below.clone()];
        while let Some(folder) = folders.pop() {
            let mut entries = Vec::new();
            match self.list(&folder) {
                Ok(list) => {
                    for entry in list {
                        match entry {
                            Ok(entry) if entry.kind.is_dir() => folders.push(entry.place),
                            Ok(entry) => entries.push(entry),
                            Err(error) => answers.push(Err((folder.clone(), error))),
                        }
                    }
                }
                Err(error) if folder == self.below => return Err(error),
                Err(error) => answers.push(Err((folder, error))),
            }
            answers.extend(self.questions.each(&entries, &ask).into_iter().map(Ok));
        }
        Ok(answers)
    }

    /// What is in a folder, without what is not read.
    fn list(&self, folder: &Path) -> io::Result<Vec<io::Result<Entry>>> {
        let inside = self
            .questions
            .ask(Question::List, || fs::read_dir(folder))?;
        let is_of_students = !self.students && folder == self.root.join("students");
        let entry = |entry: io::Result<DirEntry>| {
            let entry = entry?;
            let (place, kind) = (entry.path(), entry.file_type()?);
            // Hidden folders belong to editors, version control and kinfolio itself.
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            let is_left_out = (is_hidden && kind.is_dir()) || (is_of_students && !kind.is_file());
            Ok((!is_left_out).then_some(Entry { place, kind }))
        };
        Ok(inside.map(entry).filter_map(Result::transpose).collect())
    }

    fn relative(&self, path: &Path) -> Option<RelPath> {
        let below = path.strip_prefix(&self.root).ok()?;
        let parts: Vec<_> = below.iter().map(as_written).collect();
        RelPath::new(&parts.join("/"))
    }

    fn read_entry(&self, entry: &Entry) -> Option<ReadEntry> {
        let path = self.relative(&entry.place)?;
        Some(if self.root.join(path.as_str()) != entry.place {
            ReadEntry::File(path, Err(ReadError::BadName))
        } else if !entry.kind.is_file() {
            ReadEntry::File(path, Err(ReadError::NotAFile))
        } else if is_text(&entry.place) {
            let read = || read(&entry.place, MAX_FILE_BYTES);
            ReadEntry::File(path, self.questions.ask(Question::Read, read))
        } else {
            ReadEntry::Other(path)
        })
    }

    fn take_translation_log(&self, snapshot: &mut Snapshot) {
        let Some(path) = &self.translation_log else {
            return;
        };
        let place = self.root.join(path.as_str());
        if self.stamp(&place).is_none() {
            return;
        }
        let bytes = if own_folder(&place, &self.root) {
            let read = || read(&place, MAX_FILE_BYTES);
            self.questions.ask(Question::Read, read)
        } else {
            Err(ReadError::NotAFile)
        };
        keep(snapshot, path.clone(), bytes);
    }
}

/// A name as text. Characters that a [`RelPath`] cannot hold are replaced, so that
/// no file is found under it.
pub(super) fn as_written(name: &OsStr) -> String {
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

fn is_text(place: &Path) -> bool {
    matches!(
        place.extension().and_then(|e| e.to_str()),
        Some("yaml" | "yml" | "md" | "csv" | "tsv" | "ftl" | "html" | "css")
    )
}
