//! One service on the support page.

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::super::parts::fact::Fact;
use super::super::parts::goal_link::GoalLink;
use super::super::parts::page_text::PageText;
use super::super::parts::section::{Section, list, section};
use super::super::parts::service::{day_names, model, names, shape, title};
use super::super::parts::words::{LinkTerms, Links};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{CoTeach, DeliveryModel, Frequency, Part, Per, Service, Text};
use crate::progress::{MissedSubject, Portfolio, minutes_a_week};

/// One service.
#[derive(Debug, Clone, Serialize)]
pub struct ServiceView {
    /// Its key, for links.
    pub id: String,
    /// What kind of help.
    pub title: LocalizedText,
    /// In class or in a small group.
    pub model: LocalizedText,
    /// The shape next to that text.
    pub shape: &'static str,
    /// What an observer would see.
    pub looks: Option<LocalizedText>,
    /// Who, where, when …
    pub facts: Vec<Fact>,
    /// Goals it works on.
    pub goals: Option<Section<Vec<GoalLink>>>,
    /// Why this choice.
    pub why: Option<Section<Vec<LocalizedText>>>,
    /// What shows that it can change.
    pub exit: Option<Section<LocalizedText>>,
    /// Answers to questions that fewer families ask.
    pub more: Option<Section<Vec<Fact>>>,
}

impl LinkTerms for ServiceView {
    fn link(&mut self, links: &mut Links) {
        self.looks.link(links);
        self.why.link(links);
        self.exit.link(links);
        self.more.link(links);
    }
}

pub(super) fn view(
    portfolio: &Portfolio,
    page_text: &mut PageText,
    service: &Service,
) -> ServiceView {
    let localizer = page_text.localizer;
    let goals = portfolio
        .open_goals()
        .filter(|(goal, _)| service.goals.contains(&goal.id))
        .map(|(goal, _)| GoalLink::new(page_text, goal))
        .collect();
    let why = [&service.why.needs, &service.why.class, &service.why.goals];
    let why = why.into_iter().flatten();
    let why = why.map(|text| page_text.binding(text)).collect();
    let exit = service.exit.as_ref();
    ServiceView {
        id: service.id.to_string(),
        title: title(localizer, service.kind),
        model: model(page_text, service.model),
        shape: shape(service.model),
        looks: service
            .looks_like
            .as_ref()
            .map(|text| page_text.binding(text)),
        facts: facts(portfolio, page_text, service),
        more: {
            let more = more(page_text, service);
            list(localizer, "service-more", more)
        },
        goals: list(localizer, "service-goals", goals),
        why: list(localizer, "service-why", why),
        exit: exit.map(|exit| section(localizer, "service-exit", page_text.binding(exit))),
    }
}

/// Builds the facts of one card, in the order of a parent's questions.
struct FactList<'p, 'l> {
    page_text: &'p mut PageText<'l>,
    localizer: &'l Localizer<'l>,
    list: Vec<Fact>,
}

impl<'p, 'l> FactList<'p, 'l> {
    fn new(page_text: &'p mut PageText<'l>) -> Self {
        Self {
            localizer: page_text.localizer,
            page_text,
            list: Vec::new(),
        }
    }

    fn add(&mut self, label: &str, lines: impl IntoIterator<Item = LocalizedText>) {
        self.add_under(self.localizer.say(label), lines);
    }

    fn add_under(&mut self, label: LocalizedText, lines: impl IntoIterator<Item = LocalizedText>) {
        let lines: Vec<LocalizedText> = lines.into_iter().collect();
        if !lines.is_empty() {
            self.list.push(Fact { label, lines });
        }
    }

    fn words<'t>(&mut self, label: &str, texts: impl IntoIterator<Item = &'t Text>) {
        let texts = texts.into_iter();
        let lines: Vec<_> = texts.map(|text| self.page_text.binding(text)).collect();
        self.add(label, lines);
    }
}

