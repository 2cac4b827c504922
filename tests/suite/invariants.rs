//! What holds for any bytes at all, one function for each reader. The suite
//! tries them with chance and with kept finds; `fuzz/` tries them for hours.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use kinfolio::build::{self, Shared};
use kinfolio::diagnostic::{Diagnostic, Diagnostics};
use kinfolio::locale::{Direction, Packs, built_in};
use kinfolio::model::Digits;
use kinfolio::parse::{self, Kind, Node};
use kinfolio::source::{Decoded, RelPath, SourceFile, Span, TranslationLog, decode};
use kinfolio::theme::{self, Theme};
use kinfolio::{cli, picture};
use walkdir::WalkDir;

use crate::folder::Folder;
use crate::inert;

/// Has to hold for any bytes; fails by panicking.
pub(crate) type Invariant = fn(&[u8]);

/// Every reader that meets bytes of strangers. Each has a fuzz target of its
/// name.
pub(crate) const ALL: [(&str, Invariant); 12] = [
    ("bytes", bytes),
    ("yaml", yaml),
    ("sheet", sheet),
    ("markdown", markdown),
    ("name", name),
    ("record", record),
    ("folder", folder),
    ("pack", pack),
    ("look", look),
    ("photo", photo),
    ("memory", translation_log),
    ("cell", cell),
];

/// The tiny school's folder, from wherever the tests are run.
fn school() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = here
        .ancestors()
        .map(|folder| folder.join("tests/suite/school"));
    let mut found = folders.filter(|folder| folder.is_dir());
    found.next().expect("the tiny school is there")
}

static GOOD: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let school = school();
    let files = WalkDir::new(&school).into_iter().filter_map(Result::ok);
    files
        .filter(|file| file.file_type().is_file())
        .map(|file| {
            let below = file.path().strip_prefix(&school).unwrap();
            let path = below.to_string_lossy().replace('\\', "/");
            (path, fs::read(file.path()).unwrap())
        })
        .collect()
});

static SHARED: LazyLock<Shared> =
    LazyLock::new(|| Folder::of(&GOOD).shared().expect("it is whole"));

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile {
        path: RelPath::new(path).unwrap(),
        text: text.into(),
    }
}

/// Every place that is pointed at is there, and splits no character.
fn places_are_in(text: &str, seen: &Diagnostics) {
    let labels = |one: &Diagnostic| {
        one.labels
            .iter()
            .map(|label| label.at.span)
            .collect::<Vec<_>>()
    };
    for one in seen.iter() {
        let own = one.at.iter().map(|at| at.span);
        for span in own.chain(labels(one)) {
            assert!(
                text.get(span.start..span.end).is_some(),
                "{one:?} in {text:?}"
            );
        }
    }
}

fn nodes_are_in(text: &str, root: &Node) {
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        let span = node.span;
        assert!(
            text.get(span.start..span.end).is_some(),
            "{node:?} in {text:?}"
        );
        match &node.kind {
            Kind::Empty | Kind::Scalar(_) => {}
            Kind::List(items) => open.extend(items),
            Kind::Map(entries) => open.extend(entries.iter().map(|entry| &entry.value)),
        }
    }
}

/// Text comes out composed, without a mark at its front or a NUL in it.
fn bytes(bytes: &[u8]) {
    if let Ok(Decoded { text, .. }) = decode(bytes) {
        assert!(!text.contains('\0'));
        assert!(text.len() <= bytes.len() * 12 + 12, "text does not explode");
    }
}

/// A tree comes back, or at least one reason why not.
fn yaml(bytes: &[u8]) {
    let Ok(Decoded { text, .. }) = decode(bytes) else {
        return;
    };
    let mut seen = Diagnostics::default();
    let path = RelPath::new("a.yaml").unwrap();
    let node = parse::yaml::parse(&path, &text, 0).into_value(&mut seen);
    places_are_in(&text, &seen);
    if let Some(node) = node {
        nodes_are_in(&text, &node);
    }
}

