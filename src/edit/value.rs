//! Values, and how they are written.

use super::scalar::{Quotes, Site, Written, is_plain, key, tidy, ways};
use crate::input;

/// What to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text. Line ends of any kind become line feeds, and letters are composed.
    Text(String),
    /// A number, a day, a yes or no, an id: one word that is written as it is, without
    /// quotes.
    Word(String),
    /// A list.
    List(Vec<Self>),
    /// A map, in this order.
    Map(Vec<(String, Self)>),
}

impl Value {
    /// A text.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(tidy(text))
    }

    /// A number, a day, a yes or no, an id.
    #[must_use]
    pub fn word(word: impl Into<String>) -> Self {
        Self::Word(word.into())
    }

    /// The same value with texts as files have them.
    pub(super) fn tidied(&self) -> Self {
        match self {
            Self::Text(text) => Self::text(text),
            Self::Word(word) => Self::Word(word.clone()),
            Self::List(items) => Self::List(items.iter().map(Self::tidied).collect()),
            Self::Map(entries) => {
                let entry = |(key, value): &(String, Self)| (tidy(key), value.tidied());
                Self::Map(entries.iter().map(entry).collect())
            }
        }
    }
}

/// How many characters a map or a list on one line may have.
const MOST_FLOW: usize = 72;
/// How many characters a text in a list or map on one line may have.
const MOST_WORDS: usize = 24;

/// The habits of a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Habits {
    /// How many columns a map inside of a map is further to the right.
    pub(super) step: usize,
    /// How many columns the hyphens below a field are further to the right.
    pub(super) hyphen: usize,
    /// How many spaces are after a hyphen.
    pub(super) gap: usize,
}

/// How a list or map is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// As `[a, b]` or `{a: b}`.
    Flow,
    /// In lines.
    Block,
}

/// All ways to write `value` after the colon of a field in column `indent`, the preferred
/// one first. `column` is the column after the colon.
pub(super) fn in_field(
    value: &Value,
    was: Option<Quotes>,
    look: Option<Look>,
    (indent, column): (usize, usize),
    habits: Habits,
) -> Vec<Written> {
    let site = Site {
        flow: false,
        indent: indent + habits.step,
        column: column + 1,
    };
    match value {
        Value::Text(text) => ways(text, was, site),
        Value::Word(word) => vec![Written::inline(word)],
        Value::List(_) | Value::Map(_) => {
            let flow = Written::inline(&flow(value));
            let lines = below(value, indent, habits);
            let block = (!lines.is_empty()).then_some(Written {
                head: String::new(),
                lines,
            });
            by_look(look.unwrap_or_else(|| natural(value, column)), flow, block)
        }
    }
}

/// All ways to write `value` after a hyphen in column `column`.
pub(super) fn in_item(
    value: &Value,
    was: Option<Quotes>,
    look: Option<Look>,
    column: usize,
    habits: Habits,
) -> Vec<Written> {
    let inner = column + 1 + habits.gap;
    let site = Site {
        flow: false,
        indent: inner,
        column: inner,
    };
    let found = match value {
        Value::Text(text) => ways(text, was, site),
        Value::Word(word) => vec![Written::inline(word)],
        Value::List(_) | Value::Map(_) => {
            let mut lines = match value {
                Value::Map(entries) => map(entries, inner, habits),
                Value::List(items) => list(items, inner, habits),
                _ => Vec::new(),
            };
            // The first line is on that of the hyphen.
            let block = (!lines.is_empty()).then(|| {
                let first = lines.remove(0);
                Written::with_lines(first.get(inner..).unwrap_or_default(), lines)
            });
            let look = look.unwrap_or_else(|| natural(value, inner));
            by_look(look, Written::inline(&flow(value)), block)
        }
    };
    let gap = " ".repeat(habits.gap.saturating_sub(1));
    let wide = |written: Written| Written {
        head: format!("{gap}{}", written.head),
        ..written
    };
    found.into_iter().map(wide).collect()
}

impl Written {
    fn with_lines(head: &str, lines: Vec<String>) -> Self {
        let head = format!(" {head}");
        Self { head, lines }
    }
}

fn by_look(look: Look, flow: Written, block: Option<Written>) -> Vec<Written> {
    match look {
        Look::Flow => [Some(flow), block].into_iter().flatten().collect(),
        Look::Block => [block, Some(flow)].into_iter().flatten().collect(),
    }
}

/// How a list or map is written if nothing beside it tells.
fn natural(value: &Value, column: usize) -> Look {
    let short = |value: &Value| match value {
        Value::Text(text) => text.chars().count() <= MOST_WORDS && !text.contains('\n'),
        Value::Word(_) => true,
        Value::List(items) => items.iter().all(is_word),
        Value::Map(_) => false,
    };
    let fits = match value {
        Value::List(items) => items.iter().all(is_word),
        Value::Map(entries) => {
            let day = |key: &str| input::day(key, None).is_ok();
            !entries.iter().any(|(key, _)| day(key))
                && entries.iter().all(|(_, value)| short(value))
        }
        _ => true,
    };
    if fits && column + flow(value).chars().count() <= MOST_FLOW {
        Look::Flow
    } else {
        Look::Block
    }
}

