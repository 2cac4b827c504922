//! The result for one student in a run.

use super::place::{FileCounts, Placed};
use super::record::{BuildRecord, LastResult};
use crate::build::Built;
use crate::diagnostic::{Code, Diagnostic};
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
    Built(SiteReport),
    /// Compiled and placed, but files of an earlier build have to be removed before
    /// this is recorded.
    WithStaleFiles {
        /// The student's diagnostics.
        built: Built<()>,
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

    /// The stamps of files that are being written.
    pub(super) fn stamps(&self) -> Option<&Stamps> {
        match self {
            Self::StillChanging(stamps) => stamps.as_ref(),
            _ => None,
        }
    }

    /// Whether a system error prevented that the site was placed.
    pub(super) fn is_refused(&self) -> bool {
        matches!(self, Self::Built(report) if matches!(report.site, Some(Err(_))))
    }

    /// The same for whoever shows it.
    pub(super) fn report(self, student: &str) -> SiteReport {
        let nothing = || Built::nothing(StudentId::new(student));
        match self {
            Self::Built(report) => report,
            Self::WithStaleFiles { built, placed, .. } => built.map_site(|()| Ok(placed.written)),
            Self::Unchanged(last) => Built {
                diagnostics: last.diagnostics,
                site: last.pages.map(|kept| {
                    Ok(FileCounts {
                        kept,
                        ..FileCounts::default()
                    })
                }),
                ..nothing()
            },
            Self::Held(reason) => Built {
                diagnostics: [reason].into_iter().collect(),
                ..nothing()
            },
            Self::StillChanging(_) | Self::NameChanged => Built {
                diagnostics: RelPath::of_student(student, "student.yaml")
                    .map(|file| Diagnostic::about(Code::StillChanging, &file))
                    .into_iter()
                    .collect(),
                ..nothing()
            },
        }
    }
}
