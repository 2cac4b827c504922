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

/// The diagnostics of a school, counted. It takes no more memory for a large school than
/// for a small one.
#[derive(Default)]
pub(in crate::cli) struct SchoolCounts {
    /// Those of files that all students share.
    pub(in crate::cli) shared: Counts,
    /// Those of all students together, without their files.
    own: Counts,
    /// Students whose sites are held back by errors.
    held: Most,
    /// Students with warnings only.
    warned: Most,
    /// How many students there are.
    students: usize,
}

/// The students with the most problems, and how many there are in all.
#[derive(Default)]
struct Most {
    /// Those that may be named, in the order in which they are.
    first: BTreeMap<(Reverse<(usize, usize)>, String), Counts>,
    all: usize,
}

impl Most {
    fn add(&mut self, student: &str, counts: &Counts) {
        let order = Reverse((counts.errors, counts.warnings));
        self.all += 1;
        self.first
            .insert((order, student.to_owned()), counts.clone());
        if self.first.len() > LINES + NAMES {
            self.first.pop_last();
        }
    }

    /// The first students, as far as they are kept.
    fn iter(&self) -> impl Iterator<Item = (&str, &Counts)> {
        let first = self.first.iter();
        first.map(|((_, name), counts)| (name.as_str(), counts))
    }

    /// All but the first `told` in one line; `None` if there are none.
    fn all_but(&self, told: usize, id: &str, messages: &Messages) -> Option<String> {
        let more = self.all.checked_sub(told).filter(|more| *more > 0)?;
        let names = self.iter().skip(told).take(NAMES);
        let names: Vec<String> = names.map(|(name, _)| one_line(name)).collect();
        let list = [("list", some(&names, more, messages))];
        Some(messages.count(id, &[("students", more)], list))
    }
}

impl SchoolCounts {
    /// Counts for a school with this many students.
    pub(in crate::cli) fn of(students: usize) -> Self {
        Self {
            students,
            ..Self::default()
        }
    }

    /// Adds what was found in the files of one student. Each student comes once.
    pub(in crate::cli) fn add(&mut self, student: &str, counts: &Counts) {
        self.own.errors += counts.errors;
        self.own.warnings += counts.warnings;
        self.own.notes += counts.notes;
        self.own.later |= counts.later;
        if counts.errors > 0 {
            self.held.add(student, counts);
        } else if counts.warnings > 0 {
            self.warned.add(student, counts);
        }
    }

    /// Adds diagnostics that are sorted, so that those of one student follow each other.
    pub(in crate::cli) fn add_each(&mut self, sorted: &[&Diagnostic]) {
        for of_one in sorted.chunk_by(|one, other| one.student() == other.student()) {
            let counts: Counts = of_one.iter().copied().collect();
            match of_one.first().and_then(|one| one.student()) {
                Some(student) => self.add(student, &counts),
                None => of_one.iter().for_each(|one| self.shared.add(one)),
            }
        }
    }

    /// The sum of some numbers.
    pub(in crate::cli) fn total(&self, number: impl Fn(&Counts) -> usize) -> usize {
        number(&self.shared) + number(&self.own)
    }
}

/// A line for each student: which errors hold the site back, or the number of warnings.
/// Students with the most problems come first.
pub(super) fn lines(counts: &SchoolCounts, messages: &Messages) -> Vec<String> {
    let SchoolCounts {
        shared,
        held,
        warned,
        ..
    } = counts;
    if shared.errors == 0 && held.all + warned.all == 0 {
        return Vec::new();
    }
    let mut lines = Vec::new();
    if shared.errors > 0 {
        lines.push(held_back("students-shared", "", shared, messages));
    }
    let told = held.iter().take(LINES);
    lines.extend(told.map(|(name, counts)| held_back("students-held", name, counts, messages)));
    lines.extend(held.all_but(LINES, "students-held-more", messages));
    if lines.len() + warned.all <= LINES {
        lines.extend(warned.iter().map(|(name, counts)| {
            let name = ("student", one_line(name));
            messages.count("students-warned", &[("warnings", counts.warnings)], [name])
        }));
    } else {
        lines.extend(warned.all_but(0, "students-warned-more", messages));
    }
    let well = counts.students.saturating_sub(held.all + warned.all);
    if well > 0 {
        lines.push(messages.count("students-well", &[("students", well)], []));
    }
    lines
}

fn held_back(id: &str, student: &str, counts: &Counts, messages: &Messages) -> String {
    let folder = format!("students/{student}");
    let below = |file: &RelPath| one_line(file.below(&folder).unwrap_or(file.as_str()));
    let files: BTreeSet<String> = counts.broken.iter().map(below).collect();
    let all = files.len();
    let files: Vec<String> = files.into_iter().take(FILES).collect();
    let values = [
        ("student", one_line(student)),
        ("list", some(&files, all, messages)),
    ];
    messages.count(id, &[("errors", counts.errors)], values)
}

/// The first entries of a list of which there are `all`, and the number of the others.
fn some(first: &[String], all: usize, messages: &Messages) -> String {
    let list = first.join(", ");
    match all.saturating_sub(first.len()) {
        0 => list,
        more => messages.count("and-more", &[("more", more)], [("list", list)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::source::RelPath;

    fn counted(mut found: Vec<Diagnostic>, students: usize) -> SchoolCounts {
        found.sort_by(|one, other| one.student().cmp(&other.student()));
        let mut counts = SchoolCounts::of(students);
        counts.add_each(&found.iter().collect::<Vec<_>>());
        counts
    }

    fn diagnostics(of: &[(Code, &str)]) -> Vec<Diagnostic> {
        let one =
            |(code, file): &(Code, &str)| Diagnostic::about(*code, &RelPath::new(file).unwrap());
        of.iter().map(one).collect()
    }

    #[test]
    fn a_line_for_each_student_with_something_to_look_at() {
        let check = |of: &[(Code, &str)], expected: &[&str]| {
            let lines = lines(&counted(diagnostics(of), 3), &Messages::of_tool());
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
            let lines = lines(&counted(diagnostics, names.len()), &Messages::of_tool());
            assert_eq!(lines.len(), expected, "{lines:#?}");
        };
        check(0, 1);
        check(5, 6);
        check(300, 41);
        check(299, 42);
    }
}
