//! Writes the sites of a school to the disk, and builds only what has changed. This
//! file drives the steps that the other files of this folder describe.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use super::observe::{self, Glance, Workspace};
use super::outcome::{StudentOutcome, StudentReport};
use super::record;
use super::record_store::{self, RecordStore};
use super::shared_history::SharedHistory;
use super::shared_inputs::{CompleteInputs, KeptInputs, at_a_time};
use super::shared_record::{self, SharedRecord};
use super::site_ownership::{self, Refused};
use super::site_store::SiteFolders;
use super::stability::StabilityCheck;
use super::steps::Pending;
use super::{Settings, SharedInputs, place};
use crate::discover::Students;
use crate::io::{self, Disk, Fault, Lock, Progress, Stage, Stamps};
use crate::keyring::Keyrings;
use crate::model::{StudentId, StudentNames};
use crate::source::{RelPath, TRANSLATION_LOG, translation_log_of};

/// What a run did.
pub struct Run {
    /// The shared inputs.
    pub inputs: Arc<SharedInputs>,
    /// Whether students were built. They are not while the shared files have errors.
    pub is_built: bool,
    /// The first system error while writing what readers' letters open. Families of
    /// students with new keys cannot open the pages until this works.
    pub readers_error: Option<Fault>,
    /// The first system error while writing build records. Sites are written anyway.
    pub record_error: Option<Fault>,
}

/// A school's sites on a disk, which only this process writes.
pub struct SiteBuilder {
    pub(super) workspace: Workspace,
    /// The last shared inputs without errors.
    kept: Option<KeptInputs>,
    lock: Option<Lock>,
}

/// Takes the reports of some students. It is called several times in a run, so that the
/// reports of a school are never in memory together: mostly in the order of the folders,
/// but students who had to wait come last.
pub type TakeReports<'a> = dyn FnMut(&Arc<SharedInputs>, Vec<StudentReport>) + 'a;

/// The name of the record of a host. No student's folder can have it.
fn published_to(host: &str) -> String {
    format!("/published {host}")
}

impl SiteBuilder {
    /// Takes the lock on the folder of sites, and removes what an interrupted run
    /// left.
    ///
    /// # Errors
    /// Why kinfolio cannot write there now.
    pub fn open(disk: Disk, settings: Settings) -> Result<Self, Refused> {
        let mut builder = Self::open_to_look(disk, settings)?;
        builder.ensure_lock()?;
        Ok(builder)
    }

    /// Opens the sites to look at them, while another process may write them.
    ///
    /// # Errors
    /// That the build records are where other people can read them.
    pub fn open_to_look(disk: Disk, settings: Settings) -> Result<Self, Refused> {
        let folder = record_store::folder_for(settings.work.as_deref(), &settings.out);
        let records = RecordStore::new(folder);
        if let Some(folder) = records.exposed(&[disk.root(), &settings.out]) {
            return Err(Refused::Open(folder.to_path_buf()));
        }
        let builder = Self {
            workspace: Workspace {
                stability: StabilityCheck::of(&disk, settings.settle),
                folders: SiteFolders::plain(&settings.out, BTreeMap::new()),
                sealing: None,
                readers_due: AtomicBool::default(),
                disk,
                settings,
                records,
                record_error: Mutex::default(),
            },
            kept: None,
            lock: None,
        };
        Ok(builder)
    }

    /// Takes the lock unless this process has it. The lock is a file in the folder of
    /// sites, which may be deleted or moved at any time.
    fn ensure_lock(&mut self) -> Result<(), Refused> {
        if !self.has_lock() {
            // Drop the old lock first: its file would block the new one.
            self.lock = None;
            self.lock = Some(site_ownership::take(&self.workspace)?);
        }
        Ok(())
    }

    fn has_lock(&self) -> bool {
        self.lock.as_ref().is_some_and(Lock::is_ours)
    }

