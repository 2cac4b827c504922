//! Services as they are given today, after all changes of setting.

use crate::model::{
    Arrangement, Date, DeliveryModel, Frequency, Part, Per, Service, Transition, TransitionKind,
};

/// Returns `service` as it is given on `day`: as it is written, with every change
/// of setting since its first day. A change names no days and hours, so they are
/// kept only if neither frequency nor minutes change.
#[must_use]
pub fn current_services(
    service: &Service,
    transitions: &[Transition],
    day: impl PartialOrd<Date> + Copy,
) -> Service {
    let mut service = service.clone();
    for change in transitions {
        let is_own =
            change.kind == TransitionKind::Setting && change.service.as_ref() == Some(&service.id);
        let has_begun = service.since.is_none_or(|since| since < change.date);
        if is_own && has_begun && day >= change.date {
            apply(&mut service, change);
        }
    }
    service
}

fn apply(service: &mut Service, change: &Transition) {
    let to = &change.to;
    let model = to.model.unwrap_or(service.model);
    let parts: Vec<Part> = if to.parts.is_empty() {
        part(service, to, model).into_iter().collect()
    } else {
        to.parts
            .iter()
            .filter_map(|one| part(service, one, one.model?))
            .collect()
    };
    if parts.is_empty() || (model == DeliveryModel::Blended && to.parts.is_empty()) {
        return;
    }
    service.model = model;
    service.parts = parts;
    service.since = Some(change.date);
    // The exit criterion belonged to the setting before the change.
    service.exit = None;
    if !service.includes(DeliveryModel::PullOut) {
        service.instead_of = None;
        service.core_exception = None;
        service.return_plan = None;
    }
}

/// A part after a change. What the change does not say comes from the part with
/// the same delivery model before it, otherwise from the first part. `None` if
/// the service has no part.
fn part(service: &Service, to: &Arrangement, model: DeliveryModel) -> Option<Part> {
    let same = service.parts.iter().find(|part| part.model == model);
    let before = same.or(service.parts.first())?;
    let times = to.times.map(|times| Frequency {
        times,
        per: Per::Week,
    });
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "minutes of a day"
    )]
    let minutes = to.minutes.map(|minutes| minutes.round() as u32);
    let (frequency, minutes) = (times.or(before.frequency), minutes.or(before.minutes));
    let as_before = same.filter(|part| (part.frequency, part.minutes) == (frequency, minutes));
    Some(Part {
        at: before.at.clone(),
        model,
        who: before.who.clone(),
        place: to
            .place
            .clone()
            .or_else(|| same.and_then(|part| part.place.clone())),
        days: as_before.map(|part| part.days.clone()).unwrap_or_default(),
        hours: as_before.and_then(|part| part.hours),
        frequency,
        minutes,
    })
}
