//! The text of a finished page, in which names are searched for.

use std::borrow::Cow;

use memchr::memmem;
use rustc_hash::FxHashMap;

use crate::rules::WordList;

/// Whether an element can be inside a word.
fn is_in_words(name: &str) -> bool {
    matches!(
        name,
        "b" | "bdi" | "em" | "strong" | "del" | "span" | "code"
    )
}

/// Whether an element can be inside a sentence.
fn is_in_sentences(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr" | "br" | "i" | "s" | "small" | "sub" | "sup" | "time" | "u"
    )
}

/// Whether an element is part of a drawing. All that it has is numbers and classes of our
/// own.
fn is_shape(name: &str) -> bool {
    matches!(name, "circle" | "g" | "path" | "rect" | "text")
}

/// Separates text of different sentences.
const APART: &str = "\n\n";

/// A tag and the text that follows it. The text before the first one has none.
struct Piece<'h> {
    /// Where the tag begins.
    start: usize,
    tag: Option<&'h str>,
    text: &'h str,
}

/// The parts of a page before and after its style sheet.
fn without_style(html: &str) -> [&str; 2] {
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
}

fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let (before, mut rest) = cut(html, b'<');
    let mut start = before.len();
    let first = Piece {
        start: 0,
        tag: None,
        text: before,
    };
    let others = std::iter::from_fn(move || {
        let (piece, others) = cut(rest?, b'<');
        rest = others;
        let (tag, text) = match cut(piece, b'>') {
            (tag, Some(text)) => (Some(tag), text),
            (text, None) => (None, text),
        };
        let piece = Piece { start, tag, text };
        start += 1 + tag.map_or(0, |tag| tag.len() + 1) + text.len();
        Some(piece)
    });
    std::iter::once(first).chain(others)
}

/// The text before and after the first `sign`.
fn cut(text: &str, sign: u8) -> (&str, Option<&str>) {
    let found = memchr::memchr(sign, text.as_bytes());
    let parts = found.and_then(|at| Some((text.get(..at)?, text.get(at + 1..)?)));
    parts.map_or((text, None), |(before, after)| (before, Some(after)))
}

/// The name of a tag, and its attributes.
fn parts_of(tag: &str) -> (&str, &str) {
    let (name, attributes) = cut(tag, b' ');
    let name = name.strip_prefix('/').unwrap_or(name);
    (name, attributes.unwrap_or_default())
}

/// The text of a page as a reader sees it: without the style sheet and without
/// tags (tags inside words leave no gap), and with the entities resolved that
/// our own escaping writes. Attribute values are included at the end.
pub(super) fn readable(html: &str) -> String {
    let mut words = String::with_capacity(html.len());
    let mut beside = String::new();
    for Piece { tag, text, .. } in without_style(html).into_iter().flat_map(pieces) {
        if let Some((name, attributes)) = tag.map(parts_of) {
            if is_in_sentences(name) {
                words.push(' ');
            } else if !is_in_words(name) {
                words.push_str(APART);
            }
            if !attributes.is_empty() && !is_shape(name) {
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
    resolved(&words).into_owned()
}

/// The text with the entities resolved that our own escaping writes.
fn resolved(text: &str) -> Cow<'_, str> {
    if memchr::memchr(b'&', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let text = text.replace("&#39;", "'").replace("&quot;", "\"");
    Cow::Owned(text.replace("&amp;", "&"))
}

/// The words of a part of a page, which may have tags inside sentences.
fn words_of(part: &str) -> WordList {
    let mut words = WordList::default();
    for Piece { tag, text, .. } in pieces(part) {
        if tag.is_some_and(|tag| !is_in_words(parts_of(tag).0)) {
            words.end_word();
        }
        words.add(&resolved(text));
    }
    words.end_word();
    words
}

/// The parts of a site's pages: what stands between two tags that end a sentence, and what
/// stands inside of a tag. Much of a page is in others, too, and each part is read once.
#[derive(Default)]
pub(super) struct Parts<'h> {
    numbers: FxHashMap<&'h str, usize>,
    words: Vec<WordList>,
}

impl<'h> Parts<'h> {
    fn number(&mut self, part: &'h str) -> usize {
        *self.numbers.entry(part).or_insert_with(|| {
            self.words.push(words_of(part));
            self.words.len() - 1
        })
    }

    /// The words of each part.
    pub(super) fn words(&self) -> impl Iterator<Item = &WordList> {
        self.words.iter()
    }

    /// The words of the text that [`readable`] returns for `page`.
    pub(super) fn words_of(&self, page: &Page) -> impl Iterator<Item = &WordList> {
        let parts = page.parts.iter().chain(&page.beside);
        parts.filter_map(|number| self.words.get(*number))
    }
}

/// What a page is made of, refers to, and can be referred to by.
#[derive(Default)]
pub(super) struct Page<'h> {
    /// The numbers of the parts of its text, in order.
    parts: Vec<usize>,
    /// The numbers of its attributes, in order.
    beside: Vec<usize>,
    /// The addresses of its links, in order.
    pub(super) links: Vec<&'h str>,
    /// The addresses of its pictures.
    pub(super) sources: Vec<&'h str>,
    /// The places that a link can lead to.
    pub(super) ids: Vec<&'h str>,
    /// The levels of its headings.
    pub(super) headings: Vec<u32>,
}

/// Reads a page in one walk.
pub(super) fn read<'h>(html: &'h str, parts: &mut Parts<'h>) -> Page<'h> {
    let mut page = Page::default();
    for html in without_style(html) {
        let mut begin = 0;
        for Piece { start, tag, .. } in pieces(html) {
            let Some(tag) = tag else { continue };
            let (name, attributes) = parts_of(tag);
            if !is_in_words(name) && !is_in_sentences(name) {
                page.take_text(html.get(begin..start), parts);
                // After the tag and its brackets.
                begin = start + tag.len() + 2;
            }
            if !attributes.is_empty() && !is_shape(name) {
                page.beside.push(parts.number(attributes));
                page.take_addresses(tag);
            }
            let level = tag.strip_prefix('h').and_then(|rest| rest.chars().next());
            page.headings.extend(level.and_then(|c| c.to_digit(10)));
        }
        page.take_text(html.get(begin..), parts);
    }
    page
}

impl<'h> Page<'h> {
    fn take_text(&mut self, part: Option<&'h str>, parts: &mut Parts<'h>) {
        let part = part.filter(|part| !part.trim_ascii().is_empty());
        self.parts.extend(part.map(|part| parts.number(part)));
    }

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

    #[test]
    fn parts_have_the_words_of_the_whole_page() {
        let check = |html: &str| {
            let mut parts = Parts::default();
            for _ in 0..2 {
                let page = read(html, &mut parts);
                let words: Vec<&[u32]> = parts.words_of(&page).flat_map(WordList::words).collect();
                let whole = WordList::of(&readable(html));
                assert_eq!(words, whole.words().collect::<Vec<_>>(), "{html}");
            }
        };
        check("<p>Ana <b>r</b>an</p><p>Bao</p><p>Tran</p>");
        check("<td>Bao<td>Tran<td title=\"D&#39;Angelo\">Will <a href=\"x\">and</a> &amp; so on");
        check("Ana<style>p{}</style><p>Bao</style>");
        check("<svg><path d=\"M1 2\"/><text x=\"1\">Bao</text></svg>");
        check("<p>not closed <b");
    }
}
