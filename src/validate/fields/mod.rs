//! The reader of fields: one map of a file, read field by field.
//!
//! A map is read inside a closure: [`read_file`] opens one for a whole file, and
//! [`Fields::sub`], [`Fields::items`] and their relatives for maps inside it. When
//! the closure returns, the reader reports required fields that are missing and
//! unknown entries: [`crate::schema`] has every field, so no reader can forget to.
//!
//! A problem never stops the reading, so that one run reports all of them. The
//! other files of this folder add the methods for each kind of value to [`Fields`];
//! they call each other through that one type.

mod advice;
mod choice;
mod day;
mod file;
mod list;
mod names;
mod nested;
mod text;
mod time;
mod value;

use std::collections::BTreeSet;

pub(super) use file::{read_entries, read_file, read_rows};
pub(super) use nested::{IdOrMap, TextOrMap};
pub(super) use value::{is_language, yes_or_no};

use super::context::Context;
use super::pairs::FileTranslation;
use crate::diagnostic::{Code, Diagnostic, Expected, MissingProblem};
use crate::parse::{Entry, Kind, Node};
use crate::schema;
use crate::source::{Place, RelPath, Span};

/// The entries of the same map in a translation of the file.
struct TranslatedFields<'a> {
    file: FileTranslation<'a>,
    entries: &'a [Entry],
}

impl TranslatedFields<'_> {
    fn place(&self, span: Span) -> Place {
        Place {
            file: self.file.path.clone(),
            span,
        }
    }
}

/// The entries of one map. Asking for a field makes its name known.
pub(super) struct Fields<'a> {
    context: &'a Context<'a>,
    kind: &'static schema::Kind,
    file: &'a RelPath,
    at: Place,
    entries: &'a [Entry],
    translations: Vec<TranslatedFields<'a>>,
    /// Whether the text is not translated, because it is next to numbers.
    among_numbers: bool,
    /// Whether no entry is unknown, for example because the keys are short names.
    all_known: bool,
    /// The fields that were asked for.
    asked: BTreeSet<&'static str>,
    /// Whether it is a whole file.
    is_file: bool,
    /// Required fields that are not there, each with what to report.
    missing: Vec<(&'static str, Diagnostic)>,
    /// Entries under another name for a field: the field, and the entry's index.
    aliases: Vec<(String, usize)>,
    /// Where the keys are of entries that were read as something else than a field.
    taken: BTreeSet<usize>,
}

impl<'a> Fields<'a> {
    /// Reads one map with `read`, then reports what is missing and what is unknown.
    fn read<T>(
        context: &'a Context,
        kind: &'static schema::Kind,
        at: Place,
        (file, entries): (&'a RelPath, &'a [Entry]),
        translations: Vec<TranslatedFields<'a>>,
        read: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let mut fields = Self {
            context,
            kind,
            file,
            at,
            entries,
            translations,
            among_numbers: false,
            all_known: false,
            asked: BTreeSet::new(),
            is_file: false,
            missing: Vec::new(),
            aliases: names::aliases(entries),
            taken: BTreeSet::new(),
        };
        let value = read(&mut fields);
        fields.finish();
        value
    }

    pub(super) fn context(&self) -> &'a Context<'a> {
        self.context
    }

