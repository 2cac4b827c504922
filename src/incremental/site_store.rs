//! The store of sites: one folder that holds a folder for each student's site. This
//! file knows what is in it; `place` writes and removes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization as _;

use crate::discover::Students;
use crate::io::{self, Stamp, Stamps};
use crate::render::PICTURES;
use crate::seal::{Place, Root, is_sealed_page, is_sealed_picture, role_of};
use crate::source::{MAX_PICTURE_BYTES, RelPath};

/// The name of a student's site. It is the folder's name with accents in one form
/// (NFC) however the disk writes them, because it is part of the family's address.
#[must_use]
pub fn site_name(student: &str) -> String {
    student.nfc().collect()
}

/// The folder of sites, and which folder in it is whose. Names of sites are those of the
/// students' folders, also where the folder on the disk has another name.
#[derive(Clone)]
pub struct SiteFolders {
    out: PathBuf,
    /// Gives folders their names. `None` if they are named like the students' folders.
    root: Option<Root>,
    /// Whether their pages are encrypted.
    seals: bool,
    /// Whose each folder with such a name is, now or earlier.
    places: BTreeMap<String, String>,
}

impl SiteFolders {
    /// Folders in `out` that are named like the students' folders, with plain pages.
    /// `places` says whose other folders are there.
    pub(super) fn plain(out: &Path, places: BTreeMap<String, String>) -> Self {
        Self {
            out: out.to_path_buf(),
            root: None,
            seals: false,
            places,
        }
    }

    /// Folders in `out` with names that follow from `root` and say nothing. `seals` says
    /// whether their pages are encrypted.
    pub(super) fn neutral(
        out: &Path,
        places: BTreeMap<String, String>,
        root: &Root,
        seals: bool,
    ) -> Self {
        Self {
            root: Some(root.clone()),
            seals,
            ..Self::plain(out, places)
        }
    }

    /// Whether sites are sealed.
    pub(super) fn is_sealed(&self) -> bool {
        self.seals
    }

    /// Whether folders are named like the students' folders.
    #[must_use]
    pub fn has_students_names(&self) -> bool {
        self.root.is_none()
    }

    /// The folder that holds them.
    #[must_use]
    pub fn out(&self) -> &Path {
        &self.out
    }

    /// The name of the folder of `student`.
    pub(super) fn name(&self, student: &str) -> String {
        // If nobody knows whose folder this was, the site is called like the folder.
        let is_folder = Place::new(student).is_some();
        match &self.root {
            Some(root) if !is_folder => root.site_place(student).as_str().to_owned(),
            _ => site_name(student),
        }
    }

    /// The folder of a student's site.
    pub(super) fn folder(&self, student: &str) -> PathBuf {
        self.out.join(self.name(student))
    }

    /// The other folders of `student` that have a site: of the time when pages were kept
    /// private in the other way, or with another keyring.
    pub(super) fn former(&self, student: &str) -> Vec<PathBuf> {
        let own = site_name(student);
        let places = self.places.iter().filter(|(_, owner)| **owner == own);
        let names = places.map(|(place, _)| place).chain([&own]);
        let folders = names.map(|name| self.out.join(name));
        let now = self.folder(student);
        folders
            .filter(|folder| *folder != now && is_site(folder))
            .collect()
    }

    /// Whether a folder with a neutral name is that of a site, now or earlier.
    pub(super) fn is_known(&self, folder: &str) -> bool {
        self.places.contains_key(folder)
    }

    /// The student whose site is or was in the folder `name`. `None` if that is not known.
    #[must_use]
    pub fn student_of(&self, name: &str) -> Option<&str> {
        self.places.get(name).map(String::as_str)
    }

    /// The names of all folders with neutral names that sites have or had.
    pub fn all_known(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(String::as_str)
    }

    /// The name of the site in the folder `name`.
    fn site_in(&self, name: &str) -> String {
        self.places
            .get(name)
            .map_or(name, String::as_str)
            .to_owned()
    }

    /// Whether the pages of a site are as they were when they were written.
    pub(super) fn is_as_written(&self, student: &str, pages: &Stamps) -> bool {
        let folder = self.folder(student);
        pages.iter().all(|(path, written)| {
            let now = Stamp::at(&folder.join(path.as_str()));
            now.is_some_and(|now| now.has_content_of(written))
        })
    }

    /// The bytes of one file of a site. `None` if it is not as it was `written`.
    pub(super) fn file(&self, student: &str, path: &RelPath, written: &Stamp) -> Option<Vec<u8>> {
        let place = self.folder(student).join(path.as_str());
        let same = Stamp::at(&place)?.has_content_of(written);
        let bytes = same.then(|| io::read_bytes(&place, MAX_PICTURE_BYTES))?;
        bytes.map(|bytes| bytes.to_vec())
    }

    /// Whether the family of `student` has a site.
    #[must_use]
    pub fn has_site(&self, student: &str) -> bool {
        is_site(&self.folder(student))
    }

    /// The names of all sites.
    pub(super) fn sites(&self) -> Vec<String> {
        let mut folders = io::names_in(&self.out);
        folders.retain(|name| is_site(&self.out.join(name)));
        let mut sites: Vec<String> = folders.iter().map(|name| self.site_in(name)).collect();
        sites.sort();
        sites.dedup();
        sites
    }

