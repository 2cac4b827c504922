//! The report as a table for a terminal.

use super::row::Row;
use crate::cli::diagnostics::Messages;
use crate::cli::table::table;
use crate::model::Date;

/// The report as a table with `rows` as [`cells`] returns them, one line per student, or as
/// a list if there are few `columns`.
pub(super) fn render(
    rows: impl Iterator<Item = [String; 6]>,
    columns: Option<usize>,
    messages: &Messages,
) -> String {
    let head = [
        "dashboard-student",
        "dashboard-manager",
        "dashboard-needs",
        "dashboard-update",
        "dashboard-numbers",
        "dashboard-decided",
    ];
    let head = head.map(|id| messages.say(id, []));
    table(head, rows, columns, DATES)
}

/// The first column that holds a date.
const DATES: usize = 3;

/// The line of one student.
pub(super) fn cells(row: &Row, messages: &Messages) -> [String; 6] {
    let day = |day: Option<Date>| day.map_or_else(|| "–".to_owned(), |day| day.to_string());
    let needs: Vec<String> = row.needs.iter().map(|need| need.label(messages)).collect();
    let standing = row.standing.as_ref();
    let goals = || standing.into_iter().flat_map(|standing| &standing.goals);
    let numbers = goals().filter_map(|goal| goal.newest).map(|(day, _)| day);
    let decided = goals().filter_map(|goal| goal.decided).map(|(day, ..)| day);
    [
        row.name.clone(),
        row.case_manager.clone(),
        needs.join(", "),
        day(standing.and_then(|standing| standing.last_update)),
        day(numbers.max()),
        day(decided.max()),
    ]
}
