use serde::Serialize;

use super::row::Row;
use crate::cli::report::Problem;
use crate::progress::{GoalStanding, Standing};

/// One student for other programs. Days are `2026-11-20`, values are in the
/// unit of the goal's measure.
#[derive(Serialize)]
struct Student<'a> {
    id: &'a str,
    name: &'a str,
    case_manager: &'a str,
    needs: Vec<&'static str>,
    last_update: Option<String>,
    goals: Vec<Goal<'a>>,
    problems: &'a [Problem],
}

#[derive(Serialize)]
struct Goal<'a> {
    id: &'a str,
    title: &'a str,
    checks: usize,
    start: f64,
    newest: Option<(String, f64)>,
    target: f64,
    by: String,
    decision: Option<&'static str>,
    decided_on: Option<String>,
}

pub(super) fn render(rows: &[Row]) -> String {
    let students: Vec<Student> = rows.iter().map(student).collect();
    serde_json::to_string_pretty(&students).unwrap_or_default()
}

fn student(row: &Row) -> Student<'_> {
    let standing = row.standing.as_ref();
    let goals = standing
        .into_iter()
        .flat_map(|standing: &Standing| &standing.goals);
    Student {
        id: &row.student,
        name: &row.name,
        case_manager: &row.case_manager,
        needs: row.needs.iter().map(|need| need.key()).collect(),
        last_update: standing
            .and_then(|standing| standing.last_update)
            .map(|day| day.to_string()),
        goals: goals.map(goal).collect(),
        problems: &row.problems,
    }
}

fn goal(goal: &GoalStanding) -> Goal<'_> {
    Goal {
        id: goal.id.as_str(),
        title: &goal.title,
        checks: goal.checks,
        start: goal.start,
        newest: goal.newest.map(|(day, value)| (day.to_string(), value)),
        target: goal.target.1,
        by: goal.target.0.to_string(),
        decision: goal.decided.map(|(_, decision, _)| decision.key()),
        decided_on: goal.decided.map(|(day, ..)| day.to_string()),
    }
}
