//! A value that stands alone: a number, tries, codes, words, or a list.

use super::typed::{self, Fault, as_typed, is_code, is_share};
use super::{Found, MeasureReader, Unchecked};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::input::{self, Reading};
use crate::model::{Measure, PromptHierarchy, RecordedValue, Text, TimeUnit};
use crate::parse::{Kind, Node};
use crate::source::Place;
use crate::validate::fields::Fields;

impl MeasureReader<'_> {
    /// Reads a single value.
    pub(super) fn value(&self, fields: &Fields, name: &'static str, node: &Node) -> Option<Found> {
        match (&node.kind, self.measure) {
            (Kind::Empty, _) => return Some(Found::Unchecked(Unchecked::Blank)),
            (Kind::Scalar(scalar), measure)
                if input::is_not_checked(&scalar.text) && !is_code(measure, &scalar.text) =>
            {
                let words = scalar.text.trim().to_owned();
                return Some(Found::Unchecked(Unchecked::Words(words)));
            }
            (Kind::Scalar(_) | Kind::List(_), Measure::Items { items, .. }) => {
                return learned(fields, name, items, node).map(Found::RecordedValue);
            }
            (Kind::List(nodes), Measure::Duration { unit, .. } | Measure::Latency { unit, .. })
                if !is_share(self.measure) =>
            {
                return episodes(fields, name, nodes, *unit).map(Found::RecordedValue);
            }
            (Kind::Scalar(scalar), _) => return self.scalar(fields, name, node, &scalar.text),
            _ => {}
        }
        fields.wrong(name, self.expected(), node);
        None
    }

    fn scalar(
        &self,
        fields: &Fields,
        name: &'static str,
        node: &Node,
        text: &str,
    ) -> Option<Found> {
        match self.text(text) {
            Ok(read) => {
                if let Reading::Meant(raw) = &read {
                    let at = fields.place(node.span);
                    fields.read_as(&at, text, &as_typed(self.measure, raw));
                }
                Some(Found::RecordedValue(read.value()))
            }
            Err(fault) => {
                self.report_fault(fields, name, self.expected(), node, fault);
                None
            }
        }
    }

    /// Reports characters that are nothing this measure counts.
    pub(super) fn report_fault(
        &self,
        fields: &Fields,
        name: &str,
        expected: &'static str,
        node: &Node,
        fault: Fault,
    ) {
        let at = fields.place(node.span);
        let text = node.text().unwrap_or_default().trim();
        match (fault, self.measure) {
            (Fault::Code, Measure::Prompt { ladder }) => {
                report_letter(fields, name, ladder, text, &at);
            }
            (Fault::Shape | Fault::Code, _) => fields.wrong(name, expected, node),
            (Fault::Comma(better), _) => fields.comma(node, better),
            (Fault::Two(first, second), _) => fields.two_readings(node, first, second),
            (Fault::Excel(tries), _) => {
                let fault = Diagnostic::at(Code::TwoReadings, &at).with("problem", "excel");
                fields.report(fault.with("found", text).with("first", tries));
            }
        }
    }

    /// The word in messages for what an observation of this measure looks like.
    pub(super) fn expected(&self) -> &'static str {
        match self.measure {
            measure if is_share(measure) => "share",
            Measure::Percent { .. } | Measure::Interval { .. } => "fraction",
            Measure::WordsPerMinute => "words",
            Measure::Level { .. } => "level",
            Measure::Prompt { .. } => "letter",
            Measure::Items { .. } => "items",
            Measure::GoalAttainment { .. } => "attainment",
            Measure::Steps { .. } => "steps",
            Measure::Duration { .. } | Measure::Latency { .. } => "episodes",
            Measure::Count { .. } | Measure::Rate { .. } | Measure::Score { .. } => "number",
        }
    }
}

pub(super) fn report_letter(
    fields: &Fields,
    name: &str,
    ladder: &PromptHierarchy,
    found: &str,
    at: &Place,
) {
    let told = ladder.levels.iter().map(|rung| {
        let name = rung.name.original.as_str();
        format!("{} ({name})", rung.id)
    });
    let choices: Vec<String> = told.collect();
    let fault = Diagnostic::at(Code::UnknownChoice, at).with("field", name);
    let fault = fault
        .with("found", found)
        .with("nearest", "")
        .with("list", "");
    fields.report(fault.with("choices", choices.join(", ")));
}

/// The items that are learned: a list of them, in words or between commas, or
/// how many they are.
fn learned(
    fields: &Fields,
    name: &'static str,
    items: &[Text],
    node: &Node,
) -> Option<RecordedValue> {
    let text = node.text();
    if let Some(Ok(read)) = text.map(input::number) {
        return Some(RecordedValue::Number(fields.meant(node, read)));
    }
    let all = f64::from(u32::try_from(items.len()).unwrap_or(u32::MAX));
    if let Some(Ok(read)) = text.map(input::tries)
        && (read.value().whole - all).abs() < 0.5
    {
        return Some(RecordedValue::Number(
            fields.meant(node, Reading::Meant(read.value().part)),
        ));
    }
    let words: Vec<(&str, &Node)> = if let Kind::List(nodes) = &node.kind {
        let texts = nodes.iter().map(|node| (node.text().unwrap_or("-"), node));
        texts.collect()
    } else {
        let words = text.unwrap_or_default().split([',', ';']);
        words.map(|word| (word, node)).collect()
    };
    let known: Vec<&str> = items.iter().map(|item| item.original.as_str()).collect();
    let place = |(word, node): (&str, &Node)| {
        let word = word.trim();
        let same = |item: &&str| item.to_lowercase() == word.to_lowercase();
        let place = known.iter().position(same);
        if place.is_none() {
            report_item(fields, name, &known, word, &fields.place(node.span));
        }
        place
    };
    let places: Vec<Option<usize>> = words.into_iter().map(place).collect();
    places
        .into_iter()
        .collect::<Option<_>>()
        .map(RecordedValue::Items)
}

fn report_item(fields: &Fields, name: &str, known: &[&str], found: &str, at: &Place) {
    let guess = nearest(found, known.iter().copied());
    let fault = Diagnostic::at(Code::UnknownChoice, at).with("field", name);
    let fault = fault.with("found", found).with("list", "");
    let fault = fault.with("nearest", guess.unwrap_or_default());
    fields.report(fault.with("choices", known.join(", ")));
}

/// The episodes of one session, each in the goal's own unit.
pub(super) fn episodes(
    fields: &Fields,
    name: &'static str,
    nodes: &[Node],
    unit: TimeUnit,
) -> Option<RecordedValue> {
    let read = nodes.iter().map(|node| {
        let read = typed::lasting(node.text().unwrap_or_default(), unit);
        match read {
            Ok(read) => Some(fields.meant(node, read)),
            Err(Fault::Comma(better)) => {
                fields.comma(node, better);
                None
            }
            Err(Fault::Two(first, second)) => {
                fields.two_readings(node, first, second);
                None
            }
            Err(_) => {
                fields.wrong(name, "episodes", node);
                None
            }
        }
    });
    let read: Vec<Option<f64>> = read.collect();
    let numbers: Vec<f64> = read.into_iter().collect::<Option<_>>()?;
    (!numbers.is_empty()).then_some(RecordedValue::Episodes(numbers))
}
