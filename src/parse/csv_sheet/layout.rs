//! The layout of a sheet: its separator, the row with its headings, and the rows that
//! are not data.

use super::cells::{Cell, CellReader, Row};
use crate::input::{Heading, TypedDay, heading};

/// The separators that cells may have. If nothing decides, the first one wins.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// In how many rows to look for the headings.
const FIRST_ROWS: usize = 20;

/// In how many cells of a row to look for the headings.
const FIRST_CELLS: usize = 200;

/// Words instead of a day, in lower case, that make a row a summary of the others or a
/// line to compare them with.
const SUMMARY: [&str; 40] = [
    "average",
    "avg",
    "mean",
    "median",
    "total",
    "totals",
    "sum",
    "grand total",
    "subtotal",
    "count",
    "min",
    "max",
    "minimum",
    "maximum",
    "range",
    "trend",
    "slope",
    "goal",
    "target",
    "aim",
    "aimline",
    "aim line",
    "overall",
    "summary",
    "promedio",
    "media",
    "mediana",
    "suma",
    "totales",
    "meta",
    "المتوسط",
    "المعدل",
    "المجموع",
    "الهدف",
    "trung bình",
    "tổng",
    "tổng cộng",
    "mục tiêu",
    "average:",
    "total:",
];

/// Where the cells begin, and their separator.
pub(super) struct Layout {
    /// The byte after a first line `sep=;`.
    pub(super) start: usize,
    /// Knows their separator.
    pub(super) reader: CellReader,
    /// The index of the row with the headings among the rows that are not blank.
    pub(super) head: Option<usize>,
}

/// Finds the layout of `text`, by the row with the headings.
pub(super) fn of(text: &str) -> Layout {
    let (start, said) = separator_line(text);
    let tried = said.map_or_else(|| separators(text), |separator| vec![separator]);
    let layouts = tried.into_iter().map(|separator| {
        let mut reader = CellReader::new(separator);
        let rows = reader.rows(text, start, FIRST_ROWS);
        let head = rows.iter().position(is_head);
        let known = head.and_then(|head| rows.get(head)).map_or(0, known);
        let width = rows.first().map_or(0, |row| row.cells.len());
        let layout = Layout {
            start,
            reader,
            head,
        };
        ((known, width), layout)
    });
    let best = layouts.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map_or_else(
        || Layout {
            start,
            reader: CellReader::new(b','),
            head: None,
        },
        |(_, layout)| layout,
    )
}

/// The separators to try. Those that `text` does not contain make the same rows, so one
/// of them is enough.
fn separators(text: &str) -> Vec<u8> {
    let mut tried_absent = false;
    let mut is_new = |sign: &u8| {
        let present = text.contains(char::from(*sign));
        present || !std::mem::replace(&mut tried_absent, true)
    };
    SEPARATORS.into_iter().filter(|sign| is_new(sign)).collect()
}

/// The separator of a first line `sep=;`, which Excel writes and reads.
fn separator_line(text: &str) -> (usize, Option<u8>) {
    let end = text.find('\n').map_or(text.len(), |end| end + 1);
    let whole = text
        .get(..end)
        .unwrap_or_default()
        .trim_end_matches(['\r', '\n']);
    let inside = whole
        .strip_prefix('"')
        .and_then(|line| line.strip_suffix('"'));
    let line = inside.unwrap_or(whole);
    let sign = line
        .get(..4)
        .filter(|mark| mark.eq_ignore_ascii_case("sep="))
        .and_then(|_| line.get(4..)?.bytes().next());
    match sign.filter(|sign| SEPARATORS.contains(sign)) {
        Some(sign) => (end, Some(sign)),
        None => (0, None),
    }
}

/// Whether a row has the headings: one of them is that of a day.
fn is_head(row: &Row) -> bool {
    let cells = row.cells.iter().take(FIRST_CELLS);
    cells.clone().any(is_day_heading) && !cells.clone().any(|cell| is_day(&cell.text))
}

