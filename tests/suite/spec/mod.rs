//! Literate cases: `tests/spec/*.md`, and `tests/field/*.md` for files as
//! people really have them.
//!
//! A case begins at a heading of the second level and changes the tiny school:
//! a fenced block whose first line names a file puts that file there. Expected
//! problems stand at the end of the line that they are about
//! (`# error: K207 "the characters"`), or, where a comment cannot stand, in a
//! line before the block (`expect: K301 at line 3`). `expect: clean` wants none.
//! Where one cause is in several places of a file, the first has to be named; the
//! others may be.
//! A block of the kind `diff` changes lines of a file that is there. `without:
//! students/ana/` takes files away. After the path, a block may say
//! how it is saved: `bom`, `crlf`, `latin1` and so on, see `Block::bytes` in `file.rs`.
//!
//! Besides those, nothing may change: what is seen elsewhere, which sites are
//! made, and every byte of the other students' sites.
//!
//! `shows: words` wants these words on a page in English of the student whose
//! file is touched, `hides: words` wants them on none. Words are compared as they
//! are read: without markup, and with one space between them.

use std::collections::BTreeSet;

use kinfolio::diagnostic::{Code, Severity};
use rayon::prelude::*;

mod file;

use file::Reader;

use crate::support::{CLEAN, Compiled, School, Seen, ending, files_below, root};
use crate::{inert, messages};

/// Codes without a spec, and why.
const WITHOUT_SPEC: [(Code, &str); 8] = [
    (
        Code::Panic,
        "there is no file that is known to make kinfolio panic",
    ),
    (Code::NoAnswer, "a disk that hangs is no text"),
    (Code::StillChanging, "see suite/incremental.rs"),
    (Code::TextShrank, "see suite/incremental.rs"),
    (Code::FilesVanished, "see suite/incremental.rs"),
    (
        Code::BrokenTheme,
        "the built-in templates have no such mistake",
    ),
    (Code::OutputLink, "see src/audit"),
    (Code::OutputOutline, "see src/audit"),
];

