//! The days under `data:`, each with its values.

use crate::diagnostic::{Code, Diagnostic, Expected};
use crate::input::{self, TypedDay};
use crate::model::{Date, School};
use crate::parse::{Entry, Kind};
use crate::source::Spanned;
use crate::validate::fields::Fields;
use crate::validate::observation::{DatedValue, MeasureReader};

/// The days in the goal's own file, and their values.
pub(super) fn typed(
    fields: &mut Fields,
    reader: &MeasureReader,
    school: &School,
) -> (Vec<Spanned<Date>>, Vec<DatedValue>) {
    let (mut days, mut values) = (Vec::new(), Vec::new());
    let unindented = unindented_days(fields);
    let own = match fields.node("data").map(|node| (&node.kind, node)) {
        Some((Kind::Map(entries), _)) => entries.iter().collect(),
        Some((Kind::List(items), _)) if items.iter().all(|item| item.get("date").is_some()) => {
            (days, values) = rows(fields, reader, school);
            Vec::new()
        }
        Some((_, node)) => {
            fields.report_type_error("data", Expected::Data, node);
            Vec::new()
        }
        None => Vec::new(),
    };
    for entry in own.into_iter().chain(unindented) {
        if let Some(day) = fields.key_date(entry) {
            let words = entry.value.text().unwrap_or_default();
            let unchecked = entry.value.kind == Kind::Empty || input::is_not_checked(words);
            // A day without a value may be one that was written down ahead.
            if !unchecked {
                fields.context().check_day(school, &day);
            }
            report_duplicate(fields, &day, &days);
            values.extend(reader.on_day(fields, day.value, &entry.value));
            days.push(day);
        }
    }
    (days, values)
}

/// Reports a day that is there twice, also in two forms.
fn report_duplicate(fields: &Fields, day: &Spanned<Date>, days: &[Spanned<Date>]) {
    if let Some(first) = days.iter().find(|first| first.value == day.value) {
        let fault = Diagnostic::at(Code::DuplicateKey, &day.at)
            .with("key", day.value.to_string())
            .label(&first.at, "first");
        fields.report(fault);
    }
}

/// Days without indentation in a file that has `data`, where they must belong. A day
/// right below the baseline is not among them, because it may be a probe.
fn unindented_days<'a>(fields: &mut Fields<'a>) -> Vec<&'a Entry> {
    if !fields.entries().iter().any(|entry| entry.key == "data") {
        return Vec::new();
    }
    let mut days = Vec::new();
    let mut below_baseline = false;
    for entry in fields.entries() {
        if TypedDay::of(&entry.key).is_err() {
            below_baseline = entry.key == "baseline";
        } else if !below_baseline {
            let line = format!("{}: {}", entry.key, entry.value.text().unwrap_or("…"));
            let at = fields.place(entry.key_span);
            fields.read_as(&at, &line, &format!("  {line}"));
            fields.accept_entry(entry);
            days.push(entry);
        }
    }
    days
}

/// The rows of a list, each with its day in `date`.
fn rows(
    fields: &mut Fields,
    reader: &MeasureReader,
    school: &School,
) -> (Vec<Spanned<Date>>, Vec<DatedValue>) {
    let (mut days, mut values) = (Vec::new(), Vec::new());
    fields.items("data", |row| {
        let at = row.at().clone();
        if let Some(day) = row.date("date") {
            row.context().check_day(school, &day);
            row.set_among_numbers();
            values.extend(reader.row(row, day.value, &at));
            days.push(day);
        } else {
            // Which other fields there may be depends on the goal's measure.
            row.ignore_all();
        }
    });
    (days, values)
}
