//! Changes to small files, each with what it should become.

mod entries;
mod page;

use super::*;

fn path(text: &str) -> Vec<Step> {
    let step = |part: &str| part.parse().map_or_else(|_| Step::key(part), Step::Item);
    text.split('/')
        .filter(|part| !part.is_empty())
        .map(step)
        .collect()
}

fn file(name: &str) -> RelPath {
    RelPath::new(name).unwrap()
}

fn changed(name: &str, old: &str, one: &Change) -> Result<String, Refusal> {
    let new = change(&file(name), old.as_bytes(), one)?;
    Ok(String::from_utf8(new).unwrap())
}

/// Tries a change with all line ends, and with and without an end of the last line.
fn check_all(old: &str, one: &Change, expected: &str) {
    for end in ["\n", "\r\n", "\r"] {
        // A file of one line does not tell how lines end.
        if end != "\n" && !old.contains('\n') {
            continue;
        }
        let ended = |text: &str| text.replace('\n', end);
        let found = changed("a.yaml", &ended(old), one);
        assert_eq!(found, Ok(ended(expected)), "{old:?} {one:?} {end:?}");
    }
    let open = |text: &str| text.strip_suffix('\n').unwrap_or(text).to_owned();
    if !old.is_empty() && !expected.is_empty() && !old.ends_with("\n\n") {
        let found = changed("a.yaml", &open(old), one);
        assert_eq!(found, Ok(open(expected)), "{old:?} {one:?}");
    }
}

fn check_set(old: &str, at: &str, value: Value, expected: &str) {
    let path = &path(at);
    let order = &["title", "by", "data"];
    check_all(old, &Change::Set { path, value, order }, expected);
}

fn check_insert(old: &str, at: &str, index: Option<usize>, value: Value, expected: &str) {
    let path = &path(at);
    let order = &["title", "by", "data"];
    let one = Change::Insert {
        path,
        at: index,
        value,
        order,
    };
    check_all(old, &one, expected);
}

fn check_remove(old: &str, at: &str, expected: &str) {
    check_all(old, &Change::Remove { path: &path(at) }, expected);
}

fn refusal(old: &str, at: &str, value: Value) -> Refusal {
    let path = &path(at);
    changed(
        "a.yaml",
        old,
        &Change::Set {
            path,
            value,
            order: &[],
        },
    )
    .unwrap_err()
}

fn map(entries: &[(&str, Value)]) -> Value {
    Value::Map(
        entries
            .iter()
            .map(|(key, value)| ((*key).to_owned(), value.clone()))
            .collect(),
    )
}

#[test]
fn a_value_is_replaced_in_place() {
    let (word, text) = (Value::word, Value::text);
    check_set(
        "a:   1   # one\nb: 2\n",
        "a",
        word("3"),
        "a:   3   # one\nb: 2\n",
    );
    check_set("a: {b: 1 , c: 2}\n", "a/b", word("3"), "a: {b: 3 , c: 2}\n");
    check_set("a: [x, y]\n", "a/1", text("z, z"), "a: [x, \"z, z\"]\n");
    check_set(
        "a:\n- x # r\n-   y\n",
        "a/1",
        text("z"),
        "a:\n- x # r\n-   z\n",
    );
    check_set("a: 'x'\n", "a", text("it's"), "a: 'it''s'\n");
    check_set("a: \"x\"\n", "a", text("y"), "a: \"y\"\n");
    check_set("a: 8\n", "a", text("9"), "a: 9\n");
    check_set(
        "a: >- # r\n    x y\n    z\n\nb: 1\n",
        "a",
        text("x y q"),
        "a: >- # r\n    x y q\n\nb: 1\n",
    );
    check_set("a: |\n  x\n", "a", text("y\n"), "a: |\n  y\n");
    check_set("a: |\n  x\nb:\n", "a", text("y"), "a: |-\n  y\nb:\n");
    check_set("a: x # r\n", "a", text("y\nz"), "a: |- # r\n  y\n  z\n");
    check_set("a: x\n  y\nb: 1\n", "a", text("z"), "a: z\nb: 1\n");
    check_set("a: # r\n  b: 1\nc: 2\n", "a", word("1"), "a: 1 # r\nc: 2\n");
    check_set("a: x\n", "a", map(&[("b", word("1"))]), "a: {b: 1}\n");
    check_set(
        "a:\n  - x\nb: 1\n",
        "a",
        Value::List(vec![text("z")]),
        "a:\n  - z\nb: 1\n",
    );
    check_set("a: x\n", "a", text(""), "a: \"\"\n");
}

