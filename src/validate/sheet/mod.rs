//! Sheets of numbers: what each column holds, and on which day each row was.

mod columns;
mod days;
mod decimals;

pub(super) use days::Calendar;
pub(super) use decimals::Decimals;

use super::context::{Context, place};
use super::fields::Fields;
use crate::diagnostic::{Code, Diagnostic};
use crate::input::{Heading, Meaning, heading};
use crate::model::Written;
use crate::parse::csv_sheet::{Cell, Row, letters};
use crate::parse::{Entry, Kind, Node, RawFile, Scalar, Sheet};
use crate::source::{Place, Span};

/// A column that has a heading.
pub(super) struct Column<'a> {
    /// Its place in the sheet, from 0.
    pub(super) index: usize,
    pub(super) head: &'a Cell,
    /// What its heading says, where that is known.
    pub(super) meaning: Option<Meaning>,
    /// Whether anything stands below its heading.
    pub(super) filled: bool,
}

/// A sheet whose headings are read.
pub(super) struct Grid<'a> {
    pub(super) context: &'a Context,
    raw: &'a RawFile,
    pub(super) sheet: &'a Sheet,
    pub(super) columns: Vec<Column<'a>>,
}

impl Column<'_> {
    pub(super) fn heading(&self) -> Option<Heading> {
        self.meaning.map(|meaning| meaning.heading)
    }
}

impl<'a> Grid<'a> {
    pub(super) fn new(context: &'a Context, raw: &'a RawFile, sheet: &'a Sheet) -> Self {
        let heads = sheet.head.cells.iter().enumerate();
        let heads = heads.filter(|(_, head)| !head.text.is_empty());
        let column = |(index, head): (usize, &'a Cell)| Column {
            index,
            head,
            meaning: heading(&head.text),
            filled: sheet.rows.iter().any(|row| row.filled(index).is_some()),
        };
        Self {
            context,
            raw,
            sheet,
            columns: heads.map(column).collect(),
        }
    }

    /// Hands on what stands above the headings and in columns that nobody knows:
    /// a name there may tell that the sheet is another student's.
    pub(super) fn note_aside(&self) {
        let titles = self.sheet.titles.iter().flat_map(|row| &row.cells);
        let unknown = self
            .columns
            .iter()
            .filter(|column| column.meaning.is_none());
        let unknown = unknown.flat_map(|column| {
            let rows = self.sheet.rows.iter();
            rows.filter_map(|row| row.filled(column.index))
        });
        let mut aside = self.context.aside.borrow_mut();
        for cell in titles.chain(unknown).filter(|cell| !cell.text.is_empty()) {
            aside.push(Written {
                at: self.place(cell.span),
                lang: self.context.language.clone(),
                text: cell.text.clone(),
                translatable: false,
                what: "row",
                field: "",
                back: None,
            });
        }
    }

    pub(super) fn place(&self, span: Span) -> Place {
        place(self.raw, span)
    }

    /// Where the headings stand.
    pub(super) fn head(&self) -> Place {
        self.place(self.sheet.head.span())
    }

    /// The column with this heading: one that holds something, if there is one,
    /// and of these the one that has the field's own name.
    pub(super) fn column(&self, wanted: Heading) -> Option<&Column<'a>> {
        let named = self
            .columns
            .iter()
            .filter(|column| column.heading() == Some(wanted));
        let exact = |column: &&Column| column.meaning.is_some_and(|meaning| meaning.exact);
        // Of equals, the last is taken.
        let left_most = named.rev();
        left_most.max_by_key(|column| (column.filled, exact(column)))
    }

    /// The same, where it holds something.
    pub(super) fn filled(&self, wanted: Heading) -> Option<&Column<'a>> {
        self.column(wanted).filter(|column| column.filled)
    }

    /// A fault of one cell, in the words of a sheet.
    pub(super) fn of_cell(&self, code: Code, row: &Row, column: usize) -> Diagnostic {
        let cell = row.cells.get(column);
        let at = self.place(cell.map_or_else(|| row.span(), |cell| cell.span));
        let found = cell.map_or_else(String::new, Cell::told);
        let fault = Diagnostic::at(code, &at).with("cell", row.name(column));
        let fault = fault
            .with("found", found)
            .with("row", row.number.to_string());
        fault.with("heading", self.named(column))
    }

    /// A fault of one column, at its heading.
    pub(super) fn of_column(&self, code: Code, column: &Column) -> Diagnostic {
        let fault = Diagnostic::at(code, &self.place(column.head.span));
        let fault = fault.with("column", letters(column.index));
        let fault = fault.with("head", self.sheet.head.name(column.index));
        fault.with("found", column.head.told())
    }

    /// The heading of a column, as it is written.
    pub(super) fn named(&self, column: usize) -> String {
        let head = self.sheet.head.filled(column);
        head.map_or_else(String::new, Cell::told)
    }

    pub(super) fn report(&self, diagnostic: Diagnostic) {
        self.context.report(diagnostic);
    }

    /// The entry that a cell is under the name of a field; nothing for a blank one.
    pub(super) fn entry(&self, name: &str, row: &Row, column: usize) -> Option<Entry> {
        let cell = row.filled(column)?;
        Some(self.entry_of(name, column, &cell.text, cell.span))
    }

    /// The same with other words in the place of the cell's own.
    pub(super) fn entry_of(&self, name: &str, column: usize, text: &str, span: Span) -> Entry {
        let head = self.sheet.head.cells.get(column);
        Entry {
            key: name.to_owned(),
            key_span: head.map_or(span, |head| head.span),
            value: Node {
                span,
                kind: Kind::Scalar(Scalar {
                    text: text.to_owned(),
                    plain: true,
                }),
            },
        }
    }

    /// The fields of a row whose entries are `entries`.
    pub(super) fn fields<'e>(
        &'e self,
        what: &'static str,
        row: &Row,
        entries: &'e [Entry],
    ) -> Fields<'e> {
        let at = self.place(row.span());
        Fields::new(self.context, what, &self.raw.path, at, entries, Vec::new()).among_numbers()
    }
}
