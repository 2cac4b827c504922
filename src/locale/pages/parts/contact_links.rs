//! Links that begin a message to the school. A message is seen on locked
//! screens and by other people's mail servers, so nothing in it is about the
//! student: it says that there is a question, and in which language.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::locale::localized_text::{LocalizedText, plain};
use crate::locale::localizer::{Localizer, args};
use crate::locale::telephone::telephone;

/// A link that begins a text message or an e-mail.
#[derive(Debug, Clone, Serialize)]
pub struct Letter {
    /// The number or address.
    pub address: String,
    /// Where it goes, with the first words.
    pub href: String,
    /// The words on the link.
    pub label: LocalizedText,
}

/// A text message to `number`. Phones with Android want the words behind a `?`,
/// those of Apple behind a `&`; each ignores the other character.
pub(crate) fn text(localizer: &Localizer, number: &str) -> Letter {
    let dialed: String = telephone(number)
        .0
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    Letter {
        address: number.to_owned(),
        href: format!("sms:{dialed}?&body={}", encoded(&hello(localizer, "\n"))),
        label: localizer.say_with("text-button", args([("phone", number.into())])),
    }
}

/// An e-mail to `address`. Its subject is for those who read it at school.
pub(crate) fn email(localizer: &Localizer, address: &str) -> Letter {
    let subject = localizer.to_staff("hello-subject", &args([]));
    Letter {
        address: address.to_owned(),
        href: format!(
            "mailto:{}?subject={}&body={}",
            encoded(address),
            encoded(&subject),
            // RFC 6068 wants both characters for the end of a line.
            encoded(&hello(localizer, "\r\n"))
        ),
        label: localizer.say_with("write-button", args([("email", address.into())])),
    }
}

/// In the family's language, and below in the school's, if that is another.
fn hello(localizer: &Localizer, line: &str) -> String {
    let (own, school) = (&localizer.pack.lang, &localizer.school.language);
    if own == school {
        return plain(&localizer.text("hello", args([])));
    }
    let family = localizer.text(
        "hello-in",
        args([("language", localizer.language_name(own).into())]),
    );
    let language = localizer.staff_name_of(own);
    let staff = localizer.to_staff("hello-in", &args([("language", language.into())]));
    plain(&family) + line + &staff
}

/// Characters that need no encoding in an address.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'@');

/// `text` as a part of an address.
fn encoded(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_hold_any_words() {
        let check = |text, expected: &str| assert_eq!(encoded(text), expected);
        check("Hello, I am 1 & 2?", "Hello%2C%20I%20am%201%20%26%202%3F");
        check("ñ\r\nل", "%C3%B1%0D%0A%D9%84");
        check("ortiz@school.example", "ortiz@school.example");
        check("a+b@c.example?bcc=d", "a%2Bb@c.example%3Fbcc%3Dd");
    }
}
