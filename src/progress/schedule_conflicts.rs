//! Conflicts in the schedule: a student or an adult who would have to be in two
//! places at the same time.

use std::collections::BTreeMap;

use crate::model::{Date, DeliveryModel, Part, PersonId, Service, StudentId, Weekday};

/// Two parts of one student's services that are at the same time.
#[derive(Debug, Clone)]
pub struct ScheduleConflict<'a> {
    /// The part that is written first.
    pub first: (&'a Service, &'a Part),
    /// The other part.
    pub second: (&'a Service, &'a Part),
    /// The first day of the week on which they overlap.
    pub day: Weekday,
}

/// Finds the parts of one student's services that overlap. Two adults may push in
/// at the same time, and consultation does not need the student.
#[must_use]
pub fn schedule_conflicts(services: &[Service]) -> Vec<ScheduleConflict<'_>> {
    let parts: Vec<(&Service, &Part)> = services
        .iter()
        .flat_map(|service| service.parts.iter().map(move |part| (service, part)))
        .filter(|(_, part)| part.model != DeliveryModel::Consult)
        .collect();
    let mut conflicts = Vec::new();
    for (index, second) in parts.iter().enumerate() {
        for first in parts.iter().take(index) {
            let both_in_class =
                first.1.model == DeliveryModel::PushIn && second.1.model == DeliveryModel::PushIn;
            if let Some(day) = overlap(*first, *second).filter(|_| !both_in_class) {
                conflicts.push(ScheduleConflict {
                    first: *first,
                    second: *second,
                    day,
                });
            }
        }
    }
    conflicts
}

/// One part of a student's service that an adult provides.
#[derive(Debug, Clone, Copy)]
pub struct Assignment<'a> {
    /// The student.
    pub student: &'a StudentId,
    /// The service.
    pub service: &'a Service,
    /// The part of the service.
    pub part: &'a Part,
}

/// Finds the adults who would have to be in two places at the same time, with
/// both assignments. The same room at the same hours is a group, not two places.
/// Reads services of several students, so the result is for staff only.
#[must_use]
pub fn double_bookings<'a>(
    services: &[(&'a StudentId, &'a Service)],
) -> Vec<(PersonId, Assignment<'a>, Assignment<'a>)> {
    let mut by_person: BTreeMap<&PersonId, Vec<Assignment>> = BTreeMap::new();
    for (student, service) in services {
        for part in &service.parts {
            let assignment = Assignment {
                student,
                service,
                part,
            };
            for who in &part.who {
                by_person.entry(who).or_default().push(assignment);
            }
        }
    }
    let mut found = Vec::new();
    for (who, assignments) in by_person {
        for (index, second) in assignments.iter().enumerate() {
            let apart = |first: &&Assignment| {
                overlap((first.service, first.part), (second.service, second.part)).is_some()
                    && !same_group(first.part, second.part)
            };
            let earlier = assignments.iter().take(index).filter(apart);
            found.extend(earlier.map(|first| (who.clone(), *first, *second)));
        }
    }
    found
}

fn same_group(first: &Part, second: &Part) -> bool {
    let room = |part: &Part| part.place.as_ref().map(|place| place.original.clone());
    room(first) == room(second) && first.hours == second.hours
}

/// The first day of the week on which both are at the same time. `None` if they
/// never are, or if their hours are not known.
fn overlap(first: (&Service, &Part), second: (&Service, &Part)) -> Option<Weekday> {
    let (one, other) = (first.1.hours?, second.1.hours?);
    if one.shared(other) == 0 || !same_weeks(first.0, second.0) {
        return None;
    }
    let mut days = first.1.days.iter().copied();
    days.find(|day| second.1.days.contains(day))
}

/// Whether there is a day on which both services are given.
fn same_weeks(first: &Service, second: &Service) -> bool {
    let since = |service: &Service| service.since.unwrap_or(Date::MIN);
    let until = |service: &Service| service.until.unwrap_or(Date::MAX);
    since(first) <= until(second) && since(second) <= until(first)
}
