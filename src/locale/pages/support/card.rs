use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::super::super::localized_text::Phrase;
use super::super::super::localizer::{Speaker, Weight, args};
use super::super::updates::GoalLink;
use super::super::words::{Links, Running};
use super::super::{Section, list};
use super::{day_names, model, names, shape, title, written};
use crate::model::{CoTeach, Frequency, Model, Part, Per, Service, Text};
use crate::progress::{Missed, Portfolio, minutes_a_week};

/// One service.
#[derive(Debug, Clone, Serialize)]
pub struct ServiceView {
    /// Its key, for links.
    pub id: String,
    /// What kind of help.
    pub title: Phrase,
    /// In class or in a small group.
    pub model: Phrase,
    /// The shape that stands beside those words.
    pub shape: &'static str,
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
    /// What fewer families ask.
    pub more: Option<Section<Vec<Fact>>>,
}

impl Running for ServiceView {
    fn link(&mut self, links: &mut Links) {
        self.looks.link(links);
        self.why.link(links);
        self.exit.link(links);
        self.more.link(links);
    }
}

/// A named fact.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// Its name.
    pub label: Phrase,
    /// The fact, in one or more lines.
    pub lines: Vec<Phrase>,
}

impl Running for Fact {
    fn link(&mut self, links: &mut Links) {
        self.lines.link(links);
    }
}

pub(super) fn view(portfolio: &Portfolio, speaker: &Speaker, service: &Service) -> ServiceView {
    let words = |text: &Text| speaker.written(text, Weight::Binding);
    let goals: Vec<GoalLink> = portfolio
        .open_goals()
        .filter(|(goal, _)| service.goals.contains(&goal.id))
        .map(|(goal, _)| GoalLink {
            id: goal.id.to_string(),
            title: speaker.written(&goal.title, Weight::Everyday),
        })
        .collect();
    let why = [&service.why.needs, &service.why.class, &service.why.goals];
    let why = why.into_iter().flatten().map(words).collect();
    ServiceView {
        id: service.id.to_string(),
        title: title(speaker, service.kind),
        model: model(speaker, service.model),
        shape: shape(service.model),
        looks: service.looks_like.as_ref().map(words),
        facts: facts(portfolio, speaker, service),
        more: list(speaker, "service-more", more(speaker, service)),
        goals: list(speaker, "service-goals", goals),
        why: list(speaker, "service-why", why),
        exit: written(speaker, "service-exit", service.exit.as_ref()),
    }
}

/// Builds the facts of one card, in the order of a parent's questions.
struct Facts<'a> {
    speaker: &'a Speaker<'a>,
    facts: Vec<Fact>,
}

impl Facts<'_> {
    fn add(&mut self, label: &str, lines: impl IntoIterator<Item = Phrase>) {
        self.add_under(self.speaker.say(label), lines);
    }

    fn add_under(&mut self, label: Phrase, lines: impl IntoIterator<Item = Phrase>) {
        let lines: Vec<Phrase> = lines.into_iter().collect();
        if !lines.is_empty() {
            self.facts.push(Fact { label, lines });
        }
    }

    fn words(&mut self, label: &str, text: Option<&Text>) {
        let words = text.map(|text| self.speaker.written(text, Weight::Binding));
        self.add(label, words);
    }
}

fn facts(portfolio: &Portfolio, speaker: &Speaker, service: &Service) -> Vec<Fact> {
    let mut facts = Facts {
        speaker,
        facts: Vec::new(),
    };
    facts.add("service-who", who(speaker, service));
    match service.parts.as_slice() {
        [part] => {
            facts.add("service-where", place(speaker, service, part));
            facts.add(
                "service-when",
                when(speaker, part).into_iter().chain(often(speaker, part)),
            );
        }
        parts => {
            facts.add("service-split", split(portfolio, speaker, parts));
            for part in parts {
                facts.add_under(model(speaker, part.model), of_part(speaker, service, part));
            }
        }
    }
    missed(portfolio, &mut facts, service);
    exception(&mut facts, service);
    facts.facts
}

fn more(speaker: &Speaker, service: &Service) -> Vec<Fact> {
    let mut facts = Facts {
        speaker,
        facts: Vec::new(),
    };
    facts.add("service-since", since(speaker, service));
    facts.add(
        "service-coteach",
        service.coteach.map(|way| coteach(speaker, way)),
    );
    facts.words("service-return", service.return_plan.as_ref());
    let materials = service.materials.iter();
    facts.add(
        "service-materials",
        materials.map(|text| speaker.written(text, Weight::Binding)),
    );
    facts.words("service-peers", service.peers.as_ref());
    facts.facts
}

fn who(speaker: &Speaker, service: &Service) -> Option<Phrase> {
    let people = service.who();
    let who = names(speaker, &people)?;
    let mut with = service.with.clone();
    with.retain(|person| !people.contains(person));
    Some(match names(speaker, &with) {
        Some(with) => speaker.sentence(
            "service-with",
            args([("who", who.into()), ("with", with.into())]),
        ),
        None => Phrase::own(speaker.pack.formats.sentence(&who)),
    })
}

fn coteach(speaker: &Speaker, way: CoTeach) -> Phrase {
    speaker.say(match way {
        CoTeach::OneTeachOneAssist => "coteach-one-teach-one-assist",
        CoTeach::Station => "coteach-station",
        CoTeach::Parallel => "coteach-parallel",
        CoTeach::Alternative => "coteach-alternative",
        CoTeach::Team => "coteach-team",
    })
}

