//! Runs `kinfolio check`.

use std::cmp::Reverse;

use super::args::Check;
use super::diagnostics::{self, Messages};
use super::school;
use super::terminal::Terminal;
use super::{CLEAN, CONTENT, CommandError, Format, explain};
use crate::diagnostic::Severity;

/// Runs `kinfolio check`: shows every problem and writes nothing.
pub(super) fn run(options: &Check, terminal: &mut Terminal) -> Result<u8, CommandError> {
    if let Some(code) = &options.explain {
        return explain::run(code, terminal);
    }
    let folder = school::find(options.folder.as_deref(), "check")?;
    let mut compiled = school::compile(&folder, |_, _| ())?;
    let messages = Messages::new(&compiled.language);
    if let Some(student) = &options.student {
        compiled.only(student)?;
    }
    let format = Terminal::format(options.format);
    let least = Severity::from(options.min_severity);
    diagnostics::show(&compiled, least, format, &messages, terminal)?;
    if format != Format::Json {
        diagnostics::end(&compiled.counts(), &messages, terminal)?;
        // The most severe problem; of those, the first.
        let shown = compiled.diagnostics.iter();
        let worst = shown
            .filter(|one| one.code.severity() >= least)
            .min_by_key(|one| Reverse(one.code.severity()));
        if let Some(worst) = worst {
            let code = worst.code.number().to_owned();
            terminal.say(&messages.say("explain-hint", [("code", code)]))?;
        }
    }
    Ok(if compiled.diagnostics.any_error() {
        CONTENT
    } else {
        CLEAN
    })
}
