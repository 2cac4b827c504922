use std::collections::BTreeMap;

use tera::{Context, Tera};

use super::super::board;
use super::super::report::{Problem, Texts, Words};
use super::super::school::Compiled;
use crate::diagnostic::Severity;
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
    /// What keeps pages from following saves just now.
    trouble: Option<String>,
    /// What staff see.
    board: Bundle,
    labels: BTreeMap<&'static str, String>,
    /// The language of the labels, and which way it is written.
    language: (String, &'static str),
}

const LABELS: [&str; 13] = [
    "preview-title",
    "preview-lead",
    "preview-broken",
    "preview-hidden",
    "preview-problems",
    "preview-kept",
    "preview-shared",
    "preview-warnings",
    "preview-all",
    "preview-phone",
    "preview-staff",
    "preview-fine",
    "help",
];

impl Preview {
    /// Takes over what a build made, and the sites that are new. A student whose
    /// files have errors keeps the site she had.
    pub(super) fn update(
        &mut self,
        compiled: Compiled<()>,
        made: Vec<(String, Bundle)>,
        words: &Words,
    ) {
        let texts = Texts::of(&compiled);
        let shown = compiled
            .seen
            .iter()
            .filter(|one| one.code.severity() >= Severity::Warning);
        self.problems = shown.map(|one| Problem::of(one, &texts, words)).collect();
        if let Some(board) = board::pages(&compiled, words) {
            self.board = board;
        }
        self.language = words.language();
        self.labels = LABELS.map(|id| (id, words.say(id, []))).into();
        self.sites.extend(made);
        for unit in compiled.units.iter().flatten() {
            let student = unit.student.as_str();
            if unit.site.is_none() && !compiled.has_errors(student) {
                self.sites.remove(student);
            }
        }
        self.sites
            .retain(|student, _| compiled.students.contains(student));
        self.students = compiled.students;
    }

    /// Takes over what keeps pages from following saves just now, and tells
    /// whether that is news.
    pub(super) fn trouble(&mut self, trouble: Option<String>) -> bool {
        let news = self.trouble != trouble;
        self.trouble = trouble;
        news
    }

    /// `/` lists students, `/view/…` is the frame around a page, `/site/…` is
    /// the page itself, `/staff/…` is the board.
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
        if path == "/staff" {
            return Answer::Redirect("/staff/".to_owned());
        }
        let site = path.strip_prefix("/site/");
        let staff = path.strip_prefix("/staff/");
        site.and_then(|inner| self.page(inner))
            .or_else(|| page_of(&self.board, staff?))
            .unwrap_or(Answer::NotFound)
    }

    fn page(&self, path: &str) -> Option<Answer> {
        let (student, page) = path.split_once('/')?;
        page_of(self.sites.get(student)?, page)
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
        let site = student.is_some_and(|student| self.sites.contains_key(student));
        let heading = match (shared, site, errors) {
            (true, ..) => "preview-shared",
            (false, false, _) => "preview-problems",
            (false, true, true) => "preview-kept",
            (false, true, false) => "preview-warnings",
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
        let heading = self.trouble.as_ref().or(self.labels.get(heading));
        context.insert("heading", &heading);
        context.insert("trouble", &self.trouble.is_some());
        context.insert("problems", &problems);
        context.insert("students", &self.students);
        context.insert("student", &student);
        context.insert("page", &format!("/site/{page}"));
        context.insert("site", &site);
        context.insert("broken", &errors);
        Tera::one_off(FRAME, &context, true).unwrap_or_else(|error| error.to_string())
    }
}

/// A file of `bundle`; a folder's own page where only the folder is named.
fn page_of(bundle: &Bundle, path: &str) -> Option<Answer> {
    let path = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    let bytes = bundle.get(&RelPath::new(&path)?)?;
    let picture = path.starts_with(PICTURES);
    Some(Answer::Body {
        content_type: if picture { "image/jpeg" } else { HTML },
        bytes: bytes.clone(),
    })
}
