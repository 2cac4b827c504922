//! What `build` says of a run. Students are reported some at a time, and their diagnostics
//! are forgotten then, so that memory does not grow with the school.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::diagnostics::{self, FirstProblems, Messages, PrintedReasons, SHOWN, SchoolCounts};
use super::message_files::{MessageFiles, Prevented};
use super::progress_line::ProgressLine;
use super::staff_dashboard::{DashboardPlace, DashboardWriter};
use super::terminal::Terminal;
use super::{CommandError, Format};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::incremental::{
    FileCounts, SharedInputs, SiteBuilder, StudentReport, StudentResult, site_name,
};
use crate::io::Fault;

/// A run, while it is going on and afterwards.
pub(super) struct BuildReport {
    pub(super) inputs: Arc<SharedInputs>,
    pub(super) messages: Messages,
    pub(super) counts: SchoolCounts,
    /// The results of students who have no new site, or whose site may be removed. `None`
    /// if the shared files have errors.
    pub(super) results: Option<Vec<StudentResult>>,
    /// How many sites there are, and what was done for them.
    pub(super) written: (usize, FileCounts),
    /// The sites whose removal was confirmed.
    removals: BTreeSet<String>,
    /// Writes the staff dashboard, if there is one.
    dashboard: Option<DashboardWriter>,
    /// The diagnostics about files that all students share.
    shared: Diagnostics,
    format: Format,
    first: FirstProblems,
    files: MessageFiles,
}

/// The language that the messages of this school are in.
pub(super) fn messages_of(inputs: &SharedInputs) -> Messages {
    let school = inputs.shared.as_ref().map(|shared| &shared.school);
    Messages::new(school.map_or("en", |school| school.language.as_str()))
}

impl BuildReport {
    /// The report of a run with these `inputs`. `removals` are the sites whose removal was
    /// confirmed.
    pub(super) fn new(
        inputs: &Arc<SharedInputs>,
        mut files: MessageFiles,
        format: Format,
        dashboard: Option<&DashboardPlace>,
        removals: BTreeSet<String>,
    ) -> Self {
        let messages = messages_of(inputs);
        files.begin(inputs, &messages);
        Self {
            counts: SchoolCounts::of(inputs.students.iter().count()),
            results: inputs.shared.is_some().then(Vec::new),
            written: <(usize, FileCounts)>::default(),
            removals,
            dashboard: dashboard.and_then(|place| place.begin(inputs)),
            shared: inputs.diagnostics.clone(),
            inputs: Arc::clone(inputs),
            first: FirstProblems::default(),
            messages,
            format,
            files,
        }
    }

    /// Takes the results of some students.
    pub(super) fn take(
        &mut self,
        reports: Vec<StudentReport>,
        terminal: &mut Terminal,
    ) -> Result<(), CommandError> {
        self.files.keep(&self.inputs, &reports, &self.messages);
        for report in &reports {
            let counts = report.counts();
            let student = report.student();
            self.shared.extend(report.about_shared().iter().cloned());
            self.counts.add(student, counts);
            self.first.count(counts);
            let is_shown = match self.format {
                Format::Json => counts.problems() > 0,
                Format::Human | Format::Plain => self.first.has_room(counts),
            };
            if let Some(diagnostics) = is_shown.then(|| report.diagnostics()).flatten() {
                let own = diagnostics.of(Some(student));
                self.show_or_keep(own, terminal)?;
            }
        }
        for report in &reports {
            self.take_result(report.result());
        }
        if let Some(dashboard) = &mut self.dashboard {
            let units = reports.into_iter().map(StudentReport::into_site_report);
            dashboard.add(units.collect(), &self.inputs, &self.messages);
        }
        Ok(())
    }

    /// Adds what was done for one student.
    fn take_result(&mut self, result: StudentResult) {
        let is_removed = || self.removals.contains(&site_name(result.student.as_str()));
        if let Some(Ok(written)) = &result.site {
            self.written.0 += 1;
            self.written.1 += *written;
            if !is_removed() {
                return;
            }
        }
        self.results.get_or_insert_default().push(result);
    }

