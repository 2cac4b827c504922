//! Taking sites down. A folder that vanished may be on a share that is not mounted,
//! so a site goes only if a person confirms it by name, and only if nothing in the
//! school folder says that the student still needs it.

use std::collections::BTreeSet;

use super::outcome::StudentResult;
use super::site_store::{self, site_name};
use super::{SharedInputs, SiteBuilder};
use crate::io::Fault;

/// The result of one confirmed removal.
#[derive(Debug)]
pub struct Removal {
    /// The name that was confirmed, or the site that it means.
    pub name: String,
    /// The decision.
    pub decision: RemovalOutcome,
    /// Whether a person may believe now that a site is gone which is not.
    pub is_refused: bool,
}

/// What was decided about a site, and why.
#[derive(Debug, PartialEq, Eq)]
pub enum RemovalOutcome {
    /// The site is gone. It had this many files.
    TakenDown(usize),
    /// Kept: the shared files have errors, so kinfolio cannot tell who needs a site.
    SharedFilesBroken,
    /// Kept: the name is a file or folder of this student, which has no site.
    PartOfStudent(String),
    /// A folder that all students share has no site. It is not missed anymore.
    SharedFolder,
    /// A folder that all students share, and that is not empty.
    SharedFolderInUse,
    /// Kept: the site was just built without the files that were missing.
    JustBuilt,
    /// Kept: the student is in the school folder and has a site.
    StillThere,
    /// Kept: the student's files have errors.
    HasErrors,
    /// Kept: the student's files are just being changed.
    StillChanging,
    /// Kept: it is the site of this student, whose folder has other capitals.
    SiteOf(String),
    /// There is no such site.
    NoSite,
}

/// What a run found, to decide on removals with.
pub struct Found<'a> {
    /// The shared inputs.
    pub inputs: &'a SharedInputs,
    /// The results, at least of the students whose sites may be meant. `None` if the shared
    /// files have errors.
    pub results: Option<&'a [StudentResult]>,
}

/// The names in what was confirmed. Messages name a student's folder by its path, so
/// `students/ana/` means `ana`.
#[must_use]
pub fn confirmed_names(asked: &[String]) -> BTreeSet<String> {
    asked
        .iter()
        .map(|asked| {
            let path = asked.replace('\\', "/");
            let path = path.trim_start_matches("./").trim_end_matches('/');
            let student = path.strip_prefix("students/");
            let student = student.filter(|student| !student.contains('/'));
            student.unwrap_or(path).to_owned()
        })
        .collect()
}

/// The sites and shared folders in what was confirmed.
#[must_use]
pub fn confirmed_sites(asked: &[String]) -> BTreeSet<String> {
    confirmed_names(asked)
        .iter()
        .map(|name| site_name(name))
        .collect()
}

impl SiteBuilder {
    /// Takes down the site of `name` if the student has no folder, or is not to be
    /// published.
    ///
    /// # Errors
    /// The system error if a page cannot be removed.
    pub fn remove(&self, name: &str, found: &Found) -> Result<Removal, Fault> {
        if let Some((decision, is_refused)) = reason_to_keep(name, found) {
            return Ok(Removal {
                name: name.to_owned(),
                decision,
                is_refused,
            });
        }
        let folders = self.folders();
        let sites = folders.sites();
        // The site may have been named by another program, with accents in another form.
        let site = if sites.iter().any(|site| site == name) {
            name.to_owned()
        } else {
            site_name(name)
        };
        let twin = site_store::twin(&site, &found.inputs.students);
        let twin = twin.filter(|twin| !folders.are_two(&site, twin));
        let decision = if let Some(twin) = twin {
            RemovalOutcome::SiteOf(twin.to_owned())
        } else if sites.contains(&site) {
            RemovalOutcome::TakenDown(self.take_down(&site)?)
        } else {
            RemovalOutcome::NoSite
        };
        let is_done = matches!(decision, RemovalOutcome::TakenDown(_));
        Ok(Removal {
            // A student without a site is what was asked for.
            is_refused: !is_done && folders.has_site(&site),
            name: site,
            decision,
        })
    }
}

/// Why nothing is taken down for `name`, and whether a person may have meant more
/// than was done. `None` if nothing in the school folder speaks against it.
fn reason_to_keep(name: &str, found: &Found) -> Option<(RemovalOutcome, bool)> {
    let Some(results) = found.results else {
        return Some((RemovalOutcome::SharedFilesBroken, true));
    };
    let part = name.strip_prefix("students/");
    if let Some((student, _)) = part.and_then(|part| part.split_once('/')) {
        return Some((RemovalOutcome::PartOfStudent(student.to_owned()), true));
    }
    if name.contains('/') {
        let mut files = found.inputs.snapshot.files.keys();
        let decision = if files.any(|path| path.below(name).is_some()) {
            RemovalOutcome::SharedFolderInUse
        } else {
            RemovalOutcome::SharedFolder
        };
        return Some((decision, false));
    }
    let unit = results
        .iter()
        .find(|unit| site_name(unit.student.as_str()) == site_name(name))?;
    match &unit.site {
        Some(Ok(written)) if written.changed + written.removed > 0 => {
            Some((RemovalOutcome::JustBuilt, false))
        }
        Some(_) => Some((RemovalOutcome::StillThere, true)),
        None if unit.counts.errors > 0 => Some((RemovalOutcome::HasErrors, true)),
        None if unit.counts.passes => Some((RemovalOutcome::StillChanging, true)),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_student_is_named_by_folder_or_by_path() {
        let check = |asked: &str, expected: &str| {
            let names = confirmed_names(&[asked.to_owned()]);
            assert!(names.iter().eq([expected]), "{asked}: {names:?}");
        };
        check("ana", "ana");
        check("students/ana", "ana");
        check("./students/ana/", "ana");
        check("students\\ana", "ana");
        check("students/ana/goals", "students/ana/goals");
        check("library/tips/", "library/tips");
    }
}
