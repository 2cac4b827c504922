//! Words as they were meant: what was marked as hidden is left out, signs that
//! other programs write are Markdown's own, addresses are links. Each step
//! rewrites the text in places, and all of them lead back to what was typed.

use super::{emphasis, hidden, inline, links, markers};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Back, Place, RelPath, Rewrite, Span};

/// A text as it was meant.
#[derive(Debug, Default)]
pub(super) struct Meant {
    pub(super) text: String,
    pub(super) back: Back,
    /// What was not as the documents say, each kind once.
    pub(super) slips: Vec<Slip>,
}

/// Something in a text that is no plain Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// Where the author typed it.
    span: Span,
    what: What,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// It stands for something else.
    ReadAs(String, String),
    /// A space that is none to Markdown.
    Space,
    /// It was marked as hidden, in this way.
    LeftOut(&'static str),
    /// It was marked as hidden, and the mark that ends it is missing.
    NoEnd(&'static str),
    /// The words of another note should stand here.
    OtherNote(String),
}

impl Slip {
    /// The message about it, for a text that begins at byte `offset` of `file`.
    #[must_use]
    pub fn diagnostic(self, file: &RelPath, offset: usize) -> Diagnostic {
        let at = Place {
            file: file.clone(),
            span: self.span.shifted(offset),
        };
        self.at(&at)
    }

    /// The message about it, for a text that stands at `at`.
    #[must_use]
    pub fn at(self, at: &Place) -> Diagnostic {
        let message = |code| Diagnostic::at(code, at);
        match self.what {
            What::ReadAs(found, read) => message(Code::ReadAs)
                .with("found", found)
                .with("read", read),
            What::Space => message(Code::YamlMended).with("slip", "space"),
            What::LeftOut(mark) => marked(message(Code::HiddenWords), mark),
            What::NoEnd(mark) => marked(message(Code::HiddenWithoutEnd), mark),
            What::OtherNote(found) => message(Code::OtherNote).with("found", found),
        }
    }
}

/// The signs around what is marked in this way. Messages hold no such signs.
fn marked(message: Diagnostic, mark: &'static str) -> Diagnostic {
    let (open, close) = if mark == "web" {
        ("<!--", "-->")
    } else {
        ("%%", "%%")
    };
    let message = message.with("mark", mark).with("open", open);
    message.with("close", close)
}

/// One step through a text.
pub(super) struct Pen<'t> {
    /// The text before it.
    pub(super) text: &'t str,
    rewrite: Rewrite,
    slips: Vec<Slip>,
}

impl Pen<'_> {
    /// Writes `with` in the place of the bytes from `start` to `end`.
    pub(super) fn replace(&mut self, start: usize, end: usize, with: &str) {
        self.rewrite.replace(self.text, Span::new(start, end), with);
    }

    /// Notes what stands there.
    pub(super) fn note(&mut self, start: usize, end: usize, what: What) {
        let span = Span::new(start, end);
        self.slips.push(Slip { span, what });
    }

    /// Notes that it was read in another way. Both are cut to what a message
    /// can show.
    pub(super) fn read_as(&mut self, start: usize, end: usize, found: &str, read: &str) {
        const LONGEST: usize = 40;
        let cut = |words: &str| {
            let words: String = words.chars().take(LONGEST).collect();
            words.trim_end().to_owned()
        };
        self.note(start, end, What::ReadAs(cut(found), cut(read)));
    }
}

impl Meant {
    fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }

    fn step(mut self, step: impl FnOnce(&mut Pen)) -> Self {
        let mut pen = Pen {
            text: &self.text,
            rewrite: Rewrite::default(),
            slips: Vec::new(),
        };
        step(&mut pen);
        for mut slip in pen.slips {
            slip.span = self.back.span(slip.span);
            if self.slips.iter().all(|said| said.what != slip.what) {
                self.slips.push(slip);
            }
        }
        let text = pen.rewrite.finish(&self.text, &mut self.back);
        Self { text, ..self }
    }
}

