//! Whole sites of an invented school, byte for byte, so that no change of a
//! page goes unseen. `KINFOLIO_BLESS=1 cargo test golden` takes over what is
//! made now; the change is then read in the commit.
//!
//! The style sheet and its hash are left out: looks change often, and are
//! looked at in a browser.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::support::{School, Site, files_below, root};

fn folder() -> PathBuf {
    root().join("tests/golden")
}

#[test]
fn sites_are_as_they_were() {
    let made = made();
    let place = folder().join("sites");
    if std::env::var_os("KINFOLIO_BLESS").is_some() {
        bless(&made);
        return;
    }
    let expected = files_below(&place);
    let paths: BTreeSet<&String> = made.keys().chain(expected.keys()).collect();
    let faults: Vec<String> = paths
        .into_iter()
        .filter_map(|path| match (expected.get(path), made.get(path)) {
            (Some(old), Some(new)) => {
                difference(&text(old), &text(new)).map(|d| format!("{path}\n{d}"))
            }
            (Some(_), None) => Some(format!("{path} is not made anymore")),
            (None, _) => Some(format!("{path} is new")),
        })
        .collect();
    assert!(
        faults.is_empty(),
        "\n{}\n\nIf that is as it should be: KINFOLIO_BLESS=1 cargo test golden\n",
        faults.join("\n\n")
    );
}

/// Every page of every student, under the student's name.
fn made() -> Site {
    let compiled = School::of(&folder().join("school")).compile();
    assert_eq!(compiled.faults(), [""; 0]);
    let mut pages = Site::new();
    for (student, site) in &compiled.sites {
        let site = site.as_ref().expect("every golden student has a site");
        for (path, bytes) in site {
            pages.insert(
                format!("{student}/{path}"),
                without_style(&text(bytes)).into_bytes(),
            );
        }
    }
    pages
}

fn bless(made: &Site) {
    let place = folder().join("sites");
    for path in files_below(&place)
        .keys()
        .filter(|path| !made.contains_key(*path))
    {
        fs::remove_file(place.join(path)).unwrap();
    }
    for (path, bytes) in made {
        let file = place.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("pages are UTF-8")
}

fn without_style(page: &str) -> String {
    let page = between(page, "<style>", "</style>", "…");
    between(&page, "sha256-", "=", "…")
}

/// Puts `instead` between the first `open` and the `close` that follows it.
fn between(text: &str, open: &str, close: &str, instead: &str) -> String {
    let (before, rest) = text.split_once(open).unwrap_or_else(|| panic!("no {open}"));
    let (_, after) = rest
        .split_once(close)
        .unwrap_or_else(|| panic!("no {close}"));
    format!("{before}{open}{instead}{close}{after}")
}

/// The first lines that differ; charts are cut at tags, because they are one
/// long line.
fn difference(old: &str, new: &str) -> Option<String> {
    const MOST: usize = 6;
    if old == new {
        return None;
    }
    let lines = |text: &str| -> Vec<String> {
        text.replace("><", ">\n<")
            .lines()
            .map(str::to_owned)
            .collect()
    };
    let (old, new) = (lines(old), lines(new));
    let same = old
        .iter()
        .zip(&new)
        .take_while(|(old, new)| old == new)
        .count();
    let tail = |lines: &[String]| lines.iter().rev().cloned().collect::<Vec<_>>();
    let (old_end, new_end) = (tail(&old[same..]), tail(&new[same..]));
    let same_end = old_end
        .iter()
        .zip(&new_end)
        .take_while(|(old, new)| old == new)
        .count();
    let shown = |mark: &str, lines: &[String]| -> Vec<String> {
        let changed = &lines[same..lines.len() - same_end];
        let more = changed.len().saturating_sub(MOST);
        let rest = (more > 0).then(|| format!("  {mark} … {more} more"));
        changed
            .iter()
            .take(MOST)
            .map(|line| format!("  {mark} {line}"))
            .chain(rest)
            .collect()
    };
    Some([shown("-", &old), shown("+", &new)].concat().join("\n"))
}

#[test]
fn differences_are_short() {
    let check = |old: &str, new: &str, expected: Option<&str>| {
        assert_eq!(difference(old, new).as_deref(), expected, "{old:?} {new:?}");
    };
    check("a\nb\nc", "a\nb\nc", None);
    check("a\nb\nc", "a\nx\nc", Some("  - b\n  + x"));
    check("a\nc", "a\nb\nc", Some("  + b"));
    check("<a><b>", "<a><c>", Some("  - <b>\n  + <c>"));
}
