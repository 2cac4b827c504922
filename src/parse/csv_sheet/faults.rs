//! Problems with rows and cells, whatever they mean.

use super::cells::{Cell, Row};
use super::layout::is_day;
use crate::source::Span;

/// A quote that opens a cell and has no end.
pub(super) struct OpenQuote {
    pub(super) cell: String,
    /// The rest of its line, from the quote on.
    pub(super) span: Span,
}

/// The first quote without an end, or whose end is the quote that opens another cell, so
/// that rows are inside a cell.
pub(super) fn open_quote(text: &str, rows: &[Row], separator: char) -> Option<OpenQuote> {
    let last = rows.last().and_then(|row| row.cells.last());
    let is_open = |cell: &Cell| {
        let raw = text.get(cell.span.start..cell.span.end).unwrap_or_default();
        let odd = raw.matches('"').count() % 2 == 1;
        let at_end = last.is_some_and(|last| last.span == cell.span);
        let row_inside = |line: &str| {
            let mut cells = line.split(separator);
            cells
                .next()
                .is_some_and(|first| is_day(first.trim_matches('"')))
                && cells.next().is_some()
        };
        raw.starts_with('"') && ((odd && at_end) || raw.lines().skip(1).any(row_inside))
    };
    rows.iter().find_map(|row| {
        let column = row.cells.iter().position(is_open)?;
        let span = row.cells.get(column)?.span;
        let rest = text.get(span.start..span.end).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        Some(OpenQuote {
            cell: row.name(column),
            span: Span::new(span.start, span.start + line.len()),
        })
    })
}

/// Whether a spreadsheet would compute this. A mark for each try is no formula, and a
/// single dash means that nothing was checked.
pub(super) fn computes(text: &str) -> bool {
    if text.starts_with(['=', '@', '＝', '＠']) {
        return true;
    }
    let signs = ['+', '-', '＋', '－'];
    let rest = text.trim_start_matches(signs);
    let signed = rest.len() < text.len();
    let harmless = rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit() || c == ' ');
    signed && !harmless
}

/// Two adjacent cells that are one number with a comma: `47`, `5`.
pub(super) fn parted_number(row: &Row) -> Option<(String, String)> {
    let digits =
        |cell: &Cell| !cell.text.is_empty() && cell.text.bytes().all(|b| b.is_ascii_digit());
    let pairs = row.cells.iter().zip(row.cells.iter().skip(1));
    let mut parted = pairs.filter(|(whole, part)| digits(whole) && digits(part));
    let (whole, part) = parted.next()?;
    Some((whole.text.clone(), part.text.clone()))
}