/// The words of a Markdown file.
pub(super) fn meant(text: &str) -> Meant {
    Meant::of(text)
        .step(hidden::leave_out)
        .step(markers::mend)
        .step(|pen| inline::mend(pen, "**"))
        .step(emphasis::mend)
        .step(links::add)
}

/// Words in a file of facts, which are shown without Markdown: what is hidden
/// goes, and so do the signs around words that were meant to be bold.
#[must_use]
pub fn plain(text: &str) -> (String, Vec<Slip>) {
    let marks = ["%%", "<!--", "[[", "==", "**", "__"];
    if !marks.iter().any(|mark| text.contains(mark)) {
        return (text.to_owned(), Vec::new());
    }
    let meant = Meant::of(text)
        .step(hidden::leave_out)
        .step(|pen| inline::mend(pen, ""));
    (meant.text, meant.slips)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Vec<&'static str>) {
        let meant = meant(text);
        let codes = meant.slips.iter().map(|slip| {
            let file = RelPath::new("a.md").unwrap();
            slip.clone().diagnostic(&file, 0).code.number()
        });
        (meant.text.replace('\u{2060}', "|"), codes.collect())
    }

    fn check(text: &str, expected: &str, codes: &[&str]) {
        let (found, diagnostics) = read(text);
        assert_eq!(
            (found.as_str(), diagnostics.as_slice()),
            (expected, codes),
            "{text:?}"
        );
    }

    #[test]
    fn plain_markdown_stays_as_it_is() {
        for text in [
            "# A\n\nB *c* **d** `e` [f](https://g.example)\n",
            "- a\n- b\n\n1. c\n2. d\n",
            "> a\n> b\n",
            "|a|b|\n|-|-|\n|c|d|\n",
            "Room #4 and 3 - 2.\n",
            "— Ms. Ortiz\n",
            "—¿Quieres leer?\n—Sí.\n",
            "A. B. c\n\n2026 was a year.\n",
            "1.5 hours\n2.5 hours\n",
            "`==a==` and `%`\n",
            "a == b and snake__case__name\n",
            "```\n• a\n```\n",
            "She got 80%.\n",
        ] {
            check(text, text, &[]);
        }
    }

    #[test]
    fn hidden_remarks_are_left_out() {
        check("a %%b%% c", "a  c", &["K315"]);
        check("a\n%%b\n\nc%%\nd", "a\nd", &["K315"]);
        check("a <!-- b\nc --> d", "a  d", &["K315"]);
        check("<!-- b -->\na\n%% c %%\n", "a\n", &["K315", "K315"]);
        check("<!-->a", "a", &["K315"]);
        check("Cl%%x%%eo", "Cleo", &["K315"]);
        check("a %%b", "a %%b", &["K316"]);
        check("a <!-- b", "a <!-- b", &["K316"]);
        check("80%% of 90 %%", "80%% of 90 %%", &[]);
    }

    #[test]
    fn markers_are_markers() {
        check("#\u{a0}T", "# T", &["K160"]);
        check("#T", "# T", &["K162"]);
        check("＃ 标题", "# 标题", &["K162"]);
        check("#标题", "# 标题", &["K162"]);
        check("#reading #bats\na", "\na", &["K315"]);
        check("a #reading b", "a reading b", &["K162"]);
        check("-\u{a0}a\n-\u{a0}b", "- a\n- b", &["K160"]);
        check("*\u{202f}a", "* a", &["K160"]);
        check("1.\u{a0}a\n2.\u{a0}b", "1. a\n2. b", &["K160"]);
        check("1)\u{a0}a", "1) a", &["K160"]);
        check(">\u{a0}a", "> a", &[]);
        check("• a\n• b", "- a\n- b", &["K162"]);
        check("•a", "- a", &["K162"]);
        check("•\ta", "- a", &["K162"]);
        check("o\ta", "- a", &["K162"]);
        check("\u{f0b7} a", "- a", &["K162"]);
        check("◦ a\n▪ b\n‣ c", "- a\n- b\n- c", &["K162", "K162", "K162"]);
        check("– a\n– b", "- a\n- b", &["K162"]);
        check("· a\n· b", "- a\n- b", &["K162"]);
        check("-a\n-b", "- a\n- b", &["K162"]);
        check("１．a\n２．b", "1. a\n2. b", &["K162", "K162"]);
        check("١. a", "1. a", &["K162"]);
        check("1、a\n2、b", "1. a\n2. b", &["K162", "K162"]);
        check("1- a\n2- b", "1. a\n2. b", &["K162", "K162"]);
        check("1.a\n2.b", "1. a\n2. b", &["K162", "K162"]);
        check("\tAna read.", "Ana read.", &[]);
        check("\t•\ta\n\t•\tb", "- a\n\t- b", &["K162"]);
        check(
            "He did:\n• a\nNext: b",
            "He did:\n- a\n\nNext: b",
            &["K162"],
        );
        check("> [!note] Bats\n> fly", "> Bats\n> fly", &["K162"]);
    }

    #[test]
    fn signs_inside_lines_are_meant() {
        check("a ==b== c", "a **b** c", &["K162"]);
        check("她==很棒==了", "她**很棒**了", &["K162"]);
        check(
            "[[Bats]] and [[x|owls]]",
            "Bats and owls",
            &["K162", "K162"],
        );
        check("![[tower.jpg]]", "tower.jpg", &["K317"]);
        check("6*7=42 and 6*8=48", "6\\*7=42 and 6\\*8=48", &[]);
        check("__a__ b", "**a** b", &[]);
        check("**Bold:**text", "**Bold:|**text", &[]);
        check("**注意：**请**看**", "**注意：|**请**看**", &[]);
        check("他**「好」**了", "他**|「好」|**了", &[]);
        check("**ملاحظة:**نص", "**ملاحظة:|**نص", &[]);
        check("**Bold **text", "**Bold** text", &[]);
        check("a ** b ** c", "a ** b ** c", &[]);
        check("- **a\n- b**c", "- **a\n- b**c", &[]);
    }

    #[test]
    fn addresses_are_links() {
        check(
            "See https://a.example/b_c.",
            "See <https://a.example/b_c>.",
            &[],
        );
        check(
            "(www.a.example)",
            "([www.a.example](https://www.a.example))",
            &[],
        );
        check("a@b.example", "<a@b.example>", &[]);
        check("Call 555-0162.", "Call [555-0162](tel:5550162).", &[]);
        check("(555) 010-0142", "[(555) 010-0142](tel:5550100142)", &[]);
        check(
            "+84 28 3823 1234",
            "[+84 28 3823 1234](tel:+842838231234)",
            &[],
        );
        for text in [
            "[a](https://b.example) <https://c.example> `https://d.example`",
            "2026-11-20, 9/18/2026, 8/10, 12:30, 1,000 and 45-50 words",
            "pages 100 200 and 3.5 of 1234567",
            "[us](tel:555-0160)",
            "file.md and a.b",
        ] {
            check(text, text, &[]);
        }
    }

    #[test]
    fn places_lead_to_what_was_typed() {
        let text = "%%x%%\n• He ==read== **a:**b with a@b.example\n";
        let meant = meant(text);
        let start = meant.text.find("with").unwrap();
        let span = meant.back.span(Span::new(start, start + 4));
        assert_eq!(&text[span.start..span.end], "with");
        let spans = meant
            .slips
            .iter()
            .map(|slip| &text[slip.span.start..slip.span.end]);
        assert_eq!(spans.collect::<Vec<_>>(), ["%%", "• ", "==read=="]);
    }

    #[test]
    fn facts_have_no_markdown() {
        let check = |text: &str, expected: &str| assert_eq!(plain(text).0, expected);
        check("a ==b== **c** __d__", "a b c d");
        check("a %%b%%", "a ");
        check("[[Bats]]", "Bats");
        check("5 * 3 and *a*", "5 * 3 and *a*");
    }
}
