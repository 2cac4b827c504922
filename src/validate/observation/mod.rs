//! What was counted on one day, checked against what the goal counts.

mod check;
mod map;
mod typed;
mod value;

pub(super) use check::{rounded, told};
use typed::Fault;
pub(super) use typed::is_code;

use check::report_range;

use super::fields::Fields;
use crate::diagnostic::{Code, Diagnostic};
use crate::input;
use crate::model::{Date, Measure, Observation, RecordedValue, Setting, Text};
use crate::parse::{Entry, Kind, Node};
use crate::source::{Place, Spanned};

/// How what was seen is read and checked.
pub(super) struct MeasureReader<'a> {
    /// What is counted.
    pub(super) measure: &'a Measure,
    /// How many steps the list had until a day, the first day first.
    pub(super) steps_before: &'a [(Date, f64)],
}

/// What stands in the place of one observation.
enum Found {
    /// What was counted.
    RecordedValue(RecordedValue),
    /// Nothing was checked.
    Unchecked(Unchecked),
}

/// What says that nothing was checked.
enum Unchecked {
    /// Nothing stands in the place of a number.
    Blank,
    /// These words stand there.
    Words(String),
    /// A note stands there, and no number.
    Note(String),
}

/// What was seen, and where that is written.
pub(super) type Seen = Spanned<Observation>;

impl MeasureReader<'_> {
    /// What a value of this measure looks like, where `text` is nothing like it.
    /// Codes and items have choices, which are told when they are read.
    pub(super) fn misfit(&self, text: &str) -> Option<&'static str> {
        let chosen = matches!(self.measure, Measure::Items { .. } | Measure::Prompt { .. });
        let shape = || matches!(self.text(text), Err(Fault::Shape));
        (!chosen && shape()).then(|| self.expected())
    }

    /// Reads the observations under one date.
    pub(super) fn on_day(&self, fields: &Fields, date: Date, node: &Node) -> Vec<Seen> {
        let several = match &node.kind {
            Kind::List(items) if !self.list_is_one() => items.iter().collect(),
            _ => vec![node],
        };
        let one = |node| self.one(fields, date, node);
        several.into_iter().filter_map(one).collect()
    }

    /// In these measures a list is the episodes of one session, or the items
    /// that are learned.
    fn list_is_one(&self) -> bool {
        matches!(
            self.measure,
            Measure::Duration { .. } | Measure::Latency { .. } | Measure::Items { .. }
        )
    }

    fn one(&self, fields: &Fields, date: Date, node: &Node) -> Option<Seen> {
        let at = fields.place(node.span);
        if let Kind::Map(entries) = &node.kind {
            let map = observation(fields, &at, entries).among_numbers();
            return self.row(map, date, &at);
        }
        let raw = match self.value(fields, "data", node)? {
            Found::RecordedValue(raw) => raw,
            Found::Unchecked(why) => {
                report_unchecked(fields, date, &why, &at);
                return None;
            }
        };
        let observation = Observation {
            date,
            raw: self.checked(fields, date, raw, &at),
            setting: Setting::SmallGroup,
            note: None,
            sure: false,
        };
        Some(Spanned {
            value: observation,
            at,
        })
    }

    /// Reads one observation out of a map of its own; `at` is where it stands.
    pub(super) fn row(&self, map: Fields, date: Date, at: &Place) -> Option<Seen> {
        let found = self.of_map(&map);
        self.whole(map, date, at, found)
    }

    /// The same where it has been counted already; `map` has the rest.
    pub(super) fn counted_row(
        &self,
        map: Fields,
        date: Date,
        at: &Place,
        raw: RecordedValue,
    ) -> Option<Seen> {
        self.whole(map, date, at, Some(Found::RecordedValue(raw)))
    }

    fn whole(&self, map: Fields, date: Date, at: &Place, found: Option<Found>) -> Option<Seen> {
        let setting = map.choice("setting", &SETTINGS);
        let note: Option<Text> = map.text("note");
        let sure = map.yes("sure").unwrap_or(false);
        map.accept(&["by", "staff_note"]);
        let raw = match found {
            Some(Found::RecordedValue(raw)) => Some(self.checked(&map, date, raw, at)),
            Some(Found::Unchecked(why)) => {
                report_unchecked(&map, date, &why, at);
                None
            }
            None => None,
        };
        map.finish();
        let value = Observation {
            date,
            raw: raw?,
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
            let map = observation(fields, &at, entries);
            let found = self.of_map(&map);
            map.accept(&["setting", "by", "note", "staff_note"]);
            map.finish();
            found
        } else {
            self.value(fields, "values", node)
        };
        match found? {
            Found::RecordedValue(raw) => {
                let value = self.checked(fields, date, raw, &at);
                Some(Spanned { value, at })
            }
            Found::Unchecked(why) => {
                report_unchecked(fields, date, &why, &at);
                None
            }
        }
    }

    /// Reads `name`, which holds a value of the measure: a target, a criterion.
    pub(super) fn bound(&self, fields: &Fields, name: &'static str) -> Option<Spanned<f64>> {
        let node = fields.node(name)?;
        let bound = Spanned {
            value: self.bound_of(fields, name, node)?,
            at: fields.place(node.span),
        };
        report_range(fields, self.measure, bound.value, &bound.at);
        Some(bound)
    }

    /// The value that some words of a criterion spell.
    pub(super) fn typed_bound(&self, text: &str) -> Option<f64> {
        let read = self.bound_text(text).ok()?;
        Some(self.measure.value(&read.value()))
    }

    fn bound_of(&self, fields: &Fields, name: &'static str, node: &Node) -> Option<f64> {
        let expected = match self.measure {
            Measure::Prompt { .. } => "letter",
            _ => "number",
        };
        let Some(text) = node.text() else {
            fields.wrong(name, expected, node);
            return None;
        };
        match self.bound_text(text) {
            Ok(read) => {
                let signed = self.measure.of_hundred() && input::number(text).is_err();
                let meant = read.is_meant() || signed;
                let value = self.measure.value(&read.value());
                if meant {
                    let told = told(self.measure, value);
                    fields.read_as(&fields.place(node.span), text, &told);
                }
                Some(value)
            }
            Err(fault) => {
                self.report_fault(fields, name, expected, node, fault);
                None
            }
        }
    }
}

/// The fields of an observation that has several.
fn observation<'a>(fields: &Fields<'a>, at: &Place, entries: &'a [Entry]) -> Fields<'a> {
    let (context, file) = (fields.context(), fields.file());
    Fields::new(
        context,
        "observation",
        file,
        at.clone(),
        entries,
        Vec::new(),
    )
}

/// Notes that nothing was checked on a day, and why.
fn report_unchecked(fields: &Fields, date: Date, why: &Unchecked, at: &Place) {
    let note = Diagnostic::at(Code::NotChecked, at).with("date", date.to_string());
    fields.report(match why {
        Unchecked::Blank => note.with("problem", "blank"),
        Unchecked::Words(words) => note.with("problem", "words").with("found", words.as_str()),
        Unchecked::Note(words) => note.with("problem", "note").with("found", words.as_str()),
    });
}

const SETTINGS: [(&str, Setting); 3] = [
    ("small-group", Setting::SmallGroup),
    ("class", Setting::Class),
    ("elsewhere", Setting::Elsewhere),
];
