//! Data sheets (CSV, or with semicolons or tabs): the row with the headings, and the rows
//! below it. `validate` gives headings a meaning.

mod cells;
mod faults;
mod layout;

pub use cells::{Cell, Row, letters};

use crate::diagnostic::{
    Code, Diagnostic, Diagnostics, LeftOut, LimitProblem, Outcome, RowProblem,
};
use crate::input::{Heading, heading};
use crate::source::{Place, RelPath, Span};

/// The most rows of a sheet: more than the minutes of a school year.
const MAX_ROWS: usize = 20_000;

/// The most columns of a sheet: more than the tries of a check.
const MAX_COLUMNS: usize = 400;

/// A data sheet.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The character between its cells.
    pub separator: char,
    /// Rows above the headings. No page shows them.
    pub titles: Vec<Row>,
    /// The row with the headings: the first one that has a heading for the day, or the
    /// first row of all.
    pub head: Row,
    /// The rows below it, without summaries and blank rows.
    pub rows: Vec<Row>,
}

/// The most cells of a sheet.
const MAX_CELLS: usize = 400_000;

/// Reads one sheet, and collects its diagnostics.
struct SheetReader<'a> {
    file: &'a RelPath,
    text: &'a str,
    diagnostics: Diagnostics,
}

/// Reads the sheet `text`. Returns `None` if it is broken or blank; the diagnostics have
/// the reason.
pub fn parse(file: &RelPath, text: &str) -> Outcome<Option<Sheet>> {
    let mut reading = SheetReader {
        file,
        text,
        diagnostics: Diagnostics::default(),
    };
    let sheet = reading.sheet();
    let whole = !reading.diagnostics.any_error();
    Outcome::new(sheet.filter(|_| whole), reading.diagnostics)
}

