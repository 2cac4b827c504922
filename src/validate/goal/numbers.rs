//! The numbers of a goal: its baseline, its target and its data.

use super::doubt::{self, Answered, Begun};
use super::measure::measure;
use super::{days, mastery, sheet};
use crate::diagnostic::{Code, Diagnostic, TargetWay};
use crate::input::{self, Reading};
use crate::model::{Baseline, Date, Direction, Mastery, Measure, RecordedValue, School, Text};
use crate::parse::{Kind, Node, RawFile};
use crate::schema::choices;
use crate::source::Spanned;
use crate::validate::example::Sample;
use crate::validate::fields::Fields;
use crate::validate::observation;
use crate::validate::observation::{DatedValue, MeasureReader};

/// Everything that a goal's chart needs.
pub(super) struct Numbers {
    pub(super) measure: Measure,
    pub(super) direction: Direction,
    pub(super) baseline: Baseline,
    pub(super) target: f64,
    pub(super) by: Date,
    pub(super) mastery: Option<Mastery>,
    pub(super) data: Vec<DatedValue>,
}

/// What a goal's numbers are read with, besides its fields.
pub(super) struct NumbersContext<'a> {
    pub(super) school: &'a School,
    /// The goal's own file.
    pub(super) goal: &'a RawFile,
    /// The goal's sheets.
    pub(super) sheets: Vec<&'a RawFile>,
    /// How many steps the task had until a day, the first day first.
    pub(super) steps_before: &'a [(Date, f64)],
}

