//! The end of a report: one line for each student with errors or warnings.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{Messages, one_line};
use crate::diagnostic::{Counts, Diagnostic};
use crate::source::RelPath;

/// The most lines; further students are named in one line.
const LINES: usize = 40;
/// The most files named in one line.
const FILES: usize = 3;
/// The most students named in one line.
const NAMES: usize = 12;

/// The diagnostics of a school, counted.
#[derive(Default)]
pub(in crate::cli) struct SchoolCounts {
    /// Those of files that all students share.
    pub(in crate::cli) shared: Counts,
    /// Those of each student who has any.
    pub(in crate::cli) each: BTreeMap<String, Counts>,
    /// The names of all students.
    pub(in crate::cli) students: Vec<String>,
}

impl SchoolCounts {
    /// Counts these diagnostics of a school with these students.
    pub(in crate::cli) fn of<'a>(
        diagnostics: impl Iterator<Item = &'a Diagnostic>,
        students: &[String],
    ) -> Self {
        let mut counts = Self {
            students: students.to_vec(),
            ..Self::default()
        };
        diagnostics.for_each(|one| counts.add(one));
        counts
    }

    /// Counts one more diagnostic.
    pub(in crate::cli) fn add(&mut self, one: &Diagnostic) {
        match one.student() {
            Some(student) => self.each.entry(student.to_owned()).or_default().add(one),
            None => self.shared.add(one),
        }
    }

    /// The sum of some numbers.
    pub(in crate::cli) fn total(&self, number: impl Fn(&Counts) -> usize) -> usize {
        number(&self.shared) + self.each.values().map(number).sum::<usize>()
    }
}

/// A line for each student: which errors hold the site back, or the number of warnings.
pub(super) fn lines(counts: &SchoolCounts, messages: &Messages) -> Vec<String> {
    let shared = &counts.shared;
    // Students with the most problems first.
    let each = counts.each.iter();
    let each = each.filter(|(_, counts)| counts.problems() > 0);
    let mut each: Vec<(&str, &Counts)> = each.map(|(name, of)| (name.as_str(), of)).collect();
    if shared.errors == 0 && each.is_empty() {
        return Vec::new();
    }
    each.sort_by_key(|(_, counts)| Reverse((counts.errors, counts.warnings)));
    let (held, warned): (Vec<_>, Vec<_>) =
        each.into_iter().partition(|(_, counts)| counts.errors > 0);
    let mut lines = Vec::new();
    if shared.errors > 0 {
        lines.push(held_back("students-shared", "", shared, messages));
    }
    let told = held.iter().take(LINES);
    lines.extend(told.map(|(name, counts)| held_back("students-held", name, counts, messages)));
    let more = held.get(LINES..).unwrap_or_default();
    lines.extend(all_of("students-held-more", more, messages));
    if lines.len() + warned.len() <= LINES {
        lines.extend(warned.iter().map(|(name, counts)| {
            let name = ("student", one_line(name));
            messages.count("students-warned", &[("warnings", counts.warnings)], [name])
        }));
    } else {
        lines.extend(all_of("students-warned-more", &warned, messages));
    }
    let has_none = |of: &Counts| of.problems() == 0;
    let well = counts.students.iter();
    let well = well.filter(|name| counts.each.get(*name).is_none_or(has_none));
    let well = well.count();
    if well > 0 {
        lines.push(messages.count("students-well", &[("students", well)], []));
    }
    lines
}

fn held_back(id: &str, student: &str, counts: &Counts, messages: &Messages) -> String {
    let folder = format!("students/{student}");
    let below = |file: &RelPath| one_line(file.below(&folder).unwrap_or(file.as_str()));
    let files: BTreeSet<String> = counts.broken.iter().map(below).collect();
    let files: Vec<String> = files.into_iter().collect();
    let values = [
        ("student", one_line(student)),
        ("list", some(&files, FILES, messages)),
    ];
    messages.count(id, &[("errors", counts.errors)], values)
}

/// Several students in one line; `None` if there are none.
fn all_of(id: &str, students: &[(&str, &Counts)], messages: &Messages) -> Option<String> {
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
            let counts = SchoolCounts::of(diagnostics(of).iter(), &students);
            let lines = lines(&counts, &Messages::of_tool());
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
            let counts = SchoolCounts::of(diagnostics.iter(), &names);
            let lines = lines(&counts, &Messages::of_tool());
            assert_eq!(lines.len(), expected, "{lines:#?}");
        };
        check(0, 1);
        check(5, 6);
        check(300, 41);
        check(299, 42);
    }
}
