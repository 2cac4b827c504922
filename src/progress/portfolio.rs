use super::calendar;
use super::current_services::current_services;
use super::maintenance::{self, KeptCheck};
use super::series::Progress;
use super::timetable::{SchoolWeek, minutes_a_week};
use crate::model::{
    Date, Decision, Goal, GoalReview, Meeting, Picture, Record, Review, School, Service, Status,
    Tip, Transition, Update,
};

/// The record and what follows from it today.
#[derive(Debug)]
pub struct Portfolio<'a> {
    /// What was written.
    pub record: &'a Record,
    /// What all students share.
    pub school: &'a School,
    /// For each goal of the record, in its order, what its numbers say.
    pub progress: Vec<Progress>,
    /// Every service of the record, in its order, as it is arranged today.
    pub current_services: Vec<Service>,
}

/// Derives what follows from `record` on the school's today.
#[must_use]
pub fn portfolio<'a>(record: &'a Record, school: &'a School) -> Portfolio<'a> {
    let progress = record
        .goals
        .iter()
        .map(|goal| Progress::of(goal, record, school))
        .collect();
    let services = record.services.iter();
    let current_services = services
        .map(|service| current_services(service, &record.transitions, school.today))
        .collect();
    Portfolio {
        record,
        school,
        progress,
        current_services,
    }
}

/// Changes are told of this many days before and after they happen.
const RECENT_DAYS: i32 = 60;

fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

/// At most this many tips are live at once: more are not done.
const MAX_LIVE_TIPS: usize = 3;

impl<'a> Portfolio<'a> {
    /// The day that counts as today.
    #[must_use]
    pub fn today(&self) -> Date {
        self.school.today
    }

    /// Goals that have not ended, each with its progress.
    pub fn open_goals(&self) -> impl Iterator<Item = (&'a Goal, &Progress)> {
        self.goals()
            .filter(|(goal, _)| !goal.closed_on(self.today()))
    }

    /// Goals that have ended, each with its progress.
    pub fn finished_goals(&self) -> impl Iterator<Item = (&'a Goal, &Progress)> {
        self.goals()
            .filter(|(goal, _)| goal.closed_on(self.today()))
    }

    fn goals(&self) -> impl Iterator<Item = (&'a Goal, &Progress)> {
        self.record.goals.iter().zip(&self.progress)
    }

