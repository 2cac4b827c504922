//! The table of synonyms, held against the choices and fields there really are: those of
//! `src/schema/`, and those that `docs/format.md` tells of.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use kinfolio::input::synonyms::{CHOICES, FIELDS};
use kinfolio::schema::choices::WEEKDAYS;
use kinfolio::schema::{KINDS, OF_TRANSLATION};

use crate::messages::source;
use crate::support::{files_below, root};

/// The words of each field that takes one of some words, by kind of thing and field.
fn tables() -> BTreeMap<String, Vec<String>> {
    let choices = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect();
    let of_kinds = KINDS
        .iter()
        .flat_map(|kind| kind.fields.iter().map(|field| (kind.name, field)));
    let of_translations = OF_TRANSLATION.iter().map(|field| ("translation", field));
    let mut tables = BTreeMap::new();
    for (kind, field) in of_kinds.chain(of_translations) {
        let words = field.choices();
        if words.len() > 1 {
            tables.insert(format!("{kind}-{}", field.name), choices(words));
        }
    }
    let weekdays = WEEKDAYS.map(|(word, ())| word).to_vec();
    tables.insert("weekdays".to_owned(), choices(weekdays));
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
const PLAIN: [&str; 16] = [
    "roles",
    "weekdays",
    "schedule-updates",
    "school-access",
    "school-trend",
    "school-dates",
    "school-digits",
    "charts-rtl",
    "lint-words",
    "wording-kind",
    "tip-routine",
    "reader-pages",
    "guardian-pages",
    "measure-method",
    "explainer-areas",
    "translation-translation",
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
        !PLAIN.contains(&name.as_str()) && !told.iter().any(whole)
    });
    let silent: Vec<&String> = silent.map(|(name, _)| name).collect();
    assert_eq!(silent, [""; 0]);
}