/// A part of a blended service: who, if not everybody; where; when.
fn of_part(speaker: &Speaker, service: &Service, part: &Part) -> Vec<Phrase> {
    let own = (part.who != service.who()).then(|| names(speaker, &part.who));
    let begun = |names: String| Phrase::own(speaker.pack.formats.sentence(&names));
    let who = own.flatten().map(begun);
    let place = place(speaker, service, part);
    let times = when(speaker, part).into_iter().chain(often(speaker, part));
    who.into_iter().chain(place).chain(times).collect()
}

/// "50 minutes a week in class, 50 minutes in a small group".
fn split(portfolio: &Portfolio, speaker: &Speaker, parts: &[Part]) -> Option<Phrase> {
    let days = portfolio.week().map_or(5, |week| week.days().len());
    let minutes = |model: Model| -> Option<u32> {
        let own = parts.iter().filter(|part| part.model == model);
        own.map(|part| minutes_a_week(part, days)).sum()
    };
    let (inside, outside) = (minutes(Model::PushIn)?, minutes(Model::PullOut)?);
    let args = args([
        ("inside", f64::from(inside).into()),
        ("outside", f64::from(outside).into()),
    ]);
    Some(speaker.say_with("split", args))
}

fn place(speaker: &Speaker, service: &Service, part: &Part) -> Option<Phrase> {
    let place = speaker.written(part.place.as_ref()?, Weight::Binding);
    if place.mark.is_some() {
        return Some(place);
    }
    let mut args = args([("place", place.text.clone().into())]);
    let group = service.group_size.filter(|_| part.model == Model::PullOut);
    if let Some(size) = group {
        args.set("other", f64::from(size.saturating_sub(1)));
        return Some(speaker.say_with("service-group", args));
    }
    let during = service
        .during
        .as_ref()
        .filter(|_| part.model != Model::PullOut);
    let Some(during) = during.and_then(|text| speaker.inside(text, Weight::Binding)) else {
        return Some(place);
    };
    args.set("lesson", during);
    Some(speaker.say_with("service-during", args))
}

fn when(speaker: &Speaker, part: &Part) -> Option<Phrase> {
    let formats = &speaker.pack.formats;
    if part.days.is_empty() {
        return None;
    }
    let days = day_names(speaker, &part.days);
    let Some(hours) = part.hours else {
        return Some(Phrase::own(formats.sentence(&days)));
    };
    Some(speaker.sentence(
        "days-time",
        args([
            ("days", days.into()),
            ("start", formats.time(hours.start).into()),
            ("end", formats.time(hours.end).into()),
        ]),
    ))
}

/// "4 times a week, 30 minutes each time".
pub(super) fn often(speaker: &Speaker, part: &Part) -> Option<Phrase> {
    let Frequency { times, per } = part.frequency?;
    let id = match per {
        Per::Day => "often-day",
        Per::Week => "often-week",
        Per::Month => "often-month",
    };
    let often = speaker.say_with(id, args([("times", f64::from(times).into())]));
    let Some(minutes) = part.minutes else {
        return Some(often);
    };
    let args = args([
        ("often", often.text.into()),
        ("minutes", f64::from(minutes).into()),
    ]);
    Some(speaker.say_with("often-minutes", args))
}

fn since(speaker: &Speaker, service: &Service) -> Option<Phrase> {
    let since = service.since?;
    Some(match service.until {
        Some(until) => speaker.say_with(
            "service-since-until",
            args([
                ("since", speaker.date(since).into()),
                ("until", speaker.date(until).into()),
            ]),
        ),
        None => Phrase::own(speaker.date(since)),
    })
}

/// What the timetable says is missed; where there is none, or not in this
/// language, what the service says itself.
fn missed(portfolio: &Portfolio, facts: &mut Facts, service: &Service) {
    let week = portfolio.week();
    let missed: Vec<Missed> = week
        .iter()
        .flat_map(|week| service.parts.iter().flat_map(|part| week.missed(part)))
        .collect();
    let told = missed.iter().map(|one| missed_line(facts.speaker, one));
    let told: Option<Vec<Phrase>> = told.collect();
    if let Some(lines) = told.filter(|lines| !lines.is_empty()) {
        facts.add("service-missed", lines);
    } else {
        let said = service.instead_of.as_ref();
        facts.words("service-instead", said.map(|said| &said.value));
    }
}

fn missed_line(speaker: &Speaker, missed: &Missed) -> Option<Phrase> {
    let subject = speaker.inside(missed.subject, Weight::Binding)?;
    let mut args = FluentArgs::new();
    args.set("subject", subject);
    args.set("extent", if missed.whole { "whole" } else { "part" });
    let Some(each) = missed.each else {
        args.set("minutes", f64::from(missed.minutes));
        return Some(speaker.say_with("missed-week", args));
    };
    args.set("minutes", f64::from(each));
    args.set("days", u32::try_from(missed.days.len()).unwrap_or_default());
    Some(speaker.say_with("missed-days", args))
}

fn exception(facts: &mut Facts, service: &Service) {
    let Some(exception) = &service.core_exception else {
        return;
    };
    let reason = facts.speaker.written(&exception.reason, Weight::Binding);
    let date = facts.speaker.date(exception.decided);
    let decided = facts
        .speaker
        .say_with("exception-decided", args([("date", date.into())]));
    facts.add("service-exception", [reason, decided]);
}
