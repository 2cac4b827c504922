//! The values in the rows of a goal's sheet.

use std::borrow::Cow;

use super::plan::Plan;
use crate::diagnostic::{
    CellProblem, Code, Diagnostic, ExcelDayProblem, Expected, MixedProblem, UncheckedReason,
};
use crate::input::{self, Heading, NotTries, Tries, TypedDay};
use crate::model::{Measure, RecordedValue};
use crate::parse::Entry;
use crate::parse::csv_sheet::{Cell, Row};
use crate::validate::observation::{MeasureReader, is_code};
use crate::validate::sheet::{Decimals, Grid};

/// The value of a row.
pub(super) enum Found {
    /// The fields of an observation.
    Entries(Vec<Entry>),
    /// A value that is known already.
    RecordedValue(RecordedValue),
}

pub(super) struct Results<'g> {
    grid: &'g Grid<'g>,
    plan: &'g Plan,
    reader: &'g MeasureReader<'g>,
    /// The column of the days.
    day: usize,
    decimals: Decimals,
}

impl<'g> Results<'g> {
    pub(super) fn new(
        grid: &'g Grid,
        plan: &'g Plan,
        reader: &'g MeasureReader,
        day: usize,
    ) -> Self {
        let decimals = Decimals::of(grid, &plan.columns());
        Self {
            grid,
            plan,
            reader,
            day,
            decimals,
        }
    }

    /// The rows that have a value, each with it. Returns `None` if the meaning of a column
    /// is not clear, which is reported.
    pub(super) fn all(&self) -> Option<Vec<(&'g Row, Found)>> {
        if self.report_column() {
            return None;
        }
        let rows = self.grid.sheet.rows.iter();
        let found = rows.filter_map(|row| Some((row, self.of(row)?)));
        Some(found.collect())
    }

    /// Reports a column of values whose meaning is not clear. Returns whether it is one.
    fn report_column(&self) -> bool {
        let Plan::One {
            column,
            total: None,
            percent,
        } = self.plan
        else {
            return false;
        };
        if !self.reader.measure.of_hundred() {
            return false;
        }
        let rows = self.grid.sheet.rows.iter();
        let cells: Vec<(&Row, &Cell)> = rows
            .filter_map(|row| Some((row, row.filled(*column)?)))
            .filter(|(_, cell)| !self.is_unchecked(&cell.text))
            .collect();
        let kind = |(_, cell): &&(&Row, &Cell)| {
            let plain = self.decimals.plain(&cell.text);
            Kind::of(&plain.unwrap_or(Cow::Borrowed(&cell.text)))
        };
        let first = |wanted: Kind| cells.iter().find(|cell| kind(cell) == Some(wanted));
        let (pair, signed, bare) = (first(Kind::Pair), first(Kind::Percent), first(Kind::Bare));
        let mixed = |one: &(&Row, &Cell), other: &(&Row, &Cell)| {
            let fault = self
                .grid
                .of_cell(Code::SheetMixed, one.0, *column)
                .select(MixedProblem::Mixed)
                .with("other", other.1.text.as_str())
                .with("second", other.0.name(*column))
                .label(&self.grid.place(other.1.span), "other");
            self.grid.report(fault);
            true
        };
        match (pair, signed, bare) {
            (Some(pair), Some(signed), _) => mixed(signed, pair),
            (Some(pair), None, Some(bare)) => mixed(bare, pair),
            (None, Some(signed), Some(bare)) if !percent => mixed(bare, signed),
            (None, None, Some(bare)) if !percent => {
                let fault = self
                    .grid
                    .of_cell(Code::SheetMixed, bare.0, *column)
                    .select(MixedProblem::Bare);
                self.grid.report(fault.with("other", "").with("second", ""));
                true
            }
            (None, None, Some(_)) => self.report_shares(*column, &cells),
            _ => false,
        }
    }

    /// Reports a column of percents in which every cell is between 0 and 1.
    fn report_shares(&self, column: usize, cells: &[(&Row, &Cell)]) -> bool {
        let value = |cell: &Cell| {
            let plain = self.decimals.plain(&cell.text).ok()?;
            input::number(&plain).ok().map(input::Reading::value)
        };
        let values: Vec<Option<f64>> = cells.iter().map(|(_, cell)| value(cell)).collect();
        let small = values
            .iter()
            .all(|value| value.is_some_and(|value| (0.0..=1.0).contains(&value)));
        let part = values
            .iter()
            .position(|value| value.is_some_and(|value| value.fract() > 0.0));
        let Some((row, cell)) = part.and_then(|part| cells.get(part)).filter(|_| small) else {
            return false;
        };
        let whole = value(cell).unwrap_or_default() * 100.0;
        let fault = self
            .grid
            .of_cell(Code::SheetMixed, row, column)
            .select(MixedProblem::Share)
            .with("other", format!("{}%", (whole * 10.0).round() / 10.0))
            .with("second", "");
        self.grid.report(fault);
        true
    }

