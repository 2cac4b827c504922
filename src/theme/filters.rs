//! The only places where words become HTML: everything is escaped here, once.

use std::fmt::Write as _;
use std::ops::Range;

use tera::{Kwargs, State, Tera, Value};

use super::{isolate, prose};
use crate::locale::{Direction, TERM, TERM_END, strip_markup, telephone, term_id};

const OPEN: char = '\u{2068}';
const CLOSE: char = '\u{2069}';
/// The tag that begins a number with punctuation. It stays on one line, unless it is so long
/// that a narrow phone with large letters has no line for it.
pub(super) fn number_tag(number: &str) -> &'static str {
    const LONGEST: usize = 13;
    if number.len() > LONGEST {
        "<bdi>"
    } else {
        "<bdi class=\"number\">"
    }
}

/// Gives `engine` the filters that templates use:
/// `words` (a phrase as inline HTML), `plain` (a phrase for attributes and
/// titles) and `prose` (Markdown as blocks).
pub(super) fn register(engine: &mut Tera, direction: Direction) {
    engine.register_filter("words", move |value: Value, _: Kwargs, _: &State| {
        Value::safe_string(&words(&value, direction))
    });
    engine.register_filter("plain", |value: Value, _: Kwargs, _: &State| {
        Value::normal_string(&strip_markup(text_of(&value)))
    });
    engine.register_filter("prose", move |value: Value, _: Kwargs, _: &State| {
        let html = linked(prose::html(
            text_of(&value),
            own_direction(&value, direction),
        ));
        Value::safe_string(&marked(&value, "div", html))
    });
    engine.register_filter("tel", |value: Value, _: Kwargs, _: &State| {
        Value::normal_string(&dialed(text_of(&value)))
    });
}

/// What a telephone dials: the first number that is written, and its extension
/// after a pause ("555-0162 ext. 14").
fn dialed(written: &str) -> String {
    let (number, extension) = telephone(written);
    let mut out: String = number
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    // A comma is a pause. Android takes the `;ext=` of the standard for keys
    // ("396"), and iOS shows it unchanged.
    if let Some(extension) = extension {
        out.push(',');
        out.push_str(extension);
    }
    out
}

/// A phrase is a string, or a map with its own language.
fn text_of(value: &Value) -> &str {
    let inner = value.as_map().and_then(|map| map.get(&"text".into()));
    inner.unwrap_or(value).as_str().unwrap_or_default()
}

fn words(value: &Value, page: Direction) -> String {
    let own = own_direction(value, page);
    let html = marked(value, "span", linked(inline(text_of(value), own)));
    match field(value, "label").filter(|label| !label.is_empty()) {
        Some(label) => {
            let label = inline(label, page);
            format!("{html} <span class=\"in-language\">{label}</span>")
        }
        None => html,
    }
}

fn own_direction(value: &Value, page: Direction) -> Direction {
    field(value, "dir").map_or(page, |dir| {
        if dir == "rtl" {
            Direction::Rtl
        } else {
            Direction::Ltr
        }
    })
}

fn field<'v>(value: &'v Value, name: &'static str) -> Option<&'v str> {
    value.as_map()?.get(&name.into())?.as_str()
}

/// Puts `html` into an element that says which language it is in, if that is
/// not the page's.
fn marked(value: &Value, element: &str, html: String) -> String {
    match (field(value, "lang"), field(value, "dir")) {
        (Some(lang), Some(dir)) => {
            format!(
                "<{element} lang=\"{}\" dir=\"{}\">{html}</{element}>",
                escape(lang),
                escape(dir)
            )
        }
        _ => html,
    }
}

/// Links the words to know in `html` to where the page explains them.
fn linked(html: String) -> String {
    let Some((before, rest)) = html.split_once(TERM) else {
        return html;
    };
    let mut out = before.to_owned();
    for part in rest.split(TERM) {
        let (id, rest) = term_id(part);
        // Writing to a String cannot fail.
        let _ = write!(out, "<a class=\"term\" href=\"#word-{}\">", escape(&id));
        out.push_str(&rest.replacen(TERM_END, "</a>", 1));
    }
    out
}

/// Escapes `text`, makes bold bold, and isolates what would otherwise disturb
/// the order of the words around it.
fn inline(text: &str, direction: Direction) -> String {
    let mut inline = Inline {
        text,
        direction,
        out: String::with_capacity(text.len() + 16),
        open: Vec::new(),
    };
    let mut done = 0;
    for number in isolate::numbers(text, direction) {
        if number.start < done {
            continue;
        }
        inline.push(done..number.start);
        done = number.end;
        let written = text.get(number).unwrap_or_default();
        // Text inside an isolate needs no second one.
        if inline.open.is_empty() {
            inline.out.push_str(number_tag(written));
            push_escaped(&mut inline.out, written);
            inline.out.push_str("</bdi>");
        } else {
            push_escaped(&mut inline.out, written);
        }
    }
    inline.push(done..text.len());
    // An unclosed isolate ends here.
    for _ in inline.open.iter().filter(|needed| **needed) {
        inline.out.push_str("</bdi>");
    }
    inline.out
}

/// A phrase while it becomes HTML.
struct Inline<'t> {
    text: &'t str,
    direction: Direction,
    out: String,
    /// For each isolate that has not ended, whether it has a tag.
    open: Vec<bool>,
}

