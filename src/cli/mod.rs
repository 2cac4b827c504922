//! The commands: runs what was asked for and reports the result.

#![expect(clippy::disallowed_methods, reason = "commands know the environment")]

mod args;
mod build;
mod build_report;
mod check;
mod diagnostics;
mod editor_schemas;
mod explain;
mod handoff;
mod host_files;
mod keys;
mod letters;
mod letters_pdf;
mod manual;
mod message_files;
mod new;
mod open;
mod pass_phrase;
mod progress_line;
mod publish;
mod reader_messages;
mod reader_status;
mod readers;
mod removal;
mod school;
mod serve;
mod staff_dashboard;
mod table;
mod terminal;
mod translate;
mod watch;
mod wrap;

pub use args::{Args, Command, Format, Least, New, ReportFormat, Translate};
pub use diagnostics::one_line;
pub use staff_dashboard::inert_cell;

use std::process::ExitCode;

use crate::io::Fault;
use terminal::Terminal;

/// Exit code: all sites are up to date.
const CLEAN: u8 = 0;
/// Exit code: something in the school's files has to be fixed.
const CONTENT: u8 = 1;
/// Exit code: the command could not be run.
const WORK: u8 = 2;
/// Exit code: nothing is wrong, but something has to wait (`EX_TEMPFAIL` of
/// sysexits.h).
const EX_TEMPFAIL: u8 = 75;

/// Why a command stopped before it was done.
enum CommandError {
    /// The operating system reported an error.
    Fault(Fault),
    /// A message for the person who ran the command.
    Said(String),
    /// A message for the person who ran the command; running it again later
    /// helps.
    Later(String),
}

impl From<Fault> for CommandError {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<std::io::Error> for CommandError {
    fn from(error: std::io::Error) -> Self {
        Self::Said(error.to_string())
    }
}

/// Runs the command. Returns its exit code: 0 if all is well, 1 for errors in
/// the school's files, 2 if the command could not be run, 75 if it has to be
/// run again later.
#[must_use]
pub fn run(args: &Args) -> ExitCode {
    let mut terminal = Terminal::new();
    let done = use_threads(args).and_then(|()| run_command(args, &mut terminal));
    let messages = diagnostics::Messages::of_tool;
    let (code, fault) = match done {
        Ok(code) => return ExitCode::from(code),
        Err(CommandError::Said(words)) => (WORK, words),
        Err(CommandError::Later(words)) => (EX_TEMPFAIL, words),
        Err(CommandError::Fault(fault)) => (WORK, messages().fault(&fault)),
    };
    terminal.error(&fault);
    // After a double click, the window closes as soon as the program ends.
    if cfg!(windows) && args.command.is_none() {
        terminal.hold(&messages().say("begin-hold", []));
    }
    ExitCode::from(code)
}

/// Starts as many threads for compiling as the command line asks for.
fn use_threads(args: &Args) -> Result<(), CommandError> {
    let jobs = match &args.command {
        Some(Command::Build(options)) => options.effort.jobs,
        Some(Command::Check(options)) => options.effort.jobs,
        Some(Command::Serve(options)) => options.effort.jobs,
        Some(Command::Watch(options)) => options.effort.jobs,
        _ => None,
    };
    let Some(jobs) = jobs else { return Ok(()) };
    let threads = rayon::ThreadPoolBuilder::new().num_threads(jobs.into());
    threads.build_global().map_err(|error| {
        let system = ("system", error.to_string());
        CommandError::Said(diagnostics::Messages::of_tool().say("no-threads", [system]))
    })
}

fn run_command(args: &Args, terminal: &mut Terminal) -> Result<u8, CommandError> {
    match &args.command {
        Some(Command::New(New::School(options))) => new::school(options, terminal),
        Some(Command::Build(options)) => build::run(options, terminal),
        Some(Command::Check(options)) => check::run(options, terminal),
        Some(Command::Report(options)) => staff_dashboard::run(options, terminal),
        Some(Command::Handoff(options)) => handoff::run(options, terminal),
        Some(Command::Serve(options)) => serve::run(options, terminal),
        Some(Command::Open(options)) => open::run(options, terminal),
        Some(Command::Watch(options)) => watch::run(options, terminal),
        Some(Command::Keys(command)) => keys::run(command, terminal),
        Some(Command::Letters(options)) => letters::run(options, terminal),
        Some(Command::HostFiles(options)) => host_files::run(options, terminal),
        Some(Command::Messages(options)) => reader_messages::run(options, terminal),
        Some(Command::Publish(options)) => publish::run(options, terminal),
        Some(Command::Withdraw(options)) => publish::withdraw::run(options, terminal),
        Some(Command::Verify(options)) => publish::verify::run(options, terminal),
        Some(Command::Translate(Translate::Status(options))) => {
            translate::status(options, terminal)
        }
        Some(Command::Completions(options)) => manual::completions(options, terminal),
        Some(Command::Schema(options)) => editor_schemas::run(options, terminal),
        Some(Command::Man(options)) => manual::pages(options, terminal),
        None => serve::begin::run(terminal),
    }
}
