//! Builds sites in memory for the preview, and for the staff dashboard, which shows
//! every student. It decides and compiles as [`super::SiteBuilder`] does. It does not
//! wait for files that are being written: whoever edits wants to see each save.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::SharedInputs;
use super::basis::Basis;
use super::compile::{CompiledStudent, compile};
use super::decide::{Action, Facts, FilesState, PagesState, RecordState, decide};
use super::shared_inputs::{CompleteInputs, KeptInputs};
use crate::build::{self, Built};
use crate::diagnostic::Diagnostics;
use crate::io::{Disk, Fault, Stamps};
use crate::model::StudentId;
use crate::render::Bundle;

/// A school's sites in memory. The result for each student is kept until something
/// changes.
pub struct PreviewBuilder {
    disk: Disk,
    /// The shared inputs of the last run.
    kept: Option<KeptInputs>,
    /// How many histories of the shared inputs have begun, which tells them apart.
    histories: usize,
    /// The last result of each student.
    records: BTreeMap<String, PreviewRecord>,
    /// The diagnostics of students while the shared files have errors.
    student_diagnostics: Diagnostics,
}

/// The last result of a student: what a build record is on the disk.
struct PreviewRecord {
    basis: Basis,
    /// The stamps of the files from before they were read. `None` if the folder could
    /// not be listed.
    sources: Option<Stamps>,
    built: Built<()>,
}

impl PreviewBuilder {
    /// A builder for the school on `disk` that has built nothing yet.
    #[must_use]
    pub fn new(disk: &Disk) -> Self {
        Self {
            disk: disk.clone(),
            kept: None,
            histories: 0,
            records: BTreeMap::new(),
            student_diagnostics: Diagnostics::default(),
        }
    }

    /// Checks some students, or all, and builds what has changed. Each new site goes
    /// to `finish`. Returns whether anything has changed.
    ///
    /// # Errors
    /// The system error if the school folder cannot be read.
    pub fn refresh(
        &mut self,
        students: Option<&BTreeSet<String>>,
        finish: impl Fn(&StudentId, Bundle) + Sync,
    ) -> Result<bool, Fault> {
        let last = self.kept.take();
        let some = students.zip(last.as_ref());
        let some = some.filter(|(students, last)| self.are_valid_for(&last.inputs, students));
        let (kept, checked): (KeptInputs, BTreeSet<String>) = if let Some((students, last)) = some {
            (last.clone(), students.clone())
        } else {
            let inputs = SharedInputs::read(&self.disk)?;
            let all = inputs.students.iter().map(str::to_owned).collect();
            let history = last.as_ref().map(|last| last.history().clone());
            let kept = KeptInputs::new(inputs, history.unwrap_or_default(), |history, now| {
                self.histories += 1;
                history.add(now, &self.histories.to_string());
            });
            (kept, all)
        };
        let is_same = last.as_ref().is_some_and(|last| last.is_same(&kept));
        if some.is_none() {
            self.records.retain(|student, _| checked.contains(student));
        }
        let built: Vec<(String, PreviewRecord)> = match kept.complete() {
            None => Vec::new(),
            Some(inputs) => checked
                .into_par_iter()
                .filter_map(|student| {
                    let record = self.build_student(&student, &inputs, &finish)?;
                    Some((student, record))
                })
                .collect(),
        };
        let diagnostics = kept.inputs.student_diagnostics();
        let changed = !is_same || !built.is_empty() || diagnostics != self.student_diagnostics;
        self.student_diagnostics = diagnostics;
        self.records.extend(built);
        self.kept = Some(kept);
        Ok(changed)
    }

    /// Takes one student through the steps. `None` if nothing has changed.
    fn build_student(
        &self,
        student: &str,
        inputs: &CompleteInputs,
        finish: &(impl Fn(&StudentId, Bundle) + Sync),
    ) -> Option<PreviewRecord> {
        let sources = self.disk.stamps(Some(student));
        let record = self.records.get(student);
        let facts = Facts {
            rebuild_all: false,
            record: match record {
                None => RecordState::Missing,
                Some(record) => {
                    let keys = || Some(record.built.depends_on.clone());
                    RecordState::of(record.basis.holds(student, inputs, keys))
                }
            },
            // Nobody else changes what is in memory.
            pages: PagesState::AsWritten,
            files: match record {
                Some(record) if sources.is_some() && record.sources == sources => {
                    FilesState::AsRecorded
                }
                _ => FilesState::Unknown,
            },
        };
        if decide(facts) == Action::Replay {
            return None;
        }
        let CompiledStudent { built, .. } =
            compile(&inputs.inputs.unit(student), &self.disk, inputs)?;
        let id = built.student.clone();
        Some(PreviewRecord {
            // The staff dashboard shows the summary, too.
            basis: Basis::of(&built, built.summary_difference, inputs),
            sources,
            built: built.map_site(|site| finish(&id, site)),
        })
    }

    /// Whether the last shared inputs still count for a run over `students`.
    fn are_valid_for(&self, inputs: &SharedInputs, students: &BTreeSet<String>) -> bool {
        students.iter().all(|student| {
            let now = build::names_of(&self.disk, student, &inputs.students);
            inputs.are_valid_for(&now) && self.disk.stamps(Some(student)).is_some()
        })
    }

    /// The shared inputs, as they were last read.
    #[must_use]
    pub fn opened(&self) -> Option<Arc<SharedInputs>> {
        Some(self.kept.as_ref()?.inputs.clone())
    }

    /// The result of each student. `None` if the shared files have errors.
    #[must_use]
    pub fn results(&self) -> Option<Vec<Built<()>>> {
        self.kept.as_ref()?.complete()?;
        let records = self.records.values();
        Some(records.map(|record| record.built.clone()).collect())
    }
}
