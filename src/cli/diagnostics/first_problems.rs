//! The problems that `build` shows. A large school has thousands of warnings, and they are
//! in the files for teachers: what nobody can read is not printed.

use crate::diagnostic::{Counts, Diagnostic, Diagnostics, Severity};

/// The most problems that are shown.
pub(in crate::cli) const SHOWN: usize = 100;

/// The first errors and the first warnings of a school. Nothing else of the students'
/// diagnostics is kept in memory.
#[derive(Default)]
pub(in crate::cli) struct FirstProblems {
    errors: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
    /// How many problems there are.
    all: usize,
}

impl FirstProblems {
    /// Whether there is room for diagnostics with these counts.
    pub(in crate::cli) fn has_room(&self, counts: &Counts) -> bool {
        counts.errors > 0 && self.errors.len() < SHOWN
            || counts.warnings > 0 && self.warnings.len() < SHOWN
    }

    /// Counts problems that may be shown.
    pub(in crate::cli) fn count(&mut self, counts: &Counts) {
        self.all += counts.problems();
    }

    /// Keeps the problems among `diagnostics` while there is room.
    pub(in crate::cli) fn add<'a>(&mut self, diagnostics: impl Iterator<Item = &'a Diagnostic>) {
        for one in diagnostics {
            let list = match one.code.severity() {
                Severity::Note => continue,
                Severity::Warning => &mut self.warnings,
                Severity::Error | Severity::Bug => &mut self.errors,
            };
            if list.len() < SHOWN {
                list.push(one.clone());
            }
        }
    }

    /// The problems to show, in their order, and how many more there are. `shared` are the
    /// diagnostics of shared files, which concern all students. If there are more than can
    /// be shown, errors come first and are the last to be left out.
    pub(in crate::cli) fn end(mut self, shared: &[Diagnostic]) -> (Vec<Diagnostic>, usize) {
        self.count(&shared.iter().collect());
        for one in shared {
            match one.code.severity() {
                Severity::Note => {}
                Severity::Warning => self.warnings.push(one.clone()),
                Severity::Error | Severity::Bug => self.errors.push(one.clone()),
            }
        }
        let sorted = |list: Vec<Diagnostic>| {
            let mut list: Diagnostics = list.into_iter().collect();
            list.sort();
            list.into_iter()
        };
        if self.all <= SHOWN {
            let all = self.errors.into_iter().chain(self.warnings).collect();
            return (sorted(all).collect(), 0);
        }
        let shown = sorted(self.errors).chain(sorted(self.warnings));
        let shown: Vec<Diagnostic> = shown.take(SHOWN).collect();
        let more = self.all.saturating_sub(shown.len());
        (shown, more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::source::RelPath;

    /// What is shown of so many errors and warnings of each of three students, as `e` and
    /// `w`, with those of shared files as `E` and `W`, and how many are left out.
    fn shown(each: &[(usize, usize)], shared: &[Code]) -> (String, usize) {
        let file = RelPath::new("staff.yaml").unwrap();
        let shared = shared.iter().map(|code| Diagnostic::about(*code, &file));
        let shared: Vec<Diagnostic> = shared.collect();
        let mut problems = FirstProblems::default();
        for (student, (errors, warnings)) in each.iter().enumerate() {
            let of = |code: Code, count: usize| {
                (0..count).map(move |number| {
                    let path = format!("students/{student}/goals/{number:03}.yaml");
                    Diagnostic::about(code, &RelPath::new(&path).unwrap())
                })
            };
            let warnings = of(Code::NoPlanning, *warnings);
            let all: Vec<Diagnostic> = warnings.chain(of(Code::MissingField, *errors)).collect();
            let counts: Counts = all.iter().collect();
            problems.count(&counts);
            if problems.has_room(&counts) {
                problems.add(all.iter());
            }
        }
        let (shown, more) = problems.end(&shared);
        let sign = |one: &Diagnostic| match (one.code.severity(), one.student()) {
            (Severity::Warning, Some(_)) => 'w',
            (_, Some(_)) => 'e',
            (Severity::Warning, None) => 'W',
            (_, None) => 'E',
        };
        (shown.iter().map(sign).collect(), more)
    }

    #[test]
    fn errors_are_the_last_to_be_left_out() {
        let check = |each: &[(usize, usize)], expected: &str, left_out: usize| {
            assert_eq!(
                shown(each, &[]),
                (expected.to_owned(), left_out),
                "{each:?}"
            );
        };
        check(&[], "", 0);
        // Few problems are in the order of the files.
        check(&[(0, 2), (1, 1)], "wwew", 0);
        check(&[(0, 99), (1, 0)], &format!("{}e", "w".repeat(99)), 0);
        // Many begin with the errors, wherever they are.
        check(&[(0, 100), (1, 0)], &format!("e{}", "w".repeat(99)), 1);
        check(
            &[(0, 500), (0, 500), (2, 500)],
            &format!("ee{}", "w".repeat(98)),
            1402,
        );
        check(&[(60, 60), (60, 60)], &"e".repeat(100), 140);
        // What concerns all students is in front of what concerns one.
        let shared = [Code::NoPlanning, Code::MissingField];
        let expected = (format!("E{}", "e".repeat(99)), 142);
        assert_eq!(shown(&[(120, 120)], &shared), expected);
        assert_eq!(shown(&[(1, 1)], &shared), ("EWew".to_owned(), 0));
    }
}
