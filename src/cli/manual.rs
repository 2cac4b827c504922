//! Shell completions and manual pages.

use std::path::Path;

use clap::CommandFactory as _;

use super::args::{Args, Completions, Man};
use super::diagnostics::Messages;
use super::terminal::Terminal;
use super::{CLEAN, CommandError};
use crate::io::Fault;

/// Writes the completion script for a shell.
pub(super) fn completions(
    options: &Completions,
    terminal: &mut Terminal,
) -> Result<u8, CommandError> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Args::command(), "kinfolio", &mut script);
    terminal.show(String::from_utf8_lossy(&script).trim_end())?;
    Ok(CLEAN)
}

/// Writes a manual page for each command.
pub(super) fn pages(options: &Man, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let write = |folder: &Path| {
        std::fs::create_dir_all(folder)?;
        clap_mangen::generate_to(Args::command(), folder)
    };
    let folder = options.to.display().to_string();
    write(&options.to).map_err(|error| Fault {
        tried: "write",
        on: folder.clone(),
        system: error.to_string(),
    })?;
    terminal.say(&Messages::of_tool().say("man-written", [("folder", folder)]))?;
    Ok(CLEAN)
}
