//! Planned and provided minutes in a data sheet.

use jiff::civil::Weekday;

use super::read;
use crate::diagnostic::{CellProblem, Code, Diagnostic};
use crate::input::{self, Heading};
use crate::model::{Date, WeekMinutes};
use crate::parse::csv_sheet::Row;
use crate::parse::{Entry, RawFile};
use crate::schema;
use crate::validate::context::Context;
use crate::validate::sheet::{Calendar, Column, Grid};

/// The headings that a sheet needs.
const NEEDED: [Heading; 3] = [Heading::Service, Heading::Planned, Heading::Given];
const REASONS: [Heading; 4] = [
    Heading::NoSchool,
    Heading::StaffAway,
    Heading::StudentAway,
    Heading::Other,
];

/// Reads every row of the sheet.
pub(super) fn weeks(context: &Context, raw: &RawFile, services: &[&str]) -> Vec<WeekMinutes> {
    let Some(sheet) = raw.sheet.as_ref().filter(|sheet| !sheet.rows.is_empty()) else {
        return Vec::new();
    };
    let grid = Grid::new(context, raw, sheet);
    grid.note_aside();
    if grid.report_others(&context.own_names, &[]) {
        return Vec::new();
    }
    let Some(week) = week_column(&grid) else {
        return Vec::new();
    };
    let numbers: Vec<usize> = all()
        .skip(1)
        .filter_map(|one| grid.column(one))
        .map(|column| column.index)
        .collect();
    let counted = |row: &&Row| numbers.iter().any(|column| row.filled(*column).is_some());
    let rows: Vec<&Row> = sheet.rows.iter().filter(counted).collect();
    let calendar = Calendar {
        order: context.sheet_dates,
        year: context.year,
        odd: &|date: Date| date.weekday() != Weekday::Monday || date > context.today,
    };
    let days = grid.days(week, &rows, &calendar);
    let read = rows.into_iter().zip(days).filter_map(|(row, day)| {
        let fields = all().chain([Heading::Sure]);
        let entries: Vec<Entry> = fields
            .filter_map(|heading| entry(&grid, heading, row))
            .collect();
        if !is_whole(&grid, row) {
            return None;
        }
        grid.read_row(&schema::MINUTES, row, &entries, |fields| {
            read(fields, day, services)
        })
    });
    read.collect()
}

/// The column of the weeks. Returns `None`, with a report, if the sheet lacks a
/// column or has one twice.
fn week_column<'g, 's>(grid: &'g Grid<'s>) -> Option<&'g Column<'s>> {
    let dates = [Heading::Week, Heading::Date];
    let week = dates.into_iter().find_map(|heading| grid.column(heading));
    let mut missing: Vec<&str> = Vec::new();
    if week.is_none() {
        missing.push("week");
    }
    let absent = NEEDED
        .into_iter()
        .filter(|heading| grid.column(*heading).is_none());
    missing.extend(absent.filter_map(input::field));
    for field in &missing {
        let fault = Diagnostic::at(Code::SheetNeeds, &grid.head());
        grid.report(fault.with("field", *field));
    }
    let headings: Vec<Heading> = all().chain(dates).chain([Heading::Sure]).collect();
    let doubled = grid.report_twins(&headings);
    let columns = headings.iter().filter_map(|heading| grid.column(*heading));
    let clear = missing.is_empty() && !doubled;
    let used = columns.map(|column| column.index).collect();
    let known: Vec<&str> = dates
        .into_iter()
        .take(1)
        .chain(all())
        .chain([Heading::Sure])
        .filter_map(input::field)
        .collect();
    grid.report_headings(&known, &used, clear);
    week.filter(|_| clear)
}

/// Every heading with a number or a service.
fn all() -> impl Iterator<Item = Heading> {
    NEEDED.into_iter().chain(REASONS)
}

/// A cell as the entry of its field. `None` for words that mean "nothing".
fn entry(grid: &Grid, heading: Heading, row: &Row) -> Option<Entry> {
    let column = grid.column(heading)?.index;
    let cell = row.filled(column)?;
    let nothing = input::is_not_checked(&cell.text) && heading != Heading::Service;
    (!nothing).then(|| grid.entry(input::field(heading)?, row, column))?
}

/// Whether a row has every cell that it needs. Reports the first empty one.
fn is_whole(grid: &Grid, row: &Row) -> bool {
    let mut whole = true;
    for heading in NEEDED.into_iter().skip(1).chain(REASONS) {
        let column = grid.column(heading).map(|column| column.index);
        let Some((column, cell)) = column.and_then(|column| Some((column, row.filled(column)?)))
        else {
            continue;
        };
        if !input::is_not_checked(&cell.text) && input::count(&cell.text).is_err() {
            let fault = grid.of_cell(Code::SheetCell, row, column);
            grid.report(fault.select(CellProblem::Number));
            whole = false;
        }
    }
    let empty = NEEDED.into_iter().find_map(|heading| {
        let column = grid.column(heading)?.index;
        entry(grid, heading, row).is_none().then_some(column)
    });
    if let Some(column) = empty {
        let fault = grid.of_cell(Code::SheetCell, row, column);
        grid.report(fault.select(CellProblem::Empty));
    }
    whole && empty.is_none()
}
