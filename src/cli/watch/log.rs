//! What `watch` says: a log with one line for each thing that happened.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::announced::{Announced, Checked, Fixed, Problems, Topic};
use crate::cli::args::Watch;
use crate::cli::diagnostics::{self, Messages, Texts};
use crate::cli::message_files::MessageFiles;
use crate::cli::terminal::Terminal;
use crate::cli::{CommandError, build, build_report};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::discover::Students;
use crate::incremental::{
    Run, SharedInputs, SiteBuilder, SiteFolders, StudentReport, StudentResult,
};
use crate::io::{self, Fault};

/// Problems of a student, or of the shared files, and how much of the files was checked.
type FoundProblems = (Option<String>, Problems, Checked);

/// What a run has found so far.
#[derive(Default)]
struct Found {
    results: Vec<StudentResult>,
    /// Of students about whom there may be news.
    problems: Vec<FoundProblems>,
    /// The diagnostics about files that all students share.
    shared: Vec<Diagnostic>,
}

impl Found {
    /// Adds what is known at the end of a run: the problems of the shared files, and those
    /// of students if the shared files have errors.
    fn add_shared(&mut self, run: &Run, is_complete: bool, messages: &Messages) {
        let inputs = &run.inputs;
        let texts = Texts::on(&inputs.disk);
        let mut shared: Diagnostics = inputs.diagnostics.clone();
        shared.extend(std::mem::take(&mut self.shared));
        if !run.is_built {
            let mut own = Diagnostics::default();
            for one in inputs.student_diagnostics() {
                if one.student().is_some() {
                    own.push(one);
                } else {
                    shared.push(one);
                }
            }
            own.sort();
            for student in inputs.students.iter() {
                let lines = lines(own.of(Some(student)), &texts, messages);
                let checked = Checked::WithoutSharedFiles;
                self.problems
                    .push((Some(student.to_owned()), lines, checked));
            }
        }
        shared.sort();
        self.shared = shared.into_iter().collect();
        if is_complete {
            let lines = lines(&self.shared, &texts, messages);
            self.problems.push((None, lines, Checked::Completely));
        }
    }
}

/// The errors and warnings among `diagnostics` as lines.
fn lines(diagnostics: &[Diagnostic], texts: &Texts, messages: &Messages) -> Problems {
    let problems = diagnostics
        .iter()
        .filter(|one| one.code.severity() >= Severity::Warning);
    let line = |one: &Diagnostic| {
        let is_error = one.code.severity() >= Severity::Error;
        (diagnostics::line(one, texts, messages), is_error)
    };
    problems.map(line).collect()
}

/// Writes lines, each thing once.
pub(super) struct Log<'a> {
    terminal: &'a mut Terminal,
    messages: Messages,
    /// The folder of sites.
    out: String,
    announced: Announced,
    files: MessageFiles,
    /// What the run that is going on has found.
    found: Option<Found>,
}

impl<'a> Log<'a> {
    pub(super) fn new(terminal: &'a mut Terminal, options: &Watch, sites: &SiteBuilder) -> Self {
        Self {
            terminal,
            messages: Messages::of_tool(),
            out: options.places.to.display().to_string(),
            announced: Announced::default(),
            files: MessageFiles::new(sites),
            found: None,
        }
    }

    fn line(&mut self, text: &str) -> Result<(), CommandError> {
        let line = format!("{} {text}", io::time_of_day());
        Ok(self.terminal.say(&line)?)
    }

    fn say<const N: usize>(
        &mut self,
        id: &str,
        values: [(&str, String); N],
    ) -> Result<(), CommandError> {
        let text = self.messages.say(id, values);
        self.line(&text)
    }

    /// Says what a publication did.
    pub(super) fn publication(&mut self, lines: &[String]) -> Result<(), CommandError> {
        lines.iter().try_for_each(|line| self.line(line))
    }

