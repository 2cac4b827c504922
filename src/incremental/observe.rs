//! The first step: what is on the disk and in the build record for one student.
//!
//! [`glance`] opens as few files as possible, for every student and before the shared
//! inputs are read: they depend on how all students are called. [`read`] reads the
//! files of a student whose site may have to be built.

use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::Settings;
use super::decide::{Facts, FilesState, PagesState, RecordState};
use super::record::{self, BuildRecord};
use super::record_store::RecordStore;
use super::sealing::Sealing;
use super::shared_inputs::CompleteInputs;
use super::site_store::SiteFolders;
use super::stability::StabilityCheck;
use super::suspicious_loss::{self, Loss};
use crate::build;
use crate::diagnostic::Diagnostics;
use crate::discover::{self, Students, UnitSources};
use crate::io::{self, Disk, Fault, Stage, Stamps};
use crate::model::{StudentId, StudentNames};
use crate::source::Snapshot;

/// Where a builder reads and writes.
pub(super) struct Workspace {
    /// The school folder.
    pub(super) disk: Disk,
    /// The folder of sites, and how they are to be written.
    pub(super) settings: Settings,
    /// Which folder is whose.
    pub(super) folders: SiteFolders,
    /// The keys to seal with, or to name folders with if the host asks readers to log in.
    /// `None` if folders have students' names.
    pub(super) sealing: Option<Sealing>,
    /// Whether what readers' letters open may be out of date: who can open a site, or with
    /// which keys, has changed.
    pub(super) readers_due: AtomicBool,
    /// The build records.
    pub(super) records: RecordStore,
    /// How to tell that no program is writing in the school folder.
    pub(super) stability: StabilityCheck,
    /// The first thing that could not be recorded. The sites are made anyway.
    pub(super) record_error: Mutex<Option<Fault>>,
}

impl Workspace {
    /// The build record of a student.
    pub(super) fn record(&self, student: &str) -> Option<BuildRecord> {
        BuildRecord::read(&self.records.read(student)?)
    }

    /// The diagnostics in the build record of a student.
    pub(super) fn recorded_diagnostics(&self, student: &str) -> Option<Diagnostics> {
        BuildRecord::read_diagnostics(&self.records.read(student)?)
    }

    /// Does `work`, and counts how long it takes.
    pub(super) fn time<T>(&self, stage: Stage, work: impl FnOnce() -> T) -> T {
        self.settings.stopwatch.time(stage, work)
    }

    /// Notes what could not be recorded.
    pub(super) fn note(&self, recorded: Result<(), Fault>) {
        if let Err(fault) = recorded {
            let mut first = self
                .record_error
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            first.get_or_insert(fault);
        }
    }

    /// Whether a recorded result holds with the inputs of now.
    fn state_of(
        &self,
        record: Option<&BuildRecord>,
        student: &str,
        inputs: &CompleteInputs,
    ) -> RecordState {
        let Some(record) = record else {
            return RecordState::Missing;
        };
        let is_on_disk = !record.pages.is_empty();
        RecordState::of(
            self.is_private_as_now(student, is_on_disk, record.access.as_ref())
                && record.basis.holds(student, inputs, || record.depends_on()),
        )
    }

    fn pages(&self, student: &str, record: &BuildRecord) -> PagesState {
        if self.folders.is_as_written(student, &record.pages) {
            PagesState::AsWritten
        } else {
            PagesState::Changed
        }
    }
}

/// What the list of a student's files says.
pub(super) struct Glance {
    /// How the student is called.
    pub(super) names: StudentNames,
    /// Whether the student's folder can be listed.
    pub(super) is_listed: bool,
    /// Whether neither the files nor the pages have changed since they were recorded. The
    /// record is read again when it is the student's turn: a run has a glance at every
    /// student, and their records would not fit into memory.
    pub(super) is_as_recorded: bool,
}

/// Compares the list of a student's files with the build record.
pub(super) fn glance(workspace: &Workspace, student: &str, all: &Students) -> Glance {
    let record = workspace.record(student);
    let stamps = workspace.disk.stamps(Some(student));
    let is_listed = stamps.is_some();
    if let (Some(record), Some(stamps)) = (&record, &stamps)
        && !workspace.settings.all
        && record.knows(stamps)
        && workspace.pages(student, record) == PagesState::AsWritten
    {
        return Glance {
            names: record.called(StudentId::new(student)),
            is_listed,
            is_as_recorded: true,
        };
    }
    let mut names = build::names_of(&workspace.disk, student, all);
    names.earlier = record::earlier(&names.names, record.as_ref());
    Glance {
        names,
        is_listed,
        is_as_recorded: false,
    }
}

