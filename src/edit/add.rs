//! Ways to add a field or an item.

use super::lines;
use super::plan::Planner;
use super::splice::Splice;
use super::value::{Habits, Look, Value, field, flow, item};
use crate::parse::layout::{Field, Form, Part};
use crate::source::Span;

/// A field that is to be added.
pub(super) struct New<'a> {
    pub(super) name: &'a str,
    pub(super) value: &'a Value,
    pub(super) look: Option<Look>,
    /// How many fields are before it.
    pub(super) index: usize,
}

impl Planner<'_> {
    /// Ways to add a field to a map in lines.
    pub(super) fn add_field(&self, fields: &[Field], new: &New, top: usize) -> Vec<Splice> {
        let Some(first) = fields.first().map(|one| one.key.start) else {
            return Vec::new();
        };
        let indent = self.column(first);
        let look = new
            .look
            .or_else(|| like(new.value, fields.iter().map(|one| &one.value)));
        let ways = field(new.name, new.value, look, indent, self.habits);
        let before = new.index.checked_sub(1).and_then(|index| fields.get(index));
        self.add_lines(&ways, before.map(Field::end), first, indent, top)
    }

    /// Ways to add an item to a list in lines.
    pub(super) fn add_item(
        &self,
        items: &[(usize, Part)],
        value: &Value,
        at: usize,
        top: usize,
    ) -> Vec<Splice> {
        let Some((first, _)) = items.first() else {
            return Vec::new();
        };
        let column = self.column(*first);
        let look = like(value, items.iter().map(|(_, part)| part));
        let mut habits = self.habits;
        habits.gap = self.gap(items);
        let ways = item(value, look, column, habits);
        let before = at.checked_sub(1).and_then(|index| items.get(index));
        let end = before.map(|(hyphen, part)| part.span.end.max(hyphen + 1));
        // The lines of an item in the middle go before the hyphen of the next one.
        self.add_lines(&ways, end, *first, column, top)
    }

    /// Adds lines after what ends at `before`, or else before what begins at `first`.
    fn add_lines(
        &self,
        ways: &[Vec<String>],
        before: Option<usize>,
        first: usize,
        column: usize,
        top: usize,
    ) -> Vec<Splice> {
        let text = self.text;
        let mut plans = Vec::new();
        for way in ways {
            let new = way.join("\n");
            if let Some(before) = before {
                let end = lines::own_end(text, before, column);
                plans.push(Splice::insert(end, format!("\n{new}")));
                // Empty lines may belong to the text above.
                let blank = blank_end(text, end);
                if blank > end {
                    plans.push(Splice::insert(blank, format!("\n{new}")));
                }
            } else if lines::is_first(text, first) {
                let start = lines::own_start(text, first, top);
                plans.push(Splice::insert(start, format!("{new}\n")));
            } else {
                // It is on the line of a hyphen.
                let new = new.get(column..).unwrap_or_default();
                let margin = " ".repeat(column);
                plans.push(Splice::insert(first, format!("{new}\n{margin}")));
            }
        }
        plans
    }

    /// How many spaces are after the hyphens of a list.
    pub(super) fn gap(&self, items: &[(usize, Part)]) -> usize {
        let gap = |(hyphen, part): &(usize, Part)| {
            let between = self.text.get(hyphen + 1..part.span.start)?;
            let only = !between.is_empty() && between.chars().all(|c| c == ' ');
            (only && !matches!(part.form, Form::Empty)).then_some(between.len())
        };
        items.iter().rev().find_map(gap).unwrap_or(1)
    }
}

/// Ways to write the facts of a file that has none yet, as lines.
pub(super) fn first_lines(value: &Value, habits: Habits) -> Vec<Vec<String>> {
    match value {
        Value::Map(entries) if !entries.is_empty() => {
            let mut lines = Vec::new();
            for (name, value) in entries {
                lines.extend(
                    field(name, value, None, 0, habits)
                        .into_iter()
                        .next()
                        .unwrap_or_default(),
                );
            }
            vec![lines]
        }
        Value::List(items) if !items.is_empty() => {
            let first = |value| item(value, None, 0, habits).into_iter().next();
            vec![items.iter().filter_map(first).flatten().collect()]
        }
        other => vec![vec![flow(other)]],
    }
}

/// How the lists or maps beside a new one are written.
pub(super) fn like<'a>(
    value: &Value,
    beside: impl DoubleEndedIterator<Item = &'a Part>,
) -> Option<Look> {
    let look = |part: &Part| match (&part.form, value) {
        (Form::FlowMap(_), Value::Map(_)) => Some(Look::Flow),
        (Form::Map(_), Value::Map(_)) => Some(Look::Block),
        _ => None,
    };
    beside.rev().find_map(look)
}

/// Adds `with` between the brackets or braces at `span`.
pub(super) fn add_flow(
    span: Span,
    (starts, ends): (Vec<usize>, Vec<usize>),
    at: usize,
    with: &str,
) -> Splice {
    let before = at.checked_sub(1).and_then(|index| ends.get(index));
    match (before, starts.first()) {
        (Some(end), _) => Splice::insert(*end, format!(", {with}")),
        (None, Some(first)) => Splice::insert(*first, format!("{with}, ")),
        (None, None) => Splice::insert(span.start + 1, with),
    }
}

/// The end of the last empty line below the line that ends at `end`.
pub(super) fn blank_end(text: &str, end: usize) -> usize {
    let mut last = end;
    while let Some(start) = lines::next(text, last) {
        if !lines::line(text, start).trim().is_empty() {
            break;
        }
        last = lines::end(text, start);
        if start == last && lines::next(text, last).is_none() {
            break;
        }
    }
    last
}