fn sheet(bytes: &[u8]) {
    let Ok(Decoded { text, .. }) = decode(bytes) else {
        return;
    };
    let mut seen = Diagnostics::default();
    let path = RelPath::new("a.csv").unwrap();
    let sheet = parse::csv_sheet::parse(&path, &text).into_value(&mut seen);
    places_are_in(&text, &seen);
    let rows = sheet
        .iter()
        .flat_map(|sheet| sheet.rows.iter().chain([&sheet.head]));
    for cell in rows.flat_map(|row| &row.cells) {
        assert!(text.get(cell.span.start..cell.span.end).is_some());
    }
}

/// Whatever an author writes, HTML of it holds words and nothing that runs.
fn markdown(bytes: &[u8]) {
    let Ok(Decoded { text, .. }) = decode(bytes) else {
        return;
    };
    let source = file("a.md", &text);
    let mut seen = Diagnostics::default();
    let document = parse::markdown::split(&source).into_value(&mut seen);
    places_are_in(&text, &seen);
    let words = &*document.body.text;
    let whole = document.body.in_file(Span::new(0, words.len()));
    assert!(text.get(whole.start..whole.end).is_some());
    let _ = parse::markdown::survey(words);
    for run in parse::markdown::runs(words) {
        assert!(words.get(run).is_some());
    }
    let (_, rest) = parse::markdown::title(words);
    for words in [words, rest] {
        assert_eq!(
            inert::prose(&theme::prose(words, Direction::Rtl)),
            None,
            "{words:?}"
        );
    }
}

/// Any name leads to one place below the folder, or nowhere.
fn name(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for line in text.split('\n').take(20) {
        let Some(path) = RelPath::new(line) else {
            continue;
        };
        assert!(
            path.as_str()
                .split('/')
                .all(|part| !matches!(part, "" | "." | ".."))
        );
        let own = RelPath::new("students/ana/updates/a.md").unwrap();
        if let Some(led) = own.resolve(line, "students/ana") {
            assert!(led.below("students/ana").is_some(), "{led:?}");
        }
        let paths = [
            line.to_owned(),
            format!("students/{line}"),
            format!("students/ana/{line}"),
        ];
        let files = paths.map(|path| (path, b"x: 1\n".to_vec()));
        for unit in Folder::of(&files.into()).units() {
            let below = unit.folder();
            assert!(
                unit.files()
                    .iter()
                    .all(|file| file.path.below(&below).is_some())
            );
        }
    }
}

/// The files of a student that bytes may stand in.
pub(crate) const FILES: [&str; 14] = [
    "student.yaml",
    "goals/reading.yaml",
    "goals/spelling.yaml",
    "goals/reading.es.yaml",
    "goals/reading.csv",
    "services.yaml",
    "minutes.csv",
    "meetings.yaml",
    "about.md",
    "about.es.md",
    "updates/2026-11-13.md",
    "reviews/2026-11-13.md",
    "transitions/2026-11-09.yaml",
    "tips/sing.md",
];

/// One file of a student: the first byte says which.
fn record(bytes: &[u8]) {
    let Some((which, bytes)) = bytes.split_first() else {
        return;
    };
    let mut files = GOOD.clone();
    put(&mut files, *which, bytes);
    build(&files);
}

/// A whole folder: pieces between record separators, each a file.
fn folder(bytes: &[u8]) {
    let mut files = GOOD.clone();
    for piece in bytes.split(|byte| *byte == 0x1E).take(8) {
        if let Some((which, bytes)) = piece.split_first() {
            put(&mut files, *which, bytes);
        }
    }
    build(&files);
}

/// Puts `bytes` into a file; into the midst of what stands there where the
/// highest bit of `which` is set: then place and length come first.
fn put(files: &mut BTreeMap<String, Vec<u8>>, which: u8, bytes: &[u8]) {
    let index = usize::from(which & 0x7F) % FILES.len();
    let place = files
        .entry(format!("students/ana/{}", FILES[index]))
        .or_default();
    match bytes {
        [high, low, cut, rest @ ..] if which >= 0x80 => {
            let start = usize::from(u16::from_be_bytes([*high, *low])) % (place.len() + 1);
            let end = (start + usize::from(*cut)).min(place.len());
            place.splice(start..end, rest.iter().copied());
        }
        _ => *place = bytes.to_vec(),
    }
}

