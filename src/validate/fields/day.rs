//! Days.

use super::Fields;
use crate::diagnostic::{Code, Diagnostic, FarDayProblem};
use crate::model::Date;
use crate::parse::{Entry, Node};
use crate::source::Spanned;
use crate::validate::day_checks::{is_far, too_far};

impl Fields<'_> {
    /// A day.
    pub(in crate::validate) fn date(&mut self, name: &'static str) -> Option<Spanned<Date>> {
        let node = self.node(name)?;
        self.date_of(node)
    }

    /// Each day of a list.
    pub(in crate::validate) fn dates(&mut self, name: &'static str) -> Vec<Spanned<Date>> {
        let nodes = self.list(name).into_iter();
        nodes.filter_map(|node| self.date_of(node)).collect()
    }

    fn date_of(&self, node: &Node) -> Option<Spanned<Date>> {
        let at = self.place(node.span);
        let value = self.context.day(&at, node.text().unwrap_or("-"))?;
        let day = Spanned { value, at };
        let today = self.context.today;
        if is_far(value, today) {
            let fault = too_far(&day, FarDayProblem::Today);
            self.report(fault.with("other", today.date().to_string()));
        }
        Some(day)
    }

    /// The day that is the key of an entry.
    pub(in crate::validate) fn key_date(&self, entry: &Entry) -> Option<Spanned<Date>> {
        let at = self.place(entry.key_span);
        let value = self.context.day(&at, &entry.key)?;
        Some(Spanned { value, at })
    }

    /// `from` and `to`, in this order.
    pub(in crate::validate) fn period(&mut self) -> Option<(Date, Date)> {
        let from = self.date("from");
        let to = self.date("to");
        let (from, to) = (from?, to?);
        if from.value > to.value {
            self.report(Diagnostic::at(Code::DatesReversed, &to.at).label(&from.at, "earlier"));
        }
        Some((from.value, to.value))
    }
}
