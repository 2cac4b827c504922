//! Stars around words. CommonMark shows them as stars if punctuation is inside them and
//! a letter outside ("**Note:**text"), which is common in writing without spaces. This
//! file changes the text so that CommonMark reads what is clearly meant.

use std::ops::Range;

use super::inline::blocks;
use super::pen::Pen;

/// An invisible character that is a letter to CommonMark.
pub(super) const JOINER: char = '\u{2060}';

/// A run of stars.
#[derive(Debug, Clone, Copy)]
struct Run {
    start: usize,
    length: usize,
    before: Option<char>,
    after: Option<char>,
}

/// Makes stars work as emphasis that are meant as emphasis.
pub(super) fn repair(pen: &mut Pen) {
    if !pen.text.contains('*') {
        return;
    }
    for block in blocks(pen.text) {
        let runs: Vec<Run> = block
            .into_iter()
            .flat_map(|stretch| runs(pen.text, stretch))
            .collect();
        let mut changes: Vec<(Range<usize>, &str)> = Vec::new();
        for length in 1..=3 {
            let alike: Vec<Run> = runs
                .iter()
                .filter(|run| run.length == length)
                .copied()
                .collect();
            let mut rest = alike.as_slice();
            while let [open, tail @ ..] = rest {
                rest = tail;
                if let [close, after @ ..] = tail
                    && pair(*open, *close, &mut changes)
                {
                    rest = after;
                }
            }
        }
        changes.sort_by_key(|(at, _)| at.start);
        for (at, with) in changes {
            pen.replace(at.start, at.end, with);
        }
    }
}

fn runs(text: &str, stretch: Range<usize>) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    let words = text.get(stretch.clone()).unwrap_or_default();
    for (at, _) in words.match_indices('*') {
        let start = stretch.start + at;
        if let Some(last) = found
            .last_mut()
            .filter(|last| last.start + last.length == start)
        {
            last.length += 1;
        } else {
            let before = text.get(..start).and_then(|text| text.chars().next_back());
            found.push(Run {
                start,
                length: 1,
                before,
                after: None,
            });
        }
    }
    for run in &mut found {
        let rest = text.get(run.start + run.length..);
        run.after = rest.and_then(|rest| rest.chars().next());
    }
    found
}

/// Whether `open` and `close` are around words. Adds to `changes` what CommonMark needs to
/// read them so.
fn pair(open: Run, close: Run, changes: &mut Vec<(Range<usize>, &str)>) -> bool {
    let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let end = open.start + open.length;
    // A list item, or just a star.
    if space(open.after) || end >= close.start {
        return false;
    }
    let sign = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace());
    let letter = |c: Option<char>| !space(c) && !sign(c);
    if space(close.before) {
        return close.length == 2 && outside(open, close, changes);
    }
    if sign(open.after) && letter(open.before) {
        changes.push((end..end, "\u{2060}"));
    }
    if sign(close.before) && letter(close.after) {
        changes.push((close.start..close.start, "\u{2060}"));
    }
    true
}

/// `**Bold **words`: programs include the space after a word.
fn outside(open: Run, close: Run, changes: &mut Vec<(Range<usize>, &str)>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let plain = close.before == Some(' ') && !letter(open.before) && letter(close.after);
    if plain {
        changes.push((close.start - 1..close.start + 2, "** "));
    }
    plain
}
