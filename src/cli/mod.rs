//! The commands: what was asked for, done, and told.

#![expect(clippy::disallowed_methods, reason = "commands know the environment")]

mod args;
mod build;
mod check;
mod diagnostics;
mod explain;
mod handoff;
mod manual;
mod message_files;
mod new;
mod removal;
mod school;
mod serve;
mod staff_dashboard;
mod terminal;
mod translate;
mod watch;
mod wrap;

pub use args::{Args, Command, Format, Least, New, ReportFormat, Translate};
pub use diagnostics::tame;
pub use staff_dashboard::inert_cell;

use std::process::ExitCode;

use crate::io::Fault;
use terminal::Terminal;

/// Every site is as it should be.
const CLEAN: u8 = 0;
/// Something in the school's files has to be put right.
const CONTENT: u8 = 1;
/// The tool could not do its work.
const WORK: u8 = 2;
/// Nothing is wrong, but not everything could be done just now; the number that
/// mail programs have for it.
const EX_TEMPFAIL: u8 = 75;

/// Why a command ended before its work was done.
enum CommandError {
    /// The machine refused something.
    Fault(Fault),
    /// A sentence for whoever typed the command.
    Said(String),
    /// A sentence for whoever typed the command, or runs it again later.
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

/// Does what `args` ask for. 0 is clean, 1 is a fault in the school's files, 2
/// is work that could not be done, 75 is work that can be done later.
#[must_use]
pub fn run(args: &Args) -> ExitCode {
    let mut terminal = Terminal::new();
    let done = match &args.command {
        Some(Command::New(New::School(options))) => new::school(options, &mut terminal),
        Some(Command::Build(options)) => build::run(options, &mut terminal),
        Some(Command::Check(options)) => check::run(options, &mut terminal),
        Some(Command::Report(options)) => staff_dashboard::run(options, &mut terminal),
        Some(Command::Handoff(options)) => handoff::run(options, &mut terminal),
        Some(Command::Serve(options)) => serve::run(options, &mut terminal),
        Some(Command::Watch(options)) => watch::run(options, &mut terminal),
        Some(Command::Translate(Translate::Status(options))) => {
            translate::status(options, &mut terminal)
        }
        Some(Command::Completions(options)) => manual::completions(options, &mut terminal),
        Some(Command::Man(options)) => manual::pages(options, &mut terminal),
        None => serve::begin::run(&mut terminal),
    };
    let words = diagnostics::Messages::of_tool;
    let (code, fault) = match done {
        Ok(code) => return ExitCode::from(code),
        Err(CommandError::Said(words)) => (WORK, words),
        Err(CommandError::Later(words)) => (EX_TEMPFAIL, words),
        Err(CommandError::Fault(fault)) => (WORK, words().fault(&fault)),
    };
    terminal.error(&fault);
    // The window of a double click is gone as soon as the program ends.
    if cfg!(windows) && args.command.is_none() {
        terminal.hold(&words().say("begin-hold", []));
    }
    ExitCode::from(code)
}
