//! What a real shared folder does to files: `tests/hostile/*.txt`, one case to a
//! line. The head of `tests/hostile/README.md` says how a line is read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use kinfolio::build::{self, Shared};
use kinfolio::diagnostic::{Code, Diagnostics, Severity};
use kinfolio::discover;
use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::support::{School, Site, compile, pages, root};

/// One line of the corpus.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) name: String,
    treatment: String,
    codes: BTreeSet<String>,
    /// Paths, and what is put there.
    pub(crate) files: Vec<(String, String)>,
    /// What the first file would be without its fault.
    clean: Option<String>,
}

impl Case {
    fn read(line: &str) -> Self {
        let (line, clean) = match line.rsplit_once(" => ") {
            Some((line, clean)) => (line, Some(unescape(clean))),
            None => (line, None),
        };
        let parts: Vec<&str> = line.split(" | ").map(str::trim).collect();
        let [name, expected, files @ ..] = parts.as_slice() else {
            panic!("{line}")
        };
        let mut words = expected.split(' ');
        let treatment = words.next().unwrap().to_owned();
        assert!(files.len() >= 2 && files.len().is_multiple_of(2), "{line}");
        Self {
            name: (*name).to_owned(),
            treatment,
            codes: words.map(str::to_owned).collect(),
            files: files
                .chunks(2)
                .map(|file| (place(file[0]), file[1].to_owned()))
                .collect(),
            clean,
        }
    }

    fn family(&self) -> &str {
        self.name.split('-').next().unwrap()
    }

    /// The student whose folder is meant; nobody where all share the file.
    pub(crate) fn student(&self) -> Option<&str> {
        student_of(&self.files[0].0)
    }

    /// Whether some of it is about this student.
    fn is_about(&self, student: &str) -> bool {
        let files = self.files.iter();
        files
            .clone()
            .any(|(path, _)| student_of(path) == Some(student))
    }

    /// The school with the fault in it.
    pub(crate) fn put_into(&self, school: School) -> School {
        let files = self.files.iter();
        files.fold(school, |school, (path, content)| put(school, path, content))
    }

    /// The school with the file as it should have been.
    fn cleaned(&self) -> School {
        let (path, content) = &self.files[0];
        let text = self.clean.clone().unwrap_or_else(|| clean(content));
        TINY.clone().file(path, text)
    }
}

fn student_of(path: &str) -> Option<&str> {
    let (student, _) = path.strip_prefix("students/")?.split_once('/')?;
    Some(student)
}

fn place(path: &str) -> String {
    let path = unescape(path);
    match path.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None => format!("students/ana/{path}"),
    }
}

/// `\n`, `\t`, `\r`, `\_` (a space at an end), `\u{202e}` and `\x41*255` (a
/// character many times).
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let sign = after.chars().next().unwrap();
        rest = &after[sign.len_utf8()..];
        match sign {
            'n' => out.push('\n'),
            't' => out.push('\t'),
            'r' => out.push('\r'),
            '_' => out.push(' '),
            'u' => {
                let (code, after) = rest[1..].split_once('}').unwrap();
                out.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
                rest = after;
            }
            'x' => {
                let (many, after) = rest.split_once(';').unwrap();
                let (word, count) = many.split_once('*').unwrap();
                out.push_str(&unescape(word).repeat(count.parse().unwrap()));
                rest = after;
            }
            other => panic!("\\{other} in {text}"),
        }
    }
    out + rest
}

fn put(school: School, path: &str, content: &str) -> School {
    let (form, rest) = content.split_once(' ').unwrap_or((content, ""));
    match form {
        "@gone" => school.without(path),
        "@link" => school.without(path).link(path, rest),
        "@closed" => school.file(path, "x").unreadable(path),
        _ => {
            let bytes = bytes(content);
            school.file(path, bytes)
        }
    }
}

/// A file of the clean school, or words.
fn words(text: &str) -> String {
    match text.strip_prefix("of ") {
        Some(path) => TINY.text(&place(path)).unwrap().to_owned(),
        None => unescape(text),
    }
}

/// The words of a file, whatever their encoding.
fn clean(content: &str) -> String {
    match content.strip_prefix('@') {
        Some(form) => words(form.split_once(' ').unwrap().1),
        None => unescape(content),
    }
}

