//! Literate cases: `tests/spec/*.md`.
//!
//! A case begins at a heading of the second level and changes the tiny school:
//! a fenced block whose first line names a file puts that file there. Expected
//! problems stand at the end of the line that they are about
//! (`# error: K207 "the characters"`), or, where a comment cannot stand, in a
//! line before the block (`expect: K301 at line 3`). `expect: clean` wants none.
//! `without: students/ana/` takes files away. After the path, a block may say
//! how it is saved: `bom`, `crlf`, `latin1` and so on, see [`Block::bytes`].
//!
//! Besides those, nothing may change: what is seen elsewhere, which sites are
//! made, and every byte of the other students' sites.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use kinfolio::diagnostic::{Code, Severity};
use rayon::prelude::*;

use crate::messages;
use crate::support::{CLEAN, Compiled, School, Seen, root};

/// Codes without a spec, and why.
const WITHOUT_SPEC: [(Code, &str); 5] = [
    (
        Code::Panic,
        "there is no file that is known to make kinfolio panic",
    ),
    (Code::NoAnswer, "a disk that hangs is no text"),
    (Code::StillChanging, "see suite/incremental.rs"),
    (Code::TextShrank, "see suite/incremental.rs"),
    (Code::FilesVanished, "see suite/incremental.rs"),
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
    name: String,
    pub(crate) school: School,
    /// Files that it writes or takes away.
    pub(crate) touched: Vec<String>,
    expected: Vec<Expected>,
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

pub(crate) fn cases() -> Vec<Case> {
    let folder = fs::read_dir(root().join("tests/spec")).unwrap();
    let mut paths: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut cases = Vec::new();
    for path in paths
        .iter()
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
    {
        let name = path.file_name().unwrap().to_string_lossy();
        let text = fs::read_to_string(path).unwrap();
        cases.extend(Reader::new(&name).read(&text));
    }
    assert!(!cases.is_empty(), "there are no cases");
    cases
}

/// Reads one file of cases.
struct Reader {
    file: String,
    cases: Vec<Case>,
    /// Expectations that wait for the block they are about.
    waiting: Vec<Expected>,
}

/// A block that has begun: its fence, path, options and lines.
struct Block {
    fence: String,
    path: String,
    options: BTreeSet<String>,
    lines: Vec<String>,
}

impl Reader {
    fn new(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            cases: Vec::new(),
            waiting: Vec::new(),
        }
    }

    fn read(mut self, text: &str) -> Vec<Case> {
        let mut block: Option<Block> = None;
        for (index, line) in text.lines().enumerate() {
            match &mut block {
                Some(open) if line == open.fence => {
                    let done = block.take().unwrap();
                    self.close(&done);
                }
                Some(open) => open.lines.push(line.to_owned()),
                None if line.starts_with("```") => block = Some(Block::new(line)),
                None => self.prose(line, index + 1),
            }
        }
        assert!(block.is_none(), "{}: a block has no end", self.file);
        assert!(
            self.waiting.is_empty(),
            "{}: no block for {:?}",
            self.file,
            self.waiting
        );
        self.cases
    }

    fn prose(&mut self, line: &str, number: usize) {
        if let Some(title) = line.strip_prefix("## ") {
            assert!(
                self.waiting.is_empty(),
                "{}: no block for {:?}",
                self.file,
                self.waiting
            );
            self.cases.push(Case {
                name: format!("tests/spec/{}:{number} {title}", self.file),
                school: School::tiny(),
                touched: Vec::new(),
                expected: Vec::new(),
                says: false,
            });
        } else if let Some(path) = line.strip_prefix("without: ") {
            let case = self.case();
            case.school = std::mem::take(&mut case.school).without(path);
            case.touched.push(path.to_owned());
        } else if let Some(words) = line.strip_prefix("expect: ") {
            self.case().says = true;
            if words != "clean" {
                self.expect(words);
            }
        }
    }

    fn case(&mut self) -> &mut Case {
        self.cases
            .last_mut()
            .expect("a case begins with ## and a title")
    }

    /// `K301 at line 3`, `K013 in school.yaml`, `K014 nowhere`.
    fn expect(&mut self, words: &str) {
        let (number, rest) = words.split_once(' ').unwrap_or((words, ""));
        let code = code(number);
        let (rest, covers) = split_covers(rest);
        let line = rest
            .strip_prefix("at line ")
            .map(|line| line.trim().parse().unwrap());
        let file = rest.strip_prefix("in ").map(|file| file.trim().to_owned());
        let expected = Expected {
            code,
            file,
            line,
            covers,
        };
        if expected.file.is_some() || rest == "nowhere" {
            self.case().expected.push(expected);
        } else {
            self.waiting.push(expected);
        }
    }

    fn close(&mut self, block: &Block) {
        let mut waiting = std::mem::take(&mut self.waiting);
        for expected in &mut waiting {
            expected.file = Some(block.path.clone());
        }
        let found = block.expected();
        let case = self.case();
        case.says |= !found.is_empty() || block.lines.iter().any(|line| line.ends_with("# clean"));
        case.expected.extend(waiting);
        case.expected.extend(found);
        case.touched.push(block.path.clone());
        case.school = block.put_into(std::mem::take(&mut case.school));
    }
}