#[test]
fn a_value_is_filled_in() {
    let (word, text) = (Value::word, Value::text);
    check_set("a:\nb: 1\n", "a", word("3"), "a: 3\nb: 1\n");
    check_set("a:   # r\n", "a", word("3"), "a: 3   # r\n");
    check_set("a: ~\n", "a", text("x"), "a: x\n");
    check_set("a: {b: , c}\n", "a/b", word("1"), "a: {b: 1 , c}\n");
    check_set("a: {b: 1, c}\n", "a/c", word("1"), "a: {b: 1, c: 1}\n");
    check_set("a:\n  -\n  - x\n", "a/0", word("1"), "a:\n  - 1\n  - x\n");
    check_set(
        "data: # r\n  # s\nb: 1\n",
        "data/2026-11-20",
        word("1"),
        "data: # r\n  # s\n  2026-11-20: 1\nb: 1\n",
    );
    check_set("a: # r\n", "a", text("x\ny"), "a: |- # r\n  x\n  y\n");
}

#[test]
fn a_field_finds_its_place() {
    let word = Value::word;
    let data = "data:\n    2026-11-13: 1 # low\n    # away on the 20th\n\n# end\nby: x\n";
    check_set(
        data,
        "data/2026-11-27",
        word("2"),
        "data:\n    2026-11-13: 1 # low\n    2026-11-27: 2\n    # away on the 20th\n\n# end\nby: x\n",
    );
    check_set(
        data,
        "data/2026-11-06",
        word("2"),
        "data:\n    2026-11-06: 2\n    2026-11-13: 1 # low\n    # away on the 20th\n\n# end\nby: x\n",
    );
    check_set(
        "data: {}\n",
        "data/2026-11-06",
        word("2"),
        "data: {2026-11-06: 2}\n",
    );
    check_set(
        "data: {2026-11-13: 1}\n",
        "data/2026-11-06",
        word("2"),
        "data: {2026-11-06: 2, 2026-11-13: 1}\n",
    );
}

#[test]
fn a_field_finds_its_place_in_unusual_files() {
    let (word, text) = (Value::word, Value::text);
    check_set("", "data/2026-11-06", word("2"), "data:\n  2026-11-06: 2\n");
    check_set(
        "# only a comment\n",
        "title",
        text("A"),
        "# only a comment\ntitle: A\n",
    );
    check_set(
        "title: a\n\ndata: {}\n",
        "by",
        word("ana"),
        "title: a\nby: ana\n\ndata: {}\n",
    );
    check_set(
        "# head\ndata: {}\n",
        "by",
        word("ana"),
        "# head\nby: ana\ndata: {}\n",
    );
    check_set(
        "- a: 1\n  c: 2\n",
        "0/b",
        word("1"),
        "- a: 1\n  c: 2\n  b: 1\n",
    );
    check_set(
        "- data: 1\n  c: 2\n",
        "0/title",
        word("1"),
        "- title: 1\n  data: 1\n  c: 2\n",
    );
    check_set(
        "a: |\n  x\n\n\nb: 1\n",
        "c",
        word("1"),
        "a: |\n  x\n\n\nb: 1\nc: 1\n",
    );
    check_set(
        "title: |+\n  x\n\nb: 1\n",
        "by",
        word("1"),
        "title: |+\n  x\n\nby: 1\nb: 1\n",
    );
    check_set(
        "a:\n  b: 1\n",
        "a/c/d",
        text("e"),
        "a:\n  b: 1\n  c:\n    d: e\n",
    );
    check_set("a: 1\n...\n", "b", word("1"), "a: 1\nb: 1\n...\n");
    check_set("a: 1\n", "x: y", word("1"), "a: 1\n\"x: y\": 1\n");
}

#[test]
fn mistakes_that_are_repaired_stay_as_they_are() {
    let word = Value::word;
    let check = |old: &str, at: &str, value: Value, expected: &str| {
        let path = &path(at);
        let one = Change::Set {
            path,
            value,
            order: &[],
        };
        assert_eq!(
            changed("a.yaml", old, &one),
            Ok(expected.to_owned()),
            "{old:?}"
        );
    };
    check("a：1\nb:2\n", "b", word("3"), "a：1\nb:3\n");
    check("a：1\nb:2\n", "c", word("3"), "a：1\nb:2\nc: 3\n");
    check(
        "a:\n\u{a0}\u{a0}b: 1\n",
        "a/c",
        word("3"),
        "a:\n\u{a0}\u{a0}b: 1\n  c: 3\n",
    );
    check("a: “b: c”\n", "a", Value::text("d"), "a: \"d\"\n");
    check(
        "a:\n • x\n • y\n",
        "a/1",
        Value::text("z"),
        "a:\n • x\n • z\n",
    );
    check(
        "data:\n  2026-11-13: 1\n2026-11-20: 2\n",
        "data/2026-11-27",
        word("3"),
        "data:\n  2026-11-13: 1\n2026-11-20: 2\n  2026-11-27: 3\n",
    );
}

