//! What has to be sent to the host, and what removed from it. Pure.

use std::collections::BTreeMap;

use super::contents::{Contents, Hashes};
use crate::host::{Kind, is_left_over};
use crate::source::RelPath;

/// What is to be done, in the order in which it is done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The sites with something to do.
    pub sites: Vec<FolderPlan>,
    /// The folders of readers with something to do.
    pub readers: Vec<FolderPlan>,
    /// Folders on the host that are not here. They stay.
    pub absent: Vec<String>,
}

/// What is to be done in one folder. Paths are those in the folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FolderPlan {
    /// Its name.
    pub folder: String,
    /// Files that the host does not have, pictures first.
    pub new: Vec<RelPath>,
    /// Files that the host has with other contents.
    pub changed: Vec<RelPath>,
    /// The home page, if it is new or has changed.
    pub home: Option<RelPath>,
    /// Files on the host that are not part of the folder anymore.
    pub stale: Vec<RelPath>,
    /// How many bytes are to be sent.
    pub bytes: u64,
}

impl Plan {
    /// Compares what is here with what is on the host, for the folders in `on_host`. The
    /// others are up to date. `listed` are all folders on the host.
    ///
    /// The folder of a reader is left out if it has keys of a site that is not to be
    /// published: the new keys would not open what is there.
    pub(super) fn new<'a>(
        contents: &Contents,
        on_host: &BTreeMap<String, Hashes>,
        listed: impl Iterator<Item = &'a String>,
    ) -> Self {
        let mut plan = Self::default();
        for (name, local) in &contents.folders {
            let Some(known) = on_host.get(name) else {
                continue;
            };
            let mut folder = FolderPlan::new(name, &local.files, known);
            folder.bytes = folder.to_send().map(|path| local.size(path)).sum();
            if folder.is_empty() {
                continue;
            }
            if local.student.is_some() {
                plan.sites.push(folder);
            } else if contents.has_all(&local.sites) {
                plan.readers.push(folder);
            }
        }
        let absent = listed.filter(|name| !contents.folders.contains_key(*name));
        plan.absent = absent.cloned().collect();
        plan
    }

    /// Whether the host is up to date.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sites.is_empty() && self.readers.is_empty()
    }

    /// Its folders, sites first.
    pub fn folders(&self) -> impl Iterator<Item = &FolderPlan> {
        self.sites.iter().chain(&self.readers)
    }

    /// How many files are to be sent.
    #[must_use]
    pub fn files(&self) -> usize {
        self.folders().map(|folder| folder.to_send().count()).sum()
    }

    /// How many bytes are to be sent.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.folders().map(|folder| folder.bytes).sum()
    }

    /// How many files are to be removed.
    #[must_use]
    pub fn stale(&self) -> usize {
        self.folders().map(|folder| folder.stale.len()).sum()
    }
}

impl FolderPlan {
    fn new(folder: &str, files: &Hashes, known: &Hashes) -> Self {
        let mut plan = Self {
            folder: folder.to_owned(),
            ..Self::default()
        };
        for (path, hash) in files {
            let there = known.get(path);
            if there == Some(hash) {
                continue;
            }
            if path.as_str() == "index.html" {
                plan.home = Some(path.clone());
            } else if there.is_some() {
                plan.changed.push(path.clone());
            } else {
                plan.new.push(path.clone());
            }
        }
        plan.new.sort_by_key(|path| Kind::of(path) == Kind::Page);
        let stale = known.keys().filter(|path| !files.contains_key(*path));
        plan.stale = stale.filter(|path| is_ours(path)).cloned().collect();
        plan
    }

    /// The files to be sent, in their order.
    pub fn to_send(&self) -> impl Iterator<Item = &RelPath> {
        self.new.iter().chain(&self.changed).chain(&self.home)
    }

    fn is_empty(&self) -> bool {
        self.to_send().next().is_none() && self.stale.is_empty()
    }
}

/// Whether a file in the folder of a site or a reader has a name that kinfolio gives. Files
/// of other programs are never touched.
pub(super) fn is_ours(path: &RelPath) -> bool {
    if is_left_over(path) {
        return true;
    }
    match without_number(path.file_name()).rsplit_once('.') {
        Some(("index", "html")) => true,
        Some((name, "html" | "bin" | "jpg")) => {
            let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            matches!(name.len(), 26 | 32) && name.bytes().all(is_plain)
        }
        _ => false,
    }
}

/// A name without the ten digits that nginx adds while it copies a file from another disk
/// to its place. It leaves such a file if it is stopped.
fn without_number(name: &str) -> &str {
    let is_number = |number: &str| number.len() == 10 && number.bytes().all(|b| b.is_ascii_digit());
    let numbered = name.rsplit_once('.').filter(|(_, end)| is_number(end));
    numbered.map_or(name, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> Hashes {
        let file = |(path, hash): &(&str, &str)| (RelPath::new(path).unwrap(), (*hash).to_owned());
        list.iter().map(file).collect()
    }

    fn names(paths: &[RelPath]) -> Vec<&str> {
        paths.iter().map(RelPath::as_str).collect()
    }

    #[test]
    fn new_files_come_first_and_the_home_page_last() {
        let here = files(&[
            ("index.html", "2"),
            ("aaaaaaaaaaaaaaaaaaaaaaaaaa.html", "new"),
            ("bbbbbbbbbbbbbbbbbbbbbbbbbb.bin", "new"),
            ("cccccccccccccccccccccccccc.html", "2"),
            ("dddddddddddddddddddddddddd.html", "1"),
        ]);
        let there = files(&[
            ("index.html", "1"),
            ("cccccccccccccccccccccccccc.html", "1"),
            ("dddddddddddddddddddddddddd.html", "1"),
            ("eeeeeeeeeeeeeeeeeeeeeeeeee.html", "1"),
            ("notes.txt", ""),
            ("index.php", ""),
        ]);
        let plan = FolderPlan::new("place", &here, &there);
        let sent: Vec<&str> = plan.to_send().map(RelPath::as_str).collect();
        let expected = [
            "bbbbbbbbbbbbbbbbbbbbbbbbbb.bin",
            "aaaaaaaaaaaaaaaaaaaaaaaaaa.html",
            "cccccccccccccccccccccccccc.html",
            "index.html",
        ];
        assert_eq!(sent, expected);
        assert_eq!(names(&plan.stale), ["eeeeeeeeeeeeeeeeeeeeeeeeee.html"]);
    }

    #[test]
    fn nothing_is_done_for_the_same_files() {
        let here = files(&[("index.html", "1"), ("es/index.html", "2")]);
        assert!(FolderPlan::new("place", &here, &here).is_empty());
        // A file whose contents on the host are not known is sent again.
        let listed = files(&[("index.html", "1"), ("es/index.html", "")]);
        let plan = FolderPlan::new("place", &here, &listed);
        assert_eq!(names(&plan.changed), ["es/index.html"]);
        assert_eq!(plan.home, None);
    }

    #[test]
    fn files_of_others_are_not_ours() {
        let check = |path: &str, expected: bool| {
            assert_eq!(is_ours(&RelPath::new(path).unwrap()), expected, "{path}");
        };
        check("index.html", true);
        check("es/goals/reading/index.html", true);
        check("pictures/0123456789abcdef0123456789abcdef.jpg", true);
        check("abcdefghijklmnopqrstuvwxy2.bin", true);
        check("index.html.0000000003", true);
        check("report.html.0000000003", false);
        check("photo.jpg", false);
        check("report-2026.html", false);
        check(".htaccess", false);
        check("index.php", false);
    }
}
