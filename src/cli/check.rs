use std::cmp::Reverse;

use super::args::Check;
use super::report::{self, Words};
use super::school;
use super::terminal::Terminal;
use super::{CLEAN, CONTENT, Format, Stop, explain};
use crate::diagnostic::Severity;

/// Shows every problem and writes nothing.
pub(super) fn run(options: &Check, terminal: &mut Terminal) -> Result<u8, Stop> {
    if let Some(code) = &options.explain {
        return explain::run(code, terminal);
    }
    let folder = school::find(options.folder.as_deref(), "check")?;
    let mut compiled = school::compile(&folder, |_, _| ())?;
    let words = Words::new(&compiled.language);
    if let Some(student) = &options.student {
        compiled.only(student)?;
    }
    let format = Terminal::format(options.format);
    let least = Severity::from(options.min_severity);
    report::show(&compiled, least, format, &words, terminal)?;
    if format != Format::Json {
        report::end(&compiled, &words, terminal)?;
        // The worst, and of those the first.
        let shown = compiled.seen.iter();
        let worst = shown
            .filter(|one| one.code.severity() >= least)
            .min_by_key(|one| Reverse(one.code.severity()));
        if let Some(worst) = worst {
            let code = worst.code.number().to_owned();
            terminal.say(&words.say("explain-hint", [("code", code)]))?;
        }
    }
    Ok(if compiled.seen.any_error() {
        CONTENT
    } else {
        CLEAN
    })
}