fn facts(portfolio: &Portfolio, page_text: &mut PageText, service: &Service) -> Vec<Fact> {
    let mut facts = FactList::new(page_text);
    let localizer = facts.localizer;
    facts.add("service-who", who(localizer, service));
    match service.parts.as_slice() {
        [part] => {
            let place = place(facts.page_text, service, part);
            facts.add("service-where", place);
            let times = when(localizer, part).into_iter();
            facts.add("service-when", times.chain(often(localizer, part)));
        }
        parts => {
            facts.add("service-split", split(portfolio, localizer, parts));
            for part in parts {
                let label = model(facts.page_text, part.model);
                let lines = of_part(facts.page_text, service, part);
                facts.add_under(label, lines);
            }
        }
    }
    missed(portfolio, &mut facts, service);
    exception(&mut facts, service);
    facts.list
}

fn more(page_text: &mut PageText, service: &Service) -> Vec<Fact> {
    let mut facts = FactList::new(page_text);
    let localizer = facts.localizer;
    facts.add("service-since", since(localizer, service));
    let coteach = service.coteach.map(|way| coteach(localizer, way));
    facts.add("service-coteach", coteach);
    facts.words("service-return", service.return_plan.as_ref());
    facts.words("service-materials", &service.materials);
    facts.words("service-peers", service.peers.as_ref());
    facts.list
}

fn who(localizer: &Localizer, service: &Service) -> Option<LocalizedText> {
    let people = service.who();
    let who = names(localizer, &people)?;
    let mut with = service.with.clone();
    with.retain(|person| !people.contains(person));
    Some(match names(localizer, &with) {
        Some(with) => localizer.sentence(
            "service-with",
            args([("who", who.into()), ("with", with.into())]),
        ),
        None => LocalizedText::own(localizer.pack.formats.sentence(&who)),
    })
}

fn coteach(localizer: &Localizer, way: CoTeach) -> LocalizedText {
    localizer.say(match way {
        CoTeach::OneTeachOneAssist => "coteach-one-teach-one-assist",
        CoTeach::Station => "coteach-station",
        CoTeach::Parallel => "coteach-parallel",
        CoTeach::Alternative => "coteach-alternative",
        CoTeach::Team => "coteach-team",
    })
}

/// A part of a blended service: who, if not everybody; where; when.
fn of_part(page_text: &mut PageText, service: &Service, part: &Part) -> Vec<LocalizedText> {
    let localizer = page_text.localizer;
    let own = (part.who != service.who()).then(|| names(localizer, &part.who));
    let begun = |names: String| LocalizedText::own(localizer.pack.formats.sentence(&names));
    let who = own.flatten().map(begun);
    let place = place(page_text, service, part);
    let times = when(localizer, part)
        .into_iter()
        .chain(often(localizer, part));
    who.into_iter().chain(place).chain(times).collect()
}

/// "50 minutes a week in class, 50 minutes in a small group".
fn split(portfolio: &Portfolio, localizer: &Localizer, parts: &[Part]) -> Option<LocalizedText> {
    let days = portfolio.week().map_or(5, |week| week.days().len());
    let minutes = |model: DeliveryModel| -> Option<u32> {
        let own = parts.iter().filter(|part| part.model == model);
        own.map(|part| minutes_a_week(part, days)).sum()
    };
    let (inside, outside) = (
        minutes(DeliveryModel::PushIn)?,
        minutes(DeliveryModel::PullOut)?,
    );
    let args = args([
        ("inside", f64::from(inside).into()),
        ("outside", f64::from(outside).into()),
    ]);
    Some(localizer.say_with("split", args))
}

