//! What was counted on one day, checked against what the goal counts.

mod check;

pub(super) use check::{rounded, told};

use check::report_range;

use super::fields::Fields;
use super::values::number;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::model::{Date, Ladder, Measure, Observation, Raw, Setting, Tally, Text, TimeUnit};
use crate::parse::{Kind, Node};
use crate::source::{Place, Spanned};

/// How what was seen is read and checked.
pub(super) struct Gauge<'a> {
    /// What is counted.
    pub(super) measure: &'a Measure,
    /// How many steps the list had until a day, the first day first.
    pub(super) steps_before: &'a [(Date, f64)],
}

/// What was seen, and where that is written.
pub(super) type Seen = Spanned<Observation>;

impl Gauge<'_> {
    /// Reads the observations under one date.
    pub(super) fn on_day(&self, fields: &Fields, date: Date, node: &Node) -> Vec<Seen> {
        let several = match &node.kind {
            Kind::List(items) if !self.list_is_one() => items.iter().collect(),
            _ => vec![node],
        };
        let one = |node| self.one(fields, date, node);
        several.into_iter().filter_map(one).collect()
    }

    /// In these measures a list is the episodes of one session, or the items
    /// that are learned.
    fn list_is_one(&self) -> bool {
        matches!(
            self.measure,
            Measure::Duration { .. } | Measure::Latency { .. } | Measure::Items { .. }
        )
    }

    fn one(&self, fields: &Fields, date: Date, node: &Node) -> Option<Seen> {
        let at = fields.place(node.span);
        if let Kind::Map(entries) = &node.kind {
            let map = Fields::new(
                fields.context(),
                "observation",
                &at.file,
                at.clone(),
                entries,
                Vec::new(),
            )
            .among_numbers();
            return self.row(map, date, &at);
        }
        let raw = self.value(fields, "data", node)?;
        let observation = Observation {
            date,
            raw: self.checked(fields, date, raw, &at),
            setting: Setting::SmallGroup,
            note: None,
            sure: false,
        };
        Some(Spanned {
            value: observation,
            at,
        })
    }

    /// Reads one observation out of a map of its own; `at` is where it stands.
    pub(super) fn row(&self, map: Fields, date: Date, at: &Place) -> Option<Seen> {
        let raw = self.of_map(&map);
        let setting = map.choice("setting", &SETTINGS);
        let note: Option<Text> = map.text("note");
        let sure = map.yes("sure").unwrap_or(false);
        map.accept(&["by", "staff_note"]);
        let raw = raw.map(|raw| self.checked(&map, date, raw, at));
        map.finish();
        let value = Observation {
            date,
            raw: raw?,
            setting: setting.unwrap_or(Setting::SmallGroup),
            note,
            sure,
        };
        Some(Spanned {
            value,
            at: at.clone(),
        })
    }

    /// Reads one probe of the baseline.
    pub(super) fn probe(&self, fields: &Fields, date: Date, node: &Node) -> Option<Spanned<Raw>> {
        let at = fields.place(node.span);
        let raw = match &node.kind {
            Kind::Map(entries) => {
                let map = Fields::new(
                    fields.context(),
                    "observation",
                    &at.file,
                    at.clone(),
                    entries,
                    Vec::new(),
                );
                let raw = self.of_map(&map);
                map.accept(&["setting", "by", "note", "staff_note"]);
                map.finish();
                raw
            }
            _ => self.value(fields, "values", node),
        };
        let value = self.checked(fields, date, raw?, &at);
        Some(Spanned { value, at })
    }

    /// Reads `name`, which holds a value of the measure: a target, a criterion.
    pub(super) fn bound(&self, fields: &Fields, name: &'static str) -> Option<Spanned<f64>> {
        let bound = match self.measure {
            Measure::Prompt { ladder } => {
                let node = fields.node(name)?;
                Spanned {
                    value: rank(fields, name, ladder, node)?,
                    at: fields.place(node.span),
                }
            }
            _ => fields.number(name)?,
        };
        report_range(fields, self.measure, bound.value, &bound.at);
        Some(bound)
    }

    /// Reads a single value: a number, a fraction, letters, words, or a list.
    fn value(&self, fields: &Fields, name: &'static str, node: &Node) -> Option<Raw> {
        match (self.measure, &node.kind) {
            (Measure::Prompt { ladder }, _) => {
                return rank(fields, name, ladder, node).map(Raw::Number);
            }
            (Measure::Items { items, .. }, Kind::Scalar(_) | Kind::List(_)) => {
                return learned(fields, name, items, node);
            }
            _ => {}
        }
        let raw = match &node.kind {
            Kind::Scalar(scalar) => self.of_text(scalar.text.trim()),
            Kind::List(items) if self.list_is_one() && !self.share() => episodes(items),
            _ => None,
        };
        if raw.is_none() {
            fields.wrong(name, self.expected(), node);
        }
        raw
    }

    fn share(&self) -> bool {
        matches!(
            self.measure,
            Measure::Duration {
                told: Tally::Share,
                ..
            }
        )
    }

    /// The word in messages for what an observation of this measure looks like.
    fn expected(&self) -> &'static str {
        match self.measure {
            _ if self.share() => "share",
            Measure::Percent { .. } | Measure::Interval { .. } => "fraction",
            Measure::WordsPerMinute => "words",
            Measure::Level { .. } => "level",
            Measure::Prompt { .. } => "letter",
            Measure::Items { .. } => "items",
            Measure::GoalAttainment { .. } => "attainment",
            Measure::Steps { .. } => "steps",
            Measure::Duration { .. } | Measure::Latency { .. } => "episodes",
            Measure::Count { .. } | Measure::Rate { .. } | Measure::Score { .. } => "number",
        }
    }

    fn of_text(&self, text: &str) -> Option<Raw> {
        let fraction = || {
            let (part, whole) = text.split_once('/')?;
            Some(Raw::Fraction {
                part: number(part)?,
                whole: number(whole)?,
            })
        };
        match self.measure {
            _ if self.measure.of_hundred() => fraction(),
            Measure::Rate { .. } => fraction(),
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

    /// Reads what was counted out of named numbers. `value` holds the short
    /// form in every measure.
    fn of_map(&self, map: &Fields) -> Option<Raw> {
        if let Some(node) = map.node("value") {
            return self.value(map, "value", node);
        }
        let get = |name| map.number(name).map(|number| number.value);
        let need = |name| map.need_node(name).and_then(|_| get(name));
        let tried = |total: &Option<f64>| get("total").or(*total).or_else(|| need("total"));
        match self.measure {
            Measure::Percent { total, .. } => fraction(need("correct"), tried(total)),
            Measure::Interval { total, .. } => fraction(need("yes"), tried(total)),
            Measure::Rate { .. } => fraction(need("count"), need("minutes")),
            Measure::WordsPerMinute => Some(Raw::Words {
                attempted: need("attempted")?,
                errors: get("errors").unwrap_or(0.0),
                seconds: get("seconds").unwrap_or(60.0),
            }),
            Measure::Duration { unit, .. } if self.share() => {
                let part = lasting(map, *unit).map(|raw| self.measure.value(&raw));
                fraction(part, need("session"))
            }
            Measure::Duration { unit, .. } | Measure::Latency { unit, .. } => lasting(map, *unit),
            _ => {
                let name = self.short_name();
                self.value(map, name, map.need_node(name)?)
            }
        }
    }

    /// Under what the short form may stand, besides `value`.
    fn short_name(&self) -> &'static str {
        match self.measure {
            Measure::Count { .. } => "count",
            Measure::Steps { .. } => "code",
            Measure::Items { .. } => "items",
            _ if self.measure.ordinal() => "level",
            _ => "value",
        }
    }
}

