//! Where and how to write a new value.

use super::lines;
use super::scalar::{Quotes, Site, Written, key, ways};
use super::splice::Splice;
use super::tree::place;
use super::value::{Habits, Look, Value, field, flow, in_field, in_item, item, pair};
use super::{Refusal, Step};
use crate::parse::layout::{Field, Form, Layout, Part};
use crate::parse::{Kind, Node};
use crate::source::Span;

/// Plans changes to the facts of one file. Places are in the text of the layout.
pub(super) struct Planner<'a> {
    pub(super) text: &'a str,
    root: Option<(&'a Part, &'a Node)>,
    habits: Habits,
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
        let keys: Vec<&str> = spot.node.entries().unwrap_or_default().iter().map(|one| &*one.key).collect();
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
                Ok(vec![add_flow(spot.part.span, (starts, ends), at, &flow(value))])
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
        written.iter().map(|one| Splice::insert(end, with(one))).collect()
    }

    /// Ways to write a value in place of another one.
    fn replace(&self, spot: Spot, value: &Value) -> Vec<Splice> {
        let old = spot.part;
        let was = self.quotes(old);
        let look = match old.form {
            Form::FlowList(_) | Form::FlowMap(_) => Some(Look::Flow),
            Form::List(_) | Form::Map(_) => Some(Look::Block),
            _ => None,
        };
        let quotes = was.filter(|_| matches!(value, Value::Text(_)));
        let (from, written) = match spot.holder {
            Holder::FlowMap(..) | Holder::FlowList(..) if old.form == Form::Empty => {
                return self.fill(spot, value, None);
            }
            Holder::FlowMap(..) | Holder::FlowList(..) => {
                return flow_ways(value, quotes)
                    .into_iter()
                    .map(|with| Splice::replace(old.span, with))
                    .collect();
            }
            Holder::Root => {
                let written = first_lines(value, self.habits);
                let whole = |lines: Vec<String>| Splice::replace(old.span, lines.join("\n"));
                return written.into_iter().map(whole).collect();
            }
            Holder::Map(fields, index) => {
                let Some(field) = fields.get(index) else {
                    return Vec::new();
                };
                let from = field.after_colon.unwrap_or(field.key.end);
                let own = (self.column(field.key.start), self.column(from));
                let mut habits = self.habits;
                if let Some(inner) = self.inner_column(old) {
                    habits.step = inner.saturating_sub(own.0).max(1);
                }
                (from, in_field(value, quotes, look, own, habits))
            }
            Holder::List(items, index) => {
                let Some((hyphen, _)) = items.get(index) else {
                    return Vec::new();
                };
                let mut habits = self.habits;
                habits.gap = self.gap(items);
                let written = in_item(value, quotes, look, self.column(*hyphen), habits);
                (hyphen + 1, written)
            }
        };
        written.iter().map(|one| self.put(from, old, one)).collect()
    }

    /// The column of the lines of a text below its field.
    fn inner_column(&self, old: &Part) -> Option<usize> {
        let Form::Lines(head) = old.form else {
            return None;
        };
        let mut at = head.end;
        loop {
            at = lines::next(self.text, at).filter(|next| *next < old.span.end)?;
            let line = lines::line(self.text, at);
            if !line.trim().is_empty() {
                return Some(line.len() - line.trim_start().len());
            }
        }
    }

    fn quotes(&self, part: &Part) -> Option<Quotes> {
        match part.form {
            Form::Plain => Some(Quotes::None),
            Form::Single => Some(Quotes::Single),
            Form::Double => Some(Quotes::Double),
            Form::Lines(head) => {
                let sign = self.text.get(head.start..head.end)?;
                Some(if sign.starts_with('|') { Quotes::Literal } else { Quotes::Folded })
            }
            _ => None,
        }
    }

    /// Writes a value after byte `from`, a colon or a hyphen, in place of `old`. Keeps the
    /// space before it and the comment after it.
    fn put(&self, from: usize, old: &Part, written: &Written) -> Splice {
        let text = self.text;
        let part = |start: usize, end: usize| text.get(start..end).unwrap_or_default();
        let (start, end) = (old.span.start, old.span.end);
        let below = part(from, start).contains('\n');
        if below {
            // The old value is in lines below. A comment may be on the line of the colon.
            let first = lines::end(text, from);
            if written.head.is_empty() {
                return Splice::replace(Span::new(first, end), written.with_rest(""));
            }
            let with = written.with_rest(part(from, first).trim_end());
            return Splice::replace(Span::new(from, end), with);
        }
        let (line_end, rest) = match old.form {
            Form::Lines(head) => {
                let rest = part(head.end, lines::end(text, head.end));
                (end, rest.trim_end())
            }
            _ => {
                let line_end = lines::end(text, end);
                (line_end, part(end, line_end).trim_end())
            }
        };
        let is_lines = matches!(old.form, Form::Lines(_));
        if written.lines.is_empty() && !is_lines {
            return if start == end {
                Splice::insert(from, &*written.head)
            } else {
                Splice::replace(old.span, written.head.trim_start())
            };
        }
        if start == end && written.head.is_empty() {
            return Splice::insert(line_end, written.with_rest(""));
        }
        if start == end || written.head.is_empty() {
            return Splice::replace(Span::new(from, line_end), written.with_rest(rest));
        }
        let head = written.head.trim_start().to_owned();
        let lines = written.lines.clone();
        let with = Written { head, lines }.with_rest(rest);
        Splice::replace(Span::new(start, line_end), with)
    }

    /// Ways to write a value where there is none.
    fn fill(&self, spot: Spot, value: &Value, look: Option<Look>) -> Vec<Splice> {
        let old = spot.part;
        match spot.holder {
            Holder::Map(fields, index) => {
                let Some(field) = fields.get(index) else {
                    return Vec::new();
                };
                let from = field.after_colon.unwrap_or(field.key.end);
                let own = (self.column(field.key.start), self.column(from));
                let look = look.or_else(|| like(value, fields.iter().map(|one| &one.value)));
                let written = in_field(value, None, look, own, self.habits);
                let mut plans = Vec::new();
                for one in &written {
                    // Comments below say what comes there.
                    let below = lines::own_end(self.text, from, own.0);
                    if one.head.is_empty() && old.span.start == old.span.end && below > lines::end(self.text, from) {
                        plans.push(Splice::insert(below, one.with_rest("")));
                    }
                    plans.push(self.put(from, old, one));
                }
                plans
            }
            Holder::List(items, index) => {
                let Some((hyphen, _)) = items.get(index) else {
                    return Vec::new();
                };
                let mut habits = self.habits;
                habits.gap = self.gap(items);
                let written = in_item(value, None, look, self.column(*hyphen), habits);
                written.iter().map(|one| self.put(hyphen + 1, old, one)).collect()
            }
            Holder::FlowMap(fields, index, _) => {
                let Some(field) = fields.get(index) else {
                    return Vec::new();
                };
                let colon = if field.after_colon.is_some() { "" } else { ":" };
                let with = flow(value);
                vec![if old.span.start < old.span.end {
                    Splice::replace(old.span, with)
                } else {
                    Splice::insert(field.end(), format!("{colon} {with}"))
                }]
            }
            Holder::FlowList(..) => vec![Splice::replace(old.span, flow(value))],
            Holder::Root => self.append(value),
        }
    }

    /// Ways to add a field to a map in lines.
    fn add_field(&self, fields: &[Field], new: &New, top: usize) -> Vec<Splice> {
        let Some(first) = fields.first().map(|one| one.key.start) else {
            return Vec::new();
        };
        let indent = self.column(first);
        let look = new.look.or_else(|| like(new.value, fields.iter().map(|one| &one.value)));
        let ways = field(new.name, new.value, look, indent, self.habits);
        let before = new.index.checked_sub(1).and_then(|index| fields.get(index));
        self.add_lines(&ways, before.map(Field::end), first, indent, top)
    }

    /// Ways to add an item to a list in lines.
    fn add_item(&self, items: &[(usize, Part)], value: &Value, at: usize, top: usize) -> Vec<Splice> {
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
    fn gap(&self, items: &[(usize, Part)]) -> usize {
        let gap = |(hyphen, part): &(usize, Part)| {
            let between = self.text.get(hyphen + 1..part.span.start)?;
            let only = !between.is_empty() && between.chars().all(|c| c == ' ');
            (only && !matches!(part.form, Form::Empty)).then_some(between.len())
        };
        items.iter().rev().find_map(gap).unwrap_or(1)
    }
}

