//! The text of a finished page, in which names are searched for.

use std::collections::HashSet;

use memchr::memmem;

use crate::rules::{Word, WordCollector};

/// Elements that can be inside a word.
const IN_WORDS: [&str; 7] = ["b", "bdi", "em", "strong", "del", "span", "code"];

/// Elements that can be inside a sentence.
const IN_SENTENCES: [&str; 10] = [
    "a", "abbr", "br", "i", "s", "small", "sub", "sup", "time", "u",
];

/// Separates text of different sentences.
const APART: &str = "\n\n";

/// The tags of a page, each with the text that follows it. The text before the first one
/// has none. The style sheet is left out.
fn pieces(html: &str) -> impl Iterator<Item = (Option<&str>, &str)> {
    let split = |text: &'_ str, at: &str| {
        let found = memmem::find(text.as_bytes(), at.as_bytes())?;
        Some((found, found + at.len()))
    };
    let (before, page) = match split(html, "<style>") {
        Some((start, end)) => (html.get(..start), html.get(end..).unwrap_or_default()),
        None => (None, html),
    };
    let page = split(page, "</style>")
        .and_then(|(_, end)| page.get(end..))
        .unwrap_or(page);
    [before.unwrap_or_default(), page]
        .into_iter()
        .flat_map(|part| {
            let mut rest = Some(part);
            let mut is_first = true;
            std::iter::from_fn(move || {
                let (piece, others) = cut(rest?, b'<');
                rest = others;
                let tag = if is_first { None } else { cut(piece, b'>').1 };
                is_first = false;
                let end = tag.map(|text| piece.len() - text.len() - 1);
                Some((end.and_then(|end| piece.get(..end)), tag.unwrap_or(piece)))
            })
        })
}

/// The text before and after the first `sign`.
fn cut(text: &str, sign: u8) -> (&str, Option<&str>) {
    let found = memchr::memchr(sign, text.as_bytes());
    let parts = found.and_then(|at| Some((text.get(..at)?, text.get(at + 1..)?)));
    parts.map_or((text, None), |(before, after)| (before, Some(after)))
}

/// The name of a tag, and its attributes.
fn parts_of(tag: &str) -> (&str, &str) {
    let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
    (name.trim_start_matches('/'), attributes)
}

/// The text of a page as a reader sees it: without the style sheet and without
/// tags (tags inside words leave no gap), and with the entities resolved that
/// our own escaping writes. Attribute values are included at the end.
pub(super) fn readable(html: &str) -> String {
    let mut words = String::with_capacity(html.len());
    let mut beside = String::new();
    for (tag, text) in pieces(html) {
        if let Some((name, attributes)) = tag.map(parts_of) {
            if IN_SENTENCES.contains(&name) {
                words.push(' ');
            } else if !IN_WORDS.contains(&name) {
                words.push_str(APART);
            }
            if !attributes.is_empty() {
                for part in attributes.split('"') {
                    beside.push_str(part);
                    beside.push_str(APART);
                }
            }
        }
        words.push_str(text);
    }
    words.push_str(APART);
    words.push_str(&beside);
    if words.contains('&') {
        words = words
            .replace("&#39;", "'")
            .replace("&quot;", "\"")
            .replace("&amp;", "&");
    }
    words
}

/// What a page refers to and can be referred to by.
#[derive(Default)]
pub(super) struct Page<'h> {
    /// The addresses of its links, in order.
    pub(super) links: Vec<&'h str>,
    /// The addresses of its pictures.
    pub(super) sources: Vec<&'h str>,
    /// The places that a link can lead to.
    pub(super) ids: Vec<&'h str>,
    /// The levels of its headings.
    pub(super) headings: Vec<u32>,
}

/// Reads a page in one walk, and adds the words of the text that [`readable`] returns.
/// Entities stay as they are: both their signs and those that they stand for separate
/// words. Much of a page is in others too: what is in `seen` is not read again.
pub(super) fn read<'h>(
    html: &'h str,
    seen: &mut HashSet<&'h str>,
    words: &mut WordCollector,
) -> Page<'h> {
    let mut page = Page::default();
    let mut word = Word::default();
    let mut pieces = pieces(html).peekable();
    while let Some((tag, text)) = pieces.next() {
        let (name, attributes) = parts_of(tag.unwrap_or_default());
        let begins = tag.is_none_or(|_| !IN_WORDS.contains(&name));
        if let Some(tag) = tag {
            if begins {
                words.end(&mut word);
            }
            if !attributes.is_empty() {
                if seen.insert(attributes) {
                    words.add(attributes);
                }
                page.take_addresses(tag);
            }
            let level = tag.strip_prefix('h').and_then(|rest| rest.chars().next());
            page.headings.extend(level.and_then(|c| c.to_digit(10)));
        }
        let next = pieces.peek().and_then(|(tag, _)| *tag);
        let ends = next.is_some_and(|tag| !IN_WORDS.contains(&parts_of(tag).0));
        if tag.is_some() && begins && ends {
            if seen.insert(text) {
                words.add(text);
            }
        } else {
            words.read(text, &mut word);
        }
    }
    words.end(&mut word);
    page
}

impl<'h> Page<'h> {
    /// Takes attributes in the form in which our templates write them.
    fn take_addresses(&mut self, tag: &'h str) {
        for at in memchr::memchr_iter(b'=', tag.as_bytes()) {
            let Some((before, after)) = tag.split_at_checked(at) else {
                continue;
            };
            let into = match before.rsplit_once(' ') {
                Some((_, "href")) => &mut self.links,
                Some((_, "src")) => &mut self.sources,
                Some((_, "id")) => &mut self.ids,
                _ => continue,
            };
            let value = after.strip_prefix("=\"");
            into.extend(value.and_then(|value| value.split('"').next()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_page_are_read_sentence_by_sentence() {
        let check = |html: &str, expected: &str| assert_eq!(readable(html), expected, "{html}");
        check("<p>Ana <b>r</b>an</p>", "\n\nAna ran\n\n\n\n");
        check(
            "<p>with <a href=\"x\">Will</a></p>",
            "\n\nwith  Will \n\n\n\nhref=\n\nx\n\n\n\n",
        );
        check("<li>a</li><li>Will", "\n\na\n\n\n\nWill\n\n");
    }
}
