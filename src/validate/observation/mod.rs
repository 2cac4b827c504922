//! Values of a goal's measure, read and checked against it: those of one day, the
//! probes of a baseline, and bounds such as a target.
//!
//! `typed` reads characters, `value` one value, `map` a value of several numbers, and
//! `check` reports values that are out of range.

mod check;
mod map;
mod typed;
mod value;

use check::report_range;
pub(super) use check::{rounded, told};
use typed::NotAValue;
pub(super) use typed::is_code;

use super::fields::Fields;
use crate::diagnostic::{Code, Diagnostic, Expected, UncheckedReason};
use crate::input;
use crate::model::{Date, Measure, Observation, RecordedValue, Setting};
use crate::parse::{Kind, Node};
use crate::schema::{self, choices};
use crate::source::{Place, Spanned};

/// Reads the values of one measure.
pub(super) struct MeasureReader<'a> {
    pub(super) measure: &'a Measure,
    /// How many steps the task had until a day, the first day first.
    pub(super) steps_before: &'a [(Date, f64)],
}

/// What is in the place of a value.
enum Found {
    RecordedValue(RecordedValue),
    /// Nothing was checked.
    Unchecked(Unchecked),
}

/// What says that nothing was checked.
enum Unchecked {
    /// An empty value.
    Blank,
    /// These words instead of a value.
    Words(String),
    /// This note, and no value.
    Note(String),
}

/// The value of one day, and where it is.
pub(super) type DatedValue = Spanned<Observation>;

impl MeasureReader<'_> {
    /// What a value of this measure should be, if `text` is nothing like it. `None` for
    /// codes and items too, whose choices are reported when they are read.
    pub(super) fn misfit(&self, text: &str) -> Option<Expected> {
        let chosen = matches!(self.measure, Measure::Items { .. } | Measure::Prompt { .. });
        let misfit = || matches!(self.text(text), Err(NotAValue::Shape));
        (!chosen && misfit()).then(|| self.expected())
    }

    /// Reads the values under one day.
    pub(super) fn on_day(&self, fields: &Fields, date: Date, node: &Node) -> Vec<DatedValue> {
        let several = match &node.kind {
            Kind::List(items) if !self.list_is_one() => items.iter().collect(),
            _ => vec![node],
        };
        let one = |node| self.one(fields, date, node);
        several.into_iter().filter_map(one).collect()
    }

    /// Whether a list is one value: the episodes of a session, or the learned items.
    fn list_is_one(&self) -> bool {
        matches!(
            self.measure,
            Measure::Duration { .. } | Measure::Latency { .. } | Measure::Items { .. }
        )
    }

    fn one(&self, fields: &Fields, date: Date, node: &Node) -> Option<DatedValue> {
        let at = fields.place(node.span);
        if let Kind::Map(entries) = &node.kind {
            return fields.untranslated(&schema::OBSERVATION, at.clone(), entries, |map| {
                self.row(map, date, &at)
            });
        }
        let found = self.value(fields, "data", node)?;
        let value = Observation {
            date,
            raw: self.recorded(fields, date, found, &at)?,
            setting: Setting::SmallGroup,
            note: None,
            sure: false,
        };
        Some(Spanned { value, at })
    }

    /// Reads the value of one day out of a map.
    pub(super) fn row(&self, map: &mut Fields, date: Date, at: &Place) -> Option<DatedValue> {
        let found = self.of_map(map);
        self.rest(map, date, at, found)
    }

    /// The same for a value that is known already. `map` has the other fields.
    pub(super) fn counted_row(
        &self,
        map: &mut Fields,
        date: Date,
        at: &Place,
        raw: RecordedValue,
    ) -> Option<DatedValue> {
        self.rest(map, date, at, Some(Found::RecordedValue(raw)))
    }

    fn rest(
        &self,
        map: &mut Fields,
        date: Date,
        at: &Place,
        found: Option<Found>,
    ) -> Option<DatedValue> {
        let setting = map.choice("setting", &choices::SETTINGS);
        let note = map.text("note");
        let sure = map.yes("sure").unwrap_or(false);
        let value = Observation {
            date,
            raw: self.recorded(map, date, found?, at)?,
            setting: setting.unwrap_or(Setting::SmallGroup),
            note,
            sure,
        };
        Some(Spanned {
            value,
            at: at.clone(),
        })
    }

    /// Reads one probe of the baseline.
    pub(super) fn probe(
        &self,
        fields: &Fields,
        date: Date,
        node: &Node,
    ) -> Option<Spanned<RecordedValue>> {
        let at = fields.place(node.span);
        let found = if let Kind::Map(entries) = &node.kind {
            fields.untranslated(&schema::OBSERVATION, at.clone(), entries, |map| {
                self.of_map(map)
            })
        } else {
            self.value(fields, "values", node)
        };
        let value = self.recorded(fields, date, found?, &at)?;
        Some(Spanned { value, at })
    }

    /// The value, checked. Returns `None` if nothing was checked, with a note why.
    fn recorded(
        &self,
        fields: &Fields,
        date: Date,
        found: Found,
        at: &Place,
    ) -> Option<RecordedValue> {
        let why = match found {
            Found::RecordedValue(raw) => return Some(self.checked(fields, date, raw, at)),
            Found::Unchecked(why) => why,
        };
        let note = Diagnostic::at(Code::NotChecked, at).with("date", date.to_string());
        fields.report(match why {
            Unchecked::Blank => note.select(UncheckedReason::Blank),
            Unchecked::Words(words) => note.select(UncheckedReason::Words).with("found", words),
            Unchecked::Note(words) => note.select(UncheckedReason::Note).with("found", words),
        });
        None
    }

    /// Reads the field `name`, which is one number of the measure: a target, a criterion.
    pub(super) fn bound(&self, fields: &mut Fields, name: &'static str) -> Option<Spanned<f64>> {
        let node = fields.node(name)?;
        let bound = Spanned {
            value: self.bound_of(fields, name, node)?,
            at: fields.place(node.span),
        };
        report_range(fields, self.measure, bound.value, &bound.at);
        Some(bound)
    }

    /// The number that some words of a criterion are.
    pub(super) fn typed_bound(&self, text: &str) -> Option<f64> {
        let read = self.bound_text(text).ok()?;
        Some(self.measure.value(&read.value()))
    }

    fn bound_of(&self, fields: &Fields, name: &'static str, node: &Node) -> Option<f64> {
        let expected = match self.measure {
            Measure::Prompt { .. } => Expected::Letter,
            _ => Expected::Number,
        };
        let Some(text) = node.text() else {
            fields.report_type_error(name, expected, node);
            return None;
        };
        match self.bound_text(text) {
            Ok(read) => {
                let with_sign = self.measure.of_hundred() && input::number(text).is_err();
                let meant = read.is_meant() || with_sign;
                let value = self.measure.value(&read.value());
                if meant {
                    let told = told(self.measure, value);
                    fields.read_as(&fields.place(node.span), text, &told);
                }
                Some(value)
            }
            Err(problem) => {
                self.report_not_a_value(fields, name, expected, node, problem);
                None
            }
        }
    }
}
