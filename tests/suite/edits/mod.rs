//! Changes by chance to files by chance: each says what it should, and touches no byte that
//! it does not mean.

mod cases;
mod facts;
mod layouts;

use std::collections::BTreeMap;

use kinfolio::edit::{Change, Refusal, Step, Value, change};
use kinfolio::parse::Kind;
use kinfolio::source::decode;
use rayon::prelude::*;

use cases::{Case, Which, case, demo};
use facts::{Says, common, parsed, read};

/// How many changes a test makes.
fn count() -> u64 {
    if std::env::var_os("KINFOLIO_FULL").is_some() {
        12_000
    } else {
        600
    }
}
fn says_value(value: &Value) -> Says {
    match value {
        Value::Text(text) | Value::Word(text) => Says::Text(text.clone()),
        Value::List(items) => Says::List(items.iter().map(says_value).collect()),
        Value::Map(entries) => Says::Map(
            entries
                .iter()
                .map(|(key, one)| (key.clone(), says_value(one)))
                .collect(),
        ),
    }
}

impl Case {
    /// The path to what is new.
    fn target(&self) -> Vec<Step> {
        let mut path = self.path.clone();
        match self.kind {
            Which::Add | Which::AddDay => path.push(Step::key(&self.key)),
            Which::AddBelow => path.extend([Step::key("new part"), Step::key(&self.key)]),
            _ => {}
        }
        path
    }

    fn make(&self) -> Result<Vec<u8>, Refusal> {
        let path = &self.target();
        let order = &["title", "by", "staff_note"];
        let value = self.value.clone();
        let one = match self.kind {
            Which::Replace | Which::Add | Which::AddDay | Which::AddBelow => {
                Change::Set { path, value, order }
            }
            Which::Push => Change::Insert {
                path,
                at: None,
                value,
                order,
            },
            Which::Insert => Change::Insert {
                path,
                at: Some(0),
                value,
                order,
            },
            Which::Remove => Change::Remove { path },
            Which::Rename => Change::Rename {
                path,
                key: &self.key,
            },
        };
        change(&self.file, &self.old, &one)
    }

    /// What is wrong with `new`, if anything is.
    fn fault(&self, new: &[u8]) -> Option<String> {
        let (mut before, words) = read(&self.file, &self.old)?;
        let Some((mut after, text)) = read(&self.file, new) else {
            return Some("it cannot be read".to_owned());
        };
        let target = self.target();
        let meant = says_value(&self.value);
        let same = match self.kind {
            Which::Replace => {
                let there = before.at(&target).is_some();
                let old = before
                    .at(&target)
                    .map(|old| std::mem::replace(old, meant.clone()));
                there && old.is_some() && before == after
            }
            Which::Add | Which::AddDay if before.at(&target).is_some() => {
                if let Some(old) = before.at(&target) {
                    *old = meant;
                }
                before == after
            }
            Which::Add | Which::AddDay => after.take(&target) == Some(meant) && before == after,
            Which::AddBelow => {
                let found = after.take(&target);
                let nothing = after.take(&target[..target.len() - 1]);
                found == Some(meant) && nothing == Some(Says::Nothing) && before == after
            }
            Which::Push | Which::Insert => {
                let Some(Says::List(items)) = before.at(&target) else {
                    return Some("no list".to_owned());
                };
                let at = if self.kind == Which::Push {
                    items.len()
                } else {
                    0
                };
                items.insert(at, meant);
                before == after
            }
            Which::Remove => before.take(&target).is_some() && before == after,
            Which::Rename => {
                let (last, holder) = target.split_last()?;
                if let Some(Says::Map(entries)) = before.at(holder)
                    && let Some(entry) = entries.iter_mut().find(|(key, _)| Step::key(key) == *last)
                {
                    self.key.clone_into(&mut entry.0);
                }
                before == after
            }
        };
        if !same || words != text {
            return Some(format!("it says something else: {before:?} {after:?}"));
        }
        self.stray(new)
    }

