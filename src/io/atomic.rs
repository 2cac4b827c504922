//! Atomic writing. A file is written next to its place under a temporary name,
//! brought to the disk, and renamed, so that a reader sees the old file or the new
//! one, whatever stops the program.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use walkdir::WalkDir;

use super::stamp::{Stamp, Stamps};
use super::{Fault, plain};
use crate::source::RelPath;

/// What [`replace_files`] did.
#[derive(Debug, Default)]
pub struct Replaced {
    /// How many files are new or have changed.
    pub changed: usize,
    /// How many files already had these bytes. They keep their times.
    pub kept: usize,
    /// All files as they are on the disk now, by their path in the folder.
    pub stamps: Stamps,
}

/// Writes `files` into `folder`, which is `root` or below it. No folder below
/// `root` may be a link, because the files would end up somewhere else.
///
/// New files are put in place before old ones are replaced, deep ones first. For
/// a website this means that no link leads to a page that is not there yet, and
/// that the home page comes last.
///
/// # Errors
/// The first system error. Every file is the old or the new one, never a part.
pub fn replace_files(
    root: &Path,
    folder: &Path,
    files: &BTreeMap<RelPath, Vec<u8>>,
    readers: Readers,
) -> Result<Replaced, Fault> {
    let mut replaced = Replaced::default();
    fs::create_dir_all(root).map_err(|error| Fault::new("write", root, error))?;
    let staged = stage(root, folder, files, readers, &mut replaced)?;
    for one in staged {
        persist(one.file, &one.place)?;
    }
    for path in files.keys() {
        let place = folder.join(path.as_str());
        let facts = place.symlink_metadata();
        let facts = facts.map_err(|error| Fault::new("write", &place, error))?;
        replaced.stamps.insert(path.clone(), Stamp::of(&facts));
    }
    Ok(replaced)
}

/// A file that was written next to its place.
struct Staged {
    file: NamedTempFile,
    place: PathBuf,
    is_new: bool,
}

/// Writes what has changed next to its place, in the order in which it is to be
/// put there.
fn stage(
    root: &Path,
    folder: &Path,
    files: &BTreeMap<RelPath, Vec<u8>>,
    readers: Readers,
    replaced: &mut Replaced,
) -> Result<Vec<Staged>, Fault> {
    let mut staged = Vec::new();
    for (path, bytes) in files {
        let place = folder.join(path.as_str());
        let old = plain::read(&place, bytes.len() as u64);
        if old.as_ref().is_ok_and(|old| **old == **bytes) {
            replaced.kept += 1;
            continue;
        }
        make_folders(root, &place, readers).map_err(|error| Fault::new("write", &place, error))?;
        staged.push(Staged {
            file: beside(&place, bytes, readers)?,
            place,
            is_new: old.is_err(),
        });
        replaced.changed += 1;
    }
    bring_to_disk(folder, &staged)?;
    staged.sort_by_key(|one| {
        let depth = one.place.components().count();
        (!one.is_new, Reverse(depth), one.place.clone())
    });
    Ok(staged)
}

/// From how many files on one call for the complete disk is quicker than one call
/// for each file.
const MANY: usize = 5;

/// Waits until the staged files are on the disk. Otherwise a rename may get there
/// sooner than the bytes, and a page would be empty after a power cut.
fn bring_to_disk(folder: &Path, staged: &[Staged]) -> Result<(), Fault> {
    if staged.len() >= MANY && sync_disk(staged).is_some() {
        return Ok(());
    }
    for one in staged {
        let synced = one.file.as_file().sync_all();
        synced.map_err(|error| Fault::new("write", folder, error))?;
    }
    Ok(())
}

#[cfg(target_os = "linux")]
fn sync_disk(staged: &[Staged]) -> Option<()> {
    rustix::fs::syncfs(staged.first()?.file.as_file()).ok()
}

#[cfg(not(target_os = "linux"))]
fn sync_disk(_: &[Staged]) -> Option<()> {
    None
}

