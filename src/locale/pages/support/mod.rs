//! Support at school: who helps, where and when, what it means for the week,
//! and what else helps.

mod card;
mod minutes;
mod supports;
mod week;

pub use card::{Fact, ServiceView};
pub use minutes::{MinutesRow, MinutesView};
pub use supports::{SupportGroup, SupportView};
pub use week::{Bar, BarPiece, DayItem, DayView};

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::parts::words::{LinkTerms, Links, WordsView};
use super::{Section, list, note, section};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{DeliveryModel, Goal, PersonId, Service, ServiceKind, Weekday};
use crate::progress::Portfolio;

/// Who helps, when, and what it looks like.
#[derive(Debug, Clone, Serialize)]
pub struct SupportPage {
    /// The page's name.
    pub title: LocalizedText,
    /// How much of the week is spent with the class.
    pub share: Option<LocalizedText>,
    /// The week at a glance.
    pub week: Option<Section<Vec<DayView>>>,
    /// Lessons of which nothing is missed.
    pub never_missed: Option<Section<LocalizedText>>,
    /// Services that are given now.
    pub services: Vec<ServiceView>,
    /// Where there are none.
    pub no_services: Option<LocalizedText>,
    /// Planned and given minutes.
    pub minutes: Option<Section<Vec<MinutesView>>>,
    /// What else helps, by whom it is for.
    pub supports: Option<Section<Vec<SupportGroup>>>,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<LocalizedText>,
    /// Words to know, where it uses any.
    pub words: Option<WordsView>,
}

impl LinkTerms for SupportPage {
    fn link(&mut self, links: &mut Links) {
        self.services.link(links);
        self.supports.link(links);
    }
}

pub(super) fn page(portfolio: &Portfolio, localizer: &Localizer) -> SupportPage {
    localizer.take_foreign();
    let services: Vec<ServiceView> = portfolio
        .services()
        .map(|service| card::view(portfolio, localizer, service))
        .collect();
    let days = week::days(portfolio, localizer);
    let minutes = minutes::views(portfolio, localizer);
    let groups = supports::groups(localizer, &portfolio.record.student.supports);
    SupportPage {
        title: localizer.say("page-support"),
        share: week::share(portfolio, localizer),
        week: list(localizer, "week", days),
        never_missed: week::never_missed(portfolio, localizer),
        no_services: services.is_empty().then(|| localizer.say("no-services")),
        services,
        minutes: list(localizer, "minutes", minutes),
        supports: list(localizer, "supports", groups),
        note: note(localizer, localizer.take_foreign()),
        words: None,
    }
}

/// The school's own word for where help is given, or the pack's.
pub(super) fn model(localizer: &Localizer, model: DeliveryModel) -> LocalizedText {
    let own = localizer.school.words.get(&model);
    let known = own.filter(|text| {
        localizer.school.language == localizer.pack.lang
            || text.translations.contains_key(&localizer.pack.lang)
    });
    if let Some(text) = known {
        return localizer.written(text, MachineTranslation::Everyday);
    }
    localizer.say(match model {
        DeliveryModel::PushIn => "model-push-in",
        DeliveryModel::PullOut => "model-pull-out",
        DeliveryModel::Blended => "model-blended",
        DeliveryModel::Consult => "model-consult",
    })
}

pub(super) fn title(localizer: &Localizer, kind: ServiceKind) -> LocalizedText {
    localizer.say(match kind {
        ServiceKind::Reading => "service-reading",
        ServiceKind::Writing => "service-writing",
        ServiceKind::SpeechLanguage => "service-speech-language",
        ServiceKind::Occupational => "service-occupational",
        ServiceKind::Physical => "service-physical",
        ServiceKind::Math => "service-math",
        ServiceKind::Counselling => "service-counselling",
        ServiceKind::ClassroomSupport => "service-classroom-support",
        ServiceKind::StudySkills => "service-study-skills",
    })
}

/// "Reading, in a small group": a service in a few words, as given by `model`.
fn in_short(localizer: &Localizer, service: &Service, model: DeliveryModel) -> LocalizedText {
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

/// The shape that stands for a model beside its word.
fn shape(model: DeliveryModel) -> &'static str {
    match model {
        DeliveryModel::PushIn => "in-class",
        DeliveryModel::PullOut => "small-group",
        DeliveryModel::Blended => "both",
        DeliveryModel::Consult => "advice",
    }
}

/// "Monday", "Monday and Tuesday", "Monday to Thursday".
fn day_names(localizer: &Localizer, days: &[Weekday]) -> String {
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

pub(super) fn names(localizer: &Localizer, people: &[PersonId]) -> Option<String> {
    let names: Vec<String> = people
        .iter()
        .filter_map(|id| localizer.school.staff.get(id))
        .map(|person| localizer.proper(&person.name))
        .collect();
    (!names.is_empty()).then(|| localizer.pack.formats.list(&names))
}

/// Who helps with one goal, a line each, and how much time there is for it.
pub(super) fn lines_for(
    portfolio: &Portfolio,
    localizer: &Localizer,
    goal: &Goal,
) -> Vec<LocalizedText> {
    let services = portfolio
        .services()
        .filter(|service| service.goals.contains(&goal.id));
    let mut lines: Vec<LocalizedText> = services
        .filter_map(|service| line_for(localizer, service))
        .collect();
    lines.extend(portfolio.minutes_for(goal).map(|minutes| {
        let args = args([("minutes", f64::from(minutes).into())]);
        localizer.say_with("goal-minutes", args)
    }));
    lines
}

fn line_for(localizer: &Localizer, service: &Service) -> Option<LocalizedText> {
    if let Some(looks) = &service.looks_like {
        return Some(localizer.written(looks, MachineTranslation::Binding));
    }
    let mut args = FluentArgs::new();
    args.set("who", names(localizer, &service.who())?);
    args.set("what", model(localizer, service.model).text);
    Some(localizer.sentence("service-line", args))
}

/// A section with words that somebody wrote.
fn written(
    localizer: &Localizer,
    label: &str,
    text: Option<&crate::model::Text>,
) -> Option<Section<LocalizedText>> {
    text.map(|text| {
        section(
            localizer,
            label,
            localizer.written(text, MachineTranslation::Binding),
        )
    })
}
