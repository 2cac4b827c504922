//! The only user of the Markdown library: splits a file into its block of facts and its
//! text, and surveys the text.

mod blocks;
mod emphasis;
mod front;
mod hidden;
mod inline;
mod line;
mod links;
mod markers;
mod pen;
mod words;

pub use blocks::fields;
pub use links::{Contact, contacts};
pub use pen::Repair;
pub use words::plain;

use emphasis::JOINER;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::Node;
use super::yaml;
use crate::diagnostic::{Diagnostics, Outcome};
use crate::source::{Back, SourceFile, Span};

/// The parts of a Markdown file.
#[derive(Debug, Clone)]
pub struct Document {
    /// The facts between the `---` lines. `None` if there are none.
    pub front: Option<Node>,
    /// The lines between the `---` lines. `None` if there are no such lines.
    pub facts: Option<Span>,
    /// The text for the family.
    pub body: Body,
    /// Whether it is certain which part is facts, and which is text.
    pub whole: bool,
}

/// The text of a Markdown file, as it was meant.
#[derive(Debug, Clone)]
pub struct Body {
    /// The text.
    pub text: String,
    /// Its place in the file.
    pub span: Span,
    /// The way back from this text to what the author wrote.
    pub back: Arc<Back>,
}

impl Body {
    /// The place in the file of a part of the text.
    #[must_use]
    pub fn in_file(&self, part: Span) -> Span {
        self.back.span(part).shifted(self.span.start)
    }
}

/// Splits `file` into its block of facts and its text.
pub fn split(file: &SourceFile) -> Outcome<Document> {
    let mut diagnostics = Diagnostics::default();
    let found = front::find(&file.path, &file.text, &mut diagnostics);
    let front = found.facts.and_then(|facts| {
        let text = file.text.get(facts.start..facts.end)?;
        yaml::parse(&file.path, text, facts.start).into_value(&mut diagnostics)
    });
    let whole = !diagnostics.any_error();
    let written = file.text.get(found.body.start..found.body.end);
    let mut meant = words::meant(written.unwrap_or_default());
    for repair in std::mem::take(&mut meant.repairs) {
        diagnostics.push(repair.diagnostic(&file.path, found.body.start));
    }
    let body = Body {
        text: meant.text,
        span: found.body,
        back: Arc::new(meant.back),
    };
    Outcome::new(
        Document {
            front,
            facts: found.facts,
            body,
            whole,
        },
        diagnostics,
    )
}

/// The dialect for teachers: CommonMark with tables, strikethrough, footnotes and task
/// lists. Heading attributes are off, because they would let an author set any
/// attribute.
pub fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS;
    let events = Parser::new_ext(text, options).into_offset_iter();
    events.map(|(event, range)| (without_joiner(event), range))
}

/// Removes the characters that make stars work for the library.
fn without_joiner(event: Event) -> Event {
    match event {
        Event::Text(words) if words.contains(JOINER) => {
            Event::Text(words.replace(JOINER, "").into())
        }
        other => other,
    }
}

/// The ranges of `text` that are running text: not in a heading, a link, an image, code
/// or the head of a table. A range may go over line ends.
#[must_use]
pub fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut closed = 0_usize;
    let mut joined = false;
    for (event, range) in events(text) {
        match event {
            Event::Start(tag) if !is_running(&tag) => closed += 1,
            Event::End(
                TagEnd::Heading(_)
                | TagEnd::Link
                | TagEnd::Image
                | TagEnd::CodeBlock
                | TagEnd::TableHead
                | TagEnd::HtmlBlock,
            ) => closed = closed.saturating_sub(1),
            Event::Text(_) | Event::SoftBreak if closed == 0 => {
                match runs.last_mut().filter(|_| joined) {
                    Some(run) => run.end = range.end,
                    None => runs.push(range),
                }
                joined = true;
                continue;
            }
            _ => {}
        }
        joined = false;
    }
    runs
}

fn is_running(tag: &Tag) -> bool {
    !matches!(
        tag,
        Tag::Heading { .. }
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::CodeBlock(_)
            | Tag::TableHead
            | Tag::HtmlBlock
    )
}

/// Whether a link for families may lead to `address`: a secure web page, an email address
/// or a phone number. `https:` alone is not enough, because to browsers it is a path on
/// the same host.
#[must_use]
pub fn may_link(address: &str) -> bool {
    let address = address.trim().to_lowercase();
    let web = address.strip_prefix("https://");
    // On a page, letters outside ASCII are percent-encoded.
    let named = |c: char| c.is_alphanumeric() || c == '%';
    let host = web.is_some_and(|rest| rest.starts_with(named));
    host || ["mailto:", "tel:", "sms:"]
        .iter()
        .any(|scheme| address.starts_with(scheme))
}

/// A link or an image in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Its range in the text.
    pub span: Span,
    /// The address, with entities resolved.
    pub address: String,
}

