//! The numbers of a goal: where it began, where it should lead, what was seen.

use super::doubt::{self, Answered, Begun};
use super::measure::measure;
use super::{days, mastery, sheet};
use crate::diagnostic::{Code, Diagnostic};
use crate::input::{self, Reading};
use crate::model::{Baseline, Date, Direction, Mastery, Measure, RecordedValue, School, Text};
use crate::parse::{Kind, Node, RawFile};
use crate::source::Spanned;
use crate::validate::example::Sample;
use crate::validate::fields::Fields;
use crate::validate::observation;
use crate::validate::observation::{MeasureReader, Seen};

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
pub(super) struct NumbersContext<'a> {
    pub(super) school: &'a School,
    /// The goal's own file.
    pub(super) goal: &'a RawFile,
    /// The goal's sheets.
    pub(super) sheets: Vec<&'a RawFile>,
    /// How many steps the list had until a day, the first day first.
    pub(super) steps_before: &'a [(Date, f64)],
}

impl Numbers {
    /// Reads all of them; nothing comes back when one that is needed is not
    /// there, which has then been reported.
    pub(super) fn read(fields: &Fields, beside: &NumbersContext, title: &Text) -> Option<Self> {
        let direction = fields.choice("direction", &DIRECTIONS);
        let direction = direction.unwrap_or(Direction::Increase);
        let by = fields.need_date("by");
        // Without a measure nothing can be said about values.
        let Some(measure) = measure(fields, beside.school) else {
            report_gaps(fields, title);
            return None;
        };
        let typed = fields.node("target").and_then(Node::text);
        let sample = Sample::of(&measure, direction, typed);
        fields.context().set_sample(sample);
        let gauge = MeasureReader {
            measure: &measure,
            steps_before: beside.steps_before,
        };
        let target = target(fields, &gauge, title);
        let hoped = target.as_ref().map(|target| &target.value);
        let (mastery, criterion) = mastery::read(fields, &gauge, direction, hoped).unzip();
        let (typed, data) = data(fields, &gauge, beside);
        let first = data.first().map(|one| one.value.date);
        fields
            .context()
            .set_sample(fields.context().sample().from(first));
        let (note, begun) = baseline(fields, &gauge, title)?;
        if let Some(by) = by.as_ref().filter(|by| by.value <= begun.date.value) {
            let at = fields.key_place("baseline");
            fields.report(Diagnostic::at(Code::DatesReversed, &by.at).label(&at, "earlier"));
        }
        let (target, by) = (target?, by?);
        check_side(fields, &measure, &begun, &target.value, direction);
        let files: Vec<&RawFile> = [beside.goal]
            .into_iter()
            .chain(beside.sheets.iter().copied())
            .collect();
        let whole = doubt::Whole {
            files: &files,
            measure: &measure,
            begun: &begun,
            target: &target,
            mastery: criterion.as_ref(),
            by: &by,
            data: &data,
            typed: &typed,
        };
        doubt::report(fields, &whole);
        Some(Self {
            direction,
            baseline: Baseline {
                date: begun.date.value,
                values: begun.probes.into_iter().map(|one| one.value).collect(),
                note,
            },
            target: target.value.value,
            by: by.value,
            mastery,
            data,
            measure,
        })
    }
}

/// What can be said of a goal of which nobody knows what it counts.
fn report_gaps(fields: &Fields, title: &Text) {
    fields.accept(&["data", "target", "mastery"]);
    for (name, code) in [
        ("baseline", Code::GoalWithoutBaseline),
        ("target", Code::GoalWithoutTarget),
    ] {
        if fields.node(name).is_none() {
            without(fields, name, code, title);
        }
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

/// The baseline, and a few words about it.
fn baseline(fields: &Fields, gauge: &MeasureReader, title: &Text) -> Option<(Option<Text>, Begun)> {
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
    let values: Vec<Spanned<RecordedValue>> = read.collect();
    if values.is_empty()
        && probes
            .iter()
            .all(|node| node.text().is_none_or(input::is_not_checked))
    {
        without(&map, "values", Code::GoalWithoutBaseline, title);
    }
    let note = map.text("note");
    let sure = map.yes("sure").unwrap_or(false);
    let first = first_probe(&map);
    map.finish();
    report_future(fields, date.as_ref());
    if values.is_empty() {
        return None;
    }
    let date = date?;
    let begun = Begun {
        first: first.map_or(date.value, |first| first.min(date.value)),
        date,
        probes: values,
        sure,
    };
    Some((note, begun))
}

/// The first day of probes that have days of their own.
fn first_probe(map: &Fields) -> Option<Date> {
    let entries = map.node("values")?.entries()?.iter();
    entries
        .filter_map(|entry| input::day(&entry.key, None).ok().map(Reading::value))
        .min()
}

/// `values: [..]`, or `values: {2026-09-08: ..}` where each probe has its day.
fn probes<'a>(map: &Fields<'a>) -> Vec<&'a Node> {
    match map.node("values").map(|node| &node.kind) {
        Some(Kind::Map(entries)) => {
            for entry in entries {
                let _ = map.key_date(entry);
            }
            entries.iter().map(|entry| &entry.value).collect()
        }
        _ => map.list("values"),
    }
}

