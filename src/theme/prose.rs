//! Markdown as HTML that holds nothing but words: tags that an author typed are
//! shown as characters, links go to the web, a telephone or a mailbox.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd, html};

use crate::parse::markdown::{events, may_link};

/// Renders `markdown`. Headings begin at the fourth level, below those of the
/// page.
pub(super) fn html(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len() + markdown.len() / 4);
    // Links are not nested, so one flag remembers whether to close.
    let mut linked = false;
    let safe = events(markdown).filter_map(|(event, _)| match event {
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
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Heading { level, .. }) => Some(Event::Start(Tag::Heading {
            level: below(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        })),
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(below(level)))),
        // An alignment would come out as a style, which the page's policy refuses.
        Event::Start(Tag::Table(columns)) => Some(Event::Start(Tag::Table(
            columns
                .iter()
                .map(|_| pulldown_cmark::Alignment::None)
                .collect(),
        ))),
        other => Some(other),
    });
    html::push_html(&mut out, safe);
    out
}

fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H4,
        HeadingLevel::H3 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_words_comes_out() {
        let check = |markdown: &str, expected: &str| {
            assert_eq!(html(markdown).trim(), expected, "{markdown}");
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
        check("# T {#x onclick=y}", "<h4>T {#x onclick=y}</h4>");
        check(
            "|a|\n|:-:|\n|b|",
            "<table><thead><tr><th>a</th></tr></thead><tbody>\n<tr><td>b</td></tr>\n</tbody></table>",
        );
    }
}