    /// Says something about several students, if there are any. `build` has some of
    /// these messages, too.
    fn say_list<S: AsRef<str>>(&mut self, id: &str, names: &[S]) -> Result<(), CommandError> {
        if names.is_empty() {
            return Ok(());
        }
        let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        let values = [
            ("list", build::list(&names, &self.messages)),
            ("folder", self.out.clone()),
            ("command", "watch".to_owned()),
        ];
        self.say(id, values)
    }

    /// Says where kinfolio reads and writes.
    pub(super) fn begin(&mut self, folder: &Path, options: &Watch) -> Result<(), CommandError> {
        let values = [
            ("folder", folder.display().to_string()),
            ("out", self.out.clone()),
            ("settle", options.writing.settle.to_string()),
            ("look", options.poll.to_string()),
        ];
        self.say("watching", values)?;
        if let Some(staff) = &options.places.staff {
            self.say("watching-staff", [("staff", staff.display().to_string())])?;
        }
        if io::watch::is_remote(folder) {
            self.say("watching-remote", [("look", options.poll.to_string())])?;
        }
        Ok(())
    }

    /// Says that the program was stopped.
    pub(super) fn end(&mut self) -> Result<(), CommandError> {
        self.say("watch-end", [])
    }

    /// Says that the school folder is not there.
    pub(super) fn folder_gone(&mut self) -> Result<(), CommandError> {
        if self.announced.began(Topic::FolderGone) {
            self.say("watch-gone", [])?;
        }
        Ok(())
    }

    /// Says that the shared files are being written.
    pub(super) fn shared_files_changing(&mut self) -> Result<(), CommandError> {
        if self.announced.began(Topic::SharedFilesChanging) {
            self.say("watch-shared-busy", [])?;
        }
        Ok(())
    }

    /// Says that the system does not report saves.
    pub(super) fn not_watched(&mut self, fault: &Fault) -> Result<(), CommandError> {
        if self.announced.began(Topic::NotWatched) {
            self.say("watch-none", [("system", fault.system.clone())])?;
        }
        Ok(())
    }

    /// Says that the staff dashboard could not be written, or that it can be again.
    pub(super) fn staff_dashboard(&mut self, fault: Option<&Fault>) -> Result<(), CommandError> {
        match fault {
            Some(fault) if self.announced.began(Topic::StaffDashboard) => self.fault(fault),
            None if self.announced.ended(&Topic::StaffDashboard) => self.resolved(""),
            _ => Ok(()),
        }
    }

    /// Says what the system refused for all students, or, if this was tried, that it
    /// works again.
    pub(super) fn system_error(
        &mut self,
        fault: Option<&Fault>,
        is_tried: bool,
    ) -> Result<(), CommandError> {
        let topic = Topic::SystemErrors(None);
        match fault {
            Some(fault) if self.announced.appeared(topic.clone(), fault.tried) => self.fault(fault),
            None if is_tried && self.announced.ended(&topic) => self.resolved(""),
            _ => Ok(()),
        }
    }

    fn fault(&mut self, fault: &Fault) -> Result<(), CommandError> {
        let text = self.messages.fault(fault);
        self.line(&text)
    }

    fn resolved(&mut self, list: &str) -> Result<(), CommandError> {
        self.say("watch-machine-well", [("list", list.to_owned())])
    }

    /// Takes the results of some students while a run is going on. Files that have not
    /// changed bring no news, so that their diagnostics need not be read again.
    pub(super) fn take(&mut self, inputs: &Arc<SharedInputs>, reports: Vec<StudentReport>) {
        if self.found.is_none() {
            self.messages = build_report::messages_of(inputs);
            self.files.begin(inputs, &self.messages);
        }
        let found = self.found.get_or_insert_default();
        self.files.keep(inputs, &reports, &self.messages);
        let texts = Texts::on(&inputs.disk);
        for report in reports {
            let counts = report.counts();
            let shared = report.about_shared().iter();
            found.shared.extend(shared.cloned());
            if !self.announced.knows(report.student(), report.fingerprint()) {
                let diagnostics = report.diagnostics().unwrap_or_default();
                let student = Some(report.student().to_owned());
                let own = diagnostics.of(student.as_deref());
                let lines = lines(own, &texts, &self.messages);
                let checked = if counts.passes {
                    Checked::NotYet
                } else {
                    Checked::Completely
                };
                found.problems.push((student, lines, checked));
            }
            found.results.push(report.result());
        }
    }

