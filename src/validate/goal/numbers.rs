//! The numbers of a goal: where it began, where it should lead, what was seen.

use super::measure::measure;
use super::sheet;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Baseline, Date, Direction, Mastery, Measure, Raw, School, Text};
use crate::parse::{Kind, Node, RawFile};
use crate::source::{Place, Spanned};
use crate::validate::example::Sample;
use crate::validate::fields::Fields;
use crate::validate::observation::{Gauge, Seen};
use crate::validate::{observation, values};

const DIRECTIONS: [(&str, Direction); 3] = [
    ("increase", Direction::Increase),
    ("decrease", Direction::Decrease),
    ("maintain", Direction::Maintain),
];

/// What has to be there for a goal to have a chart.
pub(super) struct Numbers {
    pub(super) measure: Measure,
    pub(super) direction: Direction,
    pub(super) baseline: Baseline,
    pub(super) target: f64,
    pub(super) by: Date,
    pub(super) mastery: Option<Mastery>,
    pub(super) data: Vec<Seen>,
}

/// What else a goal's numbers are read with.
pub(super) struct Beside<'a> {
    pub(super) school: &'a School,
    /// The goal's sheet.
    pub(super) sheet: Option<&'a RawFile>,
    /// How many steps the list had until a day, the first day first.
    pub(super) steps_before: &'a [(Date, f64)],
}

impl Numbers {
    /// Reads all of them; nothing comes back when one that is needed is not
    /// there, which has then been reported.
    pub(super) fn read(fields: &Fields, beside: &Beside, title: &Text) -> Option<Self> {
        let direction = fields.choice("direction", &DIRECTIONS);
        let direction = direction.unwrap_or(Direction::Increase);
        let by = fields.need_date("by");
        // Without a measure nothing can be said about values.
        let Some(measure) = measure(fields, beside.school) else {
            fields.accept(&["data", "target", "mastery"]);
            for (name, code) in [
                ("baseline", Code::GoalWithoutBaseline),
                ("target", Code::GoalWithoutTarget),
            ] {
                if fields.node(name).is_none() {
                    without(fields, name, code, title);
                }
            }
            return None;
        };
        let typed = fields.node("target").and_then(Node::text);
        let sample = Sample::of(&measure, direction, typed);
        fields.context().set_sample(sample);
        let gauge = Gauge {
            measure: &measure,
            steps_before: beside.steps_before,
        };
        let target = target(fields, &gauge, title);
        let mastery = mastery(fields, &gauge);
        let data = data(fields, &gauge, beside);
        let (baseline, probes) = baseline(fields, &gauge, title)?;
        if let Some(by) = by.as_ref().filter(|by| by.value <= baseline.date) {
            let at = fields.key_place("baseline");
            fields.report(Diagnostic::at(Code::DatesReversed, &by.at).label(&at, "earlier"));
        }
        let target = target?;
        check_side(fields, &measure, &probes, &target, direction);
        Some(Self {
            direction,
            baseline,
            target: target.value,
            by: by?.value,
            mastery,
            data,
            measure,
        })
    }
}

/// Notes that a goal does not say where it began, or where it should lead.
fn without(map: &Fields, name: &'static str, code: Code, title: &Text) {
    let fault = Diagnostic::at(code, map.at());
    let fault = fault
        .with("goal", title.original.as_str())
        .with("field", name);
    map.missing_as(name, map.with_line(fault, map.what, name));
}

/// The baseline and the derived values of its probes.
fn baseline(fields: &Fields, gauge: &Gauge, title: &Text) -> Option<(Baseline, Vec<f64>)> {
    let Some(map) = fields.sub("baseline", "baseline") else {
        if fields.node("baseline").is_none() {
            without(fields, "baseline", Code::GoalWithoutBaseline, title);
        }
        return None;
    };
    let date = map.need_date("date");
    let day = date
        .as_ref()
        .map_or(fields.context().today, |date| date.value);
    let probes: Vec<&Node> = map.node("value").into_iter().chain(probes(&map)).collect();
    let read = probes
        .iter()
        .filter_map(|node| gauge.probe(&map, day, node));
    let values: Vec<Raw> = read.collect();
    if probes.is_empty() {
        without(&map, "values", Code::GoalWithoutBaseline, title);
    }
    let note = map.text("note");
    map.finish();
    report_future(fields, date.as_ref());
    if values.is_empty() {
        return None;
    }
    let numbers = values.iter().map(|raw| gauge.measure.value(raw)).collect();
    let baseline = Baseline {
        date: date?.value,
        values,
        note,
    };
    Some((baseline, numbers))
}

/// `values: [..]`, or `values: {2026-09-08: ..}` where each probe has its day.
fn probes<'a>(map: &Fields<'a>) -> Vec<&'a Node> {
    match map.node("values").map(|node| &node.kind) {
        Some(Kind::Map(entries)) => {
            for entry in entries {
                if let Err(problem) = values::date(&entry.key) {
                    let at = map.place(entry.key_span);
                    map.report(problem.diagnostic(&at, &entry.key));
                }
            }
            entries.iter().map(|entry| &entry.value).collect()
        }
        _ => map.list("values"),
    }
}

fn target(fields: &Fields, gauge: &Gauge, title: &Text) -> Option<Spanned<f64>> {
    if fields.node("target").is_none() {
        without(fields, "target", Code::GoalWithoutTarget, title);
    }
    gauge.bound(fields, "target")
}

