//! What was counted on one day, written as named numbers.

use super::typed::is_share;
use super::value::episodes;
use super::{Found, MeasureReader, Unchecked};
use crate::input;
use crate::model::{Measure, RecordedValue, TimeUnit};
use crate::parse::Kind;
use crate::validate::fields::Fields;

impl MeasureReader<'_> {
    /// Reads what was counted out of named numbers. `value` holds the short
    /// form in every measure.
    pub(super) fn of_map(&self, map: &Fields) -> Option<Found> {
        if let Some(why) = self.unchecked(map) {
            map.accept(self.names());
            map.accept(&["total", "seconds", "session"]);
            return Some(Found::Unchecked(why));
        }
        if let Some(node) = map.node("value") {
            return self.value(map, "value", node);
        }
        if self.measure.of_hundred() && map.node("percent").is_some() {
            return percent(map)
                .map(|percent| Found::RecordedValue(RecordedValue::Number(percent)));
        }
        let get = |name| map.number(name).map(|number| number.value);
        let need = |name| map.need_node(name).and_then(|_| get(name));
        let tried = |total: &Option<f64>| get("total").or(*total).or_else(|| need("total"));
        let raw = match self.measure {
            Measure::Percent { total, .. } => fraction(need("correct"), tried(total)),
            Measure::Interval { total, .. } => fraction(need("yes"), tried(total)),
            Measure::Rate { .. } => fraction(need("count"), need("minutes")),
            Measure::WordsPerMinute => need("attempted").map(|attempted| RecordedValue::Words {
                attempted,
                errors: get("errors").unwrap_or(0.0),
                seconds: get("seconds").unwrap_or(60.0),
            }),
            Measure::Duration { unit, .. } if is_share(self.measure) => {
                let part = lasting(map, *unit).map(|raw| self.measure.value(&raw));
                fraction(part, need("session"))
            }
            Measure::Duration { unit, .. } | Measure::Latency { unit, .. } => lasting(map, *unit),
            _ => {
                let name = self.short_name();
                return self.value(map, name, map.need_node(name)?);
            }
        };
        raw.map(Found::RecordedValue)
    }

    /// Why nothing was checked: words in the place of every number, or a note
    /// and no number.
    fn unchecked(&self, map: &Fields) -> Option<Unchecked> {
        let text = |name: &str| map.entry_text(name);
        let mut numbers = self.names().iter().filter_map(|name| text(name)).peekable();
        let first = numbers.peek().map(|text| (*text).to_owned());
        if let Some(first) = first {
            let is = |text: &str| {
                input::is_not_checked(text) && !super::typed::is_code(self.measure, text)
            };
            return numbers.all(is).then_some(Unchecked::Words(first));
        }
        let any = self.names().iter().any(|name| map.entry_value(name));
        let note = text("note").or_else(|| text("staff_note"));
        note.filter(|_| !any)
            .map(|note| Unchecked::Note(note.to_owned()))
    }

    /// Every name that a number of this measure may stand under.
    fn names(&self) -> &'static [&'static str] {
        match self.measure {
            Measure::Percent { .. } => &["value", "percent", "correct"],
            Measure::Interval { .. } => &["value", "percent", "yes"],
            Measure::WordsPerMinute => &["value", "attempted", "errors"],
            Measure::Duration { .. } | Measure::Latency { .. } => {
                &["value", "percent", "episodes", "minutes", "seconds"]
            }
            Measure::Rate { .. } | Measure::Count { .. } => &["value", "count"],
            Measure::Steps { .. } => &["value", "code"],
            Measure::Items { .. } => &["value", "items"],
            Measure::Level { .. } | Measure::Prompt { .. } | Measure::GoalAttainment { .. } => {
                &["value", "level"]
            }
            Measure::Score { .. } => &["value"],
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

/// `percent`, with its sign or without; reported where it is none.
fn percent(map: &Fields) -> Option<f64> {
    let node = map.node("percent")?;
    let text = node.text().unwrap_or_default();
    if let Ok(read) = input::percent(text) {
        return Some(read.value());
    }
    map.number_of("percent", "number", node)
}

fn fraction(part: Option<f64>, whole: Option<f64>) -> Option<RecordedValue> {
    Some(RecordedValue::Fraction {
        part: part?,
        whole: whole?,
    })
}

/// How long something lasted: a list of episodes, or minutes and seconds, told
/// in the goal's own unit.
fn lasting(map: &Fields, unit: TimeUnit) -> Option<RecordedValue> {
    if let Some(node) = map.node("episodes") {
        if let Kind::List(items) = &node.kind {
            return episodes(map, "episodes", items, unit);
        }
        map.wrong("episodes", "episodes", node);
        return None;
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
    Some(RecordedValue::Number(match unit {
        TimeUnit::Minutes => total / 60.0,
        TimeUnit::Seconds => total,
    }))
}
