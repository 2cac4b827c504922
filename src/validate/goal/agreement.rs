//! What a goal was agreed on: with whom, in which IEP wording, for which standard.

use super::numbers::Numbers;
use crate::diagnostic::{Code, Diagnostic};
use crate::input::{self, Reading};
use crate::model::{Agreed, Benchmark, Text};
use crate::validate::fields::Fields;
use crate::validate::observation::MeasureReader;
use crate::validate::participant;

/// The number of the goal in the IEP, and its IEP wording.
pub(super) fn iep(fields: &mut Fields) -> (Option<String>, Option<Text>) {
    let iep = fields.sub("iep", |map| (map.plain("ref"), map.text("text")));
    iep.unwrap_or_default()
}

pub(super) fn agreed(fields: &mut Fields, staff: &[&str]) -> Agreed {
    // `agreed: 2026-09-14` can only be the day.
    if let Some(node) = fields.node("agreed")
        && let Some(text) = node.text().filter(|text| is_day(text))
    {
        let on = fields.date("agreed");
        fields.context().report_future(on.as_ref());
        let on = on.map(|on| on.value);
        if let Some(on) = on {
            let read = format!("agreed: {{on: {on}}}");
            fields.read_as(&fields.place(node.span), text, &read);
        }
        return Agreed { on, by: Vec::new() };
    }
    let agreed = fields.sub("agreed", |map| {
        let on = map.date("on");
        map.context().report_future(on.as_ref());
        Agreed {
            on: on.map(|on| on.value),
            by: participant::all(map, "by", staff),
        }
    });
    agreed.unwrap_or_default()
}

fn is_day(text: &str) -> bool {
    matches!(input::day(text, None), Ok(Reading::Exact(_)))
}

/// The standard of the class in plain words. Its code alone means nothing to a family.
pub(super) fn standard(fields: &mut Fields) -> Option<Text> {
    fields.sub("standard", |map| {
        let (code, plain) = (map.node("code"), map.text("plain"));
        if let Some(code) = code.filter(|_| plain.is_none()) {
            let warning = Diagnostic::at(Code::StandardWithoutWords, &map.place(code.span));
            map.report(warning.with("code", code.text().unwrap_or("-")));
        }
        plain
    })?
}

/// What most children of the class are expected to reach. Pages show it only if the
/// team chose to share it, because it compares.
pub(super) fn benchmarks(fields: &mut Fields, numbers: Option<&Numbers>) -> Vec<Benchmark> {
    let shared = fields.yes("share").unwrap_or(false);
    let benchmarks = fields
        .items("benchmarks", |map| benchmark(map, numbers))
        .into_iter()
        .flatten();
    benchmarks.filter(|_| shared).collect()
}

fn benchmark(map: &mut Fields, numbers: Option<&Numbers>) -> Option<Benchmark> {
    let date = map.date("date");
    // The expected value can only be read as a value of the goal's measure.
    let expected = numbers.and_then(|numbers| {
        let reader = MeasureReader {
            measure: &numbers.measure,
            steps_before: &[],
        };
        reader.bound(map, "expected")
    });
    let source = map.text("source");
    if source.as_ref().is_none_or(Text::is_empty) {
        let fault = Diagnostic::at(Code::BenchmarkWithoutSource, map.at()).with("field", "source");
        map.missing_as("source", map.with_line(fault, "source"));
    }
    let plain = map.text("plain");
    Some(Benchmark {
        date: date?.value,
        expected: expected?.value,
        source: source?,
        plain,
    })
}
