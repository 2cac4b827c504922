//! Text as it was meant: without hidden comments, with Markdown's own markup for that of
//! other programs, with links for addresses.

use super::pen::{Meant, Repair};
use super::{emphasis, hidden, inline, links, markers};

/// The text of a Markdown file.
pub(super) fn meant(text: &str) -> Meant {
    Meant::of(text)
        .step(hidden::leave_out)
        .step(markers::repair)
        .step(|pen| inline::repair(pen, "**"))
        .step(emphasis::repair)
        .step(links::add)
}

/// A text in a file of facts, which pages show without Markdown: without hidden comments
/// and without the characters around bold words.
#[must_use]
pub fn plain(text: &str) -> (String, Vec<Repair>) {
    let marks = ["%%", "<!--", "[[", "==", "**", "__"];
    if !marks.iter().any(|mark| text.contains(mark)) {
        return (text.to_owned(), Vec::new());
    }
    let meant = Meant::of(text)
        .step(hidden::leave_out)
        .step(|pen| inline::repair(pen, ""));
    (meant.text, meant.repairs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{RelPath, Span};

    fn read(text: &str) -> (String, Vec<&'static str>) {
        let meant = meant(text);
        let codes = meant.repairs.iter().map(|repair| {
            let file = RelPath::new("a.md").unwrap();
            repair.clone().diagnostic(&file, 0).code.number()
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
            .repairs
            .iter()
            .map(|repair| &text[repair.span.start..repair.span.end]);
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