    /// Reviews up to today, newest first.
    pub fn reviews(&self) -> impl Iterator<Item = &'a Review> {
        let today = self.today();
        self.record
            .reviews
            .iter()
            .filter(move |review| review.date <= today)
    }

    /// The day of the next review: as the newest one says, or as the school
    /// plans for everybody.
    #[must_use]
    pub fn next_review(&self) -> Option<Date> {
        let coming = |day: &Date| *day >= self.today();
        let said = self
            .reviews()
            .find_map(|review| review.next_review.as_ref());
        let said = said.map(|next| next.value).filter(coming);
        said.or_else(|| self.school.schedule.reviews.iter().copied().find(coming))
    }

    /// What the newest review that speaks of `goal` decided, and when.
    #[must_use]
    pub fn review(&self, goal: &Goal) -> Option<(Date, &'a GoalReview)> {
        self.reviews()
            .find_map(|review| Some((review.date, review.goals.get(&goal.id)?)))
    }

    /// Whether the newest review that speaks of `goal` says that it is met.
    #[must_use]
    pub fn met(&self, goal: &Goal) -> bool {
        self.review(goal).is_some_and(|(_, review)| {
            review.decision == Decision::Met || review.status == Some(Status::Met)
        })
    }

    /// What came of each day on which `goal`, once reached, is looked at again,
    /// and the value that is hoped for then.
    #[must_use]
    pub fn keeping(&self, goal: &Goal, progress: &Progress) -> Option<(f64, Vec<KeptCheck>)> {
        let mut decided = self
            .reviews()
            .filter_map(|review| review.goals.get(&goal.id));
        let maintain = decided.find_map(|decision| decision.maintain.as_ref())?;
        let seen = progress.days_seen(&goal.measure);
        let checks = maintenance::checks(maintain, &seen, self.today());
        Some((maintain.floor, checks))
    }

    /// Tips that are live today, those of the most important goals first.
    #[must_use]
    pub fn live_tips(&self) -> Vec<&'a Tip> {
        let today = self.today();
        let live = |tip: &&Tip| {
            tip.from.is_none_or(|from| from <= today)
                && tip.until.is_none_or(|until| until >= today)
        };
        let mut tips: Vec<&Tip> = Vec::new();
        let named = self
            .open_goals()
            .flat_map(|(goal, _)| &goal.tips)
            .filter_map(|id| self.record.tips.get(id));
        for tip in named.chain(self.record.tips.values()).filter(live) {
            if !tips.iter().any(|known| known.id == tip.id) {
                tips.push(tip);
            }
        }
        tips.truncate(MAX_LIVE_TIPS);
        tips
    }

    /// Services that are given today.
    pub fn services(&self) -> impl Iterator<Item = &Service> {
        let today = self.today();
        let services = self.current_services.iter();
        services.filter(move |service| service.on(today))
    }

    /// The week of the student's class.
    #[must_use]
    pub fn week(&self) -> Option<SchoolWeek<'a>> {
        SchoolWeek::of(self.record, self.school)
    }

    /// Minutes a week that are given for `goal`: those of all services that
    /// name it. None where only help without a weekly number does.
    #[must_use]
    pub fn minutes_for(&self, goal: &Goal) -> Option<u32> {
        let days = self.week().map_or(5, |week| week.days().len());
        let services = self
            .services()
            .filter(|service| service.goals.contains(&goal.id));
        let minutes = services
            .flat_map(|service| &service.parts)
            .filter_map(|part| minutes_a_week(part, days));
        Some(minutes.sum()).filter(|minutes| *minutes > 0)
    }

    /// Meetings to come, each with its next day, by that day.
    #[must_use]
    pub fn coming_meetings(&self) -> Vec<(Date, &'a Meeting)> {
        let meetings = self.record.meetings.iter();
        let mut coming: Vec<(Date, &Meeting)> = meetings
            .filter_map(|meeting| Some((self.next_day(meeting)?, meeting)))
            .collect();
        coming.sort_by(|(a, one), (b, other)| (a, one.time).cmp(&(b, other.time)));
        coming
    }

    fn next_day(&self, meeting: &Meeting) -> Option<Date> {
        match meeting.every {
            None => Some(meeting.date).filter(|day| *day >= self.today()),
            Some(every) => calendar::next_day(meeting.date, every, self.school),
        }
    }

    /// The next meeting that the family is asked to, and its day.
    #[must_use]
    pub fn next_meeting(&self) -> Option<(Date, &'a Meeting)> {
        let mut coming = self.coming_meetings().into_iter();
        coming.find(|(_, meeting)| meeting.family_invited)
    }

    /// Changes of setting, grade, school or program that lie ahead, or not
    /// long back: the next one first, then the newest of those behind.
    #[must_use]
    pub fn transitions_now(&self) -> Vec<&'a Transition> {
        let (mut behind, ahead) = self.around_today();
        behind.retain(|transition| days_between(transition.date, self.today()) <= RECENT_DAYS);
        ahead.into_iter().chain(behind).collect()
    }

    /// Changes that lie longer back, the newest first.
    #[must_use]
    pub fn transitions_before(&self) -> Vec<&'a Transition> {
        let (mut behind, _) = self.around_today();
        behind.retain(|transition| days_between(transition.date, self.today()) > RECENT_DAYS);
        behind
    }

    /// Changes that come soon.
    #[must_use]
    pub fn coming_transitions(&self) -> Vec<&'a Transition> {
        let (_, mut ahead) = self.around_today();
        ahead.retain(|transition| days_between(self.today(), transition.date) <= RECENT_DAYS);
        ahead
    }

    fn around_today(&self) -> (Vec<&'a Transition>, Vec<&'a Transition>) {
        let today = self.today();
        let transitions = self.record.transitions.iter();
        let (mut behind, ahead): (Vec<_>, Vec<_>) = transitions.partition(|one| one.date <= today);
        behind.reverse();
        (behind, ahead)
    }

    /// The pictures of everything that is shown today.
    pub fn pictures(&self) -> impl Iterator<Item = &'a Picture> {
        let work = self.goals().flat_map(|(goal, _)| &goal.work);
        let updates = self.updates().flat_map(|update| &update.pictures);
        work.chain(updates)
    }

    /// Updates up to today, newest first.
    pub fn updates(&self) -> impl Iterator<Item = &'a Update> {
        let today = self.today();
        self.record
            .updates
            .iter()
            .filter(move |update| update.date <= today)
    }
}
