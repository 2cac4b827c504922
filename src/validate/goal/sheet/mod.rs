//! The values of a goal that are in a data sheet with the goal's name.

mod plan;
mod result;

use jiff::civil::Weekday;

use crate::diagnostic::{Code, Diagnostic, RowProblem};
use crate::input::Heading;
use crate::model::{Date, School};
use crate::parse::csv_sheet::Row;
use crate::parse::{Entry, RawFile};
use crate::schema;
use crate::source::Spanned;
use crate::validate::context::Context;
use crate::validate::observation::{DatedValue, MeasureReader};
use crate::validate::sheet::{Calendar, Column, Grid};
use plan::Plan;
use result::{Found, Results};

/// What the rows of a goal's sheet are read with.
pub(super) struct Rows<'a> {
    pub(super) reader: &'a MeasureReader<'a>,
    pub(super) school: &'a School,
    /// The days that the goal's own file has values for. A day may be in one of the two
    /// files only.
    pub(super) typed: &'a [Spanned<Date>],
    /// The day of the baseline. `None` if it is not known.
    pub(super) baseline: Option<Date>,
}

impl Rows<'_> {
    /// Reads every row of the sheet.
    pub(super) fn read(&self, context: &Context, raw: &RawFile) -> Vec<DatedValue> {
        let Some(sheet) = &raw.sheet else {
            return Vec::new();
        };
        let grid = Grid::new(context, raw, sheet);
        grid.note_aside();
        let dates = [Heading::Date, Heading::Sent, Heading::Week];
        let Some(day) = dates.into_iter().find_map(|heading| grid.column(heading)) else {
            report_no_days(&grid);
            return Vec::new();
        };
        let staff = self
            .school
            .staff
            .values()
            .map(|person| person.name.original.as_str());
        if grid.report_others(&context.own_names, &staff.collect::<Vec<_>>()) {
            return Vec::new();
        }
        let known = plan::fields(self.reader.measure);
        let doubled = grid.report_twins(&TWINS);
        let plan = if doubled {
            None
        } else {
            plan::plan(&grid, self.reader.measure)
        };
        let used = plan::used(&grid, plan.as_ref(), day.index);
        grid.report_headings(&known, &used, plan.is_some());
        let Some(plan) = plan else { return Vec::new() };
        self.rows(&grid, &plan, day)
    }

    fn rows(&self, grid: &Grid, plan: &Plan, day: &Column) -> Vec<DatedValue> {
        let results = Results::new(grid, plan, self.reader, day.index);
        let Some(mut found) = results.all() else {
            return Vec::new();
        };
        found.retain(|(row, _)| !is_parted(grid, plan, row));
        let checked: Vec<&Row> = found.iter().map(|(row, _)| *row).collect();
        let calendar = Calendar {
            order: grid.context.sheet_dates,
            year: self.school.year,
            odd: &|date| self.is_odd(grid.context, date),
        };
        let days = grid.days(day, &checked, &calendar);
        found
            .into_iter()
            .zip(days)
            .filter_map(|((row, found), day)| self.row(grid, row, found, day))
            .collect()
    }

    fn row(
        &self,
        grid: &Grid,
        row: &Row,
        found: Found,
        day: Option<Spanned<Date>>,
    ) -> Option<DatedValue> {
        let words = [
            ("setting", Heading::Setting),
            ("by", Heading::By),
            ("note", Heading::Note),
            ("sure", Heading::Sure),
        ]
        .into_iter()
        .filter_map(|(name, heading)| grid.entry(name, row, grid.column(heading)?.index));
        let (own, raw) = match found {
            Found::Entries(entries) => (entries, None),
            Found::RecordedValue(raw) => (Vec::new(), Some(raw)),
        };
        let entries: Vec<Entry> = own.into_iter().chain(words).collect();
        if let Some(day) = &day {
            grid.context.check_day(self.school, day);
            report_twice(grid, day, self.typed);
        }
        let date = day
            .as_ref()
            .map_or_else(|| grid.context.today.date(), |day| day.value);
        let at = grid.place(row.span());
        // Without a day the value is read too, so that one run reports all problems.
        let value = grid.read_row(&schema::ROW, row, &entries, |fields| match raw {
            Some(raw) => self.reader.counted_row(fields, date, &at, raw),
            None => self.reader.row(fields, date, &at),
        });
        day.and(value)
    }

    /// Whether a check on a day is unlikely.
    fn is_odd(&self, context: &Context, date: Date) -> bool {
        let weekend = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
        let outside = self
            .school
            .year
            .is_some_and(|(from, to)| !(from..=to).contains(&date));
        let closed = self.school.no_school.contains(&date)
            || self
                .school
                .pauses
                .iter()
                .any(|pause| (pause.from..=pause.to).contains(&date));
        let before = self.baseline.is_some_and(|baseline| date < baseline);
        weekend || outside || closed || before || date > context.today
    }
}

/// Reports a number with a comma that is in two cells of a row, the second of them
/// below a heading of text. Such a row has no extra cell. Returns whether it is one.
fn is_parted(grid: &Grid, plan: &Plan, row: &Row) -> bool {
    if grid.sheet.separator != ',' {
        return false;
    }
    let of_words = [
        Heading::Note,
        Heading::StaffNote,
        Heading::By,
        Heading::Setting,
    ];
    let digits = |column: usize| {
        let cell = row.filled(column)?;
        let digits = cell.text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then_some(cell.text.as_str())
    };
    let parted = plan.columns().into_iter().find_map(|column| {
        let next = grid.columns.iter().find(|next| next.index == column + 1)?;
        let is_text = next
            .heading()
            .is_some_and(|heading| of_words.contains(&heading));
        let (whole, part) = (digits(column)?, digits(column + 1)?);
        (is_text && part.len() < 3).then_some((column + 1, whole, part))
    });
    let Some((column, whole, part)) = parted else {
        return false;
    };
    let fault = grid
        .of_cell(Code::SheetRow, row, column)
        .select(RowProblem::Number)
        .with("whole", whole)
        .with("part", part)
        .with("read", row.as_read(&grid.sheet.head));
    grid.report(fault);
    true
}

/// Headings that a sheet may have only once.
const TWINS: [Heading; 20] = [
    Heading::Date,
    Heading::Value,
    Heading::WordsRight,
    Heading::Attempted,
    Heading::Correct,
    Heading::Errors,
    Heading::Total,
    Heading::Percent,
    Heading::Yes,
    Heading::Count,
    Heading::Minutes,
    Heading::Seconds,
    Heading::Lasted,
    Heading::Session,
    Heading::Level,
    Heading::Code,
    Heading::Items,
    Heading::Setting,
    Heading::Sure,
    Heading::Note,
];

fn report_twice(grid: &Grid, day: &Spanned<Date>, typed: &[Spanned<Date>]) {
    if let Some(twin) = typed.iter().find(|typed| typed.value == day.value) {
        let fault = Diagnostic::at(Code::NumberTwice, &day.at)
            .with("date", day.value.to_string())
            .label(&twin.at, "other");
        grid.report(fault);
    }
}

/// Reports a sheet without a column of days, and the column that may be one.
fn report_no_days(grid: &Grid) {
    let days = grid.column_of_days();
    let name = days.map(|days| grid.sheet.head.name(days.index));
    let found = days.map(|days| days.head.told());
    let fault = Diagnostic::at(Code::SheetWithoutDates, &grid.head())
        .with("better", name.unwrap_or_default())
        .with("found", found.unwrap_or_default());
    grid.report(fault);
}