    /// The sites that belong to none of `students`. That a folder vanished is no decision
    /// to take its site down.
    pub(super) fn without_folder(&self, students: &Students) -> Vec<String> {
        let is_own = |site: &str| {
            students
                .like(site)
                .any(|student| site_name(student) == site)
        };
        let mut folders = io::names_in(&self.out);
        folders.retain(|name| !is_own(&self.site_in(name)) && is_site(&self.out.join(name)));
        let mut sites: Vec<String> = folders.iter().map(|name| self.site_in(name)).collect();
        sites.sort();
        sites.dedup();
        sites
    }

    /// The sites of students who have no folder now. A site whose name differs from a
    /// student's in capitals only may be that student's own and is not among them.
    #[must_use]
    pub fn leftover(&self, students: &Students) -> Vec<String> {
        let mut sites = self.without_folder(students);
        sites.retain(|site| students.like(site).next().is_none());
        sites
    }

    /// The second sites of students whose folders were once spelled with other capitals,
    /// each with the student's folder.
    #[must_use]
    pub fn twins(&self, students: &Students) -> Vec<(String, String)> {
        self.without_folder(students)
            .into_iter()
            .filter_map(|site| {
                let student = twin(&site, students)?.to_owned();
                self.are_two(&site, &student).then_some((site, student))
            })
            .collect()
    }

    /// Whether there are two sites by these names, and not one site that a disk which
    /// ignores capitals finds under both.
    pub(super) fn are_two(&self, one: &str, other: &str) -> bool {
        let (one, other) = (self.folder(one), self.folder(other));
        is_site(&one) && is_site(&other) && !io::is_same_folder(&one, &other)
    }
}

/// What every page of kinfolio has in its head.
const GENERATOR: &str = "<meta name=\"generator\" content=\"kinfolio\">";

/// What the page of a reader has in its head where pages are plain.
const READER: &str = "<meta name=\"kinfolio\" content=\"reader\">";

/// The text of a page. `None` if there is no plain file.
fn page_text(place: &Path) -> Option<String> {
    let bytes = io::read_bytes(place, MAX_PICTURE_BYTES)?;
    String::from_utf8(bytes.to_vec()).ok()
}

/// Whether `folder` begins with the page that opens the home language.
pub(super) fn is_site(folder: &Path) -> bool {
    let page = page_text(&folder.join("index.html"));
    page.is_some_and(|page| {
        let opens_language = page.contains("http-equiv=\"refresh\"") && !page.contains(READER);
        page.contains(GENERATOR) && (opens_language || role_of(&page).as_deref() == Some("site"))
    })
}

/// Whether `folder` is that of a reader who can open something.
pub(super) fn is_reader(folder: &Path) -> bool {
    let page = page_text(&folder.join("index.html"));
    page.is_some_and(|page| page.contains(READER) || role_of(&page).as_deref() == Some("reader"))
}

/// Whether the file at `place` is a page of kinfolio.
pub(super) fn is_made_here(place: &Path) -> bool {
    page_text(place).is_some_and(|page| page.contains(GENERATOR))
}

/// The pages and pictures below `folder` that kinfolio made and that `wanted`
/// accepts. A page says so in its head, and no other program gives a file the name
/// of a picture, so kinfolio never takes another file for its own.
pub(super) fn made_here(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let name_of = |path: &Path| path.file_name()?.to_str().map(str::to_owned);
    let is_page = |path: &Path| {
        name_of(path).is_some_and(|name| name == "index.html" || is_sealed_page(&name))
            && page_text(path).is_some_and(|page| page.contains(GENERATOR))
    };
    let is_sealed_picture =
        |path: &Path| name_of(path).is_some_and(|name| is_sealed_picture(&name));
    let pictures = folder.join(PICTURES);
    let is_picture = |path: &Path| {
        let name = path.file_stem().and_then(|name| name.to_str());
        path.parent() == Some(&pictures)
            && name.is_some_and(|name| {
                name.len() == 32 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
            })
    };
    io::files_below(folder)
        .filter(|path| wanted(path))
        .filter(|path| is_page(path) || is_picture(path) || is_sealed_picture(path))
        .collect()
}

/// The name of the folder in `out` that has plain pages of `student`. `None` if there is
/// none.
#[must_use]
pub fn plain_site(out: &Path, student: &str, root: Option<&Root>) -> Option<String> {
    let place = root.map(|root| root.site_place(student).as_str().to_owned());
    let names = place.into_iter().chain([site_name(student)]);
    let mut plain = names.filter(|name| {
        let folder = out.join(name);
        let is_plain = |page: String| role_of(&page).is_none();
        is_site(&folder) && page_text(&folder.join("index.html")).is_some_and(is_plain)
    });
    plain.next()
}

/// Whether any family has a site in `out`.
pub(super) fn has_sites(out: &Path) -> bool {
    io::names_in(out)
        .iter()
        .any(|name| is_site(&out.join(name)))
}

/// Whether any family has a site in `out` whose folder has a neutral name.
pub(super) fn has_neutral_sites(out: &Path) -> bool {
    let names = io::names_in(out).into_iter();
    let mut places = names.filter(|name| Place::new(name).is_some());
    places.any(|name| is_site(&out.join(name)))
}

/// Whether `out` is a place for the sites of families: a site, inside a site, next
/// to a site, or the folder that holds them.
#[must_use]
pub fn is_near_sites(out: &Path) -> bool {
    let out = io::real(out);
    out.ancestors().any(is_site) || has_sites(&out) || out.parent().is_some_and(has_sites)
}

/// The student whose name differs from that of `site` in capitals only.
pub(super) fn twin<'a>(site: &str, students: &'a Students) -> Option<&'a str> {
    let mut like = students.like(site);
    like.find(|student| site_name(student) != site)
}