#[test]
fn a_refusal_says_why() {
    let word = || Value::word("1");
    assert_eq!(refusal("a: 1\n", "a/b", word()), Refusal::InTheWay);
    assert_eq!(refusal("a: [1]\n", "a/b", word()), Refusal::InTheWay);
    assert_eq!(refusal("a: [1]\n", "a/1", word()), Refusal::NotThere);
    assert_eq!(refusal("? a\n: 1\n", "a", word()), Refusal::NotExact);
    assert_eq!(
        refusal("a: 1\n", "a", Value::word("b: c")),
        Refusal::NotExact
    );
    let broken = |old: &str| matches!(refusal(old, "a", word()), Refusal::Broken(_));
    assert!(broken("a: &x 1\nb: *x\n"));
    assert!(broken("a: 1\na: 2\n"));
    assert!(broken("a:\n\t- b\n"));
    assert!(broken("a: [1\n"));
    let title = changed("a.yaml", "a: 1\n", &Change::Title("x"));
    assert_eq!(title, Err(Refusal::NotThere));
}

/// Texts that YAML, or the repairs of its reader, could take for something else.
const TEXTS: &[&str] = &[
    "a",
    "",
    " ",
    "~",
    "null",
    "a: b",
    "a #b",
    "Room #4",
    "#4",
    "- a",
    "-a",
    "a\n",
    "\na",
    "a\n\n\nb\n\n",
    " a\n b",
    "a\tb",
    "\ta",
    "a\\b",
    "\"a\"",
    "'a'",
    "“a”",
    "“a: b”",
    "[a",
    "{a}",
    "a, b",
    "&a",
    "*a",
    "!a",
    "|",
    ">",
    "%a",
    "@a",
    "`a`",
    "?",
    "? a",
    ":",
    ":a",
    "a:",
    "---",
    "...",
    "a\n---\nb",
    "\u{feff}",
    "\u{85}a",
    "a\u{2028}b",
    "\u{0}",
    "<<",
    "2026-11-20",
    "8/10",
    "1e3",
    "- a\n- b",
    "a: 1\nb: 2",
    "data:\n2026-11-13: 5",
    "• a",
    "a：b",
    "é\u{301}",
    "ب",
    "👍",
    "a\r\nb",
    "x \ny",
    "\u{a0}a",
    "a ",
    "K#",
];

#[test]
fn every_text_comes_back() {
    for text in TEXTS {
        for old in [
            "a: x\nb: 1\n",
            "a: {a: x}\nb: 1\n",
            "a:\n- x\nb: 1\n",
            "a: |\n  x\nb: 1\n",
            "a: 'x' # r\n",
            "a: >\n x\n",
        ] {
            let at = match old.find(['{', '-']) {
                Some(_) if old.contains('{') => "a/a",
                Some(_) => "a/0",
                None => "a",
            };
            let path = &path(at);
            let value = Value::Text((*text).to_owned());
            let found = changed(
                "a.yaml",
                old,
                &Change::Set {
                    path,
                    value,
                    order: &[],
                },
            );
            assert!(found.is_ok(), "{text:?} {old:?} {found:?}");
        }
    }
}

#[test]
fn the_encoding_stays() {
    let check = |old: &[u8], at: &str, text: &str, expected: Result<&[u8], Refusal>| {
        let path = &path(at);
        let value = Value::text(text);
        let one = Change::Set {
            path,
            value,
            order: &[],
        };
        let found = change(&file("a.yaml"), old, &one);
        assert_eq!(found.as_deref(), expected.as_deref(), "{old:?} {text}");
    };
    let old = b"a: Mu\xF1oz, Jos\xE9\nb: x \xE1rbol\n";
    let new = b"a: Mu\xF1oz, Jos\xE9\nb: \xE1\n";
    check(old, "b", "\u{e1}", Ok(new));
    let letter = |character| Refusal::Letter {
        character,
        encoding: "windows-1252",
    };
    check(old, "b", "ب", Err(letter('ب')));
    check(b"a: x\n", "a", "ب", Ok("a: ب\n".as_bytes()));
    check(
        b"\xEF\xBB\xBFa: x\r\n",
        "a",
        "ب",
        Ok("\u{feff}a: ب\r\n".as_bytes()),
    );
    check(b"\xFF\xFEa\0:\0", "a", "b", Ok(b"\xFF\xFEa\0:\0 \0b\0"));
    // The rest could as well be in another encoding.
    let old = b"a: desempe\xF1o, ni\xF1a\nb: aqu\xED\n";
    check(old, "a", "x", Err(Refusal::NotExact));
}
