//! Diagnostics as sentences, for pipes and screen readers.

use super::{Messages, Remarks, Texts, one_line};
use crate::diagnostic::Diagnostic;

/// Renders a diagnostic as sentences, one fact per line: `file:line:column:
/// error K207: …`.
pub(super) fn render(
    diagnostic: &Diagnostic,
    remarks: &Remarks,
    texts: &Texts,
    messages: &Messages,
) -> String {
    let severity = messages.severity(diagnostic.code.severity());
    let what = format!(
        "{severity} {}: {}",
        diagnostic.code,
        messages.what(diagnostic)
    );
    let place = diagnostic
        .file
        .as_ref()
        .map(|file| one_line(file.as_str()))
        .map(|file| match texts.position(diagnostic) {
            Some(position) => format!("{file}:{}:{}: ", position.line, position.column),
            None => format!("{file}: "),
        });
    let mut lines = vec![format!("{}{what}", place.unwrap_or_default())];
    for label in &diagnostic.labels {
        let text = texts.get(&label.at.file).unwrap_or_default();
        let line = crate::source::line_column(&text, label.at.span.start).line;
        let shown = messages.label(diagnostic, &label.id).unwrap_or_default();
        lines.push(format!(
            "  {}:{line}: {shown}",
            one_line(label.at.file.as_str())
        ));
    }
    lines.extend(
        remarks
            .iter()
            .map(|(name, text)| format!("  {name}: {text}")),
    );
    lines.join("\n")
}
