//! What a goal counts.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Measure, School, TimeUnit};
use crate::parse::Kind;
use crate::validate::fields::Fields;

/// Reads `measure:`.
pub(super) fn measure(fields: &Fields, school: &School) -> Option<Measure> {
    let node = fields.node("measure");
    let Some(node) = node else {
        fields.missing("measure");
        return None;
    };
    // `measure: words-per-minute` is short for a map with nothing but its kind.
    let (map, kind) = if let Kind::Scalar(_) = node.kind {
        let at = fields.place(node.span);
        let map = Fields::new(
            fields.context(),
            "measure",
            fields.file(),
            at,
            &[],
            Vec::new(),
        );
        (map, fields.choice_of("measure", node, &MEASURES))
    } else {
        let map = fields.sub("measure", "measure")?;
        let kind = map.need_choice("kind", &MEASURES);
        (map, kind)
    };
    let measure = if let Some(kind) = kind {
        kind(&map, school)
    } else {
        // What else may stand there depends on the kind.
        map.accept(&SETTINGS);
        None
    };
    map.finish();
    measure
}

type ReadMeasure = fn(&Fields, &School) -> Option<Measure>;

/// Settings of all measures together.
const SETTINGS: [&str; 11] = [
    "total", "unit", "levels", "thing", "cap", "window", "steps", "ladder", "method", "min", "max",
];

const MEASURES: [(&str, ReadMeasure); 10] = [
    ("words-per-minute", |_, _| Some(Measure::WordsPerMinute)),
    ("percent", |map, _| {
        Some(Measure::Percent {
            total: positive(map, "total"),
            unit: map.text("unit"),
        })
    }),
    ("level", |map, _| {
        let levels = map.texts("levels");
        if levels.is_empty() {
            map.missing("levels");
        }
        let thing = map.text("thing");
        Some(Measure::Level { levels, thing }).filter(|measure| measure.range().1 > Some(0.0))
    }),
    ("duration", |map, _| {
        Some(Measure::Duration {
            unit: time_unit(map, TimeUnit::Minutes),
        })
    }),
    ("latency", |map, _| {
        let unit = time_unit(map, TimeUnit::Seconds);
        Some(Measure::Latency {
            unit,
            cap: positive(map, "cap"),
        })
    }),
    ("count", |map, _| {
        Some(Measure::Count {
            window: positive(map, "window"),
            unit: map.text("unit"),
        })
    }),
    ("rate", |map, _| {
        Some(Measure::Rate {
            unit: map.text("unit"),
        })
    }),
    ("steps", |map, school| {
        let steps = map.texts("steps");
        if steps.is_empty() {
            map.missing("steps");
        }
        let ladders: Vec<&str> = school.library.ladders.keys().map(String::as_str).collect();
        let ladder = map.reference("ladder", Code::UnknownChoice, &ladders);
        let ladder = ladder.and_then(|id| school.library.ladders.get(&id.value).cloned());
        let measure = Measure::Steps {
            steps,
            ladder: ladder.unwrap_or_else(|| vec!['A']),
        };
        Some(measure).filter(|measure| measure.range().1 > Some(0.0))
    }),
    ("interval", |map, _| {
        let _ = map.choice(
            "method",
            &[("partial", ()), ("whole", ()), ("momentary", ())],
        );
        Some(Measure::Interval {
            total: positive(map, "total"),
            unit: map.text("unit"),
        })
    }),
    ("score", |map, _| {
        let bound = |name| {
            if map.node(name).is_none() {
                map.missing(name);
            }
            map.number(name).map(|number| number.value)
        };
        let (min, max) = (bound("min"), bound("max"));
        let (min, max) = (min?, max?);
        if max <= min {
            let at = map.key_place("max");
            let fault = Diagnostic::at(Code::OutOfRange, &at).with("problem", "below");
            map.report(
                fault
                    .with("found", max.to_string())
                    .with("low", min.to_string()),
            );
        }
        Some(Measure::Score {
            min,
            max,
            unit: map.text("unit"),
        })
    }),
];

fn positive(map: &Fields, name: &'static str) -> Option<f64> {
    let number = map.number(name)?;
    if number.value > 0.0 {
        return Some(number.value);
    }
    let fault = Diagnostic::at(Code::OutOfRange, &number.at).with("problem", "whole");
    map.report(fault.with("found", number.value.to_string()));
    None
}

fn time_unit(map: &Fields, usual: TimeUnit) -> TimeUnit {
    let units = [
        ("seconds", TimeUnit::Seconds),
        ("minutes", TimeUnit::Minutes),
    ];
    map.choice("unit", &units).unwrap_or(usual)
}
