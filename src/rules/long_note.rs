//! A note next to a data point is read in a table cell on a phone, so it has to
//! be short.

use super::RuleContext;
use super::readability::{sentences, words};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

const MOST_WORDS: usize = 25;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    let texts = facts.record.author_texts.iter();
    let notes = texts.filter(|written| (written.what, written.field) == ("observation", "note"));
    for note in notes {
        let count = sentences(&note.text).into_iter().flat_map(words).count();
        if count > MOST_WORDS {
            let fault = Diagnostic::at(Code::LongNote, &note.at);
            diagnostics.push(fault.with("words", count));
        }
    }
}
