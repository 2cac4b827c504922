//! This week's numbers: a line for each open goal, with one cell for a day.

use crate::build::ReadFiles;
use crate::edit::{Change, Refusal, Step, Value, change};
use crate::input::{self, Reading};
use crate::model::{Date, Goal, Measure, RecordedValue};
use crate::parse::{Entry, Kind, Node};
use crate::schema::GOAL;
use crate::source::RelPath;

/// A goal in the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalLine {
    /// The file of the goal.
    pub file: RelPath,
    /// The goal's short name.
    pub goal: String,
    /// The goal's name, in the language that staff write in.
    pub title: String,
    /// The people who work on it.
    pub owners: Vec<String>,
    /// The word for what it counts.
    pub measure: &'static str,
    /// The newest data points before the day, the newest first.
    pub newest: Vec<(Date, String)>,
    /// What the file has under the day.
    pub on_day: OnDay,
}

/// What the file of a goal has under a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OnDay {
    /// Nothing.
    Nothing,
    /// Values as they are typed in a cell, and where they were observed.
    Typed(Typed),
    /// More than a cell shows. A form for the goal does.
    Details,
}

/// What a person types in a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The value, or several with commas between them. Empty: no data point.
    pub value: String,
    /// The word for where it was observed. `None`: the usual place.
    pub setting: Option<String>,
}

/// How many data points a line shows.
const NEWEST: usize = 3;

/// The lines of a student's open goals, in the order of the family's pages.
#[must_use]
pub fn lines(read: &ReadFiles, day: Date) -> Vec<GoalLine> {
    let goals = read.record.goals.iter();
    let open = goals.filter(|goal| goal.closed.as_ref().is_none_or(|closed| closed.on > day));
    open.filter_map(|goal| line(read, goal, day)).collect()
}

fn line(read: &ReadFiles, goal: &Goal, day: Date) -> Option<GoalLine> {
    let group = read.groups.get(&format!("goals/{}.yaml", goal.id))?;
    let raw = group.original.as_ref()?;
    let before = goal.data.iter().rev().filter(|one| one.date < day);
    let newest = before.take(NEWEST);
    let newest = newest.map(|one| (one.date, typed(&goal.measure, &one.raw)));
    Some(GoalLine {
        file: raw.path.clone(),
        goal: goal.id.to_string(),
        title: goal.title.original.clone(),
        owners: goal.owners.iter().map(ToString::to_string).collect(),
        measure: goal.measure.word(),
        newest: newest.collect(),
        on_day: on_day(&raw.facts, day, goal.measure.word()),
    })
}

/// Two numbers of a data point that a cell shows with a sign between them.
struct Pair {
    first: &'static str,
    second: &'static str,
    sign: char,
}

impl Pair {
    /// The numbers of a kind of measure. `None` if one number says all.
    fn of(measure: &str) -> Option<Self> {
        let pair = |first, second, sign| Self {
            first,
            second,
            sign,
        };
        match measure {
            "words-per-minute" => Some(pair("attempted", "errors", '-')),
            "percent" => Some(pair("correct", "total", '/')),
            "interval" => Some(pair("yes", "total", '/')),
            "rate" => Some(pair("count", "minutes", '/')),
            _ => None,
        }
    }

    /// The two numbers in what was typed.
    fn split<'t>(&self, typed: &'t str) -> Option<(&'t str, &'t str)> {
        let (first, second) = typed.split_once(self.sign)?;
        let (first, second) = (first.trim(), second.trim());
        let is_number = |text: &str| text.parse::<f64>().is_ok();
        (is_number(first) && is_number(second)).then_some((first, second))
    }
}

fn on_day(facts: &Node, day: Date, measure: &str) -> OnDay {
    let Some(entry) = entry_of(facts, day) else {
        return OnDay::Nothing;
    };
    let typed = |value: String| {
        OnDay::Typed(Typed {
            value,
            setting: None,
        })
    };
    match &entry.value.kind {
        Kind::Empty => OnDay::Nothing,
        Kind::Scalar(scalar) => typed(scalar.text.clone()),
        Kind::List(items) => {
            let texts: Option<Vec<&str>> = items.iter().map(Node::text).collect();
            texts.map_or(OnDay::Details, |texts| typed(texts.join(", ")))
        }
        Kind::Map(_) => of_map(&entry.value, measure).map_or(OnDay::Details, OnDay::Typed),
    }
}

/// The value and the setting of a map. What else it has, such as a note, stays as it is.
/// `None` if a cell cannot show its numbers.
fn of_map(map: &Node, measure: &str) -> Option<Typed> {
    let text = |name: &str| map.get(name).and_then(Node::text);
    let of_pair = |pair: Pair| {
        let (first, second) = (text(pair.first)?, text(pair.second)?);
        Some(format!("{first}{}{second}", pair.sign))
    };
    // Not a reading of one minute.
    if map.get("seconds").is_some() {
        return None;
    }
    let value = text("value").map(str::to_owned);
    Some(Typed {
        value: value.or_else(|| Pair::of(measure).and_then(of_pair))?,
        setting: text("setting").map(str::to_owned),
    })
}

