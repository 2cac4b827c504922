//! Files whose name is a day.

use super::context::Context;
use super::picture::ImageContext;
use super::prose::Folder;
use crate::diagnostic::{Code, DayNameProblem, Diagnostic};
use crate::input::{self, NotADay, Reading};
use crate::model::days_after;
use crate::model::{Date, Goal, School};
use crate::parse::{Group, Groups, RawFile};
use crate::source::Spanned;

/// What files with a date may refer to.
pub(super) struct References<'a> {
    pub(super) school: &'a School,
    pub(super) goals: &'a [&'a str],
    /// The goals that could be read.
    pub(super) read_goals: &'a [Goal],
    pub(super) services: &'a [&'a str],
    pub(super) folder: &'a Folder<'a>,
    pub(super) images: &'a ImageContext<'a>,
}

/// The files of one folder, each with the day that its name is. Reports a file whose
/// name is not a day.
pub(super) fn dated<'a>(
    context: &'a Context,
    groups: &'a Groups,
    folder: &'a str,
    ending: &'a str,
) -> impl Iterator<Item = (Spanned<Date>, &'a Group, &'a RawFile)> {
    groups.iter().filter_map(move |(key, group)| {
        let name = key.strip_prefix(folder)?.strip_suffix(ending)?;
        let raw = group.original.as_ref()?;
        let day = name_date(context, raw, name)?;
        Some((day, group, raw))
    })
}

/// The day that a file's name is. A day in another form is reported too, because
/// links, translations and the order of files depend on the name.
fn name_date(context: &Context, raw: &RawFile, name: &str) -> Option<Spanned<Date>> {
    let at = raw.top();
    let read = input::day(name, context.year);
    if let Ok(Reading::Exact(value)) = read {
        return Some(Spanned { value, at });
    }
    let ending = raw
        .path
        .as_str()
        .rsplit_once('.')
        .map_or("md", |(_, ending)| ending);
    let fault = Diagnostic::at(Code::BadDayName, &at)
        .with("found", name)
        .with("ending", ending);
    let (problem, better) = match &read {
        Ok(read) => (DayNameProblem::Form, read.value()),
        Err(NotADay::Order(first, _)) => (DayNameProblem::Order, *first),
        Err(NotADay::Year) => (DayNameProblem::Year, context.today.date()),
        Err(_) => (DayNameProblem::Other, context.today.date()),
    };
    let fault = fault.select(problem).with("better", better.to_string());
    context.report(match read {
        Err(NotADay::Order(_, second)) => fault.with("second", second.to_string()),
        _ => fault,
    });
    None
}

/// How many days ahead a text may be dated. Four weeks are enough for a vacation; a
/// mistake in the month is further ahead, and would wait unnoticed.
const DAYS_AHEAD: i64 = 28;

/// Whether a text waits for the day that its file is named for: it is checked, but
/// not shown until then. Reports a text that is dated too far ahead.
pub(super) fn waits(context: &Context, what: &'static str, day: &Spanned<Date>) -> bool {
    let today = context.today;
    if day.value <= today {
        return false;
    }
    if today < days_after(day.value, -DAYS_AHEAD) {
        context.report_future(Some(day));
        return true;
    }
    let note = Diagnostic::at(Code::WaitsForDay, &day.at)
        .with("what", what)
        .with("date", day.value.to_string())
        .with("today", today.date().to_string());
    context.report(note);
    true
}
