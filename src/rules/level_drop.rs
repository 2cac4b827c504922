//! Data points may drop after a service moves. Staff check this after two and
//! four weeks; families do not see it.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Date, Direction, Goal, Today, Transition, TransitionKind, median};

/// Weeks after the change at which data points are compared.
const WINDOWS: [i64; 2] = [4, 2];
/// The share of the range that counts as a drop.
const DROP: f64 = 0.2;
/// How many data points before the change are used.
const BEFORE: usize = 3;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let transitions = facts.record.transitions.iter();
    for transition in transitions.filter(|one| one.kind == TransitionKind::Setting) {
        let mut services = facts.record.services.iter();
        let Some(service) = services.find(|one| Some(&one.id) == transition.service.as_ref())
        else {
            continue;
        };
        let goals = facts.record.goals.iter();
        for goal in goals.filter(|goal| service.goals.contains(&goal.id) && !goal.measure.ordinal())
        {
            diagnostics.extend(dropped(facts.today, transition, goal));
        }
    }
}

/// Compares the median of the last data points before the change with the
/// median of those after it, in the longest window that has ended.
fn dropped(today: Today, transition: &Transition, goal: &Goal) -> Option<Diagnostic> {
    let end = |weeks: i64| {
        transition
            .date
            .checked_add(jiff::Span::new().days(7 * weeks))
            .ok()
    };
    let over = |weeks: &i64| end(*weeks).is_some_and(|end| end <= today);
    let weeks = WINDOWS.into_iter().find(over)?;
    let end = end(weeks)?;
    let values = |from: Option<Date>, to: Date| -> Vec<f64> {
        let data = goal.data.iter();
        let inside = data.filter(|one| from.is_none_or(|from| one.date >= from) && one.date < to);
        inside.map(|one| goal.measure.value(&one.raw)).collect()
    };
    let earlier = values(None, transition.date);
    let before = median(earlier.get(earlier.len().saturating_sub(BEFORE)..)?)?;
    let after = median(&values(Some(transition.date), end))?;
    let worse = match goal.direction {
        Direction::Decrease => after - before,
        Direction::Increase | Direction::Maintain => before - after,
    };
    (worse > DROP * range(goal)?).then(|| {
        let note = Diagnostic::at(Code::LevelDrop, &transition.at);
        let note = note.with("goal", goal.id.as_str());
        #[allow(clippy::cast_precision_loss, reason = "two or four")]
        note.with("before", before)
            .with("after", after)
            .with("weeks", weeks as f64)
    })
}

/// The range of the measure; for measures without an upper limit, the distance
/// from baseline to target.
fn range(goal: &Goal) -> Option<f64> {
    let (low, high) = goal.measure.range();
    if let Some(high) = high {
        return Some(high - low);
    }
    let values = goal
        .baseline
        .values
        .iter()
        .map(|raw| goal.measure.value(raw));
    let start = goal.measure.median(&values.collect::<Vec<_>>())?;
    Some((goal.target - start).abs())
}
