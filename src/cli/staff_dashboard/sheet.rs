//! The report as CSV.

use super::reading::key;
use super::row::Row;
use crate::cli::diagnostics::Messages;
use crate::progress::{CriterionProgress, GoalSummary, Recommendation};
use crate::source::is_invisible;

/// The names of the columns of the report as CSV.
pub(super) fn head() -> String {
    written([COLUMNS.map(str::to_owned)])
}

/// The rows of one student: one per goal, and one for a student without goals.
pub(super) fn lines(row: &Row, messages: &Messages) -> String {
    let goals = row.standing.iter().flat_map(|standing| &standing.goals);
    let goals = goals.map(|goal| cells(row, Some(goal), messages));
    let goals: Vec<[String; 25]> = goals.collect();
    if goals.is_empty() {
        return written([cells(row, None, messages)]);
    }
    written(goals)
}

fn written(rows: impl IntoIterator<Item = [String; 25]>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for cells in rows {
        // Writing to memory cannot fail.
        let _ = writer.write_record(cells.map(|cell| inert_cell(&cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

const COLUMNS: [&str; 25] = [
    "student",
    "name",
    "case_manager",
    "needs",
    "last_update",
    "goal",
    "title",
    "checks",
    "start",
    "newest_on",
    "newest",
    "target",
    "by",
    "decision",
    "differs",
    "four_point",
    "median",
    "trend_per_week",
    "trend_low",
    "trend_high",
    "given_percent",
    "criterion_now",
    "criterion_met",
    "criterion_needed",
    "criterion_on",
];

fn cells(row: &Row, goal: Option<&GoalSummary>, messages: &Messages) -> [String; 25] {
    let needs: Vec<String> = row.needs.iter().map(|need| need.label(messages)).collect();
    let standing = row.standing.as_ref();
    let of = |pick: &dyn Fn(&GoalSummary) -> String| goal.map(pick).unwrap_or_default();
    let newest = goal.and_then(|goal| goal.newest);
    let trend = goal.and_then(|goal| goal.rules.trend);
    let asked = goal.and_then(|goal| goal.criterion);
    let criterion =
        |pick: &dyn Fn(&CriterionProgress) -> String| asked.as_ref().map(pick).unwrap_or_default();
    let update = standing.and_then(|standing| standing.last_update);
    [
        row.student.clone(),
        row.name.clone(),
        row.case_manager.clone(),
        needs.join("; "),
        update.map(|day| day.to_string()).unwrap_or_default(),
        of(&|goal| goal.id.to_string()),
        of(&|goal| goal.title.clone()),
        of(&|goal| goal.checks.to_string()),
        of(&|goal| number(goal.start)),
        newest.map(|(day, _)| day.to_string()).unwrap_or_default(),
        newest.map(|(_, value)| number(value)).unwrap_or_default(),
        of(&|goal| number(goal.target.1)),
        of(&|goal| goal.target.0.to_string()),
        of(&|goal| {
            goal.decided
                .map(|(_, decision, _)| decision.key().to_owned())
                .unwrap_or_default()
        }),
        of(&|goal| if goal.differs() { "yes" } else { "" }.to_owned()),
        of(&|goal| read(goal.rules.four_point)),
        of(&|goal| read(goal.rules.median)),
        trend.map(|trend| number(trend.slope)).unwrap_or_default(),
        trend
            .map(|trend| number(trend.interval.0))
            .unwrap_or_default(),
        trend
            .map(|trend| number(trend.interval.1))
            .unwrap_or_default(),
        of(&|goal| goal.given_percent.map(number).unwrap_or_default()),
        criterion(&|one| if one.now { "yes" } else { "no" }.to_owned()),
        criterion(&|one| one.met.to_string()),
        criterion(&|one| one.criterion.times.to_string()),
        criterion(&|one| {
            let day = one.reached_on.map(|day| day.to_string());
            day.unwrap_or_default()
        }),
    ]
}

fn read(reading: Option<Recommendation>) -> String {
    reading.map(key).unwrap_or_default().to_owned()
}

/// Formats with at most two decimals and a decimal point.
fn number(value: f64) -> String {
    ((value * 100.0).round() / 100.0).to_string()
}

/// Makes a spreadsheet treat a cell as text, whatever an author wrote: a cell
/// that begins like a formula (also with full-width characters, also after
/// spaces) gets an apostrophe.
#[must_use]
pub fn inert_cell(cell: &str) -> String {
    const SIGNS: [char; 14] = [
        '=', '+', '-', '@', '|', '%', '\t', '\r', '\n', '＝', '＋', '－', '＠', '﹢',
    ];
    let number = cell.starts_with('-') && cell.parse::<f64>().is_ok_and(f64::is_finite);
    let space = |c: char| c == ' ' || c == '\u{a0}' || is_invisible(c);
    let unseen = |c: char| space(c) || c.is_whitespace() || c.is_control();
    let signed = |cell: &str| cell.starts_with(SIGNS);
    let formula = signed(cell.trim_start_matches(space)) || signed(cell.trim_start_matches(unseen));
    if !number && formula {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_computed() {
        let check = |cell: &str, expected: &str| assert_eq!(inert_cell(cell), expected);
        check("Reading", "Reading");
        check("-4.5", "-4.5");
        check("=cmd()", "'=cmd()");
        check("+1 day", "'+1 day");
        check("@x", "'@x");
        check("-4.5.2", "'-4.5.2");
        check("-inf", "'-inf");
        check("\t=1", "'\t=1");
        check("\r=1", "'\r=1");
        check("  =1", "'  =1");
        check("\u{b}=1", "'\u{b}=1");
        check("\u{a0}=1", "'\u{a0}=1");
        check("＝1+1", "'＝1+1");
        check("－1+1", "'－1+1");
        check("＠SUM(A1)", "'＠SUM(A1)");
        check("a=b", "a=b");
    }
}
