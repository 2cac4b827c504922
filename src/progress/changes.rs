use crate::model::{Date, DeliveryModel, Goal, Record, Text, Transition, TransitionKind};

/// Something that begins a phase of a goal.
#[derive(Debug, Clone)]
pub struct PhaseChange {
    /// Its first day.
    pub date: Date,
    /// What it was and what it is now.
    pub turn: ChangeCause,
    /// Why.
    pub why: Option<Text>,
}

/// What a change turns into what.
#[derive(Debug, Clone)]
pub enum ChangeCause {
    /// In the team's own words.
    Words {
        /// Before.
        from: Option<Text>,
        /// Now.
        to: Option<Text>,
    },
    /// Where help is given.
    Setting {
        /// Before.
        from: Option<DeliveryModel>,
        /// Now.
        to: Option<DeliveryModel>,
    },
}

/// Everything that begins a phase of `goal`, by date: its own changes, decisions
/// of reviews that say from when, and moves of a service that works on it. On
/// one day the goal's own words count, then the newest review's.
pub(super) fn of(goal: &Goal, record: &Record) -> Vec<PhaseChange> {
    let own = goal.changes.iter().map(|change| PhaseChange {
        date: change.date,
        turn: ChangeCause::Words {
            from: change.from.clone(),
            to: change.to.clone(),
        },
        why: change.why.clone(),
    });
    let mut changes: Vec<PhaseChange> = own.collect();
    let derived = decided(goal, record).chain(moved(goal, record));
    for change in derived {
        if !changes.iter().any(|known| known.date == change.date) {
            changes.push(change);
        }
    }
    changes.sort_by_key(|change| change.date);
    changes
}

fn decided(goal: &Goal, record: &Record) -> impl Iterator<Item = PhaseChange> {
    let reviews = record.reviews.iter();
    reviews.filter_map(|review| {
        let decision = review.goals.get(&goal.id)?;
        Some(PhaseChange {
            date: decision.from?,
            turn: ChangeCause::Words {
                from: None,
                to: Some(decision.what_changes.clone()?),
            },
            why: decision.why.clone(),
        })
    })
}

fn moved(goal: &Goal, record: &Record) -> impl Iterator<Item = PhaseChange> {
    let works = |transition: &&Transition| {
        let service = record
            .services
            .iter()
            .find(|service| Some(&service.id) == transition.service.as_ref());
        service.is_some_and(|service| service.goals.contains(&goal.id))
    };
    let moves = record
        .transitions
        .iter()
        .filter(|one| one.kind == TransitionKind::Setting);
    moves.filter(works).map(|transition| PhaseChange {
        date: transition.date,
        turn: ChangeCause::Setting {
            from: transition.from.model,
            to: transition.to.model,
        },
        why: transition.why.clone(),
    })
}
