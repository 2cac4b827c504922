//! Characters that nobody sees. Each predicate has one use and the reason why it is
//! wider or narrower than the others; no other file lists such characters.
//!
//! ```text
//! is_zero_width_space   no writing needs it: removed from an author's text
//! is_zero_width         no width: skipped around markers and at the ends of lines
//! is_invisible          also selectors, tags, direction: skipped when text is compared
//! moves_terminal        must not reach a terminal or a log as it is
//! hidden                an error in an author's text, because it can carry something
//! ```

/// Whether a character is a space without width: a zero-width space, a word joiner, a
/// byte order mark. Unlike other invisible characters, no writing system needs it, so it
/// can be removed from an author's text.
#[must_use]
pub fn is_zero_width_space(character: char) -> bool {
    matches!(character, '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether a character between words has no width: a zero-width space, a joiner, a
/// direction mark, a soft hyphen. Inside words it has to stay, because Persian and Arabic
/// need joiners and marks.
#[must_use]
pub fn is_zero_width(character: char) -> bool {
    is_zero_width_space(character)
        || matches!(
            u32::from(character),
            0xAD | 0x61C | 0x180E | 0x200C..=0x200F
        )
}

/// Whether a character shows nothing by itself: all of the above, direction controls,
/// invisible operators, selectors and tags. Readers skip it when they compare text, so
/// that it cannot hide a name or a formula.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    is_zero_width(character)
        || is_direction_control(character)
        || selects(character)
        || matches!(u32::from(character), 0x2061..=0x2065 | 0x206A..=0x206F | 0xE0000..=0xE0FFF)
}

/// Whether a character ends a line without being a line end of a text file.
#[must_use]
pub fn is_line_separator(character: char) -> bool {
    matches!(character, '\u{2028}' | '\u{2029}')
}

/// Whether a character moves the cursor of a terminal or turns its words around. Line
/// ends and tabs may stay. Characters without width do no harm there.
#[must_use]
pub fn moves_terminal(character: char) -> bool {
    let control = character.is_control() && !matches!(character, '\n' | '\t');
    control || is_line_separator(character) || is_direction_control(character)
}

/// Whether a character turns all words up to its counterpart around. Direction marks
/// (U+200E, U+200F) are none: they only settle where a neutral character belongs.
fn is_direction_control(character: char) -> bool {
    matches!(u32::from(character), 0x202A..=0x202E | 0x2066..=0x2069)
}

/// The first character of `text` that no reader sees and no writing needs, with its
/// byte offset: it turns words around, shows as a box, or carries text that only
/// machines read. Unlike [`is_invisible`], this allows what writing needs: joiners,
/// direction marks, selectors and tags of emoji.
#[must_use]
pub fn hidden(text: &str) -> Option<(usize, char)> {
    let is_plain = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~');
    if text.as_bytes().iter().all(is_plain) {
        return None;
    }
    let mut before = None;
    let mut flag = false;
    for (at, character) in text.char_indices() {
        let code = u32::from(character);
        // The flags of England, Scotland and Wales are written with tags.
        flag = match code {
            0x1F3F4 => true,
            TAG_FIRST..=TAG_LAST => flag,
            _ => false,
        };
        let bad = match code {
            0x09 | 0x0A | 0x0D => false,
            TAG_FIRST..=TAG_LAST => !flag,
            // One selector may follow a character, to choose how it looks; the further
            // selectors may only follow an ideograph.
            0xFE00..=0xFE0F => before.is_none_or(selects),
            0xE0100..=0xE01EF => !before.is_some_and(is_ideograph),
            0x2061..=0x2064
            | 0x206A..=0x206F
            | 0xE000..=0xF8FF
            | 0xFFF9..=0xFFFB
            | 0xE0001
            | 0xE0080..=0xE00FF
            | 0xE01F0..=0xE0FFF
            | 0xF0000..=0x0010_FFFD => true,
            _ => character.is_control() || is_direction_control(character),
        };
        if bad {
            return Some((at, character));
        }
        if code == TAG_LAST {
            flag = false;
        }
        before = Some(character);
    }
    None
}

/// The tags of letters; the last one ends a flag.
const TAG_FIRST: u32 = 0xE0020;
const TAG_LAST: u32 = 0xE007F;

/// Whether a character is itself a selector.
fn selects(character: char) -> bool {
    matches!(u32::from(character), 0xFE00..=0xFE0F | 0xE0100..=0xE01EF)
}

fn is_ideograph(character: char) -> bool {
    matches!(
        u32::from(character),
        0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x323AF
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_found_and_what_writing_needs_is_not() {
        let check = |text: &str, expected: Option<usize>| {
            assert_eq!(hidden(text).map(|(at, _)| at), expected, "{text:?}");
        };
        check("Ana reads.\n\tAnd sings.\r\n", None);
        check("می‌خواهم", None);
        check("a \u{200F}b\u{200E} \u{AD}c", None);
        check("❤\u{FE0F} 👩\u{200D}🏫 1\u{FE0F}\u{20E3}", None);
        check("葛\u{E0100}", None);
        let scotland = "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}";
        check(scotland, None);
        check(&format!("{scotland}\u{E0067}"), Some(scotland.len()));
        check("a\u{E0041}b", Some(1));
        check("a\u{E0001}", Some(1));
        check("a\u{E0100}", Some(1));
        check("❤\u{FE0F}\u{FE01}", Some(6));
        check("\u{FE0F}", Some(0));
        check("a\u{202E}b", Some(1));
        check("a\u{2066}b", Some(1));
        check("a\u{2063}b", Some(1));
        check("a\u{E000}", Some(1));
        check("a\u{F0000}", Some(1));
        check("a\u{7}", Some(1));
        check("a\u{85}", Some(1));
    }
}
