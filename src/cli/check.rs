use super::args::Check;
use super::report::{self, Words};
use super::school;
use super::terminal::Terminal;
use super::{CLEAN, CONTENT, Format, Stop};
use crate::diagnostic::Severity;

/// Shows every problem and writes nothing.
pub(super) fn run(options: &Check, terminal: &mut Terminal) -> Result<u8, Stop> {
    let folder = school::find(options.folder.as_deref())?;
    let compiled = school::compile(&folder, |_, _| ())?;
    let words = Words::new(&compiled.language);
    let format = Terminal::format(options.format);
    report::show(&compiled, Severity::Note, format, &words, terminal)?;
    if format != Format::Json {
        report::count(&compiled, &words, terminal)?;
    }
    Ok(if compiled.seen.any_error() {
        CONTENT
    } else {
        CLEAN
    })
}
