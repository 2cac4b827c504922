//! How the facts of a file are laid out: the exact place and form of each value, its
//! colon, and its hyphen, for whoever changes the file.

use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, Span as EventSpan, StructureStyle};

use super::node::{Kind, Node};
use super::repair::Repaired;
use super::yaml::{parse_repaired, settings};
use crate::diagnostic::Outcome;
use crate::source::{RelPath, Span};

/// The facts of a file, and how they are laid out.
#[derive(Debug, Default)]
pub struct Layout {
    repaired: Repaired,
    offset: usize,
    /// What the file says. `None` if it says nothing.
    pub node: Option<Node>,
    /// Its layout: one [`Part`] for each [`Node`]. `None` if there is no node, or if it is
    /// written in a way that cannot be changed exactly, such as keys after question marks.
    pub root: Option<Part>,
}

/// The place of one value. Spans are bytes of [`Layout::text`].
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// From its first to its last character, with quotes and brackets, without a comment.
    /// For no value, the place where one could be.
    pub span: Span,
    /// How it is written.
    pub form: Form,
}

/// How a value is written.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// Not at all, or as `~`.
    Empty,
    /// Without quotes.
    Plain,
    /// In single quotes.
    Single,
    /// In double quotes.
    Double,
    /// As lines after a `|` or `>`. Holds the sign and what is directly after it.
    Lines(Span),
    /// As `[a, b]`.
    FlowList(Vec<Part>),
    /// As `{a: b}`.
    FlowMap(Vec<Field>),
    /// As lines with hyphens. Each item has the place of its hyphen.
    List(Vec<(usize, Part)>),
    /// As lines with keys.
    Map(Vec<Field>),
}

/// The place of one `key: value`.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The key, with its quotes.
    pub key: Span,
    /// The first byte after the colon. `None` if there is no colon: `{a}`.
    pub after_colon: Option<usize>,
    /// The value.
    pub value: Part,
}

impl Layout {
    /// Reads `text`, which begins at byte `offset` of `file`. Returns `None` if it has an
    /// error; the diagnostics have the reason.
    pub fn of(file: &RelPath, text: &str, offset: usize) -> Outcome<Option<Self>> {
        let (node, diagnostics, repaired) = parse_repaired(file, text, offset);
        if diagnostics.any_error() {
            return Outcome::new(None, diagnostics);
        }
        let node = node.filter(|node| node.kind != Kind::Empty);
        let root = node.as_ref().and_then(|_| Walk::whole(&repaired.text));
        let layout = Self {
            repaired,
            offset,
            node,
            root,
        };
        Outcome::new(Some(layout), diagnostics)
    }

    /// The text as it was meant. It is the file's own text, unless kinfolio repairs a
    /// typing mistake in it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.repaired.text
    }

    /// Whether the text differs from the file's own.
    #[must_use]
    pub fn is_repaired(&self) -> bool {
        self.repaired.is_changed()
    }

    /// The place in the file of a part of [`Layout::text`].
    #[must_use]
    pub fn in_file(&self, span: Span) -> Span {
        let (start, end) = (self.repaired.back(span.start), self.repaired.back(span.end));
        Span::new(start, end).shifted(self.offset)
    }
}

/// A map or list whose end is not read yet.
enum Open {
    FlowList(usize, Vec<Part>),
    FlowMap(usize, Vec<Field>, Option<Key>),
    List(Vec<(usize, Part)>, usize),
    Map(Vec<Field>, Option<Key>),
}

/// A key, and the first byte after its colon.
type Key = (Span, Option<usize>);

/// Follows the events of the YAML library through the text.
struct Walk<'a> {
    text: &'a str,
    /// The first byte that does not belong to a value, key, colon, or hyphen yet.
    at: usize,
    open: Vec<Open>,
}

impl<'a> Walk<'a> {
    fn whole(text: &'a str) -> Option<Part> {
        let mut walk = Self {
            text,
            at: 0,
            open: Vec::new(),
        };
        for event in Parser::new_from_str_with_options(text, settings()) {
            let (event, span) = event.ok()?;
            if let Some(part) = walk.step(&event, span)? {
                return Some(part);
            }
        }
        None
    }

