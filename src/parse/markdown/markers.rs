//! Markers at the start of lines: headings, list items, quotes, as Word, Docs, mail,
//! phones and other scripts write them.

use super::line::{Line, is_other_space, lines, unpadded};
use super::pen::{Pen, What};
use crate::source::is_zero_width;

/// Characters that programs put before list items. The last ones come from symbol fonts.
const BULLETS: &[char] = &[
    '•', '●', '○', '◦', '▪', '▫', '■', '□', '‣', '⁃', '∙', '➢', '➤', '►', '◆', '◇', '➔',
    '\u{f0b7}', '\u{f0a7}', '\u{f0d8}', '\u{f076}', '\u{f0fc}',
];

/// Dashes that mark items if there are two of them. A single one may be a signature.
const DASHES: &[char] = &['–', '—', '―', '−', '‐', '‑', '·', '・'];

/// Turns the markers at the start of lines into those of Markdown.
pub(super) fn repair(pen: &mut Pen) {
    let text = pen.text;
    let signs = Signs::of(text);
    let mut at = LineState::default();
    for line in lines(text) {
        let words = unpadded(line.text);
        if let Some(fence) = ["```", "~~~"]
            .into_iter()
            .find(|sign| words.starts_with(sign))
        {
            match at.code {
                None => at.code = Some(fence),
                Some(open) if open == fence => at.code = None,
                Some(_) => {}
            }
            at.blank = false;
            continue;
        }
        if at.code.is_some() {
            continue;
        }
        if words.is_empty() {
            at.blank = true;
            continue;
        }
        begin(pen, line, signs, &mut at);
        at.blank = false;
    }
}

/// The state between two lines.
#[derive(Debug, Default)]
struct LineState {
    /// The fence of the code block that the line is in.
    code: Option<&'static str>,
    in_list: bool,
    /// Whether the line before is blank.
    blank: bool,
}

/// Which dashes begin more than one line, so that they mark list items.
#[derive(Debug, Clone, Copy, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is an answer to a question of its own"
)]
struct Signs {
    dashes: bool,
    hyphens: bool,
    stars: bool,
    numbers: bool,
}

impl Signs {
    fn of(text: &str) -> Self {
        let mut counts = [0_u32; 4];
        for line in lines(text) {
            let words = unpadded(line.text);
            let next = |sign: char| words.strip_prefix(sign).unwrap_or_default();
            let letter = |rest: &str| rest.starts_with(char::is_alphabetic);
            let loose = number(words).is_some_and(|number| !number.sure);
            let fits = [
                words.starts_with(DASHES) && after_dash(words).is_some(),
                letter(next('-')),
                letter(next('*')) && !next('*').contains('*'),
                loose,
            ];
            for (count, fits) in counts.iter_mut().zip(fits) {
                *count += u32::from(fits);
            }
        }
        let [dashes, hyphens, stars, numbers] = counts.map(|count| count > 1);
        Self {
            dashes,
            hyphens,
            stars,
            numbers,
        }
    }
}

