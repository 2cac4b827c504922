//! The line to write, and where it goes: what a fault about a field tells its
//! author.

use super::example::{self, Sample};
use super::fields::Fields;
use crate::diagnostic::Diagnostic;
use crate::parse::Node;

/// Where another line of a group goes.
enum Place {
    /// Beside its other lines, this far in.
    Below(usize),
    /// Between its brackets.
    Inside,
    /// In the place of one word that stands for the whole group.
    Instead(String),
    /// In a sheet: a column.
    Column,
}

impl Fields<'_> {
    /// Adds the line for `name` that is missing here. It looks like that field of
    /// `kind`.
    pub(super) fn with_line(&self, fault: Diagnostic, kind: &str, name: &str) -> Diagnostic {
        let value = example::field(kind, name).and_then(|shape| self.filled(shape, ""));
        let line = value.map(|value| format!("{name}: {value}"));
        let (place, example) = match (self.layout(), line) {
            (Place::Column, _) => ("column", Some(name.to_owned())),
            (Place::Below(spaces), line) => {
                let indented = line.map(|line| " ".repeat(spaces) + &line);
                ("below", indented)
            }
            (Place::Inside, line) => ("inside", line),
            (Place::Instead(word), line) => {
                let whole = line.map(|line| format!("{{kind: {word}, {line}}}"));
                ("instead", whole)
            }
        };
        let fault = fault.with("place", place);
        fault.with("example", example.unwrap_or_default())
    }

    /// Adds what `node` should be, which looks like `shape`: the whole line where
    /// it is all of a field's value.
    pub(super) fn with_value(
        &self,
        fault: Diagnostic,
        name: &str,
        shape: &str,
        node: &Node,
    ) -> Diagnostic {
        let mut entries = self.entries.iter();
        let own = entries.any(|entry| entry.key == name && entry.value.span == node.span);
        // A cell of a sheet is only the value.
        let whole = own && !self.file.is_sheet();
        let value = self.filled(shape, node.text().unwrap_or_default());
        let example = match value {
            Some(value) if whole => format!("{name}: {value}"),
            value => value.unwrap_or_default(),
        };
        fault.with("example", example)
    }

    /// What the value of a field looks like that should be `expected`.
    pub(super) fn shape(&self, name: &str, expected: &str) -> &'static str {
        let of_field = || example::field(self.what, name);
        match expected {
            "map" => example::thing(name).or_else(of_field).unwrap_or("{}"),
            "data" => "{@past: @value}",
            "count" => of_field().unwrap_or("3"),
            "number" if matches!(name, "data" | "values" | "value") => "@value",
            "number" => of_field().unwrap_or("12.5"),
            "text" => of_field().unwrap_or("\"Reading: page 3\""),
            "yes-no" => "true",
            "time" => of_field().unwrap_or("\"13:30\""),
            "language" => "@language",
            "id" => of_field().unwrap_or("@staff"),
            "letter" if name == "id" => "A",
            "fraction" | "words" | "level" | "steps" | "episodes" | "share" | "items"
            | "attainment" | "letter" => match name {
                "data" | "values" | "value" => "@value",
                _ => of_field().unwrap_or("@value"),
            },
            _ => of_field().unwrap_or(""),
        }
    }

    fn filled(&self, shape: &str, found: &str) -> Option<String> {
        let context = self.context();
        let sample: Sample = context.sample();
        let filled = example::fill(shape, &context.ids, &sample, found);
        filled.filter(|line| !line.is_empty())
    }

    fn layout(&self) -> Place {
        if self.file.is_sheet() {
            return Place::Column;
        }
        let text = self.context().text(self.file);
        let Some(first) = self.entries.first() else {
            let at = self.at().span;
            let word = text.get(at.start..at.end).unwrap_or_default();
            let is_word = |c: char| c.is_alphanumeric() || c == '-';
            return if self.what == "measure" && !word.is_empty() && word.chars().all(is_word) {
                Place::Instead(word.to_owned())
            } else if at.start == 0 {
                Place::Below(0)
            } else {
                Place::Inside
            };
        };
        let before = text.get(..first.key_span.start).unwrap_or_default();
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        let margin = before.get(line..).unwrap_or_default();
        if margin.chars().all(|c| matches!(c, ' ' | '-' | '\u{feff}')) {
            Place::Below(margin.trim_start_matches('\u{feff}').len())
        } else {
            Place::Inside
        }
    }
}

/// Words with commas between them, as the list that they probably are.
pub(super) fn list_of(words: &str) -> Option<String> {
    let parts = words.split([',', ';', '،', '、', '，', '；']);
    let parts: Vec<&str> = parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let quoted = |part: &&str| {
        let plain = part
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.'));
        let plain = plain && part.starts_with(char::is_alphabetic);
        if plain {
            (*part).to_owned()
        } else {
            format!("\"{}\"", part.replace(['"', '\\'], ""))
        }
    };
    let list: Vec<String> = parts.iter().map(quoted).collect();
    (list.len() > 1).then(|| format!("[{}]", list.join(", ")))
}
