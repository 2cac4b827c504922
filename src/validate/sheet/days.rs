//! The days of a column. kinfolio never guesses which number is the month: a cell that
//! cannot be read the other way proves it for all cells.

use super::{Column, Grid};
use crate::diagnostic::{Arg, BlankDayProblem, Code, DayOrderProblem, Diagnostic};
use crate::input::{NotADay, Order, Period, TypedDay};
use crate::model::{Date, DateOrder};
use crate::parse::csv_sheet::Row;
use crate::source::Spanned;

/// What the days of a column are read with.
pub(in crate::validate) struct Calendar<'a> {
    /// The order of day and month in the school's sheets.
    pub(in crate::validate) order: DateOrder,
    /// The school year, for days without a year.
    pub(in crate::validate) year: Option<Period>,
    /// Whether a check on a day is unlikely.
    pub(in crate::validate) odd: &'a dyn Fn(Date) -> bool,
}

/// A cell that is a day.
struct Typed<'a> {
    row: &'a Row,
    day: TypedDay,
}

/// The order of day and month, and how it is known.
#[derive(Clone, Copy)]
struct Known<'a> {
    order: Order,
    /// The row that proves it. `None` if the school's settings say it.
    proof: Option<&'a Row>,
}

impl Grid<'_> {
    /// The day of each of `rows`, which are not blank. `None` if it cannot be read, which is
    /// reported: once for all rows if the problem is that of the column.
    pub(in crate::validate) fn days(
        &self,
        column: &Column,
        rows: &[&Row],
        calendar: &Calendar,
    ) -> Vec<Option<Spanned<Date>>> {
        if rows.is_empty() {
            return Vec::new();
        }
        let blank = self.report_blank(column, rows);
        let typed = self.typed(column);
        let Ok(known) = self.order(column, &typed, calendar) else {
            return rows.iter().map(|_| None).collect();
        };
        if let Some(known) = known
            && self.report_swapped(column, &typed, known, calendar)
        {
            return rows.iter().map(|_| None).collect();
        }
        let order = known.map_or(Order::MonthFirst, |known| known.order);
        self.report_meant_day(column, &typed, known, calendar);
        let day = |row: &&Row| {
            let cell = row.filled(column.index)?;
            let typed = typed_day(&cell.text);
            match typed.and_then(|typed| typed.in_order(order, calendar.year)) {
                Ok(value) => Some(Spanned {
                    value,
                    at: self.place(cell.span),
                }),
                Err(problem) => {
                    let at = self.place(cell.span);
                    self.report(self.context.no_day(problem, &at, &cell.text));
                    None
                }
            }
        };
        let days: Vec<Option<Spanned<Date>>> = rows.iter().map(day).collect();
        if blank {
            rows.iter().map(|_| None).collect()
        } else {
            days
        }
    }

    /// Reports rows with numbers and no day, usually because of merged cells. Returns
    /// whether there are any.
    fn report_blank(&self, column: &Column, rows: &[&Row]) -> bool {
        let blank = |row: &&&Row| row.filled(column.index).is_none();
        let empty: Vec<&&Row> = rows.iter().filter(blank).collect();
        let Some(first) = empty.first() else {
            return false;
        };
        let above = rows
            .iter()
            .rev()
            .find(|row| row.number < first.number && !blank(row))
            .and_then(|row| row.filled(column.index));
        let cells: Vec<String> = empty
            .iter()
            .take(6)
            .map(|row| row.name(column.index))
            .collect();
        let problem = if above.is_some() {
            BlankDayProblem::Below
        } else {
            BlankDayProblem::Alone
        };
        let fault = Diagnostic::at(Code::SheetDayBlank, &self.place(first.span()))
            .select(problem)
            .with("cell", cells.join(", "))
            .with("row", first.number.to_string())
            .with("above", above.map_or("", |cell| cell.text.as_str()));
        self.report(fault);
        true
    }

    /// Every day of the column, of rows without a number too, because these prove an order
    /// as well.
    fn typed(&self, column: &Column) -> Vec<Typed<'_>> {
        let rows = self.sheet.rows.iter();
        let typed = rows.filter_map(|row| {
            let day = typed_day(&row.filled(column.index)?.text).ok()?;
            Some(Typed { row, day })
        });
        typed.collect()
    }

    /// The order of day and month. `None` if no cell needs it, an error if it is not known.
    fn order<'r>(
        &self,
        column: &Column,
        typed: &[Typed<'r>],
        calendar: &Calendar,
    ) -> Result<Option<Known<'r>>, ()> {
        let year = calendar.year;
        let proof = |order| {
            typed
                .iter()
                .find(|one| proves(one, order, year))
                .map(|one| one.row)
        };
        match (proof(Order::DayFirst), proof(Order::MonthFirst)) {
            (Some(day), Some(month)) => {
                let other = day.filled(column.index);
                let fault = self
                    .of_cell(Code::SheetDayOrder, month, column.index)
                    .select(DayOrderProblem::Both)
                    .with("other", day.name(column.index))
                    .with("second", other.map_or("", |cell| cell.text.as_str()));
                let at = other.map(|cell| self.place(cell.span));
                let date = TypedDay::of(month.filled(column.index).map_or("", |cell| &cell.text))
                    .and_then(|date| date.in_order(Order::MonthFirst, year))
                    .unwrap_or_else(|_| self.context.today.date());
                let fault = spelled(fault, ["first-month", "first-day"], date);
                let fault = spelled(fault, ["second-month", "second-day"], date);
                self.report(match at {
                    Some(at) => fault.label(&at, "other"),
                    None => fault,
                });
                return Err(());
            }
            (Some(row), None) => return Ok(Some(known(Order::DayFirst, Some(row)))),
            (None, Some(row)) => return Ok(Some(known(Order::MonthFirst, Some(row)))),
            (None, None) => {}
        }
        let said = brackets(&column.head.text).or(match calendar.order {
            DateOrder::Iso => None,
            DateOrder::DayFirst => Some(Order::DayFirst),
            DateOrder::MonthFirst => Some(Order::MonthFirst),
        });
        if let Some(order) = said {
            return Ok(Some(known(order, None)));
        }
        let Some((one, days)) = typed.iter().find_map(|one| Some((one, both(one, year)?))) else {
            return Ok(None);
        };
        let fault = self
            .of_cell(Code::SheetDayOrder, one.row, column.index)
            .select(DayOrderProblem::Open);
        let [day_first, month_first] = days;
        let fault = spelled(fault, ["first-month", "first-day"], month_first);
        self.report(spelled(fault, ["second-month", "second-day"], day_first));
        Err(())
    }

    /// Reports a column that makes sense only in the other order, because of Sundays, days
    /// before the baseline or days after today.
    fn report_swapped(
        &self,
        column: &Column,
        typed: &[Typed],
        known: Known,
        calendar: &Calendar,
    ) -> bool {
        if known.proof.is_some() {
            return false;
        }
        let days = typed
            .iter()
            .filter_map(|one| Some((one, both(one, calendar.year)?)));
        let days: Vec<(&Typed, [Date; 2])> = days.collect();
        let [as_read, other] = match known.order {
            Order::DayFirst => [0, 1],
            Order::MonthFirst => [1, 0],
        };
        let odd = |which: usize| {
            let odd = days
                .iter()
                .filter(move |(_, days)| days.get(which).is_some_and(|day| (calendar.odd)(*day)));
            odd.collect::<Vec<_>>()
        };
        let (signs, others) = (odd(as_read), odd(other));
        let Some((first, pair)) = signs
            .first()
            .filter(|_| signs.len() > 1 && others.len() * 3 <= signs.len())
        else {
            return false;
        };
        let order = if as_read == 0 {
            "day-first"
        } else {
            "month-first"
        };
        let fault = self.of_cell(Code::SheetDaysSwapped, first.row, column.index);
        let told = |which: usize| pair.get(which).map(Date::to_string).unwrap_or_default();
        let fault = fault
            .with("date", told(as_read))
            .with("other", told(other))
            .with("count", number(signs.len()))
            .with("order", order);
        self.report(fault.with("of", number(days.len())));
        true
    }

    /// Adds one note for a column whose days are written in another way than the documents
    /// say.
    fn report_meant_day(
        &self,
        column: &Column,
        typed: &[Typed],
        known: Option<Known>,
        calendar: &Calendar,
    ) {
        let order = known.map_or(Order::MonthFirst, |known| known.order);
        let said = known.is_some_and(|known| known.proof.is_none());
        let meant = typed.iter().find(|one| {
            let text = one
                .row
                .filled(column.index)
                .map_or("", |cell| cell.text.as_str());
            let full = text
                .rsplit(['/', '.'])
                .next()
                .is_some_and(|year| year.len() == 4);
            let usual = said
                && full
                && text
                    .chars()
                    .all(|c| c.is_ascii_digit() || matches!(c, '/' | '.'));
            let exact = one.day.is_exact() && text.contains('-');
            !exact && !usual
        });
        let Some(one) = meant else { return };
        if let Ok(date) = one.day.in_order(order, calendar.year) {
            let note = self.of_cell(Code::ReadAs, one.row, column.index);
            self.report(note.with("read", date.to_string()));
        }
    }
}

