//! Follows a school folder for as long as it is let, and writes every site that
//! changes. What it says is a log: one line for a thing that happened.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

use super::args::Watch;
use super::diagnostics::{self, Messages};
use super::school::Compiled;
use super::terminal::Terminal;
use super::{CLEAN, CommandError, build, message_files, staff_dashboard};
use crate::diagnostic::Severity;
use crate::incremental::{
    self, FolderWatcher, PreviewBuilder, Refused, Run, Settings, SiteBuilder, WatchEvent,
    WatchTiming, Written,
};
use crate::io::{self, Disk, Fault};

/// How long a storm of saves is waited out at most.
const LONGEST: Duration = Duration::from_secs(10);

/// Builds, and builds again after each save, until somebody ends it.
pub(super) fn run(options: &Watch, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let folder = match &options.folder {
        // A folder that is not there yet may still be mounted.
        Some(folder) => folder.clone(),
        None => super::school::find(None, "watch")?,
    };
    let settings = Settings {
        // Nobody waits for one student: all are looked at again soon.
        rounds: 1,
        ..build::settings(&options.to, &options.writing)
    };
    let pace = WatchTiming {
        quiet: settings.settle,
        longest: LONGEST.max(settings.settle),
        look: Duration::from_secs(options.poll.max(1).into()),
    };
    let disk = Disk::new(&folder);
    let mut board = Board::of(options, &folder, &disk)?;
    let mut follow = FolderWatcher::new(&disk, pace, true)?;
    let mut sites = build::open(&folder, settings)?;
    let mut log = Log::new(terminal);
    log.begin(&folder, options)?;
    let mut look = follow.first();
    loop {
        match look {
            WatchEvent::End => break,
            WatchEvent::Gone => log.gone()?,
            WatchEvent::All | WatchEvent::Students(_) => {
                if let Err(fault) = follow.begin() {
                    log.unwatched(&fault)?;
                }
                turn(&look, &mut sites, &mut follow, &mut log)?;
                if let Some(board) = &mut board {
                    log.board(board.refresh(&look).err().as_ref())?;
                }
            }
        }
        look = follow.wait();
    }
    log.say("watch-end", [])?;
    Ok(CLEAN)
}

/// Looks where something was saved, writes, and tells.
fn turn(
    look: &WatchEvent,
    sites: &mut SiteBuilder,
    follow: &mut FolderWatcher,
    log: &mut Log,
) -> Result<(), CommandError> {
    let (done, took) = io::until_now(|| {
        let some = match look {
            WatchEvent::Students(students) => sites.build_some(students),
            _ => None,
        };
        match some {
            Some(run) => (Ok(Some(run)), false),
            None => (sites.build(), true),
        }
    });
    let (run, whole) = done;
    let took = Duration::from_millis(u64::try_from(took).unwrap_or(u64::MAX));
    let soon = match run {
        Ok(Some(run)) => log.tell(run, whole, took, sites.out())?,
        Ok(None) => {
            log.once("shared-busy", "watch-shared-busy", [])?;
            true
        }
        Err(Refused::Fault(fault)) => {
            log.machine(Some(&fault), whole)?;
            false
        }
        Err(refused) => return Err(build::stop(refused, sites.out())),
    };
    follow.looked(if whole { took } else { Duration::ZERO }, soon);
    Ok(())
}

/// The staff board, which follows each save as the sites do. It tells of every
/// student, also of those whose sites stay as they are, so it is made of drafts of
/// its own.
struct Board<'a> {
    place: staff_dashboard::Place<'a>,
    drafts: PreviewBuilder,
    /// Whether the newest drafts are still to be written.
    due: bool,
}

impl<'a> Board<'a> {
    fn of(options: &'a Watch, folder: &Path, disk: &Disk) -> Result<Option<Self>, CommandError> {
        let Some(staff) = &options.staff else {
            return Ok(None);
        };
        Ok(Some(Self {
            place: staff_dashboard::Place::new(staff, &options.to, folder)?,
            drafts: PreviewBuilder::new(disk),
            due: true,
        }))
    }