impl Facts {
    /// What is known from a glance. `recorded` is the record, if the files and the pages are
    /// as it says.
    pub(super) fn at_a_glance(
        workspace: &Workspace,
        student: &str,
        recorded: Option<&BuildRecord>,
        inputs: &CompleteInputs,
    ) -> Self {
        Self {
            // A glance finds nothing as recorded then.
            rebuild_all: false,
            record: workspace.state_of(recorded, student, inputs),
            pages: PagesState::AsWritten,
            files: recorded.map_or(FilesState::Unknown, |_| FilesState::AsRecorded),
        }
    }
}

impl RecordState {
    /// The state of a record, by whether its result holds with the inputs of now.
    pub(super) fn of(holds: bool) -> Self {
        if holds { Self::Holds } else { Self::Outdated }
    }
}

/// What was observed of a student whose files were to be read.
pub(super) struct Observation {
    /// The facts that decide what to do.
    pub(super) facts: Facts,
    /// The last build record.
    pub(super) record: Option<BuildRecord>,
    /// The stamps of the files from before they were read. `None` if the folder
    /// cannot be listed.
    pub(super) stamps: Option<Stamps>,
    /// When that was, in nanoseconds since 1970.
    pub(super) looked: i64,
    /// The files.
    pub(super) files: FilesRead,
}

/// The files of a student that were to be read.
pub(super) enum FilesRead {
    /// They are being written.
    BeingWritten,
    /// They look incomplete.
    Incomplete(Loss),
    /// They were read.
    Complete(Contents),
}

/// A student's files that were read.
pub(super) struct Contents {
    /// The files, sorted.
    pub(super) unit: UnitSources,
    /// The fingerprint of their contents.
    pub(super) digest: String,
}

/// Reads a student's files, unless they are being written or look incomplete.
/// `earlier` are the stamps of an earlier check in this run.
pub(super) fn read(
    workspace: &Workspace,
    student: &str,
    earlier: Option<&Stamps>,
    inputs: &CompleteInputs,
) -> Observation {
    let record = workspace.record(student);
    let settle_time_ago = io::moment_before(workspace.settings.settle);
    let earlier = earlier.or_else(|| {
        let record = record.as_ref()?;
        (record.looked < settle_time_ago).then_some(&record.sources)
    });
    let looked = io::moment_before(Duration::ZERO);
    let read = workspace.stability.read(&workspace.disk, student, earlier);
    let (stamps, files) = match read {
        Err(stamps) => (stamps, FilesRead::BeingWritten),
        Ok((stamps, snapshot)) => {
            let files = match loss(workspace, student, record.as_ref(), &stamps, &snapshot) {
                Some(loss) => FilesRead::Incomplete(loss),
                None => FilesRead::Complete(Contents {
                    unit: discover::unit(student, &inputs.inputs.students, &snapshot),
                    digest: record::digest(&snapshot, &workspace.disk),
                }),
            };
            (Some(stamps), files)
        }
    };
    let facts = Facts {
        rebuild_all: workspace.settings.all,
        record: workspace.state_of(record.as_ref(), student, inputs),
        pages: record.as_ref().map_or(PagesState::Changed, |record| {
            workspace.pages(student, record)
        }),
        files: match (&files, &record) {
            (FilesRead::BeingWritten, _) => FilesState::BeingWritten,
            (FilesRead::Incomplete(Loss::MostlyMissing(_)), _) => FilesState::MostlyMissing,
            (FilesRead::Incomplete(Loss::TextShrank(_)), _) => FilesState::TextShrank,
            (FilesRead::Complete(contents), Some(record)) if record.has_contents(contents) => {
                FilesState::SameContents
            }
            (FilesRead::Complete(_), _) => FilesState::OtherContents,
        },
    };
    Observation {
        facts,
        record,
        stamps,
        looked,
        files,
    }
}

/// Why the files look incomplete. Files that cannot be read have their own
/// diagnostics, which keep the site as well.
fn loss(
    workspace: &Workspace,
    student: &str,
    record: Option<&BuildRecord>,
    stamps: &Stamps,
    snapshot: &Snapshot,
) -> Option<Loss> {
    let settings = &workspace.settings;
    let record = record?;
    if !snapshot.refused.is_empty() || !workspace.folders.has_site(student) {
        return None;
    }
    suspicious_loss::of_student(
        student,
        &record.last_good,
        record.awaiting_files,
        stamps,
        settings,
    )
}
