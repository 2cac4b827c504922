//! What a browser would make of a page: it is parsed as browsers parse, and
//! everything in it has to be on the lists below. The policy in a page's head
//! is a second wall; this looks at the first.

use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink as _;
use html5ever::tree_builder::QuirksMode;
use html5ever::{Attribute, LocalName, QualName, ns, parse_document, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Every element that a family's page may hold.
const ELEMENTS: &[&str] = &[
    "a",
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
    "style",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "text",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "tspan",
    "u",
    "ul",
];

/// What an author's own Markdown may become.
const PROSE: &[&str] = &[
    "a",
    "bdi",
    "blockquote",
    "br",
    "code",
    "del",
    "div",
    "em",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// The attributes that an author's own Markdown may bring.
const PROSE_ATTRIBUTES: &[&str] = &["href", "start"];

/// What is wrong with a whole page, if anything.
pub(crate) fn page(html: &str) -> Option<String> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    if dom.quirks_mode.get() != QuirksMode::NoQuirks {
        return Some("the page is no standard page".to_owned());
    }
    let fault = |node: &Handle| fault_of_page(node);
    walk(dom.document.clone(), fault)
}

/// What is wrong with an author's words as HTML, if anything.
pub(crate) fn prose(html: &str) -> Option<String> {
    let name = QualName::new(None, ns!(html), LocalName::from("div"));
    let dom = parse_fragment(RcDom::default(), ParseOpts::default(), name, vec![], false).one(html);
    // The parser puts a root of its own around a fragment.
    let root = dom.document.children.borrow().first().cloned()?;
    let children: Vec<Handle> = root.children.borrow().clone();
    children
        .into_iter()
        .find_map(|child| walk(child, fault_of_prose))
}

/// The text of a page or a piece of one, as a reader sees it.
pub(crate) fn text(html: &str) -> String {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut text = String::new();
    let gather = |node: &Handle| {
        if let NodeData::Text { contents } = &node.data {
            text.push_str(&contents.borrow());
        }
        None
    };
    let _ = walk(dom.document.clone(), gather);
    text
}

/// Looks at every node, without recursion: a page may be deep.
fn walk(root: Handle, mut fault: impl FnMut(&Handle) -> Option<String>) -> Option<String> {
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        if let Some(found) = fault(&node) {
            return Some(found);
        }
        open.extend(node.children.borrow().iter().rev().cloned());
    }
    None
}

fn fault_of_page(node: &Handle) -> Option<String> {
    let NodeData::Element { name, attrs, .. } = &node.data else {
        return stray(node);
    };
    let element = &*name.local;
    if !ELEMENTS.contains(&element) {
        return Some(format!("<{element}>"));
    }
    let attrs = attrs.borrow();
    if element == "meta"
        && let Some(does) = value(&attrs, "http-equiv")
        && does != "Content-Security-Policy"
        && !(does == "refresh" && value(&attrs, "content").is_some_and(leads_on))
    {
        return Some(format!("<meta http-equiv={does}>"));
    }
    if element == "link" && value(&attrs, "href") != Some("data:,") {
        return Some("<link>".to_owned());
    }
    if element == "link" {
        return None;
    }
    attrs.iter().find_map(|attr| bad_attribute(element, attr))
}

fn fault_of_prose(node: &Handle) -> Option<String> {
    let NodeData::Element { name, attrs, .. } = &node.data else {
        return stray(node);
    };
    let element = &*name.local;
    if !PROSE.contains(&element) {
        return Some(format!("<{element}>"));
    }
    let attrs = attrs.borrow();
    attrs.iter().find_map(|attr| {
        let known = PROSE_ATTRIBUTES.contains(&&*attr.name.local) || is_ours(element, attr);
        bad_attribute(element, attr)
            .or_else(|| (!known).then(|| format!("<{element} {}>", attr.name.local)))
    })
}

/// What stands around a number and around a table.
fn is_ours(element: &str, attr: &Attribute) -> bool {
    matches!(
        (element, &*attr.name.local, &*attr.value),
        ("bdi", "class", "number")
            | ("div", "class", "scroll")
            | ("div", "role", "group")
            | ("div", "tabindex", "0")
            | ("div", "aria-label", _)
    )
}