impl Block {
    fn new(line: &str) -> Self {
        let info = line.trim_start_matches('`');
        let fence = line[..line.len() - info.len()].to_owned();
        let words = info.split_once(' ');
        let (kind, rest) = words.unwrap_or_else(|| panic!("{line} names no file"));
        // A path with a space in it stands in quotes.
        let quoted = rest.strip_prefix('"').and_then(|rest| rest.split_once('"'));
        let (path, options) = quoted.unwrap_or_else(|| rest.split_once(' ').unwrap_or((rest, "")));
        let options = options
            .split_whitespace()
            .chain([kind])
            .map(str::to_owned)
            .collect();
        Self {
            fence,
            path: path.to_owned(),
            options,
            lines: Vec::new(),
        }
    }

    fn has(&self, option: &str) -> bool {
        self.options.contains(option)
    }

    fn expected(&self) -> Vec<Expected> {
        let lines = self.lines.iter().enumerate();
        lines
            .flat_map(|(index, line)| expected_at(line, &self.path, index + 1))
            .collect()
    }

    fn put_into(&self, school: School) -> School {
        let mut text = self.lines.join("\n");
        if !text.is_empty() {
            text.push('\n');
        }
        if self.has("symlink") {
            return school.link(&self.path, text.trim());
        }
        let school = school.file(&self.path, self.bytes(text));
        if self.has("unreadable") {
            school.unreadable(&self.path)
        } else {
            school
        }
    }

    /// The text as the block's options say it is saved.
    fn bytes(&self, text: String) -> Vec<u8> {
        let text = if self.has("crlf") {
            text.replace('\n', "\r\n")
        } else {
            text
        };
        let text = if self.has("cr") {
            text.replace('\n', "\r")
        } else {
            text
        };
        let text = if self.has("tabs") {
            text.replace('→', "\t")
        } else {
            text
        };
        let text = if self.has("nul") {
            text.replace('␀', "\0")
        } else {
            text
        };
        if self.has("bom") {
            return [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        }
        if self.has("utf16") {
            let units = text.encode_utf16().flat_map(u16::to_le_bytes);
            return [0xFF, 0xFE].into_iter().chain(units).collect();
        }
        if self.has("latin1") {
            return text
                .chars()
                .map(|c| u8::try_from(u32::from(c)).unwrap())
                .collect();
        }
        if self.has("huge") {
            return text.into_bytes().repeat(100_000);
        }
        text.into_bytes()
    }
}

/// The expectations in a comment at the end of a line.
fn expected_at(line: &str, file: &str, number: usize) -> Vec<Expected> {
    let severities = BTreeMap::from([
        ("# error: ", Severity::Error),
        ("# warning: ", Severity::Warning),
        ("# note: ", Severity::Note),
    ]);
    let Some((words, severity)) = severities
        .iter()
        .find_map(|(mark, severity)| Some((line.split_once(mark)?.1, *severity)))
    else {
        return Vec::new();
    };
    let (numbers, covers) = split_covers(words);
    let read = |number_of_code: &str| {
        let code = code(number_of_code);
        assert_eq!(code.severity(), severity, "{file}: {line}");
        Expected {
            code,
            file: Some(file.to_owned()),
            line: Some(number),
            covers: covers.clone(),
        }
    };
    numbers.split_whitespace().map(read).collect()
}

/// Takes `"the characters"` off the end.
fn split_covers(words: &str) -> (&str, Option<String>) {
    match words.trim().split_once('"') {
        Some((words, covers)) => {
            let covers = covers.strip_suffix('"').expect("quotes come in a pair");
            (words.trim(), Some(covers.to_owned()))
        }
        None => (words.trim(), None),
    }
}

fn code(number: &str) -> Code {
    let found = Code::ALL.iter().find(|code| code.number() == number);
    *found.unwrap_or_else(|| panic!("there is no code {number}"))
}