    /// The kind of thing that this map is, as messages name it.
    pub(super) fn what(&self) -> &'static str {
        self.kind.name
    }

    /// The file that this map is in.
    pub(super) fn file(&self) -> &'a RelPath {
        self.file
    }

    /// Every entry of this map.
    pub(super) fn entries(&self) -> &'a [Entry] {
        self.entries
    }

    /// Where this map is: its first key, or the top of the file.
    pub(super) fn at(&self) -> &Place {
        &self.at
    }

    /// A place in this file.
    pub(super) fn place(&self, span: Span) -> Place {
        Place {
            file: self.file.clone(),
            span,
        }
    }

    /// The value of `name`. `None` if it is missing or empty.
    pub(super) fn node(&mut self, name: &'static str) -> Option<&'a Node> {
        debug_assert!(self.is_field(name), "{} has no field {name}", self.what());
        self.asked.insert(name);
        let entry = self.entry(name)?;
        (entry.value.kind != Kind::Empty).then_some(&entry.value)
    }

    /// Whether `name` has a value.
    pub(super) fn has(&mut self, name: &'static str) -> bool {
        self.node(name).is_some()
    }

    /// Requires `name` because of other fields. What is always required is in its
    /// description.
    pub(super) fn need(&mut self, name: &'static str) {
        if !self.has(name) {
            self.missing(name);
        }
    }

    /// The characters of `name`, without making the name known. `None` if there are
    /// none.
    pub(super) fn peek_text(&self, name: &str) -> Option<&'a str> {
        let entry = self.entry(name)?;
        entry.value.text().filter(|text| !text.trim().is_empty())
    }

    /// Whether `name` has a value, without making the name known.
    pub(super) fn peek_has(&self, name: &str) -> bool {
        let entry = self.entry(name);
        entry.is_some_and(|entry| entry.value.kind != Kind::Empty)
    }

    /// Where the key `name` is, or this map if it has no such key.
    pub(super) fn key_place(&self, name: &str) -> Place {
        let entry = self.entry(name);
        entry.map_or_else(|| self.at.clone(), |entry| self.place(entry.key_span))
    }

    /// Where the value of `name` is, or this map if it has no such key.
    pub(super) fn value_place(&self, name: &str) -> Place {
        let entry = self.entry(name);
        entry.map_or_else(|| self.at.clone(), |entry| self.place(entry.value.span))
    }

    /// Makes fields known that only some measures have.
    pub(super) fn accept(&mut self, names: &[&'static str]) {
        self.asked.extend(names);
    }

    /// Makes every entry known, in translations too.
    pub(super) fn ignore_all(&mut self) {
        self.all_known = true;
    }

    /// Makes one entry known, whatever its key is.
    pub(super) fn accept_entry(&mut self, entry: &Entry) {
        self.taken.insert(entry.key_span.start);
    }

    /// Declares that the text here is not translated, because it is next to numbers.
    pub(super) fn set_among_numbers(&mut self) {
        self.among_numbers = true;
    }

    pub(super) fn report(&self, diagnostic: Diagnostic) {
        self.context.report(diagnostic);
    }

    /// Notes that `found` is read as `read`.
    pub(super) fn read_as(&self, at: &Place, found: &str, read: &str) {
        self.context.read_as(at, found, read);
    }

    /// Notes that the required field `name` is missing.
    pub(super) fn missing(&mut self, name: &'static str) {
        self.missing_of(name, "", "");
    }

    /// Notes that `name` is missing, a field of a kind of measure. `choices` are the values
    /// that it can have.
    pub(super) fn missing_of(&mut self, name: &'static str, measure: &str, choices: &str) {
        let blank = self.entry(name).is_some();
        let fault = Diagnostic::at(Code::MissingField, &self.key_place(name))
            .select(if blank {
                MissingProblem::Blank
            } else {
                MissingProblem::Gone
            })
            .with("what", self.what())
            .with("field", name)
            .with("choices", choices);
        self.missing_as(name, self.with_line_of(fault, name, measure));
    }

    /// Notes that `name` is missing, with what to report. It is reported at the end,
    /// unless an unknown entry was probably meant for it: that is one problem.
    pub(super) fn missing_as(&mut self, name: &'static str, fault: Diagnostic) {
        self.missing.push((name, fault));
    }

    /// Reports that `node` is not what `name` should be.
    pub(super) fn report_type_error(&self, name: &str, expected: Expected, node: &Node) {
        self.report_type_error_like(name, expected, self.shape(name, expected), node);
    }

    /// The same, with an example of the form `shape`.
    fn report_type_error_like(&self, name: &str, expected: Expected, shape: &str, node: &Node) {
        let found = match &node.kind {
            Kind::Scalar(scalar) => scalar.text.as_str(),
            Kind::List(_) => "[…]",
            Kind::Map(_) => "{…}",
            Kind::Empty => "-",
        };
        let fault = Diagnostic::at(Code::WrongType, &self.place(node.span))
            .with("field", name)
            .select(expected)
            .with("found", found);
        self.report(self.with_value(fault, name, shape, node));
    }
}

/// What to report of a value that should be `expected` and has no example.
pub(super) fn type_error(at: &Place, field: &str, expected: Expected, found: &str) -> Diagnostic {
    Diagnostic::at(Code::WrongType, at)
        .with("field", field)
        .select(expected)
        .with("example", "")
        .with("found", found)
}
