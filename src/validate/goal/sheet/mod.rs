//! Numbers that stand in a sheet beside the goal.

mod plan;
mod result;

use jiff::civil::Weekday;

use super::numbers::check_day;
use crate::diagnostic::{Code, Diagnostic};
use crate::input::Heading;
use crate::model::{Date, School};
use crate::parse::csv_sheet::Row;
use crate::parse::{Entry, RawFile};
use crate::source::Spanned;
use crate::validate::context::Context;
use crate::validate::fields::Fields;
use crate::validate::observation::{MeasureReader, Seen};
use crate::validate::sheet::{Calendar, Column, Grid};
use plan::Plan;
use result::{Found, Results};

/// What the rows of a goal's sheet are read with.
pub(super) struct Rows<'a> {
    pub(super) gauge: &'a MeasureReader<'a>,
    pub(super) school: &'a School,
    /// The days that the goal's own file has numbers for: a day may stand in one
    /// of the two only.
    pub(super) typed: &'a [Spanned<Date>],
    /// The day of the baseline, if it is known.
    pub(super) baseline: Option<Date>,
}

impl Rows<'_> {
    /// Reads every row of the sheet.
    pub(super) fn read(&self, context: &Context, raw: &RawFile) -> Vec<Seen> {
        let Some(sheet) = &raw.sheet else {
            return Vec::new();
        };
        let grid = Grid::new(context, raw, sheet);
        grid.note_aside();
        let dates = [Heading::Date, Heading::Sent, Heading::Week];
        let Some(day) = dates.into_iter().find_map(|heading| grid.column(heading)) else {
            let fault = Diagnostic::at(Code::SheetWithoutDates, &grid.head());
            let days = grid.column_of_days();
            let fault = fault.with(
                "better",
                days.map_or(String::new(), |days| grid.sheet.head.name(days.index)),
            );
            grid.report(fault.with(
                "found",
                days.map_or_else(String::new, |days| days.head.told()),
            ));
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
        let known = plan::fields(self.gauge.measure);
        let doubled = grid.report_twins(&TWINS);
        let plan = if doubled {
            None
        } else {
            plan::plan(&grid, self.gauge.measure)
        };
        let used = plan::used(&grid, plan.as_ref(), day.index);
        grid.report_headings(&known, &used, plan.is_some());
        let Some(plan) = plan else { return Vec::new() };
        self.rows(&grid, &plan, day)
    }

    fn rows(&self, grid: &Grid, plan: &Plan, day: &Column) -> Vec<Seen> {
        let results = Results::new(grid, plan, self.gauge, day.index);
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
        let read = found
            .into_iter()
            .zip(days)
            .filter_map(|((row, found), day)| self.row(grid, row, found, day));
        read.collect()
    }

    fn row(
        &self,
        grid: &Grid,
        row: &Row,
        found: Found,
        day: Option<Spanned<Date>>,
    ) -> Option<Seen> {
        let words = [
            ("setting", Heading::Setting),
            ("by", Heading::By),
            ("note", Heading::Note),
            ("sure", Heading::Sure),
        ];
        let words = words
            .into_iter()
            .filter_map(|(name, heading)| grid.entry(name, row, grid.column(heading)?.index));
        let (own, raw) = match found {
            Found::Entries(entries) => (entries, None),
            Found::RecordedValue(raw) => (Vec::new(), Some(raw)),
        };
        let entries: Vec<Entry> = own.into_iter().chain(words).collect();
        let fields = grid.fields("row", row, &entries);
        if let Some(day) = &day {
            check_day(&fields, self.school, day);
            report_twice(&fields, day, self.typed);
        }
        let date = day.as_ref().map_or(grid.context.today, |day| day.value);
        let at = grid.place(row.span());
        // The numbers are read all the same, so that one run shows all faults.
        let seen = match raw {
            Some(raw) => self.gauge.counted_row(fields, date, &at, raw),
            None => self.gauge.row(fields, date, &at),
        };
        day.and(seen)
    }

    /// Whether nothing can have been checked on a day, or hardly.
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

/// Whether a number with a comma stands in two cells of a row, the second of them
/// below a heading of words; that is reported. Such a row has no cell too many.
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
        .with("problem", "number");
    let fault = fault.with("whole", whole).with("part", part);
    grid.report(fault.with("read", row.as_read(&grid.sheet.head)));
    true
}

/// Headings of which a sheet has one.
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

fn report_twice(row: &Fields, day: &Spanned<Date>, typed: &[Spanned<Date>]) {
    if let Some(twin) = typed.iter().find(|typed| typed.value == day.value) {
        let fault = Diagnostic::at(Code::NumberTwice, &day.at);
        let fault = fault.with("date", day.value.to_string());
        row.report(fault.label(&twin.at, "other"));
    }
}
