//! A small invented school that each test changes a little.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output};
use std::sync::LazyLock;

use kinfolio::build;
use kinfolio::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use kinfolio::io::Disk;
use kinfolio::render::Bundle;
use kinfolio::source::{RelPath, Snapshot, decode, line_column};
use tempfile::TempDir;
use walkdir::WalkDir;

use crate::folder::{Folder, TODAY};

/// This crate's folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files below `folder`, by path with `/`.
pub(crate) fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file());
    files
        .map(|file| {
            let below = file.path().strip_prefix(folder).unwrap().to_str().unwrap();
            (below.replace('\\', "/"), fs::read(file.path()).unwrap())
        })
        .collect()
}

/// What stands after the last point of a file's name.
pub(crate) fn ending(path: &str) -> &str {
    let ending = Path::new(path)
        .extension()
        .and_then(|ending| ending.to_str());
    ending.unwrap_or_default()
}

/// A school folder, not yet on the disk.
#[derive(Clone, Default)]
pub(crate) struct School {
    files: BTreeMap<String, Vec<u8>>,
    links: BTreeMap<String, PathBuf>,
    unreadable: BTreeSet<String>,
}

impl School {
    /// Three students without a fault.
    pub(crate) fn tiny() -> Self {
        Self::of(&root().join("tests/suite/school"))
    }

    /// The files of a folder.
    pub(crate) fn of(folder: &Path) -> Self {
        Self {
            files: files_below(folder),
            ..Self::default()
        }
    }

    pub(crate) fn file(mut self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.files.insert(path.to_owned(), text.as_ref().to_vec());
        self
    }

    /// The files that all students share.
    pub(crate) fn shared(&self) -> BTreeMap<String, Vec<u8>> {
        let files = self.files.iter();
        let shared = files.filter(|(path, _)| !path.starts_with("students/"));
        shared
            .map(|(path, bytes)| (path.clone(), bytes.clone()))
            .collect()
    }

    /// What stands in a file, if it is there and is text.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.files.get(path)?).ok()
    }

    /// Writes `to` in place of `from`, which has to be there.
    pub(crate) fn edit(mut self, path: &str, from: &str, to: &str) -> Self {
        let text = String::from_utf8(self.files[path].clone()).unwrap();
        assert!(text.contains(from), "{path} has no {from:?}");
        self.files
            .insert(path.to_owned(), text.replace(from, to).into_bytes());
        self
    }

    /// Takes a file away, or everything below a path that ends in `/`.
    pub(crate) fn without(mut self, path: &str) -> Self {
        let gone = |file: &str| file == path || (path.ends_with('/') && file.starts_with(path));
        self.files.retain(|file, _| !gone(file));
        self
    }

    /// A symbolic link.
    pub(crate) fn link(mut self, path: &str, target: impl Into<PathBuf>) -> Self {
        self.links.insert(path.to_owned(), target.into());
        self
    }

    /// A file that the system will not open. Tests may run as a user who can
    /// open everything, so the refusal is put in by hand.
    pub(crate) fn unreadable(mut self, path: &str) -> Self {
        self.unreadable.insert(path.to_owned());
        self
    }

    /// Puts the school into `folder`.
    pub(crate) fn write(&self, folder: &Path) {
        for (path, bytes) in &self.files {
            let place = folder.join(path);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, bytes).unwrap();
        }
        for (path, target) in &self.links {
            let place = folder.join(path);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            // A link takes the place of whatever else was put there.
            let _ = fs::remove_file(&place);
            let _ = fs::remove_dir_all(&place);
            std::os::unix::fs::symlink(target, place).unwrap();
        }
    }

    /// Puts the school on the disk, reads it and builds it.
    pub(crate) fn compile(&self) -> Compiled {
        compile(&self.read())
    }

    /// Puts the school on the disk and reads it.
    pub(crate) fn read(&self) -> Folder {
        let place = TempDir::new().unwrap();
        self.write(place.path());
        let disk = Disk::new(place.path());
        let mut snapshot = disk.shared().ok().unwrap();
        for student in disk.students().ok().unwrap() {
            let part = disk.student(&student);
            snapshot.files.extend(part.files);
            snapshot.others.extend(part.others);
            snapshot.refused.extend(part.refused);
        }
        let others = snapshot.others.iter();
        let attachments =
            others.filter_map(|path| Some((path.clone(), disk.attachment(path).ok()?)));
        let attachments = attachments.collect();
        for path in &self.unreadable {
            let path = RelPath::new(path).unwrap();
            let words = "permission denied".to_owned();
            snapshot.files.remove(&path);
            snapshot
                .refused
                .insert(path, kinfolio::source::ReadError::Unreadable(words));
        }
        Folder {
            snapshot,
            attachments,
        }
    }

    /// The school as it would be read, without a disk.
    pub(crate) fn folder(&self) -> Folder {
        Folder::of(&self.files)
    }

    /// The school on the disk, for the program itself.
    pub(crate) fn on_disk(&self) -> Workplace {
        let root = TempDir::new().unwrap();
        let place = Workplace { root };
        fs::create_dir_all(place.school()).unwrap();
        self.write(&place.school());
        place
    }
}