fn fraction(part: Option<f64>, whole: Option<f64>) -> Option<Raw> {
    Some(Raw::Fraction {
        part: part?,
        whole: whole?,
    })
}

const SETTINGS: [(&str, Setting); 3] = [
    ("small-group", Setting::SmallGroup),
    ("class", Setting::Class),
    ("elsewhere", Setting::Elsewhere),
];

/// The rank of the letter that `node` holds.
fn rank(fields: &Fields, name: &'static str, ladder: &Ladder, node: &Node) -> Option<f64> {
    let Some(text) = node.text() else {
        fields.wrong(name, "letter", node);
        return None;
    };
    let mut letters = text.trim().chars();
    let letter = letters.next().filter(|_| letters.next().is_none());
    let rank = letter.and_then(|letter| ladder.rank(letter));
    if rank.is_none() {
        report_letter(fields, name, ladder, text, &fields.place(node.span));
    }
    rank.map(f64::from)
}

fn report_letter(fields: &Fields, name: &str, ladder: &Ladder, found: &str, at: &Place) {
    let told = ladder.levels.iter().map(|rung| {
        let name = rung.name.original.as_str();
        format!("{} ({name})", rung.id)
    });
    let choices: Vec<String> = told.collect();
    let fault = Diagnostic::at(Code::UnknownChoice, at).with("field", name);
    let fault = fault.with("found", found).with("nearest", "");
    fields.report(fault.with("choices", choices.join(", ")));
}

