//! What was counted on one day, checked against what the goal counts.

use super::fields::Fields;
use super::values::number;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Date, Measure, Observation, Raw, Setting, Text, TimeUnit, same};
use crate::parse::{Kind, Node};
use crate::source::Place;

/// How many decimals a value outside its range is told with.
fn told(value: f64) -> String {
    format!("{}", (value * 10.0).round() / 10.0)
}

/// Reads the observations under one date.
pub(super) fn on_day(
    fields: &Fields,
    measure: &Measure,
    date: Date,
    node: &Node,
) -> Vec<Observation> {
    let several = match &node.kind {
        Kind::List(items) if !takes_episodes(measure) => items.iter().collect(),
        _ => vec![node],
    };
    several
        .into_iter()
        .filter_map(|node| one(fields, measure, date, node))
        .collect()
}

/// In these measures a list is the episodes of one session.
fn takes_episodes(measure: &Measure) -> bool {
    matches!(measure, Measure::Duration { .. } | Measure::Latency { .. })
}

fn one(fields: &Fields, measure: &Measure, date: Date, node: &Node) -> Option<Observation> {
    let at = fields.place(node.span);
    let Kind::Map(entries) = &node.kind else {
        let raw = value(fields, measure, node)?;
        check(fields, measure, &raw, &at);
        return Some(Observation {
            date,
            raw,
            setting: Setting::SmallGroup,
            note: None,
        });
    };
    let map = Fields::new(
        fields.context(),
        "observation",
        &at.file,
        at.clone(),
        entries,
        Vec::new(),
    );
    let raw = value_of_map(&map, measure);
    let setting = map
        .choice("setting", &SETTINGS)
        .unwrap_or(Setting::SmallGroup);
    let words: Option<Text> = map.text("note");
    map.accept(&["by", "staff_note"]);
    map.finish();
    let raw = raw?;
    check(fields, measure, &raw, &at);
    Some(Observation {
        date,
        raw,
        setting,
        note: words,
    })
}

const SETTINGS: [(&str, Setting); 3] = [
    ("small-group", Setting::SmallGroup),
    ("class", Setting::Class),
    ("elsewhere", Setting::Elsewhere),
];

/// Reads one probe: a number, a fraction, letters, or a list of episodes.
pub(super) fn value(fields: &Fields, measure: &Measure, node: &Node) -> Option<Raw> {
    let raw = match &node.kind {
        Kind::Scalar(scalar) => from_text(measure, scalar.text.trim()),
        Kind::List(items) if takes_episodes(measure) => episodes(items),
        Kind::Map(entries) => {
            let at = fields.place(node.span);
            let map = Fields::new(
                fields.context(),
                "observation",
                &at.file,
                at.clone(),
                entries,
                Vec::new(),
            );
            let raw = value_of_map(&map, measure);
            map.accept(&["setting", "by", "note", "staff_note"]);
            map.finish();
            return raw;
        }
        _ => None,
    };
    if raw.is_none() {
        fields.wrong("data", expected(measure), node);
    }
    raw
}

/// The word in messages for what an observation of this measure looks like.
fn expected(measure: &Measure) -> &'static str {
    match measure {
        Measure::Percent { .. } | Measure::Interval { .. } => "fraction",
        Measure::WordsPerMinute => "words",
        Measure::Level { .. } => "level",
        Measure::Steps { .. } => "steps",
        Measure::Duration { .. } | Measure::Latency { .. } => "episodes",
        Measure::Count { .. } | Measure::Rate { .. } | Measure::Score { .. } => "number",
    }
}

fn from_text(measure: &Measure, text: &str) -> Option<Raw> {
    match measure {
        Measure::Percent { .. } | Measure::Interval { .. } | Measure::Rate { .. } => {
            let (part, whole) = text.split_once('/')?;
            Some(Raw::Fraction {
                part: number(part)?,
                whole: number(whole)?,
            })
        }
        Measure::Steps { .. } => match number(text) {
            Some(count) => Some(Raw::Number(count)),
            None => text
                .chars()
                .all(char::is_alphabetic)
                .then(|| Raw::Letters(text.to_owned())),
        },
        _ => number(text).map(Raw::Number),
    }
}

fn episodes(items: &[Node]) -> Option<Raw> {
    let numbers: Option<Vec<f64>> = items.iter().map(|item| number(item.text()?)).collect();
    numbers
        .filter(|numbers| !numbers.is_empty())
        .map(Raw::Episodes)
}