/// One finished site: its pages by path.
pub(crate) type Site = BTreeMap<String, Vec<u8>>;

/// What the tiny school comes to.
pub(crate) static CLEAN: LazyLock<Compiled> = LazyLock::new(|| School::tiny().compile());

/// What came of a school folder.
#[derive(Debug)]
pub(crate) struct Compiled {
    /// Everything that was seen.
    pub(crate) seen: Vec<Seen>,
    /// Further places of what was seen.
    pub(crate) further: Vec<Seen>,
    /// The same, as the program hands it on.
    pub(crate) diagnostics: Diagnostics,
    /// Every student's site; nothing where none was made.
    pub(crate) sites: BTreeMap<String, Option<Site>>,
}

impl Compiled {
    /// The site of a student that has to have one.
    pub(crate) fn site(&self, student: &str) -> &Site {
        let site = self.sites.get(student).and_then(Option::as_ref);
        site.unwrap_or_else(|| panic!("{student} has no site: {:#?}", self.seen))
    }

    /// What was seen besides notes, as lines.
    pub(crate) fn faults(&self) -> Vec<String> {
        let faults = self
            .seen
            .iter()
            .filter(|one| one.code.severity() > Severity::Note);
        faults.map(ToString::to_string).collect()
    }
}

/// A diagnostic where an author would look for it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Seen {
    pub(crate) file: Option<String>,
    pub(crate) line: Option<usize>,
    pub(crate) code: Code,
    /// The author's characters that it points at.
    pub(crate) covers: String,
}

impl Seen {
    fn new(diagnostic: &Diagnostic, snapshot: &Snapshot) -> Self {
        let text = diagnostic.at.as_ref().map(|at| {
            let text = decode(&snapshot.files[&at.file]).unwrap().text;
            let covers = text.get(at.span.start..at.span.end);
            let covers = covers.unwrap_or_else(|| panic!("{diagnostic:?} splits a character"));
            (line_column(&text, at.span.start).line, covers.to_owned())
        });
        let (line, covers) = text.unzip();
        Self {
            file: diagnostic.file.as_ref().map(ToString::to_string),
            line,
            code: diagnostic.code,
            covers: covers.unwrap_or_default(),
        }
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ", self.code)?;
        f.write_str(self.file.as_deref().unwrap_or("(no file)"))?;
        match self.line {
            Some(line) => write!(f, ":{line} {:?}", self.covers),
            None => Ok(()),
        }
    }
}

