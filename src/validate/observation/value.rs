//! A single value: a number, tries, codes, words, or a list.

use super::typed::{self, NotAValue, as_written, is_code, is_share};
use super::{Found, MeasureReader, Unchecked};
use crate::diagnostic::{Code, Diagnostic, Expected, ReadingsProblem, nearest};
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
        fields.report_type_error(name, self.expected(), node);
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
                    fields.read_as(&at, text, &as_written(self.measure, raw));
                }
                Some(Found::RecordedValue(read.value()))
            }
            Err(problem) => {
                self.report_not_a_value(fields, name, self.expected(), node, problem);
                None
            }
        }
    }

    /// Reports characters that are no value of this measure.
    pub(super) fn report_not_a_value(
        &self,
        fields: &Fields,
        name: &str,
        expected: Expected,
        node: &Node,
        problem: NotAValue,
    ) {
        let at = fields.place(node.span);
        let text = node.text().unwrap_or_default().trim();
        match (problem, self.measure) {
            (NotAValue::Code, Measure::Prompt { ladder }) => {
                report_letter(fields, name, ladder, text, &at);
            }
            (NotAValue::Shape | NotAValue::Code, _) => {
                fields.report_type_error(name, expected, node);
            }
            (NotAValue::Comma(better), _) => fields.comma(node, better),
            (NotAValue::Two(first, second), _) => fields.two_readings(node, first, second),
            (NotAValue::Excel(tries), _) => {
                let fault = Diagnostic::at(Code::TwoReadings, &at)
                    .select(ReadingsProblem::Excel)
                    .with("found", text)
                    .with("first", tries);
                fields.report(fault);
            }
        }
    }

    /// What a value of this measure should be.
    pub(super) fn expected(&self) -> Expected {
        match self.measure {
            measure if is_share(measure) => Expected::Share,
            Measure::Percent { .. } | Measure::Interval { .. } => Expected::Fraction,
            Measure::WordsPerMinute => Expected::Words,
            Measure::Level { .. } => Expected::Level,
            Measure::Prompt { .. } => Expected::Letter,
            Measure::Items { .. } => Expected::Items,
            Measure::GoalAttainment { .. } => Expected::Attainment,
            Measure::Steps { .. } => Expected::Steps,
            Measure::Duration { .. } | Measure::Latency { .. } => Expected::Episodes,
            Measure::Count { .. } | Measure::Rate { .. } | Measure::Score { .. } => {
                Expected::Number
            }
        }
    }
}

/// Reports a code that is not in the prompt hierarchy.
pub(super) fn report_letter(
    fields: &Fields,
    name: &str,
    ladder: &PromptHierarchy,
    found: &str,
    at: &Place,
) {
    let choices: Vec<String> = ladder
        .levels
        .iter()
        .map(|level| format!("{} ({})", level.id, level.name.original))
        .collect();
    let fault = Diagnostic::at(Code::UnknownChoice, at)
        .with("field", name)
        .with("found", found)
        .with("nearest", "")
        .with("list", "")
        .with("choices", choices.join(", "));
    fields.report(fault);
}

/// The learned items: a list of them, a text with commas, or how many they are.
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
    let fault = Diagnostic::at(Code::UnknownChoice, at)
        .with("field", name)
        .with("found", found)
        .with("list", "")
        .with("nearest", guess.unwrap_or_default())
        .with("choices", known.join(", "));
    fields.report(fault);
}

/// The episodes of one session, each in the goal's unit.
pub(super) fn episodes(
    fields: &Fields,
    name: &'static str,
    nodes: &[Node],
    unit: TimeUnit,
) -> Option<RecordedValue> {
    let read =
        nodes.iter().map(
            |node| match typed::lasting(node.text().unwrap_or_default(), unit) {
                Ok(read) => Some(fields.meant(node, read)),
                Err(NotAValue::Comma(better)) => {
                    fields.comma(node, better);
                    None
                }
                Err(NotAValue::Two(first, second)) => {
                    fields.two_readings(node, first, second);
                    None
                }
                Err(_) => {
                    fields.report_type_error(name, Expected::Episodes, node);
                    None
                }
            },
        );
    let read: Vec<Option<f64>> = read.collect();
    let numbers: Vec<f64> = read.into_iter().collect::<Option<_>>()?;
    (!numbers.is_empty()).then_some(RecordedValue::Episodes(numbers))
}
