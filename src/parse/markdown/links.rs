//! Turns addresses and phone numbers in running text into links.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};
use pulldown_cmark::{Event, Tag, TagEnd};

use super::events;
use super::pen::Pen;

/// A way to reach a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contact {
    /// A web page.
    Web,
    /// An email address.
    Mail,
    /// A phone number.
    Phone,
}

/// Turns the addresses in a text into links.
pub(super) fn add(pen: &mut Pen) {
    let text = pen.text;
    for stretch in unlinked(text) {
        let Some(words) = text.get(stretch.clone()) else {
            continue;
        };
        for (range, contact) in contacts(words) {
            let found = words.get(range.clone()).unwrap_or_default();
            let (start, end) = (stretch.start + range.start, stretch.start + range.end);
            let link = match contact {
                // Programs put a backslash before an underscore.
                Contact::Web if found.contains("://") => {
                    format!("<{}>", found.replace('\\', ""))
                }
                Contact::Web => format!("[{found}](https://{})", found.replace('\\', "")),
                Contact::Mail => format!("<{}>", found.replace('\\', "")),
                Contact::Phone => format!("[{found}](tel:{})", dialed(found)),
            };
            pen.replace(start, end, &link);
        }
    }
}

/// The ranges of text that are in no link and no code.
fn unlinked(text: &str) -> Vec<Range<usize>> {
    if !perhaps(text) {
        return Vec::new();
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut closed = 0_usize;
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => closed += 1,
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => {
                closed = closed.saturating_sub(1);
            }
            Event::Text(_) if closed == 0 => match found.last_mut() {
                // A backslash or an entity may be between two parts of a word.
                Some(last) if joins(text, last.end, range.start) => last.end = range.end,
                _ => found.push(range),
            },
            _ => {}
        }
    }
    found
}

fn joins(text: &str, end: usize, start: usize) -> bool {
    text.get(end..start)
        .is_some_and(|between| between.is_empty() || between == "\\")
}

/// Whether a text may have an address or a phone number.
fn perhaps(text: &str) -> bool {
    text.contains(['@', ':'])
        || text.contains("www.")
        || text.contains(|c: char| c.is_ascii_digit())
}

/// The addresses and phone numbers in plain text, in order.
#[must_use]
pub fn contacts(words: &str) -> Vec<(Range<usize>, Contact)> {
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    let links = finder.links(words).filter_map(|link| {
        let found = link.as_str();
        let small = found.get(..8).unwrap_or(found).to_lowercase();
        let web = ["https://", "http://", "www."];
        let contact = match link.kind() {
            LinkKind::Email => Contact::Mail,
            _ if web.iter().any(|begin| small.starts_with(begin)) => Contact::Web,
            _ => return None,
        };
        Some((link.start()..link.end(), contact))
    });
    let mut found: Vec<_> = links.collect();
    let taken: Vec<Range<usize>> = found.iter().map(|(range, _)| range.clone()).collect();
    let mut taken = taken.into_iter().peekable();
    for phone in phones(words) {
        while taken.next_if(|range| range.end <= phone.start).is_some() {}
        if taken.peek().is_none_or(|range| phone.end <= range.start) {
            found.push((phone, Contact::Phone));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Phone numbers in the form of the United States, and those that begin with a plus.
fn phones(words: &str) -> Vec<Range<usize>> {
    let sign = |c: char| {
        c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | '‑' | '.' | ' ' | '\u{a0}')
    };
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = words
        .get(from..)
        .and_then(|rest| rest.find(|c: char| c.is_ascii_digit() || matches!(c, '+' | '(')))
    {
        let start = from + at;
        let rest = words.get(start..).unwrap_or_default();
        // No longer than any number is, because a text may be all digits.
        let near = rest
            .get(..rest.floor_char_boundary(LONGEST))
            .unwrap_or_default();
        let run = near.get(..near.find(|c| !sign(c)).unwrap_or(near.len()));
        let before = words.get(..start).and_then(|text| text.chars().next_back());
        let joined = |c: Option<char>| {
            c.is_some_and(|c| {
                c.is_alphanumeric() || matches!(c, '/' | '-' | '#' | '$' | '%' | ':' | '_' | '=')
            })
        };
        let number = run.and_then(phone_at).filter(|number| {
            let after = rest.get(number.len()..);
            !joined(before) && !joined(after.and_then(|after| after.chars().next()))
        });
        if let Some(number) = number {
            found.push(start..start + number.len());
        }
        // Another number may follow this one: `12 555-0162`.
        let group = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        from = start + number.map_or(group.max(1), str::len);
    }
    found
}

/// The most bytes of a phone number.
const LONGEST: usize = 24;

/// The phone number at the start of digits and punctuation. What follows may be another
/// number: `555-0162. 12 pages`.
fn phone_at(run: &str) -> Option<&str> {
    let mut number = run;
    loop {
        number = number.trim_end_matches(|c: char| !c.is_ascii_digit());
        if is_phone(number) {
            return Some(number);
        }
        number = number.trim_end_matches(|c: char| c.is_ascii_digit());
        if number.is_empty() {
            return None;
        }
    }
}

fn is_phone(number: &str) -> bool {
    let groups: Vec<&str> = number
        .split(|c: char| !c.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let digits: usize = lengths.iter().sum();
    let spaced = number.contains([' ', '\u{a0}']);
    if let Some(rest) = number.strip_prefix('+') {
        return (8..=15).contains(&digits) && !rest.contains('+') && lengths.len() > 1
            || (10..=15).contains(&digits);
    }
    let plain = number.chars().filter(|c| *c == '(').count()
        == number.chars().filter(|c| *c == ')').count();
    let country = groups.first().is_some_and(|group| *group == "1");
    let fits = match lengths.as_slice() {
        [3, 4] => !spaced && !number.contains('.'),
        [3, 3, 4] => true,
        [1, 3, 3, 4] => country,
        _ => false,
    };
    fits && plain && !number.contains('+')
}

/// The digits to dial.
fn dialed(number: &str) -> String {
    number
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_are_found_among_other_numbers() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = phones(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Call 555-0162.", &["555-0162"]);
        check(
            "Call (312) 555-0162 or +44 20 7946 0018",
            &["(312) 555-0162", "+44 20 7946 0018"],
        );
        check(
            "1-312-555-0162, 312.555.0163",
            &["1-312-555-0162", "312.555.0163"],
        );
        check("Call 555-0162. 12 pages were read.", &["555-0162"]);
        check("Room 12 555-0162 8-9", &["555-0162"]);
        check("312 555 0162 555-0163", &["312 555 0162", "555-0163"]);
        check("2026-11-13, 10-12 words, 9/18/2026, 555-0162-7", &[]);
        check("3.1415, 1,052, 12 of 20, 100 2000, #555-0162", &[]);
        check("12345678901234567890", &[]);
    }

    #[test]
    fn nothing_but_digits_is_no_telephone_number() {
        for text in [
            "1".repeat(100_000),
            "1 ".repeat(100_000),
            "555-".repeat(50_000),
        ] {
            assert!(phones(&text).is_empty());
        }
    }
}
