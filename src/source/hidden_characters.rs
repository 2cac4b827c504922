//! Characters that readers cannot see and that could change what they read.

/// The first invisible character of `text` that no writing needs, with its offset:
/// one that reverses text, shows as a box, or carries text for machines only.
#[must_use]
pub fn hidden(text: &str) -> Option<(usize, char)> {
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
            // Variation selectors: one after each character, and the further ones
            // after ideographs only.
            0xFE00..=0xFE0F => before.is_none_or(selects),
            0xE0100..=0xE01EF => !before.is_some_and(is_ideograph),
            0x202A..=0x202E
            | 0x2061..=0x2064
            | 0x2066..=0x206F
            | 0xE000..=0xF8FF
            | 0xFFF9..=0xFFFB
            | 0xE0001
            | 0xE0080..=0xE00FF
            | 0xE01F0..=0xE0FFF
            | 0xF0000..=0x0010_FFFD => true,
            _ => character.is_control(),
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

/// The tag characters. The last one ends a flag.
const TAG_FIRST: u32 = 0xE0020;
const TAG_LAST: u32 = 0xE007F;

/// Whether this is a variation selector itself.
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
