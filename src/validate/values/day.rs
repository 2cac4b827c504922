//! Days.

use std::fmt::Display;

use crate::diagnostic::{Code, Diagnostic};
use crate::input::{self, NotADay, Reading};
use crate::model::Date;
use crate::parse::{Entry, Node};
use crate::source::{Place, Spanned};
use crate::validate::context::Context;
use crate::validate::dated::{is_far, too_far};
use crate::validate::fields::Fields;

impl Context {
    /// Notes that what was found is read as something else.
    pub(in crate::validate) fn read_as(&self, at: &Place, found: &str, read: &str) {
        let note = Diagnostic::at(Code::ReadAs, at).with("found", found);
        self.report(note.with("read", read).fix(at, read));
    }

    /// The day that some characters spell, reported where there is none.
    pub(in crate::validate) fn day(&self, at: &Place, text: &str) -> Option<Date> {
        self.take(at, text, input::day(text, self.year))
    }

    fn take<T: Display>(
        &self,
        at: &Place,
        text: &str,
        read: Result<Reading<T>, NotADay>,
    ) -> Option<T> {
        match read {
            Ok(Reading::Exact(value)) => Some(value),
            Ok(Reading::Meant(value)) => {
                self.read_as(at, text, &value.to_string());
                Some(value)
            }
            Err(problem) => {
                self.report(self.no_day(problem, at, text));
                None
            }
        }
    }

    /// What to say of characters that are no day.
    pub(in crate::validate) fn no_day(
        &self,
        problem: NotADay,
        at: &Place,
        found: &str,
    ) -> Diagnostic {
        let fault = Diagnostic::at(Code::BadDate, at).with("found", found);
        match problem {
            NotADay::Shape => fault.with("problem", "shape"),
            NotADay::Month => fault.with("problem", "month"),
            NotADay::Day(days) => fault.with("problem", "day").with("days", f64::from(days)),
            NotADay::Order(first, second) => {
                let fault = fault.with("problem", "order");
                let fault = fault.with("first", first.to_string());
                fault.with("second", second.to_string())
            }
            NotADay::Year => {
                let fault = fault.with("problem", "year");
                fault.with("first", self.newest(found).to_string())
            }
            NotADay::Weekday(day) => {
                let fault = fault.with("problem", "weekday");
                fault.with("first", day.to_string())
            }
        }
    }

    /// The newest such day that has been.
    fn newest(&self, text: &str) -> Date {
        let a_year = jiff::Span::new().days(364);
        let from = self.today.checked_sub(a_year).unwrap_or(self.today);
        let read = input::day(text, Some((from, self.today)));
        read.map_or(self.today, Reading::value)
    }
}

impl Fields<'_> {
    /// A day.
    pub(in crate::validate) fn date(&self, name: &'static str) -> Option<Spanned<Date>> {
        let node = self.node(name)?;
        self.date_of(node)
    }

    /// A day that has to be there.
    pub(in crate::validate) fn need_date(&self, name: &'static str) -> Option<Spanned<Date>> {
        if self.node(name).is_none() {
            self.missing(name);
        }
        self.date(name)
    }

    /// The day that a node spells.
    pub(in crate::validate) fn date_of(&self, node: &Node) -> Option<Spanned<Date>> {
        let at = self.place(node.span);
        let value = self.context().day(&at, node.text().unwrap_or("-"))?;
        let day = Spanned { value, at };
        let today = self.context().today;
        if is_far(value, today) {
            self.report(too_far(&day, "today").with("other", today.to_string()));
        }
        Some(day)
    }

    /// The day that stands in the place of a field's name.
    pub(in crate::validate) fn key_date(&self, entry: &Entry) -> Option<Spanned<Date>> {
        let at = self.place(entry.key_span);
        let value = self.context().day(&at, &entry.key)?;
        Some(Spanned { value, at })
    }

    /// `from` and `to`, in this order.
    pub(in crate::validate) fn period(&self) -> Option<(Date, Date)> {
        let from = self.need_date("from");
        let to = self.need_date("to");
        let (from, to) = (from?, to?);
        if from.value > to.value {
            self.report(Diagnostic::at(Code::DatesReversed, &to.at).label(&from.at, "earlier"));
        }
        Some((from.value, to.value))
    }
}
