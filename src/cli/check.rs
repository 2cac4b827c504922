//! Runs `kinfolio check`.

use super::args::Check;
use super::build_report::messages_of;
use super::diagnostics::{self, Messages, PrintedReasons, SchoolCounts};
use super::progress_line::ProgressLine;
use super::school;
use super::terminal::Terminal;
use super::{CLEAN, CONTENT, CommandError, Format, explain};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::incremental::SharedInputs;
use crate::io::Disk;

/// Runs `kinfolio check`: shows every problem and writes nothing.
pub(super) fn run(options: &Check, terminal: &mut Terminal) -> Result<u8, CommandError> {
    if let Some(code) = &options.explain {
        return explain::run(code, terminal);
    }
    let folder = school::find(options.folder.as_deref(), "check")?;
    let disk = Disk::new(&folder);
    let line = ProgressLine::begin(disk.progress());
    let inputs = SharedInputs::read(&disk)?;
    let mut students: Vec<String> = inputs.students.iter().map(str::to_owned).collect();
    if let Some(student) = &options.student {
        school::need_student(&students, student)?;
        students.retain(|known| known == student);
    }
    let mut report = CheckReport {
        disk: &disk,
        line,
        messages: messages_of(&inputs),
        format: Terminal::format(options.format),
        least: Severity::from(options.min_severity),
        only: options.student.as_deref(),
        printed: PrintedReasons::default(),
        counts: SchoolCounts::of(students.len()),
        worst: None,
    };
    let mut shared = inputs.diagnostics.clone();
    shared.sort();
    report.show(&shared, terminal)?;
    let mut about_shared = Diagnostics::default();
    inputs.check(|found| {
        let (of_students, others): (Vec<Diagnostic>, Vec<Diagnostic>) =
            found.into_iter().partition(|one| one.student().is_some());
        about_shared.extend(others);
        report.show(&of_students.into_iter().collect(), terminal)
    })?;
    // What only the students' pages show about shared files. Several may show the same.
    about_shared.sort();
    let is_new = |one: &&Diagnostic| !shared.iter().any(|known| known == *one);
    let about_shared = about_shared.iter().filter(is_new).cloned().collect();
    report.show(&about_shared, terminal)?;
    report.end(terminal)
}

/// What `check` says of a school, some students at a time: their diagnostics would not fit
/// into memory together.
struct CheckReport<'a> {
    disk: &'a Disk,
    /// How far the check is.
    line: ProgressLine,
    messages: Messages,
    format: Format,
    /// The least severity that is shown.
    least: Severity,
    /// The only student whose own files are shown. Errors in shared files are shown, too.
    only: Option<&'a str>,
    printed: PrintedReasons,
    counts: SchoolCounts,
    /// The most severe problem that was shown; of those, the first.
    worst: Option<Code>,
}

impl CheckReport<'_> {
    /// Counts and shows some diagnostics.
    fn show(
        &mut self,
        diagnostics: &Diagnostics,
        terminal: &mut Terminal,
    ) -> Result<(), CommandError> {
        let is_asked_for = |one: &&Diagnostic| match (self.only, one.student()) {
            (None, _) => true,
            (Some(_), None) => one.code.severity() >= Severity::Error,
            (Some(only), Some(student)) => only == student,
        };
        let wanted: Vec<&Diagnostic> = diagnostics.iter().filter(is_asked_for).collect();
        self.counts.add_each(&wanted);
        let shown = wanted.into_iter();
        let shown = shown.filter(|one| one.code.severity() >= self.least);
        let shown: Vec<&Diagnostic> = shown.collect();
        for one in &shown {
            let is_worse = |worst: Code| one.code.severity() > worst.severity();
            if self.worst.is_none_or(is_worse) {
                self.worst = Some(one.code);
            }
        }
        if shown.is_empty() {
            return Ok(());
        }
        let (disk, format, messages) = (self.disk, self.format, &self.messages);
        let printed = &mut self.printed;
        self.line
            .without(|| diagnostics::show_each(&shown, printed, disk, format, messages, terminal))
    }

    /// Shows the totals. Returns the exit code.
    fn end(self, terminal: &mut Terminal) -> Result<u8, CommandError> {
        drop(self.line);
        if self.format != Format::Json {
            diagnostics::end(&self.counts, &self.messages, terminal)?;
            if let Some(worst) = self.worst {
                let code = ("code", worst.number().to_owned());
                terminal.say(&self.messages.say("explain-hint", [code]))?;
            }
        }
        Ok(if self.counts.total(|of| of.errors) > 0 {
            CONTENT
        } else {
            CLEAN
        })
    }
}
