//! Tables for a terminal. A narrow terminal gets a list instead.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};

use super::wrap::listed;

/// With fewer columns the table becomes a list.
const NARROWEST: usize = 80;

/// The width of a date such as 2026-11-20 with its padding.
const DAY: u16 = 12;

/// A table with a line for each row, at most `columns` wide. The columns from number
/// `dates` on hold dates: each stays on one line and gets no extra space.
pub(super) fn table<const N: usize>(
    head: [String; N],
    rows: impl Iterator<Item = [String; N]>,
    columns: Option<usize>,
    dates: usize,
) -> String {
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
        for column in table.column_iter_mut().skip(dates) {
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(DAY)));
        }
    }
    table.to_string()
}
