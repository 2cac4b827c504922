//! Checks of the columns of a sheet.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Column, Grid};
use crate::diagnostic::{Code, ColumnProblem, Diagnostic, LeftOut, OtherStudentProblem, nearest};
use crate::input::{self, Heading};
use crate::parse::csv_sheet::letters;

impl Grid<'_> {
    /// Reports headings that are unknown or unused. `known` are the names of the fields
    /// that the sheet may have; `used` are the columns that are read, if `clear`: if it
    /// is known which they are.
    pub(in crate::validate) fn report_headings(
        &self,
        known: &[&str],
        used: &BTreeSet<usize>,
        clear: bool,
    ) {
        if clear {
            self.report_meant(used);
        }
        let mut unused = Vec::new();
        for column in self.columns.iter().filter(|column| column.filled) {
            if used.contains(&column.index) {
                continue;
            }
            match column.heading() {
                // These columns are for staff, or are no data.
                Some(Heading::Student | Heading::Aside | Heading::StaffNote | Heading::By) => {}
                None if self.may_hold_numbers(column) || guess(column, known).is_some() => {
                    self.report_unknown(column, known);
                }
                _ => unused.push(column),
            }
        }
        if let Some(first) = unused.first().filter(|_| clear) {
            let names: Vec<String> = unused.iter().map(|one| one.head.told()).collect();
            let note = self
                .of_column(Code::SheetLeftOut, first)
                .select(LeftOut::Column)
                .with("found", names.join(", "))
                .with("row", "")
                .with("last", "");
            self.report(note);
        }
    }

    /// Adds one note for all headings that are read as the name of a field.
    fn report_meant(&self, used: &BTreeSet<usize>) {
        let meant = self.columns.iter().filter_map(|column| {
            let staff = column.heading() == Some(Heading::StaffNote) && column.filled;
            let meaning = column.meaning.filter(|meaning| !meaning.exact)?;
            let read = used.contains(&column.index) || staff;
            Some((column, input::field(meaning.heading).filter(|_| read)?))
        });
        let (columns, fields): (Vec<&Column>, Vec<&str>) = meant.unzip();
        let (Some(first), Some(last)) = (columns.first(), columns.last()) else {
            return;
        };
        let names: Vec<String> = columns.iter().map(|one| one.head.told()).collect();
        let mut span = first.head.span;
        span.end = last.head.span.end;
        let note = Diagnostic::at(Code::ReadAs, &self.place(span))
            .with("found", names.join(", "))
            .with("read", fields.join(", "));
        self.report(note);
    }

    fn may_hold_numbers(&self, column: &Column) -> bool {
        let mut cells = self
            .sheet
            .rows
            .iter()
            .filter_map(|row| row.filled(column.index));
        cells.any(|cell| {
            let text = &cell.text;
            input::number(text).is_ok()
                || input::percent(text).is_ok()
                || input::tries(text).is_ok()
                || input::day(text, None).is_ok()
        })
    }

    /// Whether a column with an unknown heading may hold numbers.
    pub(in crate::validate) fn has_unknown(&self) -> bool {
        let unknown = |column: &&Column| column.filled && column.meaning.is_none();
        let mut columns = self.columns.iter().filter(unknown);
        columns.any(|column| self.may_hold_numbers(column))
    }

    /// A column in which every cell is a day, whatever its heading is.
    pub(in crate::validate) fn column_of_days(&self) -> Option<&Column<'_>> {
        let mut columns = self.columns.iter().filter(|column| column.filled);
        columns.find(|column| {
            let mut cells = self
                .sheet
                .rows
                .iter()
                .filter_map(|row| row.filled(column.index));
            cells.all(|cell| input::TypedDay::of(&cell.text).is_ok_and(|day| day.has_year()))
        })
    }

    fn report_unknown(&self, column: &Column, known: &[&str]) {
        let guess = guess(column, known);
        let fault = self
            .of_column(Code::SheetColumn, column)
            .with("nearest", guess.unwrap_or_default())
            .with("choices", known.join(", "));
        self.report(match guess {
            Some(guess) => fault.fix(&self.place(column.head.span), guess),
            None => fault,
        });
    }

    /// Reports two columns with the same meaning, because kinfolio cannot choose between
    /// them. Returns whether there are any.
    pub(in crate::validate) fn report_twins(&self, wanted: &[Heading]) -> bool {
        let mut any = false;
        for heading in wanted {
            let same = |column: &&Column| column.filled && column.heading() == Some(*heading);
            let mut twins = self.columns.iter().filter(same);
            if let (Some(first), Some(second)) = (twins.next(), twins.next()) {
                self.ask(second, ColumnProblem::Twins, &first.head.told());
                any = true;
            }
        }
        any
    }

    /// Reports a column whose contents nobody can tell.
    pub(in crate::validate) fn ask(&self, column: &Column, problem: ColumnProblem, other: &str) {
        let fault = self.of_column(Code::SheetColumnOpen, column);
        self.report(fault.select(problem).with("other", other));
    }

    /// Reports a column of names that has another student's name: one that is neither this
    /// student's nor a member of staff's. The message does not show the name. Returns
    /// whether there is one.
    pub(in crate::validate) fn report_others(&self, own: &[String], staff: &[&str]) -> bool {
        let students = self
            .columns
            .iter()
            .filter(|column| column.filled && column.heading() == Some(Heading::Student));
        let own: Vec<String> = own.iter().map(|name| plain(name)).collect();
        if own.is_empty() {
            return false;
        }
        let staff: Vec<[String; 1]> = staff.iter().map(|name| [plain(name)]).collect();
        let known =
            |text: &str| is_named(text, &own) || staff.iter().any(|name| is_named(text, name));
        for column in students {
            let other = self.sheet.rows.iter().find(|row| {
                let cell = row.filled(column.index);
                cell.is_some_and(|cell| !known(&cell.text))
            });
            if let Some(row) = other {
                let fault = self
                    .of_cell(Code::SheetOtherStudent, row, column.index)
                    .with("found", "")
                    .select(OtherStudentProblem::Column)
                    .with("column", letters(column.index));
                self.report(fault);
                return true;
            }
        }
        false
    }
}

