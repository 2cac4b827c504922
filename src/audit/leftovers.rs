//! Markup left in the text of a finished page: asterisks, brackets, field
//! names. Wherever it came from, a family would read it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::AuthorText;
use crate::parse::markdown;
use crate::render::Bundle;
use crate::source::Place;

/// Markup that is a leftover anywhere in a text.
const ANYWHERE: &[&str] = &[
    "**",
    "__",
    "](",
    "[[",
    "]]",
    "[^",
    "==",
    "%%",
    "~~",
    "```",
    "&amp;nbsp;",
    "&amp;amp;",
    "&amp;#",
    "&lt;!--",
    "{{",
    "}}",
];

/// Markup that is a leftover at the start of a line.
const AT_START: &[&str] = &["#", "•", "◦", "▪", "‣", "* ", "- "];

/// The search patterns. Patterns for the start of a line begin with the end of
/// a tag or with a line break.
struct Search {
    signs: Vec<String>,
    engine: Option<AhoCorasick>,
}

static SEARCH: LazyLock<Search> = LazyLock::new(|| {
    let fields = markdown::fields()
        .into_iter()
        .map(|name| format!("{name}: "));
    let starts = AT_START.iter().map(ToString::to_string).chain(fields);
    let starts = starts.flat_map(|sign| [format!(">{sign}"), format!("\n{sign}")]);
    let signs: Vec<String> = ANYWHERE
        .iter()
        .map(ToString::to_string)
        .chain(starts)
        .collect();
    let engine = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(&signs);
    Search {
        engine: engine.ok(),
        signs,
    }
});

/// Searches every page and reports where the leftover is in `texts`, or else on
/// which page, once for each place.
pub fn leftovers(bundle: &Bundle, texts: &[&[AuthorText]], diagnostics: &mut Diagnostics) {
    let mut said: BTreeSet<Place> = BTreeSet::new();
    let pages = bundle.iter().filter(|(path, _)| path.has_ending("html"));
    for (path, bytes) in pages {
        if !may_have_any(bytes) {
            continue;
        }
        let Ok(html) = std::str::from_utf8(bytes) else {
            continue;
        };
        for (found, around) in found(html) {
            let Some(at) = place(&around, texts) else {
                continue;
            };
            if said.insert(at.clone()) {
                let fault = Diagnostic::at(Code::LeftInWords, &at).with("found", found);
                diagnostics.push(fault.with("page", path.as_str()));
            }
        }
    }
}

/// Whether one of the signs is anywhere after the style sheet of a page. Few pages have one.
fn may_have_any(page: &[u8]) -> bool {
    let style_end = memchr::memmem::find(page, b"</style>").unwrap_or(0);
    let body = page.get(style_end..).unwrap_or(page);
    let engine = SEARCH.engine.as_ref();
    engine.is_some_and(|engine| engine.is_match(body))
}

/// The most leftovers reported for one page.
const MOST: usize = 20;

/// The leftovers of a page with the text around them, longest match first.
fn found(html: &str) -> Vec<(String, [String; 3])> {
    let (_, body) = html.split_once("</style>").unwrap_or(("", html));
    let Some(engine) = &SEARCH.engine else {
        return Vec::new();
    };
    let hits = engine.find_iter(body).filter_map(|hit| {
        let sign = SEARCH.signs.get(hit.pattern().as_usize())?;
        let at_start = sign.starts_with(['>', '\n']);
        let start = hit.start() + usize::from(at_start);
        let (before, after) = (body.get(..start)?, body.get(hit.end()..)?);
        let sign = body.get(start..hit.end())?;
        if !in_words(before)
            || (sign == "#" && !after.starts_with(|c: char| c.is_alphabetic() || c == ' '))
        {
            return None;
        }
        let before = last(before).rsplit(['>', '\n']).next()?;
        let after = first(after).split(['<', '\n']).next()?;
        let (before, after) = (plain(before), plain(after));
        let sign = plain(sign);
        let around = [
            format!("{before}{sign}{after}"),
            format!("{sign}{after}"),
            format!("{before}{sign}"),
        ];
        Some((sign.trim_end().to_owned(), around))
    });
    hits.take(MOST).collect()
}

/// Whether the position after `before` is in the page's text and not inside a
/// tag.
fn in_words(before: &str) -> bool {
    let tag = before.rfind(['<', '>']);
    let tag = tag.and_then(|at| before.get(at..));
    tag.is_none_or(|tag| tag.starts_with('>'))
}

/// How many bytes of surrounding text are enough to find the place again.
const NEAR: usize = 24;

fn last(text: &str) -> &str {
    let start = text.ceil_char_boundary(text.len().saturating_sub(NEAR));
    text.get(start..).unwrap_or_default()
}

fn first(text: &str) -> &str {
    text.get(..text.floor_char_boundary(NEAR)).unwrap_or(text)
}

/// The text of a page as its author wrote it, with entities resolved.
fn plain(html: &str) -> String {
    html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// The author's text that contains it; `None` if the text is kinfolio's own.
fn place(around: &[String; 3], texts: &[&[AuthorText]]) -> Option<Place> {
    around.iter().find_map(|words| {
        let mut texts = texts.iter().copied().flatten();
        let text = texts.find(|text| text.text.contains(words.as_str()))?;
        Some(text.place_of(words))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_found_in_words_only() {
        let check = |html: &str, expected: &[&str]| {
            let found = found(html);
            let signs: Vec<&str> = found.iter().map(|(sign, _)| sign.as_str()).collect();
            assert_eq!(signs, expected, "{html}");
        };
        check("<p>He **read a book.</p>", &["**"]);
        check("<p>Bats](fly)</p>", &["]("]);
        check("<p># Title</p>", &["#"]);
        check("<p>a<br />\n• b</p>", &["•"]);
        check("<p>by: ortiz</p>", &["by:"]);
        check(
            "<p>a&amp;nbsp;b</p>",
            &["&amp;nbsp;".replace("&amp;", "&").as_str()],
        );
        check("<p class=\"a__b\">Room #4 · b: c</p>", &[]);
        check("<style>a{__}</style><p>She said: go. Goals: two.</p>", &[]);
        check("<a href=\"x==\">y</a>", &[]);
    }
}
