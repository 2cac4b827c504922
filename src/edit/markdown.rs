//! The block of facts, the title, and the text of a Markdown file.

use super::lines;
use super::scalar::tidy;
use super::splice::Splice;
use crate::parse::markdown::{Body, title as read_title};
use crate::source::Span;

/// A plan for facts, with the `---` lines that it needs, or without those that are not
/// needed anymore.
pub(super) fn with_block(text: &str, facts: Option<Span>, plan: Splice) -> Vec<Splice> {
    let Some(facts) = facts else {
        return vec![Splice::insert(0, format!("---\n{}---\n", plan.with))];
    };
    let before = text.get(facts.start..plan.at.start).unwrap_or_default();
    let after = text.get(plan.at.end..facts.end).unwrap_or_default();
    let left = format!("{before}{}{after}", plan.with);
    if left.trim().is_empty() {
        let open = lines::start(text, facts.start.saturating_sub(1));
        let close = lines::end(text, facts.end);
        let next = lines::next(text, close).unwrap_or(text.len());
        return vec![Splice::remove(open, next), plan];
    }
    vec![plan]
}

/// Ways to set the title.
pub(super) fn title(text: &str, body: &Body, new: &str) -> Vec<Splice> {
    let new = tidy(new);
    let new = new.trim();
    let span = body.span;
    let own = text.get(span.start..span.end).unwrap_or_default();
    let (old, _) = read_title(own);
    let blank = own.len() - own.trim_start().len();
    let start = span.start
        + own
            .get(..blank)
            .and_then(|b| b.rfind('\n'))
            .map_or(0, |at| at + 1);
    let line = lines::line(text, start);
    let escaped = escape(new);
    let ways = [new, escaped.as_str()];
    if old.is_none() {
        let new = |words: &str| Splice::insert(start, format!("# {words}\n\n"));
        return ways
            .iter()
            .filter(|words| !words.is_empty())
            .map(|words| new(words))
            .collect();
    }
    let words = line.trim_start().trim_start_matches('#');
    let is_marked = words.len() < line.trim_start().len();
    if new.is_empty() {
        let mut end = lines::next(text, start).unwrap_or(text.len());
        if !is_marked {
            end = lines::next(text, end).unwrap_or(text.len());
        }
        let more = lines::line(text, end).trim().is_empty();
        let blank = if more {
            lines::next(text, end).unwrap_or(text.len())
        } else {
            end
        };
        return vec![Splice::remove(start, blank), Splice::remove(start, end)];
    }
    let from = start + line.len() - words.trim_start().len();
    let closed = words.trim_end().trim_end_matches('#');
    let closed = if closed.ends_with([' ', '\t']) {
        closed
    } else {
        words
    };
    let to = start + line.len() - words.len() + closed.trim_end().len();
    let ways = ways
        .iter()
        .map(|words| Splice::replace(Span::new(from, to.max(from)), *words));
    ways.collect()
}

/// Words with a backslash before each sign that Markdown may read.
fn escape(words: &str) -> String {
    let mut escaped = String::new();
    for c in words.chars() {
        if c.is_ascii_punctuation()
            && !matches!(
                c,
                '.' | ',' | '?' | '!' | '\'' | '-' | ':' | ';' | '(' | ')'
            )
        {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Ways to set the text below the title.
pub(super) fn words(text: &str, body: Span, new: &str) -> Vec<Splice> {
    let new = tidy(new);
    let new = new.trim_matches('\n').trim_end();
    let own = text.get(body.start..body.end).unwrap_or_default();
    let (old_title, rest) = read_title(own);
    let start = body.end - rest.len();
    let blank = rest.len() - rest.trim_start().len();
    // Spaces before the first word belong to the text.
    let blank = rest
        .get(..blank)
        .and_then(|b| b.rfind('\n'))
        .map_or(0, |at| at + 1);
    let (from, to) = (start + blank, start + rest.trim_end().len());
    if from < to {
        return vec![Splice::replace(Span::new(from, to), new)];
    }
    // There is no text yet.
    let before = text.get(..start).unwrap_or_default();
    let gap = match (old_title.is_some(), before.ends_with('\n')) {
        (false, true) => "",
        (false, false) if before.is_empty() => "",
        (false, false) | (true, true) => "\n",
        (true, false) => "\n\n",
    };
    let end = if before.is_empty() || before.ends_with('\n') {
        "\n"
    } else {
        ""
    };
    vec![Splice::replace(
        Span::new(start, body.end),
        format!("{gap}{new}{end}"),
    )]
}

/// Whether a text has this title, and is the same as before below it.
pub(super) fn has_title(new: &Body, old: &Body, title: &str) -> bool {
    let title = tidy(title);
    let (found, rest) = read_title(&new.text);
    let (_, before) = read_title(&old.text);
    found.unwrap_or_default().trim() == title.trim() && rest.trim() == before.trim()
}

/// Whether a text says `words` below the title that it had before.
pub(super) fn has_words(text: &str, new: Span, old: &Body, words: &str) -> bool {
    let own = text
        .get(new.start..new.end)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    let (title, rest) = read_title(&own);
    let (before, _) = read_title(&old.text);
    let words = tidy(words);
    title == before && rest.trim_matches('\n').trim_end() == words.trim_matches('\n').trim_end()
}
