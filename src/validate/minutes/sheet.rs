//! Planned and given minutes as a sheet.

use jiff::civil::Weekday;

use super::read;
use crate::diagnostic::{Code, Diagnostic};
use crate::input::{self, Heading};
use crate::model::{Date, WeekMinutes};
use crate::parse::sheet::Row;
use crate::parse::{Entry, RawFile};
use crate::validate::context::Context;
use crate::validate::sheet::{Calendar, Grid};

/// What a row needs, and how the columns are called.
const NEEDED: [(&str, Heading); 3] = [
    ("service", Heading::Service),
    ("planned", Heading::Planned),
    ("given", Heading::Given),
];
const REASONS: [(&str, Heading); 4] = [
    ("no_school", Heading::NoSchool),
    ("staff_away", Heading::StaffAway),
    ("student_away", Heading::StudentAway),
    ("other", Heading::Other),
];
const KNOWN: [&str; 8] = [
    "week",
    "service",
    "planned",
    "given",
    "no_school",
    "staff_away",
    "student_away",
    "other",
];

/// Reads every row of the sheet.
pub(super) fn weeks(context: &Context, raw: &RawFile, services: &[&str]) -> Vec<WeekMinutes> {
    let Some(sheet) = raw.sheet.as_ref().filter(|sheet| !sheet.rows.is_empty()) else {
        return Vec::new();
    };
    let grid = Grid::new(context, raw, sheet);
    grid.note_aside();
    let dates = [Heading::Week, Heading::Date];
    let week = dates.into_iter().find_map(|heading| grid.column(heading));
    let mut missing: Vec<&str> = Vec::new();
    if week.is_none() {
        missing.push("week");
    }
    let absent = NEEDED
        .into_iter()
        .filter(|(_, heading)| grid.column(*heading).is_none());
    missing.extend(absent.map(|(name, _)| name));
    for field in &missing {
        let fault = Diagnostic::at(Code::SheetNeeds, &grid.head());
        grid.report(fault.with("field", *field));
    }
    let all = || NEEDED.into_iter().chain(REASONS);
    let headings: Vec<Heading> = all().map(|(_, heading)| heading).chain(dates).collect();
    let doubled = grid.report_twins(&headings);
    let columns = headings.iter().filter_map(|heading| grid.column(*heading));
    let clear = missing.is_empty() && !doubled;
    let used = columns.map(|column| column.index).collect();
    grid.report_headings(&KNOWN, &used, clear);
    let Some(week) = week.filter(|_| clear) else {
        return Vec::new();
    };
    let numbers = all()
        .skip(1)
        .filter_map(|(_, heading)| Some(grid.column(heading)?.index));
    let numbers: Vec<usize> = numbers.collect();
    let counted = |row: &&Row| numbers.iter().any(|column| row.filled(*column).is_some());
    let rows: Vec<&Row> = sheet.rows.iter().filter(counted).collect();
    let calendar = Calendar {
        order: context.sheet_dates,
        year: None,
        odd: &|date: Date| date.weekday() != Weekday::Monday || date > context.today,
    };
    let days = grid.days(week, &rows, &calendar);
    let read = rows.into_iter().zip(days).filter_map(|(row, day)| {
        let entries = all().filter_map(|(name, heading)| entry(&grid, name, heading, row));
        let entries: Vec<Entry> = entries.collect();
        if !is_whole(&grid, row) {
            return None;
        }
        read(grid.fields("minutes", row, &entries), day, services)
    });
    read.collect()
}

/// A cell under the name of its field. Words for "nothing" are no number.
fn entry(grid: &Grid, name: &str, heading: Heading, row: &Row) -> Option<Entry> {
    let column = grid.column(heading)?.index;
    let cell = row.filled(column)?;
    let nothing = input::is_not_checked(&cell.text) && heading != Heading::Service;
    (!nothing).then(|| grid.entry(name, row, column))?
}

/// Whether a row has every cell that it needs; reports the first that is empty.
fn is_whole(grid: &Grid, row: &Row) -> bool {
    let mut whole = true;
    for (_, heading) in NEEDED.into_iter().skip(1).chain(REASONS) {
        let column = grid.column(heading).map(|column| column.index);
        let Some((column, cell)) = column.and_then(|column| Some((column, row.filled(column)?)))
        else {
            continue;
        };
        if !input::is_not_checked(&cell.text) && input::count(&cell.text).is_err() {
            let fault = grid.of_cell(Code::SheetCell, row, column);
            grid.report(fault.with("problem", "number"));
            whole = false;
        }
    }
    let empty = NEEDED.into_iter().find_map(|(name, heading)| {
        let column = grid.column(heading)?.index;
        entry(grid, name, heading, row).is_none().then_some(column)
    });
    if let Some(column) = empty {
        let fault = grid.of_cell(Code::SheetCell, row, column);
        grid.report(fault.with("problem", "empty"));
    }
    whole && empty.is_none()
}
