//! The report as a table for a terminal.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};

use super::row::Row;
use crate::cli::diagnostics::Messages;
use crate::cli::wrap::listed;
use crate::model::Date;

/// With fewer columns the table becomes a list.
const NARROWEST: usize = 80;

/// The report as a table, one line per student, or as a list if there are few
/// `columns`.
pub(super) fn render(rows: &[Row], columns: Option<usize>, messages: &Messages) -> String {
    let head = [
        "dashboard-student",
        "dashboard-manager",
        "dashboard-needs",
        "dashboard-update",
        "dashboard-numbers",
        "dashboard-decided",
    ];
    let head = head.map(|id| messages.say(id, []));
    let rows = rows.iter().map(|row| cells(row, messages));
    if let Some(columns) = columns.filter(|columns| *columns < NARROWEST) {
        let lists: Vec<String> = rows.map(|row| listed(&head, &row, columns)).collect();
        return lists.join("\n\n");
    }
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY);
    table.set_header(head);
    for row in rows {
        table.add_row(row);
    }
    if let Some(columns) = columns {
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(u16::try_from(columns).unwrap_or(u16::MAX));
        // Dates stay on one line and get no extra space.
        for column in table.column_iter_mut().skip(3) {
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(DAY)));
        }
    }
    table.to_string()
}

/// The width of a date such as 2026-11-20 with its padding.
const DAY: u16 = 12;

fn cells(row: &Row, messages: &Messages) -> [String; 6] {
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
