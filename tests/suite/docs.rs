//! The pages for contributors name nothing that is not there: every path, module,
//! type, function and command in them is looked up, and every link is followed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use clap::Parser as _;
use clap::error::ErrorKind;
use kinfolio::cli::Args;

use crate::support::{ending, files_below, root};

/// Pages whose paths, modules, functions and commands are looked up.
const PAGES: [&str; 6] = [
    "README.md",
    "SECURITY.md",
    "docs/decisions.md",
    "docs/glossary.md",
    "docs/releasing.md",
    "docs/technicians-guide.md",
];
/// Pages about the code: a word with a capital is a type there, and looked up, too.
const CODE_PAGES: [&str; 3] = ["CONTRIBUTING.md", "docs/architecture.md", "tests/README.md"];
/// Folders that hold files of this repository.
const FOLDERS: [&str; 9] = [
    ".github", "benches", "content", "docs", "fuzz", "locales", "src", "tests", "themes",
];
/// Types of the standard library that a page may name, and a type that the page
/// about the architecture says is not there.
const ELSEWHERE: [&str; 6] = ["Result", "Option", "Vec", "String", "Arc", "Site"];

/// Files by path. What is installed or found while testing is none.
static FILES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut files: BTreeSet<String> = fs::read_dir(root())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    // A folder of modules need not be there to be named as what is not kept.
    let skipped = [
        "node_modules/",
        "fuzz/target/",
        "fuzz/corpus/",
        "fuzz/artifacts/",
    ];
    for folder in FOLDERS {
        let below = files_below(&root().join(folder)).into_keys();
        files.extend(below.map(|path| format!("{folder}/{path}")));
    }
    files.retain(|path| !skipped.iter().any(|part| path.contains(part)));
    files
});
static SOURCES: LazyLock<BTreeMap<&String, String>> = LazyLock::new(|| {
    let sources = FILES.iter().filter(|path| path.starts_with("src/"));
    let sources = sources.filter(|path| ending(path) == "rs");
    sources.map(|path| (path, read(path))).collect()
});

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What a page says in code: the words between backticks, the lines of commands
/// and the words of diagrams.
fn named(page: &str) -> Vec<String> {
    let mut named = Vec::new();
    for (index, part) in page.split("```").enumerate() {
        if index % 2 == 0 {
            named.extend(part.split('`').skip(1).step_by(2).map(str::to_owned));
            continue;
        }
        let (kind, lines) = part.split_once('\n').unwrap_or_default();
        match kind.trim() {
            "sh" => named.extend(lines.lines().map(|line| line.trim().to_owned())),
            "text" => {
                let words = lines.split_whitespace();
                let ours = words.filter(|word| word.contains("::") || word.starts_with("src/"));
                named.extend(ours.map(str::to_owned));
            }
            _ => {}
        }
    }
    named
}

/// Names of `page` that lead nowhere. In pages about the code, types are names, too.
fn faults(page: &str, about_code: bool) -> Vec<String> {
    let named = named(page).into_iter();
    let named = named.filter(|name| about_code || !is_type(name));
    named.filter(|name| !is_there(name)).collect()
}

/// Whether a word is written as the name of a type is.
fn is_type(word: &str) -> bool {
    let name = word.split(['<', '(', '=']).next().unwrap_or_default();
    name.starts_with(char::is_uppercase)
        && name.contains(char::is_lowercase)
        && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}

fn is_there(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    // What is set for a command is looked up like a name.
    let set = |word: &&&str| word.contains('=') && word.starts_with("KINFOLIO");
    let settings = words.iter().take_while(set).count();
    match words[settings..] {
        ["kinfolio", ref rest @ ..] => is_understood(rest),
        ["cargo", "test", ref rest @ ..] => is_tested(rest),
        ["./test.sh", ref rest @ ..] => rest.iter().all(|part| is_part(part)),
        [word] => is_name_there(word),
        _ => true,
    }
}

