use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::super::parts::words::{LinkTerms, Links};
use super::super::updates::GoalLink;
use super::super::{Section, list};
use super::{day_names, model, names, shape, title, written};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{CoTeach, DeliveryModel, Frequency, Part, Per, Service, Text};
use crate::progress::{Missed, Portfolio, minutes_a_week};

/// One service.
#[derive(Debug, Clone, Serialize)]
pub struct ServiceView {
    /// Its key, for links.
    pub id: String,
    /// What kind of help.
    pub title: LocalizedText,
    /// In class or in a small group.
    pub model: LocalizedText,
    /// The shape that stands beside those words.
    pub shape: &'static str,
    /// What one would see.
    pub looks: Option<LocalizedText>,
    /// Who, where, when …
    pub facts: Vec<Fact>,
    /// Goals it works on.
    pub goals: Option<Section<Vec<GoalLink>>>,
    /// Why this choice.
    pub why: Option<Section<Vec<LocalizedText>>>,
    /// The sign that it can change.
    pub exit: Option<Section<LocalizedText>>,
    /// What fewer families ask.
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

/// A named fact.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// Its name.
    pub label: LocalizedText,
    /// The fact, in one or more lines.
    pub lines: Vec<LocalizedText>,
}

impl LinkTerms for Fact {
    fn link(&mut self, links: &mut Links) {
        self.lines.link(links);
    }
}

pub(super) fn view(portfolio: &Portfolio, localizer: &Localizer, service: &Service) -> ServiceView {
    let words = |text: &Text| localizer.written(text, MachineTranslation::Binding);
    let goals: Vec<GoalLink> = portfolio
        .open_goals()
        .filter(|(goal, _)| service.goals.contains(&goal.id))
        .map(|(goal, _)| GoalLink {
            id: goal.id.to_string(),
            title: localizer.written(&goal.title, MachineTranslation::Everyday),
        })
        .collect();
    let why = [&service.why.needs, &service.why.class, &service.why.goals];
    let why = why.into_iter().flatten().map(words).collect();
    ServiceView {
        id: service.id.to_string(),
        title: title(localizer, service.kind),
        model: model(localizer, service.model),
        shape: shape(service.model),
        looks: service.looks_like.as_ref().map(words),
        facts: facts(portfolio, localizer, service),
        more: list(localizer, "service-more", more(localizer, service)),
        goals: list(localizer, "service-goals", goals),
        why: list(localizer, "service-why", why),
        exit: written(localizer, "service-exit", service.exit.as_ref()),
    }
}

/// Builds the facts of one card, in the order of a parent's questions.
struct Facts<'a> {
    localizer: &'a Localizer<'a>,
    facts: Vec<Fact>,
}

impl Facts<'_> {
    fn add(&mut self, label: &str, lines: impl IntoIterator<Item = LocalizedText>) {
        self.add_under(self.localizer.say(label), lines);
    }

    fn add_under(&mut self, label: LocalizedText, lines: impl IntoIterator<Item = LocalizedText>) {
        let lines: Vec<LocalizedText> = lines.into_iter().collect();
        if !lines.is_empty() {
            self.facts.push(Fact { label, lines });
        }
    }

    fn words(&mut self, label: &str, text: Option<&Text>) {
        let words = text.map(|text| self.localizer.written(text, MachineTranslation::Binding));
        self.add(label, words);
    }
}

fn facts(portfolio: &Portfolio, localizer: &Localizer, service: &Service) -> Vec<Fact> {
    let mut facts = Facts {
        localizer,
        facts: Vec::new(),
    };
    facts.add("service-who", who(localizer, service));
    match service.parts.as_slice() {
        [part] => {
            facts.add("service-where", place(localizer, service, part));
            facts.add(
                "service-when",
                when(localizer, part)
                    .into_iter()
                    .chain(often(localizer, part)),
            );
        }
        parts => {
            facts.add("service-split", split(portfolio, localizer, parts));
            for part in parts {
                facts.add_under(
                    model(localizer, part.model),
                    of_part(localizer, service, part),
                );
            }
        }
    }
    missed(portfolio, &mut facts, service);
    exception(&mut facts, service);
    facts.facts
}

fn more(localizer: &Localizer, service: &Service) -> Vec<Fact> {
    let mut facts = Facts {
        localizer,
        facts: Vec::new(),
    };
    facts.add("service-since", since(localizer, service));
    facts.add(
        "service-coteach",
        service.coteach.map(|way| coteach(localizer, way)),
    );
    facts.words("service-return", service.return_plan.as_ref());
    let materials = service.materials.iter();
    facts.add(
        "service-materials",
        materials.map(|text| localizer.written(text, MachineTranslation::Binding)),
    );
    facts.words("service-peers", service.peers.as_ref());
    facts.facts
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
fn of_part(localizer: &Localizer, service: &Service, part: &Part) -> Vec<LocalizedText> {
    let own = (part.who != service.who()).then(|| names(localizer, &part.who));
    let begun = |names: String| LocalizedText::own(localizer.pack.formats.sentence(&names));
    let who = own.flatten().map(begun);
    let place = place(localizer, service, part);
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

fn place(localizer: &Localizer, service: &Service, part: &Part) -> Option<LocalizedText> {
    let place = localizer.written(part.place.as_ref()?, MachineTranslation::Binding);
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
    let Some(during) = during.and_then(|text| localizer.inside(text, MachineTranslation::Binding))
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

/// What the timetable says is missed; where there is none, or not in this
/// language, what the service says itself.
fn missed(portfolio: &Portfolio, facts: &mut Facts, service: &Service) {
    let week = portfolio.week();
    let missed: Vec<Missed> = week
        .iter()
        .flat_map(|week| service.parts.iter().flat_map(|part| week.missed(part)))
        .collect();
    let told = missed.iter().map(|one| missed_line(facts.localizer, one));
    let told: Option<Vec<LocalizedText>> = told.collect();
    if let Some(lines) = told.filter(|lines| !lines.is_empty()) {
        facts.add("service-missed", lines);
    } else {
        let said = service.instead_of.as_ref();
        facts.words("service-instead", said.map(|said| &said.value));
    }
}

fn missed_line(localizer: &Localizer, missed: &Missed) -> Option<LocalizedText> {
    let subject = localizer.inside(missed.subject, MachineTranslation::Binding)?;
    let mut args = FluentArgs::new();
    args.set("subject", subject);
    args.set("extent", if missed.whole { "whole" } else { "part" });
    let Some(each) = missed.each else {
        args.set("minutes", f64::from(missed.minutes));
        return Some(localizer.say_with("missed-week", args));
    };
    args.set("minutes", f64::from(each));
    args.set("days", u32::try_from(missed.days.len()).unwrap_or_default());
    Some(localizer.say_with("missed-days", args))
}

fn exception(facts: &mut Facts, service: &Service) {
    let Some(exception) = &service.core_exception else {
        return;
    };
    let reason = facts
        .localizer
        .written(&exception.reason, MachineTranslation::Binding);
    let date = facts.localizer.date(exception.decided);
    let decided = facts
        .localizer
        .say_with("exception-decided", args([("date", date.into())]));
    facts.add("service-exception", [reason, decided]);
}
