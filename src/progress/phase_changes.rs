//! Phase changes: everything that begins a new phase of a goal.

use crate::model::{Date, DeliveryModel, Goal, Record, Text, Transition, TransitionKind};

/// A change that begins a new phase of a goal.
#[derive(Debug, Clone)]
pub struct PhaseChange {
    /// The first day of the new phase.
    pub date: Date,
    /// What changed.
    pub cause: ChangeCause,
    /// The reason that families read.
    pub why: Option<Text>,
}

/// What a phase change changes.
#[derive(Debug, Clone)]
pub enum ChangeCause {
    /// The plan, in the team's own words.
    Words {
        /// Before.
        from: Option<Text>,
        /// Now.
        to: Option<Text>,
    },
    /// The delivery model of a service.
    Setting {
        /// Before.
        from: Option<DeliveryModel>,
        /// Now.
        to: Option<DeliveryModel>,
    },
}

/// The phase changes of `goal`, by date: its own changes, decisions of reviews
/// that have a start date, and changed settings of a service that works on it. Of
/// several on one day only the first in this order counts; of reviews, the newest.
pub(super) fn of(goal: &Goal, record: &Record) -> Vec<PhaseChange> {
    let own = goal.changes.iter().map(|change| PhaseChange {
        date: change.date,
        cause: ChangeCause::Words {
            from: change.from.clone(),
            to: change.to.clone(),
        },
        why: change.why.clone(),
    });
    let mut changes: Vec<PhaseChange> = own.collect();
    for change in decided(goal, record).chain(moved(goal, record)) {
        if !changes.iter().any(|known| known.date == change.date) {
            changes.push(change);
        }
    }
    changes.sort_by_key(|change| change.date);
    changes
}

fn decided(goal: &Goal, record: &Record) -> impl Iterator<Item = PhaseChange> {
    record.reviews.iter().filter_map(|review| {
        let decision = review.goals.get(&goal.id)?;
        Some(PhaseChange {
            date: decision.from?,
            cause: ChangeCause::Words {
                from: None,
                to: Some(decision.what_changes.clone()?),
            },
            why: decision.why.clone(),
        })
    })
}

fn moved(goal: &Goal, record: &Record) -> impl Iterator<Item = PhaseChange> {
    let works_on_goal = |transition: &&Transition| {
        record
            .services
            .iter()
            .find(|service| Some(&service.id) == transition.service.as_ref())
            .is_some_and(|service| service.goals.contains(&goal.id))
    };
    record
        .transitions
        .iter()
        .filter(|transition| transition.kind == TransitionKind::Setting)
        .filter(works_on_goal)
        .map(|transition| PhaseChange {
            date: transition.date,
            cause: ChangeCause::Setting {
                from: transition.from.model,
                to: transition.to.model,
            },
            why: transition.why.clone(),
        })
}
