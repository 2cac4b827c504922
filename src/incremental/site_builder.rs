use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rayon::prelude::*;

use super::build_record::{self, BuildRecord, State};
use super::pictures::{Pictures, SitePictures};
use super::site_ownership::{self, Refused};
use super::stability::{self, StabilityCheck};
use super::{Settings, SharedInputs, shared};
use crate::build::{self, Built};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::discover::{self, Students, UnitSources};
use crate::io::{self, Disk, Fault, Ledger, Lock, Placed, Stamps, Written};
use crate::model::{StudentId, StudentNames};
use crate::source::{RelPath, Snapshot, TRANSLATION_LOG, TranslationLog, translation_log_of};

/// What came of one student's site on the disk.
pub type OnDisk = Built<Result<Written, Fault>>;

/// What one look at the whole school came to.
pub struct Run {
    /// What all students share.
    pub opened: Arc<SharedInputs>,
    /// What came of each student, in the order of the folders; nothing when what
    /// they share is broken.
    pub units: Option<Vec<OnDisk>>,
    /// The first thing that could not be remembered; the sites are made.
    pub forgotten: Option<Fault>,
}

/// A school's sites on a disk, which this process alone writes.
pub struct SiteBuilder {
    disk: Disk,
    settings: Settings,
    rest: StabilityCheck,
    ledger: Ledger,
    /// What all sites were last made with, and what stands for it.
    shared_fingerprint: Option<(Arc<SharedInputs>, String)>,
    /// The first thing that could not be remembered.
    forgotten: Mutex<Option<Fault>>,
    lock: Option<Lock>,
}

/// What a first look at a student's folder says.
enum ChangeStatus {
    /// Nothing has changed since this was written down. It is kept without the
    /// long lists of files.
    Same(Box<BuildRecord>, usize),
    /// Something has, or nothing is known.
    Changed,
}

/// What making one student's site came to.
enum StudentOutcome {
    /// Done, and written down.
    Done(OnDisk),
    /// Done, but something stale has to go before it is written down.
    Stale(Built<()>, Placed, Box<BuildRecord>),
    /// The folder is being written to just now; how its files looked.
    NotQuiet(Option<Stamps>),
}

impl SiteBuilder {
    /// Takes the right to write, and clears away what a run that was stopped has
    /// left.
    ///
    /// # Errors
    /// Why nothing can be written now.
    pub fn open(disk: Disk, settings: Settings) -> Result<Self, Refused> {
        let ledger = Ledger::new(io::work_folder(settings.work.as_deref(), &settings.out));
        if ledger.is_in(&[disk.root(), &settings.out]) {
            return Err(Refused::Open(ledger.place_on_disk()));
        }
        let rest = StabilityCheck {
            settle: settings.settle,
            twice: io::watch::has_own_clock(disk.root()),
        };
        let mut sites = Self {
            disk,
            settings,
            rest,
            ledger,
            shared_fingerprint: None,
            forgotten: Mutex::default(),
            lock: None,
        };
        sites.hold()?;
        Ok(sites)
    }

    /// Takes the right to write, unless it is ours: it goes with the folder of
    /// sites, which may be deleted or moved at any time.
    fn hold(&mut self) -> Result<(), Refused> {
        if self.is_held() {
            return Ok(());
        }
        // What is left of it would stand in our own way.
        self.lock = None;
        self.lock = Some(site_ownership::take(
            &self.disk,
            &self.settings,
            &self.ledger,
        )?);
        Ok(())
    }

    fn is_held(&self) -> bool {
        self.lock.as_ref().is_some_and(Lock::is_ours)
    }

    /// Looks at the whole school and writes what has changed. Nothing comes back
    /// while somebody is writing what all students share.
    ///
    /// # Errors
    /// When the school folder cannot be read, somebody else writes the sites by
    /// now, or they are another school's.
    pub fn build(&mut self) -> Result<Option<Run>, Refused> {
        self.hold()?;
        let students = Students::new(self.disk.students()?);
        let folders: Vec<&str> = students.iter().collect();
        let here = students.iter().collect();
        site_ownership::same_school(&self.disk, &here, &self.settings, &self.ledger)?;
        let looks: Vec<_> = folders
            .par_iter()
            .map(|student| self.look(student, &students))
            .collect();
        let (looks, mut names): (Vec<ChangeStatus>, Vec<_>) = looks.into_iter().unzip();
        names.extend(self.left_behind(&folders));
        names.sort_by(|one, other| one.student.cmp(&other.student));
        let Some(stamps) = self.shared_when_quiet() else {
            return Ok(None);
        };
        let mut opened = SharedInputs::with(&self.disk, students.clone(), names)?;
        let kept = shared::doubt(&mut opened, &stamps, &self.ledger, &self.settings);
        self.note(kept);
        let opened = Arc::new(opened);
        let Some(shared_fingerprint) = build_record::shared_fingerprint(&opened) else {
            return Ok(Some(self.run(opened, None)));
        };
        self.shared_fingerprint = Some((opened.clone(), shared_fingerprint.clone()));
        let jobs: BTreeMap<&str, ChangeStatus> = folders.iter().copied().zip(looks).collect();
        let units = self.make_all(&opened, &shared_fingerprint, jobs);
        if let (Some(path), Some(shared)) = (RelPath::new(TRANSLATION_LOG), &opened.shared) {
            self.remember(&path, &shared.translation_log());
            self.note(shared::write_down(&stamps, &self.ledger));
            self.note(site_ownership::write_down(&self.disk, &self.ledger));
        }
        Ok(Some(self.run(opened, Some(units))))
    }

