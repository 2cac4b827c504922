//! The cells of a sheet, each with its place.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use crate::source::Span;

/// One cell: its characters without quotes and surrounding space, and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its characters.
    pub text: String,
    /// Their place in the file, quotes included.
    pub span: Span,
}

/// One row that is not blank.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its number as spreadsheets count, from 1.
    pub number: usize,
    /// Its cells, empty ones too.
    pub cells: Vec<Cell>,
}

impl Cell {
    /// Its characters as messages show them: only the first ones of a long cell.
    #[must_use]
    pub fn told(&self) -> String {
        const MOST: usize = 60;
        match self.text.char_indices().nth(MOST) {
            Some((end, _)) => format!("{}…", self.text.get(..end).unwrap_or_default()),
            None => self.text.clone(),
        }
    }
}

impl Row {
    /// The cell in this column. `None` if it is empty.
    #[must_use]
    pub fn filled(&self, column: usize) -> Option<&Cell> {
        let cell = self.cells.get(column)?;
        (!cell.text.is_empty()).then_some(cell)
    }

    /// The name of the cell in this column, as spreadsheets have it: `C7`.
    #[must_use]
    pub fn name(&self, column: usize) -> String {
        format!("{}{}", letters(column), self.number)
    }

    /// The row as it is read, each cell with its heading in `head`.
    #[must_use]
    pub fn as_read(&self, head: &Self) -> String {
        const MOST: usize = 12;
        let cells = self
            .cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.text.is_empty());
        let told = cells.take(MOST).map(|(column, cell)| {
            let heading = head
                .filled(column)
                .map_or_else(|| "?".to_owned(), Cell::told);
            format!("{heading} = {}", cell.told())
        });
        told.collect::<Vec<_>>().join(" · ")
    }

    /// From the first to the last cell that is not empty.
    #[must_use]
    pub fn span(&self) -> Span {
        let mut filled = self.cells.iter().filter(|cell| !cell.text.is_empty());
        let first = filled.next().or(self.cells.first());
        let last = filled.next_back().or(first);
        match (first, last) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::new(0, 0),
        }
    }
}

/// The letters of a column, from 0: `A`, `Z`, `AA`.
#[must_use]
pub fn letters(column: usize) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    loop {
        let letter = u32::try_from(rest % 26).unwrap_or_default();
        letters.extend(char::from_u32(u32::from('A') + letter));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    letters.iter().rev().collect()
}

/// Reads cells with one separator between them. Making one takes longer than reading a
/// short sheet, so it is kept from the first rows to the whole sheet.
pub(super) struct CellReader {
    reader: Box<Reader>,
    separator: u8,
}

impl CellReader {
    pub(super) fn new(separator: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(separator).build();
        Self {
            reader: Box::new(reader),
            separator,
        }
    }

    /// The character between cells.
    pub(super) fn separator(&self) -> u8 {
        self.separator
    }

    /// The rows that are not blank, at most `most` of them. `start` is the byte where the
    /// cells begin.
    pub(super) fn rows(&mut self, text: &str, start: usize, most: usize) -> Vec<Row> {
        self.reader.reset();
        rows(&mut self.reader, text, start, self.separator, most)
    }
}

/// The library returns one cell at a time, so each cell knows its place.
fn rows(reader: &mut Reader, text: &str, start: usize, separator: u8, most: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut cells = Vec::new();
    let (mut at, mut begin) = (start, start);
    // A cell is never longer than its bytes in the file.
    let mut room = vec![0; text.len() + 1];
    let (mut filled, mut number) = (0, 1);
    while rows.len() < most {
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        let space = room.get_mut(filled..).unwrap_or_default();
        let (result, read, written) = reader.read_field(rest, space);
        at += read;
        filled += written;
        let ended = match result {
            // An empty rest means the end of the file to the reader.
            ReadFieldResult::InputEmpty => continue,
            ReadFieldResult::Field { record_end } => record_end,
            ReadFieldResult::OutputFull | ReadFieldResult::End => break,
        };
        if cells.is_empty() {
            // The reader skips blank rows, but row numbers count them.
            let blank = text.get(begin..at).unwrap_or_default();
            let above = blank.len() - blank.trim_start_matches(['\r', '\n']).len();
            number += text.get(begin..begin + above).map_or(0, lines);
            begin += above;
        }
        let found = String::from_utf8_lossy(room.get(..filled).unwrap_or_default());
        cells.push(Cell {
            text: found.trim().to_owned(),
            span: trimmed(text, begin, at, separator),
        });
        (filled, begin) = (0, at);
        if ended {
            let row = Row {
                number,
                cells: std::mem::take(&mut cells),
            };
            number += 1;
            if row.cells.iter().any(|cell| !cell.text.is_empty()) {
                rows.push(row);
            }
        }
    }
    rows
}

fn lines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

/// The cell itself between two separators.
fn trimmed(text: &str, start: usize, end: usize, separator: u8) -> Span {
    let space = |c: char| matches!(c, '\r' | '\n' | ' ' | '\t' | '\u{a0}');
    let written = text.get(start..end).unwrap_or_default();
    let front = written.len() - written.trim_start_matches(space).len();
    // A blank cell is where it begins, not in the row below.
    let front = if front == written.len() { 0 } else { front };
    let inside = written.trim_matches(|c| c == char::from(separator) || space(c));
    Span::new(start + front, start + front + inside.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        let check = |column, expected: &str| assert_eq!(letters(column), expected);
        check(0, "A");
        check(25, "Z");
        check(26, "AA");
        check(701, "ZZ");
        check(702, "AAA");
    }

    #[test]
    fn rows_are_counted_as_spreadsheets_do() {
        let text = "date;value\n\n\n2026-09-18;\"a\nb\"\n;\n2026-09-25;\u{a0}é\n";
        let mut reader = CellReader::new(b';');
        let _ = reader.rows(text, 0, 2);
        let rows = reader.rows(text, 0, 100);
        let found: Vec<(usize, Vec<(&str, &str)>)> = rows
            .iter()
            .map(|row| {
                let covered = |cell: &Cell| &text[cell.span.start..cell.span.end];
                let cells = row
                    .cells
                    .iter()
                    .map(|cell| (cell.text.as_str(), covered(cell)));
                (row.number, cells.collect())
            })
            .collect();
        assert_eq!(
            found,
            [
                (1, vec![("date", "date"), ("value", "value")]),
                (4, vec![("2026-09-18", "2026-09-18"), ("a\nb", "\"a\nb\"")]),
                (6, vec![("2026-09-25", "2026-09-25"), ("é", "é")]),
            ]
        );
        assert_eq!(rows[1].name(1), "B4");
    }
}
