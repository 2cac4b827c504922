//! What a publication says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::{SchoolOnHost, build, host, student_in};
use crate::cli::terminal::Terminal;
use crate::cli::{CLEAN, CONTENT, CommandError, EX_TEMPFAIL, WORK};
use crate::host::{HostFault, HostFaultKind};
use crate::incremental::{BuiltSites, HeldReason, SiteBuilder};
use crate::io::Fault;
use crate::publish::{FolderPlan, Published, TakenDown};

/// Lines for a person: what was done, and what was not.
#[derive(Default)]
pub(super) struct Lines(Vec<(bool, String)>);

impl Lines {
    fn say(&mut self, text: String) {
        self.0.push((false, text));
    }

    fn error(&mut self, text: String) {
        self.0.push((true, text));
    }

    /// Writes them.
    pub(super) fn print(self, terminal: &mut Terminal) -> Result<(), CommandError> {
        for (is_error, text) in self.0 {
            if is_error {
                terminal.error(&text);
            } else {
                terminal.say(&text)?;
            }
        }
        Ok(())
    }

    /// One line about a problem.
    pub(super) fn of_error(text: String) -> Self {
        Self(vec![(true, text)])
    }

    /// The lines without problems that are `known`, for a log, and all problems.
    pub(super) fn without(self, known: &[String]) -> (Vec<String>, Vec<String>) {
        let problems = self.0.iter().filter(|(is_error, _)| *is_error);
        let problems = problems.map(|(_, text)| text.clone()).collect();
        let news = self.0.into_iter();
        let news = news.filter(|(is_error, text)| !is_error || !known.contains(text));
        (news.map(|(_, text)| text).collect(), problems)
    }
}

/// A publication, or the plan for one.
pub(super) struct Report<'a> {
    pub(super) school: &'a SchoolOnHost,
    pub(super) sites: &'a SiteBuilder,
    pub(super) built: &'a BuiltSites,
    pub(super) published: Published,
    /// Students whose files could not be read as they were built.
    pub(super) unreadable: Vec<String>,
    /// The files with records of what was taken down.
    pub(super) recorded: Result<Vec<PathBuf>, Fault>,
}

