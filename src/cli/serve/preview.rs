//! What the preview shows: the sites in memory and their problems.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tera::{Context, Tera};

use super::super::diagnostics::{Messages, PROBLEMS, Problem, Problems, Texts};
use super::super::school::CompiledSchool;
use super::super::staff_dashboard::{self, quoted};
use super::super::{keys, pass_phrase};
use crate::diagnostic::Severity;
use crate::io::http::Answer;
use crate::keyring::Keyrings;
use crate::render::{Bundle, PICTURES};
use crate::source::RelPath;

const FRAME: &str = include_str!("frame.html");
const HTML: &str = "text/html; charset=utf-8";

/// The sites in memory and their problems.
pub(super) struct Preview {
    /// The newest good site of each student.
    sites: BTreeMap<String, Bundle>,
    /// What each student is called, by folder.
    names: BTreeMap<String, String>,
    problems: Vec<Problem>,
    /// What prevents just now that pages follow saves.
    trouble: Option<String>,
    /// The pages of the staff dashboard.
    dashboard: Bundle,
    keyrings: Keyrings,
    messages: Messages,
    engine: Tera,
}

/// A student in the list.
#[derive(Serialize)]
struct Entry<'a> {
    name: &'a str,
    /// The folder, if it is not just the name in lower case.
    folder: Option<&'a str>,
    href: String,
    errors: Option<String>,
    warnings: Option<String>,
}

/// A language of a student's pages.
#[derive(Serialize)]
struct Language {
    tag: String,
    name: String,
}

const LABELS: [&str; 9] = [
    "desk-edit",
    "desk-numbers",
    "desk-friday",
    "preview-title",
    "preview-lead",
    "preview-hidden",
    "preview-all",
    "preview-phone",
    "preview-staff",
];

impl Preview {
    pub(super) fn new() -> Self {
        let mut engine = Tera::new();
        // The templates are part of this program, and a test renders each page.
        let _ = engine.add_raw_templates([PROBLEMS, ("frame.html", FRAME)]);
        Self {
            sites: BTreeMap::new(),
            names: BTreeMap::new(),
            problems: Vec::new(),
            trouble: None,
            dashboard: Bundle::new(),
            keyrings: pass_phrase::silent_keyrings(),
            messages: Messages::of_tool(),
            engine,
        }
    }

    /// Takes the results of a build and the new sites. A student whose files have errors
    /// keeps the last site.
    pub(super) fn update(
        &mut self,
        compiled: &CompiledSchool<()>,
        made: Vec<(String, Bundle)>,
        messages: Messages,
    ) {
        let texts = Texts::of(compiled);
        let shown = compiled
            .diagnostics
            .iter()
            .filter(|one| one.code.severity() >= Severity::Warning);
        self.problems = shown
            .map(|one| Problem::of(one, &texts, &messages))
            .collect();
        self.sites.extend(made);
        for unit in compiled.results.iter().flatten() {
            let student = unit.student.as_str();
            if unit.site.is_none() && !compiled.has_errors(student) {
                self.sites.remove(student);
            }
        }
        self.sites
            .retain(|student, _| compiled.students.contains(student));
        let folder = compiled.opened.disk.root();
        let keyring = keys::try_open(&self.keyrings, folder, None).ok();
        let keyring = keyring.map(|file| file.keyring);
        let keyring = keyring.as_ref();
        let view = |student: &str| Some(format!("/view/{}/", quoted(student)));
        if let Some(dashboard) = staff_dashboard::pages(compiled, keyring, &messages, &view) {
            self.dashboard = dashboard;
        }
        let known = std::mem::take(&mut self.names);
        let summaries: BTreeMap<&str, _> = compiled
            .results
            .iter()
            .flatten()
            .filter_map(|unit| Some((unit.student.as_str(), unit.summary.as_ref()?)))
            .collect();
        let named = |student: &String| {
            let known = known.get(student).map(String::as_str);
            let summary = summaries.get(student.as_str()).copied();
            let name = staff_dashboard::name(&compiled.opened, student, summary, known);
            (student.clone(), name)
        };
        self.names = compiled.students.iter().map(named).collect();
        self.messages = messages;
    }

    /// Takes what prevents just now that pages follow saves. Returns whether that has
    /// changed.
    pub(super) fn trouble(&mut self, trouble: Option<String>) -> bool {
        let news = self.trouble != trouble;
        self.trouble = trouble;
        news
    }