/// A comment or an instruction: nobody writes one, so it was smuggled in.
fn stray(node: &Handle) -> Option<String> {
    match &node.data {
        NodeData::Comment { contents } => Some(format!("<!--{contents}-->")),
        NodeData::ProcessingInstruction { .. } => Some("<?…>".to_owned()),
        _ => None,
    }
}

/// Whether a page leads on to another one of the same site.
fn leads_on(content: &str) -> bool {
    let address = content.strip_prefix("0; url=");
    address.is_some_and(is_inside)
}

fn value<'a>(attrs: &'a [Attribute], name: &str) -> Option<&'a str> {
    let found = attrs.iter().find(|attr| &*attr.name.local == name);
    found.map(|attr| &*attr.value)
}

/// An attribute that runs, dresses or fetches something.
fn bad_attribute(element: &str, attr: &Attribute) -> Option<String> {
    let name = attr.name.local.to_lowercase();
    let shown = || Some(format!("<{element} {name}={:?}>", &*attr.value));
    let known = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if !known || name.starts_with("on") || matches!(&*name, "style" | "srcdoc" | "ping" | "target")
    {
        return shown();
    }
    let fine = match &*name {
        "href" => may_lead(&attr.value),
        "src" => is_inside(&attr.value),
        "srcset" => attr.value.split(',').all(|one| is_inside(one.trim())),
        "action" | "formaction" | "background" | "cite" | "data" | "manifest" | "poster"
        | "xlink:href" | "usemap" => false,
        _ => true,
    };
    if fine { None } else { shown() }
}

/// As browsers read an address: what cannot be seen in it is not there.
fn shown(address: &str) -> String {
    let hidden = |c: char| c.is_control() || c.is_whitespace();
    let shown: String = address.chars().filter(|c| !hidden(*c)).collect();
    shown.to_lowercase().replace('\\', "/")
}

fn may_lead(address: &str) -> bool {
    let address = shown(address);
    let far = address.strip_prefix("https://");
    far.is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric() || c == '%'))
        || ["mailto:", "tel:", "sms:"]
            .iter()
            .any(|own| address.starts_with(own))
        || is_inside(&address)
}

/// Whether an address stays in the same site.
fn is_inside(address: &str) -> bool {
    let address = shown(address);
    let path = address.split(['?', '#']).next().unwrap_or_default();
    !address.starts_with('/') && !path.contains(':')
}

#[test]
fn danger_is_seen() {
    let whole = |body: &str| format!("<!doctype html><title>x</title><body>{body}");
    let check = |body: &str, expected: bool| {
        assert_eq!(page(&whole(body)).is_some(), expected, "{body}");
    };
    check("<p>onload=1 javascript: &lt;script&gt;</p>", false);
    check("<a title=\"x onclick=y\" href=\"https://a\">x</a>", false);
    check("<a href=\"../b/index.html#word-a\">x</a>", false);
    check("<img src=\"../pictures/a.jpg\" alt=\"\">", false);
    for bad in [
        "<ScRiPt>",
        "<svg/onload=alert(1)>",
        "<p title=\"a\" onclick=\"b\">",
        "<a href=\"JavaScript:x\">",
        "<a href=\"java\tscript:x\">",
        "<a href=\"&#1;javascript:x\">",
        "<a href=\"//evil.example\">",
        "<a href=\"\\\\evil.example\">",
        "<a href=\"https:evil\">",
        "<a href=\"http://a.example\">",
        "<p style=\"x\">",
        "<img src=\"https://a.example/x.png\">",
        "<img src=\"data:image/svg+xml,x\">",
        "<iframe>",
        "<form>",
        "<base href=\"x\">",
        "<math>",
        "<svg><foreignObject>",
        "<svg><use href=\"#a\"/></svg>",
        "<svg><a xlink:href=\"javascript:x\">",
        "<template>",
        "<noscript>",
        "<!-- x -->",
    ] {
        check(bad, true);
    }
    assert!(page("<p>no standard page").is_some());
    assert_eq!(prose("<p>a <em>b</em></p>"), None);
    assert!(prose("<p class=\"skip\">a</p>").is_some());
    assert!(prose("<div class=\"tip\">a</div>").is_some());
    assert!(prose("<h1>a</h1>").is_some());
}
