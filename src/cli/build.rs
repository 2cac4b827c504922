//! `kinfolio build`: writes the sites once, and says what it did.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::args::{Build, Writing};
use super::build_report::{BuildReport, messages_of};
use super::diagnostics::{self, Messages, PrintedReasons};
use super::message_files::MessageFiles;
use super::progress_line::ProgressLine;
use super::school;
use super::staff_dashboard::DashboardPlace;
use super::terminal::Terminal;
use super::{CLEAN, CONTENT, CommandError, EX_TEMPFAIL, Format, WORK, pass_phrase, removal};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::incremental::{
    FileCounts, Found, Refused, Run, Settings, SharedInputs, SiteBuilder, SiteFolders,
    StudentResult, confirmed_names, confirmed_sites,
};
use crate::io::{self, Disk, Fault, Stage, Stopwatch};
use crate::keyring::Problem;
use crate::model::Access;

/// Writes the site of every student whose files have changed and have no errors. The
/// other sites stay.
pub(super) fn run(options: &Build, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let folder = school::find(options.places.folder.as_deref(), "build")?;
    let staff = options.places.staff.as_deref();
    let keys = options.writing.keys.as_deref();
    let settings = settings(&options.places.to, &options.writing);
    let keyrings = settings.keyrings.clone();
    let staff = staff
        .map(|staff| DashboardPlace::new(staff, &options.places.to, &folder, keys, keyrings))
        .transpose()?;
    let stopwatch = Stopwatch::new(options.timings);
    let removals = || confirmed_sites(&options.confirm_removal);
    let settings = Settings {
        stopwatch: stopwatch.clone(),
        // The dashboard shows every student, so every student has to be compiled.
        all: options.all || options.places.staff.is_some(),
        removals: removals(),
        ..settings
    };
    let mut sites = match (open(&folder, settings), &staff) {
        (Err(CommandError::Later(held)), Some(staff)) => {
            return board_alone(staff, &folder, held, options, terminal);
        }
        (sites, _) => sites?,
    };
    let format = Terminal::format(options.format);
    let new =
        |inputs: &_, files| BuildReport::new(inputs, files, format, staff.as_ref(), removals());
    let (mut report, run) = build(&mut sites, new, format, terminal)?;
    let prevented = report.end(&sites, terminal)?;
    let messages = &report.messages;
    if let Some(fault) = &run.record_error {
        terminal.error(&messages.fault(fault));
    }
    if let Some(fault) = &run.readers_error {
        terminal.error(&readers_fault(fault, messages));
    }
    for line in prevented.lines(messages) {
        terminal.error(&line);
    }
    let refused = take_down(&sites, &report, options, terminal)?;
    let results = report.results.iter().flatten();
    let refused_sites = results.filter_map(|unit| match &unit.site {
        Some(Err(fault)) => Some((unit.student.as_str(), fault)),
        _ => None,
    });
    for line in faults(&refused_sites.collect::<Vec<_>>(), messages) {
        terminal.error(&line);
    }
    let left = sites.folders().leftover(&report.inputs.students);
    if format != Format::Json {
        summary(&report, sites.folders(), &left, options, terminal)?;
    }
    let code = if run.readers_error.is_some() {
        WORK
    } else {
        code(&report, &left)
    };
    report.end_dashboard()?;
    for line in timings(&stopwatch, &report.messages) {
        terminal.error(&line);
    }
    Ok(if refused { code.max(CONTENT) } else { code })
}

/// How long each stage took, if that was counted: one line for each.
fn timings(stopwatch: &Stopwatch, messages: &Messages) -> Vec<String> {
    let totals = stopwatch.totals();
    let all: Duration = totals.iter().map(|(_, time)| *time).sum();
    let line = |(stage, time): &(Stage, Duration)| {
        let id = match stage {
            Stage::List => "timing-list",
            Stage::Shared => "timing-shared",
            Stage::Read => "timing-read",
            Stage::Compile => "timing-compile",
            Stage::Seal => "timing-seal",
            Stage::Write => "timing-write",
            Stage::Record => "timing-record",
            Stage::Letters => "timing-letters",
            Stage::Report => "timing-report",
        };
        let share = time.as_secs_f64() / all.as_secs_f64().max(f64::EPSILON);
        let values = [
            ("seconds", format!("{:.2}", time.as_secs_f64())),
            ("percent", format!("{:.0}", share * 100.0)),
        ];
        messages.say(id, values)
    };
    let lines = totals.iter().map(line);
    let first = (!totals.is_empty()).then(|| messages.say("timings", []));
    first.into_iter().chain(lines).collect()
}

