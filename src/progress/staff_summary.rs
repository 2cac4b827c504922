use super::decision_rules::Readings;
use super::delivery::Delivery;
use super::mastery::CriterionStanding;
use super::portfolio::Portfolio;
use super::series::Progress;
use super::timetable::Share;
use crate::model::{
    Date, Decision, Direction, Goal, GoalId, Pause, PersonId, School, Service, ServiceId, Status,
    StudentId,
};

/// How one student's work stands, for the people who plan it. It goes to the
/// staff board and to no family page.
#[derive(Debug, Clone)]
pub struct StaffSummary {
    /// Whose.
    pub student: StudentId,
    /// What everybody calls the student, in the school's language.
    pub name: String,
    /// Whom the family calls first.
    pub case_manager: PersonId,
    /// The home class, in the school's language.
    pub class: Option<String>,
    /// The day of the newest update.
    pub last_update: Option<Date>,
    /// Open goals, most important first.
    pub goals: Vec<GoalStanding>,
    /// Services that are given now.
    pub services: Vec<Service>,
    /// Minutes of the newest weeks, by service.
    pub minutes: Vec<MinutesStanding>,
    /// How much of the week is spent with the own class, where it is known.
    pub share: Option<Share>,
}

/// How much of a service was given, over the newest weeks that are noted.
#[derive(Debug, Clone)]
pub struct MinutesStanding {
    /// The service.
    pub service: ServiceId,
    /// Minutes that should have been.
    pub planned: u32,
    /// Minutes that were.
    pub given: u32,
    /// 100 · given / planned; none where nothing was planned.
    pub percent: Option<f64>,
    /// Whether too little was given, over enough weeks to say so.
    pub too_little: bool,
}

/// How one goal stands.
#[derive(Debug, Clone)]
pub struct GoalStanding {
    /// The goal.
    pub id: GoalId,
    /// What it is called, in the school's language.
    pub title: String,
    /// Which way is better.
    pub direction: Direction,
    /// Days with checks.
    pub checks: usize,
    /// Median of the baseline, in the measure's unit.
    pub start: f64,
    /// Day and value of the newest check.
    pub newest: Option<(Date, f64)>,
    /// Weeks without a check, once that is longer than it should be.
    pub weeks_waiting: Option<i32>,
    /// What the field's rules read from the numbers.
    pub readings: Readings,
    /// How the goal's own criterion stands.
    pub criterion: Option<CriterionStanding>,
    /// The value hoped for, and the day.
    pub target: (Date, f64),
    /// The smallest share, in percent, that was given of a service for this
    /// goal.
    pub given_percent: Option<f64>,
    /// What the newest review decided, and when.
    pub decided: Option<(Date, Decision, Option<Status>)>,
}

impl GoalStanding {
    /// Whether the numbers read something else than the team decided.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.rules_differ() || self.met_too_soon()
    }

    /// Whether the rules do.
    #[must_use]
    pub fn rules_differ(&self) -> bool {
        let decision = self.decided.map(|(_, decision, _)| decision);
        decision.is_some_and(|decision| self.readings.differ_from(decision))
    }

    /// Whether the goal was decided to be met though its own criterion was not,
    /// on that day or before.
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
    /// How the student's work stands today.
    #[must_use]
    pub fn standing(&self) -> StaffSummary {
        let student = &self.record.student;
        StaffSummary {
            student: student.id.clone(),
            name: student.call_name.original.clone(),
            case_manager: student.case_manager.clone(),
            class: student.class.as_ref().map(|class| class.original.clone()),
            last_update: self.updates().next().map(|update| update.date),
            goals: self
                .open_goals()
                .map(|(goal, progress)| self.goal_standing(goal, progress))
                .collect(),
            services: self.services().cloned().collect(),
            minutes: self
                .services()
                .filter_map(|service| self.minutes_standing(service))
                .collect(),
            share: self.week().map(|week| week.share(self.services())),
        }
    }

    fn minutes_standing(&self, service: &Service) -> Option<MinutesStanding> {
        let delivery = Delivery::of(self.record, service)?.newest()?;
        Some(MinutesStanding {
            service: service.id.clone(),
            planned: delivery.planned,
            given: delivery.given,
            percent: delivery.percent(),
            too_little: delivery.too_little(),
        })
    }

    fn given_percent(&self, goal: &Goal) -> Option<f64> {
        let services = self
            .services()
            .filter(|service| service.goals.contains(&goal.id));
        let minutes = services.filter_map(|service| self.minutes_standing(service));
        minutes
            .filter_map(|minutes| minutes.percent)
            .min_by(f64::total_cmp)
    }

    fn goal_standing(&self, goal: &Goal, progress: &Progress) -> GoalStanding {
        let decided = self.review(goal);
        let seen = progress.days_seen(&goal.measure);
        let criterion = goal.mastery.as_ref();
        GoalStanding {
            id: goal.id.clone(),
            title: goal.title.original.clone(),
            direction: goal.direction,
            checks: seen.len(),
            start: progress.start,
            newest: progress
                .newest
                .as_ref()
                .map(|point| (point.date, point.value)),
            weeks_waiting: weeks_waiting(goal, progress, self.school),
            readings: Readings::of(goal, progress, self.school),
            criterion: criterion.map(|criterion| CriterionStanding::of(criterion, &seen)),
            target: (goal.by, goal.target),
            given_percent: self.given_percent(goal),
            decided: decided.map(|(date, review)| (date, review.decision, review.status)),
        }
    }
}

/// Days without a check after which staff are asked about it.
const LATE_DAYS: i32 = 21;

/// Full weeks since the newest check, or since the baseline, where that is too
/// long. Pauses do not count.
fn weeks_waiting(goal: &Goal, progress: &Progress, school: &School) -> Option<i32> {
    let newest = progress.newest.as_ref().map(|point| point.date);
    let from = newest.unwrap_or(goal.baseline.date);
    let days = days_of_school(from, school.today, &school.pauses);
    (days > LATE_DAYS).then_some(days / 7)
}

/// Days after `from` up to `to` that lie in no pause.
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