/// Whether the program has a command and its options. Brackets stand around what
/// may be left out, and `SHELL` for the name of one; a page may also name a command
/// without what it needs.
fn is_understood(words: &[&str]) -> bool {
    let words = words
        .iter()
        .take_while(|word| !word.starts_with(['>', '#', '|']));
    let words = words.map(|word| word.trim_matches(['[', ']']));
    let words = words.map(|word| if word == "SHELL" { "bash" } else { word });
    let fine = [
        ErrorKind::DisplayHelp,
        ErrorKind::DisplayVersion,
        ErrorKind::MissingRequiredArgument,
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand,
    ];
    match Args::try_parse_from(std::iter::once("kinfolio").chain(words)) {
        Ok(_) => true,
        Err(error) => fine.contains(&error.kind()),
    }
}

/// Whether `cargo test` runs a test program and has tests of that name.
fn is_tested(words: &[&str]) -> bool {
    let mut words = words.iter();
    let mut there = true;
    while let Some(word) = words.next() {
        if *word == "--test" {
            let test = words.next().copied().unwrap_or_default();
            there &= FILES.contains(&format!("tests/{test}.rs"))
                || FILES.contains(&format!("tests/{test}/main.rs"));
        } else if !word.starts_with('-') {
            let module = word.split("::").next().unwrap_or_default();
            let file = |path: &String| {
                path.starts_with(&format!("tests/suite/{module}.rs"))
                    || path.starts_with(&format!("tests/suite/{module}/"))
            };
            there &= FILES.iter().any(file);
        }
    }
    there
}

/// Whether `test.sh` has a part of that name.
fn is_part(part: &str) -> bool {
    let script = read("test.sh");
    let parts = script.lines().find(|line| line.contains("all | "));
    parts.is_some_and(|line| line.split([' ', '|', ')']).any(|word| word == part))
}

/// Whether a single word is a name that is there, or no name at all.
fn is_name_there(word: &str) -> bool {
    let word = word
        .trim_end_matches("()")
        .trim_end_matches([',', ';', ':']);
    let bare = word.split(['<', '(', '=']).next().unwrap_or_default();
    if word.contains("::") {
        is_defined(word)
    } else if word.contains('/') || ending(word) == "rs" {
        is_path(word)
    } else if bare.contains('_') && bare.chars().all(|c| c.is_ascii_uppercase() || c == '_') {
        // This file has wrong names to try.
        let everywhere = FILES
            .iter()
            .filter(|path| ["rs", "sh"].contains(&ending(path)) && *path != "tests/suite/docs.rs");
        everywhere.into_iter().any(|path| read(path).contains(bare))
    } else if is_type(word) {
        ELSEWHERE.contains(&bare)
            || SOURCES
                .values()
                .any(|text| defines(text, bare) || has_member(text, bare))
    } else {
        true
    }
}

/// Whether a path of this repository is there. Paths of a school folder and of
/// sites are not looked up, unless they begin like one of ours.
fn is_path(word: &str) -> bool {
    let ours = word
        .split('/')
        .next()
        .is_some_and(|first| FOLDERS.contains(&first));
    let is_rust = ending(word) == "rs";
    let module = word.ends_with('/') && !word.contains(['<', '.']);
    if !(ours || is_rust || module) || word.contains("://") || word.starts_with(['/', '~', '-']) {
        return true;
    }
    let wanted: Vec<&str> = word.trim_end_matches('/').split('/').collect();
    let fits = |path: &String| {
        let parts: Vec<&str> = path.split('/').collect();
        let starts = if ours { 0..1 } else { 0..parts.len() };
        starts.into_iter().any(|from| {
            let rest = &parts[from..];
            rest.len() >= wanted.len()
                && wanted
                    .iter()
                    .zip(rest)
                    .all(|(wanted, part)| matches(wanted, part))
                && (rest.len() > wanted.len() || !word.ends_with('/'))
        })
    };
    FILES.iter().any(fits)
}

/// Whether a part of a path is meant by a pattern with at most one star.
fn matches(pattern: &str, part: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => part.starts_with(start) && part.ends_with(end),
        None => pattern == part || pattern.contains('<'),
    }
}

