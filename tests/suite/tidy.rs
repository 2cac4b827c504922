//! Habits of this repository, kept by a machine.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::support::{ending, files_below, root};

/// Text files below the folders named, by path from the repository's root.
fn texts(folders: &[&str], endings: &[&str]) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for folder in folders {
        for (path, bytes) in files_below(&root().join(folder)) {
            if endings.contains(&ending(&path)) {
                texts.insert(
                    format!("{folder}/{path}"),
                    String::from_utf8(bytes).unwrap(),
                );
            }
        }
    }
    assert!(!texts.is_empty());
    texts
}

fn sources() -> BTreeMap<String, String> {
    texts(&["src"], &["rs"])
}

/// The modules in the order in which `lib.rs` lists them.
fn modules() -> Vec<String> {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let names = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The words that follow `mark` in `text`.
fn after<'t>(text: &'t str, mark: &str) -> Vec<&'t str> {
    let end = |rest: &'t str| {
        rest.split(|c: char| !c.is_alphanumeric() && c != '_')
            .next()
    };
    text.split(mark).skip(1).filter_map(end).collect()
}

#[test]
fn imports_point_up_the_list_only() {
    let modules = modules();
    assert!(modules.len() > 10, "{modules:?}");
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let module = path["src/".len()..].split(['/', '.']).next().unwrap();
        let Some(own) = modules.iter().position(|name| name == module) else {
            continue;
        };
        for used in after(&text, "crate::") {
            if modules
                .iter()
                .position(|name| name == used)
                .is_some_and(|used| used > own)
            {
                faults.push(format!(
                    "{path}: {module} uses crate::{used}, which comes later"
                ));
            }
        }
    }
    none(&faults);
}

