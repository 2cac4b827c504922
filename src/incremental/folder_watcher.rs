//! Follows a school folder: which students' folders to check, and when.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::discover::is_left_behind;
use crate::io::watch::{ChangeListener, News, Since};
use crate::io::{self, Disk, Fault};
use crate::source::RelPath;

/// How long to wait for what.
#[derive(Debug, Clone, Copy)]
pub struct WatchTiming {
    /// How long no file must have been saved. Editors save in several steps, and sync
    /// programs file by file.
    pub quiet: Duration,
    /// How long to wait at most while one save follows another.
    pub longest: Duration,
    /// How often to scan the complete folder, whatever the system reports.
    pub look: Duration,
}

/// What to check now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WatchEvent {
    /// These students' folders.
    Students(BTreeSet<String>),
    /// The complete school.
    All,
    /// Nothing, because the school folder is not there.
    Gone,
    /// Nothing, because a person or the system asked the program to stop.
    End,
}

/// Follows a school folder. It uses the events of the system, and scans everything now
/// and then, because shares, full queues and lost watches report nothing.
pub struct FolderWatcher {
    disk: Disk,
    /// The folder as the system names it when it reports a save.
    root: PathBuf,
    pace: WatchTiming,
    watch: ChangeListener,
    /// Which folder is watched. Another one may be mounted in its place.
    watched: Option<u64>,
    looked: Since,
    /// How long the last scan of everything took.
    took: Duration,
    /// Whether something is to be checked again soon.
    soon: bool,
}

impl FolderWatcher {
    /// Follows `disk`. Signals end it if `end_when_asked` says so.
    ///
    /// # Errors
    /// The system error if it cannot report signals.
    pub fn new(disk: &Disk, pace: WatchTiming, end_when_asked: bool) -> Result<Self, Fault> {
        let watch = ChangeListener::default();
        if end_when_asked {
            watch.end_when_asked()?;
        }
        Ok(Self {
            disk: disk.clone(),
            root: disk.root().to_path_buf(),
            pace,
            watch,
            watched: None,
            looked: Since::now(),
            took: Duration::ZERO,
            soon: false,
        })
    }

    /// Begins to watch, if the folder is not watched yet.
    ///
    /// # Errors
    /// The system error if there is no watch. The scans go on without one.
    pub fn begin(&mut self) -> Result<(), Fault> {
        let here = self.disk.identity();
        if self.watched == here {
            return Ok(());
        }
        self.watched = here;
        self.root = io::real(self.disk.root());
        self.watch.begin(&self.root)
    }

    /// Takes note that everything was scanned and how long that took. `soon` says that
    /// something is to be checked again soon.
    pub fn looked(&mut self, took: Duration, soon: bool) {
        self.looked = Since::now();
        self.took = took;
        self.soon = soon;
    }

    /// What to check first.
    pub fn first(&mut self) -> WatchEvent {
        self.everything()
    }

    /// Waits until there is something to check.
    pub fn wait(&mut self) -> WatchEvent {
        loop {
            let rest = self.until_look().saturating_sub(self.looked.elapsed());
            let mut saves = Saves::default();
            match self.watch.wait(rest) {
                News::End => return WatchEvent::End,
                News::Quiet => return self.everything(),
                news => saves.take(&self.root, news),
            }
            if saves.is_nothing() {
                continue;
            }
            let first = Since::now();
            while first.elapsed() < self.pace.longest {
                let rest = self.pace.longest.saturating_sub(first.elapsed());
                match self.watch.wait(self.pace.quiet.min(rest)) {
                    News::End => return WatchEvent::End,
                    News::Quiet => break,
                    news => saves.take(&self.root, news),
                }
            }
            if saves.everything {
                return self.everything();
            }
            return WatchEvent::Students(saves.students);
        }
    }

    /// How long after the last scan the next one is due. Scans of a very large school,
    /// or of a slow share, take at most a tenth of the time. If something is to be
    /// checked again soon, they take at most half of it.
    fn until_look(&self) -> Duration {
        if self.soon {
            return self.pace.quiet.max(Duration::from_secs(1)).max(self.took);
        }
        self.pace.look.max(self.took * 10)
    }

    /// The complete school, if it is there.
    fn everything(&mut self) -> WatchEvent {
        if io::school_folder(Some(self.disk.root())).is_some() {
            return WatchEvent::All;
        }
        // A folder that is mounted again may have the same number, but has no watch.
        self.watched = None;
        self.looked = Since::now();
        WatchEvent::Gone
    }
}

/// Places that were written to, by what has to be checked.
#[derive(Default)]
struct Saves {
    students: BTreeSet<String>,
    everything: bool,
}

impl Saves {
    fn take(&mut self, root: &Path, news: News) {
        match news {
            News::Saved(paths) => paths.iter().for_each(|path| self.sort(root, path)),
            News::Lost => self.everything = true,
            News::Quiet | News::End => {}
        }
    }

    fn sort(&mut self, root: &Path, path: &Path) {
        let below = path.strip_prefix(root).into_iter().flatten();
        let parts: Vec<_> = below.map(|part| part.to_string_lossy()).collect();
        let Some(path) = RelPath::new(&parts.join("/")) else {
            self.everything = true;
            return;
        };
        // Files that editors and sync programs leave, and those that kinfolio writes.
        if is_left_behind(&path) {
            return;
        }
        let of_student = path.below("students").and_then(|own| own.split_once('/'));
        match of_student {
            Some((student, _)) => drop(self.students.insert(student.to_owned())),
            None => self.everything = true,
        }
    }

    fn is_nothing(&self) -> bool {
        self.students.is_empty() && !self.everything
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(paths: &[&str]) -> Saves {
        let root = Path::new("/school");
        let mut saves = Saves::default();
        let paths = paths.iter().map(|path| root.join(path)).collect();
        saves.take(root, News::Saved(paths));
        saves
    }

    #[test]
    fn a_save_concerns_one_student_or_all() {
        let check = |paths: &[&str], students: &[&str], everything: bool| {
            let saves = sorted(paths);
            let found: Vec<&str> = saves.students.iter().map(String::as_str).collect();
            assert_eq!(
                (&*found, saves.everything),
                (students, everything),
                "{paths:?}"
            );
        };
        check(&["students/ana/about.md"], &["ana"], false);
        check(
            &["students/ana/goals/a.yaml", "students/ben/about.md"],
            &["ana", "ben"],
            false,
        );
        check(&["school.yaml"], &[], true);
        check(&["library/tips/a.md"], &[], true);
        check(&["students/dara"], &[], true);
        check(&["students"], &[], true);
        check(&["students/ana/.about.md.swp"], &[], false);
        check(&["students/ana/4913"], &[], false);
        check(
            &["students/ana/~$about.docx", ".kinfolio/x.json"],
            &[],
            false,
        );
        // kinfolio writes the message files itself.
        check(&["students/ana/MESSAGES.txt", "MESSAGES.txt"], &[], false);
        check(&["/elsewhere"], &[], true);
    }

    #[test]
    fn after_lost_events_everything_is_checked() {
        let mut saves = sorted(&["students/ana/about.md"]);
        saves.take(Path::new("/school"), News::Lost);
        assert!(saves.everything);
    }
}
