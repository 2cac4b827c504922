use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use unicode_normalization::UnicodeNormalization as _;
use walkdir::WalkDir;

use super::staged::{Readers, beside, make_folders, persist};
use super::stamp::{Stamp, Stamps};
use super::{Fault, plain};
use crate::model::StudentId;
use crate::render::{Bundle, PICTURES};
use crate::source::{MAX_FILE_BYTES, MAX_PICTURE_BYTES, RelPath, TranslationLog};

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

/// A site that has been written, and what of an earlier one is still beside it.
#[derive(Debug)]
#[must_use]
pub struct Placed {
    /// What was done.
    pub written: Written,
    /// Its pages as they are on the disk now, by their path in the site.
    pub pages: Stamps,
    folder: PathBuf,
    stale: Vec<PathBuf>,
}

impl Placed {
    /// Whether something is left to be removed.
    #[must_use]
    pub fn has_stale(&self) -> bool {
        !self.stale.is_empty()
    }

    /// Removes what no page leads to any more.
    ///
    /// # Errors
    /// The first thing the machine refused.
    pub fn remove_stale(mut self) -> Result<Written, Fault> {
        for stale in self.stale.drain(..) {
            remove(&stale, &self.folder)?;
            self.written.removed += 1;
        }
        Ok(self.written)
    }
}

/// How a student's site is called: like the folder, and in one form however a
/// disk writes é, since it is part of the family's address.
#[must_use]
pub fn site_name(student: &str) -> String {
    student.nfc().collect()
}

fn site_folder(out: &Path, student: &str) -> PathBuf {
    out.join(site_name(student))
}

/// Writes one student's site into its folder in `out`.
///
/// Every file is written beside its place, brought to the disk, and renamed
/// over it, so each page is the old or the new one whatever stops the program.
/// New pages are put in place before any page that leads to them, and the home
/// page comes last, so no link leads nowhere. What no page leads to any more is
/// named in what comes back; removing it is another step.
///
/// # Errors
/// The first thing the machine refused. What was there until then is whole.
pub fn site(out: &Path, student: &StudentId, bundle: &Bundle) -> Result<Placed, Fault> {
    let folder = site_folder(out, student.as_str());
    place(out, &folder, bundle, Readers::Everybody)
}

/// Writes `bundle` into `folder` in the same way, for staff to read and nobody
/// else, and removes what is stale.
///
/// # Errors
/// The first thing the machine refused. What was written until then is whole.
pub fn private_folder(folder: &Path, bundle: &Bundle) -> Result<Written, Fault> {
    let made = Readers::Owner.folder().recursive(true).create(folder);
    made.map_err(|error| Fault::new("write", folder, error))?;
    place(folder, folder, bundle, Readers::of_staff(folder))?.remove_stale()
}

/// No folder below `root` may be a link: one student's pages would be written
/// into another's site.
fn place(root: &Path, folder: &Path, bundle: &Bundle, readers: Readers) -> Result<Placed, Fault> {
    let mut placed = Placed {
        written: Written::default(),
        pages: Stamps::new(),
        folder: folder.to_path_buf(),
        stale: Vec::new(),
    };
    if bundle.is_empty() {
        // Nothing to write is no decision to take a site down.
        return Ok(placed);
    }
    fs::create_dir_all(root).map_err(|error| Fault::new("write", root, error))?;
    let staged = stage(root, folder, bundle, readers, &mut placed.written)?;
    put_in_place(staged)?;
    for path in bundle.keys() {
        let place = folder.join(path.as_str());
        let facts = place.symlink_metadata();
        let facts = facts.map_err(|error| Fault::new("write", &place, error))?;
        placed.pages.insert(path.clone(), Stamp::of(&facts));
    }
    let wanted: BTreeSet<PathBuf> = bundle
        .keys()
        .map(|path| folder.join(path.as_str()))
        .collect();
    placed.stale = made_here(folder, |file| !wanted.contains(file));
    Ok(placed)
}

/// A file that stands beside its place.
struct Staged {
    file: NamedTempFile,
    place: PathBuf,
    is_new: bool,
}

