use comfy_table::{Table, presets};

use super::row::Row;
use crate::cli::report::Words;
use crate::model::Date;

/// One line for each student.
pub(super) fn render(rows: &[Row], words: &Words) -> String {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY);
    let columns = [
        "board-student",
        "board-manager",
        "board-needs",
        "board-update",
        "board-numbers",
        "board-decided",
    ];
    table.set_header(columns.map(|id| words.say(id, [])));
    for row in rows {
        table.add_row(cells(row, words));
    }
    table.to_string()
}

fn cells(row: &Row, words: &Words) -> [String; 6] {
    let day = |day: Option<Date>| day.map_or_else(|| "–".to_owned(), |day| day.to_string());
    let needs: Vec<String> = row.needs.iter().map(|need| need.words(words)).collect();
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
