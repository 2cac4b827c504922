//! The last check of finished pages. It looks for our own mistakes: other
//! students' names, links that lead nowhere, skipped heading levels.

mod leftovers;
mod text;

pub use leftovers::leftovers;

use std::collections::BTreeSet;

use memchr::memmem;

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
    for html in bundle
        .values()
        .filter_map(|page| std::str::from_utf8(page).ok())
    {
        text::collect_words(html, words);
    }
    let (own, may_mention) = (&student.id, &*student.may_mention);
    let may_name_others = name_index.may_name_others_in_page(&words.words(), own, may_mention);
    let mut asked = BTreeSet::new();
    for (path, bytes) in bundle {
        let Ok(html) = std::str::from_utf8(bytes) else {
            continue;
        };
        let found = |code: Code| {
            let file = RelPath::new(&format!("students/{}/student.yaml", student.id));
            let diagnostic = file.map_or_else(
                || Diagnostic::new(code),
                |file| Diagnostic::about(code, &file),
            );
            diagnostic.with("page", path.as_str())
        };
        let named = may_name_others
            .then(|| name_index.others_in_page(&text::readable(html), own, may_mention));
        for named in named.into_iter().flatten() {
            if named.is_sure {
                diagnostics.push(found(Code::OutputLeak).with("name", named.name));
            } else if asked.insert(named.name.clone()) {
                // Shared text is on many pages, so it is reported once.
                diagnostics.push(name_index.question(found(Code::NameOrWord), &named.name));
            }
        }
        for link in dead_links(bundle, path, html) {
            diagnostics.push(found(Code::OutputLink).with("address", link));
        }
        if let Some(problem) = outline_fault(html) {
            diagnostics.push(found(Code::OutputOutline).with("problem", problem));
        }
    }
}

/// The values of an attribute, in the form our templates write it. Text outside
/// of tags that looks like an attribute is ignored.
fn values<'h>(html: &'h str, attribute: &str) -> impl Iterator<Item = &'h str> {
    let before = format!(" {attribute}=\"");
    let places: Vec<usize> = memmem::find_iter(html.as_bytes(), &before).collect();
    places.into_iter().filter_map(move |place| {
        let (earlier, value) = html.split_at_checked(place + before.len())?;
        let inside = earlier.rfind(['<', '>'])?;
        earlier.get(inside..)?.strip_prefix('<')?;
        value.split_once('"').map(|(value, _)| value)
    })
}

fn dead_links(bundle: &Bundle, page: &RelPath, html: &str) -> Vec<String> {
    let ids: BTreeSet<&str> = values(html, "id").collect();
    let dead = |link: &&str| {
        if link.starts_with("data:") || may_link(link) {
            return false;
        }
        match link.split_once('#') {
            Some(("", id)) => !ids.contains(id),
            _ => !page
                .resolve(link, "")
                .is_some_and(|target| bundle.contains_key(&target)),
        }
    };
    values(html, "href")
        .chain(values(html, "src"))
        .filter(dead)
        .map(str::to_owned)
        .collect()
}

/// Checks that there is one `h1` and that no heading level is skipped.
fn outline_fault(html: &str) -> Option<&'static str> {
    let mut last = 0;
    let mut firsts = 0;
    for place in memmem::find_iter(html.as_bytes(), "<h") {
        let level = html.get(place + 2..).and_then(|rest| rest.chars().next());
        let Some(level) = level.and_then(|c| c.to_digit(10)) else {
            continue;
        };
        firsts += usize::from(level == 1);
        if level > last + 1 {
            return Some("skipped");
        }
        last = level;
    }
    (firsts != 1).then_some("first")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_go_down_one_at_a_time() {
        let check = |html: &str, expected| assert_eq!(outline_fault(html), expected, "{html}");
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
            assert_eq!(dead_links(&bundle, &page, html), expected, "{html}");
        };
        check("<a href=\"../../index.html\">", &[]);
        check("<a href=\"tel:5\"><a href=\"#m\"><i id=\"m\">", &[]);
        check("<a href=\"#m\">", &["#m"]);
        check("<a href=\"../b/index.html\">", &["../b/index.html"]);
        check("<a href=\"../../../../x\">", &["../../../../x"]);
    }
}
