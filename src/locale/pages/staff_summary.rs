//! The text of the staff dashboard: amounts with their units, the
//! goal's chart and the names of services, in the language that staff write in.

use std::collections::BTreeMap;

use super::parts::dates::day_number;
use super::parts::goal_chart;
use super::parts::page_text::PageText;
use super::parts::progress_text::ProgressText;
use super::parts::service;
use crate::chart::Chart;
use crate::locale::localized_text::{plain, strip_markup};
use crate::locale::localizer::Localizer;
use crate::model::{GoalId, Service, ServiceId};
use crate::progress::Portfolio;

/// One student's goals and services in words.
#[derive(Debug, Clone, Default)]
pub struct StaffSummaryText {
    /// The full name.
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
    pub chart: Option<Chart>,
    /// Every check, day and value.
    pub path: Vec<(i32, f64)>,
}

pub(super) fn words(portfolio: &Portfolio, localizer: &Localizer) -> StaffSummaryText {
    let mut page_text = PageText::new(localizer);
    let goals = portfolio.open_goals().map(|(goal, progress)| {
        let progress_text = ProgressText::new(portfolio, &mut page_text, goal, progress);
        (goal.id.clone(), of_goal(progress_text))
    });
    let goals = goals.collect();
    let services = portfolio.services().map(|one: &Service| {
        let kind = service::title(localizer, one.kind);
        let model = service::model(&mut page_text, one.model);
        (
            one.id.clone(),
            [kind, model].map(|words| plain(&words.text)),
        )
    });
    StaffSummaryText {
        name: localizer.proper(&portfolio.record.student.name),
        goals,
        services: services.collect(),
    }
}

fn of_goal(mut progress_text: ProgressText) -> GoalWords {
    let (goal, progress) = (progress_text.goal, progress_text.progress);
    let caption = progress_text.caption();
    let chart = goal_chart::chart(&mut progress_text, &caption);
    let axis = progress_text.axis();
    let start = progress_text.start();
    let target = progress_text.target();
    let newest = progress
        .newest
        .as_ref()
        .map(|point| progress_text.at(point));
    let criterion = goal.mastery.as_ref();
    let criterion = criterion.map(|one| progress_text.criterion(one.value, one.at_most));
    let mut amount = |amount| plain(&progress_text.amount(amount));
    GoalWords {
        start: amount(start),
        newest: newest.map(&mut amount),
        target: amount(target),
        criterion: criterion.map(&mut amount),
        axis: strip_markup(&axis.text),
        chart,
        path: progress
            .points()
            .map(|point| (day_number(point.date), point.value))
            .collect(),
    }
}