    /// Returns the root when it is complete, and `None` in place of an option if the text
    /// is written in an unusual way.
    #[expect(clippy::option_option, reason = "the outer one is for `?`")]
    fn step(&mut self, event: &Event, span: EventSpan) -> Option<Option<Part>> {
        let range = span.byte_range()?;
        let finished = match event {
            Event::DocumentStart(..) => {
                self.at = range.end.max(self.at);
                return Some(None);
            }
            Event::Scalar(value, style, ..) => {
                if self.is_key() {
                    self.key(Span::new(range.start, range.end))?;
                    return Some(None);
                }
                self.before_value()?;
                self.scalar(value, *style, Span::new(range.start, range.end))?
            }
            Event::SequenceStart(style, ..) => {
                self.before_value()?;
                self.open.push(if *style == StructureStyle::Flow {
                    self.at = range.end;
                    Open::FlowList(range.start, Vec::new())
                } else {
                    Open::List(Vec::new(), 0)
                });
                return Some(None);
            }
            Event::MappingStart(style, ..) => {
                self.before_value()?;
                let flow = *style == StructureStyle::Flow;
                if flow && self.text.get(range.clone()) != Some("{") {
                    return None;
                }
                self.open.push(if flow {
                    self.at = range.end;
                    Open::FlowMap(range.start, Vec::new(), None)
                } else {
                    Open::Map(Vec::new(), None)
                });
                return Some(None);
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(range.end)?,
            _ => return Some(None),
        };
        Some(self.add(finished))
    }

    /// Whether the next scalar is a key.
    fn is_key(&self) -> bool {
        matches!(
            self.open.last(),
            Some(Open::FlowMap(_, _, None) | Open::Map(_, None))
        )
    }

    fn key(&mut self, span: Span) -> Option<()> {
        let end = span.start + self.text.get(span.start..span.end)?.trim_end().len();
        let span = Span::new(span.start, end);
        let rest = self.text.get(end..)?;
        let gap = rest.len() - rest.trim_start_matches(' ').len();
        let colon = rest.get(gap..)?.starts_with(':');
        let after_colon = colon.then_some(end + gap + 1);
        match self.open.last_mut()? {
            Open::FlowMap(_, _, key) => *key = Some((span, after_colon)),
            // Otherwise there is a question mark before the key.
            Open::Map(_, key) if colon => *key = Some((span, after_colon)),
            _ => return None,
        }
        self.at = after_colon.unwrap_or(end);
        Some(())
    }

    /// Finds the hyphen before an item.
    fn before_value(&mut self) -> Option<()> {
        if let Some(Open::Map(_, None) | Open::FlowMap(_, _, None)) = self.open.last() {
            // A map or list in place of a key.
            return None;
        }
        if let Some(Open::List(_, hyphen)) = self.open.last_mut() {
            *hyphen = next_sign(self.text, self.at)?;
            self.text.get(*hyphen..)?.strip_prefix('-')?;
            self.at = *hyphen + 1;
        }
        Some(())
    }

    fn scalar(&mut self, value: &str, style: ScalarStyle, range: Span) -> Option<Part> {
        let written = self.text.get(range.start..range.end)?;
        let span = Span::new(range.start, range.start + written.trim_end().len());
        let part = |span, form| Part { span, form };
        let from = self.at;
        self.at = range.end.max(self.at);
        Some(match style {
            ScalarStyle::Plain if written.is_empty() => part(Span::new(from, from), Form::Empty),
            ScalarStyle::Plain if value == "~" => part(span, Form::Empty),
            ScalarStyle::Plain => part(span, Form::Plain),
            ScalarStyle::SingleQuoted => part(span, Form::Single),
            ScalarStyle::DoubleQuoted => part(span, Form::Double),
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let start = next_sign(self.text, from)?;
                let sign = self.text.get(start..)?;
                let length =
                    sign.find(|c: char| !matches!(c, '|' | '>' | '+' | '-' | '0'..='9'))?;
                let head = Span::new(start, start + length);
                (length > 0).then_some(())?;
                // The library puts an empty text after its line.
                let end = if written.trim().is_empty() {
                    head.end
                } else {
                    span.end
                };
                part(Span::new(start, end), Form::Lines(head))
            }
        })
    }

    fn close(&mut self, end: usize) -> Option<Part> {
        match self.open.pop()? {
            Open::FlowList(start, items) => {
                self.at = end;
                let (span, form) = (Span::new(start, end), Form::FlowList(items));
                Some(Part { span, form })
            }
            Open::FlowMap(start, fields, _) => {
                self.at = end;
                let (span, form) = (Span::new(start, end), Form::FlowMap(fields));
                Some(Part { span, form })
            }
            Open::List(items, _) => {
                let start = items.first()?.0;
                let (hyphen, last) = items.last()?;
                let span = Span::new(start, last.span.end.max(hyphen + 1));
                let form = Form::List(items);
                Some(Part { span, form })
            }
            Open::Map(fields, _) => {
                let start = fields.first()?.key.start;
                let span = Span::new(start, fields.last()?.end());
                let form = Form::Map(fields);
                Some(Part { span, form })
            }
        }
    }

