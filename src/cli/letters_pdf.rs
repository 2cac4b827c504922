//! Letters as PDF files, printed by a browser of this computer.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::CommandError;
use super::args::Letters;
use super::diagnostics::Messages;
use super::terminal::Terminal;
use crate::io::{self, PrintProblem};

/// The environment variable that names the browser.
const BROWSER: &str = "KINFOLIO_BROWSER";

/// How long the browser may take to begin, and how much longer for each letter.
const BEGIN: Duration = Duration::from_mins(1);
const EACH: Duration = Duration::from_secs(1);

/// An HTML file of letters, and how many are in it.
pub(super) struct LetterFile {
    pub(super) name: String,
    pub(super) letters: usize,
}

/// Writes a PDF file next to each HTML file.
pub(super) fn write(
    files: &[LetterFile],
    options: &Letters,
    messages: &Messages,
    terminal: &mut Terminal,
) -> Result<(), CommandError> {
    if files.is_empty() {
        return Ok(());
    }
    let browser = browser(options, messages)?;
    let shown = [("browser", browser.display().to_string())];
    terminal.say(&messages.say("pdf-begin", shown))?;
    // The first one alone: if the browser does not work, the others need not be tried.
    let Some((last, others)) = files.split_last() else {
        return Ok(());
    };
    print(last, &browser, options, messages)?;
    let printed = others.par_iter();
    printed.try_for_each(|file| print(file, &browser, options, messages))?;
    let numbers = [("letters", files.len())];
    let place = [("out", options.to.display().to_string())];
    terminal.say(&messages.count("pdf-written", &numbers, place))?;
    Ok(())
}

fn print(
    file: &LetterFile,
    browser: &Path,
    options: &Letters,
    messages: &Messages,
) -> Result<(), CommandError> {
    let more = u32::try_from(file.letters).unwrap_or(u32::MAX);
    let deadline = BEGIN.saturating_add(EACH.saturating_mul(more));
    let printed = io::print_to_pdf(browser, &options.to, &file.name, file.letters, deadline);
    let bytes = printed.map_err(|problem| {
        let (id, system, pages) = match problem {
            PrintProblem::System(system) => ("pdf-system", system, 0),
            PrintProblem::Late => ("pdf-late", String::new(), 0),
            PrintProblem::Nothing => ("pdf-nothing", String::new(), 0),
            PrintProblem::Pages(pages) => ("pdf-pages", String::new(), pages),
        };
        let values = [
            ("browser", browser.display().to_string()),
            ("out", options.to.display().to_string()),
            ("file", file.name.clone()),
            ("system", system),
        ];
        let numbers = [("pages", pages), ("letters", file.letters)];
        CommandError::Said(messages.count(id, &numbers, values))
    })?;
    let pdf = options.to.join(&file.name).with_extension("pdf");
    io::private_file(&pdf, &bytes).map_err(CommandError::from)
}

/// The browser that was named, or one in the usual places.
fn browser(options: &Letters, messages: &Messages) -> Result<PathBuf, CommandError> {
    let place = ("out", options.to.display().to_string());
    let set = std::env::var_os(BROWSER).filter(|path| !path.is_empty());
    let named = options.browser.clone().or_else(|| set.map(PathBuf::from));
    let Some(named) = named else {
        let found = io::find_browser();
        return found.ok_or_else(|| CommandError::Said(messages.say("pdf-no-browser", [place])));
    };
    if named.is_file() {
        return Ok(named);
    }
    let browser = ("browser", named.display().to_string());
    Err(CommandError::Said(
        messages.say("pdf-browser-missing", [browser, place]),
    ))
}