/// Builds what has changed.
fn build(
    sites: &mut SiteBuilder,
    new: impl Fn(&Arc<SharedInputs>, MessageFiles) -> BuildReport,
    format: Format,
    terminal: &mut Terminal,
) -> Result<(BuildReport, Run), CommandError> {
    let mut files = Some(MessageFiles::new(sites));
    let mut report: Option<BuildReport> = None;
    let mut done = Ok(());
    // The line would get into what a program reads on the same terminal.
    let is_silent = format == Format::Json && terminal.columns().is_some();
    let line = (!is_silent).then(|| ProgressLine::begin(sites.progress()));
    let run = sites.build(&mut |inputs, reports| {
        if let Some(files) = files.take() {
            // It may ask for a pass phrase.
            let begin = || new(inputs, files);
            report = Some(match &line {
                Some(line) => line.without(begin),
                None => begin(),
            });
        }
        if let Some(report) = report.as_mut().filter(|_| done.is_ok()) {
            done = report.take(reports, terminal);
        }
    });
    drop(line);
    let run = run.map_err(|refused| stop(refused, sites.out()))?;
    let run =
        run.ok_or_else(|| CommandError::Later(Messages::of_tool().say("shared-changing", [])))?;
    done?;
    let report = match (report, files) {
        (Some(report), _) => report,
        (None, files) => {
            let files = files.unwrap_or_else(|| MessageFiles::new(sites));
            new(&run.inputs, files)
        }
    };
    Ok((report, run))
}

/// Writes the staff dashboard while another process, such as `watch`, writes the sites.
/// That is no reason to try again later, unless more was asked for.
fn board_alone(
    staff: &DashboardPlace,
    folder: &Path,
    held: String,
    options: &Build,
    terminal: &mut Terminal,
) -> Result<u8, CommandError> {
    let disk = Disk::new(folder);
    let line = ProgressLine::begin(disk.progress());
    let inputs = SharedInputs::read(&disk)?;
    let messages = messages_of(&inputs);
    let format = Terminal::format(options.format);
    // It may ask for a pass phrase.
    let mut dashboard = line.without(|| staff.begin(&inputs));
    let mut shared = inputs.diagnostics.clone();
    let mut any_error = false;
    let printed = &mut PrintedReasons::default();
    let mut show = |found: &Diagnostics| {
        let problems = found.iter();
        let problems = problems.filter(|one| one.code.severity() >= Severity::Warning);
        let problems: Vec<&Diagnostic> = problems.collect();
        any_error |= found.any_error();
        line.without(|| {
            diagnostics::show_each(&problems, printed, &disk, format, &messages, terminal)
        })
    };
    inputs.compile_some(|units| {
        let found = units.iter().flat_map(|unit| unit.diagnostics.iter());
        let (own, others): (Vec<Diagnostic>, Vec<Diagnostic>) =
            found.cloned().partition(|one| one.student().is_some());
        shared.extend(others);
        let mut own: Diagnostics = own.into_iter().collect();
        own.sort();
        show(&own)?;
        if let Some(dashboard) = &mut dashboard {
            dashboard.add(units, &inputs, &messages);
        }
        Ok::<(), CommandError>(())
    })?;
    shared.sort();
    show(&shared)?;
    drop(line);
    if let Some(dashboard) = dashboard {
        dashboard.end(&inputs, &messages)?;
    }
    if options.all || !options.confirm_removal.is_empty() {
        return Err(CommandError::Later(held));
    }
    if format != Format::Json {
        let out = ("out", options.places.to.display().to_string());
        let staff = ("staff", staff.folder());
        terminal.say(&messages.say("dashboard-alone", [out, staff]))?;
    }
    Ok(if any_error { CONTENT } else { CLEAN })
}

/// How often kinfolio checks a folder that is being written to.
const ROUNDS: usize = 5;

/// The settings that `build` and `watch` share.
pub(super) fn settings(out: &Path, writing: &Writing) -> Settings {
    Settings {
        out: out.to_path_buf(),
        work: writing.work.clone(),
        keys: writing.keys.clone(),
        keyrings: pass_phrase::keyrings(),
        plain: writing.plain,
        stopwatch: Stopwatch::default(),
        settle: Duration::from_secs(writing.settle.into()),
        all: false,
        rounds: ROUNDS,
        removals: BTreeSet::new(),
    }
}

