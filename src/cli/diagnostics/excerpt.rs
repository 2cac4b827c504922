//! Source lines with the part that a problem is about, for staff pages.

use serde::Serialize;

use super::human::range;
use super::{Messages, Texts, one_line};
use crate::diagnostic::Diagnostic;
use crate::source::{Place, line_column};

/// A source line with the part that a problem is about, as staff pages show it.
#[derive(Debug, Clone, Serialize)]
pub(in crate::cli) struct Line {
    /// The line number, from 1.
    number: usize,
    /// The file, if it is not the problem's own file.
    file: Option<String>,
    /// The text before the part.
    before: String,
    /// The part.
    marked: String,
    /// The text after the part.
    after: String,
    /// The label.
    label: Option<String>,
}

/// How much of a long line is shown before the part.
const BEFORE: usize = 60;

/// The source lines that a diagnostic points to, its own first.
pub(super) fn lines(diagnostic: &Diagnostic, texts: &Texts, messages: &Messages) -> Vec<Line> {
    let own = diagnostic.at.iter().map(|at| (at, None));
    let labels = diagnostic.labels.iter();
    let labels = labels.map(|label| (&label.at, messages.label(diagnostic, &label.id)));
    own.chain(labels)
        .filter_map(|(at, label)| {
            let other = diagnostic.file.as_ref() != Some(&at.file);
            let file = other.then(|| one_line(at.file.as_str()));
            line(at, texts).map(|line| Line {
                file,
                label,
                ..line
            })
        })
        .collect()
}

fn line(at: &Place, texts: &Texts) -> Option<Line> {
    let text = texts.get(&at.file)?;
    let place = range(&text, at.span);
    let (head, tail) = (text.get(..place.start)?, text.get(place.end..)?);
    let begun = head.rsplit('\n').next()?;
    let rest = tail.lines().next().unwrap_or_default();
    let marked = text.get(place.clone())?;
    if format!("{begun}{marked}{rest}").trim().is_empty() {
        return None;
    }
    let long = begun.chars().count().saturating_sub(BEFORE);
    let shown: String = begun.chars().skip(long).collect();
    Some(Line {
        number: line_column(&text, place.start).line,
        file: None,
        before: format!("{}{}", if long > 0 { "…" } else { "" }, one_line(&shown)),
        marked: one_line(marked),
        after: one_line(rest),
        label: None,
    })
}
