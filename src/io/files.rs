//! Files and folders: what is there, which place a path means, and removing.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::Fault;

/// The names of what is directly in `folder`, as far as they are Unicode. Empty if
/// the folder cannot be read.
#[must_use]
pub fn names_in(folder: &Path) -> Vec<String> {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect()
}

/// The plain files in `folder` and below it. Links are not followed.
pub fn files_below(folder: &Path) -> impl Iterator<Item = PathBuf> {
    WalkDir::new(folder)
        .follow_links(false)
        .follow_root_links(false)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
}

/// Removes a file. One that is not there counts as removed.
///
/// # Errors
/// The system error.
pub fn remove_file(file: &Path) -> Result<(), Fault> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Fault::new("remove", file, error)),
        _ => Ok(()),
    }
}

/// Removes a file, and each folder from there up to `top` that is empty then.
///
/// # Errors
/// The system error for the file.
pub fn remove_with_empty_folders(file: &Path, top: &Path) -> Result<(), Fault> {
    remove_file(file)?;
    let folders = file.ancestors().skip(1);
    for folder in folders.take_while(|folder| folder.starts_with(top)) {
        // The system refuses to remove a folder that is not empty.
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}

/// Whether one of two folders is inside the other. A site inside the shared folder
/// would be read as a school's text and synced to all staff.
#[must_use]
pub fn overlap(one: &Path, other: &Path) -> bool {
    let (one, other) = (real(one), real(other));
    other.starts_with(&one) || one.starts_with(&other)
}

/// The absolute place that `path` means. Links are followed as far as the path
/// exists; the rest is taken as it is written, `..` included.
#[must_use]
pub fn real(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut place = PathBuf::new();
    for part in absolute.components() {
        match part {
            std::path::Component::ParentDir => {
                place.pop();
            }
            part => place.push(part),
        }
        if let Ok(followed) = fs::canonicalize(&place) {
            place = followed;
        }
    }
    place
}

/// Whether only the owner of a file can read it. Systems without such rights have other
/// ways, which are not looked at.
#[must_use]
pub fn is_private(file: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // Neither the group nor others have any right.
        fs::metadata(file).is_ok_and(|facts| facts.permissions().mode().trailing_zeros() >= 6)
    }
    #[cfg(not(unix))]
    file.is_file()
}

/// Whether two paths are one folder on the disk, which may ignore capitals.
#[must_use]
pub fn is_same_folder(one: &Path, other: &Path) -> bool {
    identity(one) == identity(other)
}

#[cfg(unix)]
fn identity(folder: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    let facts = folder.metadata().ok()?;
    Some((facts.dev(), facts.ino()))
}

#[cfg(not(unix))]
fn identity(folder: &Path) -> PathBuf {
    real(folder)
}
