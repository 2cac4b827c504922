//! What a file says, without places, and what it should say after a change.

use super::value::Value;
use super::{Change, Refusal, Step};
use crate::input;
use crate::parse::{Kind, Node};

/// What a value says.
#[derive(Debug, Clone)]
pub(super) enum Tree {
    Empty,
    /// A text, and whether it is without quotes. `None` if that does not matter.
    Text(String, Option<bool>),
    List(Vec<Self>),
    Map(Vec<(String, Self)>),
}

impl Tree {
    pub(super) fn of(node: Option<&Node>) -> Self {
        let Some(node) = node else {
            return Self::Empty;
        };
        match &node.kind {
            Kind::Empty => Self::Empty,
            Kind::Scalar(scalar) => Self::Text(scalar.text.clone(), Some(scalar.plain)),
            Kind::List(items) => Self::List(items.iter().map(|one| Self::of(Some(one))).collect()),
            Kind::Map(entries) => {
                let entry =
                    |entry: &crate::parse::Entry| (entry.key.clone(), Self::of(Some(&entry.value)));
                Self::Map(entries.iter().map(entry).collect())
            }
        }
    }

    fn of_value(value: &Value) -> Self {
        match value {
            Value::Text(text) => Self::Text(text.clone(), None),
            Value::Word(word) => Self::Text(word.clone(), Some(true)),
            Value::List(items) => Self::List(items.iter().map(Self::of_value).collect()),
            Value::Map(entries) => {
                let entry = |(key, value): &(String, Value)| (key.clone(), Self::of_value(value));
                Self::Map(entries.iter().map(entry).collect())
            }
        }
    }

    /// Whether both say the same. No value is the same as an empty map or list.
    pub(super) fn says(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(one, plain), Self::Text(other, own)) => {
                one == other && (plain.is_none() || own.is_none() || plain == own)
            }
            (Self::List(one), Self::List(other)) => {
                one.len() == other.len()
                    && one.iter().zip(other).all(|(one, other)| one.says(other))
            }
            (Self::Map(one), Self::Map(other)) => {
                let same = |((key, one), (name, other)): (&(String, Self), &(String, Self))| {
                    key == name && one.says(other)
                };
                one.len() == other.len() && one.iter().zip(other).all(same)
            }
            (one, other) => one.is_empty() && other.is_empty(),
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(..) => false,
            Self::List(items) => items.is_empty(),
            Self::Map(entries) => entries.is_empty(),
        }
    }

    /// Makes a change to facts. Leaves them as they are for a change to a text.
    pub(super) fn apply(&mut self, change: &Change) -> Result<(), Refusal> {
        match change {
            Change::Set { path, value, order } => {
                let slot = self.slot(path, order)?;
                *slot = Self::of_value(value);
            }
            Change::Insert {
                path,
                at,
                value,
                order,
            } => {
                let slot = self.slot(path, order)?;
                if slot.is_empty() {
                    *slot = Self::List(Vec::new());
                }
                let Self::List(items) = slot else {
                    return Err(Refusal::InTheWay);
                };
                let at = at.unwrap_or(items.len());
                if at > items.len() {
                    return Err(Refusal::NotThere);
                }
                items.insert(at, Self::of_value(value));
            }
            Change::Remove { path } => {
                let (last, path) = path.split_last().ok_or(Refusal::NotThere)?;
                match (self.at(path)?, last) {
                    (Self::Map(entries), Step::Key(key)) => {
                        entries.remove(position(entries, key)?);
                    }
                    (Self::List(items), Step::Item(index)) if *index < items.len() => {
                        items.remove(*index);
                    }
                    (Self::List(_) | Self::Empty, _) => return Err(Refusal::NotThere),
                    _ => return Err(Refusal::InTheWay),
                }
            }
            Change::Rename { path, key } => {
                let (Some(Step::Key(old)), path) = last(path)? else {
                    return Err(Refusal::NotThere);
                };
                let Self::Map(entries) = self.at(path)? else {
                    return Err(Refusal::InTheWay);
                };
                let index = position(entries, old)?;
                if entries.iter().any(|(other, _)| other == key) {
                    return Err(Refusal::Taken);
                }
                if let Some(entry) = entries.get_mut(index) {
                    (*key).clone_into(&mut entry.0);
                }
            }
            Change::Title(_) | Change::Words(_) => {}
        }
        Ok(())
    }

    /// The value at a path that is there.
    fn at(&mut self, path: &[Step]) -> Result<&mut Self, Refusal> {
        path.iter().try_fold(self, Self::inside)
    }

    /// The value at a path, which is made if it is not there.
    fn slot(&mut self, path: &[Step], order: &[&str]) -> Result<&mut Self, Refusal> {
        path.iter().try_fold(self, |tree, step| {
            if let Step::Key(key) = step {
                tree.make(key, order);
            }
            tree.inside(step)
        })
    }

    /// The value that a step leads to.
    fn inside(&mut self, step: &Step) -> Result<&mut Self, Refusal> {
        match (self, step) {
            (Self::Map(entries), Step::Key(key)) => {
                let entry = position(entries, key).map(|index| entries.get_mut(index));
                entry?.map(|(_, value)| value).ok_or(Refusal::NotThere)
            }
            (Self::List(items), Step::Item(index)) => {
                items.get_mut(*index).ok_or(Refusal::NotThere)
            }
            (Self::Empty, _) => Err(Refusal::NotThere),
            _ => Err(Refusal::InTheWay),
        }
    }

    /// Adds an empty field to a map that does not have it.
    fn make(&mut self, key: &str, order: &[&str]) {
        if self.is_empty() {
            *self = Self::Map(Vec::new());
        }
        if let Self::Map(entries) = self
            && position(entries, key).is_err()
        {
            let keys: Vec<&str> = entries.iter().map(|(key, _)| &**key).collect();
            let index = place(&keys, key, order);
            entries.insert(index, (key.to_owned(), Self::Empty));
        }
    }
}