/// Reads a day. A day without a format is a number in spreadsheets: the days since the
/// end of 1899.
fn typed_day(text: &str) -> Result<TypedDay, NotADay> {
    let digits = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    let serial: Option<i64> = text.parse().ok().filter(|_| digits);
    let date = serial.and_then(|days| {
        let first = Date::new(1899, 12, 30).ok()?;
        let span = jiff::Span::new().try_days(days).ok()?;
        let date = first.checked_add(span).ok()?;
        (2000..2100).contains(&date.year()).then_some(date)
    });
    match date {
        Some(date) => TypedDay::of(&date.to_string()),
        None => TypedDay::of(text),
    }
}

fn known(order: Order, proof: Option<&Row>) -> Known<'_> {
    Known { order, proof }
}

/// The two days that a cell may be, the reading with the day first, then that with the
/// month first. `None` if they are the same.
fn both(typed: &Typed, year: Option<Period>) -> Option<[Date; 2]> {
    let day = typed.day.in_order(Order::DayFirst, year).ok()?;
    let month = typed.day.in_order(Order::MonthFirst, year).ok()?;
    (day != month).then_some([day, month])
}

/// Whether a cell is a day in this order only.
fn proves(typed: &Typed, order: Order, year: Option<Period>) -> bool {
    let other = match order {
        Order::DayFirst => Order::MonthFirst,
        Order::MonthFirst => Order::DayFirst,
    };
    let no_day = |problem| {
        matches!(
            problem,
            NotADay::Month | NotADay::Day(_) | NotADay::Weekday(_)
        )
    };
    typed.day.in_order(order, year).is_ok() && typed.day.in_order(other, year).is_err_and(no_day)
}

