//! The result for one student in a run.

use std::borrow::Cow;

use super::observe::Workspace;
use super::place::{FileCounts, Placed};
use super::record::{BuildRecord, Findings, LastResult};
use crate::build::Built;
use crate::diagnostic::{Code, Counts, Diagnostic, Diagnostics};
use crate::io::{Fault, Stamps};
use crate::model::StudentId;
use crate::source::RelPath;

/// One student's diagnostics, and what was done with the site, or the system error
/// that prevented it. There is no site if the student's files have errors, are not
/// complete yet, or are not to be published.
pub type SiteReport = Built<Result<FileCounts, Fault>>;

/// The result for one student in a run. [`StudentOutcome::report`] puts it into the
/// form that commands show.
pub(super) enum StudentOutcome {
    /// Nothing has changed: the last result is still true.
    Unchanged(LastResult),
    /// The files look incomplete. The pages stay, and the diagnostic says why.
    Held(Diagnostic),
    /// The files are being written. Their stamps, if the folder could be listed,
    /// for the next check.
    StillChanging(Option<Stamps>),
    /// The student got another name while this run was going on.
    NameChanged,
    /// Compiled. The site, if there is one, was placed or could not be.
    Built {
        /// The student's diagnostics, and what was done with the site.
        built: SiteReport,
        /// The same diagnostics in short.
        findings: Findings,
    },
    /// Compiled and placed, but files of an earlier build have to be removed before
    /// this is recorded.
    WithStaleFiles {
        /// The student's diagnostics.
        built: Built<()>,
        /// The same diagnostics in short.
        findings: Findings,
        /// The site and its stale files.
        placed: Placed,
        /// What to record afterwards.
        record: Box<BuildRecord>,
    },
}

impl StudentOutcome {
    /// Whether a later check may come to something else in the same run.
    pub(super) fn is_to_be_checked_again(&self) -> bool {
        matches!(self, Self::StillChanging(_) | Self::NameChanged)
    }

    /// Whether this is the end for this student, whatever happens to the others.
    pub(super) fn is_final(&self) -> bool {
        !self.is_to_be_checked_again() && !matches!(self, Self::WithStaleFiles { .. })
    }

    /// The stamps of files that are being written.
    pub(super) fn stamps(&self) -> Option<&Stamps> {
        match self {
            Self::StillChanging(stamps) => stamps.as_ref(),
            _ => None,
        }
    }

    /// Whether a system error prevented that the site was placed.
    pub(super) fn is_refused(&self) -> bool {
        matches!(self, Self::Built { built, .. } if matches!(built.site, Some(Err(_))))
    }

    /// The same for whoever shows it.
    pub(super) fn report<'a>(self, student: &str, workspace: &'a Workspace) -> StudentReport<'a> {
        let nothing = || Built::nothing(StudentId::new(student));
        let (site, findings, recorded_in) = match self {
            Self::Built { built, findings } => (built, findings, None),
            Self::WithStaleFiles {
                built,
                findings,
                placed,
                ..
            } => (built.map_site(|()| Ok(placed.written)), findings, None),
            Self::Unchanged(last) => {
                let site = last.pages.map(|kept| {
                    Ok(FileCounts {
                        kept,
                        ..FileCounts::default()
                    })
                });
                let built = Built { site, ..nothing() };
                (built, last.findings, Some(workspace))
            }
            Self::Held(reason) => of_one(nothing(), Some(reason)),
            Self::StillChanging(_) | Self::NameChanged => {
                let file = RelPath::of_student(student, "student.yaml");
                let reason = file.map(|file| Diagnostic::about(Code::StillChanging, &file));
                of_one(nothing(), reason)
            }
        };
        StudentReport {
            site,
            findings,
            recorded_in,
        }
    }
}

fn of_one<'a>(
    nothing: SiteReport,
    reason: Option<Diagnostic>,
) -> (SiteReport, Findings, Option<&'a Workspace>) {
    let findings = Findings {
        counts: reason.iter().collect(),
        ..Findings::default()
    };
    let built = Built {
        diagnostics: reason.into_iter().collect(),
        ..nothing
    };
    (built, findings, None)
}

/// What was done for one student, as long as a run is reported.
#[derive(Debug, Clone)]
pub struct StudentResult {
    /// The student.
    pub student: StudentId,
    /// What was done with the site, as in [`SiteReport`].
    pub site: Option<Result<FileCounts, Fault>>,
    /// The diagnostics about the student's own files, counted.
    pub counts: Counts,
}

/// One student's result for whoever shows it. The diagnostics of a student whose files
/// have not changed are read only if they are needed.
pub struct StudentReport<'a> {
    /// The result. If it is recorded, its diagnostics are missing here.
    site: SiteReport,
    findings: Findings,
    recorded_in: Option<&'a Workspace>,
}

impl StudentReport<'_> {
    /// The student's folder.
    #[must_use]
    pub fn student(&self) -> &str {
        self.site.student.as_str()
    }

    /// Whether a file of the site was written or removed.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        let written = self.site.site.as_ref().and_then(|site| site.as_ref().ok());
        written.is_some_and(|written| written.changed + written.removed > 0)
    }

    /// The diagnostics about the student's own files, counted.
    #[must_use]
    pub fn counts(&self) -> &Counts {
        &self.findings.counts
    }

    /// The diagnostics about files that all students share.
    #[must_use]
    pub fn about_shared(&self) -> &Diagnostics {
        &self.findings.about_shared
    }

    /// The fingerprint of the student's files and diagnostics. `None` if it is not known.
    #[must_use]
    pub fn fingerprint(&self) -> Option<&str> {
        Some(self.findings.fingerprint.as_str()).filter(|known| !known.is_empty())
    }

    /// All diagnostics, sorted. `None` if they were recorded and cannot be read anymore.
    #[must_use]
    pub fn diagnostics(&self) -> Option<Cow<'_, Diagnostics>> {
        match self.recorded_in {
            None => Some(Cow::Borrowed(&self.site.diagnostics)),
            Some(workspace) => workspace
                .recorded_diagnostics(self.student())
                .map(Cow::Owned),
        }
    }

    /// The result without its diagnostics.
    #[must_use]
    pub fn result(&self) -> StudentResult {
        StudentResult {
            student: self.site.student.clone(),
            site: self.site.site.clone(),
            counts: self.findings.counts.clone(),
        }
    }

    /// The result with its diagnostics.
    #[must_use]
    pub fn into_site_report(self) -> SiteReport {
        let diagnostics = self.diagnostics().unwrap_or_default().into_owned();
        Built {
            diagnostics,
            ..self.site
        }
    }
}