/// Whether `module::name` or `Type::name` is defined in the files of that module
/// or type, or handed on by the module.
fn is_defined(word: &str) -> bool {
    let manifest = read("Cargo.toml").replace('-', "_");
    let mut parts: Vec<&str> = word.split("::").collect();
    parts.retain(|part| !["crate", "kinfolio", ""].contains(part));
    let Some((name, scope)) = parts.split_last() else {
        return true;
    };
    let name = name.split(['<', '(']).next().unwrap_or_default();
    let library = scope.first().is_some_and(|first| {
        ["std", "clippy"].contains(first) || manifest.contains(&format!("\n{first} = "))
    });
    if library {
        return true;
    }
    let (kinds, modules): (Vec<&str>, Vec<&str>) = scope
        .iter()
        .partition(|part| part.starts_with(char::is_uppercase));
    let mut files = SOURCES.iter().filter(|(path, text)| {
        let mut place = path.split(['/', '.']);
        let placed = modules
            .iter()
            .all(|module| place.any(|part| part == *module));
        placed
            && kinds
                .iter()
                .all(|kind| defines(text, kind) || adds_to(text, kind))
    });
    files.any(|(_, text)| {
        defines(text, name) || hands_on(text, name) || (!kinds.is_empty() && has_member(text, name))
    })
}

/// The words of a source, in order.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
}

fn defines(text: &str, name: &str) -> bool {
    const KINDS: [&str; 8] = [
        "fn", "struct", "enum", "trait", "type", "const", "static", "mod",
    ];
    words(text)
        .zip(words(text).skip(1))
        .any(|(kind, word)| word == name && KINDS.contains(&kind))
}

fn adds_to(text: &str, kind: &str) -> bool {
    let heads = text.lines().filter(|line| line.starts_with("impl"));
    heads
        .into_iter()
        .any(|line| words(line).any(|word| word == kind))
}

fn hands_on(text: &str, name: &str) -> bool {
    let uses = text.split("pub use ").skip(1);
    let mut uses = uses.filter_map(|rest| rest.split(';').next());
    uses.any(|list| words(list).any(|word| word == name))
}

/// Whether a line is a field or a variant of that name.
fn has_member(text: &str, name: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_start().trim_start_matches("pub ");
        let rest = line.strip_prefix(name);
        rest.is_some_and(|rest| rest.starts_with([':', ',', '(']) || rest.starts_with(" {"))
    })
}