    /// `/` lists students, `/view/…` is the frame around a page, `/site/…` is
    /// the page itself, `/staff/…` is the dashboard.
    pub(super) fn answer(&self, path: &str) -> Answer {
        let html = |text: String| Answer::Body {
            content_type: HTML,
            bytes: text.into_bytes(),
        };
        if path == "/" {
            return html(self.list());
        }
        if let Some(inner) = path.strip_prefix("/view/") {
            let student = inner.split('/').next().unwrap_or_default();
            return match self.names.get(student) {
                Some(name) => html(self.frame(student, name, inner)),
                None => Answer::Redirect("/".to_owned()),
            };
        }
        if path == "/staff" {
            return Answer::Redirect("/staff/".to_owned());
        }
        let site = path.strip_prefix("/site/");
        let staff = path.strip_prefix("/staff/");
        // The list says why there is no dashboard.
        if staff == Some("") && self.dashboard.is_empty() {
            return Answer::Redirect("/".to_owned());
        }
        site.and_then(|inner| self.page(inner))
            .or_else(|| page_of(&self.dashboard, staff?))
            .unwrap_or(Answer::NotFound)
    }

    fn page(&self, path: &str) -> Option<Answer> {
        let (student, page) = path.split_once('/')?;
        page_of(self.sites.get(student)?, page)
    }

    /// The list of all students, with the problems of the shared files.
    fn list(&self) -> String {
        let shared: Vec<&Problem> = self.of(None).collect();
        let errors = shared.iter().any(|problem| problem.error);
        let mut context = self.context(&shared, errors.then_some("preview-shared"));
        let entry = |(student, name): (&'_ String, &'_ String)| {
            let count = |id: &str, counted: usize| {
                let said = || self.messages.count(id, &[("problems", counted)], []);
                (counted > 0).then(said)
            };
            let bad = self.of(Some(student)).filter(|one| one.error).count();
            let all = self.of(Some(student)).count();
            (
                name.clone(),
                student.clone(),
                count("preview-errors", bad),
                count("problems-folded", all - bad),
            )
        };
        let mut students: Vec<_> = self.names.iter().map(entry).collect();
        students.sort();
        let students: Vec<Entry> = students
            .iter()
            .map(|(name, student, errors, warnings)| Entry {
                name,
                folder: (name.to_lowercase() != *student).then_some(student),
                href: format!("/view/{}/", quoted(student)),
                errors: errors.clone(),
                warnings: warnings.clone(),
            })
            .collect();
        context.insert("students", &students);
        context.insert("site", &false);
        self.render(&context)
    }

    /// The frame around a page of `student`.
    fn frame(&self, student: &str, name: &str, page: &str) -> String {
        let problems: Vec<&Problem> = self.of(None).chain(self.of(Some(student))).collect();
        let errors = problems.iter().any(|problem| problem.error);
        let shared = self.of(None).any(|problem| problem.error);
        let site = self.sites.get(student);
        let heading = match (shared, site) {
            _ if !errors => None,
            (true, _) => Some("preview-shared"),
            (false, None) => Some("preview-broken"),
            (false, Some(_)) => Some("preview-kept"),
        };
        let mut context = self.context(&problems, heading);
        context.insert("student", name);
        context.insert("edit", &format!("/desk/files?student={}", quoted(student)));
        let page: Vec<String> = page.split('/').map(quoted).collect();
        context.insert("page", &format!("/site/{}", page.join("/")));
        context.insert("site", &site.is_some());
        context.insert("broken", &errors);
        let languages = site.map(|site| self.languages(site));
        context.insert("languages", &languages.unwrap_or_default());
        context.insert("choose", &self.messages.say("preview-language", []));
        self.render(&context)
    }

    /// The problems of a student, or those of the shared files.
    fn of(&self, student: Option<&str>) -> impl Iterator<Item = &Problem> {
        let problems = self.problems.iter();
        problems.filter(move |problem| problem.student.as_deref() == student)
    }

    /// The languages of a site.
    fn languages(&self, site: &Bundle) -> Vec<Language> {
        let tags: BTreeSet<&str> = site
            .keys()
            .filter_map(|path| path.as_str().strip_suffix("/index.html"))
            .filter(|folder| !folder.contains('/'))
            .collect();
        tags.into_iter()
            .map(|tag| Language {
                tag: tag.to_owned(),
                name: self.messages.autonym(tag),
            })
            .collect()
    }

    fn context(&self, problems: &[&Problem], heading: Option<&str>) -> Context {
        let (lang, dir) = self.messages.language();
        let label = |id: &str| (id.replace('-', "_"), self.messages.say(id, []));
        let labels: BTreeMap<String, String> = LABELS.into_iter().map(label).collect();
        let heading = heading.map(|id| self.messages.say(id, []));
        let problems = problems.iter().copied();
        let mut context = Context::new();
        context.insert("lang", &lang);
        context.insert("desk_lang", &self.messages.language_of("desk-pages").0);
        context.insert("dir", dir);
        context.insert("label", &labels);
        context.insert("trouble", &self.trouble);
        context.insert("heading", &heading);
        context.insert("problems", &Problems::of(problems, &self.messages));
        context
    }

    fn render(&self, context: &Context) -> String {
        let rendered = self.engine.render("frame.html", context);
        rendered.unwrap_or_else(|error| error.to_string())
    }
}

/// A file of `bundle`. The path of a folder means its `index.html`.
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
