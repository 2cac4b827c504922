use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::super::phrase::Phrase;
use super::super::speaker::{Speaker, Weight, args};
use super::updates::GoalLink;
use super::{Section, note};
use crate::model::{
    Frequency, Goal, Model, Per, PersonId, Service, ServiceKind, Support, SupportKind, Text,
};
use crate::progress::Portfolio;

/// Who helps, when, and what it looks like.
#[derive(Debug, Clone, Serialize)]
pub struct SupportPage {
    /// The page's name.
    pub title: Phrase,
    /// Services that are given now.
    pub services: Vec<ServiceView>,
    /// Where there are none.
    pub no_services: Option<Phrase>,
    /// What else helps, by whom it is for.
    pub supports: Option<Section<Vec<SupportGroup>>>,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<Phrase>,
}

/// One service.
#[derive(Debug, Clone, Serialize)]
pub struct ServiceView {
    /// Its key, for links.
    pub id: String,
    /// What kind of help.
    pub title: Phrase,
    /// In class or in a small group.
    pub model: Phrase,
    /// What one would see.
    pub looks: Option<Phrase>,
    /// Who, where, when …
    pub facts: Vec<Fact>,
    /// Goals it works on.
    pub goals: Option<Section<Vec<GoalLink>>>,
    /// Why this choice.
    pub why: Option<Section<Vec<Phrase>>>,
    /// The sign that it can change.
    pub exit: Option<Section<Phrase>>,
}

/// A named fact.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// Its name.
    pub label: Phrase,
    /// The fact.
    pub text: Phrase,
}

/// Supports of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct SupportGroup {
    /// Whom they are for, and what they change.
    pub label: Phrase,
    /// What they are.
    pub items: Vec<Phrase>,
}

pub(super) fn page(portfolio: &Portfolio, speaker: &Speaker) -> SupportPage {
    speaker.take_foreign();
    let services: Vec<ServiceView> = portfolio
        .services()
        .map(|service| view(portfolio, speaker, service))
        .collect();
    let groups = groups(speaker, &portfolio.record.student.supports);
    SupportPage {
        title: speaker.say("page-support"),
        no_services: services.is_empty().then(|| speaker.say("no-services")),
        services,
        supports: (!groups.is_empty()).then(|| super::section(speaker, "supports", groups)),
        note: note(speaker, speaker.take_foreign()),
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
        ServiceKind::SpeechLanguage => "service-speech-language",
        ServiceKind::Occupational => "service-occupational",
        ServiceKind::Physical => "service-physical",
        ServiceKind::Math => "service-math",
        ServiceKind::Counselling => "service-counselling",
        ServiceKind::ClassroomSupport => "service-classroom-support",
        ServiceKind::StudySkills => "service-study-skills",
    })
}

fn view(portfolio: &Portfolio, speaker: &Speaker, service: &Service) -> ServiceView {
    let words = |text: &Text| speaker.written(text, Weight::Binding);
    let goals: Vec<GoalLink> = portfolio
        .open_goals()
        .filter(|(goal, _)| service.goals.contains(&goal.id))
        .map(|(goal, _)| GoalLink {
            id: goal.id.to_string(),
            title: speaker.written(&goal.title, Weight::Everyday),
        })
        .collect();
    let why: Vec<Phrase> = [&service.why.needs, &service.why.class, &service.why.goals]
        .into_iter()
        .flatten()
        .map(words)
        .collect();
    ServiceView {
        id: service.id.to_string(),
        title: title(speaker, service.kind),
        model: model(speaker, service.model),
        looks: service.looks_like.as_ref().map(words),
        facts: facts(speaker, service),
        goals: (!goals.is_empty()).then(|| super::section(speaker, "service-goals", goals)),
        why: (!why.is_empty()).then(|| super::section(speaker, "service-why", why)),
        exit: service
            .exit
            .as_ref()
            .map(|exit| super::section(speaker, "service-exit", words(exit))),
    }
}

fn facts(speaker: &Speaker, service: &Service) -> Vec<Fact> {
    let fact = |label: &str, text: Option<Phrase>| {
        text.map(|text| Fact {
            label: speaker.say(label),
            text,
        })
    };
    let since = service.since.map(|since| match service.until {
        Some(until) => speaker.say_with(
            "service-since-until",
            args([
                ("since", speaker.date(since).into()),
                ("until", speaker.date(until).into()),
            ]),
        ),
        None => Phrase::own(speaker.date(since)),
    });
    let instead = service
        .instead_of
        .as_ref()
        .map(|text| speaker.written(text, Weight::Binding));
    [
        fact("service-who", who(speaker, service)),
        fact("service-where", place(speaker, service)),
        fact("service-when", when(speaker, service)),
        fact("service-often", often(speaker, service)),
        fact("service-since", since),
        fact("service-instead", instead),
    ]
    .into_iter()
    .flatten()
    .collect()
}

