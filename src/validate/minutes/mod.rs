//! Planned and provided minutes, week by week.

mod sheet;

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Weekday;

use super::context::{Context, place};
use super::fields::{Fields, read_rows};
use crate::diagnostic::{Code, Diagnostic, Expected, OverLimitProblem, ReasonsProblem, SureForm};
use crate::model::{Date, Reason, ServiceId, WeekMinutes};
use crate::parse::{Groups, Kind, RawFile};
use crate::schema::{self, choices};
use crate::source::{Place, Span, Spanned};

/// Reads `minutes.csv` and `minutes.yaml`: a row for each week of each service.
pub(super) fn all(context: &Context, groups: &Groups, services: &[&str]) -> Vec<WeekMinutes> {
    let file = |name| groups.get(name)?.original.as_ref();
    let mut weeks: Vec<WeekMinutes> = Vec::new();
    for raw in ["minutes.csv", "minutes.tsv"].into_iter().filter_map(file) {
        weeks.extend(sheet::weeks(context, raw, services));
    }
    if let Some(raw) = file("minutes.yaml").filter(|raw| is_whole(context, raw)) {
        let rows = read_rows(context, &schema::MINUTES, raw, |row| {
            row.need("week");
            let week = row.date("week");
            read(row, week, services)
        });
        weeks.extend(rows.into_iter().flatten());
    }
    report_twins(context, &weeks);
    weeks.sort_by_key(|week| week.week);
    weeks
}

/// Whether the rows of a list can be read.
fn is_whole(context: &Context, raw: &RawFile) -> bool {
    let Kind::List(rows) = &raw.facts.kind else {
        context.report(no_row(context, raw, raw.facts.span));
        return false;
    };
    for row in rows.iter().filter(|row| row.entries().is_none()) {
        context.report(no_row(context, raw, row.span));
    }
    true
}

const ROW: &str = "- {week: @monday, service: @service, planned: 30, given: 30}";

fn no_row(context: &Context, raw: &RawFile, span: Span) -> Diagnostic {
    Diagnostic::at(Code::WrongType, &place(raw, span))
        .with("field", "minutes")
        .select(Expected::Rows)
        .with("found", "…")
        .with("example", context.ids.line(ROW))
}

fn read(row: &mut Fields, week: Option<Spanned<Date>>, services: &[&str]) -> Option<WeekMinutes> {
    row.context().report_future(week.as_ref());
    if let Some(day) = &week
        && day.value.weekday() != Weekday::Monday
    {
        let back = i64::from(day.value.weekday().to_monday_zero_offset());
        let monday = day.value.checked_sub(jiff::Span::new().days(back));
        let fault = Diagnostic::at(Code::WeekNotMonday, &day.at);
        row.report(fault.with(
            "monday",
            monday.map(|day| day.to_string()).unwrap_or_default(),
        ));
    }
    let service = row.reference("service", Code::UnknownService, services);
    let (planned, given) = (row.count("planned"), row.count("given"));
    let reasons: BTreeMap<Reason, u32> = choices::REASONS
        .into_iter()
        .filter_map(|(name, reason)| Some((reason, row.count(name)?.value)))
        .filter(|(_, minutes)| *minutes > 0)
        .collect();
    let at = row.at().clone();
    let sure = row.yes("sure").unwrap_or(false);
    if let (Some(planned), Some(given)) = (&planned, &given) {
        report_size(row, planned, given, sure);
        report_gap(row, planned.value, &given.at, given.value, &reasons);
    }
    Some(WeekMinutes {
        at,
        week: week?.value,
        service: ServiceId::new(service?.value),
        planned: planned?.value,
        given: given?.value,
        reasons,
    })
}

/// The minutes of five days of eight hours. No school week has more.
const WEEK: u32 = 2_400;

/// Reports minutes that are probably a mistake, such as 3000 for 30: more than a week
/// has, or far more than planned. An hour more is a make-up session.
fn report_size(row: &Fields, planned: &Spanned<u32>, given: &Spanned<u32>, sure: bool) {
    let fault = |of: &Spanned<u32>, problem: OverLimitProblem| {
        Diagnostic::at(Code::OverLimit, &of.at)
            .select(problem)
            .with("found", of.value.to_string())
            .with("better", "")
            .with("high", planned.value.to_string())
    };
    let over = [planned, given].into_iter().filter(|one| one.value > WEEK);
    let mut any = false;
    for one in over {
        row.report(fault(one, OverLimitProblem::Week).select(SureForm::Never));
        any = true;
    }
    let most = planned.value.saturating_mul(4).saturating_add(60);
    if !any && !sure && given.value > most {
        let sheet = given.at.file.is_sheet();
        let form = if sheet {
            SureForm::Column
        } else {
            SureForm::Below
        };
        let fault = fault(given, OverLimitProblem::Given).select(form);
        row.report(fault.with("sure", "yes"));
    }
}

/// Reports planned minutes that were not provided and have no reason, and reasons
/// without such minutes.
fn report_gap(row: &Fields, planned: u32, at: &Place, given: u32, reasons: &BTreeMap<Reason, u32>) {
    let gap = planned.saturating_sub(given);
    let told = reasons
        .values()
        .fold(0_u32, |sum, one| sum.saturating_add(*one));
    if gap == told {
        return;
    }
    let problem = if told < gap {
        ReasonsProblem::TooFew
    } else {
        ReasonsProblem::TooMany
    };
    let fault = Diagnostic::at(Code::MinutesWithoutReason, at)
        .select(problem)
        .with("gap", gap)
        .with("told", told)
        .with("open", gap.saturating_sub(told));
    row.report(fault);
}

fn report_twins(context: &Context, weeks: &[WeekMinutes]) {
    let mut known: HashMap<_, &WeekMinutes> = HashMap::new();
    for week in weeks {
        if let Some(first) = known.get(&(&week.service, week.week)) {
            let fault = Diagnostic::at(Code::WeekTwice, &week.at)
                .with("service", week.service.as_str())
                .with("week", week.week.to_string())
                .label(&first.at, "first");
            context.report(fault);
        } else {
            known.insert((&week.service, week.week), week);
        }
    }
}
