//! Diagnostics for a terminal: with the source lines they are about.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Messages, Remarks, Texts, one_line};
use crate::cli::wrap::wrapped;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{RelPath, Span};

/// The columns before a remark: the line number and the connecting line.
const GUTTER: usize = 6;

/// Renders a diagnostic with the source lines it is about, in `columns`.
pub(super) fn render(
    diagnostic: &Diagnostic,
    remarks: &Remarks,
    columns: Option<usize>,
    texts: &Texts,
    messages: &Messages,
) -> String {
    let level = match diagnostic.code.severity() {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error | Severity::Bug => Level::ERROR,
    };
    // Remarks are indented to the right of their name.
    let fit = |text: &str, before: usize| match columns {
        Some(columns) => wrapped(text, columns.saturating_sub(before)),
        None => text.to_owned(),
    };
    let severity = messages.severity(diagnostic.code.severity());
    let number = diagnostic.code.number();
    let before = severity.chars().count() + number.len() + "[]: ".len();
    let title = fit(&messages.what(diagnostic), before);
    let title = level.with_name(severity).primary_title(title).id(number);
    let mut group = Group::with_title(title);
    let files = files_of(diagnostic).into_iter();
    let files: Vec<_> = files
        .filter_map(|file| Some((file, texts.get(file)?)))
        .collect();
    for (file, text) in &files {
        group = group.element(snippet(diagnostic, file, text, messages));
    }
    if diagnostic.at.is_none()
        && let Some(file) = &diagnostic.file
    {
        group = group.element(annotate_snippets::Origin::path(one_line(file.as_str())));
    }
    for (name, text) in remarks {
        let text = fit(text, GUTTER + name.chars().count() + ": ".len());
        group = group.element(Level::HELP.with_name(name.clone()).message(text));
    }
    let renderer = Renderer::styled().decor_style(DecorStyle::Unicode);
    let renderer = match columns {
        Some(columns) => renderer.term_width(columns),
        None => renderer,
    };
    format!("{}\n", renderer.render(&[group]))
}

/// The files that a diagnostic points into, each once.
fn files_of(diagnostic: &Diagnostic) -> Vec<&RelPath> {
    let labels = diagnostic.labels.iter().map(|label| &label.at);
    let mut files = Vec::new();
    for at in diagnostic.at.iter().chain(labels) {
        if !files.contains(&&at.file) {
            files.push(&at.file);
        }
    }
    files
}

fn snippet<'a>(
    diagnostic: &Diagnostic,
    file: &'a RelPath,
    text: &'a str,
    messages: &Messages,
) -> Snippet<'a, Annotation<'a>> {
    let mut snippet = Snippet::source(text)
        .path(one_line(file.as_str()))
        .fold(true);
    if let Some(at) = diagnostic.at.as_ref().filter(|at| at.file == *file) {
        snippet = snippet.annotation(AnnotationKind::Primary.span(range(text, at.span)));
    }
    let labels = diagnostic.labels.iter();
    for label in labels.filter(|label| label.at.file == *file) {
        let shown = messages.label(diagnostic, &label.id).unwrap_or_default();
        let place = AnnotationKind::Context.span(range(text, label.at.span));
        snippet = snippet.annotation(place.label(shown));
    }
    snippet
}

/// The range of a span within the line where it begins.
pub(super) fn range(text: &str, span: Span) -> std::ops::Range<usize> {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let rest = text.get(start..).unwrap_or_default();
    let line = rest
        .find('\n')
        .map_or(text.len(), |newline| start + newline);
    let end = text.floor_char_boundary(span.end.clamp(start, line));
    start..end
}