/// Compiles what was read, as every command does.
pub(crate) fn compile(folder: &Folder) -> Compiled {
    let mut seen = Diagnostics::default();
    let students = folder.students();
    let shared = folder.shared_at(TODAY).into_value(&mut seen);
    let mut seen = seen.gathered();
    let units = shared.map(|shared| {
        let units = build::school(folder, &students, &shared, |_, bundle| pages(bundle));
        assert!(!shared.is_part() || units.iter().all(|unit| unit.site.is_none()));
        units
    });
    let mut sites: BTreeMap<String, Option<Site>> = students
        .iter()
        .map(|student| (student.to_owned(), None))
        .collect();
    for unit in units.into_iter().flatten() {
        seen.append(unit.diagnostics);
        sites.insert(unit.student.to_string(), unit.site);
    }
    seen.sort();
    let places = |one: &Diagnostic| {
        let more = one.more.places.iter().map(|another| Diagnostic {
            file: another.file.clone(),
            at: another.at.clone(),
            ..Diagnostic::new(one.code)
        });
        let more = more.map(|one| Seen::new(&one, &folder.snapshot)).collect();
        (Seen::new(one, &folder.snapshot), more)
    };
    let (places, further): (Vec<_>, Vec<Vec<_>>) = seen.iter().map(places).unzip();
    Compiled {
        seen: places,
        further: further.into_iter().flatten().collect(),
        diagnostics: seen,
        sites,
    }
}

pub(crate) fn pages(bundle: Bundle) -> Site {
    let pages = bundle.into_iter();
    pages
        .map(|(path, bytes)| (path.to_string(), bytes))
        .collect()
}

/// A school on the disk, and a place for its sites.
pub(crate) struct Workplace {
    root: TempDir,
}

impl Workplace {
    pub(crate) fn school(&self) -> PathBuf {
        self.root.path().join("school")
    }

    pub(crate) fn out(&self) -> PathBuf {
        self.root.path().join("public")
    }

    /// Saves a file of the school in one step, so that nobody who watches can
    /// come upon half of it.
    pub(crate) fn save(&self, path: &str, text: &str) {
        let place = self.school().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        let beside = self.root.path().join("beside");
        fs::write(&beside, text).unwrap();
        fs::rename(beside, place).unwrap();
    }

    /// Writes `to` in place of `from` in a file of the school.
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.school().join(path)).unwrap();
        assert!(text.contains(from), "{path} has no {from:?}");
        self.save(path, &text.replace(from, to));
    }

    /// `kinfolio build` with the school and its place for sites.
    pub(crate) fn build(&self) -> Run {
        self.build_with(&[])
    }

    /// The same with further options. Nobody else writes into the school, so
    /// nothing is waited for.
    pub(crate) fn build_with(&self, options: &[&str]) -> Run {
        let (school, out) = (self.school(), self.out());
        let mut args = vec!["build", school.to_str().unwrap()];
        args.extend(["--to", out.to_str().unwrap(), "--settle", "0"]);
        args.extend(options);
        kinfolio(&args)
    }

    /// The pages of one student's site.
    pub(crate) fn site(&self, student: &str) -> Site {
        files_below(&self.out().join(student))
    }
}

/// What a run of the program came to.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    /// What the program said when it did what it should. It was run with `args`.
    pub(crate) fn done(self, args: &[&str]) -> String {
        assert_eq!(
            (self.code, self.err.as_str()),
            (0, ""),
            "{args:?}: {}",
            self.out
        );
        self.out
    }
}

/// The program, with nothing of the tester's own terminal around it.
pub(crate) fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kinfolio"));
    command
        .args(args)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .env("TERM", "dumb")
        .env("XDG_STATE_HOME", env!("CARGO_TARGET_TMPDIR"));
    command
}

/// Runs the program to its end.
pub(crate) fn kinfolio(args: &[&str]) -> Run {
    program(args).output().unwrap().into()
}

/// `watch`, which ends with the test.
pub(crate) struct Watching(pub(crate) Child);

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
