//! Sites whose students have no folder any more.

use std::collections::BTreeSet;
use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;

use super::report::Words;
use super::school::Compiled;
use crate::io;

/// Sites in `out` of nobody who has a folder now. One whose name differs from a
/// student's in capitals only may be that student's own.
pub(super) fn sites<T>(out: &Path, compiled: &Compiled<T>) -> Vec<String> {
    let students = compiled.students.iter();
    let live: BTreeSet<String> = students.map(|student| folded(student)).collect();
    let mut sites = io::leftover_sites(out, &BTreeSet::new());
    sites.retain(|site| !live.contains(&folded(site)));
    sites
}

/// Why `site` is not taken down, if it is not.
pub(super) fn refusal<T>(
    out: &Path,
    site: &str,
    compiled: &Compiled<T>,
    words: &Words,
) -> Option<String> {
    let mut students = compiled.students.iter();
    let twin = students.find(|student| *student != site && folded(student) == folded(site));
    let name = ("student", site.to_owned());
    if let Some(twin) = twin {
        let folder = ("folder", out.display().to_string());
        return Some(words.say("live-twin", [name, ("other", twin.clone()), folder]));
    }
    let there = io::leftover_sites(out, &BTreeSet::new());
    let known = there.iter().any(|known| known == site);
    (!known).then(|| words.say("nothing-to-remove", [name]))
}

/// A name as a disk holds it that knows no capitals and one way to write é.
fn folded(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase()
}
