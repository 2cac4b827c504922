//! What the staff board says beside its numbers: amounts with their units, the
//! goal's chart and the names of services, in the language that staff write in.

use std::collections::BTreeMap;

use super::numbers::{self, ChartView, day_number};
use super::parts::progress_text::ProgressText;
use super::support;
use crate::locale::localized_text::{plain, strip_markup};
use crate::locale::localizer::Localizer;
use crate::model::{Goal, GoalId, Service, ServiceId};
use crate::progress::{Portfolio, Progress};

/// One student's goals and services in words.
#[derive(Debug, Clone, Default)]
pub struct StaffSummaryText {
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

pub(super) fn words(portfolio: &Portfolio, localizer: &Localizer) -> StaffSummaryText {
    let service = |service: &Service| {
        let kind = support::title(localizer, service.kind);
        let model = support::model(localizer, service.model);
        (
            service.id.clone(),
            [kind, model].map(|one| plain(&one.text)),
        )
    };
    let goal = |(goal, progress): (&Goal, &Progress)| {
        let progress_text = ProgressText::new(portfolio, localizer, goal, progress);
        (goal.id.clone(), of_goal(&progress_text))
    };
    StaffSummaryText {
        name: localizer.proper(&portfolio.record.student.name),
        goals: portfolio.open_goals().map(goal).collect(),
        services: portfolio.services().map(service).collect(),
    }
}

fn of_goal(progress_text: &ProgressText) -> GoalWords {
    let amount = |amount| plain(&progress_text.amount(amount));
    let goal = progress_text.goal;
    let criterion = goal.mastery.as_ref();
    let points = progress_text.progress.points();
    let numbers = numbers::view(progress_text);
    GoalWords {
        start: amount(progress_text.start()),
        newest: progress_text
            .progress
            .newest
            .as_ref()
            .map(|point| amount(progress_text.at(point))),
        target: amount(progress_text.target()),
        criterion: criterion
            .map(|criterion| amount(progress_text.criterion(criterion.value, criterion.at_most))),
        axis: strip_markup(&numbers.axis.text),
        chart: numbers.chart,
        path: points
            .map(|point| (day_number(point.date), point.value))
            .collect(),
    }
}