impl Report<'_> {
    /// Says what was done, and what was not.
    pub(super) fn say(&self, lines: &mut Lines) {
        if self.published.is_first {
            self.first(lines);
        }
        if let Some(computer) = &self.published.taken_over {
            let computer = ("computer", computer.clone());
            lines.say(self.words("publish-taken-over", [computer]));
        }
        self.removals(lines);
        self.absent(lines);
        self.not_published(lines);
        let (files, bytes) = self.published.sent;
        let numbers = [
            ("sites", self.done_sites()),
            ("files", files),
            ("kilobytes", kilobytes(bytes)),
            ("removed", self.published.removed),
        ];
        let is_new = files + self.published.removed > 0;
        let id = match (is_new, self.published.is_complete()) {
            (_, false) => "publish-incomplete",
            (true, true) => "publish-done",
            (false, true) if self.published.taken_down.is_empty() => "publish-nothing",
            (false, true) => "publish-only-removals",
        };
        let host = ("host", self.school.host.place());
        lines.say(self.school.messages.count(id, &numbers, [host]));
    }

    /// The exit code: something failed, something is to be done again, or a site is not as
    /// its files are.
    pub(super) fn code(&self) -> u8 {
        let mut faults = self.published.failed.iter().map(|(_, fault)| fault.kind);
        let is_removed = self.published.are_removals_proved() && self.recorded.is_ok();
        if !is_removed || faults.any(|kind| kind != HostFaultKind::Passing) {
            WORK
        } else if !self.is_complete() {
            EX_TEMPFAIL
        } else if !self.built.held.is_empty() || !self.built.outdated.is_empty() {
            CONTENT
        } else {
            CLEAN
        }
    }

    /// Whether the host has everything that it is to have, and nothing else.
    pub(super) fn is_complete(&self) -> bool {
        self.published.is_complete()
            && self.published.are_removals_proved()
            && self.unreadable.is_empty()
    }

    /// Whether something was done, or is to be done.
    pub(super) fn has_news(&self) -> bool {
        let Published {
            sent,
            removed,
            taken_down,
            ..
        } = &self.published;
        sent.0 + removed + taken_down.len() > 0 || !self.is_complete()
    }

    /// Says what publishing would do.
    pub(super) fn plan(&self, lines: &mut Lines) {
        let plan = &self.published.plan;
        if self.published.is_first {
            self.first(lines);
        }
        for folder in plan.folders() {
            lines.say(self.planned(folder));
        }
        for folder in &self.published.to_take_down {
            let student = ("student", student_in(self.sites, folder));
            lines.say(self.words("publish-would-take-down", [student]));
        }
        self.absent(lines);
        self.not_published(lines);
        let numbers = [
            ("sites", plan.sites.len()),
            ("readers", plan.readers.len()),
            ("files", plan.files()),
            ("kilobytes", kilobytes(plan.bytes())),
            ("removed", plan.stale()),
        ];
        let id = if plan.is_empty() {
            "publish-would-nothing"
        } else {
            "publish-would"
        };
        let host = ("host", self.school.host.place());
        lines.say(self.school.messages.count(id, &numbers, [host]));
    }

    /// Says what was taken down.
    pub(super) fn removals(&self, lines: &mut Lines) {
        for taken in &self.published.taken_down {
            self.removal(taken, lines);
        }
        match &self.recorded {
            Ok(files) => {
                for file in files {
                    let file = [("file", file.display().to_string())];
                    lines.say(self.words("deletion-recorded", file));
                }
            }
            Err(fault) => lines.error(self.school.messages.fault(fault)),
        }
    }

    fn removal(&self, taken: &TakenDown, lines: &mut Lines) {
        let student = student_in(self.sites, &taken.folder);
        let numbers = [
            ("files", taken.removed.len()),
            ("left", taken.left.len()),
            ("foreign", taken.foreign.len()),
        ];
        let values = || {
            [
                ("student", student.clone()),
                ("folder", taken.folder.clone()),
                ("host", self.school.host.place()),
            ]
        };
        let messages = &self.school.messages;
        if taken.is_proved() {
            lines.say(messages.count("publish-taken-down", &numbers, values()));
        } else {
            lines.error(messages.count("publish-not-taken-down", &numbers, values()));
        }
        if !taken.foreign.is_empty() {
            lines.error(messages.count("publish-foreign-in-site", &numbers, values()));
        }
    }

    /// Says which sites are on the host without being here.
    fn absent(&self, lines: &mut Lines) {
        let gone: BTreeSet<&String> = self
            .published
            .taken_down
            .iter()
            .map(|one| &one.folder)
            .collect();
        let held: BTreeSet<String> = self
            .built
            .held
            .iter()
            .map(|(student, _)| self.school.place_of(student))
            .collect();
        let absent = self.published.plan.absent.iter().filter(|folder| {
            !gone.contains(folder)
                && !held.contains(*folder)
                && !self.published.to_take_down.contains(*folder)
        });
        let folders = self.sites.folders();
        let students: Vec<&str> = absent
            .filter_map(|folder| folders.student_of(folder))
            .collect();
        if students.is_empty() {
            return;
        }
        let list = ("list", build::list(&students, &self.school.messages));
        let first = (
            "first",
            students
                .first()
                .map(ToString::to_string)
                .unwrap_or_default(),
        );
        lines.say(self.words("publish-absent", [list, first]));
    }

    fn first(&self, lines: &mut Lines) {
        lines.say(self.words("publish-first", []));
        let foreign: Vec<&str> = self.published.foreign.iter().map(String::as_str).collect();
        if !foreign.is_empty() {
            let list = ("list", build::list(&foreign, &self.school.messages));
            lines.say(self.words("publish-foreign", [list]));
        }
    }

    /// Says which sites were not published, or are of an earlier build.
    pub(super) fn not_published(&self, lines: &mut Lines) {
        let messages = &self.school.messages;
        let mut held: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (student, reason) in &self.built.held {
            held.entry(of_reason(*reason)).or_default().push(student);
        }
        if !self.built.outdated.is_empty() {
            let outdated = self.built.outdated.iter().map(String::as_str);
            held.insert("publish-outdated", outdated.collect());
        }
        let changed = self.published.changed.iter();
        let changed = changed.map(|folder| student_in(self.sites, folder));
        let changed: Vec<String> = changed.chain(self.unreadable.iter().cloned()).collect();
        if !changed.is_empty() {
            let changed = changed.iter().map(String::as_str);
            held.insert("publish-changing", changed.collect());
        }
        for (id, students) in held {
            let list = [("list", build::list(&students, messages))];
            lines.error(messages.say(id, list));
        }
        self.faults(lines);
    }

    /// Says which folders were not completed because of the host.
    pub(super) fn faults(&self, lines: &mut Lines) {
        let messages = &self.school.messages;
        let mut faults: BTreeMap<String, (&HostFault, Vec<String>)> = BTreeMap::new();
        for (folder, fault) in &self.published.failed {
            let kind = format!("{:?} {}", fault.kind, fault.system);
            let (_, sites) = faults.entry(kind).or_insert_with(|| (fault, Vec::new()));
            sites.push(student_in(self.sites, folder));
        }
        for (fault, sites) in faults.into_values() {
            let sites: Vec<&str> = sites.iter().map(String::as_str).collect();
            let values = [
                ("list", build::list(&sites, messages)),
                ("fault", host::words(fault, messages)),
            ];
            lines.error(messages.say("publish-failed", values));
        }
        if self.published.not_begun > 0 {
            let number = [("folders", self.published.not_begun)];
            lines.error(messages.count("publish-not-begun", &number, []));
        }
    }

    fn planned(&self, folder: &FolderPlan) -> String {
        let numbers = [
            ("files", folder.to_send().count()),
            ("kilobytes", kilobytes(folder.bytes)),
            ("removed", folder.stale.len()),
        ];
        let student = self.sites.folders().student_of(&folder.folder);
        let values = [
            ("student", student.unwrap_or_default().to_owned()),
            ("folder", folder.folder.clone()),
        ];
        self.school
            .messages
            .count("publish-would-folder", &numbers, values)
    }

    fn done_sites(&self) -> usize {
        let sites = self.published.plan.sites.iter();
        sites
            .filter(|site| self.published.done.contains(&site.folder))
            .count()
    }

    fn words<const N: usize>(&self, id: &str, values: [(&'static str, String); N]) -> String {
        self.school.messages.say(id, values)
    }
}

/// The message for a reason why a site is not published.
fn of_reason(reason: HeldReason) -> &'static str {
    match reason {
        HeldReason::Changed => "publish-held-changed",
        HeldReason::OldKeys => "publish-held-keys",
        HeldReason::NamesOtherStudent => "publish-held-names",
        HeldReason::NotRecorded => "publish-held-unrecorded",
        HeldReason::NamedFolder => "publish-held-named",
    }
}

fn kilobytes(bytes: u64) -> usize {
    usize::try_from(bytes.div_ceil(1000)).unwrap_or(usize::MAX)
}