/// Whether a value is one short word.
fn is_word(value: &Value) -> bool {
    match value {
        Value::Text(text) => {
            text.chars().count() <= MOST_WORDS && !text.contains(char::is_whitespace)
        }
        Value::Word(_) => true,
        _ => false,
    }
}

/// A value on one line.
pub(super) fn flow(value: &Value) -> String {
    match value {
        Value::Text(text) => {
            let site = Site {
                flow: true,
                indent: 0,
                column: 0,
            };
            let first = ways(text, None, site)
                .into_iter()
                .next()
                .unwrap_or_default();
            first.head.trim_start().to_owned()
        }
        Value::Word(word) => word.clone(),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(flow).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(entries) => {
            let entries: Vec<String> = entries
                .iter()
                .map(|(key, value)| pair(key, value))
                .collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// `key: value` between braces.
pub(super) fn pair(name: &str, value: &Value) -> String {
    format!("{}: {}", key(name, true), flow(value))
}

/// The lines of a map or list below a field in column `indent`.
fn below(value: &Value, indent: usize, habits: Habits) -> Vec<String> {
    match value {
        Value::Map(entries) => map(entries, indent + habits.step, habits),
        Value::List(items) => list(items, indent + habits.hyphen, habits),
        _ => Vec::new(),
    }
}

/// The lines of a map whose keys are in column `indent`.
fn map(entries: &[(String, Value)], indent: usize, habits: Habits) -> Vec<String> {
    let mut lines = Vec::new();
    for (name, value) in entries {
        lines.extend(
            field(name, value, None, indent, habits)
                .into_iter()
                .next()
                .unwrap_or_default(),
        );
    }
    lines
}

/// All ways to write a field in column `indent`, as lines.
pub(super) fn field(
    name: &str,
    value: &Value,
    look: Option<Look>,
    indent: usize,
    habits: Habits,
) -> Vec<Vec<String>> {
    let name = format!("{}{}:", " ".repeat(indent), key(name, false));
    let column = name.chars().count();
    let written = in_field(value, None, look, (indent, column), habits);
    written.into_iter().map(|one| joined(&name, one)).collect()
}

/// The lines of a list whose hyphens are in column `column`.
fn list(items: &[Value], column: usize, habits: Habits) -> Vec<String> {
    let mut lines = Vec::new();
    for value in items {
        lines.extend(
            item(value, None, column, habits)
                .into_iter()
                .next()
                .unwrap_or_default(),
        );
    }
    lines
}

/// All ways to write an item with its hyphen in column `column`, as lines.
pub(super) fn item(
    value: &Value,
    look: Option<Look>,
    column: usize,
    habits: Habits,
) -> Vec<Vec<String>> {
    let hyphen = format!("{}-", " ".repeat(column));
    let written = in_item(value, None, look, column, habits);
    written
        .into_iter()
        .map(|one| joined(&hyphen, one))
        .collect()
}

fn joined(front: &str, written: Written) -> Vec<String> {
    let mut lines = vec![format!("{front}{}", written.head)];
    lines.extend(written.lines);
    lines
}

/// Whether a word can be written as it is.
pub(super) fn are_words(value: &Value) -> bool {
    match value {
        Value::Text(_) => true,
        Value::Word(word) => is_plain(word, true),
        Value::List(items) => items.iter().all(are_words),
        Value::Map(entries) => entries.iter().all(|(_, value)| are_words(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: Habits = Habits {
        step: 2,
        hyphen: 2,
        gap: 1,
    };

    fn map_of(entries: &[(&str, Value)]) -> Value {
        Value::Map(
            entries
                .iter()
                .map(|(key, value)| ((*key).to_owned(), value.clone()))
                .collect(),
        )
    }

    #[test]
    fn values_are_written_as_the_demo_school_writes_them() {
        let check = |value: Value, expected: &str| {
            let lines = &field("a", &value, None, 0, USUAL)[0];
            assert_eq!(lines.join("\n"), expected);
        };
        let word = Value::word;
        check(word("5"), "a: 5");
        check(Value::List(vec![word("mon"), word("tue")]), "a: [mon, tue]");
        let texts = vec![Value::text("Draws maps"), Value::text("Is: patient")];
        check(
            Value::List(texts),
            "a:\n  - Draws maps\n  - \"Is: patient\"",
        );
        let small = map_of(&[("date", word("2026-09-18")), ("value", word("4"))]);
        check(small.clone(), "a: {date: 2026-09-18, value: 4}");
        check(
            Value::List(vec![small]),
            "a:\n  - {date: 2026-09-18, value: 4}",
        );
        let days = map_of(&[("2026-09-18", word("4"))]);
        check(days, "a:\n  2026-09-18: 4");
        let long = "Works with a partner and takes turns";
        let team = map_of(&[("person", word("ana")), ("does", Value::text(long))]);
        check(
            team.clone(),
            "a:\n  person: ana\n  does: Works with a partner and takes turns",
        );
        check(
            Value::List(vec![team]),
            "a:\n  - person: ana\n    does: Works with a partner and takes turns",
        );
        check(Value::Map(Vec::new()), "a: {}");
        check(Value::text("a\nb"), "a: |-\n  a\n  b");
    }
}
