//! What the staff board says beside its numbers: amounts with their units, the
//! goal's chart and the names of services, in the language that staff write in.

use std::collections::BTreeMap;

use super::super::localized_text::{bold_off, plain};
use super::super::localizer::Speaker;
use super::numbers::{self, ChartView, day_number};
use super::progress_text::Teller;
use super::support;
use crate::model::{Goal, GoalId, Service, ServiceId};
use crate::progress::{Portfolio, Progress};

/// One student's goals and services in words.
#[derive(Debug, Clone, Default)]
pub struct StandingWords {
    /// The whole name.
    pub name: String,
    /// Of each open goal.
    pub goals: BTreeMap<GoalId, GoalWords>,
    /// Of each service that is given now: what kind of help, and where.
    pub services: BTreeMap<ServiceId, [String; 2]>,
}

/// Amounts of one goal, each with its unit.
#[derive(Debug, Clone)]
pub struct GoalWords {
    /// Where it began.
    pub start: String,
    /// The newest check.
    pub newest: Option<String>,
    /// What is hoped for.
    pub target: String,
    /// The value that its criterion asks for, with "or more" or "or fewer".
    pub criterion: Option<String>,
    /// What the value axis counts.
    pub axis: String,
    /// The chart, once there is something to draw.
    pub chart: Option<ChartView>,
    /// Every check, day and value.
    pub path: Vec<(i32, f64)>,
}

pub(super) fn words(portfolio: &Portfolio, speaker: &Speaker) -> StandingWords {
    let service = |service: &Service| {
        let kind = support::title(speaker, service.kind);
        let model = support::model(speaker, service.model);
        (
            service.id.clone(),
            [kind, model].map(|one| plain(&one.text)),
        )
    };
    let goal = |(goal, progress): (&Goal, &Progress)| {
        let teller = Teller::new(portfolio, speaker, goal, progress);
        (goal.id.clone(), of_goal(&teller))
    };
    StandingWords {
        name: speaker.proper(&portfolio.record.student.name),
        goals: portfolio.open_goals().map(goal).collect(),
        services: portfolio.services().map(service).collect(),
    }
}

fn of_goal(teller: &Teller) -> GoalWords {
    let amount = |amount| plain(&teller.amount(amount));
    let goal = teller.goal;
    let criterion = goal.mastery.as_ref();
    let points = teller.progress.points();
    let numbers = numbers::view(teller);
    GoalWords {
        start: amount(teller.start()),
        newest: teller
            .progress
            .newest
            .as_ref()
            .map(|point| amount(teller.at(point))),
        target: amount(teller.target()),
        criterion: criterion
            .map(|criterion| amount(teller.criterion(criterion.value, criterion.at_most))),
        axis: bold_off(&numbers.axis.text),
        chart: numbers.chart,
        path: points
            .map(|point| (day_number(point.date), point.value))
            .collect(),
    }
}