/// The order in a heading: “Date (dd/mm/yyyy)”.
fn brackets(heading: &str) -> Option<Order> {
    let (_, inside) = heading.split_once('(')?;
    let (inside, _) = inside.split_once(')')?;
    let inside = inside.trim().to_lowercase();
    let letters = |c: char| matches!(c, 'd' | 'm' | 'y' | 'a' | 'j' | '/' | '.' | '-' | ' ');
    if !inside.chars().all(letters) {
        return None;
    }
    let (day, month) = (inside.find('d')?, inside.find('m')?);
    let year = inside.find(['y', 'a']).unwrap_or(usize::MAX);
    match (day < month, year < day.min(month)) {
        (_, true) => None,
        (true, false) => Some(Order::DayFirst),
        (false, false) => Some(Order::MonthFirst),
    }
}

fn spelled(fault: Diagnostic, [month, day]: [&'static str; 2], date: Date) -> Diagnostic {
    let fault = fault.with(month, f64::from(date.month()));
    fault.with(day, f64::from(date.day()))
}

fn number(count: usize) -> Arg {
    Arg::Number(f64::from(u32::try_from(count).unwrap_or(u32::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_may_give_the_order() {
        let check = |heading: &str, expected: Option<Order>| {
            assert_eq!(brackets(heading), expected, "{heading}");
        };
        check("Date (dd/mm/yyyy)", Some(Order::DayFirst));
        check("Fecha (dd/mm/aaaa)", Some(Order::DayFirst));
        check("Date (m/d/yy)", Some(Order::MonthFirst));
        check("Date (yyyy-mm-dd)", None);
        check("Date (of the probe)", None);
        check("Date", None);
    }

    #[test]
    fn a_day_may_be_a_number_of_days() {
        let check = |text: &str, expected: Option<&str>| {
            let day = typed_day(text).ok();
            let date = day.and_then(|day| day.in_order(Order::DayFirst, None).ok());
            assert_eq!(
                date.map(|date| date.to_string()).as_deref(),
                expected,
                "{text}"
            );
        };
        check("46304", Some("2026-10-09"));
        check("2026-10-09", Some("2026-10-09"));
        check("99999", None);
        check("44", None);
    }
}
