//! The web pages of the staff dashboard.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};
use tera::{Context, Tera};

use super::goal::GoalView;
use super::place::quoted;
use super::readers::AccessView;
use super::reading::number;
use super::row::{Need, Order, Row};
use crate::cli::diagnostics::{Messages, PROBLEMS, Problem, Problems};
use crate::cli::reader_status::StudentStatus;
use crate::locale::{Pack, StaffSummaryText};
use crate::model::{Access, Date, School, Service, ServiceId, StudentId};
use crate::progress::{Assignment, MinutesSummary, StaffSummary, double_bookings};
use crate::render::Bundle;
use crate::source::RelPath;

const TEMPLATES: [(&str, &str); 4] = [
    PROBLEMS,
    ("frame.html", include_str!("frame.html")),
    ("index.html", include_str!("index.html")),
    ("student.html", include_str!("student.html")),
];
const STYLE: &str = include_str!("dashboard.css");
const THEME: &str = include_str!("../../../themes/default/theme.css");
const SCRIPT: &str = include_str!("dashboard.js");

/// The style of charts, shared with families' pages.
fn charts() -> &'static str {
    let from = THEME
        .find("/* Charts. The drawing")
        .and_then(|from| THEME.get(from..));
    from.and_then(|rules| rules.split("\n\n").next())
        .unwrap_or_default()
}

/// The messages that the templates use, by name.
const LABELS: [&str; 45] = [
    "dashboard-title",
    "dashboard-private",
    "dashboard-day",
    "dashboard-student",
    "dashboard-manager",
    "dashboard-needs",
    "dashboard-update",
    "dashboard-numbers",
    "dashboard-decided",
    "dashboard-find",
    "dashboard-everybody",
    "dashboard-anything",
    "dashboard-shown",
    "dashboard-nobody",
    "dashboard-none",
    "dashboard-unread",
    "dashboard-back",
    "dashboard-site",
    "dashboard-problems",
    "dashboard-shared",
    "dashboard-fine",
    "dashboard-goals",
    "dashboard-goal",
    "dashboard-progress",
    "dashboard-start",
    "dashboard-newest",
    "dashboard-target",
    "dashboard-criterion",
    "dashboard-decision",
    "dashboard-details",
    "dashboard-rules",
    "dashboard-minutes",
    "dashboard-service",
    "dashboard-planned",
    "dashboard-given",
    "dashboard-percent",
    "dashboard-little",
    "dashboard-clashes",
    "dashboard-readers",
    "dashboard-reader",
    "dashboard-language",
    "dashboard-parts",
    "dashboard-until",
    "dashboard-letter",
    "dashboard-no-keyring",
];

/// The page with all students, while their rows come one after the other. It keeps no
/// messages: those are on each student's own page.
#[derive(Default)]
pub(super) struct List {
    entries: Vec<(Order, Entry)>,
    booked: Vec<Booked>,
}

/// A service with its hours, which may be at the time of another one.
struct Booked {
    student: StudentId,
    /// What the student is called.
    name: String,
    service: Service,
    /// The kind of service, and its place.
    kind: String,
}

impl List {
    /// Adds a student.
    fn add(&mut self, row: Row, entry: Entry) {
        self.entries.push((row.order(), entry));
        let Some(standing) = row.standing else {
            return;
        };
        for service in standing.services {
            let mut parts = service.parts.iter();
            // Without people and hours, no two services can be at the same time.
            if parts.any(|part| part.hours.is_some() && !part.who.is_empty()) {
                self.booked.push(Booked {
                    student: standing.student.clone(),
                    name: row.name.clone(),
                    kind: kind_of(&row.words, &service.id).join(", "),
                    service,
                });
            }
        }
    }
}

/// A student in the list.
#[derive(Serialize)]
struct Entry {
    name: String,
    /// The full name, if it is longer.
    whole: Option<String>,
    /// The folder name, if it differs from the name in lowercase.
    folder: Option<String>,
    href: String,
    manager: String,
    needs: Vec<Label>,
    /// The keys of the open tasks, for the filter.
    keys: String,
    update: String,
    numbers: String,
    decided: String,
    /// The address of the family's page.
    site: Option<String>,
}

/// A key and its label.
#[derive(Serialize)]
struct Label {
    key: &'static str,
    text: String,
}

/// The minutes of one service.
#[derive(Serialize)]
struct MinutesView {
    service: String,
    model: String,
    planned: u32,
    given: u32,
    percent: String,
    too_little: bool,
}

