//! Formal reviews happen on the promised dates.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Date, Review, ReviewKind, days_after};
use crate::source::Place;

/// A review up to this many days before a due date counts for it. A due date
/// without a review is overdue this many days after it, and due soon this many
/// days before it.
const DAYS: i64 = 14;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let today = facts.today;
    let days = promised(facts);
    let past = days.iter().rfind(|(day, _)| *day <= today);
    let next = days.iter().find(|(day, _)| *day > today);
    let held = |day: Date| formal(facts).any(|review| review.date >= days_after(day, -DAYS));
    if let Some((day, at)) = past.filter(|(day, _)| !held(*day)) {
        let late = today >= days_after(*day, DAYS);
        let code = if late {
            Code::ReviewOverdue
        } else {
            Code::ReviewDue
        };
        diagnostics.extend(about(facts, code, *day, at.as_ref()));
    }
    if let Some((day, at)) = next.filter(|(day, _)| today >= days_after(*day, -DAYS) && !held(*day))
    {
        diagnostics.extend(about(facts, Code::ReviewDue, *day, at.as_ref()));
    }
}

fn formal<'a>(facts: &'a RuleContext) -> impl Iterator<Item = &'a Review> {
    let reviews = facts.record.reviews.iter();
    reviews.filter(|review| review.kind == ReviewKind::Formal)
}

/// Due dates of formal reviews, in order: the school's dates after the first
/// goal began, and the date named by the newest review.
fn promised(facts: &RuleContext) -> Vec<(Date, Option<Place>)> {
    let goals = facts.record.goals.iter();
    let open = goals.filter(|goal| !goal.closed_on(facts.today));
    let Some(begun) = open.map(|goal| goal.baseline.date).min() else {
        return Vec::new();
    };
    let school = facts.school.schedule.reviews.iter();
    let mut days: Vec<(Date, Option<Place>)> = school
        .filter(|day| **day >= begun)
        .map(|day| (*day, None))
        .collect();
    let said = formal(facts)
        .next()
        .and_then(|review| review.next_review.as_ref());
    days.extend(said.map(|next| (next.value, Some(next.at.clone()))));
    days.sort();
    // The date that the review itself names has a position to point at.
    days.dedup_by(|later, first| {
        let same = later.0 == first.0;
        if same {
            first.1 = first.1.take().or_else(|| later.1.take());
        }
        same
    });
    days
}

fn about(facts: &RuleContext, code: Code, day: Date, at: Option<&Place>) -> Option<Diagnostic> {
    let diagnostic = match at {
        Some(at) => Diagnostic::at(code, at),
        None => Diagnostic::about(code, &facts.file("student.yaml")?),
    };
    Some(diagnostic.with("date", day.to_string()))
}
