//! Sheets of numbers (CSV) as the same trees that YAML gives: a list with a map
//! for each row, whose keys are the words of the first row.

use csv_core::{ReadFieldResult, Reader};

use super::node::{Entry, Kind, Node, Scalar};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Outcome};
use crate::source::{Place, RelPath, Span};

/// How many rows one sheet may hold: more than a school year of minutes.
const MAX_ROWS: usize = 20_000;

/// One cell: its characters without quotes and space, and where it stands.
struct Cell {
    text: String,
    span: Span,
}

/// Reads the sheet `text`. Nothing comes back when it is broken; why is in the
/// diagnostics. Empty cells count as not written, rows without a cell as not
/// there.
pub fn parse(file: &RelPath, text: &str) -> Outcome<Option<Node>> {
    let mut seen = Diagnostics::default();
    let at = |span: Span| Place {
        file: file.clone(),
        span,
    };
    let mut rows = rows(text).into_iter();
    let Some(head) = rows.next() else {
        return Outcome::new(None, seen);
    };
    if let Some(fault) = head_fault(&head, &at) {
        return Outcome::new(None, [fault].into_iter().collect());
    }
    let keys: Vec<Cell> = head.iter().map(key).collect();
    for (index, cell) in keys.iter().enumerate() {
        let first = keys
            .iter()
            .take(index)
            .find(|other| other.text == cell.text);
        if let Some(first) = first.filter(|_| !cell.text.is_empty()) {
            let fault = Diagnostic::at(Code::DuplicateKey, &at(cell.span));
            let fault = fault.with("key", cell.text.as_str());
            seen.push(fault.label(&at(first.span), "first"));
        }
    }
    let mut nodes = Vec::new();
    for row in rows {
        let Some(span) = span_of(&row) else { continue };
        if nodes.len() == MAX_ROWS {
            let fault = Diagnostic::at(Code::YamlLimit, &at(span));
            seen.push(fault.with("problem", "count"));
            break;
        }
        if let Some(fault) = row_fault(&row, keys.len(), &at) {
            seen.push(fault);
            continue;
        }
        nodes.push(map(&keys, row, span));
    }
    let list = Node {
        span: Span::new(0, text.lines().next().unwrap_or_default().len()),
        kind: Kind::List(nodes),
    };
    let whole = !seen.any_error();
    Outcome::new(whole.then_some(list), seen)
}

/// Every row as its cells. The library finds the cells; that it does so one by
/// one is what lets each know its place.
fn rows(text: &str) -> Vec<Vec<Cell>> {
    let mut reader = Reader::new();
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let (mut at, mut start) = (0, 0);
    // A cell is never longer than what it was read from.
    let mut room = vec![0; text.len() + 1];
    let mut filled = 0;
    loop {
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        let space = room.get_mut(filled..).unwrap_or_default();
        let (result, read, written) = reader.read_field(rest, space);
        at += read;
        filled += written;
        let ended = match result {
            // An empty rest tells the reader that nothing more will come.
            ReadFieldResult::InputEmpty => continue,
            ReadFieldResult::Field { record_end } => record_end,
            ReadFieldResult::OutputFull | ReadFieldResult::End => break,
        };
        let found = String::from_utf8_lossy(room.get(..filled).unwrap_or_default());
        row.push(Cell {
            text: found.trim().to_owned(),
            span: trimmed(text, start, at),
        });
        (filled, start) = (0, at);
        if ended {
            rows.push(std::mem::take(&mut row));
        }
    }
    rows
}

/// The cell itself between two separators.
fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let space = |c: char| matches!(c, '\r' | '\n' | ' ' | '\t' | '\u{a0}');
    let written = text.get(start..end).unwrap_or_default();
    let front = written.len() - written.trim_start_matches(space).len();
    let inside = written.trim_matches(|c| c == ',' || space(c)).len();
    Span::new(start + front, start + front + inside)
}

/// A heading as the name of a field: "Staff away" is `staff_away`.
fn key(cell: &Cell) -> Cell {
    Cell {
        text: cell.text.to_lowercase().replace([' ', '-'], "_"),
        span: cell.span,
    }
}

/// From the first to the last cell that holds something.
fn span_of(row: &[Cell]) -> Option<Span> {
    let mut filled = row.iter().filter(|cell| !cell.text.is_empty());
    let first = filled.next()?;
    let last = filled.next_back().unwrap_or(first);
    Some(Span::new(first.span.start, last.span.end))
}