fn bytes(content: &str) -> Vec<u8> {
    let Some(form) = content.strip_prefix('@') else {
        return unescape(content).into_bytes();
    };
    let (form, rest) = form.split_once(' ').unwrap_or((form, ""));
    let number = || rest.split(' ').next().unwrap().parse::<usize>().unwrap();
    let text = || words(rest);
    match form {
        "of" => words(&format!("of {rest}")).into_bytes(),
        "hex" => rest
            .split(' ')
            .map(|byte| u8::from_str_radix(byte, 16).unwrap())
            .collect(),
        "empty" => Vec::new(),
        "nul" => vec![0; number()],
        "size" => b"words and words \n".repeat(number() / 17 + 1),
        "cut" => {
            let (percent, path) = rest.split_once(' ').unwrap();
            let whole = words(path).into_bytes();
            let length = whole.len() * percent.parse::<usize>().unwrap() / 100;
            whole[..length].to_vec()
        }
        // The file keeps its size, and the last part is zeros.
        "hole" => {
            let (percent, path) = rest.split_once(' ').unwrap();
            let mut whole = words(path).into_bytes();
            let length = whole.len() * percent.parse::<usize>().unwrap() / 100;
            whole[length..].fill(0);
            whole
        }
        "bom" => [b"\xEF\xBB\xBF", text().as_bytes()].concat(),
        "cr" => text().replace('\n', "\r").into_bytes(),
        "crlf" => text().replace('\n', "\r\n").into_bytes(),
        "nfd" => text().nfd().collect::<String>().into_bytes(),
        "utf-16le" => utf16(&text(), u16::to_le_bytes),
        "utf-16be" => utf16(&text(), u16::to_be_bytes),
        "utf-16le-bom" => utf16(&format!("\u{FEFF}{}", text()), u16::to_le_bytes),
        "utf-16be-bom" => utf16(&format!("\u{FEFF}{}", text()), u16::to_be_bytes),
        "utf-32le-bom" => utf32(&text(), u32::to_le_bytes),
        "utf-32be-bom" => utf32(&text(), u32::to_be_bytes),
        "twice" => {
            let once: String = text().bytes().map(char::from).collect();
            once.into_bytes()
        }
        old => encoded(old, &text()),
    }
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

fn utf32(text: &str, unit: fn(u32) -> [u8; 4]) -> Vec<u8> {
    let text = format!("\u{FEFF}{text}");
    text.chars().map(u32::from).flat_map(unit).collect()
}

fn encoded(label: &str, text: &str) -> Vec<u8> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes());
    let encoding = encoding.unwrap_or_else(|| panic!("no encoding is called {label}"));
    let text = if label == "windows-1258" {
        text.chars().flat_map(of_two_keys).collect()
    } else {
        text.to_owned()
    };
    let (bytes, _, failed) = encoding.encode(&text);
    assert!(!failed, "{label} has not all letters of {text}");
    bytes.into_owned()
}

/// Windows' Vietnamese has ê and the tone under it apart.
fn of_two_keys(letter: char) -> Vec<char> {
    let mut parts: Vec<char> = letter.to_string().nfd().collect();
    if parts.len() == 1 || "âăêôơưđÂĂÊÔƠƯĐàáèéêóôùúüÀÁÈÉÓÙÚñí".contains(letter)
    {
        return vec![letter];
    }
    let mark = parts
        .iter()
        .position(|c| matches!(c, '\u{302}' | '\u{306}' | '\u{31B}'));
    if let Some(mark) = mark {
        let mark = parts.remove(mark);
        let whole: String = [parts[0], mark].iter().collect::<String>().nfc().collect();
        parts.splice(..1, whole.chars());
    }
    parts
}

static TINY: LazyLock<School> = LazyLock::new(School::tiny);

static SHARED: LazyLock<Shared> = LazyLock::new(|| TINY.folder().shared().unwrap());

static CLEAN: LazyLock<Outcome> = LazyLock::new(|| made(&TINY, false));