/// Writes one file at `path` below `root` that everyone may read. Leaves it alone
/// if it already has these bytes.
///
/// # Errors
/// The system error.
pub fn replace_file(root: &Path, path: &RelPath, bytes: &[u8]) -> Result<(), Fault> {
    let place = root.join(path.as_str());
    if plain::read(&place, bytes.len() as u64).is_ok_and(|old| *old == *bytes) {
        return Ok(());
    }
    let readers = Readers::Everyone;
    make_folders(root, &place, readers).map_err(|error| Fault::new("write", &place, error))?;
    persist(beside(&place, bytes, readers)?, &place)
}

/// Makes the folders between `root` and `place`, none of which may be a link.
/// Another thread or another computer may make the same ones at the same time.
pub(super) fn make_folders(root: &Path, place: &Path, readers: Readers) -> std::io::Result<()> {
    let below = place
        .parent()
        .and_then(|folder| folder.strip_prefix(root).ok());
    let mut folder = root.to_path_buf();
    for part in below.into_iter().flatten() {
        folder.push(part);
        if let Err(error) = readers.folder().create(&folder) {
            match folder.symlink_metadata() {
                Ok(facts) if facts.is_dir() => {}
                Ok(_) => return Err(ErrorKind::NotADirectory.into()),
                Err(_) => return Err(error),
            }
        }
    }
    Ok(())
}

/// Writes one file that only the user who runs kinfolio may read, and makes its
/// folder if necessary.
///
/// # Errors
/// The system error.
pub fn private_file(place: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let folder = place.parent().unwrap_or(Path::new("."));
    private_folder(folder).map_err(|fault| Fault {
        on: place.display().to_string(),
        ..fault
    })?;
    persist(beside(place, bytes, Readers::Owner)?, place)
}

/// Makes a folder that only the user who runs kinfolio may open, if it is not
/// there yet.
///
/// # Errors
/// The system error.
pub fn private_folder(folder: &Path) -> Result<(), Fault> {
    let made = Readers::Owner.folder().recursive(true).create(folder);
    made.map_err(|error| Fault::new("write", folder, error))
}

/// Writes a file that is not there yet. Returns `false` and changes nothing if
/// there is one.
///
/// # Errors
/// The system error.
pub fn new_file(root: &Path, path: &RelPath, bytes: &[u8]) -> Result<bool, Fault> {
    let place = root.join(path.as_str());
    let fault = |error: std::io::Error| Fault::new("write", &place, error);
    fs::create_dir_all(root).map_err(fault)?;
    let readers = Readers::Everyone;
    make_folders(root, &place, readers).map_err(fault)?;
    match beside(&place, bytes, readers)?.persist_noclobber(&place) {
        Ok(_) => Ok(true),
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(fault(error.error)),
    }
}

/// How the names of temporary files begin.
const BESIDE: &str = ".kinfolio-";

/// Writes a temporary file next to `place` that `readers` may read.
pub(super) fn beside(place: &Path, bytes: &[u8], readers: Readers) -> Result<NamedTempFile, Fault> {
    let fault = |error: std::io::Error| Fault::new("write", place, error);
    let folder = place.parent().unwrap_or(Path::new("."));
    let mut beside = NamedTempFile::with_prefix_in(BESIDE, folder).map_err(fault)?;
    beside.write_all(bytes).map_err(fault)?;
    readers.open(&beside).map_err(fault)?;
    Ok(beside)
}

/// Renames a temporary file to its place.
pub(super) fn persist(file: NamedTempFile, place: &Path) -> Result<(), Fault> {
    let put = file.persist(place);
    put.map_err(|error| Fault::new("write", place, error.error))?;
    Ok(())
}

/// Removes the temporary files that an interrupted run left below `folder`. The
/// caller holds the lock, so no other process is writing.
pub fn sweep(folder: &Path) {
    let files = WalkDir::new(folder).follow_links(false).into_iter();
    let files = files.filter_map(Result::ok);
    let left = files.filter(|entry| {
        let name = entry.file_name().to_string_lossy();
        entry.file_type().is_file() && name.starts_with(BESIDE)
    });
    for file in left.filter(|entry| entry.file_name() != super::lock::NAME) {
        // One that cannot be removed does no harm: it is no page and nothing links to it.
        let _ = fs::remove_file(file.path());
    }
}

