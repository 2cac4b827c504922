//! Times of day.

use super::Fields;
use crate::diagnostic::{Code, Diagnostic, Expected, TimeProblem};
use crate::input::{self, NotATime, Reading};
use crate::model::{Clock, Hours};
use crate::parse::Node;
use crate::source::{Place, Spanned};

/// A field, its value, and the time of day that the value is.
type Typed<'a> = (&'static str, &'a Node, Result<Reading<Clock>, NotATime>);

impl<'a> Fields<'a> {
    /// A time of day.
    pub(in crate::validate) fn time(&mut self, name: &'static str) -> Option<Spanned<Clock>> {
        let (name, node, read) = self.typed_time(name)?;
        self.settled(name, node, read)
    }

    /// `start` and `end`, in this order and both or neither. The place is that of
    /// `start`.
    pub(in crate::validate) fn hours(&mut self) -> Option<Spanned<Hours>> {
        let (start, end) = (self.typed_time("start"), self.typed_time("end"));
        for (name, other) in [("start", &end), ("end", &start)] {
            if other.is_some() {
                self.need(name);
            }
        }
        let (start, end) = match (start, end) {
            (Some(start), Some(end)) => together(start, end),
            (start, end) => {
                for (name, node, read) in [start, end].into_iter().flatten() {
                    let _ = self.settled(name, node, read);
                }
                return None;
            }
        };
        // One lesson is one question.
        if let (Err(NotATime::Bare(later)), Err(NotATime::Bare(_))) = (start.2, end.2) {
            let other = self.place(end.1.span);
            let fault = self.at_night(start.0, start.1, later, TimeProblem::Bare);
            self.report(fault.label(&other, "other"));
            return None;
        }
        let start = self.settled(start.0, start.1, start.2);
        let end = self.settled(end.0, end.1, end.2);
        let (start, end) = (start?, end?);
        if end.value <= start.value {
            let fault = Diagnostic::at(Code::HoursReversed, &end.at);
            self.report(fault.label(&start.at, "earlier"));
            return None;
        }
        Some(Spanned {
            value: Hours {
                start: start.value,
                end: end.value,
            },
            at: start.at,
        })
    }

    fn typed_time(&mut self, name: &'static str) -> Option<Typed<'a>> {
        let node = self.node(name)?;
        let read = input::clock(node.text().unwrap_or_default());
        Some((name, node, read))
    }

    /// The time that was read. Reports a value that is none, and an unusual time.
    fn settled(
        &self,
        name: &'static str,
        node: &Node,
        read: Result<Reading<Clock>, NotATime>,
    ) -> Option<Spanned<Clock>> {
        let at = self.place(node.span);
        match read {
            Ok(read) => {
                let value = read.value();
                if input::is_unusual(value) {
                    self.report(unusual(name, node, &at));
                } else {
                    self.meant(node, read);
                }
                Some(Spanned { value, at })
            }
            Err(NotATime::Shape | NotATime::Range) => {
                self.report_type_error(name, Expected::Time, node);
                None
            }
            Err(NotATime::Bare(later)) => {
                self.report(self.at_night(name, node, later, TimeProblem::Bare));
                None
            }
            Err(NotATime::Night(later)) => {
                self.report(self.at_night(name, node, later, TimeProblem::Night));
                None
            }
        }
    }

    fn at_night(
        &self,
        name: &'static str,
        node: &Node,
        later: Clock,
        problem: TimeProblem,
    ) -> Diagnostic {
        Diagnostic::at(Code::TimeAtNight, &self.place(node.span))
            .with("field", name)
            .select(problem)
            .with("found", node.text().unwrap_or_default().trim())
            .with("better", later.to_string())
            .with("short", with_half(later))
    }
}

fn unusual(name: &'static str, node: &Node, at: &Place) -> Diagnostic {
    let warning = Diagnostic::at(Code::UnusualTime, at).with("field", name);
    warning.with("found", node.text().unwrap_or_default().trim())
}

/// A time as people often write it: `3:30 pm`.
fn with_half(clock: Clock) -> String {
    let half = if clock.hour() < 12 { "am" } else { "pm" };
    let hour = (clock.hour() + 11) % 12 + 1;
    format!("{hour}:{:02} {half}", clock.minute())
}

/// Two times of one lesson. One of them is after noon if the other one requires it:
/// `12:30` to `1:15`, `2:45` to `3:30 pm`.
fn together<'a>(start: Typed<'a>, end: Typed<'a>) -> (Typed<'a>, Typed<'a>) {
    match (start.2, end.2) {
        (Ok(first), Err(NotATime::Bare(later))) if first.value() < later => {
            (start, (end.0, end.1, Ok(Reading::Meant(later))))
        }
        (Err(NotATime::Bare(later)), Ok(last)) if later < last.value() => {
            ((start.0, start.1, Ok(Reading::Meant(later))), end)
        }
        _ => (start, end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_with_their_half_of_the_day() {
        let check = |hour, minute, expected: &str| {
            assert_eq!(with_half(Clock::new(hour, minute).unwrap()), expected);
        };
        check(15, 30, "3:30 pm");
        check(12, 0, "12:00 pm");
        check(0, 5, "12:05 am");
        check(9, 15, "9:15 am");
    }
}
