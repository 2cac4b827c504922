use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use walkdir::WalkDir;

use super::Fault;
use super::read::own_folder;
use crate::model::StudentId;
use crate::render::{Bundle, PICTURES};
use crate::source::{MEMORY, Memory};

/// What writing one site did.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or have changed.
    pub changed: usize,
    /// Files that were already as they should be; they keep their times.
    pub kept: usize,
    /// Pages and pictures of an earlier build that no page leads to any more.
    pub removed: usize,
}

/// Writes one student's site into `out/<student>/`. Each file is written beside
/// its place and renamed over it; pages come before the pages that lead to
/// them; nothing is removed before everything is written.
///
/// # Errors
/// The first thing the machine refused. What was written until then is whole.
pub fn site(out: &Path, student: &StudentId, bundle: &Bundle) -> Result<Written, Fault> {
    folder(&out.join(student.as_str()), bundle)
}

/// Writes `bundle` into `folder` in the same way.
///
/// # Errors
/// The first thing the machine refused. What was written until then is whole.
pub fn folder(folder: &Path, bundle: &Bundle) -> Result<Written, Fault> {
    let mut written = Written::default();
    if bundle.is_empty() {
        // Nothing to write is no decision to take a site down.
        return Ok(written);
    }
    let mut paths: Vec<_> = bundle.keys().collect();
    // Deep pages first: the root page, which leads to all, comes last.
    paths.sort_by_key(|path| {
        (
            std::cmp::Reverse(path.as_str().matches('/').count()),
            (*path).clone(),
        )
    });
    for path in paths {
        let Some(bytes) = bundle.get(path) else {
            continue;
        };
        let place = folder.join(path.as_str());
        if fs::read(&place).is_ok_and(|old| old == *bytes) {
            written.kept += 1;
        } else {
            replace(&place, bytes)?;
            written.changed += 1;
        }
    }
    let wanted: BTreeSet<PathBuf> = bundle
        .keys()
        .map(|path| folder.join(path.as_str()))
        .collect();
    for stale in made_here(folder)
        .into_iter()
        .filter(|file| !wanted.contains(file))
    {
        fs::remove_file(&stale).map_err(|error| Fault::new("remove", &stale, error))?;
        written.removed += 1;
        // A folder that is now empty goes too; one that is not refuses.
        if let Some(parent) = stale.parent() {
            let _ = fs::remove_dir(parent);
        }
    }
    Ok(written)
}

/// Writes one file that only whoever runs this may read.
///
/// # Errors
/// What the machine refused.
pub fn private_file(place: &Path, bytes: &[u8]) -> Result<(), Fault> {
    put(place, bytes, |_| Ok(()))
}

/// Keeps what is to be remembered of translations in the school folder; a file
/// that is as it should be is left alone.
///
/// # Errors
/// When the folder cannot be written. Nothing else needs this file.
pub fn remember(school: &Path, memory: &Memory) -> Result<(), Fault> {
    let (place, bytes) = (school.join(MEMORY), memory.bytes());
    let old = fs::read(&place).ok();
    if old.as_ref() == Some(&bytes) || (old.is_none() && memory.is_empty()) {
        return Ok(());
    }
    let fault = |error: std::io::Error| Fault::new("remember", &place, error);
    fs::create_dir_all(place.parent().unwrap_or(school)).map_err(fault)?;
    if !own_folder(&place) {
        return Err(fault(std::io::ErrorKind::NotADirectory.into()));
    }
    replace(&place, &bytes).map_err(|error| Fault {
        tried: "remember",
        ..error
    })
}

fn replace(place: &Path, bytes: &[u8]) -> Result<(), Fault> {
    put(place, bytes, open_to_readers)
}

/// Writes beside `place`, lets `open` say who may read it, and renames.
fn put(
    place: &Path,
    bytes: &[u8],
    open: impl Fn(&NamedTempFile) -> std::io::Result<()>,
) -> Result<(), Fault> {
    let fault = |error: std::io::Error| Fault::new("write", place, error);
    let folder = place.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(fault)?;
    let mut beside = NamedTempFile::with_prefix_in(".kinfolio-", folder).map_err(fault)?;
    beside.write_all(bytes).map_err(fault)?;
    open(&beside).map_err(fault)?;
    beside.persist(place).map_err(|error| fault(error.error))?;
    Ok(())
}

/// Temporary files are private; a page is read by a web server.
#[cfg(unix)]
fn open_to_readers(file: &NamedTempFile) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.as_file()
        .set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn open_to_readers(_: &NamedTempFile) -> std::io::Result<()> {
    Ok(())
}

/// What every page of this tool says of itself.
const SIGN: &str = "<meta name=\"generator\" content=\"kinfolio\">";

/// Whether `out` is a place for the sites of families: one of them, inside one,
/// beside one, or the folder that holds them.
#[must_use]
pub fn near_sites(out: &Path) -> bool {
    let out = real(out);
    let beside = |folder: &Path| {
        let entries = fs::read_dir(folder).into_iter().flatten();
        entries
            .filter_map(Result::ok)
            .any(|entry| is_site(&entry.path()))
    };
    out.ancestors().any(is_site) || beside(&out) || out.parent().is_some_and(beside)
}

/// Whether `folder` begins with the page that opens the home language.
fn is_site(folder: &Path) -> bool {
    let page = fs::read_to_string(folder.join("index.html"));
    page.is_ok_and(|page| page.contains(SIGN) && page.contains("http-equiv=\"refresh\""))
}

/// Pages and pictures below `folder` that this tool made. Pages say so
/// themselves, pictures by a name that nobody else gives, so that nobody else's
/// file is ever taken for one.
fn made_here(folder: &Path) -> Vec<PathBuf> {
    let files = WalkDir::new(folder)
        .follow_links(false)
        .into_iter()
        .filter_map(Result::ok);
    let page = |path: &Path| {
        path.file_name().is_some_and(|name| name == "index.html")
            && fs::read_to_string(path).is_ok_and(|page| page.contains(SIGN))
    };
    let picture = |path: &Path| {
        let named = path.file_stem().and_then(|name| name.to_str());
        let named = named.is_some_and(|name| {
            name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
        named && path.parent() == Some(&folder.join(PICTURES))
    };
    files
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .filter(|path| page(path) || picture(path))
        .collect()
}

/// Sites in `out` that are of none of `students`: their folders have vanished
/// from the school folder, which is no decision to take a site down.
#[must_use]
pub fn leftover_sites(out: &Path, students: &BTreeSet<&str>) -> Vec<String> {
    let Ok(entries) = fs::read_dir(out) else {
        return Vec::new();
    };
    let mut left: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().join("index.html").is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !students.contains(name.as_str()))
        .collect();
    left.sort();
    left
}

/// Whether one of two folders lies in the other. A site inside the shared
/// folder would be read as a school's words, and synced to everybody.
#[must_use]
pub fn overlap(school: &Path, out: &Path) -> bool {
    let (school, out) = (real(school), real(out));
    out.starts_with(&school) || school.starts_with(&out)
}

/// The place that `path` means: what exists is followed through links, what
/// does not exist yet is taken as it is written, `..` included.
fn real(path: &Path) -> PathBuf {
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
