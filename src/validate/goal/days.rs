//! Days under `data:`, each with what was seen on it.

use super::numbers::check_day;
use crate::diagnostic::{Code, Diagnostic};
use crate::input::{self, TypedDay};
use crate::model::{Date, School};
use crate::parse::{Entry, Kind};
use crate::source::Spanned;
use crate::validate::fields::Fields;
use crate::validate::observation::{MeasureReader, Seen};

/// The days that are typed into the goal's own file, and what was seen on them.
pub(super) fn typed(
    fields: &Fields,
    gauge: &MeasureReader,
    school: &School,
) -> (Vec<Spanned<Date>>, Vec<Seen>) {
    let (mut days, mut seen) = (Vec::new(), Vec::new());
    let strays = strays(fields);
    let own = match fields.node("data").map(|node| (&node.kind, node)) {
        Some((Kind::Map(entries), _)) => entries.iter().collect(),
        Some((Kind::List(items), _)) if items.iter().all(|item| item.get("date").is_some()) => {
            let (own_days, own_seen) = rows(fields, gauge, school);
            days.extend(own_days);
            seen.extend(own_seen);
            Vec::new()
        }
        Some((_, node)) => {
            fields.wrong("data", "data", node);
            Vec::new()
        }
        None => Vec::new(),
    };
    for entry in own.into_iter().chain(strays) {
        if let Some(day) = fields.key_date(entry) {
            let words = entry.value.text().unwrap_or_default();
            let unchecked = entry.value.kind == Kind::Empty || input::is_not_checked(words);
            // A day that was only written down ahead, or says why nothing was.
            if !unchecked {
                check_day(fields, school, &day);
            }
            report_twin(fields, &day, &days);
            seen.extend(gauge.on_day(fields, day.value, &entry.value));
            days.push(day);
        }
    }
    (days, seen)
}

/// Reports a day that stands twice, be it in two forms.
fn report_twin(fields: &Fields, day: &Spanned<Date>, days: &[Spanned<Date>]) {
    if let Some(first) = days.iter().find(|first| first.value == day.value) {
        let fault = Diagnostic::at(Code::DuplicateKey, &day.at);
        let fault = fault.with("key", day.value.to_string());
        fields.report(fault.label(&first.at, "first"));
    }
}

/// Days at the left margin of a file that has `data`, which can be meant for
/// nothing else. One that stands right below the baseline may be a probe of it.
fn strays<'a>(fields: &Fields<'a>) -> Vec<&'a Entry> {
    if !fields.entries.iter().any(|entry| entry.key == "data") {
        return Vec::new();
    }
    let mut strays = Vec::new();
    let mut below_baseline = false;
    for entry in fields.entries {
        if TypedDay::of(&entry.key).is_err() {
            below_baseline = entry.key == "baseline";
        } else if !below_baseline {
            let line = format!("{}: {}", entry.key, entry.value.text().unwrap_or("…"));
            let at = fields.place(entry.key_span);
            fields.read_as(&at, &line, &format!("  {line}"));
            fields.take(entry);
            strays.push(entry);
        }
    }
    strays
}

/// Rows of a list, each with its day in `date`.
fn rows(
    fields: &Fields,
    gauge: &MeasureReader,
    school: &School,
) -> (Vec<Spanned<Date>>, Vec<Seen>) {
    let (mut days, mut seen) = (Vec::new(), Vec::new());
    for row in fields.items("data", "observation") {
        let at = row.at().clone();
        if let Some(day) = row.need_date("date") {
            check_day(&row, school, &day);
            seen.extend(gauge.row(row.among_numbers(), day.value, &at));
            days.push(day);
        }
    }
    (days, seen)
}
