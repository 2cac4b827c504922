//! Follows a school folder until you stop it, and writes every site that changes.

mod announced;
mod log;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::args::Watch;
use super::build_report::messages_of;
use super::progress_line::ProgressLine;
use super::publish::follow::Follower;
use super::staff_dashboard::DashboardPlace;
use super::terminal::Terminal;
use super::{CLEAN, CommandError, build};
use crate::incremental::{
    FolderWatcher, PreviewBuilder, Refused, Settings, SharedInputs, SiteBuilder, StudentReport,
    WatchEvent, WatchTiming,
};
use crate::io::{self, Disk, Fault};
use log::Log;

/// How long kinfolio waits at most while one save follows another.
const LONGEST: Duration = Duration::from_secs(10);

/// Builds, and builds again after each save, until a person or the system stops it.
pub(super) fn run(options: &Watch, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let folder = match &options.places.folder {
        // A folder that is not there yet may still be mounted.
        Some(folder) => folder.clone(),
        None => super::school::find(None, "watch")?,
    };
    let settings = Settings {
        // No student keeps the others waiting: the next run comes soon.
        rounds: 1,
        ..build::settings(&options.places.to, &options.writing)
    };
    let timing = WatchTiming {
        quiet: settings.settle,
        longest: LONGEST.max(settings.settle),
        look: Duration::from_secs(options.poll.max(1).into()),
    };
    let disk = Disk::new(&folder);
    let mut dashboard = StaffDashboard::of(options, &folder, &disk, &settings)?;
    let mut watcher = FolderWatcher::new(&disk, timing, true)?;
    let mut sites = build::open(&folder, settings)?;
    let mut follower = Follower::of(options);
    let mut log = Log::new(terminal, options, &sites);
    log.begin(&folder, options)?;
    let mut event = watcher.first();
    let mut is_first = true;
    loop {
        match event {
            WatchEvent::End => break,
            WatchEvent::Gone => log.folder_gone()?,
            WatchEvent::All | WatchEvent::Students(_) => {
                if let Err(fault) = watcher.begin() {
                    log.not_watched(&fault)?;
                }
                // The later runs are short, and a log has no use for the line.
                let line = is_first.then(|| ProgressLine::begin(sites.progress()));
                is_first = false;
                let is_changed = turn(&event, &mut sites, &mut watcher, &mut log, line)?;
                if let Some(follower) = &mut follower {
                    if is_changed {
                        follower.note_change();
                    }
                    log.publication(&follower.publish(&mut sites, &folder))?;
                }
                if let Some(dashboard) = &mut dashboard {
                    log.staff_dashboard(dashboard.refresh(&event).err().as_ref())?;
                }
            }
        }
        event = watcher.wait();
    }
    log.end()?;
    Ok(CLEAN)
}

/// Checks where something was saved, writes, and reports. `line` is shown until then.
/// Returns whether a page has changed.
fn turn(
    event: &WatchEvent,
    sites: &mut SiteBuilder,
    watcher: &mut FolderWatcher,
    log: &mut Log,
    line: Option<ProgressLine>,
) -> Result<bool, CommandError> {
    let mut is_changed = false;
    let mut take = |inputs: &Arc<SharedInputs>, reports: Vec<StudentReport>, log: &mut Log| {
        is_changed |= reports.iter().any(StudentReport::is_changed);
        log.take(inputs, reports);
    };
    let (done, took) = io::until_now(|| {
        let some = match event {
            WatchEvent::Students(students) => {
                sites.build_some(students, &mut |inputs, reports| take(inputs, reports, log))
            }
            _ => None,
        };
        if some.is_some() {
            return (Ok(some), false);
        }
        let run = sites.build(&mut |inputs, reports| take(inputs, reports, log));
        (run, true)
    });
    drop(line);
    let (run, is_complete) = done;
    let took = Duration::from_millis(u64::try_from(took).unwrap_or(u64::MAX));
    let soon = match run {
        Ok(Some(run)) => log.run(&run, is_complete, took, sites)?,
        Ok(None) => {
            log.shared_files_changing()?;
            true
        }
        Err(Refused::Fault(fault)) => {
            log.system_error(Some(&fault), is_complete)?;
            false
        }
        Err(refused) => return Err(build::stop(refused, sites.out())),
    };
    watcher.looked(if is_complete { took } else { Duration::ZERO }, soon);
    Ok(is_changed)
}

/// The staff dashboard, which follows each save as the sites do. It shows every student,
/// also one whose site stays as it is, so it has a builder of its own.
struct StaffDashboard<'a> {
    place: DashboardPlace<'a>,
    builder: PreviewBuilder,
    /// The keyring that was shown last.
    keyring: Option<Vec<u8>>,
    /// Whether the newest results are still to be written.
    is_due: bool,
}

impl<'a> StaffDashboard<'a> {
    fn of(
        options: &'a Watch,
        folder: &'a Path,
        disk: &Disk,
        settings: &Settings,
    ) -> Result<Option<Self>, CommandError> {
        let Some(staff) = &options.places.staff else {
            return Ok(None);
        };
        let keys = options.writing.keys.as_deref();
        let keyrings = settings.keyrings.clone();
        Ok(Some(Self {
            place: DashboardPlace::new(staff, &options.places.to, folder, keys, keyrings)?,
            builder: PreviewBuilder::new(disk),
            keyring: None,
            is_due: true,
        }))
    }

    fn refresh(&mut self, event: &WatchEvent) -> Result<(), Fault> {
        let students = match event {
            WatchEvent::Students(students) => Some(students),
            _ => None,
        };
        self.is_due |= self.builder.refresh(students, |_, _| ())?;
        let shared = self.builder.opened();
        let shared = shared.as_ref().and_then(|opened| opened.shared.as_ref());
        let keyring = self.place.keyring(shared.map(|shared| &shared.school));
        let keyring = keyring.map(|keyring| keyring.bytes());
        self.is_due |= keyring != self.keyring;
        self.keyring = keyring;
        if let Some(opened) = self.builder.opened().filter(|_| self.is_due) {
            let units = self.builder.results().unwrap_or_default();
            self.place.write(&opened, units, &messages_of(&opened))?;
            self.is_due = false;
        }
        Ok(())
    }
}
