//! What `watch` says: a log with one line for each thing that happened.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

use super::announced::{Announced, Checked, Fixed, Problems, Topic};
use crate::cli::args::Watch;
use crate::cli::diagnostics::{self, Messages};
use crate::cli::school::CompiledSchool;
use crate::cli::terminal::Terminal;
use crate::cli::{CommandError, build, message_files};
use crate::diagnostic::Severity;
use crate::incremental::{self, FileCounts, Run};
use crate::io::{self, Fault};

/// A run as commands show it.
type Report = CompiledSchool<Result<FileCounts, Fault>>;

/// Writes lines, each thing once.
pub(super) struct Log<'a> {
    terminal: &'a mut Terminal,
    messages: Messages,
    /// The folder of sites.
    out: String,
    announced: Announced,
}

impl<'a> Log<'a> {
    pub(super) fn new(terminal: &'a mut Terminal, options: &Watch) -> Self {
        Self {
            terminal,
            messages: Messages::of_tool(),
            out: options.to.display().to_string(),
            announced: Announced::default(),
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
        if let Some(staff) = &options.staff {
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

    /// Says what a run did. Returns whether something is to be checked again soon.
    pub(super) fn run(
        &mut self,
        run: Run,
        is_complete: bool,
        took: Duration,
        out: &Path,
    ) -> Result<bool, CommandError> {
        if self.announced.ended(&Topic::FolderGone) {
            self.say("watch-back", [])?;
        }
        self.announced.ended(&Topic::SharedFilesChanging);
        let record_error = run.record_error.clone();
        let report = build::compiled(run);
        self.messages = Messages::new(&report.language);
        self.system_errors(&report)?;
        self.problems(&report, is_complete)?;
        self.message_files(&report, is_complete)?;
        let is_tried = is_complete && report.results.is_some();
        self.system_error(record_error.as_ref(), is_tried)?;
        if is_complete {
            self.leftover_sites(&report, out)?;
            self.twin_sites(&report, out)?;
        }
        self.not_published(&report, out)?;
        self.pages(&report, is_complete, took)?;
        Ok(report.diagnostics.iter().any(|one| one.code.passes()))
    }

    /// Says what the system refused for single students, and what works again.
    fn system_errors(&mut self, report: &Report) -> Result<(), CommandError> {
        let mut new = Vec::new();
        let mut resolved = Vec::new();
        for unit in report.results.iter().flatten() {
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

    /// Says which problems are new, and who has none, or no errors, any more.
    fn problems(&mut self, report: &Report, is_complete: bool) -> Result<(), CommandError> {
        let has_units = report.results.is_some();
        let mut now: BTreeMap<Option<String>, Problems> = BTreeMap::new();
        if has_units {
            for unit in report.results.iter().flatten() {
                now.insert(Some(unit.student.to_string()), Problems::new());
            }
        } else {
            for student in &report.students {
                now.insert(Some(student.clone()), Problems::new());
            }
        }
        if is_complete {
            now.insert(None, Problems::new());
        }
        for (one, line) in diagnostics::lines(report, Severity::Warning, &self.messages) {
            if let Some(problems) = now.get_mut(&one.student().map(str::to_owned)) {
                problems.insert(line, one.code.severity() >= Severity::Error);
            }
        }
        for (student, problems) in now {
            let checked = match &student {
                Some(_) if !has_units => Checked::WithoutSharedFiles,
                Some(student) if report.waits(student) => Checked::NotYet,
                _ => Checked::Completely,
            };
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

    /// Writes the messages for teachers, and says what prevents that.
    fn message_files(&mut self, report: &Report, is_complete: bool) -> Result<(), CommandError> {
        let kept = message_files::keep(report, is_complete, &self.messages);
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
    fn leftover_sites(&mut self, report: &Report, out: &Path) -> Result<(), CommandError> {
        let sites = incremental::leftover_sites(out, &report.students);
        let (new, mut back) = self
            .announced
            .replace(Topic::LeftoverSites, sites.into_iter().collect());
        // Other sites that are gone were taken down.
        back.retain(|student| report.students.contains(student));
        let id = if report.students.is_empty() {
            "leftover-all"
        } else {
            "leftover"
        };
        self.say_list(id, &new)?;
        self.say_list("watch-left-back", &back)
    }

    /// Says which students have a second site.
    fn twin_sites(&mut self, report: &Report, out: &Path) -> Result<(), CommandError> {
        let twins = incremental::twin_sites(out, &report.students);
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
    fn not_published(&mut self, report: &Report, out: &Path) -> Result<(), CommandError> {
        for unit in report.results.iter().flatten() {
            if unit.site.is_some() {
                let student = unit.student.as_str();
                self.announced.disappeared(&Topic::NotPublished, student);
            }
        }
        let without = build::Without::of(report, out);
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
        report: &Report,
        is_complete: bool,
        took: Duration,
    ) -> Result<(), CommandError> {
        let (sites, total) = build::total(report);
        let is_first = is_complete && self.announced.began(Topic::FirstRun);
        if total.changed + total.removed == 0 && !is_first {
            return Ok(());
        }
        let changed: Vec<&str> = report
            .results
            .iter()
            .flatten()
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
