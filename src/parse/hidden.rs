//! Characters that cannot be seen: they come with text copied from elsewhere.

use super::files::RawFile;
use super::node::{Kind, Node};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{Place, Span, hidden};

/// Reports them wherever a file has words or facts.
pub(super) fn report(raw: &RawFile, seen: &mut Diagnostics) {
    node(raw, &raw.facts, seen);
    if let Some(body) = &raw.body {
        words(raw, raw.words(), body.span, seen);
    }
}

fn node(raw: &RawFile, at: &Node, seen: &mut Diagnostics) {
    match &at.kind {
        Kind::Empty => {}
        Kind::Scalar(scalar) => words(raw, &scalar.text, at.span, seen),
        Kind::List(items) => {
            for item in items {
                node(raw, item, seen);
            }
        }
        Kind::Map(entries) => {
            for entry in entries {
                words(raw, &entry.key, entry.key_span, seen);
                node(raw, &entry.value, seen);
            }
        }
    }
}

/// Looks through the words that stand at `span`. An escape that stands for such a
/// character is somewhere in it.
fn words(raw: &RawFile, text: &str, span: Span, seen: &mut Diagnostics) {
    let Some((_, sign)) = hidden(text) else {
        return;
    };
    let written = raw.text.get(span.start..span.end).and_then(hidden);
    let span = written.map_or(span, |(at, sign)| {
        let start = span.start + at;
        Span::new(start, start + sign.len_utf8())
    });
    let file = raw.path.clone();
    let fault = Diagnostic::at(Code::HiddenCharacters, &Place { file, span });
    seen.push(fault.with("character", format!("U+{:04X}", u32::from(sign))));
}
