use std::collections::BTreeSet;
use std::path::Path;

use super::args::Build;
use super::board;
use super::report::{self, Words};
use super::school::{self, Compiled};
use super::terminal::Terminal;
use super::{CLEAN, CONTENT, Format, Stop, WORK};
use crate::diagnostic::Severity;
use crate::io::{self, Fault, Written};
use crate::model::StudentId;

/// Writes every student's site that has no error; the others keep what they
/// had.
pub(super) fn run(options: &Build, terminal: &mut Terminal) -> Result<u8, Stop> {
    let folder = school::find(options.folder.as_deref())?;
    if io::overlap(&folder, &options.to) {
        let places = [
            ("out", options.to.display().to_string()),
            ("school", folder.display().to_string()),
        ];
        return Err(Stop::Said(Words::of_tool().say("overlap", places)));
    }
    if let Some(staff) = &options.staff {
        refuse_staff(staff, &folder, &options.to)?;
    }
    let write = |student: &StudentId, bundle| io::site(&options.to, student, &bundle);
    let compiled = school::compile(&folder, write)?;
    let words = Words::new(&compiled.language);
    let format = Terminal::format(options.format);
    report::show(&compiled, Severity::Warning, format, &words, terminal)?;
    let mut total = Written::default();
    let mut sites = 0;
    let mut refused = None;
    for unit in compiled.units.iter().flatten() {
        match &unit.site {
            Some(Ok(written)) => {
                total.changed += written.changed;
                total.kept += written.kept;
                total.removed += written.removed;
                sites += 1;
            }
            Some(Err(fault)) => {
                terminal.error(&words.fault(fault));
                refused = Some(WORK);
            }
            None => {}
        }
    }
    if let Some(staff) = &options.staff {
        board::write(staff, &compiled, &words)?;
    }
    if let Some(memory) = &compiled.memory
        && let Err(fault) = io::remember(&folder, memory)
    {
        terminal.error(&words.fault(&fault));
    }
    if format != Format::Json {
        summary(&compiled, options, (sites, total), &words, terminal)?;
    }
    let content = if compiled.seen.any_error() {
        CONTENT
    } else {
        CLEAN
    };
    Ok(refused.unwrap_or(content))
}

/// The board names every student: it lies neither in the shared folder nor with
/// the sites of families, nor does one of them lie in it.
fn refuse_staff(staff: &Path, school: &Path, sites: &Path) -> Result<(), Stop> {
    let near = [school, sites]
        .into_iter()
        .find(|place| io::overlap(place, staff));
    near.map_or(Ok(()), |near| {
        let places = [
            ("out", staff.display().to_string()),
            ("near", near.display().to_string()),
        ];
        Err(Stop::Said(Words::of_tool().say("overlap-staff", places)))
    })
}

fn summary(
    compiled: &Compiled<Result<Written, Fault>>,
    options: &Build,
    (sites, total): (usize, Written),
    words: &Words,
    terminal: &mut Terminal,
) -> Result<(), Stop> {
    let out = options.to.display().to_string();
    report::count(compiled, words, terminal)?;
    if compiled.seen.count(Severity::Note) > 0 {
        terminal.say(&words.say("notes-hidden", []))?;
    }
    let Some(units) = &compiled.units else {
        terminal.say(&words.say("all-kept-back", []))?;
        return Ok(());
    };
    let without: Vec<&str> = units
        .iter()
        .filter(|unit| unit.site.is_none())
        .map(|unit| unit.student.as_str())
        .collect();
    let (broken, hidden): (Vec<&str>, Vec<&str>) = without
        .into_iter()
        .partition(|student| compiled.has_errors(student));
    for (id, students) in [("kept-back", broken), ("not-published", hidden)] {
        if !students.is_empty() {
            let values = [("list", students.join(", ")), ("folder", out.clone())];
            terminal.say(&words.say(id, values))?;
        }
    }
    let students: BTreeSet<&str> = compiled.students.iter().map(String::as_str).collect();
    let left = io::leftover_sites(&options.to, &students);
    if !left.is_empty() {
        terminal.say(&words.say(
            "leftover",
            [("folder", out.clone()), ("list", left.join(", "))],
        ))?;
    }
    let numbers = [
        ("sites", sites),
        ("changed", total.changed),
        ("kept", total.kept),
        ("removed", total.removed),
    ];
    terminal.say(&words.count("written", &numbers, [("folder", out)]))?;
    Ok(())
}
