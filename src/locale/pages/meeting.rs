use serde::Serialize;

use super::super::localized_text::Phrase;
use super::super::localizer::{Speaker, Weight, args};
use super::{Section, section, support};
use crate::model::{Clock, Date, Every, Interpreting, Meeting, MeetingKind};
use crate::progress::Portfolio;

/// A meeting to come.
#[derive(Debug, Clone, Serialize)]
pub struct MeetingView {
    /// What for.
    pub kind: Phrase,
    /// The day and the time.
    pub when: Phrase,
    /// Where.
    pub place: Option<Phrase>,
    /// Who comes.
    pub who: Option<Phrase>,
    /// Whether an interpreter comes.
    pub interpreter: Option<Phrase>,
}

/// All meetings to come.
#[derive(Debug, Clone, Serialize)]
pub struct MeetingsView {
    /// Those that the family is asked to, the next one first.
    pub meetings: Vec<MeetingView>,
    /// Where there are none.
    pub none: Option<Phrase>,
    /// When teachers meet without the family.
    pub planning: Option<Phrase>,
}

pub(super) fn view(speaker: &Speaker, day: Date, meeting: &Meeting) -> MeetingView {
    let kind = match meeting.kind {
        MeetingKind::Planning => "meeting-planning",
        MeetingKind::Family => "meeting-family",
        MeetingKind::Iep => "meeting-iep",
        MeetingKind::Review => "meeting-review",
    };
    let place = meeting.place.as_ref();
    MeetingView {
        kind: speaker.say(kind),
        when: when(speaker, day, meeting.time),
        place: place.map(|place| speaker.written(place, Weight::Binding)),
        who: support::names(speaker, &meeting.who)
            .map(|who| speaker.say_with("meet-who", args([("who", who.into())]))),
        interpreter: interpreter(speaker, &meeting.interpreter),
    }
}

fn when(speaker: &Speaker, day: Date, time: Option<Clock>) -> Phrase {
    let date = speaker.pack.formats.weekday_date(day);
    let Some(time) = time else {
        return Phrase::own(speaker.pack.formats.sentence(&date));
    };
    let time = speaker.pack.formats.time(time);
    speaker.sentence(
        "meet-at",
        args([("date", date.into()), ("time", time.into())]),
    )
}

fn interpreter(speaker: &Speaker, interpreter: &Interpreting) -> Option<Phrase> {
    match interpreter {
        Interpreting::Unsaid | Interpreting::Declined => None,
        Interpreting::Booked(None) => Some(speaker.say("meet-interpreter")),
        Interpreting::Booked(Some(lang)) => {
            let language = speaker.language_name(lang);
            Some(speaker.say_with("meet-booked", args([("language", language.into())])))
        }
    }
}

pub(super) fn all(portfolio: &Portfolio, speaker: &Speaker) -> Section<MeetingsView> {
    let (family, staff): (Vec<_>, Vec<_>) = portfolio
        .coming_meetings()
        .into_iter()
        .partition(|(_, meeting)| meeting.family_invited);
    let meetings: Vec<MeetingView> = family
        .into_iter()
        .map(|(day, meeting)| view(speaker, day, meeting))
        .collect();
    let often = staff.iter().find(|(_, meeting)| meeting.every.is_some());
    let planning = often.or(staff.first());
    let view = MeetingsView {
        none: meetings.is_empty().then(|| speaker.say("meet-none")),
        meetings,
        planning: planning.map(|(day, meeting)| planned(speaker, *day, meeting)),
    };
    section(speaker, "meet", view)
}

/// One line for the meetings of teachers alone.
fn planned(speaker: &Speaker, day: Date, meeting: &Meeting) -> Phrase {
    let id = match meeting.every {
        Some(Every::Week) => "planning-week",
        Some(Every::TwoWeeks) => "planning-two-weeks",
        Some(Every::Month) => "planning-month",
        None => "planning-once",
    };
    let date = speaker.pack.formats.weekday_date(day);
    speaker.say_with(id, args([("date", date.into())]))
}
