//! What a goal was agreed on: with whom, in which words, beside which standard.

use super::numbers::{Numbers, report_future};
use crate::diagnostic::{Code, Diagnostic};
use crate::input::{self, Reading};
use crate::model::{Agreed, Benchmark, Text};
use crate::validate::dated;
use crate::validate::fields::Fields;
use crate::validate::observation::MeasureReader;

pub(super) fn iep(fields: &Fields) -> (Option<String>, Option<Text>) {
    let Some(iep) = fields.sub("iep", "iep") else {
        return (None, None);
    };
    let read = (iep.plain("ref"), iep.text("text"));
    iep.finish();
    read
}

pub(super) fn agreed(fields: &Fields, staff: &[&str]) -> Agreed {
    // `agreed: 2026-09-14` can only be the day.
    if let Some(node) = fields
        .node("agreed")
        .filter(|node| node.text().is_some_and(is_day))
    {
        let on = fields.date("agreed");
        report_future(fields, on.as_ref());
        let on = on.map(|on| on.value);
        if let Some(on) = on {
            let read = format!("agreed: {{on: {on}}}");
            fields.read_as(
                &fields.place(node.span),
                node.text().unwrap_or_default(),
                &read,
            );
        }
        return Agreed { on, by: Vec::new() };
    }
    let Some(map) = fields.sub("agreed", "agreed") else {
        return Agreed::default();
    };
    let on = map.date("on");
    report_future(&map, on.as_ref());
    let by = dated::parties(&map, "by", staff);
    map.finish();
    Agreed {
        on: on.map(|on| on.value),
        by,
    }
}

fn is_day(text: &str) -> bool {
    matches!(input::day(text, None), Ok(Reading::Exact(_)))
}

/// The standard of the class in plain words. Its code alone says nothing to a
/// family.
pub(super) fn standard(fields: &Fields) -> Option<Text> {
    let map = fields.sub("standard", "standard")?;
    let (code, plain) = (map.node("code"), map.text("plain"));
    if let Some(code) = code.filter(|_| plain.is_none()) {
        let warning = Diagnostic::at(Code::StandardWithoutWords, &map.place(code.span));
        map.report(warning.with("code", code.text().unwrap_or("-")));
    }
    map.finish();
    plain
}

/// What most children of the class are expected to reach. Hidden unless the
/// team chose to share it, because it compares.
pub(super) fn benchmarks(fields: &Fields, numbers: Option<&Numbers>) -> Vec<Benchmark> {
    let shared = fields.yes("share").unwrap_or(false);
    let mut benchmarks = Vec::new();
    for map in fields.items("benchmarks", "benchmark") {
        let date = map.need_date("date");
        map.need_node("expected");
        // Without the goal's numbers nothing can be said about this one.
        let expected = numbers.and_then(|numbers| {
            let gauge = MeasureReader {
                measure: &numbers.measure,
                steps_before: &[],
            };
            gauge.bound(&map, "expected")
        });
        let source = map.text("source");
        if source.as_ref().is_none_or(Text::is_empty) {
            let fault =
                Diagnostic::at(Code::BenchmarkWithoutSource, map.at()).with("field", "source");
            map.missing_as("source", map.with_line(fault, "benchmark", "source"));
        }
        let plain = map.text("plain");
        map.finish();
        if let (Some(date), Some(expected), Some(source)) = (date, expected, source) {
            benchmarks.push(Benchmark {
                date: date.value,
                expected: expected.value,
                source,
                plain,
            });
        }
    }
    benchmarks.retain(|_| shared);
    benchmarks
}