fn is_day_heading(cell: &Cell) -> bool {
    // Most cells are numbers and days, and looking up a heading takes long.
    if !cell.text.contains(char::is_alphabetic) {
        return false;
    }
    let found = heading(&cell.text).map(|found| found.heading);
    matches!(found, Some(Heading::Date | Heading::Sent | Heading::Week))
}

fn known(row: &Row) -> usize {
    let cells = row.cells.iter().take(FIRST_CELLS);
    cells.filter(|cell| heading(&cell.text).is_some()).count()
}

/// Whether a cell is a day, with or without its year.
pub(super) fn is_day(text: &str) -> bool {
    TypedDay::of(text).is_ok()
}

/// Whether the headings are days, and the first of them has something else below it.
pub(super) fn is_wide(row: &Row) -> bool {
    let mut cells = row.cells.iter().take(FIRST_CELLS);
    let first = cells.next().is_some_and(|first| !is_day(&first.text));
    let days = cells.filter(|cell| is_day(&cell.text)).count();
    first && days > 1
}

/// Whether a row is a summary of the others. `day` is the column of the day.
pub(super) fn is_summary(row: &Row, day: Option<usize>) -> bool {
    let has_day = day
        .and_then(|day| row.filled(day))
        .is_some_and(|cell| is_day(&cell.text));
    let word = |cell: &Cell| SUMMARY.contains(&cell.text.to_lowercase().as_str());
    !has_day && row.cells.iter().take(FIRST_CELLS).any(word)
}

/// A row with another separator than the headings, and that separator.
pub(super) fn mixed(rows: &[Row], head: &Row, separator: u8) -> Option<(usize, char)> {
    let others: Vec<char> = SEPARATORS
        .iter()
        .filter(|sign| **sign != separator)
        .map(|sign| char::from(*sign))
        .collect();
    let in_head = others.iter().find(|sign| {
        let split = |cell: &Cell| {
            let known = |part: &str| heading(part).is_some();
            cell.text.contains(**sign) && cell.text.split(**sign).all(known)
        };
        head.cells.iter().take(FIRST_CELLS).any(split)
    });
    if let Some(sign) = in_head {
        return Some((head.number, *sign));
    }
    let other = |row: &Row| {
        let only = row
            .cells
            .iter()
            .filter(|cell| !cell.text.is_empty())
            .count()
            == 1;
        let cell = row.cells.first().filter(|_| only && head.cells.len() > 1)?;
        let sign = others.iter().find(|sign| {
            let parts = cell.text.split_once(**sign);
            parts.is_some_and(|(first, rest)| is_day(first) && !rest.trim().is_empty())
        });
        // “September 18, 2026” is a day with a comma.
        sign.filter(|_| !is_day(&cell.text)).copied()
    };
    rows.iter().find_map(|row| Some((row.number, other(row)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_row_with_the_headings_tells_what_stands_between_cells() {
        let check = |text: &str, separator: u8, head: Option<usize>| {
            let found = of(text);
            let separated = found.reader.separator();
            assert_eq!((separated, found.head), (separator, head), "{text:?}");
        };
        check("date,value\n", b',', Some(0));
        check("Fecha;Puntaje\n18/9/2026;47,5\n", b';', Some(0));
        check("date\tvalue\n2026-09-18\t44\n", b'\t', Some(0));
        check("sep=;\ndate;value\n", b';', Some(0));
        check("\"sep=,\"\r\ndate,value\r\n", b',', Some(0));
        check("date|value\n", b'|', Some(0));
        check(
            "Reading, fall; Ms. Ortiz\n\nDate;Score;Notes\n",
            b';',
            Some(1),
        );
        check("\"When, exactly\";date;value\n", b';', Some(0));
        check("2026-09-18,44\n", b',', None);
        check("", b',', None);
    }
}