/// Takes the lock on the sites of the school in `folder`.
pub(super) fn open(folder: &Path, settings: Settings) -> Result<SiteBuilder, CommandError> {
    let out = settings.out.clone();
    if io::overlap(folder, &out) {
        let school = ("school", folder.display().to_string());
        let places = [("out", out.display().to_string()), school];
        return Err(CommandError::Said(
            Messages::of_tool().say("overlap", places),
        ));
    }
    SiteBuilder::open(Disk::new(folder), settings).map_err(|refused| stop(refused, &out))
}

/// The message if kinfolio cannot write to `out`.
pub(super) fn stop(refused: Refused, out: &Path) -> CommandError {
    let messages = Messages::of_tool();
    match refused {
        Refused::Fault(fault) if fault.tried == "write" => {
            let out = ("out", out.display().to_string());
            let values = [out, ("on", fault.on), ("system", fault.system)];
            CommandError::Said(messages.say("out-refused", values))
        }
        Refused::Fault(fault) => CommandError::Fault(fault),
        Refused::Held(holder) => {
            let (computer, process) = holder
                .map(|holder| (holder.computer, holder.process.to_string()))
                .unwrap_or_default();
            let out = ("out", out.display().to_string());
            let holder = [out, ("computer", computer), ("process", process)];
            CommandError::Later(messages.say("held", holder))
        }
        Refused::Open(work) => {
            let place = [("work", work.display().to_string())];
            CommandError::Said(messages.say("work-open", place))
        }
        // A school whose host asks readers to log in is built without one.
        Refused::Keyring(fault) if fault.problem == Problem::None => {
            CommandError::Said(messages.say("keyring-none-to-seal", []))
        }
        Refused::Keyring(fault) => super::keys::refused(&fault),
        Refused::SealedThere => {
            let out = ("out", out.display().to_string());
            CommandError::Said(messages.say("sealed-there", [out]))
        }
        Refused::OtherSchool { school, mark } => {
            let out = ("out", out.display().to_string());
            let places = [
                out,
                ("school", school),
                ("mark", mark.display().to_string()),
            ];
            CommandError::Said(messages.say("other-school", places))
        }
    }
}

/// That what letters open could not be written.
pub(super) fn readers_fault(fault: &Fault, messages: &Messages) -> String {
    messages.say("readers-fault", [("system", messages.fault(fault))])
}

/// The exit code of a run. A system error counts most, then what can be done later,
/// then errors in files. A school without students that had some is not there, or not
/// completely.
fn code(report: &BuildReport, left: &[String]) -> u8 {
    let results = || report.results.iter().flatten();
    let refused = results().any(|unit| matches!(unit.site, Some(Err(_))));
    let absent = report.inputs.students.is_empty() && !left.is_empty();
    if refused {
        WORK
    } else if absent || report.is_for_later() {
        EX_TEMPFAIL
    } else if report.any_error() {
        CONTENT
    } else {
        CLEAN
    }
}

/// Takes down the sites whose removal was confirmed. Returns whether one of them
/// stays.
fn take_down(
    sites: &SiteBuilder,
    report: &BuildReport,
    options: &Build,
    terminal: &mut Terminal,
) -> Result<bool, CommandError> {
    let messages = &report.messages;
    let found = Found {
        inputs: &report.inputs,
        results: report.results.as_deref(),
    };
    let out = sites.out().display().to_string();
    let mut any_refused = false;
    for name in confirmed_names(&options.confirm_removal) {
        let removal = sites.remove(&name, &found)?;
        let sentence = removal::sentence(&removal, &out, messages);
        any_refused |= removal.is_refused;
        if removal.is_refused || Terminal::format(options.format) == Format::Json {
            terminal.error(&sentence);
        } else {
            terminal.say(&sentence)?;
        }
    }
    Ok(any_refused)
}

/// How many sites there are, and what was done for them.
pub(super) fn total(results: &[StudentResult]) -> (usize, FileCounts) {
    let mut total = FileCounts::default();
    let mut sites = 0;
    let written = results
        .iter()
        .filter_map(|unit| unit.site.as_ref()?.as_ref().ok());
    for written in written {
        total += *written;
        sites += 1;
    }
    (sites, total)
}

/// How many names a list has at most.
const NAMED: usize = 12;

