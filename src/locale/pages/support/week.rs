//! The school week at a glance.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::parts::page_text::PageText;
use super::super::parts::section::{Section, section};
use super::super::parts::service::{day_names, in_short, shape};
use super::card::often;
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{Clock, DeliveryModel, Hours, Part, Per, Service, Weekday};
use crate::progress::{Portfolio, SchoolWeek};

/// A day of the week, or several in a row on which the same happens.
#[derive(Debug, Clone, Serialize)]
pub struct DayView {
    /// Its name, or from which to which.
    pub days: LocalizedText,
    /// What happens, by time.
    pub items: Vec<DayItem>,
    /// Where nothing does.
    pub with_class: Option<LocalizedText>,
    /// The day as a bar.
    pub bar: Option<Bar>,
}

/// One service on one day.
#[derive(Debug, Clone, Serialize)]
pub struct DayItem {
    /// The shape of where it is given.
    pub shape: &'static str,
    /// From when to when.
    pub time: Option<LocalizedText>,
    /// What, and where.
    pub what: LocalizedText,
}

/// A school day from its first to its last minute.
#[derive(Debug, Clone, Serialize)]
pub struct Bar {
    /// Minutes of the day.
    pub length: u32,
    /// Services in it.
    pub pieces: Vec<BarPiece>,
}

/// A service in a bar.
#[derive(Debug, Clone, Serialize)]
pub struct BarPiece {
    /// The shape of where it is given.
    pub shape: &'static str,
    /// Minutes since the day began.
    pub start: u32,
    /// Minutes it takes.
    pub length: u32,
}

const SCHOOL_DAYS: [Weekday; 5] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
];

/// How much of the week is spent with the class, in a sentence.
pub(super) fn share(portfolio: &Portfolio, localizer: &Localizer) -> Option<LocalizedText> {
    let share = portfolio.week()?.share(portfolio.services());
    let percent = share.percent().round();
    Some(if !ever_away(portfolio) {
        localizer.say("share-all")
    } else if percent < 100.0 {
        localizer.say_with("share", args([("percent", percent.into())]))
    } else {
        // Some times a month, or a few minutes: not all, and no number either.
        localizer.say("share-nearly")
    })
}

fn ever_away(portfolio: &Portfolio) -> bool {
    let mut services = portfolio.services();
    services.any(|service| service.includes(DeliveryModel::PullOut))
}

/// Lessons that everybody needs and of which nothing is missed. Said only where
/// something is missed at all.
pub(super) fn never_missed(
    portfolio: &Portfolio,
    page_text: &mut PageText,
) -> Option<Section<LocalizedText>> {
    let localizer = page_text.localizer;
    let week = portfolio.week().filter(|_| ever_away(portfolio))?;
    let subjects = week.never_missed(portfolio.services()).into_iter();
    let subjects: Option<Vec<String>> = subjects
        .map(|subject| page_text.inside(subject, MachineTranslation::Refused))
        .collect();
    let subjects = subjects.filter(|all| !all.is_empty())?;
    let subjects = LocalizedText::own(localizer.pack.formats.list(&subjects));
    Some(section(localizer, "never-missed", subjects))
}

/// A service and one way in which it is given.
type Given<'a> = (&'a Service, &'a Part);

