//! Changes by chance to files by chance.

use std::collections::BTreeMap;

use kinfolio::edit::{Step, Value};
use kinfolio::source::RelPath;

use super::facts::{Says, read};
use super::layouts::{Chance, LAYOUTS, bytes};
use crate::support::{ending, files_below, root};

/// A change to a file, made by chance.
pub(super) struct Case {
    pub(super) file: RelPath,
    pub(super) old: Vec<u8>,
    pub(super) kind: Which,
    pub(super) path: Vec<Step>,
    pub(super) value: Value,
    pub(super) key: String,
}

/// The kinds of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Which {
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
        0 => Value::word(chance.below(100).to_string()),
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
        Says::Map(entries) => entries
            .iter()
            .map(|(key, one)| (Step::key(key), one))
            .collect(),
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
pub(super) fn demo() -> Vec<(RelPath, String)> {
    let files: BTreeMap<String, Vec<u8>> = files_below(&root().join("content"));
    let files = files
        .into_iter()
        .filter(|(path, _)| ["yaml", "md"].contains(&ending(path)));
    let files = files
        .filter_map(|(path, bytes)| Some((RelPath::new(&path)?, String::from_utf8(bytes).ok()?)));
    files
        .filter(|(path, text)| {
            read(path, text.as_bytes()).is_some_and(|(says, _)| says != Says::Nothing)
        })
        .collect()
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
pub(super) fn case(seed: u64, demo: &[(RelPath, String)]) -> Case {
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
            Which::AddDay => format!(
                "2026-{:02}-{:02}",
                8 + chance.below(5),
                1 + chance.below(28)
            ),
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
