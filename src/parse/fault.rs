//! Diagnostics for the errors of the YAML library.

use serde_yaml::granit_parser::{ErrorKind, ScanError};

use crate::diagnostic::{Code, Diagnostic, LimitProblem, SyntaxProblem};
use crate::source::{Place, RelPath, Span};

/// Reports the first tab where YAML requires spaces. `None` if there is none.
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

/// Reports a second `---` in a file of facts.
pub(super) fn second_document(at: &Place) -> Diagnostic {
    Diagnostic::at(Code::YamlSyntax, at).select(SyntaxProblem::SecondDocument)
}

/// Reports a map or list where a field's name should be.
pub(super) fn structured_key(at: &Place) -> Diagnostic {
    Diagnostic::at(Code::YamlSyntax, at).select(SyntaxProblem::Key)
}

/// Reports an error of the YAML library.
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
    let fault = |code| Diagnostic::at(code, &place(line_around(text, byte)));
    let syntax = |problem: SyntaxProblem| fault(Code::YamlSyntax).select(problem);
    match error.kind() {
        ErrorKind::UnexpectedEofFlowSequence | ErrorKind::ExpectedFlowSequenceSeparator => {
            syntax(SyntaxProblem::Bracket)
        }
        ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator => syntax(SyntaxProblem::Brace),
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry => syntax(SyntaxProblem::Indentation),
        ErrorKind::TabNotAllowed | ErrorKind::TabInBlockIndentation => {
            fault(Code::YamlTab).with("lines", 1.0)
        }
        ErrorKind::UnexpectedCharacter {
            character: '@' | '`' | '%',
        } => fault(Code::YamlAlias),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => syntax(SyntaxProblem::Colon),
        kind if format!("{kind:?}").contains("Quoted") => syntax(SyntaxProblem::Quote),
        kind if format!("{kind:?}").contains("Limit")
            || format!("{kind:?}").contains("Nesting") =>
        {
            fault(Code::YamlLimit).select(LimitProblem::Depth)
        }
        _ => syntax(SyntaxProblem::Other),
    }
}

/// The value of `key: value: more`. `None` if the line with the error is nothing like
/// that.
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
    // An error at the end of a file is on the last line with text.
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