    fn run(&mut self, opened: Arc<SharedInputs>, units: Option<Vec<OnDisk>>) -> Run {
        let forgotten = self.forgotten.get_mut();
        Run {
            opened,
            units,
            forgotten: forgotten.unwrap_or_else(PoisonError::into_inner).take(),
        }
    }

    /// Looks at some students only, where nothing else has changed. Nothing
    /// comes back when that cannot be: then the whole school has to be looked at.
    #[must_use]
    pub fn build_some(&mut self, students: &BTreeSet<String>) -> Option<Run> {
        let (opened, shared_fingerprint) =
            self.shared_fingerprint.clone().filter(|_| self.is_held())?;
        if !opened.is_of_today() {
            return None;
        }
        let mut jobs = BTreeMap::new();
        for student in students {
            let mut names = opened.names.iter();
            let known = names.find(|called| called.student.as_str() == student)?;
            let (look, now) = self.look(student, &opened.students);
            if now != *known || self.disk.stamps(Some(student)).is_none() {
                return None;
            }
            jobs.insert(student.as_str(), look);
        }
        let units = self.make_all(&opened, &shared_fingerprint, jobs);
        Some(self.run(opened, Some(units)))
    }

    /// Takes down the site of a student who has no folder, or none that is to be
    /// published, because somebody has decided so.
    ///
    /// # Errors
    /// When a page cannot be removed.
    pub fn take_down(&self, student: &str) -> Result<usize, Fault> {
        let removed = io::take_down(&self.settings.out, student)?;
        self.ledger.forget(student);
        let folder_is_gone = self.disk.stamps(Some(student)).is_none();
        if let Some(path) = translation_log_of(student).filter(|_| folder_is_gone) {
            io::forget(self.disk.root(), &path)?;
        }
        Ok(removed)
    }

    /// What is known of a student, and how that student is called.
    fn look(&self, student: &str, all: &Students) -> (ChangeStatus, StudentNames) {
        let known = self.known(student);
        let stamps = self.disk.stamps(Some(student));
        match (known, stamps) {
            (Some(mut known), Some(stamps))
                if !self.settings.all && known.knows(&stamps) && self.is_there(student, &known) =>
            {
                let called = known.called(StudentId::new(student));
                let pages = std::mem::take(&mut known.pages).len();
                known.sources.clear();
                known.last_good.clear();
                (ChangeStatus::Same(Box::new(known), pages), called)
            }
            (known, _) => {
                let mut called = build::names_of(&self.disk, student, all);
                called.earlier = build_record::earlier(&called.names, known.as_ref());
                (ChangeStatus::Changed, called)
            }
        }
    }

    fn known(&self, student: &str) -> Option<BuildRecord> {
        BuildRecord::read(&self.ledger.read(student)?)
    }

    /// Whether the pages are as they were written.
    fn is_there(&self, student: &str, known: &BuildRecord) -> bool {
        io::is_as_written(&self.settings.out, student, &known.pages)
    }