    /// Says what a run did. Returns whether something is to be checked again soon.
    pub(super) fn run(
        &mut self,
        run: &Run,
        is_complete: bool,
        took: Duration,
        sites: &SiteBuilder,
    ) -> Result<bool, CommandError> {
        if self.announced.ended(&Topic::FolderGone) {
            self.say("watch-back", [])?;
        }
        self.announced.ended(&Topic::SharedFilesChanging);
        self.messages = build_report::messages_of(&run.inputs);
        let mut found = self.found.take().unwrap_or_default();
        found
            .results
            .sort_by(|one, other| one.student.cmp(&other.student));
        if !run.is_built {
            self.announced.forget_checked();
        }
        found.add_shared(run, is_complete, &self.messages);
        let Found {
            results,
            mut problems,
            shared,
        } = found;
        let students = &run.inputs.students;
        self.system_errors(&results)?;
        problems.sort_by(|one, other| one.0.cmp(&other.0));
        self.problems(problems)?;
        self.message_files(run, is_complete.then_some(&shared), sites)?;
        let is_tried = is_complete && run.is_built;
        let fault = run.readers_error.as_ref().or(run.record_error.as_ref());
        self.system_error(fault, is_tried)?;
        let folders = sites.folders();
        if is_complete {
            self.leftover_sites(students, folders)?;
            self.twin_sites(students, folders)?;
        }
        self.not_published(&results, folders)?;
        self.pages(&results, is_complete, took)?;
        let passes = |one: &Diagnostic| one.code.passes();
        Ok(results.iter().any(|one| one.counts.passes) || shared.iter().any(passes))
    }

    /// Says what the system refused for single students, and what works again.
    fn system_errors(&mut self, results: &[StudentResult]) -> Result<(), CommandError> {
        let mut new = Vec::new();
        let mut resolved = Vec::new();
        for unit in results {
            let student = unit.student.as_str();
            let topic = Topic::SystemErrors(Some(student.to_owned()));
            match &unit.site {
                None => {}
                Some(Ok(_)) => resolved.extend(self.announced.ended(&topic).then_some(student)),
                Some(Err(fault)) => {
                    let is_new = self.announced.appeared(topic, fault.tried);
                    new.extend(is_new.then_some((student, fault)));
                }
            }
        }
        for text in build::faults(&new, &self.messages) {
            self.line(&text)?;
        }
        self.say_list("watch-machine-well", &resolved)
    }

    /// Says which problems are new, and who has none, or no errors, anymore.
    fn problems(&mut self, found: Vec<FoundProblems>) -> Result<(), CommandError> {
        for (student, problems, checked) in found {
            let name = [("student", student.clone().unwrap_or_default())];
            let (new, fixed) = self.announced.problems(student, problems, checked);
            for line in new {
                self.line(&line)?;
            }
            match fixed {
                Fixed::Nothing => {}
                Fixed::All => self.say("watch-well", name)?,
                Fixed::Errors(warnings) => {
                    let warnings = [("warnings", warnings)];
                    let text = self.messages.count("watch-no-errors", &warnings, name);
                    self.line(&text)?;
                }
            }
        }
        Ok(())
    }