/// Repairs the start of a line that is not blank.
fn begin(pen: &mut Pen, line: Line, signs: Signs, at: &mut LineState) {
    let padding = |c: char| c == ' ' || c == '\t' || is_other_space(c) || is_zero_width(c);
    let mut rest = line.text.trim_start_matches(padding);
    let mut start = line.start + line.text.len() - rest.len();
    let indent = line.text.strip_suffix(rest).unwrap_or_default();
    let is_item = marker(rest, signs).is_some() || is_plain_item(rest);
    let columns: usize = indent.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
    if at.in_list && !is_item && indent.is_empty() && !rest.starts_with(['>', '|', '#']) {
        // A line without indentation is not part of the item above it.
        if !at.blank {
            pen.replace(line.start, line.start, "\n");
        }
        at.in_list = false;
    }
    // Without a list above, spaces at the start would make the line code.
    if !at.in_list && columns > 3 {
        pen.replace(line.start, start, "");
    } else if is_item && indent.contains(|c| is_other_space(c) || is_zero_width(c)) {
        pen.replace(line.start, start, &" ".repeat(columns.min(8)));
        pen.note(line.start, start, What::Space);
    }
    while let Some(quoted) = rest.strip_prefix(['>', '＞']) {
        let words = quoted.trim_start_matches(padding);
        let gap = start + rest.len() - words.len();
        let written = pen.text.get(start..gap).unwrap_or_default();
        if written.contains(|c| is_other_space(c) || is_zero_width(c) || c == '＞') {
            pen.replace(start, gap, "> ");
        }
        rest = words;
        start = gap;
        if let Some(length) = callout(rest) {
            let found = rest.get(..length).unwrap_or_default();
            pen.replace(start, start + length, "");
            pen.read_as(start, start + length, found, ">");
            return;
        }
    }
    if heading(pen, rest, start) {
        return;
    }
    if let Some(found) = marker(rest, signs) {
        let end = start + found.length;
        pen.replace(start, end, &found.meant);
        let written = unpadded(rest.get(..found.length).unwrap_or_default());
        let meant = unpadded(&found.meant);
        if written == meant
            && rest
                .get(..found.length)
                .is_some_and(|sign| sign.contains(is_other_space))
        {
            pen.note(start, end, What::Space);
        } else {
            pen.read_as(start, end, written, &found.meant);
        }
    }
    at.in_list |= is_item;
}

/// A marker before a list item, and how Markdown writes it.
struct Marker {
    length: usize,
    meant: String,
}

/// The marker at the start of `words`. `None` if there is none, or if Markdown knows it.
fn marker(words: &str, signs: Signs) -> Option<Marker> {
    let first = words.chars().next()?;
    let rest = words.get(first.len_utf8()..)?;
    let gap = |rest: &str| rest.len() - rest.trim_start_matches(is_gap).len();
    let item = |length: usize| {
        let meant = "- ".to_owned();
        Some(Marker { length, meant })
    };
    if BULLETS.contains(&first) {
        return item(first.len_utf8() + gap(rest)).filter(|item| item.length < words.len());
    }
    if first == 'o' && rest.starts_with('\t') {
        return item(1 + gap(rest));
    }
    if let Some(length) = after_dash(words).filter(|_| signs.dashes && DASHES.contains(&first)) {
        return item(length);
    }
    let stiff = rest.starts_with(|c| is_other_space(c) || is_zero_width(c));
    match first {
        '-' | '*' | '+' if stiff => {
            return Some(Marker {
                length: 1 + gap(rest),
                meant: format!("{first} "),
            });
        }
        '－' | '＊' if rest.starts_with(is_gap) => return item(first.len_utf8() + gap(rest)),
        '-' if signs.hyphens && rest.starts_with(char::is_alphabetic) => return item(1),
        '*' if signs.stars && rest.starts_with(char::is_alphabetic) && !rest.contains('*') => {
            return item(1);
        }
        _ => {}
    }
    let number = number(words)?;
    (number.sure || signs.numbers).then(|| Marker {
        length: number.length,
        meant: format!("{}{} ", number.value, number.sign),
    })
}

/// The number before an item. `None` if there is none, or if Markdown knows it.
struct Number {
    value: u32,
    sign: char,
    length: usize,
    /// Whether one such line is enough to be an item.
    sure: bool,
}

fn number(words: &str) -> Option<Number> {
    let mut value = 0;
    let mut length = 0;
    let mut foreign = false;
    for c in words.chars() {
        let Some(digit) = digit(c) else { break };
        foreign |= !c.is_ascii();
        value = value * 10 + digit;
        length += c.len_utf8();
        if value > 99 {
            return None;
        }
    }
    let rest = words.get(length..).filter(|_| length > 0)?;
    let sign = rest.chars().next()?;
    let after = rest.get(sign.len_utf8()..)?;
    let gap = after.len() - after.trim_start_matches(is_gap).len();
    let whole = length + sign.len_utf8() + gap;
    let stiff = after.starts_with(|c| is_other_space(c) || is_zero_width(c));
    let letter = after.starts_with(char::is_alphabetic);
    let sure = match sign {
        '.' | ')' if stiff || (foreign && gap > 0) => true,
        '．' | '）' => gap > 0 || letter,
        '.' | ')' | '、' if letter => false,
        '-' | '–' | '、' if gap > 0 => false,
        _ => return None,
    };
    let length = whole;
    (length < words.len()).then_some(Number {
        value,
        sign: if sign == ')' { ')' } else { '.' },
        length,
        sure,
    })
}

