//! Estimates how wide characters are, without a font.
//!
//! Pages use the reader's own fonts, so no exact width is known. The widths are
//! those of Noto Sans, measured in Chromium and rounded up a little. Scripts
//! whose letters join or stack get one mean width for every character.

/// Advance of a character in thousandths of the font size.
pub(super) fn advance(c: char) -> u32 {
    match c {
        '\0'..='\u{7e}' => ascii(c),
        '\u{a0}' | '\u{202f}' => 260,
        '\u{a1}' | '\u{b7}' => 270,
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => latin(c),
        '\u{370}'..='\u{3ff}' => cased(c, 600, 700),
        '\u{400}'..='\u{52f}' => cyrillic(c),
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' => arabic(c),
        '\u{2013}' | '\u{2018}'..='\u{201d}' => 500,
        _ if is_zero_width(c) => 0,
        _ if is_wide(c) => 1000,
        '\u{1000}'..='\u{109f}' => myanmar(c),
        _ => by_block(c),
    }
}

/// Whether a character is a combining mark or a control without a width.
pub(super) fn is_zero_width(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6ed}'
        | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
        | '\u{eb1}' | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{feff}')
}

/// Whether a character is joined to the one before it, so that no line may end
/// between them.
pub(super) fn is_joined(before: char, c: char) -> bool {
    is_zero_width(c) || is_attached(c) || is_joiner(before)
}

/// Vowel signs and other marks of the scripts of South and South-East Asia.
fn is_attached(c: char) -> bool {
    match c {
        '\u{900}'..='\u{dff}' => {
            matches!(u32::from(c) % 0x80, 0..=3 | 0x3c | 0x3e..=0x4d | 0x55..=0x57 | 0x62 | 0x63)
        }
        _ => matches!(c, '\u{e30}'..='\u{e33}' | '\u{eb0}'..='\u{eb3}' | '\u{102b}'..='\u{103e}'
            | '\u{17b4}'..='\u{17d3}'),
    }
}

/// Whether the next letter is drawn under the one before.
fn is_joiner(c: char) -> bool {
    match c {
        '\u{900}'..='\u{dff}' => u32::from(c) % 0x80 == 0x4d,
        _ => matches!(c, '\u{200d}' | '\u{1039}' | '\u{17d2}'),
    }
}

/// Whether a character is an ideograph, kana or Hangul: one em wide, and a line
/// may end after any of them.
pub(super) fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a character is in a script that stacks and needs taller lines.
pub(super) fn is_tall(c: char) -> bool {
    matches!(c, '\u{1ea0}'..='\u{1ef9}')
        || (('\u{590}'..='\u{1cff}').contains(&c) && !matches!(c, '\u{10a0}'..='\u{11ff}'))
        || matches!(c, '\u{a840}'..='\u{abff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

fn ascii(c: char) -> u32 {
    match c {
        'i' | 'j' | 'l' | ' ' | '!' | '\'' | ',' | '.' | ':' | ';' => 265,
        'I' | 'J' | '(' | ')' | '-' | '[' | ']' | '{' | '}' | '"' | '/' | '\\' | '`' => 345,
        'f' | 't' | 'r' => 400,
        'c' | 's' | 'v' | 'x' | 'y' | 'z' | '?' | '_' => 515,
        'k' | 'L' | 'F' | 'S' | 'T' | 'E' => 550,
        'w' => 790,
        'm' | 'M' | 'W' | '@' => 935,
        '%' => 835,
        'D' | 'G' | 'H' | 'N' | 'O' | 'Q' | 'U' => 760,
        'A'..='Z' | '&' => 635,
        'a'..='z' => 612,
        '\0'..='\u{1f}' => 0,
        _ => 575,
    }
}

fn latin(c: char) -> u32 {
    match c {
        'ì'..='ï' | 'ĩ' | 'ī' | 'į' | 'ı' | 'ỉ' | 'ị' | 'ł' => 280,
        'Ì'..='Ï' | 'Ĩ' | 'Ỉ' | 'Ị' | 'İ' => 350,
        'æ' | 'œ' | 'Æ' | 'Œ' => 925,
        'ư' | 'ứ' | 'ừ' | 'ử' | 'ữ' | 'ự' => 680,
        _ => cased(c, 615, 760),
    }
}

fn cased(c: char, lower: u32, upper: u32) -> u32 {
    if c.is_uppercase() { upper } else { lower }
}

fn cyrillic(c: char) -> u32 {
    match c {
        'ж' | 'ш' | 'щ' | 'ю' | 'м' | 'ы' | 'ф' => 850,
        'Ж' | 'Ш' | 'Щ' | 'Ю' | 'М' | 'Ы' | 'Ф' => 1000,
        'і' | 'ї' | 'ј' => 280,
        _ => cased(c, 600, 720),
    }
}

fn arabic(c: char) -> u32 {
    match c {
        _ if is_zero_width(c) => 0,
        'آ' | 'أ' | 'إ' | 'ا' | 'ء' => 280,
        'د'..='ز' | 'ل' | 'و' | 'ؤ' | '،' | '٫' | '٬' => 420,
        // Narrow letters; the others are wider.
        'ئ' | 'ب'..='ث' | 'ن' | 'ي' | 'ی' | 'پ' | 'ٹ' => 480,
        '٠'..='٩' | '۰'..='۹' => 560,
        _ => 680,
    }
}

fn myanmar(c: char) -> u32 {
    match c {
        '\u{102b}' | '\u{102c}' | '\u{1031}' | '\u{1038}' | '\u{103b}' | '\u{103c}' => 420,
        '\u{102d}'..='\u{103e}' => 0,
        '\u{1040}'..='\u{104f}' => 620,
        _ => 960,
    }
}

fn by_block(c: char) -> u32 {
    match c {
        '\u{530}'..='\u{58f}' => 640,
        '\u{900}'..='\u{97f}' => 520,
        '\u{590}'..='\u{5ff}' | '\u{980}'..='\u{9ff}' => 600,
        '\u{a00}'..='\u{a7f}' | '\u{c00}'..='\u{c7f}' => 480,
        '\u{e00}'..='\u{eff}' => 620,
        '\u{10a0}'..='\u{10ff}' => 580,
        '\u{1780}'..='\u{17ff}' => 470,
        '\u{1200}'..='\u{139f}' => 760,
        _ => 700,
    }
}