fn value_of_map(map: &Fields, measure: &Measure) -> Option<Raw> {
    let get = |name| map.number(name).map(|number| number.value);
    let need = |name| {
        if map.node(name).is_none() {
            map.missing(name);
        }
        get(name)
    };
    match measure {
        Measure::Percent { total, .. } => {
            let whole = get("total").or(*total).or_else(|| need("total"));
            Some(Raw::Fraction {
                part: need("correct")?,
                whole: whole?,
            })
        }
        Measure::Interval { total, .. } => {
            let whole = get("total").or(*total).or_else(|| need("total"));
            Some(Raw::Fraction {
                part: need("yes")?,
                whole: whole?,
            })
        }
        Measure::Rate { .. } => {
            let (part, whole) = (need("count"), need("minutes"));
            Some(Raw::Fraction {
                part: part?,
                whole: whole?,
            })
        }
        Measure::WordsPerMinute => match get("value") {
            Some(words) => Some(Raw::Number(words)),
            None => Some(Raw::Words {
                attempted: need("attempted")?,
                errors: get("errors").unwrap_or(0.0),
                seconds: get("seconds").unwrap_or(60.0),
            }),
        },
        Measure::Steps { .. } => match map.plain("code") {
            Some(code) => Some(Raw::Letters(code)),
            None => need("value").map(Raw::Number),
        },
        Measure::Count { .. } => get("count").or_else(|| need("value")).map(Raw::Number),
        Measure::Level { .. } => get("level").or_else(|| need("value")).map(Raw::Number),
        Measure::Duration { unit } | Measure::Latency { unit, .. } => lasting(map, *unit),
        Measure::Score { .. } => need("value").map(Raw::Number),
    }
}

/// How long something lasted: a list of episodes, or minutes and seconds, told
/// in the goal's own unit.
fn lasting(map: &Fields, unit: TimeUnit) -> Option<Raw> {
    if let Some(node) = map.node("episodes") {
        let items = match &node.kind {
            Kind::List(items) => episodes(items),
            _ => None,
        };
        if items.is_none() {
            map.wrong("episodes", "episodes", node);
        }
        return items;
    }
    let number = |name| map.number(name).map(|number| number.value);
    let (minutes, seconds) = (number("minutes"), number("seconds"));
    if minutes.is_none() && seconds.is_none() {
        if map.node("value").is_none() {
            map.missing("value");
        }
        return number("value").map(Raw::Number);
    }
    let total = minutes.unwrap_or(0.0) * 60.0 + seconds.unwrap_or(0.0);
    Some(Raw::Number(match unit {
        TimeUnit::Minutes => total / 60.0,
        TimeUnit::Seconds => total,
    }))
}

/// Reports a value that cannot be.
pub(super) fn check(fields: &Fields, measure: &Measure, raw: &Raw, at: &Place) {
    let fault =
        |problem: &'static str| Diagnostic::at(Code::OutOfRange, at).with("problem", problem);
    match raw {
        Raw::Fraction { part, whole } => {
            let over = !matches!(measure, Measure::Rate { .. }) && part > whole;
            if *whole <= 0.0 {
                fields.report(fault("whole").with("found", told(*whole)));
            } else if *part < 0.0 || over {
                let fault = fault("part").with("found", told(*part));
                fields.report(fault.with("high", told(*whole)));
            }
            return;
        }
        Raw::Words {
            attempted,
            errors,
            seconds,
        } => {
            if *seconds <= 0.0 {
                fields.report(fault("whole").with("found", told(*seconds)));
            } else if *errors < 0.0 || errors > attempted {
                let fault = fault("part").with("found", told(*errors));
                fields.report(fault.with("high", told(*attempted)));
            }
            return;
        }
        Raw::Letters(letters) => {
            check_letters(fields, measure, letters, at);
            return;
        }
        Raw::Number(_) | Raw::Episodes(_) => {}
    }
    let value = measure.value(raw);
    let whole = matches!(
        measure,
        Measure::Level { .. } | Measure::Steps { .. } | Measure::Count { .. }
    );
    if whole && value.fract() != 0.0 {
        fields.report(fault("fraction").with("found", told(value)));
    }
    report_range(fields, measure, value, at);
}

/// Reports letters that are not on the ladder, and more or fewer than steps.
fn check_letters(fields: &Fields, measure: &Measure, letters: &str, at: &Place) {
    let Measure::Steps { ladder, .. } = measure else {
        return;
    };
    let known = |letter: char| ladder.iter().any(|known| same(*known, letter));
    let strange = letters
        .chars()
        .find(|letter| ladder.len() > 1 && !known(*letter));
    if let Some(strange) = strange {
        let choices: Vec<String> = ladder.iter().map(char::to_string).collect();
        let fault = Diagnostic::at(Code::UnknownChoice, at).with("field", "data");
        let fault = fault.with("found", strange.to_string()).with("nearest", "");
        fields.report(fault.with("choices", choices.join(", ")));
    }
    let (_, high) = measure.range();
    let length = f64::from(u32::try_from(letters.chars().count()).unwrap_or(u32::MAX));
    if let Some(high) = high.filter(|high| (high - length).abs() > 0.5) {
        let fault = Diagnostic::at(Code::OutOfRange, at).with("problem", "letters");
        fields.report(fault.with("found", letters).with("high", told(high)));
    }
}

/// Reports a value outside its measure's range.
pub(super) fn report_range(fields: &Fields, measure: &Measure, value: f64, at: &Place) {
    let (low, high) = measure.range();
    if value >= low && high.is_none_or(|high| value <= high) {
        return;
    }
    let fault = Diagnostic::at(Code::OutOfRange, at)
        .with("found", told(value))
        .with("low", told(low));
    fields.report(match high {
        Some(high) => fault.with("problem", "between").with("high", told(high)),
        None => fault.with("problem", "below"),
    });
}
