//! Whether a page drawn with a school's own templates is still nothing but
//! words and pictures. The grammar is narrower than HTML's: what it does not
//! know is refused, so a browser cannot see more in a page than is seen here.

use crate::parse::markdown::may_link;

/// Every element that a page may hold.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "article",
    "aside",
    "b",
    "bdi",
    "blockquote",
    "body",
    "br",
    "caption",
    "circle",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "desc",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "img",
    "li",
    "line",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "path",
    "polygon",
    "polyline",
    "pre",
    "rect",
    "s",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "text",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "tspan",
    "u",
    "ul",
];
/// Attributes that dress, send or fetch.
const REFUSED: &[&str] = &[
    "style",
    "srcdoc",
    "ping",
    "target",
    "action",
    "formaction",
    "background",
    "poster",
    "data",
    "xlink:href",
    "usemap",
    "manifest",
    "cite",
    "codebase",
];

/// How a page of today begins. Browsers draw one without it as they did in 1998.
const BEGINNING: &str = "<!doctype html>";

/// What of a whole page, whose style sheet is `style`, may not stand there: how
/// it begins, or its first such tag.
pub(super) fn page_fault(html: &str, style: &str) -> Option<String> {
    match html.strip_prefix(BEGINNING) {
        Some(rest) => fault(rest, style),
        None => Some(html.trim_start().chars().take(60).collect()),
    }
}

/// The first tag that may not stand in a page whose style sheet is `style`.
fn fault(html: &str, style: &str) -> Option<String> {
    let mut rest = html;
    while let Some((_, tag)) = rest.split_once('<') {
        if let Some(sheet) = tag.strip_prefix("style>") {
            let after = sheet
                .strip_prefix(style)
                .and_then(|end| end.strip_prefix("</style>"));
            let Some(after) = after else {
                return Some("<style>".to_owned());
            };
            rest = after;
            continue;
        }
        let Some(after) = read(tag) else {
            let shown: String = tag.chars().take(60).collect();
            return Some(format!("<{shown}"));
        };
        rest = after;
    }
    None
}

/// What follows a tag that may stand in a page.
fn read(tag: &str) -> Option<&str> {
    if let Some(end) = tag.strip_prefix('/') {
        let (name, after) = end.split_once('>')?;
        return ELEMENTS.contains(&name).then_some(after);
    }
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (name, mut rest) = tag.split_at_checked(end)?;
    if !ELEMENTS.contains(&name) {
        return None;
    }
    loop {
        rest = rest.trim_start_matches([' ', '\n', '\t']);
        if let Some(after) = rest.strip_prefix('>').or_else(|| rest.strip_prefix("/>")) {
            return Some(after);
        }
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | ':'))?;
        let (attribute, after) = rest
            .split_at_checked(end)
            .filter(|(name, _)| !name.is_empty())?;
        let (value, after) = match after.strip_prefix("=\"") {
            Some(value) => value.split_once('"')?,
            None if after.starts_with([' ', '>', '/', '\n']) => ("", after),
            None => return None,
        };
        if !fits(name, &attribute.to_ascii_lowercase(), value) {
            return None;
        }
        rest = after;
    }
}

fn fits(element: &str, attribute: &str, value: &str) -> bool {
    if attribute.starts_with("on") || REFUSED.contains(&attribute) {
        return false;
    }
    match attribute {
        "href" if element == "link" => value == "data:,",
        "href" => may_link(value) || stays(value),
        "src" => stays(value),
        "srcset" => value.split(',').all(|one| stays(one.trim())),
        "http-equiv" => matches!(value, "Content-Security-Policy" | "refresh"),
        // The first page leads on to the family's language.
        "content" if value.trim_start().starts_with(|c: char| c.is_ascii_digit()) => {
            value.strip_prefix("0; url=").is_some_and(stays)
        }
        _ => true,
    }
}

/// Whether an address stays in the site.
fn stays(address: &str) -> bool {
    let odd = |c: char| c.is_control() || matches!(c, '\\' | '&');
    let path = address.split(['?', '#']).next().unwrap_or_default();
    !address.starts_with(['/', ' ']) && !address.contains(odd) && !path.contains(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_and_pictures_pass() {
        let check = |html: &str, expected: bool| {
            assert_eq!(fault(html, "a{}").is_none(), expected, "{html}");
        };
        let page = "<html lang=\"en\"><style>a{}</style><p class=\"a\" hidden>a &lt;b</p>";
        check(page, true);
        let whole = |beginning: &str| page_fault(&format!("{beginning}{page}"), "a{}");
        assert_eq!(whole("<!doctype html>\n"), None);
        assert!(whole("{:% x %}").is_some());
        assert!(whole("").is_some());
        check(
            "<a href=\"../b/index.html#c\">x</a><br/><img src=\"../a.jpg\" alt=\"\">",
            true,
        );
        check("<style>a{}b{}</style>", false);
        check("<script>x</script>", false);
        check("<ScRiPt>", false);
        check("<p onclick=\"x\">", false);
        check("<p/onclick=\"x\">", false);
        check("<p onclick=x>", false);
        check("<p a='b'>", false);
        check("<p style=\"x\">", false);
        check("<a href=\"javascript:x\">", false);
        check("<a href=\"java&#9;script:x\">", false);
        check("<a href=\"//evil.example\">", false);
        check("<img src=\"https://a.example/x\">", false);
        check("<link rel=\"stylesheet\" href=\"x.css\">", false);
        check(
            "<meta http-equiv=\"refresh\" content=\"0; url=en/index.html\">",
            true,
        );
        check(
            "<meta http-equiv=\"refresh\" content=\"0; url=https://a.example\">",
            false,
        );
        check("<meta http-equiv=\"set-cookie\" content=\"a\">", false);
        check("<iframe>", false);
        check("<!-- x -->", false);
        check("<a", false);
        check("1 < 2", false);
    }
}