impl SheetReader<'_> {
    fn sheet(&mut self) -> Option<Sheet> {
        let mut layout = layout::of(self.text);
        let separator = layout.reader.separator();
        let mut rows = layout.reader.rows(self.text, layout.start, MAX_ROWS + 1);
        // Nothing is certain below a quote without an end.
        if let Some(fault) = faults::open_quote(self.text, &rows, char::from(separator)) {
            self.report(Code::SheetQuote, fault.span, |one| {
                one.with("cell", fault.cell)
            });
            return None;
        }
        let above = layout.head.unwrap_or_default();
        let titles: Vec<Row> = rows.drain(..above.min(rows.len())).collect();
        if rows.is_empty() {
            return None;
        }
        let head = rows.remove(0);
        self.limits(&rows, &head)?;
        self.head_fault(&head, layout.head.is_some())?;
        self.mixed(&rows, &head, separator)?;
        self.left_out(&titles, LeftOut::Title);
        self.twins(&head);
        let day = day_column(&head);
        let (sums, rows): (Vec<Row>, Vec<Row>) = rows
            .into_iter()
            .partition(|row| layout::is_summary(row, day));
        self.left_out(&sums, LeftOut::Summary);
        let again = |row: &Row| words(row).eq(words(&head));
        let rows: Vec<Row> = rows.into_iter().filter(|row| !again(row)).collect();
        self.without_heading(&rows, &head);
        for row in &rows {
            self.row_fault(row, &head);
        }
        Some(Sheet {
            separator: char::from(separator),
            titles,
            head,
            rows,
        })
    }

    fn at(&self, span: Span) -> Place {
        Place {
            file: self.file.clone(),
            span,
        }
    }

    fn report(&mut self, code: Code, span: Span, told: impl FnOnce(Diagnostic) -> Diagnostic) {
        let at = self.at(span);
        self.diagnostics.push(told(Diagnostic::at(code, &at)));
    }

    fn limits(&mut self, rows: &[Row], head: &Row) -> Option<()> {
        let cells: usize = rows.iter().map(|row| row.cells.len()).sum();
        let wide = head.cells.len() > MAX_COLUMNS || cells > MAX_CELLS;
        let last = rows
            .get(MAX_ROWS.saturating_sub(1))
            .or(wide.then_some(head));
        let Some(last) = last else { return Some(()) };
        self.report(Code::YamlLimit, last.span(), |one| {
            one.select(LimitProblem::Count)
        });
        None
    }

    /// Reports a problem with the headings. If none of them is that of the day, the row
    /// may be none of headings, or its headings may be the days.
    fn head_fault(&mut self, head: &Row, dated: bool) -> Option<()> {
        if !dated && layout::is_wide(head) {
            self.report(Code::SheetWide, head.span(), |one| one);
            return None;
        }
        let heads = |cell: &&Cell| {
            let named = cell.text.starts_with(char::is_alphabetic) && !layout::is_day(&cell.text);
            let known = dated || named || heading(&cell.text).is_some();
            cell.text.is_empty() || (known && !faults::computes(&cell.text))
        };
        let Some(number) = head.cells.iter().find(|cell| !heads(cell)) else {
            return Some(());
        };
        self.report(Code::SheetHeader, number.span, |one| {
            one.with("found", number.told())
        });
        None
    }

    /// Reports a row with another separator than the headings.
    fn mixed(&mut self, rows: &[Row], head: &Row, separator: u8) -> Option<()> {
        let Some((number, sign)) = layout::mixed(rows, head, separator) else {
            return Some(());
        };
        let row = rows.iter().find(|row| row.number == number).unwrap_or(head);
        let named = |sign: char| {
            if sign == '\t' {
                "tab".to_owned()
            } else {
                sign.to_string()
            }
        };
        let head_at = self.at(head.span());
        self.report(Code::SheetSeparator, row.span(), |one| {
            let one = one
                .with("sign", named(char::from(separator)))
                .with("other", named(sign))
                .with("row", row_number(row));
            if row.number == head.number {
                one
            } else {
                one.label(&head_at, "first")
            }
        });
        None
    }

    /// Notes rows that are not data.
    fn left_out(&mut self, rows: &[Row], what: LeftOut) {
        let Some(first) = rows.first() else { return };
        let last = rows.last().unwrap_or(first);
        self.report(Code::SheetLeftOut, first.span(), |one| {
            let one = one.select(what).with("row", row_number(first));
            one.with("last", row_number(last))
        });
    }

    fn twins(&mut self, head: &Row) {
        let named = |cell: &Cell| cell.text.to_lowercase().replace(['_', '-'], " ");
        for (column, cell) in head.cells.iter().enumerate() {
            let mut before = head.cells.iter().take(column);
            let first = before.find(|other| named(other) == named(cell));
            if let Some(first) = first.filter(|_| !cell.text.is_empty()) {
                let first = self.at(first.span);
                self.report(Code::DuplicateKey, cell.span, |one| {
                    one.with("key", cell.told()).label(&first, "first")
                });
            }
        }
    }

    /// Reports each column that is not blank but has no heading.
    fn without_heading(&mut self, rows: &[Row], head: &Row) {
        for column in 0..head.cells.len() {
            if head.filled(column).is_some() {
                continue;
            }
            let mut cells = rows
                .iter()
                .filter_map(|row| Some((row, row.filled(column)?)));
            let Some((row, cell)) = cells.next() else {
                continue;
            };
            self.report(Code::SheetNoHeading, cell.span, |one| {
                let one = one
                    .with("column", letters(column))
                    .with("cell", row.name(column))
                    .with("found", cell.told());
                one.with("head", head.name(column))
                    .with("read", row.as_read(head))
            });
        }
    }

    /// Reports a problem with a row: more cells than headings, or a cell that a spreadsheet
    /// would compute.
    fn row_fault(&mut self, row: &Row, head: &Row) {
        let width = head.cells.len();
        if let Some(extra) = (width..row.cells.len()).find(|column| row.filled(*column).is_some()) {
            self.extra(row, head, extra);
        } else if let Some(cell) = row.cells.iter().find(|cell| faults::computes(&cell.text)) {
            self.report(Code::SheetFormula, cell.span, |one| {
                one.with("found", cell.told())
            });
        }
    }

    fn extra(&mut self, row: &Row, head: &Row, column: usize) {
        let Some(cell) = row.filled(column) else {
            return;
        };
        let parted = faults::parted_number(row);
        self.report(Code::SheetRow, cell.span, |one| {
            let one = one
                .with("found", cell.told())
                .with("row", row_number(row))
                .with("cell", row.name(column))
                .with("read", row.as_read(head));
            match parted {
                Some((whole, part)) => one
                    .select(RowProblem::Number)
                    .with("whole", whole.as_str())
                    .with("part", part.as_str()),
                None => one.select(RowProblem::Extra),
            }
        });
    }
}