/// A target has to lie on the better side of where it began. Values that cannot
/// be have been reported, and say nothing about sides.
fn check_side(
    fields: &Fields,
    measure: &Measure,
    probes: &[f64],
    target: &Spanned<f64>,
    direction: Direction,
) {
    let start = measure.middle(probes).unwrap_or_default();
    let (wrong, way) = match direction {
        Direction::Increase => (target.value <= start, "increase"),
        Direction::Decrease => (target.value >= start, "decrease"),
        Direction::Maintain => (false, "maintain"),
    };
    let (low, high) = measure.range();
    let can_be = |value: &f64| *value >= low && high.is_none_or(|high| *value <= high);
    if wrong && probes.iter().chain([&target.value]).all(can_be) {
        let told = |value| observation::told(measure, value);
        let fault = Diagnostic::at(Code::TargetWrongSide, &target.at)
            .with("target", told(target.value))
            .with("baseline", told(start))
            .with("direction", way);
        fields.report(fault.label(&fields.key_place("baseline"), "baseline"));
    }
}

fn mastery(fields: &Fields, gauge: &Gauge) -> Option<Mastery> {
    let map = fields.sub("mastery", "mastery")?;
    let least = gauge.bound(&map, "at_least");
    let most = gauge.bound(&map, "at_most");
    if map.node("at_least").is_none() && map.node("at_most").is_none() {
        map.missing(fields.context().sample().bound);
    }
    if let (Some(least), Some(most)) = (&least, &most) {
        let fault = Diagnostic::at(Code::MasteryWindow, &most.at).with("problem", "both");
        map.report(fault.label(&least.at, "other"));
    }
    let at_most = least.is_none();
    let value = least.or(most);
    let (times, of) = (map.count("times"), map.count("of"));
    report_window(&map, times.as_ref(), of.as_ref());
    let strict = map.yes("strict_window").unwrap_or(false);
    map.finish();
    let times = times.map_or(1, |times| times.value);
    Some(Mastery {
        value: value?.value,
        at_most,
        times,
        of: of.map_or(times, |of| of.value),
        strict,
    })
}

/// Reports a criterion that nothing could meet, or anything would.
fn report_window(map: &Fields, times: Option<&Spanned<u32>>, of: Option<&Spanned<u32>>) {
    let fault = |at: &Place, problem: &'static str| {
        Diagnostic::at(Code::MasteryWindow, at).with("problem", problem)
    };
    let none = [times, of].into_iter().flatten();
    for zero in none.filter(|count| count.value == 0) {
        map.report(fault(&zero.at, "zero"));
    }
    let (Some(times), Some(of)) = (times, of) else {
        return;
    };
    if of.value > 0 && times.value > of.value {
        let fault = fault(&times.at, "more").with("times", f64::from(times.value));
        map.report(fault.with("of", f64::from(of.value)).label(&of.at, "other"));
    }
}

fn data(fields: &Fields, gauge: &Gauge, beside: &Beside) -> Vec<Seen> {
    let (days, mut seen) = typed(fields, gauge, beside.school);
    if let Some(raw) = beside.sheet {
        let context = fields.context();
        seen.extend(sheet::rows(context, raw, gauge, beside.school, &days));
    }
    seen.sort_by_key(|one| one.value.date);
    report_few_tries(fields, gauge.measure, &seen);
    seen
}

/// Days under `data:`, each with what was seen on it.
fn typed(fields: &Fields, gauge: &Gauge, school: &School) -> (Vec<Spanned<Date>>, Vec<Seen>) {
    let Some(node) = fields.node("data") else {
        return Default::default();
    };
    let Kind::Map(entries) = &node.kind else {
        fields.wrong("data", "data", node);
        return Default::default();
    };
    let (mut days, mut seen) = (Vec::new(), Vec::new());
    for entry in entries {
        let at = fields.place(entry.key_span);
        match values::date(&entry.key) {
            Ok(value) => {
                let day = Spanned { value, at };
                check_day(fields, school, &day);
                seen.extend(gauge.on_day(fields, value, &entry.value));
                days.push(day);
            }
            Err(problem) => fields.report(problem.diagnostic(&at, &entry.key)),
        }
    }
    (days, seen)
}

/// Below this, one try more or less moves a percent by more than a fifth.
const FEW_TRIES: f64 = 5.0;

/// Percents of very few tries jump. Said once for a goal.
fn report_few_tries(fields: &Fields, measure: &Measure, seen: &[Seen]) {
    let few = |one: &Seen| match one.value.raw {
        Raw::Fraction { whole, .. } if whole > 0.0 && whole < FEW_TRIES => {
            Some(Diagnostic::at(Code::FewTries, &one.at).with("tries", whole))
        }
        _ => None,
    };
    if matches!(measure, Measure::Percent { .. }) {
        seen.iter()
            .find_map(few)
            .into_iter()
            .for_each(|warning| fields.report(warning));
    }
}

/// Reports a day on which nothing can have been seen.
pub(super) fn check_day(fields: &Fields, school: &School, day: &Spanned<Date>) {
    report_future(fields, Some(day));
    let pause = |pause: &crate::model::Pause| (pause.from..=pause.to).contains(&day.value);
    if school.no_school.contains(&day.value) || school.pauses.iter().any(pause) {
        let warning = Diagnostic::at(Code::NoSchoolDay, &day.at);
        fields.report(warning.with("date", day.value.to_string()));
    }
}

/// Reports a day on which nothing can have been seen yet.
pub(in crate::validate) fn report_future(fields: &Fields, date: Option<&Spanned<Date>>) {
    let today = fields.context().today;
    if let Some(date) = date.filter(|date| date.value > today) {
        let fault = Diagnostic::at(Code::FutureDate, &date.at);
        fields.report(
            fault
                .with("date", date.value.to_string())
                .with("today", today.to_string()),
        );
    }
}
