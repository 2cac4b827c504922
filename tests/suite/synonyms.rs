//! The table of synonyms, held against the choices and fields there really are:
//! those that `src/validate/` reads and `docs/format.md` tells of.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use kinfolio::input::synonyms::{CHOICES, FIELDS};

use crate::messages::source;
use crate::support::{ending, files_below, root};

/// Tables of choices as they stand in the source: words in the order of the
/// table, by the place of the table.
fn tables() -> BTreeMap<String, Vec<String>> {
    let mut tables = BTreeMap::new();
    for (path, bytes) in files_below(&root().join("src/validate")) {
        let text = String::from_utf8(bytes).unwrap();
        if ending(&path) != "rs" {
            continue;
        }
        for part in text.split("const ").skip(1) {
            let (name, rest) = part.split_once(": [(&str, ").unwrap_or(("", ""));
            let table = rest.split("];\n").next().unwrap();
            // A row of a long table begins a line; within it may stand anything.
            let row = if table.contains("\n    (\"") {
                "\n    (\""
            } else {
                "(\""
            };
            let words = table.split(row).skip(1);
            let words: Vec<String> = words
                .filter_map(|rest| rest.split_once("\", "))
                .map(|(word, _)| word.to_owned())
                .filter(|word| {
                    word.chars()
                        .all(|c| c.is_ascii_lowercase() || "-_".contains(c))
                })
                .collect();
            if words.len() > 1 {
                tables.insert(format!("{path} {name}"), words);
            }
        }
    }
    let choices = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    tables.insert("units".to_owned(), choices(&["seconds", "minutes"]));
    tables.insert("cadences".to_owned(), choices(&["weekly", "monthly"]));
    let roles = files_below(&root().join("content/library/roles"));
    let roles = roles.keys().filter_map(|name| name.strip_suffix(".yaml"));
    let roles = roles.filter(|name| !name.contains('.')).map(str::to_owned);
    tables.insert("roles".to_owned(), roles.collect());
    assert!(tables.len() > 15, "{tables:?}");
    tables
}

/// Every field in the tables of the page about the school folder.
fn fields() -> BTreeSet<String> {
    let page = fs::read_to_string(root().join("docs/format.md")).unwrap();
    let cells = page
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    let words = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    words.map(str::to_owned).collect()
}

#[test]
fn every_synonym_leads_to_a_choice() {
    let tables = tables();
    let mut faults = Vec::new();
    for (word, meant) in CHOICES {
        if !tables
            .values()
            .any(|table| table.iter().any(|choice| choice == meant))
        {
            faults.push(format!("{word}: {meant} is no choice"));
        }
    }
    for (name, table) in &tables {
        let mut seen = BTreeMap::new();
        for (word, meant) in CHOICES
            .iter()
            .filter(|(_, meant)| table.iter().any(|one| one == meant))
        {
            if let Some(other) = seen.insert(word, meant) {
                faults.push(format!("{name}: {word} is {other} and {meant}"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_synonym_leads_to_a_field() {
    let page = fs::read_to_string(root().join("docs/format.md")).unwrap();
    let told = |field: &str| page.contains(&format!("`{field}`"));
    let missing = FIELDS.iter().filter(|(_, meant)| !told(meant));
    assert_eq!(missing.collect::<Vec<_>>(), [] as [&(&str, &str); 0]);
    let known = fields();
    let twins = FIELDS.iter().filter(|(word, _)| known.contains(*word));
    assert_eq!(twins.collect::<Vec<_>>(), [] as [&(&str, &str); 0]);
}

/// Tables that messages list without a word of explanation: choices of a
/// technician's file, and those that say themselves what they are.
const PLAIN: [&str; 11] = [
    "school.rs ACCESS",
    "fields/list.rs WEEKDAYS",
    "school.rs TRENDS",
    "school.rs DATES",
    "school.rs STRICTNESS",
    "school.rs DIGITS",
    "school.rs AXES",
    "word_list.rs KINDS",
    "library.rs ROUTINES",
    "minutes/mod.rs REASONS",
    "context.rs STATES",
];

#[test]
fn choices_are_explained_where_they_are_listed() {
    let file = source();
    let told = file["known-choices"].whole(&file);
    let told: Vec<&String> = told.iter().flat_map(|message| &message.words).collect();
    let word = |text: &str, choice: &str| {
        let apart = |c: char| !(c.is_ascii_alphanumeric() || c == '-');
        text.split(apart).any(|word| word == choice)
    };
    let tables = tables();
    let silent = tables.iter().filter(|(name, table)| {
        let whole = |text: &&String| table.iter().all(|choice| word(text, choice));
        !PLAIN.contains(&name.as_str())
            && !["roles", "cadences"].contains(&name.as_str())
            && !told.iter().any(whole)
    });
    let silent: Vec<&String> = silent.map(|(name, _)| name).collect();
    assert_eq!(silent, [""; 0]);
}
