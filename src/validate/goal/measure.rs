//! What a goal counts.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Measure, PromptHierarchy, School, Tally, Text, TimeUnit};
use crate::parse::Kind;
use crate::validate::fields::Fields;

/// Reads `measure:`.
pub(super) fn measure(fields: &Fields, school: &School) -> Option<Measure> {
    let node = fields.node("measure");
    let Some(node) = node else {
        let words: Vec<&str> = MEASURES.iter().map(|(word, _)| *word).collect();
        fields.missing_like("measure", "goal", &words.join(", "));
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
const SETTINGS: [&str; 13] = [
    "total", "unit", "levels", "thing", "cap", "window", "steps", "ladder", "method", "min", "max",
    "told", "items",
];

const MEASURES: [(&str, ReadMeasure); 13] = [
    ("words-per-minute", |_, _| Some(Measure::WordsPerMinute)),
    ("percent", |map, _| {
        Some(Measure::Percent {
            total: positive(map, "total"),
            unit: map.text("unit"),
        })
    }),
    ("level", |map, _| {
        let levels = need_texts(map, "levels");
        let thing = map.text("thing");
        Some(Measure::Level {
            levels: levels?,
            thing,
        })
    }),
    ("duration", |map, _| {
        Some(Measure::Duration {
            unit: time_unit(map, TimeUnit::Minutes),
            told: map.choice("told", &TOLD).unwrap_or(Tally::Total),
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
        let steps = need_texts(map, "steps");
        let ladder = ladder(map, school);
        Some(Measure::Steps {
            steps: steps?,
            ladder,
        })
    }),
    ("prompt", |map, school| {
        if map.node("ladder").is_none() {
            map.missing_like("ladder", "measure", &ladders(school).join(", "));
        }
        ladder(map, school).map(|ladder| Measure::Prompt { ladder })
    }),
    ("items", |map, _| {
        let items = need_texts(map, "items");
        let unit = map.text("unit");
        Some(Measure::Items {
            items: items?,
            unit,
        })
    }),
    ("goal-attainment", |map, _| {
        let levels = need_texts_like(map, "levels", "goal-attainment")?;
        if levels.len() == 5 {
            return Some(Measure::GoalAttainment { levels });
        }
        let fault = Diagnostic::at(Code::FiveLevels, &map.key_place("levels"));
        #[allow(clippy::cast_precision_loss, reason = "lists are short")]
        map.report(fault.with("found", levels.len() as f64));
        None
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

const TOLD: [(&str, Tally); 3] = [
    ("total", Tally::Total),
    ("mean", Tally::Mean),
    ("share", Tally::Share),
];

/// A list of words that may not be empty.
fn need_texts(map: &Fields, name: &'static str) -> Option<Vec<Text>> {
    need_texts_like(map, name, "measure")
}

/// The same of those that look like those of `kind`.
fn need_texts_like(map: &Fields, name: &'static str, kind: &str) -> Option<Vec<Text>> {
    let texts = map.texts(name);
    if texts.is_empty() {
        map.missing_like(name, kind, "");
    }
    Some(texts).filter(|texts| !texts.is_empty())
}

/// The ladder of the library that is named. One without levels has been
/// reported where it stands.
fn ladder(map: &Fields, school: &School) -> Option<PromptHierarchy> {
    let id = map.reference("ladder", Code::UnknownChoice, &ladders(school))?;
    let ladder = school.library.ladders.get(&id.value).cloned();
    ladder.filter(|ladder| !ladder.levels.is_empty())
}

fn ladders(school: &School) -> Vec<&str> {
    let ladders = school.library.ladders.keys();
    ladders.map(String::as_str).collect()
}

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