fn build(files: &BTreeMap<String, Vec<u8>>) {
    let folder = Folder::of(files);
    let unit = folder.unit("ana");
    let made = build::compile(&unit, &SHARED, &folder.pictures(&unit, &SHARED));
    for one in made.diagnostics.iter() {
        assert!(one.code.number() < "K9", "{one:?}");
        let Some(at) = &one.at else { continue };
        let text = decode(&files[at.file.as_str()]).unwrap().text;
        assert!(text.get(at.span.start..at.span.end).is_some(), "{one:?}");
    }
    for (path, page) in made.site.into_iter().flatten() {
        let page = String::from_utf8(page).unwrap();
        assert_eq!(inert::page(&page), None, "{path}");
    }
}

/// A school's own words: what is taken in holds no markup and ends.
fn pack(bytes: &[u8]) {
    let Ok(Decoded { text, .. }) = decode(bytes) else {
        return;
    };
    let mut own = vec![file("locales/es/own.ftl", &text)];
    let settings: String = text
        .lines()
        .filter_map(|line| line.strip_prefix("# "))
        .fold(String::new(), |all, line| all + line + "\n");
    own.push(file("locales/xx/locale.yaml", &settings));
    own.push(file("locales/xx/own.ftl", &text));
    let mut seen = Diagnostics::default();
    let packs = Packs::load(&built_in(), &own, Digits::Western).into_value(&mut seen);
    // What is refused speaks to nobody.
    if seen.any_error() {
        return;
    }
    let args = fluent_bundle::FluentArgs::new();
    for pack in packs
        .iter()
        .filter(|pack| ["es", "xx"].contains(&pack.lang.as_str()))
    {
        for line in text.lines().filter_map(|line| line.split_once('=')) {
            if let Some(words) = pack.message(line.0.trim(), &args) {
                assert!(words.len() < 100_000, "{}", words.len());
                assert!(
                    !words.contains(['\u{202A}', '\u{202D}', '\u{202E}', '<', '\u{1b}']),
                    "{words:?}"
                );
            }
        }
    }
}

/// A school's own style sheet: pages come out inert or not at all.
fn look(bytes: &[u8]) {
    const PLACE: &str = "themes/default/theme.css";
    let Ok(Decoded { text, .. }) = decode(bytes) else {
        return;
    };
    let own = [file(PLACE, &text)];
    let _ = Theme::load(&own, &Packs::default()).into_value(&mut Diagnostics::default());
    let mut files = GOOD.clone();
    files.insert(PLACE.to_owned(), text.into_bytes());
    let folder = Folder::of(&files);
    let Some(shared) = folder.shared() else {
        return;
    };
    let unit = folder.unit("ana");
    let made = build::compile(&unit, &shared, &folder.pictures(&unit, &shared));
    for (path, page) in made.site.into_iter().flatten() {
        let page = String::from_utf8(page).unwrap();
        assert_eq!(inert::page(&page), None, "{path}");
    }
}

/// A picture comes out small, plain and named by what is in it.
fn photo(bytes: &[u8]) {
    for size in picture::resize(bytes).into_iter().flatten() {
        assert!(size.width <= 960 && size.height > 0);
        assert!(size.bytes.starts_with(b"\xFF\xD8"));
        let dotted = size.name.strip_suffix(".jpg").unwrap();
        assert!(dotted.chars().all(|c| c.is_ascii_hexdigit()));
        assert!(!size.bytes.windows(4).any(|mark| mark == b"Exif"));
    }
}

/// What can be read is written as it was read.
fn translation_log(bytes: &[u8]) {
    if let Some(translation_log) = TranslationLog::read(bytes) {
        assert_eq!(
            TranslationLog::read(&translation_log.bytes()),
            Some(translation_log)
        );
    }
}

/// No cell of a sheet is computed, no word of a file moves a terminal.
fn cell(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let cell = cli::inert_cell(&text);
    let first = cell.trim_start().chars().next();
    let signs = [
        '=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '|', '%',
    ];
    let computed = first.is_some_and(|sign| signs.contains(&sign));
    assert!(!computed || cell.parse::<f64>().is_ok(), "{cell:?}");
    let line = cli::one_line(&text);
    let moves =
        |c: char| c.is_control() || matches!(u32::from(c), 0x202A..=0x202E | 0x2066..=0x2069);
    assert!(!line.contains(moves), "{line:?}");
}