/// The column of the day. `None` if no heading is that of a day.
fn day_column(head: &Row) -> Option<usize> {
    [Heading::Date, Heading::Week, Heading::Sent]
        .into_iter()
        .find_map(|wanted| {
            let meant = |cell: &Cell| heading(&cell.text).map(|found| found.heading);
            head.cells
                .iter()
                .position(|cell| meant(cell) == Some(wanted))
        })
}

fn words(row: &Row) -> impl Iterator<Item = &str> {
    row.cells.iter().map(|cell| cell.text.as_str())
}

fn row_number(row: &Row) -> String {
    row.number.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Sheet>, Vec<(&'static str, String)>) {
        let file = RelPath::new("a.csv").unwrap();
        let mut diagnostics = Diagnostics::default();
        let sheet = parse(&file, text).into_value(&mut diagnostics);
        let covered = |one: &Diagnostic| {
            let span = one.at.as_ref().unwrap().span;
            (one.code.name(), text[span.start..span.end].to_owned())
        };
        let covered = diagnostics.iter().map(covered).collect();
        (sheet, covered)
    }

    #[test]
    fn a_sheet_is_its_headings_and_its_data() {
        let text = "Reading\n\nDate;Score\n18/9/2026;44\n;\nDate;Score\n25/9/2026;46\nAverage;45\n";
        let (sheet, diagnostics) = read(text);
        let sheet = sheet.unwrap();
        assert_eq!(sheet.separator, ';');
        assert_eq!(sheet.head.number, 3);
        let rows: Vec<usize> = sheet.rows.iter().map(|row| row.number).collect();
        assert_eq!(rows, [4, 7]);
        let told = [
            ("sheet-left-out", "Reading"),
            ("sheet-left-out", "Average;45"),
        ];
        assert_eq!(
            diagnostics,
            told.map(|(code, covers)| (code, covers.to_owned()))
        );
    }

    #[test]
    fn sheets_that_cannot_be_read_say_why() {
        let check = |text: &str, code: &str, covers: &str| {
            let (sheet, diagnostics) = read(text);
            assert!(sheet.is_none(), "{text:?}");
            assert_eq!(diagnostics, [(code, covers.to_owned())], "{text:?}");
        };
        check("date;value,note\n", "sheet-separator", "date;value,note");
        check(
            "date;value\n2026-09-18,44\n",
            "sheet-separator",
            "2026-09-18,44",
        );
        check("2026-09-18,4\n", "sheet-header", "2026-09-18");
        check(
            "Name,9/4,9/11,9/18\nAna,4,5,6\n",
            "sheet-wide",
            "Name,9/4,9/11,9/18",
        );
        check("date,value\n2026-09-18,12,5\n", "sheet-row", "5");
        check("date,value\n2026-09-18,=A1\n", "sheet-formula", "=A1");
        check("date,value\n2026-09-18,-cmd\n", "sheet-formula", "-cmd");
        check("date,Date\n", "duplicate-key", "Date");
        check("date,value,\n2026-09-18,4,5\n", "sheet-no-heading", "5");
        check(
            "date,note\n2026-09-18,\"a\n2026-09-25,b\n",
            "sheet-quote",
            "\"a",
        );
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
            "sep=",
            "sep=;",
            "sep=é\ndate",
            "\"",
            ";;;\n\"\"\"",
            "date\n\n\n",
        ] {
            let _ = read(text);
        }
        for text in [
            "date,value\n2026-09-18,-4\n2026-09-19,+4\n",
            "date,value\n2026-09-18,+-++\n2026-09-19,-\n",
            "date,value\n\"Sept. 18, 2026\",4\n",
        ] {
            assert!(read(text).1.is_empty(), "{text}");
        }
        let wide = "a,".repeat(100_000);
        assert_eq!(read(&format!("date,{wide}\n")).1[0].0, "yaml-limit");
    }
}