pub(super) fn names(speaker: &Speaker, people: &[PersonId]) -> Option<String> {
    let names: Vec<String> = people
        .iter()
        .filter_map(|id| speaker.school.staff.get(id))
        .map(|person| speaker.proper(&person.name))
        .collect();
    (!names.is_empty()).then(|| speaker.pack.formats.list(&names))
}

fn who(speaker: &Speaker, service: &Service) -> Option<Phrase> {
    let who = names(speaker, &service.who)?;
    Some(match names(speaker, &service.with) {
        Some(with) => speaker.say_with(
            "service-with",
            args([("who", who.into()), ("with", with.into())]),
        ),
        None => Phrase::own(who),
    })
}

fn place(speaker: &Speaker, service: &Service) -> Option<Phrase> {
    let place = speaker.written(service.place.as_ref()?, Weight::Binding);
    if place.mark.is_some() {
        return Some(place);
    }
    let mut args = args([("place", place.text.clone().into())]);
    if let Some(size) = service.group_size {
        args.set("other", f64::from(size.saturating_sub(1)));
        return Some(speaker.say_with("service-group", args));
    }
    let during = service
        .during
        .as_ref()
        .map(|during| speaker.written(during, Weight::Binding));
    let Some(during) = during.filter(|during| during.mark.is_none()) else {
        return Some(place);
    };
    args.set("lesson", during.text);
    Some(speaker.say_with("service-during", args))
}

fn when(speaker: &Speaker, service: &Service) -> Option<Phrase> {
    let formats = &speaker.pack.formats;
    let days: Vec<String> = service
        .days
        .iter()
        .map(|day| formats.weekday(*day))
        .collect();
    if days.is_empty() {
        return None;
    }
    let days = formats.list(&days);
    let Some((start, end)) = &service.time else {
        return Some(Phrase::own(days));
    };
    let (start, end) = (formats.time(start), formats.time(end));
    Some(speaker.say_with(
        "days-time",
        args([
            ("days", days.into()),
            ("start", start.into()),
            ("end", end.into()),
        ]),
    ))
}

/// "4 times a week, 30 minutes each time".
fn often(speaker: &Speaker, service: &Service) -> Option<Phrase> {
    let Frequency { times, per } = service.frequency?;
    let id = match per {
        Per::Day => "often-day",
        Per::Week => "often-week",
        Per::Month => "often-month",
    };
    let often = speaker.say_with(id, args([("times", f64::from(times).into())]));
    let Some(minutes) = service.minutes else {
        return Some(often);
    };
    let args = args([
        ("often", often.text.into()),
        ("minutes", speaker.number(minutes)),
    ]);
    Some(speaker.say_with("often-minutes", args))
}

/// Who helps with one goal, a line each.
pub(super) fn lines_for(portfolio: &Portfolio, speaker: &Speaker, goal: &Goal) -> Vec<Phrase> {
    let services = portfolio
        .services()
        .filter(|service| service.goals.contains(&goal.id));
    services
        .filter_map(|service| {
            if let Some(looks) = &service.looks_like {
                return Some(speaker.written(looks, Weight::Binding));
            }
            let mut args = FluentArgs::new();
            args.set("who", names(speaker, &service.who)?);
            args.set("what", model(speaker, service.model).text);
            Some(speaker.say_with("service-line", args))
        })
        .collect()
}

fn groups(speaker: &Speaker, supports: &[Support]) -> Vec<SupportGroup> {
    let kinds = [
        (SupportKind::Accommodation, "supports-accommodation"),
        (SupportKind::Scaffold, "supports-scaffold"),
        (SupportKind::Modification, "supports-modification"),
        (SupportKind::Universal, "supports-universal"),
    ];
    let of = |kind: SupportKind| -> Vec<Phrase> {
        supports
            .iter()
            .filter(|support| support.kind == kind)
            .map(|one| support(speaker, one))
            .collect()
    };
    let groups = kinds.into_iter().map(|(kind, label)| SupportGroup {
        label: speaker.say(label),
        items: of(kind),
    });
    groups.filter(|group| !group.items.is_empty()).collect()
}

fn support(speaker: &Speaker, support: &Support) -> Phrase {
    let text = speaker.written(&support.text, Weight::Binding);
    let place = support.place.as_ref().filter(|_| text.mark.is_none());
    let Some(place) = place.and_then(|place| speaker.inside(place, Weight::Binding)) else {
        return text;
    };
    speaker.say_with(
        "support-where",
        args([("text", text.text.into()), ("place", place.into())]),
    )
}
