//! Looks at a folder of sites as families would: page by page, link by link.
//!
//! What is atomic is the page. Each one is, at every moment, byte for byte the
//! page of one complete build; a site may for a moment have some pages of the
//! old build and some of the new. Every link on a page that can be reached
//! leads to a page that is there.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::ending;

/// Files by path.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// What the program puts beside a page before it takes its place, and its lock.
const OWN: &str = ".kinfolio-";

fn is_own(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with(OWN))
}

/// What a run left that the next one should have taken away.
pub(crate) fn leftovers(tree: &Tree) -> Vec<String> {
    let left = tree.keys().filter(|path| is_own(path));
    left.map(|path| format!("{path} was left")).collect()
}

/// What is wrong in `now`, where each of `builds` may be the one that is seen:
/// pages that are of none of them, pages of all of them that are gone, and links
/// that lead nowhere.
pub(crate) fn faults(now: &Tree, builds: &[&Tree]) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, bytes) in now.iter().filter(|(path, _)| !is_own(path)) {
        let whole = builds.iter().any(|build| build.get(path) == Some(bytes));
        if !whole {
            faults.push(format!("{path} is neither old nor new"));
        }
    }
    let constant = constant(builds);
    let gone = constant.iter().filter(|path| !now.contains_key(**path));
    faults.extend(gone.map(|path| format!("{path} is gone")));
    faults.extend(dead_links(now, &constant));
    faults
}

/// Pages that are not there to their end.
pub(crate) fn torn(now: &Tree) -> Vec<String> {
    let pages = now
        .iter()
        .filter(|(path, _)| !is_own(path) && ending(path) == "html");
    let torn = pages.filter(|(_, page)| !page.trim_ascii_end().ends_with(b"</html>"));
    torn.map(|(path, _)| format!("{path} has no end")).collect()
}

/// What families see of it.
pub(crate) fn shown(now: Tree) -> Tree {
    let shown = now.into_iter().filter(|(path, _)| !is_own(path));
    shown.collect()
}

/// Pages that every build has.
fn constant<'t>(builds: &[&'t Tree]) -> BTreeSet<&'t str> {
    let first = builds.first().map(|build| build.keys());
    let all = |path: &&String| builds.iter().all(|build| build.contains_key(*path));
    let paths = first.into_iter().flatten().filter(all);
    paths.map(String::as_str).collect()
}

/// Links that lead nowhere, on pages that can be reached: from the first page of
/// a student's site, or because a family may have one of `open` before it.
pub(crate) fn dead_links(now: &Tree, open: &BTreeSet<&str>) -> Vec<String> {
    let home = |path: &&str| path.matches('/').count() == 1 && path.ends_with("/index.html");
    let mut ways: Vec<&str> = now.keys().map(String::as_str).filter(home).collect();
    ways.extend(open);
    let mut reached = BTreeSet::new();
    let mut faults = Vec::new();
    while let Some(path) = ways.pop() {
        let Some((path, bytes)) = now.get_key_value(path) else {
            continue;
        };
        if !reached.insert(path) || ending(path) != "html" {
            continue;
        }
        let text = String::from_utf8_lossy(bytes);
        for link in links(&text) {
            let target = resolve(path, link);
            match target.as_ref().and_then(|target| now.get_key_value(target)) {
                Some((target, _)) => ways.push(target),
                None => faults.push(format!("{path} leads to {link}, which is not there")),
            }
        }
    }
    faults
}

/// What a page refers to below its own address, without its place in the page.
fn links(page: &str) -> impl Iterator<Item = &str> {
    let values = ["href=\"", "src=\"", "srcset=\"", "url="].into_iter();
    let values = values.flat_map(|mark| {
        let ends = page.split(mark).skip(1);
        ends.filter_map(|rest| rest.split('"').next())
    });
    values
        .flat_map(|value| value.split(", "))
        .filter_map(|value| value.split([' ', '#']).next())
        .filter(|link| !link.is_empty() && !link.contains(':'))
}

/// The file that a link on the page `from` leads to.
fn resolve(from: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    if link.ends_with('/') {
        parts.push("index.html");
    }
    Some(parts.join("/"))
}

/// A tree from pairs of path and text.
fn tree(files: &[(&str, &str)]) -> Tree {
    let files = files.iter();
    files
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
        .collect()
}

#[test]
fn the_crawler_finds_what_it_looks_for() {
    let home = "<a href=\"goals/index.html#top\">";
    let old = tree(&[("ana/index.html", "old"), ("ana/goals/index.html", "old")]);
    let new = tree(&[("ana/index.html", home), ("ana/goals/index.html", "new")]);
    let check = |now: &[(&str, &str)], expected: &[&str]| {
        assert_eq!(faults(&tree(now), &[&old, &new]), expected);
    };
    check(
        &[("ana/index.html", home), ("ana/goals/index.html", "old")],
        &[],
    );
    check(
        &[
            ("ana/index.html", home),
            ("ana/goals/index.html", "new"),
            ("ana/goals/.kinfolio-x", "half"),
        ],
        &[],
    );
    check(
        &[("ana/index.html", "ol"), ("ana/goals/index.html", "")],
        &[
            "ana/goals/index.html is neither old nor new",
            "ana/index.html is neither old nor new",
        ],
    );
    check(
        &[("ana/index.html", home)],
        &[
            "ana/goals/index.html is gone",
            "ana/index.html leads to goals/index.html, which is not there",
        ],
    );
}

#[test]
fn links_are_followed_as_a_browser_would() {
    let check = |page: &str, expected: &[&str]| {
        let found: Vec<_> = links(page)
            .filter_map(|link| resolve("ana/en/goals/x/index.html", link))
            .collect();
        assert_eq!(found, expected, "{page}");
    };
    check("<a href=\"../../index.html\">", &["ana/en/index.html"]);
    check(
        "<a href=\"#main\"><a href=\"tel:1\"><link href=\"data:,\">",
        &[],
    );
    check("<a href=\"../\">", &["ana/en/goals/index.html"]);
    check(
        "<img src=\"a.jpg\" srcset=\"a.jpg 480w, b.jpg 960w\">",
        &[
            "ana/en/goals/x/a.jpg",
            "ana/en/goals/x/a.jpg",
            "ana/en/goals/x/b.jpg",
        ],
    );
    check(
        "content=\"0; url=en/index.html\"",
        &["ana/en/goals/x/en/index.html"],
    );
}
