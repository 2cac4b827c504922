//! Planned and given minutes, week by week.

mod sheet;

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Weekday;

use super::context::{Context, place};
use super::fields::Fields;
use super::goal::report_future;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Date, Reason, ServiceId, WeekMinutes};
use crate::parse::{Groups, Kind, RawFile};
use crate::source::{Place, Span, Spanned};

const REASONS: [(&str, Reason); 4] = [
    ("no_school", Reason::NoSchool),
    ("staff_away", Reason::StaffAway),
    ("student_away", Reason::StudentAway),
    ("other", Reason::Other),
];

/// Reads `minutes.csv` and `minutes.yaml`: a row for each week of each service.
pub(super) fn all(context: &Context, groups: &Groups, services: &[&str]) -> Vec<WeekMinutes> {
    let file = |name| groups.get(name)?.original.as_ref();
    let mut weeks: Vec<WeekMinutes> = Vec::new();
    for raw in ["minutes.csv", "minutes.tsv"].into_iter().filter_map(file) {
        weeks.extend(sheet::weeks(context, raw, services));
    }
    if let Some(raw) = file("minutes.yaml").filter(|raw| is_whole(context, raw)) {
        for row in context.rows("minutes", raw) {
            let week = row.need_date("week");
            weeks.extend(read(row, week, services));
        }
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
    let fault = Diagnostic::at(Code::WrongType, &place(raw, span));
    let fault = fault.with("field", "minutes").with("expected", "rows");
    fault
        .with("found", "…")
        .with("example", context.ids.line(ROW))
}

fn read(row: Fields, week: Option<Spanned<Date>>, services: &[&str]) -> Option<WeekMinutes> {
    row.accept(&["week"]);
    report_future(&row, week.as_ref());
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
    let service = need(&row, "service", |row| {
        row.reference("service", Code::UnknownService, services)
    });
    let planned = need(&row, "planned", |row| row.count("planned"));
    let given = need(&row, "given", |row| row.count("given"));
    let reasons: BTreeMap<Reason, u32> = REASONS
        .into_iter()
        .filter_map(|(name, reason)| Some((reason, row.count(name)?.value)))
        .filter(|(_, minutes)| *minutes > 0)
        .collect();
    let at = row.at().clone();
    let sure = row.yes("sure").unwrap_or(false);
    if let (Some(planned), Some(given)) = (&planned, &given) {
        report_size(&row, planned, given, sure);
        report_gap(&row, planned.value, &given.at, given.value, &reasons);
    }
    row.finish();
    Some(WeekMinutes {
        at,
        week: week?.value,
        service: ServiceId::new(service?.value),
        planned: planned?.value,
        given: given?.value,
        reasons,
    })
}

fn need<T>(row: &Fields, name: &'static str, read: impl Fn(&Fields) -> Option<T>) -> Option<T> {
    if row.node(name).is_none() {
        row.missing(name);
    }
    read(row)
}

/// Five days of eight hours: no school week has more minutes.
const WEEK: u32 = 2_400;

/// Reports 3000 minutes for 30: what no week has, and what is far more than was
/// planned. An hour more is a make-up lesson.
fn report_size(row: &Fields, planned: &Spanned<u32>, given: &Spanned<u32>, sure: bool) {
    let fault = |of: &Spanned<u32>, problem: &'static str| {
        let fault = Diagnostic::at(Code::OverLimit, &of.at).with("problem", problem);
        let fault = fault.with("found", of.value.to_string()).with("better", "");
        fault.with("high", planned.value.to_string())
    };
    let over = [planned, given].into_iter().filter(|one| one.value > WEEK);
    let mut any = false;
    for one in over {
        row.report(fault(one, "week").with("form", "never"));
        any = true;
    }
    let most = planned.value.saturating_mul(4).saturating_add(60);
    if !any && !sure && given.value > most {
        let sheet = given.at.file.is_sheet();
        let form = if sheet { "column" } else { "below" };
        row.report(fault(given, "given").with("form", form).with("sure", "yes"));
    }
}

/// Every minute that was planned and not given has a reason, and no other.
fn report_gap(row: &Fields, planned: u32, at: &Place, given: u32, reasons: &BTreeMap<Reason, u32>) {
    let gap = planned.saturating_sub(given);
    let told = reasons
        .values()
        .fold(0_u32, |sum, one| sum.saturating_add(*one));
    if gap == told {
        return;
    }
    let problem = if told < gap { "too-few" } else { "too-many" };
    let fault = Diagnostic::at(Code::MinutesWithoutReason, at).with("problem", problem);
    let numbers = fault
        .with("gap", f64::from(gap))
        .with("told", f64::from(told));
    row.report(numbers.with("open", f64::from(gap.saturating_sub(told))));
}

fn report_twins(context: &Context, weeks: &[WeekMinutes]) {
    let mut known: HashMap<_, &WeekMinutes> = HashMap::new();
    for week in weeks {
        if let Some(first) = known.get(&(&week.service, week.week)) {
            let fault = Diagnostic::at(Code::WeekTwice, &week.at);
            let fault = fault.with("service", week.service.as_str());
            let fault = fault.with("week", week.week.to_string());
            context.report(fault.label(&first.at, "first"));
        } else {
            known.insert((&week.service, week.week), week);
        }
    }
}
