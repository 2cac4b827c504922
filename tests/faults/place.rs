//! A place on the disk where a school, its sites and what the program remembers
//! lie side by side.

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;
use std::time::Duration;

use tempfile::TempDir;

use crate::crawl::{Tree, leftovers};
use crate::support::{Run, School, files_below};

/// Whether everything is to be run, or the share that fits into `cargo test`.
pub(crate) static FULL: LazyLock<bool> =
    LazyLock::new(|| std::env::var_os("KINFOLIO_FULL").is_some());

/// The program that is looked at: another one than was just built, if somebody
/// names it.
static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| {
    let named = std::env::var_os("KINFOLIO_PROGRAM");
    named
        .unwrap_or_else(|| env!("CARGO_BIN_EXE_kinfolio").into())
        .into()
});

/// What the program keeps in a school's folder.
const TRANSLATION_LOG: &str = ".kinfolio/";

/// How many of a kind to run.
pub(crate) fn share(always: usize, full: usize) -> usize {
    if *FULL { full } else { always }
}

/// A figure for `docs/reliability.md`; `--nocapture` shows it.
pub(crate) fn figure(kind: &str, what: &str) {
    println!("figure: {kind}: {what}");
}

/// Whether this process may do what root may.
pub(crate) fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|facts| facts.uid() == 0)
}

/// Where places are made. Memory is as good as a disk against a stopped
/// program, and does not wait for one.
fn ground() -> PathBuf {
    let memory = PathBuf::from("/dev/shm");
    let usable = TempDir::new_in(&memory).is_ok();
    if usable { memory } else { std::env::temp_dir() }
}

/// A place; it goes with the test.
pub(crate) struct Place {
    root: TempDir,
}

impl Place {
    /// A place with that school and no sites.
    pub(crate) fn new(school: &School) -> Self {
        let place = Self {
            root: TempDir::new_in(ground()).unwrap(),
        };
        fs::create_dir_all(place.school()).unwrap();
        school.write(&place.school());
        place
    }

    pub(crate) fn root(&self) -> &Path {
        self.root.path()
    }

    pub(crate) fn school(&self) -> PathBuf {
        self.root().join("school")
    }

    pub(crate) fn out(&self) -> PathBuf {
        self.root().join("public")
    }

    /// The program: the one that was brought here, if any was.
    fn program(&self) -> PathBuf {
        let brought = self.root().join("kinfolio");
        if brought.is_file() {
            return brought;
        }
        PROGRAM.clone()
    }

    /// Brings a copy of the program here, for whoever cannot open the folder
    /// that it was made in.
    pub(crate) fn bring_program(&self) {
        fs::copy(self.program(), self.root().join("kinfolio")).unwrap();
    }

    /// What the program remembers.
    pub(crate) fn work(&self) -> PathBuf {
        self.root().join("work")
    }

    /// Makes the school another one. Files that are the same are not touched,
    /// and what the program keeps there stays.
    pub(crate) fn put(&self, school: &School) {
        let wanted = Self::new(school);
        let (here, there) = (self.school(), wanted.school());
        let (old, new) = (files_below(&here), files_below(&there));
        for path in old.keys().filter(|path| !new.contains_key(*path)) {
            if !path.starts_with(TRANSLATION_LOG) {
                fs::remove_file(here.join(path)).unwrap();
            }
        }
        for (path, bytes) in new
            .iter()
            .filter(|(path, bytes)| old.get(*path) != Some(bytes))
        {
            fs::create_dir_all(here.join(path).parent().unwrap()).unwrap();
            fs::write(here.join(path), bytes).unwrap();
        }
    }

    /// `kinfolio build` with everything it needs, after `before`, which may run
    /// it: the program is what that is given last.
    pub(crate) fn command(&self, before: &[&str]) -> Command {
        self.command_in(before, self.root(), &self.school())
    }

    /// The same in the folder `here`, where the school is called `named`.
    pub(crate) fn command_in(&self, before: &[&str], here: &Path, named: &Path) -> Command {
        // Nobody else writes into the school: nothing is waited for.
        self.program_with(before, here, &["build", "--settle", "0"], named)
    }

    /// `kinfolio watch`, with less patience than schools need.
    pub(crate) fn watch(&self) -> Command {
        let options = ["watch", "--settle", "1", "--poll", "2"];
        self.program_with(&[], self.root(), &options, &self.school())
    }

    fn program_with(
        &self,
        before: &[&str],
        here: &Path,
        options: &[&str],
        named: &Path,
    ) -> Command {
        let mut words: Vec<OsString> = before.iter().map(OsString::from).collect();
        words.push(self.program().into());
        words.extend(options.iter().map(OsString::from));
        words.extend([named.into(), "--to".into(), self.out().into()]);
        words.extend(["--work".into(), self.work().into()]);
        let mut command = Command::new(&words[0]);
        command
            .args(&words[1..])
            .current_dir(here)
            .env("HOME", self.root())
            .env("TERM", "dumb")
            .env_remove("RUST_BACKTRACE");
        command
    }

    /// Builds to the end.
    pub(crate) fn build(&self) -> Run {
        run(&mut self.command(&[]))
    }

    /// Builds, which has to go without a fault, and tells what came of it.
    pub(crate) fn clean(&self) -> Tree {
        let done = self.build();
        assert_eq!(done.code, 0, "{done:?}");
        let pages = self.pages();
        assert!(!pages.is_empty());
        pages
    }

    /// Everything that lies with the sites.
    pub(crate) fn pages(&self) -> Tree {
        files_below(&self.out())
    }

    /// What is wrong after one more run, which has to put everything right.
    pub(crate) fn faults_after_next(&self, clean: &Tree) -> Vec<String> {
        let next = self.build();
        let mut faults = Vec::new();
        if next.code != 0 {
            faults.push(format!("the next run ended with {next:?}"));
        }
        let pages = self.pages();
        faults.extend(leftovers(&pages));
        let differ = |path: &&String| pages.get(*path) != clean.get(*path);
        let paths = pages.keys().chain(clean.keys());
        faults.extend(
            paths
                .filter(differ)
                .map(|path| format!("{path} is not as a clean build makes it")),
        );
        faults.dedup();
        faults
    }

    /// Makes everything as it is before the run that something happens to: with
    /// the sites of `before`, made by a run of their own, and `school` to build.
    pub(crate) fn begin(&self, before: Option<&School>, school: &School) {
        match before {
            Some(before) => {
                self.put(before);
                self.clean();
            }
            None => self.forget(),
        }
        self.put(school);
    }

    /// Takes away the sites and everything that is known of them.
    pub(crate) fn forget(&self) {
        for folder in [self.out(), self.work()] {
            if folder.exists() {
                fs::remove_dir_all(folder).unwrap();
            }
        }
    }
}

/// Runs a command to its end; one that was killed has the code -1.
pub(crate) fn run(command: &mut Command) -> Run {
    let output: Output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    output.into()
}

/// Lets what was just written grow old: the next run would read it again, and so
/// make other calls than later ones.
pub(crate) fn grow_old() {
    std::thread::sleep(Duration::from_millis(2_100));
}

/// Fails with what was found, each on its line.
pub(crate) fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