impl Numbers {
    /// Reads all numbers. Returns `None` if one that a chart needs is missing, which is
    /// reported.
    pub(super) fn read(fields: &mut Fields, files: &NumbersContext, title: &Text) -> Option<Self> {
        let direction = fields
            .choice("direction", &choices::DIRECTIONS)
            .unwrap_or(Direction::Increase);
        let by = fields.date("by");
        // Without a measure no value can be checked.
        let Some(measure) = measure(fields, files.school) else {
            report_gaps(fields, title);
            return None;
        };
        let typed = fields.node("target").and_then(Node::text);
        let sample = Sample::of(&measure, direction, typed);
        fields.context().set_sample(sample);
        let reader = MeasureReader {
            measure: &measure,
            steps_before: files.steps_before,
        };
        let target = target(fields, &reader, title);
        let hoped = target.as_ref().map(|target| &target.value);
        let (mastery, criterion) = mastery::read(fields, &reader, direction, hoped).unzip();
        let (typed, data) = data(fields, &reader, files);
        let first = data.first().map(|one| one.value.date);
        fields
            .context()
            .set_sample(fields.context().sample().from(first));
        let (note, begun) = baseline(fields, &reader, title)?;
        if let Some(by) = by.as_ref().filter(|by| by.value <= begun.date.value) {
            let at = fields.key_place("baseline");
            fields.report(Diagnostic::at(Code::DatesReversed, &by.at).label(&at, "earlier"));
        }
        let (target, by) = (target?, by?);
        check_side(fields, &measure, &begun, &target.value, direction);
        let files: Vec<&RawFile> = [files.goal]
            .into_iter()
            .chain(files.sheets.iter().copied())
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
        doubt::report(fields.context(), &whole);
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

/// Reports what is missing from a goal whose measure is not known.
fn report_gaps(fields: &mut Fields, title: &Text) {
    for (name, code) in [
        ("baseline", Code::GoalWithoutBaseline),
        ("target", Code::GoalWithoutTarget),
    ] {
        if !fields.has(name) {
            without(fields, name, code, title);
        }
    }
}

/// Notes that a goal has no baseline or no target.
fn without(map: &mut Fields, name: &'static str, code: Code, title: &Text) {
    let fault = Diagnostic::at(code, map.at())
        .with("goal", title.original.as_str())
        .with("field", name);
    map.missing_as(name, map.with_line(fault, name));
}

/// The baseline, and the note about it.
fn baseline(
    fields: &mut Fields,
    reader: &MeasureReader,
    title: &Text,
) -> Option<(Option<Text>, Begun)> {
    if !fields.has("baseline") {
        without(fields, "baseline", Code::GoalWithoutBaseline, title);
        return None;
    }
    fields.sub("baseline", |map| {
        let date = map.date("date");
        let day = date
            .as_ref()
            .map_or_else(|| map.context().today.date(), |date| date.value);
        let value = map.node("value").into_iter();
        let nodes: Vec<&Node> = value.chain(probes(map)).collect();
        let probes: Vec<Spanned<RecordedValue>> = nodes
            .iter()
            .filter_map(|node| reader.probe(map, day, node))
            .collect();
        let is_blank = |node: &&Node| node.text().is_none_or(input::is_not_checked);
        if probes.is_empty() && nodes.iter().all(is_blank) {
            without(map, "values", Code::GoalWithoutBaseline, title);
        }
        let note = map.text("note");
        let sure = map.yes("sure").unwrap_or(false);
        let first = first_probe(map);
        map.context().report_future(date.as_ref());
        if probes.is_empty() {
            return None;
        }
        let date = date?;
        let begun = Begun {
            first: first.map_or(date.value, |first| first.min(date.value)),
            date,
            probes,
            sure,
        };
        Some((note, begun))
    })?
}

/// The day of the first probe, if probes have days of their own.
fn first_probe(map: &mut Fields) -> Option<Date> {
    let entries = map.node("values")?.entries()?.iter();
    entries
        .filter_map(|entry| input::day(&entry.key, None).ok().map(Reading::value))
        .min()
}

/// `values: [..]`, or `values: {2026-09-08: ..}` if each probe has its own day.
fn probes<'a>(map: &mut Fields<'a>) -> Vec<&'a Node> {
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

/// The target: a value, or `{value, sure}` if it is an unusual one.
fn target(fields: &mut Fields, reader: &MeasureReader, title: &Text) -> Option<Answered<f64>> {
    match fields.node("target").map(|node| &node.kind) {
        None => {
            without(fields, "target", Code::GoalWithoutTarget, title);
            None
        }
        Some(Kind::Map(_)) => fields.sub("target", |map| {
            let value = reader.bound(map, "value");
            let sure = map.yes("sure").unwrap_or(false);
            value.map(|value| Answered { value, sure })
        })?,
        Some(_) => {
            let value = reader.bound(fields, "target")?;
            Some(Answered { value, sure: false })
        }
    }
}

/// Reports a target on the wrong side of the baseline. Values out of range are skipped,
/// because they are reported already.
fn check_side(
    fields: &Fields,
    measure: &Measure,
    begun: &Begun,
    target: &Spanned<f64>,
    direction: Direction,
) {
    let probes: Vec<f64> = begun
        .probes
        .iter()
        .map(|raw| measure.value(&raw.value))
        .collect();
    let start = measure.median(&probes).unwrap_or_default();
    let (wrong, way) = match direction {
        Direction::Increase => (target.value <= start, TargetWay::Increase),
        Direction::Decrease => (target.value >= start, TargetWay::Decrease),
        Direction::Maintain => return,
    };
    let (low, high) = measure.range();
    let can_be = |value: &f64| *value >= low && high.is_none_or(|high| *value <= high);
    if wrong && probes.iter().chain([&target.value]).all(can_be) {
        let told = |value| observation::told(measure, value);
        let fault = Diagnostic::at(Code::TargetWrongSide, &target.at)
            .with("target", told(target.value))
            .with("baseline", told(start))
            .select(way);
        fields.report(fault.label(&fields.key_place("baseline"), "baseline"));
    }
}

/// The days under `data:`, and the values of these and of the sheets, by day.
fn data(
    fields: &mut Fields,
    reader: &MeasureReader,
    files: &NumbersContext,
) -> (Vec<Spanned<Date>>, Vec<DatedValue>) {
    let (typed, mut values) = days::typed(fields, reader, files.school);
    let mut days = typed.clone();
    let baseline = baseline_day(fields);
    for raw in &files.sheets {
        let rows = sheet::Rows {
            reader,
            school: files.school,
            typed: &days,
            baseline,
        };
        let more = rows.read(fields.context(), raw);
        days.extend(more.iter().map(|one| Spanned {
            value: one.value.date,
            at: one.at.clone(),
        }));
        values.extend(more);
    }
    values.sort_by_key(|one| one.value.date);
    report_few_tries(fields, reader.measure, &values);
    report_percents(fields, reader.measure, &values);
    (typed, values)
}

/// The day of the baseline. `None` if it cannot be read, which is reported elsewhere.
fn baseline_day(fields: &mut Fields) -> Option<Date> {
    let entries = fields.node("baseline")?.get("date")?;
    let day = crate::input::day(entries.text()?, None).ok()?;
    Some(day.value())
}

/// Below this, one try more or less moves a percent by more than a fifth.
const FEW_TRIES: f64 = 5.0;

/// Reports percents of very few tries, because they jump. One warning a goal.
fn report_few_tries(fields: &Fields, measure: &Measure, values: &[DatedValue]) {
    let few = |one: &DatedValue| match one.value.raw {
        RecordedValue::Fraction { whole, .. } if whole > 0.0 && whole < FEW_TRIES => {
            Some(Diagnostic::at(Code::FewTries, &one.at).with("tries", whole))
        }
        _ => None,
    };
    if matches!(measure, Measure::Percent { .. })
        && let Some(warning) = values.iter().find_map(few)
    {
        fields.report(warning);
    }
}

/// Reports a percent without its tries, because it says less. One note a goal.
fn report_percents(fields: &Fields, measure: &Measure, values: &[DatedValue]) {
    let only = |one: &&DatedValue| matches!(one.value.raw, RecordedValue::Number(_));
    if let Some(one) = values.iter().find(only)
        && measure.of_hundred()
    {
        let note = Diagnostic::at(Code::PercentOnly, &one.at);
        fields.report(note.with("found", format!("{}%", measure.value(&one.value.raw))));
    }
}
