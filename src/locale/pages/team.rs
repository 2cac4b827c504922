//! The page of the team and its meetings.

use serde::Serialize;

use super::parts::call::{Contact, speaks};
use super::parts::contact_links::{self, Letter};
use super::parts::meeting::{MeetingsView, meetings};
use super::parts::page_text::PageText;
use super::parts::section::Section;
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::Localizer;
use crate::model::{Person, Text};
use crate::progress::Portfolio;

/// Who does what.
#[derive(Debug, Clone, Serialize)]
pub struct TeamPage {
    /// The page's name.
    pub title: LocalizedText,
    /// Everybody may be called.
    pub lead: LocalizedText,
    /// People, the one to call first at the top.
    pub people: Vec<PersonView>,
    /// Meetings to come.
    pub meet: Section<MeetingsView>,
    /// The note about translation, if one is needed.
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

pub(super) fn page(portfolio: &Portfolio, localizer: &Localizer) -> TeamPage {
    let mut page_text = PageText::new(localizer);
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
        people.push(view(&mut page_text, person, does, id == first));
    }
    TeamPage {
        title: localizer.say("page-team"),
        lead: localizer.say("team-lead"),
        people,
        meet: meetings(portfolio, &mut page_text),
        note: page_text.note(),
    }
}

fn view(page_text: &mut PageText, person: &Person, does: Option<&Text>, first: bool) -> PersonView {
    let localizer = page_text.localizer;
    let name = localizer.proper(&person.name);
    let role = Some(&person.role).filter(|role| !role.name.is_empty());
    // Without a description of this person's work, that of the role.
    let does = does.or(role.map(|role| &role.plain));
    let (phone, text) = (person.phone.as_ref(), person.text_phone.as_ref());
    let email = person.email.as_ref();
    PersonView {
        name: localizer.pack.formats.sentence(&name),
        role: role.map(|role| page_text.everyday(&role.name)),
        does: does
            .map(|text| page_text.everyday(text))
            .into_iter()
            .collect(),
        first: first.then(|| localizer.say("team-first")),
        phone: phone.map(|phone| Contact::phone(localizer, phone)),
        text: text.map(|phone| contact_links::text(localizer, phone)),
        email: email.map(|email| contact_links::email(localizer, email)),
        hours: person.hours.as_ref().map(|hours| {
            let hours = page_text.binding(hours);
            localizer.around("team-hours", "hours", hours)
        }),
        speaks: speaks(localizer, &person.languages),
    }
}
