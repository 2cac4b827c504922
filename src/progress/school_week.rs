//! A student's school week: what is missed for pull-out services, and how much
//! time is spent with the student's own class.

use std::collections::BTreeSet;

use crate::model::{Block, DeliveryModel, Part, Per, Record, School, Service, Text, Weekday};

/// The school week of one student's class.
#[derive(Debug, Clone)]
pub struct SchoolWeek<'a> {
    blocks: Vec<&'a Block>,
}

/// A subject that is missed for one part of a service.
#[derive(Debug, Clone, PartialEq)]
pub struct MissedSubject<'a> {
    /// The subject.
    pub subject: &'a Text,
    /// Whether it is a core subject, which students should not miss.
    pub core: bool,
    /// The days on which it is missed.
    pub days: Vec<Weekday>,
    /// Missed minutes a week.
    pub minutes: u32,
    /// Missed minutes a day; `None` if days differ.
    pub each: Option<u32>,
    /// Whether all of the subject's lessons are missed.
    pub every_lesson: bool,
}

/// Time with the student's own class in a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeInClass {
    /// Minutes with the class.
    pub with_class: u32,
    /// Minutes of the whole week.
    pub week: u32,
}

impl TimeInClass {
    /// 100 · minutes with the class / minutes of the whole week.
    #[must_use]
    pub fn percent(self) -> f64 {
        100.0 * f64::from(self.with_class) / f64::from(self.week)
    }
}

impl<'a> SchoolWeek<'a> {
    /// The week of the student's class; `None` if the school has no timetable for it.
    #[must_use]
    pub fn of(record: &Record, school: &'a School) -> Option<Self> {
        let class = record
            .student
            .class
            .as_ref()
            .map(|class| class.original.as_str());
        let blocks: Vec<&Block> = school
            .timetable
            .iter()
            .filter(|block| block.is_for(class))
            .collect();
        (!blocks.is_empty()).then_some(Self { blocks })
    }

    /// The days of the week with school.
    #[must_use]
    pub fn days(&self) -> BTreeSet<Weekday> {
        self.blocks
            .iter()
            .flat_map(|block| &block.days)
            .copied()
            .collect()
    }

    /// The blocks of `day`, in the order of the file.
    pub fn on(&self, day: Weekday) -> impl Iterator<Item = &'a Block> {
        self.blocks
            .iter()
            .copied()
            .filter(move |block| block.days.contains(&day))
    }

    /// Minutes of the whole week.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.blocks.iter().map(|block| weekly(block)).sum()
    }

    /// Minutes a week of `part`; `None` for services by the month or without times.
    #[must_use]
    pub fn minutes_of(&self, part: &Part) -> Option<u32> {
        minutes_a_week(part, self.days().len())
    }

    /// What is missed for `part`, by subject, in the order of the week's blocks.
    /// Empty if the part is not pull-out or its hours are not known.
    #[must_use]
    pub fn missed(&self, part: &Part) -> Vec<MissedSubject<'a>> {
        let mut missed: Vec<MissedSubject> = Vec::new();
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
                missed.push(MissedSubject {
                    subject: &block.subject,
                    core: block.core,
                    days,
                    minutes: shared * count,
                    each: Some(shared),
                    every_lesson: false,
                });
            }
        }
        for one in &mut missed {
            one.every_lesson = one.minutes >= self.minutes_of_subject(one.subject);
        }
        missed
    }

    /// The first block, core or not, whose subject `words` name.
    #[must_use]
    pub fn named(&self, words: &Text, core: bool) -> Option<&'a Block> {
        self.blocks
            .iter()
            .copied()
            .find(|block| block.core == core && same_subject(words, &block.subject))
    }

    /// The first block of `subject`.
    #[must_use]
    pub fn block_of(&self, subject: &Text) -> Option<&'a Block> {
        self.blocks
            .iter()
            .copied()
            .find(|block| same(&block.subject, subject))
    }

    fn minutes_of_subject(&self, subject: &Text) -> u32 {
        self.blocks
            .iter()
            .filter(|block| same(&block.subject, subject))
            .map(|block| weekly(block))
            .sum()
    }

    /// Time with the class when `services` are given.
    #[must_use]
    pub fn share<'s>(&self, services: impl Iterator<Item = &'s Service>) -> TimeInClass {
        let away = pull_outs(services).filter_map(|(_, part)| {
            let weekly = self.minutes_of(part)?;
            // Time before or after school is not taken from the class.
            let missed = || self.missed(part).iter().map(|missed| missed.minutes).sum();
            Some(if part.has_hours() { missed() } else { weekly })
        });
        let week = self.minutes();
        TimeInClass {
            with_class: week.saturating_sub(away.sum()),
            week,
        }
    }

    /// Core subjects of which nothing is missed when `services` are given. Empty if
    /// that is not certain: a service without hours may be at the time of any lesson,
    /// unless it names the one that it replaces.
    #[must_use]
    pub fn never_missed<'s>(&self, services: impl Iterator<Item = &'s Service>) -> Vec<&'a Text> {
        let mut missed: Vec<&Text> = Vec::new();
        for (service, part) in pull_outs(services) {
            let replaced = service.instead_of.as_ref().map(|named| &named.value);
            let takes_place_of =
                |core| replaced.is_some_and(|words| self.named(words, core).is_some());
            if !part.has_hours() && (!takes_place_of(false) || takes_place_of(true)) {
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
/// `None` for services by the month or without times.
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

/// Whether `words` name `subject`: one contains the other, in the school's language
/// and regardless of case.
#[must_use]
pub fn same_subject(words: &Text, subject: &Text) -> bool {
    let (words, subject) = (
        words.original.to_lowercase(),
        subject.original.to_lowercase(),
    );
    words.contains(&subject) || subject.contains(&words)
}
