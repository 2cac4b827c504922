//! What a goal counts.

use crate::diagnostic::{Code, Diagnostic, RangeProblem};
use crate::model::{Measure, PromptHierarchy, School, Tally, Text, TimeUnit};
use crate::parse::Kind;
use crate::schema::{self, choices};
use crate::validate::fields::Fields;

/// Reads `measure:`.
pub(super) fn measure(fields: &mut Fields, school: &School) -> Option<Measure> {
    let node = fields.node("measure")?;
    // `measure: words-per-minute` is short for a map that has only its kind.
    if let Kind::Scalar(_) = node.kind {
        let kind = fields.choice_of("measure", node, &MEASURES);
        let at = fields.place(node.span);
        return fields.untranslated(&schema::MEASURE, at, &[], |map| {
            // The kind is not missing: it is the value itself.
            map.ignore_all();
            of_kind(map, kind, school)
        });
    }
    fields.sub("measure", |map| {
        let kind = map.choice("kind", &MEASURES);
        of_kind(map, kind, school)
    })?
}

fn of_kind(map: &mut Fields, kind: Option<ReadMeasure>, school: &School) -> Option<Measure> {
    let Some(read) = kind else {
        // Which other settings there may be depends on the kind.
        map.ignore_all();
        return None;
    };
    read(map, school)
}

/// Reads a measure of one kind. Returns `None` if a setting that it needs is missing.
type ReadMeasure = fn(&mut Fields, &School) -> Option<Measure>;

const MEASURES: [(&str, ReadMeasure); 13] = [
    ("words-per-minute", |_, _| Some(Measure::WordsPerMinute)),
    ("percent", |map, _| {
        Some(Measure::Percent {
            total: positive(map, "total"),
            unit: map.text("unit"),
        })
    }),
    ("level", |map, _| {
        let levels = need_texts(map, "levels", "level");
        let thing = map.text("thing");
        Some(Measure::Level {
            levels: levels?,
            thing,
        })
    }),
    ("duration", |map, _| {
        Some(Measure::Duration {
            unit: time_unit(map, TimeUnit::Minutes),
            told: map.choice("told", &choices::TOLD).unwrap_or(Tally::Total),
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
        let steps = need_texts(map, "steps", "steps");
        let ladder = ladder(map, school);
        Some(Measure::Steps {
            steps: steps?,
            ladder,
        })
    }),
    ("prompt", |map, school| {
        if !map.has("ladder") {
            map.missing_of("ladder", "prompt", &ladders(school).join(", "));
        }
        ladder(map, school).map(|ladder| Measure::Prompt { ladder })
    }),
    ("items", |map, _| {
        let items = need_texts(map, "items", "items");
        let unit = map.text("unit");
        Some(Measure::Items {
            items: items?,
            unit,
        })
    }),
    ("goal-attainment", |map, _| {
        let levels = need_texts(map, "levels", "goal-attainment")?;
        if levels.len() == 5 {
            return Some(Measure::GoalAttainment { levels });
        }
        let fault = Diagnostic::at(Code::FiveLevels, &map.key_place("levels"));
        map.report(fault.with("found", levels.len()));
        None
    }),
    ("interval", |map, _| {
        let _ = map.choice("method", &choices::METHODS);
        Some(Measure::Interval {
            total: positive(map, "total"),
            unit: map.text("unit"),
        })
    }),
    ("score", |map, _| {
        let mut bound = |name| {
            map.need(name);
            map.number(name).map(|number| number.value)
        };
        let (min, max) = (bound("min"), bound("max"));
        let (min, max) = (min?, max?);
        if max <= min {
            let fault = Diagnostic::at(Code::OutOfRange, &map.key_place("max"))
                .select(RangeProblem::Below)
                .with("found", max.to_string())
                .with("low", min.to_string());
            map.report(fault);
        }
        Some(Measure::Score {
            min,
            max,
            unit: map.text("unit"),
        })
    }),
];

/// A list of texts that may not be empty.
fn need_texts(map: &mut Fields, name: &'static str, measure: &str) -> Option<Vec<Text>> {
    let texts = map.texts(name);
    if texts.is_empty() {
        map.missing_of(name, measure, "");
    }
    Some(texts).filter(|texts| !texts.is_empty())
}

/// The prompt hierarchy of the library that the measure names. Returns `None` for one
/// without levels, which its own file has reported.
fn ladder(map: &mut Fields, school: &School) -> Option<PromptHierarchy> {
    let id = map.reference("ladder", Code::UnknownChoice, &ladders(school))?;
    let ladder = school.library.ladders.get(&id.value).cloned();
    ladder.filter(|ladder| !ladder.levels.is_empty())
}

fn ladders(school: &School) -> Vec<&str> {
    let ladders = school.library.ladders.keys();
    ladders.map(String::as_str).collect()
}

/// A number that has to be more than 0.
fn positive(map: &mut Fields, name: &'static str) -> Option<f64> {
    let number = map.number(name)?;
    if number.value > 0.0 {
        return Some(number.value);
    }
    let fault = Diagnostic::at(Code::OutOfRange, &number.at)
        .select(RangeProblem::Whole)
        .with("found", number.value.to_string());
    map.report(fault);
    None
}

fn time_unit(map: &mut Fields, usual: TimeUnit) -> TimeUnit {
    map.choice("unit", &choices::TIME_UNITS).unwrap_or(usual)
}
