//! Notes that the author wrote for nobody else: `TODO`, "ask mom about". They
//! are found by a list for each language and by markers that all languages
//! share.

use super::{RuleContext, WordMatcher};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{AuthorText, School, WordKind};
use crate::source::is_whole_word;

/// Markers for unfinished work. They count only in capitals.
const SIGNS: [&str; 5] = ["TODO", "FIXME", "XXX", "TBD", "???"];

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    report(&facts.record.author_texts, facts.word_matcher, diagnostics);
}

/// The same check for shared texts.
pub(super) fn check_shared(
    school: &School,
    word_matcher: &WordMatcher,
    diagnostics: &mut Diagnostics,
) {
    report(&school.author_texts, word_matcher, diagnostics);
}

fn report(texts: &[AuthorText], word_matcher: &WordMatcher, diagnostics: &mut Diagnostics) {
    for written in texts {
        let hits = word_matcher.find(&written.lang, &written.text).into_iter();
        let listed = hits
            .filter(|hit| hit.wording.kind == WordKind::Remark && !is_for_the_family(written))
            .map(|hit| (hit.start, hit.end))
            .find(|(start, _)| begins(&written.text, *start));
        let Some((start, end)) = listed.or_else(|| sign(written)) else {
            continue;
        };
        let phrase = written.text.get(start..end).unwrap_or_default();
        let fault = Diagnostic::at(Code::NoteToSelf, &written.place_at(start, end));
        diagnostics.push(fault.with("phrase", phrase));
    }
}

/// A tip tells the family what to do and whom to ask, so "ask" is fine there.
fn is_for_the_family(written: &AuthorText) -> bool {
    written.at.file.as_str().contains("/tips/")
}

/// Whether a sentence or a remark in brackets begins at `start`.
fn begins(text: &str, start: usize) -> bool {
    const NEAR: usize = 40;
    let from = text.ceil_char_boundary(start.saturating_sub(NEAR));
    let before = text.get(from..start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let line = line.trim_end_matches([' ', '\u{a0}', '*', '_', '"', '“']);
    (line.is_empty() && (from == 0 || before.contains('\n')))
        || line.ends_with([
            '(', '[', '{', '-', '–', '—', ':', '：', '.', '!', '?', '>', '•', '…', '。', '（',
            '【', '؟', '،', '+', '#',
        ])
}

/// A marker for unfinished work.
fn sign(written: &AuthorText) -> Option<(usize, usize)> {
    let text = &written.text;
    let places = SIGNS.iter().flat_map(|sign| {
        let found = text.match_indices(sign);
        found.map(|(start, sign)| (start, start + sign.len()))
    });
    let mut found: Vec<_> = places
        .filter(|(start, end)| is_sign(text, *start, *end))
        .collect();
    found.sort_unstable();
    found.into_iter().next()
}

fn is_sign(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let sign = text.get(start..end).unwrap_or_default();
    if sign == "???" {
        let open = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || c == '(' || c == ')');
        return open(before.chars().next_back()) && open(after.chars().next());
    }
    // "TODO EL DÍA" is Spanish, not a marker.
    let next = after.trim_start().chars().take(2).collect::<String>();
    let shouted = next.chars().count() == 2 && next.chars().all(char::is_uppercase);
    is_whole_word(text, start, end) && (sign != "TODO" || !shouted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_work_to_do_stand_in_capitals() {
        let check = |text: &str, expected: bool| {
            let places = SIGNS.iter().flat_map(|sign| text.match_indices(sign));
            let mut places = places.map(|(start, sign)| (start, start + sign.len()));
            let found = places.any(|(start, end)| is_sign(text, start, end));
            assert_eq!(found, expected, "{text}");
        };
        check("TODO: numbers", true);
        check("Ana read TODO", true);
        check("[XXX]", true);
        check("read ??? pages", true);
        check("Really???", false);
        check("todo el día", false);
        check("TODO EL DÍA", false);
        check("MATODOR", false);
    }

    #[test]
    fn a_note_begins_a_sentence() {
        let check = |text: &str, expected: bool| {
            assert_eq!(begins(text, text.find("ask").unwrap()), expected, "{text}");
        };
        check("ask mom about", true);
        check("Ana read. (ask mom about", true);
        check("- ask mom about", true);
        check("He will ask mom about", false);
    }
}
