//! Ways to write one text in YAML, so that it is read back as it is.

use std::fmt::Write as _;

use unicode_normalization::UnicodeNormalization as _;

/// From how many columns on a text is written below its field.
const MOST_COLUMNS: usize = 100;
/// The width of lines below a field.
const FOLD: usize = 88;

/// A written value: what follows the colon or hyphen on its line, with a space before it,
/// and the lines below.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) head: String,
    pub(super) lines: Vec<String>,
}

impl Written {
    pub(super) fn inline(words: &str) -> Self {
        let head = format!(" {words}");
        let lines = Vec::new();
        Self { head, lines }
    }

    /// All of it, with `rest` of the first line after the head.
    pub(super) fn with_rest(&self, rest: &str) -> String {
        let mut text = format!("{}{rest}", self.head);
        for line in &self.lines {
            let _ = write!(text, "\n{line}");
        }
        text
    }
}

/// How a text was written before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quotes {
    None,
    Single,
    Double,
    /// In lines after a `|`.
    Literal,
    /// In lines after a `>`.
    Folded,
}

/// Where a text is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Site {
    /// Whether it is between brackets or braces.
    pub(super) flow: bool,
    /// The column in which lines below begin.
    pub(super) indent: usize,
    /// The column of its first character, if it is on the line of its field.
    pub(super) column: usize,
}

/// A text as forms send it, made what files have: composed letters, line feeds.
pub(super) fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.nfc().collect()
}

/// All ways to write `text`, the preferred one first.
pub(super) fn ways(text: &str, was: Option<Quotes>, site: Site) -> Vec<Written> {
    let several = text.contains('\n');
    let long = site.column + text.chars().count() > MOST_COLUMNS;
    let plain = || is_plain(text, site.flow).then(|| Written::inline(text));
    let single = || is_printable(text).then(|| Written::inline(&single(text)));
    let double = || Some(Written::inline(&double(text)));
    let literal = || lines(text, '|', site);
    let folded = || lines(text, '>', site);
    let mut found = Vec::new();
    match was {
        Some(Quotes::Literal) => found.extend([literal(), folded()]),
        Some(Quotes::Folded) => found.extend([folded(), literal()]),
        _ if several => found.push(literal()),
        Some(Quotes::Single) => found.push(single()),
        Some(Quotes::Double) => found.push(double()),
        _ if long => found.push(folded()),
        None if is_like_another_kind(text) => found.push(double()),
        _ => {}
    }
    found.extend([plain(), double()]);
    found.into_iter().flatten().collect()
}

/// A key, or a word that must not have quotes.
pub(super) fn key(key: &str, flow: bool) -> String {
    if is_plain(key, flow) {
        key.to_owned()
    } else {
        double(key)
    }
}

/// Whether a text can be written without quotes. It errs on the side of quotes.
pub(super) fn is_plain(text: &str, flow: bool) -> bool {
    let begins =
        |c: char| c.is_alphanumeric() || matches!(c, '(' | '$' | '/' | '+' | '.' | '¿' | '¡');
    let signed = text
        .strip_prefix('-')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let closes = |c: char| matches!(c, ',' | '[' | ']' | '{' | '}');
    (text.starts_with(begins) || signed)
        && is_printable(text)
        && text.trim() == text
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.starts_with("...")
        && !(flow && text.contains(closes))
}

/// Whether there is no line end, and nothing that is not seen.
fn is_printable(text: &str) -> bool {
    !text.is_empty() && !text.chars().any(needs_escape)
}

fn needs_escape(c: char) -> bool {
    let hidden = '\u{2028}'..='\u{2029}';
    c.is_control()
        || hidden.contains(&c)
        || matches!(c, '\u{FEFF}' | '\u{FFFD}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Whether other programs would read a number, a day, a time, or a yes or no.
fn is_like_another_kind(text: &str) -> bool {
    let words = ["yes", "no", "true", "false", "on", "off", "null", "y", "n"];
    let digits = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '.' | '-'))
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || ".,:_-+eE".contains(c));
    digits || words.contains(&&*text.to_ascii_lowercase())
}

fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A text in double quotes, on one line.
pub(super) fn double(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            _ if needs_escape(c) => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// A text in lines below its field. `None` if that would change it.
fn lines(text: &str, sign: char, site: Site) -> Option<Written> {
    let words = text.trim_end_matches('\n');
    let odd = |line: &str| line.starts_with([' ', '\t']) || line.chars().any(needs_escape);
    if site.flow || words.is_empty() || words.starts_with('\n') || words.split('\n').any(odd) {
        return None;
    }
    let end = match text.len() - words.len() {
        0 => "-",
        1 => "",
        _ => "+",
    };
    let margin = " ".repeat(site.indent);
    let mut written = Vec::new();
    let mut add = |line: &str| {
        written.push(if line.is_empty() {
            String::new()
        } else {
            format!("{margin}{line}")
        });
    };
    for (number, line) in words.split('\n').enumerate() {
        if sign == '|' {
            add(line);
            continue;
        }
        // One line end in a text is an empty line here.
        if number > 0 {
            add("");
        }
        if line.is_empty() {
            continue;
        }
        for part in fold(line, FOLD.saturating_sub(site.indent).max(30)) {
            add(part);
        }
    }
    for _ in 1..text.len() - words.len() {
        add("");
    }
    let head = format!(" {sign}{end}");
    Some(Written {
        head,
        lines: written,
    })
}

/// The parts of a line, which single spaces were between.
fn fold(line: &str, width: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut last = None;
    let mut count = 0;
    for (at, c) in line.char_indices() {
        count += 1;
        let alone = c == ' '
            && line
                .get(at + 1..)
                .is_some_and(|rest| !rest.starts_with([' ', '\t']) && !rest.is_empty())
            && line
                .get(..at)
                .is_some_and(|before| !before.ends_with([' ', '\t']));
        if count > width
            && let Some(space) = last.take()
        {
            parts.extend(line.get(start..space));
            start = space + 1;
            count = line.get(start..=at).map_or(0, |rest| rest.chars().count());
        }
        if alone {
            last = Some(at);
        }
    }
    parts.extend(line.get(start..));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str, was: Option<Quotes>) -> String {
        let site = Site {
            flow: false,
            indent: 2,
            column: 3,
        };
        ways(text, was, site)[0].with_rest("")
    }

    #[test]
    fn the_most_readable_way_comes_first() {
        let check = |text: &str, was: Option<Quotes>, expected: &str| {
            assert_eq!(first(text, was), expected, "{text:?} {was:?}");
        };
        check("Reads a page", None, " Reads a page");
        check("8/10", None, " 8/10");
        check("8", None, " \"8\"");
        check("09:10", None, " \"09:10\"");
        check("No", None, " \"No\"");
        check("a: b", None, " \"a: b\"");
        check("Room #4", None, " \"Room #4\"");
        check("- a", None, " \"- a\"");
        check(" a", None, " \" a\"");
        check("", None, " \"\"");
        check("It's", Some(Quotes::Single), " 'It''s'");
        check("a", Some(Quotes::Double), " \"a\"");
        check("a\nb", None, " |-\n  a\n  b");
        check("a\n\nb\n", Some(Quotes::Double), " |\n  a\n\n  b");
        check("a b", Some(Quotes::Folded), " >-\n  a b");
        check("a\nb", Some(Quotes::Folded), " >-\n  a\n\n  b");
        check("a\n b", None, " \"a\\n b\"");
        check("a\u{7}", None, " \"a\\u0007\"");
        let long = "word ".repeat(30);
        let written = first(long.trim(), None);
        assert!(written.starts_with(" >-\n  word"), "{written}");
        assert!(written.lines().all(|line| line.len() <= FOLD));
    }
}
