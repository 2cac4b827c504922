//! Two things at one time.

use std::collections::BTreeMap;

use crate::model::{Date, DeliveryModel, Part, PersonId, Service, StudentId, Weekday};

/// Two parts of services that are at the same time.
#[derive(Debug, Clone)]
pub struct Clash<'a> {
    /// The one that was written first.
    pub first: (&'a Service, &'a Part),
    /// The other.
    pub second: (&'a Service, &'a Part),
    /// The first day of the week on which they meet.
    pub day: Weekday,
}

/// Services of one student that the student cannot all be at. Two adults may
/// help in class at one time, and advice does not need the student.
#[must_use]
pub fn clashes(services: &[Service]) -> Vec<Clash<'_>> {
    let parts: Vec<(&Service, &Part)> = services
        .iter()
        .flat_map(|service| service.parts.iter().map(move |part| (service, part)))
        .filter(|(_, part)| part.model != DeliveryModel::Consult)
        .collect();
    let mut clashes = Vec::new();
    for (index, second) in parts.iter().enumerate() {
        for first in parts.iter().take(index) {
            let both_in_class =
                first.1.model == DeliveryModel::PushIn && second.1.model == DeliveryModel::PushIn;
            if let Some(day) = meet(*first, *second).filter(|_| !both_in_class) {
                clashes.push(Clash {
                    first: *first,
                    second: *second,
                    day,
                });
            }
        }
    }
    clashes
}

/// One student's service that somebody gives.
#[derive(Debug, Clone, Copy)]
pub struct Engagement<'a> {
    /// Whose.
    pub student: &'a StudentId,
    /// Which.
    pub service: &'a Service,
    /// The part of it.
    pub part: &'a Part,
}

/// For each person who would be at two places at one time: both engagements.
/// The same room at the same hours is a group, not two places. Reads services
/// of several students, so it is for staff only.
#[must_use]
pub fn two_places<'a>(
    services: &[(&'a StudentId, &'a Service)],
) -> Vec<(PersonId, Engagement<'a>, Engagement<'a>)> {
    let mut by_person: BTreeMap<&PersonId, Vec<Engagement>> = BTreeMap::new();
    for (student, service) in services {
        for part in &service.parts {
            let engagement = Engagement {
                student,
                service,
                part,
            };
            for who in &part.who {
                by_person.entry(who).or_default().push(engagement);
            }
        }
    }
    let mut found = Vec::new();
    for (who, engagements) in by_person {
        for (index, second) in engagements.iter().enumerate() {
            let apart = |first: &&Engagement| {
                meet((first.service, first.part), (second.service, second.part)).is_some()
                    && !same_group(first.part, second.part)
            };
            let earlier = engagements.iter().take(index).filter(apart);
            found.extend(earlier.map(|first| (who.clone(), *first, *second)));
        }
    }
    found
}

fn same_group(first: &Part, second: &Part) -> bool {
    let room = |part: &Part| part.place.as_ref().map(|place| place.original.clone());
    room(first) == room(second) && first.hours == second.hours
}

/// The first day of the week on which both are at the same time, in weeks in
/// which both are given.
fn meet(first: (&Service, &Part), second: (&Service, &Part)) -> Option<Weekday> {
    let (one, other) = (first.1.hours?, second.1.hours?);
    let together = one.shared(other) > 0 && overlap(first.0, second.0);
    let mut days = first
        .1
        .days
        .iter()
        .filter(|day| second.1.days.contains(day));
    days.next().copied().filter(|_| together)
}

fn overlap(first: &Service, second: &Service) -> bool {
    let since = |service: &Service| service.since.unwrap_or(Date::MIN);
    let until = |service: &Service| service.until.unwrap_or(Date::MAX);
    since(first) <= until(second) && since(second) <= until(first)
}