fn place(page_text: &mut PageText, service: &Service, part: &Part) -> Option<LocalizedText> {
    let localizer = page_text.localizer;
    let place = page_text.binding(part.place.as_ref()?);
    if place.mark.is_some() {
        return Some(place);
    }
    let mut args = args([("place", place.text.clone().into())]);
    let group = service
        .group_size
        .filter(|_| part.model == DeliveryModel::PullOut);
    if let Some(size) = group {
        args.set("other", f64::from(size.saturating_sub(1)));
        return Some(localizer.say_with("service-group", args));
    }
    let during = service
        .during
        .as_ref()
        .filter(|_| part.model != DeliveryModel::PullOut);
    let Some(during) = during.and_then(|text| page_text.inside(text, MachineTranslation::Refused))
    else {
        return Some(place);
    };
    args.set("lesson", during);
    Some(localizer.say_with("service-during", args))
}

fn when(localizer: &Localizer, part: &Part) -> Option<LocalizedText> {
    let formats = &localizer.pack.formats;
    if part.days.is_empty() {
        return None;
    }
    let days = day_names(localizer, &part.days);
    let Some(hours) = part.hours else {
        return Some(LocalizedText::own(formats.sentence(&days)));
    };
    Some(localizer.sentence(
        "days-time",
        args([
            ("days", days.into()),
            ("start", formats.time(hours.start).into()),
            ("end", formats.time(hours.end).into()),
        ]),
    ))
}

/// "4 times a week, 30 minutes each time".
pub(super) fn often(localizer: &Localizer, part: &Part) -> Option<LocalizedText> {
    let Frequency { times, per } = part.frequency?;
    let id = match per {
        Per::Day => "often-day",
        Per::Week => "often-week",
        Per::Month => "often-month",
    };
    let often = localizer.say_with(id, args([("times", f64::from(times).into())]));
    let Some(minutes) = part.minutes else {
        return Some(often);
    };
    let args = args([
        ("often", often.text.into()),
        ("minutes", f64::from(minutes).into()),
    ]);
    Some(localizer.say_with("often-minutes", args))
}

fn since(localizer: &Localizer, service: &Service) -> Option<LocalizedText> {
    let since = service.since?;
    Some(match service.until {
        Some(until) => localizer.say_with(
            "service-since-until",
            args([
                ("since", localizer.date(since).into()),
                ("until", localizer.date(until).into()),
            ]),
        ),
        None => LocalizedText::own(localizer.date(since)),
    })
}

/// The lessons that the timetable says the student misses. If there is no
/// timetable, or it is not in this language, what the service itself says.
fn missed(portfolio: &Portfolio, facts: &mut FactList, service: &Service) {
    let week = portfolio.week();
    let missed: Vec<MissedSubject> = week
        .iter()
        .flat_map(|week| service.parts.iter().flat_map(|part| week.missed(part)))
        .collect();
    let lines: Option<Vec<LocalizedText>> = missed
        .iter()
        .map(|one| missed_line(facts.page_text, one))
        .collect();
    if let Some(lines) = lines.filter(|lines| !lines.is_empty()) {
        facts.add("service-missed", lines);
    } else {
        let said = service.instead_of.as_ref();
        facts.words("service-instead", said.map(|said| &said.value));
    }
}

fn missed_line(page_text: &mut PageText, missed: &MissedSubject) -> Option<LocalizedText> {
    let subject = page_text.inside(missed.subject, MachineTranslation::Refused)?;
    let mut args = FluentArgs::new();
    args.set("subject", subject);
    args.set("extent", if missed.every_lesson { "whole" } else { "part" });
    let (id, minutes) = match missed.each {
        Some(each) => {
            args.set("days", missed.days.len());
            ("missed-days", each)
        }
        None => ("missed-week", missed.minutes),
    };
    args.set("minutes", f64::from(minutes));
    Some(page_text.localizer.say_with(id, args))
}

fn exception(facts: &mut FactList, service: &Service) {
    let Some(exception) = &service.core_exception else {
        return;
    };
    let reason = facts.page_text.binding(&exception.reason);
    let date = facts.localizer.date(exception.decided);
    let date = args([("date", date.into())]);
    let decided = facts.localizer.say_with("exception-decided", date);
    facts.add("service-exception", [reason, decided]);
}
