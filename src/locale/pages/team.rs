use serde::Serialize;

use super::parts::contact_links::{self, Letter};
use super::parts::meeting::{self, MeetingsView};
use super::{Section, note};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, MachineTranslation, args};
use crate::model::{Person, Text};
use crate::progress::Portfolio;

/// Who does what.
#[derive(Debug, Clone, Serialize)]
pub struct TeamPage {
    /// The page's name.
    pub title: LocalizedText,
    /// Everybody may be called.
    pub lead: LocalizedText,
    /// People; the one to call first stands first.
    pub people: Vec<PersonView>,
    /// Meetings to come.
    pub meet: Section<MeetingsView>,
    /// Said once when some of the page is not in the reader's language.
    pub note: Option<LocalizedText>,
}

/// One person.
#[derive(Debug, Clone, Serialize)]
pub struct PersonView {
    /// The name.
    pub name: String,
    /// What the role is called.
    pub role: Option<LocalizedText>,
    /// What they do.
    pub does: Vec<LocalizedText>,
    /// "Call this person first."
    pub first: Option<LocalizedText>,
    /// The telephone number.
    pub phone: Option<Contact>,
    /// A text message.
    pub text: Option<Letter>,
    /// An e-mail.
    pub email: Option<Letter>,
    /// When to call.
    pub hours: Option<LocalizedText>,
    /// Languages spoken.
    pub speaks: Option<LocalizedText>,
}

/// A way to reach somebody.
#[derive(Debug, Clone, Serialize)]
pub struct Contact {
    /// The number or address.
    pub address: String,
    /// The words on the link.
    pub label: LocalizedText,
}

pub(super) fn page(portfolio: &Portfolio, localizer: &Localizer) -> TeamPage {
    localizer.take_foreign();
    let student = &portfolio.record.student;
    let first = &student.case_manager;
    let others = student.team.iter().map(|member| &member.person);
    let mut people = Vec::new();
    for id in std::iter::once(first).chain(others.filter(|id| *id != first)) {
        let Some(person) = localizer.school.staff.get(id) else {
            continue;
        };
        let member = student.team.iter().find(|member| member.person == *id);
        let does = member.and_then(|member| member.does.as_ref());
        people.push(view(localizer, person, does, id == first));
    }
    TeamPage {
        title: localizer.say("page-team"),
        lead: localizer.say("team-lead"),
        people,
        meet: meeting::all(portfolio, localizer),
        note: note(localizer, localizer.take_foreign()),
    }
}

fn view(localizer: &Localizer, person: &Person, does: Option<&Text>, first: bool) -> PersonView {
    let formats = &localizer.pack.formats;
    let words = |text: &Text| localizer.written(text, MachineTranslation::Everyday);
    let languages: Vec<String> = person
        .languages
        .iter()
        .map(|lang| localizer.language_name(lang))
        .collect();
    let role = Some(&person.role).filter(|role| !role.name.is_empty());
    let plain = role
        .filter(|_| does.is_none())
        .map(|role| words(&role.plain));
    PersonView {
        name: formats.sentence(&localizer.proper(&person.name)),
        role: role.map(|role| words(&role.name)),
        does: does.map(words).into_iter().chain(plain).collect(),
        first: first.then(|| localizer.say("team-first")),
        phone: person.phone.as_ref().map(|phone| call(localizer, phone)),
        text: person
            .text_phone
            .as_ref()
            .map(|phone| contact_links::text(localizer, phone)),
        email: person
            .email
            .as_ref()
            .map(|email| contact_links::email(localizer, email)),
        hours: person.hours.as_ref().map(|hours| {
            let words = localizer.written(hours, MachineTranslation::Binding);
            if words.mark.is_some() {
                return words;
            }
            localizer.say_with("team-hours", args([("hours", words.text.into())]))
        }),
        speaks: (!languages.is_empty()).then(|| {
            localizer.say_with(
                "speaks",
                args([("languages", formats.list(&languages).into())]),
            )
        }),
    }
}

pub(super) fn call(localizer: &Localizer, phone: &str) -> Contact {
    Contact {
        address: phone.to_owned(),
        label: localizer.say_with("call-button", args([("phone", localizer.telephone(phone))])),
    }
}
