//! A student's record with everything that follows from it today.

use super::calendar;
use super::current_services::current_services;
use super::goal_progress::Progress;
use super::maintenance::{self, MaintenanceCheck};
use super::school_week::{SchoolWeek, minutes_a_week};
use crate::model::{
    Date, Decision, Goal, GoalReview, Meeting, Picture, Record, Review, School, Service, Status,
    Tip, Today, Transition, Update, days_after,
};

/// A student's record and what follows from it today.
#[derive(Debug)]
pub struct Portfolio<'a> {
    /// The record.
    pub record: &'a Record,
    /// The school, shared by all students.
    pub school: &'a School,
    /// The progress of each goal of the record, in the same order.
    pub progress: Vec<Progress>,
    /// The day that counts as today.
    pub today: Today<'a>,
    /// Each service of the record as it is given today, in the same order.
    pub current_services: Vec<Service>,
}

/// Derives what follows from `record` on the school's today.
#[must_use]
pub fn portfolio<'a>(record: &'a Record, school: &'a School, today: Today<'a>) -> Portfolio<'a> {
    let progress = record
        .goals
        .iter()
        .map(|goal| Progress::of(goal, record, school, today))
        .collect();
    let current_services = record
        .services
        .iter()
        .map(|service| current_services(service, &record.transitions, today))
        .collect();
    Portfolio {
        record,
        school,
        progress,
        today,
        current_services,
    }
}

/// A transition is current this many days before and after its date.
const RECENT_DAYS: i64 = 60;

/// At most this many tips are current: families cannot do more at once.
const MAX_TIPS: usize = 3;

impl<'a> Portfolio<'a> {
    /// Goals that have not ended, each with its progress.
    pub fn open_goals(&self) -> impl Iterator<Item = (&'a Goal, &Progress)> {
        self.goals().filter(|(goal, _)| !goal.closed_on(self.today))
    }

    /// Goals that have ended, each with its progress.
    pub fn finished_goals(&self) -> impl Iterator<Item = (&'a Goal, &Progress)> {
        self.goals().filter(|(goal, _)| goal.closed_on(self.today))
    }

    fn goals(&self) -> impl Iterator<Item = (&'a Goal, &Progress)> {
        self.record.goals.iter().zip(&self.progress)
    }

