//! The fourth step: pages from memory onto the disk, and stale files away from it.
//!
//! The preview has its own: it keeps the pages in memory.

use std::collections::BTreeSet;
use std::ops::AddAssign;
use std::path::{Path, PathBuf};

use super::site_store::{SiteFolders, made_here};
use crate::io::{self, Fault, Readers, Stamps};
use crate::render::Bundle;
use crate::seal::SealedBundle;

/// What writing one site did, in files.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct FileCounts {
    /// Files that are new or have changed.
    pub changed: usize,
    /// Files that were already as they should be. They keep their times.
    pub kept: usize,
    /// Pages and pictures of an earlier build that were removed because no page
    /// links to them anymore.
    pub removed: usize,
}

impl AddAssign for FileCounts {
    fn add_assign(&mut self, more: Self) {
        self.changed += more.changed;
        self.kept += more.kept;
        self.removed += more.removed;
    }
}

/// The pages of a site.
pub(super) enum Pages<'a> {
    /// Whoever has the files can read them.
    Plain(&'a Bundle),
    /// Only readers of the site can.
    Sealed(&'a SealedBundle),
}

/// A site that has been written, and the stale files that are still next to it.
#[derive(Debug)]
#[must_use]
pub(super) struct Placed {
    /// What was done so far.
    pub(super) written: FileCounts,
    /// The files of the site as they are on the disk now, by their path in it.
    pub(super) pages: Stamps,
    /// Files to be removed, each with the folder up to which empty folders go with it.
    stale: Vec<(PathBuf, PathBuf)>,
}

impl Placed {
    /// Whether files of an earlier build are still to be removed.
    pub(super) fn has_stale(&self) -> bool {
        !self.stale.is_empty()
    }

    /// Removes the files of an earlier build that no page links to anymore.
    ///
    /// # Errors
    /// The first system error.
    pub(super) fn remove_stale(mut self) -> Result<FileCounts, Fault> {
        for (stale, folder) in self.stale.drain(..) {
            io::remove_with_empty_folders(&stale, &folder)?;
            self.written.removed += 1;
        }
        Ok(self.written)
    }
}

/// Writes one student's site into its folder in `out`. Returns what is stale with
/// it; removing that is another step.
///
/// # Errors
/// The first system error. Every page is the old or the new one then.
pub(super) fn site(folders: &SiteFolders, student: &str, pages: &Pages) -> Result<Placed, Fault> {
    let folder = folders.folder(student);
    let bundle = match pages {
        Pages::Sealed(sealed) => sealed.files(),
        // Plain pages never get the address of sealed ones.
        Pages::Plain(_) if folders.is_sealed() => {
            return Err(Fault::new("write", &folder, "not sealed"));
        }
        Pages::Plain(bundle) => bundle,
    };
    let mut placed = write(folders.out(), &folder, bundle, Readers::Everyone)?;
    if !bundle.is_empty() {
        for former in folders.former(student) {
            let files = made_here(&former, |_| true).into_iter();
            let files = files.map(|file| (file, former.clone()));
            placed.stale.extend(files);
        }
    }
    Ok(placed)
}

/// A folder of pages for staff alone, which are written some at a time.
pub struct StaffFolder {
    folder: PathBuf,
    /// The files that have been written.
    wanted: BTreeSet<PathBuf>,
}

impl StaffFolder {
    /// Pages in `folder`.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_path_buf(),
            wanted: BTreeSet::new(),
        }
    }

    /// Writes some pages.
    ///
    /// # Errors
    /// The first system error. Every page is the old or the new one then.
    pub fn write(&mut self, bundle: &Bundle) -> Result<(), Fault> {
        io::private_folder(&self.folder)?;
        let readers = Readers::of_staff(&self.folder);
        io::replace_files(&self.folder, &self.folder, bundle, readers)?;
        let files = bundle.keys().map(|path| self.folder.join(path.as_str()));
        self.wanted.extend(files);
        Ok(())
    }

    /// Removes pages of an earlier time that have not been written now.
    ///
    /// # Errors
    /// The first system error.
    pub fn end(self) -> Result<(), Fault> {
        for stale in made_here(&self.folder, |file| !self.wanted.contains(file)) {
            io::remove_with_empty_folders(&stale, &self.folder)?;
        }
        Ok(())
    }
}

fn write(root: &Path, folder: &Path, bundle: &Bundle, readers: Readers) -> Result<Placed, Fault> {
    let mut placed = Placed {
        written: FileCounts::default(),
        pages: Stamps::new(),
        stale: Vec::new(),
    };
    if bundle.is_empty() {
        // An empty site is no decision to take the old one down.
        return Ok(placed);
    }
    let replaced = io::replace_files(root, folder, bundle, readers)?;
    placed.written.changed = replaced.changed;
    placed.written.kept = replaced.kept;
    placed.pages = replaced.stamps;
    let wanted: BTreeSet<PathBuf> = bundle
        .keys()
        .map(|path| folder.join(path.as_str()))
        .collect();
    let stale = made_here(folder, |file| !wanted.contains(file)).into_iter();
    placed.stale = stale.map(|file| (file, folder.to_path_buf())).collect();
    Ok(placed)
}

/// Removes the files that kinfolio made in the folder of a site. Returns how
/// many there were.
///
/// # Errors
/// The first system error.
pub(super) fn take_down(site: &Path) -> Result<usize, Fault> {
    if site.is_symlink() {
        let error = std::io::Error::from(std::io::ErrorKind::NotADirectory);
        return Err(Fault::new("remove", site, error));
    }
    let mut files = made_here(site, |_| true);
    // The home page goes first: an address without a page is better than dead links.
    files.sort_by_key(|file| (file.components().count(), file.clone()));
    for file in &files {
        io::remove_with_empty_folders(file, site)?;
    }
    Ok(files.len())
}
