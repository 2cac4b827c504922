//! Characters that cannot be seen but turn the words around them, or end up as
//! boxes: they come with text copied from elsewhere.

use super::Facts;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

pub(super) fn check(facts: &Facts, seen: &mut Diagnostics) {
    for written in &facts.record.written {
        if let Some(hidden) = written.text.chars().find(|c| is_hidden(*c)) {
            let at = written.place_of(hidden.encode_utf8(&mut [0; 4]));
            let fault = Diagnostic::at(Code::HiddenCharacters, &at);
            seen.push(fault.with("character", format!("U+{:04X}", u32::from(hidden))));
        }
    }
}

fn is_hidden(character: char) -> bool {
    let control = character.is_control() && !matches!(character, '\n' | '\r' | '\t');
    control || matches!(u32::from(character), 0x202A..=0x202E | 0x2066..=0x2069 | 0xE000..=0xF8FF)
}
