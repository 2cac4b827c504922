//! Single values of facts: numbers, references, languages. Days, times and
//! choices have files of their own.

mod choice;
mod day;
mod list;
mod time;

pub(super) use list::listed;

use std::fmt::Display;

use super::fields::Fields;
use crate::diagnostic::{Code, Diagnostic};
use crate::input::{self, NotANumber, Reading};
use crate::parse::Node;
use crate::source::{Place, Spanned};

impl Fields<'_> {
    /// A number.
    pub(in crate::validate) fn number(&self, name: &'static str) -> Option<Spanned<f64>> {
        let node = self.node(name)?;
        let value = self.number_of(name, "number", node)?;
        let at = self.place(node.span);
        Some(Spanned { value, at })
    }

    /// The number that a node spells; `expected` is what should stand there.
    pub(in crate::validate) fn number_of(
        &self,
        name: &str,
        expected: &'static str,
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
                self.wrong(name, expected, node);
                None
            }
        }
    }

    /// Asks which of two meanings a value has.
    pub(in crate::validate) fn two_readings(&self, node: &Node, first: String, second: String) {
        let fault = Diagnostic::at(Code::TwoReadings, &self.place(node.span));
        let fault = fault.with("problem", "two");
        let fault = fault.with("found", node.text().unwrap_or_default().trim());
        self.report(fault.with("first", first).with("second", second));
    }

    /// A whole number that counts something.
    pub(in crate::validate) fn count(&self, name: &'static str) -> Option<Spanned<u32>> {
        let node = self.node(name)?;
        let Ok(read) = input::count(node.text().unwrap_or_default()) else {
            self.wrong(name, "count", node);
            return None;
        };
        Some(Spanned {
            value: self.meant(node, read),
            at: self.place(node.span),
        })
    }

    /// What a value stands for, with a note where it was typed in another way.
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

    /// Notes that what was found is read as something else.
    pub(in crate::validate) fn read_as(&self, at: &Place, found: &str, read: &str) {
        self.context().read_as(at, found, read);
    }

    /// Asks about a comma in a number.
    pub(in crate::validate) fn comma(&self, node: &Node, point: String) {
        let at = self.place(node.span);
        let fault = Diagnostic::at(Code::DecimalComma, &at);
        let fault = fault.with("found", node.text().unwrap_or_default());
        self.report(fault.with("better", point.as_str()).fix(&at, point));
    }

    /// `true` or `false`, also as `yes` or `no`.
    pub(in crate::validate) fn yes(&self, name: &'static str) -> Option<bool> {
        let node = self.node(name)?;
        let answer = node.text().and_then(yes_or_no);
        if answer.is_none() {
            self.wrong(name, "yes-no", node);
        }
        answer.map(|answer| self.meant(node, answer))
    }

    /// Characters that are shown as they are: a telephone number, a code.
    pub(in crate::validate) fn plain(&self, name: &'static str) -> Option<String> {
        let node = self.node(name)?;
        let text = node.text().map(str::trim);
        if text.is_none() {
            self.wrong(name, "text", node);
        }
        text.map(str::to_owned)
    }

    /// A number that takes text messages: no extension, and one number only.
    pub(in crate::validate) fn text_phone(&self, name: &'static str) -> Option<String> {
        let node = self.node(name)?;
        let sign = |c: char| c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | '.' | ' ');
        let text = node.text().map(str::trim).filter(|text| {
            // Some services have numbers of five digits.
            let digits = text.chars().filter(char::is_ascii_digit).count();
            (5..=15).contains(&digits) && text.chars().all(sign)
        });
        if text.is_none() {
            self.wrong(name, "text-phone", node);
        }
        text.map(str::to_owned)
    }
}

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
