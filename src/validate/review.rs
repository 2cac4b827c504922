use std::collections::BTreeMap;

use super::context::Context;
use super::dated::{self, References, dated};
use super::fields::Fields;
use super::observation::MeasureReader;
use super::{prose, school};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Date, Decision, Goal, GoalId, GoalReview, Maintain, Review, ReviewKind, Status, Text,
};
use crate::parse::Groups;
use crate::source::Spanned;

const KINDS: [(&str, ReviewKind); 2] =
    [("formal", ReviewKind::Formal), ("brief", ReviewKind::Brief)];
const DECISIONS: [(&str, Decision); 6] = [
    ("continue", Decision::Continue),
    ("adjust", Decision::Adjust),
    ("raise", Decision::Raise),
    ("transition", Decision::Transition),
    ("met", Decision::Met),
    ("end", Decision::End),
];
const STATUSES: [(&str, Status); 7] = [
    ("met", Status::Met),
    ("ahead", Status::Ahead),
    ("on-path", Status::OnPath),
    ("changing", Status::Changing),
    ("steady", Status::Steady),
    ("early", Status::Early),
    ("paused", Status::Paused),
];

/// Reads `reviews/`; the newest comes first. One that waits for its day is not among
/// them.
pub(super) fn all(context: &Context, groups: &Groups, shelf: &References) -> Vec<Review> {
    let mut reviews = Vec::new();
    for (date, group, raw) in dated(context, groups, "reviews/", ".md") {
        let Some(fields) = context.fields("review", group, raw) else {
            continue;
        };
        prose::check(context, group, raw, shelf.folder);
        let body = context.body(group, raw);
        let waits = dated::waits(&fields, "review", &date);
        let review = read(fields, &date, body, shelf);
        reviews.extend((!waits).then_some(review));
    }
    reviews.reverse();
    reviews
}

fn read(fields: Fields, date: &Spanned<Date>, body: Text, shelf: &References) -> Review {
    let kind = fields.choice("kind", &KINDS).unwrap_or(ReviewKind::Brief);
    let period = fields.sub("period", "period").and_then(|map| {
        let period = map.period();
        if let Some(period) = period {
            report_period(&map, period, date.value);
        }
        map.finish();
        period
    });
    let review = Review {
        at: date.at.clone(),
        date: date.value,
        kind,
        period,
        present: dated::parties(&fields, "present", &shelf.school.staff_ids()),
        goals: decisions(&fields, shelf),
        next_review: next_review(&fields, date),
        body,
    };
    fields.finish();
    review
}

/// A plan is looked at once a year at least (34 CFR 300.324(b)), and a review tells
/// of time that is over. A period that says otherwise has a slip in its year.
fn report_period(map: &Fields, (from, to): (Date, Date), review: Date) {
    const LONGEST: i32 = 400;
    let long = (review - from).get_days() > LONGEST;
    let late = (to - review).get_days() > LONGEST / 2;
    let odd = [("from", from, long, "period"), ("to", to, late, "late")];
    for (name, value, _, problem) in odd.into_iter().filter(|(.., odd, _)| *odd) {
        let at = map.value_place(name);
        let fault = dated::too_far(&Spanned { value, at }, problem);
        map.report(fault.with("other", review.to_string()));
    }
}

fn next_review(fields: &Fields, date: &Spanned<Date>) -> Option<Spanned<Date>> {
    let next = fields.date("next_review")?;
    if next.value <= date.value {
        let fault = Diagnostic::at(Code::DatesReversed, &next.at);
        fields.report(fault.label(&date.at, "earlier"));
    }
    Some(next)
}

fn decisions(fields: &Fields, shelf: &References) -> BTreeMap<GoalId, GoalReview> {
    let Some(map) = fields.sub("goals", "review-goals") else {
        return BTreeMap::new();
    };
    let mut goals = BTreeMap::new();
    for (id, goal) in map.each("decision") {
        dated::report_unknown(fields, &id, Code::UnknownGoal, shelf.goals);
        let mut read = shelf.read_goals.iter();
        let about = read.find(|about| about.id.as_str() == id.value);
        let decision = decision(goal, &id, about);
        goals.insert(GoalId::new(id.value), decision);
    }
    goals
}

fn decision(goal: Fields, id: &Spanned<String>, about: Option<&Goal>) -> GoalReview {
    let decision = goal.need_choice("decision", &DECISIONS);
    let review = GoalReview {
        at: id.at.clone(),
        // A missing decision has been reported, and no site is made.
        decision: decision.unwrap_or(Decision::Continue),
        status: goal.choice("status", &STATUSES),
        why: goal.text("why"),
        what_changes: goal.text("what_changes"),
        from: goal.date("from").map(|date| date.value),
        next: goal.text("next"),
        maintain: maintain(&goal, about),
    };
    if review.decision == Decision::Adjust {
        for name in ["what_changes", "from"] {
            if goal.node(name).is_none() {
                let fault = Diagnostic::at(Code::AdjustWithout, &goal.key_place("decision"));
                let fault = fault.with("goal", id.value.as_str()).with("field", name);
                goal.missing_as(name, goal.with_line(fault, "adjust", name));
            }
        }
    }
    goal.finish();
    review
}

/// How it is made sure that a skill stays. The value is one of the goal's own
/// measure; of a goal that could not be read nothing is known.
fn maintain(goal: &Fields, about: Option<&Goal>) -> Option<Maintain> {
    let map = goal.sub("maintain", "maintain")?;
    map.need_node("floor");
    let floor = about.and_then(|about| {
        let gauge = MeasureReader {
            measure: &about.measure,
            steps_before: &[],
        };
        gauge.bound(&map, "floor")
    });
    map.need_node("checks");
    let mut checks = school::dates(&map, "checks");
    checks.sort_unstable();
    map.finish();
    Some(Maintain {
        floor: floor?.value,
        checks,
    })
}
