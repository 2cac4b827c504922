//! Publishing after each build of `kinfolio watch`.

use std::path::Path;
use std::time::Duration;

use super::report::Lines;
use super::{CommandError, SchoolOnHost, Wish, read_shared};
use crate::cli::args::{BuiltPlace, Publish, SitesOnHost, Watch};
use crate::cli::diagnostics::Messages;
use crate::incremental::SiteBuilder;
use crate::io::watch::Since;

/// How long to wait after a publication that failed.
const AGAIN: Duration = Duration::from_mins(1);

/// How long to wait after one that did not, if nothing changes: somebody may have retired a
/// student.
const CHECKED: Duration = Duration::from_hours(1);

/// Publishes what `watch` has built.
pub(in crate::cli) struct Follower {
    options: Publish,
    /// Whether something is to be published.
    is_due: bool,
    /// When that was last tried.
    tried: Option<Since>,
    /// Whether it failed then.
    has_failed: bool,
    /// The problems that were in the log then.
    problems: Vec<String>,
}

impl Follower {
    /// `None` if `watch` is not to publish.
    pub(in crate::cli) fn of(options: &Watch) -> Option<Self> {
        options.publish.then(|| Self {
            options: Publish {
                place: SitesOnHost {
                    folder: options.places.folder.clone(),
                    built: BuiltPlace {
                        from: options.places.to.clone(),
                        work: options.writing.work.clone(),
                        keys: options.writing.keys.clone(),
                    },
                    to: None,
                    endpoint: None,
                    region: None,
                    credentials: options.credentials.clone(),
                    records: None,
                    jobs: 8,
                },
                dry_run: false,
                confirm_removal: Vec::new(),
                confirm_retention: false,
            },
            is_due: true,
            tried: None,
            has_failed: false,
            problems: Vec::new(),
        })
    }

    /// Takes note that a site has changed.
    pub(in crate::cli) fn note_change(&mut self) {
        self.is_due = true;
    }

    /// Publishes if something has changed, or if it is time to try again. Returns lines for
    /// the log, without problems that were there last time.
    pub(in crate::cli) fn publish(
        &mut self,
        sites: &mut SiteBuilder,
        folder: &Path,
    ) -> Vec<String> {
        let wait = if self.has_failed { AGAIN } else { CHECKED };
        let is_time = self.tried.is_none_or(|tried| tried.elapsed() >= wait);
        let is_now = is_time || (self.is_due && !self.has_failed);
        if !is_now {
            return Vec::new();
        }
        self.tried = Some(Since::now());
        let (lines, is_complete) = match self.run(sites, folder) {
            Ok(done) => done,
            Err(CommandError::Said(words) | CommandError::Later(words)) => {
                (Lines::of_error(words), false)
            }
            Err(CommandError::Fault(fault)) => {
                (Lines::of_error(Messages::of_tool().fault(&fault)), false)
            }
        };
        self.has_failed = !is_complete;
        self.is_due = !is_complete;
        let (news, problems) = lines.without(&self.problems);
        self.problems = problems;
        news
    }

    fn run(&self, sites: &mut SiteBuilder, folder: &Path) -> Result<(Lines, bool), CommandError> {
        let shared = read_shared(folder)?;
        let messages = Messages::new(shared.school.language.as_str());
        let place = &self.options.place;
        let keyrings = sites.keyrings();
        let school = SchoolOnHost::connect(folder, &shared, &keyrings, place, messages)?;
        let (built, down) = school.wanted(sites, &self.options)?;
        let wish = Wish {
            built: &built,
            down: &down,
            sends_sites: true,
        };
        let report = school.publish(sites, &wish, place)?;
        let mut lines = Lines::default();
        if report.has_news() {
            report.say(&mut lines);
        } else {
            report.not_published(&mut lines);
        }
        Ok((lines, report.is_complete()))
    }
}