    /// Checks the complete school and writes what has changed. `report` gets the result of
    /// each student. `None` if the shared files are being written.
    ///
    /// # Errors
    /// Why the school folder cannot be read, or why kinfolio cannot write the sites
    /// anymore.
    pub fn build(&mut self, report: &mut TakeReports) -> Result<Option<Run>, Refused> {
        self.ensure_lock()?;
        let students = Students::new(self.workspace.disk.students()?);
        self.workspace.choose_access(&students)?;
        let workspace = &self.workspace;
        let folders: Vec<&str> = students.iter().collect();
        site_ownership::same_school(workspace, &students)?;
        let glance = |student: &&str| observe::glance(workspace, student, &students);
        let glances: Vec<Glance> = workspace.time(Stage::List, || {
            workspace.disk.work_on_each(&folders, glance)
        });
        let mut names = self.names_of_leftover_sites(&students);
        let mut open = Vec::new();
        for (student, glance) in folders.iter().zip(glances) {
            names.push(glance.names);
            open.push(Pending {
                student,
                is_as_recorded: glance.is_as_recorded,
                earlier: None,
            });
        }
        let Some(stamps) = self.settled_shared_files() else {
            return Ok(None);
        };
        let mut inputs = workspace.time(Stage::Shared, || {
            SharedInputs::with(&workspace.disk, students.clone(), names)
        })?;
        workspace.note(shared_record::hold_if_incomplete(
            &mut inputs,
            &stamps,
            &workspace.records,
            &workspace.settings,
        ));
        let history = SharedHistory::read(&workspace.records);
        let kept = KeptInputs::new(inputs, history, |history, now| {
            workspace.note(history.advance(now, &workspace.records));
        });
        let Some(complete) = kept.complete() else {
            return Ok(Some(self.run(kept.inputs, false, None)));
        };
        self.build_students(open, &complete, &mut |some| report(&kept.inputs, some));
        let readers_error = workspace.time(Stage::Letters, || workspace.write_readers(&complete));
        self.record_shared(&complete, stamps);
        let inputs = kept.inputs.clone();
        self.kept = Some(kept);
        Ok(Some(self.run(inputs, true, readers_error)))
    }

    /// Checks some students only. `None` if something else has changed, so that the
    /// complete school has to be checked.
    #[must_use]
    pub fn build_some(
        &mut self,
        students: &BTreeSet<String>,
        report: &mut TakeReports,
    ) -> Option<Run> {
        let kept = self.kept.clone().filter(|_| self.has_lock())?;
        let mut open = Vec::new();
        for student in students {
            let glance = observe::glance(&self.workspace, student, &kept.inputs.students);
            if !glance.is_listed || !kept.inputs.are_valid_for(&glance.names) {
                return None;
            }
            open.push(Pending {
                student,
                is_as_recorded: glance.is_as_recorded,
                earlier: None,
            });
        }
        let complete = kept.complete()?;
        if !self.workspace.has_same_keys() {
            return None;
        }
        self.build_students(open, &complete, &mut |some| report(&kept.inputs, some));
        let readers_error = self.workspace.write_readers_if_due(&complete);
        Some(self.run(kept.inputs, true, readers_error))
    }

    fn run(
        &mut self,
        inputs: Arc<SharedInputs>,
        is_built: bool,
        readers_error: Option<Fault>,
    ) -> Run {
        let record_error = self.workspace.record_error.get_mut();
        Run {
            inputs,
            is_built,
            readers_error,
            record_error: record_error.unwrap_or_else(PoisonError::into_inner).take(),
        }
    }

    /// Takes down the site called `site`, whose removal was confirmed, and forgets
    /// what was recorded for it. Returns how many files there were.
    ///
    /// # Errors
    /// The first system error.
    pub(super) fn take_down(&self, site: &str) -> Result<usize, Fault> {
        let Workspace {
            disk,
            folders,
            records,
            ..
        } = &self.workspace;
        let removed = place::take_down(&folders.folder(site))?;
        records.forget(site);
        let folder_is_gone = disk.stamps(Some(site)).is_none();
        if let Some(path) = translation_log_of(site).filter(|_| folder_is_gone) {
            io::remove_file(&disk.root().join(path.as_str()))?;
        }
        Ok(removed)
    }

    /// What opens the keyring.
    #[must_use]
    pub fn keyrings(&self) -> Arc<Keyrings> {
        self.workspace.settings.keyrings.clone()
    }

    /// What is remembered of the host called `host`.
    #[must_use]
    pub fn remembered(&self, host: &str) -> Option<Vec<u8>> {
        self.workspace.records.read(&published_to(host))
    }

    /// Remembers something of a host. Without it, the next publication sends more.
    pub fn remember(&self, host: &str, bytes: &[u8]) {
        let written = self.workspace.records.write(&published_to(host), bytes);
        self.workspace.note(written);
    }

    /// The build records.
    pub(super) fn records(&self) -> &RecordStore {
        &self.workspace.records
    }

