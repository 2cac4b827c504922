//! Numbers, yes or no, and text that is shown as it is.

use std::fmt::Display;

use super::Fields;
use crate::diagnostic::{Code, Diagnostic, Expected, ReadingsProblem};
use crate::input::{self, NotANumber, Reading};
use crate::parse::Node;
use crate::source::Spanned;

impl Fields<'_> {
    /// A number.
    pub(in crate::validate) fn number(&mut self, name: &'static str) -> Option<Spanned<f64>> {
        let node = self.node(name)?;
        let value = self.number_of(name, Expected::Number, node)?;
        let at = self.place(node.span);
        Some(Spanned { value, at })
    }

    /// The number that a node is. Reports any other value as not `expected`.
    pub(in crate::validate) fn number_of(
        &self,
        name: &str,
        expected: Expected,
        node: &Node,
    ) -> Option<f64> {
        match input::number(node.text().unwrap_or_default()) {
            Ok(read) => Some(self.meant(node, read)),
            Err(NotANumber::Comma { point, thousands }) => {
                match thousands.filter(|thousands| thousands.total_cmp(&point).is_ne()) {
                    Some(one) => self.two_readings(node, one.to_string(), point.to_string()),
                    None => self.comma(node, point.to_string()),
                }
                None
            }
            Err(NotANumber::Shape) => {
                self.report_type_error(name, expected, node);
                None
            }
        }
    }

    /// Reports a value that can mean two things.
    pub(in crate::validate) fn two_readings(&self, node: &Node, first: String, second: String) {
        let fault = Diagnostic::at(Code::TwoReadings, &self.place(node.span))
            .select(ReadingsProblem::Two)
            .with("found", node.text().unwrap_or_default().trim())
            .with("first", first)
            .with("second", second);
        self.report(fault);
    }

    /// A whole number that counts something.
    pub(in crate::validate) fn count(&mut self, name: &'static str) -> Option<Spanned<u32>> {
        let node = self.node(name)?;
        let Ok(read) = input::count(node.text().unwrap_or_default()) else {
            self.report_type_error(name, Expected::Count, node);
            return None;
        };
        Some(Spanned {
            value: self.meant(node, read),
            at: self.place(node.span),
        })
    }

    /// What a value means, with a note if it is written in another way.
    pub(in crate::validate) fn meant<T: Display>(&self, node: &Node, read: Reading<T>) -> T {
        if let Reading::Meant(value) = &read {
            self.read_as(
                &self.place(node.span),
                node.text().unwrap_or_default(),
                &value.to_string(),
            );
        }
        read.value()
    }

    /// Reports a comma in a number that is probably a decimal point.
    pub(in crate::validate) fn comma(&self, node: &Node, point: String) {
        let at = self.place(node.span);
        let fault = Diagnostic::at(Code::DecimalComma, &at)
            .with("found", node.text().unwrap_or_default())
            .with("better", point.as_str());
        self.report(fault.fix(&at, point));
    }

    /// `true` or `false`, also as `yes` or `no`.
    pub(in crate::validate) fn yes(&mut self, name: &'static str) -> Option<bool> {
        let node = self.node(name)?;
        let answer = node.text().and_then(yes_or_no);
        if answer.is_none() {
            self.report_type_error(name, Expected::YesNo, node);
        }
        answer.map(|answer| self.meant(node, answer))
    }

    /// Characters that are shown as they are: a telephone number, a code.
    pub(in crate::validate) fn plain(&mut self, name: &'static str) -> Option<String> {
        let node = self.node(name)?;
        let text = node.text().map(str::trim);
        if text.is_none() {
            self.report_type_error(name, Expected::Text, node);
        }
        text.map(str::to_owned)
    }

    /// A number that takes text messages: no extension, and one number only.
    pub(in crate::validate) fn text_phone(&mut self, name: &'static str) -> Option<String> {
        let node = self.node(name)?;
        let in_number =
            |c: char| c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | '.' | ' ');
        let text = node.text().map(str::trim).filter(|text| {
            // Some services have numbers of five digits.
            let digits = text.chars().filter(char::is_ascii_digit).count();
            (5..=15).contains(&digits) && text.chars().all(in_number)
        });
        if text.is_none() {
            self.report_type_error(name, Expected::TextPhone, node);
        }
        text.map(str::to_owned)
    }
}

/// `true` or `false`, as authors write it.
pub(in crate::validate) fn yes_or_no(text: &str) -> Option<Reading<bool>> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" => Some(Reading::Exact(true)),
        "false" | "no" => Some(Reading::Exact(false)),
        "y" | "sí" | "si" => Some(Reading::Meant(true)),
        "n" => Some(Reading::Meant(false)),
        _ => None,
    }
}

/// A tag of two or three letters, perhaps with a script or a region.
pub(in crate::validate) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let letters = |part: &str| part.chars().all(|c| c.is_ascii_alphabetic());
    let first = parts
        .next()
        .is_some_and(|part| matches!(part.len(), 2 | 3) && letters(part));
    first
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
        })
}
