//! A student's goals and services at a glance, for the staff dashboard.

use super::decision_rules::DecisionRules;
use super::delivery::Delivery;
use super::goal_progress::Progress;
use super::mastery::CriterionProgress;
use super::portfolio::Portfolio;
use super::school_week::TimeInClass;
use crate::model::{
    Date, Decision, Direction, Goal, GoalId, Pause, PersonId, School, Service, ServiceId, Status,
    StudentId, Today,
};

/// One student's goals and services, for the staff who plan them. Shown on the staff
/// dashboard and on no family page.
#[derive(Debug, Clone)]
pub struct StaffSummary {
    /// The student.
    pub student: StudentId,
    /// The name the student goes by, in the school's language.
    pub name: String,
    /// The case manager.
    pub case_manager: PersonId,
    /// The home class, in the school's language.
    pub class: Option<String>,
    /// The day of the newest update.
    pub last_update: Option<Date>,
    /// Open goals, most important first.
    pub goals: Vec<GoalSummary>,
    /// Services that are given today.
    pub services: Vec<Service>,
    /// Minutes of the newest weeks, for each service that records them.
    pub minutes: Vec<MinutesSummary>,
    /// Time with the student's own class; `None` without a timetable.
    pub share: Option<TimeInClass>,
}

/// Minutes of one service over the newest recorded weeks.
#[derive(Debug, Clone)]
pub struct MinutesSummary {
    /// The service.
    pub service: ServiceId,
    /// Planned minutes.
    pub planned: u32,
    /// Provided minutes.
    pub given: u32,
    /// 100 · provided / planned; `None` if nothing was planned.
    pub percent: Option<f64>,
    /// Whether too few minutes were provided; see [`Delivery::too_little`].
    pub too_little: bool,
}

/// Progress on one goal.
#[derive(Debug, Clone)]
pub struct GoalSummary {
    /// The goal.
    pub id: GoalId,
    /// The title in the school's language.
    pub title: String,
    /// Which way is better.
    pub direction: Direction,
    /// Days with data, in all phases.
    pub checks: usize,
    /// Median of the baseline probes, in the measure's unit.
    pub start: f64,
    /// Day and value of the newest data point.
    pub newest: Option<(Date, f64)>,
    /// Full weeks without a data point; `None` up to three weeks.
    pub weeks_waiting: Option<i32>,
    /// The results of the decision rules.
    pub rules: DecisionRules,
    /// Progress toward the mastery criterion, if the goal has one.
    pub criterion: Option<CriterionProgress>,
    /// The day of the target, and its value.
    pub target: (Date, f64),
    /// The smallest percentage of planned minutes that was provided of any service
    /// for this goal.
    pub given_percent: Option<f64>,
    /// The newest review: its date, decision and status.
    pub decided: Option<(Date, Decision, Option<Status>)>,
}

impl GoalSummary {
    /// Whether the data points contradict what the team decided.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.rules_differ() || self.met_too_soon()
    }

    /// Whether the decision rules contradict what the team decided.
    #[must_use]
    pub fn rules_differ(&self) -> bool {
        let decision = self.decided.map(|(_, decision, _)| decision);
        decision.is_some_and(|decision| self.rules.differ_from(decision))
    }

    /// Whether the team decided "met" before the data points met the criterion.
    #[must_use]
    pub fn met_too_soon(&self) -> bool {
        let decided = self
            .decided
            .filter(|(_, decision, _)| *decision == Decision::Met);
        decided.zip(self.criterion).is_some_and(|(decided, asked)| {
            asked.reached_on.is_none_or(|reached| reached > decided.0)
        })
    }
}

