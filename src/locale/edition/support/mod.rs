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

use super::super::phrase::Phrase;
use super::super::speaker::{Speaker, Weight, args};
use super::words::{Links, Running, WordsView};
use super::{Section, list, note, section};
use crate::model::{Goal, Model, PersonId, Service, ServiceKind, Weekday};
use crate::progress::Portfolio;

/// Who helps, when, and what it looks like.
#[derive(Debug, Clone, Serialize)]
pub struct SupportPage {
    /// The page's name.
    pub title: Phrase,
    /// How much of the week is spent with the class.
    pub share: Option<Phrase>,
    /// The week at a glance.
    pub week: Option<Section<Vec<DayView>>>,
    /// Lessons of which nothing is missed.
    pub never_missed: Option<Section<Phrase>>,
    /// Services that are given now.
    pub services: Vec<ServiceView>,
    /// Where there are none.
    pub no_services: Option<Phrase>,
    /// Planned and given minutes.
    pub minutes: Option<Section<Vec<MinutesView>>>,
    /// What else helps, by whom it is for.
    pub supports: Option<Section<Vec<SupportGroup>>>,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<Phrase>,
    /// Words to know, where it uses any.
    pub words: Option<WordsView>,
}

impl Running for SupportPage {
    fn link(&mut self, links: &mut Links) {
        self.services.link(links);
        self.supports.link(links);
    }
}

pub(super) fn page(portfolio: &Portfolio, speaker: &Speaker) -> SupportPage {
    speaker.take_foreign();
    let services: Vec<ServiceView> = portfolio
        .services()
        .map(|service| card::view(portfolio, speaker, service))
        .collect();
    let days = week::days(portfolio, speaker);
    let minutes = minutes::views(portfolio, speaker);
    let groups = supports::groups(speaker, &portfolio.record.student.supports);
    SupportPage {
        title: speaker.say("page-support"),
        share: week::share(portfolio, speaker),
        week: list(speaker, "week", days),
        never_missed: week::never_missed(portfolio, speaker),
        no_services: services.is_empty().then(|| speaker.say("no-services")),
        services,
        minutes: list(speaker, "minutes", minutes),
        supports: list(speaker, "supports", groups),
        note: note(speaker, speaker.take_foreign()),
        words: None,
    }
}

/// The school's own word for where help is given, or the pack's.
pub(super) fn model(speaker: &Speaker, model: Model) -> Phrase {
    let own = speaker.school.words.get(&model);
    let known = own.filter(|text| {
        speaker.school.language == speaker.pack.lang
            || text.translations.contains_key(&speaker.pack.lang)
    });
    if let Some(text) = known {
        return speaker.written(text, Weight::Everyday);
    }
    speaker.say(match model {
        Model::PushIn => "model-push-in",
        Model::PullOut => "model-pull-out",
        Model::Blended => "model-blended",
        Model::Consult => "model-consult",
    })
}

pub(super) fn title(speaker: &Speaker, kind: ServiceKind) -> Phrase {
    speaker.say(match kind {
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
fn in_short(speaker: &Speaker, service: &Service, model: Model) -> Phrase {
    let alone = service.group_size == Some(1);
    let id = match model {
        Model::PushIn => "short-push-in",
        Model::PullOut if alone => "short-alone",
        Model::PullOut => "short-pull-out",
        Model::Blended => "short-blended",
        Model::Consult => "short-consult",
    };
    let what = title(speaker, service.kind).text;
    speaker.say_with(id, args([("what", what.into())]))
}

/// The shape that stands for a model beside its word.
fn shape(model: Model) -> &'static str {
    match model {
        Model::PushIn => "in-class",
        Model::PullOut => "small-group",
        Model::Blended => "both",
        Model::Consult => "advice",
    }
}

/// "Monday", "Monday and Tuesday", "Monday to Thursday".
fn day_names(speaker: &Speaker, days: &[Weekday]) -> String {
    let formats = &speaker.pack.formats;
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
            speaker.text("days-from-to", args)
        }
        _ => formats.list(&names),
    }
}

pub(super) fn names(speaker: &Speaker, people: &[PersonId]) -> Option<String> {
    let names: Vec<String> = people
        .iter()
        .filter_map(|id| speaker.school.staff.get(id))
        .map(|person| speaker.proper(&person.name))
        .collect();
    (!names.is_empty()).then(|| speaker.pack.formats.list(&names))
}

/// Who helps with one goal, a line each, and how much time there is for it.
pub(super) fn lines_for(portfolio: &Portfolio, speaker: &Speaker, goal: &Goal) -> Vec<Phrase> {
    let services = portfolio
        .services()
        .filter(|service| service.goals.contains(&goal.id));
    let mut lines: Vec<Phrase> = services
        .filter_map(|service| line_for(speaker, service))
        .collect();
    lines.extend(portfolio.minutes_for(goal).map(|minutes| {
        let args = args([("minutes", f64::from(minutes).into())]);
        speaker.say_with("goal-minutes", args)
    }));
    lines
}

fn line_for(speaker: &Speaker, service: &Service) -> Option<Phrase> {
    if let Some(looks) = &service.looks_like {
        return Some(speaker.written(looks, Weight::Binding));
    }
    let mut args = FluentArgs::new();
    args.set("who", names(speaker, &service.who())?);
    args.set("what", model(speaker, service.model).text);
    Some(speaker.sentence("service-line", args))
}

/// A section with words that somebody wrote.
fn written(
    speaker: &Speaker,
    label: &str,
    text: Option<&crate::model::Text>,
) -> Option<Section<Phrase>> {
    text.map(|text| section(speaker, label, speaker.written(text, Weight::Binding)))
}
