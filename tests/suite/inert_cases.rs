//! Content is never code: `tests/inert/*.txt`, one case to a line.
//!
//! A line is `name | what is expected | text`. What is expected is `read` (as
//! written), `mend` (read with a note), `inert` (drawn, and nothing in it runs)
//! or `hold K102` (no page, and that reason); `=> words` after the text are
//! words that a reader sees. `\n`, `\t`, `\r`, `\\` and `\u{1b}` stand for
//! characters, `«300×word»` for a word written many times.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;
use std::time::Instant;

use kinfolio::build::{self, Built, Shared};
use kinfolio::diagnostic::{Code, Diagnostics};
use kinfolio::discover::UnitSources;
use kinfolio::locale::{Direction, Packs, built_in};
use kinfolio::model::Digits;
use kinfolio::parse::csv_sheet;
use kinfolio::render::Bundle;
use kinfolio::source::{RelPath, SourceFile};
use kinfolio::theme::{self, Theme};
use rayon::prelude::*;

use crate::folder::Folder;
use crate::inert;
use crate::support::{School, root};

/// Seconds that no case may take, however busy the machine and unhurried the
/// build of the tests.
const SLOW: u64 = 300;

struct Case {
    name: String,
    expected: String,
    text: String,
    shown: Option<String>,
}

fn cases(file: &str) -> Vec<Case> {
    let text = fs::read_to_string(root().join("tests/inert").join(file)).unwrap();
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("# "));
    lines
        .map(|line| {
            let parts: Vec<&str> = line.splitn(3, " | ").collect();
            let [name, expected, text] = parts.as_slice() else {
                panic!("{file}: {line}")
            };
            let (text, shown) = match text.rsplit_once(" => ") {
                Some((text, shown)) => (text, Some(unescape(shown))),
                None => (*text, None),
            };
            Case {
                name: (*name).trim().to_owned(),
                expected: (*expected).trim().to_owned(),
                text: unescape(text),
                shown,
            }
        })
        .collect()
}

fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '«']) {
        out.push_str(&rest[..at]);
        let from = &rest[at..];
        if let Some(many) = from.strip_prefix('«') {
            let (many, after) = many.split_once('»').unwrap();
            let (count, word) = many.split_once('×').unwrap();
            out.push_str(&unescape(word).repeat(count.parse().unwrap()));
            rest = after;
            continue;
        }
        let (sign, length) = match from.chars().nth(1) {
            Some('n') => ('\n', 2),
            Some('t') => ('\t', 2),
            Some('r') => ('\r', 2),
            Some('u') if from.starts_with("\\u{") => {
                let end = from.find('}').unwrap();
                let code = u32::from_str_radix(&from[3..end], 16).unwrap();
                (char::from_u32(code).unwrap(), end + 1)
            }
            Some('\\') => ('\\', 2),
            _ => ('\\', 1),
        };
        out.push(sign);
        rest = &from[length..];
    }
    out + rest
}

static TINY: LazyLock<Vec<UnitSources>> = LazyLock::new(|| School::tiny().folder().units());
static SHARED: LazyLock<Shared> = LazyLock::new(|| School::tiny().folder().shared().unwrap());

fn made(folder: &Folder, unit: &UnitSources, shared: &Shared) -> Built<Bundle> {
    build::one(unit, shared, &folder.pictures(unit, shared))
}

/// What is wrong with a case, when `school` is the tiny one with its text in it.
fn failure(case: &Case, school: &School) -> Option<String> {
    let folder = school.folder();
    let units = folder.units();
    let mut seen = Diagnostics::default();
    let mut site: Option<Bundle> = None;
    // A site is made of its own unit's files alone: the same files, the same site.
    for (unit, clean) in units.iter().zip(&*TINY) {
        if unit.student().as_str() != "ana" && unit.files() != clean.files() {
            return Some(format!("{}: {} has changed", case.name, unit.student()));
        }
    }
    if let Some(unit) = units.iter().find(|unit| unit.student().as_str() == "ana") {
        let made = made(&folder, unit, &SHARED);
        (site, seen) = (made.site, made.diagnostics);
    }
    let codes: BTreeSet<&str> = seen.iter().map(|one| one.code.number()).collect();
    let says = |words: String| Some(format!("{}: {words} ({codes:?})", case.name));
    if codes.iter().any(|code| *code >= "K9") {
        return says("a fault of our own".to_owned());
    }
    if let Some(code) = case.expected.strip_prefix("hold ") {
        let held = site.is_none() && codes.contains(code);
        return if held {
            None
        } else {
            says(format!("{code} is not there"))
        };
    }
    let Some(site) = site else {
        return says("there is no site".to_owned());
    };
    let noted = [Code::YamlMended, Code::ReadAs].map(Code::number);
    let noted = noted.iter().any(|code| codes.contains(*code));
    if (case.expected == "mend") != noted {
        return says(format!("is it mended? {}", case.expected));
    }
    let mut words = String::new();
    for (path, page) in &site {
        let page = String::from_utf8_lossy(page);
        if let Some(bad) = inert::page(&page) {
            return says(format!("{path} holds {bad}"));
        }
        words += &inert::text(&page);
    }
    let seen = case
        .shown
        .as_ref()
        .is_none_or(|shown| words.contains(shown));
    if seen {
        None
    } else {
        says(format!("nobody sees {:?}", case.shown))
    }
}

