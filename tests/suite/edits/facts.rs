//! What a file says, read independently of what is tested.

use kinfolio::diagnostic::Diagnostics;
use kinfolio::edit::Step;
use kinfolio::parse::{Kind, Node, markdown, yaml};
use kinfolio::source::{RelPath, SourceFile, decode};

/// What a file says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Says {
    Nothing,
    Text(String),
    List(Vec<Says>),
    Map(Vec<(String, Says)>),
}

impl Says {
    pub(super) fn of(node: Option<&Node>) -> Self {
        match node.map(|node| &node.kind) {
            None | Some(Kind::Empty) => Self::Nothing,
            Some(Kind::Scalar(scalar)) => Self::Text(scalar.text.clone()),
            Some(Kind::List(items)) if items.is_empty() => Self::Nothing,
            Some(Kind::Map(entries)) if entries.is_empty() => Self::Nothing,
            Some(Kind::List(items)) => {
                Self::List(items.iter().map(|one| Self::of(Some(one))).collect())
            }
            Some(Kind::Map(entries)) => {
                let entries = entries.iter();
                Self::Map(
                    entries
                        .map(|one| (one.key.clone(), Self::of(Some(&one.value))))
                        .collect(),
                )
            }
        }
    }

    /// The value at a path. `None` if it is not there.
    pub(super) fn at(&mut self, path: &[Step]) -> Option<&mut Self> {
        path.iter().try_fold(self, |says, step| match (says, step) {
            (Self::Map(entries), Step::Key(key)) => entries
                .iter_mut()
                .find(|(name, _)| name == key)
                .map(|(_, value)| value),
            (Self::List(items), Step::Item(index)) => items.get_mut(*index),
            _ => None,
        })
    }

    /// Takes the value at a path out, and what is empty then counts as nothing.
    pub(super) fn take(&mut self, path: &[Step]) -> Option<Self> {
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
pub(super) fn read(path: &RelPath, bytes: &[u8]) -> Option<(Says, String)> {
    let (node, words) = parsed(path, &decode(bytes).ok()?.text)?;
    Some((Says::of(node.as_ref()), words))
}

/// The facts of a text with their places, and the rest of the text.
pub(super) fn parsed(path: &RelPath, text: &str) -> Option<(Option<Node>, String)> {
    let mut diagnostics = Diagnostics::default();
    let read = if path.has_ending("md") {
        let text = text.into();
        let file = SourceFile {
            path: path.clone(),
            text,
        };
        let document = markdown::split(&file).into_value(&mut diagnostics);
        (document.front, document.body.text)
    } else {
        let node = yaml::parse(path, text, 0).into_value(&mut diagnostics);
        (node, String::new())
    };
    (!diagnostics.any_error()).then_some(read)
}

/// How many bytes two texts have in common at the start, and how many of the rest at the
/// end.
pub(super) fn common(old: &[u8], new: &[u8]) -> (usize, usize) {
    let same = |pair: &(&u8, &u8)| pair.0 == pair.1;
    let front = old.iter().zip(new).take_while(same).count();
    let rest = old[front..].iter().rev().zip(new[front..].iter().rev());
    (front, rest.take_while(same).count())
}