/// The value of a digit, in the scripts that families and schools use.
fn digit(c: char) -> Option<u32> {
    let zeros = ['0', '０', '٠', '۰', '०', '০'];
    let value = zeros
        .iter()
        .map(|zero| u32::from(c).wrapping_sub(u32::from(*zero)));
    value.into_iter().find(|value| *value < 10)
}

/// Whether a line is a list item in Markdown.
fn is_plain_item(words: &str) -> bool {
    let number = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let space = |rest: &str| rest.starts_with([' ', '\t']);
    let numbered = number.len() < words.len() && number.strip_prefix(['.', ')']).is_some_and(space);
    numbered || words.strip_prefix(['-', '*', '+']).is_some_and(space)
}

/// The length of a dash and the space after it.
fn after_dash(words: &str) -> Option<usize> {
    let rest = words.get(words.chars().next()?.len_utf8()..)?;
    let words_of = rest.trim_start_matches(is_gap);
    (words_of.len() < rest.len() && !words_of.is_empty()).then_some(words.len() - words_of.len())
}

fn is_gap(c: char) -> bool {
    c == ' ' || c == '\t' || is_other_space(c) || is_zero_width(c)
}

/// `# Title` with an unusual space after the `#`, or none. A line with only `#tags` is left
/// out, because it is for sorting notes.
fn heading(pen: &mut Pen, words: &str, start: usize) -> bool {
    let rest = words.trim_start_matches(['#', '＃']);
    let signs = words.strip_suffix(rest).unwrap_or_default();
    let level = signs.chars().count();
    if level == 0 || level > 6 {
        return false;
    }
    let title = rest.trim_start_matches(is_gap);
    let gap = rest.strip_suffix(title).unwrap_or_default();
    let end = start + words.len() - title.len();
    let meant = format!("{} ", "#".repeat(level));
    if !title.starts_with(|c: char| !c.is_whitespace()) {
        return false;
    }
    if level == 1 && are_tags(words) {
        pen.replace(start, start + words.len(), "");
        pen.note(start, start + words.trim_end().len(), What::LeftOut("tags"));
    } else if signs.contains('＃') || (gap.is_empty() && title.starts_with(char::is_alphabetic)) {
        let found: String = words.chars().take(24).collect();
        let read = format!("{meant}{}", title.chars().take(24).collect::<String>());
        pen.replace(start, end, &meant);
        pen.read_as(start, end, &found, &read);
    } else if gap.contains(|c| is_other_space(c) || is_zero_width(c)) {
        pen.replace(start, end, &meant);
        pen.note(start, end, What::Space);
    } else {
        return false;
    }
    true
}

/// `#reading #bats`, or a single tag in lower case.
fn are_tags(words: &str) -> bool {
    let tag = |word: &str| {
        let name = word.strip_prefix('#').unwrap_or_default();
        name.starts_with(char::is_alphabetic)
    };
    let all = words.split_whitespace().all(tag);
    let small = words
        .get(1..)
        .is_some_and(|name| name.starts_with(char::is_lowercase));
    all && (small || words.split_whitespace().count() > 1)
}

/// The length of `[!note]` at the start of a quote, and of the character after it.
fn callout(words: &str) -> Option<usize> {
    let name = words.strip_prefix("[!")?;
    let end = name.find(']')?;
    let fits = name
        .get(..end)?
        .chars()
        .all(|c| c.is_alphanumeric() || c == '-');
    let rest = name.get(end + 1..)?.trim_start_matches(['+', '-', ' ']);
    fits.then_some(words.len() - rest.len())
}