/// Builds the pages of the staff dashboard.
pub(super) struct Printer<'a> {
    pub(super) messages: &'a Messages,
    /// The school's own language.
    pub(super) pack: &'a Pack,
    engine: Tera,
    labels: BTreeMap<String, String>,
    policy: String,
    style: String,
    school: &'a School,
    site: &'a dyn Fn(&str) -> Option<String>,
}

impl<'a> Printer<'a> {
    /// Prepares the pages of `school`. `site` returns the address of a family's
    /// page.
    pub(super) fn new(
        school: &'a School,
        pack: &'a Pack,
        messages: &'a Messages,
        site: &'a dyn Fn(&str) -> Option<String>,
    ) -> Self {
        let mut engine = Tera::new();
        // The templates are kinfolio's own; a test renders each of them.
        let _ = engine.add_raw_templates(TEMPLATES);
        let style = format!("{STYLE}{}", charts());
        let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
        let policy = format!(
            "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'",
            hash(&style),
            hash(SCRIPT)
        );
        let label = |id: &str| (id.replace('-', "_"), messages.say(id, []));
        Self {
            messages,
            pack,
            engine,
            labels: LABELS.into_iter().map(label).collect(),
            policy,
            style,
            school,
            site,
        }
    }

    /// Adds the page of one student to `bundle`, and the student to `list`.
    pub(super) fn add(&self, row: Row, list: &mut List, bundle: &mut Bundle) {
        let entry = self.entry(&row);
        let path = format!("{}/index.html", row.student);
        put(bundle, &path, self.student(&row, &entry));
        list.add(row, entry);
    }

    /// Adds the page with all students. `has_keyring`: whether it is known who may open
    /// sealed pages.
    pub(super) fn end(
        &self,
        mut list: List,
        shared: &[Problem],
        has_keyring: bool,
        bundle: &mut Bundle,
    ) {
        list.entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        put(bundle, "index.html", self.index(&list, shared, has_keyring));
    }

    fn index(&self, list: &List, shared: &[Problem], has_keyring: bool) -> String {
        let is_sealed = self.school.access == Access::Sealed;
        let entries: Vec<&Entry> = list.entries.iter().map(|(_, entry)| entry).collect();
        let managers: BTreeSet<&str> = entries
            .iter()
            .map(|entry| entry.manager.as_str())
            .filter(|name| !name.is_empty())
            .collect();
        let mut context = self.context("");
        context.insert("students", &entries);
        context.insert("managers", &managers);
        context.insert("clashes", &self.clashes(&list.booked));
        context.insert("needs", &Need::ALL.map(|need| self.need(need)));
        context.insert("problems", &Problems::of(shared, self.messages));
        context.insert("no_keyring", &(is_sealed && !has_keyring));
        self.render("index.html", &context)
    }

    fn student(&self, row: &Row, entry: &Entry) -> String {
        let standing = row.standing.as_ref();
        let goals = standing.into_iter().flat_map(|standing| &standing.goals);
        let said = |id| row.words.goals.get(id);
        let goals: Vec<GoalView> = goals.map(|goal| self.goal(goal, said(&goal.id))).collect();
        let minutes = standing.into_iter().flat_map(|standing| &standing.minutes);
        let minutes: Vec<MinutesView> = minutes.map(|minutes| minutes_view(row, minutes)).collect();
        let mut context = self.context("../");
        context.insert("student", entry);
        context.insert("read", &standing.is_some());
        context.insert("problems", &Problems::of(&row.problems, self.messages));
        context.insert("minutes", &minutes);
        context.insert("share", &standing.and_then(|standing| self.share(standing)));
        context.insert("goals", &goals);
        let access = row.access.as_ref();
        let access = access.map(|access| AccessView::of(access, self.messages));
        context.insert("access", &access);
        self.render("student.html", &context)
    }

    fn context(&self, to_root: &str) -> Context {
        let (lang, dir) = self.messages.language();
        let mut context = Context::new();
        context.insert("lang", &lang);
        context.insert("dir", dir);
        // Staff text is in the school's language; the dashboard's own messages may
        // not be.
        context.insert("written", &self.pack.lang.to_string());
        context.insert("label", &self.labels);
        context.insert("today", &self.messages.day(self.school.today));
        context.insert("policy", &self.policy);
        context.insert("style", &self.style);
        context.insert("script", SCRIPT);
        context.insert("to_root", to_root);
        context
    }

