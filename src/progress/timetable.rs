//! What a student's week at school looks like: what is missed for help
//! elsewhere, and how much of the week is spent with the own class.

use std::collections::BTreeSet;

use crate::model::{Block, DeliveryModel, Part, Per, Record, School, Service, Text, Weekday};

/// The school week of one student's class.
#[derive(Debug, Clone)]
pub struct SchoolWeek<'a> {
    blocks: Vec<&'a Block>,
}

/// A subject that is missed for a part of a service.
#[derive(Debug, Clone, PartialEq)]
pub struct Missed<'a> {
    /// What.
    pub subject: &'a Text,
    /// Whether nobody should miss it.
    pub core: bool,
    /// On which days.
    pub days: Vec<Weekday>,
    /// Minutes a week.
    pub minutes: u32,
    /// Minutes each time, where it is the same on all days.
    pub each: Option<u32>,
    /// Whether nothing is left of the subject in a week.
    pub whole: bool,
}

/// How much of a week is spent with the own class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Minutes with the class.
    pub with_class: u32,
    /// Minutes of the whole week.
    pub week: u32,
}

impl Share {
    /// 100 · with the class / the whole week.
    #[must_use]
    pub fn percent(self) -> f64 {
        100.0 * f64::from(self.with_class) / f64::from(self.week)
    }
}

impl<'a> SchoolWeek<'a> {
    /// The week of `record`'s class; none where the school has no timetable for
    /// it.
    #[must_use]
    pub fn of(record: &Record, school: &'a School) -> Option<Self> {
        let class = record
            .student
            .class
            .as_ref()
            .map(|class| class.original.as_str());
        let own = school.timetable.iter().filter(|block| block.is_for(class));
        let blocks: Vec<&Block> = own.collect();
        (!blocks.is_empty()).then_some(Self { blocks })
    }

    /// Days with school.
    #[must_use]
    pub fn days(&self) -> BTreeSet<Weekday> {
        self.blocks
            .iter()
            .flat_map(|block| &block.days)
            .copied()
            .collect()
    }

