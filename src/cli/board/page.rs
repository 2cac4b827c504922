use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};
use tera::{Context, Tera};

use super::reading::{self, number};
use super::row::{Need, Row};
use crate::cli::report::{Problem, Words};
use crate::model::{Date, School};
use crate::progress::{Engagement, GoalStanding, MinutesStanding, Standing, two_places};
use crate::render::Bundle;
use crate::source::RelPath;

const TEMPLATES: [(&str, &str); 3] = [
    ("frame.html", include_str!("frame.html")),
    ("index.html", include_str!("index.html")),
    ("student.html", include_str!("student.html")),
];
const STYLE: &str = include_str!("board.css");
const SCRIPT: &str = include_str!("board.js");

/// Words of the pages, by the name that templates know them by.
const LABELS: [&str; 32] = [
    "board-title",
    "board-private",
    "board-day",
    "board-student",
    "board-manager",
    "board-needs",
    "board-update",
    "board-numbers",
    "board-decided",
    "board-find",
    "board-everybody",
    "board-anything",
    "board-shown",
    "board-none",
    "board-back",
    "board-problems",
    "board-shared",
    "board-fine",
    "board-goals",
    "board-goal",
    "board-checks",
    "board-newest",
    "board-target",
    "board-decision",
    "board-readings",
    "board-minutes",
    "board-service",
    "board-planned",
    "board-given",
    "board-little",
    "board-clashes",
    "help",
];

/// A student in the list.
#[derive(Serialize)]
struct Entry<'a> {
    student: &'a str,
    name: &'a str,
    manager: &'a str,
    needs: Vec<Label>,
    /// The keys of what is needed, for the filter.
    keys: String,
    update: String,
    numbers: String,
    decided: String,
}

/// A key and its words.
#[derive(Serialize)]
struct Label {
    key: &'static str,
    text: String,
}

/// A goal on a student's page.
#[derive(Serialize)]
struct GoalView<'a> {
    title: &'a str,
    checks: usize,
    start: String,
    newest: String,
    waiting: Option<String>,
    target: String,
    decision: String,
    differs: Option<String>,
    readings: Vec<String>,
}

/// Minutes of one service.
#[derive(Serialize)]
struct MinutesView<'a> {
    service: &'a str,
    planned: u32,
    given: u32,
    percent: String,
    too_little: bool,
}

/// The board: one page with everybody, one for each student.
pub(super) fn pages(rows: &[Row], shared: &[Problem], school: &School, words: &Words) -> Bundle {
    let printer = Printer::new(school, words);
    let mut bundle = Bundle::new();
    let mut put = |path: &str, html: String| {
        if let Some(path) = RelPath::new(path) {
            bundle.insert(path, html.into_bytes());
        }
    };
    put("index.html", printer.index(rows, shared));
    for row in rows {
        put(&format!("{}/index.html", row.student), printer.student(row));
    }
    bundle
}

struct Printer<'a> {
    engine: Tera,
    words: &'a Words,
    labels: BTreeMap<String, String>,
    policy: String,
    school: &'a School,
}

impl<'a> Printer<'a> {
    fn new(school: &'a School, words: &'a Words) -> Self {
        let mut engine = Tera::new();
        // They are this program's own; a test renders each of them.
        let _ = engine.add_raw_templates(TEMPLATES);
        let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
        let policy = format!(
            "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'",
            hash(STYLE),
            hash(SCRIPT)
        );
        let label = |id: &str| (id.replace('-', "_"), words.say(id, []));
        Self {
            engine,
            words,
            labels: LABELS.into_iter().map(label).collect(),
            policy,
            school,
        }
    }

    fn index(&self, rows: &[Row], shared: &[Problem]) -> String {
        let entries: Vec<Entry> = rows.iter().map(|row| self.entry(row)).collect();
        let managers: BTreeSet<&str> = rows
            .iter()
            .map(|row| row.case_manager.as_str())
            .filter(|name| !name.is_empty())
            .collect();
        let mut context = self.context("");
        context.insert("students", &entries);
        context.insert("managers", &managers);
        context.insert("clashes", &self.clashes(rows));
        context.insert("needs", &Need::ALL.map(|need| self.need(need)));
        context.insert("problems", &shared);
        self.render("index.html", &context)
    }

