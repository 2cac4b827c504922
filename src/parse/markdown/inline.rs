//! Markup inside lines: Obsidian's links and highlights, tags, stars between numbers.

use std::ops::Range;

use super::line::lines;
use super::pen::{Pen, What};

/// Turns markup inside lines into Markdown. `bold` is what to write around highlights.
pub(super) fn repair(pen: &mut Pen, bold: &str) {
    for block in blocks(pen.text) {
        let mut pairs = Pairs::default();
        for stretch in &block {
            pairs.read(pen.text, stretch.clone(), bold);
        }
        let mut changes = pairs.changes;
        changes.sort_by_key(|change| change.at.start);
        for change in changes {
            let Range { start, end } = change.at;
            pen.replace(start, end, &change.with);
            if let Some(what) = change.what {
                pen.note(start, end.max(start), what);
            }
            if let Some((found, read, end)) = change.read_as {
                pen.read_as(start, end, &found, &read);
            }
        }
    }
}

#[derive(Default)]
struct Change {
    at: Range<usize>,
    with: String,
    what: Option<What>,
    /// What was found, what it is read as, and where it ends.
    read_as: Option<(String, String, usize)>,
}

/// What was found in one block.
#[derive(Default)]
struct Pairs {
    changes: Vec<Change>,
    /// Marks that may begin a highlight.
    open: Vec<(&'static str, usize)>,
}

impl Pairs {
    fn read(&mut self, text: &str, stretch: Range<usize>, bold: &str) {
        let mut at = stretch.start;
        while at < stretch.end {
            let Some(rest) = text.get(at..stretch.end) else {
                return;
            };
            at += self.sign(text, rest, at, bold);
        }
    }

    /// Reads what begins at `at`. Returns its length.
    fn sign(&mut self, text: &str, rest: &str, at: usize, bold: &str) -> usize {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let Some(sign) = rest.chars().next() else {
            return 1;
        };
        match sign {
            '[' if rest.starts_with("[[") => {
                if let Some(length) = self.note_link(rest, at, before == Some('!')) {
                    return length;
                }
            }
            '=' | '_' | '*' => {
                let length = rest.len() - rest.trim_start_matches(sign).len();
                let after = rest.get(length..).and_then(|rest| rest.chars().next());
                match (sign, length) {
                    ('*', 1) if digits(before, after) && !bold.is_empty() => {
                        self.put(at..at + 1, "\\*");
                    }
                    ('=', 2) => self.mark("==", text, at, (before, after), bold),
                    ('_', 2) => self.mark("__", text, at, (before, after), bold),
                    ('*', 2) if bold.is_empty() => {
                        self.mark("**", text, at, (before, after), bold);
                    }
                    _ => {}
                }
                return length;
            }
            '#' if !bold.is_empty() && is_tag(before, rest) => {
                let name = rest.get(1..).unwrap_or_default();
                let end =
                    name.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '/'));
                let name = name.get(..end.unwrap_or(name.len())).unwrap_or_default();
                self.changes.push(Change {
                    at: at..at + 1,
                    read_as: Some((format!("#{name}"), name.to_owned(), at + 1 + name.len())),
                    ..Change::default()
                });
                return 1 + name.len();
            }
            _ => {}
        }
        sign.len_utf8()
    }

    fn put(&mut self, at: Range<usize>, with: &str) {
        self.changes.push(Change {
            at,
            with: with.to_owned(),
            ..Change::default()
        });
    }

    /// `[[Other note]]`, `[[Other note|text]]`, or an embedded note.
    fn note_link(&mut self, rest: &str, at: usize, shown: bool) -> Option<usize> {
        let (inner, _) = near(rest.get(2..)?).split_once("]]")?;
        if inner.is_empty() || inner.contains(['\n', '[']) {
            return None;
        }
        let length = inner.len() + 4;
        if shown {
            let found = format!("![[{inner}]]");
            self.changes.push(Change {
                at: at - 1..at + length,
                with: inner.to_owned(),
                what: Some(What::OtherNote(found)),
                ..Change::default()
            });
            return Some(length);
        }
        let (page, words) = inner.split_once('|').unwrap_or((inner, ""));
        let page = page.split('#').next().unwrap_or(page);
        let words = if words.trim().is_empty() { page } else { words };
        let found = format!("[[{inner}]]");
        self.changes.push(Change {
            at: at..at + length,
            with: words.trim().to_owned(),
            read_as: Some((found, words.trim().to_owned(), at + length)),
            ..Change::default()
        });
        Some(length)
    }

    /// The first or the second mark of a highlight.
    fn mark(
        &mut self,
        mark: &'static str,
        text: &str,
        at: usize,
        (before, after): (Option<char>, Option<char>),
        bold: &str,
    ) {
        let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        // A letter of a script with spaces between words.
        let joined = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let end = at + mark.len();
        let opened = self.open.iter().rposition(|(open, _)| *open == mark);
        if let Some(index) = opened.filter(|_| !space(before) && !joined(after)) {
            let (_, start) = self.open.remove(index);
            self.open.truncate(index);
            let words = text.get(start + mark.len()..at).unwrap_or_default();
            let found = text.get(start..end).unwrap_or_default().to_owned();
            let read = format!("{bold}{words}{bold}");
            // Two underscores between spaces are bold in Markdown too.
            let plain = mark == "__" && !bold.is_empty();
            self.changes.push(Change {
                at: start..start + mark.len(),
                with: bold.to_owned(),
                read_as: (!plain).then_some((found, read, end)),
                ..Change::default()
            });
            self.put(at..end, bold);
        } else if !space(after) && !joined(before) && self.open.len() < MOST_OPEN {
            self.open.push((mark, at));
        }
    }
}

