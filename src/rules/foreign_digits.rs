//! Charts, tables and dates of a page use one kind of digits. Texts should use
//! the same, or a reader has to compare ٥ with 5.

use super::RuleContext;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Digits;

pub(super) fn check(facts: &RuleContext, diagnostics: &mut Diagnostics) {
    if facts.school.digits != Digits::Western {
        return;
    }
    for written in &facts.record.author_texts {
        let digits: String = written
            .text
            .chars()
            .filter(|c| is_native_digit(*c))
            .take(6)
            .collect();
        if !digits.is_empty() {
            diagnostics
                .push(Diagnostic::at(Code::ForeignDigits, &written.at).with("digits", digits));
        }
    }
}

/// Arabic-Indic, Persian, Devanagari, Bengali and Burmese digits.
fn is_native_digit(character: char) -> bool {
    let code = u32::from(character);
    matches!(code, 0x660..=0x669 | 0x6F0..=0x6F9 | 0x966..=0x96F | 0x9E6..=0x9EF | 0x1040..=0x1049)
}
