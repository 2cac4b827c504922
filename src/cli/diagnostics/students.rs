//! The end of a report: one line for each student with errors or warnings.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{Messages, one_line};
use crate::cli::CommandError;
use crate::cli::school::CompiledSchool;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Severity};

/// The most lines; further students are named in one line.
const LINES: usize = 40;
/// The most files named in one line.
const FILES: usize = 3;
/// The most students named in one line.
const NAMES: usize = 12;

/// The problems of one student, or of the shared files.
#[derive(Default)]
struct Tally<'a> {
    errors: usize,
    warnings: usize,
    /// The files with errors, in order.
    files: BTreeSet<&'a str>,
}

impl<'a> Tally<'a> {
    fn add(&mut self, one: &'a Diagnostic) {
        match one.code.severity() {
            Severity::Note => {}
            Severity::Warning => self.warnings += 1,
            Severity::Error | Severity::Bug => {
                self.errors += 1;
                let file = one.file.as_ref().map(|file| {
                    let below = one.student().and_then(|student| {
                        let folder = file.below("students")?.strip_prefix(student)?;
                        folder.strip_prefix('/')
                    });
                    below.unwrap_or(file.as_str())
                });
                self.files.extend(file);
            }
        }
    }
}

/// Prints for each student which errors hold the site back, or the number of
/// warnings.
pub(super) fn show<T>(
    compiled: &CompiledSchool<T>,
    messages: &Messages,
    terminal: &mut Terminal,
) -> Result<(), CommandError> {
    for line in lines(compiled.diagnostics.iter(), &compiled.students, messages) {
        terminal.say(&line)?;
    }
    Ok(())
}

fn lines<'a>(
    diagnostics: impl Iterator<Item = &'a Diagnostic>,
    students: &[String],
    messages: &Messages,
) -> Vec<String> {
    let mut shared = Tally::default();
    let mut each: BTreeMap<&str, Tally> = BTreeMap::new();
    for one in diagnostics {
        match one.student() {
            Some(student) => each.entry(student).or_default().add(one),
            None => shared.add(one),
        }
    }
    each.retain(|_, tally| tally.errors + tally.warnings > 0);
    if shared.errors == 0 && each.is_empty() {
        return Vec::new();
    }
    // Students with the most problems first.
    let mut each: Vec<(&str, Tally)> = each.into_iter().collect();
    each.sort_by_key(|(_, tally)| Reverse((tally.errors, tally.warnings)));
    let (held, warned): (Vec<_>, Vec<_>) = each.iter().partition(|(_, tally)| tally.errors > 0);
    let mut lines = Vec::new();
    if shared.errors > 0 {
        lines.push(held_back("students-shared", "", &shared, messages));
    }
    let told = held.iter().take(LINES);
    lines.extend(told.map(|(name, tally)| held_back("students-held", name, tally, messages)));
    let more = held.get(LINES..).unwrap_or_default();
    lines.extend(all_of("students-held-more", more, messages));
    if lines.len() + warned.len() <= LINES {
        lines.extend(warned.iter().map(|(name, tally)| {
            let name = ("student", one_line(name));
            messages.count("students-warned", &[("warnings", tally.warnings)], [name])
        }));
    } else {
        lines.extend(all_of("students-warned-more", &warned, messages));
    }
    let unwell: BTreeSet<&str> = each.iter().map(|(name, _)| *name).collect();
    let well = students
        .iter()
        .filter(|name| !unwell.contains(name.as_str()));
    let well = well.count();
    if well > 0 {
        lines.push(messages.count("students-well", &[("students", well)], []));
    }
    lines
}

fn held_back(id: &str, student: &str, tally: &Tally, messages: &Messages) -> String {
    let files: Vec<String> = tally.files.iter().map(|file| one_line(file)).collect();
    let values = [
        ("student", one_line(student)),
        ("list", some(&files, FILES, messages)),
    ];
    messages.count(id, &[("errors", tally.errors)], values)
}

/// Several students in one line; `None` if there are none.
fn all_of(id: &str, students: &[&(&str, Tally)], messages: &Messages) -> Option<String> {
    let names: Vec<String> = students.iter().map(|(name, _)| one_line(name)).collect();
    let list = [("list", some(&names, NAMES, messages))];
    (!names.is_empty()).then(|| messages.count(id, &[("students", names.len())], list))
}

/// The first entries of a list and the number of the others.
fn some(all: &[String], most: usize, messages: &Messages) -> String {
    let first = all.get(..most).unwrap_or(all).join(", ");
    match all.len().saturating_sub(most) {
        0 => first,
        more => messages.count("and-more", &[("more", more)], [("list", first)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::source::RelPath;

    fn diagnostics(of: &[(Code, &str)]) -> Vec<Diagnostic> {
        let one =
            |(code, file): &(Code, &str)| Diagnostic::about(*code, &RelPath::new(file).unwrap());
        of.iter().map(one).collect()
    }

    #[test]
    fn a_line_for_each_student_with_something_to_look_at() {
        let check = |of: &[(Code, &str)], expected: &[&str]| {
            let students = ["ana", "ben", "cleo"].map(str::to_owned);
            let diagnostics = diagnostics(of);
            let lines = lines(diagnostics.iter(), &students, &Messages::of_tool());
            assert_eq!(lines, expected, "{of:?}");
        };
        let (error, warning, note) = (Code::MissingField, Code::NoPlanning, Code::NotAgreed);
        check(&[], &[]);
        check(&[(note, "students/ana/goals/a.yaml")], &[]);
        check(
            &[
                (error, "students/ben/goals/a.yaml"),
                (error, "students/ben/goals/a.yaml"),
                (error, "students/ben/student.yaml"),
                (warning, "students/ana/services.yaml"),
            ],
            &[
                "ben: 3 errors in goals/a.yaml, student.yaml. Fix them to update the site.",
                "ana: 1 warning.",
                "1 other student has no errors or warnings.",
            ],
        );
        check(
            &[(error, "staff.yaml")],
            &[
                "Shared files: 1 error in staff.yaml. Until it is fixed, no site can be updated.",
                "3 other students have no errors or warnings.",
            ],
        );
    }

    #[test]
    fn a_large_school_is_told_shortly() {
        let names: Vec<String> = (100..400).map(|number| format!("s{number}")).collect();
        let of = |code: Code, names: &[String]| -> Vec<Diagnostic> {
            let paths = names
                .iter()
                .map(|name| format!("students/{name}/student.yaml"));
            paths
                .map(|path| Diagnostic::about(code, &RelPath::new(&path).unwrap()))
                .collect()
        };
        let check = |errors: usize, expected: usize| {
            let mut diagnostics = of(Code::MissingField, &names[..errors]);
            diagnostics.extend(of(Code::NoPlanning, &names[errors..]));
            let lines = lines(diagnostics.iter(), &names, &Messages::of_tool());
            assert_eq!(lines.len(), expected, "{lines:#?}");
        };
        check(0, 1);
        check(5, 6);
        check(300, 41);
        check(299, 42);
    }
}
