//! Sites whose students have no folder any more.

use std::collections::BTreeSet;
use std::path::Path;

use super::diagnostics::Messages;
use super::school::Compiled;
use crate::discover::folded;
use crate::io;

/// Sites in `out` of nobody who has a folder now. One whose name differs from a
/// student's in capitals only may be that student's own.
pub(super) fn sites<T>(out: &Path, compiled: &Compiled<T>) -> Vec<String> {
    let students = compiled.students.iter();
    let live: BTreeSet<String> = students.map(|student| folded(student)).collect();
    let mut sites = others(out, compiled);
    sites.retain(|site| !live.contains(&folded(site)));
    sites
}

/// Sites in `out` that stand beside a student's own because the student's folder
/// was called by other capitals, each with that student.
pub(super) fn twins<T>(out: &Path, compiled: &Compiled<T>) -> Vec<(String, String)> {
    let others = others(out, compiled).into_iter();
    let twins = others.filter_map(|site| {
        let student = twin(&site, compiled)?.to_owned();
        let two = io::are_two_sites(out, &site, &io::site_name(&student));
        two.then_some((site, student))
    });
    twins.collect()
}

fn others<T>(out: &Path, compiled: &Compiled<T>) -> Vec<String> {
    let here = compiled.students.iter().map(String::as_str).collect();
    io::leftover_sites(out, &here)
}

/// The student whose name differs from that of `site` in capitals only.
fn twin<'a, T>(site: &str, compiled: &'a Compiled<T>) -> Option<&'a str> {
    let mut students = compiled.students.iter().map(String::as_str);
    students.find(|student| io::site_name(student) != site && folded(student) == folded(site))
}

/// The site in `out` that is called `asked`, however that writes é.
pub(super) fn meant(out: &Path, asked: &str) -> String {
    let there = io::leftover_sites(out, &BTreeSet::new());
    let exact = there.into_iter().find(|known| known == asked);
    exact.unwrap_or_else(|| io::site_name(asked))
}

/// Why `site` is not taken down, if it is not.
pub(super) fn refusal<T>(
    out: &Path,
    site: &str,
    compiled: &Compiled<T>,
    words: &Messages,
) -> Option<String> {
    let name = ("student", site.to_owned());
    let there = io::leftover_sites(out, &BTreeSet::new());
    let twin = twin(site, compiled);
    if let Some(twin) = twin.filter(|twin| !io::are_two_sites(out, site, &io::site_name(twin))) {
        let folder = ("folder", out.display().to_string());
        return Some(words.say("live-twin", [name, ("other", twin.to_owned()), folder]));
    }
    let known = there.iter().any(|known| known == site);
    (!known).then(|| words.say("nothing-to-remove", [name]))
}
