use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, Tera};

use super::super::report::{Texts, Words};
use super::super::school::Compiled;
use crate::diagnostic::{Diagnostic, Severity};
use crate::io::http::Answer;
use crate::render::{Bundle, PICTURES};
use crate::source::RelPath;

const FRAME: &str = include_str!("frame.html");
const HTML: &str = "text/html; charset=utf-8";

/// Sites in memory and what is wrong with them.
#[derive(Default)]
pub(super) struct Preview {
    /// The newest good site of each student.
    sites: BTreeMap<String, Bundle>,
    students: Vec<String>,
    problems: Vec<Problem>,
    labels: BTreeMap<&'static str, String>,
    /// The language of the labels, and which way it is written.
    language: (String, &'static str),
}

/// A problem as the frame shows it.
#[derive(Clone, Serialize)]
struct Problem {
    student: Option<String>,
    severity: String,
    error: bool,
    place: String,
    what: String,
    why: Option<String>,
    help: Option<String>,
}

const LABELS: [&str; 10] = [
    "preview-title",
    "preview-lead",
    "preview-broken",
    "preview-kept",
    "preview-shared",
    "preview-warnings",
    "preview-all",
    "preview-phone",
    "preview-fine",
    "help",
];

impl Preview {
    /// Takes over what a build made. A student whose files have errors keeps
    /// the site she had.
    pub(super) fn update(&mut self, compiled: Compiled<Bundle>, words: &Words) {
        let texts = Texts::of(&compiled);
        let shown = compiled
            .seen
            .iter()
            .filter(|one| one.code.severity() >= Severity::Warning);
        self.problems = shown.map(|one| problem(one, &texts, words)).collect();
        self.language = words.language();
        self.labels = LABELS.map(|id| (id, words.say(id, []))).into();
        let hidden: Vec<String> = compiled
            .students
            .iter()
            .filter(|student| !compiled.has_errors(student))
            .cloned()
            .collect();
        for unit in compiled.units.into_iter().flatten() {
            match unit.site {
                Some(bundle) => {
                    self.sites.insert(unit.student.to_string(), bundle);
                }
                None if hidden.contains(&unit.student.to_string()) => {
                    self.sites.remove(unit.student.as_str());
                }
                None => {}
            }
        }
        self.sites
            .retain(|student, _| compiled.students.contains(student));
        self.students = compiled.students;
    }

    /// `/` lists students, `/view/…` is the frame around a page, `/site/…` is
    /// the page itself.
    pub(super) fn answer(&self, path: &str) -> Answer {
        let html = |text: String| Answer::Body {
            content_type: HTML,
            bytes: text.into_bytes(),
        };
        if path == "/" {
            return html(self.frame(None, ""));
        }
        if let Some(inner) = path.strip_prefix("/view/") {
            let student = inner.split('/').next().unwrap_or_default();
            let known = self.students.iter().any(|known| known == student);
            return if known {
                html(self.frame(Some(student), inner))
            } else {
                Answer::Redirect("/".to_owned())
            };
        }
        path.strip_prefix("/site/")
            .and_then(|inner| self.page(inner))
            .unwrap_or(Answer::NotFound)
    }

    fn page(&self, path: &str) -> Option<Answer> {
        let (student, page) = path.split_once('/')?;
        let page = if page.is_empty() || page.ends_with('/') {
            format!("{page}index.html")
        } else {
            page.to_owned()
        };
        let bytes = self.sites.get(student)?.get(&RelPath::new(&page)?)?;
        let picture = page.starts_with(PICTURES);
        Some(Answer::Body {
            content_type: if picture { "image/jpeg" } else { HTML },
            bytes: bytes.clone(),
        })
    }

    fn frame(&self, student: Option<&str>, page: &str) -> String {
        let of = |problem: &&Problem| {
            student.is_none() || problem.student.is_none() || problem.student.as_deref() == student
        };
        let problems: Vec<&Problem> = self.problems.iter().filter(of).collect();
        let errors = problems.iter().any(|problem| problem.error);
        let shared = problems
            .iter()
            .any(|problem| problem.error && problem.student.is_none());
        let heading = match (shared, errors) {
            (true, _) => "preview-shared",
            (false, true) => "preview-kept",
            (false, false) => "preview-warnings",
        };
        let labels: BTreeMap<String, &String> = self
            .labels
            .iter()
            .map(|(id, words)| (id.replace('-', "_"), words))
            .collect();
        let mut context = Context::new();
        context.insert("lang", &self.language.0);
        context.insert("dir", self.language.1);
        context.insert("label", &labels);
        context.insert("heading", &self.labels.get(heading));
        context.insert("problems", &problems);
        context.insert("students", &self.students);
        context.insert("student", &student);
        context.insert("page", &format!("/site/{page}"));
        context.insert(
            "site",
            &student.is_some_and(|student| self.sites.contains_key(student)),
        );
        Tera::one_off(FRAME, &context, true).unwrap_or_else(|error| error.to_string())
    }
}

fn problem(diagnostic: &Diagnostic, texts: &Texts, words: &Words) -> Problem {
    let file = diagnostic
        .file
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    let place = match texts.position(diagnostic) {
        Some(position) => format!("{file}:{}", position.line),
        None => file,
    };
    Problem {
        student: diagnostic.student().map(str::to_owned),
        severity: words.severity(diagnostic.code.severity()),
        error: diagnostic.code.severity() >= Severity::Error,
        place,
        what: words.what(diagnostic),
        why: words.why(diagnostic),
        help: words.help(diagnostic),
    }
}