/// Writes what has changed beside its place.
fn stage(
    root: &Path,
    folder: &Path,
    bundle: &Bundle,
    readers: Readers,
    written: &mut Written,
) -> Result<Vec<Staged>, Fault> {
    let mut staged = Vec::new();
    for (path, bytes) in bundle {
        let place = folder.join(path.as_str());
        let old = plain::read(&place, bytes.len() as u64);
        if old.as_ref().is_ok_and(|old| **old == **bytes) {
            written.kept += 1;
            continue;
        }
        make_folders(root, &place, readers).map_err(|error| Fault::new("write", &place, error))?;
        staged.push(Staged {
            file: beside(&place, bytes, readers)?,
            place,
            is_new: old.is_err(),
        });
        written.changed += 1;
    }
    bring_to_disk(folder, &staged)?;
    // Nobody is led to a new page before an old one has been replaced. Of those,
    // deep pages come first, and the home page, which leads to all, last.
    staged.sort_by_key(|one| {
        let depth = one.place.components().count();
        (!one.is_new, Reverse(depth), one.place.clone())
    });
    Ok(staged)
}

fn put_in_place(staged: Vec<Staged>) -> Result<(), Fault> {
    for one in staged {
        persist(one.file, &one.place)?;
    }
    Ok(())
}

/// From how many files on one call for the whole disk is quicker than one each.
const MANY: usize = 5;

/// Waits until what was staged is on the disk: a rename may get there sooner
/// than the bytes, and after a power cut a page would be empty.
fn bring_to_disk(folder: &Path, staged: &[Staged]) -> Result<(), Fault> {
    if staged.len() >= MANY && whole_disk(staged).is_some() {
        return Ok(());
    }
    for one in staged {
        let synced = one.file.as_file().sync_all();
        synced.map_err(|error| Fault::new("write", folder, error))?;
    }
    Ok(())
}

#[cfg(target_os = "linux")]
fn whole_disk(staged: &[Staged]) -> Option<()> {
    rustix::fs::syncfs(staged.first()?.file.as_file()).ok()
}

#[cfg(not(target_os = "linux"))]
fn whole_disk(_: &[Staged]) -> Option<()> {
    None
}

/// Whether the pages of a site are as they were when they were written.
#[must_use]
pub fn is_as_written(out: &Path, student: &str, pages: &Stamps) -> bool {
    let folder = site_folder(out, student);
    pages.iter().all(|(path, stamp)| {
        let facts = folder.join(path.as_str()).symlink_metadata();
        facts.is_ok_and(|facts| Stamp::of(&facts).has_content_of(stamp))
    })
}

/// The bytes of one of a site's files, if it is as it was when it was written.
#[must_use]
pub fn page(out: &Path, student: &str, path: &RelPath, written: &Stamp) -> Option<Vec<u8>> {
    let place = site_folder(out, student).join(path.as_str());
    let facts = place.symlink_metadata().ok()?;
    let same = facts.is_file() && Stamp::of(&facts).has_content_of(written);
    let bytes = same.then(|| plain::bytes(&place, MAX_PICTURE_BYTES))?;
    bytes.map(|bytes| bytes.to_vec())
}

/// Takes down the site that is called `site`, as somebody has decided. Files of
/// others stay.
///
/// # Errors
/// The first thing the machine refused.
pub fn take_down(out: &Path, site: &str) -> Result<usize, Fault> {
    let site = out.join(site);
    if site.is_symlink() {
        let error = std::io::Error::from(ErrorKind::NotADirectory);
        return Err(Fault::new("remove", &site, error));
    }
    let mut files = made_here(&site, |_| true);
    // The home page first: whoever opens it finds nothing rather than dead links.
    files.sort_by_key(|file| (file.components().count(), file.clone()));
    for file in &files {
        remove(file, &site)?;
    }
    Ok(files.len())
}