/// What is wrong with the first row: other separators, or no headings.
fn head_fault(head: &[Cell], at: &impl Fn(Span) -> Place) -> Option<Diagnostic> {
    let span = span_of(head).unwrap_or(Span::new(0, 0));
    if let [only] = head
        && let Some(sign) = [";", "\t", "|"]
            .iter()
            .find(|sign| only.text.contains(**sign))
    {
        let sign = if *sign == "\t" { "tab" } else { *sign };
        return Some(Diagnostic::at(Code::SheetSeparator, &at(span)).with("sign", sign));
    }
    let heading = |cell: &&Cell| cell.text.starts_with(char::is_alphabetic);
    let number = head
        .iter()
        .find(|cell| !cell.text.is_empty() && !heading(cell));
    number.map(|cell| {
        Diagnostic::at(Code::SheetHeader, &at(cell.span)).with("found", cell.text.as_str())
    })
}

/// What is wrong with a row: more cells than headings, or a cell that a
/// spreadsheet would compute.
fn row_fault(row: &[Cell], width: usize, at: &impl Fn(Span) -> Place) -> Option<Diagnostic> {
    if let Some(extra) = row.iter().skip(width).find(|cell| !cell.text.is_empty()) {
        let fault = Diagnostic::at(Code::SheetRow, &at(extra.span));
        return Some(fault.with("found", extra.text.as_str()));
    }
    let formula = |cell: &&Cell| {
        let sign = cell.text.starts_with(['=', '@', '＝', '＠']);
        let rest = cell.text.trim_start_matches(['+', '-', '＋', '－']);
        sign || (rest.len() < cell.text.len() && !rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    row.iter().find(formula).map(|cell| {
        Diagnostic::at(Code::SheetFormula, &at(cell.span)).with("found", cell.text.as_str())
    })
}

fn map(keys: &[Cell], row: Vec<Cell>, span: Span) -> Node {
    let entries = keys.iter().zip(row).filter(|(key, _)| !key.text.is_empty());
    let entry = |(key, cell): (&Cell, Cell)| Entry {
        key: key.text.clone(),
        key_span: key.span,
        value: Node {
            span: cell.span,
            kind: if cell.text.is_empty() {
                Kind::Empty
            } else {
                Kind::Scalar(Scalar {
                    text: cell.text,
                    plain: true,
                })
            },
        },
    };
    Node {
        span,
        kind: Kind::Map(entries.map(entry).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Node>, Vec<(&'static str, String)>) {
        let file = RelPath::new("a.csv").unwrap();
        let mut seen = Diagnostics::default();
        let node = parse(&file, text).into_value(&mut seen);
        let covered = |one: &Diagnostic| {
            let span = one.at.as_ref().unwrap().span;
            (one.code.name(), text[span.start..span.end].to_owned())
        };
        let covered = seen.iter().map(covered).collect();
        (node, covered)
    }

    #[test]
    fn rows_are_maps_that_know_their_places() {
        let text = "Date, Staff away\r\n2026-09-18,\"a, b\"\n\n ,\n2026-09-25,\u{a0}é\n";
        let (node, seen) = read(text);
        assert!(seen.is_empty(), "{seen:?}");
        let Kind::List(rows) = node.unwrap().kind else {
            panic!("a sheet is a list")
        };
        let cells: Vec<Vec<(String, String)>> = rows
            .iter()
            .map(|row| {
                let cells = row.entries().unwrap().iter();
                cells
                    .map(|cell| {
                        let span = cell.value.span;
                        let covered = text[span.start..span.end].to_owned();
                        (
                            format!("{}={}", cell.key, cell.value.text().unwrap()),
                            covered,
                        )
                    })
                    .collect()
            })
            .collect();
        let cell = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(
            cells,
            [
                [
                    cell("date=2026-09-18", "2026-09-18"),
                    cell("staff_away=a, b", "\"a, b\"")
                ],
                [
                    cell("date=2026-09-25", "2026-09-25"),
                    cell("staff_away=é", "é")
                ],
            ]
        );
    }

    #[test]
    fn sheets_that_cannot_be_read_say_why() {
        let check = |text: &str, code: &str, covers: &str| {
            assert_eq!(read(text).1, [(code, covers.to_owned())], "{text:?}");
        };
        check(
            "date;value\n2026-09-18;4\n",
            "sheet-separator",
            "date;value",
        );
        check("date\tvalue\n", "sheet-separator", "date\tvalue");
        check("2026-09-18,4\n", "sheet-header", "2026-09-18");
        check("date,value\n2026-09-18,12,5\n", "sheet-row", "5");
        check("date,value\n2026-09-18,=A1\n", "sheet-formula", "=A1");
        check("date,value\n2026-09-18,-cmd\n", "sheet-formula", "-cmd");
        check("date,Date\n", "duplicate-key", "Date");
    }

    #[test]
    fn strange_sheets_do_no_harm() {
        for text in [
            "",
            "\n\n",
            ",,,\n",
            "date",
            "date,\"a",
            "date\n\"",
            "a\r\rb",
            "\u{feff}a,b",
        ] {
            let _ = read(text);
        }
        assert!(
            read("date,value\n2026-09-18,-4\n2026-09-19,+4\n")
                .1
                .is_empty()
        );
    }
}