fn none(failures: &[String]) {
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

fn check(file: &str, school: impl Fn(&str) -> School + Sync) {
    let cases = cases(file);
    let failed = cases.par_iter().filter_map(|case| {
        let began = Instant::now();
        let failed = failure(case, &school(&case.text));
        let slow = began.elapsed().as_secs() >= SLOW;
        failed.or_else(|| slow.then(|| format!("{} takes {:?}", case.name, began.elapsed())))
    });
    none(&failed.collect::<Vec<_>>());
}

#[test]
fn yaml_written_by_hand_is_read_mended_or_held() {
    let tiny = School::tiny();
    let path = "students/ana/goals/reading.yaml";
    let base = tiny.text(path).unwrap();
    let base: String = base
        .lines()
        .filter(|line| !line.starts_with("what:"))
        .fold(String::new(), |all, line| all + line + "\n");
    check("yaml.txt", |text| match text.strip_prefix('!') {
        Some(whole) => tiny.clone().file(path, whole),
        None => tiny.clone().file(path, format!("{base}{text}\n")),
    });
}

#[test]
fn yaml_bombs_end_soon() {
    let tiny = School::tiny();
    check("bombs.txt", |text| {
        tiny.clone().file("students/ana/goals/reading.yaml", text)
    });
}

#[test]
fn markdown_raw_html_links_and_tricks_are_inert() {
    let tiny = School::tiny();
    check("md.txt", |text| {
        tiny.clone()
            .file("students/ana/updates/2026-11-13.md", text)
    });
    for case in cases("md.txt") {
        let html = theme::prose(&case.text, Direction::Rtl);
        assert_eq!(inert::prose(&html), None, "{}: {html}", case.name);
    }
}

#[test]
fn names_are_words_on_pages_in_attributes_and_paths() {
    let tiny = School::tiny();
    check("names.txt", |name| {
        let quoted = name
            .replace('\\', "\\\\")
            .replace('"', "\\\"")
            .replace('\n', "\\n");
        let path = "students/ana/student.yaml";
        let named = tiny
            .clone()
            .edit(path, "name: Ana Duarte", &format!("name: \"{quoted}\""));
        named.edit(
            path,
            "call_name: Ana\n",
            &format!("call_name: \"{quoted}\"\n"),
        )
    });
}

#[test]
fn names_are_words_in_sheets_json_and_on_terminals() {
    for case in cases("names.txt")
        .iter()
        .filter(|case| case.expected == "inert")
    {
        let cell = kinfolio::cli::inert_cell(&case.text);
        assert!(
            !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']),
            "{cell}"
        );
        assert!(cell == case.text || cell == format!("'{}", case.text));
        let line = kinfolio::cli::one_line(&case.text);
        assert!(!line.contains(char::is_control), "{line:?}");
    }
}

#[test]
fn csv_cells_that_compute_are_held() {
    for case in cases("csv.txt") {
        let mut seen = Diagnostics::default();
        let file = RelPath::new("a.csv").unwrap();
        let sheet = csv_sheet::parse(&file, &case.text).into_value(&mut seen);
        let codes: Vec<&str> = seen.iter().map(|one| one.code.number()).collect();
        match case.expected.strip_prefix("hold ") {
            Some(code) => assert!(
                sheet.is_none() && codes.contains(&code),
                "{}: {codes:?}",
                case.name
            ),
            None => assert!(codes.is_empty(), "{}: {codes:?}", case.name),
        }
    }
}

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile {
        path: RelPath::new(path).unwrap(),
        text: text.into(),
    }
}

#[test]
fn fluent_tricks_in_a_schools_own_words_are_refused() {
    let mut files = built_in();
    files.retain(|file| {
        ["locales/en", "locales/es"]
            .iter()
            .any(|own| file.path.below(own).is_some())
    });
    let cases = cases("ftl.txt");
    let failed = cases.par_iter().filter_map(|case| {
        let mut seen = Diagnostics::default();
        let own = [file("locales/es/own.ftl", &case.text)];
        let _ = Packs::load(&files, &own, Digits::Western).into_value(&mut seen);
        let codes: Vec<&str> = seen.iter().map(|one| one.code.number()).collect();
        let code = case
            .expected
            .strip_prefix("hold ")
            .or(case.expected.strip_prefix("warn "));
        let fits = code.map_or(codes.is_empty(), |code| codes.contains(&code));
        (!fits).then(|| format!("{}: {codes:?}", case.name))
    });
    none(&failed.collect::<Vec<_>>());
}

#[test]
fn themes_of_a_school_load_nothing_and_run_nothing() {
    let cases = cases("look.txt");
    let failed = cases.par_iter().filter_map(|case| {
        let (place, text) = case.text.split_once(": ").unwrap();
        let path = format!("themes/default/{place}");
        let mut seen = Diagnostics::default();
        let _ = Theme::load(&[file(&path, text)], &Packs::default()).into_value(&mut seen);
        // What is refused at once draws no page.
        let drawn = !seen.any_error();
        let school = if drawn {
            School::tiny().file(&path, text)
        } else {
            School::default()
        };
        let folder = school.folder();
        let shared = folder.shared();
        for unit in folder.units().iter().take(1) {
            let Some(shared) = &shared else { continue };
            let made = made(&folder, unit, shared);
            seen.append(made.diagnostics);
            for (path, page) in made.site.into_iter().flatten() {
                if let Some(bad) = inert::page(&String::from_utf8_lossy(&page)) {
                    return Some(format!("{}: {path} holds {bad}", case.name));
                }
            }
        }
        let errors: Vec<&str> = seen.iter().map(|one| one.code.number()).collect();
        let fits = match case.expected.strip_prefix("hold ") {
            Some(code) => errors.contains(&code),
            None => !seen.any_error(),
        };
        (!fits).then(|| format!("{}: {errors:?}", case.name))
    });
    none(&failed.collect::<Vec<_>>());
}
