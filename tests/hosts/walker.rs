//! A family that walks from page to page without a pause, while pages are published.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

use kinfolio::host::is_left_over;
use kinfolio::seal::{Place, ReaderKeys};
use kinfolio::source::RelPath;

use crate::school::{Below, links, opened};
use crate::support::files_below;
use crate::versions::{PLAIN, VERSIONS, Version};

/// A file that a family has seen, and what was in it.
type Seen = (PathBuf, Rc<[u8]>);

/// What a family has seen on its way to a page.
type Way = Vec<Seen>;

/// What a page leads to, by the versions of the reader's page and of the page, and by its
/// path. `None` if the key does not open it.
type Known = BTreeMap<(bool, bool, String), Option<BTreeSet<String>>>;

/// Walks in the files of a host, which may have those of two versions.
pub(crate) struct Walker<'a> {
    pub(crate) files: &'a Path,
    pub(crate) old: &'a Version,
    pub(crate) new: &'a Version,
}

/// Why a walk ended early.
enum Ended {
    /// A page on the way was replaced. The family begins again.
    Replaced,
    /// Something is wrong.
    Wrong(String),
}

impl Walker<'_> {
    /// Walks until `done`. Returns how many complete walks there were.
    pub(crate) fn walk_until(&self, done: &AtomicBool) -> Result<usize, String> {
        let mut walks = 0;
        let mut known: Vec<Known> = VERSIONS.readers.iter().map(|_| Known::new()).collect();
        while !done.load(Ordering::Relaxed) {
            for (reader, known) in VERSIONS.readers.iter().zip(&mut known) {
                match self.walk(reader, known) {
                    Ok(()) => walks += 1,
                    Err(Ended::Replaced) => {}
                    Err(Ended::Wrong(what)) => return Err(what),
                }
            }
        }
        Ok(walks)
    }

    /// One walk of each reader, while nothing is published.
    pub(crate) fn walk_once(&self) -> Result<(), String> {
        for reader in &VERSIONS.readers {
            match self.walk(reader, &mut Known::new()) {
                Ok(()) => {}
                Err(Ended::Replaced) => return Err("somebody publishes".to_owned()),
                Err(Ended::Wrong(what)) => return Err(what),
            }
        }
        Ok(())
    }

    /// Opens the reader's page, and follows all links.
    fn walk(&self, reader: &ReaderKeys, known: &mut Known) -> Result<(), Ended> {
        let (first, is_new) = self.read(&Way::new(), reader.place.as_str(), "index.html")?;
        let version = if is_new { self.new } else { self.old };
        let way = vec![first];
        // The page is that of the version, so it opens what it opens there.
        let Some(opened) = opened(&version.place, reader) else {
            return Self::wrong(&way, None, "the link opens nothing");
        };
        for (site, start) in &opened.starts {
            let mut seen: BTreeSet<String> = BTreeSet::new();
            let mut open = vec![
                (way.clone(), "index.html".to_owned()),
                (way.clone(), start.clone()),
            ];
            while let Some((mut way, name)) = open.pop() {
                if !seen.insert(name.clone()) {
                    continue;
                }
                let (file, is_page_new) = self.read(&way, site.as_str(), &name)?;
                let path = format!("{}/{name}", site.as_str());
                let next = known.entry((is_new, is_page_new, path));
                let next = next.or_insert_with(|| {
                    let bytes = opened.file(&One(&file.1), site, &name)?;
                    Some(links(&String::from_utf8_lossy(&bytes)))
                });
                way.push(file);
                match next {
                    Some(next) => open.extend(next.iter().map(|name| (way.clone(), name.clone()))),
                    // The page says that the school is just publishing.
                    None if self.changes_keys(site) => {}
                    None => return Self::wrong(&way, None, "the key does not open it"),
                }
            }
        }
        Ok(())
    }

    /// Whether the home page of a site in one version does not open with the key that a
    /// reader has in the other.
    fn changes_keys(&self, site: &Place) -> bool {
        let both = [(self.old, self.new), (self.new, self.old)];
        let is_closed = |reader: &ReaderKeys, (from, to): (&Version, &Version)| {
            let opened = opened(&from.place, reader);
            opened.is_some_and(|opened| {
                opened.starts.contains_key(site)
                    && opened.file(&Below(&to.place), site, "index.html").is_none()
            })
        };
        let mut readers = VERSIONS.readers.iter();
        readers.any(|reader| both.iter().any(|one| is_closed(reader, *one)))
    }

    /// Reads a file that the last page of `way` leads to, and tells whether it is of the new
    /// version.
    fn read(&self, way: &Way, folder: &str, name: &str) -> Result<(Seen, bool), Ended> {
        let path = format!("{folder}/{name}");
        let place = self.files.join(&path);
        let Ok(bytes) = fs::read(&place) else {
            return Self::wrong(way, Some(&place), "a dead link");
        };
        let is = |version: &Version| version.files.get(&path) == Some(&bytes);
        let is_old = is(self.old);
        if is_old || is(self.new) {
            return Ok(((place, bytes.into()), !is_old));
        }
        Err(Ended::Wrong(format!(
            "{path} is of no version: {} bytes",
            bytes.len()
        )))
    }

    /// That something is wrong, if the pages on the way there are still the same. `missing`
    /// is a file that has to be missing still.
    fn wrong<T>(way: &Way, missing: Option<&Path>, what: &str) -> Result<T, Ended> {
        if missing.is_some_and(Path::exists) {
            return Err(Ended::Replaced);
        }
        let is_same = |(place, bytes): &Seen| fs::read(place).is_ok_and(|now| now == **bytes);
        if !way.iter().all(is_same) {
            return Err(Ended::Replaced);
        }
        let way = way.iter().map(|(place, _)| place.as_path());
        let names: Vec<&Path> = way.chain(missing).collect();
        Err(Ended::Wrong(format!("{what}: {names:?}")))
    }

    /// What is on the host: no plain word, whatever else there is.
    pub(crate) fn no_plain_word(&self) {
        for (path, bytes) in files_below(self.files) {
            let text = String::from_utf8_lossy(&bytes);
            let found = PLAIN.iter().find(|word| text.contains(**word));
            assert_eq!(found, None, "{path}");
        }
    }

    /// The new version is there, and nothing else but what a stopped run left.
    pub(crate) fn is_new(&self) {
        let mut found = files_below(self.files);
        found.retain(|path, _| path.contains('/') && !is_left_over(&RelPath::new(path).unwrap()));
        let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&found), names(&self.new.files));
        assert!(found == self.new.files);
    }
}

/// One file, as it was read.
struct One<'a>(&'a [u8]);

impl kinfolio::seal::SealedFiles for One<'_> {
    fn read(&self, _: &Place, _: &str) -> Option<Vec<u8>> {
        Some(self.0.to_vec())
    }
}
