//! Changes by chance to files by chance: each says what it should, and touches no byte that
//! it does not mean.

mod layouts;

use std::collections::BTreeMap;

use kinfolio::diagnostic::Diagnostics;
use kinfolio::edit::{Change, Refusal, Step, Value, change};
use kinfolio::parse::{Kind, Node, markdown, yaml};
use kinfolio::source::{RelPath, SourceFile, decode};
use rayon::prelude::*;

use crate::support::{ending, files_below, root};
use layouts::{Chance, LAYOUTS, bytes};

/// How many changes a test makes.
fn count() -> u64 {
    if std::env::var_os("KINFOLIO_FULL").is_some() { 20_000 } else { 600 }
}

/// What a file says.
#[derive(Debug, Clone, PartialEq)]
enum Says {
    Nothing,
    Text(String),
    List(Vec<Says>),
    Map(Vec<(String, Says)>),
}

impl Says {
    fn of(node: Option<&Node>) -> Self {
        match node.map(|node| &node.kind) {
            None | Some(Kind::Empty) => Self::Nothing,
            Some(Kind::Scalar(scalar)) => Self::Text(scalar.text.clone()),
            Some(Kind::List(items)) if items.is_empty() => Self::Nothing,
            Some(Kind::Map(entries)) if entries.is_empty() => Self::Nothing,
            Some(Kind::List(items)) => Self::List(items.iter().map(|one| Self::of(Some(one))).collect()),
            Some(Kind::Map(entries)) => {
                let entries = entries.iter();
                Self::Map(entries.map(|one| (one.key.clone(), Self::of(Some(&one.value)))).collect())
            }
        }
    }

    /// The value at a path. `None` if it is not there.
    fn at(&mut self, path: &[Step]) -> Option<&mut Self> {
        path.iter().try_fold(self, |says, step| match (says, step) {
            (Self::Map(entries), Step::Key(key)) => {
                entries.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value)
            }
            (Self::List(items), Step::Item(index)) => items.get_mut(*index),
            _ => None,
        })
    }

    /// Takes the value at a path out, and what is empty then counts as nothing.
    fn take(&mut self, path: &[Step]) -> Option<Self> {
        let (last, holder) = path.split_last()?;
        let holder = self.at(holder)?;
        let taken = match (&mut *holder, last) {
            (Self::Map(entries), Step::Key(key)) => {
                let index = entries.iter().position(|(name, _)| name == key)?;
                entries.remove(index).1
            }
            (Self::List(items), Step::Item(index)) if *index < items.len() => items.remove(*index),
            _ => return None,
        };
        let empty = matches!(holder, Self::List(items) if items.is_empty())
            || matches!(holder, Self::Map(entries) if entries.is_empty());
        if empty {
            *holder = Self::Nothing;
        }
        Some(taken)
    }
}

/// The facts of a file and its text.
fn read(path: &RelPath, bytes: &[u8]) -> Option<(Says, String)> {
    let text = decode(bytes).ok()?.text;
    let mut diagnostics = Diagnostics::default();
    let read = if path.has_ending("md") {
        let text = text.as_str().into();
        let file = SourceFile { path: path.clone(), text };
        let document = markdown::split(&file).into_value(&mut diagnostics);
        (Says::of(document.front.as_ref()), document.body.text)
    } else {
        let node = yaml::parse(path, &text, 0).into_value(&mut diagnostics);
        (Says::of(node.as_ref()), String::new())
    };
    (!diagnostics.any_error()).then_some(read)
}

/// A change to a file, made by chance.
struct Case {
    file: RelPath,
    old: Vec<u8>,
    kind: Which,
    path: Vec<Step>,
    value: Value,
    key: String,
}

/// The kinds of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Which {
    Replace,
    Add,
    AddDay,
    AddBelow,
    Push,
    Insert,
    Remove,
    Rename,
}

const WHICH: [Which; 8] = [
    Which::Replace,
    Which::Add,
    Which::AddDay,
    Which::AddBelow,
    Which::Push,
    Which::Insert,
    Which::Remove,
    Which::Rename,
];

const TEXTS: [&str; 16] = [
    "Reads a page",
    "8/10",
    "44",
    "no",
    "One: two, and [three] {four} # five",
    "First line\nSecond line",
    "A paragraph that is long enough to go over the end of the line, because teachers write \
     whole sentences into a field and nobody counts their letters.",
    "para one\n\npara two\n",
    "  spaces around  ",
    "Niño, qué día",
    "- not a list",
    "",
    "\"Quoted\" and 'so'",
    "#4",
    "tab\there",
    "key: |\n  text",
];

fn value(chance: &mut Chance) -> Value {
    let text = |chance: &mut Chance| Value::text(chance.pick::<&str>(&TEXTS));
    match chance.below(6) {
        0 => Value::word(chance.below(100)),
        1 => Value::List(vec![Value::word("mon"), Value::word("tue")]),
        2 => Value::List(vec![text(chance), text(chance)]),
        3 => Value::Map(vec![
            ("date".to_owned(), Value::word("2026-11-20")),
            ("why".to_owned(), text(chance)),
        ]),
        _ => text(chance),
    }
}

/// All paths in what a file says.
fn paths(says: &Says, at: &mut Vec<Step>, into: &mut Vec<(Vec<Step>, Says)>) {
    into.push((at.clone(), says.clone()));
    let steps: Vec<(Step, &Says)> = match says {
        Says::Map(entries) => entries.iter().map(|(key, one)| (Step::key(key), one)).collect(),
        Says::List(items) => (0..).map(Step::Item).zip(items).collect(),
        _ => Vec::new(),
    };
    for (step, inner) in steps {
        at.push(step);
        paths(inner, at, into);
        at.pop();
    }
}

