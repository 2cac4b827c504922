//! Ways to write a value where there is another one, or none.

use super::add::{first_lines, like};
use super::lines;
use super::plan::{Holder, Planner, Spot};
use super::scalar::{Quotes, Site, Written, ways};
use super::splice::Splice;
use super::value::{Look, Value, flow, in_field, in_item};
use crate::parse::layout::{Form, Part};
use crate::source::Span;

impl Planner<'_> {
    /// Ways to write a value in place of another one.
    pub(super) fn replace(&self, spot: Spot, value: &Value) -> Vec<Splice> {
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
                Some(if sign.starts_with('|') {
                    Quotes::Literal
                } else {
                    Quotes::Folded
                })
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
        let (line_end, rest) = if let Form::Lines(head) = old.form {
            let rest = part(head.end, lines::end(text, head.end));
            (end, rest.trim_end())
        } else {
            let line_end = lines::end(text, end);
            (line_end, part(end, line_end).trim_end())
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
    pub(super) fn fill(&self, spot: Spot, value: &Value, look: Option<Look>) -> Vec<Splice> {
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
                    if one.head.is_empty()
                        && old.span.start == old.span.end
                        && below > lines::end(self.text, from)
                    {
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
                written
                    .iter()
                    .map(|one| self.put(hyphen + 1, old, one))
                    .collect()
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
    let found = ways(text, was, site);
    found
        .into_iter()
        .map(|one| one.head.trim_start().to_owned())
        .collect()
}
