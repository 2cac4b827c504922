//! `docs/promises.md`: each statement about good support names the field, the
//! page or the rule that keeps it, and each of those is looked up here.

use std::collections::BTreeSet;
use std::fs;

use kinfolio::diagnostic::Code;

use crate::support::{School, root};

const STATEMENTS: usize = 61;

/// What stands between backticks in a cell.
fn named(cell: &str) -> Vec<String> {
    cell.split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

fn rows() -> Vec<Vec<String>> {
    let text = fs::read_to_string(root().join("docs/promises.md")).unwrap();
    let numbered = |line: &&str| {
        let first = line.trim_start_matches("| ").split(' ').next();
        line.starts_with('|') && first.is_some_and(|cell| cell.parse::<usize>().is_ok())
    };
    let cells = |line: &str| {
        line.trim_matches('|')
            .split(" | ")
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    text.lines().filter(numbered).map(cells).collect()
}

/// Pages of a site, without language and the names of things.
fn pages() -> BTreeSet<String> {
    let compiled = School::of(&root().join("content")).compile();
    let paths = compiled
        .sites
        .values()
        .flatten()
        .flat_map(|site| site.keys());
    let page = |path: &String| {
        let below = path.split_once('/')?.1;
        let folder = below.split('/').next()?;
        Some(if folder == "index.html" {
            folder.to_owned()
        } else {
            format!("{folder}/")
        })
    };
    paths.filter_map(page).collect()
}

#[test]
fn every_statement_has_its_row() {
    let numbers: Vec<String> = rows().into_iter().map(|row| row[0].clone()).collect();
    let expected: Vec<String> = (1..=STATEMENTS).map(|number| number.to_string()).collect();
    assert_eq!(numbers, expected);
    for row in rows() {
        assert_eq!(row.len(), 5, "{row:?}");
        assert!(row.iter().all(|cell| !cell.is_empty()), "{row:?}");
        let kept = named(&row[3]).len() + named(&row[4]).len() > 0;
        let reason = row.iter().any(|cell| cell.contains("*Instead*"));
        let tested = row[4].contains("test") || row[4].starts_with("as ");
        assert!(kept || reason || tested, "nothing keeps it: {row:?}");
    }
}

#[test]
fn what_keeps_a_statement_is_there() {
    let format = fs::read_to_string(root().join("docs/format.md")).unwrap();
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.number()).collect();
    let pages = pages();
    let mut faults = Vec::new();
    for row in rows() {
        for field in named(&row[2]) {
            let known = format.contains(&format!("`{field}")) || format.contains(&field);
            if !known {
                faults.push(format!("{}: docs/format.md knows no {field}", row[0]));
            }
        }
        for name in row[3..].iter().flat_map(|cell| named(cell)) {
            let page = name == "index.html" || (name.ends_with('/') && !name.contains("library"));
            let fine = match name.as_str() {
                "K2" => true,
                name if page => pages.contains(name),
                name if name.starts_with('K') => codes.contains(name),
                name => format.contains(name) || name.starts_with("kinfolio "),
            };
            if !fine {
                faults.push(format!("{}: there is no {name}", row[0]));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