    /// How far a run has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.workspace.disk.progress()
    }

    /// Which folder is whose. It is known once a build has begun.
    #[must_use]
    pub fn folders(&self) -> &SiteFolders {
        &self.workspace.folders
    }

    /// The folder of sites.
    #[must_use]
    pub fn out(&self) -> &Path {
        &self.workspace.settings.out
    }

    /// Builds what has changed, and reports each student. Students whose files are being
    /// written are checked again after the settle time, for as many rounds as the settings
    /// allow.
    fn build_students<'a>(
        &'a self,
        mut open: Vec<Pending>,
        inputs: &CompleteInputs,
        report: &mut dyn FnMut(Vec<StudentReport<'a>>),
    ) {
        let workspace = &self.workspace;
        let settings = &workspace.settings;
        let rounds = workspace.stability.rounds(settings.rounds);
        let progress = self.progress();
        progress.begin_students(open.len());
        let mut any_refused = false;
        // Students whose reports have to wait.
        let mut later: BTreeMap<&str, StudentOutcome> = BTreeMap::new();
        for round in 0..rounds {
            if round > 0 && !open.is_empty() {
                progress.wait(settings.settle);
            }
            let mut round = std::mem::take(&mut open).into_iter();
            loop {
                let some: Vec<Pending> = round.by_ref().take(at_a_time()).collect();
                if some.is_empty() {
                    break;
                }
                let done = self.build_some_students(some, inputs);
                let mut reports = Vec::new();
                for (student, outcome) in done {
                    any_refused |= outcome.is_refused();
                    later.remove(student);
                    if outcome.is_final() {
                        reports.push(outcome.report(student, workspace));
                        continue;
                    }
                    if outcome.is_to_be_checked_again() {
                        open.push(Pending {
                            student,
                            is_as_recorded: false,
                            earlier: outcome.stamps().cloned(),
                        });
                    }
                    later.insert(student, outcome);
                }
                workspace.time(Stage::Report, || report(reports));
            }
        }
        // If the system refused to write anything, no file is removed in this run:
        // a page that was not written may be the one that replaces it.
        let removed = later.into_iter().map(|(student, outcome)| {
            let outcome = if any_refused {
                outcome
            } else {
                workspace.remove_stale(student, outcome)
            };
            outcome.report(student, workspace)
        });
        let removed = removed.collect();
        workspace.time(Stage::Report, || report(removed));
    }

    /// Takes some students through the steps, on all cores.
    fn build_some_students<'s>(
        &self,
        open: Vec<Pending<'s>>,
        inputs: &CompleteInputs,
    ) -> Vec<(&'s str, StudentOutcome)> {
        let progress = self.progress();
        open.into_par_iter()
            .map(|one| {
                let (student, outcome) = (one.student, self.workspace.build_student(&one, inputs));
                if !outcome.is_to_be_checked_again() {
                    progress.student_done();
                }
                (student, outcome)
            })
            .collect()
    }

    /// Records that sites have been made with these shared inputs.
    fn record_shared(&self, inputs: &CompleteInputs, stamps: Stamps) {
        let workspace = &self.workspace;
        if let Some(path) = RelPath::new(TRANSLATION_LOG) {
            record::keep_translations(workspace, &path, &inputs.shared.translation_log());
        }
        workspace.note(SharedRecord::of(stamps).write(&workspace.records));
        workspace.note(site_ownership::record_school(workspace));
    }

    /// The stamps of the shared files as soon as they are settled. `None` if they are
    /// still being written after all rounds.
    fn settled_shared_files(&self) -> Option<Stamps> {
        let workspace = &self.workspace;
        let stability = workspace.stability;
        let mut earlier = SharedRecord::read(&workspace.records).stamps;
        for round in 0..stability.rounds(workspace.settings.rounds) {
            if round > 0 {
                self.progress().wait(workspace.settings.settle);
            }
            let stamps = workspace.disk.stamps(None).unwrap_or_default();
            if stability.is_settled(&stamps, Some(&earlier)) {
                return Some(stamps);
            }
            earlier = stamps;
        }
        None
    }

    /// The names of students whose folders are gone while their sites stay. No page
    /// of another student may show these names because of that.
    fn names_of_leftover_sites(&self, students: &Students) -> Vec<StudentNames> {
        let Workspace {
            folders: sites,
            settings,
            ..
        } = &self.workspace;
        sites
            .without_folder(students)
            .into_iter()
            .filter(|site| !settings.removals.contains(site))
            .filter_map(|site| {
                let record = self.workspace.record(&site)?;
                Some(record.called(StudentId::new(site)))
            })
            .collect()
    }
}
