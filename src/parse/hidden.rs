//! Characters that cannot be seen: they come with text copied from elsewhere.

use super::files::RawFile;
use super::node::{Kind, Node};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{Place, Span, hidden};

/// Reports them wherever a file has words or facts.
pub(super) fn report(raw: &RawFile, diagnostics: &mut Diagnostics) {
    node(raw, &raw.facts, diagnostics);
    if let Some(body) = &raw.body {
        words(raw, raw.words(), body.span, diagnostics);
    }
}

fn node(raw: &RawFile, at: &Node, diagnostics: &mut Diagnostics) {
    match &at.kind {
        Kind::Empty => {}
        Kind::Scalar(scalar) => words(raw, &scalar.text, at.span, diagnostics),
        Kind::List(items) => {
            for item in items {
                node(raw, item, diagnostics);
            }
        }
        Kind::Map(entries) => {
            for entry in entries {
                words(raw, &entry.key, entry.key_span, diagnostics);
                node(raw, &entry.value, diagnostics);
            }
        }
    }
}

/// Looks through the words that stand at `span`. An escape that stands for such a
/// character is somewhere in it.
fn words(raw: &RawFile, text: &str, span: Span, diagnostics: &mut Diagnostics) {
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
    diagnostics.push(fault.with("character", format!("U+{:04X}", u32::from(sign))));
}
