//! Where and how to write a new value.

use super::add::{New, add_flow, first_lines};
use super::lines;
use super::scalar::key;
use super::splice::Splice;
use super::tree::place;
use super::value::{Habits, Look, Value, flow, pair};
use super::{Refusal, Step};
use crate::parse::layout::{Field, Form, Layout, Part};
use crate::parse::{Kind, Node};
use crate::source::Span;

/// Plans changes to the facts of one file. Places are in the text of the layout.
pub(super) struct Planner<'a> {
    pub(super) text: &'a str,
    root: Option<(&'a Part, &'a Node)>,
    pub(super) habits: Habits,
}

/// A value, and what it is in.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    pub(super) part: &'a Part,
    pub(super) node: &'a Node,
    pub(super) holder: Holder<'a>,
    /// The first byte of what the holder may begin with: its comments.
    pub(super) top: usize,
}

/// What a value is in.
#[derive(Clone, Copy)]
pub(super) enum Holder<'a> {
    /// The file.
    Root,
    /// The fields of a map in lines, and which one it is.
    Map(&'a [Field], usize),
    /// The fields of a map between braces.
    FlowMap(&'a [Field], usize, Span),
    /// The items of a list in lines.
    List(&'a [(usize, Part)], usize),
    /// The items of a list between brackets.
    FlowList(&'a [Part], usize, Span),
}

impl<'a> Planner<'a> {
    /// A planner for a file whose layout is known. `None` if it has facts that are written
    /// in an unusual way.
    pub(super) fn of(layout: &'a Layout) -> Option<Self> {
        let root = match (&layout.root, &layout.node) {
            (Some(part), Some(node)) => Some((part, node)),
            (None, None) => None,
            _ => return None,
        };
        let mut planner = Self {
            text: layout.text(),
            root,
            habits: Habits {
                step: 2,
                hyphen: 2,
                gap: 1,
            },
        };
        if let Some(part) = &layout.root {
            let (mut step, mut hyphen) = (None, None);
            planner.learn(part, &mut step, &mut hyphen);
            let step = step.unwrap_or(2);
            let hyphen = hyphen.unwrap_or(step);
            planner.habits = Habits {
                step,
                hyphen,
                gap: 1,
            };
        }
        Some(planner)
    }

    /// Learns how far to the right the file writes what is inside of a field.
    fn learn(&self, part: &Part, step: &mut Option<usize>, hyphen: &mut Option<usize>) {
        match &part.form {
            Form::Map(fields) => {
                for field in fields {
                    let own = self.column(field.key.start);
                    match &field.value.form {
                        Form::Map(inner) => {
                            let inner = inner.first().map_or(own, |one| self.column(one.key.start));
                            step.get_or_insert(inner.saturating_sub(own).max(1));
                        }
                        Form::List(items) => {
                            let inner = items.first().map_or(own, |one| self.column(one.0));
                            hyphen.get_or_insert(inner.saturating_sub(own));
                        }
                        _ => {}
                    }
                    self.learn(&field.value, step, hyphen);
                }
            }
            Form::List(items) => {
                for (_, item) in items {
                    self.learn(item, step, hyphen);
                }
            }
            _ => {}
        }
    }

    pub(super) fn column(&self, at: usize) -> usize {
        lines::column(self.text, at)
    }

    /// Follows a path as far as it is there. Returns `None` for a file without facts, and
    /// the rest of the path.
    pub(super) fn walk<'p>(&self, path: &'p [Step]) -> (Option<Spot<'a>>, &'p [Step]) {
        let Some((part, node)) = self.root else {
            return (None, path);
        };
        let mut spot = Spot {
            part,
            node,
            holder: Holder::Root,
            top: 0,
        };
        let mut rest = path;
        while let Some((step, after)) = rest.split_first()
            && let Some(next) = spot.step(step)
        {
            spot = next;
            rest = after;
        }
        (Some(spot), rest)
    }

    /// Ways to give the value at `path` another one.
    pub(super) fn set(
        &self,
        path: &[Step],
        value: &Value,
        order: &[&str],
    ) -> Result<Vec<Splice>, Refusal> {
        let (spot, rest) = self.walk(path);
        let Some((first, inner)) = rest.split_first() else {
            return Ok(match spot {
                Some(spot) => self.replace(spot, value),
                None => self.append(value),
            });
        };
        let Step::Key(name) = first else {
            return Err(Refusal::NotThere);
        };
        let mut value = value.clone();
        for step in inner.iter().rev() {
            let Step::Key(key) = step else {
                return Err(Refusal::NotThere);
            };
            value = Value::Map(vec![(key.clone(), value)]);
        }
        let made = !inner.is_empty();
        let Some(spot) = spot else {
            return Ok(self.append(&Value::Map(vec![(name.clone(), value)])));
        };
        let keys: Vec<&str> = spot
            .node
            .entries()
            .unwrap_or_default()
            .iter()
            .map(|one| &*one.key)
            .collect();
        let index = place(&keys, name, order);
        let new = New {
            name,
            value: &value,
            look: made.then_some(Look::Block),
            index,
        };
        match &spot.part.form {
            Form::Empty => {
                let map = Value::Map(vec![(name.clone(), value.clone())]);
                Ok(self.fill(spot, &map, Some(Look::Block)))
            }
            Form::Map(fields) => Ok(self.add_field(fields, &new, spot.inner_top())),
            Form::FlowMap(fields) => {
                let with = pair(name, &value);
                let starts = fields.iter().map(|one| one.key.start).collect();
                let ends = fields.iter().map(Field::end).collect();
                Ok(vec![add_flow(spot.part.span, (starts, ends), index, &with)])
            }
            _ => Err(Refusal::InTheWay),
        }
    }

    /// Ways to add an item to the list at `path`.
    pub(super) fn insert(
        &self,
        path: &[Step],
        at: Option<usize>,
        value: &Value,
        order: &[&str],
    ) -> Result<Vec<Splice>, Refusal> {
        let list = Value::List(vec![value.clone()]);
        let (Some(spot), []) = self.walk(path) else {
            return self.set(path, &list, order);
        };
        match &spot.part.form {
            Form::Empty => Ok(self.fill(spot, &list, None)),
            Form::List(items) => {
                let at = at.unwrap_or(items.len());
                Ok(self.add_item(items, value, at, spot.inner_top()))
            }
            Form::FlowList(items) => {
                let at = at.unwrap_or(items.len());
                let starts = items.iter().map(|one| one.span.start).collect();
                let ends = items.iter().map(|one| one.span.end).collect();
                Ok(vec![add_flow(
                    spot.part.span,
                    (starts, ends),
                    at,
                    &flow(value),
                )])
            }
            Form::FlowMap(fields) if fields.is_empty() => Ok(self.replace(spot, &list)),
            _ => Err(Refusal::InTheWay),
        }
    }

    /// Ways to give a field another name.
    pub(super) fn rename(&self, path: &[Step], name: &str) -> Result<Vec<Splice>, Refusal> {
        let (Some(spot), []) = self.walk(path) else {
            return Err(Refusal::NotThere);
        };
        let (fields, index, is_flow) = match spot.holder {
            Holder::Map(fields, index) => (fields, index, false),
            Holder::FlowMap(fields, index, _) => (fields, index, true),
            _ => return Err(Refusal::NotThere),
        };
        let old = fields.get(index).ok_or(Refusal::NotThere)?.key;
        Ok(vec![Splice::replace(old, key(name, is_flow))])
    }

    /// Ways to write the first fact of a file.
    pub(super) fn append(&self, value: &Value) -> Vec<Splice> {
        let end = self.text.len();
        let complete = self.text.is_empty() || self.text.ends_with('\n');
        let written = first_lines(value, self.habits);
        let with = |lines: &Vec<String>| {
            let lines = lines.join("\n");
            if complete {
                format!("{lines}\n")
            } else {
                format!("\n{lines}")
            }
        };
        written
            .iter()
            .map(|one| Splice::insert(end, with(one)))
            .collect()
    }
}

impl Spot<'_> {
    fn step(self, step: &Step) -> Option<Self> {
        let (part, node, holder) = match (&self.part.form, &self.node.kind, step) {
            (Form::Map(fields), Kind::Map(entries), Step::Key(key)) => {
                let index = entries.iter().position(|entry| entry.key == *key)?;
                let part = &fields.get(index)?.value;
                (part, &entries.get(index)?.value, Holder::Map(fields, index))
            }
            (Form::FlowMap(fields), Kind::Map(entries), Step::Key(key)) => {
                let index = entries.iter().position(|entry| entry.key == *key)?;
                let part = &fields.get(index)?.value;
                let holder = Holder::FlowMap(fields, index, self.part.span);
                (part, &entries.get(index)?.value, holder)
            }
            (Form::List(items), Kind::List(nodes), Step::Item(index)) => {
                let holder = Holder::List(items, *index);
                (&items.get(*index)?.1, nodes.get(*index)?, holder)
            }
            (Form::FlowList(items), Kind::List(nodes), Step::Item(index)) => {
                let holder = Holder::FlowList(items, *index, self.part.span);
                (items.get(*index)?, nodes.get(*index)?, holder)
            }
            _ => return None,
        };
        Some(Self {
            part,
            node,
            holder,
            top: self.inner_top(),
        })
    }

    /// The first byte of the lines that are inside of this value.
    fn inner_top(&self) -> usize {
        match self.holder {
            Holder::Map(fields, index) => fields
                .get(index)
                .map_or(0, |one| one.after_colon.unwrap_or(one.key.end)),
            Holder::List(items, index) => items.get(index).map_or(0, |one| one.0 + 1),
            _ => 0,
        }
    }
}