fn remove(file: &Path, site: &Path) -> Result<(), Fault> {
    match fs::remove_file(file) {
        // Somebody else was quicker.
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        removed => removed.map_err(|error| Fault::new("remove", file, error))?,
    }
    let folders = file.ancestors().skip(1);
    for folder in folders.take_while(|folder| folder.starts_with(site)) {
        // Folders that are now empty go too; one that is not refuses.
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}

/// Keeps what is to be remembered of translations at `path` in the school
/// folder; a file that is as it should be is left alone.
///
/// # Errors
/// When the folder cannot be written. Nothing else needs this file.
pub fn remember(
    school: &Path,
    path: &RelPath,
    translation_log: &TranslationLog,
) -> Result<(), Fault> {
    let (place, bytes) = (school.join(path.as_str()), translation_log.bytes());
    let old = plain::bytes(&place, MAX_FILE_BYTES);
    if old.as_deref() == Some(&*bytes) || (old.is_none() && translation_log.is_empty()) {
        return Ok(());
    }
    let fault = |error: std::io::Error| Fault::new("remember", &place, error);
    make_folders(school, &place, Readers::Everybody).map_err(fault)?;
    let written = beside(&place, &bytes, Readers::Everybody).and_then(|file| persist(file, &place));
    written.map_err(|error| Fault {
        tried: "remember",
        ..error
    })
}

/// Removes what was remembered at `path` in the school folder.
///
/// # Errors
/// What the machine refused.
pub fn forget(school: &Path, path: &RelPath) -> Result<(), Fault> {
    let place = school.join(path.as_str());
    match fs::remove_file(&place) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(Fault::new("remove", &place, error))
        }
        _ => Ok(()),
    }
}

/// What every page of this tool says of itself.
const SIGN: &str = "<meta name=\"generator\" content=\"kinfolio\">";

/// Whether `out` is a place for the sites of families: one of them, inside one,
/// beside one, or the folder that holds them.
#[must_use]
pub fn near_sites(out: &Path) -> bool {
    let out = real(out);
    out.ancestors().any(is_site) || has_sites(&out) || out.parent().is_some_and(has_sites)
}

/// A page as it stands on the disk; nothing where there is none, or something else
/// in its place.
fn page_text(place: &Path) -> Option<String> {
    let bytes = plain::bytes(place, MAX_PICTURE_BYTES)?;
    String::from_utf8(bytes.to_vec()).ok()
}

/// Whether `folder` begins with the page that opens the home language.
fn is_site(folder: &Path) -> bool {
    let page = page_text(&folder.join("index.html"));
    page.is_some_and(|page| page.contains(SIGN) && page.contains("http-equiv=\"refresh\""))
}

/// Pages and pictures below `folder` that this tool made and that `fits` likes.
/// Pages say so themselves, pictures by a name that nobody else gives, so that
/// nobody else's file is ever taken for one.
fn made_here(folder: &Path, fits: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let files = WalkDir::new(folder)
        .follow_links(false)
        .follow_root_links(false)
        .into_iter()
        .filter_map(Result::ok);
    let page = |path: &Path| {
        path.file_name().is_some_and(|name| name == "index.html")
            && page_text(path).is_some_and(|page| page.contains(SIGN))
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
        .filter(|path| fits(path))
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
    let students: BTreeSet<String> = students.iter().map(|one| site_name(one)).collect();
    let mut left: Vec<String> = entries
        .filter_map(Result::ok)
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !students.contains(name) && is_site(&out.join(name)))
        .collect();
    left.sort();
    left
}

/// Whether the family of `student` has a site in `out`.
#[must_use]
pub fn has_site(out: &Path, student: &str) -> bool {
    is_site(&site_folder(out, student))
}

/// Whether `out` has two sites by these names, and not one that its disk finds
/// under both.
#[must_use]
pub fn are_two_sites(out: &Path, one: &str, other: &str) -> bool {
    let (one, other) = (out.join(one), out.join(other));
    is_site(&one) && is_site(&other) && which(&one) != which(&other)
}

#[cfg(unix)]
fn which(folder: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    let facts = folder.metadata().ok()?;
    Some((facts.dev(), facts.ino()))
}

#[cfg(not(unix))]
fn which(folder: &Path) -> PathBuf {
    real(folder)
}

/// Whether any family has a site in `out`.
#[must_use]
pub fn has_sites(out: &Path) -> bool {
    let entries = fs::read_dir(out).into_iter().flatten();
    entries
        .filter_map(Result::ok)
        .any(|entry| is_site(&entry.path()))
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
