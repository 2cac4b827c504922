//! Ids, languages and days of the week: one of them, a list, or words with
//! commas between them where a list is meant.

use std::borrow::Cow;

use super::is_language;
use crate::diagnostic::Code;
use crate::input::{Reading, synonyms, weekdays};
use crate::model::{Lang, Weekday};
use crate::parse::{Kind, Node, Scalar};
use crate::source::{Span, Spanned};
use crate::validate::fields::Fields;

impl<'a> Fields<'a> {
    /// The entries of a list of short words. One text with commas in it is read
    /// as a list, unless it is `known` as it stands.
    pub(in crate::validate) fn short_list(
        &self,
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

    /// Ids; those that are not in `known` are reported as `code`.
    pub(in crate::validate) fn references(
        &self,
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

    /// One id; reported as `code` when it is not in `known`.
    pub(in crate::validate) fn reference(
        &self,
        name: &'static str,
        code: Code,
        known: &[&str],
    ) -> Option<Spanned<String>> {
        self.reference_of(name, code, self.node(name)?, known)
    }

    pub(in crate::validate) fn reference_of(
        &self,
        name: &str,
        code: Code,
        node: &Node,
        known: &[&str],
    ) -> Option<Spanned<String>> {
        let Some(text) = node.text() else {
            self.wrong(name, "id", node);
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
        // Roles have words of the field; other ids are a school's own.
        let meant = match name {
            "role" => synonyms::choice(text, words),
            _ if code == Code::UnknownPerson => {
                synonyms::same(text, words).or_else(|| called(text, known))
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

    /// Language tags, as they are spelled in file names, or languages by name.
    pub(in crate::validate) fn languages(&self, name: &'static str) -> Vec<Spanned<Lang>> {
        let mut languages = Vec::new();
        for node in self.short_list(name, &[]) {
            let at = self.place(node.span);
            let text = node.text().unwrap_or_default();
            if is_language(text) {
                languages.push(Spanned {
                    value: Lang::new(text),
                    at,
                });
            } else if let Some(tag) = synonyms::language(text) {
                self.read_as(&at, text, tag);
                languages.push(Spanned {
                    value: Lang::new(tag),
                    at,
                });
            } else {
                self.wrong(name, "language", &node);
            }
        }
        languages
    }

    /// Days of the week under `name`, each once, in the order of the week.
    pub(in crate::validate) fn weekdays(&self, name: &'static str) -> Vec<Weekday> {
        let mut days = Vec::new();
        let nodes = self.list(name);
        let in_brackets = |node: &Node| {
            let whole = self.node(name);
            whole.is_some_and(|whole| !std::ptr::eq(whole, node))
        };
        for node in nodes {
            let text = node.text().unwrap_or_default();
            match weekdays(text) {
                Some(Reading::Exact(read)) => days.extend(read),
                Some(Reading::Meant(read)) => {
                    let told = weekdays::told(&read);
                    let told = if in_brackets(node) {
                        told
                    } else {
                        format!("[{told}]")
                    };
                    self.read_as(&self.place(node.span), text, &told);
                    days.extend(read);
                }
                None => {
                    let _ = self.choice_of(name, node, &WEEKDAYS);
                }
            }
        }
        days.sort_unstable();
        days.dedup();
        days
    }
}

const WEEKDAYS: [(&str, ()); 7] = [
    ("mon", ()),
    ("tue", ()),
    ("wed", ()),
    ("thu", ()),
    ("fri", ()),
    ("sat", ()),
    ("sun", ()),
];

/// Whose short name is in a name as people say it: `Ms. Rivera`, `Marta Rivera`.
/// Nobody's where two could be meant.
fn called<'n>(text: &str, ids: &[&'n str]) -> Option<&'n str> {
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

/// The words between commas, each where it stands. Nothing comes back where
/// there is no comma, or where quotes or escapes hide what stands where.
fn parts(node: &Node, scalar: &Scalar) -> Option<Vec<Node>> {
    let text = scalar.text.as_str();
    let quotes = (node.span.end - node.span.start).checked_sub(text.len())?;
    let start = match (scalar.plain, quotes) {
        (true, 0) => node.span.start,
        (false, 2) => node.span.start + 1,
        _ => return None,
    };
    if !text.contains([',', ';']) {
        return None;
    }
    let mut parts = Vec::new();
    let mut from = 0;
    for part in text.split_inclusive([',', ';']) {
        let word = part.trim_end_matches([',', ';']);
        let front = word.len() - word.trim_start().len();
        let at = start + from + front;
        from += part.len();
        let word = word.trim();
        if !word.is_empty() {
            parts.push(Node {
                span: Span::new(at, at + word.len()),
                kind: Kind::Scalar(Scalar {
                    text: word.to_owned(),
                    plain: true,
                }),
            });
        }
    }
    (parts.len() > 1).then_some(parts)
}

/// The words of a translation between commas, where they are as many as the
/// original has entries.
pub(in crate::validate) fn listed(node: &Node, length: usize) -> Option<Vec<Node>> {
    let text = node.text().filter(|_| length > 1)?;
    let words: Vec<&str> = text
        .split([',', ';', '،', '、', '，'])
        .map(str::trim)
        .collect();
    let fits = words.len() == length && words.iter().all(|word| !word.is_empty());
    fits.then(|| {
        let node = |word: &&str| Node {
            span: node.span,
            kind: Kind::Scalar(Scalar {
                text: (*word).to_owned(),
                plain: true,
            }),
        };
        words.iter().map(node).collect()
    })
}
