//! Turns the YAML library's complaints into ones a teacher can act on.

use serde_yaml::granit_parser::{ErrorKind, ScanError};

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Place, RelPath, Span};

/// The first tab that stands where YAML wants spaces, if there is one.
pub(super) fn tab(file: &RelPath, text: &str, offset: usize) -> Option<Diagnostic> {
    let mut lines = 0;
    let mut first = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let blank = line.trim().is_empty();
        if let Some(at) = line
            .get(..indent)
            .and_then(|space| space.find('\t'))
            .filter(|_| !blank)
        {
            lines += 1;
            first.get_or_insert(Span::new(start + at, start + indent));
        }
        start += line.len();
    }
    let place = Place {
        file: file.clone(),
        span: first?.shifted(offset),
    };
    Some(Diagnostic::at(Code::YamlTab, &place).with("lines", f64::from(lines)))
}

/// A second `---` inside a file of facts.
pub(super) fn second_document(at: &Place) -> Diagnostic {
    Diagnostic::at(Code::YamlSyntax, at).with("problem", "second-document")
}

/// A map or list where a field's name should be.
pub(super) fn structured_key(at: &Place) -> Diagnostic {
    Diagnostic::at(Code::YamlSyntax, at).with("problem", "key")
}

/// Words for an error of the YAML library.
pub(super) fn syntax(file: &RelPath, text: &str, offset: usize, error: &ScanError) -> Diagnostic {
    let byte = error
        .marker()
        .byte_offset()
        .unwrap_or(text.len())
        .min(text.len());
    let place = |span: Span| Place {
        file: file.clone(),
        span: span.shifted(offset),
    };
    if let Some(value) = unquoted_colon(text, byte) {
        let written = text.get(value.start..value.end).unwrap_or_default();
        let quoted = format!("\"{}\"", written.replace('\\', "\\\\").replace('"', "\\\""));
        let at = place(value);
        return Diagnostic::at(Code::YamlColon, &at)
            .with("quoted", quoted.as_str())
            .fix(&at, quoted);
    }
    let (code, problem) = match error.kind() {
        ErrorKind::UnexpectedEofFlowSequence | ErrorKind::ExpectedFlowSequenceSeparator => {
            (Code::YamlSyntax, "bracket")
        }
        ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator => (Code::YamlSyntax, "brace"),
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry => (Code::YamlSyntax, "indentation"),
        ErrorKind::TabNotAllowed | ErrorKind::TabInBlockIndentation => (Code::YamlTab, "tab"),
        ErrorKind::UnexpectedCharacter {
            character: '@' | '`' | '%',
        } => (Code::YamlAlias, "sign"),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => (Code::YamlSyntax, "colon"),
        kind if format!("{kind:?}").contains("Quoted") => (Code::YamlSyntax, "quote"),
        kind if format!("{kind:?}").contains("Limit")
            || format!("{kind:?}").contains("Nesting") =>
        {
            (Code::YamlLimit, "depth")
        }
        _ => (Code::YamlSyntax, "other"),
    };
    let at = place(line_around(text, byte));
    Diagnostic::at(code, &at)
        .with("problem", problem)
        .with("lines", 1.0)
}

/// The value of `key: value: more`, when that is what the line with the error
/// (or the one before it) looks like.
fn unquoted_colon(text: &str, byte: usize) -> Option<Span> {
    let line = line_around(text, byte);
    let written = text.get(line.start..line.end)?;
    let words = written.split(" #").next().unwrap_or(written).trim_end();
    let (key, value) = words.split_once(": ")?;
    let simple = !value
        .trim_start()
        .starts_with(['"', '\'', '[', '{', '|', '>']);
    let twice = value.contains(": ") || value.ends_with(':');
    let name = key
        .trim_start_matches(['-', ' '])
        .chars()
        .all(|c| c.is_alphanumeric() || c == '_');
    let start = line.start + key.len() + 2;
    (simple && twice && name).then(|| Span::new(start, start + value.len()))
}

fn line_around(text: &str, byte: usize) -> Span {
    let at = text.floor_char_boundary(byte.min(text.len()));
    let (before, after) = text.split_at(at);
    // At the end of a file the fault is on the last line that has words.
    if after.trim().is_empty() && before.ends_with(['\n', '\r', ' ']) {
        let end = before.trim_end().len();
        let start = before
            .get(..end)
            .and_then(|b| b.rfind('\n'))
            .map_or(0, |newline| newline + 1);
        return Span::new(start, end);
    }
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let end = after.find('\n').map_or(text.len(), |newline| at + newline);
    let line = text.get(start..end).unwrap_or_default();
    let indent = line.len() - line.trim_start().len();
    Span::new(start + indent, start + line.trim_end().len())
}