    /// Which bytes have changed that should not.
    fn stray(&self, new: &[u8]) -> Option<String> {
        let old = self.old.as_slice();
        let (front, back) = common(old, new);
        let (lost, put) = (old.len() - front - back, new.len() - front - back);
        let is_addition = matches!(self.kind, Which::AddBelow | Which::Push | Which::Insert)
            || matches!(self.kind, Which::Add | Which::AddDay) && !self.was_there();
        if is_addition && lost > 0 && !self.may_move_a_comment() {
            return Some(format!("{lost} bytes are lost"));
        }
        if self.kind == Which::Remove && put > 0 {
            return Some(format!("{put} bytes are new"));
        }
        if self.kind == Which::Replace && self.reaches_beyond(new) {
            return Some("more than the value is different".to_owned());
        }
        None
    }

    /// Whether more than the text of one line is different that was to be replaced by
    /// another one.
    fn reaches_beyond(&self, new: &[u8]) -> bool {
        let (old, new) = (decode(&self.old).unwrap().text, decode(new).unwrap().text);
        let root = parsed(&self.file, &old).and_then(|(node, _)| node).unwrap();
        let node = self
            .path
            .iter()
            .fold(&root, |node, step| match (&node.kind, step) {
                (Kind::Map(_), Step::Key(key)) => node.get(key).unwrap(),
                (Kind::List(items), Step::Item(index)) => &items[*index],
                _ => panic!("{:?}", self.path),
            });
        let (start, end) = (node.span.start, node.span.end);
        let one_line = |text: &str| text.lines().count() == 1 && !text.contains(['\n', '\r']);
        let sign = old[..start].trim_end();
        let in_lines =
            sign.ends_with(['|', '>', '-', '+']) && !sign.ends_with(" -") && sign.len() > 1;
        let (front, back) = common(old.as_bytes(), new.as_bytes());
        let simple = matches!(&self.value, Value::Text(text) if one_line(text) && text.len() < 40)
            || matches!(self.value, Value::Word(_));
        node.text().is_some()
            && simple
            && !in_lines
            && one_line(&old[start..end])
            && (front < start || old.len() - back > end)
    }

    fn was_there(&self) -> bool {
        let read = read(&self.file, &self.old);
        read.is_some_and(|(mut says, _)| says.at(&self.target()).is_some())
    }

    /// Whether the new lines go around a comment: where a field has no value yet.
    fn may_move_a_comment(&self) -> bool {
        let read = read(&self.file, &self.old);
        read.is_some_and(|(mut says, _)| says.at(&self.path) == Some(&mut Says::Nothing))
    }
}

#[test]
fn changes_by_chance_touch_nothing_else() {
    let demo = demo();
    assert!(demo.len() > 300, "{}", demo.len());
    let results: Vec<(Which, Result<(), String>)> = (0..count())
        .into_par_iter()
        .filter_map(|seed| {
            let case = case(seed, &demo);
            let shown = |fault: &str, new: &[u8]| {
                let text = |bytes: &[u8]| {
                    decode(bytes).map_or_else(|_| format!("{bytes:?}"), |read| read.text)
                };
                format!(
                    "seed {seed}, {}, {:?} {:?} {:?}: {fault}\n--- old\n{}\n--- new\n{}",
                    case.file,
                    case.kind,
                    case.target(),
                    case.value,
                    text(&case.old),
                    text(new)
                )
            };
            let result = match case.make() {
                Ok(new) => case
                    .fault(&new)
                    .map_or(Ok(()), |fault| panic!("{}", shown(&fault, &new))),
                // These are right to be refused.
                Err(Refusal::Taken | Refusal::Letter { .. }) => return None,
                Err(refusal) => Err(shown(&format!("{refusal:?}"), b"")),
            };
            Some((case.kind, result))
        })
        .collect();
    let mut counts: BTreeMap<Which, (usize, usize)> = BTreeMap::new();
    for (kind, result) in &results {
        let (made, refused) = counts.entry(*kind).or_default();
        *if result.is_ok() { made } else { refused } += 1;
    }
    let refused: Vec<&String> = results
        .iter()
        .filter_map(|(_, result)| result.as_ref().err())
        .collect();
    // Nothing is lost by a refusal, but a teacher has to open the file.
    let shown = refused
        .iter()
        .take(3)
        .map(|one| one.as_str())
        .collect::<Vec<_>>()
        .join("\n\n");
    assert!(refused.len() * 200 <= results.len(), "{counts:?}\n{shown}");
    println!("{counts:?}\n{shown}");
}
