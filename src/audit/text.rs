//! The text of a finished page, in which names are searched for.

use crate::rules::{Word, WordCollector};

/// Elements that can be inside a word.
const IN_WORDS: [&str; 7] = ["b", "bdi", "em", "strong", "del", "span", "code"];

/// Elements that can be inside a sentence.
const IN_SENTENCES: [&str; 10] = [
    "a", "abbr", "br", "i", "s", "small", "sub", "sup", "time", "u",
];

/// Separates text of different sentences.
const APART: &str = "\n\n";

/// The text of a page as a reader sees it: without the style sheet and without
/// tags (tags inside words leave no gap), and with the entities resolved that
/// our own escaping writes. Attribute values are included at the end.
pub(super) fn readable(html: &str) -> String {
    let (before, page) = html.split_once("<style>").unwrap_or(("", html));
    let page = page.split_once("</style>").map_or(page, |(_, body)| body);
    let mut words = String::with_capacity(html.len());
    let mut beside = String::new();
    for part in [before, page] {
        for (index, piece) in part.split('<').enumerate() {
            let Some((tag, text)) = piece.split_once('>').filter(|_| index > 0) else {
                words.push_str(piece);
                continue;
            };
            let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
            let name = name.trim_start_matches('/');
            if IN_SENTENCES.contains(&name) {
                words.push(' ');
            } else if !IN_WORDS.contains(&name) {
                words.push_str(APART);
            }
            if !attributes.is_empty() {
                beside.push_str(&attributes.replace('"', APART));
                beside.push_str(APART);
            }
            words.push_str(text);
        }
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

/// Adds the words of the text that [`readable`] returns. Entities stay as they are: both
/// their signs and the letters that they stand for separate words.
pub(super) fn collect_words(html: &str, words: &mut WordCollector) {
    let (before, page) = html.split_once("<style>").unwrap_or(("", html));
    let page = page.split_once("</style>").map_or(page, |(_, body)| body);
    let mut word = Word::default();
    for part in [before, page] {
        for (index, piece) in part.split('<').enumerate() {
            let Some((tag, text)) = piece.split_once('>').filter(|_| index > 0) else {
                words.read(piece, &mut word);
                continue;
            };
            let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
            if !IN_WORDS.contains(&name.trim_start_matches('/')) {
                words.end(&mut word);
            }
            words.add(attributes);
            words.read(text, &mut word);
        }
    }
    words.end(&mut word);
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