/// The most open marks of one block.
const MOST_OPEN: usize = 64;

/// The most bytes of a link or a name. A longer one is none.
fn near(text: &str) -> &str {
    const FAR: usize = 1000;
    text.get(..text.floor_char_boundary(FAR)).unwrap_or(text)
}

fn digits(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(char::is_numeric) && after.is_some_and(char::is_numeric)
}

/// `#reading` between words, a tag of Obsidian and other programs.
fn is_tag(before: Option<char>, rest: &str) -> bool {
    let begins = before.is_some_and(|c| c == ' ' || c == '(' || c == '\u{a0}');
    begins
        && rest
            .get(1..)
            .is_some_and(|name| name.starts_with(char::is_alphabetic))
}

/// The blocks of a text, each as the ranges in which characters can be markup: not in
/// code, not in an address, not after a backslash. Emphasis ends with its block.
pub(super) fn blocks(text: &str) -> Vec<Vec<Range<usize>>> {
    let mut blocks: Vec<Vec<Range<usize>>> = Vec::new();
    let mut block: Option<Range<usize>> = None;
    let mut code: Option<&str> = None;
    let mut close = |block: &mut Option<Range<usize>>| {
        blocks.extend(block.take().map(|block| stretches(text, block)));
    };
    for line in lines(text) {
        let words = line.text.trim_start();
        let end = line.start + line.text.len();
        let fence = ["```", "~~~"]
            .into_iter()
            .find(|sign| words.starts_with(sign));
        if code.is_some() || fence.is_some() {
            close(&mut block);
            code = match (code, fence) {
                (None, fence) => fence,
                (open, fence) if open == fence => None,
                (open, _) => open,
            };
        } else if words.is_empty() {
            close(&mut block);
        } else if let Some(open) = block.as_mut().filter(|_| !begins_block(words)) {
            open.end = end;
        } else {
            close(&mut block);
            block = Some(line.start..end);
        }
    }
    close(&mut block);
    blocks
}

fn begins_block(words: &str) -> bool {
    let marks = ["- ", "* ", "+ ", "#", "|", ">"];
    let number = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered =
        number.len() < words.len() && (number.starts_with(". ") || number.starts_with(") "));
    numbered || marks.iter().any(|mark| words.starts_with(mark))
}

/// The ranges of a block in which characters can be markup.
fn stretches(text: &str, block: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = block.start;
    let mut at = block.start;
    while let Some(rest) = text.get(at..block.end).filter(|rest| !rest.is_empty()) {
        let next = rest.find(['\\', '`', ']', '<', ':']);
        let Some(next) = next else { break };
        at += next;
        let rest = text.get(at..block.end).unwrap_or_default();
        let Some(skip) = skipped(text, rest, at) else {
            at += 1;
            continue;
        };
        found.push(start..at);
        at += skip;
        start = at;
    }
    found.push(start..block.end);
    found.retain(|stretch| stretch.start < stretch.end);
    found
}

/// The length of what begins `rest` and is not text.
fn skipped(text: &str, rest: &str, at: usize) -> Option<usize> {
    let rest = near(rest);
    let sign = rest.chars().next()?;
    match sign {
        '\\' => {
            let next = rest.chars().nth(1)?;
            Some(1 + next.len_utf8())
        }
        '`' => {
            let ticks = rest.len() - rest.trim_start_matches('`').len();
            let mark = rest.get(..ticks)?;
            let inside = rest.get(ticks..)?;
            Some(inside.find(mark)? + ticks * 2)
        }
        ']' if rest.starts_with("](") => {
            let line = rest.lines().next()?;
            Some(line.find(')')? + 1)
        }
        '<' => {
            let line = rest.lines().next()?;
            Some(line.find('>')? + 1)
        }
        // A plain address, up to the next space.
        ':' if rest.starts_with("://")
            && text.get(..at)?.ends_with(|c: char| c.is_ascii_alphabetic()) =>
        {
            rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '*' | '='))
                .or(Some(rest.len()))
        }
        _ => None,
    }
}
