use serde::Serialize;

use super::super::localized_text::Phrase;
use super::super::localizer::{Speaker, Weight, args};
use super::contact_links::{self, Letter};
use super::meeting::{self, MeetingsView};
use super::{Section, note};
use crate::model::{Person, Text};
use crate::progress::Portfolio;

/// Who does what.
#[derive(Debug, Clone, Serialize)]
pub struct TeamPage {
    /// The page's name.
    pub title: Phrase,
    /// Everybody may be called.
    pub lead: Phrase,
    /// People; the one to call first stands first.
    pub people: Vec<PersonView>,
    /// Meetings to come.
    pub meet: Section<MeetingsView>,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<Phrase>,
}

/// One person.
#[derive(Debug, Clone, Serialize)]
pub struct PersonView {
    /// The name.
    pub name: String,
    /// What the role is called.
    pub role: Option<Phrase>,
    /// What they do.
    pub does: Vec<Phrase>,
    /// "Call this person first."
    pub first: Option<Phrase>,
    /// The telephone number.
    pub phone: Option<Contact>,
    /// A text message.
    pub text: Option<Letter>,
    /// An e-mail.
    pub email: Option<Letter>,
    /// When to call.
    pub hours: Option<Phrase>,
    /// Languages spoken.
    pub speaks: Option<Phrase>,
}

/// A way to reach somebody.
#[derive(Debug, Clone, Serialize)]
pub struct Contact {
    /// The number or address.
    pub address: String,
    /// The words on the link.
    pub label: Phrase,
}

pub(super) fn page(portfolio: &Portfolio, speaker: &Speaker) -> TeamPage {
    speaker.take_foreign();
    let student = &portfolio.record.student;
    let first = &student.case_manager;
    let others = student.team.iter().map(|member| &member.person);
    let mut people = Vec::new();
    for id in std::iter::once(first).chain(others.filter(|id| *id != first)) {
        let Some(person) = speaker.school.staff.get(id) else {
            continue;
        };
        let member = student.team.iter().find(|member| member.person == *id);
        let does = member.and_then(|member| member.does.as_ref());
        people.push(view(speaker, person, does, id == first));
    }
    TeamPage {
        title: speaker.say("page-team"),
        lead: speaker.say("team-lead"),
        people,
        meet: meeting::all(portfolio, speaker),
        note: note(speaker, speaker.take_foreign()),
    }
}

fn view(speaker: &Speaker, person: &Person, does: Option<&Text>, first: bool) -> PersonView {
    let formats = &speaker.pack.formats;
    let words = |text: &Text| speaker.written(text, Weight::Everyday);
    let languages: Vec<String> = person
        .languages
        .iter()
        .map(|lang| speaker.language_name(lang))
        .collect();
    let role = Some(&person.role).filter(|role| !role.name.is_empty());
    let plain = role
        .filter(|_| does.is_none())
        .map(|role| words(&role.plain));
    PersonView {
        name: formats.sentence(&speaker.proper(&person.name)),
        role: role.map(|role| words(&role.name)),
        does: does.map(words).into_iter().chain(plain).collect(),
        first: first.then(|| speaker.say("team-first")),
        phone: person.phone.as_ref().map(|phone| call(speaker, phone)),
        text: person
            .text_phone
            .as_ref()
            .map(|phone| contact_links::text(speaker, phone)),
        email: person
            .email
            .as_ref()
            .map(|email| contact_links::email(speaker, email)),
        hours: person.hours.as_ref().map(|hours| {
            let words = speaker.written(hours, Weight::Binding);
            if words.mark.is_some() {
                return words;
            }
            speaker.say_with("team-hours", args([("hours", words.text.into())]))
        }),
        speaks: (!languages.is_empty()).then(|| {
            speaker.say_with(
                "speaks",
                args([("languages", formats.list(&languages).into())]),
            )
        }),
    }
}

pub(super) fn call(speaker: &Speaker, phone: &str) -> Contact {
    Contact {
        address: phone.to_owned(),
        label: speaker.say_with("call-button", args([("phone", speaker.telephone(phone))])),
    }
}