    fn make_all(
        &self,
        opened: &SharedInputs,
        shared_fingerprint: &str,
        jobs: BTreeMap<&str, ChangeStatus>,
    ) -> Vec<OnDisk> {
        let mut done: BTreeMap<String, OnDisk> = BTreeMap::new();
        let mut stale = Vec::new();
        let mut open: Vec<(&str, ChangeStatus, Option<Stamps>)> = jobs
            .into_iter()
            .map(|(student, look)| (student, look, None))
            .collect();
        // Those that are being written to just now are left alone for a moment.
        for round in 0..self.rest.looks(self.settings.rounds) {
            if round > 0 && !open.is_empty() {
                std::thread::sleep(self.settings.settle);
            }
            let made: Vec<_> = std::mem::take(&mut open)
                .into_par_iter()
                .map(|(student, look, earlier)| {
                    (
                        student,
                        self.make(student, look, earlier.as_ref(), opened, shared_fingerprint),
                    )
                })
                .collect();
            for (student, made) in made {
                match made {
                    StudentOutcome::Done(unit) => drop(done.insert(student.to_owned(), unit)),
                    StudentOutcome::Stale(unit, placed, entry) => {
                        stale.push((student, unit, placed, entry));
                    }
                    StudentOutcome::NotQuiet(stamps) => {
                        open.push((student, ChangeStatus::Changed, stamps));
                    }
                }
            }
        }
        for (student, ..) in open {
            let file = RelPath::new(&format!("students/{student}/student.yaml"));
            let fault = file.map(|file| Diagnostic::about(Code::StillChanging, &file));
            done.insert(student.to_owned(), left_alone(student, fault));
        }
        // Nothing is removed in a run in which the machine refused anything.
        let refused = done.values().any(|unit| matches!(unit.site, Some(Err(_))));
        for (student, unit, placed, entry) in stale {
            let written = if refused {
                Ok(placed.written)
            } else {
                placed.remove_stale()
            };
            if written.is_ok() && !refused {
                self.write_down(student, &entry);
            }
            done.insert(student.to_owned(), unit.map_site(|()| written));
        }
        done.into_values().collect()
    }

    fn make(
        &self,
        student: &str,
        look: ChangeStatus,
        earlier: Option<&Stamps>,
        opened: &SharedInputs,
        shared_fingerprint: &str,
    ) -> StudentOutcome {
        if let ChangeStatus::Same(known, pages) = look
            && known.shared_fingerprint == *shared_fingerprint
        {
            return StudentOutcome::Done(replay(student, *known, pages));
        }
        let mut known = self.known(student);
        let long_ago = io::moment_before(self.settings.settle);
        let checked_before = known.as_ref().filter(|known| known.looked < long_ago);
        let earlier = earlier.or(checked_before.map(|known| &known.sources));
        let looked = io::moment_before(Duration::ZERO);
        let (sources, snapshot) = match self.rest.read(&self.disk, student, earlier) {
            Ok(read) => read,
            Err(stamps) => return StudentOutcome::NotQuiet(stamps),
        };
        if let Some(known) = &mut known
            && let Some(doubt) = self.doubt(student, known, &sources, &snapshot)
        {
            return StudentOutcome::Done(left_alone(student, Some(doubt)));
        }
        let unit = discover::unit(student, &opened.students, &snapshot);
        let digest = build_record::digest(&snapshot, &self.disk);
        let mut entry = BuildRecord::new(shared_fingerprint.to_owned(), digest, sources, looked);
        if let Some(known) = known {
            let remembered = build_record::translation_log_digest(unit.translation_log());
            let same = known.digest == entry.digest
                && known.translation_log == remembered
                && known.shared_fingerprint == entry.shared_fingerprint;
            if same && !self.settings.all && self.is_there(student, &known) {
                let entry = known.seen_again(entry.sources, entry.looked);
                self.write_down(student, &entry);
                let pages = entry.pages.len();
                return StudentOutcome::Done(replay(student, entry, pages));
            }
            if !self.settings.all {
                entry.pictures = known.pictures;
            }
            // Whatever comes of it: what is there stays until something better is.
            entry.pages = known.pages;
            entry.last_good = known.last_good;
            entry.awaiting_files =
                known.awaiting_files && !self.settings.removals.contains(&io::site_name(student));
        }
        self.compile(student, opened, &unit, entry)
    }

    /// What makes a student's files look like half of what was meant. What cannot
    /// be read is told as that, and keeps the site as well.
    fn doubt(
        &self,
        student: &str,
        known: &mut BuildRecord,
        sources: &Stamps,
        snapshot: &Snapshot,
    ) -> Option<Diagnostic> {
        if !snapshot.refused.is_empty() || !io::has_site(&self.settings.out, student) {
            return None;
        }
        let doubt = stability::doubt(
            &known.last_good,
            known.awaiting_files,
            sources,
            student,
            &self.settings,
        )?;
        if doubt.code == Code::FilesVanished && !known.awaiting_files {
            known.awaiting_files = true;
            self.write_down(student, known);
        }
        Some(doubt)
    }

