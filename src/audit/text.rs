//! The text of a finished page, in which names are searched for.

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
    let parts = [before.unwrap_or_default(), page];
    parts.into_iter().flat_map(|part| {
        part.split('<').enumerate().map(|(index, piece)| {
            match piece.split_once('>').filter(|_| index > 0) {
                Some((tag, text)) => (Some(tag), text),
                None => (None, piece),
            }
        })
    })
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
                beside.push_str(&attributes.replace('"', APART));
                beside.push_str(APART);
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
/// words.
pub(super) fn read<'h>(html: &'h str, words: &mut WordCollector) -> Page<'h> {
    let mut page = Page::default();
    let mut word = Word::default();
    for (tag, text) in pieces(html) {
        if let Some(tag) = tag {
            let (name, attributes) = parts_of(tag);
            if !IN_WORDS.contains(&name) {
                words.end(&mut word);
            }
            if !attributes.is_empty() {
                words.add(attributes);
                page.take_addresses(tag);
            }
            let level = tag.strip_prefix('h').and_then(|rest| rest.chars().next());
            page.headings.extend(level.and_then(|c| c.to_digit(10)));
        }
        words.read(text, &mut word);
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
