//! The only user of the YAML library: its events become [`Node`]s.
//!
//! Anchors, aliases and tags are refused, depth and size are bounded, so no
//! file can make a build slow.

use std::ops::Range;

use serde_yaml::granit_parser::{Event, Options, Parser, ScalarStyle, options};

use super::fault;
use super::node::{Entry, Kind, Node, Scalar};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome};
use crate::source::{Place, RelPath, Span};

/// How deep maps and lists may stand in each other.
const MAX_DEPTH: usize = 24;
/// How many values one file may hold.
const MAX_NODES: usize = 40_000;

/// Reads `text`, which begins at byte `offset` of `file`. Nothing comes back
/// when it is broken; why is in the diagnostics.
pub fn parse(file: &RelPath, text: &str, offset: usize) -> Outcome<Option<Node>> {
    let mut builder = Builder {
        file,
        offset,
        seen: Diagnostics::default(),
        nodes: 0,
    };
    if let Some(tab) = fault::tab(file, text, offset) {
        return Outcome::new(None, Diagnostics::from_iter([tab]));
    }
    let root = builder.document(text);
    let broken = builder.seen.any_error();
    Outcome::new(root.filter(|_| !broken), builder.seen)
}

fn settings() -> Options {
    options! {
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    }
}

/// A map or list whose end has not been read yet.
enum Open {
    List(Span, Vec<Node>),
    Map(Span, Vec<Entry>, Option<(String, Span)>),
}

struct Builder<'a> {
    file: &'a RelPath,
    offset: usize,
    seen: Diagnostics,
    nodes: usize,
}

impl Builder<'_> {
    fn document(&mut self, text: &str) -> Option<Node> {
        let mut open: Vec<Open> = Vec::new();
        let mut root = None;
        for event in Parser::new_from_str_with_options(text, settings()) {
            let (event, span) = match event {
                Ok((event, span)) => (event, self.span(span.byte_range(), text)),
                Err(error) => {
                    // `*word*` is refused as an alias first; that is one fault.
                    let alias = |one: &Diagnostic| one.code == Code::YamlAlias;
                    if !self.seen.iter().last().is_some_and(alias) {
                        let fault = fault::syntax(self.file, text, self.offset, &error);
                        self.seen.push(fault);
                    }
                    return None;
                }
            };
            let finished = match event {
                Event::Scalar(value, style, anchor, tag) => {
                    self.refuse_if(anchor > 0 || tag.is_some(), span);
                    Some(Node {
                        span,
                        kind: scalar(&value, style),
                    })
                }
                Event::SequenceStart(_, anchor, tag) => {
                    self.refuse_if(anchor > 0 || tag.is_some(), span);
                    open.push(Open::List(span, Vec::new()));
                    None
                }
                Event::MappingStart(_, anchor, tag) => {
                    self.refuse_if(anchor > 0 || tag.is_some(), span);
                    open.push(Open::Map(span, Vec::new(), None));
                    None
                }
                Event::SequenceEnd | Event::MappingEnd => open.pop().map(close),
                Event::Alias(_) | Event::UnresolvedAlias(_) => {
                    self.refuse_if(true, span);
                    Some(Node {
                        span,
                        kind: Kind::Empty,
                    })
                }
                Event::DocumentStart(..) if root.is_some() => {
                    self.seen.push(fault::second_document(&self.place(span)));
                    return None;
                }
                _ => None,
            };
            let Some(node) = finished else { continue };
            self.nodes += 1;
            if self.nodes > MAX_NODES {
                let limit = Diagnostic::at(Code::YamlLimit, &self.place(span));
                self.seen.push(limit.with("problem", "count"));
                return None;
            }
            match open.last_mut() {
                None => root = Some(node),
                Some(parent) => self.add(parent, node),
            }
        }
        root
    }

    fn add(&mut self, parent: &mut Open, node: Node) {
        match parent {
            Open::List(_, items) => items.push(node),
            Open::Map(_, entries, key @ None) => {
                if let Kind::Map(_) | Kind::List(_) = node.kind {
                    self.seen
                        .push(fault::structured_key(&self.place(node.span)));
                }
                let text = node.text().unwrap_or_default().trim().to_owned();
                if let Some(first) = entries.iter().find(|entry| entry.key == text) {
                    let twin = Diagnostic::at(Code::DuplicateKey, &self.place(node.span));
                    let first = self.place(first.key_span);
                    self.seen
                        .push(twin.with("key", text.as_str()).label(&first, "first"));
                }
                *key = Some((text, node.span));
            }
            Open::Map(_, entries, key) => {
                if let Some((key, key_span)) = key.take() {
                    entries.push(Entry {
                        key,
                        key_span,
                        value: node,
                    });
                }
            }
        }
    }

    fn refuse_if(&mut self, refused: bool, span: Span) {
        if refused {
            self.seen
                .push(Diagnostic::at(Code::YamlAlias, &self.place(span)));
        }
    }

    fn span(&self, range: Option<Range<usize>>, text: &str) -> Span {
        let range = range.unwrap_or(0..0);
        let slice = text.get(range.clone()).unwrap_or_default();
        let end = range.start + slice.trim_end().len();
        Span::new(range.start, end).shifted(self.offset)
    }

    fn place(&self, span: Span) -> Place {
        Place {
            file: self.file.clone(),
            span,
        }
    }
}

