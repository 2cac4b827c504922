//! The example line in a message about a field, and where it goes.

use super::Fields;
use crate::diagnostic::{Diagnostic, Expected, LinePlace};
use crate::parse::Node;
use crate::schema;
use crate::validate::example;

/// Where another entry of a map goes.
enum Layout {
    /// Below its other lines, with this many spaces before it.
    Below(usize),
    /// Inside its braces.
    Inside,
    /// Together with the one word that the map is short for, instead of it.
    Instead(String),
    /// Into a new column of a sheet.
    Column,
}

impl Fields<'_> {
    /// Adds the line for the missing field `name`.
    pub(in crate::validate) fn with_line(&self, fault: Diagnostic, name: &str) -> Diagnostic {
        self.with_line_of(fault, name, "")
    }

    /// The same for a field of a kind of measure.
    pub(super) fn with_line_of(&self, fault: Diagnostic, name: &str, measure: &str) -> Diagnostic {
        let field = self.kind.field_of(name, measure);
        let shape = field.and_then(schema::Field::shape);
        let value = shape.and_then(|shape| self.filled(shape, ""));
        let line = value.map(|value| format!("{name}: {value}"));
        let (place, example) = match (self.layout(), line) {
            (Layout::Column, _) => (LinePlace::Column, Some(name.to_owned())),
            (Layout::Below(spaces), line) => {
                let indented = line.map(|line| " ".repeat(spaces) + &line);
                (LinePlace::Below, indented)
            }
            (Layout::Inside, line) => (LinePlace::Inside, line),
            (Layout::Instead(word), line) => {
                let map = line.map(|line| format!("{{kind: {word}, {line}}}"));
                (LinePlace::Instead, map)
            }
        };
        let fault = fault.select(place);
        fault.with("example", example.unwrap_or_default())
    }

    /// Adds an example of what `node` should be, of the form `shape`: the whole line
    /// if the node is the value of a field.
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

    /// The form of a value that should be `expected`.
    pub(super) fn shape(&self, name: &str, expected: Expected) -> &'static str {
        let of_field = || self.kind.field(name).and_then(schema::Field::shape);
        match expected {
            Expected::Map => of_field().unwrap_or("{}"),
            Expected::Data => "{@past: @value}",
            Expected::Count => of_field().unwrap_or("3"),
            Expected::Number if is_value(name) => "@value",
            Expected::Number => of_field().unwrap_or("12.5"),
            Expected::Text => of_field().unwrap_or("\"Reading: page 3\""),
            Expected::YesNo => "true",
            Expected::Time => of_field().unwrap_or("\"13:30\""),
            Expected::Language => "@language",
            Expected::Id => of_field().unwrap_or("@staff"),
            Expected::Letter if name == "id" => "A",
            Expected::Choice | Expected::Rows | Expected::TextPhone => of_field().unwrap_or(""),
            _ if is_value(name) => "@value",
            _ => of_field().unwrap_or("@value"),
        }
    }

    fn filled(&self, shape: &str, found: &str) -> Option<String> {
        let context = self.context;
        let filled = example::fill(shape, &context.ids, &context.sample(), found);
        filled.filter(|line| !line.is_empty())
    }

    fn layout(&self) -> Layout {
        if self.file.is_sheet() {
            return Layout::Column;
        }
        let text = self.context.file_text(self.file);
        let Some(first) = self.entries.first() else {
            let at = self.at().span;
            let word = text.get(at.start..at.end).unwrap_or_default();
            let is_word = |c: char| c.is_alphanumeric() || c == '-';
            return if self.kind.name == schema::MEASURE.name
                && !word.is_empty()
                && word.chars().all(is_word)
            {
                Layout::Instead(word.to_owned())
            } else if at.start == 0 {
                Layout::Below(0)
            } else {
                Layout::Inside
            };
        };
        let before = text.get(..first.key_span.start).unwrap_or_default();
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        let margin = before.get(line..).unwrap_or_default();
        if margin.chars().all(|c| matches!(c, ' ' | '-' | '\u{feff}')) {
            Layout::Below(margin.trim_start_matches('\u{feff}').len())
        } else {
            Layout::Inside
        }
    }
}

/// Whether a field holds a value of the goal's measure.
fn is_value(name: &str) -> bool {
    matches!(name, "data" | "values" | "value")
}