    fn of(&self, row: &'g Row) -> Option<Found> {
        let needed = self.plan.results();
        let given = |column: &&usize| {
            let cell = row.filled(**column);
            cell.is_some_and(|cell| !self.is_unchecked(&cell.text))
        };
        let there = needed.iter().filter(given).count();
        if there == 0 {
            self.note_unchecked(row, &needed);
            return None;
        }
        match self.plan {
            Plan::Tries(columns) => self.tries(row, columns),
            Plan::Counted {
                right,
                wrong,
                whole,
            } => self.counted(row, *right, *wrong, *whole),
            Plan::One {
                column,
                total,
                percent,
            } => self.one(row, *column, *total, *percent),
            Plan::Named { fields, needed } => self.named(row, fields, *needed),
        }
    }

    /// Whether a cell says that nothing was checked. Codes of prompt levels are values.
    fn is_unchecked(&self, text: &str) -> bool {
        input::is_not_checked(text) && !is_code(self.reader.measure, text)
    }

    /// Notes a row without a value that says why.
    fn note_unchecked(&self, row: &Row, needed: &[usize]) {
        let said = needed.iter().find_map(|column| row.filled(*column));
        let mut words = [Heading::Note, Heading::StaffNote, Heading::StudentAway]
            .into_iter()
            .filter_map(|heading| self.grid.column(heading));
        let noted = words.find_map(|column| row.filled(column.index));
        let (reason, problem) = match (said, noted) {
            (Some(said), _) => (said, UncheckedReason::Words),
            (None, Some(noted)) => (noted, UncheckedReason::Note),
            (None, None) => return,
        };
        let day = row.filled(self.day).map_or("", |cell| cell.text.as_str());
        let note = Diagnostic::at(Code::NotChecked, &self.grid.place(reason.span))
            .select(problem)
            .with("date", day)
            .with("found", reason.text.as_str());
        self.grid.report(note);
    }

    fn one(&self, row: &Row, column: usize, total: Option<f64>, percent: bool) -> Option<Found> {
        let text = self.number(row, column)?;
        if self.is_excel_day(row, column, &text) {
            return None;
        }
        let span = row.filled(column)?.span;
        let entry = |name: &str, text: &str| self.grid.entry_of(name, column, text, span);
        let bare = input::number(&text).ok().map(input::Reading::value);
        Some(match (bare, total, self.reader.measure.of_hundred()) {
            (Some(part), Some(whole), true) => {
                Found::RecordedValue(RecordedValue::Fraction { part, whole })
            }
            (Some(percent_value), None, true) if percent => {
                Found::RecordedValue(RecordedValue::Number(percent_value))
            }
            _ => {
                if let Some(expected) = self.reader.misfit(&text) {
                    self.report_cell(row, column, cell_problem(expected));
                    return None;
                }
                Found::Entries(vec![entry("value", &text)])
            }
        })
    }

