//! A family that walks from page to page without a pause, while pages are published.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use kinfolio::host::is_left_over;
use kinfolio::seal::{OpenedPlace, Place, ReaderKeys};
use kinfolio::source::RelPath;

use crate::school::{Below, links, opened};
use crate::support::files_below;
use crate::versions::{PLAIN, VERSIONS, Version};

/// What a family has seen on its way to a page: files, and what was in them.
type Way = Vec<(PathBuf, Vec<u8>)>;

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
        while !done.load(Ordering::Relaxed) {
            for reader in &VERSIONS.readers {
                match self.walk(reader) {
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
            match self.walk(reader) {
                Ok(()) => {}
                Err(Ended::Replaced) => return Err("somebody publishes".to_owned()),
                Err(Ended::Wrong(what)) => return Err(what),
            }
        }
        Ok(())
    }

    /// Opens the reader's page, and follows all links.
    fn walk(&self, reader: &ReaderKeys) -> Result<(), Ended> {
        let way = vec![self.read(&Way::new(), reader.place.as_str(), "index.html")?];
        // The link opens nothing only for readers who may open nothing in one of the versions.
        let Some(opened) = opened(self.files, reader) else {
            let is_closed =
                |version: &&Version| crate::school::opened(&version.place, reader).is_none();
            return match [self.old, self.new].iter().any(is_closed) {
                true => Ok(()),
                false => self.wrong(&way, None, "the link opens nothing"),
            };
        };
        for (site, start) in &opened.starts {
            let mut seen: BTreeMap<String, ()> = BTreeMap::new();
            let mut open = vec![
                (way.clone(), "index.html".to_owned()),
                (way.clone(), start.clone()),
            ];
            while let Some((way, name)) = open.pop() {
                if seen.insert(name.clone(), ()).is_some() {
                    continue;
                }
                let mut way = way;
                way.push(self.read(&way, site.as_str(), &name)?);
                let Some(page) = self.page(&opened, site, &name, &way)? else {
                    continue;
                };
                let next = links(&page).into_iter();
                open.extend(next.map(|name| (way.clone(), name)));
            }
        }
        Ok(())
    }

    /// What is in the last file of `way`. `None` for a picture, and for a page of a site
    /// whose keys are just being changed: it says so.
    fn page(
        &self,
        opened: &OpenedPlace,
        site: &Place,
        name: &str,
        way: &Way,
    ) -> Result<Option<String>, Ended> {
        let seen = One(&way[way.len() - 1].1);
        match opened.file(&seen, site, name) {
            Some(bytes) if name.ends_with("html") => Ok(Some(String::from_utf8(bytes).unwrap())),
            Some(_) => Ok(None),
            None if self.changes_keys(site) => Ok(None),
            None => self.wrong(way, None, "the key does not open it"),
        }
    }

    /// Whether the versions have different keys for a site: then no home page of one opens
    /// with the key that a reader has from the other.
    fn changes_keys(&self, site: &Place) -> bool {
        VERSIONS.readers.iter().any(|reader| {
            let mut places =
                [self.old, self.new].map(|version| (opened(&version.place, reader), version));
            places.reverse();
            let [(first, _), (_, other)] = &places;
            first.as_ref().is_some_and(|first| {
                first.starts.contains_key(site)
                    && first
                        .file(&Below(&other.place), site, "index.html")
                        .is_none()
            })
        })
    }

    /// Reads a file that the last page of `way` leads to.
    fn read(&self, way: &Way, folder: &str, name: &str) -> Result<(PathBuf, Vec<u8>), Ended> {
        let path = format!("{folder}/{name}");
        let place = self.files.join(&path);
        let Ok(bytes) = fs::read(&place) else {
            return self.wrong(way, Some(&place), "a dead link");
        };
        let is = |version: &Version| version.files.get(&path) == Some(&bytes);
        if is(self.old) || is(self.new) {
            return Ok((place, bytes));
        }
        Err(Ended::Wrong(format!(
            "{path} is of no version: {} bytes",
            bytes.len()
        )))
    }

    /// That something is wrong, if the pages on the way there are still the same. `missing`
    /// is a file that has to be missing still.
    fn wrong<T>(&self, way: &Way, missing: Option<&Path>, what: &str) -> Result<T, Ended> {
        if missing.is_some_and(Path::exists) {
            return Err(Ended::Replaced);
        }
        let is_same =
            |(place, bytes): &(PathBuf, Vec<u8>)| fs::read(place).is_ok_and(|now| now == *bytes);
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
