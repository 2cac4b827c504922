//! The last check of finished pages. It looks for our own mistakes: other
//! students' names, links that lead nowhere, skipped heading levels.

mod leftovers;
mod text;

pub use leftovers::leftovers;

use std::collections::BTreeSet;

use text::{Page, Parts};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Student;
use crate::parse::markdown::may_link;
use crate::render::Bundle;
use crate::rules::{NameIndex, WordCollector};
use crate::source::RelPath;

/// Checks every page of one student's site, and adds its words to `words`: those of the
/// student's own texts.
pub fn bundle(
    bundle: &Bundle,
    student: &Student,
    name_index: &NameIndex,
    words: &mut WordCollector,
    diagnostics: &mut Diagnostics,
) {
    let mut parts = Parts::default();
    let pages = bundle.iter().filter_map(|(path, bytes)| {
        let html = std::str::from_utf8(bytes).ok()?;
        Some((path, html, text::read(html, &mut parts)))
    });
    let pages: Vec<(&RelPath, &str, Page)> = pages.collect();
    parts.words().for_each(|list| words.add_list(list));
    let name_search = name_index.search(&words.words(), student);
    let mut asked = BTreeSet::new();
    for (path, html, page) in pages {
        let found = |code: Code| {
            let file = RelPath::new(&format!("students/{}/student.yaml", student.id));
            let diagnostic = file.map_or_else(
                || Diagnostic::new(code),
                |file| Diagnostic::about(code, &file),
            );
            diagnostic.with("page", path.as_str())
        };
        for named in name_search.in_page(parts.words_of(&page), || text::readable(html)) {
            if named.is_sure {
                diagnostics.push(found(Code::OutputLeak).with("name", named.name));
            } else if asked.insert(named.name.clone()) {
                // Shared text is on many pages, so it is reported once.
                diagnostics.push(name_index.question(found(Code::NameOrWord), &named.name));
            }
        }
        for link in dead_links(bundle, path, &page) {
            diagnostics.push(found(Code::OutputLink).with("address", link));
        }
        if let Some(problem) = outline_fault(&page.headings) {
            diagnostics.push(found(Code::OutputOutline).with("problem", problem));
        }
    }
}

fn dead_links(bundle: &Bundle, path: &RelPath, page: &Page) -> Vec<String> {
    let dead = |link: &&&str| {
        if link.starts_with("data:") || may_link(link) {
            return false;
        }
        match link.split_once('#') {
            Some(("", id)) => !page.ids.contains(&id),
            _ => !path
                .resolve(link, "")
                .is_some_and(|target| bundle.contains_key(&target)),
        }
    };
    let links = page.links.iter().chain(&page.sources);
    links.filter(dead).map(ToString::to_string).collect()
}

/// Checks that there is one `h1` and that no heading level is skipped.
fn outline_fault(headings: &[u32]) -> Option<&'static str> {
    let before = [0].iter().chain(headings);
    if before
        .zip(headings)
        .any(|(before, level)| *level > before + 1)
    {
        return Some("skipped");
    }
    let firsts = headings.iter().filter(|level| **level == 1);
    (firsts.count() != 1).then_some("first")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_go_down_one_at_a_time() {
        let check = |html: &str, expected| {
            let page = text::read(html, &mut Parts::default());
            assert_eq!(outline_fault(&page.headings), expected, "{html}");
        };
        check("<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2>", None);
        check("<html><head></head><h1>a</h1>", None);
        check("<h1>a</h1><h3>c</h3>", Some("skipped"));
        check("<h1>a</h1><h1>b</h1>", Some("first"));
        check("<p>a</p>", Some("first"));
    }

    #[test]
    fn links_have_to_lead_somewhere() {
        let page = RelPath::new("es/goals/a/index.html").unwrap();
        let bundle: Bundle = [page.clone(), RelPath::new("es/index.html").unwrap()]
            .map(|path| (path, Vec::new()))
            .into();
        let check = |html: &str, expected: &[&str]| {
            let read = text::read(html, &mut Parts::default());
            assert_eq!(dead_links(&bundle, &page, &read), expected, "{html}");
        };
        check("<a href=\"../../index.html\">", &[]);
        check("<a href=\"tel:5\"><a href=\"#m\"><i id=\"m\">", &[]);
        check("<a href=\"#m\">", &["#m"]);
        check("<a href=\"../b/index.html\">", &["../b/index.html"]);
        check("<a href=\"../../../../x\">", &["../../../../x"]);
        check("<p>a href=\"x\"</p><p href=x data-href=\"x\">", &[]);
        check("<img src=\"a.jpg\"><a href=\"b\">", &["b", "a.jpg"]);
    }
}
