//! Reads a school folder, part by part.
//!
//! A disk can fail in the middle of a build, and a folder may be on a network or
//! managed by a sync program. So nothing here gives up: a file that cannot be read
//! is in the snapshot with the reason, links are never followed, and every call
//! ends if there was no answer for as long as [`TIMEOUT`].

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::Fault;
use super::part::{Part, as_written};
use super::plain::read;
use super::progress::Progress;
use super::questions::{Question, Questions};
use super::stamp::Stamps;
use super::timeout::{while_it_answers, with_timeout};
use crate::build::SchoolFolder;
use crate::picture::PictureSource;
use crate::source::{
    Bytes, MAX_FILE_BYTES, MAX_PICTURE_BYTES, ReadError, RelPath, Snapshot, TRANSLATION_LOG,
    translation_log_of,
};

/// How long one answer may take. A file that a sync program still has to download can
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
    questions: Questions,
}

impl Disk {
    /// The school folder at `root`.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            questions: Questions::default(),
        }
    }

    /// The path of the school folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// How many answers the folder has given and how many students are done, to show what
    /// a run is waiting for.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.questions.progress.clone()
    }

    /// Does `work`, which reads from this folder, for each of `items`, and returns the
    /// results in the same order. Uses all cores, or many more threads if the folder
    /// answers slowly: they mostly wait.
    pub fn work_on_each<T: Sync, R: Send>(
        &self,
        items: &[T],
        work: impl Fn(&T) -> R + Sync + Send,
    ) -> Vec<R> {
        self.questions.work_on_each(items, work)
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
        let questions = self.questions.of_part();
        let answers = Arc::clone(&questions.answers);
        let names = while_it_answers(TIMEOUT, &answers, move || student_names(&place, &questions));
        let names = names.ok_or_else(|| fault(&NO_ANSWER))?;
        names.map_err(|error| fault(&error))
    }

    /// Reads everything outside the students' folders.
    ///
    /// # Errors
    /// If the folder cannot be listed in time.
    pub fn shared(&self) -> Result<Snapshot, Fault> {
        let part = self.shared_part();
        let read = part.ask(Part::read);
        read.unwrap_or_else(|| Err(Fault::new("read-folder", &self.root, NO_ANSWER)))
    }

    /// Reads one student's folder, and that student's translation log.
    #[must_use]
    pub fn student(&self, student: &str) -> Snapshot {
        let part = self.part(student);
        let read = part.ask(Part::read);
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
        part.ask(Part::stamps).flatten()
    }

    /// Reads one text file. Returns `None` if it cannot be read.
    #[must_use]
    pub fn text(&self, path: &RelPath) -> Option<Bytes> {
        let place = self.root.join(path.as_str());
        self.read_one(place, MAX_FILE_BYTES).ok()
    }

    /// Reads a picture, or another file that a snapshot only names.
    ///
    /// # Errors
    /// Why the file cannot be read now.
    pub fn attachment(&self, path: &RelPath) -> Result<Bytes, ReadError> {
        let place = self.root.join(path.as_str());
        self.read_one(place, MAX_PICTURE_BYTES)
    }

    fn read_one(&self, place: PathBuf, most: u64) -> Result<Bytes, ReadError> {
        let questions = self.questions.clone();
        let read = move || questions.ask(Question::Read, || read(&place, most));
        with_timeout(TIMEOUT, read).unwrap_or(Err(ReadError::NoAnswer))
    }

    fn shared_part(&self) -> Part {
        Part {
            root: self.root.clone(),
            below: self.root.clone(),
            translation_log: RelPath::new(TRANSLATION_LOG),
            students: false,
            questions: self.questions.of_part(),
        }
    }

    fn part(&self, student: &str) -> Part {
        Part {
            root: self.root.clone(),
            below: self.root.join("students").join(student),
            translation_log: translation_log_of(student),
            students: true,
            questions: self.questions.of_part(),
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

    fn student_done(&self) {
        self.questions.progress.student_done();
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
fn student_names(folder: &Path, questions: &Questions) -> std::io::Result<Vec<String>> {
    match questions.ask(Question::Look, || folder.symlink_metadata()) {
        Ok(facts) if facts.is_dir() => {}
        Ok(_) => return Ok(Vec::new()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    }
    let mut names = Vec::new();
    for entry in questions.ask(Question::List, || fs::read_dir(folder))? {
        let entry = entry?;
        let name = as_written(&entry.file_name());
        if !name.starts_with('.') && !entry.file_type()?.is_file() {
            names.push(name);
        }
    }
    Ok(names)
}

impl Part {
    /// Lets `ask` run for as long as there are answers.
    fn ask<T: Send + 'static>(self, ask: fn(&Self) -> T) -> Option<T> {
        let answers = Arc::clone(&self.questions.answers);
        while_it_answers(TIMEOUT, &answers, move || ask(&self))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::Ordering;

    use super::super::questions::AT_ONCE;
    use super::super::questions::slow_disk::SlowDisk;
    use super::*;

    #[test]
    fn a_folder_that_cannot_be_opened_has_the_message_of_the_system() {
        let folder = tempfile::tempdir().unwrap();
        let part = Disk::new(folder.path()).student("ana");
        let words = std::io::Error::from_raw_os_error(2).to_string();
        let expected = [ReadError::Unreadable(words)];
        assert!(part.refused.values().eq(&expected), "{:?}", part.refused);
    }

    /// A school folder with these files on a disk that answers slowly.
    fn slow_school(files: &[String]) -> (tempfile::TempDir, Disk, Arc<SlowDisk>) {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let place = folder.path().join(file);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, "x").unwrap();
        }
        let slow = SlowDisk::new();
        let mut disk = Disk::new(folder.path());
        disk.questions.slow_disk = Some(Arc::clone(&slow));
        (folder, disk, slow)
    }

    #[test]
    fn nothing_is_asked_twice() {
        let files = [
            "school.yaml",
            "library/tips/one.md",
            "library/tips/two.md",
            ".git/config",
            "students/ana/student.yaml",
            "students/ana/goals/reading.yaml",
            "students/ana/files/tower.jpg",
            "students/ana/MESSAGES.txt",
            "students/ben/student.yaml",
        ];
        let (_folder, disk, slow) = slow_school(&files.map(str::to_owned));
        let check = |ask: &dyn Fn(), folders: usize, looks: usize, reads: usize| {
            ask();
            assert_eq!(slow.counts(), [folders, looks, reads]);
        };
        let (students, shared, own, log) = (1, 1, 1, 1);
        check(&|| drop(disk.students()), 1, students, 0);
        check(&|| drop(disk.stamps(Some("ana"))), 3, own + 3 + log, 0);
        check(&|| drop(disk.student("ana")), 3, own + log, 2);
        // Only `students/` itself is listed, not the folders in it.
        check(&|| drop(disk.stamps(None)), 4, shared + 3 + log, 0);
        check(&|| drop(disk.shared()), 4, shared + log, 3);
        let file = RelPath::new("students/ben/student.yaml").unwrap();
        check(&|| drop(disk.text(&file)), 0, 0, 1);
        let progress = disk.progress();
        let counts = [
            progress.folders_listed(),
            progress.files_looked_at(),
            progress.files_read(),
        ];
        assert_eq!(counts, [15, 15, 6]);
    }

    #[test]
    fn a_slow_disk_is_asked_many_questions_at_a_time() {
        let names: Vec<String> = (0..40).map(|number| format!("s{number}")).collect();
        let file = |name: &String| format!("students/{name}/student.yaml");
        let library = (0..40).map(|number| format!("library/tips/{number}.md"));
        let files: Vec<String> = names.iter().map(file).chain(library).collect();
        let check = |ask: &dyn Fn(&Disk)| {
            let (_folder, disk, slow) = slow_school(&files);
            ask(&disk);
            let most = slow.most_at_once.load(Ordering::SeqCst);
            assert!((4..=AT_ONCE).contains(&most), "{most}");
        };
        check(&|disk| drop(disk.stamps(None)));
        check(&|disk| drop(disk.shared()));
        check(&|disk| {
            assert_eq!(disk.students().unwrap().len(), 40);
            let stamps = disk.work_on_each(&names, |name| disk.stamps(Some(name)));
            assert!(stamps.into_iter().all(|stamps| stamps.unwrap().len() == 1));
        });
        // A quick disk needs no more threads than there are cores.
        let (_folder, mut disk, _) = slow_school(&files);
        let quick = Arc::new(SlowDisk::default());
        disk.questions.slow_disk = Some(Arc::clone(&quick));
        drop(disk.stamps(None));
        assert_eq!(quick.most_at_once.load(Ordering::SeqCst), 1);
    }
}