fn close(open: Open) -> Node {
    match open {
        Open::List(span, items) => Node {
            span: reach(span, items.first()),
            kind: Kind::List(items),
        },
        Open::Map(span, entries, _) => {
            let span = entries.first().map_or(span, |entry| entry.key_span);
            Node {
                span,
                kind: Kind::Map(entries),
            }
        }
    }
}

/// A collection's own span has no length; its first item is what can be shown.
fn reach(span: Span, first: Option<&Node>) -> Span {
    first.map_or(span, |node| {
        Span::new(span.start.min(node.span.start), node.span.end)
    })
}

fn scalar(value: &str, style: ScalarStyle) -> Kind {
    let plain = style == ScalarStyle::Plain;
    if plain && matches!(value.trim(), "" | "~") {
        return Kind::Empty;
    }
    let text = if plain { unquoted(value.trim()) } else { value };
    Kind::Scalar(Scalar {
        text: text.to_owned(),
        plain,
    })
}

/// Phones turn `"` into curly quotes; around a whole value they were meant as
/// YAML's own.
fn unquoted(text: &str) -> &str {
    const PAIRS: [(char, char); 4] = [('“', '”'), ('„', '“'), ('‘', '’'), ('”', '”')];
    PAIRS
        .iter()
        .find_map(|(open, close)| {
            let inner = text.strip_prefix(*open)?.strip_suffix(*close)?;
            (!inner.contains([*open, *close])).then_some(inner)
        })
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        let mut seen = Diagnostics::default();
        let file = RelPath::new("a.yaml").unwrap();
        let _ = parse(&file, text, 0).into_value(&mut seen);
        seen.iter().map(|one| one.code.name()).collect()
    }

    fn read(text: &str) -> Node {
        let mut seen = Diagnostics::default();
        let file = RelPath::new("a.yaml").unwrap();
        let node = parse(&file, text, 0).into_value(&mut seen);
        assert!(seen.is_empty(), "{seen:?}");
        node.unwrap()
    }

    #[test]
    fn values_keep_their_characters() {
        let check = |text: &str, expected: &str| {
            assert_eq!(
                read(&format!("k: {text}\n")).get("k").and_then(Node::text),
                Some(expected)
            );
        };
        check("NO", "NO");
        check("007", "007");
        check("2026-02-30", "2026-02-30");
        check("8/10", "8/10");
        check("\"a: b\"", "a: b");
        check("“Reading”", "Reading");
        check("he said “hello” twice", "he said “hello” twice");
        check("Null", "Null");
        check("Ж: ".trim_end_matches([':', ' ']), "Ж");
    }

    #[test]
    fn spans_are_bytes_of_the_file() {
        let text = "name: Zoë\ntarget: 9\n";
        let node = read(text);
        let target = node.get("target").unwrap().span;
        assert_eq!(text.get(target.start..target.end), Some("9"));
    }

    #[test]
    fn what_is_broken_is_named() {
        let check = |text: &str, expected: &[&str]| assert_eq!(codes(text), expected, "{text:?}");
        check("a: 1\na: 2\na: 3\n", &["duplicate-key", "duplicate-key"]);
        check("a:\n\t- b\n", &["yaml-tab"]);
        check("a: &x 1\nb: *x\n", &["yaml-alias", "yaml-alias"]);
        check("a: *My*\n", &["yaml-alias"]);
        check("a: !str b\n", &["yaml-alias"]);
        check("name: Amina: the reader\n", &["yaml-colon"]);
        check("a: [1, 2\n", &["yaml-syntax"]);
        check("a: {b: 1\n", &["yaml-syntax"]);
        check("a: \"b\n", &["yaml-syntax"]);
        check("a: 1\n  b: 2\n", &["yaml-syntax"]);
        check("a: 1\n---\nb: 2\n", &["yaml-syntax"]);
        check(&"[".repeat(60), &["yaml-limit"]);
    }
}
