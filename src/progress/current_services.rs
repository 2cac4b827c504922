use crate::model::{
    Arrangement, Date, DeliveryModel, Frequency, Part, Per, Service, Transition, TransitionKind,
};

/// `service` as it is given on `day`: as it was written, with every change of
/// setting that has come since its first day. Days and hours stay only where
/// nothing about the times changes, because a change does not say them.
#[must_use]
pub fn current_services(service: &Service, transitions: &[Transition], day: Date) -> Service {
    let mut service = service.clone();
    for change in transitions {
        let own =
            change.kind == TransitionKind::Setting && change.service.as_ref() == Some(&service.id);
        let begun = service.since.is_none_or(|since| since < change.date);
        if own && begun && change.date <= day {
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
        let parts = to.parts.iter();
        parts
            .filter_map(|one| part(service, one, one.model?))
            .collect()
    };
    if parts.is_empty() || (model == DeliveryModel::Blended && to.parts.is_empty()) {
        return;
    }
    service.model = model;
    service.parts = parts;
    service.since = Some(change.date);
    // The sign has come, or the change came without it.
    service.exit = None;
    if !service.includes(DeliveryModel::PullOut) {
        service.instead_of = None;
        service.core_exception = None;
        service.return_plan = None;
    }
}

/// A part after a change, with what it does not say from the part that was
/// given in the same way before, or from the first.
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
