//! Markdown as HTML that holds nothing but words: tags that an author typed are
//! shown as characters, links go to the web, a telephone or a mailbox.

use std::fmt::Write as _;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd, html};

use super::{filters, isolate};
use crate::locale::Direction;
use crate::parse::markdown::{events, may_link};

/// An author's Markdown as HTML, in words that are written in `direction`.
#[must_use]
pub fn html(markdown: &str, direction: Direction) -> String {
    let mut out = String::with_capacity(markdown.len() + markdown.len() / 4);
    // Links are not nested, so one flag remembers whether to close.
    let mut linked = false;
    // The mark of a footnote that begins with the next paragraph.
    let mut sign: Option<Event> = None;
    let plain = events(markdown).flat_map(|(event, range)| {
        if let Event::Start(Tag::FootnoteDefinition(name)) = &event {
            sign = Some(raised(name));
        }
        let begins = matches!(event, Event::Start(Tag::Paragraph));
        let sign = if begins { sign.take() } else { None };
        let [first, second] = without_heading(event);
        [first, second, sign]
            .into_iter()
            .flatten()
            .map(move |event| (event, range.clone()))
    });
    let safe = plain.filter_map(|(event, _)| match event {
        Event::Html(tag) | Event::InlineHtml(tag) => Some(Event::Text(tag)),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            ..
        }) => {
            linked = may_link(&dest_url) || link_type == pulldown_cmark::LinkType::Email;
            let title = CowStr::Borrowed("");
            linked.then_some(Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id: CowStr::Borrowed(""),
            }))
        }
        Event::End(TagEnd::Link) => linked.then_some(event),
        // Pictures need consent and a description, which Markdown cannot hold.
        Event::Start(Tag::Image { .. } | Tag::FootnoteDefinition(_))
        | Event::End(TagEnd::Image | TagEnd::FootnoteDefinition) => None,
        // The language of a program would come out as any class the author likes.
        Event::Start(Tag::CodeBlock(_)) => {
            Some(Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)))
        }
        // A new line is where the author began one.
        Event::SoftBreak => Some(Event::HardBreak),
        Event::TaskListMarker(done) => Some(Event::Text(if done { "☑ " } else { "☐ " }.into())),
        // The library's own would carry addresses that another text of the page
        // may have, too.
        Event::FootnoteReference(name) => Some(raised(&name)),
        // An alignment would come out as a style, which the page's policy refuses.
        Event::Start(Tag::Table(columns)) => Some(Event::Start(Tag::Table(
            columns
                .iter()
                .map(|_| pulldown_cmark::Alignment::None)
                .collect(),
        ))),
        other => Some(other),
    });
    html::push_html(&mut out, safe.flat_map(|event| isolated(event, direction)));
    framed(&out)
}

/// Each table of `html` in a frame, in which it can be moved sideways by finger
/// and by keyboard. The frame is called what the columns are called.
fn framed(html: &str) -> String {
    let mut parts = html.split("<table>");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let head = part.split("</thead>").next().unwrap_or_default();
        let cells = head.split("</th>").map(without_tags);
        let cells: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
        out.push_str("<div class=\"scroll\" tabindex=\"0\"");
        if !cells.is_empty() {
            let _ = write!(out, " role=\"group\" aria-label=\"{}\"", cells.join(", "));
        }
        out.push_str("><table>");
        out.push_str(&part.replacen("</table>", "</table></div>", 1));
    }
    out
}

fn without_tags(html: &str) -> String {
    let texts = html.split('<').enumerate();
    let texts = texts.map(|(at, part)| match part.split_once('>') {
        Some((_, text)) if at > 0 => text,
        _ => part,
    });
    texts.collect::<String>().trim().replace('"', "&quot;")
}

/// Words with their numbers in elements of their own.
fn isolated(event: Event, direction: Direction) -> Vec<Event> {
    let Event::Text(words) = &event else {
        return vec![event];
    };
    let numbers = isolate::numbers(words, direction);
    if numbers.is_empty() {
        return vec![event];
    }
    let part = |from, to| Event::Text(words.get(from..to).unwrap_or_default().to_owned().into());
    let mut out = Vec::new();
    let mut done = 0;
    for number in numbers {
        out.push(part(done, number.start));
        let tag = filters::number_tag(words.get(number.clone()).unwrap_or_default());
        out.push(Event::InlineHtml(tag.into()));
        out.push(part(number.start, number.end));
        out.push(Event::InlineHtml("</bdi>".into()));
        done = number.end;
    }
    out.push(part(done, words.len()));
    out
}

/// The mark of a footnote, in the text and before the note itself.
fn raised(name: &str) -> Event<'static> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits = name.chars().map(|c| {
        let digit = usize::try_from(c.to_digit(10)?).ok()?;
        DIGITS.get(digit).copied()
    });
    let sign: Option<String> = digits.collect();
    Event::Text(sign.unwrap_or_else(|| format!("({name})")).into())
}

/// An author's heading is a bold line: kinfolio cannot
/// tell its level in the page's outline.
fn without_heading(event: Event) -> [Option<Event>; 2] {
    match event {
        Event::Start(Tag::Heading { .. }) => [
            Some(Event::Start(Tag::Paragraph)),
            Some(Event::Start(Tag::Strong)),
        ],
        Event::End(TagEnd::Heading(_)) => [
            Some(Event::End(TagEnd::Strong)),
            Some(Event::End(TagEnd::Paragraph)),
        ],
        other => [Some(other), None],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_words_comes_out() {
        let check = |markdown: &str, expected: &str| {
            assert_eq!(
                html(markdown, Direction::Rtl).trim(),
                expected,
                "{markdown}"
            );
        };
        check("a *b*", "<p>a <em>b</em></p>");
        check(
            "<script>alert(1)</script>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
        );
        check(
            "x <img src=x onerror=y>",
            "<p>x &lt;img src=x onerror=y&gt;</p>",
        );
        check("[a](javascript:b)", "<p>a</p>");
        check("[a](JaVaScRiPt&#58;b)", "<p>a</p>");
        check(
            "[a](https://b.example)",
            "<p><a href=\"https://b.example\">a</a></p>",
        );
        check("[a](https:../../../b/index.html)", "<p>a</p>");
        check(
            "<a@b.example>",
            "<p><a href=\"mailto:a@b.example\">a@b.example</a></p>",
        );
        check("![a](b.jpg)", "<p>a</p>");
        check("a\nb", "<p>a<br />\nb</p>");
        check(
            "اتصلوا على 555-0172، بين 8-10.",
            "<p>اتصلوا على <bdi class=\"number\">555-0172</bdi>، بين <bdi class=\"number\">8-10</bdi>.</p>",
        );
        check("a[^1]\n\n[^1]: b", "<p>a¹</p>\n<p>¹b</p>");
        check("- [x] a", "<ul>\n<li>☑ a</li>\n</ul>");
        check("```a\tskip\nb\n```", "<pre><code>b\n</code></pre>");
        check(
            "# T {#x onclick=y}",
            "<p><strong>T {#x onclick=y}</strong></p>",
        );
        check(
            "|a|\n|:-:|\n|b|",
            "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"a\"><table><thead><tr><th>a</th></tr></thead><tbody>\n<tr><td>b</td></tr>\n</tbody></table></div>",
        );
    }
}
