//! Changes to a file of a school folder that touch no other byte: comments, order, quotes,
//! alignment, line ends, and the encoding stay as their author left them.
//!
//! A change is planned on the layout of the file, as one place and what to write there.
//! There is often more than one way to write a value, so there are several plans, the
//! most readable first. The result of each is read with the reader that every build uses,
//! and the first one that says exactly what it should is taken. If none does, nothing is
//! changed.
//!
//! ```
//! use kinfolio::edit::{Change, Step, Value, change};
//! use kinfolio::source::RelPath;
//!
//! let file = RelPath::new("goals/reading.yaml").unwrap();
//! let old = b"by: 2027-05-28   # the whole year\ndata:\n  2026-11-13: 44\n";
//! let path = [Step::key("data"), Step::key("2026-11-20")];
//! let set = Change::Set { path: &path, value: Value::word("46"), order: &[] };
//! let new = change(&file, old, &set).unwrap();
//! assert_eq!(new, [old.as_slice(), b"  2026-11-20: 46\n"].concat());
//! ```

mod add;
mod document;
mod lines;
mod markdown;
mod original;
mod plan;
mod removal;
mod replace;
mod scalar;
mod splice;
mod tree;
mod value;

pub use value::Value;

use crate::diagnostic::Diagnostics;
use crate::source::RelPath;

use document::Document;

#[cfg(test)]
mod tests;

/// One step of the way to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// To the value of a field.
    Key(String),
    /// To an item of a list, counted from 0.
    Item(usize),
}

impl Step {
    /// The step to the value of `key`.
    #[must_use]
    pub fn key(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

/// One change to one file.
#[derive(Debug, Clone, PartialEq)]
pub enum Change<'a> {
    /// Gives a value to a field or an item, in place of the one that is there. A field and
    /// maps around it that are not there are added. Comments inside of a list or a map that
    /// is replaced go with it.
    Set {
        /// The way to it.
        path: &'a [Step],
        /// The new value.
        value: Value,
        /// The usual order of fields in the map that gets a new one. Days are in order
        /// without it. A field that is not in this list is added at the end.
        order: &'a [&'a str],
    },
    /// Adds an item to a list. A list that is not there is added, too.
    Insert {
        /// The way to the list.
        path: &'a [Step],
        /// How many items are before it. `None` adds it at the end.
        at: Option<usize>,
        /// The new item.
        value: Value,
        /// The usual order of fields in the map that gets a new list.
        order: &'a [&'a str],
    },
    /// Removes a field or an item. Comments that belong to it go with it: on the same line,
    /// below it and further to the right, and directly above it in the same column. A
    /// comment at the top of a file, a map or a list stays, because it may be about all
    /// of it.
    Remove {
        /// The way to it.
        path: &'a [Step],
    },
    /// Gives a field another name.
    Rename {
        /// The way to its value.
        path: &'a [Step],
        /// The new name.
        key: &'a str,
    },
    /// Sets the first heading of a Markdown file. An empty one removes it.
    Title(&'a str),
    /// Sets the text of a Markdown file below its title.
    Words(&'a str),
}

/// Why a file was not changed.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// The file is no text, or its encoding is not known.
    NotText,
    /// The file has errors; holds them.
    Broken(Diagnostics),
    /// There is no such field or item. Also for the title of a file that is not Markdown.
    NotThere,
    /// The way leads through something that is no map or no list.
    InTheWay,
    /// There is such a field already.
    Taken,
    /// The encoding of the file has no bytes for a character.
    Letter {
        /// The character.
        character: char,
        /// The name of the encoding.
        encoding: &'static str,
    },
    /// However it is written, the file would not say exactly what it should: a mistake that
    /// kinfolio repairs when it reads is in the way, or an unusual layout, or its old
    /// encoding would not be recognized afterwards.
    NotExact,
}

/// Makes one change to the file at `path`, and returns its new bytes. The kind of file is
/// known from the ending of its name. A file that is new has no bytes.
///
/// # Errors
/// Why the file cannot be changed so.
pub fn change(path: &RelPath, bytes: &[u8], change: &Change) -> Result<Vec<u8>, Refusal> {
    let change = &change.tidied();
    let document = Document::read(path, bytes)?;
    let expected = document.expected(change)?;
    let mut refusal = Refusal::NotExact;
    for splice in document.plans(change)? {
        let splice = splice.trimmed(&document.original.text);
        let new = match document.original.replaced(splice.at, &splice.with) {
            Ok(new) => new,
            Err(other) => {
                refusal = other;
                continue;
            }
        };
        let read = Document::read(path, &new);
        if read.is_ok_and(|read| read.says(&expected, &document)) {
            return Ok(new);
        }
    }
    Err(refusal)
}
