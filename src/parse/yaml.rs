//! The only user of the YAML library: its events become [`Node`]s.
//!
//! Anchors, aliases and tags are refused, depth and size are bounded, so no
//! file can make a build slow.

use std::ops::Range;

use serde_yaml::granit_parser::{Event, Options, Parser, ScalarStyle, ScanError, options};

use super::fault;
use super::node::{Entry, Kind, Node, Scalar};
use super::repair::{Repaired, repair};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, LimitProblem, Outcome};
use crate::source::{Place, RelPath, Span, is_zero_width_space};

/// How deeply maps and lists may be nested.
const MAX_DEPTH: usize = 24;
/// How many values one file may hold.
const MAX_NODES: usize = 40_000;

/// Reads `text`, which begins at byte `offset` of `file`. Returns `None` if it is broken;
/// the diagnostics have the reason.
///
/// Mistakes that have only one meaning are repaired first. Colons are repaired only in a
/// file that cannot be read otherwise.
pub fn parse(file: &RelPath, text: &str, offset: usize) -> Outcome<Option<Node>> {
    let (root, diagnostics, _) = parse_repaired(file, text, offset);
    Outcome::new(root, diagnostics)
}

/// What [`parse`] returns, and the repaired text that it comes from.
pub(super) fn parse_repaired(
    file: &RelPath,
    text: &str,
    offset: usize,
) -> (Option<Node>, Diagnostics, Repaired) {
    if let Some(tab) = fault::tab(file, text, offset) {
        return (None, Diagnostics::from_iter([tab]), Repaired::of(text));
    }
    let read = |repaired: &Repaired| Builder::read(file, repaired, offset);
    let first = repair(text, false).unwrap_or_else(|| Repaired::of(text));
    let (root, diagnostics) = read(&first);
    let lost = root.as_ref().is_none_or(|root| root.text().is_some());
    if lost
        && let Some(repaired) = repair(text, true)
        && let (Some(root), diagnostics) = read(&repaired)
        && root.text().is_none()
    {
        return (Some(root), diagnostics, repaired);
    }
    (root, diagnostics, first)
}

pub(super) fn settings() -> Options {
    options! {
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    }
}

/// A map or list whose end is not read yet.
enum Open {
    List(Span, Vec<Node>),
    Map(Span, Vec<Entry>, Option<(String, Span)>),
}

struct Builder<'a> {
    file: &'a RelPath,
    repaired: &'a Repaired,
    offset: usize,
    diagnostics: Diagnostics,
    nodes: usize,
    /// Where the last value ended.
    read_to: usize,
}

impl<'a> Builder<'a> {
    fn read(
        file: &'a RelPath,
        repaired: &'a Repaired,
        offset: usize,
    ) -> (Option<Node>, Diagnostics) {
        let mut builder = Self {
            file,
            repaired,
            offset,
            diagnostics: Diagnostics::default(),
            nodes: 0,
            read_to: 0,
        };
        let root = builder.document(&repaired.text);
        let broken = builder.diagnostics.any_error();
        for (span, kind) in &repaired.repairs {
            let at = builder.place(span.shifted(offset));
            let note = Diagnostic::at(Code::YamlMended, &at);
            builder.diagnostics.push(note.select(*kind));
        }
        for (span, found, meant) in &repaired.moved {
            let at = builder.place(span.shifted(offset));
            let note = Diagnostic::at(Code::ReadAs, &at).with("found", found.as_str());
            builder.diagnostics.push(note.with("read", meant.as_str()));
        }
        (root.filter(|_| !broken), builder.diagnostics)
    }