impl Inline<'_> {
    /// Adds a part of the text.
    fn push(&mut self, part: Range<usize>) {
        const MARKS: [char; 4] = [OPEN, CLOSE, '\u{E000}', '\u{E001}'];
        // The first byte of each of them.
        let may_be_marked = |text: &str| memchr::memchr2(0xE2, 0xEE, text.as_bytes()).is_some();
        let mut rest = self.text.get(part.clone()).unwrap_or_default();
        while may_be_marked(rest)
            && let Some(at) = rest.find(MARKS)
        {
            let (words, marked) = rest.split_at(at);
            push_escaped(&mut self.out, words);
            let mut others = marked.chars();
            let mark = others.next();
            rest = others.as_str();
            match mark {
                Some(OPEN) => {
                    let inside = self.text.get(part.end - rest.len()..).unwrap_or_default();
                    let tag = isolation(up_to_close(inside), self.direction);
                    self.out.push_str(tag.unwrap_or_default());
                    self.open.push(tag.is_some());
                }
                Some(CLOSE) if self.open.pop() == Some(true) => self.out.push_str("</bdi>"),
                Some('\u{E000}') => self.out.push_str("<b>"),
                Some('\u{E001}') => self.out.push_str("</b>"),
                _ => {}
            }
        }
        push_escaped(&mut self.out, rest);
    }
}

/// The text up to the end of an isolate that has just begun.
fn up_to_close(text: &str) -> &str {
    let mut depth = 0_usize;
    for (at, character) in text.char_indices() {
        match character {
            OPEN => depth += 1,
            CLOSE if depth == 0 => return text.get(..at).unwrap_or(text),
            CLOSE => depth -= 1,
            _ => {}
        }
    }
    text
}

/// The tag that `text` needs around it, if any. Letters of the other direction
/// are isolated; digits with punctuation between them ("555-0142") are too, and stay
/// on one line.
fn isolation(text: &str, page: Direction) -> Option<&'static str> {
    let other = |c: char| is_rtl(c) != (page == Direction::Rtl) && c.is_alphabetic();
    let sign = |c: char| !c.is_alphanumeric() && !matches!(c, OPEN | CLOSE | ' ');
    let digits = text.contains(|c: char| c.is_numeric());
    let letters = text.contains(char::is_alphabetic);
    if digits && !letters && text.contains(sign) {
        return Some(number_tag(text));
    }
    let mixed = page == Direction::Rtl && digits && text.contains(sign);
    (mixed || text.contains(other)).then_some("<bdi>")
}

/// Whether a letter belongs to a script that is written right to left.
fn is_rtl(character: char) -> bool {
    matches!(u32::from(character), 0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
}

/// Text with the characters that mean something to HTML written out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    let special = |byte: u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    while let Some(at) = rest.bytes().position(special) {
        let (plain, others) = rest.split_at(at);
        out.push_str(plain);
        let (sign, others) = others.split_at(1);
        out.push_str(match sign {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            "\"" => "&quot;",
            _ => "&#39;",
        });
        rest = others;
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephones_dial_one_number() {
        let check = |written, expected: &str| assert_eq!(dialed(written), expected);
        check("555-0142", "5550142");
        check("+1 (555) 010-0142", "+15550100142");
        check("555-0162 ext. 14", "5550162,14");
        check("555-0163 / 555-0199", "5550163");
    }

    #[test]
    fn words_become_html_once() {
        let check = |text: &str, direction, expected: &str| {
            assert_eq!(inline(text, direction), expected, "{text}");
        };
        check(
            "a < b & \"c\"",
            Direction::Ltr,
            "a &lt; b &amp; &quot;c&quot;",
        );
        check(
            "\u{E000}58 words\u{E001}",
            Direction::Ltr,
            "<b>58 words</b>",
        );
        check(
            "Call \u{2068}555-0142\u{2069}",
            Direction::Ltr,
            "Call <bdi class=\"number\">555-0142</bdi>",
        );
        check(
            "Call \u{2068}+1 (608) 555-0142\u{2069}",
            Direction::Ltr,
            "Call <bdi>+1 (608) 555-0142</bdi>",
        );
        check(
            "اتصلوا \u{2068}555-0142\u{2069}",
            Direction::Rtl,
            "اتصلوا <bdi class=\"number\">555-0142</bdi>",
        );
        check("من \u{2068}43\u{2069}", Direction::Rtl, "من 43");
        check(
            "\u{2068}ليلى\u{2069} ran",
            Direction::Ltr,
            "<bdi>ليلى</bdi> ran",
        );
        check(
            "\u{2068}a \u{2068}ب\u{2069} c\u{2069}",
            Direction::Rtl,
            "<bdi>a ب c</bdi>",
        );
        check("\u{2068}<img>\u{2069}", Direction::Ltr, "&lt;img&gt;");
        check("\u{2069}\u{2068}", Direction::Ltr, "");
        check(
            "ثم 555-0142 أو 8-10.",
            Direction::Rtl,
            "ثم <bdi class=\"number\">555-0142</bdi> أو <bdi class=\"number\">8-10</bdi>.",
        );
        let term = "\u{E002}\u{E161}\u{E122}aim line\u{E003}";
        assert_eq!(
            linked(inline(&format!("The {term} <"), Direction::Rtl)),
            "The <a class=\"term\" href=\"#word-a&quot;\">aim line</a> &lt;"
        );
    }
}