    fn refresh(&mut self, look: &WatchEvent) -> Result<(), Fault> {
        let students = match look {
            WatchEvent::Students(students) => Some(students),
            _ => None,
        };
        self.due |= self.drafts.refresh(students, |_, _| ())?;
        if let Some(opened) = self.drafts.opened().filter(|_| self.due) {
            let compiled = Compiled::new(opened, self.drafts.units());
            let words = Messages::new(&compiled.language);
            self.place.write(&compiled, &words)?;
            self.due = false;
        }
        Ok(())
    }
}

/// What has been told, so that it is not told again.
struct Log<'a> {
    terminal: &'a mut Terminal,
    words: Messages,
    /// Problems of each student, and of all, as they were last told, and how
    /// bad each is.
    problems: BTreeMap<Option<String>, BTreeMap<String, Severity>>,
    /// What the machine refuses for each student, and for all. Which file it
    /// refuses first may differ from look to look.
    refused: BTreeMap<Option<String>, BTreeSet<&'static str>>,
    /// Sites that stand though their students' folders are gone.
    left: BTreeSet<String>,
    /// Sites that stand beside a student's own.
    twins: BTreeSet<(String, String)>,
    /// Students who are not to be published.
    hidden: BTreeSet<String>,
    /// Files of somebody else where teachers would read what there is to do.
    strange: BTreeSet<String>,
    /// Lasting states that have been told.
    states: BTreeSet<&'static str>,
}

impl<'a> Log<'a> {
    fn new(terminal: &'a mut Terminal) -> Self {
        Self {
            terminal,
            words: Messages::of_tool(),
            problems: BTreeMap::new(),
            refused: BTreeMap::new(),
            left: BTreeSet::new(),
            twins: BTreeSet::new(),
            hidden: BTreeSet::new(),
            strange: BTreeSet::new(),
            states: BTreeSet::new(),
        }
    }

    fn line(&mut self, words: &str) -> Result<(), CommandError> {
        let line = format!("{} {words}", io::time_of_day());
        Ok(self.terminal.say(&line)?)
    }

    fn say<const N: usize>(
        &mut self,
        id: &str,
        values: [(&str, String); N],
    ) -> Result<(), CommandError> {
        let words = self.words.say(id, values);
        self.line(&words)
    }

    /// Says something about a state once, until [`Log::over`] says that it ended.
    fn once<const N: usize>(
        &mut self,
        state: &'static str,
        id: &str,
        values: [(&str, String); N],
    ) -> Result<(), CommandError> {
        if self.states.insert(state) {
            self.say(id, values)?;
        }
        Ok(())
    }

    fn over(&mut self, state: &'static str) -> bool {
        self.states.remove(state)
    }