/// What came of a school.
#[derive(PartialEq)]
pub(crate) struct Outcome {
    pub(crate) sites: BTreeMap<String, Option<Site>>,
    /// Codes and the files that they name.
    seen: Vec<(Code, String)>,
}

impl Outcome {
    /// Whether kinfolio itself has failed.
    pub(crate) fn bug(&self) -> bool {
        self.seen
            .iter()
            .any(|(code, _)| code.severity() == Severity::Bug)
    }

    /// Whether something is wrong with a student's files.
    pub(crate) fn error_of(&self, student: &str) -> bool {
        let folder = format!("students/{student}/");
        let own = self
            .seen
            .iter()
            .filter(|(_, file)| file.starts_with(&folder));
        own.into_iter()
            .any(|(code, _)| code.severity() >= Severity::Error)
    }
}

/// Builds a school; `all` reads anew what all students share.
pub(crate) fn made(school: &School, all: bool) -> Outcome {
    let folder = school.read();
    let (sites, seen) = if all {
        let compiled = compile(&folder);
        (compiled.sites, compiled.diagnostics)
    } else {
        let students = folder.students();
        let mut seen = Diagnostics::default();
        let _ = discover::shared(&folder.snapshot, &students).into_value(&mut seen);
        let mut sites = BTreeMap::new();
        for made in build::school(&folder, &students, &SHARED, |_, bundle| bundle) {
            sites.insert(made.student.to_string(), made.site.map(pages));
            seen.append(made.diagnostics);
        }
        seen.sort();
        (sites, seen)
    };
    let named = seen.iter().map(|one| {
        let file = one.file.as_ref().map(ToString::to_string);
        (one.code, file.unwrap_or_default())
    });
    let seen = named.filter(|(code, _)| !BESIDE_THE_POINT.contains(code));
    Outcome {
        sites,
        seen: seen.collect(),
    }
}

/// What a goal, or a page, leaves open has nothing to do with its file.
const BESIDE_THE_POINT: [Code; 5] = [
    Code::GoalWithoutService,
    Code::GoalUnexplained,
    Code::GoalWithoutUse,
    Code::NotAgreed,
    Code::FirstPageGap,
];

/// Whether a case can change what all students share, or their names.
fn concerns_all(case: &Case) -> bool {
    case.files
        .iter()
        .any(|(path, _)| !path.starts_with("students/ana/") || path.contains("student.yaml"))
}

/// What is wrong with a case.
fn failure(case: &Case, all: &BTreeMap<String, Case>) -> Option<String> {
    let outcome = made(&case.put_into(TINY.clone()), concerns_all(case));
    let whose = case.student().unwrap_or_default();
    let fault = faults_of_others(case, &outcome).or_else(|| {
        fault(
            case,
            &outcome,
            outcome.sites.get(whose).and_then(Option::as_ref),
            all,
        )
    })?;
    let new: Vec<_> = new(&outcome, &CLEAN);
    Some(format!("{}: {fault}; seen {new:?}", case.name))
}

fn new(outcome: &Outcome, clean: &Outcome) -> Vec<(Code, String)> {
    let seen = outcome.seen.iter();
    seen.filter(|one| !clean.seen.contains(one))
        .cloned()
        .collect()
}

/// What may never be, whatever is expected.
fn faults_of_others(case: &Case, outcome: &Outcome) -> Option<String> {
    if outcome.bug() {
        return Some("a fault of our own".to_owned());
    }
    let together = case.treatment == "hold-all";
    let others = CLEAN.sites.iter();
    let others = others.filter(|(other, _)| together || !case.is_about(other));
    for (other, site) in others {
        let fits = if together {
            outcome.sites[other].is_none()
        } else {
            outcome.sites[other] == *site
        };
        if !fits {
            return Some(format!("{other} has changed"));
        }
    }
    None
}

