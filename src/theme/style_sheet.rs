//! The style of each page: the rules of the theme's style sheet that can apply to
//! something on it. The style is inside the page, so a page is one request and needs
//! no other file. Two thirds of the rules are for other kinds of page.
//!
//! A rule is left out only if its selectors name classes or elements that the page
//! does not have. Pages have no scripts, so nothing can appear on them later.

use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use memchr::{memchr, memchr_iter, memmem};
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

/// The style of one page.
#[derive(Debug)]
pub(super) struct PageStyle {
    /// The rules.
    pub(super) text: String,
    /// Their SHA-256 in Base64, which allows them in the page's policy.
    pub(super) hash: String,
}

/// A style sheet in parts that a page needs or does not need.
pub(super) struct StyleSheet {
    parts: Vec<Part>,
    names: Names,
    /// Styles made before, by the names that their pages have.
    made: Mutex<FxHashMap<NameSet, Arc<PageStyle>>>,
}

/// The names in the selectors of a style sheet, each with a number of its own.
#[derive(Default)]
struct Names {
    elements: FxHashMap<String, usize>,
    classes: FxHashMap<String, usize>,
}

/// A set of numbers of names, with a bit for each.
#[derive(Default, PartialEq, Eq, Hash)]
struct NameSet(Vec<u64>);

impl NameSet {
    fn insert(&mut self, number: usize) {
        let (at, bit) = (number / 64, number % 64);
        if at >= self.0.len() {
            self.0.resize(at + 1, 0);
        }
        if let Some(bits) = self.0.get_mut(at) {
            *bits |= 1 << bit;
        }
    }

    /// Whether all of its numbers are in `other`.
    fn is_subset(&self, other: &Self) -> bool {
        let others = other.0.iter().copied().chain(std::iter::repeat(0));
        self.0
            .iter()
            .zip(others)
            .all(|(own, other)| own & !other == 0)
    }
}

impl Names {
    /// The number of a name as a selector has it: `svg` or `.now`.
    fn number(&mut self, name: &str) -> usize {
        let next = self.elements.len() + self.classes.len();
        let (names, name) = match name.strip_prefix('.') {
            Some(class) => (&mut self.classes, class),
            None => (&mut self.elements, name),
        };
        *names.entry(name.to_owned()).or_insert(next)
    }

    /// The numbers of the elements and classes that `html` may have. Text that looks
    /// like one counts, which does no harm.
    fn on_page(&self, html: &str) -> NameSet {
        let mut found = NameSet::default();
        for at in memchr_iter(b'<', html.as_bytes()) {
            let rest = html.get(at + 1..).unwrap_or_default();
            let is_of_name = |byte: &u8| byte.is_ascii_alphanumeric();
            let length = rest.bytes().take_while(is_of_name).count();
            let name = rest.get(..length).unwrap_or_default();
            if let Some(number) = self.elements.get(name) {
                found.insert(*number);
            }
        }
        let mut before = "";
        for at in memmem::find_iter(html.as_bytes(), CLASS) {
            let rest = html.get(at + CLASS.len()..).unwrap_or_default();
            let end = memchr(b'"', rest.as_bytes());
            let value = end.and_then(|end| rest.get(..end)).unwrap_or_default();
            // Neighbors often have the same classes.
            if value != before {
                let classes = value.split_ascii_whitespace();
                let numbers = classes.filter_map(|class| self.classes.get(class));
                numbers.for_each(|number| found.insert(*number));
                before = value;
            }
        }
        found
    }
}

/// How many styles are remembered. Pages of the same kind mostly share one.
const MOST_MADE: usize = 256;

/// A part of a style sheet.
enum Part {
    /// A rule with its declarations.
    Rule { text: String, needs: Vec<Needs> },
    /// Rules under one condition, such as `@media print`.
    Group { condition: String, parts: Vec<Part> },
    /// Anything else, which every page gets.
    Other(String),
}