/// The field whose name was probably meant.
fn guess<'n>(column: &Column, known: &[&'n str]) -> Option<&'n str> {
    let plain = column.head.text.to_lowercase().replace([' ', '-'], "_");
    nearest(&plain, known.iter().copied())
}

/// Titles before the name of a member of staff.
const TITLES: [&str; 8] = ["mr", "mrs", "ms", "miss", "dr", "sra", "sr", "prof"];

/// Whether `text` is one of the names in `own`, several of them in any order, or their
/// initials.
fn is_named(text: &str, own: &[String]) -> bool {
    let text = plain(text);
    let titled = text
        .split_once(' ')
        .filter(|(title, _)| TITLES.contains(title));
    let text = titled.map_or(text.as_str(), |(_, name)| name);
    let known: BTreeSet<&str> = own.iter().flat_map(|name| name.split(' ')).collect();
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let initials = |name: &String| -> String {
        name.split(' ')
            .filter_map(|word| word.chars().next())
            .collect()
    };
    let initial = letters.chars().count() <= 4 && own.iter().any(|name| initials(name) == letters);
    let words = || {
        text.split(' ').all(|word| {
            // “Ana D.” as well.
            known.contains(word)
                || (word.chars().count() == 1 && known.iter().any(|name| name.starts_with(word)))
        })
    };
    // A number is an account, not a name.
    let account = letters.chars().all(char::is_numeric);
    initial || account || words()
}

/// A name in lower case, without accents, punctuation and double spaces.
fn plain(name: &str) -> String {
    let letters = name
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if c.is_alphanumeric() { c } else { ' ' });
    let small = letters.collect::<String>().to_lowercase();
    small.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_student_is_known_in_many_forms() {
        let own = ["Ana Duarte", "Ana", "Duarte"].map(plain);
        let check = |text: &str, expected: bool| {
            assert_eq!(is_named(text, &own), expected, "{text}");
        };
        check("Ana", true);
        check("Duarte, Ana", true);
        check("ANA D.", true);
        check("A.D.", true);
        check("AD", true);
        check("200417", true);
        check("Ben", false);
        check("Ana Osei", false);
        check("B.O.", false);
    }
}