    fn render(&self, template: &str, context: &Context) -> String {
        let rendered = self.engine.render(template, context);
        rendered.unwrap_or_else(|error| error.to_string())
    }

    fn need(&self, need: Need) -> Label {
        Label {
            key: need.key(),
            text: need.label(self.messages),
        }
    }

    /// A student's open task, with the number of letters.
    fn need_of(&self, need: Need, row: &Row) -> Label {
        let to_print = row.access.iter().flat_map(StudentStatus::to_print).count();
        match need {
            Need::Letters => Label {
                key: need.key(),
                text: self
                    .messages
                    .count("dashboard-letters", &[("letters", to_print)], []),
            },
            need => self.need(need),
        }
    }

    fn entry(&self, row: &Row) -> Entry {
        let standing = row.standing.as_ref();
        let goals = || standing.into_iter().flat_map(|standing| &standing.goals);
        let day = |day: Option<Date>| day.map_or_else(none, |day| self.messages.day(day));
        let newest = goals().filter_map(|goal| goal.newest);
        let decided = goals().filter_map(|goal| goal.decided);
        let keys: Vec<&str> = row.needs.iter().map(|need| need.key()).collect();
        let whole = row.words.name.as_str();
        Entry {
            name: row.name.clone(),
            whole: (!whole.is_empty() && whole != row.name).then(|| whole.to_owned()),
            folder: (row.name.to_lowercase() != row.student).then(|| row.student.clone()),
            href: format!("{}/index.html", quoted(&row.student)),
            manager: row.case_manager.clone(),
            needs: row
                .needs
                .iter()
                .map(|need| self.need_of(*need, row))
                .collect(),
            keys: keys.join(" "),
            update: day(standing.and_then(|standing| standing.last_update)),
            numbers: day(newest.map(|(day, _)| day).max()),
            decided: day(decided.map(|(day, ..)| day).max()),
            site: (self.site)(&row.student),
        }
    }

    /// People who are scheduled in two places at the same time.
    fn clashes(&self, booked: &[Booked]) -> Vec<String> {
        let services = booked.iter().map(|one| (&one.student, &one.service));
        let services: Vec<_> = services.collect();
        let by_service: BTreeMap<(&StudentId, &ServiceId), &Booked> = booked
            .iter()
            .map(|one| ((&one.student, &one.service.id), one))
            .collect();
        let told = |assignment: &Assignment| {
            let known = by_service.get(&(assignment.student, &assignment.service.id));
            let said = |pick: &dyn Fn(&Booked) -> &String| {
                known.map(|one| pick(one).clone()).unwrap_or_default()
            };
            let values = [
                ("student", said(&|one| &one.name)),
                ("service", said(&|one| &one.kind)),
            ];
            self.messages.say("dashboard-engagement", values)
        };
        let clashes = double_bookings(&services).into_iter();
        clashes
            .map(|(who, first, second)| {
                let person = self.school.staff.get(&who);
                let person = person.map(|person| person.name.original.clone());
                let values = [
                    ("person", person.unwrap_or_else(|| who.to_string())),
                    ("first", told(&first)),
                    ("second", told(&second)),
                ];
                self.messages.say("dashboard-clash", values)
            })
            .collect()
    }

    fn share(&self, standing: &StaffSummary) -> Option<String> {
        let share = standing.share?;
        let values = [
            ("percent", number(share.percent())),
            ("minutes", share.with_class.to_string()),
            ("week", share.week.to_string()),
        ];
        Some(self.messages.say("dashboard-share", values))
    }
}

fn put(bundle: &mut Bundle, path: &str, html: String) {
    if let Some(path) = RelPath::new(path) {
        bundle.insert(path, html.into_bytes());
    }
}

/// The kind of a service, and its place.
fn kind_of(words: &StaffSummaryText, id: &ServiceId) -> [String; 2] {
    let known = words.services.get(id);
    known.cloned().unwrap_or([id.to_string(), String::new()])
}

fn minutes_view(row: &Row, minutes: &MinutesSummary) -> MinutesView {
    let [service, model] = kind_of(&row.words, &minutes.service);
    let percent = minutes.percent;
    let percent = percent.map(|percent| format!("{}%", number(percent)));
    MinutesView {
        service,
        model,
        planned: minutes.planned,
        given: minutes.given,
        percent: percent.unwrap_or_else(none),
        too_little: minutes.too_little,
    }
}

pub(super) fn none() -> String {
    "–".to_owned()
}
