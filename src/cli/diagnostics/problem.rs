//! Diagnostics as staff pages show them.

use serde::Serialize;

use super::excerpt::{self, Line};
use super::{Messages, Texts};
use crate::diagnostic::{Diagnostic, Severity};

/// The template that shows problems on staff pages: errors open, everything
/// else folded.
pub(in crate::cli) const TEMPLATE: (&str, &str) = ("problems.html", include_str!("problems.html"));

/// Problems by severity.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Problems<'a> {
    /// Errors.
    pub(in crate::cli) errors: Vec<&'a Problem>,
    /// Everything else.
    pub(in crate::cli) rest: Vec<&'a Problem>,
    /// The summary, such as "3 items to review".
    pub(in crate::cli) folded: String,
    /// The heading of the suggested fix.
    help: String,
}

impl<'a> Problems<'a> {
    /// Sorts `problems` by severity.
    pub(in crate::cli) fn of(
        problems: impl IntoIterator<Item = &'a Problem>,
        messages: &Messages,
    ) -> Self {
        let (errors, rest): (Vec<_>, Vec<_>) =
            problems.into_iter().partition(|problem| problem.error);
        Self {
            folded: messages.count("problems-folded", &[("problems", rest.len())], []),
            help: messages.say("problems-help", []),
            errors,
            rest,
        }
    }
}

/// A diagnostic as staff pages show it.
#[derive(Debug, Clone, Serialize)]
pub(in crate::cli) struct Problem {
    /// The student; `None` for shared files.
    pub(in crate::cli) student: Option<String>,
    /// The code.
    pub(in crate::cli) code: &'static str,
    /// The name of the severity.
    pub(in crate::cli) severity: String,
    /// Whether it holds the site back.
    pub(in crate::cli) error: bool,
    /// File and line.
    pub(in crate::cli) place: String,
    /// The source lines it is about.
    pub(in crate::cli) lines: Vec<Line>,
    /// What is wrong.
    pub(in crate::cli) what: String,
    /// The further places.
    pub(in crate::cli) more: Option<String>,
    /// What it means for the family.
    pub(in crate::cli) why: Option<String>,
    /// What to write instead.
    pub(in crate::cli) help: Option<String>,
}

impl Problem {
    /// Renders `diagnostic`.
    pub(in crate::cli) fn of(diagnostic: &Diagnostic, texts: &Texts, messages: &Messages) -> Self {
        let file = diagnostic.file.as_ref().map(ToString::to_string);
        let file = file.unwrap_or_default();
        let place = match texts.position(diagnostic) {
            Some(position) => format!("{file}:{}", position.line),
            None => file,
        };
        Self {
            student: diagnostic.student().map(str::to_owned),
            code: diagnostic.code.number(),
            severity: messages.severity(diagnostic.code.severity()),
            error: diagnostic.code.severity() >= Severity::Error,
            place,
            lines: excerpt::lines(diagnostic, texts, messages),
            what: messages.what(diagnostic),
            more: messages.more(diagnostic, texts),
            why: messages.why(diagnostic),
            help: messages.help(diagnostic),
        }
    }
}