    fn student(&self, row: &Row) -> String {
        let goals = row.standing.as_ref().map(|standing| &standing.goals);
        let goals: Vec<GoalView> = goals
            .into_iter()
            .flatten()
            .map(|goal| self.goal(goal))
            .collect();
        let mut context = self.context("../");
        context.insert("student", &self.entry(row));
        context.insert("problems", &row.problems);
        let minutes = row.standing.iter().flat_map(|standing| &standing.minutes);
        context.insert("minutes", &minutes.map(minutes_view).collect::<Vec<_>>());
        context.insert(
            "share",
            &row.standing
                .as_ref()
                .and_then(|standing| self.share(standing)),
        );
        context.insert("goals", &goals);
        self.render("student.html", &context)
    }

    fn context(&self, to_root: &str) -> Context {
        let (lang, dir) = self.words.language();
        let mut context = Context::new();
        context.insert("lang", &lang);
        context.insert("dir", dir);
        context.insert("label", &self.labels);
        context.insert("today", &self.school.today.to_string());
        context.insert("policy", &self.policy);
        context.insert("style", STYLE);
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
            text: need.words(self.words),
        }
    }

    fn entry<'r>(&self, row: &'r Row) -> Entry<'r> {
        let standing = row.standing.as_ref();
        let goals = || standing.into_iter().flat_map(|standing| &standing.goals);
        let keys: Vec<&str> = row.needs.iter().map(|need| need.key()).collect();
        Entry {
            student: &row.student,
            name: &row.name,
            manager: &row.case_manager,
            needs: row.needs.iter().map(|need| self.need(*need)).collect(),
            keys: keys.join(" "),
            update: day(standing.and_then(|standing| standing.last_update)),
            numbers: day(goals()
                .filter_map(|goal| goal.newest)
                .map(|(day, _)| day)
                .max()),
            decided: day(goals()
                .filter_map(|goal| goal.decided)
                .map(|(day, ..)| day)
                .max()),
        }
    }

    fn goal<'g>(&self, goal: &'g GoalStanding) -> GoalView<'g> {
        let newest = goal.newest.map(|(on, value)| self.dated(number(value), on));
        let waiting = goal
            .weeks_waiting
            .and_then(|weeks| usize::try_from(weeks).ok());
        let waiting =
            waiting.map(|weeks| self.words.count("board-waiting", &[("weeks", weeks)], []));
        let decided = goal.decided.map(|(on, decision, _)| {
            let said = self.words.say(&format!("decision-{}", decision.key()), []);
            self.dated(said, on)
        });
        GoalView {
            title: &goal.title,
            checks: goal.checks,
            start: number(goal.start),
            newest: newest.unwrap_or_else(none),
            waiting,
            target: self.dated(number(goal.target.1), goal.target.0),
            decision: decided.unwrap_or_else(none),
            differs: goal.differs().then(|| self.words.say("board-differs", [])),
            readings: reading::lines(goal, self.words),
        }
    }

    /// People who would be at two places at one time.
    fn clashes(&self, rows: &[Row]) -> Vec<String> {
        let standings = rows.iter().filter_map(|row| row.standing.as_ref());
        let services: Vec<_> = standings
            .flat_map(|standing| standing.services.iter().map(|one| (&standing.student, one)))
            .collect();
        let told =
            |engagement: &Engagement| format!("{}/{}", engagement.student, engagement.service.id);
        let clashes = two_places(&services).into_iter();
        clashes
            .map(|(who, first, second)| {
                let person = self.school.staff.get(&who);
                let person = person.map(|person| person.name.original.clone());
                let values = [
                    ("person", person.unwrap_or_else(|| who.to_string())),
                    ("first", told(&first)),
                    ("second", told(&second)),
                ];
                self.words.say("board-clash", values)
            })
            .collect()
    }

    fn share(&self, standing: &Standing) -> Option<String> {
        let share = standing.share?;
        let values = [
            ("percent", number(share.percent())),
            ("minutes", share.with_class.to_string()),
            ("week", share.week.to_string()),
        ];
        Some(self.words.say("board-share", values))
    }

    /// "58 (2026-11-20)".
    fn dated(&self, what: String, on: Date) -> String {
        let values = [("what", what), ("date", on.to_string())];
        self.words.say("board-dated", values)
    }
}

fn minutes_view(minutes: &MinutesStanding) -> MinutesView<'_> {
    let percent = minutes
        .percent
        .map(|percent| format!("{} %", number(percent)));
    MinutesView {
        service: minutes.service.as_str(),
        planned: minutes.planned,
        given: minutes.given,
        percent: percent.unwrap_or_else(none),
        too_little: minutes.too_little,
    }
}

fn none() -> String {
    "–".to_owned()
}

fn day(day: Option<Date>) -> String {
    day.map_or_else(none, |day| day.to_string())
}
