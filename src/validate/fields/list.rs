//! Short names, languages and days of the week: one of them, a list, or a text with
//! commas that was meant as a list.

use std::borrow::Cow;

use super::{Fields, is_language};
use crate::diagnostic::{Code, Expected};
use crate::input::{Reading, synonyms, weekdays};
use crate::model::{Lang, Weekday};
use crate::parse::{Kind, Node, Scalar};
use crate::schema::choices;
use crate::source::{Span, Spanned};

impl<'a> Fields<'a> {
    /// The entries of a list of short words. A text with commas is read as a list,
    /// unless all of it is `known`.
    pub(in crate::validate) fn short_list(
        &mut self,
        name: &'static str,
        known: &[&str],
    ) -> Vec<Cow<'a, Node>> {
        let nodes = self.list(name);
        if let [node] = nodes.as_slice()
            && let Kind::Scalar(scalar) = &node.kind
            && !known.contains(&scalar.text.as_str())
            && let Some(parts) = parts(node, scalar)
        {
            let words: Vec<&str> = parts.iter().filter_map(Node::text).collect();
            let read = format!("[{}]", words.join(", "));
            self.read_as(&self.place(node.span), &scalar.text, &read);
            return parts.into_iter().map(Cow::Owned).collect();
        }
        nodes.into_iter().map(Cow::Borrowed).collect()
    }

    /// Short names. Reports those that are not in `known` as `code`.
    pub(in crate::validate) fn references(
        &mut self,
        name: &'static str,
        code: Code,
        known: &[&str],
    ) -> Vec<Spanned<String>> {
        let nodes = self.short_list(name, known);
        nodes
            .iter()
            .filter_map(|node| self.reference_of(name, code, node, known))
            .collect()
    }

    /// One short name. Reports one that is not in `known` as `code`.
    pub(in crate::validate) fn reference(
        &mut self,
        name: &'static str,
        code: Code,
        known: &[&str],
    ) -> Option<Spanned<String>> {
        let node = self.node(name)?;
        self.reference_of(name, code, node, known)
    }

    /// The short name that a node is. Reports one that is not in `known` as `code`.
    pub(in crate::validate) fn reference_of(
        &self,
        name: &str,
        code: Code,
        node: &Node,
        known: &[&str],
    ) -> Option<Spanned<String>> {
        let Some(text) = node.text() else {
            self.report_type_error(name, Expected::Id, node);
            return None;
        };
        let at = self.place(node.span);
        let words = known.iter().copied();
        if known.contains(&text) {
            return Some(Spanned {
                value: text.to_owned(),
                at,
            });
        }
        // Roles have words of the field; other short names are a school's own.
        let meant = match name {
            "role" => synonyms::choice(text, words),
            _ if code == Code::UnknownPerson => {
                synonyms::same(text, words).or_else(|| in_full_name(text, known))
            }
            _ => synonyms::same(text, words),
        };
        let Some(meant) = meant else {
            self.report_choice(code, name, text, &at, known);
            return None;
        };
        self.read_as(&at, text, meant);
        Some(Spanned {
            value: meant.to_owned(),
            at,
        })
    }

    /// Languages, by tag or by name.
    pub(in crate::validate) fn languages(&mut self, name: &'static str) -> Vec<Spanned<Lang>> {
        let mut languages = Vec::new();
        for node in self.short_list(name, &[]) {
            let at = self.place(node.span);
            let text = node.text().unwrap_or_default();
            let tag = if is_language(text) {
                text
            } else if let Some(tag) = synonyms::language(text) {
                self.read_as(&at, text, tag);
                tag
            } else {
                self.report_type_error(name, Expected::Language, &node);
                continue;
            };
            languages.push(Spanned {
                value: Lang::new(tag),
                at,
            });
        }
        languages
    }

    /// Days of the week, each once, in the order of the week.
    pub(in crate::validate) fn weekdays(&mut self, name: &'static str) -> Vec<Weekday> {
        let mut days = Vec::new();
        let value = self.node(name);
        for node in self.list(name) {
            let text = node.text().unwrap_or_default();
            match weekdays(text) {
                Some(Reading::Exact(read)) => days.extend(read),
                Some(Reading::Meant(read)) => {
                    let in_list = value.is_some_and(|value| !std::ptr::eq(value, node));
                    let written = weekdays::told(&read);
                    let written = if in_list {
                        written
                    } else {
                        format!("[{written}]")
                    };
                    self.read_as(&self.place(node.span), text, &written);
                    days.extend(read);
                }
                None => {
                    let _ = self.choice_of(name, node, &choices::WEEKDAYS);
                }
            }
        }
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// The short name that is a word of a full name: `Ms. Rivera`, `Marta Rivera`.
/// `None` if two could be meant.
fn in_full_name<'n>(text: &str, ids: &[&'n str]) -> Option<&'n str> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .collect();
    let mut named = ids
        .iter()
        .filter(|id| words.iter().any(|word| word == **id));
    let only = named.next()?;
    (text.contains(' ') && named.next().is_none()).then_some(*only)
}

/// Commas and semicolons as keyboards of the school's languages have them.
const SEPARATORS: [char; 6] = [',', ';', '،', '、', '，', '；'];

/// The words between commas, each with its byte offset.
fn between_commas(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut from = 0;
    for part in text.split_inclusive(SEPARATORS) {
        let word = part.trim_end_matches(SEPARATORS);
        let front = word.len() - word.trim_start().len();
        words.push((from + front, word.trim()));
        from += part.len();
    }
    words
}

fn scalar(span: Span, text: &str) -> Node {
    Node {
        span,
        kind: Kind::Scalar(Scalar {
            text: text.to_owned(),
            plain: true,
        }),
    }
}

/// The words between commas, each with its own place. `None` if there is no comma,
/// or if quotes or escapes hide where a word is.
fn parts(node: &Node, whole: &Scalar) -> Option<Vec<Node>> {
    let text = whole.text.as_str();
    let quotes = (node.span.end - node.span.start).checked_sub(text.len())?;
    let start = match (whole.plain, quotes) {
        (true, 0) => node.span.start,
        (false, 2) => node.span.start + 1,
        _ => return None,
    };
    let words = between_commas(text).into_iter();
    let parts: Vec<Node> = words
        .filter(|(_, word)| !word.is_empty())
        .map(|(at, word)| scalar(Span::new(start + at, start + at + word.len()), word))
        .collect();
    (parts.len() > 1).then_some(parts)
}

/// The words of a translation between commas, if there are as many as the original
/// has entries.
pub(super) fn listed(node: &Node, length: usize) -> Option<Vec<Node>> {
    let text = node.text().filter(|_| length > 1)?;
    let words = between_commas(text);
    let fits = words.len() == length && words.iter().all(|(_, word)| !word.is_empty());
    fits.then(|| {
        let words = words.into_iter();
        words.map(|(_, word)| scalar(node.span, word)).collect()
    })
}

/// Words with commas between them, as a list in YAML. `None` if there is no comma.
pub(super) fn as_list(text: &str) -> Option<String> {
    let is_plain = |word: &str| {
        let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.');
        word.chars().all(plain) && word.starts_with(char::is_alphabetic)
    };
    let words = between_commas(text).into_iter();
    let list: Vec<String> = words
        .filter(|(_, word)| !word.is_empty())
        .map(|(_, word)| {
            if is_plain(word) {
                word.to_owned()
            } else {
                format!("\"{}\"", word.replace(['"', '\\'], ""))
            }
        })
        .collect();
    (list.len() > 1).then(|| format!("[{}]", list.join(", ")))
}
