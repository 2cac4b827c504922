//! Whom to call, and telephone links.

use serde::Serialize;

use super::contact_links::{self, Letter};
use crate::locale::localized_text::LocalizedText;
use crate::locale::localizer::{Localizer, args};
use crate::model::Lang;
use crate::progress::Portfolio;

/// A link to a telephone number or a web address.
#[derive(Debug, Clone, Serialize)]
pub struct Contact {
    /// The number or address.
    pub address: String,
    /// The text of the link.
    pub label: LocalizedText,
}

impl Contact {
    /// A link that calls `phone`.
    pub(crate) fn phone(localizer: &Localizer, phone: &str) -> Self {
        Self {
            address: phone.to_owned(),
            label: localizer.say_with("call-button", args([("phone", localizer.telephone(phone))])),
        }
    }
}

/// Whom to call first.
#[derive(Debug, Clone, Serialize)]
pub struct Call {
    /// Who that is.
    pub who: LocalizedText,
    /// Which languages they speak.
    pub speaks: Option<LocalizedText>,
    /// The number, for a link.
    pub phone: String,
    /// The text of the button.
    pub button: LocalizedText,
    /// A text message.
    pub text: Option<Letter>,
    /// An e-mail.
    pub email: Option<Letter>,
    /// The interpreter line.
    pub interpreter: Option<LocalizedText>,
}

/// The student's case manager, or the school where they have no number.
pub(crate) fn call(portfolio: &Portfolio, localizer: &Localizer) -> Call {
    let school = localizer.school;
    let person = school.staff.get(&portfolio.record.student.case_manager);
    let phone = person.and_then(|person| person.phone.as_ref());
    let phone = phone.unwrap_or(&school.phone);
    let text = person.and_then(|person| person.text_phone.as_ref());
    let text = text.or(school.text_phone.as_ref());
    let email = person.and_then(|person| person.email.as_ref());
    let email = email.or(school.email.as_ref());
    let name = localizer.proper(person.map_or(&school.name, |person| &person.name));
    let Contact { address, label } = Contact::phone(localizer, phone);
    Call {
        who: localizer.sentence("call-first", args([("who", name.into())])),
        speaks: person.and_then(|person| speaks(localizer, &person.languages)),
        phone: address,
        button: label,
        text: text.map(|phone| contact_links::text(localizer, phone)),
        email: email.map(|email| contact_links::email(localizer, email)),
        interpreter: interpreter(localizer),
    }
}

/// "Speaks Spanish and English."; `None` if no language is given.
pub(crate) fn speaks(localizer: &Localizer, languages: &[Lang]) -> Option<LocalizedText> {
    let names: Vec<String> = languages
        .iter()
        .map(|lang| localizer.language_name(lang))
        .collect();
    (!names.is_empty()).then(|| {
        let names = localizer.pack.formats.list(&names);
        localizer.say_with("speaks", args([("languages", names.into())]))
    })
}

/// The interpreter line, for those who do not read the school's own language.
pub(crate) fn interpreter(localizer: &Localizer) -> Option<LocalizedText> {
    let school = localizer.school;
    let line = school.interpreter.as_ref()?;
    if localizer.pack.lang == school.language {
        return None;
    }
    let id = if line.free {
        "call-interpreter"
    } else {
        "call-interpreter-paid"
    };
    Some(localizer.say_with(id, args([("phone", localizer.telephone(&line.phone))])))
}
