//! What services are called: their kind, where they are given, who gives them
//! and on which days.

use super::page_text::PageText;
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, args};
use crate::model::{DeliveryModel, PersonId, Service, ServiceKind, Weekday};

/// The school's own word for where help is given, or the pack's.
pub(crate) fn model(page_text: &mut PageText, model: DeliveryModel) -> LocalizedText {
    let localizer = page_text.localizer;
    let own = localizer.school.words.get(&model);
    let known = own.filter(|text| {
        localizer.school.language == localizer.pack.lang
            || text.translations.contains_key(&localizer.pack.lang)
    });
    if let Some(text) = known {
        return page_text.everyday(text);
    }
    localizer.say(match model {
        DeliveryModel::PushIn => "model-push-in",
        DeliveryModel::PullOut => "model-pull-out",
        DeliveryModel::Blended => "model-blended",
        DeliveryModel::Consult => "model-consult",
    })
}

pub(crate) fn title(localizer: &Localizer, kind: ServiceKind) -> LocalizedText {
    localizer.say(match kind {
        ServiceKind::Reading => "service-reading",
        ServiceKind::Writing => "service-writing",
        ServiceKind::SpeechLanguage => "service-speech-language",
        ServiceKind::Occupational => "service-occupational",
        ServiceKind::Physical => "service-physical",
        ServiceKind::Math => "service-math",
        ServiceKind::Counseling => "service-counseling",
        ServiceKind::ClassroomSupport => "service-classroom-support",
        ServiceKind::StudySkills => "service-study-skills",
    })
}

/// "Reading, in a small group": a service in a few words, as given by `model`.
pub(crate) fn in_short(
    localizer: &Localizer,
    service: &Service,
    model: DeliveryModel,
) -> LocalizedText {
    let alone = service.group_size == Some(1);
    let id = match model {
        DeliveryModel::PushIn => "short-push-in",
        DeliveryModel::PullOut if alone => "short-alone",
        DeliveryModel::PullOut => "short-pull-out",
        DeliveryModel::Blended => "short-blended",
        DeliveryModel::Consult => "short-consult",
    };
    let what = title(localizer, service.kind).text;
    localizer.say_with(id, args([("what", what.into())]))
}

/// The shape next to the word for a model.
pub(crate) fn shape(model: DeliveryModel) -> &'static str {
    match model {
        DeliveryModel::PushIn => "in-class",
        DeliveryModel::PullOut => "small-group",
        DeliveryModel::Blended => "both",
        DeliveryModel::Consult => "advice",
    }
}

/// A change of setting in two or three words, for a chart.
pub(crate) fn chart_label(localizer: &Localizer, to: Option<DeliveryModel>) -> LocalizedText {
    localizer.say(match to {
        Some(DeliveryModel::PushIn) => "turn-push-in",
        Some(DeliveryModel::PullOut) => "turn-pull-out",
        Some(DeliveryModel::Blended) => "turn-blended",
        Some(DeliveryModel::Consult) => "turn-consult",
        None => "turn-setting",
    })
}

/// "Monday", "Monday and Tuesday", "Monday to Thursday".
pub(crate) fn day_names(localizer: &Localizer, days: &[Weekday]) -> String {
    let formats = &localizer.pack.formats;
    let names: Vec<String> = days.iter().map(|day| formats.weekday(*day)).collect();
    let in_a_row = days.windows(2).all(|pair| match pair {
        [one, next] => *one as u8 + 1 == *next as u8,
        _ => true,
    });
    match names.as_slice() {
        [first, _, .., last] if in_a_row => {
            let args = args([
                ("first", first.as_str().into()),
                ("last", last.as_str().into()),
            ]);
            localizer.text("days-from-to", args)
        }
        _ => formats.list(&names),
    }
}

/// The names of `people`, as a list in words; `None` if none of them is on the
/// staff list.
pub(crate) fn names(localizer: &Localizer, people: &[PersonId]) -> Option<String> {
    let names: Vec<String> = people
        .iter()
        .filter_map(|id| localizer.school.staff.get(id))
        .map(|person| localizer.proper(&person.name))
        .collect();
    (!names.is_empty()).then(|| localizer.pack.formats.list(&names))
}
