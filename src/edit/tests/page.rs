//! Markdown files.

use super::*;

fn check(old: &str, one: &Change, expected: &str) {
    for end in ["\n", "\r\n"] {
        if end != "\n" && !old.contains('\n') {
            continue;
        }
        let ended = |text: &str| text.replace('\n', end);
        let found = changed("updates/2026-11-20.md", &ended(old), one);
        assert_eq!(found, Ok(ended(expected)), "{old:?} {one:?}");
    }
}

#[test]
fn facts_are_set_in_their_block() {
    let by = path("by");
    let set = |value: &str| Change::Set {
        path: &by,
        value: Value::word(value),
        order: &[],
    };
    check(
        "---\nby: a\n---\n\nHi\n",
        &set("b"),
        "---\nby: b\n---\n\nHi\n",
    );
    check("Hi", &set("b"), "---\nby: b\n---\nHi");
    check("---\n---\nHi", &set("b"), "---\nby: b\n---\nHi");
    check(
        "---\ngoals: [x]\n---\nHi",
        &set("b"),
        "---\ngoals: [x]\nby: b\n---\nHi",
    );
    check("---\nby: a\n---\nHi", &Change::Remove { path: &by }, "Hi");
    check(
        "---\n# r\nby: a\n---\nHi",
        &Change::Remove { path: &by },
        "---\n# r\n---\nHi",
    );
}

#[test]
fn title_and_text_are_set() {
    let page = "---\nby: a\n---\n# A *b*\n\nOne.\n\nTwo.\n";
    check(
        page,
        &Change::Title("New"),
        "---\nby: a\n---\n# New\n\nOne.\n\nTwo.\n",
    );
    check(
        page,
        &Change::Title("a_b_ [c]"),
        "---\nby: a\n---\n# a_b_ [c]\n\nOne.\n\nTwo.\n",
    );
    check(
        page,
        &Change::Title("*c*"),
        "---\nby: a\n---\n# \\*c\\*\n\nOne.\n\nTwo.\n",
    );
    check(page, &Change::Title(""), "---\nby: a\n---\nOne.\n\nTwo.\n");
    check("A\n===\nb\n", &Change::Title("C"), "C\n===\nb\n");
    check("# A #\nb\n", &Change::Title("C"), "# C #\nb\n");
    check("One.\n", &Change::Title("C"), "# C\n\nOne.\n");
    check(
        page,
        &Change::Words("One.\r\n\r\nThree."),
        "---\nby: a\n---\n# A *b*\n\nOne.\n\nThree.\n",
    );
    check("# A\n", &Change::Words("b"), "# A\n\nb\n");
    check("", &Change::Words("b"), "b\n");
    check(
        "---\nby: a\n---\n",
        &Change::Words("b"),
        "---\nby: a\n---\nb\n",
    );
    let words = Change::Words("by: ortiz\ngoals: [reading]\n\nHi");
    let found = changed("updates/2026-11-20.md", "Hi", &words);
    assert_eq!(found, Err(Refusal::NotExact));
}