fn last(path: &[Step]) -> Result<(Option<&Step>, &[Step]), Refusal> {
    let (last, path) = path.split_last().ok_or(Refusal::NotThere)?;
    Ok((Some(last), path))
}

fn position(entries: &[(String, Tree)], key: &str) -> Result<usize, Refusal> {
    let mut keys = entries.iter();
    keys.position(|(other, _)| other == key)
        .ok_or(Refusal::NotThere)
}

/// How many of the `keys` of a map are before a new one.
pub(super) fn place(keys: &[&str], key: &str, order: &[&str]) -> usize {
    let day = |key: &str| input::day(key, None).ok().map(input::Reading::value);
    let days: Option<Vec<_>> = keys.iter().map(|key| day(key)).collect();
    if let Some(new) = day(key)
        && let Some(days) = days.filter(|days| !days.is_empty())
    {
        let newest_first = days.len() > 1 && days.first() > days.last();
        let after = |other: &jiff::civil::Date| {
            if newest_first {
                *other > new
            } else {
                *other < new
            }
        };
        return days.iter().rposition(after).map_or(0, |last| last + 1);
    }
    let rank = |key: &str| order.iter().position(|other| *other == key);
    let Some(own) = rank(key) else {
        return keys.len();
    };
    let ranked = || {
        let ranks = keys.iter().enumerate();
        ranks.filter_map(|(index, key)| Some((rank(key)?, index)))
    };
    let before = ranked().filter(|(other, _)| *other < own).max();
    let after = ranked()
        .filter(|(other, _)| *other > own)
        .map(|(_, index)| index)
        .min();
    before
        .map(|(_, index)| index + 1)
        .or(after)
        .unwrap_or(keys.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_key_has_a_place() {
        let check = |keys: &[&str], key: &str, expected: usize| {
            let order = ["title", "area", "by", "data"];
            assert_eq!(place(keys, key, &order), expected, "{keys:?} {key}");
        };
        check(&[], "title", 0);
        check(&["title", "data"], "by", 1);
        check(&["title", "other", "data"], "by", 1);
        check(&["other", "data"], "title", 1);
        check(&["title", "data"], "other", 2);
        check(&["2026-11-06", "2026-11-20"], "2026-11-13", 1);
        check(&["2026-11-06", "2026-11-20"], "2026-11-27", 2);
        check(&["2026-11-06", "2026-11-20"], "2026-10-30", 0);
        check(&["2026-11-20", "2026-11-06"], "2026-11-13", 1);
        check(&["2026-11-20", "2026-11-06"], "2026-11-27", 0);
        check(&["2026-11-20"], "2026-11-13", 0);
        check(&["note", "2026-11-20"], "2026-11-13", 2);
    }
}