    fn named(&self, row: &Row, fields: &[(&'static str, usize)], needed: usize) -> Option<Found> {
        let mut entries = Vec::new();
        let mut whole = true;
        for (index, (name, column)) in fields.iter().enumerate() {
            let blank = row.filled(*column).is_none();
            let unchecked = row
                .filled(*column)
                .is_some_and(|cell| self.is_unchecked(&cell.text));
            if unchecked || (blank && index < needed) {
                self.report_empty(row, *column);
                whole = false;
            } else if !blank {
                whole &= self.plain_number(row, *column).is_some();
                let cell = row.filled(*column)?;
                let text = self
                    .decimals
                    .plain(&cell.text)
                    .unwrap_or(Cow::Borrowed(&cell.text));
                entries.push(self.grid.entry_of(name, *column, &text, cell.span));
            }
        }
        whole.then_some(Found::Entries(entries))
    }

    /// The value of two of three numbers. If all three are there, they have to fit.
    fn counted(
        &self,
        row: &Row,
        right: Option<usize>,
        wrong: Option<usize>,
        whole: Option<usize>,
    ) -> Option<Found> {
        let columns: Vec<usize> = [right, wrong, whole].into_iter().flatten().collect();
        let value = |column: Option<usize>| -> Result<Option<f64>, ()> {
            let Some(column) = column else {
                return Ok(None);
            };
            match row.filled(column) {
                Some(cell) if !self.is_unchecked(&cell.text) => {
                    self.plain_number(row, column).map(Some).ok_or(())
                }
                _ => Ok(None),
            }
        };
        let (right_value, wrong_value, all) =
            (value(right).ok()?, value(wrong).ok()?, value(whole).ok()?);
        let fraction = |part, whole| {
            Some(Found::RecordedValue(RecordedValue::Fraction {
                part,
                whole,
            }))
        };
        match (right_value, wrong_value, all) {
            (Some(part), Some(wrong), Some(whole)) if (part + wrong - whole).abs() > 0.01 => {
                self.report_contradiction(row, columns.last().copied(), part + wrong);
                None
            }
            (Some(part), _, Some(whole)) => self
                .agrees(row, 100.0 * part / whole)
                .then(|| fraction(part, whole))?,
            (Some(part), Some(wrong), None) => self
                .agrees(row, 100.0 * part / (part + wrong))
                .then(|| fraction(part, part + wrong))?,
            (None, Some(wrong), Some(whole)) => fraction(whole - wrong, whole),
            _ => {
                let empty = columns.iter().find(|column| {
                    row.filled(**column)
                        .is_none_or(|cell| self.is_unchecked(&cell.text))
                });
                self.report_empty(row, empty.copied()?);
                None
            }
        }
    }

    /// Whether a percent next to the numbers fits them. A row without one always fits.
    fn agrees(&self, row: &Row, percent: f64) -> bool {
        let Some(column) = self.grid.filled(Heading::Percent) else {
            return true;
        };
        let Some(cell) = row.filled(column.index) else {
            return true;
        };
        let text = self
            .decimals
            .plain(&cell.text)
            .unwrap_or(Cow::Borrowed(&cell.text));
        let told = input::percent(&text)
            .or_else(|_| input::number(&text))
            .map(input::Reading::value);
        let fits = told
            .is_ok_and(|told| (told - percent).abs() > 1.0 && (told * 100.0 - percent).abs() > 1.0);
        if fits {
            self.report_contradiction(row, Some(column.index), (percent * 10.0).round() / 10.0);
        }
        !fits
    }

    fn report_contradiction(&self, row: &Row, column: Option<usize>, meant: f64) {
        let Some(column) = column else { return };
        let fault = self
            .grid
            .of_cell(Code::SheetMixed, row, column)
            .select(MixedProblem::Columns)
            .with("other", meant.to_string())
            .with("second", "");
        self.grid.report(fault);
    }

    /// The value of one column a try: how many filled ones are correct. The value of one
    /// column a step: a code for each, or how many were done alone.
    fn tries(&self, row: &Row, columns: &[usize]) -> Option<Found> {
        let cells: Vec<(usize, &Cell)> = columns
            .iter()
            .filter_map(|column| Some((*column, row.filled(*column)?)))
            .collect();
        let signs: Vec<Option<bool>> = cells
            .iter()
            .map(|(_, cell)| input::one_try(&cell.text))
            .collect();
        if matches!(self.reader.measure, Measure::Steps { .. }) {
            return self.steps(row, columns, &cells, &signs);
        }
        let (mut part, mut whole) = (0.0, 0.0);
        for ((column, cell), sign) in cells.iter().zip(signs) {
            match sign {
                Some(right) => {
                    whole += 1.0;
                    part += if right { 1.0 } else { 0.0 };
                }
                // This try was not made.
                None if input::is_not_checked(&cell.text)
                    && !cell.text.eq_ignore_ascii_case("x") => {}
                None => {
                    self.report_try(row, *column);
                    return None;
                }
            }
        }
        (whole > 0.0).then_some(Found::RecordedValue(RecordedValue::Fraction {
            part,
            whole,
        }))
    }

    fn steps(
        &self,
        row: &Row,
        columns: &[usize],
        cells: &[(usize, &Cell)],
        signs: &[Option<bool>],
    ) -> Option<Found> {
        if let Some(empty) = columns.iter().find(|column| row.filled(**column).is_none()) {
            self.report_empty(row, *empty);
            return None;
        }
        let alone = signs.iter().filter(|sign| **sign == Some(true)).count();
        if signs.iter().all(Option::is_some) {
            let alone = f64::from(u32::try_from(alone).unwrap_or_default());
            return Some(Found::RecordedValue(RecordedValue::Number(alone)));
        }
        let letter =
            |text: &str| text.chars().count() == 1 && text.chars().all(char::is_alphabetic);
        let without_ladder = matches!(self.reader.measure, Measure::Steps { ladder: None, .. });
        let odd = cells
            .iter()
            .find(|(_, cell)| without_ladder && !letter(&cell.text));
        if let Some((column, _)) = odd {
            self.report_try(row, *column);
            return None;
        }
        let codes = cells.iter().map(|(_, cell)| cell.text.clone());
        Some(Found::RecordedValue(RecordedValue::Letters(
            codes.collect(),
        )))
    }

    fn report_try(&self, row: &Row, column: usize) {
        self.report_cell(row, column, CellProblem::Try);
    }

    fn report_empty(&self, row: &Row, column: usize) {
        self.report_cell(row, column, CellProblem::Empty);
    }

    fn report_cell(&self, row: &Row, column: usize, problem: CellProblem) {
        let fault = self.grid.of_cell(Code::SheetCell, row, column);
        self.grid.report(fault.select(problem));
    }

    /// The cell with its number as the readers need it. `None` if the number has two
    /// readings, which is reported.
    fn number(&self, row: &'g Row, column: usize) -> Option<Cow<'g, str>> {
        let cell = row.filled(column)?;
        if matches!(self.reader.measure, Measure::Items { .. }) {
            return Some(Cow::Borrowed(&cell.text));
        }
        match self.decimals.plain(&cell.text) {
            Ok(text) => {
                if self.grid.sheet.separator == ',' && matches!(text, Cow::Owned(_)) {
                    let at = self.grid.place(cell.span);
                    self.grid.context.read_as(&at, &cell.text, &text);
                }
                Some(text)
            }
            Err(doubt) => {
                let fault = self
                    .grid
                    .of_cell(Code::SheetThousands, row, column)
                    .with("thousands", doubt.thousands)
                    .with("parts", doubt.parts);
                self.grid.report(fault);
                None
            }
        }
    }

    fn plain_number(&self, row: &'g Row, column: usize) -> Option<f64> {
        let text = self.number(row, column)?;
        let number = input::number(&text).ok().map(input::Reading::value);
        if number.is_none() && !self.is_excel_day(row, column, &text) {
            self.report_cell(row, column, CellProblem::Number);
        }
        number
    }

    /// Reports a day that Excel made of tries: `10-Aug` was 8/10. Returns whether it is one.
    fn is_excel_day(&self, row: &Row, column: usize, text: &str) -> bool {
        let dated = || TypedDay::of(text).is_ok_and(|day| day.has_year());
        let tries = match input::tries(text) {
            Err(NotTries::Excel(tries)) => Some(tries),
            _ if dated() => None,
            _ => return false,
        };
        let (problem, part, whole) = match tries {
            Some(Tries { part, whole }) => {
                (ExcelDayProblem::Tries, part.to_string(), whole.to_string())
            }
            None => (ExcelDayProblem::Day, String::new(), String::new()),
        };
        let fault = self
            .grid
            .of_cell(Code::SheetExcelDay, row, column)
            .select(problem)
            .with("part", part)
            .with("whole", whole);
        self.grid.report(fault);
        true
    }
}

/// What a cell of the result should hold.
fn cell_problem(expected: Expected) -> CellProblem {
    match expected {
        Expected::Attainment => CellProblem::Attainment,
        Expected::Episodes => CellProblem::Episodes,
        Expected::Fraction => CellProblem::Fraction,
        Expected::Level => CellProblem::Level,
        Expected::Share => CellProblem::Share,
        Expected::Steps => CellProblem::Steps,
        _ => CellProblem::Number,
    }
}

/// In what form a cell has a part of a hundred.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Pair,
    Percent,
    Bare,
}

impl Kind {
    fn of(text: &str) -> Option<Self> {
        if input::percent(text).is_ok() {
            Some(Self::Percent)
        } else if input::number(text).is_ok() {
            Some(Self::Bare)
        } else {
            input::tries(text).is_ok().then_some(Self::Pair)
        }
    }
}
