//! One student's way through the steps.

use super::compile::{CompiledStudent, compile};
use super::decide::{Action, Facts, decide};
use super::observe::{self, Contents, FilesRead, Observation, Workspace};
use super::outcome::StudentOutcome;
use super::pictures::{Pictures, SitePictures};
use super::place::{self, FileCounts, Pages, Placed};
use super::record::{self, BuildRecord, Findings};
use super::sealing::SiteAccess;
use super::shared_inputs::CompleteInputs;
use super::site_store::site_name;
use super::suspicious_loss::Loss;
use crate::build::Family;
use crate::io::{Fault, Stage, Stamps};
use crate::render::Bundle;

/// A student whose outcome is not final yet in this run.
pub(super) struct Pending<'a> {
    pub(super) student: &'a str,
    /// As in [`observe::Glance`].
    pub(super) is_as_recorded: bool,
    /// The stamps of an earlier check in this run.
    pub(super) earlier: Option<Stamps>,
}

impl Workspace {
    /// Takes one student through the steps.
    pub(super) fn build_student(&self, open: &Pending, inputs: &CompleteInputs) -> StudentOutcome {
        let student = open.student;
        let recorded = open.is_as_recorded.then(|| self.record(student)).flatten();
        let facts = Facts::at_a_glance(self, student, recorded.as_ref(), inputs);
        if let (Action::Replay, Some(record)) = (decide(facts), recorded) {
            return StudentOutcome::Unchanged(record.into_last_result());
        }
        let Observation {
            facts,
            record,
            stamps,
            looked,
            files,
        } = self.time(Stage::Read, || {
            observe::read(self, student, open.earlier.as_ref(), inputs)
        });
        match (decide(facts), files, record, stamps) {
            (Action::Replay, _, Some(record), Some(stamps)) => {
                let record = record.saved_again(stamps, looked);
                self.keep(student, &record);
                StudentOutcome::Unchanged(record.into_last_result())
            }
            (
                Action::HoldForMissingFiles | Action::HoldForShortText,
                FilesRead::Incomplete(loss),
                record,
                _,
            ) => {
                self.record_missing_files(student, record, &loss);
                StudentOutcome::Held(loss.into_diagnostic())
            }
            (
                Action::Build { reuse_pictures },
                FilesRead::Complete(contents),
                record,
                Some(stamps),
            ) => {
                let mut record = BuildRecord::new(record, &contents, stamps, looked);
                if !reuse_pictures {
                    record.pictures = Pictures::default();
                }
                let removals = &self.settings.removals;
                record.awaiting_files &= !removals.contains(&site_name(student));
                self.build_and_place(student, &contents, record, inputs)
            }
            // `Wait`, or an answer without the stamps that it needs: the folder went
            // away while it was read.
            (_, _, _, stamps) => StudentOutcome::StillChanging(stamps),
        }
    }

    /// Records that files are missing. They all have to be back before the site is
    /// built again.
    fn record_missing_files(&self, student: &str, record: Option<BuildRecord>, loss: &Loss) {
        if let (Some(mut record), Loss::MostlyMissing(_)) = (record, loss)
            && !record.awaiting_files
        {
            record.awaiting_files = true;
            self.keep(student, &record);
        }
    }

    /// Compiles a student, places the site, and records both.
    fn build_and_place(
        &self,
        student: &str,
        contents: &Contents,
        mut record: BuildRecord,
        inputs: &CompleteInputs,
    ) -> StudentOutcome {
        let unit = &contents.unit;
        let sealed = record.access.as_ref().filter(|site| !site.is_plain);
        let pictures = SitePictures {
            disk: &self.disk,
            recorded: &record.pictures,
            folders: &self.folders,
            sealed: self.sealing.as_ref().zip(sealed),
            student,
            pages: &record.pages,
        };
        let compiled = self.time(Stage::Compile, || compile(unit, &pictures, inputs));
        let Some(compiled) = compiled else {
            return StudentOutcome::NameChanged;
        };
        let CompiledStudent {
            built,
            names,
            pictures,
        } = compiled;
        let findings = Findings::of(student, &contents.digest, &built.diagnostics);
        let mut placed = None;
        let family = built.family.clone();
        let built = built.map_site(|bundle| {
            placed = Some(self.place(student, &bundle, family.as_ref(), inputs));
        });
        let placed = match placed.transpose() {
            Ok(placed) => placed,
            Err(fault) => {
                let built = built.map_site(|()| Err(fault));
                return StudentOutcome::Built { built, findings };
            }
        };
        record.take_result(names, &built, inputs);
        record.pictures = Pictures::of(&pictures);
        let log = &built.translation_log;
        record::keep_own_translations(self, student, log, &mut record.sources);
        let Some(placed) = placed else {
            self.keep(student, &record);
            let built = built.map_site(|()| Ok(FileCounts::default()));
            return StudentOutcome::Built { built, findings };
        };
        let (placed, access) = placed;
        self.note_access(record.access.as_ref(), access.as_ref());
        record.take_site(&placed.pages, access, |path| unit.uses(path));
        if placed.has_stale() {
            return StudentOutcome::WithStaleFiles {
                built,
                findings,
                placed,
                record: Box::new(record),
            };
        }
        self.keep(student, &record);
        let built = built.map_site(|()| Ok(placed.written));
        StudentOutcome::Built { built, findings }
    }

    /// Seals a site, if the school's are, and places it. Returns who can open it, if that
    /// follows from keys.
    fn place(
        &self,
        student: &str,
        bundle: &Bundle,
        family: Option<&Family>,
        inputs: &CompleteInputs,
    ) -> Result<(Placed, Option<SiteAccess>), Fault> {
        let fault = |words: String| Fault {
            tried: "write",
            on: self.folders.name(student),
            system: words,
        };
        let Some(sealing) = &self.sealing else {
            let placed = self.time(Stage::Write, || {
                place::site(&self.folders, student, &Pages::Plain(bundle))
            })?;
            return Ok((placed, None));
        };
        let family = family.ok_or_else(|| fault("no readers".to_owned()))?;
        if !sealing.seals() {
            let placed = self.time(Stage::Write, || {
                place::site(&self.folders, student, &Pages::Plain(bundle))
            })?;
            return Ok((placed, Some(sealing.site(student, bundle, family))));
        }
        let sealed = self.time(Stage::Seal, || {
            sealing.seal(student, bundle, family, inputs)
        });
        let (pages, site) = sealed.map_err(fault)?;
        let placed = self.time(Stage::Write, || {
            place::site(&self.folders, student, &Pages::Sealed(&pages))
        })?;
        Ok((placed, Some(site)))
    }

    /// Removes the files of an earlier build, and records the site then.
    pub(super) fn remove_stale(&self, student: &str, outcome: StudentOutcome) -> StudentOutcome {
        let StudentOutcome::WithStaleFiles {
            built,
            findings,
            placed,
            record,
        } = outcome
        else {
            return outcome;
        };
        let written = placed.remove_stale();
        if written.is_ok() {
            self.keep(student, &record);
        }
        let built = built.map_site(|()| written);
        StudentOutcome::Built { built, findings }
    }

    /// Writes a student's record.
    fn keep(&self, student: &str, record: &BuildRecord) {
        self.time(Stage::Record, || record::keep(self, student, record));
    }
}
