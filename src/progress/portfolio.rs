use super::series::Progress;
use crate::model::{
    Date, Goal, GoalReview, Meeting, Picture, Record, School, Service, Tip, Update,
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
}

/// Derives what follows from `record` on the school's today.
#[must_use]
pub fn portfolio<'a>(record: &'a Record, school: &'a School) -> Portfolio<'a> {
    let progress = record
        .goals
        .iter()
        .map(|goal| Progress::of(goal, school))
        .collect();
    Portfolio {
        record,
        school,
        progress,
    }
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
        let open = |goal: &Goal| {
            goal.closed
                .as_ref()
                .is_none_or(|closed| closed.on > self.today())
        };
        self.record
            .goals
            .iter()
            .zip(&self.progress)
            .filter(move |(goal, _)| open(goal))
    }

    /// What the newest review that speaks of `goal` decided, and when.
    #[must_use]
    pub fn review(&self, goal: &Goal) -> Option<(Date, &'a GoalReview)> {
        let mut past = self
            .record
            .reviews
            .iter()
            .filter(|review| review.date <= self.today());
        past.find_map(|review| Some((review.date, review.goals.get(&goal.id)?)))
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
    pub fn services(&self) -> impl Iterator<Item = &'a Service> {
        let today = self.today();
        self.record.services.iter().filter(move |service| {
            let begun = service.since.is_none_or(|since| since <= today);
            begun && service.until.is_none_or(|until| until >= today)
        })
    }

    /// The next meeting that the family is asked to.
    #[must_use]
    pub fn next_meeting(&self) -> Option<&'a Meeting> {
        let coming = |meeting: &&Meeting| meeting.date >= self.today() && meeting.family_invited;
        self.record.meetings.iter().find(coming)
    }

    /// The pictures of everything that is shown today.
    pub fn pictures(&self) -> impl Iterator<Item = &'a Picture> {
        let work = self.open_goals().flat_map(|(goal, _)| &goal.work);
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
