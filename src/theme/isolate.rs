//! Numbers with punctuation in them, in running text. Between Arabic
//! letters the halves of "555-0172" would change places, and at its hyphen the
//! end of a line could part it.

use std::ops::Range;

use crate::locale::Direction;
use crate::parse::markdown::{Contact, contacts};

/// Where such numbers are in `text`: telephone numbers, and on a right-to-left
/// page days and scores, too ("2026-11-20", "8-10").
pub(super) fn numbers(text: &str, page: Direction) -> Vec<Range<usize>> {
    /// No telephone number has fewer digits.
    const FEWEST: usize = 7;
    let digits = text.bytes().filter(u8::is_ascii_digit).take(FEWEST);
    let mut found: Vec<Range<usize>> = Vec::new();
    if digits.count() == FEWEST {
        let phones = contacts(text).into_iter();
        found.extend(phones.filter_map(|(range, kind)| (kind == Contact::Phone).then_some(range)));
    }
    // The first byte of the dashes outside ASCII is 0xE2.
    let has_dash = || memchr::memchr2(b'-', 0xE2, text.as_bytes()).is_some();
    if page == Direction::Rtl && has_dash() && text.contains(is_dash) {
        let inside = |at: &Range<usize>| found.iter().any(|one| one.contains(&at.start));
        let more: Vec<_> = joined(text).into_iter().filter(|at| !inside(at)).collect();
        found.extend(more);
        found.sort_by_key(|range| range.start);
    }
    found
}

/// Digits with punctuation between them, including a dash.
fn joined(text: &str) -> Vec<Range<usize>> {
    let sign = |c: char| is_dash(c) || matches!(c, '.' | ',' | ':' | '/');
    let mut found = Vec::new();
    let mut start = 0;
    for run in text.split_inclusive(|c: char| !c.is_numeric() && !sign(c)) {
        let from = start;
        start += run.len();
        let run = run.trim_end_matches(|c: char| !c.is_numeric());
        let number = run.trim_start_matches(|c: char| !c.is_numeric());
        if number.contains(is_dash) {
            let begin = from + run.len() - number.len();
            found.push(begin..begin + number.len());
        }
    }
    found
}

fn is_dash(character: char) -> bool {
    matches!(character, '-' | '‑' | '–')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_signs_are_found() {
        let check = |text: &str, page, expected: &[&str]| {
            let found = numbers(text, page);
            let found: Vec<&str> = found.into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Call 555-0172.", Direction::Ltr, &["555-0172"]);
        check("8-10 on 2026-11-20", Direction::Ltr, &[]);
        check("اتصلوا على 555-0172.", Direction::Rtl, &["555-0172"]);
        check(
            "(555) 010-0142، أو +1 555 010 0143",
            Direction::Rtl,
            &["(555) 010-0142", "+1 555 010 0143"],
        );
        check(
            "في 2026-11-20: 8-10، ثم 8–9.",
            Direction::Rtl,
            &["2026-11-20", "8-10", "8–9"],
        );
        check("٨-١٠ صفحات", Direction::Rtl, &["٨-١٠"]);
        check("- 12 كلمة - 4/5 و 3:30", Direction::Rtl, &[]);
    }
}