/// Files of the demo school, by path.
fn demo() -> Vec<(RelPath, String)> {
    let files: BTreeMap<String, Vec<u8>> = files_below(&root().join("content"));
    let files = files.into_iter().filter(|(path, _)| ["yaml", "md"].contains(&ending(path)));
    let files = files.filter_map(|(path, bytes)| Some((RelPath::new(&path)?, String::from_utf8(bytes).ok()?)));
    files.filter(|(path, text)| read(path, text.as_bytes()).is_some_and(|(says, _)| says != Says::Nothing)).collect()
}

/// Whether a change of some kind can be made at a path.
fn fits(kind: Which, path: &[Step], says: &Says) -> bool {
    let is_day = |key: &str| key.len() == 10 && key.starts_with("202");
    let is_field = matches!(path.last(), Some(Step::Key(_)));
    match kind {
        Which::Replace | Which::Remove => !path.is_empty(),
        Which::Add => matches!(says, Says::Map(_)),
        Which::AddDay => {
            matches!(says, Says::Map(entries) if entries.iter().all(|(key, _)| is_day(key)))
        }
        Which::AddBelow => {
            matches!(says, Says::Map(_)) || is_field && matches!(says, Says::Nothing)
        }
        Which::Push | Which::Insert => matches!(says, Says::List(_)),
        Which::Rename => is_field,
    }
}

/// The case of a seed.
fn case(seed: u64, demo: &[(RelPath, String)]) -> Case {
    let chance = &mut Chance::new(seed);
    let kind = *chance.pick(&WHICH);
    loop {
        let (file, text) = chance.pick(demo);
        let mut text = text.clone();
        let said = read(file, text.as_bytes()).unwrap();
        let mut all = Vec::new();
        paths(&said.0, &mut Vec::new(), &mut all);
        all.retain(|(path, says)| fits(kind, path, says));
        if all.is_empty() {
            continue;
        }
        for _ in 0..chance.below(5) {
            let new = chance.pick(&LAYOUTS)(&text, chance);
            // Some of them break some texts.
            if read(file, new.as_bytes()).as_ref() == Some(&said) {
                text = new;
            }
        }
        let old = bytes(&text, chance);
        if read(file, &old).is_none_or(|(says, _)| says != said.0) {
            continue;
        }
        let key = match kind {
            Which::AddDay => format!("2026-{:02}-{:02}", 8 + chance.below(5), 1 + chance.below(28)),
            _ => (*chance.pick(&["staff_note", "by", "zz top", "x: y", "día"])).to_owned(),
        };
        return Case {
            file: file.clone(),
            old,
            kind,
            path: chance.pick(&all).0.clone(),
            value: value(chance),
            key,
        };
    }
}

fn says_value(value: &Value) -> Says {
    match value {
        Value::Text(text) | Value::Word(text) => Says::Text(text.clone()),
        Value::List(items) => Says::List(items.iter().map(says_value).collect()),
        Value::Map(entries) => Says::Map(entries.iter().map(|(key, one)| (key.clone(), says_value(one))).collect()),
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
            Which::Replace | Which::Add | Which::AddDay | Which::AddBelow => Change::Set { path, value, order },
            Which::Push => Change::Insert { path, at: None, value, order },
            Which::Insert => Change::Insert { path, at: Some(0), value, order },
            Which::Remove => Change::Remove { path },
            Which::Rename => Change::Rename { path, key: &self.key },
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
                let old = before.at(&target).map(|old| std::mem::replace(old, meant.clone()));
                there && old.is_some() && before == after
            }
            Which::Add | Which::AddDay if before.at(&target).is_some() => {
                before.at(&target).map(|old| *old = meant.clone());
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
                let at = if self.kind == Which::Push { items.len() } else { 0 };
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
        let front = old.iter().zip(new).take_while(|(one, other)| one == other).count();
        let rest = (&old[front..], &new[front..]);
        let back = rest.0.iter().rev().zip(rest.1.iter().rev());
        let back = back.take_while(|(one, other)| one == other).count();
        let (lost, put) = (rest.0.len() - back, rest.1.len() - back);
        let is_addition = matches!(self.kind, Which::AddBelow | Which::Push | Which::Insert)
            || matches!(self.kind, Which::Add | Which::AddDay) && !self.was_there();
        if is_addition && lost > 0 && !self.may_move_a_comment() {
            return Some(format!("{lost} bytes are lost"));
        }
        if self.kind == Which::Remove && put > 0 {
            return Some(format!("{put} bytes are new"));
        }
        None
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
                let text = |bytes: &[u8]| decode(bytes).map_or_else(|_| format!("{bytes:?}"), |read| read.text);
                format!(
                    "seed {seed}, {}, {:?} {:?} {:?}: {fault}\n--- old\n{}\n--- new\n{}",
                    case.file, case.kind, case.target(), case.value, text(&case.old), text(new)
                )
            };
            let result = match case.make() {
                Ok(new) => case.fault(&new).map_or(Ok(()), |fault| panic!("{}", shown(&fault, &new))),
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
    let refused: Vec<&String> = results.iter().filter_map(|(_, result)| result.as_ref().err()).collect();
    // Nothing is lost by a refusal, but a teacher has to open the file.
    let shown = refused.iter().take(3).map(|one| one.as_str()).collect::<Vec<_>>().join("\n\n");
    assert!(refused.len() * 200 <= results.len(), "{counts:?}\n{shown}");
    println!("{counts:?}\n{shown}");
}