/// A field that is to be added.
struct New<'a> {
    name: &'a str,
    value: &'a Value,
    look: Option<Look>,
    /// How many fields are before it.
    index: usize,
}

impl<'a> Spot<'a> {
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
            Holder::Map(fields, index) => fields.get(index).map_or(0, |one| one.after_colon.unwrap_or(one.key.end)),
            Holder::List(items, index) => items.get(index).map_or(0, |one| one.0 + 1),
            _ => 0,
        }
    }
}

/// Ways to write a value between brackets or braces.
fn flow_ways(value: &Value, was: Option<Quotes>) -> Vec<String> {
    let Value::Text(text) = value else {
        return vec![flow(value)];
    };
    let site = Site {
        flow: true,
        indent: 0,
        column: 0,
    };
    let ways = ways(text, was, site);
    ways.into_iter().map(|one| one.head.trim_start().to_owned()).collect()
}

/// Ways to write the facts of a file that has none yet, as lines.
fn first_lines(value: &Value, habits: Habits) -> Vec<Vec<String>> {
    match value {
        Value::Map(entries) if !entries.is_empty() => {
            let mut lines = Vec::new();
            for (name, value) in entries {
                lines.extend(field(name, value, None, 0, habits).into_iter().next().unwrap_or_default());
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
fn like<'a>(value: &Value, beside: impl DoubleEndedIterator<Item = &'a Part>) -> Option<Look> {
    let look = |part: &Part| match (&part.form, value) {
        (Form::FlowMap(_), Value::Map(_)) => Some(Look::Flow),
        (Form::Map(_), Value::Map(_)) => Some(Look::Block),
        _ => None,
    };
    beside.rev().find_map(look)
}

/// Adds `with` between the brackets or braces at `span`.
fn add_flow(span: Span, (starts, ends): (Vec<usize>, Vec<usize>), at: usize, with: &str) -> Splice {
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
