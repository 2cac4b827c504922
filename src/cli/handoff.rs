//! `kinfolio handoff`: one page about a student for the team that takes over.

use std::path::Path;

use super::args::Handoff;
use super::diagnostics::{self, Messages};
use super::school::{self, CompiledSchool};
use super::terminal::Terminal;
use super::{CLEAN, CONTENT, CommandError, Format};
use crate::build;
use crate::diagnostic::Severity;
use crate::incremental::{SharedInputs, is_near_sites};
use crate::io::{self, Disk};

/// Writes one student's handoff page.
pub(super) fn run(options: &Handoff, terminal: &mut Terminal) -> Result<u8, CommandError> {
    let folder = school::find(options.folder.as_deref(), "handoff STUDENT")?;
    refuse(&options.to, &folder)?;
    let (compiled, page) = compile(&folder, &options.student)?;
    let file = options.to.join(format!("handoff-{}.html", options.student));
    if let Some(page) = &page {
        io::private_file(&file, page)?;
    }
    let messages = Messages::new(&compiled.language);
    let format = Terminal::format(options.format);
    diagnostics::show(&compiled, Severity::Warning, format, &messages, terminal)?;
    if format != Format::Json {
        let id = if page.is_some() {
            "handoff-written"
        } else {
            "handoff-kept-back"
        };
        terminal.say(&messages.say(id, [("file", file.display().to_string())]))?;
    }
    Ok(if page.is_some() { CLEAN } else { CONTENT })
}

/// Reads the school and makes the page of one student. There is no page if the student's
/// files or the shared files have errors.
fn compile(
    folder: &Path,
    student: &str,
) -> Result<(CompiledSchool<()>, Option<Vec<u8>>), CommandError> {
    let mut opened = SharedInputs::read(&Disk::new(folder))?;
    if !opened.students.iter().any(|known| known == student) {
        let students: Vec<String> = opened.students.iter().map(str::to_owned).collect();
        return Err(school::no_student(&students, student));
    }
    let unit = opened.unit(student);
    let shared = opened.shared.as_ref();
    let page = shared.and_then(|shared| {
        let pictures = build::pictures(&unit, shared, &opened.disk);
        let built = build::handoff(&unit, shared, &pictures);
        opened.diagnostics.append(built.diagnostics);
        built.site
    });
    // Other students are not checked.
    let own = Some(Vec::new());
    Ok((CompiledSchool::new(opened.into(), own), page))
}

/// Refuses a place in the shared folder or with the sites of families: the page is for
/// colleagues alone.
fn refuse(to: &Path, school: &Path) -> Result<(), CommandError> {
    let id = if io::overlap(school, to) {
        "handoff-in-school"
    } else if is_near_sites(to) {
        "handoff-in-sites"
    } else {
        return Ok(());
    };
    let place = [("out", to.display().to_string())];
    Err(CommandError::Said(Messages::of_tool().say(id, place)))
}