/// The entry of `data` that is about a day, however the day is written.
fn entry_of(facts: &Node, day: Date) -> Option<&Entry> {
    let entries = facts.get("data")?.entries()?;
    let is_day = |entry: &&Entry| {
        let read = input::day(&entry.key, None).ok().map(Reading::value);
        read == Some(day)
    };
    entries.iter().find(is_day)
}

/// A value as a person types it.
fn typed(measure: &Measure, raw: &RecordedValue) -> String {
    let joined = |numbers: &[f64]| {
        let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        numbers.join(", ")
    };
    match raw {
        RecordedValue::Number(number) if measure.of_hundred() => format!("{number}%"),
        RecordedValue::Number(number) => number.to_string(),
        RecordedValue::Fraction { part, whole } => format!("{part}/{whole}"),
        RecordedValue::Words { .. } => {
            let tenths = (measure.value(raw) * 10.0).round() / 10.0;
            tenths.to_string()
        }
        RecordedValue::Episodes(episodes) => joined(episodes),
        RecordedValue::Letters(letters) => {
            let is_short = letters.iter().all(|code| code.chars().count() == 1);
            letters.join(if is_short { "" } else { " " })
        }
        RecordedValue::Items(items) => items.len().to_string(),
    }
}

/// The file of a goal with another value under a day.
///
/// # Errors
/// Why the file cannot be changed so.
pub fn with_number(
    line: &GoalLine,
    bytes: &[u8],
    facts: &Node,
    day: Date,
    new: &Typed,
) -> Result<Vec<u8>, Refusal> {
    let old = entry_of(facts, day);
    let key = old.map_or_else(|| day.to_string(), |entry| entry.key.clone());
    let path = [Step::key("data"), Step::Key(key)];
    if new.value.is_empty() {
        return match old {
            Some(_) => change(&line.file, bytes, &Change::Remove { path: &path }),
            None => Ok(bytes.to_vec()),
        };
    }
    let numbers = numbers(&new.value, line.measure, old);
    let Some(old) = old.filter(|old| matches!(old.value.kind, Kind::Map(_))) else {
        return set(
            &line.file,
            bytes,
            &path,
            whole(numbers, new.setting.as_deref()),
        );
    };
    // The rest of the map, such as a note, stays.
    let mut bytes = bytes.to_vec();
    for (name, value) in numbers {
        if old.value.get(name).and_then(Node::text) != Some(value.as_str()) {
            let inside = [path.as_slice(), &[Step::key(name)]].concat();
            bytes = set(&line.file, &bytes, &inside, of_text(&value))?;
        }
    }
    let inside = [path.as_slice(), &[Step::key("setting")]].concat();
    match (&new.setting, old.value.get("setting").and_then(Node::text)) {
        (Some(setting), known) if known != Some(setting) => {
            set(&line.file, &bytes, &inside, Value::word(setting))
        }
        (None, Some(_)) => change(&line.file, &bytes, &Change::Remove { path: &inside }),
        _ => Ok(bytes),
    }
}

fn set(file: &RelPath, bytes: &[u8], path: &[Step], value: Value) -> Result<Vec<u8>, Refusal> {
    let usual: Vec<&str> = GOAL.fields.iter().map(|field| field.name).collect();
    let set = Change::Set {
        path,
        value,
        order: &usual,
    };
    change(file, bytes, &set)
}

/// What was typed as named numbers: a value, or the pair of the measure where the file has
/// one or where a single value could not say it.
fn numbers(typed: &str, measure: &str, old: Option<&Entry>) -> Vec<(&'static str, String)> {
    let has_pair = |pair: &Pair| {
        let in_file = old.is_some_and(|old| old.value.get(pair.first).is_some());
        in_file || pair.sign == '-'
    };
    let pair = Pair::of(measure).filter(has_pair);
    let split = pair.and_then(|pair| Some((pair.split(typed)?, pair)));
    match split {
        Some(((first, second), pair)) => vec![
            (pair.first, first.to_owned()),
            (pair.second, second.to_owned()),
        ],
        None => vec![("value", typed.to_owned())],
    }
}