    /// Adds a finished value to what it is in, or returns it if it is the root.
    fn add(&mut self, part: Part) -> Option<Part> {
        match self.open.last_mut() {
            None => return Some(part),
            Some(Open::FlowList(_, items)) => items.push(part),
            Some(Open::List(items, hyphen)) => items.push((*hyphen, part)),
            Some(Open::FlowMap(_, fields, key) | Open::Map(fields, key)) => {
                let (key, after_colon) = key.take()?;
                fields.push(Field {
                    key,
                    after_colon,
                    value: part,
                });
            }
        }
        None
    }
}

impl Field {
    /// One more than its last byte.
    #[must_use]
    pub fn end(&self) -> usize {
        let own = self.after_colon.unwrap_or(self.key.end);
        self.value.span.end.max(own)
    }
}

/// The first byte from `at` on that is neither a space nor in a comment.
fn next_sign(text: &str, at: usize) -> Option<usize> {
    let mut at = at;
    loop {
        let rest = text.get(at..)?;
        let sign = at + rest.len() - rest.trim_start().len();
        let found = text.get(sign..)?;
        if !found.starts_with('#') {
            return Some(sign);
        }
        at = sign + found.find('\n')?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;

    /// The parts of a text, each with what is at its place.
    fn shown(text: &str) -> String {
        let file = RelPath::new("a.yaml").unwrap();
        let layout = Layout::of(&file, text, 0).into_value(&mut Diagnostics::default());
        let layout = layout.unwrap();
        layout
            .root
            .map_or_else(String::new, |root| part(text, &root))
    }

    fn part(text: &str, one: &Part) -> String {
        let own = &text[one.span.start..one.span.end];
        let fields = |fields: &[Field]| {
            let field = |field: &Field| {
                let key = &text[field.key.start..field.key.end];
                let colon = field.after_colon.map_or("", |at| &text[at - 1..at]);
                format!("{key}{colon}{}", part(text, &field.value))
            };
            fields.iter().map(field).collect::<Vec<_>>().join(" ")
        };
        match &one.form {
            Form::Empty => format!("empty<{own}>"),
            Form::Lines(head) => format!("{}<{own}>", &text[head.start..head.end]),
            Form::FlowMap(inside) => format!("<{own}>{{{}}}", fields(inside)),
            Form::Map(inside) => format!("<{own}>({})", fields(inside)),
            Form::FlowList(items) => {
                let items: Vec<_> = items.iter().map(|item| part(text, item)).collect();
                format!("<{own}>[{}]", items.join(" "))
            }
            Form::List(items) => {
                let item = |(at, item): &(usize, Part)| {
                    assert_eq!(&text[*at..=*at], "-");
                    part(text, item)
                };
                let items: Vec<_> = items.iter().map(item).collect();
                format!("<{own}>({})", items.join(" "))
            }
            _ => own.to_owned(),
        }
    }

    #[test]
    fn every_part_has_its_place() {
        let check = |text: &str, expected: &str| assert_eq!(shown(text), expected, "{text:?}");
        check("a: 1 # b\n", "<a: 1>(a:1)");
        check(
            "a: x\n   y\nb : \"q\"\n",
            "<a: x\n   y\nb : \"q\">(a:x\n   y b:\"q\")",
        );
        check("a: # b\n  c: 1\n", "<a: # b\n  c: 1>(a:<c: 1>(c:1))");
        check("a: |- # b\n  x\n\n", "<a: |- # b\n  x>(a:|-<|- # b\n  x>)");
        check("a: >\nb: ~\n", "<a: >\nb: ~>(a:><>> b:empty<~>)");
        check(
            "a:\n# b - c\n\n- 1\n- # d\n  2\n",
            "<a:\n# b - c\n\n- 1\n- # d\n  2>(a:<- 1\n- # d\n  2>(1 2))",
        );
        check(
            "- - a\n  - b\n-\n",
            "<- - a\n  - b\n->(<- a\n  - b>(a b) empty<>)",
        );
        check(
            "- a: 1\n  b: 2\n",
            "<- a: 1\n  b: 2>(<a: 1\n  b: 2>(a:1 b:2))",
        );
        check(
            "{a: 1, b, c: [], d: }",
            "<{a: 1, b, c: [], d: }>{a:1 bempty<> c:<[]>[] d:empty<>}",
        );
        check("---\n- a\n...\n", "<- a>(a)");
        check("# nothing\n", "");
        // These are written in an unusual way.
        check("? a\n: 1\n", "");
        check("a: [b: 1]\n", "");
    }
}