/// The numbers of the names that a page has to have for one selector to match.
type Needs = NameSet;

impl StyleSheet {
    /// Splits the style sheet `css`, which has no comments.
    pub(super) fn new(css: &str) -> Self {
        let mut names = Names::default();
        Self {
            parts: parts(css, &mut names),
            names,
            made: Mutex::default(),
        }
    }

    /// The style of the page `html`.
    pub(super) fn of_page(&self, html: &str) -> Arc<PageStyle> {
        let names = self.names.on_page(html);
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(style) = made.get(&names) {
            return Arc::clone(style);
        }
        let mut text = String::new();
        push_needed(&mut text, &self.parts, &names);
        let hash = STANDARD.encode(Sha256::digest(text.as_bytes()));
        let style = Arc::new(PageStyle { text, hash });
        if made.len() < MOST_MADE {
            made.insert(names, Arc::clone(&style));
        }
        style
    }
}

/// How a page begins the names of an element's classes.
const CLASS: &str = " class=\"";

/// Adds the parts that a page with these `names` needs.
fn push_needed(out: &mut String, parts: &[Part], names: &NameSet) {
    for part in parts {
        match part {
            Part::Rule { text, needs } => {
                if needs.iter().any(|needs| needs.is_subset(names)) {
                    out.push_str(text);
                }
            }
            Part::Group { condition, parts } => {
                let before = out.len();
                out.push_str(condition);
                let empty = out.len();
                push_needed(out, parts, names);
                if out.len() == empty {
                    out.truncate(before);
                } else {
                    out.push('}');
                }
            }
            Part::Other(text) => out.push_str(text),
        }
    }
}

/// Splits `css` into rules, conditions and the rest.
fn parts(css: &str, names: &mut Names) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = css;
    while !rest.trim().is_empty() {
        let block = Block::first(rest);
        let Some(Block {
            before,
            inside,
            after,
        }) = block
        else {
            // Not closed, or not a block. Browsers know what to do with it.
            parts.push(Part::Other(rest.to_owned()));
            break;
        };
        let whole = rest.get(..rest.len() - after.len()).unwrap_or_default();
        let head = before.trim_start();
        parts.push(
            if head.starts_with("@media") || head.starts_with("@supports") {
                Part::Group {
                    condition: format!("{before}{{"),
                    parts: self::parts(inside, names),
                }
            } else if head.starts_with('@') || before.contains(';') {
                Part::Other(whole.to_owned())
            } else {
                Part::Rule {
                    text: whole.to_owned(),
                    needs: selectors(before).map(|one| needs(one, names)).collect(),
                }
            },
        );
        rest = after;
    }
    parts
}

/// The first block of a style sheet.
struct Block<'a> {
    before: &'a str,
    inside: &'a str,
    after: &'a str,
}

impl<'a> Block<'a> {
    fn first(css: &'a str) -> Option<Self> {
        let (mut open, mut depth) = (None, 0_usize);
        for (at, sign) in signs(css) {
            match sign {
                '{' => {
                    open = open.or(Some(at));
                    depth += 1;
                }
                '}' => depth = depth.checked_sub(1)?,
                _ => continue,
            }
            if let Some(open) = open.filter(|_| depth == 0) {
                return Some(Self {
                    before: css.get(..open)?,
                    inside: css.get(open + 1..at)?,
                    after: css.get(at + 1..)?,
                });
            }
        }
        None
    }
}

/// The characters of `css` with their places, without those inside quotes.
fn signs(css: &str) -> impl Iterator<Item = (usize, char)> {
    let mut quote = None;
    css.char_indices().filter(move |(_, c)| match (quote, c) {
        (None, '"' | '\'') => {
            quote = Some(*c);
            false
        }
        (Some(open), _) => {
            if open == *c {
                quote = None;
            }
            false
        }
        (None, _) => true,
    })
}