    /// Blocks of `day`, in the order of the file.
    pub fn on(&self, day: Weekday) -> impl Iterator<Item = &'a Block> {
        let blocks = self.blocks.iter().copied();
        blocks.filter(move |block| block.days.contains(&day))
    }

    /// Minutes of the whole week.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.blocks.iter().map(|block| weekly(block)).sum()
    }

    /// Minutes a week of `part`. Help that comes some times a month is counted
    /// in no week.
    #[must_use]
    pub fn minutes_of(&self, part: &Part) -> Option<u32> {
        minutes_a_week(part, self.days().len())
    }

    /// What is missed for `part`, by subject, in the order of the week's
    /// blocks. Nothing where it is given in class or its hours are not known.
    #[must_use]
    pub fn missed(&self, part: &Part) -> Vec<Missed<'a>> {
        let mut missed: Vec<Missed> = Vec::new();
        for block in self
            .blocks
            .iter()
            .copied()
            .filter(|_| part.model == DeliveryModel::PullOut)
        {
            let shared = part.hours.map_or(0, |hours| hours.shared(block.hours));
            let days = block
                .days
                .iter()
                .filter(|day| part.days.contains(day))
                .copied();
            let days: Vec<Weekday> = days.filter(|_| shared > 0).collect();
            if days.is_empty() {
                continue;
            }
            let count = u32::try_from(days.len()).unwrap_or_default();
            let known = missed
                .iter_mut()
                .find(|known| same(known.subject, &block.subject));
            if let Some(known) = known {
                known.minutes += shared * count;
                known.core |= block.core;
                known.each = known.each.filter(|each| *each == shared);
                known.days.extend(days);
                known.days.sort_unstable();
            } else {
                missed.push(Missed {
                    subject: &block.subject,
                    core: block.core,
                    days,
                    minutes: shared * count,
                    each: Some(shared),
                    whole: false,
                });
            }
        }
        for one in &mut missed {
            one.whole = one.minutes >= self.minutes_of_subject(one.subject);
        }
        missed
    }

    /// The first block that `words` name, core or not.
    #[must_use]
    pub fn named(&self, words: &Text, core: bool) -> Option<&'a Block> {
        let mut blocks = self.blocks.iter().copied();
        blocks.find(|block| block.core == core && same_subject(words, &block.subject))
    }

    /// The first block of the week in which `subject` is.
    #[must_use]
    pub fn block_of(&self, subject: &Text) -> Option<&'a Block> {
        let mut blocks = self.blocks.iter().copied();
        blocks.find(|block| same(&block.subject, subject))
    }

    fn minutes_of_subject(&self, subject: &Text) -> u32 {
        let same = self
            .blocks
            .iter()
            .filter(|block| same(&block.subject, subject));
        same.map(|block| weekly(block)).sum()
    }

    /// How much of the week is spent with the class when `services` are given.
    #[must_use]
    pub fn share<'s>(&self, services: impl Iterator<Item = &'s Service>) -> Share {
        let away = pull_outs(services).filter_map(|(_, part)| {
            let weekly = self.minutes_of(part)?;
            // What lies before or after school is not taken from the class.
            let missed = || self.missed(part).iter().map(|missed| missed.minutes).sum();
            Some(if part.has_hours() { missed() } else { weekly })
        });
        let week = self.minutes();
        Share {
            with_class: week.saturating_sub(away.sum()),
            week,
        }
    }

    /// Core subjects of which nothing is missed when `services` are given. None
    /// where that is not certain: help without hours may fall on any lesson,
    /// unless it says which one it takes the place of.
    #[must_use]
    pub fn never_missed<'s>(&self, services: impl Iterator<Item = &'s Service>) -> Vec<&'a Text> {
        let mut missed: Vec<&Text> = Vec::new();
        for (service, part) in pull_outs(services) {
            let known = part.has_hours();
            let said = service.instead_of.as_ref().map(|said| &said.value);
            let named = |core| said.is_some_and(|words| self.named(words, core).is_some());
            if !known && (!named(false) || named(true)) {
                return Vec::new();
            }
            missed.extend(self.missed(part).iter().map(|one| one.subject));
        }
        let mut core: Vec<&Text> = Vec::new();
        for block in self.blocks.iter().filter(|block| block.core) {
            let subject = &block.subject;
            if !missed.iter().chain(&core).any(|known| same(known, subject)) {
                core.push(subject);
            }
        }
        core
    }
}

fn pull_outs<'s>(
    services: impl Iterator<Item = &'s Service>,
) -> impl Iterator<Item = (&'s Service, &'s Part)> {
    let parts = services.flat_map(|service| service.parts.iter().map(move |part| (service, part)));
    parts.filter(|(_, part)| part.model == DeliveryModel::PullOut)
}

fn same(subject: &Text, other: &Text) -> bool {
    subject.original == other.original
}

fn weekly(block: &Block) -> u32 {
    let days = u32::try_from(block.days.len()).unwrap_or_default();
    block.hours.minutes() * days
}

/// Minutes a week of `part` in a week of `days` school days: times · minutes.
/// None for what comes some times a month, or at no set times.
#[must_use]
pub fn minutes_a_week(part: &Part, days: usize) -> Option<u32> {
    let frequency = part.frequency?;
    let times = match frequency.per {
        Per::Day => frequency
            .times
            .saturating_mul(u32::try_from(days).unwrap_or_default()),
        Per::Week => frequency.times,
        Per::Month => return None,
    };
    Some(times.saturating_mul(part.minutes?))
}

/// Whether `words` speak of `subject`: one of the two is part of the other, in
/// the school's own language, capitals aside.
#[must_use]
pub fn same_subject(words: &Text, subject: &Text) -> bool {
    let (words, subject) = (
        words.original.to_lowercase(),
        subject.original.to_lowercase(),
    );
    words.contains(&subject) || subject.contains(&words)
}
