//! `docs/format.md` forgets no field: each one that `src/schema/` describes is in the section
//! about its file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use kinfolio::schema::{EVERYWHERE, Field, KINDS, OF_TRANSLATION};

use crate::support::root;

const GOALS: &str = "`goals/<id>.yaml`";
const LIBRARY: &str = "`library/`";
const READERS: &str = "Who may open the pages";
const REVIEWS: &str = "`reviews/<day>.md`";
const SCHOOL: &str = "`school.yaml`";
const SERVICES: &str = "`services.yaml`";
const STUDENT: &str = "`student.yaml`";
const TRANSITIONS: &str = "`transitions/<day>.yaml`";
const WORDING: &str = "Wording checks";
const WRITING: &str = "How to write facts and text";

/// The headings of the sections that describe a kind.
fn headings(kind: &str) -> &'static [&'static str] {
    match kind {
        "school" | "year" | "pause" | "schedule" | "interpreter" | "charts" | "model-names"
        | "block" | "source" | "publish" | "retention" => &[SCHOOL],
        "lint" | "word-list" | "wording" => &[WORDING],
        "staff" | "person" => &["`staff.yaml`"],
        "families" | "reader" | "guardian" => &[READERS],
        "role" | "support" | "prompt-hierarchy" | "level" | "explainer" | "partner" => &[LIBRARY],
        "term" => &["`glossary/<id>.md`"],
        "tip" => &["`tips/<id>.md`"],
        "student" | "member" | "voice" | "family" | "ask" | "consent" | "words" => &[STUDENT],
        "update" => &["`updates/<day>.md`"],
        "picture" => &["Pictures"],
        "goal" | "baseline" | "target" | "mastery" | "change" | "closed" | "iep" | "agreed"
        | "standard" | "benchmark" => &[GOALS],
        "measure" => &["Measures"],
        "observation" | "row" => &[GOALS, "Measures"],
        "services" | "service" | "part" | "frequency" | "why" | "core-exception" => &[SERVICES],
        "minutes" => &["`minutes.csv` or `minutes.yaml`"],
        "review" | "period" | "review-goals" | "decision" | "maintain" => &[REVIEWS],
        "meetings" | "meeting" => &["`meetings.yaml`"],
        "transition" | "arrangement" | "step" | "handoff" | "told" => &[TRANSITIONS],
        "every file" => &[WRITING],
        "translation" => &["Translations", WRITING],
        _ => &[],
    }
}

/// The words in backticks of each section, by its heading. Examples in blocks do not count.
fn words_by_section(page: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut sections: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut heading = "";
    for line in page.split("```").step_by(2).flat_map(str::lines) {
        if line.starts_with('#') {
            heading = line.trim_start_matches('#').trim();
        }
        let code = line.split('`').skip(1).step_by(2);
        let is_no_letter = |c: char| !c.is_alphanumeric() && c != '_' && c != '-';
        let words = code.flat_map(|code| code.split(is_no_letter));
        sections.entry(heading).or_default().extend(words);
    }
    sections
}

/// The fields that the page does not name where it describes their kind.
fn forgotten(page: &str) -> Vec<String> {
    let sections = words_by_section(page);
    let of_kinds = KINDS.iter().map(|kind| (kind.name, kind.fields));
    let shared = [("every file", EVERYWHERE), ("translation", OF_TRANSLATION)];
    let mut forgotten = Vec::new();
    for (kind, fields) in of_kinds.chain(shared) {
        let headings = headings(kind);
        assert!(!headings.is_empty(), "no section describes {kind}");
        let sections: Vec<_> = headings
            .iter()
            .map(|heading| sections.get(heading).expect(heading))
            .collect();
        let is_there = |field: &&Field| sections.iter().any(|words| words.contains(field.name));
        let missing = fields.iter().filter(|field| !is_there(field));
        forgotten.extend(missing.map(|field| format!("{kind}: {}", field.name)));
    }
    forgotten
}

fn page() -> String {
    fs::read_to_string(root().join("docs/format.md")).unwrap()
}

#[test]
fn the_page_about_the_school_folder_forgets_no_field() {
    let forgotten = forgotten(&page());
    assert!(forgotten.is_empty(), "docs/format.md: {forgotten:#?}");
}

#[test]
fn a_field_that_the_page_forgets_is_found() {
    let check = |row: &str, expected: &[&str]| {
        let page = page();
        let line = page.lines().find(|line| line.starts_with(row)).expect(row);
        assert_eq!(forgotten(&page.replace(line, "")), expected, "{row}");
    };
    check("| `explainer` |", &["goal: explainer"]);
    check("| `coteach` |", &["service: coteach"]);
    check("| `sort` |", &["student: sort"]);
}