/// The items that are learned: a list of them, in words or between commas, or
/// how many they are.
fn learned(fields: &Fields, name: &'static str, items: &[Text], node: &Node) -> Option<Raw> {
    if let Some(count) = node.text().and_then(number) {
        return Some(Raw::Number(count));
    }
    let words: Vec<(&str, &Node)> = if let Kind::List(nodes) = &node.kind {
        let texts = nodes.iter().map(|node| (node.text().unwrap_or("-"), node));
        texts.collect()
    } else {
        let words = node.text().unwrap_or_default().split([',', ';']);
        words.map(|word| (word, node)).collect()
    };
    let known: Vec<&str> = items.iter().map(|item| item.original.as_str()).collect();
    let place = |(word, node): (&str, &Node)| {
        let word = word.trim();
        let same = |item: &&str| item.to_lowercase() == word.to_lowercase();
        let place = known.iter().position(same);
        if place.is_none() {
            report_item(fields, name, &known, word, &fields.place(node.span));
        }
        place
    };
    let places: Vec<Option<usize>> = words.into_iter().map(place).collect();
    places.into_iter().collect::<Option<_>>().map(Raw::Items)
}

fn report_item(fields: &Fields, name: &str, known: &[&str], found: &str, at: &Place) {
    let guess = nearest(found, known.iter().copied());
    let fault = Diagnostic::at(Code::UnknownChoice, at).with("field", name);
    let fault = fault.with("found", found);
    let fault = fault.with("nearest", guess.unwrap_or_default());
    fields.report(fault.with("choices", known.join(", ")));
}

fn episodes(items: &[Node]) -> Option<Raw> {
    let numbers: Option<Vec<f64>> = items.iter().map(|item| number(item.text()?)).collect();
    numbers
        .filter(|numbers| !numbers.is_empty())
        .map(Raw::Episodes)
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
    let written = |name| map.node(name).is_some();
    let (minutes, seconds) = (number("minutes"), number("seconds"));
    if minutes.is_none() && seconds.is_none() {
        if !written("minutes") && !written("seconds") {
            map.missing("value");
        }
        return None;
    }
    let total = minutes.unwrap_or(0.0) * 60.0 + seconds.unwrap_or(0.0);
    Some(Raw::Number(match unit {
        TimeUnit::Minutes => total / 60.0,
        TimeUnit::Seconds => total,
    }))
}
