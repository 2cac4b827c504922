//! A note next to a data point is read in a table cell on a phone, so it has to
//! be short.

use super::Facts;
use super::readability::{sentences, words};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

const MOST_WORDS: usize = 25;

pub(super) fn check(facts: &Facts, diagnostics: &mut Diagnostics) {
    let texts = facts.record.written.iter();
    let notes = texts.filter(|written| (written.what, written.field) == ("observation", "note"));
    for note in notes {
        let count = sentences(&note.text).into_iter().flat_map(words).count();
        if count > MOST_WORDS {
            let fault = Diagnostic::at(Code::LongNote, &note.at);
            diagnostics.push(fault.with("words", count));
        }
    }
}
