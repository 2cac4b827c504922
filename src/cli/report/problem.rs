use serde::Serialize;

use super::excerpt::{self, Line};
use super::{Texts, Words};
use crate::diagnostic::{Diagnostic, Severity};

/// How pages for staff show problems: errors open, the rest folded.
pub(in crate::cli) const TEMPLATE: (&str, &str) = ("problems.html", include_str!("problems.html"));

/// Problems by weight.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Problems<'a> {
    /// What keeps a site from being made.
    pub(in crate::cli) errors: Vec<&'a Problem>,
    /// All others.
    pub(in crate::cli) rest: Vec<&'a Problem>,
    /// "3 items to review".
    pub(in crate::cli) folded: String,
    /// The heading of what to write.
    help: String,
}

impl<'a> Problems<'a> {
    /// Sorts `problems`.
    pub(in crate::cli) fn of(
        problems: impl IntoIterator<Item = &'a Problem>,
        words: &Words,
    ) -> Self {
        let (errors, rest): (Vec<_>, Vec<_>) =
            problems.into_iter().partition(|problem| problem.error);
        Self {
            folded: words.count("problems-folded", &[("problems", rest.len())], []),
            help: words.say("problems-help", []),
            errors,
            rest,
        }
    }
}

/// A diagnostic in words, as pages for staff show it.
#[derive(Debug, Clone, Serialize)]
pub(in crate::cli) struct Problem {
    /// Whose it is; nobody's when it is about what all students share.
    pub(in crate::cli) student: Option<String>,
    /// Its code.
    pub(in crate::cli) code: &'static str,
    /// How much it weighs, as a word.
    pub(in crate::cli) severity: String,
    /// Whether it keeps the site from being made.
    pub(in crate::cli) error: bool,
    /// File and line.
    pub(in crate::cli) place: String,
    /// The lines of the file that it is about.
    pub(in crate::cli) lines: Vec<Line>,
    /// What is wrong.
    pub(in crate::cli) what: String,
    /// Where else it is.
    pub(in crate::cli) more: Option<String>,
    /// What it means for the family.
    pub(in crate::cli) why: Option<String>,
    /// What to write instead.
    pub(in crate::cli) help: Option<String>,
}

impl Problem {
    /// Puts `diagnostic` into words.
    pub(in crate::cli) fn of(diagnostic: &Diagnostic, texts: &Texts, words: &Words) -> Self {
        let file = diagnostic.file.as_ref().map(ToString::to_string);
        let file = file.unwrap_or_default();
        let place = match texts.position(diagnostic) {
            Some(position) => format!("{file}:{}", position.line),
            None => file,
        };
        Self {
            student: diagnostic.student().map(str::to_owned),
            code: diagnostic.code.number(),
            severity: words.severity(diagnostic.code.severity()),
            error: diagnostic.code.severity() >= Severity::Error,
            place,
            lines: excerpt::lines(diagnostic, texts, words),
            what: words.what(diagnostic),
            more: words.more(diagnostic, texts),
            why: words.why(diagnostic),
            help: words.help(diagnostic),
        }
    }
}