/// What a Markdown text has besides plain text.
#[derive(Debug, Clone, Default)]
pub struct Survey {
    /// HTML tags, which pages show as plain characters.
    pub html: Vec<Span>,
    /// Links.
    pub links: Vec<Target>,
    /// Images.
    pub images: Vec<Target>,
    /// The number of items of the longest numbered list.
    pub steps: usize,
    /// The number of words between spaces.
    pub words: usize,
}

/// Surveys `text`. Spans are relative to it.
#[must_use]
pub fn survey(text: &str) -> Survey {
    let mut found = Survey::default();
    // One counter for each open list; only numbered lists count.
    let mut lists: Vec<Option<usize>> = Vec::new();
    for (event, range) in events(text) {
        let span = Span::new(range.start, range.end);
        match event {
            Event::Html(_) | Event::InlineHtml(_) => found.html.push(span),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                let mail = link_type == LinkType::Email && !dest_url.starts_with("mailto:");
                let address = if mail {
                    format!("mailto:{dest_url}")
                } else {
                    dest_url.into_string()
                };
                found.links.push(Target { span, address });
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                found.images.push(Target {
                    span,
                    address: dest_url.into_string(),
                });
            }
            Event::Start(Tag::List(first)) => lists.push(first.map(|_| 0)),
            Event::Start(Tag::Item) => {
                if let Some(Some(count)) = lists.last_mut() {
                    *count += 1;
                }
            }
            Event::End(TagEnd::List(_)) => {
                found.steps = found.steps.max(lists.pop().flatten().unwrap_or(0));
            }
            Event::Text(words) | Event::Code(words) => {
                found.words += words.split_whitespace().count();
            }
            _ => {}
        }
    }
    found
}

/// Splits `text` into its first heading, if it is of the first level, and the rest.
#[must_use]
pub fn title(text: &str) -> (Option<String>, &str) {
    let mut words = String::new();
    let mut parts = events(text);
    let Some((
        Event::Start(Tag::Heading {
            level: HeadingLevel::H1,
            ..
        }),
        whole,
    )) = parts.next()
    else {
        return (None, text);
    };
    for (event, _) in parts {
        match event {
            Event::Text(part) | Event::Code(part) => words.push_str(&part),
            Event::SoftBreak => words.push(' '),
            Event::End(TagEnd::Heading(_)) => break,
            _ => {}
        }
    }
    let rest = text.get(whole.end..).unwrap_or_default();
    (Some(words).filter(|title| !title.trim().is_empty()), rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::RelPath;

    fn split_text(text: &str) -> (Option<Node>, String) {
        let file = SourceFile {
            path: RelPath::new("a.md").unwrap(),
            text: text.into(),
        };
        let mut diagnostics = Diagnostics::default();
        let document = split(&file).into_value(&mut diagnostics);
        (document.front, document.body.text)
    }

    #[test]
    fn facts_come_before_words() {
        let check = |text: &str, by: Option<&str>, body: &str| {
            let (front, found) = split_text(text);
            let found_by = front
                .as_ref()
                .and_then(|node| node.get("by"))
                .and_then(Node::text);
            assert_eq!((found_by, found.as_str()), (by, body), "{text:?}");
        };
        check("---\nby: ana\n---\nHello", Some("ana"), "Hello");
        check("---\r\nby: ana\r\n---\r\nHello", Some("ana"), "Hello");
        check("Hello\n---\nby: ana", None, "Hello\n---\nby: ana");
        check("", None, "");
        check("---\n---\n", None, "");
    }

    #[test]
    fn a_survey_sees_what_is_not_plain() {
        let found =
            survey("1. a\n2. <b>b</b>\n3. c\n\n[x](JaVaScRiPt&#58;y) ![p](q.jpg) <a@b.org>");
        assert_eq!(found.steps, 3);
        assert_eq!(found.html.len(), 2);
        let links: Vec<_> = found
            .links
            .iter()
            .map(|link| link.address.as_str())
            .collect();
        assert_eq!(links, ["JaVaScRiPt:y", "mailto:a@b.org"]);
        assert_eq!(found.images.len(), 1);
    }

    #[test]
    fn running_text_is_what_is_left_of_markup() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = runs(text).into_iter().map(|run| &text[run]).collect();
            assert_eq!(found, expected, "{text:?}");
        };
        check("# A\n\nb *c* d\ne", &["b ", "c", " d\ne"]);
        check("[a](https://b.example) c `d`", &[" c "]);
        check("|a|\n|-|\n|b|", &["b"]);
        check("![a](b.jpg)\n\n    code", &[]);
        check("- a\n- b", &["a", "b"]);
        check("> a\n> b", &["a\n> b"]);
    }

    #[test]
    fn the_first_heading_is_the_title() {
        let check = |text: &str, title_: Option<&str>, rest: &str| {
            let (found, left) = title(text);
            assert_eq!((found.as_deref(), left.trim()), (title_, rest), "{text:?}");
        };
        check("# Read it *twice*\n\nWhy.", Some("Read it twice"), "Why.");
        check("Why.\n\n# Later", None, "Why.\n\n# Later");
        check("## Small\n", None, "## Small");
    }
}