    fn compile(
        &self,
        student: &str,
        opened: &SharedInputs,
        unit: &UnitSources,
        mut entry: BuildRecord,
    ) -> StudentOutcome {
        let Some(shared) = &opened.shared else {
            return StudentOutcome::NotQuiet(None);
        };
        entry.names = build::names(unit);
        let pictures = build::pictures(
            unit,
            shared,
            &SitePictures {
                disk: &self.disk,
                known: &entry.pictures,
                out: &self.settings.out,
                student,
                pages: &entry.pages,
            },
        );
        let built = build::one(unit, shared, &pictures);
        if built.site.is_some() && !opened.knows(&built.student, &entry.names) {
            return StudentOutcome::NotQuiet(None);
        }
        let mut placed = None;
        let built = built.map_site(|bundle| {
            placed = Some(io::site(&self.settings.out, unit.student(), &bundle));
        });
        let placed = match placed.transpose() {
            Ok(placed) => placed,
            Err(fault) => return StudentOutcome::Done(built.map_site(|()| Err(fault))),
        };
        if placed.is_none() {
            entry.earlier = build_record::earlier(&entry.names, self.known(student).as_ref());
        }
        // A memory that could not be read has been written anew by then.
        let diagnostics = built.diagnostics.iter();
        let lasting = diagnostics.filter(|one| one.code != Code::TranslationLogBroken);
        entry.diagnostics = lasting.cloned().collect();
        entry.translation_log = build_record::translation_log_digest(&built.translation_log);
        entry.pictures = Pictures::of(&pictures);
        self.remember_own(student, &built.translation_log, &mut entry.sources);
        let Some(placed) = placed else {
            self.write_down(student, &entry);
            return StudentOutcome::Done(built.map_site(|()| Ok(Written::default())));
        };
        entry.state = State::Made;
        entry.pages = placed.pages.clone();
        entry.awaiting_files = false;
        entry.last_good = stability::sizes(&entry.sources);
        entry.last_good.retain(|path, _| unit.uses(path));
        if placed.has_stale() {
            return StudentOutcome::Stale(built, placed, Box::new(entry));
        }
        self.write_down(student, &entry);
        StudentOutcome::Done(built.map_site(|()| Ok(placed.written)))
    }

    /// Keeps what is remembered of a student's translations, and how that file
    /// looks then.
    fn remember_own(&self, student: &str, translation_log: &TranslationLog, sources: &mut Stamps) {
        let Some(path) = translation_log_of(student) else {
            return;
        };
        self.remember(&path, translation_log);
        let stamps = self.disk.stamps(Some(student)).unwrap_or_default();
        match stamps.get(&path) {
            Some(stamp) => drop(sources.insert(path, *stamp)),
            None => drop(sources.remove(&path)),
        }
    }

    fn remember(&self, path: &RelPath, translation_log: &TranslationLog) {
        self.note(io::remember(self.disk.root(), path, translation_log));
    }

    /// Keeps the first thing that could not be kept for later.
    fn note(&self, kept: Result<(), Fault>) {
        if let Err(fault) = kept {
            let first = self.forgotten.lock();
            first
                .unwrap_or_else(PoisonError::into_inner)
                .get_or_insert(fault);
        }
    }

    /// What cannot be written down is made anew next time.
    fn write_down(&self, student: &str, entry: &BuildRecord) {
        let written = self.ledger.write(student, &entry.bytes());
        if written.is_err() {
            self.ledger.forget(student);
        }
        self.note(written);
    }

    /// Where the sites are.
    #[must_use]
    pub fn out(&self) -> &Path {
        &self.settings.out
    }

    /// What all students share as it looks when nobody is writing it, if need be
    /// after a while.
    fn shared_when_quiet(&self) -> Option<Stamps> {
        let mut earlier = shared::known(&self.ledger).stamps;
        for round in 0..self.rest.looks(self.settings.rounds) {
            if round > 0 {
                std::thread::sleep(self.settings.settle);
            }
            let stamps = self.disk.stamps(None).unwrap_or_default();
            if self.rest.is_over(&stamps, Some(&earlier)) {
                return Some(stamps);
            }
            earlier = stamps;
        }
        None
    }

    /// How those are called whose folders are gone while their sites stay: no
    /// page of others may hold their names because of that.
    fn left_behind(&self, folders: &[&str]) -> Vec<StudentNames> {
        let here = folders.iter().copied().collect();
        let left = io::leftover_sites(&self.settings.out, &here).into_iter();
        left.filter(|student| !self.settings.removals.contains(student))
            .filter_map(|student| Some(self.known(&student)?.called(StudentId::new(&student))))
            .collect()
    }
}

/// What was seen of files that have not changed, said again.
fn replay(student: &str, known: BuildRecord, pages: usize) -> OnDisk {
    let kept = Written {
        kept: pages,
        ..Written::default()
    };
    Built {
        diagnostics: known.diagnostics,
        site: (known.state == State::Made).then_some(Ok(kept)),
        ..Built::nothing(StudentId::new(student))
    }
}

/// A student whose files are left alone this time, and why.
fn left_alone(student: &str, why: Option<Diagnostic>) -> OnDisk {
    Built {
        diagnostics: why.into_iter().collect::<Diagnostics>(),
        ..Built::nothing(StudentId::new(student))
    }
}
