//! Items and fields that come, go, and change their names.

use super::*;

#[test]
fn an_item_is_added() {
    let (word, text) = (Value::word, Value::text);
    check_insert(
        "a: [x, y] # r\n",
        "a",
        None,
        text("z"),
        "a: [x, y, z] # r\n",
    );
    check_insert("a: []\n", "a", None, text("z"), "a: [z]\n");
    check_insert("a: [x]\n", "a", Some(0), text("z"), "a: [z, x]\n");
    check_insert(
        "a: [\n  x,\n  y,\n]\n",
        "a",
        None,
        text("z"),
        "a: [\n  x,\n  y, z,\n]\n",
    );
    check_insert(
        "a:\n- x\n# r\nb: 1\n",
        "a",
        None,
        text("z"),
        "a:\n- x\n- z\n# r\nb: 1\n",
    );
    check_insert(
        "a:\n   -  x\n   -  y\n",
        "a",
        Some(1),
        text("z"),
        "a:\n   -  x\n   -  z\n   -  y\n",
    );
    check_insert("a:\n  - x\n", "a", Some(0), text("z"), "a:\n  - z\n  - x\n");
    check_insert("a:\nb: 1\n", "a", None, text("z z"), "a:\n  - z z\nb: 1\n");
    check_insert(
        "title: a\ndata: {}\n",
        "by",
        None,
        word("ana"),
        "title: a\nby: [ana]\ndata: {}\n",
    );
}

#[test]
fn a_map_is_added_as_the_others_are_written() {
    let (word, text) = (Value::word, Value::text);
    let change = map(&[("date", word("2026-11-20")), ("why", text("Fewer words"))]);
    check_insert(
        "c:\n  - {date: 1, why: x}\n",
        "c",
        None,
        change.clone(),
        "c:\n  - {date: 1, why: x}\n  - {date: 2026-11-20, why: Fewer words}\n",
    );
    check_insert(
        "c:\n- date: 1\n  why: x\n",
        "c",
        None,
        change.clone(),
        "c:\n- date: 1\n  why: x\n- date: 2026-11-20\n  why: Fewer words\n",
    );
    check_insert(
        "",
        "c",
        None,
        change,
        "c:\n  - {date: 2026-11-20, why: Fewer words}\n",
    );
}

#[test]
fn what_belongs_to_an_entry_goes_with_it() {
    check_remove(
        "a: 1\n# of b\nb: 2 # r\n  # s\n# of c\nc: 3\n",
        "b",
        "a: 1\n# of c\nc: 3\n",
    );
    check_remove("# head\na: 1\nb: 2\n", "a", "# head\nb: 2\n");
    check_remove("a: 1\n\nb: 2\n\nc: 3\n", "b", "a: 1\n\nc: 3\n");
    check_remove("a: 1\nb: 2\n", "b", "a: 1\n");
    check_remove(
        "data:\n  # all\n  x: 1\nb: 2\n",
        "data/x",
        "data:\n  # all\nb: 2\n",
    );
    check_remove("a: |+\n  x\n\nb: 1\n", "a", "b: 1\n");
    check_remove("a: {b: 1, c: 2, d: 3}\n", "a/c", "a: {b: 1, d: 3}\n");
    check_remove("a: {b: 1, c: 2}\n", "a/c", "a: {b: 1}\n");
    check_remove("a: [x]\n", "a/0", "a: []\n");
    check_remove("a: [x,]\n", "a/0", "a: []\n");
    check_remove("a:\n- x\n- b: 1\n  c: 2\n", "a/1/b", "a:\n- x\n- c: 2\n");
    check_remove("a:\n- x\n- y\n", "a/0", "a:\n- y\n");
    check_remove("a:\n- x\n- y: 1\n", "a/1/y", "a:\n- x\n-\n");
    check_remove("a:\n  b: 1\n", "a", "");
}

#[test]
fn a_field_gets_another_name() {
    let rename = |old: &str, at: &str, key: &str| {
        changed(
            "a.yaml",
            old,
            &Change::Rename {
                path: &path(at),
                key,
            },
        )
    };
    assert_eq!(
        rename("'a' :  1 # r\nb: 2\n", "a", "c"),
        Ok("c :  1 # r\nb: 2\n".to_owned())
    );
    assert_eq!(rename("a: 1\nb: 2\n", "a", "b"), Err(Refusal::Taken));
    assert_eq!(rename("a: 1\n", "b", "c"), Err(Refusal::NotThere));
}