/// Names in a sentence. Of many names, the first ones and how many more there are.
pub(super) fn list(names: &[&str], messages: &Messages) -> String {
    let first = names.get(..NAMED).unwrap_or(names).join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => first,
        more => messages.count("and-more", &[("more", more)], [("list", first)]),
    }
}

/// System errors for students, one line for each kind.
pub(super) fn faults(refused: &[(&str, &Fault)], messages: &Messages) -> Vec<String> {
    let mut kinds: BTreeMap<(&str, &str), (&Fault, Vec<&str>)> = BTreeMap::new();
    for (student, fault) in refused {
        let kind = kinds.entry((fault.tried, &fault.system));
        let (_, students) = kind.or_insert_with(|| (fault, Vec::new()));
        students.push(student);
    }
    let line = |(fault, students): (&Fault, Vec<&str>)| {
        let first = messages.fault(fault);
        if students.len() == 1 {
            return first;
        }
        let values = [("list", list(&students, messages)), ("first", first)];
        messages.say("fault-of-many", values)
    };
    kinds.into_values().map(line).collect()
}

/// Students for whom no page was made, by the reason.
#[derive(Default)]
pub(super) struct Without<'a> {
    /// Their files have errors.
    pub(super) broken: Vec<&'a str>,
    /// Their files are just being changed.
    pub(super) waiting: Vec<&'a str>,
    /// They are not to be published, but have pages of an earlier build.
    pub(super) standing: Vec<&'a str>,
    /// They are not to be published, and have no pages.
    pub(super) hidden: Vec<&'a str>,
}

impl<'a> Without<'a> {
    /// Those of `results`, whose sites are in `folders`.
    pub(super) fn of(results: &'a [StudentResult], folders: &SiteFolders) -> Self {
        let mut without = Self::default();
        for unit in results.iter().filter(|unit| unit.site.is_none()) {
            let student = unit.student.as_str();
            let list = if unit.counts.errors > 0 {
                &mut without.broken
            } else if unit.counts.passes {
                &mut without.waiting
            } else if folders.has_site(student) {
                &mut without.standing
            } else {
                &mut without.hidden
            };
            list.push(student);
        }
        without
    }
}

impl Build {
    /// Whether folders that a host with a login is to serve have students' names.
    fn needs_keyring(&self, report: &BuildReport, folders: &SiteFolders) -> bool {
        let shared = report.inputs.shared.as_ref();
        let access = shared.map(|shared| shared.school.access);
        let is_for_host = access == Some(Access::HostLogin) && !self.writing.plain;
        is_for_host && folders.has_students_names() && report.results.is_some()
    }
}

fn summary(
    report: &BuildReport,
    folders: &SiteFolders,
    left: &[String],
    options: &Build,
    terminal: &mut Terminal,
) -> Result<(), CommandError> {
    let messages = &report.messages;
    let folder = folders.out().display().to_string();
    diagnostics::end(&report.counts, messages, terminal)?;
    if report.counts.total(|of| of.notes) > 0 {
        terminal.say(&messages.say("notes-hidden", []))?;
    }
    let Some(results) = &report.results else {
        terminal.say(&messages.say("all-kept-back", []))?;
        return Ok(());
    };
    let without = Without::of(results, folders);
    let left = left.iter().map(String::as_str).collect();
    let absent = report.inputs.students.is_empty();
    let lists = [
        ("kept-back", without.broken),
        ("left-alone", without.waiting),
        ("not-published-left", without.standing),
        ("not-published", without.hidden),
        (if absent { "leftover-all" } else { "leftover" }, left),
    ];
    for (id, students) in lists.iter().filter(|(_, students)| !students.is_empty()) {
        let values = [
            ("list", list(students, messages)),
            ("folder", folder.clone()),
            ("command", "build".to_owned()),
        ];
        terminal.say(&messages.say(id, values))?;
    }
    for (site, student) in folders.twins(&report.inputs.students) {
        let command = ("command", "build".to_owned());
        let values = [("site", site), ("student", student), command];
        terminal.say(&messages.say("leftover-twin", values))?;
    }
    if options.needs_keyring(report, folders) {
        terminal.say(&messages.say("login-no-keyring", []))?;
    }
    let (sites, total) = report.written;
    let numbers = [
        ("sites", sites),
        ("changed", total.changed),
        ("kept", total.kept),
        ("removed", total.removed),
    ];
    terminal.say(&messages.count("written", &numbers, [("folder", folder)]))?;
    Ok(())
}