#[test]
fn every_case_is_as_expected() {
    assert_eq!(CLEAN.faults(), [""; 0], "the tiny school has no fault");
    let cases = cases();
    let failures: Vec<String> = cases
        .par_iter()
        .filter_map(|case| case.failure(&CLEAN))
        .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn every_code_has_a_case() {
    let shown: BTreeSet<Code> = cases()
        .iter()
        .flat_map(|case| case.expected.iter().map(|one| one.code))
        .collect();
    let excused = WITHOUT_SPEC.map(|(code, _)| code);
    let missing: Vec<_> = Code::ALL
        .iter()
        .filter(|code| !shown.contains(code) && !excused.contains(code))
        .map(|code| (code.number(), code.name()))
        .collect();
    assert!(
        missing.is_empty(),
        "no case in tests/spec shows {missing:?}"
    );
}

/// What a goal leaves open is of interest only where a case speaks of it: most
/// cases write as little of a goal as they need.
const BESIDE_THE_POINT: [Code; 4] = [
    Code::GoalWithoutService,
    Code::GoalUnexplained,
    Code::GoalWithoutUse,
    Code::NotAgreed,
];

/// One change of the tiny school.
pub(crate) struct Case {
    /// Where it stands, for whoever has to look at it.
    pub(crate) name: String,
    pub(crate) school: School,
    /// Files that it writes or takes away.
    pub(crate) touched: Vec<String>,
    expected: Vec<Expected>,
    /// Words on a page of the site, and whether they have to be there.
    words: Vec<(String, bool)>,
    /// Whether it says what to expect at all.
    says: bool,
}

/// A problem that has to be seen.
#[derive(Debug, Clone)]
struct Expected {
    code: Code,
    file: Option<String>,
    line: Option<usize>,
    covers: Option<String>,
}

impl Expected {
    fn is(&self, seen: &Seen) -> bool {
        self.code == seen.code
            && self.file == seen.file
            && self.line == seen.line
            && self
                .covers
                .as_ref()
                .is_none_or(|covers| *covers == seen.covers)
    }
}

impl Case {
    fn failure(&self, clean: &Compiled) -> Option<String> {
        let compiled = self.school.compile();
        let mut faults = self.differences(&compiled, clean);
        faults.extend(self.site_faults(&compiled, clean));
        faults.extend(self.word_faults(&compiled));
        let open = compiled.diagnostics.iter().flat_map(|one| {
            let open = messages::left_open(one).into_iter();
            open.map(|words| format!("{} is not told whole: {words}", one.code))
        });
        faults.extend(open);
        if !self.says {
            faults.push("says nothing about what is expected".to_owned());
        }
        (!faults.is_empty()).then(|| format!("{}\n    {}", self.name, faults.join("\n    ")))
    }

    fn passes_over(&self, seen: &Seen) -> bool {
        let spoken_of = self.expected.iter().any(|one| one.code == seen.code);
        BESIDE_THE_POINT.contains(&seen.code) && !spoken_of
    }

    /// Problems that are missing, or too many.
    fn differences(&self, compiled: &Compiled, clean: &Compiled) -> Vec<String> {
        let mut faults = Vec::new();
        let mut open = self.expected.clone();
        for seen in &compiled.seen {
            match open.iter().position(|expected| expected.is(seen)) {
                Some(found) => drop(open.remove(found)),
                None if clean.seen.contains(seen) || self.passes_over(seen) => {}
                // Taking a file away for another reason often leaves a gap.
                None if seen.code == Code::FirstPageGap => {}
                None => faults.push(format!("not expected: {seen}")),
            }
        }
        // Further places of one cause may be named, and need not be.
        let further = |expected: &Expected| compiled.further.iter().any(|one| expected.is(one));
        open.retain(|expected| !further(expected));
        faults.extend(
            open.iter()
                .map(|expected| format!("not seen: {expected:?}")),
        );
        faults
    }

    fn site_faults(&self, compiled: &Compiled, clean: &Compiled) -> Vec<String> {
        let touches = |folder: &str| self.touched.iter().any(|path| path.starts_with(folder));
        let shared = self
            .touched
            .iter()
            .any(|path| !path.starts_with("students/"));
        let mut faults = Vec::new();
        for (student, site) in &compiled.sites {
            let broken = self.breaks(student);
            if broken == site.is_some() {
                faults.push(format!(
                    "{student}: broken is {broken}, made is {}",
                    site.is_some()
                ));
            }
            let own = shared || touches(&format!("students/{student}/"));
            if !own && !broken && Some(site) != clean.sites.get(student) {
                faults.push(format!("{student}: the site has changed"));
            }
        }
        faults
    }

    /// What should be read on a page and is not, or the other way.
    fn word_faults(&self, compiled: &Compiled) -> Vec<String> {
        if self.words.is_empty() {
            return Vec::new();
        }
        let below = |path: &String| {
            path.strip_prefix("students/")?
                .split('/')
                .next()
                .map(str::to_owned)
        };
        let student = self
            .touched
            .iter()
            .find_map(below)
            .unwrap_or_else(|| "ana".to_owned());
        let Some(Some(site)) = compiled.sites.get(&student) else {
            return vec![format!("{student} has no site to look at")];
        };
        let english = site.iter().filter(|(path, _)| path.starts_with("en/"));
        let pages: Vec<String> = english
            .map(|(_, page)| as_read(&String::from_utf8_lossy(page)))
            .collect();
        let wrong = self.words.iter().filter(|(words, wanted)| {
            pages.iter().any(|page| page.contains(words.as_str())) != *wanted
        });
        let told = |wanted: &bool| if *wanted { "not shown" } else { "shown" };
        wrong
            .map(|(words, wanted)| format!("{}: {words}", told(wanted)))
            .collect()
    }

    /// Whether it expects this.
    pub(crate) fn expects(&self, code: Code) -> bool {
        self.expected.iter().any(|one| one.code == code)
    }

    /// Whether an expected fault keeps a student's site from being made.
    fn breaks(&self, student: &str) -> bool {
        let own = format!("students/{student}/");
        let concerns = |expected: &Expected| match &expected.file {
            Some(file) => file.starts_with(&own) || !file.starts_with("students/"),
            None => true,
        };
        let errors = self
            .expected
            .iter()
            .filter(|one| one.code.severity() >= Severity::Error);
        errors.into_iter().any(concerns)
    }
}

/// The words of a page. Parts that stand apart on it have a space between them.
fn as_read(page: &str) -> String {
    let (_, body) = page.split_once("</style>").unwrap_or(("", page));
    let mut spaced = body.to_owned();
    for tag in ["br", "dd", "div", "dt", "fig", "h", "li", "p", "su", "t"] {
        for end in ["", "/"] {
            spaced = spaced.replace(&format!("<{end}{tag}"), &format!(" <{end}{tag}"));
        }
    }
    one_spaced(&inert::text(&spaced))
}

fn one_spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn cases() -> Vec<Case> {
    let files = ["tests/spec", "tests/field"]
        .into_iter()
        .flat_map(|folder| {
            let files = files_below(&root().join(folder));
            files
                .into_iter()
                .map(move |(name, bytes)| (format!("{folder}/{name}"), bytes))
        });
    let mut cases = Vec::new();
    for (name, bytes) in files.filter(|(name, _)| ending(name) == "md") {
        let text = String::from_utf8(bytes).unwrap();
        cases.extend(Reader::new(&name).read(&text));
    }
    assert!(!cases.is_empty(), "there are no cases");
    cases
}
