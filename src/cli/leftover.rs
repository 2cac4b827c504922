//! Sites whose students have no folder any more.

use std::collections::BTreeSet;
use std::path::Path;

use super::report::Words;
use super::school::Compiled;
use crate::discover::folded;
use crate::io;

/// Sites in `out` of nobody who has a folder now. One whose name differs from a
/// student's in capitals only may be that student's own.
pub(super) fn sites<T>(out: &Path, compiled: &Compiled<T>) -> Vec<String> {
    let students = compiled.students.iter();
    let live: BTreeSet<String> = students.map(|student| folded(student)).collect();
    let here = compiled.students.iter().map(String::as_str).collect();
    let mut sites = io::leftover_sites(out, &here);
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