#[test]
fn modules_are_listed_and_on_the_map() {
    let modules = modules();
    let folders: BTreeSet<String> = fs::read_dir(root().join("src"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    assert_eq!(
        folders,
        modules.iter().cloned().collect(),
        "src/ and src/lib.rs"
    );
    let map = fs::read_to_string(root().join("docs/architecture.md"));
    let map = map.expect("docs/architecture.md is the map");
    let named = |folder: &str| {
        let forms = [
            format!("`{folder}`"),
            format!("{folder}/"),
            format!("{folder}::"),
        ];
        forms.iter().any(|form| map.contains(form.as_str()))
    };
    let missing: Vec<&String> = folders.iter().filter(|folder| !named(folder)).collect();
    assert!(
        missing.is_empty(),
        "docs/architecture.md does not name {missing:?}"
    );
}

#[test]
fn a_file_can_be_read_at_once() {
    const MOST_LINES: usize = 500;
    let files = texts(&["src", "tests/suite", "themes"], &["rs", "html", "css"]);
    let long = files
        .iter()
        .map(|(path, text)| (path, text.lines().count()));
    let long = long.filter(|(_, lines)| *lines > MOST_LINES);
    none(
        &long
            .map(|(path, lines)| format!("{path} has {lines} lines"))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn nothing_is_left_for_later() {
    // Written in two parts, because this file is looked through, too.
    let marks = [
        ("TO", "DO"),
        ("FIX", "ME"),
        ("XX", "X"),
        ("db", "g!("),
        ("to", "do!("),
        ("unimple", "mented!("),
    ];
    let marks = marks.map(|(start, end)| format!("{start}{end}"));
    let files = texts(
        &["src", "tests/suite", "tests/spec", "themes", "locales"],
        &["rs", "md", "html", "css", "ftl", "yaml"],
    );
    let mut faults = Vec::new();
    // The rule that looks for such marks in texts has to name them.
    let files = files
        .into_iter()
        .filter(|(path, _)| path != "src/rules/note_to_self.rs");
    for (path, text) in files {
        for (number, line) in text.lines().enumerate() {
            for mark in marks.iter().filter(|mark| line.contains(mark.as_str())) {
                faults.push(format!("{path}:{}: {mark}", number + 1));
            }
        }
    }
    none(&faults);
}

#[test]
fn names_say_what_is_inside() {
    let empty_names = [
        "util", "utils", "helper", "helpers", "common", "core", "misc", "manager",
    ];
    for path in texts(&["src", "tests/suite", "themes"], &["rs", "html", "css"]).keys() {
        for part in path.split(['/', '.']) {
            assert!(!empty_names.contains(&part), "{path}");
        }
    }
}

/// Takes everything from `open` to `close` out of `text`.
fn cut(text: &str, open: &str, close: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once(open) {
        out.push_str(before);
        let found = inside.split_once(close);
        rest = found
            .unwrap_or_else(|| panic!("{open} has no {close}: {inside:.60}"))
            .1;
    }
    out + rest
}

/// Declarations of a style sheet: property and value.
fn declarations(style: &str) -> Vec<(String, String)> {
    let style = cut(style, "/*", "*/");
    let parts = style
        .split(['{', '}', ';'])
        .map(str::trim)
        .filter(|part| !part.starts_with('@'));
    let pairs = parts.filter_map(|part| part.split_once(':'));
    pairs
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

#[test]
fn style_knows_no_left_and_right() {
    let theme = fs::read_to_string(root().join("themes/default/theme.css")).unwrap();
    let board = fs::read_to_string(root().join("src/cli/staff_dashboard/dashboard.css")).unwrap();
    let inside = |page: &str| {
        let page = fs::read_to_string(root().join("src/cli/serve").join(page)).unwrap();
        let (_, from) = page.split_once("<style>").unwrap();
        from.split_once("</style>").unwrap().0.to_owned()
    };
    let sides = ["left", "right", "top", "bottom"];
    let mut faults = Vec::new();
    for (name, value) in [theme, board, inside("frame.html"), inside("begin.html")]
        .iter()
        .flat_map(|style| declarations(style))
    {
        let physical = name.split('-').any(|part| sides.contains(&part));
        let sized = matches!(
            name.trim_start_matches("max-").trim_start_matches("min-"),
            "width" | "height"
        );
        let turned = matches!(name.as_str(), "text-align" | "float" | "clear")
            && sides.contains(&value.trim_end_matches("!important").trim());
        let axes = matches!(name.as_str(), "overflow-x" | "overflow-y");
        if physical || sized || turned || axes {
            faults.push(format!("{name}: {value}"));
        }
    }
    none(&faults);
}

#[test]
fn style_checks_find_what_they_look_for() {
    let found = declarations(
        "a { color: red; /* b: c */ margin-left: 1px }\n@media (width > 3px) { b { float: left } }",
    );
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["color", "margin-left", "float"]);
}

#[test]
fn templates_hold_no_words() {
    let files = texts(&["themes", "src/cli"], &["html"]);
    let mut faults = Vec::new();
    for (path, text) in files {
        let text = [("{#", "#}"), ("{%", "%}"), ("{{", "}}"), ("<!--", "-->")]
            .iter()
            .fold(text, |text, (open, close)| cut(&text, open, close));
        let text = cut(&cut(&text, "<style>", "</style>"), "<script>", "</script>");
        for attribute in [" alt=\"", " title=\"", " aria-label=\"", " placeholder=\""] {
            let values = text
                .split(attribute)
                .skip(1)
                .filter_map(|rest| rest.split('"').next());
            let worded = values.filter(|value| value.contains(char::is_alphabetic));
            faults.extend(worded.map(|value| format!("{path}:{attribute}{value}")));
        }
        let words = cut(&text, "<", ">");
        // A block may hold an attribute of the tag in which it is put.
        let attribute = |word: &str| word.contains("=\"") && word.ends_with('"');
        let words = words
            .split_whitespace()
            .filter(|word| word.contains(char::is_alphabetic) && !attribute(word));
        faults.extend(words.map(|word| format!("{path}: {word}")));
    }
    none(&faults);
}

/// Which other files of `src/locale/pages` each file there imports: its own name
/// and theirs, as module paths without `mod`.
fn page_imports() -> BTreeMap<String, BTreeSet<String>> {
    let files = texts(&["src/locale/pages"], &["rs"]);
    let module = |path: &str| {
        let path = path.strip_prefix("src/locale/pages/").unwrap();
        let path = path.strip_suffix(".rs").unwrap();
        path.strip_suffix("/mod").unwrap_or(path).to_owned()
    };
    let known: BTreeSet<String> = files.keys().map(|path| module(path)).collect();
    let mut imports = BTreeMap::new();
    for (path, text) in &files {
        let own = module(path);
        if own == "mod" {
            continue;
        }
        let mut used = BTreeSet::new();
        for line in text.lines().filter_map(|line| line.strip_prefix("use ")) {
            let mut at: Vec<&str> = own.split('/').collect();
            let mut rest = line;
            if let Some(inside) = rest.strip_prefix("self::") {
                rest = inside;
            } else if !rest.starts_with("super::") {
                continue;
            }
            while let Some(outside) = rest.strip_prefix("super::") {
                at.pop();
                rest = outside;
            }
            let mut named = at.join("/");
            let mut found = None;
            for part in rest.split("::") {
                let part = part.trim_end_matches(';');
                if !named.is_empty() {
                    named.push('/');
                }
                named.push_str(part);
                if known.contains(&named) {
                    found = Some(named.clone());
                }
            }
            used.extend(found);
        }
        imports.insert(own, used);
    }
    imports
}

#[test]
fn pages_import_shared_parts_and_no_other_page() {
    let imports = page_imports();
    assert!(imports["index"].contains("parts/call"), "{imports:?}");
    let folder = |module: &str| module.split('/').next().unwrap_or_default().to_owned();
    let mut faults = Vec::new();
    for (own, used) in &imports {
        let others = used.iter().map(|other| folder(other));
        let foreign = others.filter(|other| *other != "parts" && *other != folder(own));
        faults.extend(foreign.map(|other| format!("{own} imports {other}")));
    }
    none(&faults);
}

#[test]
fn files_of_pages_import_each_other_in_no_circle() {
    let mut left = page_imports();
    loop {
        let done: Vec<String> = left
            .iter()
            .filter(|(_, used)| !used.iter().any(|other| left.contains_key(other)))
            .map(|(own, _)| own.clone())
            .collect();
        if done.is_empty() {
            break;
        }
        left.retain(|own, _| !done.contains(own));
    }
    assert!(left.is_empty(), "{left:#?}");
}

#[test]
fn only_the_edges_know_the_plain_date() {
    // Anything else asks `Today`, which notes for how long the answer holds.
    let edges = [
        "src/build/",
        "src/incremental/",
        "src/cli/",
        "src/validate/school.rs",
    ];
    let sources = files_below(&root().join("src"));
    let asks = |(path, text): (String, Vec<u8>)| {
        let path = format!("src/{path}");
        let at_edge = edges.iter().any(|edge| path.starts_with(edge));
        let text = String::from_utf8(text).unwrap();
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let plain = code.filter(|line| line.contains("school.today")).count();
        (!at_edge && plain > 0).then_some(path)
    };
    let found: Vec<String> = sources.into_iter().filter_map(asks).collect();
    assert!(
        found.is_empty(),
        "{found:?} read the date without saying until when"
    );
}
