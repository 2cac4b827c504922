//! Diagnostics as JSON, one object per line.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Messages, Texts};
use crate::diagnostic::{Another, Diagnostic, Severity};
use crate::source::{RelPath, moves_terminal};

/// A diagnostic for other programs. Lines and columns count from 1.
#[derive(Serialize)]
struct Object<'a> {
    code: &'a str,
    name: &'a str,
    severity: Severity,
    student: Option<&'a str>,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
    why: Option<String>,
    help: Option<String>,
    replacement: Option<&'a str>,
    /// The number of further places with the same cause.
    more: usize,
    /// The first of those places.
    places: Vec<Spot<'a>>,
}

/// A further place with the same cause.
#[derive(Serialize)]
struct Spot<'a> {
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    replacement: Option<&'a str>,
}

fn spot<'a>(one: &'a Another, texts: &Texts) -> Spot<'a> {
    let position = one.at.as_ref().and_then(|at| texts.position_of(at));
    Spot {
        file: one.file.as_ref().map(RelPath::as_str),
        line: position.map(|position| position.line),
        column: position.map(|position| position.column),
        replacement: one.fix.as_ref().map(|fix| fix.text.as_str()),
    }
}

/// Escapes characters that are allowed in JSON strings but would affect a
/// terminal that shows the log.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for character in json.chars() {
        if moves_terminal(character) {
            // Writing to a String cannot fail.
            let _ = write!(out, "\\u{:04x}", u32::from(character));
        } else {
            out.push(character);
        }
    }
    out
}

pub(super) fn render(diagnostic: &Diagnostic, texts: &Texts, messages: &Messages) -> String {
    let position = texts.position(diagnostic);
    let object = Object {
        code: diagnostic.code.number(),
        name: diagnostic.code.name(),
        severity: diagnostic.code.severity(),
        student: diagnostic.student(),
        file: diagnostic.file.as_ref().map(RelPath::as_str),
        line: position.map(|position| position.line),
        column: position.map(|position| position.column),
        message: messages.what(diagnostic),
        why: messages.why(diagnostic),
        help: messages.help(diagnostic),
        replacement: diagnostic.fix.as_ref().map(|fix| fix.text.as_str()),
        more: diagnostic.more.count,
        places: diagnostic
            .more
            .places
            .iter()
            .map(|one| spot(one, texts))
            .collect(),
    };
    escaped(&serde_json::to_string(&object).unwrap_or_default())
}
