//! What has a date, on the pages that families read.

use crate::support::{School, Site};

const READING: &str = "students/ana/goals/reading.yaml";
const REVIEW: &str = "students/ana/reviews/2026-11-02.md";
const TRANSITION: &str = "students/ana/transitions/2026-11-02.yaml";

const DECISION: &str = "\
---
kind: formal
period: {from: 2026-09-01, to: 2026-11-02}
goals:
  reading: {decision: adjust, status: changing, why: From 43 to 49., what_changes: two short pages, from: 2026-11-02}
---
We read together.
";
const MOVE: &str = "\
kind: setting
service: reading-group
from: {model: pull-out}
to: {model: push-in}
why: She reads the long words now.
stays_same: [She keeps her book.]
handoff: {done: true}
";

fn page(site: &Site, path: &str) -> String {
    let bytes = site.get(path).unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8(bytes.clone()).unwrap()
}

/// Lines across the chart, and the words beside them.
fn lines(goal: &str) -> (usize, bool, bool, bool) {
    let svg = goal
        .split_once("<svg class=\"chart")
        .map_or("", |(_, rest)| rest);
    let svg = svg.split_once("</svg>").map_or("", |(svg, _)| svg);
    let says = |words: &str| svg.contains(words);
    (
        svg.matches("class=\"change\"").count(),
        says("a new book"),
        says("two short pages"),
        says("help in class"),
    )
}

#[test]
fn one_day_has_one_line_on_a_chart() {
    let own = "changes: [{date: 2026-11-02, kind: strategy, to: a new book}]\nowners:";
    let check = |change: bool, review: bool, moved: bool, expected| {
        let mut school =
            School::tiny().edit(READING, "2026-10-02: {", "2026-11-09: 50\n  2026-10-02: {");
        if change {
            school = school.edit(READING, "owners:", own);
        }
        if review {
            school = school.file(REVIEW, DECISION);
        }
        if moved {
            school = school.file(TRANSITION, MOVE);
        }
        let compiled = school.compile();
        let goal = page(compiled.site("ana"), "en/goals/reading/index.html");
        assert_eq!(lines(&goal), expected, "{change} {review} {moved}");
    };
    check(false, false, false, (0, false, false, false));
    check(true, true, true, (1, true, false, false));
    check(false, true, true, (1, false, true, false));
    check(false, false, true, (1, false, false, true));
}

#[test]
fn a_decision_leads_to_its_review() {
    let compiled = School::tiny().file(REVIEW, DECISION).compile();
    let site = compiled.site("ana");
    let goal = page(site, "en/goals/reading/index.html");
    assert!(goal.contains("reviews/2026-11-02/index.html"));
    let review = page(site, "en/reviews/2026-11-02/index.html");
    for words in [
        "We read together.",
        "From 43 to 49.",
        "3 checks",
        "two short pages",
    ] {
        assert!(review.contains(words), "{words}");
    }
    assert!(page(site, "en/reviews/index.html").contains("2026-11-02/index.html"));
}

#[test]
fn a_goal_that_ended_keeps_its_page() {
    let check = |decision: &str, expected: &str| {
        let review = DECISION.replace("decision: adjust", &format!("decision: {decision}"));
        let compiled = School::tiny()
            .edit(
                READING,
                "owners:",
                "closed: {on: 2026-11-02, outcome: She reads to us.}\nowners:",
            )
            .file(REVIEW, review)
            .compile();
        let site = compiled.site("ana");
        for path in ["en/goals/reading/index.html", "en/finished/index.html"] {
            let page = page(site, path);
            assert!(page.contains(expected), "{path}: {expected}");
            assert!(page.contains("She reads to us."), "{path}");
            assert!(!page.contains("We hope for"), "{path}");
        }
        assert!(page(site, "en/index.html").contains("finished/index.html"));
    };
    check("met", "Ana met this goal on");
    check("end", "We ended this goal on");
}

#[test]
fn a_change_is_told_around_its_day() {
    let check = |day: &str, coming: bool, folded: bool| {
        let compiled = School::tiny()
            .file(&format!("students/ana/transitions/{day}.yaml"), MOVE)
            .compile();
        let site = compiled.site("ana");
        let index = page(site, "en/index.html");
        assert_eq!(index.contains("A change is coming"), coming, "{day}");
        let changes = page(site, "en/changes/index.html");
        assert_eq!(changes.contains("Earlier changes"), folded, "{day}");
    };
    check("2026-12-01", true, false);
    check("2027-03-01", false, false);
    check("2026-11-02", false, false);
    check("2026-09-10", false, true);
    let compiled = School::tiny().compile();
    assert!(!compiled.site("ana").contains_key("en/changes/index.html"));
}

#[test]
fn meetings_come_again_on_school_days() {
    let check = |meeting: &str, expected: &str| {
        let compiled = School::tiny()
            .file(
                "students/ana/meetings.yaml",
                format!("talk: {{{meeting}}}\n"),
            )
            .compile();
        let team = page(compiled.site("ana"), "en/team/index.html");
        let meet = team.split_once("id=\"meet\"").unwrap().1;
        assert!(meet.contains(expected), "{meeting}: {expected}");
    };
    check("date: 2026-12-03, kind: family", "Thursday, December 3");
    check(
        "date: 2026-09-07, kind: family, every: week",
        "Monday, November 23",
    );
    check(
        "date: 2026-09-30, kind: iep, every: month",
        "Monday, November 30",
    );
    check(
        "date: 2026-09-22, kind: family, every: month",
        "Friday, January 22",
    );
    check("date: 2026-12-03, kind: planning", "No meeting is planned");
    check(
        "date: 2026-11-18, kind: planning, every: two-weeks",
        "every two weeks",
    );
    check(
        "date: 2026-12-03, kind: family, interpreter: es",
        "An interpreter who speaks",
    );
}

#[test]
fn school_days_leave_out_what_is_free() {
    let shared = School::tiny().folder().shared().unwrap();
    let check = |from: &str, to: &str, expected| {
        let found = shared
            .school
            .school_days(from.parse().unwrap(), to.parse().unwrap());
        assert_eq!(found, expected, "{from} to {to}");
    };
    check("2026-11-20", "2026-11-20", 0);
    check("2026-11-20", "2026-11-23", 1);
    check("2026-11-09", "2026-11-13", 3);
    check("2026-12-18", "2027-01-04", 1);
    check("2026-08-20", "2026-09-01", 2);
    check("2027-06-11", "2027-08-30", 0);
    check("2026-11-23", "2026-11-20", 0);
}