#[test]
fn pages_name_only_what_is_there() {
    let pages = PAGES.iter().map(|page| (page, false));
    let pages = pages.chain(CODE_PAGES.iter().map(|page| (page, true)));
    let found: Vec<_> = pages
        .map(|(page, about_code)| (page, faults(&read(page), about_code)))
        .collect();
    let wrong: Vec<_> = found
        .iter()
        .filter(|(_, faults)| !faults.is_empty())
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_word_with_a_capital_is_a_type_in_pages_about_the_code() {
    assert_eq!(faults("`Comments`", true), ["Comments"]);
    assert_eq!(faults("`Comments`", false), [""; 0]);
}

fn check(page: &str, expected: &[&str]) {
    assert_eq!(faults(page, true), expected, "{page}");
}

#[test]
fn a_wrong_path_is_found() {
    check(
        "`src/rules/` `src/rules/long_note.rs` `rules/mod.rs` `unit.rs`",
        &[],
    );
    check(
        "`src/rulez/` `src/rules/none.rs`",
        &["src/rulez/", "src/rules/none.rs"],
    );
    check(
        "`build/none.rs` `none.rs` `nowhere/`",
        &["build/none.rs", "none.rs", "nowhere/"],
    );
    check(
        "`tests/spec/*.md` `locales/*/goals.ftl` `goals/<goal>/` `school.yaml`",
        &[],
    );
    check(
        "`tests/spec/*.mdx` `locales/*/none.ftl`",
        &["tests/spec/*.mdx", "locales/*/none.ftl"],
    );
}

#[test]
fn a_wrong_name_is_found() {
    check(
        "`build::one()` `rules::check` `Measure::Percent` `model::Measure` `std::fs`",
        &[],
    );
    let wrong = [
        "build::none",
        "rule::check",
        "Measure::Pint",
        "model::Roster",
    ];
    check(&format!("`{}`", wrong.join("` `")), &wrong);
    // A field is no name of its module.
    check("`build::summary_text`", &["build::summary_text"]);
    check(
        "`Measure` `Outcome<T>` `Result` `OF_TEXTS` `KINFOLIO_BLESS=1`",
        &[],
    );
    check("`Meazure` `OF_NONE`", &["Meazure", "OF_NONE"]);
    check(
        "```text\nbuild::one   build::two   → Bundle\n```",
        &["build::two"],
    );
}

#[test]
fn a_wrong_command_is_found() {
    check(
        "`kinfolio check --student mateo` `kinfolio build [FOLDER]` `kinfolio --version`",
        &[],
    );
    check(
        "`kinfolio chek` `kinfolio check --stud a`",
        &["kinfolio chek", "kinfolio check --stud a"],
    );
    check(
        "`./test.sh browser` `./test.sh brows`",
        &["./test.sh brows"],
    );
    check(
        "```sh\ncargo test --test suite -- packs\ncargo test --test none\n```",
        &["cargo test --test none"],
    );
    check(
        "```sh\nKINFOLIO_BLESS=1 cargo test golden_none\n```",
        &["KINFOLIO_BLESS=1 cargo test golden_none"],
    );
}

/// What a heading is called in an address.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().to_lowercase();
    let kept = kept
        .chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// The text of a page without what is in code.
fn prose(page: &str) -> String {
    let parts = page.split("```").step_by(2);
    parts.flat_map(|part| part.split('`').step_by(2)).collect()
}

/// Links of a page, which stands at `path`, that lead nowhere.
fn dead_links(path: &str, page: &str) -> Vec<String> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let prose = prose(page);
    let links = prose.split("](").skip(1);
    let links = links.filter_map(|rest| rest.split(')').next());
    let dead = |link: &&str| {
        let (file, part) = link.split_once('#').unwrap_or((link, ""));
        let mut target: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
        for part in file.split('/').filter(|part| !part.is_empty()) {
            match part {
                ".." => drop(target.pop()),
                part => target.push(part),
            }
        }
        let target = if file.is_empty() {
            path.to_owned()
        } else {
            target.join("/")
        };
        let there = file.is_empty()
            || FILES.contains(&target)
            || FILES
                .iter()
                .any(|file| file.starts_with(&format!("{target}/")));
        let text = if file.is_empty() {
            page.to_owned()
        } else if part.is_empty() {
            String::new()
        } else {
            read(&target)
        };
        let headings = text.lines().filter(|line| line.starts_with('#'));
        let mut anchors = headings.map(|line| anchor(line.trim_start_matches('#')));
        !there || (!part.is_empty() && !anchors.any(|anchor| anchor == part))
    };
    let inside = links.filter(|link| !link.contains("://") && !link.contains(':'));
    inside.filter(dead).map(str::to_owned).collect()
}

#[test]
fn links_of_pages_lead_somewhere() {
    let places = ["", "docs/", "tests/", "benches/", "fuzz/", ".github/"];
    let pages = FILES.iter().filter(|path| ending(path) == "md");
    let pages = pages.filter(|path| {
        let folder = path
            .rsplit_once('/')
            .map_or(String::new(), |(folder, _)| format!("{folder}/"));
        places.contains(&&*folder) && *path != "docs/diagnostics.md"
    });
    let dead: Vec<String> = pages
        .flat_map(|path| {
            dead_links(path, &read(path))
                .into_iter()
                .map(move |link| format!("{path}: {link}"))
        })
        .collect();
    assert!(dead.is_empty(), "\n{}", dead.join("\n"));
}

#[test]
fn a_dead_link_is_found() {
    let page = "# One, two\n[a](format.md#limits) [b](#one-two) [c](../tests/) [d](none.md) [e](#none) [f](format.md#none)";
    assert_eq!(
        dead_links("docs/page.md", page),
        ["none.md", "#none", "format.md#none"]
    );
}