impl Portfolio<'_> {
    /// The student's goals and services today.
    #[must_use]
    pub fn staff_summary(&self) -> StaffSummary {
        let student = &self.record.student;
        StaffSummary {
            student: student.id.clone(),
            name: student.call_name.original.clone(),
            case_manager: student.case_manager.clone(),
            class: student.class.as_ref().map(|class| class.original.clone()),
            last_update: self.updates().next().map(|update| update.date),
            goals: self
                .open_goals()
                .map(|(goal, progress)| self.goal_summary(goal, progress))
                .collect(),
            services: self.services().cloned().collect(),
            minutes: self
                .services()
                .filter_map(|service| self.minutes_summary(service))
                .collect(),
            share: self.week().map(|week| week.share(self.services())),
        }
    }

    fn minutes_summary(&self, service: &Service) -> Option<MinutesSummary> {
        let delivery = Delivery::of(self.record, service)?.newest()?;
        Some(MinutesSummary {
            service: service.id.clone(),
            planned: delivery.planned,
            given: delivery.given,
            percent: delivery.percent(),
            too_little: delivery.too_little(),
        })
    }

    fn given_percent(&self, goal: &Goal) -> Option<f64> {
        self.services()
            .filter(|service| service.goals.contains(&goal.id))
            .filter_map(|service| self.minutes_summary(service)?.percent)
            .min_by(f64::total_cmp)
    }

    fn goal_summary(&self, goal: &Goal, progress: &Progress) -> GoalSummary {
        let decided = self.review(goal);
        let points = progress.daily_medians(&goal.measure);
        let criterion = goal.mastery.as_ref();
        GoalSummary {
            id: goal.id.clone(),
            title: goal.title.original.clone(),
            direction: goal.direction,
            checks: points.len(),
            start: progress.start,
            newest: progress
                .newest
                .as_ref()
                .map(|point| (point.date, point.value)),
            weeks_waiting: weeks_waiting(goal, progress, self.school, self.today),
            rules: DecisionRules::of(goal, progress, self.school),
            criterion: criterion.map(|criterion| CriterionProgress::of(criterion, &points)),
            target: (goal.by, goal.target),
            given_percent: self.given_percent(goal),
            decided: decided.map(|(date, review)| (date, review.decision, review.status)),
        }
    }
}

/// Staff are reminded after this many days without a data point.
const MAX_DAYS_WITHOUT_DATA: i32 = 21;

/// Full weeks since the newest data point, or since the baseline. Pauses do not
/// count. `None` if there is no reason for a reminder.
fn weeks_waiting(goal: &Goal, progress: &Progress, school: &School, today: Today) -> Option<i32> {
    let newest = progress.newest.as_ref().map(|point| point.date);
    let from = newest.unwrap_or(goal.baseline.date);
    today.counted(|today| {
        let days = days_of_school(from, today, &school.pauses);
        // A day adds at most one, so that the next week is complete no earlier.
        let next = ((days / 7 + 1) * 7).max(MAX_DAYS_WITHOUT_DATA + 1);
        let weeks = (days > MAX_DAYS_WITHOUT_DATA).then_some(days / 7);
        (weeks, i64::from(next - days))
    })
}

/// Days after `from` up to `to` that are in no pause.
fn days_of_school(from: Date, to: Date, pauses: &[Pause]) -> i32 {
    let overlap = |pause: &Pause| {
        let (first, last) = (pause.from.max(from), pause.to.min(to));
        if first > last {
            0
        } else {
            (last - first).get_days() + 1
        }
    };
    (to - from).get_days() - pauses.iter().map(overlap).sum::<i32>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;
    use jiff::civil::date;

    #[test]
    fn pauses_do_not_count() {
        let winter = Pause {
            from: date(2026, 12, 21),
            to: date(2027, 1, 1),
            name: Text::default(),
        };
        let check = |from, to, expected| {
            let pauses = std::slice::from_ref(&winter);
            assert_eq!(days_of_school(from, to, pauses), expected);
        };
        check(date(2026, 9, 1), date(2026, 9, 22), 21);
        check(date(2026, 12, 18), date(2027, 1, 8), 9);
        check(date(2026, 12, 28), date(2027, 1, 8), 6);
        check(date(2026, 12, 22), date(2026, 12, 24), -1);
    }
}