    fn document(&mut self, text: &str) -> Option<Node> {
        let mut open: Vec<Open> = Vec::new();
        let mut root = None;
        for event in Parser::new_from_str_with_options(text, settings()) {
            let (event, span, range) = match event {
                Ok((event, span)) => {
                    let range = span.byte_range().unwrap_or_default();
                    (event, self.span(range.clone(), text), range)
                }
                Err(error) => {
                    self.refuse_syntax(text, &error);
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
                    self.diagnostics
                        .push(fault::second_document(&self.place(span)));
                    return None;
                }
                _ => None,
            };
            let Some(node) = finished else { continue };
            self.refuse_lost_words(&node, text, &range);
            self.nodes += 1;
            if self.nodes > MAX_NODES {
                let limit = Diagnostic::at(Code::YamlLimit, &self.place(span));
                self.diagnostics.push(limit.select(LimitProblem::Count));
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
                    self.diagnostics
                        .push(fault::structured_key(&self.place(node.span)));
                }
                let text = node
                    .text()
                    .unwrap_or_default()
                    .trim()
                    .trim_matches(is_zero_width_space)
                    .to_owned();
                if let Some(first) = entries.iter().find(|entry| entry.key == text) {
                    let twin = Diagnostic::at(Code::DuplicateKey, &self.place(node.span));
                    let first = self.place(first.key_span);
                    self.diagnostics
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

    fn refuse_syntax(&mut self, text: &str, error: &ScanError) {
        // `*word*` is already reported as an alias.
        let alias = |one: &Diagnostic| one.code == Code::YamlAlias;
        if self.diagnostics.iter().last().is_some_and(alias) {
            return;
        }
        let mut fault = fault::syntax(self.file, text, 0, error);
        let fix = fault.fix.iter_mut().map(|fix| &mut fix.at);
        for at in fault.at.iter_mut().chain(fix) {
            at.span = self.back(at.span);
        }
        self.diagnostics.push(fault);
    }

    /// Reports `room: #4` and `room: Room #4`, where YAML reads the number as a comment.
    fn refuse_lost_words(&mut self, node: &Node, text: &str, range: &Range<usize>) {
        let from = std::mem::replace(&mut self.read_to, range.end);
        let found = match &node.kind {
            // An empty value has no place; the comment is before the next one.
            Kind::Empty => lost_value(text, from),
            Kind::Scalar(scalar) if scalar.plain => lost_number(text, range),
            _ => None,
        };
        if let Some(span) = found {
            let words = text.get(span.start..span.end).unwrap_or_default();
            let fault = Diagnostic::at(Code::YamlHash, &self.place(self.back(span)));
            self.diagnostics.push(fault.with("words", words));
        }
    }

    fn refuse_if(&mut self, refused: bool, span: Span) {
        if refused {
            self.diagnostics
                .push(Diagnostic::at(Code::YamlAlias, &self.place(span)));
        }
    }

    fn span(&self, range: Range<usize>, text: &str) -> Span {
        let slice = text.get(range.clone()).unwrap_or_default();
        let end = range.start + slice.trim_end().len();
        self.back(Span::new(range.start, end))
    }

    /// The place in the file of a span of the repaired text.
    fn back(&self, span: Span) -> Span {
        let (start, end) = (self.repaired.back(span.start), self.repaired.back(span.end));
        Span::new(start, end.max(start)).shifted(self.offset)
    }

    fn place(&self, span: Span) -> Place {
        Place {
            file: self.file.clone(),
            span,
        }
    }
}

/// `#4` or `#words` directly after the colon or dash that follows `from`.
fn lost_value(text: &str, from: usize) -> Option<Span> {
    let line = text.get(from..)?;
    let (before, remark) = line.split_once('#')?;
    let value = before.trim_start().trim_end_matches([' ', '\t']);
    let opens = value.ends_with(':') || value.ends_with('-');
    let one = value.lines().count() <= 1 || value.ends_with('-');
    let spaced = before.ends_with([' ', '\t']) && remark.starts_with(char::is_alphanumeric);
    let end = remark.find(['\n', '\r']).unwrap_or(remark.len());
    let start = from + before.len();
    let whole = remark.get(..end)?.trim_end().len() + 1;
    (opens && one && spaced).then(|| Span::new(start, start + whole))
}

/// `#4` after the text of a value.
fn lost_number(text: &str, range: &Range<usize>) -> Option<Span> {
    let end = range.start + text.get(range.clone())?.trim_end().len();
    let line = text.get(end..)?.lines().next()?;
    let remark = line.trim_start();
    let start = end + line.len() - remark.len();
    let digit = remark
        .strip_prefix('#')?
        .starts_with(|c: char| c.is_ascii_digit());
    let whole = remark.trim_end().len();
    (start > end && digit).then(|| Span::new(start, start + whole))
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

/// The span of a map or list, which has no length of its own: that of its first item.
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

/// Reads curly quotes around a value as plain ones, which phones turn into curly ones.
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
        let mut diagnostics = Diagnostics::default();
        let file = RelPath::new("a.yaml").unwrap();
        let _ = parse(&file, text, 0).into_value(&mut diagnostics);
        diagnostics.iter().map(|one| one.code.name()).collect()
    }

    fn read(text: &str) -> Node {
        let mut diagnostics = Diagnostics::default();
        let file = RelPath::new("a.yaml").unwrap();
        let node = parse(&file, text, 0).into_value(&mut diagnostics);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
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
        check("room: #4\n", &["yaml-hash"]);
        check("room: #4\nnext: 1\n", &["yaml-hash"]);
        check("room: Room #4\n", &["yaml-hash"]);
        check("rooms:\n  - Room #4\n", &["yaml-hash"]);
        check("rooms:\n  - #4\n  - 5\n", &["yaml-hash"]);
        check("room: 4 # the big one\n", &[]);
        check("room: 4 #the big one\n", &[]);
        check("room: # none\n", &[]);
        check("room: \"Room #4\"\n", &[]);
        check("room: |\n  Room #4\n  b #5\n", &[]);
        check("room: @zoe\n", &["yaml-alias"]);
        check("room: `a`\n", &["yaml-alias"]);
        check("room: %a\n", &["yaml-alias"]);
        check("a：1\n", &["yaml-mended"]);
        check("a: 1\nb:2\nc: 3\n", &["yaml-mended"]);
        check("a:2\n", &["yaml-mended"]);
        check("a:\n\u{a0}\u{a0}b: 1\n", &["yaml-mended"]);
        check("a: “b: c”\n", &["yaml-mended", "yaml-mended"]);
        check("a: 1\nwords without a colon\n", &["yaml-syntax"]);
    }
}
