//! Files that are written beside their place and then put into it, so that each is
//! the old or the new one.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;
use walkdir::WalkDir;

use super::Fault;
use crate::source::RelPath;

/// Makes the folders between `root` and `place`, none of which may be a link.
/// Another thread, or another computer, may make the same ones at the same time.
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

/// Writes one file that only whoever runs this may read, and makes its folder if
/// need be.
///
/// # Errors
/// What the machine refused.
pub fn private_file(place: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let folder = place.parent().unwrap_or(Path::new("."));
    let readers = Readers::Owner;
    let made = readers.folder().recursive(true).create(folder);
    made.map_err(|error| Fault::new("write", place, error))?;
    persist(beside(place, bytes, readers)?, place)
}

/// Writes a file that is not there yet; tells whether it was not. Whatever is there
/// stays as it is.
///
/// # Errors
/// What the machine refused.
pub fn new_file(root: &Path, path: &RelPath, bytes: &[u8]) -> Result<bool, Fault> {
    let place = root.join(path.as_str());
    let fault = |error: std::io::Error| Fault::new("write", &place, error);
    fs::create_dir_all(root).map_err(fault)?;
    let readers = Readers::Everybody;
    make_folders(root, &place, readers).map_err(fault)?;
    match beside(&place, bytes, readers)?.persist_noclobber(&place) {
        Ok(_) => Ok(true),
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(fault(error.error)),
    }
}

/// How the names of files begin that stand beside their place.
const BESIDE: &str = ".kinfolio-";

/// Writes beside `place` and lets `open` say who may read it.
pub(super) fn beside(place: &Path, bytes: &[u8], readers: Readers) -> Result<NamedTempFile, Fault> {
    let fault = |error: std::io::Error| Fault::new("write", place, error);
    let folder = place.parent().unwrap_or(Path::new("."));
    let mut beside = NamedTempFile::with_prefix_in(BESIDE, folder).map_err(fault)?;
    beside.write_all(bytes).map_err(fault)?;
    readers.open(&beside).map_err(fault)?;
    Ok(beside)
}

pub(super) fn persist(file: NamedTempFile, place: &Path) -> Result<(), Fault> {
    let put = file.persist(place);
    put.map_err(|error| Fault::new("write", place, error.error))?;
    Ok(())
}

/// Removes what a run that was stopped has left beside its places below
/// `folder`. Whoever calls this holds the lock: nobody else is writing.
pub fn sweep(folder: &Path) {
    let files = WalkDir::new(folder).follow_links(false).into_iter();
    let files = files.filter_map(Result::ok);
    let left = files.filter(|entry| {
        let name = entry.file_name().to_string_lossy();
        entry.file_type().is_file() && name.starts_with(BESIDE)
    });
    for file in left.filter(|entry| entry.file_name() != super::lock::NAME) {
        // One that cannot be removed is no page, and nothing leads to it.
        let _ = fs::remove_file(file.path());
    }
}

/// Who may read what is written, where the system knows such rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Readers {
    /// Everybody: a page is read by a web server.
    Everybody,
    /// Whoever runs this, and the group that a folder was opened to.
    #[cfg_attr(not(unix), allow(dead_code, reason = "systems without groups"))]
    Group,
    /// Whoever runs this.
    Owner,
}

impl Readers {
    /// Who may read what staff alone may see, in `folder`: nobody else, unless
    /// somebody has opened the folder to a group and closed it to all others.
    #[cfg(unix)]
    pub(super) fn of_staff(folder: &Path) -> Self {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(folder).map_or(0, |facts| facts.permissions().mode());
        if mode & 0o057 == 0o050 {
            Self::Group
        } else {
            Self::Owner
        }
    }

    #[cfg(not(unix))]
    pub(super) fn of_staff(_: &Path) -> Self {
        Self::Owner
    }

    /// Makes folders that they may open.
    #[cfg(unix)]
    pub(super) fn folder(self) -> fs::DirBuilder {
        use std::os::unix::fs::DirBuilderExt as _;
        let mut folder = fs::DirBuilder::new();
        folder.mode(match self {
            Self::Everybody => 0o777,
            Self::Group => 0o750,
            Self::Owner => 0o700,
        });
        folder
    }

    #[cfg(not(unix))]
    pub(super) fn folder(self) -> fs::DirBuilder {
        fs::DirBuilder::new()
    }

    /// Opens a file to them. Temporary files are private.
    #[cfg(unix)]
    fn open(self, file: &NamedTempFile) -> std::io::Result<()> {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = match self {
            Self::Everybody => 0o644,
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

    /// How many do the same thing at once.
    const CROWD: usize = 8;

    /// Lets a crowd loose on a fresh folder, again and again.
    fn collide(act: impl Fn(&Path, usize) + Sync) {
        for _ in 0..200 {
            let folder = tempfile::tempdir().unwrap();
            let start = Barrier::new(CROWD);
            std::thread::scope(|scope| {
                for one in 0..CROWD {
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
    fn many_may_make_one_folder() {
        collide(|root, one| {
            let place = root.join(format!("a/b/c/{one}"));
            make_folders(root, &place, Readers::Everybody).unwrap();
            assert!(root.join("a/b/c").is_dir());
        });
    }

    #[test]
    fn many_may_write_side_by_side() {
        collide(|root, one| {
            let path = RelPath::new(&format!("a/b/{one}")).unwrap();
            assert!(new_file(root, &path, b"x").unwrap());
            private_file(&root.join(format!("c/{one}")), b"x").unwrap();
        });
    }

    #[test]
    fn one_of_many_writes_a_new_file() {
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
    fn no_folder_on_the_way_is_a_link_or_a_file() {
        let root = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), root.path().join("link")).unwrap();
        fs::write(root.path().join("file"), "").unwrap();
        for part in ["link", "file"] {
            let made = make_folders(
                root.path(),
                &root.path().join(part).join("x"),
                Readers::Everybody,
            );
            assert_eq!(made.unwrap_err().kind(), ErrorKind::NotADirectory);
        }
    }
}
