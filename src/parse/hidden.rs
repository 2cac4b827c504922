//! Reports hidden characters in files, which come with text copied from elsewhere.

use super::node::{Kind, Node};
use super::raw_file::RawFile;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{Place, Span, hidden};

/// Reports hidden characters in the facts and the text of a file.
pub(super) fn report(raw: &RawFile, diagnostics: &mut Diagnostics) {
    node(raw, &raw.facts, diagnostics);
    if let Some(body) = &raw.body {
        text(raw, raw.words(), body.span, diagnostics);
    }
}

fn node(raw: &RawFile, at: &Node, diagnostics: &mut Diagnostics) {
    match &at.kind {
        Kind::Empty => {}
        Kind::Scalar(scalar) => text(raw, &scalar.text, at.span, diagnostics),
        Kind::List(items) => {
            for item in items {
                node(raw, item, diagnostics);
            }
        }
        Kind::Map(entries) => {
            for entry in entries {
                text(raw, &entry.key, entry.key_span, diagnostics);
                node(raw, &entry.value, diagnostics);
            }
        }
    }
}

/// Reports the first hidden character of a text at `span`. If an escape stands for it,
/// its exact place is not known, and the report is about all of `span`.
fn text(raw: &RawFile, text: &str, span: Span, diagnostics: &mut Diagnostics) {
    let Some((_, character)) = hidden(text) else {
        return;
    };
    let written = raw.text.get(span.start..span.end).and_then(hidden);
    let span = written.map_or(span, |(at, character)| {
        let start = span.start + at;
        Span::new(start, start + character.len_utf8())
    });
    let file = raw.path.clone();
    let fault = Diagnostic::at(Code::HiddenCharacters, &Place { file, span });
    diagnostics.push(fault.with("character", format!("U+{:04X}", u32::from(character))));
}