    /// Writes the messages for teachers that are left, and says what prevents them.
    fn message_files(
        &mut self,
        run: &Run,
        shared: Option<&Vec<Diagnostic>>,
        sites: &SiteBuilder,
    ) -> Result<(), CommandError> {
        let is_complete = shared.is_some();
        let shared = shared.map(Vec::as_slice);
        let kept = self.files.end(shared, &run.inputs, sites, &self.messages);
        match kept.fault {
            Some(fault) if self.announced.began(Topic::MessageFiles) => self.fault(&fault)?,
            None if is_complete => drop(self.announced.ended(&Topic::MessageFiles)),
            _ => {}
        }
        for file in kept.foreign {
            if self.announced.appeared(Topic::ForeignFiles, &file) {
                self.say("letter-not-ours", [("file", file)])?;
            }
        }
        Ok(())
    }

    /// Says whose folders have gone while their sites stay, and whose are back.
    fn leftover_sites(
        &mut self,
        students: &Students,
        folders: &SiteFolders,
    ) -> Result<(), CommandError> {
        let sites = folders.leftover(students);
        let (new, mut back) = self
            .announced
            .replace(Topic::LeftoverSites, sites.into_iter().collect());
        // Other sites that are gone were taken down.
        back.retain(|student| students.like(student).any(|one| one == student));
        let id = if students.is_empty() {
            "leftover-all"
        } else {
            "leftover"
        };
        self.say_list(id, &new)?;
        self.say_list("watch-left-back", &back)
    }

    /// Says which students have a second site.
    fn twin_sites(
        &mut self,
        students: &Students,
        folders: &SiteFolders,
    ) -> Result<(), CommandError> {
        let twins = folders.twins(students);
        let fact = |(site, student): &(String, String)| format!("{site}/{student}");
        let facts: BTreeSet<String> = twins.iter().map(fact).collect();
        let (new, _) = self.announced.replace(Topic::TwinSites, facts);
        for twin in twins {
            if new.contains(&fact(&twin)) {
                let (site, student) = twin;
                let values = [
                    ("site", site),
                    ("student", student),
                    ("command", "watch".to_owned()),
                ];
                self.say("leftover-twin", values)?;
            }
        }
        Ok(())
    }

    /// Says who is not to be published.
    fn not_published(
        &mut self,
        results: &[StudentResult],
        folders: &SiteFolders,
    ) -> Result<(), CommandError> {
        for unit in results {
            if unit.site.is_some() {
                let student = unit.student.as_str();
                self.announced.disappeared(&Topic::NotPublished, student);
            }
        }
        let without = build::Without::of(results, folders);
        for (id, mut students) in [
            ("not-published-left", without.standing),
            ("not-published", without.hidden),
        ] {
            students.retain(|student| self.announced.appeared(Topic::NotPublished, student));
            self.say_list(id, &students)?;
        }
        Ok(())
    }

    /// Says how many pages were written, and for whom.
    fn pages(
        &mut self,
        results: &[StudentResult],
        is_complete: bool,
        took: Duration,
    ) -> Result<(), CommandError> {
        let (sites, total) = build::total(results);
        let is_first = is_complete && self.announced.began(Topic::FirstRun);
        if total.changed + total.removed == 0 && !is_first {
            return Ok(());
        }
        let changed: Vec<&str> = results
            .iter()
            .filter(|unit| {
                let written = unit.site.as_ref().and_then(|site| site.as_ref().ok());
                written.is_some_and(|written| written.changed + written.removed > 0)
            })
            .map(|unit| unit.student.as_str())
            .collect();
        let numbers = [
            ("sites", sites),
            ("changed", total.changed),
            ("kept", total.kept),
            ("removed", total.removed),
            (
                "milliseconds",
                usize::try_from(took.as_millis()).unwrap_or(0),
            ),
        ];
        let names = [("list", build::list(&changed, &self.messages))];
        let id = if changed.is_empty() {
            "watch-nothing"
        } else {
            "watch-wrote"
        };
        let text = self.messages.count(id, &numbers, names);
        self.line(&text)
    }
}