    /// Reviews up to today, the newest first.
    pub fn reviews(&self) -> impl Iterator<Item = &'a Review> {
        let today = self.today;
        self.record
            .reviews
            .iter()
            .filter(move |review| review.date <= today)
    }

    /// The day of the next review: the one that the newest review names, otherwise
    /// the next one in the school's schedule.
    #[must_use]
    pub fn next_review(&self) -> Option<Date> {
        let coming = |day: &Date| *day >= self.today;
        self.reviews()
            .find_map(|review| review.next_review.as_ref())
            .map(|next| next.value)
            .filter(coming)
            .or_else(|| self.school.schedule.reviews.iter().copied().find(coming))
    }

    /// The newest review of `goal`, with its date.
    #[must_use]
    pub fn review(&self, goal: &Goal) -> Option<(Date, &'a GoalReview)> {
        self.reviews()
            .find_map(|review| Some((review.date, review.goals.get(&goal.id)?)))
    }

    /// Whether the newest review of `goal` says that it is met.
    #[must_use]
    pub fn met(&self, goal: &Goal) -> bool {
        self.review(goal).is_some_and(|(_, review)| {
            review.decision == Decision::Met || review.status == Some(Status::Met)
        })
    }

    /// The lowest value that counts as maintained, and the result of each planned
    /// maintenance check of `goal`. `None` if no review planned one.
    #[must_use]
    pub fn maintenance(
        &self,
        goal: &Goal,
        progress: &Progress,
    ) -> Option<(f64, Vec<MaintenanceCheck>)> {
        let maintain = self
            .reviews()
            .filter_map(|review| review.goals.get(&goal.id))
            .find_map(|decision| decision.maintain.as_ref())?;
        let points = progress.daily_medians(&goal.measure);
        let checks = maintenance::checks(maintain, &points, self.today);
        Some((maintain.floor, checks))
    }

    /// The current tips, those of the most important goals first; at most three.
    #[must_use]
    pub fn live_tips(&self) -> Vec<&'a Tip> {
        let today = self.today;
        let is_current = |tip: &&Tip| {
            tip.from.is_none_or(|from| from <= today)
                && tip.until.is_none_or(|until| until >= today)
        };
        let mut tips: Vec<&Tip> = Vec::new();
        let named = self
            .open_goals()
            .flat_map(|(goal, _)| &goal.tips)
            .filter_map(|id| self.record.tips.get(id));
        for tip in named.chain(self.record.tips.values()).filter(is_current) {
            if !tips.iter().any(|known| known.id == tip.id) {
                tips.push(tip);
            }
        }
        tips.truncate(MAX_TIPS);
        tips
    }

    /// Services that are given today.
    pub fn services(&self) -> impl Iterator<Item = &Service> {
        let today = self.today;
        self.current_services
            .iter()
            .filter(move |service| service.on(today))
    }

    /// The week of the student's class; `None` if the school has no timetable for it.
    #[must_use]
    pub fn week(&self) -> Option<SchoolWeek<'a>> {
        SchoolWeek::of(self.record, self.school)
    }

    /// Minutes a week for `goal`: those of all current services that name it. `None`
    /// if none of them has a weekly number.
    #[must_use]
    pub fn minutes_for(&self, goal: &Goal) -> Option<u32> {
        let days = self.week().map_or(5, |week| week.days().len());
        let minutes: u32 = self
            .services()
            .filter(|service| service.goals.contains(&goal.id))
            .flat_map(|service| &service.parts)
            .filter_map(|part| minutes_a_week(part, days))
            .sum();
        (minutes > 0).then_some(minutes)
    }

    /// Upcoming meetings, each with its next day, in the order of these days.
    #[must_use]
    pub fn coming_meetings(&self) -> Vec<(Date, &'a Meeting)> {
        let mut coming: Vec<(Date, &Meeting)> = self
            .record
            .meetings
            .iter()
            .filter_map(|meeting| Some((self.next_day(meeting)?, meeting)))
            .collect();
        coming.sort_by(|(a, one), (b, other)| (a, one.time).cmp(&(b, other.time)));
        coming
    }

    fn next_day(&self, meeting: &Meeting) -> Option<Date> {
        match meeting.every {
            None => Some(meeting.date).filter(|day| *day >= self.today),
            Some(every) => calendar::next_day(meeting.date, every, self.school, self.today),
        }
    }

    /// The next meeting to which the family is invited, and its day.
    #[must_use]
    pub fn next_meeting(&self) -> Option<(Date, &'a Meeting)> {
        self.coming_meetings()
            .into_iter()
            .find(|(_, meeting)| meeting.family_invited)
    }

    /// Transitions (of setting, grade, school or program) in the future, the next one
    /// first, followed by those of the last 60 days, the newest first.
    #[must_use]
    pub fn transitions_now(&self) -> Vec<&'a Transition> {
        let (mut past, future) = self.transitions_by_time();
        past.retain(|transition| self.today <= days_after(transition.date, RECENT_DAYS));
        future.into_iter().chain(past).collect()
    }

    /// Transitions more than 60 days ago, the newest first.
    #[must_use]
    pub fn transitions_before(&self) -> Vec<&'a Transition> {
        let (mut past, _) = self.transitions_by_time();
        past.retain(|transition| self.today > days_after(transition.date, RECENT_DAYS));
        past
    }

    /// Transitions of the next 60 days, the next one first.
    #[must_use]
    pub fn coming_transitions(&self) -> Vec<&'a Transition> {
        let (_, mut future) = self.transitions_by_time();
        future.retain(|transition| self.today >= days_after(transition.date, -RECENT_DAYS));
        future
    }

    /// Past transitions, today included and the newest first, and future ones, the
    /// next one first.
    fn transitions_by_time(&self) -> (Vec<&'a Transition>, Vec<&'a Transition>) {
        let today = self.today;
        let transitions = self.record.transitions.iter();
        let (mut past, future): (Vec<_>, Vec<_>) = transitions.partition(|one| one.date <= today);
        past.reverse();
        (past, future)
    }

    /// The pictures of all work and of all updates up to today.
    pub fn pictures(&self) -> impl Iterator<Item = &'a Picture> {
        let work = self.goals().flat_map(|(goal, _)| &goal.work);
        let updates = self.updates().flat_map(|update| &update.pictures);
        work.chain(updates)
    }

    /// Updates up to today, the newest first.
    pub fn updates(&self) -> impl Iterator<Item = &'a Update> {
        let today = self.today;
        self.record
            .updates
            .iter()
            .filter(move |update| update.date <= today)
    }
}