/// The selectors in a list, which commas outside of brackets separate.
fn selectors(list: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let commas = signs(list).filter_map(move |(at, sign)| {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (sign == ',' && depth == 0).then_some(at)
    });
    let mut start = 0;
    let ends = commas.chain([list.len()]).collect::<Vec<_>>();
    ends.into_iter().filter_map(move |end| {
        let one = list.get(start..end);
        start = end + 1;
        one
    })
}

/// Elements that browsers add if a page does not write them.
const IMPLIED: [&str; 5] = ["html", "head", "body", "tbody", "colgroup"];

/// What a page has to have for `selector` to match. What is inside of brackets may
/// hold for something that is absent, such as `:not(.now)`, so it does not count.
fn needs(selector: &str, names: &mut Names) -> Needs {
    let mut needs = Needs::default();
    let mut depth = 0_usize;
    let mut name = String::new();
    // A space at the end, so that the last name ends, too.
    for (_, sign) in signs(selector).chain([(selector.len(), ' ')]) {
        let is_letter = sign.is_alphanumeric() || matches!(sign, '-' | '_');
        if is_letter && depth == 0 {
            name.push(sign);
            continue;
        }
        let is_class = name.len() > 1 && name.starts_with('.');
        // Case matters in the names of some elements, and those are rare.
        let is_element = name.starts_with(char::is_alphabetic) && name == name.to_lowercase();
        let is_element = is_element && !IMPLIED.contains(&name.as_str());
        // Before a bar stands a namespace.
        if (is_class || is_element) && sign != '|' {
            needs.insert(names.number(&name));
        }
        name.clear();
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '.' | ':' | '#' if depth == 0 => name.push(sign),
            _ => {}
        }
    }
    needs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_get_the_rules_that_can_apply() {
        let check = |css: &str, html: &str, expected: &str| {
            let style = StyleSheet::new(css).of_page(html);
            assert_eq!(style.text, expected, "{css} {html}");
        };
        let page = "<p class=\"now big\">x<svg>";
        for kept in [
            "p{a:b}",
            ".now{a:b}",
            "p.now.big>svg{a:b}",
            ".other,p{a:b}",
            "*{a:b}",
            ":root{a:b}",
            "#main{a:b}",
            "p:not(.other){a:b}",
            "p:is(.other,h1)::before{a:b}",
            "[dir=rtl] p{a:b}",
            "p:lang(ar):hover{a:b}",
            "p{.other{a:b}}",
            "@font-face{a:b}",
            "@page{a:b}",
            "@keyframes other{from{a:b}}",
            "@charset \"x\";h1{a:b}",
            "@layer a{h1{a:b}}",
            "p{content:\"}\"}",
            "p[title=\"a,h1{\"]{a:b}",
            "p{a:b",
            "}p{a:b}",
            "linearGradient{a:b}",
            "tbody p{a:b}",
            "other|p{a:b}",
        ] {
            check(kept, page, kept);
        }
        for dropped in [
            "h1{a:b}",
            ".other{a:b}",
            ".no{a:b}",
            "p.other{a:b}",
            ".now h1{a:b}",
            ".other:not(.now){a:b}",
            "h1,.other{a:b}",
            "h1[title=\",p\"]{content:\"}p{\"}",
            "@media print{h1{a:b}}",
            "@supports (a:b){@media print{h1{a:b}}}",
        ] {
            check(dropped, page, "");
        }
        check(
            "@media print{h1{a:b}p{c:d}}h1{e:f}svg{g:h}",
            page,
            "@media print{p{c:d}}svg{g:h}",
        );
    }

    #[test]
    fn a_style_that_was_made_before_is_the_same() {
        let css = "p{a:b}h1{c:d}.x{e:f}";
        let sheet = StyleSheet::new(css);
        for html in ["<p>", "<h1>", "<h1 class=\"x\">", "<p>", "<h1>"] {
            let (again, first) = (sheet.of_page(html), StyleSheet::new(css).of_page(html));
            assert_eq!((&again.text, &again.hash), (&first.text, &first.hash));
        }
    }
}