    /// Takes the diagnostics of students while the shared files have errors.
    fn take_diagnostics(
        &mut self,
        diagnostics: Diagnostics,
        terminal: &mut Terminal,
    ) -> Result<(), CommandError> {
        let mut all = diagnostics;
        all.sort();
        let (own, shared): (Vec<Diagnostic>, Vec<Diagnostic>) =
            all.into_iter().partition(|one| one.student().is_some());
        for of_one in own.chunk_by(|one, other| one.student() == other.student()) {
            self.first.count(&of_one.iter().collect());
        }
        self.counts.add_each(&own.iter().collect::<Vec<_>>());
        self.shared.extend(shared);
        self.show_or_keep(&own, terminal)
    }

    /// Programs get everything, and at once. For people, the first problems are kept.
    fn show_or_keep(
        &mut self,
        diagnostics: &[Diagnostic],
        terminal: &mut Terminal,
    ) -> Result<(), CommandError> {
        let problems = diagnostics.iter();
        let problems = problems.filter(|one| one.code.severity() >= Severity::Warning);
        if self.format == Format::Json {
            return self.show(&problems.collect::<Vec<_>>(), terminal);
        }
        self.first.add(problems);
        Ok(())
    }

    fn show(&self, problems: &[&Diagnostic], terminal: &mut Terminal) -> Result<(), CommandError> {
        let disk = &self.inputs.disk;
        let printed = &mut PrintedReasons::default();
        diagnostics::show_each(
            problems,
            printed,
            disk,
            self.format,
            &self.messages,
            terminal,
        )
    }

    /// Shows the problems, and writes the message files that are left.
    pub(super) fn end(
        &mut self,
        sites: &SiteBuilder,
        terminal: &mut Terminal,
    ) -> Result<Prevented, CommandError> {
        if let Some(results) = &mut self.results {
            results.sort_by(|one, other| one.student.cmp(&other.student));
        } else {
            let line = ProgressLine::begin(self.inputs.disk.progress());
            let diagnostics = self.inputs.student_diagnostics();
            drop(line);
            self.take_diagnostics(diagnostics, terminal)?;
        }
        // Several sites may show the same fault of a shared file.
        let mut shared = std::mem::take(&mut self.shared);
        shared.sort();
        self.counts.shared = shared.iter().collect();
        let shared: Vec<Diagnostic> = shared.into_iter().collect();
        if self.format == Format::Json {
            self.show_or_keep(&shared, terminal)?;
        } else {
            self.show_first(&shared, terminal)?;
        }
        let (inputs, messages) = (&self.inputs, &self.messages);
        Ok(self.files.end(Some(&shared), inputs, sites, messages))
    }

    /// Shows the first problems, and says how many more there are.
    fn show_first(
        &mut self,
        shared: &[Diagnostic],
        terminal: &mut Terminal,
    ) -> Result<(), CommandError> {
        let (shown, more) = std::mem::take(&mut self.first).end(shared);
        self.show(&shown.iter().collect::<Vec<_>>(), terminal)?;
        if more > 0 {
            let is_in_files = self.results.is_some() && self.inputs.writes_messages();
            let files = if is_in_files { "yes" } else { "no" };
            let numbers = [("shown", SHOWN), ("more", more)];
            let values = [("files", files.to_owned())];
            terminal.say(&self.messages.count("problems-more", &numbers, values))?;
        }
        Ok(())
    }

    /// Ends the staff dashboard.
    ///
    /// # Errors
    /// The system error if it could not be written.
    pub(super) fn end_dashboard(&mut self) -> Result<(), Fault> {
        match self.dashboard.take() {
            Some(dashboard) => dashboard.end(&self.inputs, &self.messages),
            None => Ok(()),
        }
    }

    /// Whether any diagnostic is an error.
    pub(super) fn any_error(&self) -> bool {
        self.counts.total(|of| of.errors) > 0
    }

    /// Whether running the command again later may help.
    pub(super) fn is_for_later(&self) -> bool {
        self.counts.total(|of| usize::from(of.later)) > 0
    }
}
