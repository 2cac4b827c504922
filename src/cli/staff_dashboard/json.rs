//! The report as JSON, one object per student, in the order of their folders.

use serde::Serialize;

use super::reading::key;
use super::row::Row;
use crate::cli::diagnostics::Problem;
use crate::cli::reader_status::StudentStatus;
use crate::progress::{CriterionProgress, GoalSummary, StaffSummary, TrendRule};

/// One student for other programs. Dates are `2026-11-20`; values are in the
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
    /// Who may open the pages. `None` without a keyring, and if the host asks readers to
    /// log in.
    access: Option<&'a StudentStatus>,
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
    differs: bool,
    given_percent: Option<f64>,
    phase_checks: usize,
    phase_weeks: f64,
    four_point: Option<&'static str>,
    three_below: bool,
    median: Option<&'static str>,
    trend: Option<Slope>,
    criterion: Option<Criterion>,
}

/// The status of the goal's criterion: met on `met` of the last `checks` data
/// points.
#[derive(Serialize)]
struct Criterion {
    value: f64,
    at_most: bool,
    times: u32,
    of: u32,
    strict_window: bool,
    met: usize,
    checks: usize,
    now: bool,
    reached_on: Option<String>,
}

#[derive(Serialize)]
struct Slope {
    reading: &'static str,
    per_week: f64,
    /// The 95 % confidence interval.
    interval: (f64, f64),
    hoped_for: f64,
    solid: bool,
}

/// Some students of a list. What comes before the first of all, between students, and after
/// the last is not part of it.
pub(super) fn students(rows: &[Row]) -> String {
    let students: Vec<Student> = rows.iter().map(student).collect();
    let list = serde_json::to_string_pretty(&students).unwrap_or_default();
    let inside = list
        .strip_prefix("[\n")
        .and_then(|list| list.strip_suffix("\n]"));
    inside.unwrap_or_default().to_owned()
}

fn student(row: &Row) -> Student<'_> {
    let standing = row.standing.as_ref();
    let goals = standing
        .into_iter()
        .flat_map(|standing: &StaffSummary| &standing.goals);
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
        access: row.access.as_ref(),
    }
}

fn slope(trend: TrendRule) -> Slope {
    Slope {
        reading: key(trend.recommendation),
        per_week: trend.slope,
        interval: trend.interval,
        hoped_for: trend.aim_slope,
        solid: trend.solid,
    }
}

fn criterion(standing: CriterionProgress) -> Criterion {
    let criterion = standing.criterion;
    Criterion {
        value: criterion.value,
        at_most: criterion.at_most,
        times: criterion.times,
        of: criterion.of,
        strict_window: criterion.strict,
        met: standing.met,
        checks: standing.checks,
        now: standing.now,
        reached_on: standing.reached_on.map(|day| day.to_string()),
    }
}

fn goal(goal: &GoalSummary) -> Goal<'_> {
    let read = &goal.rules;
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
        differs: goal.differs(),
        given_percent: goal.given_percent,
        phase_checks: read.checks,
        phase_weeks: read.weeks,
        four_point: read.four_point.map(key),
        three_below: read.three_below,
        median: read.median.map(key),
        trend: read.trend.map(slope),
        criterion: goal.criterion.map(criterion),
    }
}
