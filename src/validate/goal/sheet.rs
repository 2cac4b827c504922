//! Numbers that stand in a sheet beside the goal.

use super::numbers::check_day;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Date, School};
use crate::parse::RawFile;
use crate::source::Spanned;
use crate::validate::context::Context;
use crate::validate::fields::Fields;
use crate::validate::observation::{Gauge, Seen};

/// Reads every row of the sheet. `typed` are the days that the goal's own file
/// has numbers for: a day may stand in one of the two only.
pub(super) fn rows(
    context: &Context,
    raw: &RawFile,
    gauge: &Gauge,
    school: &School,
    typed: &[Spanned<Date>],
) -> Vec<Seen> {
    let rows = context.rows("row", raw);
    let dated = |row: &Fields| row.entries.iter().any(|entry| entry.key == "date");
    if rows.first().is_some_and(|row| !dated(row)) {
        context.report(Diagnostic::at(Code::SheetWithoutDates, &raw.top()));
        return Vec::new();
    }
    let read = |row: Fields| {
        // A day that was only written down ahead.
        if row
            .entries
            .iter()
            .all(|entry| entry.key == "date" || entry.value.text().is_none())
        {
            return None;
        }
        let at = row.at().clone();
        let day = row.sheet_date("date");
        if let Some(day) = &day {
            check_day(&row, school, day);
            report_twice(&row, day, typed);
        }
        // The numbers are read all the same, so that one run shows all faults.
        let date = day.as_ref().map_or(context.today, |day| day.value);
        let seen = gauge.row(row, date, &at);
        day.and(seen)
    };
    rows.into_iter().filter_map(read).collect()
}

fn report_twice(row: &Fields, day: &Spanned<Date>, typed: &[Spanned<Date>]) {
    if let Some(twin) = typed.iter().find(|typed| typed.value == day.value) {
        let fault = Diagnostic::at(Code::NumberTwice, &day.at);
        let fault = fault.with("date", day.value.to_string());
        row.report(fault.label(&twin.at, "other"));
    }
}
