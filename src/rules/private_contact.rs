//! A telephone number, e-mail address or street address that is not the
//! school's may be a family's own. Guardians give these to a teacher, not to a
//! web page.

use std::collections::BTreeSet;

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{AuthorText, School};
use crate::parse::markdown::{Contact, contacts};

/// The most contacts reported for one text.
const MOST: usize = 20;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let texts = facts.record.author_texts.iter();
    let mut known = None;
    for written in texts.filter(|written| written.lang.as_str() != "und") {
        let mut said = BTreeSet::new();
        for (start, end, kind) in found(written) {
            let words = written.text.get(start..end).unwrap_or_default();
            let known = known.get_or_insert_with(|| known_contacts(facts.school));
            if known.contains(&key(words)) || said.len() == MOST || !said.insert(key(words)) {
                continue;
            }
            let fault = Diagnostic::at(Code::PrivateContact, &written.place_at(start, end));
            diagnostics.push(fault.with("kind", kind).with("found", words));
        }
    }
}

/// The contacts in a text, with position and kind.
fn found(written: &AuthorText) -> Vec<(usize, usize, &'static str)> {
    let text = &written.text;
    let shown = contacts(text).into_iter().filter_map(|(range, contact)| {
        // Link targets are not shown; the link text says whose number it is.
        let hidden = is_target(text.get(..range.start).unwrap_or_default());
        let kind = match contact {
            Contact::Web => return None,
            Contact::Mail => "mail",
            Contact::Phone => "phone",
        };
        (!hidden).then_some((range.start, range.end, kind))
    });
    let mut found: Vec<_> = shown.collect();
    // Meetings need a place that families can find.
    if written.field != "where" {
        found.extend(address(text).map(|(start, end)| (start, end, "address")));
    }
    found
}

/// Whether the text after `before` is a link target.
fn is_target(before: &str) -> bool {
    const LONGEST: usize = 200;
    let from = before.ceil_char_boundary(before.len().saturating_sub(LONGEST));
    let before = before.get(from..).unwrap_or_default();
    let word = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let target = word.rsplit_once("](").map(|(_, target)| target);
    target.is_some_and(|target| !target.contains(')'))
}

/// All contacts that the school itself gives to families, normalized.
pub fn known_contacts(school: &School) -> BTreeSet<String> {
    let people = school.staff.values();
    let staff = people.flat_map(|person| {
        [&person.phone, &person.text_phone, &person.email]
            .into_iter()
            .flatten()
    });
    let partners = school.library.partners.iter();
    let partners = partners.filter_map(|partner| partner.phone.as_ref());
    let interpreter = school
        .interpreter
        .iter()
        .map(|interpreter| &interpreter.phone);
    let fields = staff
        .chain(partners)
        .chain(interpreter)
        .chain([&school.phone])
        .chain(&school.text_phone)
        .chain(&school.email);
    // A field may hold a number that is none in a text.
    let fields: Vec<&String> = fields.collect();
    let mut known: BTreeSet<String> = fields.iter().map(|written| key(written)).collect();
    let texts = school.author_texts.iter().map(|written| &written.text);
    known.extend(fields.into_iter().chain(texts).flat_map(|text| keys(text)));
    for written in &school.author_texts {
        known.extend(
            address(&written.text)
                .and_then(|(start, end)| written.text.get(start..end))
                .map(key),
        );
    }
    known
}

fn keys(text: &str) -> impl Iterator<Item = String> {
    let found = contacts(text).into_iter();
    found.filter_map(|(range, _)| text.get(range).map(key))
}

/// Normalizes a number or address. Country and area code are optional.
fn key(written: &str) -> String {
    const LOCAL: usize = 7;
    let digits: Vec<char> = written.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < LOCAL || written.contains('@') {
        return written.trim().to_lowercase();
    }
    digits.iter().skip(digits.len() - LOCAL).collect()
}

/// Words that end a street name.
const STREETS: &[&str] = &[
    "street",
    "st",
    "avenue",
    "ave",
    "road",
    "rd",
    "lane",
    "ln",
    "drive",
    "dr",
    "court",
    "ct",
    "boulevard",
    "blvd",
    "terrace",
    "parkway",
];

/// The first words that look like a street address: `12 Elm Street`.
fn address(text: &str) -> Option<(usize, usize)> {
    const LONGEST_NAME: usize = 3;
    let words: Vec<(usize, &str)> = words(text).collect();
    for (index, (start, word)) in words.iter().enumerate() {
        let house = (2..=5).contains(&word.len()) && word.chars().all(|c| c.is_ascii_digit());
        if !house {
            continue;
        }
        let name = words
            .iter()
            .skip(index + 1)
            .take(LONGEST_NAME + 1)
            .enumerate();
        for (nth, (at, word)) in name {
            let plain = word.trim_end_matches(['.', ',', ';', ')']);
            let ends = STREETS.contains(&plain.to_lowercase().as_str());
            if nth > 0 && ends && plain.starts_with(char::is_uppercase) {
                return Some((*start, at + plain.len()));
            }
            let named = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
            if !named || word.ends_with(['.', ',', ';']) && plain.len() > 1 {
                break;
            }
        }
    }
    None
}

/// The words of a text with their positions.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split(char::is_whitespace).filter_map(move |word| {
        let at = start;
        // The following space can be a character of any byte length.
        start += word.len();
        start += text.get(start..)?.chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((at, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_in_a_street_is_an_address() {
        let check = |text: &str, expected: Option<&str>| {
            let found = address(text).and_then(|(start, end)| text.get(start..end));
            assert_eq!(found, expected, "{text}");
        };
        check("They moved to 412 Oak Street.", Some("412 Oak Street"));
        check("at 23 N. Willow Bend Rd, now", Some("23 N. Willow Bend Rd"));
        check("She read 12 pages on Elm Street.", None);
        check("In 2026 Ana read Mango Street.", None);
        check("He got 45. Drive slowly.", None);
        check("Room 12 is open", None);
    }

    #[test]
    fn numbers_are_compared_by_their_digits() {
        let check = |one: &str, other: &str| assert_eq!(key(one), key(other));
        check("555-0162", "(555) 555 0162");
        check("+1 555 555 0162", "555.555.0162");
        check("Rivera@larch.example", "rivera@larch.example");
    }
}
