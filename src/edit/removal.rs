//! What to remove with a field or an item.

use super::add::blank_end;
use super::lines;
use super::plan::{Holder, Planner, Spot};
use super::splice::Splice;
use super::{Refusal, Step};
use crate::source::Span;

impl Planner<'_> {
    /// Ways to remove the value at `path`, with its key or hyphen.
    pub(super) fn remove(&self, path: &[Step]) -> Result<Vec<Splice>, Refusal> {
        let (Some(spot), []) = self.walk(path) else {
            return Err(Refusal::NotThere);
        };
        let parts: Vec<(usize, usize)> = match spot.holder {
            Holder::Root => return Err(Refusal::NotThere),
            Holder::Map(fields, _) | Holder::FlowMap(fields, ..) => fields
                .iter()
                .map(|one| (one.key.start, one.end()))
                .collect(),
            Holder::List(items, _) => {
                let end = |(hyphen, part): &(usize, crate::parse::layout::Part)| {
                    (*hyphen, part.span.end.max(hyphen + 1))
                };
                items.iter().map(end).collect()
            }
            Holder::FlowList(items, ..) => items
                .iter()
                .map(|one| (one.span.start, one.span.end))
                .collect(),
        };
        match spot.holder {
            Holder::FlowMap(_, index, span) | Holder::FlowList(_, index, span) => {
                Ok(between(&parts, index, span))
            }
            Holder::Map(_, index) | Holder::List(_, index) => Ok(self.lines(spot, &parts, index)),
            Holder::Root => Err(Refusal::NotThere),
        }
    }

    /// Ways to remove the lines of part `index`.
    fn lines(&self, spot: Spot, parts: &[(usize, usize)], index: usize) -> Vec<Splice> {
        let text = self.text;
        let Some((first, last)) = parts.get(index).copied() else {
            return Vec::new();
        };
        let end = lines::own_end(text, last, self.column(first));
        if !lines::is_first(text, first) {
            // It is on the line of a hyphen.
            if let Some((next, _)) = parts.get(index + 1) {
                return vec![Splice::remove(first, *next)];
            }
            let before = text.get(..first).unwrap_or_default().trim_end().len();
            return vec![Splice::remove(before, end), Splice::remove(before, last)];
        }
        let start = lines::own_start(text, first, spot.top);
        let is_blank = |at: usize| lines::line(text, at).trim().is_empty();
        let above = start == 0 || is_blank(lines::start(text, start - 1));
        let blanks = blank_end(text, end);
        let mut ends = Vec::new();
        if above && blanks > end {
            // Otherwise two empty lines would be left.
            let blank = lines::next(text, end).map_or(end, |next| lines::end(text, next));
            ends.push(blank);
        }
        ends.push(end);
        ends.push(blanks);
        ends.into_iter()
            .map(|end| whole_lines(text, start, end))
            .collect()
    }
}

/// Removes the lines from the one that begins at `start` to the one that ends at `end`. If
/// they are the last ones, the end of the file stays as it is: with or without a line end.
fn whole_lines(text: &str, start: usize, end: usize) -> Splice {
    let rest = text.get(end..).unwrap_or_default();
    if let Some(newline) = rest.find('\n') {
        return Splice::remove(start, end + newline + 1);
    }
    let before = text.get(..start).unwrap_or_default();
    let line = before.strip_suffix('\n').unwrap_or(before);
    Splice::remove(line.strip_suffix('\r').unwrap_or(line).len(), text.len())
}

/// Ways to remove part `index` from between brackets or braces, with one comma.
fn between(parts: &[(usize, usize)], index: usize, span: Span) -> Vec<Splice> {
    let Some((start, end)) = parts.get(index).copied() else {
        return Vec::new();
    };
    let next = parts.get(index + 1).map(|(next, _)| *next);
    let before = index.checked_sub(1).and_then(|index| parts.get(index));
    match (next, before) {
        (Some(next), _) => vec![Splice::remove(start, next)],
        (None, Some((_, before))) => vec![Splice::remove(*before, end)],
        (None, None) => vec![
            Splice::remove(start, end),
            // There may be a comma after it.
            Splice::remove(start, span.end - 1),
        ],
    }
}