/// A new value of a day.
fn whole(numbers: Vec<(&'static str, String)>, setting: Option<&str>) -> Value {
    if let ([("value", typed)], None) = (numbers.as_slice(), setting) {
        return of_text(typed);
    }
    let numbers = numbers.into_iter();
    let numbers = numbers.map(|(name, value)| (name.to_owned(), of_text(&value)));
    let setting = setting.map(|setting| ("setting".to_owned(), Value::word(setting)));
    Value::Map(numbers.chain(setting).collect())
}

/// One value, or a list of those between commas.
fn of_text(text: &str) -> Value {
    let one = |text: &str| {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '%' | '-');
        if text.chars().all(is_plain) && !text.starts_with('-') {
            Value::word(text)
        } else {
            Value::text(text)
        }
    };
    let parts: Vec<&str> = text.split([',', ';']).map(str::trim).collect();
    match parts.as_slice() {
        [only] => one(only),
        several => Value::List(several.iter().map(|part| one(part)).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(text: &str) -> Node {
        let file = RelPath::new("goals/reading.yaml").unwrap();
        let read = crate::parse::yaml::parse(&file, text, 0);
        read.into_value(&mut crate::diagnostic::Diagnostics::default())
            .unwrap()
    }

    fn line(measure: &'static str) -> GoalLine {
        GoalLine {
            file: RelPath::new("goals/reading.yaml").unwrap(),
            goal: "reading".to_owned(),
            title: "Reading".to_owned(),
            owners: Vec::new(),
            measure,
            newest: Vec::new(),
            on_day: OnDay::Nothing,
        }
    }

    fn check_of(
        measure: &'static str,
        before: &str,
        (value, setting): (&str, Option<&str>),
        after: &str,
    ) {
        let typed = Typed {
            value: value.to_owned(),
            setting: setting.map(str::to_owned),
        };
        let day = Date::constant(2026, 11, 20);
        let line = line(measure);
        let new = with_number(&line, before.as_bytes(), &facts(before), day, &typed).unwrap();
        assert_eq!(String::from_utf8(new).unwrap(), after);
    }

    fn check(before: &str, value: &str, setting: Option<&str>, after: &str) {
        check_of("percent", before, (value, setting), after);
    }

    const OLD: &str = "by: 2027-05-28\ndata:\n  2026-11-13: 18/20  # after the drill\n";

    #[test]
    fn a_number_is_one_new_line() {
        check(OLD, "19/20", None, &format!("{OLD}  2026-11-20: 19/20\n"));
        check(
            OLD,
            "17/20, 19/20",
            None,
            &format!("{OLD}  2026-11-20: [17/20, 19/20]\n"),
        );
        check(
            OLD,
            "19/20",
            Some("class"),
            &format!("{OLD}  2026-11-20: {{value: 19/20, setting: class}}\n"),
        );
        check(OLD, "", None, OLD);
    }

    #[test]
    fn a_number_that_is_there_is_replaced_where_it_is() {
        let there = format!("{OLD}  11/20/2026: 1/20 # typing mistake\n");
        let after = format!("{OLD}  11/20/2026: 11/20 # typing mistake\n");
        check(&there, "11/20", None, &after);
        check(&there, "", None, OLD);
    }

    #[test]
    fn a_cell_shows_what_it_can_change() {
        let day = Date::constant(2026, 11, 20);
        let shown_of = |measure: &str, value: &str| {
            let text = format!("data:\n  2026-11-20: {value}\n");
            on_day(&facts(&text), day, measure)
        };
        let shown = |value: &str| shown_of("percent", value);
        let typed = |value: &str, setting: Option<&str>| {
            OnDay::Typed(Typed {
                value: value.to_owned(),
                setting: setting.map(str::to_owned),
            })
        };
        assert_eq!(shown(""), OnDay::Nothing);
        assert_eq!(shown("8/10"), typed("8/10", None));
        assert_eq!(shown("[8/10, 9/10]"), typed("8/10, 9/10", None));
        assert_eq!(
            shown("{value: 8/10, setting: class}"),
            typed("8/10", Some("class"))
        );
        assert_eq!(shown("{correct: 8, total: 10}"), typed("8/10", None));
        assert_eq!(shown("{correct: 8}"), OnDay::Details);
        assert_eq!(
            shown_of("words-per-minute", "{attempted: 49, errors: 5, note: bats}"),
            typed("49-5", None)
        );
        let longer = "{attempted: 49, errors: 5, seconds: 90}";
        assert_eq!(shown_of("words-per-minute", longer), OnDay::Details);
    }

    #[test]
    fn two_numbers_are_changed_inside_their_map() {
        let words = |before: &str, value, setting, after: &str| {
            let text = |value: &str| format!("data:\n  2026-11-20: {value}\n");
            let (before, after) = (text(before), text(after));
            check_of("words-per-minute", &before, (value, setting), &after);
        };
        words(
            "{attempted: 49, errors: 5, staff_note: fire drill}  # loud",
            "51-5",
            None,
            "{attempted: 51, errors: 5, staff_note: fire drill}  # loud",
        );
        words(
            "{attempted: 49, errors: 5, setting: class}",
            "49-5",
            None,
            "{attempted: 49, errors: 5}",
        );
        check_of(
            "words-per-minute",
            "data:\n",
            ("49-5", Some("class")),
            "data:\n  2026-11-20: {attempted: 49, errors: 5, setting: class}\n",
        );
    }
}
