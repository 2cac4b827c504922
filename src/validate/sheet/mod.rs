//! Sheets of numbers: what each column holds, and on which day each row was.

mod columns;
mod days;
mod decimals;

pub(super) use days::Calendar;
pub(super) use decimals::Decimals;

use super::context::{Context, place};
use super::fields::{Fields, read_entries};
use crate::diagnostic::{Code, Diagnostic};
use crate::input::{Heading, Meaning, heading};
use crate::model::AuthorText;
use crate::parse::csv_sheet::{Cell, Row, letters};
use crate::parse::{Entry, Kind, Node, RawFile, Scalar, Sheet};
use crate::schema;
use crate::source::{Place, Span};

/// A column that has a heading.
pub(super) struct Column<'a> {
    /// Its index in the sheet, from 0.
    pub(super) index: usize,
    pub(super) head: &'a Cell,
    /// What its heading means. `None` if the heading is unknown.
    pub(super) meaning: Option<Meaning>,
    /// Whether any cell below the heading is filled.
    pub(super) filled: bool,
}

/// A sheet with the meanings of its headings.
pub(super) struct Grid<'a> {
    pub(super) context: &'a Context<'a>,
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
        let heads = sheet
            .head
            .cells
            .iter()
            .enumerate()
            .filter(|(_, head)| !head.text.is_empty());
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

    /// Adds the text above the headings and in columns with unknown headings to the sink:
    /// a name there may show that the sheet is another student's.
    pub(super) fn note_aside(&self) {
        let titles = self.sheet.titles.iter().flat_map(|row| &row.cells);
        let unknown = self
            .columns
            .iter()
            .filter(|column| column.meaning.is_none())
            .flat_map(|column| {
                let rows = self.sheet.rows.iter();
                rows.filter_map(|row| row.filled(column.index))
            });
        for cell in titles.chain(unknown).filter(|cell| !cell.text.is_empty()) {
            self.context.sink.add_aside(AuthorText {
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

    /// Where the headings are.
    pub(super) fn head(&self) -> Place {
        self.place(self.sheet.head.span())
    }

    /// The column with this heading. If there are several, a filled one wins, and among
    /// these one whose heading is the field's own name.
    pub(super) fn column(&self, wanted: Heading) -> Option<&Column<'a>> {
        let exact = |column: &&Column| column.meaning.is_some_and(|meaning| meaning.exact);
        // `max_by_key` takes the last of equals, and the leftmost column should win.
        self.columns
            .iter()
            .rev()
            .filter(|column| column.heading() == Some(wanted))
            .max_by_key(|column| (column.filled, exact(column)))
    }

    /// The filled column with this heading.
    pub(super) fn filled(&self, wanted: Heading) -> Option<&Column<'a>> {
        self.column(wanted).filter(|column| column.filled)
    }

    /// A problem with one cell.
    pub(super) fn of_cell(&self, code: Code, row: &Row, column: usize) -> Diagnostic {
        let cell = row.cells.get(column);
        let at = self.place(cell.map_or_else(|| row.span(), |cell| cell.span));
        let found = cell.map_or_else(String::new, Cell::told);
        Diagnostic::at(code, &at)
            .with("cell", row.name(column))
            .with("found", found)
            .with("row", row.number.to_string())
            .with("heading", self.named(column))
    }

    /// A problem with one column, at its heading.
    pub(super) fn of_column(&self, code: Code, column: &Column) -> Diagnostic {
        Diagnostic::at(code, &self.place(column.head.span))
            .with("column", letters(column.index))
            .with("head", self.sheet.head.name(column.index))
            .with("found", column.head.told())
    }

    /// The heading of a column, as it is written.
    pub(super) fn named(&self, column: usize) -> String {
        let head = self.sheet.head.filled(column);
        head.map_or_else(String::new, Cell::told)
    }

    pub(super) fn report(&self, diagnostic: Diagnostic) {
        self.context.report(diagnostic);
    }

    /// A cell as the entry of a field. `None` if the cell is blank.
    pub(super) fn entry(&self, name: &str, row: &Row, column: usize) -> Option<Entry> {
        let cell = row.filled(column)?;
        Some(self.entry_of(name, column, &cell.text, cell.span))
    }

    /// The same with another text than the cell's own.
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

    /// Reads the fields of a row whose entries are `entries`.
    pub(super) fn read_row<'e, T>(
        &'e self,
        kind: &'static schema::Kind,
        row: &Row,
        entries: &'e [Entry],
        read: impl FnOnce(&mut Fields<'e>) -> T,
    ) -> T {
        let at = self.place(row.span());
        read_entries(self.context, kind, at, (&self.raw.path, entries), read)
    }
}
