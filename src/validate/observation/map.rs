//! A value that is written as named numbers.

use super::typed::{is_code, is_share};
use super::value::episodes;
use super::{Found, MeasureReader, Unchecked};
use crate::diagnostic::Expected;
use crate::input;
use crate::model::{Measure, RecordedValue, TimeUnit};
use crate::parse::Kind;
use crate::validate::fields::Fields;

impl MeasureReader<'_> {
    /// Reads a value out of named numbers. `value` has the short form of every measure.
    pub(super) fn of_map(&self, map: &mut Fields) -> Option<Found> {
        if let Some(why) = self.unchecked(map) {
            map.accept(self.names());
            map.accept(&["total", "seconds", "session"]);
            return Some(Found::Unchecked(why));
        }
        if let Some(node) = map.node("value") {
            return self.value(map, "value", node);
        }
        if self.measure.of_hundred() && map.has("percent") {
            return percent(map)
                .map(|percent| Found::RecordedValue(RecordedValue::Number(percent)));
        }
        let raw = match self.measure {
            Measure::Percent { total, .. } => {
                fraction(need_number(map, "correct"), tried(map, *total))
            }
            Measure::Interval { total, .. } => {
                fraction(need_number(map, "yes"), tried(map, *total))
            }
            Measure::Rate { .. } => {
                fraction(need_number(map, "count"), need_number(map, "minutes"))
            }
            Measure::WordsPerMinute => {
                let attempted = need_number(map, "attempted");
                let (errors, seconds) = (number(map, "errors"), number(map, "seconds"));
                attempted.map(|attempted| RecordedValue::Words {
                    attempted,
                    errors: errors.unwrap_or(0.0),
                    seconds: seconds.unwrap_or(60.0),
                })
            }
            Measure::Duration { unit, .. } if is_share(self.measure) => {
                let part = lasting(map, *unit).map(|raw| self.measure.value(&raw));
                fraction(part, need_number(map, "session"))
            }
            Measure::Duration { unit, .. } | Measure::Latency { unit, .. } => lasting(map, *unit),
            _ => {
                let name = self.short_name();
                map.need(name);
                let node = map.node(name)?;
                return self.value(map, name, node);
            }
        };
        raw.map(Found::RecordedValue)
    }

    /// Why nothing was checked: words instead of every number, or a note and no number.
    fn unchecked(&self, map: &Fields) -> Option<Unchecked> {
        let text = |name: &str| map.peek_text(name);
        let mut numbers = self.names().iter().filter_map(|name| text(name)).peekable();
        let first = numbers.peek().map(|text| (*text).to_owned());
        if let Some(first) = first {
            let is_words = |text: &str| input::is_not_checked(text) && !is_code(self.measure, text);
            return numbers.all(is_words).then_some(Unchecked::Words(first));
        }
        let any = self.names().iter().any(|name| map.peek_has(name));
        let note = text("note").or_else(|| text("staff_note"));
        note.filter(|_| !any)
            .map(|note| Unchecked::Note(note.to_owned()))
    }

    /// Every name that a number of this measure may have.
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

    /// The name of the short form, besides `value`.
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

fn number(map: &mut Fields, name: &'static str) -> Option<f64> {
    map.number(name).map(|number| number.value)
}

fn need_number(map: &mut Fields, name: &'static str) -> Option<f64> {
    map.need(name);
    number(map, name)
}

/// Of how many: `total`, or the total of the measure.
fn tried(map: &mut Fields, of_measure: Option<f64>) -> Option<f64> {
    let own = number(map, "total").or(of_measure);
    own.or_else(|| need_number(map, "total"))
}

/// `percent`, with or without its sign. Reports a value that is none.
fn percent(map: &mut Fields) -> Option<f64> {
    let node = map.node("percent")?;
    let text = node.text().unwrap_or_default();
    if let Ok(read) = input::percent(text) {
        return Some(read.value());
    }
    map.number_of("percent", Expected::Number, node)
}

fn fraction(part: Option<f64>, whole: Option<f64>) -> Option<RecordedValue> {
    Some(RecordedValue::Fraction {
        part: part?,
        whole: whole?,
    })
}

/// How long something lasted, in the goal's unit: a list of episodes, or minutes and
/// seconds.
fn lasting(map: &mut Fields, unit: TimeUnit) -> Option<RecordedValue> {
    if let Some(node) = map.node("episodes") {
        if let Kind::List(items) = &node.kind {
            return episodes(map, "episodes", items, unit);
        }
        map.report_type_error("episodes", Expected::Episodes, node);
        return None;
    }
    let (minutes, seconds) = (number(map, "minutes"), number(map, "seconds"));
    if minutes.is_none() && seconds.is_none() {
        if !map.has("minutes") && !map.has("seconds") {
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