/// The days of the week with what happens on them; none where no service has a
/// day.
pub(super) fn days(portfolio: &Portfolio, localizer: &Localizer) -> Vec<DayView> {
    let parts = portfolio
        .services()
        .flat_map(|service| service.parts.iter().map(move |part| (service, part)))
        .filter(|(_, part)| part.model != DeliveryModel::Consult);
    let (fixed, loose): (Vec<Given>, Vec<Given>) = parts.partition(|given| has_days(given.1));
    if !fixed.iter().any(|(_, part)| !part.days.is_empty()) {
        return Vec::new();
    }
    let week = portfolio.week();
    let days = school_days(&fixed, week.as_ref());
    let (always, fixed): (Vec<Given>, Vec<Given>) = fixed
        .into_iter()
        .partition(|(_, part)| part.hours.is_none() && every_day(part, &days));
    let mut alike: Vec<(Vec<Weekday>, Vec<Given>)> = Vec::new();
    for day in days {
        let mut on_day = fixed.clone();
        on_day.retain(|(_, part)| part.days.is_empty() || part.days.contains(&day));
        // What has no hours comes after what has.
        on_day.sort_by_key(|(_, part)| (part.hours.is_none(), part.hours));
        match alike.last_mut().filter(|(_, last)| same(last, &on_day)) {
            Some((days, _)) => days.push(day),
            None => alike.push((vec![day], on_day)),
        }
    }
    // An empty day may still have help outside the class.
    let unsure = loose
        .iter()
        .any(|(_, part)| part.model == DeliveryModel::PullOut);
    alike.retain(|(_, parts)| !unsure || !parts.is_empty());
    let days = alike.into_iter().map(|(days, parts)| {
        let bar = week
            .as_ref()
            .and_then(|week| bar(*days.first()?, &parts, week));
        let names = day_names(localizer, &days);
        let name = LocalizedText::own(localizer.pack.formats.sentence(&names));
        view(localizer, name, &parts, bar)
    });
    let some = |id: &str, parts: &[Given]| {
        (!parts.is_empty()).then(|| view(localizer, localizer.say(id), parts, None))
    };
    let every = some("week-every-day", &always);
    let loose = some("week-loose", &loose);
    every.into_iter().chain(days).chain(loose).collect()
}

/// Whether it is known on which days a part is given.
fn has_days(part: &Part) -> bool {
    let daily = part
        .frequency
        .is_some_and(|frequency| frequency.per == Per::Day);
    daily || !part.days.is_empty()
}

fn every_day(part: &Part, days: &BTreeSet<Weekday>) -> bool {
    part.days.is_empty() || days.iter().all(|day| part.days.contains(day))
}

fn school_days(parts: &[Given], week: Option<&SchoolWeek>) -> BTreeSet<Weekday> {
    let school = week.map_or_else(|| SCHOOL_DAYS.into(), SchoolWeek::days);
    let help = parts.iter().flat_map(|(_, part)| part.days.iter().copied());
    school.into_iter().chain(help).collect()
}

fn same(first: &[Given], second: &[Given]) -> bool {
    let pairs = first.iter().zip(second);
    let mut same = pairs.map(|(one, other)| std::ptr::eq(one.1, other.1));
    first.len() == second.len() && same.all(|same| same)
}

fn view(localizer: &Localizer, days: LocalizedText, parts: &[Given], bar: Option<Bar>) -> DayView {
    let items = parts.iter().map(|(service, part)| DayItem {
        shape: shape(part.model),
        time: match part.hours {
            Some(hours) => Some(time(localizer, hours)),
            None if has_days(part) => None,
            None => often(localizer, part),
        },
        what: in_short(localizer, service, part.model),
    });
    DayView {
        days,
        items: items.collect(),
        with_class: parts.is_empty().then(|| localizer.say("week-with-class")),
        bar,
    }
}

fn time(localizer: &Localizer, hours: Hours) -> LocalizedText {
    let formats = &localizer.pack.formats;
    let args = args([
        ("start", formats.time(hours.start).into()),
        ("end", formats.time(hours.end).into()),
    ]);
    localizer.sentence("week-time", args)
}

fn bar(day: Weekday, parts: &[Given], week: &SchoolWeek) -> Option<Bar> {
    let hours = || week.on(day).map(|block| block.hours);
    let school = Hours {
        start: hours().map(|hours| hours.start).min()?,
        end: hours().map(|hours| hours.end).max()?,
    };
    let from_start = |clock: Clock| clock.minutes().saturating_sub(school.start.minutes());
    let piece = |part: &Part| {
        let hours = part.hours?;
        Some(BarPiece {
            shape: shape(part.model),
            start: from_start(hours.start),
            length: Some(hours.shared(school)).filter(|minutes| *minutes > 0)?,
        })
    };
    let pieces: Vec<BarPiece> = parts.iter().filter_map(|(_, part)| piece(part)).collect();
    (!pieces.is_empty()).then_some(Bar {
        length: school.minutes(),
        pieces,
    })
}
