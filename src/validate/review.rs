//! Reviews: what was decided about each goal on one day.

use std::collections::BTreeMap;

use super::context::Context;
use super::dated::{self, References, dated};
use super::day_checks::too_far;
use super::fields::{Fields, read_file};
use super::observation::MeasureReader;
use super::{participant, prose};
use crate::diagnostic::{Code, Diagnostic, FarDayProblem, nearest};
use crate::model::{Date, Decision, Goal, GoalId, GoalReview, Maintain, Review, ReviewKind, Text};
use crate::parse::Groups;
use crate::schema::{self, choices};
use crate::source::Spanned;

/// Reads `reviews/`, the newest first, without those that wait for their day.
pub(super) fn all(context: &Context, groups: &Groups, references: &References) -> Vec<Review> {
    let mut reviews = Vec::new();
    for (date, group, raw) in dated(context, groups, "reviews/", ".md") {
        let review = read_file(context, &schema::REVIEW, group, raw, |fields| {
            prose::check(context, group, raw, references.folder);
            let body = context.body(group, raw);
            let waits = dated::waits(context, "review", &date);
            let review = read(fields, &date, body, references);
            (!waits).then_some(review)
        });
        reviews.extend(review.flatten());
    }
    reviews.reverse();
    reviews
}

fn read(fields: &mut Fields, date: &Spanned<Date>, body: Text, references: &References) -> Review {
    let kind = fields
        .choice("kind", &choices::REVIEW_KINDS)
        .unwrap_or(ReviewKind::Brief);
    let period = fields.sub("period", |map| {
        let period = map.period()?;
        report_period(map, period, date.value);
        Some(period)
    });
    Review {
        at: date.at.clone(),
        date: date.value,
        kind,
        period: period.flatten(),
        present: participant::all(fields, "present", &references.school.staff_ids()),
        goals: decisions(fields, references),
        next_review: next_review(fields, date),
        body,
    }
}

/// Reports a period that is probably a mistake in the year: a team reviews a plan at
/// least once a year (34 CFR 300.324(b)), and a review is about time that is over.
fn report_period(map: &Fields, (from, to): (Date, Date), review: Date) {
    const LONGEST: i32 = 400;
    let long = (review - from).get_days() > LONGEST;
    let late = (to - review).get_days() > LONGEST / 2;
    let odd = [
        ("from", from, long, FarDayProblem::Period),
        ("to", to, late, FarDayProblem::Late),
    ];
    for (name, value, _, problem) in odd.into_iter().filter(|(.., odd, _)| *odd) {
        let at = map.value_place(name);
        let fault = too_far(&Spanned { value, at }, problem);
        map.report(fault.with("other", review.to_string()));
    }
}

fn next_review(fields: &mut Fields, date: &Spanned<Date>) -> Option<Spanned<Date>> {
    let next = fields.date("next_review")?;
    if next.value <= date.value {
        let fault = Diagnostic::at(Code::DatesReversed, &next.at);
        fields.report(fault.label(&date.at, "earlier"));
    }
    Some(next)
}

fn decisions(fields: &mut Fields, references: &References) -> BTreeMap<GoalId, GoalReview> {
    let goals = fields.sub("goals", |map| {
        map.each(|id, fields| {
            report_unknown_goal(fields, &id, references.goals);
            let mut goals = references.read_goals.iter();
            let goal = goals.find(|goal| goal.id.as_str() == id.value);
            let decision = decision(fields, &id, goal);
            (GoalId::new(id.value), decision)
        })
    });
    goals.unwrap_or_default().into_iter().collect()
}

fn report_unknown_goal(fields: &Fields, id: &Spanned<String>, known: &[&str]) {
    if known.contains(&id.value.as_str()) {
        return;
    }
    let guess = nearest(&id.value, known.iter().copied());
    let fault = Diagnostic::at(Code::UnknownGoal, &id.at)
        .with("field", "goals")
        .with("found", id.value.as_str())
        .with("nearest", guess.unwrap_or_default())
        .with("choices", known.join(", "));
    fields.report(match guess {
        Some(guess) => fault.fix(&id.at, guess),
        None => fault,
    });
}

fn decision(fields: &mut Fields, id: &Spanned<String>, goal: Option<&Goal>) -> GoalReview {
    let decision = fields.choice("decision", &choices::DECISIONS);
    let review = GoalReview {
        at: id.at.clone(),
        // A missing decision has been reported, and no site is made.
        decision: decision.unwrap_or(Decision::Continue),
        status: fields.choice("status", &choices::STATUSES),
        why: fields.text("why"),
        what_changes: fields.text("what_changes"),
        from: fields.date("from").map(|date| date.value),
        next: fields.text("next"),
        maintain: maintain(fields, goal),
    };
    if review.decision == Decision::Adjust {
        for name in ["what_changes", "from"] {
            if !fields.has(name) {
                let fault = Diagnostic::at(Code::AdjustWithout, &fields.key_place("decision"))
                    .with("goal", id.value.as_str())
                    .with("field", name);
                let fault = fields.with_line(fault, name);
                fields.missing_as(name, fault);
            }
        }
    }
    review
}

/// How the team checks that a skill lasts. The floor is a value of the goal's measure,
/// so it cannot be read if the goal could not be.
fn maintain(fields: &mut Fields, goal: Option<&Goal>) -> Option<Maintain> {
    fields.sub("maintain", |map| {
        let floor = goal.and_then(|goal| {
            let reader = MeasureReader {
                measure: &goal.measure,
                steps_before: &[],
            };
            reader.bound(map, "floor")
        });
        let mut checks: Vec<Date> = map
            .dates("checks")
            .into_iter()
            .map(|day| day.value)
            .collect();
        checks.sort_unstable();
        Some(Maintain {
            floor: floor?.value,
            checks,
        })
    })?
}
