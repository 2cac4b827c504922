//! The numbers of a goal: where it began, where it should lead, what was seen.

use super::measure::measure;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Baseline, Date, Direction, Mastery, Measure, Observation, Raw, School, Text};
use crate::parse::{Kind, Node};
use crate::source::{Place, Spanned};
use crate::validate::fields::Fields;
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
    pub(super) data: Vec<Observation>,
}

impl Numbers {
    /// Reads all of them; nothing comes back when one that is needed is not
    /// there, which has then been reported.
    pub(super) fn read(fields: &Fields, school: &School, title: &Text) -> Option<Self> {
        let direction = fields.choice("direction", &DIRECTIONS);
        let direction = direction.unwrap_or(Direction::Increase);
        let measure = measure(fields, school);
        let target = target(fields, measure.as_ref(), title);
        let by = fields.need_date("by");
        let mastery = mastery(fields, measure.as_ref());
        // Without a measure nothing can be said about values.
        let Some(measure) = measure else {
            fields.accept(&["data"]);
            if fields.node("baseline").is_none() {
                fields.missing_as("baseline", without_baseline(fields.at(), title));
            }
            return None;
        };
        let data = data(fields, &measure, school);
        let (baseline, probes) = baseline(fields, &measure, title)?;
        if let Some(by) = by.as_ref().filter(|by| by.value <= baseline.date) {
            let at = fields.key_place("baseline");
            fields.report(Diagnostic::at(Code::DatesReversed, &by.at).label(&at, "earlier"));
        }
        let target = target?;
        check_side(fields, &measure, &probes, &target, direction);
        Some(Self {
            measure,
            direction,
            baseline,
            target: target.value,
            by: by?.value,
            mastery,
            data,
        })
    }
}

fn without_baseline(at: &Place, title: &Text) -> Diagnostic {
    let fault = Diagnostic::at(Code::GoalWithoutBaseline, at);
    fault.with("goal", title.original.as_str())
}

/// The baseline and the derived values of its probes.
fn baseline(fields: &Fields, measure: &Measure, title: &Text) -> Option<(Baseline, Vec<f64>)> {
    let Some(map) = fields.sub("baseline", "baseline") else {
        if fields.node("baseline").is_none() {
            fields.missing_as("baseline", without_baseline(fields.at(), title));
        }
        return None;
    };
    let date = map.need_date("date");
    let mut values = Vec::new();
    let probes: Vec<&Node> = map.node("value").into_iter().chain(probes(&map)).collect();
    for node in &probes {
        let Some(raw) = observation::value(&map, measure, node) else {
            continue;
        };
        observation::check(&map, measure, &raw, &map.place(node.span));
        values.push(raw);
    }
    if probes.is_empty() {
        map.missing_as("values", without_baseline(map.at(), title));
    }
    let _ = map.text("note");
    map.finish();
    report_future(fields, date.as_ref());
    if values.is_empty() {
        return None;
    }
    let numbers = values.iter().map(|raw: &Raw| measure.value(raw)).collect();
    Some((
        Baseline {
            date: date?.value,
            values,
        },
        numbers,
    ))
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

fn target(fields: &Fields, measure: Option<&Measure>, title: &Text) -> Option<Spanned<f64>> {
    if fields.node("target").is_none() {
        let fault = Diagnostic::at(Code::GoalWithoutTarget, fields.at());
        fields.missing_as("target", fault.with("goal", title.original.as_str()));
    }
    let target = fields.number("target")?;
    if let Some(measure) = measure {
        observation::report_range(fields, measure, target.value, &target.at);
    }
    Some(target)
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
        let rounded = (start * 10.0).round() / 10.0;
        let fault = Diagnostic::at(Code::TargetWrongSide, &target.at)
            .with("target", target.value.to_string())
            .with("baseline", rounded.to_string())
            .with("direction", way);
        fields.report(fault.label(&fields.key_place("baseline"), "baseline"));
    }
}

fn mastery(fields: &Fields, measure: Option<&Measure>) -> Option<Mastery> {
    let map = fields.sub("mastery", "mastery")?;
    let (least, most) = (map.number("at_least"), map.number("at_most"));
    let at_most = least.is_none();
    let value = least.or(most);
    if value.is_none() {
        map.missing("at_least");
    }
    if let (Some(measure), Some(value)) = (measure, &value) {
        observation::report_range(&map, measure, value.value, &value.at);
    }
    let (times, of) = (map.count("times"), map.count("of"));
    let _ = map.yes("strict_window");
    map.finish();
    let times = times.map_or(1, |times| times.value);
    Some(Mastery {
        value: value?.value,
        at_most,
        times,
        of: of.map_or(times, |of| of.value.max(times)),
    })
}

fn data(fields: &Fields, measure: &Measure, school: &School) -> Vec<Observation> {
    let Some(node) = fields.node("data") else {
        return Vec::new();
    };
    let Kind::Map(entries) = &node.kind else {
        fields.wrong("data", "data", node);
        return Vec::new();
    };
    let mut data = Vec::new();
    for entry in entries {
        let at = fields.place(entry.key_span);
        let day = match values::date(&entry.key) {
            Ok(value) => Spanned { value, at },
            Err(problem) => {
                fields.report(problem.diagnostic(&at, &entry.key));
                continue;
            }
        };
        report_future(fields, Some(&day));
        let pause = |pause: &crate::model::Pause| (pause.from..=pause.to).contains(&day.value);
        if school.no_school.contains(&day.value) || school.pauses.iter().any(pause) {
            let warning = Diagnostic::at(Code::NoSchoolDay, &day.at);
            fields.report(warning.with("date", entry.key.as_str()));
        }
        data.extend(observation::on_day(
            fields,
            measure,
            day.value,
            &entry.value,
        ));
    }
    data.sort_by_key(|observation| observation.date);
    data
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
