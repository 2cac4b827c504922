use serde::Serialize;

use super::super::{Section, section, support};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
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
    /// Those that the family is asked to, the next one first.
    pub meetings: Vec<MeetingView>,
    /// Where there are none.
    pub none: Option<LocalizedText>,
    /// When teachers meet without the family.
    pub planning: Option<LocalizedText>,
}

pub(crate) fn view(localizer: &Localizer, day: Date, meeting: &Meeting) -> MeetingView {
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
        place: place.map(|place| localizer.written(place, MachineTranslation::Binding)),
        who: support::names(localizer, &meeting.who)
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

pub(crate) fn all(portfolio: &Portfolio, localizer: &Localizer) -> Section<MeetingsView> {
    let (family, staff): (Vec<_>, Vec<_>) = portfolio
        .coming_meetings()
        .into_iter()
        .partition(|(_, meeting)| meeting.family_invited);
    let meetings: Vec<MeetingView> = family
        .into_iter()
        .map(|(day, meeting)| view(localizer, day, meeting))
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

/// One line for the meetings of teachers alone.
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