fn fault(
    case: &Case,
    outcome: &Outcome,
    site: Option<&Site>,
    all: &BTreeMap<String, Case>,
) -> Option<String> {
    let says = |words: &str| Some(words.to_owned());
    let new = new(outcome, &CLEAN);
    let before = case
        .student()
        .and_then(|student| CLEAN.sites.get(student)?.as_ref());
    let codes: BTreeSet<&str> = new.iter().map(|(code, _)| code.number()).collect();
    let as_told = case
        .codes
        .iter()
        .map(String::as_str)
        .collect::<BTreeSet<_>>()
        == codes;
    match case.treatment.as_str() {
        "ignore" if *outcome != *CLEAN => says("something was seen or has changed"),
        "ignore" => None,
        "read" | "fix" => {
            let clean = made(&case.cleaned(), concerns_all(case));
            let student = case.student().unwrap();
            let more = self::new(outcome, &clean);
            let notes: BTreeSet<&str> = more.iter().map(|(code, _)| code.number()).collect();
            let wanted: BTreeSet<&str> = case.codes.iter().map(String::as_str).collect();
            if site.is_none() || site != clean.sites[student].as_ref() {
                return says("the site is not as with the clean text");
            }
            (notes != wanted).then(|| format!("noted {notes:?}"))
        }
        _ if !as_told => Some(format!("{:?} is not what was seen", case.codes)),
        "warn" if site.is_none() && before.is_some() => says("there is no site"),
        "report" if site != before => says("the site has changed"),
        "warn" | "report" => None,
        "hold" | "hold-all" => {
            let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
            let named = |file: &str| {
                let mut paths = case.files.iter().map(|(path, _)| path);
                paths.any(|path| path == file || folder(path) == folder(file))
            };
            let error = new
                .iter()
                .any(|(code, file)| code.severity() == Severity::Error && named(file));
            let held = site.is_none() && error;
            (!held).then(|| "it is not held".to_owned())
        }
        "same-as" => says("same-as names a case"),
        treatment if treatment.starts_with("same-as=") => {
            let other = &all[treatment.trim_start_matches("same-as=")];
            let same = made(&other.put_into(TINY.clone()), concerns_all(other));
            (same != *outcome).then(|| format!("it is not as {}", other.name))
        }
        other => panic!("{}: no treatment is called {other}", case.name),
    }
}

/// Every line of the corpus.
pub(crate) fn cases() -> Vec<Case> {
    let folder = fs::read_dir(root().join("tests/hostile")).unwrap();
    let mut paths: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let mut cases = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let lines = text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with("# "));
        cases.extend(lines.map(Case::read));
    }
    cases
}

#[test]
fn each_fault_of_a_folder_is_treated_as_it_should_be() {
    let cases = cases();
    let by_name: BTreeMap<String, Case> = cases
        .iter()
        .map(|case| (case.name.clone(), case.clone()))
        .collect();
    let only = std::env::var("KINFOLIO_CASE").unwrap_or_default();
    let failed: Vec<String> = cases
        .par_iter()
        .filter(|case| case.name.starts_with(&only))
        .filter_map(|case| failure(case, &by_name))
        .collect();
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
}

#[test]
fn the_corpus_is_large_and_names_every_family() {
    let cases = cases();
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), cases.len(), "each name is given once");
    assert!(cases.len() >= 200, "{} cases", cases.len());
    let families: BTreeSet<&str> = cases.iter().map(Case::family).collect();
    let wanted = [
        "conflict", "enc", "half", "link", "litter", "names", "size", "stubs", "twins",
    ];
    assert_eq!(families, wanted.into());
}

#[test]
fn a_case_that_is_not_so_is_seen() {
    let check = |line: &str| {
        let case = Case::read(line);
        assert!(failure(&case, &BTreeMap::new()).is_some(), "{line}");
    };
    check("x | ignore | notes.docx | x");
    check("x | read | about.md | Ana sings. => Ana tells stories.");
    check("x | read | about.md | @windows-1252 Ana sees Zoë and Noël.");
    check("x | fix K022 | about.md | Ana sings.");
    check("x | hold K020 | about.md | Ana sings.");
    check("x | hold K002 | about.md | @empty");
    check("x | report K006 | about.md | Ana sings.");
    check("x | report K006 | goals/reading.yaml | @gone | notes.docx | x");
    check("x | warn K006 | about.md | @empty");
    check("x | hold-all K006 | notes.docx | x");
    check("x | ignore | /students/ben/updates/2026-11-13.md | Ben sings.");
    check("x | ignore | /school.yaml | @empty");
}