/// Who may read what is written, on systems that have such rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// Everyone: a web server reads the pages.
    Everyone,
    /// The user who runs kinfolio, and the group that the folder was opened to.
    #[cfg_attr(not(unix), allow(dead_code, reason = "systems without groups"))]
    Group,
    /// The user who runs kinfolio.
    Owner,
}

impl Readers {
    /// Who may read pages for staff in `folder`: the owner, and also the folder's
    /// group if the folder is open to that group and closed to all others.
    #[cfg(unix)]
    #[must_use]
    pub fn of_staff(folder: &Path) -> Self {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(folder).map_or(0, |facts| facts.permissions().mode());
        if mode & 0o057 == 0o050 {
            Self::Group
        } else {
            Self::Owner
        }
    }

    #[cfg(not(unix))]
    #[must_use]
    pub fn of_staff(_: &Path) -> Self {
        Self::Owner
    }

    /// A builder of folders that they may open.
    #[cfg(unix)]
    pub(super) fn folder(self) -> fs::DirBuilder {
        use std::os::unix::fs::DirBuilderExt as _;
        let mut folder = fs::DirBuilder::new();
        folder.mode(match self {
            Self::Everyone => 0o777,
            Self::Group => 0o750,
            Self::Owner => 0o700,
        });
        folder
    }

    #[cfg(not(unix))]
    pub(super) fn folder(self) -> fs::DirBuilder {
        fs::DirBuilder::new()
    }

    /// Lets them read a temporary file, which is private otherwise.
    #[cfg(unix)]
    fn open(self, file: &NamedTempFile) -> std::io::Result<()> {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = match self {
            Self::Everyone => 0o644,
            Self::Group => 0o640,
            Self::Owner => return Ok(()),
        };
        file.as_file()
            .set_permissions(fs::Permissions::from_mode(mode))
    }

    #[cfg(not(unix))]
    #[allow(clippy::unnecessary_wraps, clippy::unused_self, reason = "as above")]
    fn open(self, _: &NamedTempFile) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use super::*;

    /// How many threads do the same thing at once.
    const THREADS: usize = 8;

    /// Runs `act` in many threads on a new folder, again and again.
    fn collide(act: impl Fn(&Path, usize) + Sync) {
        for _ in 0..200 {
            let folder = tempfile::tempdir().unwrap();
            let start = Barrier::new(THREADS);
            std::thread::scope(|scope| {
                for one in 0..THREADS {
                    let (start, act, folder) = (&start, &act, folder.path());
                    scope.spawn(move || {
                        start.wait();
                        act(folder, one);
                    });
                }
            });
        }
    }

    #[test]
    fn many_threads_may_make_one_folder() {
        collide(|root, one| {
            let place = root.join(format!("a/b/c/{one}"));
            make_folders(root, &place, Readers::Everyone).unwrap();
            assert!(root.join("a/b/c").is_dir());
        });
    }

    #[test]
    fn many_threads_may_write_next_to_each_other() {
        collide(|root, one| {
            let path = RelPath::new(&format!("a/b/{one}")).unwrap();
            assert!(new_file(root, &path, b"x").unwrap());
            private_file(&root.join(format!("c/{one}")), b"x").unwrap();
        });
    }

    #[test]
    fn one_of_many_threads_writes_a_new_file() {
        let written = std::sync::atomic::AtomicUsize::new(0);
        collide(|root, one| {
            let path = RelPath::new("a/b").unwrap();
            let new = new_file(root, &path, one.to_string().as_bytes()).unwrap();
            written.fetch_add(usize::from(new), std::sync::atomic::Ordering::Relaxed);
        });
        assert_eq!(written.into_inner(), 200);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_or_a_file_in_place_of_a_folder_is_refused() {
        let root = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), root.path().join("link")).unwrap();
        fs::write(root.path().join("file"), "").unwrap();
        for part in ["link", "file"] {
            let made = make_folders(
                root.path(),
                &root.path().join(part).join("x"),
                Readers::Everyone,
            );
            assert_eq!(made.unwrap_err().kind(), ErrorKind::NotADirectory);
        }
    }
}
