//! The store of sites: one folder that holds a folder for each student's site. This
//! file knows what is in it; `place` writes and removes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization as _;

use crate::discover::folded;
use crate::io::{self, Stamp, Stamps};
use crate::render::PICTURES;
use crate::source::{MAX_PICTURE_BYTES, RelPath};

/// The name of a student's site. It is the folder's name with accents in one form
/// (NFC) however the disk writes them, because it is part of the family's address.
#[must_use]
pub fn site_name(student: &str) -> String {
    student.nfc().collect()
}

/// The folder of a student's site.
pub(super) fn site_folder(out: &Path, student: &str) -> PathBuf {
    out.join(site_name(student))
}

/// Whether the pages of a site are as they were when they were written.
pub(super) fn is_as_written(out: &Path, student: &str, pages: &Stamps) -> bool {
    let folder = site_folder(out, student);
    pages.iter().all(|(path, written)| {
        Stamp::at(&folder.join(path.as_str())).is_some_and(|now| now.has_content_of(written))
    })
}

/// The bytes of one file of a site. `None` if it is not as it was `written`.
pub(super) fn page(out: &Path, student: &str, path: &RelPath, written: &Stamp) -> Option<Vec<u8>> {
    let place = site_folder(out, student).join(path.as_str());
    let same = Stamp::at(&place)?.has_content_of(written);
    let bytes = same.then(|| io::read_bytes(&place, MAX_PICTURE_BYTES))?;
    bytes.map(|bytes| bytes.to_vec())
}

/// What every page of kinfolio has in its head.
const GENERATOR: &str = "<meta name=\"generator\" content=\"kinfolio\">";

/// The text of a page. `None` if there is no plain file.
fn page_text(place: &Path) -> Option<String> {
    let bytes = io::read_bytes(place, MAX_PICTURE_BYTES)?;
    String::from_utf8(bytes.to_vec()).ok()
}

/// Whether `folder` begins with the page that opens the home language.
fn is_site(folder: &Path) -> bool {
    let page = page_text(&folder.join("index.html"));
    page.is_some_and(|page| page.contains(GENERATOR) && page.contains("http-equiv=\"refresh\""))
}

/// The pages and pictures below `folder` that kinfolio made and that `wanted`
/// accepts. A page says so in its head, and no other program gives a file the name
/// of a picture, so kinfolio never takes another file for its own.
pub(super) fn made_here(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let is_page = |path: &Path| {
        path.file_name().is_some_and(|name| name == "index.html")
            && page_text(path).is_some_and(|page| page.contains(GENERATOR))
    };
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
        .filter(|path| is_page(path) || is_picture(path))
        .collect()
}

/// Whether the family of `student` has a site in `out`.
#[must_use]
pub fn has_site(out: &Path, student: &str) -> bool {
    is_site(&site_folder(out, student))
}

/// Whether any family has a site in `out`.
pub(super) fn has_sites(out: &Path) -> bool {
    io::names_in(out)
        .iter()
        .any(|name| is_site(&out.join(name)))
}

/// Whether `out` is a place for the sites of families: a site, inside a site, next
/// to a site, or the folder that holds them.
#[must_use]
pub fn is_near_sites(out: &Path) -> bool {
    let out = io::real(out);
    out.ancestors().any(is_site) || has_sites(&out) || out.parent().is_some_and(has_sites)
}

/// The names of all sites in `out`.
pub(super) fn sites(out: &Path) -> Vec<String> {
    let mut sites = io::names_in(out);
    sites.retain(|name| is_site(&out.join(name)));
    sites.sort();
    sites
}

/// The sites in `out` that belong to none of `students`. That a folder vanished is
/// no decision to take its site down.
pub(super) fn sites_without_folder(out: &Path, students: &BTreeSet<&str>) -> Vec<String> {
    let students: BTreeSet<String> = students.iter().map(|one| site_name(one)).collect();
    let mut sites = io::names_in(out);
    sites.retain(|name| !students.contains(name) && is_site(&out.join(name)));
    sites.sort();
    sites
}

/// The sites in `out` of students who have no folder now. A site whose name
/// differs from a student's in capitals only may be that student's own and is not
/// among them.
#[must_use]
pub fn leftover_sites(out: &Path, students: &[String]) -> Vec<String> {
    let live: BTreeSet<String> = students.iter().map(|student| folded(student)).collect();
    let mut sites = others(out, students);
    sites.retain(|site| !live.contains(&folded(site)));
    sites
}

/// The second sites of students whose folders were once spelled with other
/// capitals, each with the student's folder.
#[must_use]
pub fn twin_sites(out: &Path, students: &[String]) -> Vec<(String, String)> {
    others(out, students)
        .into_iter()
        .filter_map(|site| {
            let student = twin(&site, students)?.to_owned();
            are_two_sites(out, &site, &site_name(&student)).then_some((site, student))
        })
        .collect()
}

fn others(out: &Path, students: &[String]) -> Vec<String> {
    sites_without_folder(out, &students.iter().map(String::as_str).collect())
}

/// The student whose name differs from that of `site` in capitals only.
pub(super) fn twin<'a>(site: &str, students: &'a [String]) -> Option<&'a str> {
    students
        .iter()
        .map(String::as_str)
        .find(|student| site_name(student) != site && folded(student) == folded(site))
}

/// Whether `out` has two sites by these names, and not one site that a disk which
/// ignores capitals finds under both.
pub(super) fn are_two_sites(out: &Path, one: &str, other: &str) -> bool {
    let (one, other) = (out.join(one), out.join(other));
    is_site(&one) && is_site(&other) && !io::is_same_folder(&one, &other)
}
