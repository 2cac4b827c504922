//! Formal reviews come on the days that were promised.

use super::Facts;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Date, Review, ReviewKind};
use crate::source::Place;

/// A review within so many days before its date counts for it, a date that lies
/// so many days back without one is overdue, and one so many days ahead is near.
const DAYS: i32 = 14;

pub(super) fn check(facts: &Facts, diagnostics: &mut Diagnostics) {
    let today = facts.school.today;
    let days = promised(facts);
    let past = days.iter().rfind(|(day, _)| *day <= today);
    let next = days.iter().find(|(day, _)| *day > today);
    let held = |day: Date| formal(facts).any(|review| since(review.date, day) <= DAYS);
    if let Some((day, at)) = past.filter(|(day, _)| !held(*day)) {
        let late = since(*day, today) >= DAYS;
        let code = if late {
            Code::ReviewOverdue
        } else {
            Code::ReviewDue
        };
        diagnostics.extend(about(facts, code, *day, at.as_ref()));
    }
    if let Some((day, at)) = next.filter(|(day, _)| since(today, *day) <= DAYS && !held(*day)) {
        diagnostics.extend(about(facts, Code::ReviewDue, *day, at.as_ref()));
    }
}

/// Days from `from` to `to`.
fn since(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

fn formal<'a>(facts: &'a Facts) -> impl Iterator<Item = &'a Review> {
    let reviews = facts.record.reviews.iter();
    reviews.filter(|review| review.kind == ReviewKind::Formal)
}

/// Days on which a review has to be, in order: those of the school that come
/// after the first goal was begun, and the one that the newest review names.
fn promised(facts: &Facts) -> Vec<(Date, Option<Place>)> {
    let goals = facts.record.goals.iter();
    let open = goals.filter(|goal| !goal.closed_on(facts.school.today));
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
    // What the review itself says has a place to point at.
    days.dedup_by(|later, first| {
        let same = later.0 == first.0;
        if same {
            first.1 = first.1.take().or_else(|| later.1.take());
        }
        same
    });
    days
}

fn about(facts: &Facts, code: Code, day: Date, at: Option<&Place>) -> Option<Diagnostic> {
    let diagnostic = match at {
        Some(at) => Diagnostic::at(code, at),
        None => Diagnostic::about(code, &facts.file("student.yaml")?),
    };
    Some(diagnostic.with("date", day.to_string()))
}
