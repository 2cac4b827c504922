//! What somebody confirmed to be gone, and what came of it.

use std::collections::BTreeSet;
use std::path::Path;

use super::diagnostics::Messages;
use super::school::Compiled;
use super::{CommandError, leftover_sites};
use crate::incremental::SiteBuilder;
use crate::io::{self, Fault, Written};

/// One sentence about a confirmation.
pub(super) struct Answer {
    pub(super) words: String,
    /// Whether somebody may believe now that a site is gone which is not.
    pub(super) refused: bool,
}

/// The names of what was confirmed. Messages name a folder by its path, too.
pub(super) fn names(asked: &[String]) -> BTreeSet<String> {
    let name = |asked: &String| {
        let path = asked.replace('\\', "/");
        let path = path.trim_start_matches("./").trim_end_matches('/');
        let own = path.strip_prefix("students/");
        own.filter(|own| !own.contains('/'))
            .unwrap_or(path)
            .to_owned()
    };
    asked.iter().map(name).collect()
}

/// The same as sites are called, and shared folders.
pub(super) fn sites(asked: &[String]) -> BTreeSet<String> {
    names(asked)
        .iter()
        .map(|name| io::site_name(name))
        .collect()
}

/// Takes down what is not in the school folder, or not to be published, where
/// somebody wants the site of `name` gone.
pub(super) fn confirm(
    name: &str,
    sites: &SiteBuilder,
    compiled: &Compiled<Result<Written, Fault>>,
    words: &Messages,
) -> Result<Answer, CommandError> {
    if let Some((id, refused)) = stays(name, compiled) {
        let values = [
            ("name", name.to_owned()),
            ("student", student_in(name).unwrap_or(name).to_owned()),
        ];
        let words = words.say(id, values);
        return Ok(Answer { words, refused });
    }
    let out: &Path = sites.out();
    let name = &*leftover_sites::meant(out, name);
    if let Some(words) = leftover_sites::refusal(out, name, compiled, words) {
        // One who has no site is as somebody wanted.
        let refused = io::has_site(out, name);
        return Ok(Answer { words, refused });
    }
    let removed = sites.take_down(name)?;
    let student = [("student", name.to_owned())];
    Ok(Answer {
        words: words.count("taken-down", &[("removed", removed)], student),
        refused: false,
    })
}

/// Why nothing is taken down for `name`: the name of a message, and whether
/// somebody may have meant more than was done.
fn stays(name: &str, compiled: &Compiled<Result<Written, Fault>>) -> Option<(&'static str, bool)> {
    let Some(units) = &compiled.units else {
        return Some(("removal-broken-school", true));
    };
    if student_in(name).is_some() {
        return Some(("removal-part", true));
    }
    // A folder that all students share has no site; it only is missed no more.
    if name.contains('/') {
        let mut files = compiled.opened.snapshot.files.keys();
        let holds = files.any(|path| path.below(name).is_some());
        let id = if holds {
            "removal-shared-there"
        } else {
            "removal-shared"
        };
        return Some((id, false));
    }
    let unit = units
        .iter()
        .find(|unit| io::site_name(unit.student.as_str()) == io::site_name(name))?;
    match &unit.site {
        // Files of this student may have been missed, and are missed no more.
        Some(Ok(written)) if written.changed + written.removed > 0 => {
            Some(("removal-built", false))
        }
        Some(_) => Some(("removal-there", true)),
        None if compiled.has_errors(unit.student.as_str()) => Some(("removal-broken", true)),
        None if compiled.waits(unit.student.as_str()) => Some(("removal-waits", true)),
        None => None,
    }
}

/// The student in whose folder `path` lies.
fn student_in(path: &str) -> Option<&str> {
    let (student, _) = path.strip_prefix("students/")?.split_once('/')?;
    Some(student)
}
