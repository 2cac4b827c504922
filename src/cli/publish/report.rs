//! What a publication says.

use std::collections::{BTreeMap, BTreeSet};

use super::{CommandError, SchoolOnHost, Terminal, build, host};
use crate::host::HostFault;
use crate::incremental::{BuiltSites, HeldReason};
use crate::publish::{FolderPlan, Published, TakenDown};

/// A publication, or the plan for one.
pub(super) struct Report<'a> {
    pub(super) school: &'a SchoolOnHost,
    pub(super) built: &'a BuiltSites,
    pub(super) published: &'a Published,
    /// Students whose files were changed meanwhile.
    pub(super) unreadable: &'a [String],
}

impl Report<'_> {
    /// Says what was done, and what was not.
    pub(super) fn say(&self, terminal: &mut Terminal) -> Result<(), CommandError> {
        if self.published.is_first {
            self.first(terminal)?;
        }
        if let Some(computer) = &self.published.taken_over {
            let computer = ("computer", computer.clone());
            terminal.say(&self.words("publish-taken-over", [computer]))?;
        }
        self.removals(terminal)?;
        self.not_published(terminal);
        let (files, bytes) = self.published.sent;
        let numbers = [
            ("sites", self.done_sites()),
            ("files", files),
            ("kilobytes", kilobytes(bytes)),
            ("removed", self.published.removed),
        ];
        let is_new = files + self.published.removed > 0;
        let id = match (is_new, self.published.failed.is_empty()) {
            (_, false) => "publish-incomplete",
            (true, true) => "publish-done",
            (false, true) if self.published.taken_down.is_empty() => "publish-nothing",
            (false, true) => "publish-only-removals",
        };
        let host = ("host", self.school.host.place());
        terminal.say(&self.school.messages.count(id, &numbers, [host]))?;
        Ok(())
    }

    /// Says what publishing would do.
    pub(super) fn plan(&self, terminal: &mut Terminal) -> Result<(), CommandError> {
        let plan = &self.published.plan;
        if self.published.is_first {
            self.first(terminal)?;
        }
        for folder in plan.folders() {
            terminal.say(&self.planned(folder))?;
        }
        for folder in &self.published.to_take_down {
            let student = ("student", self.school.student_in(folder));
            terminal.say(&self.words("publish-would-take-down", [student]))?;
        }
        self.absent(terminal)?;
        self.not_published(terminal);
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
        terminal.say(&self.school.messages.count(id, &numbers, [host]))?;
        Ok(())
    }

    /// Says what was taken down.
    pub(super) fn removals(&self, terminal: &mut Terminal) -> Result<(), CommandError> {
        for taken in &self.published.taken_down {
            self.removal(taken, terminal)?;
        }
        self.absent(terminal)
    }

    fn removal(&self, taken: &TakenDown, terminal: &mut Terminal) -> Result<(), CommandError> {
        let student = self.school.student_in(&taken.folder);
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
            terminal.say(&messages.count("publish-taken-down", &numbers, values()))?;
        } else {
            terminal.error(&messages.count("publish-not-taken-down", &numbers, values()));
        }
        if !taken.foreign.is_empty() {
            terminal.error(&messages.count("publish-foreign-in-site", &numbers, values()));
        }
        Ok(())
    }

    /// Says which sites are on the host without being here.
    fn absent(&self, terminal: &mut Terminal) -> Result<(), CommandError> {
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
        let folders = self.school.folders();
        let students: Vec<&str> = absent
            .filter_map(|folder| folders.student_of(folder))
            .collect();
        if self.built.folders.is_empty() || students.is_empty() {
            return Ok(());
        }
        let list = ("list", build::list(&students, &self.school.messages));
        let first = (
            "first",
            students
                .first()
                .map(ToString::to_string)
                .unwrap_or_default(),
        );
        terminal.say(&self.words("publish-absent", [list, first]))?;
        Ok(())
    }

    fn first(&self, terminal: &mut Terminal) -> Result<(), CommandError> {
        terminal.say(&self.words("publish-first", []))?;
        let foreign: Vec<&str> = self.published.foreign.iter().map(String::as_str).collect();
        if !foreign.is_empty() {
            let list = ("list", build::list(&foreign, &self.school.messages));
            terminal.say(&self.words("publish-foreign", [list]))?;
        }
        Ok(())
    }

    /// Says which sites were not published, or are of an earlier build.
    fn not_published(&self, terminal: &mut Terminal) {
        let messages = &self.school.messages;
        let mut held: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (student, reason) in &self.built.held {
            held.entry(of_reason(*reason)).or_default().push(student);
        }
        if !self.built.outdated.is_empty() {
            let outdated = self.built.outdated.iter().map(String::as_str);
            held.insert("publish-outdated", outdated.collect());
        }
        if !self.unreadable.is_empty() {
            let changed = self.unreadable.iter().map(String::as_str);
            held.insert("publish-changing", changed.collect());
        }
        for (id, students) in held {
            let list = [("list", build::list(&students, messages))];
            terminal.error(&messages.say(id, list));
        }
        let mut faults: BTreeMap<String, (&HostFault, Vec<String>)> = BTreeMap::new();
        for (folder, fault) in &self.published.failed {
            let kind = format!("{:?} {}", fault.kind, fault.system);
            let (_, sites) = faults.entry(kind).or_insert_with(|| (fault, Vec::new()));
            sites.push(self.school.student_in(folder));
        }
        for (fault, sites) in faults.into_values() {
            let sites: Vec<&str> = sites.iter().map(String::as_str).collect();
            let values = [
                ("list", build::list(&sites, messages)),
                ("fault", host::words(fault, messages)),
            ];
            terminal.error(&messages.say("publish-failed", values));
        }
        if self.published.not_begun > 0 {
            let number = [("folders", self.published.not_begun)];
            terminal.error(&messages.count("publish-not-begun", &number, []));
        }
    }

    fn planned(&self, folder: &FolderPlan) -> String {
        let numbers = [
            ("files", folder.to_send().count()),
            ("kilobytes", kilobytes(folder.bytes)),
            ("removed", folder.stale.len()),
        ];
        let student = self.school.folders().student_of(&folder.folder);
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
