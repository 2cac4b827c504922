//! A meeting with its date, place, and people.

use serde::Serialize;

use super::page_text::PageText;
use super::section::{Section, section};
use super::service;
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, args};
use crate::model::{Clock, Date, Every, Interpreting, Meeting, MeetingKind};
use crate::progress::Portfolio;

/// A meeting to come.
#[derive(Debug, Clone, Serialize)]
pub struct MeetingView {
    /// What for.
    pub kind: LocalizedText,
    /// The day and the time.
    pub when: LocalizedText,
    /// Where.
    pub place: Option<LocalizedText>,
    /// Who comes.
    pub who: Option<LocalizedText>,
    /// Whether an interpreter comes.
    pub interpreter: Option<LocalizedText>,
}

/// All meetings to come.
#[derive(Debug, Clone, Serialize)]
pub struct MeetingsView {
    /// Those to which the family is invited, the next one first.
    pub meetings: Vec<MeetingView>,
    /// Shown if there are none.
    pub none: Option<LocalizedText>,
    /// When teachers meet without the family.
    pub planning: Option<LocalizedText>,
}

pub(crate) fn meeting(page_text: &mut PageText, day: Date, meeting: &Meeting) -> MeetingView {
    let localizer = page_text.localizer;
    let kind = match meeting.kind {
        MeetingKind::Planning => "meeting-planning",
        MeetingKind::Family => "meeting-family",
        MeetingKind::Iep => "meeting-iep",
        MeetingKind::Review => "meeting-review",
    };
    let place = meeting.place.as_ref();
    MeetingView {
        kind: localizer.say(kind),
        when: when(localizer, day, meeting.time),
        place: place.map(|place| page_text.binding(place)),
        who: service::names(localizer, &meeting.who)
            .map(|who| localizer.say_with("meet-who", args([("who", who.into())]))),
        interpreter: interpreter(localizer, &meeting.interpreter),
    }
}

fn when(localizer: &Localizer, day: Date, time: Option<Clock>) -> LocalizedText {
    let date = localizer.pack.formats.weekday_date(day);
    let Some(time) = time else {
        return LocalizedText::own(localizer.pack.formats.sentence(&date));
    };
    let time = localizer.pack.formats.time(time);
    localizer.sentence(
        "meet-at",
        args([("date", date.into()), ("time", time.into())]),
    )
}

fn interpreter(localizer: &Localizer, interpreter: &Interpreting) -> Option<LocalizedText> {
    match interpreter {
        Interpreting::Unsaid | Interpreting::Declined => None,
        Interpreting::Booked(None) => Some(localizer.say("meet-interpreter")),
        Interpreting::Booked(Some(lang)) => {
            let language = localizer.language_name(lang);
            Some(localizer.say_with("meet-booked", args([("language", language.into())])))
        }
    }
}

/// All meetings to come.
pub(crate) fn meetings(portfolio: &Portfolio, page_text: &mut PageText) -> Section<MeetingsView> {
    let localizer = page_text.localizer;
    let (family, staff): (Vec<_>, Vec<_>) = portfolio
        .coming_meetings()
        .into_iter()
        .partition(|(_, meeting)| meeting.family_invited);
    let meetings: Vec<MeetingView> = family
        .into_iter()
        .map(|(day, one)| meeting(page_text, day, one))
        .collect();
    let often = staff.iter().find(|(_, meeting)| meeting.every.is_some());
    let planning = often.or(staff.first());
    let view = MeetingsView {
        none: meetings.is_empty().then(|| localizer.say("meet-none")),
        meetings,
        planning: planning.map(|(day, meeting)| planned(localizer, *day, meeting)),
    };
    section(localizer, "meet", view)
}

/// One line for the meetings that only teachers attend.
fn planned(localizer: &Localizer, day: Date, meeting: &Meeting) -> LocalizedText {
    let id = match meeting.every {
        Some(Every::Week) => "planning-week",
        Some(Every::TwoWeeks) => "planning-two-weeks",
        Some(Every::Month) => "planning-month",
        None => "planning-once",
    };
    let date = localizer.pack.formats.weekday_date(day);
    localizer.say_with(id, args([("date", date.into())]))
}