    fn begin(&mut self, folder: &Path, options: &Watch) -> Result<(), CommandError> {
        let values = [
            ("folder", folder.display().to_string()),
            ("out", options.to.display().to_string()),
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

    fn gone(&mut self) -> Result<(), CommandError> {
        self.once("gone", "watch-gone", [])
    }

    /// What the machine refused of the staff board, once, and that it works again.
    fn board(&mut self, fault: Option<&Fault>) -> Result<(), CommandError> {
        match fault {
            Some(fault) if self.states.insert("board") => {
                let words = self.words.fault(fault);
                self.line(&words)
            }
            None if self.over("board") => self.say("watch-machine-well", [("list", String::new())]),
            _ => Ok(()),
        }
    }

    fn unwatched(&mut self, fault: &Fault) -> Result<(), CommandError> {
        let system = [("system", fault.system.clone())];
        self.once("unwatched", "watch-none", system)
    }

    /// What the machine refused for all, once; that it works again, where it was
    /// `tried`.
    fn machine(&mut self, fault: Option<&Fault>, tried: bool) -> Result<(), CommandError> {
        if let Some(fault) = fault {
            let told = self.refused.entry(None).or_default();
            if told.insert(fault.tried) {
                let words = self.words.fault(fault);
                self.line(&words)?;
            }
        } else if tried && self.refused.remove(&None).is_some() {
            self.say("watch-machine-well", [("list", String::new())])?;
        }
        Ok(())
    }

    /// The same of each student.
    fn machine_for_each(
        &mut self,
        compiled: &Compiled<Result<Written, Fault>>,
    ) -> Result<(), CommandError> {
        let mut news = Vec::new();
        let mut well = Vec::new();
        for unit in compiled.units.iter().flatten() {
            let student = unit.student.as_str();
            let whose = Some(student.to_owned());
            match &unit.site {
                None => {}
                Some(Ok(_)) => well.extend(self.refused.remove(&whose).map(|_| student)),
                Some(Err(fault)) => {
                    let told = self.refused.entry(whose).or_default();
                    news.extend(told.insert(fault.tried).then_some((student, fault)));
                }
            }
        }
        for words in build::faults(&news, &self.words) {
            self.line(&words)?;
        }
        if !well.is_empty() {
            let list = build::list(&well, &self.words);
            self.say("watch-machine-well", [("list", list)])?;
        }
        Ok(())
    }

    /// Students' folders that have gone, and that have come back.
    fn left(&mut self, sites: Vec<String>, students: &[String]) -> Result<(), CommandError> {
        let now: BTreeSet<String> = sites.into_iter().collect();
        let before = std::mem::replace(&mut self.left, now.clone());
        let back = before.iter().filter(|student| students.contains(student));
        let id = if students.is_empty() {
            "watch-left-all"
        } else {
            "watch-left"
        };
        let told: [(_, Vec<&str>); 2] = [
            (id, now.difference(&before).map(String::as_str).collect()),
            ("watch-left-back", back.map(String::as_str).collect()),
        ];
        for (id, names) in told.iter().filter(|(_, names)| !names.is_empty()) {
            self.say(id, [("list", build::list(names, &self.words))])?;
        }
        Ok(())
    }

    /// Sites that stand beside a student's own, once.
    fn twins(&mut self, now: Vec<(String, String)>) -> Result<(), CommandError> {
        let before = std::mem::replace(&mut self.twins, now.iter().cloned().collect());
        for (site, student) in now.into_iter().filter(|twin| !before.contains(twin)) {
            self.say("watch-twin", [("site", site), ("student", student)])?;
        }
        Ok(())
    }

    /// Students who are not to be published, or not any more.
    fn hidden(
        &mut self,
        compiled: &Compiled<Result<Written, Fault>>,
        out: &Path,
    ) -> Result<(), CommandError> {
        let units = compiled.units.iter().flatten();
        for unit in units.filter(|unit| unit.site.is_some()) {
            self.hidden.remove(unit.student.as_str());
        }
        let without = build::Without::of(compiled, out);
        for (id, mut students) in [
            ("watch-hidden-left", without.standing),
            ("watch-hidden", without.hidden),
        ] {
            students.retain(|student| self.hidden.insert((*student).to_owned()));
            if !students.is_empty() {
                self.say(id, [("list", build::list(&students, &self.words))])?;
            }
        }
        Ok(())
    }

    /// Tells what a run did; whether something waits to be looked at again soon.
    fn tell(
        &mut self,
        run: Run,
        whole: bool,
        took: Duration,
        out: &Path,
    ) -> Result<bool, CommandError> {
        if self.over("gone") {
            self.say("watch-back", [])?;
        }
        self.over("shared-busy");
        let forgotten = run.forgotten.clone();
        let compiled = build::compiled(run);
        self.words = Messages::new(&compiled.language);
        self.machine_for_each(&compiled)?;
        self.problems(&compiled, whole)?;
        self.messages(&compiled, whole)?;
        let all_tried = whole && compiled.units.is_some();
        self.machine(forgotten.as_ref(), all_tried)?;
        if whole {
            self.left(
                incremental::leftover_sites(out, &compiled.students),
                &compiled.students,
            )?;
            self.twins(incremental::twin_sites(out, &compiled.students))?;
        }
        self.hidden(&compiled, out)?;
        self.pages(&compiled, whole, took)?;
        Ok(compiled.diagnostics.iter().any(|one| one.code.passes()))
    }

    /// Problems that were not there before, and students without any, or
    /// without errors, now.
    fn problems(
        &mut self,
        compiled: &Compiled<Result<Written, Fault>>,
        whole: bool,
    ) -> Result<(), CommandError> {
        let mut now: BTreeMap<Option<String>, BTreeMap<String, Severity>> = BTreeMap::new();
        for unit in compiled.units.iter().flatten() {
            now.insert(Some(unit.student.to_string()), BTreeMap::new());
        }
        // While what they share is broken, only a part of each can be looked at.
        let part = compiled.units.is_none();
        if part {
            let all = compiled.students.iter().cloned();
            now.extend(all.map(|student| (Some(student), BTreeMap::new())));
        }
        if whole {
            now.insert(None, BTreeMap::new());
        }
        for (one, words) in diagnostics::lines(compiled, Severity::Warning, &self.words) {
            if let Some(lines) = now.get_mut(&one.student().map(str::to_owned)) {
                lines.insert(words, one.code.severity());
            }
        }
        for (student, mut lines) in now {
            let before = self.problems.remove(&student).unwrap_or_default();
            for (line, _) in lines.iter().filter(|(line, _)| !before.contains_key(*line)) {
                self.line(line)?;
            }
            let name = student.clone().unwrap_or_default();
            let waits = compiled.waits(&name);
            if part && student.is_some() {
                lines.extend(before);
            } else if lines.is_empty() && !before.is_empty() {
                self.say("watch-well", [("student", name)])?;
            } else if any_error(&before) && !any_error(&lines) && !waits {
                let stay = [("warnings", lines.len())];
                let words = self
                    .words
                    .count("watch-no-errors", &stay, [("student", name)]);
                self.line(&words)?;
            } else if any_error(&lines) || waits {
                // Not everything was looked at: what is not seen may be there.
                lines.extend(before.into_iter().filter(|(_, bad)| {
                    let warning = *bad < Severity::Error;
                    warning || waits
                }));
            }
            self.problems.insert(student, lines);
        }
        Ok(())
    }

    /// Keeps what teachers read in their folders; what keeps it from that, once.
    fn messages(
        &mut self,
        compiled: &Compiled<Result<Written, Fault>>,
        whole: bool,
    ) -> Result<(), CommandError> {
        let told = message_files::keep(compiled, whole, &self.words);
        // Which file is refused first may differ from look to look.
        if let Some(fault) = told.fault {
            if self.states.insert("messages") {
                let words = self.words.fault(&fault);
                self.line(&words)?;
            }
        } else if whole {
            self.over("messages");
        }
        for file in told.strange {
            if self.strange.insert(file.clone()) {
                self.say("letter-not-ours", [("file", file)])?;
            }
        }
        Ok(())
    }

    /// How many pages were written, and for whom.
    fn pages(
        &mut self,
        compiled: &Compiled<Result<Written, Fault>>,
        whole: bool,
        took: Duration,
    ) -> Result<(), CommandError> {
        let (sites, total) = build::total(compiled);
        let first = whole && self.states.insert("told");
        if total.changed + total.removed == 0 && !first {
            return Ok(());
        }
        let units = compiled.units.iter().flatten();
        let changed = units.filter(|unit| {
            let written = unit.site.as_ref().and_then(|site| site.as_ref().ok());
            written.is_some_and(|written| written.changed + written.removed > 0)
        });
        let changed: Vec<&str> = changed.map(|unit| unit.student.as_str()).collect();
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
        let names = [("list", build::list(&changed, &self.words))];
        let id = if changed.is_empty() {
            "watch-nothing"
        } else {
            "watch-wrote"
        };
        let words = self.words.count(id, &numbers, names);
        self.line(&words)
    }
}

fn any_error(problems: &BTreeMap<String, Severity>) -> bool {
    problems.values().any(|bad| *bad >= Severity::Error)
}