/// A number, or `{value, sure}` where it is an odd one.
fn target(fields: &Fields, gauge: &MeasureReader, title: &Text) -> Option<Answered<f64>> {
    match fields.node("target").map(|node| &node.kind) {
        None => without(fields, "target", Code::GoalWithoutTarget, title),
        Some(Kind::Map(_)) => {
            let map = fields.sub("target", "target")?;
            let value = map
                .need_node("value")
                .and_then(|_| gauge.bound(&map, "value"));
            let sure = map.yes("sure").unwrap_or(false);
            map.finish();
            return value.map(|value| Answered { value, sure });
        }
        Some(_) => {}
    }
    let value = gauge.bound(fields, "target")?;
    Some(Answered { value, sure: false })
}

/// A target has to lie on the better side of where it began. Values that cannot
/// be have been reported, and say nothing about sides.
fn check_side(
    fields: &Fields,
    measure: &Measure,
    begun: &Begun,
    target: &Spanned<f64>,
    direction: Direction,
) {
    let probes = begun.probes.iter();
    let probes: Vec<f64> = probes.map(|raw| measure.value(&raw.value)).collect();
    let start = measure.median(&probes).unwrap_or_default();
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

/// Days under `data:`, and what was seen on these and on those of the sheets.
fn data(
    fields: &Fields,
    gauge: &MeasureReader,
    beside: &NumbersContext,
) -> (Vec<Spanned<Date>>, Vec<Seen>) {
    let (typed, mut seen) = days::typed(fields, gauge, beside.school);
    let mut days = typed.clone();
    for raw in &beside.sheets {
        let rows = sheet::Rows {
            gauge,
            school: beside.school,
            typed: &days,
            baseline: baseline_day(fields),
        };
        let more = rows.read(fields.context(), raw);
        days.extend(more.iter().map(|one| Spanned {
            value: one.value.date,
            at: one.at.clone(),
        }));
        seen.extend(more);
    }
    seen.sort_by_key(|one| one.value.date);
    report_few_tries(fields, gauge.measure, &seen);
    report_percents(fields, gauge.measure, &seen);
    (typed, seen)
}

/// The day of the baseline, as far as it can be read without a word.
fn baseline_day(fields: &Fields) -> Option<Date> {
    let entries = fields.node("baseline")?.get("date")?;
    let day = crate::input::day(entries.text()?, None).ok()?;
    Some(day.value())
}

/// Below this, one try more or less moves a percent by more than a fifth.
const FEW_TRIES: f64 = 5.0;

/// Percents of very few tries jump. Said once for a goal.
fn report_few_tries(fields: &Fields, measure: &Measure, seen: &[Seen]) {
    let few = |one: &Seen| match one.value.raw {
        RecordedValue::Fraction { whole, .. } if whole > 0.0 && whole < FEW_TRIES => {
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

/// A percent says less than its tries. Said once for a goal.
fn report_percents(fields: &Fields, measure: &Measure, seen: &[Seen]) {
    let only = |one: &&Seen| matches!(one.value.raw, RecordedValue::Number(_));
    if let Some(one) = seen.iter().find(only)
        && measure.of_hundred()
    {
        let note = Diagnostic::at(Code::PercentOnly, &one.at);
        fields.report(note.with("found", format!("{}%", measure.value(&one.value.raw))));
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
